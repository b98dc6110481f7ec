"""How the prices of a model went: since when, when they changed and how often, whether they did or will, what they were at launch."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from bot.answers import Answer, Remark, Role
from bot.knowledge.price_entries import Price, Side
from bot.language.basics.cues import Cue
from bot.language.basics.entities import EntityKind
from bot.language.words.expressions import expressions
from bot.quantities import ARITHMETIC, CALL, DATE, DAY, MILLION, PERCENT, ZERO, Range
from bot.question import Kind, Order, Question, Terms
from bot.questions.frames.coverage import worded
from bot.questions.frames.handler import COMMON, Candidate, Handler
from bot.questions.kinds.history_times import (
    EVER,
    MOST,
    MOVED,
    asks_of_past_price,
    compares_times,
    compares_with_then,
    ends_in_a_rise,
    is_known_then,
    is_on_record,
    unchanged_within,
)
from bot.questions.kinds.side_changes import MOVES
from bot.questions.kinds.window import asks_hour
from bot.questions.phrases.asking import asks, asks_since_when, asks_whether
from bot.questions.phrases.offers import offer_asked
from bot.questions.phrases.slots import Slots
from bot.questions.working.dated import dated_prices, is_undated, were_out
from bot.questions.working.earlier import Change, SideChange, dated_changes
from bot.questions.working.market import Market, one_size
from bot.questions.working.working import Working

CHANGE: Final = "change"
"""The target of a question that asks whether prices changed; that of one that asks when is a day, how often a call."""
_MEASURED: Final = (Cue.DIFFERENCE, Cue.HOW_MUCH_MONEY, Cue.WHY, Cue.WHO, Cue.SAVE, Cue.FUNDS)
"""Words that ask for a figure, or for what only facts tell."""
_WORDS: Final = COMMON.union(
    MOVED,
    (
        Cue.WHEN,
        Cue.CHEAP,
        Cue.DEAR,
        Cue.PRICE,
        Cue.CALL,
        Cue.HOW_MANY,
        Cue.FREE,
        Cue.TERM,
        Cue.COURSE,
        Cue.COMING,
        Cue.DURATION,
    ),
    (Cue.SAY, Cue.HOW, Cue.NOT, Cue.LIST, Cue.ALL, Cue.HOW_MUCH_MONEY, Cue.SPEND, Cue.BEFORE, Cue.BUY),
)
_ONE_DAY: Final = timedelta(days=1)
_LAST_DAY: Final = date.max
_TOLD: Final = (None, Side.INPUT, Side.OUTPUT)
"""The sides of a history where none is asked for."""


def read(slots: Slots) -> Candidate | None:
    """A question about the course of the prices of models whose days are on record."""
    reading, target = slots.reading, _target(slots)
    if target is None and not reading.has(Cue.TERM, Cue.WHEN, Cue.DURATION):
        return None
    models = slots.models
    if not 0 < len(models) <= MOST:
        return None
    sums = frozenset(place for place, _ in reading.counted[EntityKind.MONEY])
    own = _own_prices(slots) if sums and len(models) == 1 else frozenset[int]()
    if slots.loads[0] or slots.industry or (sums not in (own, slots.course) and not asks_of_past_price(slots)):
        return None
    if asks_hour(slots):
        return None  # by the hours of a day prices turn again and again
    if len(models) < len(slots.subjects) or not all(is_on_record(slots.market, model) for model in models):
        return None
    terms, places = slots.terms
    offer = offer_asked(reading.text) if len(models) == 1 else None
    if offer is not None and ends_in_a_rise(slots.market, models[0]):
        return Candidate(
            Question(Kind.HISTORY, models, target=DAY, side=slots.one_side, order=Order.DEAREST), spans=(offer,)
        )
    if terms is not None and terms.launch and not slots.families and offer is None:
        at_launch = Question(Kind.HISTORY, models, side=slots.one_side, terms=Terms(launch=True))
        return Candidate(at_launch, places)
    if target is None or offer is not None or _says_free_of_others(slots):
        return None
    if terms is not None and terms.mode is not None and not reading.has(Cue.WHEN, Cue.RAISE):
        return None
    since, until = _period(slots)
    by_owner = {id_ for _, id_ in slots.named}.isdisjoint(models)
    if until is not None and by_owner and not were_out(slots.market, models, until):
        return None  # those of today tell nothing of what their owner charged then
    question = Question(
        Kind.HISTORY,
        models,
        target=target or None,
        side=slots.one_side,
        order=_direction(slots),
        since=since,
        as_of=until,
    )
    places = worded(slots, _THAN_THEN) if compares_with_then(slots) else frozenset[int]()
    return Candidate(question, own | places, spans=tuple(EVER.spans(reading.text)) if not target else ())


def _says_free_of_others(slots: Slots) -> bool:
    """Whether it is asked when something of a vendor's became free, and it is none of its models of today: 百度哪天宣布免费."""
    named = {id_ for _, id_ in slots.named}
    if Cue.FREE not in slots.reading.cues or not named.isdisjoint(slots.models):
        return False
    return not any(price.free for model in slots.models for price in slots.market.prices(model))


