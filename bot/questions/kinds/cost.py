"""What does this amount of work cost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from bot.answers import Answer, Given, Remark, Role
from bot.knowledge.price_entries import Price, Side
from bot.language.basics.cues import Cue
from bot.language.basics.vocabulary import words_under
from bot.quantities import CALL, CHARACTER, DAY, ONE, TOKEN, WORD, ZERO, Money, Quantity, Range
from bot.question import Kind, Load, Question, Unpriced
from bot.questions.frames.divided import each_with_its_work
from bot.questions.frames.handler import COMMON, SUPPOSED, Candidate, Handler
from bot.questions.frames.open_work import open_work
from bot.questions.frames.turned_over import turned_over
from bot.questions.phrases.asking import says_to_confirm
from bot.questions.phrases.metered import metered
from bot.questions.phrases.slots import Slots
from bot.questions.phrases.work import TIME_CUES
from bot.questions.working.market import PLAIN_SIDES, Market
from bot.questions.working.open_amounts import settled
from bot.questions.working.working import Working, given_of, range_text

_SIGNS: Final = (Cue.HOW_MUCH_MONEY, Cue.PRICE, Cue.SPEND, Cue.ENOUGH, Cue.COSTS_MONEY, Cue.FREE)
_PAYING: Final = (Cue.HOW_MUCH_MONEY, Cue.PRICE, Cue.SPEND, Cue.COSTS_MONEY, Cue.FREE, Cue.FUNDS)
_WEAK_SIGNS: Final = (Cue.HOW_MANY, Cue.MONEY_WORD, Cue.BUY, Cue.FUNDS)
_UNITS: Final = ((Cue.CHARACTER, CHARACTER), (Cue.WORD, WORD), (Cue.TOKEN, TOKEN))
_WORDS: Final = COMMON.union(
    _SIGNS, _WEAK_SIGNS,
    (Cue.WRITE, Cue.COPY, Cue.CHARACTER, Cue.WORD, Cue.CALL, Cue.DAY, Cue.ALL),
)  # fmt: skip
THINKING: Final = "thinking"
_GOING_IN: Final = (None, Side.INPUT, Side.CACHED_INPUT)


def read(slots: Slots) -> Candidate | None:
    of_things = _of_things(slots)
    if of_things is not None:
        return of_things
    if any(id_ in slots.market.knowledge.plans for _, id_ in slots.named):
        return None  # what a plan costs is no matter of tokens
    loads = slots.loads[0]
    if slots.calls is not None:
        return _of_calls(slots, *slots.calls)
    if not loads:
        return _of_pieces(slots) or _of_days(slots) or _of_open_work(slots)
    if slots.unit_price is not None or slots.claim is not None or slots.price_apart is not None:
        return None
    reading = slots.reading
    signs, weak = reading.has(*_SIGNS), reading.has(*_WEAK_SIGNS)
    if not signs and not slots.money and Cue.HOW_MANY in reading.cues:
        signs = Cue.FUNDS in reading.cues or slots.asked_currency is not None
    budget = tuple(money for _, money in slots.money)
    claimed = bool(budget) and bool(slots.named) and says_to_confirm(reading.text)
    weighed = bool(budget) and not claimed
    if weighed and (reading.has(Cue.HOW_MANY, Cue.DURATION) or not (slots.named or Cue.ENOUGH in reading.cues)):
        return None
    if (
        reading.has(Cue.ENOUGH, Cue.WRITE)
        and Cue.HOW_MANY in reading.cues
        and not (slots.money or reading.has(*_PAYING))
    ):
        signs = False
    if not signs and any(unit != loads[0].amount.unit and cue in reading.cues for cue, unit in _UNITS):
        return None
    if not signs and not slots.named and not (weak and Cue.MONEY_WORD in reading.cues):
        return None
    question = Question(
        Kind.COST,
        slots.meant,
        budget,
        tuple(loads),
        target=slots.asked_currency
        or (budget[0].currency if weighed and Cue.ENOUGH in reading.cues else slots.currency),
        as_of=slots.as_of,
    )
    weak = weak or (Cue.WHAT in reading.cues and reading.has(*TIME_CUES))  # what's GLM per month
    said = signs or weak if not weighed else Cue.ENOUGH in reading.cues
    return turned_over(each_with_its_work(Candidate(question, implied=not said), slots), slots)


def _of_things(slots: Slots) -> Candidate | None:
    """What pictures, minutes of sound, pages or requests cost of models that are paid for by them."""
    units = {price.unit for model in slots.models for price in slots.market.by_unit(model)}
    if len(units) != 1 or slots.money or slots.unit_price is not None:
        return None
    found = metered(slots, units.pop())
    if found is None or not all(map(slots.market.by_unit, slots.models)):
        return None
    size = found.load.amount.value.exact
    if size == ONE and slots.reading.has(*_SIGNS):
        return None  # the price of one
    target = slots.asked_currency or slots.currency
    question = Question(Kind.COST, slots.models, (), (found.load,), target=target, as_of=slots.as_of)
    return Candidate(question, found.places, spans=(found.words,))


def _of_calls(slots: Slots, calls: Load, places: frozenset[int]) -> Candidate | None:
    """What calls cost of which it is not said how long they are."""
    counted = slots.target_unit is not None and slots.target_unit[0] == CALL
    if slots.money or counted or not slots.reading.has(*_SIGNS, Cue.HOW_MANY, Cue.MONEY_WORD):
        return None
    target = slots.asked_currency or slots.currency
    question = Question(Kind.COST, slots.meant, (), (calls,), target=target, as_of=slots.as_of)
    return Candidate(question, places, "size")


def _of_pieces(slots: Slots) -> Candidate | None:
    """What so many of something cost of which it is not known how long one is: 300页的书, 2000个工单, 300 customers."""
    reading = slots.reading
    asked = reading.has(Cue.HOW_MUCH_MONEY, Cue.SPEND, Cue.COSTS_MONEY)
    if not asked and (
        slots.target_unit is not None or Cue.HOW_MANY not in reading.cues or reading.has(Cue.BUY, Cue.ENOUGH)
    ):
        return None
    if not slots.named or slots.money or slots.unit_price is not None:
        return None
    counted = [pair for pair in slots.numbers if slots.counts_unknown(pair[0])]
    number = counted[0][1].value.exact if len(counted) == 1 else None
    if number is None:
        return None
    place, pieces = counted[0][0], Load(Quantity(Range.exactly(ONE), CALL), (number,))
    target = slots.asked_currency or slots.currency
    question = Question(Kind.COST, slots.meant, (), (pieces,), target=target, as_of=slots.as_of)
    span = (slots.tokens[place].end, slots.counted_until(place))
    return Candidate(question, frozenset({place}), "size", spans=(span,))


def _of_days(slots: Slots) -> Candidate | None:
    """What a month costs of which it is not said how much of it is used: 用豆包一个月多少钱."""
    days = slots.quantities(DAY)
    asked = slots.reading.has(Cue.HOW_MUCH_MONEY, Cue.SPEND)
    if len(days) != 1 or not asked or slots.money or slots.unit_price is not None:
        return None
    if not slots.subjects and (slots.named or slots.reading.residue):
        return None
    place, span = days[0]
    if span.value.exact is None or span.value.exact <= 1 or _is_past_or_to_come(slots, place):
        return None
    target = slots.asked_currency or slots.currency
    question = Question(Kind.COST, slots.subjects, (), (Load(span),), target=target, as_of=slots.as_of)
    return Candidate(question, frozenset({place}), "size")


def _of_open_work(slots: Slots) -> Candidate | None:
    """What work costs of which no amount is named: 我的豆包账单会是多少."""
    work = open_work(slots)
    if work is None:
        return None
    target = slots.asked_currency or slots.currency
    question = Question(Kind.COST, slots.meant, target=target, as_of=slots.as_of)
    return Candidate(question, missing="size", spans=(work,))


_BEHIND_SPAN: Final = words_under("questions", "cost, behind span")
_BEFORE_SPAN: Final = (
    "近", "过去", "这", "上", "下", "前", "头", "后", "第", " past", " last", " next", " in", " within", " for the first",
)  # fmt: skip
"""Words beside a time that make it one when something is, rather than how long."""


def _is_past_or_to_come(slots: Slots, place: int) -> bool:
    """Whether a time is when, rather than how long: 一个月前, in a month."""
    token, text = slots.tokens[place], slots.reading.text
    behind, before = text[token.end :].lstrip(" 之以"), f" {text[: token.start]}".rstrip()
    return behind.startswith(_BEHIND_SPAN) or before.endswith(_BEFORE_SPAN)


def answer(question: Question, market: Market) -> Answer:
    working = Working(market, question)
    if any(load.subject for load in question.loads):
        _add_shares(working)
        return working.answer()
    models = working.models()
    loads = settled(working, question.loads, models)
    for model in models:
        if not market.prices(model) and market.by_unit(model):
            _add_by_unit(working, model)
            continue
        if any(load.side for load in loads):
            found = cost_of_sides(working, model, loads)
            if found is not None:
                _add_cost(working, *found)
            continue
        prices = working.usual_prices(model)
        for load in loads:
            for price in prices:
                _cost_of_load(working, load, model, price)
    return working.answer()


def _add_by_unit(working: Working, model: str) -> None:
    """The cost of amounts that a model is paid for by, and that are no tokens."""
    for load in working.question.loads:
        price = next((each for each in working.market.by_unit(model) if each.unit == load.amount.unit), None)
        amount = working.amount_of(load)
        if price is None or amount is None:
            working.note(Remark.NO_PRICE, model)
            continue
        _add_cost(working, working.cost_of(amount[0], price), model, price, given_of(load, amount))
        working.question = replace(working.question, unpriced=None)


def _add_shares(working: Working) -> None:
    """The cost of each model's own load, and of all together where each has one price."""
    loads = tuple(each for load in working.question.loads for each in settled(working, (load,), (load.subject or "",)))
    for model in dict.fromkeys(load.subject or "" for load in loads):
        own = tuple(load for load in loads if load.subject == model)
        if any(load.side for load in own):
            found = cost_of_sides(working, model, own)
            if found is not None:
                _add_cost(working, *found)
            continue
        for load in own:
            for price in working.usual_prices(model):
                _cost_of_load(working, load, model, price)
    costs = [result for result in working.results if result.role is Role.ANSWER and result.value is not None]
    if len(costs) != len({load.subject for load in loads}) or len({cost.unit for cost in costs}) > 1:
        return
    total = Range.exactly(ZERO)
    for cost in costs:
        total = together(total, cost.value or total)
    working.step(f"{' + '.join(range_text(cost.value or total) for cost in costs)} = {range_text(total)}")
    working.add(costs[0].unit, total, role=Role.ALSO)


