"""What an amount of work costs before and after a cut of the price, and the difference: 1亿token GLM降价前后差多少钱."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final

from bot.answers import Answer, Note, Remark, Result, Role
from bot.language.basics.cues import Cue
from bot.quantities import ARITHMETIC, CALL, COPY, DAY, TOKEN, ZERO, Quantity, Range
from bot.question import Baseline, Kind, Load, Question
from bot.questions.frames.coverage import worded
from bot.questions.frames.handler import COMMON, Candidate
from bot.questions.frames.suppositions import supposition
from bot.questions.kinds.cost import answer as cost_of
from bot.questions.phrases.slots import Slots
from bot.questions.working.earlier import last_change
from bot.questions.working.market import Market
from bot.questions.working.working import range_text

_EXPLAINED: Final = COMMON | {
    Cue.BEFORE, Cue.CUT, Cue.RAISE, Cue.DIFFERENCE, Cue.SAVE, Cue.CHEAP, Cue.THAN, Cue.VERSUS, Cue.SPEND, Cue.PRICE, Cue.BUY,
    Cue.HOW_MANY, Cue.HOW_MUCH_MONEY, Cue.MONEY_WORD, Cue.WRITE, Cue.CHARACTER, Cue.WORD, Cue.COPY,
}  # fmt: skip
_BOTH: Final = re.compile(
    r"前(?:和|与|跟|同|、|以及)?[^,.;?!前]{0,5}后|\bbefore(?: and|,? vs\.?|,? versus| or|/| &)? ?after\b|\bafter\b.{0,24}\bbefore\b"
)
"""Words for both times, whose costs are wanted even where no difference is."""
_MONEY: Final = (Cue.HOW_MUCH_MONEY, Cue.SPEND, Cue.PRICE, Cue.MONEY_WORD, Cue.DIFFERENCE)


def read(slots: Slots) -> Candidate | None:
    """The question of a message for the change of a cost since a cut, where it is one."""
    reading = slots.reading
    if not reading.has(Cue.BEFORE, Cue.CUT, Cue.RAISE) or len(slots.subjects) != 1 or slots.industry:
        return None
    differs = reading.has(Cue.DIFFERENCE, Cue.SAVE) or (Cue.CHEAP in reading.cues and Cue.HOW_MANY in reading.cues)
    both = Cue.BEFORE in reading.cues and _BOTH.search(reading.text) is not None
    if not (differs or both) or slots.money or slots.as_of is not None or slots.unit_price is not None:
        return None
    loads, places = slots.loads
    if not loads and both and slots.per is not None and reading.has(*_MONEY):
        loads, places = [Load(Quantity(Range.exactly(slots.per[1]), TOKEN))], slots.per[0]
    if not loads or any(load.amount.unit in (CALL, COPY, DAY) or load.subject for load in loads):
        return None
    if len(loads) > 1 and not all(load.side for load in loads):
        return None
    supposed = supposition(slots)
    if supposed is not None and not supposed.published:
        return None
    text = reading.text
    after = (place for place, token in enumerate(slots.tokens) if text[token.start : token.end] == "after")
    places = places.union(worded(slots, _EXPLAINED), after, supposed.places if supposed else ())
    question = Question(
        Kind.DISCOUNT, slots.subjects, loads=tuple(loads), target=slots.asked_currency, baseline=Baseline.BEFORE
    )
    return Candidate(question, places, spans=supposed.spans if supposed else ())


def answer(question: Question, market: Market) -> Answer:
    """Both costs, the earlier one first, and by how much they differ; today's alone where no earlier price is known."""
    model = question.subjects[0]
    now = cost_of(replace(question, kind=Kind.COST, baseline=None), market)
    was = cost_of(replace(question, kind=Kind.COST), market)
    unknown = any(note.remark is Remark.NOT_EARLIER for note in was.notes)
    pairs = _side_by_side(was, now)
    if unknown or not pairs:
        notes = (Note(Remark.NO_EARLIER_PRICE, (model,)), *now.notes) if unknown else now.notes
        return now._replace(question=question, notes=notes)
    change = last_change(market, model)
    comparable = change is None or not any(side.in_two_currencies for side in change.sides)
    steps = [*was.steps, *(step for step in now.steps if step not in was.steps)]
    results: list[Result] = []
    for before, after in pairs:
        results += (before, after)
        if comparable and before.value is not None and after.value is not None:
            gap = _apart(before.value, after.value)
            more, less = sorted((before.value, after.value), key=_size, reverse=True)
            if gap.exact != ZERO or len(pairs) == 1:
                steps.append(f"{range_text(more)} − {range_text(less)} = {range_text(gap)}")
                results.append(after._replace(value=gap, role=Role.DIFFERENCE, free=False))
    notes = tuple(note for note in dict.fromkeys((*was.notes, *now.notes)) if note.remark is not Remark.EARLIER)
    if change is not None:
        notes += (Note(Remark.CHANGED, (model, change.move), day=change.day),)
        notes += () if comparable else (Note(Remark.TWO_CURRENCIES, (model,)),)
    return Answer(
        question,
        tuple(results),
        facts=tuple(dict.fromkeys((*was.facts, *now.facts))),
        steps=tuple(steps),
        sources=tuple(dict.fromkeys((*was.sources, *now.sources))),
        notes=notes,
    )


def _side_by_side(was: Answer, now: Answer) -> list[tuple[Result, Result]]:
    """The costs before and after of each side; of one cost for all there is one pair."""
    before, after = ([result for result in each.results if result.role is Role.ANSWER] for each in (was, now))
    if len(before) == 1 and len(after) > 1:
        before = [before[0]._replace(side=result.side) for result in after]
    elif len(after) == 1 and len(before) > 1:
        after = [after[0]._replace(side=result.side) for result in before]
    return [(one, other) for one in before for other in after if one.side == other.side]


def _size(cost: Range) -> Decimal:
    return cost.low or cost.high or ZERO


def _apart(before: Range, after: Range) -> Range:
    """How far two costs of one amount are apart, at each end of it."""
    return Range(*(_less(was, now) for was, now in zip(before, after, strict=True)))


def _less(was: Decimal | None, now: Decimal | None) -> Decimal | None:
    return None if was is None or now is None else abs(ARITHMETIC.subtract(was, now))
