"""A message that changes one slot of an earlier question: 那豆包呢, 换成10块, 按汉字算, how about ERNIE."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from bot.language.amounts.dates import day_without_year, named_day
from bot.language.basics.cues import Cue
from bot.quantities import CALL, CHARACTER, COPY, DAY, MILLION, PERCENT, TOKEN, WORD, Quantity, Range
from bot.question import Baseline, Kind, Load, Question
from bot.questions.frames.unknown_subjects import names_another
from bot.questions.kinds.budget import target_of
from bot.questions.messages.clarify import lacks_size
from bot.questions.phrases.periods import times_in
from bot.questions.phrases.slots import Slots
from bot.questions.working.market import INDUSTRY
from bot.text import Language

MAX_LENGTH: Final = 40
"""Characters of a message that is still taken as a fragment."""

_LANGUAGES: Final = {
    Language.EN: ("in english", "英文", "英语", "english please"),
    Language.ZH_HANT: ("繁体", "正体", "traditional chinese"),
    Language.ZH_HANS: ("简体", "中文", "汉语", "普通话", "in chinese", "simplified chinese"),
}


def language_wish(text: str) -> Language | None:
    """The language that a fragment in normal form asks for, as in "in English please"."""
    if len(text) > MAX_LENGTH:
        return None
    return next((language for language, words in _LANGUAGES.items() if any(word in text for word in words)), None)


_MARK: Final = re.compile(r"呢|^(?:那|咁|噉|换|改|如果|要是)|^(?:how about|what about|and |make it|what if)")


def is_marked(text: str) -> bool:
    """Whether a message in normal form says that it goes on from an earlier one: 那…呢, how about …."""
    return _MARK.search(text) is not None


def follow_up(previous: Question, slots: Slots) -> Question | None:
    """The earlier question with what the fragment names put in; ``None`` where it names nothing that fits."""
    if len(slots.reading.text) > MAX_LENGTH or names_another(slots):
        return None
    if slots.reading.has(Cue.BEFORE, Cue.CUT) and previous.kind is Kind.PRICE and not slots.subjects:
        target = "price" if slots.reading.has(Cue.BEFORE) else PERCENT
        return Question(Kind.DISCOUNT, previous.subjects, target=target, baseline=Baseline.BEFORE)
    summed = previous.kind in (Kind.BUDGET, Kind.COST) and bool(previous.subjects)
    if summed and slots.reading.has(Cue.BEFORE) and _is_bare(slots, Cue.BEFORE, Cue.CUT):
        return replace(previous, baseline=Baseline.BEFORE)
    if previous.kind is Kind.RANK and slots.reading.has(Cue.EXCEPT) and slots.reading.has(Cue.FREE):
        return replace(previous, paid_only=True)
    nth = _NTH.fullmatch(slots.reading.text.strip(" ?!.,")) if previous.kind is Kind.RANK else None
    if nth is not None:
        return replace(previous, nth=_PLACES[nth[1]], limit=None)
    if previous.kind in _DATED and asks_for_age(slots):
        return previous
    if _is_bare(slots) and not _NOW.isdisjoint(_words(slots)):
        return _as_of_now(previous)
    changed = _with_amounts(_with_subjects(previous, slots), slots)
    changed = _with_day(_with_currency(_with_units(changed, slots), slots), slots)
    return changed if changed != previous else None


_ADDED: Final = re.compile(
    r"加上|加入|加埋|再加|加个|加一个|还有|仲有|外加|连同|\b(?:add|adding|plus|also|too|as well|include|including)\b"
)
"""Words that put a model beside the others, rather than in the place of one."""


def _with_subjects(question: Question, slots: Slots) -> Question:
    if slots.industry and not slots.subjects and len(question.subjects) == 1:
        return Question(Kind.DISCOUNT, question.subjects, target=PERCENT, baseline=Baseline.INDUSTRY)
    if not slots.subjects:
        everything = slots.reading.has(Cue.ALL) and question.subjects
        return _about(question, ()) if everything and question.kind in _OVER_ALL else question
    if question.kind in ABOUT_MODELS and slots.excluded[0]:
        return _without(question, slots)
    if question.kind is Kind.RANK and question.versus not in (None, INDUSTRY) and len(slots.subjects) == 1:
        return replace(question, versus=slots.subjects[0])
    if question.kind in (Kind.RANK, Kind.HELP):
        return Question(Kind.PRICE, slots.subjects)
    if question.kind is Kind.FACT:
        return question
    compared = question.kind in (Kind.PRICE, Kind.COST) and slots.compares
    if question.subjects and compared:
        both = tuple(dict.fromkeys((*question.subjects, *slots.subjects)))
        return Question(Kind.COMPARE, both, loads=question.loads, per=question.per, as_of=question.as_of)
    if question.subjects and _ADDED.search(slots.reading.text):
        return _about(question, (*question.subjects, *slots.subjects))
    beside = question.kind is Kind.COMPARE and question.unit_price is None
    if beside and len(slots.subjects) == 1 and slots.subjects[0] not in question.subjects:
        return _about(question, (question.subjects[0], *slots.subjects))
    return _about(question, slots.subjects)


ABOUT_MODELS: Final = (Kind.BUDGET, Kind.COST, Kind.PRICE, Kind.COMPARE, Kind.RANK)
"""Kinds of questions of which the models may be changed."""


def _without(question: Question, slots: Slots) -> Question:
    """The question without the models that the message leaves out, and with those that it names in their place.

    Where none of the models asked about is left, it is asked of all others.
    """
    dropped = slots.excluded[0]
    instead = tuple(id_ for id_ in slots.subjects if question.subjects and id_ not in question.subjects)
    if question.kind is Kind.RANK:
        kept = tuple(id_ for id_ in question.subjects if id_ not in dropped)
        return replace(question, subjects=kept, excluded=tuple(dict.fromkeys((*question.excluded, *dropped))))
    if instead == slots.subjects:
        return question
    kept = tuple(id_ for id_ in question.subjects if id_ not in dropped) + instead
    return _about(question, kept or tuple(id_ for id_ in slots.market.on_sale() if id_ not in dropped))


def _about(question: Question, subjects: tuple[str, ...]) -> Question:
    """The question about these, each once; where one alone is left, nothing can be compared."""
    subjects = tuple(dict.fromkeys(subjects))
    question = replace(question, loads=tuple(dict.fromkeys(load._replace(subject=None) for load in question.loads)))
    if question.apart:
        question = replace(question, money=tuple(dict.fromkeys(question.money)), apart=False)
    if question.kind is not Kind.COMPARE:
        return replace(question, subjects=subjects)
    if len(subjects) > 1:
        spent_on = question.versus if question.money and question.versus in subjects else None
        return replace(question, subjects=subjects, versus=spent_on)
    if question.unit_price is not None:
        return replace(question, subjects=subjects, versus=subjects[0] if question.versus and subjects else None)
    kind = Kind.COST if question.loads else Kind.PRICE
    return Question(kind, subjects, loads=question.loads, per=question.per, as_of=question.as_of)


_OVER_ALL: Final = (Kind.BUDGET, Kind.COST, Kind.PRICE)


def _with_amounts(question: Question, slots: Slots) -> Question:
    money = tuple(money for _, money in slots.money)
    loads = tuple(slots.loads[0])
    if question.kind is Kind.BUDGET and not money and _counts(slots):
        unit, size, _ = target_of(slots)
        return replace(question, target=unit, size=size or (question.size if question.target == unit else None))
    if not money and slots.calls is not None and question.kind in _OVER_ALL and question.kind is not Kind.BUDGET:
        return _with_calls(question, slots.calls[0], slots)
    if _lacks_day(question) and not money and (loads or slots.bare_numbers):
        one = loads or (Load(Quantity(slots.bare_numbers[0][1].value, TOKEN)),)
        each_of_many = slots.reading.has(Cue.EACH) and not one[0].times
        return question if each_of_many else _with_days(question, one, slots)
    if lacks_size(question) and not money and (loads or slots.bare_numbers):
        return _with_size(question, loads[0] if loads else Load(Quantity(slots.bare_numbers[0][1].value, TOKEN)))
    if not money and not loads and slots.bare_numbers and question.kind is Kind.BUDGET:
        value = slots.bare_numbers[0][1].value
        times = question.times if slots.reading.has(Cue.EACH) else None
        money = tuple(sum_._replace(value=value) for sum_ in question.money[:1])
        return replace(question, money=money, times=times, apart=False)
    if not money and not loads and slots.bare_numbers and len(question.loads) == 1:
        value = slots.bare_numbers[0][1].value
        load = question.loads[0]
        return replace(question, loads=(load._replace(amount=load.amount._replace(value=value), times=()),))
    if money and question.kind in (*_OVER_ALL, Kind.COMPARE):
        target = question.target if question.kind is Kind.BUDGET else TOKEN
        size = question.size if question.kind is Kind.BUDGET else None
        return Question(Kind.BUDGET, question.subjects, money, target=target, size=size)
    if loads and question.kind in (Kind.COST, Kind.CONVERT, Kind.COMPARE, Kind.RANK):
        return replace(question, loads=loads)
    if loads and question.kind is Kind.BUDGET and question.size is not None:
        return replace(question, size=loads[0])
    if loads and question.kind in _OVER_ALL:
        return Question(
            Kind.COST,
            question.subjects,
            loads=loads,
            target=slots.asked_currency or slots.currency,
            as_of=question.as_of,
        )
    return question


_PAYING: Final = (Cue.HOW_MUCH_MONEY, Cue.SPEND, Cue.PRICE, Cue.COSTS_MONEY)


def _counts(slots: Slots) -> bool:
    """Whether it is asked how many copies, calls or days money lasts for."""
    counted = slots.target_unit is not None and slots.target_unit[0] in (CALL, COPY, DAY)
    return (counted or slots.work is not None) and not slots.reading.has(*_PAYING)


def _lacks_day(question: Question) -> bool:
    return question.kind is Kind.COST and any(load.amount.unit == DAY for load in question.loads)


def _with_calls(question: Question, calls: Load, slots: Slots) -> Question:
    """What calls cost that were named without their size, over the days that were asked about before."""
    if _lacks_day(question):
        return _with_days(question, (calls,), slots)
    paid_in = question.target if question.target is not None and question.target.isupper() else None
    target = slots.asked_currency or paid_in or slots.currency
    return Question(Kind.COST, question.subjects, loads=(calls,), target=target, as_of=question.as_of)


def _with_days(question: Question, loads: tuple[Load, ...], slots: Slots) -> Question:
    """The cost of a load of which it is said how often it comes, over the days that were asked about before."""
    days = question.loads[0].amount.value.exact
    often = times_in(slots, days) if days is not None else ()
    return replace(question, loads=tuple(load._replace(times=(*load.times, *often)) for load in loads))


def _with_size(question: Question, size: Load) -> Question:
    if question.kind is Kind.BUDGET:
        return replace(question, size=size)
    if not question.loads:
        return replace(question, loads=(size,))
    calls = question.loads[0]
    return replace(question, loads=(size._replace(times=(*size.times, *calls.times)),))


def _with_units(question: Question, slots: Slots) -> Question:
    if question.kind is Kind.BUDGET and slots.target_unit and slots.target_unit[0] in (TOKEN, CHARACTER, WORD):
        return replace(question, target=slots.target_unit[0], size=None)
    if question.kind is Kind.COST and slots.asked_currency:
        return replace(question, target=slots.asked_currency)
    if question.kind in (Kind.PRICE, Kind.COMPARE, Kind.RANK) and slots.per:
        return replace(question, per=slots.per[1])
    if question.kind is Kind.PRICE and len({side for _, side in slots.sides}) == 1:
        return replace(question, side=slots.sides[0][1])
    return question


_TO_CONVERT: Final = frozenset(
    {Cue.MONEY_WORD, Cue.BUY, Cue.SWITCH, Cue.CONVERT, Cue.QUESTION, Cue.ASK, Cue.FILLER, Cue.PER}
)
"""Words of a message that wants the same in another currency, and nothing else."""

_TO_PRICE: Final = _TO_CONVERT | {Cue.HOW_MANY, Cue.HOW_MUCH_MONEY, Cue.PRICE, Cue.SPEND, Cue.COSTS_MONEY, Cue.WHAT}


def _with_currency(question: Question, slots: Slots) -> Question:
    """The same in another currency: a budget of that money, or what the tokens of a price cost in it."""
    currency = slots.asked_currency
    reading = slots.reading
    if currency is None or slots.money or reading.residue:
        return question
    known = _TO_CONVERT if question.kind is Kind.BUDGET else _TO_PRICE
    if any(not token.name and not token.amount and known.isdisjoint(token.cues) for token in reading.tokens):
        return question
    if question.kind is Kind.BUDGET:
        return replace(question, money=tuple(sum_._replace(currency=currency) for sum_ in question.money))
    if question.kind is Kind.RANK:
        return replace(question, target=currency)
    if question.kind not in (Kind.PRICE, Kind.COMPARE):
        return question
    tokens = Load(Quantity(Range.exactly(question.per or MILLION), TOKEN), side=question.side)
    loads = question.loads or (tokens,)
    return Question(Kind.COST, question.subjects, loads=loads, target=currency, as_of=question.as_of)


_NOW: Final = frozenset(
    (
        "现在",
        "目前",
        "今天",
        "今日",
        "如今",
        "当前",
        "眼下",
        "而家",
        "now",
        "today",
        "currently",
        "nowadays",
        "right now",
    )
)


def _is_bare(slots: Slots, *beside: Cue) -> bool:
    """Whether a message has neither a name nor an amount nor a telling word, but for those with a cue named."""
    reading = slots.reading
    passed = {Cue.FILLER, Cue.QUESTION, *beside}
    return not reading.residue and all(not passed.isdisjoint(token.cues) for token in reading.tokens)


def _words(slots: Slots) -> frozenset[str]:
    """The words that were recognized."""
    return frozenset(slots.reading.text[token.start : token.end] for token in slots.tokens)


def _as_of_now(question: Question) -> Question:
    """The same by the prices of today: neither of a day, nor from before a cut."""
    if question.baseline is not Baseline.BEFORE:
        return replace(question, as_of=None)
    if question.kind is Kind.DISCOUNT:
        return Question(Kind.PRICE, question.subjects)
    supposed_of = question.supposed_of if question.factor is not None else None
    return replace(question, as_of=None, baseline=None, supposed_of=supposed_of)


_NTH: Final = re.compile(
    r"(?:那|咁)?(?:and |what about )?(?:the )?(第[二三四五2345]|second|third)(?:个|名|家| one)?(?:的|嘅)?(?:呢)?"
)
_PLACES: Final = {"second": 2, "third": 3} | {
    f"第{n}": at for at, pair in enumerate(("二2", "三3", "四4", "五5"), 2) for n in pair
}


def asks_for_age(slots: Slots) -> bool:
    """Whether a message that names nothing asks of when a price is, which every answer says: 它是什么时候的价格."""
    reading = slots.reading
    return reading.has(Cue.WHEN) and reading.has(Cue.PRICE) and not slots.named and not reading.has(Cue.CUT, Cue.RAISE)


_DATED: Final = (Kind.BUDGET, Kind.COST, Kind.PRICE, Kind.COMPARE, Kind.RANK)


def _with_day(question: Question, slots: Slots) -> Question:
    """The question as of the day that is named; without a year it is in the year spoken of, or the last such day."""
    if question.kind not in _DATED:
        return question
    text = slots.reading.text
    year = question.as_of.year if question.as_of is not None else slots.market.day.year
    day = day_without_year(text, year) if named_day(text) is None else None
    if day is not None and question.as_of is None and day > slots.market.day:
        day = day_without_year(text, year - 1)
    day = day or slots.as_of
    return replace(question, as_of=day) if day is not None else question