def _cost_of_load(working: Working, load: Load, model: str, price: Price) -> None:
    tokens = working.tokens_of(load, model)
    if tokens is None:
        return
    price = _for_length(working, price, (load,)) or price
    cost = Range.exactly(ZERO) if price.free else working.cost_of(tokens, price)
    _add_cost(working, cost, model, price, given_of(load, working.amount_of(load)))


def together(one: Range, other: Range) -> Range:
    """The sum of two amounts; of one that is only at most so much, at least nothing is added."""
    if one.low is None and other.low is None:
        return one.plus(other)
    total = Range(one.low or ZERO, one.high).plus(Range(other.low or ZERO, other.high))
    return total if total.low or None not in (one.low, other.low) else Range(None, total.high)


def cost_of_sides(working: Working, model: str, loads: tuple[Load, ...]) -> tuple[Range, str, Price, Given] | None:
    """Loads on different sides make one cost: each at its own side's price, or all at the one price."""
    prices = working.price_of(model)
    if not prices:
        return None
    by_side: dict[str | None, Price] = {price.side: price for price in prices}
    total = tokens_in_all = Range.exactly(ZERO)
    parts: list[str] = []
    price = prices[0]
    for load in loads:
        found = _for_length(working, _on_side(by_side, load.side), loads)
        tokens = working.tokens_of(load, model)
        if found is None or tokens is None:
            plain = tokens is None or load.side in PLAIN_SIDES
            working.note(*((Remark.NO_PRICE, model) if plain else (Remark.NO_SIDE, model, load.side or "")))
            return None
        price = found
        if not found.free:
            cost = working.cost_of(tokens, found)
            parts.append(range_text(cost))
            total = together(total, cost)
        tokens_in_all = together(tokens_in_all, tokens)
    if _comes_out_again(loads):
        working.note(Remark.AS_MUCH_OUT, model)
    if len(loads) == 1:
        return total, model, price, given_of(loads[0], working.amount_of(loads[0]))
    if not price.free:
        working.step(f"{' + '.join(parts)} = {range_text(total)}")
    return total, model, replace(price, side=None), Given(tokens_in_all, TOKEN)


