"""What vendors give for nothing: so many tokens to whoever registers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from bot.answers import Answer, Remark, Result
from bot.knowledge.model_entries import FreeQuota
from bot.language.basics.cues import Cue
from bot.quantities import TOKEN, Range
from bot.question import Kind, Question, Unpriced
from bot.questions.frames.handler import Candidate
from bot.questions.phrases.slots import Slots
from bot.questions.working.market import Market
from bot.questions.working.working import Working

_ASKING: Final = (Cue.HOW_MANY, Cue.HOW_MUCH_MONEY, Cue.EXISTS, Cue.QUESTION, Cue.MAYBE, Cue.WHAT)
_WHO: Final = (Cue.WHICH, Cue.WHO, Cue.VENDORS, Cue.MODELS)
_EXPLAINED: Final = frozenset({Cue.GIFT, Cue.FREE, Cue.TOKEN, Cue.BUY, *_ASKING})


def read_quota(slots: Slots) -> Candidate | None:
    """A question about what is given of models for nothing, or who gives; an amount beside it is one to be paid for."""
    reading = slots.reading
    if Cue.GIFT not in reading.cues or slots.money or slots.loads[0] or reading.amounts:
        return None
    if slots.subjects and reading.has(*_ASKING):
        return Candidate(Question(Kind.PRICE, slots.subjects, unpriced=Unpriced.QUOTA), reading.marked(_EXPLAINED))
    givers = _givers(slots.market) if reading.has(*_WHO) and not slots.named and not slots.names_unknown else ()
    if not givers:
        return None
    return Candidate(Question(Kind.PRICE, givers, unpriced=Unpriced.QUOTA), reading.marked(_EXPLAINED.union(_WHO)))


def _givers(market: Market) -> tuple[str, ...]:
    """The vendors that are known to give something today."""
    return tuple(vendor for vendor in market.knowledge.vendors if any(_given(market, vendor)))


def _given(market: Market, vendor: str) -> Iterator[FreeQuota]:
    """What a vendor gives today."""
    for quota in market.free_quotas(vendor):
        if (quota.since or market.day) <= market.day and (quota.until is None or market.day < quota.until):
            yield quota


def answer_quota(question: Question, market: Market) -> Answer:
    """What the vendors of the models give; where none is known to give anything, that it is not known."""
    working = Working(market, question)
    entries = filter(None, map(market.entry, question.subjects))
    for vendor in dict.fromkeys(entry.vendor or entry.id for entry in entries):
        told = len(working.results)
        for quota in _given(market, vendor):
            working.cite(quota.source)
            given = Range.exactly(quota.tokens)
            working.results.append(Result(TOKEN, given, vendor, as_of=quota.since or market.day, source=quota.source))
        if len(working.results) == told:
            working.note(Remark.NO_QUOTA, vendor)
    working.question = replace(question, unpriced=None)
    return working.answer()
