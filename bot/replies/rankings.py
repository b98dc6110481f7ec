"""The first lines of a ranking: who comes first, and those behind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.answers import Answer, Remark, Result, Role
from bot.quantities import MILLION, ZERO, Range
from bot.question import Order
from bot.replies.conditions import named_conditions
from bot.replies.layout import Line, Style
from bot.replies.listing import by_subject, first_names, items, main_results
from bot.replies.speech import Speech

_IN_ORDER = (Order.ASCENDING, Order.DESCENDING)


def word_rank(answer: Answer, speech: Speech) -> list[Line]:
    results = main_results(answer)
    phrases = speech.phrases
    if not results:
        return [Line(phrases.none_found, Style.HEADLINE)]
    if answer.question.order is Order.FREE:
        return [Line(phrases.free_ones.format(names=speech.names(r.subject or "" for r in results)), Style.HEADLINE)]
    bound = _bound(answer, speech)
    if bound is not None:
        return [Line(bound, Style.HEADLINE), *_within_bound(answer, results, speech)]
    text, told = _head(answer, results, speech)
    rows = [group for group in groups_of(answer, results) if group[0].subject not in told]
    if answer.question.nth is not None and len(results) == 1:
        rows = []
    return [Line(text, Style.HEADLINE), *rows_of(rows, speech)]


def _bound(answer: Answer, speech: Speech) -> str | None:
    """The first line of those in order whose prices keep to a bound."""
    question = answer.question
    if question.order not in _IN_ORDER or question.loads or not question.money or question.cheaper_than is not None:
        return None
    low, high = question.money[0].value
    if question.limit is not None or None not in (low, high):
        return None
    phrases, edge = speech.phrases, low if high is None else high
    words = phrases.bounds_left_out if question.below else phrases.bounds
    return phrases.bounded.format(
        side=phrases.sides[question.side] if question.side is not None else phrases.any_side,
        bound=words[high is not None],
        price=speech.rate(Range.exactly(edge or ZERO), question.money[0].currency, question.per or MILLION),
    )


def _within_bound(answer: Answer, results: Sequence[Result], speech: Speech) -> list[Line]:
    """Those that are free in one line, and the others each in its own."""
    free = [result.subject or "" for result in results if result.free]
    groups = [group for group in groups_of(answer, results) if group[0].subject not in free]
    lines = [Line(speech.phrases.free_ones.format(names=speech.names(free)), Style.ITEM)] if free else []
    return lines + rows_of(groups, speech)


def rows_of(groups: Iterable[Sequence[Result]], speech: Speech) -> list[Line]:
    """A line for each model with the prices of its sides."""
    return items(speech, ((_name(group, speech), speech.prices(group)) for group in groups))


def groups_of(answer: Answer, results: Sequence[Result]) -> list[list[Result]]:
    """The results of each model, with those of its other side."""
    ranked = {result.subject for result in results}
    beside = [each for each in answer.results if each.role is Role.ALSO and each.per and each.subject in ranked]
    return by_subject([*results, *(each for each in beside if each not in results)])


def _name(results: Sequence[Result], speech: Speech) -> str:
    return named_conditions(results, speech, in_list=True)


def _head(answer: Answer, results: list[Result], speech: Speech) -> tuple[str, Sequence[str | None]]:
    """The first line, and the models whose prices it has told."""
    phrases, question = speech.phrases, answer.question
    groups = groups_of(answer, results)
    first, price = groups[0], speech.prices(groups[0])
    name = _name(first, speech)
    limit = _limit(answer, speech)
    if limit is not None:
        return limit, ()
    undecided, level = rivals(answer, Remark.OVERLAP), rivals(answer, Remark.TIED)
    if undecided and question.order not in _IN_ORDER:
        return phrases.undecided.format(names=first_names(undecided, speech)), ()
    told: Sequence[str | None] = level or (first[0].subject,)
    if question.nth is not None and len(results) == 1:
        down = question.order in (Order.DEAREST, Order.DESCENDING)
        template = phrases.nth_dearest if down else phrases.nth_cheapest
        return template.format(n=question.nth, name=name, price=price), told
    if question.order in _IN_ORDER:
        template = phrases.in_order if question.order is Order.ASCENDING else phrases.in_order_down
        return template.format(names=phrases.item.format(name=name, text=price)), (first[0].subject,)
    name = (_at_sellers(level, speech) if question.sellers else first_names(level, speech)) if level else name
    if question.order is Order.DEAREST:
        return (phrases.dearest_tied if level else phrases.dearest).format(name=name, price=price), told
    paid = next((group for group in groups if not group[0].free), None)
    cheapest_paid = rivals(answer, Remark.FREE_APART)
    if cheapest_paid and paid is not None:
        free = [result.subject for result in results if result.free]
        text = phrases.cheapest_free.format(
            name=name, paid=first_names(cheapest_paid, speech), price=speech.prices(paid)
        )
        return text, (*told, *free, *cheapest_paid)
    return (phrases.cheapest_tied if level else phrases.cheapest).format(name=name, price=price), told


def _limit(answer: Answer, speech: Speech) -> str | None:
    """The first line of what is cheaper or dearer than a model or a sum of money."""
    phrases, question = speech.phrases, answer.question
    if question.cheaper_than is not None:
        template = phrases.dearer_ones if question.dearer else phrases.cheaper_ones
        return template.format(name=speech.name(question.cheaper_than))
    if not (question.below and question.per is not None and question.money and question.limit is None):
        return None
    limit = question.money[0]
    template, edge = phrases.cheaper_ones, limit.value.high
    if edge is None:
        template, edge = phrases.dearer_ones, limit.value.low
    return (
        None if edge is None else template.format(name=speech.rate(Range.exactly(edge), limit.currency, question.per))
    )


def rivals(answer: Answer, remark: Remark) -> tuple[str, ...]:
    """Those of which a remark says that they share the first place, or may do so."""
    return next((note.about for note in answer.notes if note.remark is remark), ())


def _at_sellers(models: Sequence[str], speech: Speech) -> str:
    """One model, and all who sell it at one price."""
    sellers = speech.names([id_.partition("/")[0] for id_ in models])
    return speech.phrases.with_side.format(name=speech.name(models[0]), side=sellers)