def _comes_out_again(loads: tuple[Load, ...]) -> bool:
    """Whether as much text comes out as goes in."""
    amounts = {load.amount for load in loads}
    return (
        {load.side for load in loads} == {Side.INPUT, Side.OUTPUT} and len(amounts) == 1 and amounts.pop().unit != TOKEN
    )


def _on_side(by_side: Mapping[str | None, Price], side: str | None) -> Price | None:
    """The price of a side; thinking is billed as output where it has none of its own."""
    own = by_side.get(side) or (by_side.get(Side.OUTPUT) if side == THINKING else None)
    return own or (by_side.get(None) if side in (*PLAIN_SIDES, THINKING) else None)


def _for_length(working: Working, price: Price | None, loads: tuple[Load, ...]) -> Price | None:
    """The price that holds for requests with as much input as the loads have."""
    if price is None or not price.long:
        return price
    sizes = [load.amount for load in loads if load.request and load.side in _GOING_IN and load.amount.unit == TOKEN]
    size = sum((each.value.low or ZERO for each in sizes), ZERO)
    offered = [each for each in working.market.offers(price.model) if each.side is price.side]
    if size and offered and not any(each.is_for_input(size) for each in offered):
        working.note(Remark.UNPRICED, Unpriced.LONG)
    start, amount = max((tier for tier in price.long if tier[0] < size), default=(None, price.amount))
    if start is None:
        return price
    working.note(Remark.LONG_INPUT, price.model, figures=(start,))
    return replace(price, amount=amount)


def _add_cost(working: Working, cost: Range, model: str, price: Price, given: Given) -> None:
    target = working.question.target or price.currency
    shown = working.exchange(Money(cost, price.currency), target) if not price.free else cost
    if shown is None:
        target, shown = price.currency, cost
    working.add(target, shown, model, price, given=given, free=price.free)
    if target != price.currency and not price.free:
        working.add(price.currency, cost, model, price, given=given, role=Role.ALSO)
    for budget in working.question.money:
        affordable = working.exchange(budget, price.currency)
        if affordable is not None:
            working.weigh(model, cost, affordable)


HANDLER: Final = Handler(
    kind=Kind.COST,
    letter="c",
    words=_WORDS,
    read=read,
    answer=answer,
    examples=(
        "100万tokens豆包多少钱", "写一本50万字的小说用GLM要花多少钱", "what would 2 million tokens of ERNIE Tiny cost",
        "每天1万次,每次500 tokens,一个月用豆包要多少钱",
    ),
    precedence=70,
    place=2,
    slots=SUPPOSED.union(("subjects", "earlier", "money", "loads", "target", "side", "as_of", "alongside", "whole")),
    beside={"alongside": "subjects", "earlier": "subjects"},
)  # fmt: skip
