"""Is it still sold, since when not, and what came after it."""

from __future__ import annotations

from typing import Final

from bot.answers import Answer, Result, Role
from bot.language.basics.cues import Cue
from bot.language.words.expressions import expressions
from bot.quantities import DATE, TEXT
from bot.question import Kind, Question
from bot.questions.frames.handler import COMMON, Candidate, Handler
from bot.questions.phrases.slots import Slots
from bot.questions.working.market import Market
from bot.questions.working.working import Working

_SIGNS: Final = (Cue.SOLD, Cue.SUCCESSOR)
_STILL: Final = expressions("still there")
_SELLING: Final = expressions("selling")
_WITHIN: Final = 6
_BREAKS: Final = ",;?!。多少几"
"""What asks with two words whether something is sold yet: 还有api卖吗."""


def read(slots: Slots) -> Candidate | None:
    """A question about the days of models; of those of which none are known there is nothing to say."""
    models = slots.models
    if not models or slots.money or slots.loads[0]:
        return None
    still = _STILL.followed_by(_SELLING, slots.reading.text, _WITHIN, _BREAKS)
    if not slots.reading.has(*_SIGNS) and still is None:
        return None
    if slots.reading.has(Cue.HOW_MANY, Cue.HOW_MUCH_MONEY) or any(slots.market.life(model) is None for model in models):
        return None
    return Candidate(Question(Kind.STATUS, models), spans=(still,) if still is not None else ())


def answer(question: Question, market: Market) -> Answer:
    working = Working(market, question)
    for model in question.subjects:
        life, status = market.life(model), market.status(model)
        if life is None or status is None:
            continue
        source = life.sources[0] if life.sources else None
        for cited in life.sources[:1]:
            working.cite(cited)
        told = Result(TEXT, subject=model, as_of=market.day_at(model), source=source, status=status)
        working.results.append(told)
        day = life.retired if life.is_retired else life.superseded
        if day is not None:
            working.results.append(told._replace(unit=DATE, day=day))
        successors = life.successors or ((life.superseded_by,) if life.superseded_by else ())
        for successor in successors:
            status = market.status(successor)
            working.results.append(Result(TEXT, subject=successor, role=Role.ALSO, source=source, status=status))
    return working.answer()


HANDLER: Final = Handler(
    kind=Kind.STATUS,
    letter="s",
    words=COMMON.union(_SIGNS, (Cue.BUY, Cue.WHEN, Cue.HOW, Cue.NOT, Cue.BEYOND, Cue.WHICH, Cue.VERSUS)),
    read=read,
    answer=answer,
    examples=("GLM-3 Turbo 现在还能买到吗", "is GLM-3 Turbo still available"),
    precedence=20,
    place=10,
    slots=frozenset({"subjects"}),
    needs=frozenset({"subjects"}),
)
