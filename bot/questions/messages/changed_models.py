"""What a fragment changes in the models of an earlier question, in what is left out of them, and in their order."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from bot.language.amounts.ranks import limit_in, nth_in, place_in
from bot.language.basics.cues import Cue
from bot.language.basics.vocabulary import words_under
from bot.language.words.expressions import expressions
from bot.quantities import PERCENT
from bot.question import Baseline, Kind, Order, Question
from bot.questions.kinds.ranked_models import whole_range
from bot.questions.messages.both import weighs
from bot.questions.messages.changed_terms import is_bare
from bot.questions.phrases.owned_work import IN_ALL
from bot.questions.phrases.slots import Slots
from bot.questions.working.market import INDUSTRY
from bot.questions.working.standings import in_order
from bot.questions.working.traits import AT_HOME, are_known

_ADDED: Final = (
    "加上", "加入", "加埋", "加进", "加回", "加个", "加一个", "再加", "算上", "算埋", "还有", "仲有", "外加", "连同",
    " add ", " adding ", " plus ", " also ", " too ", " as well ", " include ", " including ",
)  # fmt: skip
"""Words that put a model beside the others, rather than in the place of one."""
_BACKWARDS: Final = words_under("questions", "changed models, backwards")
ABOUT_MODELS: Final = (Kind.BUDGET, Kind.COST, Kind.PRICE, Kind.COMPARE, Kind.RANK)
"""Kinds of questions of which the models may be changed."""
_OVER_ALL: Final = (Kind.BUDGET, Kind.COST, Kind.PRICE)


def with_models(question: Question, slots: Slots) -> Question:
    """The question about the models that the fragment names, adds or leaves out."""
    if slots.industry and not slots.subjects and len(question.subjects) == 1:
        return Question(Kind.DISCOUNT, question.subjects, target=PERCENT, baseline=Baseline.INDUSTRY)
    if not slots.subjects:
        return _about_others(question, slots) if question.kind in _OVER_ALL else question
    dropped = slots.excluded[0] or _given_up(question, slots)
    if question.kind in ABOUT_MODELS and dropped:
        return _without(question, slots, dropped)
    if question.kind is Kind.RANK and question.versus not in (None, INDUSTRY) and len(slots.subjects) == 1:
        return replace(question, versus=slots.subjects[0])
    if question.kind is Kind.RANK and len(question.subjects) == 1 and whole_range(slots) is not None:
        return replace(question, subjects=(whole_range(slots) or "",))
    if question.kind in (Kind.RANK, Kind.HELP):
        return Question(Kind.PRICE, slots.subjects)
    if question.kind is Kind.FACT:
        return question
    weighed = slots.compares or weighs(slots)
    if question.subjects and question.kind in (Kind.PRICE, Kind.COST) and weighed:
        before = () if set(question.subjects) <= set(slots.subjects) else question.subjects
        both = tuple(dict.fromkeys((*before, *slots.subjects)))
        versus = slots.subjects[0] if Cue.THAN in slots.reading.cues and len(slots.subjects) == 1 else None
        compared = replace(question, kind=Kind.COMPARE, subjects=both, versus=versus, alongside=None, unpriced=None)
        return replace(compared, order=Order.DEAREST if Cue.DEAR in slots.reading.cues else None)
    text = f" {slots.reading.text.strip(' ?!.,')} "
    if question.subjects and any(word in text for word in _ADDED):
        return _about(question, (*question.subjects, *slots.subjects))
    beside = question.kind is Kind.COMPARE and question.unit_price is None
    if beside and len(slots.subjects) == 1 and slots.subjects[0] not in question.subjects:
        return _about(question, (_rival_of(slots.subjects[0], question, slots), *slots.subjects))
    return _about(question, slots.subjects)


def _rival_of(model: str, question: Question, slots: Slots) -> str:
    """Which of those compared stays beside another model: the one of another maker, or else the first."""
    makers = {
        id_: entry.vendor for id_ in (model, *question.subjects) if (entry := slots.market.entry(id_)) is not None
    }
    others = [id_ for id_ in question.subjects if makers.get(id_) != makers.get(model)]
    return others[0] if len(others) == 1 else question.subjects[0]


def with_pick(question: Question, slots: Slots) -> Question:
    """The question about the cheaper or the dearer one of those that were compared: 贵的那个呢, the cheaper one?"""
    if question.kind is not Kind.COMPARE or slots.subjects or not slots.reading.has(Cue.CHEAP, Cue.DEAR):
        return question
    place = place_picked(slots.reading.text)
    order = in_order(slots.market, question.subjects, question.side, blended=question.side is None)
    tied = len(order) < len(question.subjects) or order[0].amount == order[-1].amount
    return question if place is None or tied else _about(question, (order[place].model,))


def place_picked(text: str) -> int | None:
    """The place, in order of price, of the one of those compared that a text in normal form speaks of: 贵的那个."""
    return next((place for said, place in _PICKS if said.stands_in(text)), None)


_PICKS: Final = ((expressions("the cheaper one"), 0), (expressions("the dearer one"), -1))


def _about_others(question: Question, slots: Slots) -> Question:
    """The question about all models, all the others, those that cost money, or each with its own share of a whole."""
    if slots.exclusion.free:
        asked = question.subjects or slots.market.on_sale()
        paid = tuple(id_ for id_ in asked if not all(price.free for price in slots.market.prices(id_)))
        return _about(question, paid)
    if Cue.EXCEPT in slots.reading.cues and question.subjects and not slots.sides and slots.terms[0] is None:
        return _about(question, tuple(id_ for id_ in slots.market.on_sale() if id_ not in question.subjects))
    of_models = slots.one_side is None or slots.reading.has(Cue.MODELS, Cue.VENDORS)  # 全拿来输出 is of no others
    if Cue.ALL in slots.reading.cues and question.subjects and not slots.reading.amounts and of_models:
        return _about(question, ())
    if asks_in_all(slots) and question.kind is Kind.COST and len(question.subjects) > 1:
        own = all(load.subject for load in question.loads)
        each = tuple(load._replace(subject=id_) for id_ in question.subjects for load in question.loads)
        return question if own else replace(question, loads=each)
    return question


def asks_in_all(slots: Slots) -> bool:
    """Whether the sum of all is asked for: 一共多少, altogether?"""
    return any(word in slots.reading.text for word in IN_ALL)


def _given_up(question: Question, slots: Slots) -> tuple[str, ...]:
    """Some of the models asked about that a word says to drop, or that stand behind a denial: drop ernie, 不考虑GLM."""
    if not set(slots.subjects) < set(question.subjects):
        return ()
    first = min(slots.name_places, default=0)
    before = {slots.reading.text[token.start : token.end] for token in slots.tokens[:first]}
    return slots.subjects if Cue.CUT in slots.reading.cues or not _DENIALS.isdisjoint(before) else ()


_DENIALS: Final = frozenset(words_under("questions", "changed models, denials"))


def _without(question: Question, slots: Slots, dropped: tuple[str, ...]) -> Question:
    """The question without the models that the message leaves out, and with those that it names in their place.

    Where none of the models asked about is left, it is asked of all others.
    """
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
    if question.loads:
        return Question(Kind.COST, subjects, loads=question.loads, per=question.per, as_of=question.as_of)
    return Question(Kind.PRICE, subjects, side=question.side, per=question.per, as_of=question.as_of)


def with_order(question: Question, slots: Slots) -> Question:
    """A ranking without the free ones, backwards, or as much of it as the fragment asks for."""
    text = slots.reading.text
    if question.kind is Kind.COMPARE and len(question.subjects) > 2 and not question.loads and nth_in(text):
        question = Question(
            Kind.RANK, question.subjects, side=question.side, order=Order.CHEAPEST, as_of=question.as_of
        )
    if question.kind is not Kind.RANK:
        return question
    question = _with_traits(question, slots)
    if wants_paid(slots):
        return replace(question, paid_only=True)
    if any(word in text for word in _BACKWARDS):
        return replace(question, order=_TURNED.get(question.order or Order.ASCENDING, question.order))
    nth = nth_in(text) or place_in(text)
    if nth is not None:
        return replace(question, nth=nth, limit=None)
    limit = limit_in(text)
    return replace(question, limit=limit, nth=None) if limit is not None else question


def _with_traits(question: Question, slots: Slots) -> Question:
    """A ranking of models that have what the fragment names, from elsewhere than before: 国产的呢, only american ones."""
    named = slots.traits[0]
    if not named or slots.subjects:
        return question
    elsewhere = AT_HOME if AT_HOME.intersection(named) else frozenset()
    traits = tuple(dict.fromkeys((*(trait for trait in question.traits if trait not in elsewhere), *named)))
    subjects = () if elsewhere else question.subjects
    return replace(question, traits=traits, subjects=subjects) if are_known(traits) else question


def wants_paid(slots: Slots) -> bool:
    """Whether those that are free are to be left out: no free ones, 收费的呢."""
    reading = slots.reading
    if Cue.FREE in reading.cues:
        before = slots.tokens[: reading.cues[Cue.FREE][0]]
        denied = any(reading.text[token.start : token.end] in _DENIALS for token in before)
        return Cue.EXCEPT in reading.cues or (denied and is_bare(slots, Cue.FREE))
    return Cue.COSTS_MONEY in reading.cues and is_bare(slots, Cue.COSTS_MONEY, Cue.PRICE)


_TURNED: Final = {
    Order.ASCENDING: Order.DESCENDING,
    Order.DESCENDING: Order.ASCENDING,
    Order.CHEAPEST: Order.DEAREST,
    Order.DEAREST: Order.CHEAPEST,
}
