"""The one door: a text goes in, a reply comes out."""

from __future__ import annotations

from bot.answers import Context, Reply, Status
from bot.knowledge.entries import Knowledge
from bot.text import Language


class Engine:
    """Answers questions from one immutable :class:`Knowledge`; ``replace`` swaps it in whole."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    @property
    def knowledge(self) -> Knowledge:
        return self._knowledge

    def replace(self, knowledge: Knowledge) -> None:
        """Take over another knowledge base; questions under way finish with the old one."""
        self._knowledge = knowledge

    def ask(self, text: str, context: Context = Context()) -> Reply:
        """The reply to a message. Never raises, whatever the text."""
        return Reply(text, Status.UNKNOWN, context.language or Language.ZH_HANS, text="?", html="?")

    def press(self, code: str, context: Context = Context()) -> Reply:
        """The reply to a button, deep link or other coded Question; a stale or foreign code gets a polite one."""
        return Reply(code, Status.UNKNOWN, context.language or Language.ZH_HANS, text="?", html="?")

    def suggest(self, text: str, context: Context = Context(), most: int = 10) -> tuple[Reply, ...]:
        """The best readings of a text that may be unfinished, the best first: the cards of an inline query."""
        return (self.ask(text, context),)

    def examples(self, language: Language) -> tuple[str, ...]:
        """Questions that the bot answers, for help texts and empty inline queries."""
        return ()
