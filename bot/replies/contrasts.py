"""How far the prices of models are apart, in words."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from bot.answers import Answer, Result, Role
from bot.quantities import PERCENT, TIMES, ZERO
from bot.question import Order, Question
from bot.replies.figures import grouped, shortened
from bot.replies.phrases import Phrases, range_words
from bot.replies.speech import Speech


def brief(value: Decimal) -> str:
    """A figure in few digits."""
    return grouped(shortened(value)[0])


class Contrast(NamedTuple):
    """Who comes first, in the template of a first line, and how far from the others; ``short`` names no other."""

    head: str
    name: str
    parts: tuple[str, ...] = ()
    short: str = ""
    other: str = ""

    def worded(self, clause: str) -> str:
        return self.head.format(name=self.name, names=self.name, differences=clause.join(self.parts))


def word_compare(answer: Answer, results: Sequence[Result], speech: Speech) -> str:
    """Which of two or more is cheaper or dearer, and by how much; ``results`` run from the cheapest to the dearest."""
    phrases, question = speech.phrases, answer.question
    sides = sides_of(answer, results)
    if sides:
        return _by_side(answer, results, sides, speech)
    ratio = next(
        (result for result in answer.results if result.role is Role.ALSO and result.unit == question.target), None
    )
    if ratio is not None and ratio.value is not None and question.target in (PERCENT, TIMES):
        template = phrases.ratio_percent if question.target == PERCENT else phrases.ratio_times
        of = speech.name(question.versus)
        return template.format(name=speech.name(ratio.subject), other=of, n=range_words(phrases, ratio.value, brief))
    differences = [result for result in answer.results if result.role is Role.DIFFERENCE]
    return _contrast(answer.question, results, differences, speech).worded(phrases.clause)


def sides_of(answer: Answer, results: Sequence[Result]) -> list[str]:
    """The sides that are compared one by one."""
    if answer.question.side is not None or answer.question.loads:
        return []
    sides = list(dict.fromkeys(result.side for result in results if result.side is not None))
    return sides if len(sides) > 1 else []


def _by_side(answer: Answer, results: Sequence[Result], sides: Sequence[str], speech: Speech) -> str:
    """The comparison of each side: in one sentence where the same one comes first."""
    phrases = speech.phrases
    found = []
    for side in sides:
        own = _in_order([result for result in results if result.side in (None, side)])
        apart = [each for each in answer.results if each.role is Role.DIFFERENCE and each.side == side]
        found.append((phrases.sides[side], _contrast(answer.question, own, _told(apart, answer), speech)))
    first = found[0][1]
    if first.short and len({(each.head, each.name, each.other) for _, each in found}) == 1:
        briefly = (phrases.side_differs.format(side=side, difference=each.short) for side, each in found)
        differences = phrases.than_other.format(other=first.other, differences=phrases.comma.join(briefly))
        return first._replace(parts=(differences,)).worded(phrases.clause)
    if len({(contrast.head, contrast.name) for _, contrast in found}) == 1:
        parts = tuple(
            phrases.side_differs.format(side=side, difference=phrases.comma.join(each.parts)) for side, each in found
        )
        return first._replace(parts=parts).worded(phrases.clause)
    return phrases.clause_end.join(
        phrases.item.format(name=side, text=contrast.worded(phrases.clause).replace(phrases.colon, phrases.clause, 1))
        for side, contrast in found
    )


def _in_order(results: list[Result]) -> list[Result]:
    """Those of one side from the cheapest to the dearest, where one that has a single price stands among them."""
    if all(result.side is not None for result in results) or len({(result.unit, result.per) for result in results}) > 1:
        return results
    return sorted(results, key=lambda result: (result.value.low if result.value else None) or ZERO)


def _told(differences: Sequence[Result], answer: Answer) -> list[Result]:
    """Of the differences of one side, those to tell: in money, where that was asked for, and in percent."""
    asked = [each for each in differences if answer.question.target and each.unit not in (PERCENT, TIMES)]
    return [*asked, *(each for each in differences if each.unit == PERCENT)]


def _contrast(question: Question, results: Sequence[Result], apart: Sequence[Result], speech: Speech) -> Contrast:
    phrases = speech.phrases
    differences = {result.unit: result.value for result in apart if result.value}
    named = question.unit_price
    if not differences or all(value.exact == ZERO for unit, value in differences.items() if unit != TIMES):
        return Contrast(phrases.same_price, speech.listed([speech.compared(each) for each in results]))
    cheap, dear = _nearest(results, dearest=question.order is Order.DEAREST)
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
        parts.append(template.format(n=range_words(phrases, value, brief), other=speech.compared(other), money=money))
    short = {phrases.less_percent: phrases.less_by, phrases.more_percent: phrases.more_by}.get(
        _difference(phrases, PERCENT, leads_dear=leads_dear, of_cheaper=of_cheaper)
    )
    percent = differences.get(PERCENT)
    if short and percent is not None and len(differences) == 1 and not cheap.free:
        short = short.format(n=range_words(phrases, percent, brief))
    else:
        short = ""
    head, name = _headed(phrases, first, results, speech, leads_dear=leads_dear)
    return Contrast(head, name, tuple(parts), short, speech.compared(other))


def _nearest(results: Sequence[Result], *, dearest: bool) -> tuple[Result, Result]:
    """The one that comes first and its nearest rival, the cheaper first; where several come first, the ends."""
    leader = results[-1] if dearest else results[0]
    if len(_tied_with(leader, results)) > 1:
        return results[0], results[-1]
    return (results[-2], results[-1]) if dearest else (results[0], results[1])


def _headed(
    phrases: Phrases, first: Result, results: Sequence[Result], speech: Speech, *, leads_dear: bool
) -> tuple[str, str]:
    """The template of the first line, and the names that come first."""
    tied = _tied_with(first, results)
    if len(tied) > 1:
        return phrases.tied_dearest if leads_dear else phrases.tied_cheapest, speech.names(tied)
    if leads_dear:
        return phrases.dearer if len(results) == 2 else phrases.dearest_of, speech.compared(first)
    return phrases.cheaper if len(results) == 2 else phrases.cheapest_of, speech.compared(first)


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
