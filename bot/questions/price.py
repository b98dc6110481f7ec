"""What is the price."""

from __future__ import annotations

import re
from typing import Final

from bot.answers import Answer, Kind, Order, Question, Remark, Role, UnitPrice
from bot.knowledge.entries import Side
from bot.language.cues import Cue
from bot.quantities import PARTS_OF_YUAN, ZERO, Money, Range
from bot.questions.asking import asks_whether, says_to_confirm
from bot.questions.handler import COMMON, Candidate, Handler, used
from bot.questions.market import INDUSTRY, Market
from bot.questions.priced_at import models_priced_at
from bot.questions.record import MILLION, THOUSAND
from bot.questions.slots import Slots
from bot.questions.suppositions import supposes
from bot.questions.working import Working

_SIGNS: Final = (Cue.HOW_MUCH_MONEY, Cue.PRICE, Cue.COSTS_MONEY, Cue.FREE, Cue.SPEND)
_WEAK_SIGNS: Final = (Cue.DEAR, Cue.CHEAP, Cue.HOW_MANY, Cue.BUY)
_EXPLAINED: Final = COMMON.union(_SIGNS, _WEAK_SIGNS, (Cue.HOW, Cue.VENDORS))
_FREE_PART: Final = re.compile(r"额度|试用|版|\b(?:tier|trial|quota|credits?|version|plan)\b")
"""What may be free of a model that is not."""
_NOT_WHETHER: Final = (
    Cue.COSTS_MONEY, Cue.HOW_MUCH_MONEY, Cue.HOW_MANY, Cue.SPEND, Cue.NOT, Cue.WHY, Cue.EXISTS, Cue.WHAT, Cue.HOW,
)  # fmt: skip
_EXPLAINED_AT: Final = _EXPLAINED | {Cue.WHICH, Cue.WHO, Cue.MONEY_WORD}
_LISTED: Final = frozenset({Cue.LIST})
_EARLIER: Final = frozenset({Cue.BEFORE})
_MONEY_WORDS: Final = frozenset({Cue.MONEY_WORD})


def read(slots: Slots) -> Candidate | None:
    at = models_priced_at(slots)
    if at is not None:
        per = at.per if at.per in (THOUSAND, MILLION) else None
        return Candidate(Question(Kind.PRICE, at.models, per=per), used(slots, _EXPLAINED_AT) | at.places)
    claim = slots.unit_price[1] if slots.unit_price is not None and claims_price(slots) else None
    if (slots.loads[0] and claim is None) or slots.money or (slots.unit_price is not None and not slots.named):
        return None
    if slots.excluded[0] and set(slots.subjects) <= set(slots.excluded[0]):
        return None  # a ranking of the others
    signs = claim is not None or slots.reading.has(*_SIGNS) or (bool(slots.named) and supposes(slots))
    if not (signs or slots.per or (slots.named and slots.reading.has(*_WEAK_SIGNS))):
        return None
    per_places, per = slots.per or (frozenset[int](), None)
    places = used(slots, _EXPLAINED) | slots.name_places | per_places | {place for place, _ in slots.sides}
    if len(slots.subjects) > 1 and not slots.reading.has(Cue.ORDER, Cue.DESCENDING):
        places |= used(slots, _LISTED)
    if slots.unit_price is not None:
        places, per = places | slots.unit_price[0], slots.unit_price[1].per
        signs = True
    subjects = slots.meant if slots.excluded[0] else slots.subjects_or_industry
    if subjects == (INDUSTRY,):
        places |= used(slots, _EARLIER)
    side = slots.one_side
    target = slots.asked_part_of_yuan or slots.asked_currency
    if target is not None:
        places |= used(slots, _MONEY_WORDS)
    order = Order.FREE if _asks_whether_free(slots) else None
    question = Question(
        Kind.PRICE, subjects, target=target, per=per, side=side, order=order, as_of=slots.as_of, unit_price=claim
    )
    return Candidate(
        question,
        places,
        None if subjects else "subject",
        implied=not (signs or per_places or subjects == (INDUSTRY,)),
    )


def _asks_whether_free(slots: Slots) -> bool:
    """Whether yes or no is what is asked for: 豆包免费吗."""
    reading = slots.reading
    if not reading.has(Cue.FREE) or not reading.has(Cue.QUESTION, Cue.MAYBE) or reading.has(*_NOT_WHETHER):
        return False
    return _FREE_PART.search(reading.text) is None


def answer(question: Question, market: Market) -> Answer:
    working = Working(market, question)
    for model in question.subjects or market.curated_models():
        converted = []
        for price in working.price_of(model):
            if question.side is not None and price.side not in (None, Side(question.side)):
                continue
            per = question.per or (price.published_per if price.published_per == THOUSAND else MILLION)
            amount = ZERO if price.free else working.quote(price, per)
            working.add(price.currency, Range.exactly(amount), model, price, per=per, free=price.free)
            other = _in_currency_asked_for(working, Money(Range.exactly(amount), price.currency))
            if other is not None:
                converted.append((other, price, per))
        for money, price, per in converted:
            working.add(money.currency, money.value, model, price, per=per, role=Role.ALSO)
    if question.unit_price is not None:
        _confirm(working, question.unit_price)
    return working.answer()


def claims_price(slots: Slots) -> bool:
    """Whether it is asked if the price that a message names is that of a model: 豆包是不是0.8元每百万token."""
    reading = slots.reading
    if slots.unit_price is None or len(slots.subjects) != 1 or slots.money or len(slots.unit_prices) > 1:
        return False
    if any(load.amount.value.exact != slots.unit_price[1].per or load.times for load in slots.loads[0]):
        return False
    asked = says_to_confirm(reading.text) or asks_whether(reading)
    return asked and not reading.has(*_OTHERWISE_ASKED)


_OTHERWISE_ASKED: Final = (
    Cue.HOW_MANY, Cue.HOW_MUCH_MONEY, Cue.CHEAP, Cue.DEAR, Cue.THAN, Cue.UNDER, Cue.OVER, Cue.WHICH, Cue.BEFORE,
    Cue.CUT, Cue.SWITCH, Cue.WHY, Cue.WHO, Cue.WHEN,
)  # fmt: skip


def _confirm(working: Working, claimed: UnitPrice) -> None:
    """Say whether a price is the one named, where the model has a single one, in the same currency."""
    found = working.results
    if len(found) != 1 or found[0].value is None or found[0].per is None:
        return
    result, per = found[0], found[0].per
    amount, size = found[0].value.exact, per.value.exact
    if result.free or result.unit != claimed.money.currency or amount is None or not size:
        if result.free:
            working.note(Remark.DENIED)
        return
    same = Range.exactly(amount).scaled(claimed.per) == claimed.money.value.scaled(size)
    working.note(Remark.CONFIRMED if same else Remark.DENIED)


def _in_currency_asked_for(working: Working, money: Money) -> Money | None:
    """A price in another currency where one is asked for and a rate is known."""
    target = working.question.target
    currency = "CNY" if target in PARTS_OF_YUAN else target
    if currency is None or currency == money.currency or money.value.exact == ZERO:
        return None
    value = working.exchange(money, currency)
    return Money(value, currency) if value is not None else None


HANDLER: Final = Handler(
    Kind.PRICE,
    read,
    answer,
    ("GLM-3 Turbo什么价", "MiniCPM要钱吗", "豆包每百万tokens多少钱", "what does ERNIE Tiny charge per million tokens"),
)
