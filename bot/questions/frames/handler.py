"""What a pattern handler is: how it reads a question of its kind, and how it answers one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from bot.answers import Answer
from bot.language.basics.cues import Cue
from bot.quantities import CALL, CHARACTER, COPY, DAY, TOKEN, WORD
from bot.question import Kind, Question
from bot.questions.phrases.slots import Slots
from bot.questions.working.market import Market


class Candidate(NamedTuple):
    """One way to understand a message.

    ``used`` are the places of tokens, and ``spans`` the stretches of the text, that it explains beside the words of its
    kind and the phrases that fill its slots. ``missing`` is the slot without which it cannot be answered. ``implied``:
    nothing in the message says the kind (a bare name and an amount). ``doubtful``: all that it goes by speaks as well for
    other kinds. ``asked``: the message is one of the questions that are written beside the facts it asks for.
    """

    question: Question
    used: frozenset[int] = frozenset()
    missing: str | None = None
    implied: bool = False
    spans: tuple[tuple[int, int], ...] = ()
    doubtful: bool = False
    asked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Handler:
    """A kind of question: the one record of it, in the file that reads and answers it.

    ``letter`` begins its codes and never changes. ``words`` are those that a question of the kind may be asked with, and
    that it explains; ``near`` speak rather for another kind; one of ``verbs`` as the first word demands an answer of the
    kind. ``precedence`` says which kind is meant where two explain a message equally well: the lower, more special one. ``examples``, in Chinese and English, are its help text and its tests at
    once; ``place`` is their order among those of the others.

    A question of the kind fills no other slots than ``slots``; without all that it ``needs``, and one of those of
    which it ``needs_one``, it asks nothing. ``beside`` are slots that say nothing without another one. ``targets`` are
    what its answer may be in, with ``in_money`` any currency as well.
    """

    kind: Kind
    letter: str
    words: frozenset[Cue] = frozenset()
    near: frozenset[Cue] = frozenset()
    verbs: frozenset[Cue] = frozenset()
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


COMMON: Final = frozenset(
    {Cue.PER, Cue.QUESTION, Cue.MAYBE, Cue.ASK, Cue.WHAT, Cue.MODELS, Cue.CONVERT, Cue.KNOW, Cue.EXISTS, Cue.TOKEN,
     Cue.UNDER, Cue.OVER, Cue.DATE}
)  # fmt: skip
"""Words that go with any question about prices: they speak for none of the kinds."""
