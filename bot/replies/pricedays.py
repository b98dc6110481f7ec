"""The days of prices that are not of today: in the first line where one holds for all, else in lines of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from bot.answers import Answer, Result
from bot.knowledge.model_entries import ModelStatus
from bot.knowledge.price_entries import Basis, End, Price
from bot.question import Kind
from bot.replies.layout import Line
from bot.replies.listing import main_results
from bot.replies.speech import Speech

_PRICED: Final = (Kind.BUDGET, Kind.COST, Kind.PRICE, Kind.COMPARE, Kind.RANK)


Days = Mapping[date | None, Sequence[str]]
"""Models by the days of their prices; ``None`` is today."""


def dated(lines: Sequence[Line], answer: Answer, speech: Speech, today: date, days: Days) -> list[Line]:
    """The first lines, the first of them with the day of its prices where that is not today and the same for all."""
    day = next(iter(days), None)
    if not lines or day is None or len(days) > 1:
        return list(lines)
    phrases, head = speech.phrases, lines[0]
    gone = all(result.status is ModelStatus.RETIRED for result in main_results(answer))
    if day > today:
        template = phrases.from_day if _begins(answer, day) else phrases.of_day_ahead
    else:
        template = phrases.of_day_gone if gone else phrases.of_day
    ended = _ended(answer) if gone else None
    if ended is not None and day <= today:
        template = phrases.of_day_gone_since
    text = head.text.removesuffix(":").removesuffix("：")
    end = head.text[len(text) :]
    return [head._replace(text=f"{text}{template.format(day=day.isoformat(), ended=ended)}{end}"), *lines[1:]]


def _ended(answer: Answer) -> str | None:
    """The one day on which all that is told of ended, as far as the prices tell it."""
    offers = [result.offer for result in main_results(answer)]
    days = {offer.until if offer is not None and offer.until_basis is End.RETIRED else None for offer in offers}
    day = days.pop() if len(days) == 1 else None
    return day.isoformat() if day is not None else None


def age_lines(answer: Answer, speech: Speech, today: date, days: Days) -> list[Line]:
    """Which prices are of which day, where they are of several."""
    if len(days) < 2:
        return []
    phrases, lines = speech.phrases, []
    for day, names in days.items():
        if day is None:
            continue
        begins = day > today and _begins(answer, day)
        template = phrases.prices_from if begins else phrases.prices_ahead if day > today else phrases.old_prices
        lines.append(Line(template.format(day=day.isoformat(), names=speech.names(names))))
    return lines


def _begins(answer: Answer, day: date) -> bool:
    """Whether a price of the answer begins on a day."""
    return any(result.offer.since == day for result in main_results(answer) if result.offer)


def days_of(answer: Answer, today: date) -> Days:
    """The models of the answer by the days of their prices.

    A price that is still to come has the day on which it begins, whatever later day was asked for.
    """
    days: dict[date | None, list[str]] = {}
    if answer.question.kind not in _PRICED:
        return days
    results, asked = main_results(answer), answer.question.as_of
    for result in results:
        if result.offer is not None and result.subject is not None:
            told = _told_later(result.offer, result.subject, results, asked, today) if asked is not None else None
            names = days.setdefault(told or _day(result, asked, today), [])
            if result.subject not in names:
                names.append(result.subject)
    return days


def _told_later(offer: Price, subject: str, results: Sequence[Result], asked: date, today: date) -> date | None:
    """The day of a price that is told for one asked for: on which it begins, or from which on alone it is known."""
    of_it = [other for other in results if other.subject == subject]
    begins = max(other.offer.since for other in of_it if other.offer)
    if begins > today:
        return begins
    undated = all(other.offer is not None and other.offer.is_undated for other in of_it)
    return offer.since if asked < offer.since and undated else None


def _day(result: Result, asked: date | None, today: date) -> date | None:
    """The day of a price that is not today's: of a report, of one that has ended, or the one that was asked for."""
    offer = result.offer
    if offer is None:
        return None
    if offer.fact is not None or offer.basis is Basis.REPORT:
        return offer.since if offer.since != today else None
    if asked is not None and asked != today:
        return asked
    if offer.until is not None and offer.until <= today:
        return result.as_of or offer.since
    return None
