"""Ways to go on from an answer: what one asks next of the models that it told of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from bot.answers import Answer, Button, Result
from bot.codes.ids import IdCodes
from bot.knowledge.price_entries import Side
from bot.quantities import CHARACTER, MILLION, TOKEN, Quantity, Range
from bot.question import Kind, Load, Order, Question, Terms, Topic
from bot.questions.working.families import models_of
from bot.questions.working.market import Market
from bot.replies.listing import main_results
from bot.replies.speech import Speech
from bot.replies.told import MOST_NAMED, Told, Way, rows_of_ways, together

MOST_ROWS: Final = 2
"""Rows under an answer: with the one that shares and draws it they are three."""
ANSWER_SIZES: Final = (500, 1_000, 2_000)
"""Tokens of an answer to a text that is counted."""
_SIDES: Final = ("input", "output")
_BATCH: Final = "batch"
_PEAK: Final = "peak"
_FREE: Final = Question(Kind.RANK, order=Order.FREE)


def buttons_for(answer: Answer, market: Market, speech: Speech, ids: IdCodes) -> tuple[tuple[Button, ...], ...]:
    """The buttons under an answer, each asking something else than it answers."""
    told = Told(answer, market, speech)
    own = (way for way in _WAYS.get(answer.question.kind, _of_models)(told) if way.question != answer.question)
    return rows_of_ways(own, speech, ids, MOST_ROWS) or rows_of_ways(_of_models(told), speech, ids, MOST_ROWS)


def buttons_instead(answer: Answer, market: Market, speech: Speech, ids: IdCodes) -> tuple[tuple[Button, ...], ...]:
    """The buttons where something else was asked for than is known: what the models cost, or else all of them."""
    return rows_of_ways(_of_models(Told(answer, market, speech)), speech, ids, MOST_ROWS)


def buttons_for_several(
    results: tuple[Result, ...], market: Market, speech: Speech, ids: IdCodes
) -> tuple[tuple[Button, ...], ...]:
    """The buttons under the answers to several questions: their models beside each other, and each alone."""
    told = Told(Answer(Question(Kind.PRICE), results), market, speech)
    ways = (*told.today_together(), *told.together(), *map(told.price, told.models[:MOST_NAMED]))
    return rows_of_ways(ways, speech, ids, MOST_ROWS)


def _of_price(told: Told) -> Iterator[Way]:
    question, one = told.question, told.one
    if question.alongside is not None:
        yield told.price(question.alongside)
        yield from told.beside(question.alongside, _compared)
    if one is None:
        yield from _of_prices(told)
        return
    today = told.of_today(one)
    if today is not None and question.alongside is None:
        yield told.price(today)
    yield from told.beside(one, _compared)
    yield from _of_side(told, told.labels.both_sides)
    yield from told.in_other_currency(question)
    yield from told.history(one)
    if question.terms is None and told.has_mode(one, _BATCH):
        yield Way(told.labels.batch, replace(question, terms=Terms(mode=_BATCH), alongside=None))
    if told.market.windows_of(one) is not None:
        yield Way(told.labels.windows, Question(Kind.WINDOW, (one,)))
    if told.is_free:
        yield Way(told.labels.free_only, _FREE)
        return
    if question.per is None and any(_is_for_others(result) for result in main_results(told.answer)):
        yield Way(told.labels.million, replace(question, per=MILLION))
    yield from told.buys(one)


def _is_for_others(result: Result) -> bool:
    """Whether a price is that of so many tokens, and not of a million."""
    return result.per is not None and result.per.unit == TOKEN and result.per.value.exact != MILLION


def _of_prices(told: Told) -> Iterator[Way]:
    yield from told.today_together()
    yield from told.together()
    yield from told.in_other_currency(told.question)
    yield from _of_side(told, told.labels.both_sides)
    for model in told.models[:MOST_NAMED]:
        yield told.price(model)


def _of_side(told: Told, both: str) -> Iterator[Way]:
    """The other side where one was asked for, and both."""
    side = told.question.side
    if side is None:
        return
    for other in _SIDES:
        if other != side:
            yield Way(told.labels.sides[other], replace(told.question, side=other))
    yield Way(both, replace(told.question, side=None))


def _of_comparison(told: Told) -> Iterator[Way]:
    question = told.question
    if not question.loads:
        yield from told.today_together()
    if not question.unit_price and not question.factor:
        yield from told.one_more(lambda models: replace(question, subjects=models))
    if question.side is None and not question.loads and set(_SIDES) <= told.sides:
        for side in _SIDES:
            yield Way(told.labels.sides[side], replace(question, side=side))
    yield from _of_side(told, told.labels.both_sides)
    if not question.loads:
        yield from told.in_other_currency(Question(Kind.PRICE, told.models, side=question.side, as_of=question.as_of))
    for model in told.models[:MOST_NAMED]:
        yield told.price(model)


def _of_ranking(told: Told) -> Iterator[Way]:
    question, labels = told.question, told.labels
    paid = [result.subject for result in main_results(told.answer) if result.subject and not result.free]
    first = tuple(dict.fromkeys(paid))[:2]
    by_price = first and not (question.loads or question.money or question.cheaper_than or question.sellers)
    if len(first) > 1 and not question.sellers:
        yield Way(together(first, told.speech), _compared(first))
    if by_price:
        for side in (*_SIDES, None):
            label = labels.order_by[side] if side is not None else labels.order_by_both
            yield Way(label, replace(question, side=side))
    ascends = question.order in (Order.CHEAPEST, Order.ASCENDING)
    turned = Order.DESCENDING if ascends else Order.ASCENDING
    yield Way(labels.dearest_first if ascends else labels.cheapest_first, replace(question, order=turned))
    if told.is_free and not question.paid_only and first:
        yield Way(labels.paid_only, replace(question, paid_only=True))
    yield from told.in_other_currency(question)
    for model in first:
        yield told.price(model)


def _of_cost(told: Told) -> Iterator[Way]:
    question = told.question
    shared = not any(load.subject for load in question.loads) and not question.alongside
    if told.one is not None and shared:
        yield from told.beside(told.one, lambda models: replace(question, subjects=models))
    if shared and question.subjects:
        yield from told.one_more(lambda models: replace(question, subjects=models))
    yield from told.in_other_currency(question)
    for terms, label in ((Terms(mode=_BATCH), told.labels.batch), (Terms(window=_PEAK), told.labels.peak)):
        if question.terms is None and told.one is not None and _sells(told, told.one, terms):
            yield Way(label, replace(question, terms=terms, alongside=None))
    for model in (question.alongside, *told.models[:MOST_NAMED]):
        if model is not None:
            yield told.price(model)


def _sells(told: Told, model: str, terms: Terms) -> bool:
    """Whether a model has other prices on these terms."""
    return told.has_mode(model, terms.mode) if terms.mode else told.market.windows_of(model) is not None


def _of_budget(told: Told) -> Iterator[Way]:
    question, labels = told.question, told.labels
    tokens = question.target in (None, TOKEN)
    counted = replace(question, target=CHARACTER if tokens else TOKEN, size=None)
    yield Way(labels.characters if tokens else labels.tokens, counted)
    shared = not question.apart and not question.alongside
    if told.one is not None and shared:
        yield from told.beside(told.one, lambda models: replace(question, subjects=models))
    if shared and question.subjects:
        yield from told.one_more(lambda models: replace(question, subjects=models))
    yield from _of_side(told, labels.both_sides)
    for model in (question.alongside, *told.models[:MOST_NAMED]):
        if model is not None:
            yield told.price(model)


def _of_change(told: Told) -> Iterator[Way]:
    """After how prices went: what they are now, the whole course, other models."""
    for model in told.models[:MOST_NAMED]:
        yield told.price(model)
    for model in told.models[:MOST_NAMED]:
        yield from told.history(model)
    yield from _beside_each(told)
    if told.question.kind is Kind.HISTORY and set(_SIDES) <= told.sides:
        for side in _SIDES:
            yield Way(told.labels.sides[side], replace(told.question, side=side))
    yield from _of_side(told, told.labels.both_sides)


def _of_hours(told: Told) -> Iterator[Way]:
    yield from _beside_each(told)
    yield from told.together()
    for model in told.models[:MOST_NAMED]:
        yield told.price(model)
        yield from told.history(model)


def _of_status(told: Told) -> Iterator[Way]:
    """Whether a model is sold: what serves in its place, its own price, and the course of that."""
    found = dict.fromkeys(result.subject for result in reversed(told.answer.results) if result.subject)
    models = [model for model in found if told.market.prices(model)]
    for model in models[:MOST_NAMED]:
        yield told.price(model)
    for model in models[:MOST_NAMED]:
        yield from told.history(model)
    for model in models[:1]:
        yield from told.beside(model, _compared)


def _of_count(told: Told) -> Iterator[Way]:
    """Other lengths of the answer to a text."""
    for size in ANSWER_SIZES:
        length = Load(Quantity(Range.exactly(size), TOKEN), side=Side.OUTPUT)
        label = told.labels.answer.format(amount=told.speech.amount(length.amount.value, TOKEN))
        yield Way(label, replace(told.question, size=length))
    yield from told.in_other_currency(told.question)


def _of_plan(told: Told) -> Iterator[Way]:
    """Other plans of the same vendor, the same in another currency, and what its models cost."""
    knowledge = told.market.knowledge
    plans = [id_ for id_ in dict.fromkeys(result.subject for result in told.answer.results) if id_ in knowledge.plans]
    yield from told.in_other_currency(told.question)
    for id_ in plans[:1]:
        vendor = knowledge.plans[id_ or ""].vendor
        for other in knowledge.vendors[vendor].plans:
            if other.id not in plans:
                yield Way(told.labels.price.format(name=told.speech.name(other.id)), Question(Kind.PLAN, (other.id,)))
        models = models_of(told.market, vendor)[:1]
        for model in models:
            yield told.price(model)


def _of_fact(told: Told) -> Iterator[Way]:
    """The prices of the models that a fact is about."""
    facts = told.market.knowledge.facts
    subjects = dict.fromkeys(subject for id_ in told.answer.facts if id_ in facts for subject in facts[id_].subjects)
    models = (model for subject in subjects for model in models_of(told.market, subject)[:1])
    priced = [model for model in dict.fromkeys(models) if told.market.prices(model)][:MOST_NAMED]
    for model in priced:
        yield told.price(model)
    for model in priced:
        yield from told.history(model)
    if not priced:
        yield from _of_all(told)


def _of_help(told: Told) -> Iterator[Way]:
    yield from _of_all(told)
    yield Way(told.labels.models, Question(Kind.HELP, topic=Topic.MODELS))
    yield Way(told.labels.sources, Question(Kind.HELP, topic=Topic.SOURCES))


def _of_all(told: Told) -> Iterator[Way]:
    """All models in order, where none is spoken of."""
    yield Way(told.labels.cheapest_first, Question(Kind.RANK, order=Order.ASCENDING))


def _of_models(told: Told) -> Iterator[Way]:
    yield from _beside_each(told)
    for model in told.models[:MOST_NAMED]:
        yield told.price(model)
        if not told.is_free:
            yield from told.buys(model)
    if not told.models:
        yield from _of_all(told)


def _beside_each(told: Told) -> Iterator[Way]:
    """The models beside others, or, of one, beside its rivals."""
    if told.one is not None:
        yield from told.beside(told.one, _compared)
    else:
        yield from told.together()


def _compared(models: tuple[str, ...]) -> Question:
    return Question(Kind.COMPARE, models)


_WAYS: Final[Mapping[Kind, Callable[[Told], Iterator[Way]]]] = {
    Kind.PRICE: _of_price,
    Kind.COMPARE: _of_comparison,
    Kind.RANK: _of_ranking,
    Kind.COST: _of_cost,
    Kind.BUDGET: _of_budget,
    Kind.DISCOUNT: _of_change,
    Kind.HISTORY: _of_change,
    Kind.WINDOW: _of_hours,
    Kind.STATUS: _of_status,
    Kind.PLAN: _of_plan,
    Kind.COUNT: _of_count,
    Kind.FACT: _of_fact,
    Kind.HELP: _of_help,
}
