"""How far prices are apart, in words: between models, from before a cut, from the industry's level."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from bot.answers import Answer, Baseline, Note, Order, Remark, Result, Role
from bot.quantities import PERCENT, TIMES, ZERO, Range
from bot.replies.figures import grouped, shortened
from bot.replies.layout import Line, Style
from bot.replies.phrases import Phrases, range_words
from bot.replies.speech import Speech

_PAIR: Final = 2


def brief(value: Decimal) -> str:
    """A figure in few digits."""
    return grouped(shortened(value)[0])


def word_compare(answer: Answer, results: Sequence[Result], speech: Speech) -> str:
    """Which of two or more is cheaper or dearer, and by how much; ``results`` run from the cheapest to the dearest."""
    phrases, question = speech.phrases, answer.question
    ratio = next(
        (result for result in answer.results if result.role is Role.ALSO and result.unit == question.target), None
    )
    if ratio is not None and ratio.value is not None and question.target in (PERCENT, TIMES):
        template = phrases.ratio_percent if question.target == PERCENT else phrases.ratio_times
        of = speech.name(question.versus)
        return template.format(name=speech.name(ratio.subject), other=of, n=range_words(phrases, ratio.value, brief))
    cheap, dear = results[0], results[-1]
    differences = {
        result.unit: result.value for result in answer.results if result.role is Role.DIFFERENCE and result.value
    }
    named = question.unit_price
    if not differences or all(value.exact == ZERO for unit, value in differences.items() if unit == PERCENT):
        return phrases.same_price.format(names=speech.listed([speech.compared(each.subject) for each in results]))
    of_cheaper = question.versus == cheap.subject and not cheap.free
    leads_dear = question.order is Order.DEAREST or of_cheaper
    first, other = (dear, cheap) if leads_dear else (cheap, dear)
    parts = [phrases.free] if cheap.free and not leads_dear else []
    units = list(differences)
    if leads_dear and not of_cheaper:
        units.sort(key=lambda unit: unit == PERCENT)
    for unit in units:
        value = differences[unit]
        template = _difference(phrases, unit, leads_dear=leads_dear, of_cheaper=of_cheaper)
        money = ""
        if template is phrases.difference_money:
            money = speech.amount(value, unit) if named is None else speech.rate(value, unit, named.per)
        n = range_words(phrases, value, brief)
        parts.append(template.format(n=n, other=speech.compared(other.subject), money=money))
    tied = _tied_with(first, results)
    if len(tied) > 1:
        head = phrases.tied_dearest if leads_dear else phrases.tied_cheapest
        return head.format(names=speech.names(tied), differences=phrases.clause.join(parts))
    if leads_dear:
        head = phrases.dearer if len(results) == _PAIR else phrases.dearest_of
    else:
        head = phrases.cheaper if len(results) == _PAIR else phrases.cheapest_of
    return head.format(name=speech.compared(first.subject), differences=phrases.clause.join(parts))


def _tied_with(first: Result, results: Sequence[Result]) -> list[str]:
    """The models that cost just what the first does, itself among them."""
    if first.value is None or first.value.exact is None:
        return []
    return [each.subject or "" for each in results if (each.value, each.unit) == (first.value, first.unit)]


def _difference(phrases: Phrases, unit: str, *, leads_dear: bool, of_cheaper: bool) -> str:
    if unit == PERCENT:
        if not leads_dear:
            return phrases.less_percent
        return phrases.more_percent if of_cheaper else phrases.other_less_percent
    if unit == TIMES:
        return phrases.times_other if leads_dear else phrases.other_times
    return phrases.difference_money


def word_discount(answer: Answer, speech: Speech) -> list[Line]:
    """By how much a price fell, or is below the industry's; where no earlier price is known, that first."""
    unknown = {note.about[0]: note for note in answer.notes if note.remark is Remark.NO_EARLIER_PRICE and note.about}
    unchanged = {note.about[0]: note.day for note in answer.notes if note.remark is Remark.NO_CHANGE and note.day}
    industry = answer.question.baseline is Baseline.INDUSTRY
    if answer.question.loads:
        return _costs_apart(answer, list(unknown.values()), speech)
    lines = []
    for subject in dict.fromkeys(result.subject for result in answer.results):
        results = [result for result in answer.results if result.subject == subject]
        note = unknown.get(subject or "")
        if subject in unchanged:
            since = unchanged[subject]
            text = speech.phrases.remarks[Remark.NO_CHANGE].format(name=speech.name(subject), day=since.isoformat())
            lines.append(Line(text, Style.HEADLINE))
        if note is not None:
            lines.append(Line(_no_earlier(note, speech), Style.HEADLINE))
        asked = {(result.unit, result.value) for result in results if result.role is Role.ANSWER}
        for result in results:
            if result.role is Role.DIFFERENCE and (result.unit, result.value) in asked:
                continue
            now = subject in unchanged and result.role is Role.ANSWER and result.per is not None
            text = _discounted(result, speech, industry=industry or note is not None or now)
            stressed = result.role is Role.ANSWER and note is None and subject not in unchanged
            lines.append(Line(text, Style.HEADLINE if stressed else Style.PLAIN))
    return lines


