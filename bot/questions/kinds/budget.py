"""What does this money buy: tokens, characters, words, calls, copies of a known work, days."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final

from bot.answers import Answer, Given, Remark, Role, Status
from bot.knowledge.price_entries import Price
from bot.language.basics.cues import Cue
from bot.language.basics.entities import EntityKind
from bot.quantities import CALL, CHARACTER, COPY, DAY, MILLION, TOKEN, WORD, ZERO, Money, Quantity, Range, exact_text
from bot.question import Kind, Load, Question, Terms
from bot.questions.frames.bought_more import add_difference, by_how_much_more
from bot.questions.frames.coverage import worded
from bot.questions.frames.divided import each_with_its_sum
from bot.questions.frames.handler import COMMON, COUNTED, SUPPOSED, Candidate, Handler
from bot.questions.frames.moved_spending import spent
from bot.questions.frames.sums_per_person import of_all_people
from bot.questions.kinds.blended import main_sides, mixed
from bot.questions.kinds.buying import buy, buy_by_sides
from bot.questions.phrases.asking import says_to_confirm
from bot.questions.phrases.blends import blend_in
from bot.questions.phrases.clauses import CLAUSE_END
from bot.questions.phrases.periods import Periods
from bot.questions.phrases.slots import Slots
from bot.questions.working.market import Market
from bot.questions.working.working import Working, operand, range_text

_SIGNS: Final = (Cue.BUY, Cue.HOW_MANY, Cue.ENOUGH, Cue.WRITE, Cue.DURATION, Cue.SPEND, Cue.FUNDS)
_UNITS: Final = (Cue.TOKEN, Cue.CHARACTER, Cue.WORD, Cue.CALL, Cue.COPY, Cue.DAY)
_OWN: Final = (*_SIGNS, *_UNITS)
_SPENDING: Final = (Cue.BUY, Cue.SPEND, Cue.FUNDS)
_SIZED: Final = (CALL, DAY, COPY)
_BY_THE_DAY: Final = (TOKEN, CHARACTER, WORD, CALL)
_OF_CHEAPEST: Final = frozenset({Cue.CHEAPEST, Cue.COSTS_MONEY})
"""What the cheapest buys is said where all are: it buys the most."""
_BEFORE_FUNDS: Final = 2
"""How far before a sum its period stands where a word for funds is between: 每天预算10元."""


def read(slots: Slots) -> Candidate | None:
    money, places = _money(slots)
    if not money and _asks_without_sum(slots) and slots.moment is None:
        question = Question(Kind.BUDGET, slots.meant, target=target_of(slots)[0])
        return Candidate(question, missing="sum", spans=_counted(slots))
    said = slots.reading.has(*_OWN)
    if not money or not (said or slots.named) or slots.claim is not None or slots.price_apart is not None:
        return None
    claim = _claimed(slots)
    if slots.caps and slots.reading.has(Cue.INPUT, Cue.OUTPUT) and slots.reading.has(Cue.WHICH, Cue.MODELS):
        return None  # those within a bound of their prices are asked for
    if (claim is None and _weighs_copies(slots)) or spent(slots) is not None:
        return None
    target, size, target_places = target_of(slots)
    if claim is not None:
        target, size, target_places = claim.amount.unit, None, slots.loads[1]
    elif size is None and any(load.amount.unit != COPY for load in slots.loads[0]):
        return None
    places |= target_places
    if not slots.named and Cue.CHEAPEST in slots.reading.cues and Cue.HOW_MANY in slots.reading.cues:
        places |= worded(slots, _OF_CHEAPEST)
    loads: tuple[Load, ...] = () if claim is None else (claim,)
    if claim is None and target in _SIZED and any(load.side for load in slots.loads[0]):
        loads = tuple(slots.loads[0])
    sided = any(load.side for load in loads)
    mix = blend_in(slots.reading.text, of_one=len(slots.subjects) == 1) if not sided and slots.named else None
    question = Question(
        Kind.BUDGET, slots.meant, money, loads, target=target, size=None if sided else size,
        side=None if sided or mix else slots.one_side, as_of=slots.as_of, terms=Terms(blend=mix.ratio) if mix else None,
    )  # fmt: skip
    missing = "size" if target in _SIZED and size is None and not loads else None
    spans = mix.spans if mix is not None else ()
    candidate = each_with_its_sum(Candidate(question, places, missing, implied=not said, spans=spans), slots)
    if target in _BY_THE_DAY and Cue.HOW_MANY in slots.reading.cues:
        question, period_places = _by_the_day(candidate.question, candidate.used, slots)
        candidate = candidate._replace(question=question, used=candidate.used | period_places)
    return by_how_much_more(of_all_people(candidate, slots), slots)


def _counted(slots: Slots) -> tuple[tuple[int, int], ...]:
    """The words that numbers count and nobody here knows, which is why a sum is missing: 2 ETH."""
    return tuple((slots.tokens[place].end, slots.counted_until(place)) for place, _ in slots.numbers)


def _claimed(slots: Slots) -> Load | None:
    """The amount that a sum is said to buy, where it is asked whether that is so: is it true that 1 yuan buys 2M."""
    loads = slots.loads[0]
    if len(loads) != 1 or len(slots.money) != 1 or len(slots.subjects) != 1 or not says_to_confirm(slots.reading.text):
        return None
    load = loads[0]
    plain = load.amount.unit in (TOKEN, CHARACTER, WORD) and not load.factors and load.side is None
    return load if plain and slots.reading.has(Cue.BUY, Cue.WRITE) and not slots.reading.has(*_NOT_CLAIMED) else None


_NOT_CLAIMED: Final = (Cue.ENOUGH, Cue.HOW_MANY, Cue.HOW_MUCH_MONEY, Cue.PRICE, Cue.SPEND)


def _weighs_copies(slots: Slots) -> bool:
    """Whether a sum is to be weighed against so many copies, which is a question of their cost: 20块写30本够吗."""
    copies = any(load.amount.unit == COPY and load.amount.value.exact != 1 for load in slots.loads[0])
    return copies and Cue.ENOUGH in slots.reading.cues and not slots.reading.has(Cue.HOW_MANY, Cue.DURATION)


def _by_the_day(question: Question, used: frozenset[int], slots: Slots) -> tuple[Question, frozenset[int]]:
    """The question with its sum spread over the days that it is for, or with a daily sum added up."""
    periods = Periods(slots)
    share = periods.daily_share()
    funds = (place for place, _ in slots.reading.counted[EntityKind.NUMBER] if place in used)
    paid = next((place for place, _ in slots.money), next(funds, None))
    if share is None or paid is None:
        return question, frozenset()
    days, daily = share
    size = question.size and question.size._replace(lasting=None)
    question = replace(question, loads=tuple(load._replace(lasting=None) for load in question.loads))
    if _is_daily_sum(slots, paid, daily, periods.places) or (
        daily < paid and Cue.FUNDS in slots.reading.cues and daily == paid - _BEFORE_FUNDS
    ):
        money = tuple(Money(each.value.scaled(days), each.currency) for each in question.money)
        return replace(question, money=money, size=size), periods.places
    return replace(question, days=days, size=size), periods.places


def _is_daily_sum(slots: Slots, paid: int, daily: int, periods: frozenset[int]) -> bool:
    """Whether a sum is said to be of a day, right before it or right behind it: 每天2元, 2 yuan a day for a month."""
    if daily != paid + 1:
        return daily == paid - 1
    latin = slots.reading.text[slots.tokens[daily].start].isascii()
    return (latin and slots.gap(paid, daily) <= 1) or all(place > paid for place in periods)


def _asks_without_sum(slots: Slots) -> bool:
    """ "能买多少token": what money buys, but not how much money; or so much of something that is none, as in 5 SOL."""
    reading = slots.reading
    if Cue.HOW_MANY not in reading.cues or slots.loads[0]:
        return False
    if any(slots.counts_unknown(place) for place, _ in slots.numbers):
        return bool(slots.named) and reading.has(*_UNITS)
    units = reading.has(*_UNITS) or (bool(slots.named) and Cue.BUY in reading.cues)
    return reading.has(Cue.ENOUGH, *_SPENDING) and units


def _money(slots: Slots) -> tuple[tuple[Money, ...], frozenset[int]]:
    """The sums of the budget; a bare number counts where the words around it speak of buying."""
    if slots.money:
        return tuple(money for _, money in slots.money), frozenset(place for place, _ in slots.money)
    if not slots.bare_numbers:
        return (), frozenset()
    asked = Cue.HOW_MANY in slots.reading.cues and slots.target_unit is not None
    paid = slots.reading.has(*_SPENDING) and (bool(slots.named) or slots.reading.has(*_UNITS))
    sized = slots.target_unit is not None and slots.target_unit[0] in _SIZED
    beside_sides = {at for place, _ in slots.sides for at in (place - 1, place + 1)}
    counted = beside_sides.union(slots.loads[1], slots.terms[1] if slots.sides else ())
    numbers = [pair for pair in slots.bare_numbers if pair[0] not in counted]
    if len(numbers) > 1:
        numbers = [pair for pair in numbers if slots.is_fund(pair[0])]
    if (asked or paid) and len(numbers) == 1 and (sized or not slots.loads[0]) and not _asks_the_cost(slots):
        place, amount = numbers[0]
        changed = any(change.start <= slots.tokens[place].start < change.end for change in slots.changes)
        if changed or _is_converted(slots, place) or (slots.counts_others(place) and not slots.is_fund(place)):
            return (), frozenset()
        return (Money(amount.value, slots.asked_currency or slots.currency),), frozenset({place})
    return (), frozenset()


def _asks_the_cost(slots: Slots) -> bool:
    """Whether it is asked how much something costs, so that a bare number is no sum: how much would 3000 tickets cost."""
    tokens, cues = slots.tokens, slots.reading.cues
    asked = min(cues.get(Cue.HOW_MANY, ()), default=None)
    if asked is None or not slots.reading.text[tokens[asked].start].isascii():
        return False  # 多少 stands behind what is paid, 花多少
    behind = (place for place in cues.get(Cue.SPEND, ()) if place > asked)
    return any(place + 1 == len(tokens) or tokens[place + 1].amount is None for place in behind)


def _is_converted(slots: Slots, place: int) -> bool:
    """Whether the only currency is named in a clause behind a number, so that it is not the number's: 1000万呢，换成港币."""
    words = slots.reading.cues.get(Cue.MONEY_WORD, ())
    return bool(words) and all(
        CLAUSE_END.search(slots.reading.text, slots.tokens[place].end, slots.tokens[at].start) for at in words
    )


