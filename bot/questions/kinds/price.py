"""What is the price."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final

from bot.answers import Answer, Given, Remark, Result, Role
from bot.knowledge.price_entries import Price, Side
from bot.language.basics.cues import Cue
from bot.language.basics.entities import EntityKind
from bot.language.words.expressions import expressions
from bot.quantities import ARITHMETIC, MILLION, PARTS_OF_YUAN, PERCENT, THOUSAND, ZERO, Money, Range
from bot.question import Kind, Order, Question, Terms, UnitPrice, Unpriced
from bot.questions.frames.coverage import worded
from bot.questions.frames.handler import COMMON, SUPPOSED, Candidate, Handler
from bot.questions.frames.open_work import names_no_sum, open_work
from bot.questions.frames.priced_at import models_priced_at
from bot.questions.frames.suppositions import asks_of_mode, supposes
from bot.questions.kinds.blended import add_blend
from bot.questions.kinds.from_cache import SAVED, add_saving, add_saving_of_mode, asks_what_the_cache_saves
from bot.questions.kinds.lives import mind_life
from bot.questions.kinds.offers import tell_offer
from bot.questions.kinds.other_lists import add_other_list
from bot.questions.kinds.quotas import answer_quota, read_quota
from bot.questions.kinds.ranked_order import asks_for_all_of_one
from bot.questions.phrases.asking import asks_since_when, asks_whether
from bot.questions.phrases.blends import blend_in
from bot.questions.phrases.lengths import is_of_requests
from bot.questions.phrases.offers import offer_asked
from bot.questions.phrases.slots import Slots
from bot.questions.phrases.values import Side as SideWord
from bot.questions.phrases.values import Way
from bot.questions.working.market import INDUSTRY, PLAIN_SIDES, Market, one_size
from bot.questions.working.working import Working

_SIGNS: Final = (Cue.HOW_MUCH_MONEY, Cue.PRICE, Cue.COSTS_MONEY, Cue.FREE, Cue.SPEND)
_WEAK_SIGNS: Final = (Cue.DEAR, Cue.CHEAP, Cue.HOW_MANY, Cue.BUY)
_WORDS: Final = COMMON.union(_SIGNS, _WEAK_SIGNS, (Cue.HOW, Cue.VENDORS))
_NOT_WHETHER: Final = (
    Cue.COSTS_MONEY, Cue.HOW_MUCH_MONEY, Cue.HOW_MANY, Cue.SPEND, Cue.NOT, Cue.WHY, Cue.EXISTS, Cue.WHAT, Cue.HOW,
)  # fmt: skip
_HOW_MUCH: Final = " how much"
_STANDS_AT: Final = " at"
"""At the end of a message they ask for a price: MiniCPM how much? what's MiniCPM at?"""
_HOW_MANY_MODELS: Final = expressions("how many models")
_AT: Final = frozenset({Cue.WHICH, Cue.WHO, Cue.MONEY_WORD})
_BOUNDING: Final = frozenset({Cue.CHEAP, Cue.DEAR, Cue.THAN, Cue.UNDER, Cue.OVER, Cue.SAY, Cue.MONEY_WORD})
_LISTED: Final = frozenset({Cue.LIST})
_EARLIER: Final = frozenset({Cue.BEFORE})
_BESIDE: Final = frozenset({Cue.FILLER, Cue.PER, Cue.VERSUS, Cue.QUESTION, Cue.EACH})
_SIDES_AND_DAYS: Final = frozenset({Cue.INPUT, Cue.OUTPUT, Cue.CACHED, Cue.DATE})
_MONEY_WORDS: Final = frozenset({Cue.MONEY_WORD})


def read(slots: Slots) -> Candidate | None:
    return None if asks_since_when(slots.reading) else read_quota(slots) or _read_price(slots)


