"""How much more a sum buys of one model than of another: 10块钱买GLM比买豆包多多少token."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final

from bot.answers import Result, Role
from bot.language.basics.cues import Cue
from bot.quantities import ARITHMETIC, ZERO, Range
from bot.question import Question
from bot.questions.frames.handler import Candidate
from bot.questions.phrases.slots import Slots
from bot.questions.working.working import Working, range_text

_MORE: Final = re.compile(
    r"[多少](?:能|可以)?(?:买|写|得|拿|用|换|出|到|生成|处理|咗|了|返)*(?:多少|几多|几)"
    r"|\b(?:how (?:many|much) )?(?:more|fewer|less|extra)\b"
)
_EXPLAINED: Final = frozenset({Cue.DIFFERENCE, Cue.THAN, Cue.VERSUS, Cue.DEAR, Cue.CHEAP, Cue.SWITCH})


def by_how_much_more(candidate: Candidate, slots: Slots) -> Candidate:
    """The question for a budget with the model to compare with, where the difference between two is asked for."""
    found = _asks_for_difference(slots, candidate.question)
    if found is None:
        return candidate
    question = replace(candidate.question, versus=candidate.question.subjects[1])
    used = candidate.used | slots.reading.marked(_EXPLAINED)
    return candidate._replace(question=question, used=used, spans=candidate.spans + found)


def _asks_for_difference(slots: Slots, question: Question) -> tuple[tuple[int, int], ...] | None:
    """The stretches that ask for the difference between what one sum buys of two models; ``None`` where none is asked."""
    if len(question.subjects) != 2 or len(question.money) != 1 or question.apart or question.loads:
        return None
    reading = slots.reading
    if not (Cue.DIFFERENCE in reading.cues or (reading.has(Cue.THAN, Cue.SWITCH) and Cue.HOW_MANY in reading.cues)):
        return None
    spans = tuple(match.span() for match in _MORE.finditer(reading.text))
    return spans if spans or Cue.DIFFERENCE in reading.cues else None


def add_difference(working: Working) -> None:
    """Add by how much one of two results is more than the other, where that is certain of their ranges."""
    found = [result for result in working.results if result.role is Role.ANSWER and result.value is not None]
    if len(found) != 2 or found[0].unit != found[1].unit or found[0].subject == found[1].subject:
        return
    more, less = sorted(found, key=_size, reverse=True)
    most, least = more.value, less.value
    if most is None or least is None or most.low is None or least.high is None:
        return
    low = ARITHMETIC.subtract(most.low, least.high)
    if low <= ZERO:
        return
    high = None if most.high is None or least.low is None else ARITHMETIC.subtract(most.high, least.low)
    gap = Range(low, high)
    working.step(f"{range_text(most)} − {range_text(least)} = {range_text(gap)}")
    working.add(more.unit, gap, more.subject, role=Role.DIFFERENCE, given=more.given)


def _size(result: Result) -> tuple[bool, Decimal]:
    value = result.value or Range.exactly(ZERO)
    return value.low is not None, value.low or value.high or ZERO
