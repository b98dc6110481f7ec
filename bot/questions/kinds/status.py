"""Is it still sold, since when, since when not, and what came after it."""

from __future__ import annotations

from typing import Final

from bot.answers import Answer, Result, Role
from bot.knowledge.days import RoughDay
from bot.knowledge.model_entries import ModelStatus
from bot.language.basics.cues import Cue
from bot.language.basics.lexicon import is_han
from bot.language.words.expressions import expressions
from bot.quantities import DATE, TEXT
from bot.question import Kind, Question
from bot.questions.frames.handler import COMMON, Candidate, Handler
from bot.questions.phrases.asking import asks_whether
from bot.questions.phrases.slots import Slots
from bot.questions.working.market import Market
from bot.questions.working.traits import successors_of
from bot.questions.working.working import Working

_SIGNS: Final = (Cue.SOLD, Cue.SUCCESSOR)
RELEASED: Final = "released"
"""The target of a question that asks when a model came out."""
SUCCESSOR: Final = "successor"
"""The target of a question that asks what came after a model, of which is spoken from then on."""
_CAME_OUT: Final = expressions("came out")
_OTHERWISE: Final = (
    Cue.CUT, Cue.RAISE, Cue.FREE, Cue.PRICE, Cue.CHEAP, Cue.DEAR, Cue.COURSE, Cue.HOW_MUCH_MONEY, Cue.HOW_MANY, Cue.DIFFERENCE,
    Cue.COMING,
)  # fmt: skip
"""What else may have begun on a day."""
Span = tuple[int, int]

_STILL: Final = expressions("still there")
_SELLING: Final = expressions("selling")
_WITHIN: Final = 6
_BREAKS: Final = ",;?!。多少几"
"""What asks with two words whether something is sold yet: 还有api卖吗."""


def read(slots: Slots) -> Candidate | None:
    """A question about the days of models; of those of which none are known there is nothing to say."""
    reading = slots.reading
    still = _STILL.followed_by(_SELLING, reading.text, _WITHIN, _BREAKS) or _asks_if_there(slots)
    newest = _asks_if_newest(slots)
    sold = still is not None or newest is not None or reading.has(*_SIGNS)
    if not (sold or reading.has(*_WHEN, Cue.WHICH, Cue.WHO)):
        return None
    models = slots.models
    if not models or slots.money or slots.loads[0]:
        return None
    came_out = _came_out(slots) or _which_is_newer(slots)
    if came_out:
        return Candidate(Question(Kind.STATUS, models, target=RELEASED), reading.marked(_WHEN), spans=came_out)
    if not sold or reading.has(Cue.HOW_MANY, Cue.HOW_MUCH_MONEY):
        return None
    if not all(_is_told(slots.market, model) for model in models) or not _names_all(slots, models):
        return None
    after = newest is not None or (Cue.SUCCESSOR in reading.cues and Cue.SOLD not in reading.cues)
    question = Question(Kind.STATUS, models, target=SUCCESSOR if after else None)
    return Candidate(question, spans=tuple(filter(None, (still, newest))))


def _asks_if_there(slots: Slots) -> Span | None:
    """Where it is asked, behind the names and with nothing behind it, if something is still there: 混元现在还有吗."""
    text = slots.reading.text
    named = max((slots.tokens[place].end for place, _ in slots.named if place >= 0), default=len(text))
    asked = (span for span in _STILL_THERE.spans(text) if span[0] >= named)
    return next((span for span in asked if not text[span[1] :].strip(_CLOSING)), None)


def _asks_if_newest(slots: Slots) -> Span | None:
    """Where it is asked of models by their own names if they are the newest: is opus 5.5 still the latest."""
    reading = slots.reading
    if reading.has(*_OTHERWISE) or {id_ for _, id_ in slots.named} != {*slots.models}:
        return None
    asked = asks_whether(reading) or "?" in reading.text
    return _NEWEST.first(reading.text) if asked else None


_STILL_THERE: Final = expressions("still there, alone")
_NEWEST: Final = expressions("the newest")
_CLOSING: Final = "?!. 吗么啊呀呢㗎"


_WHEN: Final = frozenset({Cue.WHEN, Cue.DURATION})


