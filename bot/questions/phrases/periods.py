"""How often a load comes: what is said to be of every hour, day or month, in the time that is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.language.basics.cues import Cue
from bot.language.basics.vocabulary import words_under
from bot.language.basics.wordset import WordSet
from bot.language.numbers.chinese_sections import ONES, TENS
from bot.quantities import ARITHMETIC, ONE
from bot.questions.phrases.rules import Phrase
from bot.questions.phrases.values import Count, Every, Size, Sized, Span
from bot.questions.phrases.work import A_DAY, HALF_YEAR, HOUR, MONTH, QUARTER, YEAR

if TYPE_CHECKING:
    from bot.questions.phrases.slots import Slots

_HALF_OF_YEAR: Final = WordSet(words_under("questions", "periods, half of year"))
"""A half of a year, which says how long only where something is of every day or month in it."""
_UNREAD: Final = WordSet(words_under("questions", "periods, unread"))
_LENGTH: Final = (
    rf"(?:[0-9]{{1,3}}|[{ONES}{TENS}百]{{1,5}}) ?(?:天|日|周|个?星期|个?礼拜|个月)|[0-9]{{1,3}}[ -](?:day|week|month)s?"
)
_TERM_OF_LENGTH: Final = re.compile(
    rf"学期[^,.;?!0-9{ONES}{TENS}]{{0,5}}(?:{_LENGTH})|(?:{_LENGTH})[ 的]?(?:一个?)?(?:学期|(?:semester|trimester)s?(?![a-z]))"
    rf"|(?:semester|trimester)[ ,(]+(?:of|is|has|=|that's|which is|lasts)? ?(?:{_LENGTH})"
)
"""A term whose length is said beside it, which then counts: 一学期按120天算."""
_UNREAD_RATE: Final = re.compile(
    r"(?<![a-z])(?:[qtr]ps|[rtq]pm)(?![a-z])[^a-z0-9\u4e00-\u9fff]{0,3}(?:[是为约] ?)?[0-9]|[0-9万千k] ?(?:[qtr]ps|[rtq]pm)(?![a-z])"
)
WORKDAYS_A_WEEK: Final = Decimal(5)
DAYS_A_WEEK: Final = Decimal(7)
_NEAR: Final = 3
"""Tokens behind an hour among which the work is looked for that it holds."""
_ASKED: Final = frozenset({Cue.HOW_MANY, Cue.HOW_MUCH_MONEY})
_COUNTS: Final = frozenset(
    {*_ASKED, Cue.SPEND, Cue.BUY, Cue.TOKEN, Cue.CHARACTER, Cue.WORD, Cue.CALL, Cue.COPY, Cue.DAY}
)
_IN_PASSING: Final = ("一", "a ", "an ")
"""How a word opens that may be said in passing (wait a second), and counts beside an amount or a question only."""
_WITHIN: Final = (" in ", ",in ", " within ", " per ", " every ")


class Time(NamedTuple):
    """A length of time in seconds, with the tokens that say it; ``days`` of which a longer one may hold others."""

    length: Decimal
    mask: int
    days: bool = False


class Recurrence(NamedTuple):
    """So often ``within`` a period of ``every`` so many seconds, which comes ``lasting`` times over."""

    within: Decimal | None = None
    every: Decimal | None = None
    lasting: Decimal | None = None

    @property
    def factors(self) -> tuple[Decimal, ...]:
        """All that something which comes so often is to be multiplied by."""
        return tuple(each for each in (self.within, self.lasting) if each is not None)


class Periods:
    """Finds how often a load comes.

    ``named`` are periods of which something may be said to be (every hour, a month), ``spans`` the times that it goes
    on for. ``unclear``: a period is named that cannot be counted, so that any sum would be wrong.
    """

    def __init__(self, slots: Slots) -> None:
        self._slots, self._reading = slots, slots.reading
        self.named: list[Time] = []
        self.spans: list[Time] = []
        self.unclear = False
        for phrase in slots.phrases:
            if isinstance(phrase.value, (Every, Span)) and not phrase.value.seconds:
                self.unclear = True
            elif isinstance(phrase.value, Every) and self._is_meant(phrase):
                self.named.append(Time(phrase.value.seconds, phrase.mask))
            elif isinstance(phrase.value, Span):
                self._add(phrase, phrase.value)
        if _HALF_OF_YEAR.stands_in(self._reading.text):
            self.spans.append(Time(HALF_YEAR, 0))
        self.spans.sort()

    def _is_of_hours(self) -> bool:
        """Whether a period that cannot be counted says at which hours the work of a day is done: 周末一天2万次."""
        if self._slots.moment is None or any(time.length > A_DAY for time in (*self.named, *self.spans)):
            return False
        start, end = self._slots.moment[1]
        return not _UNREAD.stands_in(self._reading.text[:start] + self._reading.text[end:])

    @property
    def mask(self) -> int:
        return _mask((*self.named, *self.spans))

    @property
    def places(self) -> frozenset[int]:
        return frozenset(place for place in range(self.mask.bit_length()) if self.mask >> place & 1)

    def recurrence(self) -> Recurrence:
        """How often the load comes in which period, and how often that does."""
        text = self._reading.text
        if _UNREAD_RATE.search(text):
            self.unclear = True
        every = min((time.length for time in self.named), default=None)
        if every is None:
            return Recurrence()
        if _UNREAD.stands_in(text) and _UNREAD.stands_in(_TERM_OF_LENGTH.sub("", text)) and not self._is_of_hours():
            self.unclear = True
        within: Decimal | None = None
        hours = [time.length for time in self.spans if every < time.length <= A_DAY and not time.days]
        longer = max((time.length for time in (*self.named, *self.spans)), default=every)
        if hours and every < A_DAY:
            within = ARITHMETIC.divide(hours[0], every)
            if longer < A_DAY:
                return Recurrence(None, every, within)
            every = A_DAY
        lasting = self._lasting(every)
        return Recurrence(within, every, None if lasting == ONE else lasting)

    def daily_share(self) -> tuple[Decimal, int] | None:
        """The days of the one longer period named beside a day, and the place of the day: 每月200元每天能用多少."""
        times = (*self.named, *self.spans)
        lengths = {time.length for time in times}
        if len(lengths) != 2 or min(lengths) != A_DAY or Cue.WORKDAY in self._reading.cues:
            return None
        day = next(time.mask for time in times if time.length == A_DAY)
        return ARITHMETIC.divide(max(lengths), A_DAY), day.bit_length() - 1

    def _lasting(self, every: Decimal) -> Decimal | None:
        """How often ``every`` comes in the span that is asked for, on those days of it that are counted."""
        spans = [time.length for time in self.spans if not time.days and time.length > every]
        periods = [time.length for time in self.named if time.length > every]
        asked = spans[0] if spans else max(periods, default=None)
        counted = next((time.length for time in self.spans if time.days and time.length > every), None)
        if every > A_DAY:
            counted, asked = None, asked or counted
        if counted is None and Cue.WORKDAY in self._reading.cues and asked is not None and every <= A_DAY < asked:
            counted = ARITHMETIC.divide(asked * WORKDAYS_A_WEEK, DAYS_A_WEEK)
        if counted is None:
            return None if asked is None else ratio(asked, every)
        days = ratio(counted, every)
        if asked is None or asked < counted:
            return days
        whole = min(length for length in (asked, *spans, *periods) if length >= counted)
        if whole in (MONTH, QUARTER):
            return days * ratio(asked, whole)
        return ARITHMETIC.divide(days * asked, whole)

    def _add(self, phrase: Phrase, span: Span) -> None:
        """Take a length of time as how long, or, where an hour or minute holds an amount of work, as how often."""
        time = Time(span.seconds, phrase.mask, span.days)
        often = span.seconds <= HOUR and (self._holds_work(phrase.end) or self._limits_work(phrase))
        (self.named if often else self.spans).append(time)

    def _holds_work(self, place: int) -> bool:
        """Whether an amount of work is said right behind one hour or minute, which then holds it: 一小时处理300次."""
        for phrase in self._slots.phrases:
            if place <= phrase.first < place + _NEAR:
                if isinstance(phrase.value, (Count, Size, Sized)):
                    return True
                if phrase.value is not None or not _ASKED.isdisjoint(self._slots.tokens[phrase.first].cues):
                    return False
        return False

    def _limits_work(self, phrase: Phrase) -> bool:
        """Whether an amount of work is said to be done within a time: 60 calls in one hour."""
        start = self._slots.tokens[phrase.first].start
        before = [each for each in self._slots.phrases if each.end <= phrase.first]
        telling = (each for each in reversed(before) if Cue.FILLER not in self._slots.tokens[each.first].cues)
        last = next(telling, None)
        within = f" {self._reading.text[:start]}".endswith(_WITHIN)
        return within and last is not None and isinstance(last.value, (Count, Size, Sized))

    def _is_meant(self, phrase: Phrase) -> bool:
        """Whether a period stands for itself, and is not said in passing: wait a second."""
        token = self._slots.tokens[phrase.first]
        if phrase.value.seconds > HOUR or not self._reading.text.startswith(_IN_PASSING, token.start):
            return True
        place = phrase.first
        before = place > 0 and self._slots.gap(place - 1, place) <= 1 and self._counts(place - 1, asks=False)
        after = place + 1 < len(self._slots.tokens) and self._slots.gap(place, place + 1) == 0
        return before or (after and self._counts(place + 1, asks=True)) or self._holds_work(place + 1)

    def _counts(self, place: int, *, asks: bool) -> bool:
        token = self._slots.tokens[place]
        cues = _COUNTS if asks else _COUNTS - _ASKED - {Cue.SPEND, Cue.BUY}
        return token.amount is not None or token.name is not None or not cues.isdisjoint(token.cues)


def _mask(times: Iterable[Time]) -> int:
    mask = 0
    for time in times:
        mask |= time.mask
    return mask


def ratio(span: Decimal, every: Decimal) -> Decimal:
    """How often a period comes in a longer one: twelve months make a year, 30 days a month."""
    if every in (MONTH, QUARTER) and span % YEAR == 0:
        return ARITHMETIC.divide(span / YEAR * 12 * MONTH, every)
    return ARITHMETIC.divide(span, every)