def target_of(slots: Slots) -> tuple[str, Load | None, frozenset[int]]:
    """The unit that the money is to buy, and the load of one of it where the unit has no fixed size."""
    unit, places = slots.target_unit or (TOKEN, frozenset[int]())
    loads, load_places = slots.loads
    if slots.work is not None and (slots.target_unit is None or unit in (COPY, CALL)):
        sized = next((load for load in loads if load.amount.unit != COPY), None)
        one = Load(Quantity(Range.exactly(1), COPY), (), slots.work[1])
        return COPY, sized or one, places | load_places | {slots.work[0]}
    if unit in _SIZED and loads:
        return unit, loads[0], places | load_places
    return unit, None, places


def answer(question: Question, market: Market) -> Answer:
    working = Working(market, question)
    sums = [_to_spend(working, money) for money in question.money]
    apart = question.apart and len(question.money) == len(question.subjects)
    models = working.models()
    for place, money in enumerate(sums):
        for model in question.subjects[place : place + 1] if apart else models:
            if any(load.side for load in question.loads):
                buy_by_sides(working, money, model)
                continue
            _buy_of(working, money, model)
    without_rate = any(note.remark is Remark.UNKNOWN_CURRENCY for note in working.notes)
    if without_rate and all(result.free for result in working.results):
        return _prices_instead(working)
    _confirm(working)
    if apart:
        _add_total(working)
    if question.versus is not None:
        add_difference(working)
    return working.answer()