def _came_out(slots: Slots) -> tuple[tuple[int, int], ...]:
    """Where it is asked when a model came out, of which that is known."""
    reading = slots.reading
    if not reading.has(*_WHEN) or reading.has(*_OTHERWISE, *_SIGNS):
        return ()
    if {id_ for _, id_ in slots.named} != {*slots.models}:
        return ()  # of a vendor the stock market may be meant
    if not all(_released(slots.market, model) for model in slots.models):
        return ()
    within = [token for token in reading.tokens if token.end - token.start > 1]
    light = {token.start for token in reading.tokens if not _LIGHT.isdisjoint(token.cues)}
    found = _CAME_OUT.spans(reading.text)
    return tuple(
        (start, end)
        for start, end in found
        if not any(token.start < start < token.end for token in within)
        and not (reading.text[end - 1] in _TAKING and is_han(reading.text, end) and end not in light)
    )


def _which_is_newer(slots: Slots) -> tuple[tuple[int, int], ...]:
    """Where it is asked which of some models is newer, of which it is known when they came out."""
    known = len(slots.models) > 1 and all(_released(slots.market, model) for model in slots.models)
    return tuple(_NEWER.spans(slots.reading.text)) if known else ()


_NEWER: Final = expressions("newer")
_LIGHT: Final = frozenset({Cue.FILLER, Cue.QUESTION, Cue.MAYBE})
_TAKING: Final = frozenset("出发上")
"""Words that stand for coming out where nothing follows that is brought out: 几时出, but 几时出新版."""


def _released(market: Market, model: str) -> RoughDay | None:
    life = market.life(model)
    return life.released if life is not None else None


def _names_all(slots: Slots, models: tuple[str, ...]) -> bool:
    """Whether those of the wider catalogue are named themselves: of all that a seller has nobody asks."""
    named = {id_ for _, id_ in slots.named}
    return all(model in named or not is_listed(slots.market, model) for model in models)


def _is_told(market: Market, model: str) -> bool:
    """Whether its days are known, or at least that the wider catalogue lists it."""
    return market.life(model) is not None or is_listed(market, model)


def is_listed(market: Market, model: str) -> bool:
    """Whether a model is in the wider catalogue alone, which says what is sold, and of no day when that ends."""
    return model not in market.knowledge.entries and bool(market.catalogue.prices(model))


def answer(question: Question, market: Market) -> Answer:
    working = Working(market, question)
    for model in question.subjects:
        life, status = market.life(model), market.status(model)
        if status is not None and life is None and is_listed(market, model):
            _add_listed(working, model, status)
            continue
        if life is None or status is None:
            continue
        source = life.sources[0] if life.sources else None
        for cited in life.sources[:1]:
            working.cite(cited)
        told = Result(TEXT, subject=model, as_of=market.day_at(model), source=source, status=status)
        working.results.append(told)
        if question.target == RELEASED:
            working.results.append(told._replace(unit=DATE, day=life.released))
            continue
        day = life.retired if life.is_retired and status is not ModelStatus.SUPERSEDED else life.superseded
        if day is not None:
            working.results.append(told._replace(unit=DATE, day=day))
        for successor, before in successors_of(market, model).items():
            _add_successor(working, successor, before)
    return working.answer()


def spoken_of(question: Question, market: Market) -> tuple[str, ...]:
    """What "it" is after a question: what came after the model, where that was asked; else what it was about."""
    if question.target != SUCCESSOR or len(question.subjects) != 1:
        return question.subjects
    after = successors_of(market, question.subjects[0])
    sold = [model for model in after if market.status(model) is not ModelStatus.RETIRED]
    return tuple(sold[:1]) or question.subjects


def _add_successor(working: Working, model: str, before: str) -> None:
    """What took the place of another, with the source that tells of that one."""
    market = working.market
    life = market.life(before)
    source = life.sources[0] if life is not None and life.sources else None
    if source is not None:
        working.cite(source)
    working.results.append(Result(TEXT, subject=model, role=Role.ALSO, source=source, status=market.status(model)))


def _add_listed(working: Working, model: str, status: ModelStatus) -> None:
    """That the wider catalogue lists a model, on the day of its last check."""
    source = working.market.catalogue.source()
    if source is not None:
        working.cite(source.id)
        working.results.append(Result(TEXT, subject=model, as_of=source.date, source=source.id, status=status))


HANDLER: Final = Handler(
    kind=Kind.STATUS,
    letter="s",
    words=COMMON.union(_SIGNS, (Cue.BUY, Cue.WHEN, Cue.HOW, Cue.NOT, Cue.BEYOND, Cue.WHICH, Cue.VERSUS)),
    read=read,
    answer=answer,
    examples=("GLM-3 Turbo 现在还能买到吗", "is GLM-3 Turbo still available"),
    precedence=20,
    place=10,
    slots=frozenset({"subjects", "target"}),
    targets=frozenset({RELEASED, SUCCESSOR}),
    needs=frozenset({"subjects"}),
)