def _read_price(slots: Slots) -> Candidate | None:
    at = models_priced_at(slots)
    if at is not None:
        per = at.per if at.per in (THOUSAND, MILLION) else None
        return Candidate(Question(Kind.PRICE, at.models, per=per), worded(slots, _AT) | at.places)
    claim = slots.claim
    if claim is None and (slots.loads[0] or slots.money or (slots.unit_price is not None and not slots.named)):
        return None
    if (
        _HOW_MANY_MODELS.stands_in(slots.reading.text)
        or open_work(slots) is not None
        or (slots.named and names_no_sum(slots))
        or _asks_when_a_family_began(slots)
    ):
        return None
    others = slots.excluded[0] and set(slots.subjects) <= set(slots.excluded[0])
    if others or asks_for_all_of_one(slots):
        return None  # a ranking
    end = slots.reading.text.rstrip("?! ")
    bare = end.endswith(_HOW_MUCH) or (end.endswith(_STANDS_AT) and Cue.WHAT in slots.reading.cues)
    signs = bare or claim is not None or slots.reading.has(*_SIGNS) or (bool(slots.named) and supposes(slots))
    taken_off = _asks_what_a_mode_saves(slots)
    from_cache = asks_what_the_cache_saves(slots)
    told = slots.asked_currency is not None or Cue.OWN_SIDE in slots.reading.cues or _names_terms(slots) or taken_off
    signs = signs or (bool(slots.named) and told)
    mix = blend_in(slots.reading.text, of_one=len(slots.subjects) == 1) if slots.named else None
    offer = offer_asked(slots.reading.text) if len(slots.subjects) == 1 else None
    signs = signs or from_cache or mix is not None or offer is not None or _names_terms_alone(slots)
    if not (signs or slots.per or (slots.named and slots.reading.has(*_WEAK_SIGNS))):
        return None
    per_places, per = slots.per or (frozenset[int](), None)
    places = slots.name_places | per_places | {place for place, _ in slots.sides}
    if len(slots.subjects) > 1 and not slots.reading.has(Cue.ORDER, Cue.DESCENDING):
        places |= worded(slots, _LISTED)
    if claim is not None:
        places, per = places | claim.places | worded(slots, _BOUNDING), claim.price.per
    elif slots.unit_price is not None:
        places, per = places | slots.unit_price[0], slots.unit_price[1].per
        signs = True
    subjects = slots.meant if slots.excluded[0] else slots.subjects_or_industry
    if subjects == (INDUSTRY,):
        places |= worded(slots, _EARLIER)
    unsided = (claim is None and slots.heard_price is not None) or _is_of_length(slots)
    side = None if unsided else slots.one_side
    target = PERCENT if from_cache or taken_off else slots.asked_part_of_yuan or slots.asked_currency
    if target is not None:
        places |= worded(slots, SAVED if from_cache else _MONEY_WORDS)
    if taken_off:
        places |= slots.reading.marked(_TAKEN_OFF) | {
            place for place, _ in slots.reading.amounts_of(EntityKind.PERCENT)
        }
    order = Order.OFFER if offer is not None else Order.FREE if _asks_whether_free(slots) else None
    question = Question(
        Kind.PRICE,
        subjects,
        target=target,
        per=per,
        side=None if mix is not None else side,
        order=order,
        as_of=slots.as_of,
        unit_price=claim.price if claim is not None and not claim.weighed else None,
        below=claim is not None and claim.below,
        terms=Terms(blend=mix.ratio) if mix is not None else None,
    )
    return Candidate(
        question,
        frozenset(places),
        None if subjects else "subject",
        implied=not (signs or per_places or subjects == (INDUSTRY,)),
        spans=(
            *(mix.spans if mix is not None else ()),
            *((offer,) if offer is not None else ()),
            *((change.start, change.end) for change in (slots.changes if taken_off else ())),
        ),
    )


def _asks_when_a_family_began(slots: Slots) -> bool:
    """Whether a price at launch is asked for of a family, of which no such day is known: 混元刚出来的时候多少钱."""
    return bool(slots.families) and slots.terms[0] is not None and slots.terms[0].launch


