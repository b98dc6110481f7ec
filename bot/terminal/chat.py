"""The local chat, apart from the terminal: a line comes in, what to show goes out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from bot.answers import Button, Context, Reply
from bot.engine import Engine
from bot.question import Kind, Order, Question
from bot.terminal.pictures import keep
from bot.terminal.texts import WORDINGS, Wording
from bot.text import MAX_TEXT_LENGTH, Language

COMMANDS: Final = ("/price", "/changes", "/models", "/sources", "/chart", "/help", "/lang", "/quit")
_CHART: Final = "/chart"
_LEAVING: Final = ("/quit", "/exit", "/q")
_MOST_EXAMPLES: Final = 6
_ALL_PRICES: Final = Question(Kind.RANK, order=Order.ASCENDING)


@dataclass(frozen=True, slots=True)
class Said:
    """What the chat says: ``lead`` is what matters, ``rest`` explains it, ``choices`` are numbered from 1.

    ``heard`` is what a number stood for.
    """

    lead: str = ""
    rest: str = ""
    choices: tuple[str, ...] = ()
    note: str = ""
    heard: str = ""
    leaving: bool = False


class Chat:
    """One conversation. A number picks one of the choices shown last; everything else is a command or a question.

    Args:
        usual: the language of the chat itself, and of answers where the question leaves it open.
        now: what the clock says all the while; ``None`` goes by the system's.
        full: whether answers say all that is known.
        folder: where charts are put.
    """

    def __init__(
        self,
        engine: Engine,
        usual: Language,
        now: datetime | None = None,
        *,
        full: bool = False,
        folder: Path = Path(),
    ) -> None:
        self._engine = engine
        self._folder = folder
        self._full = full
        self._usual = usual
        self._now = now
        self._language: Language | None = None
        self._previous: str | None = None
        self._spoken: Language | None = None
        self._choices: tuple[Button | str, ...] = ()

    @property
    def language(self) -> Language:
        """The language of the chat's own texts."""
        return self._language or self._usual

    def greet(self) -> Said:
        wording = self._wording
        return Said(wording.greeting, choices=self._offer_examples(), note=wording.keys)

    def example(self) -> str:
        """The question to show the bot by."""
        return next(iter(self._engine.examples(self.language)), "")

    def farewell(self) -> Said:
        return Said(self._wording.farewell, leaving=True)

    def completions(self) -> tuple[str, ...]:
        """Lines to offer while somebody types."""
        languages = ("auto", *(language.value for language in Language))
        commands = (*COMMANDS, *(f"/lang {language}" for language in languages))
        return (*commands, *self._engine.examples(self.language))

    def hear(self, line: str) -> Said:
        """Take one line and say what is to be said; never raises, whatever the line."""
        line = line.strip()
        if line.startswith("/"):
            return self._command(line)
        choice = self._choice(line)
        if isinstance(choice, Button):
            return self._say(self._engine.press(choice.code, self._context()), choice.label)
        if choice:
            return replace(self.hear(choice), heard=choice)
        return self._say(self._engine.ask(line[:MAX_TEXT_LENGTH], self._context()))

    @property
    def _wording(self) -> Wording:
        return WORDINGS[self.language]

    def _context(self) -> Context:
        """A message that leaves its language open, like a bare name, is answered in that of the reply before."""
        usual = self._spoken or self._usual
        return Context(language=self._language, usual_language=usual, now=self._now, previous=self._previous)

    def _choice(self, line: str) -> Button | str | None:
        if not (line.isascii() and line.isdecimal() and len(line) <= 2):
            return None
        place = int(line) - 1
        return self._choices[place] if 0 <= place < len(self._choices) else None

    def _say(self, reply: Reply, heard: str = "") -> Said:
        buttons = tuple(button for row in reply.buttons for button in row)
        self._choices = (*buttons, _CHART) if reply.charted else buttons
        self._previous = reply.code or self._previous
        if self._language is None:
            self._spoken = reply.language
        if not reply.text:
            return Said(self._wording.silent, heard=heard)
        lead, _, rest = (reply.full if self._full else reply.text).partition("\n")
        return Said(lead, rest, tuple(map(_label, self._choices)), heard=heard)

    def _command(self, line: str) -> Said:
        name, _, argument = line.partition(" ")
        wording = self._wording
        if name in _LEAVING:
            return self.farewell()
        if name == "/help":
            return Said(wording.help, choices=self._offer_examples(), note=wording.keys)
        if name == _CHART:
            return self._draw(argument.strip())
        if name == "/lang":
            return self._switch(argument.strip())
        if name in ("/price", "/changes"):
            return self._price(name, argument.strip())
        if name in ("/models", "/sources"):
            return self._overview(name)
        return Said(wording.unknown_command.format(name[:40]))

    def _draw(self, names: str) -> Said:
        """Draw what is named, or else the answer before, or else all prices, into a file."""
        context, wording = self._context(), self._wording
        if names:
            reply, chart = self._engine.picture(names[:MAX_TEXT_LENGTH], context)
        else:
            code = self._previous or self._engine.code_of(_ALL_PRICES)
            reply, chart = self._engine.press_picture(code or "", context)
        said = self._say(replace(reply, charted=False))
        if chart is None:
            return replace(said, note=wording.no_chart)
        try:
            return replace(said, note=wording.chart.format(keep(chart, self._folder)))
        except OSError as error:
            return replace(said, note=wording.chart_not_kept.format(error.strerror or error))

    def _price(self, name: str, argument: str) -> Said:
        """What is asked about prices; alone, those of the best-known models, or the ones that changed lately."""
        if argument:
            return self._say(self._engine.ask(argument[:MAX_TEXT_LENGTH], self._context()), argument)
        of = self._engine.at_a_glance if name == "/price" else self._engine.latest_changes
        question = of(self._context())
        code = self._engine.code_of(question) if question is not None else None
        return self._say(self._engine.press(code or "", self._context()), name)

    def _overview(self, name: str) -> Said:
        """All models on sale by vendor, or all sources."""
        context, comma = self._context(), ", " if self.language is Language.EN else "、"
        if name == "/models":
            found = [f"{each.name}: {comma.join(each.models)}" for each in self._engine.makers(context)]
        else:
            found = list(self._engine.sources(context))
        return Said(rest="\n".join(f"· {line}" for line in found))

    def _switch(self, wanted: str) -> Said:
        folded = wanted.casefold().replace("_", "-")
        if folded == "auto":
            self._language = self._spoken = None
        elif folded:
            language = next((language for language in Language if language.value.casefold() == folded), None)
            if language is None:
                return Said(self._wording.unknown_language.format(wanted[:40]))
            self._language = language
        wording = self._wording
        return Said(wording.language.format(self._language.value if self._language else wording.automatic))

    def _offer_examples(self) -> tuple[str, ...]:
        examples = self._engine.examples(self.language)[:_MOST_EXAMPLES]
        self._choices = examples
        return examples


def _label(choice: Button | str) -> str:
    return choice if isinstance(choice, str) else choice.label
