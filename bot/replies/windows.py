"""The first lines of an answer to the hours by which a vendor charges."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from bot.answers import BEIJING, Answer, Result, Role
from bot.knowledge.catalogue_windows import PEAK, plain_window
from bot.quantities import DATE
from bot.replies.layout import Line, Style
from bot.replies.speech import Speech


def word_window(answer: Answer, speech: Speech) -> list[Line]:
    """Which window is open, the prices of now and those of the others, and when the next one opens."""
    priced = [result for result in answer.results if result.unit != DATE]
    if not priced:
        return []
    now = {_window(result) for result in priced if result.role is Role.ANSWER}
    heads = speech.phrases.window_now if answer.question.terms is None else speech.phrases.window_then
    head = heads.get(now.pop() if len(now) == 1 else "", speech.phrases.priced.format(name="{name}", price=""))
    lines = [Line(head.format(name=speech.names(dict.fromkeys(each.subject or "" for each in priced))), Style.HEADLINE)]
    for subject, group in groupby(priced, key=lambda result: result.subject):
        results = list(group)
        lines.append(Line(f"{speech.name(subject)}{speech.phrases.colon}{_by_window(results, speech)}", Style.ITEM))
    return [*lines, *_hours(priced, speech), *_next_change(answer, speech)]


def _hours(results: Sequence[Result], speech: Speech) -> list[Line]:
    """When the peak is, by the clock of the vendor; of models that nobody curated it is not told."""
    knowledge = speech.library.knowledge
    peak = next((each.offer for each in results if each.offer is not None and _window(each) == PEAK), None)
    vendor = knowledge.vendors.get(peak.seller) if peak is not None and peak.model in knowledge.entries else None
    if vendor is None or peak is None:
        return []
    schedule = vendor.windows.schedule(PEAK, speech.library.day_at(peak.model))
    phrases = speech.phrases
    days = [phrases.weekdays[day] for day in sorted(schedule.weekdays)]
    hours = phrases.comma.join(f"{hours.start:%H:%M}–{hours.end:%H:%M}" for hours in schedule.hours)
    template = phrases.peak_hours_but_holidays if schedule.calendar else phrases.peak_hours
    return [Line(template.format(first=days[0], last=days[-1], hours=hours))]


def _by_window(results: Sequence[Result], speech: Speech) -> str:
    """The prices of one model: those of now, and in brackets those of the other hours."""
    now = [result for result in results if result.role is Role.ANSWER]
    parts = [speech.prices(now)]
    for window, group in groupby((each for each in results if each.role is Role.ALSO), key=_window):
        parts.append(speech.phrases.at_window[window].format(prices=speech.prices(list(group))))
    return speech.phrases.clause.join(parts)


def _window(result: Result) -> str:
    return plain_window(result.offer.conditions.window if result.offer is not None else None)


def _next_change(answer: Answer, speech: Speech) -> list[Line]:
    """When it is told by the clock of Beijing, whatever that of the seller."""
    moments = {result.day.astimezone(BEIJING) for result in answer.results if isinstance(result.day, datetime)}
    if len(moments) != 1:
        return []
    moment = moments.pop()
    day = speech.phrases.weekdays[moment.weekday()]
    return [Line(speech.phrases.next_change.format(day=f"{moment:%Y-%m-%d}", weekday=day, time=f"{moment:%H:%M}"))]