def _names_terms_alone(slots: Slots) -> bool:
    """Whether a message holds names and nothing that tells but sides, terms or a day: sonnet 5.5 in/out, GPT-6 batch."""
    if not slots.name_places or slots.reading.residue or asks_whether(slots.reading):
        return False
    said = {place for place, _ in slots.sides} | slots.terms[1] | slots.name_places
    said |= {phrase.first for phrase in slots.phrases if isinstance(phrase.value, SideWord | Way)}
    said |= slots.reading.marked(_SIDES_AND_DAYS)
    others = (token for place, token in enumerate(slots.tokens) if place not in said)
    return len(said) > len(slots.name_places) and all(not _BESIDE.isdisjoint(token.cues) for token in others)


def _asks_what_a_mode_saves(slots: Slots) -> bool:
    """Whether it is asked what is taken off in a batch and the like: batch discount, 批量打几折, is batch half price."""
    terms = slots.terms[0]
    moded = bool(slots.named) and terms is not None and terms.mode is not None
    return moded and (slots.reading.has(*_TAKEN_OFF) or asks_of_mode(slots))


_TAKEN_OFF: Final = frozenset({Cue.CUT, Cue.SAVE, Cue.DIFFERENCE, Cue.CHEAP})


def _names_terms(slots: Slots) -> bool:
    """Whether it is said at which hours, for how long requests or in which mode a price is wanted: v4 pro this weekend.

    A mode says so where all else is understood, for of modes more may be asked: opus fast mode how bad is it.
    """
    terms = slots.terms[0]
    if slots.moment is not None or (terms is not None and terms.tokens is not None):
        return True
    return terms is not None and terms.mode is not None and Cue.HOW in slots.reading.cues and not slots.reading.residue


def _is_of_length(slots: Slots) -> bool:
    """Whether the words for sides only say of what requests are so long: above 200k input, for small prompts, under 10k."""
    terms, places = slots.terms
    if terms is None or terms.tokens is None:
        return False
    return all(place in places or is_of_requests(slots.reading, place) for place, _ in slots.sides)


def _asks_whether_free(slots: Slots) -> bool:
    """Whether yes or no is what is asked for: 豆包免费吗."""
    reading = slots.reading
    return Cue.FREE in reading.cues and reading.has(Cue.QUESTION, Cue.MAYBE) and not reading.has(*_NOT_WHETHER)


def answer(question: Question, market: Market) -> Answer:
    if question.unpriced is Unpriced.QUOTA:
        return answer_quota(question, market)
    working = Working(market, question)
    for model in working.models():
        if not market.prices(model) and market.by_unit(model):
            add_by_unit(working, model)
            continue
        if question.order is Order.OFFER:
            tell_offer(working, model)
        if question.terms is not None and question.terms.blend is not None and add_blend(working, model):
            continue
        converted = []
        prices = of_side(working, model)
        per = question.per or one_size(prices)
        for price in prices:
            working.mind_one_price(model, price)
            amount = ZERO if price.free else working.quote(price, per)
            working.add(price.currency, Range.exactly(amount), model, price, per=per, free=price.free)
            other = _in_currency_asked_for(working, Money(Range.exactly(amount), price.currency))
            if other is not None:
                converted.append((other, price, per))
        if question.target == PERCENT:
            add = add_saving if question.terms is None or question.terms.mode is None else add_saving_of_mode
            add(working, model, prices)
        for money, price, per in converted:
            working.add(money.currency, money.value, model, price, per=per, role=Role.ALSO)
        add_other_list(working, model)
        mind_life(working, model)
    own = question.side is not None and Side(question.side) not in PLAIN_SIDES
    if working.results and (own or all(market.by_unit(model) for model in question.subjects)):
        working.question = replace(question, unpriced=None)
    if question.unit_price is not None:
        _confirm(working, question.unit_price, strictly=question.below)
    return working.answer()


_WITH: Final = {
    Side.INPUT: (Side.INPUT, Side.AUDIO_INPUT, Side.IMAGE_INPUT),
    Side.OUTPUT: (Side.OUTPUT, Side.AUDIO_OUTPUT, Side.IMAGE_OUTPUT),
}
"""The sides that go the same way; those of models that write are not there unless they are asked for."""


