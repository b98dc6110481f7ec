"""The first lines of a reply, by the kind of question: the answer itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import groupby
from typing import Final

from bot.answers import Answer, Given, Remark, Result, Role
from bot.knowledge.catalogue_windows import plain_window
from bot.knowledge.model_entries import ModelStatus
from bot.quantities import PARTS_OF_YUAN, TOKEN, Range
from bot.question import BOTH, Kind, Order, Topic
from bot.replies.budgets import word_budget
from bot.replies.changes import word_discount
from bot.replies.conditions import named_conditions, under_other_conditions
from bot.replies.contrasts import word_compare
from bot.replies.conversions import word_convert
from bot.replies.counts import word_count
from bot.replies.figures import grouped, shortened
from bot.replies.histories import word_history
from bot.replies.layout import Line, Style
from bot.replies.listing import (
    by_given,
    by_subject,
    is_listed,
    items,
    level_with,
    main_results,
    names_of,
    of_one_model,
    other_list,
    others_of,
    size_of,
)
from bot.replies.lives import word_status
from bot.replies.plans import word_plan
from bot.replies.rankings import rivals, rows_of, word_rank
from bot.replies.speech import Speech
from bot.replies.windows import word_window


def first_lines(answer: Answer, speech: Speech) -> list[Line]:
    """The answer in words, without its sum and sources."""
    if answer.question.terms is not None and answer.question.terms.window == BOTH:
        return _by_window(answer, speech)
    if answer.question.kind is Kind.PRICE and answer.results and all(each.unit == TOKEN for each in answer.results):
        return _quotas(answer, speech)
    return _BY_KIND.get(answer.question.kind, _plain)(answer, speech)


def _quotas(answer: Answer, speech: Speech) -> list[Line]:
    """What each vendor gives for nothing, and to whom."""
    lines = list[Line]()
    vendors = speech.library.knowledge.vendors
    for result in answer.results:
        known = vendors[result.subject or ""].free_quotas
        quota = next(
            each for each in known if each.source == result.source and Range.exactly(each.tokens) == result.value
        )
        since = speech.phrases.since_day.format(day=quota.since.isoformat()) if quota.since is not None else ""
        source = speech.library.source(quota.source)
        if quota.since is None and source is not None and source.date is not None:
            since = speech.phrases.fact_of_day.format(text="", day=source.date.isoformat()).lstrip(" ")
        text = speech.phrases.gives.format(
            name=speech.name(result.subject),
            whom=speech.pick(quota.whom),
            amount=speech.amount(Range.exactly(quota.tokens), TOKEN),
            since=since,
        )
        lines.append(Line(text, Style.ITEM if lines else Style.HEADLINE))
    return lines


def _by_window(answer: Answer, speech: Speech) -> list[Line]:
    """The first line of the answer for each window that prices hang on."""
    question, lines = answer.question, list[Line]()
    parts: dict[str | None, list[Result]] = {}
    for result in answer.results:
        parts.setdefault(result.offer.conditions.window if result.offer is not None else None, []).append(result)
    for window, results in parts.items():
        terms = question.terms._replace(window=None) if question.terms is not None else None
        part = answer._replace(question=replace(question, terms=terms), results=tuple(results))
        name = speech.phrases.windows.get(plain_window(window), "") if question.kind is Kind.COST else ""
        for line in first_lines(part, speech)[:1]:
            lines.append(line._replace(text=f"{name}{speech.phrases.colon}{line.text}") if name else line)
    return lines


def _cost(answer: Answer, speech: Speech) -> list[Line]:
    results = main_results(answer)
    if len(results) == 1:
        return [Line(_costs(results[0], speech), Style.HEADLINE)]
    if any(load.subject for load in answer.question.loads):
        return _cost_in_all(answer, results, speech)
    lines = []
    for given, found in by_given(results):
        amount = speech.given(given)
        if len(found) == 1 and of_one_model(results):
            lines.append(Line(_costs(found[0], speech), Style.HEADLINE))
            continue
        if len({result.subject for result in found}) == 1 and all(result.side for result in found):
            lines.append(Line(_by_side(found, amount, speech), Style.HEADLINE))
            continue
        least = min((result for result in found if not result.free), key=size_of, default=found[0])
        head = speech.phrases.costs_several.format(
            amount=amount, price=speech.price(least), name=level_with(least, found, speech)
        )
        lines.append(Line(head, Style.HEADLINE))
        lines += items(speech, ((speech.result_name(each), speech.price(each)) for each in found))
    return lines


def _cost_in_all(answer: Answer, results: list[Result], speech: Speech) -> list[Line]:
    """What each model's own work costs, and all of it."""
    costs = [_costs(each, speech) for each in results]
    total = next((each for each in answer.results if each.role is Role.ALSO and each.subject is None), None)
    if total is None:
        return [Line(text, Style.PLAIN if place else Style.HEADLINE) for place, text in enumerate(costs)]
    head = Line(speech.phrases.costs_in_all.format(money=speech.price(total)), Style.HEADLINE)
    return [head, *(Line(text, Style.ITEM) for text in costs)]


