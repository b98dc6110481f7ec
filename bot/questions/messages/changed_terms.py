"""What a fragment changes in the unit, the side, the currency, the day and the terms of an earlier question."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from bot.language.amounts.dates import day_without_year, named_day
from bot.language.basics.cues import Cue
from bot.language.basics.vocabulary import words_under
from bot.language.words.expressions import expressions
from bot.quantities import CHARACTER, MILLION, TOKEN, WORD, Quantity, Range
from bot.question import Baseline, Kind, Load, Question, Terms, Unpriced
from bot.questions.kinds.handlers import handlers
from bot.questions.kinds.plan import MONTHS_OF_YEAR, tier_named
from bot.questions.phrases.conditions import window_for
from bot.questions.phrases.slots import Slots
from bot.questions.phrases.work import WAYS
from bot.questions.working.families import today_of

_TO_CONVERT: Final = frozenset(
    {Cue.MONEY_WORD, Cue.BUY, Cue.SWITCH, Cue.CONVERT, Cue.QUESTION, Cue.ASK, Cue.FILLER, Cue.PER, Cue.SAY}
)
"""Words of a message that wants the same in another currency, and nothing else."""
_TO_PRICE: Final = _TO_CONVERT | {Cue.HOW_MANY, Cue.HOW_MUCH_MONEY, Cue.PRICE, Cue.SPEND, Cue.COSTS_MONEY, Cue.WHAT}
_NOW: Final = expressions("now")
_BY_THE_YEAR: Final = expressions("by the year")
_ORDINARY: Final = words_under("questions", "changed terms, ordinary")
"""Words for an ordinary call, on no terms of its own."""


def with_units(question: Question, slots: Slots) -> Question:
    """What money buys in another unit of text; prices for another number of tokens."""
    if question.kind is Kind.BUDGET and slots.target_unit and slots.target_unit[0] in (TOKEN, CHARACTER, WORD):
        return replace(question, target=slots.target_unit[0], size=None)
    if question.kind is Kind.PLAN:
        yearly = Cue.WHOLE_YEAR in slots.reading.cues or _BY_THE_YEAR.stands_in(slots.reading.text)
        if yearly or Cue.MONTHLY in slots.reading.cues:
            return replace(question, per=MONTHS_OF_YEAR if yearly else None)
        tier, _ = tier_named(slots, question.subjects)
        return replace(question, nth=tier) if tier is not None else question
    if question.kind in (Kind.PRICE, Kind.COMPARE, Kind.RANK) and slots.per:
        return replace(question, per=slots.per[1])
    if question.kind is Kind.COST and slots.per and not any(load.factors or load.every for load in question.loads):
        step = Quantity(Range.exactly(slots.per[1]), TOKEN)
        return replace(question, loads=tuple(load._replace(amount=step) for load in question.loads))
    return question


def with_side(question: Question, slots: Slots) -> Question:
    """The question about the one side that the fragment names, where it names no amount on it."""
    side = slots.one_side or _side_kept(slots) or _side_alone(slots)
    if side is None and not slots.named and _BOTH_SIDES.stands_in(slots.reading.text):
        return _with_both_sides(question)
    if side is None or slots.loads[0] or slots.bare_numbers:
        return question
    if question.loads:
        alike = len({load.side for load in question.loads}) == 1
        return (
            replace(question, loads=tuple(load._replace(side=side) for load in question.loads)) if alike else question
        )
    if "side" not in handlers()[question.kind].slots:
        return question
    subjects = _with_sides(question, slots) if question.kind is Kind.COMPARE else question.subjects
    return replace(question, side=side, subjects=subjects)


def _side_kept(slots: Slots) -> str | None:
    """The one of two sides named that no word leaves out: without the input, just output."""
    named = {side: place for place, side in slots.sides}
    denials = slots.reading.places(Cue.EXCEPT, Cue.NOT)
    left_out = {min((place for place in named.values() if place > denial), default=None) for denial in denials}
    kept = [side for side, place in named.items() if place not in left_out]
    return kept[0] if len(kept) == 1 and len(named) == 2 else None


def _side_alone(slots: Slots) -> str | None:
    """The side that a message is all about, by a word that elsewhere may mean other things: 那出呢."""
    told = {WAYS[way] for word in words(slots) if (way := word.rstrip(_OF)) in WAYS}
    return told.pop() if len(told) == 1 and is_bare(slots, Cue.WRITE) else None


_OF: Final = "的嘅"


def _with_both_sides(question: Question) -> Question:
    """The question about input and output, after one about a single side: as much work on each, or both prices."""
    if question.kind is Kind.COST and len(question.loads) == 1 and question.loads[0].side in _SIDES:
        return replace(question, loads=tuple(question.loads[0]._replace(side=side) for side in _SIDES))
    return replace(question, side=None) if question.side in _SIDES and not question.loads else question


_BOTH_SIDES: Final = expressions("both sides")
_SIDES: Final = ("input", "output")


def _with_sides(question: Question, slots: Slots) -> tuple[str, ...]:
    """The models asked about, those of today for a family of which one price for all sides was reported."""
    if question.as_of is not None:
        return question.subjects
    now = ((model, today_of(slots.market, model)) for model in question.subjects)
    return tuple(dict.fromkeys(each for model, today in now for each in today or (model,)))


def with_currency(question: Question, slots: Slots) -> Question:
    """The same in another currency: a budget of that money, or what work or the tokens of a price cost in it."""
    currency = slots.asked_currency
    reading = slots.reading
    if currency is None or slots.money:
        return question
    if question.kind in (Kind.COST, Kind.CONVERT, Kind.COUNT):
        return replace(question, target=currency)
    if reading.residue:
        return question
    known = _TO_CONVERT if question.kind is Kind.BUDGET else _TO_PRICE
    if any(not token.name and not token.amount and known.isdisjoint(token.cues) for token in reading.tokens):
        return question
    if question.kind is Kind.BUDGET:
        return replace(question, money=tuple(sum_._replace(currency=currency) for sum_ in question.money))
    if question.kind in (Kind.RANK, Kind.PLAN):
        return replace(question, target=currency)
    if question.kind not in (Kind.PRICE, Kind.COMPARE):
        return question
    tokens = Load(Quantity(Range.exactly(question.per or MILLION), TOKEN), side=question.side)
    loads = question.loads or (tokens,)
    costs = Question(Kind.COST, question.subjects, loads=loads, target=currency, as_of=question.as_of)
    return replace(costs, terms=question.terms, factor=question.factor, supposed_of=question.supposed_of)


def with_day(question: Question, slots: Slots) -> Question:
    """The question as of the day that is named; without a year it is in the year spoken of, or the last such day."""
    if not is_dated(question):
        return question
    text = slots.reading.text
    year = question.as_of.year if question.as_of is not None else slots.market.day.year
    day = day_without_year(text, year) if named_day(text) is None else None
    if day is not None and question.as_of is None and day > slots.market.day:
        day = day_without_year(text, year - 1)
    day = day or slots.as_of
    return replace(question, as_of=day) if day is not None else question


def is_dated(question: Question) -> bool:
    """Whether a question may be asked as of a day."""
    return "as_of" in handlers()[question.kind].slots


def says_now(slots: Slots) -> bool:
    """Whether a message says nothing but that today is meant: 现在呢, and now?"""
    return is_bare(slots) and _NOW.stands_in(slots.reading.text)


def as_of_now(question: Question) -> Question:
    """The same by the prices of today: neither of a day, nor from before a cut."""
    if question.baseline is not Baseline.BEFORE:
        return replace(question, as_of=None)
    if question.kind is Kind.DISCOUNT:
        return Question(Kind.PRICE, question.subjects)
    supposed_of = question.supposed_of if question.factor is not None else None
    return replace(question, as_of=None, baseline=None, supposed_of=supposed_of)


def with_terms(question: Question, slots: Slots) -> Question:
    """The question on the terms that the fragment names: in a batch, at peak hours, for long requests; or as usual."""
    if "terms" not in handlers()[question.kind].slots:
        return question
    if says_ordinary(slots):
        return replace(question, terms=None, unpriced=_but_for_terms(question.unpriced))
    terms = slots.terms[0]
    if terms is not None and (question.loads or question.money):
        terms = terms._replace(tokens=None)
    if terms is not None and terms.launch and question.kind is Kind.DISCOUNT and question.subjects:
        return Question(Kind.PRICE, question.subjects, side=question.side, terms=terms)
    if terms is not None and terms != Terms() and _is_priced_on(terms, question, slots):
        as_of = None if terms.launch else question.as_of
        return replace(question, terms=terms, as_of=as_of, unpriced=_but_for_terms(question.unpriced))
    if terms is not None and terms.mode in _UNPRICED and question.kind is Kind.PRICE:
        return replace(question, unpriced=_UNPRICED[terms.mode])
    return question


_UNPRICED: Final = {each.value: each for each in (Unpriced.BATCH, Unpriced.FLEX, Unpriced.PRIORITY, Unpriced.FAST)}
"""The modes of which it can be said that no price on such terms is known."""


def with_time_before(question: Question, previous: Question, slots: Slots) -> Question:
    """A whole question by the hours or the day spoken of before, where it says so: 那个时候多少钱, how much is it then?"""
    own, slots_of_kind = question.terms or Terms(), handlers()[question.kind].slots
    if own.window is not None or question.as_of is not None or not _THEN.stands_in(slots.reading.text):
        return question
    window = previous.terms.window if previous.terms is not None else None
    if window is not None and "terms" in slots_of_kind:
        question = replace(question, terms=own._replace(window=window))
    if previous.as_of is not None and "as_of" in slots_of_kind:
        question = replace(question, as_of=previous.as_of)
    return question


def says_then(slots: Slots) -> bool:
    """Whether a message speaks of the time that was spoken of before."""
    return _THEN.stands_in(slots.reading.text)


_THEN: Final = expressions("at that time")


def with_hours(question: Question, slots: Slots) -> Question:
    """The question at the hour that the fragment names: 半夜呢, tomorrow at 3pm?"""
    found = window_for(question.subjects, slots) if "terms" in handlers()[question.kind].slots else None
    return question if found is None else replace(question, terms=(question.terms or Terms())._replace(window=found[0]))


def with_supposed(question: Question, slots: Slots) -> Question:
    """The same by a price that is supposed to have changed otherwise: 打五折呢, if it fell 20%?"""
    fits = "factor" in handlers()[question.kind].slots and question.kind is not Kind.DISCOUNT
    if not fits or slots.subjects or not slots.hints_at_prices or len(slots.changes) != 1:
        return question
    change = slots.changes[0]
    around = [token for token in slots.tokens if token.end <= change.start or change.end <= token.start]
    left = [span for span in slots.reading.residue if not change.start <= span[0] < change.end]
    if left or any(_BESIDE_CHANGE.isdisjoint(token.cues) for token in around):
        return question
    return replace(question, factor=change.factor, supposed_of=None)


_BESIDE_CHANGE: Final = frozenset({Cue.FILLER, Cue.QUESTION, Cue.PRICE, Cue.CUT, Cue.RAISE, Cue.HOW_MUCH_MONEY})


def says_ordinary(slots: Slots) -> bool:
    """Whether a message speaks of an ordinary call."""
    return any(word in slots.reading.text for word in _ORDINARY)


def _is_priced_on(terms: Terms, question: Question, slots: Slots) -> bool:
    """Whether of some model asked about a price on such terms is known."""
    market = slots.market.on_terms(terms)
    asked = question.subjects or market.on_sale()
    return any(market.is_as_wanted(price) for model in asked for price in market.prices(model))


def _but_for_terms(unpriced: Unpriced | None) -> Unpriced | None:
    return (
        None
        if unpriced in (Unpriced.BATCH, Unpriced.LONG, Unpriced.FLEX, Unpriced.PRIORITY, Unpriced.FAST)
        else unpriced
    )


def bounds_requests(question: Question, slots: Slots) -> bool:
    """Whether the amount that a fragment names is the length of requests of which the price is asked: 输入超过20万呢."""
    terms = slots.terms[0]
    return terms is not None and terms.tokens is not None and not (question.loads or question.money)


def is_bare(slots: Slots, *beside: Cue) -> bool:
    """Whether a message has neither a name nor an amount nor a telling word, but for those with a cue named."""
    reading = slots.reading
    passed = {Cue.FILLER, Cue.QUESTION, *beside}
    return not reading.residue and all(not passed.isdisjoint(token.cues) for token in reading.tokens)


def words(slots: Slots) -> frozenset[str]:
    """The words that were recognized."""
    return frozenset(slots.reading.text[token.start : token.end] for token in slots.tokens)
