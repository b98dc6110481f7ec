"""What a pattern handler is: how it reads a question of its kind, and how it answers one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple

from bot.answers import Answer
from bot.language.basics.cues import Cue
from bot.language.tokens.reading import Reading, Token
from bot.quantities import CALL, CHARACTER, COPY, DAY, TOKEN, WORD
from bot.question import Kind, Question
from bot.questions.phrases.slots import Slots
from bot.questions.working.market import Market


class Candidate(NamedTuple):
    """One way to understand a message.

    ``used`` are the places of the tokens that this reading explains, ``missing`` the slot without which it cannot be
    answered, ``implied`` true where nothing in the message says the kind (a bare name and an amount). ``weight`` adds
    what is explained outside the tokens (words known to facts only).
    """

    question: Question
    used: frozenset[int]
    missing: str | None = None
    implied: bool = False
    extra: float = 0.0
    known: float = 0.0
    trust: float = 1.0
    asked: bool = False
    """Whether the message is one of the questions that are written beside the facts it asks for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handler:
    """A kind of question: the one record of it, in the file that reads and answers it.

    ``letter`` begins its codes and never changes. ``precedence`` says which kind is meant where two explain a message
    equally well: the lower, more special one. ``examples``, in Chinese and English, are its help text and its tests at
    once; ``place`` is their order among those of the others.

    A question of the kind fills no other slots than ``slots``; without all that it ``needs``, and one of those of
    which it ``needs_one``, it asks nothing. ``beside`` are slots that say nothing without another one. ``targets`` are
    what its answer may be in, with ``in_money`` any currency as well.
    """

    kind: Kind
    letter: str
    read: Callable[[Slots], Candidate | None]
    answer: Callable[[Question, Market], Answer]
    examples: tuple[str, ...]
    precedence: int
    place: int
    slots: frozenset[str]
    needs: frozenset[str] = frozenset()
    needs_one: frozenset[str] = frozenset()
    beside: Mapping[str, str] = field(default_factory=dict)
    targets: frozenset[str] = frozenset()
    in_money: bool = True


SUPPOSED: Final = frozenset({"baseline", "factor", "supposed_of", "unpriced", "terms"})
"""Slots of prices that are not as published."""
COUNTED: Final = frozenset({TOKEN, CHARACTER, WORD, CALL, COPY, DAY})
"""Units that money buys."""


_HEAVY: Final = frozenset(
    {Cue.CHEAPEST, Cue.DEAREST, Cue.BEFORE, Cue.CUT, Cue.WHY, Cue.DATE, Cue.HOW_MUCH_MONEY, Cue.DURATION, Cue.FREE, Cue.EXCEPT,
     Cue.RAISE, Cue.HELP, Cue.WHO, Cue.WHEN, Cue.DESCENDING, Cue.SOURCE, Cue.DIFFERENCE, Cue.SWITCH, Cue.SAVE, Cue.ORDER, Cue.RIVALRY}
)  # fmt: skip
_FREE: Final = frozenset({Cue.FILLER, Cue.ASK, Cue.QUESTION, Cue.MAYBE, Cue.EXISTS})
_LIGHT: Final = frozenset(
    {Cue.PER, Cue.VERSUS, Cue.THAN, Cue.WHAT, Cue.MODELS, Cue.VENDORS, Cue.ALL,
     Cue.KNOW, Cue.HOW, Cue.EACH}
)  # fmt: skip


_TOPIC_WEIGHT: Final = 2.0
"""What a word that only facts know weighs."""


def token_weight(token: Token) -> float:
    """How much a token matters to what a message asks."""
    if token.name is not None or (token.amount is not None and not token.cues):
        return 3.0
    return _cues_weight(token.cues)


@lru_cache(maxsize=1024)
def _cues_weight(cues: tuple[Cue, ...]) -> float:
    if not cues:
        return _TOPIC_WEIGHT
    if not _FREE.isdisjoint(cues):
        return 0.0
    if not _HEAVY.isdisjoint(cues):
        return 2.0
    return 0.5 if _LIGHT.issuperset(cues) else 1.0


def residue_weight(reading: Reading, span: tuple[int, int]) -> float:
    """How much an unknown stretch of text speaks against being understood."""
    start, end = span
    return 1.0 if reading.text[start].isascii() else 0.5 * (end - start)


COMMON: Final = frozenset(
    {Cue.PER, Cue.QUESTION, Cue.MAYBE, Cue.ASK, Cue.WHAT, Cue.MODELS, Cue.CONVERT, Cue.KNOW, Cue.EXISTS, Cue.TOKEN,
     Cue.UNDER, Cue.OVER, Cue.DATE}
)  # fmt: skip
"""Words that go with any question about prices: they speak for none of the kinds."""


_DESPITE_WHY: Final = 0.8
"""What is left of a score where the message asks why, which no sum answers."""

_WITHOUT: Final = {"subject": 0.6}
"""What is left of a score where a slot is missing; the subject is the one that most often shows a misreading."""


def score(candidate: Candidate, reading: Reading) -> float:
    """The share of the message, by weight, that the candidate explains: from 0 to 1."""
    weights = [token_weight(token) for token in reading.tokens]
    total = sum(weights) + sum(residue_weight(reading, span) for span in reading.residue)
    explained = sum(weights[place] for place in candidate.used) + candidate.extra
    share = explained / total if total else candidate.extra
    if candidate.missing is not None:
        share *= _WITHOUT.get(candidate.missing, 0.85)
    if candidate.implied:
        share *= 0.7
    if candidate.question.kind is not Kind.FACT and reading.has(Cue.WHY):
        share *= _DESPITE_WHY
    return min(1.0, share) * candidate.trust


def unknown(candidate: Candidate, reading: Reading) -> float:
    """The weight of the stretches that neither a token nor the candidate explains."""
    return sum(residue_weight(reading, span) for span in reading.residue) - candidate.known


def used(slots: Slots, cues: frozenset[Cue]) -> frozenset[int]:
    """Places of all words with any of the cues; a word for when (什么时候) is explained by nothing less than its time."""
    marked = slots.reading.marked(cues)
    return marked if Cue.WHEN in cues else marked.difference(slots.reading.places(Cue.WHEN))