_THAN_THEN: Final = frozenset({Cue.THAN, Cue.DIFFERENCE, Cue.VERSUS})


def _own_prices(slots: Slots) -> frozenset[int]:
    """The places of the sums that are prices of the one model named, of now or of earlier: been 4 dollar input."""
    prices = dated_prices(slots.market, slots.models[0])
    known = {
        (price.currency, ARITHMETIC.multiply(ARITHMETIC.divide(price.amount, price.per), MILLION)) for price in prices
    }
    sums = slots.reading.counted[EntityKind.MONEY]
    return frozenset(place for place, amount in sums if (amount.unit or slots.currency, amount.value.exact) in known)


def _target(slots: Slots) -> str | None:
    """What is asked of the course: when, how often, whether; "" for all of it, ``None`` where nothing is."""
    reading = slots.reading
    if compares_with_then(slots):
        return CHANGE if all(is_known_then(slots, model) for model in slots.models) else None
    moved = reading.has(*MOVED, Cue.COURSE) or bool(slots.course)
    moved = moved or (Cue.WHEN in reading.cues and (Cue.FREE in reading.cues or bool(slots.changes)))
    lasting = bool(reading.counted[EntityKind.MONEY]) and (
        (Cue.DURATION in reading.cues and _BEEN.stands_in(reading.text)) or asks_since_when(reading)
    )
    ever = reading.has(*_ENDS) and Cue.THAN not in reading.cues and EVER.stands_in(reading.text)
    ends = ever and reading.has(Cue.CHEAPEST, Cue.DEAREST)
    if ends or ((ever or asks_of_past_price(slots) or _ALWAYS.stands_in(reading.text)) and asks(reading)):
        return ""
    if not (lasting or moved or compares_times(slots)) or reading.has(Cue.WHY, Cue.WHO):
        return None
    if reading.counted[EntityKind.MONEY] and not (lasting or slots.course):
        return None
    if Cue.WHEN in reading.cues or lasting or unchanged_within(slots):
        return DAY
    if Cue.CALL in reading.cues and Cue.HOW_MANY in reading.cues:
        return CALL
    if Cue.COURSE in reading.cues and not reading.has(*MOVED) and not asks_whether(reading):
        return ""
    if reading.has(*_MEASURED) or reading.has(Cue.BEFORE, Cue.HOW_MANY):
        return None
    whether = asks_whether(reading) or reading.has(Cue.QUESTION, Cue.MAYBE, Cue.EXISTS, Cue.COMING)
    return CHANGE if whether else None


_BEEN: Final = expressions("has been")
_ALWAYS: Final = expressions("always")
_ENDS: Final = (Cue.CHEAP, Cue.DEAR, Cue.CHEAPEST, Cue.DEAREST)


def _direction(slots: Slots) -> Order | None:
    """Which way the prices are asked to have gone: the cheapest for down, the dearest for up."""
    down, up = slots.reading.has(Cue.CUT, Cue.FREE, Cue.CHEAP), slots.reading.has(Cue.RAISE, Cue.DEAR)
    return None if down == up else Order.CHEAPEST if down else Order.DEAREST


def _period(slots: Slots) -> tuple[date | None, date | None]:
    """The first and the last day of the time asked about; from tomorrow on, where it is to come."""
    today = slots.market.day
    if slots.period is not None:
        first, last = slots.period
        if compares_with_then(slots):
            return last, None
        if first != last:
            return first, (None if first <= today <= last else last)
        return None, (last if last != today else None)
    return (today + _ONE_DAY if Cue.COMING in slots.reading.cues else None), None


def answer(question: Question, market: Market) -> Answer:
    working = Working(market, question)
    for model in question.subjects:
        told = len(working.results)
        if question.terms is not None:
            _add_launch(working, model)
        elif question.target is None:
            _add_all(working, model)
        else:
            _add_changes(working, model)
        if len(working.results) > told:
            working.remark_on(model)
    return working.answer()


def _add_launch(working: Working, model: str) -> None:
    """The first prices on record, and, where they are others, those of now."""
    course = _course(working, model)
    if not course:
        return
    first = min(price.since for price in course)
    launched = [price for price in course if price.holds_on(first)]
    now = [price for price in course if price.holds_on(working.market.day) and price not in launched]
    _add_prices(working, launched, Role.ANSWER)
    _add_prices(working, now, Role.ALSO)


def _add_all(working: Working, model: str) -> None:
    """Every price in the time asked about, oldest first."""
    since, until = working.question.since or date.min, working.question.as_of or _LAST_DAY
    course = _course(working, model)
    told = [price for price in course if price.since <= until and (price.until is None or price.until > since)]
    _add_prices(working, told or course, Role.ANSWER)