def _by_side(results: list[Result], amount: str, speech: Speech) -> str:
    """What an amount costs as input and as output, which is no choice."""
    phrases = speech.phrases
    parts = [phrases.as_side.format(side=phrases.sides[each.side or ""], price=speech.price(each)) for each in results]
    name = speech.sold_name(results[0])
    return phrases.costs_by_side.format(amount=amount, name=name, prices=phrases.comma.join(parts))


def _costs(result: Result, speech: Speech) -> str:
    phrases = speech.phrases
    amount = speech.given(result.given) if result.given else ""
    bounded = result.value is not None and result.value.exact is None
    template = phrases.costs_free if result.free else phrases.costs_bounded if bounded else phrases.costs
    return template.format(amount=amount, name=speech.result_name(result), money=speech.price(result))


def _price(answer: Answer, speech: Speech) -> list[Line]:
    phrases = speech.phrases
    groups = [list(group) for _, group in groupby(main_results(answer), key=lambda result: result.subject)]
    if len(groups) == 1:
        one = groups[0]
        name = named_conditions(one, speech)
        template = phrases.price_free if one[0].free else phrases.priced
        if answer.question.order is Order.FREE:
            template = phrases.indeed_free if one[0].free else phrases.not_free
        if one[0].free and _is_gone(one[0]):
            template = phrases.was_free
        first = Line(template.format(name=name, price=_prices(one, answer, speech)), Style.HEADLINE)
        return [
            first,
            *_by_other_list(one[0].subject, answer, speech),
            *under_other_conditions(one, speech, answer.question.as_of),
        ]
    named = ((named_conditions(group, speech, in_list=True), _prices(group, answer, speech)) for group in groups)
    first, *others = [*items(speech, named)] or [Line("")]
    return [Line(first.text, Style.HEADLINE), *others] if groups else []


def _is_gone(result: Result) -> bool:
    """Whether a price is the last of a model that is not sold any more; a report's is told by its day."""
    return result.status is ModelStatus.RETIRED and result.offer is not None and result.offer.fact is None


def _prices(results: list[Result], answer: Answer, speech: Speech) -> str:
    """The prices of one model: in the currency or unit asked for where there is one, and in their own."""
    subject, target = results[0].subject, answer.question.target
    part = target if target in PARTS_OF_YUAN else None
    beside = [each for each in answer.results if each.role is Role.ALSO and each.subject == subject and each.per]
    also = [each for each in beside if each.unit != results[0].unit and not is_listed(each)]
    if beside and not also and answer.question.terms is not None and answer.question.terms.blend is not None:
        return speech.phrases.also_priced.format(
            price=speech.prices(results), other=_mix(answer.question.terms.blend, beside, speech)
        )
    if answer.question.kind is not Kind.PRICE or (not also and (part is None or results[0].unit != "CNY")):
        return speech.prices(results)
    return speech.phrases.also_priced.format(price=speech.prices(also or results, part), other=speech.sums(results))


def _by_other_list(subject: str | None, answer: Answer, speech: Speech) -> list[Line]:
    """What the vendor's list in another currency says; that abroad is folded, for those who asked by the home's."""
    other = other_list(answer, subject)
    if not other:
        return []
    abroad = not speech.library.abroad
    template = speech.phrases.listed_abroad if abroad else speech.phrases.listed_at_home
    return [Line(template.format(prices=speech.prices(other)), folded=abroad)]


def _mix(ratio: Decimal, results: list[Result], speech: Speech) -> str:
    """By how much of each side a price is put together, and what those cost."""
    return f"{grouped(shortened(ratio)[0])}:1{speech.phrases.clause}{speech.sums(results)}"