def _buy_of(working: Working, money: Money, model: str) -> None:
    """What money buys of a model as input and as output, or mixed as the question says; and at three to one beside them."""
    question = working.question
    prices = working.usual_prices(model)
    sides = main_sides(prices)
    ratio = question.terms.blend if question.terms is not None else None
    if sides is not None and ratio is not None:
        buy(working, money, model, mixed(working, sides, ratio, MILLION))
        return
    for price in prices:
        buy(working, money, model, price)
    if sides is not None and question.target == TOKEN and question.side is None and question.days is None:
        _add_mix(working, money, model, sides)


_USUAL_MIX: Final = Decimal(3)
"""So many tokens go in for each one that comes out, where nothing is said of it."""


def _add_mix(working: Working, money: Money, model: str, sides: tuple[Price, Price]) -> None:
    """What money buys at the usual mix, beside what it buys on each side; its sum is not told."""
    scratch = Working(working.market, working.question)
    price = mixed(scratch, sides, _USUAL_MIX, MILLION)
    budget = scratch.exchange(money, price.currency)
    if budget is None or not price.amount:
        return
    tokens = scratch.tokens_for(budget, price)
    working.add(TOKEN, tokens, model, price, given=Given(money.value, money.currency), role=Role.ALSO)
    if tokens.exact is not None and len(working.question.subjects) == 1:
        working.note(Remark.MIXED, model, figures=(_USUAL_MIX, tokens.exact))