def of_side(working: Working, model: str) -> tuple[Price, ...]:
    """The prices of the side asked for, with a note where it has none of its own."""
    if working.question.side is None:
        return working.price_of(model)
    side, prices = Side(working.question.side), working.market.prices(model)
    if prices and side is not Side.THINKING and side not in (*PLAIN_SIDES, *(price.side for price in prices)):
        working.note(Remark.NO_SIDE, model, side)
        return ()
    prices = working.price_of(model)
    own = tuple(price for price in prices if price.side in _WITH.get(side, (side,)))
    if own or side in PLAIN_SIDES:
        return own or tuple(price for price in prices if price.side is None)
    if side is Side.THINKING and prices:
        working.note(Remark.AS_OUTPUT, model)
        return tuple(price for price in prices if price.side in (None, Side.OUTPUT))
    return ()


def add_by_unit(working: Working, model: str) -> None:
    """The prices of a model that is not paid for by the token."""
    side = working.question.side
    told: set[tuple[Decimal, str]] = set()
    for price in working.market.by_unit(model):
        again = (price.amount, price.unit) in told
        told.add((price.amount, price.unit))
        if not again and (side in (None, price.side) or price.side is None):
            working.use_price(price)
            per = Given(Range.exactly(price.per), price.unit)
            made = working.made(price.currency, Range.exactly(price.amount), model, price, free=price.free)
            working.results.append(made._replace(per=per))


def _confirm(working: Working, claimed: UnitPrice, *, strictly: bool) -> None:
    """Say whether the model's only price is the one named, or whether all of its prices lie within the bound named."""
    bounded = claimed.money.value.exact is None
    if len(working.results) != 1 and not bounded:
        return
    found = [_holds(working, result, claimed, strictly=strictly) for result in tuple(working.results)]
    if found and None not in found and len(set(found)) == 1:
        working.note(Remark.CONFIRMED if found[0] else Remark.DENIED)


def _holds(working: Working, result: Result, claimed: UnitPrice, *, strictly: bool) -> bool | None:
    """Whether a price is what is claimed of it; ``None`` where that cannot be told."""
    amount = ZERO if result.free else result.value.exact if result.value is not None else None
    size = result.per.value.exact if result.per is not None else None
    limit = claimed.money.value
    if limit.exact is None and not result.free and claimed.money.currency != result.unit:
        exchanged = working.exchange(claimed.money, result.unit)
        if exchanged is None:
            return None
        limit = exchanged
    elif not result.free and claimed.money.currency != result.unit:
        return None
    if amount is None or not size:
        return None
    amount, limit = ARITHMETIC.multiply(amount, claimed.per), limit.scaled(size)
    if limit.exact is not None:
        return amount == limit.exact
    low, high = limit
    if strictly:
        return (low is None or amount > low) and (high is None or amount < high)
    return (low is None or amount >= low) and (high is None or amount <= high)


def _in_currency_asked_for(working: Working, money: Money) -> Money | None:
    """A price in another currency where one is asked for and a rate is known."""
    target = working.question.target
    currency = "CNY" if target in PARTS_OF_YUAN else target
    if currency in (None, PERCENT, money.currency) or money.value.exact == ZERO:
        return None
    value = working.exchange(money, currency)
    return Money(value, currency) if value is not None else None


HANDLER: Final = Handler(
    kind=Kind.PRICE,
    letter="p",
    words=_WORDS,
    verbs=frozenset({Cue.LIST}),
    read=read,
    answer=answer,
    examples=(
        "GLM-3 Turbo什么价",
        "MiniCPM要钱吗",
        "豆包每百万tokens多少钱",
        "what does ERNIE Tiny charge per million tokens",
    ),
    precedence=100,
    place=3,
    slots=SUPPOSED.union(
        (
            "subjects",
            "earlier",
            "unit_price",
            "target",
            "per",
            "side",
            "order",
            "below",
            "everything",
            "as_of",
            "alongside",
            "whole",
        )
    ),
    beside={"alongside": "subjects", "earlier": "subjects"},
    targets=frozenset({*PARTS_OF_YUAN, PERCENT}),
)