def _compare(answer: Answer, speech: Speech) -> list[Line]:
    results = main_results(answer)
    amounts = list(dict.fromkeys(result.given for result in results if result.given is not None))
    if len(amounts) > 1 and any(result.role is Role.DIFFERENCE and result.given for result in answer.results):
        return [line for given in amounts for line in _compare_for(given, answer, speech)]
    decided = answer.winner is not None or answer.question.unit_price is not None or bool(rivals(answer, Remark.TIED))
    decided = decided or any(result.role is Role.DIFFERENCE for result in answer.results)
    if len(results) < 2 or not decided:
        return _price(answer, speech)
    head = Line(word_compare(answer, results, speech), Style.HEADLINE)
    if any(load.subject for load in answer.question.loads):
        return [head, *(Line(_costs(each, speech), Style.ITEM) for each in results)]
    if answer.question.unit_price is not None:
        return [head, *items(speech, ((speech.compared(each), speech.price(each)) for each in results))]
    return [head, *rows_of(by_subject(results), speech)]


def _compare_for(given: Given, answer: Answer, speech: Speech) -> list[Line]:
    """The comparison for one of several amounts."""
    own = answer._replace(results=tuple(result for result in answer.results if result.given == given))
    results = main_results(own)
    template, amount = speech.phrases.for_amount, speech.given(given)
    told = any(result.role is Role.DIFFERENCE for result in own.results)
    text = word_compare(own, results, speech) if told else names_of(results, speech)
    return [Line(template.format(amount=amount, text=text), Style.HEADLINE), *_priced_items(results, speech)]


def _priced_items(results: list[Result], speech: Speech) -> list[Line]:
    return items(speech, ((speech.result_name(each), speech.price(each)) for each in results))


def _fact(answer: Answer, speech: Speech) -> list[Line]:
    lines: list[Line] = []
    for id_ in answer.question.facts or answer.facts:
        fact = speech.library.knowledge.facts.get(id_)
        if fact is None:
            continue
        text = speech.pick(fact.statement)
        if fact.day is not None and str(fact.day.year) not in text:
            text = speech.phrases.fact_of_day.format(text=text, day=fact.day.isoformat())
        lines.append(Line(text, Style.HEADLINE if not lines else Style.PLAIN))
        if fact.speaker is not None:
            lines.append(Line(speech.phrases.speaker.format(speaker=speech.pick(fact.speaker))))
    return lines


def _help(answer: Answer, speech: Speech) -> list[Line]:
    phrases = speech.phrases
    if answer.question.topic is Topic.MODELS:
        names = speech.names_and(
            list(dict.fromkeys(result.subject or "" for result in answer.results)), others_of(answer)
        )
        facts = len(speech.library.knowledge.facts)
        head = Line(phrases.models_known.format(names=names), Style.HEADLINE)
        return [head, Line(phrases.facts_known.format(n=facts))]
    text = phrases.sources_known if answer.question.topic is Topic.SOURCES else phrases.abilities
    return [Line(text, Style.HEADLINE)]


def _plain(answer: Answer, speech: Speech) -> list[Line]:
    """What was found, name by name, for a kind of question that has no wording of its own."""
    results = [each for each in main_results(answer) if each.free or each.value is not None]
    found = [(speech.result_name(each), speech.price(each)) for each in results]
    if len(found) == 1:
        return [Line(speech.phrases.item.format(name=found[0][0], text=found[0][1]), Style.HEADLINE)]
    return [Line(names_of(results, speech), Style.HEADLINE), *items(speech, found)] if found else []


_BY_KIND: Final[Mapping[Kind, Callable[[Answer, Speech], list[Line]]]] = {
    Kind.BUDGET: word_budget,
    Kind.COST: _cost,
    Kind.PRICE: _price,
    Kind.COMPARE: _compare,
    Kind.RANK: word_rank,
    Kind.DISCOUNT: word_discount,
    Kind.CONVERT: word_convert,
    Kind.FACT: _fact,
    Kind.WINDOW: word_window,
    Kind.STATUS: word_status,
    Kind.HELP: _help,
    Kind("plan"): word_plan,
    Kind.HISTORY: word_history,
    Kind.COUNT: word_count,
}
