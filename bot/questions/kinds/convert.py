"""Tokens to characters and back, one price unit or currency to another, 厘 to 元."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from bot.answers import Answer, Given, Role
from bot.knowledge.entries import Rate
from bot.language.basics.cues import Cue
from bot.quantities import (
    ARITHMETIC,
    CHARACTER,
    COPY,
    MILLION,
    PARTS_OF_YUAN,
    PERCENT,
    THOUSAND,
    TOKEN,
    WORD,
    Money,
    Quantity,
    Range,
    exact_text,
)
from bot.question import Kind, Load, Question, UnitPrice
from bot.questions.frames.coverage import worded
from bot.questions.frames.handler import COUNTED, Candidate, Handler
from bot.questions.frames.priced_at import models_priced_at
from bot.questions.frames.turned_over import is_turned
from bot.questions.phrases.slots import Slots
from bot.questions.working.market import Market
from bot.questions.working.open_amounts import settled_by_rates
from bot.questions.working.working import Working, given_of, range_text

_HUNDRED: Final = Decimal(100)
_TEXT: Final = (CHARACTER, WORD)
_TEXT_CUES: Final = (Cue.CHARACTER, Cue.WORD)
_SIGNS: Final = (Cue.CONVERT, Cue.HOW_MANY, Cue.WRITE, Cue.PER, Cue.HOW_MUCH_MONEY, Cue.ENOUGH, Cue.BUY)
_WORDS: Final = frozenset({*_SIGNS, Cue.QUESTION, Cue.ASK, Cue.WHAT, Cue.MONEY_WORD, Cue.PRICE, Cue.MODELS, Cue.SWITCH})
_TOKENS: Final = frozenset({Cue.TOKEN})
_COMPARING: Final = (
    Cue.CHEAP, Cue.CHEAPEST, Cue.DEAR, Cue.DEAREST, Cue.WHICH, Cue.THAN, Cue.VERSUS, Cue.DIFFERENCE,
)  # fmt: skip
_RATING: Final = (Cue.CHEAP, Cue.CHEAPEST, Cue.DEAR, Cue.DEAREST)
_COMPARED: Final = _TOKENS.union(_COMPARING)
_OF_TEXT: Final = frozenset({Cue.TOKEN, Cue.CHARACTER, Cue.WORD, Cue.COPY, Cue.SPEND})


def read(slots: Slots) -> Candidate | None:
    if models_priced_at(slots) is not None:
        return None
    return _read_two_prices(slots) or _read_unit_price(slots) or _read_text(slots) or _read_money(slots)


def _read_two_prices(slots: Slots) -> Candidate | None:
    """ "1块钱200万和0.8元每百万哪个划算": two prices, to be compared."""
    if slots.named or not slots.reading.has(*_COMPARING):
        return None
    prices = slots.unit_prices
    if len(prices) != 2:
        return None
    (one_places, one), (other_places, other) = prices
    question = Question(Kind.CONVERT, unit_price=one, other_price=other, target=slots.asked_currency)
    return Candidate(question, worded(slots, _COMPARED) | one_places | other_places)


def _read_unit_price(slots: Slots) -> Candidate | None:
    """ "0.0008元/千tokens是每百万多少": a price for one number of tokens into the price for another."""
    if slots.unit_price is None or slots.limits_price or slots.claim or slots.price_apart:
        return None
    places, unit_price = slots.unit_price
    per_places, per = slots.per or (frozenset[int](), None)
    loads, load_places = slots.loads
    if per is None and loads and loads[0].amount.unit == TOKEN and loads[0].amount.value.exact is not None:
        per, per_places = loads[0].amount.value.exact, load_places
    if per is None and slots.bare_numbers and slots.bare_numbers[0][1].value.exact is not None:
        place, amount = slots.bare_numbers[0]
        per, per_places = amount.value.exact, frozenset({place})
    target = slots.asked_currency if slots.asked_currency != unit_price.money.currency else None
    target = slots.asked_part_of_yuan or target
    if per is None:
        per = unit_price.per if target else MILLION if unit_price.per == THOUSAND else THOUSAND
    if slots.money and slots.reading.has(*_RATING):
        return None
    if slots.money and not loads:
        money = tuple(money for _, money in slots.money)
        question = Question(Kind.CONVERT, unit_price=unit_price, money=money, target=TOKEN)
        return Candidate(question, places | worded(slots, _TOKENS))
    asked = slots.reading.has(Cue.CONVERT, Cue.HOW_MANY, Cue.HOW_MUCH_MONEY, Cue.SWITCH) or per_places
    question = Question(Kind.CONVERT, unit_price=unit_price, per=per, target=target)
    return Candidate(question, per_places | places | worded(slots, _TOKENS), implied=not asked)


def _read_text(slots: Slots) -> Candidate | None:
    """ "200万tokens大概多少汉字": tokens into characters or words, and back."""
    loads, places = slots.loads
    if not loads and not slots.money and slots.reading.has(Cue.CONVERT, Cue.HOW_MANY):
        loads = _one_of_asked(slots)
    if not loads or slots.money or slots.reading.has(Cue.HOW_MUCH_MONEY, Cue.SPEND, Cue.CHEAPEST, Cue.CHEAP):
        return None
    unit, unit_places = slots.target_unit or (None, frozenset[int]())
    source = loads[0].amount.unit
    if source == TOKEN and unit in (None, TOKEN) and slots.reading.has(*_TEXT_CUES):
        unit = WORD if Cue.WORD in slots.reading.cues else CHARACTER
    if source == TOKEN and unit in (None, TOKEN) and _is_work(slots, loads):
        return None
    if source == TOKEN and unit not in _TEXT:
        if unit != COPY and Cue.WRITE not in slots.reading.cues:
            return None
        unit = CHARACTER if unit is None or slots.work is None else unit
    elif source in (*_TEXT, COPY) and unit != TOKEN:
        return None
    work = slots.work
    size = None
    if unit == COPY and work is not None:
        size = Load(loads[0].amount, (), work[1])
    used_places = worded(slots, _OF_TEXT) | places | unit_places
    if work is not None:
        used_places |= {work[0]}
    question = Question(Kind.CONVERT, slots.subjects, loads=tuple(loads), target=unit, size=size)
    return Candidate(question, used_places, implied=not slots.reading.has(*_SIGNS, Cue.QUESTION))


def _is_work(slots: Slots, loads: Sequence[Load]) -> bool:
    """Whether amounts are work that models are to do, and that costs something: translate 2M tokens with gemini 3.8 flash."""
    sided = any(load.side for load in loads) or is_turned(slots)
    return bool(slots.models) and (sided or not slots.reading.has(Cue.HOW_MANY, Cue.CONVERT, Cue.ENOUGH, Cue.WHAT))


def _one_of_asked(slots: Slots) -> list[Load]:
    """ "token跟汉字怎么换算": one token, where both units are named and no amount is."""
    has_text = slots.reading.has(Cue.CHARACTER, Cue.WORD)
    if not (has_text and Cue.TOKEN in slots.reading.cues) or slots.reading.amounts:
        return []
    return [Load(Quantity(Range.exactly(1), TOKEN))]


def _read_money(slots: Slots) -> Candidate | None:
    """ "0.8厘是多少元", "5美元合多少人民币"."""
    if not slots.money or slots.named or slots.loads[0] or slots.reading.has(Cue.TOKEN, Cue.CHARACTER, Cue.WORD):
        return None
    target = slots.asked_currency
    if target is None and Cue.CONVERT in slots.reading.cues and Cue.HOW_MUCH_MONEY in slots.reading.cues:
        target = next((money.currency for _, money in slots.money if money.currency == "CNY"), None)
    if target is None:
        return None
    target = slots.asked_part_of_yuan or target
    question = Question(Kind.CONVERT, money=tuple(money for _, money in slots.money), target=target)
    return Candidate(question)


def answer(question: Question, market: Market) -> Answer:
    working = Working(market, question)
    if question.unit_price is not None and question.other_price is not None:
        _compare_prices(working, question.unit_price, question.other_price)
    elif question.unit_price is not None:
        _convert_price(working)
    elif question.loads:
        subjects = working.models() if question.subjects else (None,)
        for load in question.loads:
            for subject in (load.subject,) if load.subject else subjects:
                _convert_text(working, load, subject)
    else:
        for money in question.money:
            target = "CNY" if question.target in PARTS_OF_YUAN else question.target or money.currency
            converted = working.exchange(money, target)
            if converted is not None:
                working.add(target, converted, given=Given(money.value, money.currency))
    return working.answer()


def _convert_price(working: Working) -> None:
    question = working.question
    assert question.unit_price is not None
    money, per = question.unit_price.money, question.unit_price.per
    if question.money:
        for budget in question.money:
            sum_ = working.exchange(budget, money.currency)
            if sum_ is not None and money.value.low:
                tokens = sum_.scaled(per).over(money.value)
                working.step(
                    f"{range_text(sum_)} ÷ {range_text(money.value)} × {exact_text(per)} = {range_text(tokens)}"
                )
                working.add(TOKEN, tokens, given=Given(budget.value, budget.currency))
        return
    wanted = question.per or MILLION
    value = money.value.scaled(wanted).over(Range.exactly(per))
    working.step(f"{range_text(money.value)} ÷ {exact_text(per)} × {exact_text(wanted)} = {range_text(value)}")
    currency = "CNY" if question.target in PARTS_OF_YUAN else question.target or money.currency
    if currency != money.currency:
        exchanged = working.exchange(type(money)(value, money.currency), currency)
        value, currency = (exchanged, currency) if exchanged is not None else (value, money.currency)
    working.add(currency, value, per=wanted, given=Given(money.value, money.currency))


def _compare_prices(working: Working, one: UnitPrice, other: UnitPrice) -> None:
    """Both prices for as many tokens and in one currency, and by how much the cheaper one is cheaper."""
    currency = working.question.target or one.money.currency
    found = []
    for price in (one, other):
        value = price.money.value.scaled(MILLION).over(Range.exactly(price.per))
        if price.per != MILLION:
            money, per = range_text(price.money.value), exact_text(price.per)
            working.step(f"{money} ÷ {per} × {exact_text(MILLION)} = {range_text(value)}")
        shown = working.exchange(Money(value, price.money.currency), currency)
        if shown is None or shown.exact is None:
            return
        working.add(currency, shown, per=MILLION, given=Given(price.money.value, price.money.currency))
        found.append(shown.exact)
    low, high = sorted(found)
    if low == high or not high:
        return
    percent = ARITHMETIC.multiply(ARITHMETIC.divide(ARITHMETIC.subtract(high, low), high), _HUNDRED)
    working.step(f"({exact_text(high)} − {exact_text(low)}) ÷ {exact_text(high)} × 100% = {exact_text(percent)}%")
    working.add(PERCENT, Range.exactly(percent), role=Role.DIFFERENCE)


def _convert_text(working: Working, load: Load, subject: str | None) -> None:
    question = working.question
    target = question.target or CHARACTER
    rate_unit, rates = _rates_for(working, load, target, subject)
    load = settled_by_rates(working, load, rates, to_tokens=target == TOKEN)
    amount = working.amount_of(load)
    if amount is None:
        return
    value, _ = amount
    given = given_of(load, amount)
    if target == COPY and question.size is not None:
        _convert_to_copies(working, value, subject, question.size, given)
        return
    if not rates:
        convert = working.tokens_of_text if target == TOKEN else working.text_of
        found = convert(value, subject, rate_unit)
        if found is not None:
            working.add(target, found, subject, given=given)
        return
    for rate in rates:
        found = working.tokens_by_rate(value, rate) if target == TOKEN else working.text_by_rate(value, rate)
        working.add(target, found, subject or rate.vendor, rate=rate, given=given)


def _rates_for(working: Working, load: Load, target: str, subject: str | None) -> tuple[str, tuple[Rate, ...]]:
    """The unit of text of a conversion, and the rates of the model, or all where none is named."""
    unit, work = load.amount.unit if target == TOKEN else target, load.work
    if unit == COPY:
        work = work or (working.question.size.work if working.question.size is not None else None)
        known = working.market.knowledge.works.get(work or "")
        unit = known.unit if known is not None else CHARACTER
    return unit, working.market.own_rates(subject, unit) if subject else working.market.all_rates(unit)


def _convert_to_copies(working: Working, tokens: Range, subject: str | None, size: Load, given: Given) -> None:
    work = working.work(size.work)
    held = working.text_of(tokens, subject, work.unit) if work else None
    if work is None or held is None:
        return
    copies = working.count(held, work.length)
    if copies is not None:
        working.add(COPY, copies, subject, given=given)


HANDLER: Final = Handler(
    kind=Kind.CONVERT,
    letter="v",
    words=_WORDS,
    verbs=frozenset({Cue.CONVERT}),
    read=read,
    answer=answer,
    examples=(
        "0.0008元/千tokens是每百万多少",
        "200万tokens大概多少汉字",
        "0.8厘是多少元",
        "how many tokens are 50,000 Chinese characters with GLM",
    ),
    precedence=80,
    place=7,
    slots=frozenset({"subjects", "money", "loads", "unit_price", "other_price", "target", "per", "size", "whole"}),
    needs_one=frozenset({"loads", "money", "unit_price"}),
    targets=COUNTED.union(PARTS_OF_YUAN),
)
