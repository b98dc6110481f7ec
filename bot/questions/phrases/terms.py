"""Phrases for the terms on which prices are asked for: batch, at peak hours, above 200k tokens, at launch."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from bot.language.basics.cues import Cue
from bot.language.basics.vocabulary import words_under
from bot.language.tokens.reading import Reading
from bot.language.words.own_sides import lives
from bot.language.words.terms import modes, windows
from bot.quantities import TOKEN, Range
from bot.questions.phrases.rules import Rule, Stage
from bot.questions.phrases.values import Number, Side, Size, shown
from bot.questions.phrases.work import terminal as amount_of

_LEAST: Final = 1_000
"""A bound below which no vendor draws a line between short and long requests."""
TEXT: Final = words_under("questions", "terms, text")
"""Words for what a request holds, of which it may be said how long it is."""


_BOUNDING: Final[frozenset[Cue | str | type]] = frozenset({Cue.FILLER, Cue.UNDER, Cue.OVER})


class Mode(NamedTuple):
    """How a request is made: batch, flex, priority, fast or thinking."""

    name: str

    def __str__(self) -> str:
        return self.name


class Window(NamedTuple):
    """At which hours: peak or off-peak."""

    name: str

    def __str__(self) -> str:
        return self.name


class CacheLife(NamedTuple):
    """How long the cache keeps what is written: 5m or 1h."""

    name: str

    def __str__(self) -> str:
        return self.name


class Launch(NamedTuple):
    """The day on which a model came out."""

    def __str__(self) -> str:
        return "at launch"


class Length(NamedTuple):
    """Requests of so many tokens of input; one end is open."""

    tokens: Range

    def __str__(self) -> str:
        return f"requests of {shown(self.tokens)}"


def terminal(reading: Reading, place: int) -> Any:
    """The value of a token where terms are looked for."""
    token = reading.tokens[place]
    if Cue.TERM in token.cues:
        return _term(reading.text[token.start : token.end])
    return amount_of(reading, place)


def _term(word: str) -> Mode | Window | CacheLife | Launch | None:
    if word in TEXT:
        return None
    if word in modes():
        return Mode(modes()[word])
    if word in windows():
        return Window(windows()[word])
    return CacheLife(lives()[word]) if word in lives() else Launch()


def is_of_launch(reading: Reading) -> bool:
    """Whether the terms that a message speaks of are only those when a model came out: 刚出来的时候, at launch."""
    said = [reading.tokens[place] for place in reading.places(Cue.TERM)]
    return bool(said) and all(isinstance(_term(reading.text[word.start : word.end]), Launch) for word in said)


def _length(amount: Size | Number) -> Length | None:
    low, high = amount.value
    end = low if low is not None else high
    if amount.value.exact is not None or None not in (low, high) or end is None or end < _LEAST:
        return None
    return Length(amount.value) if isinstance(amount, Number) or amount.unit == TOKEN else None


STAGES: Final = (
    Stage(
        (
            Rule("<bound of a request>", ((Size, Number),), _length),
            Rule("<bound> of input", ((Size, Number), (Side, *TEXT)), lambda amount, _: _length(amount)),
            Rule(
                "input <bound>", ((Side, *TEXT), (Size, Number)), lambda _, amount: _length(amount), between=_BOUNDING
            ),
        )
    ),
)