def _costs_apart(answer: Answer, unknown: Sequence[Note], speech: Speech) -> list[Line]:
    """By how much less an amount of work costs than before a cut, and both costs; or what it costs today."""
    phrases = speech.phrases
    costs = [result for result in answer.results if result.role is Role.ANSWER]
    lines = [Line(_no_earlier(note, speech), Style.HEADLINE) for note in unknown]
    for result in answer.results:
        if result.role is Role.DIFFERENCE and result.given is not None:
            amount, money = speech.given(result.given), speech.price(result)
            text = (phrases.cost_rose if _rises(costs) else phrases.cost_fell).format(
                amount=amount, name=speech.name(result.subject), money=money
            )
            lines.insert(0, Line(text, Style.HEADLINE))
    if unknown:
        for cost in costs:
            amount = speech.given(cost.given) if cost.given else ""
            text = phrases.costs.format(amount=amount, name=speech.result_name(cost), money=speech.price(cost))
            lines.append(Line(text))
        return lines
    for template, cost in zip((phrases.price_before, phrases.price_now), costs, strict=False):
        lines.append(Line(template.format(name=speech.result_name(cost), price=speech.price(cost)), Style.ITEM))
    return lines


def _rises(costs: Sequence[Result]) -> bool:
    ends = [cost.value.low or cost.value.high or ZERO for cost in costs if cost.value is not None]
    return len(ends) == _PAIR and ends[0] < ends[1]


def _no_earlier(note: Note, speech: Speech) -> str:
    return speech.phrases.remarks[Remark.NO_EARLIER_PRICE].format(name=speech.name(note.about[0]))


def _discounted(result: Result, speech: Speech, *, industry: bool) -> str:
    phrases, name = speech.phrases, speech.result_name(result)
    value = result.value or Range.exactly(0)
    if result.unit == PERCENT:
        return _percent(result, value, speech, industry=industry)
    if result.unit == TIMES:
        return phrases.computed_times.format(n=brief(value.exact or ZERO))
    return (phrases.price_now if industry else phrases.price_before).format(name=name, price=speech.price(result))


def _percent(result: Result, value: Range, speech: Speech, *, industry: bool) -> str:
    phrases, name = speech.phrases, speech.result_name(result)
    if value.exact is None:
        return phrases.below_before_up_to.format(name=name, n=brief(value.high or value.low or ZERO))
    n = brief(abs(value.exact))
    if industry:
        if result.role is Role.DIFFERENCE and value.exact >= 0:
            return phrases.computed_percent.format(n=n, level=_industry_level(speech))
        return (phrases.above_industry if value.exact < 0 else phrases.below_industry).format(name=name, n=n)
    return (phrases.above_before if value.exact < 0 else phrases.below_before).format(name=name, n=n)


def _industry_level(speech: Speech) -> str:
    """The price level that the reports measure against."""
    knowledge = speech.library.knowledge
    levels = [
        price for model, prices in knowledge.prices.items() if knowledge.entries[model].reference for price in prices
    ]
    if not levels:
        return ""
    last = max(levels, key=lambda price: price.since)
    return speech.rate(Range.exactly(last.for_tokens(last.published_per)), last.currency, last.published_per)
