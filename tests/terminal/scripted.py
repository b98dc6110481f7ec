"""An engine that says what the test wrote, and keeps what it was asked."""

from __future__ import annotations

from collections.abc import Mapping

from bot.answers import Button, Context, Reply, Status
from bot.engine import Engine
from bot.text import Language


class Scripted(Engine):
    """Answers a text or a code with the reply written for it, everything else with one that is not understood."""

    def __init__(self, replies: Mapping[str, Reply], examples: tuple[str, ...] = ()) -> None:
        self._replies = replies
        self._examples = examples
        self.asked: list[tuple[str, Context]] = []

    def ask(self, text: str, context: Context | None = None) -> Reply:
        self.asked.append((text, context or Context()))
        return self._replies.get(text, Reply(text, Status.UNKNOWN, Language.EN, text="Pardon?"))

    def press(self, code: str, context: Context | None = None) -> Reply:
        return self.ask(code, context)

    def examples(self, language: Language) -> tuple[str, ...]:
        return self._examples


def reply(text: str, *, code: str | None = None, buttons: tuple[Button, ...] = ()) -> Reply:
    rows = tuple((button,) for button in buttons)
    return Reply("", Status.ANSWERED, Language.EN, text=text, code=code, buttons=rows)
