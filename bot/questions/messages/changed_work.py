"""What a fragment changes in the sums, the work, the people and the time of an earlier question."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final

from bot.language.basics.cues import Cue
from bot.language.basics.entities import Amount, EntityKind
from bot.language.basics.vocabulary import words_under
from bot.quantities import ARITHMETIC, COPY, DAY, ONE, TOKEN, Quantity, Range
from bot.question import Kind, Load, Question
from bot.questions.kinds.count import with_changed
from bot.questions.messages.changed_period import lacks_day, with_period
from bot.questions.messages.changed_sums import PRICED, counts, with_figure, with_money, with_target
from bot.questions.messages.clarify import lacks_size
from bot.questions.phrases.heads import heads_behind
from bot.questions.phrases.owned_work import IN_ALL
from bot.questions.phrases.periods import Periods, ratio
from bot.questions.phrases.slots import Slots
from bot.questions.phrases.values import Copies, Count, Share
from bot.questions.phrases.work import A_DAY

_WITH_WORK: Final = (Kind.COST, Kind.CONVERT, Kind.COMPARE, Kind.RANK)
_ADDED: Final = words_under("questions", "changed work, added")
"""Words that put an amount on top of the one before."""
_TIMES: Final = ("倍", " times")
_MULTIPLIED: Final = words_under("questions", "changed work, multiplied")
_HALVES: Final = words_under("questions", "changed work, halves")
_MULTIPLES: Final = {
    "double": Decimal(2),
    "twice": Decimal(2),
    "triple": Decimal(3),
    "翻倍": Decimal(2),
    "翻一倍": Decimal(2),
}
_LEAST_TOKENS: Final = Decimal(10_000)
"""A bare number after a price is one of tokens from here on."""
_MEASURES: Final = words_under("questions", "changed work, measures")


def with_amounts(question: Question, slots: Slots) -> Question:
    """The question with the sums, or with the work, the people and the time that the fragment names."""
    if question.kind is Kind.COUNT:
        return with_changed(question, slots)
    heads = heads_in(slots)
    if heads is not None and heads[2] and question.among is not None:
        return _with_heads(question, heads)
    if slots.money:
        question = with_money(question, slots)
        return with_target(question, slots) if question.kind is Kind.BUDGET and counts(slots) else question
    cached = _with_cached_share(question, slots)
    if cached is not None:
        return cached
    numbers = [pair for pair in slots.bare_numbers if heads is None or pair[0] != heads[0]]
    changed = _with_factor(question, slots, numbers) or _with_work(question, slots, numbers)
    if heads is not None:
        peopled = _with_heads(changed, heads)
        return with_period(peopled, slots) if changed == question else peopled
    return with_period(question, slots) if changed == question and not numbers else changed


def _with_cached_share(question: Question, slots: Slots) -> Question | None:
    """The cost of the work with such a share of its input from the cache: 要是90%缓存命中呢."""
    shares = [each.value.part for each in slots.phrases if isinstance(each.value, Share) and each.value.side == _CACHED]
    if not shares and _is_bare(slots) and any(load.side == _CACHED for load in question.loads):
        percents = (amount.value.exact for _, amount in slots.reading.counted[EntityKind.PERCENT])
        shares = [
            ARITHMETIC.divide(percent, _HUNDRED) for percent in percents if percent is not None and percent < _HUNDRED
        ]
    inputs = [load for load in question.loads if load.side in ("input", _CACHED)]
    if question.kind is not Kind.COST or len(shares) != 1 or not inputs or slots.loads[0]:
        return None
    whole = inputs[0].amount.value
    for load in inputs[1:]:
        whole = whole.plus(load.amount.value)
    fresh = _sized(inputs[0], whole.scaled(ARITHMETIC.subtract(ONE, shares[0])))._replace(side="input")
    read = _sized(inputs[0], whole.scaled(shares[0]))._replace(side=_CACHED)
    others = tuple(load for load in question.loads if load not in inputs)
    return replace(question, loads=(fresh, read, *others))


def _is_bare(slots: Slots) -> bool:
    """Whether a message has nothing but amounts and function words."""
    passed = frozenset({Cue.FILLER, Cue.QUESTION})
    return not slots.reading.residue and all(
        token.amount or not passed.isdisjoint(token.cues) for token in slots.tokens
    )


_CACHED: Final = "cached_input"
_HUNDRED: Final = Decimal(100)


def _with_factor(question: Question, slots: Slots, numbers: list[tuple[int, Amount]]) -> Question | None:
    """The question with so many times the work or money: 十倍的量呢."""
    text = slots.reading.text
    factor = next((times for word, times in _MULTIPLES.items() if word in text), None) if not numbers else None
    if len(numbers) == 1:
        place, amount = numbers[0]
        token = slots.tokens[place]
        half = text[token.start : token.end] in _HALVES
        multiplied = text[: token.start].rstrip().endswith(_MULTIPLIED)
        factor = amount.value.exact if half or multiplied or text.startswith(_TIMES, token.end) else None
    if factor is None or Cue.PRICE in slots.reading.cues:
        return None
    loads = tuple(_sized(load, load.amount.value.scaled(factor)) for load in question.loads)
    money = tuple(each._replace(value=each.value.scaled(factor)) for each in question.money)
    return replace(question, loads=loads, money=money)


def _with_work(question: Question, slots: Slots, numbers: list[tuple[int, Amount]]) -> Question:
    """The question with the amounts of text, the calls or the copies that the fragment names."""
    if question.kind is Kind.BUDGET and counts(slots):
        return with_target(question, slots)
    if slots.calls is not None and question.kind in (Kind.COST, Kind.PRICE):
        return _with_calls(question, slots.calls[0], slots)
    loads = tuple(slots.loads[0]) or _copies(question, slots)
    if not loads and numbers:
        loads = _of_number(question, slots, numbers[0][1].value)
        if not loads:
            return with_figure(question, slots, numbers[0][1].value)
    if not loads:
        return question
    if lacks_day(question):
        each_of_many = Cue.EACH in slots.reading.cues and not loads[0].times
        return question if each_of_many else _with_days(question, loads, slots)
    if lacks_size(question):
        return _with_size(question, loads[0])
    if question.kind in _WITH_WORK:
        return replace(question, loads=_merged(question.loads, loads, slots))
    if question.kind is Kind.BUDGET and question.size is not None:
        return replace(question, size=_merged((question.size,), loads, slots)[0])
    if question.kind is Kind.BUDGET and loads[0].every == A_DAY:
        return replace(question, target=DAY, size=loads[0])
    if question.kind in PRICED:
        target = slots.asked_currency or slots.currency
        sided = tuple(load._replace(side=load.side or question.side) for load in loads)
        costs = Question(Kind.COST, question.subjects, loads=sided, target=target, as_of=question.as_of)
        return replace(costs, terms=question.terms)
    return question


def _of_number(question: Question, slots: Slots, value: Range) -> tuple[Load, ...]:
    """A bare number as work, where the question has some that it can take the place of: 输出改成50万呢, 每天用2000万呢."""
    if lacks_size(question):
        return (Load(Quantity(value, TOKEN)),)
    if question.kind is Kind.PRICE and value.low is not None and value.low >= _LEAST_TOKENS:
        return (Load(Quantity(value, TOKEN), side=question.side),)
    recurs = Periods(slots).recurrence().every
    if question.kind is Kind.BUDGET and recurs is not None:
        unit = question.size.amount.unit if question.size is not None else TOKEN
        return (Load(Quantity(value, unit), every=recurs),)
    if question.kind is Kind.BUDGET or not question.loads:
        return ()
    sided = slots.one_side
    if Cue.ALL in slots.reading.cues and len(question.loads) == 1 and question.loads[0].side is not None:
        one = question.loads[0]._replace(amount=Quantity(value, question.loads[0].amount.unit))
        return tuple(one._replace(side=side) for side in ("input", "output"))  # so many of each
    if sided is None and len(question.loads) > 1:
        alike = len({load.amount for load in question.loads}) == 1
        return tuple(_sized(load, value) for load in question.loads) if alike else ()
    recurrence = Periods(slots).recurrence()
    old = next((load for load in question.loads if load.side == sided), question.loads[0])
    return (
        Load(
            Quantity(value, old.amount.unit),
            side=sided or old.side,
            work=old.work,
            every=recurrence.every,
            lasting=recurrence.lasting,
        ),
    )


def _copies(question: Question, slots: Slots) -> tuple[Load, ...]:
    """So many copies of the work that was spoken of before: 写10本呢."""
    counts = [each.value for each in slots.phrases if isinstance(each.value, Count) and each.value.unit == COPY]
    if len(counts) != 1 or len(question.loads) != 1 or question.loads[0].amount.unit != COPY:
        return ()
    return (question.loads[0]._replace(amount=Quantity(counts[0].value, COPY)),)


def _merged(old: tuple[Load, ...], new: tuple[Load, ...], slots: Slots) -> tuple[Load, ...]:
    """The work with what is said of it in the place of the same said before: the amount, of a side its own, how often."""
    sides = {load.side for load in old if load.side}
    named = {load.side for load in new if load.side}
    if len(sides) > 1 and named and len(named) == len(new):
        kept = {load.side: load for load in old} | {load.side: _over(_like(old, load), load, slots) for load in new}
        return tuple(kept.values())
    if any(load.subject for load in old):
        return new
    added = any(word in slots.reading.text for word in _ADDED)
    if added and len(old) == len(new) == 1 and old[0].amount.unit == new[0].amount.unit:
        return (_sized(old[0], old[0].amount.value.plus(new[0].amount.value)),)
    return tuple(_over(_like(old, load), load, slots) for load in new)


def _like(old: tuple[Load, ...], load: Load) -> Load | None:
    """The work before on the same side as another one, or else any."""
    return next((each for each in old if each.side == load.side), old[0] if old else None)


def _over(old: Load | None, new: Load, slots: Slots) -> Load:
    """An amount of work with all that was said of the one before and is not said of it anew.

    How many times it is done is taken over where the new amount is said to be of each time.
    """
    if old is None:
        return new
    if new.amount.unit == old.amount.unit == COPY and not any(isinstance(each.value, Copies) for each in slots.phrases):
        new = _sized(new, old.amount.value) if new.work != old.work else new
    each = Cue.EACH in slots.reading.cues
    return _recurring(
        new._replace(
            times=new.times or (old.times if each else ()),
            side=new.side or old.side,
            request=new.request or old.request,
            heads=new.heads or old.heads,
        ),
        old,
    )


def _recurring(new: Load, old: Load) -> Load:
    """Work that comes as often, and goes on for as long, as the work before where nothing else is said."""
    if new.every is None:
        return new._replace(every=old.every, lasting=old.lasting)
    if new.lasting is None and old.every is not None:
        span = ARITHMETIC.multiply(old.every, old.lasting or ONE)
        return new._replace(lasting=ratio(span, new.every) if span > new.every else None)
    return new


def _with_calls(question: Question, calls: Load, slots: Slots) -> Question:
    """Other calls of the size that was named before; what calls cost that were named without it."""
    if lacks_day(question):
        return _with_days(question, (calls,), slots)
    if question.loads:
        loads = tuple(
            _recurring(load._replace(times=calls.times, heads=calls.heads or load.heads, every=calls.every, lasting=calls.lasting), load)
            for load in question.loads
        )  # fmt: skip
        return replace(question, loads=loads)
    paid_in = question.target if question.target is not None and question.target.isupper() else None
    target = slots.asked_currency or paid_in or slots.currency
    return Question(Kind.COST, question.subjects, loads=(calls,), target=target, as_of=question.as_of)


def _with_days(question: Question, loads: tuple[Load, ...], slots: Slots) -> Question:
    """The cost of a load of which it is said how often it comes, over the days that were asked about before."""
    days = question.loads[0].amount.value.exact
    if days is None or any(word in slots.reading.text for word in IN_ALL):
        return replace(question, loads=loads)
    periods, span = Periods(slots), days * A_DAY
    every = next((time.length for time in (*periods.spans, *periods.named)), A_DAY)
    lasting = ratio(span, every) if every != span else None
    return replace(question, loads=tuple(load._replace(every=every, lasting=lasting) for load in loads))


def _with_size(question: Question, size: Load) -> Question:
    if question.kind is Kind.BUDGET:
        return replace(question, size=size)
    if not question.loads:
        return replace(question, loads=(size,))
    calls = question.loads[0]
    sized = size._replace(times=(*size.times, *calls.times), heads=size.heads or calls.heads)
    return replace(question, loads=(_recurring(sized, calls),))


def heads_in(slots: Slots) -> tuple[int, Decimal, bool] | None:
    """Where the fragment says of how many it is, how many those are, and whether people are named: 10个人呢, 100个呢."""
    text = slots.reading.text
    for place, amount in slots.reading.counted[EntityKind.NUMBER]:
        number, end = amount.value.exact, slots.tokens[place].end
        if number is None or number % 1 or number < 1:
            continue
        named = heads_behind(text, end) is not None
        if named or (text.startswith(_MEASURES, end) and not text[end + 1 :].strip("呢啊吧? ")):
            return place, number, named
    return None


def _with_heads(question: Question, heads: tuple[int, Decimal, bool]) -> Question:
    _, number, named = heads
    if question.kind is Kind.BUDGET:
        if question.among is not None:
            return replace(question, among=number)
        return replace(question, times=number) if question.times is not None else question
    if named or any(load.heads is not None for load in question.loads):
        return replace(question, loads=tuple(load._replace(heads=number) for load in question.loads))
    counted = all(len(load.times) == 1 for load in question.loads)
    times = tuple(load._replace(times=(number,)) for load in question.loads)
    return replace(question, loads=times) if counted else question


def _sized(load: Load, value: Range) -> Load:
    return load._replace(amount=Quantity(value, load.amount.unit))
