"""Amounts of a message that take no part in its answer: they are named, so that nobody thinks that they do."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from bot.language.basics.cues import Cue
from bot.language.basics.entities import Amount, EntityKind
from bot.language.basics.vocabulary import words_under
from bot.language.basics.wordset import WordSet
from bot.question import Kind, Question
from bot.questions.frames.coverage import is_known
from bot.questions.frames.handler import Candidate
from bot.questions.phrases.clauses import CLAUSE_END
from bot.questions.phrases.heads import heads_behind
from bot.questions.phrases.slots import Slots
from bot.questions.phrases.values import Every

Span = tuple[int, int]

_SUMS: Final = (Kind.BUDGET, Kind.COST, Kind.PRICE, Kind.COMPARE, Kind.RANK, Kind.CONVERT, Kind.PLAN)
_FEW: Final = 10
"""A number up to which it may say how many models, or questions, there are."""
_ASKED: Final = "几"
"""How an amount begins that is asked for: 几千万."""
_TIME: Final = (Cue.SECOND, Cue.MINUTE, Cue.HOUR)
_IN_TIME: Final = (
    "在", "过", "等", "前", "后", " in", " within", " for", " after", " before", " by", " about", " every", " last", " next", " past",
    " another",
)  # fmt: skip
_THE: Final = " the"
_CONDITIONS: Final = WordSet(words_under("questions", "left out, conditions"))


def amounts_left_out(candidate: Candidate, slots: Slots) -> tuple[Span, ...]:
    """Where amounts stand that the candidate makes nothing of and that could change a sum.

    Left aside are numbers that only count the models, what is said again, a period that the sum itself is of, and times
    of something else (in 5 minutes).
    """
    if candidate.question.kind not in _SUMS:
        return ()
    used = {slots.tokens[place].amount for place in candidate.used}
    taken = {(amount.value, amount.unit) for amount in used if amount is not None}
    amounts = [
        (slots.tokens[place].start, slots.counted_until(place))
        for place, amount in slots.reading.amounts
        if place not in candidate.used
        and ((amount.value, amount.unit) not in taken or _is_of_a_side(place, slots))
        and not _is_aside(place, amount, candidate.question, slots)
        and not slots.reading.text.startswith(_ASKED, slots.tokens[place].start)
    ]
    return tuple(sorted((*amounts, *_figures_left_out(candidate, slots), *_conditions_left_out(candidate, slots))))


def _conditions_left_out(candidate: Candidate, slots: Slots) -> Iterator[Span]:
    """Where words stand that make a price another one, and that the candidate makes nothing of: 企业版, with retries."""
    used = [(slots.tokens[place].start, slots.tokens[place].end) for place in candidate.used]
    end = 0
    for span in _CONDITIONS.spans(slots.reading.text):
        if span[0] >= end and not any(span[0] < stop and start < span[1] for start, stop in (*used, *candidate.spans)):
            end = span[1]
            yield span


def _figures_left_out(candidate: Candidate, slots: Slots) -> Iterator[Span]:
    """Where figures stand that are no amount by themselves, and part of no name: 500k in with 500k context."""
    text = slots.reading.text
    for start, end in slots.reading.residue:
        if text[start].isdigit() and not is_known(candidate, text, (start, end)):
            yield start, end


def _is_of_a_side(place: int, slots: Slots) -> bool:
    """Whether a word for a side stands right behind an amount, which then says nothing again: 1k in 1k out."""
    behind = slots.tokens[place + 1] if place + 1 < len(slots.tokens) else None
    return behind is not None and not {Cue.INPUT, Cue.OUTPUT, Cue.CACHED}.isdisjoint(behind.cues)


def _is_aside(place: int, amount: Amount, question: Question, slots: Slots) -> bool:
    if amount.kind is EntityKind.NUMBER:
        value, token = amount.value.exact, slots.tokens[place]
        beside = slots.tokens[place + 1].cues if place + 1 < len(slots.tokens) else ()
        if not set(_TIME).isdisjoint(beside):
            before = f" {slots.reading.text[: token.start]}".rstrip()
            return before.removesuffix(_THE).endswith(_IN_TIME)
        few = value is not None and value <= _FEW and value % 1 == 0
        heads = value != len(slots.named) and heads_behind(slots.reading.text, token.end) is not None
        return few and not (heads or slots.counts_unknown(place))
    phrase = next((each for each in slots.phrases if each.mask >> place & 1), None)
    return question.kind is Kind.BUDGET and isinstance(phrase.value if phrase else None, Every)


def beside_the_question(candidate: Candidate, slots: Slots) -> bool:
    """Whether an amount that is left out stands in one clause with what the question is made of: it may belong to it."""
    text = slots.reading.text
    ends = [match.start() for match in CLAUSE_END.finditer(text)]
    clauses = {bisect_left(ends, start) for start, _ in amounts_left_out(candidate, slots)}
    used = (slots.tokens[place] for place in candidate.used)
    told = {bisect_left(ends, token.start) for token in used if token.name is not None or token.amount is not None}
    return not clauses.isdisjoint(told)