def _to_spend(working: Working, money: Money) -> Money:
    """A sum that so many have each, as that of all of them; of one that so many share, the share of each."""
    times, among = working.question.times, working.question.among
    if among is not None:
        share = money.value.over(Range.exactly(among))
        working.step(f"{operand(money.value)} ÷ {exact_text(among)} = {range_text(share)}")
        return Money(share, money.currency)
    if times is None:
        return money
    total = money.value.scaled(times)
    working.step(f"{operand(money.value)} × {exact_text(times)} = {range_text(total)}")
    return Money(total, money.currency)


def _prices_instead(working: Working) -> Answer:
    """Where a sum cannot be exchanged: the prices in their own currencies."""
    working.results.clear()
    for model in working.models():
        for price in working.usual_prices(model):
            amount = ZERO if price.free else working.quote(price, MILLION)
            working.add(price.currency, Range.exactly(amount), model, price, per=MILLION, free=price.free)
    return working.answer(Status.UNKNOWN)


def _confirm(working: Working) -> None:
    """Say whether the sum buys what it was said to, where that is known exactly."""
    found = [result for result in working.results if result.role is Role.ANSWER]
    loads = working.question.loads
    if not loads or any(load.side for load in loads) or len(found) != 1 or found[0].value is None:
        return
    claimed, bought = loads[0].amount.value, found[0].value
    if claimed.exact is not None and bought.exact is not None:
        working.note(Remark.CONFIRMED if claimed == bought else Remark.DENIED)


def _add_total(working: Working) -> None:
    """What all sums buy together, where each buys one thing."""
    bought = [result for result in working.results if result.role is Role.ANSWER and result.value is not None]
    if len(bought) != len(working.question.money) or len({result.unit for result in bought}) > 1:
        return
    total = Range.exactly(ZERO)
    for each in bought:
        total = total.plus(each.value or total)
    working.step(f"{' + '.join(range_text(each.value or total) for each in bought)} = {range_text(total)}")
    working.add(bought[0].unit, total, role=Role.ALSO)


HANDLER: Final = Handler(
    kind=Kind.BUDGET,
    letter="b",
    words=COMMON.union(_OWN),
    read=read,
    answer=answer,
    examples=(
        "1元能买多少GLM tokens",
        "一塊錢可以買多少豆包 tokens",
        "how many ERNIE Tiny tokens can I buy for 5 yuan",
        "10块钱用豆包能写多少字",
        "100 yuan of GLM-3 Turbo in Chinese characters",
    ),
    precedence=60,
    place=1,
    slots=SUPPOSED.union(
        (
            "subjects",
            "earlier",
            "money",
            "loads",
            "target",
            "side",
            "size",
            "days",
            "apart",
            "times",
            "among",
            "versus",
        ),
        ("as_of", "alongside", "whole"),
    ),
    beside={"alongside": "subjects", "earlier": "subjects"},
    needs=frozenset({"target"}),
    targets=COUNTED,
    in_money=False,
)
