"""The first lines of an answer to how the prices of a model went."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Final

from bot.answers import Answer, Result, Role
from bot.knowledge.catalogue_windows import plain_window
from bot.knowledge.model_entries import ModelStatus
from bot.knowledge.price_entries import Basis, End
from bot.quantities import ARITHMETIC, CALL, DATE, DAY, ONE, PERCENT, ZERO
from bot.question import Order
from bot.replies.contrasts import brief
from bot.replies.layout import Line, Style
from bot.replies.speech import Speech

_MOST: Final = 4
"""Prices listed in sight at most, the newest."""
_CHANGE: Final = "change"
_MOVES: Final = {Order.CHEAPEST: "cut", Order.DEAREST: "rise"}


def word_history(answer: Answer, speech: Speech) -> list[Line]:
    """The answer for each model, the first of them as the headline."""
    lines: list[Line] = []
    groups = groupby(answer.results, key=lambda result: result.subject)
    for subject, group in groups:
        told = _of_model(subject or "", list(group), answer, speech)
        if lines and told:
            told = _behind(told)
        lines += told
    return lines


def _behind(told: list[Line]) -> list[Line]:
    """What is told of a model behind another one: its first line; of a course of prices, which names none, all."""
    if len(told) > 1 and told[1].style is Style.ITEM:
        return [told[0]._replace(style=Style.REMARK), *told[1:]]
    return [told[0]._replace(style=Style.ITEM)]


def _of_model(subject: str, results: list[Result], answer: Answer, speech: Speech) -> list[Line]:
    question = answer.question
    if question.terms is not None:
        return _launch(subject, results, speech)
    if question.target is None:
        return _course(subject, results, speech)
    days = _days(results)
    if not days:
        return _unchanged(subject, results, answer, speech)
    otherwise = not _went_as_asked(results, days, question.order)
    if question.target == CALL and not otherwise:
        return _counted(subject, results, answer, speech)
    day, phrases = days[-1], speech.phrases.market
    text = phrases.changed_when.format(
        name=speech.name(subject),
        day=_day_of_change(results, day, speech),
        moves=_moves(results, day, speech),
        prices=_moved(results, day, speech),
    )
    opening = phrases.denied if otherwise else phrases.indeed if question.target == _CHANGE else ""
    lines = [Line(f"{opening}{text}", Style.HEADLINE)]
    if _is_first_sighting(results, day):
        lines.append(Line(phrases.first_sighting.format(day=day.isoformat())))
    return lines + _hours(results, speech)


def _went_as_asked(results: Sequence[Result], days: Sequence[date], order: Order | None) -> bool:
    """Whether a price went the way that is asked about on one of the days."""
    pairs = [pair[:2] for day in days for pair in _pairs(results, day) if pair[0].unit == pair[1].unit or pair[1].free]
    if order not in _MOVES:
        return True
    falls = order is Order.CHEAPEST
    return any(_amount(after) != _amount(was) and (_amount(after) < _amount(was)) is falls for was, after in pairs)


def _hours(results: Sequence[Result], speech: Speech) -> list[Line]:
    """In which hours prices hold that hang on them."""
    windows = {plain_window(result.offer.conditions.window) for result in results if result.offer is not None}
    names = [speech.phrases.windows[window] for window in windows if window]
    return [Line(speech.phrases.market.in_hours.format(window=names[0]))] if len(names) == 1 else []


def _launch(subject: str, results: list[Result], speech: Speech) -> list[Line]:
    """The first prices, and those of now where they are others."""
    phrases = speech.phrases.market
    first = [result for result in results if result.role is Role.ANSWER]
    now = [result for result in results if result.role is Role.ALSO]
    if not first:
        return []
    offer = first[0].offer
    template, day = phrases.first_held, ""
    if offer is not None and offer.basis is Basis.UNDATED and offer.changed_on is not None:
        template, day = phrases.first_undated, offer.changed_on.isoformat()
    elif offer is not None and offer.basis is not Basis.UNDATED:
        seen = offer.basis is Basis.SEEN
        template, day = phrases.first_seen if seen else phrases.at_launch, offer.since.isoformat()
    head = template.format(name=speech.name(subject), day=day, prices=speech.prices(first))
    lines = [Line(head, Style.HEADLINE)]
    return [*lines, Line(phrases.now.format(prices=speech.prices(now)))] if now else lines


def _course(subject: str, results: list[Result], speech: Speech) -> list[Line]:
    """One line for the prices that began on one day, the oldest first."""
    if not results:
        return []
    lines = [Line(speech.phrases.market.course.format(name=speech.name(subject)), Style.HEADLINE)]
    stretches = [list(group) for _, group in groupby(results, key=began)]
    older = len(stretches) - _MOST
    for place, group in enumerate(stretches):
        text = speech.phrases.item.format(name=since_when(group[0], speech), text=speech.prices(group))
        lines.append(Line(text, Style.ITEM, folded=place < older))
    last = results[-1]
    if last.status is ModelStatus.RETIRED and last.offer is not None and last.offer.until_basis is End.RETIRED:
        lines.append(Line(speech.phrases.market.course_ended.format(day=last.offer.until)))
    return lines


def _counted(subject: str, results: list[Result], answer: Answer, speech: Speech) -> list[Line]:
    """How often the prices changed, and each change in a line of its own."""
    phrases, order = speech.phrases.market, answer.question.order
    days = _days(results)
    moved = phrases.moved[_MOVES.get(order, _CHANGE) if order is not None else _CHANGE]
    lines = [Line(phrases.so_often.format(name=speech.name(subject), moves=moved, n=len(days)), Style.HEADLINE)]
    for day in days[-_MOST:]:
        name = f"{_day_of_change(results, day, speech)} {_moves(results, day, speech)}".strip()
        lines.append(Line(speech.phrases.item.format(name=name, text=_moved(results, day, speech)), Style.ITEM))
    return lines


def _days(results: Sequence[Result]) -> list[date]:
    """The days of the changes, oldest first."""
    return [result.day for result in results if result.unit == DATE and isinstance(result.day, date)]


def _unchanged(subject: str, results: list[Result], answer: Answer, speech: Speech) -> list[Line]:
    """That the prices did not go the way asked about, with those of now."""
    phrases, question = speech.phrases.market, answer.question
    if not results:
        return []
    prices, name = speech.prices(results), speech.name(subject)
    since = question.since
    if since is not None and since > speech.library.day_at(subject):
        return [Line(phrases.none_to_come.format(name=name, prices=prices), Style.HEADLINE)]
    when = since_when(results[0], speech, kept=True)
    whenever = question.target == DAY and question.since is None and question.as_of is None
    template = phrases.the_same if whenever else phrases.not_so
    return [Line(template.format(name=name, since=when, prices=prices), Style.HEADLINE)]


def began(result: Result) -> date | None:
    return result.offer.since if result.offer is not None else None


def since_when(result: Result, speech: Speech, *, kept: bool = False) -> str:
    """From when a price holds, as far as that is known; ``kept``: and that it has held since."""
    phrases, offer = speech.phrases.market, result.offer
    if offer is None or (offer.basis is Basis.UNDATED and offer.changed_on is None):
        return phrases.since_always if kept else phrases.on_record
    if offer.basis is Basis.UNDATED and offer.changed_on is not None:
        before = phrases.kept_until if kept else phrases.before_day
        return before.format(day=offer.changed_on.isoformat())
    template = phrases.by_day if offer.basis is Basis.SEEN else phrases.from_day
    return (phrases.kept_from if kept else template).format(day=offer.since.isoformat())


def _is_first_sighting(results: Sequence[Result], day: date) -> bool:
    """Whether the day of a change is only the first on which the new price was seen."""
    offers = [result.offer for result in results if result.offer is not None and result.per is not None]
    ended = any(offer.until == day and offer.until_basis is End.BY for offer in offers)
    return ended or any(offer.since == day and offer.basis is Basis.SEEN for offer in offers)


def _day_of_change(results: Sequence[Result], day: date, speech: Speech) -> str:
    phrases = speech.phrases.market
    return (phrases.by_day if _is_first_sighting(results, day) else phrases.on_day).format(day=day.isoformat())


def _moves(results: Sequence[Result], day: date, speech: Speech) -> str:
    """What happened to the price of each side on a day, once where it is the same."""
    phrases = speech.phrases
    told = {after.side: _move(before, after, percent, speech) for before, after, percent in _pairs(results, day)}
    if len(set(told.values())) == 1:
        return next(iter(told.values()))
    parts = (
        phrases.market.side_moved.format(side=phrases.sides[side], move=move) for side, move in told.items() if side
    )
    return speech.listed(list(parts))


def _move(before: Result, after: Result, percent: Decimal | None, speech: Speech) -> str:
    market = speech.phrases.market
    if after.free:
        return market.unmoved if before.free else market.freed
    if before.free:
        return market.charged
    if percent is None:
        return market.unmoved if before.unit == after.unit else market.other_currency
    return (market.rose if _amount(after) > _amount(before) else market.fell).format(n=brief(percent))


def _amount(result: Result) -> Decimal:
    """What one of what the price is for costs, however many it was published for."""
    amount = (result.value.low or ZERO) if result.value is not None else ZERO
    return ARITHMETIC.divide(amount, (result.per.value.exact if result.per is not None else None) or ONE)


def _pairs(results: Sequence[Result], day: date) -> list[tuple[Result, Result, Decimal | None]]:
    """The price before and after a day of each side that has both, and by how many percent it moved."""
    found = []
    for side in dict.fromkeys(result.side for result in results if result.per is not None):
        own = [(since, each) for each in results if each.per and each.side == side and (since := began(each))]
        before = [each for since, each in own if since < day]
        after = [each for since, each in own if since == day]
        moved = (each for each in results if each.unit == PERCENT and each.side == side and each.day == day)
        percent = next((each.value.exact for each in moved if each.value is not None), None)
        if before and after:
            found.append((before[-1], after[0], percent))
    return found


def _moved(results: Sequence[Result], day: date, speech: Speech) -> str:
    """The prices of each side before and after a day: input 4.2 → 2.1, output 16.8 → 8.4 yuan per million."""
    phrases, pairs = speech.phrases, [pair[:2] for pair in _pairs(results, day)]
    priced = [result for pair in pairs for result in pair]
    alike = not any(result.free for result in priced) and len({(each.unit, each.per) for each in priced}) == 1
    texts = [speech.price(each._replace(per=None) if alike else each) for each in priced]
    texts = list(speech.unit_once(texts)) if alike else texts
    moved = [
        phrases.market.from_to.format(before=was, now=now) for was, now in zip(texts[::2], texts[1::2], strict=True)
    ]
    if len(pairs) > 1:
        sides = (phrases.sides.get(after.side or "", "") for _, after in pairs)
        moved = [phrases.of_side.format(side=side, price=text) for side, text in zip(sides, moved, strict=True)]
    joined = phrases.comma.join(moved)
    return speech.for_units(joined, priced[0].per) if alike else joined