def _add_changes(working: Working, model: str) -> None:
    """The changes asked about, with the prices around each; where there was none, the prices of now."""
    changes = changes_asked(working, model, working.question.order)
    if working.question.target != CALL:
        changes = changes[-1:]
    if not changes and working.question.target == DAY:
        changes = changes_asked(working, model, working.question.order, announced=True)[:1]
    if not changes and working.question.order is not None:
        changes = changes_asked(working, model, None)[-1:]  # which way they went instead
    for place, change in enumerate(changes):
        _add_change(working, change, first=not place)
        if any(side.in_two_currencies for side in change.sides):
            working.note(Remark.TWO_CURRENCIES, model)
    if not changes:
        _add_lasting(working, model)


def _add_lasting(working: Working, model: str) -> None:
    """The prices of the day, where none changed; of a time before the first on record that they are not known."""
    course = _course(working, model)
    day = min(working.market.day_at(model), working.question.as_of or _LAST_DAY)
    held = [price for price in course if price.holds_on(day)]
    if not held and course and day < course[0].since and course[0].changed_on is None:
        undated = is_undated(working.market, course[0])
        working.note(Remark.UNDATED if undated else Remark.NOT_KNOWN_YET, model, day=course[0].since)
        return
    near = course[0] if course and day < course[0].since else course[-1] if course else None
    _add_prices(working, held or [price for price in course if near and price.since == near.since], Role.ANSWER)


def changes_asked(working: Working, model: str, order: Order | None, *, announced: bool = False) -> list[Change]:
    """The changes of the sides and within the time that the question is about, of those one way, oldest first.

    Without a time of its own it is about those up to today, or with those that are ``announced``.
    """
    question, today = working.question, working.market.day
    since = question.since or date.min
    until = question.as_of or (_LAST_DAY if announced or since > today else today)
    wanted = MOVES.get(order) if order is not None else None
    found = []
    for change in dated_changes(working.market, model, until):
        sides = tuple(side for side in change.sides if _is_asked(side, question.side))
        moves = {side.move for side in sides} - {None}
        if change.day is not None and change.day >= since and moves and (wanted is None or wanted in moves):
            found.append(change._replace(sides=sides))
    return found[::-1]


def _is_asked(change: SideChange, side: str | None) -> bool:
    return change.side in (None, side) if side is not None else change.side in _TOLD


def _add_change(working: Working, change: Change, *, first: bool) -> None:
    """The prices before, of the first change told of, and after, by how much each side moved, and the day."""
    if first:
        _add_prices(working, [side.before for side in change.sides if side.before is not None], Role.ANSWER)
    after = [side.after for side in change.sides if side.after is not None]
    _add_prices(working, after, Role.ANSWER)
    for side in change.sides:
        if side.percent and side.after is not None:
            size = Range.exactly(abs(side.percent))
            moved = working.made(PERCENT, size, side.after.model, side.after, role=Role.DIFFERENCE)
            working.results.append(moved._replace(day=change.day))
    told = (after or [side.before for side in change.sides if side.before is not None])[0]
    working.results.append(working.made(DATE, None, told.model, told)._replace(day=change.day, side=None))


def _course(working: Working, model: str) -> list[Price]:
    """All prices of the sides asked about, oldest first; what only another source says again goes on."""
    side = working.question.side
    wanted = (None, side) if side is not None else _TOLD
    found: list[Price] = []
    last: dict[Side | None, int] = {}
    for price in dated_prices(working.market, model):
        if price.side not in wanted:
            continue
        place = last.get(price.side)
        before = found[place] if place is not None else None
        if before is not None and place is not None and _goes_on(before, price):
            found[place] = replace(before, until=price.until, until_basis=price.until_basis, checked=price.checked)
            continue
        last[price.side] = len(found)
        found.append(price)
    return sorted(found, key=lambda price: price.since)


def _goes_on(before: Price, price: Price) -> bool:
    same = (before.amount * price.per, before.currency) == (price.amount * before.per, price.currency)
    return same and before.until == price.since


def _add_prices(working: Working, prices: Iterable[Price], role: Role) -> None:
    prices = tuple(prices)
    for price in prices:
        working.use_price(price)
        per = working.question.per or one_size([each for each in prices if each.since == price.since])
        amount = ZERO if price.free else price.for_tokens(per)
        result = working.made(
            price.currency, Range.exactly(amount), price.model, price, per=per, role=role, free=price.free
        )
        working.results.append(result._replace(as_of=_told_day(working, price)))


def _told_day(working: Working, price: Price) -> date:
    """The day that is told of a price: the clock's for one of now, else the first on which it was known to hold."""
    today = working.market.day_at(price.model)
    return today if price.holds_on(today) else price.since


HANDLER: Final = Handler(
    kind=Kind.HISTORY,
    letter="y",
    words=_WORDS,
    read=read,
    answer=answer,
    examples=("o3什么时候降的价", "did GPT-5.6 Luna get cheaper this year?"),
    precedence=35,
    place=12,
    slots=frozenset({"subjects", "target", "per", "side", "order", "since", "as_of", "terms"}),
    needs=frozenset({"subjects"}),
    targets=frozenset({DAY, CALL, CHANGE}),
    in_money=False,
)
