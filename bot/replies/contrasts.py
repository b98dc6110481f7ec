"""How far the prices of models are apart, in words."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bot.answers import Answer, Result, Role
from bot.quantities import PERCENT, TIMES, ZERO
from bot.question import Order
from bot.replies.figures import grouped, shortened
from bot.replies.phrases import Phrases, range_words
from bot.replies.speech import Speech


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
        head = phrases.dearer if len(results) == 2 else phrases.dearest_of
    else:
        head = phrases.cheaper if len(results) == 2 else phrases.cheapest_of
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
