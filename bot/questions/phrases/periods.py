"""How often a load comes: what is said to be of every hour, day or month, in the time that is asked for."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

from bot.answers import Load
from bot.language.basics.cues import UNIT_CUES, Cue
from bot.language.basics.entities import EntityKind
from bot.language.tokens.reading import Token
from bot.quantities import ARITHMETIC, CALL, CHARACTER, DAY, TOKEN, WORD
from bot.questions.phrases.funds import Sums
from bot.questions.phrases.subjects import NOWHERE

_SECOND: Final = Decimal(1)
_MINUTE: Final = Decimal(60)
_HOUR: Final = Decimal(3600)
_A_DAY: Final = Decimal(86400)
_WEEK: Final = 7 * _A_DAY
_MONTH: Final = 30 * _A_DAY
_QUARTER: Final = 3 * _MONTH
_HALF_YEAR: Final = 6 * _MONTH
_YEAR: Final = 365 * _A_DAY
_PERIODS: Final = {
    Cue.EVERY_SECOND: _SECOND,
    Cue.EVERY_MINUTE: _MINUTE,
    Cue.HOURLY: _HOUR,
    Cue.DAILY: _A_DAY,
    Cue.WEEKLY: _WEEK,
    Cue.MONTHLY: _MONTH,
    Cue.WHOLE_MONTH: _MONTH,
    Cue.QUARTERLY: _QUARTER,
    Cue.WHOLE_YEAR: _YEAR,
}
_UNITS: Final = {
    Cue.SECOND: _SECOND,
    Cue.MINUTE: _MINUTE,
    Cue.HOUR: _HOUR,
    Cue.WORKDAY: _A_DAY,
    Cue.QUARTERLY: _QUARTER,
}
"""Words after a number of them, days apart, which are quantities."""
TIME_CUES: Final = (*_PERIODS, Cue.WORKDAY)
_WORK: Final = (CALL, TOKEN, CHARACTER, WORD)
_WITHIN: Final = re.compile(r"(?:^|[ ,])(?:in|within|per|every) $")
_TIMES: Final = frozenset((*TIME_CUES, *_UNITS))
_WORKDAYS_A_WEEK: Final = 5
_EVERY: Final = re.compile(r"(?:每隔?|(?<![a-z])(?:every|per|each|once in) )$")
_IN_PASSING: Final = re.compile(r"一|an? ")
"""How a word opens that may be said in passing (wait a second), and counts beside an amount or a question only."""
_ONE: Final = re.compile(r"(?:一整?个?|1 ?个?|one |a )(?=[^0-9])")
_HALF_OF_YEAR: Final = re.compile(r"[上下前后]半年|\b(?:first|second|1st|2nd) half of (?:the|this|last|next) year\b")
"""A half of a year, which says how long only where something is of every day or month in it."""
_UNREAD: Final = re.compile(
    r"学期|周末|毫秒|上旬|中旬|下旬|每旬|(?<![a-z])(?:semester|trimester|weekend|bi-?weekly|bi-?monthly)"
)
_LENGTH: Final = r"(?:[0-9]{1,3}|[一二两三四五六七八九十百]{1,5}) ?(?:天|日|周|个?星期|个?礼拜|个月)|[0-9]{1,3}[ -](?:day|week|month)s?"
_TERM_OF_LENGTH: Final = re.compile(
    rf"学期[^,.;?!0-9一二两三四五六七八九十]{{0,5}}(?:{_LENGTH})|(?:{_LENGTH})[ 的]?(?:一个?)?(?:学期|(?:semester|trimester)s?(?![a-z]))"
    rf"|(?:semester|trimester)[ ,(]+(?:of|is|has|=|that's|which is|lasts)? ?(?:{_LENGTH})"
)
"""A term whose length is said beside it, which then counts: 一学期按120天算."""
_UNREAD_RATE: Final = re.compile(
    r"(?<![a-z])(?:[qtr]ps|[rtq]pm)(?![a-z])[^a-z0-9\u4e00-\u9fff]{0,3}(?:[是为约] ?)?[0-9]|[0-9万千k] ?(?:[qtr]ps|[rtq]pm)(?![a-z])"
)


class _Time(NamedTuple):
    place: int
    length: Decimal
    days: bool = False
    """Whether days are counted, of which a longer period may hold others: 22 days (a month)."""


class Periods:
    """Finds how often a load comes; ``used`` are the places of the words for it."""

    def __init__(self, slots: Sums) -> None:
        self._slots = slots
        self._reading = slots.reading
        self.used: set[int] = set()
        self.unclear = False
        """Whether a period is named that cannot be counted, so that any sum would be wrong."""
        self._named: list[_Time] = []
        """Periods of which something may be said to be: every hour, a month."""
        self._spans: list[_Time] = []
        self._collect()

    def factors(self) -> list[Decimal]:
        """What the load is to be multiplied by."""
        if _UNREAD_RATE.search(self._reading.text):
            self.unclear = True
        every = min((time.length for time in self._named), default=None)
        if every is None:
            return []
        self.used |= {time.place for time in (*self._named, *self._spans)} - {NOWHERE}
        if _UNREAD.search(self._reading.text) and _UNREAD.search(_TERM_OF_LENGTH.sub("", self._reading.text)):
            self.unclear = True
        factors: list[Decimal] = []
        hours = [time.length for time in self._spans if every < time.length <= _A_DAY and not time.days]
        longer = max((time.length for time in (*self._named, *self._spans)), default=every)
        if hours and every < _A_DAY:
            factors.append(ARITHMETIC.divide(hours[0], every))
            if longer < _A_DAY:
                return factors
            every = _A_DAY
        return [*factors, *self._days(every)]

    @property
    def places(self) -> frozenset[int]:
        return frozenset(time.place for time in (*self._named, *self._spans)) - {NOWHERE}

    def daily_share(self) -> tuple[Decimal, int] | None:
        """The days of the one longer period named beside a day, and the place of the day: 每月200元每天能用多少."""
        lengths = {time.length for time in (*self._named, *self._spans)}
        if len(lengths) != _TWO or min(lengths) != _A_DAY or self._reading.has(Cue.WORKDAY):
            return None
        day = next(time.place for time in (*self._named, *self._spans) if time.length == _A_DAY)
        return ARITHMETIC.divide(max(lengths), _A_DAY), day

    def _days(self, every: Decimal) -> list[Decimal]:
        """How often ``every`` comes in the span that is asked for, on those days of it that are counted."""
        spans = [time.length for time in self._spans if not time.days and time.length > every]
        periods = [time.length for time in self._named if time.length > every]
        asked = spans[0] if spans else max(periods, default=None)
        counted = next((time.length for time in self._spans if time.days and time.length > every), None)
        if every > _A_DAY:
            counted, asked = None, asked or counted
        if counted is None and self._reading.has(Cue.WORKDAY) and asked is not None and every <= _A_DAY < asked:
            counted = _WORKDAYS_A_WEEK * _A_DAY
            self.unclear = self.unclear or asked != _WEEK
        if counted is None:
            return [] if asked is None else [_ratio(asked, every)]
        days = _ratio(counted, every)
        if asked is None or asked < counted:
            return [days]
        whole = min(length for length in (asked, *spans, *periods) if length >= counted)
        if whole in (_MONTH, _QUARTER):
            return [days * _ratio(asked, whole)]
        return [ARITHMETIC.divide(days * asked, whole)]

    def _collect(self) -> None:
        text, tokens = self._reading.text, self._slots.tokens
        numbered = {place + 1 for place, _ in self._numbered()}
        for cue, length in _PERIODS.items():
            self._named += [
                _Time(place, length)
                for place in self._reading.places(cue)
                if place not in numbered and self._is_meant(place)
            ]
        for place, length in self._numbered():
            workdays = Cue.WORKDAY in tokens[place + 1].cues
            time = _Time(place, length, workdays)
            if length in (_MINUTE, _HOUR) and (self._holds_work(place + 2) or self._limits_work(place)):
                self._named.append(time)
            else:
                self._add(time)
            self.used.add(place + 1)
        self._spans += [_Time(NOWHERE, _HALF_YEAR) for _ in _HALF_OF_YEAR.finditer(text)][:1]
        for place, quantity in self._slots.quantities(DAY):
            token, days = tokens[place], quantity.value.exact
            if days is None and text.endswith("over ", 0, token.start):
                days = quantity.value.low  # during, rather than more than: over 30 days
            if days is None:
                continue
            written = text[token.start : token.end]
            length = _HALF_YEAR if days * _A_DAY * 2 == _YEAR else days * _A_DAY
            if days == 1:
                if len(written) <= _SHORT:
                    self._named.append(_Time(place, length))
                self.used.add(place)
            elif length in _ROUND and _ONE.match(written):
                self._named.append(_Time(place, length))
            else:
                self._add(_Time(place, length, re.search("[天日]|day", written) is not None))
        self._spans.sort()

    def _add(self, time: _Time) -> None:
        if not time.length:
            self.unclear = True
            return
        start = self._slots.tokens[time.place].start
        if _EVERY.search(self._reading.text, max(0, start - 8), start):
            self._named.append(time)
        else:
            self._spans.append(time)

    def _holds_work(self, place: int) -> bool:
        """Whether an amount of work is said right behind one hour or minute, which then holds it: 一小时处理300次."""
        for token in self._slots.tokens[place : place + 3]:
            if token.amount is not None:
                return token.amount.unit in _WORK
            if not _TIMES.isdisjoint(token.cues) or not _AMOUNT_ASKED.isdisjoint(token.cues):
                return False
        return False

    def _limits_work(self, place: int) -> bool:
        """Whether an amount of work is said to be done within a time: 60 calls in one hour."""
        start = self._slots.tokens[place].start
        within = _WITHIN.search(self._reading.text, max(0, start - 8), start)
        before = (token for token in reversed(self._slots.tokens[:place]) if Cue.FILLER not in token.cues)
        last = next(before, None)
        return within is not None and last is not None and last.amount is not None and last.amount.unit in _WORK

    def _numbered(self) -> list[tuple[int, Decimal]]:
        """Numbers before a word for a unit of time, and the seconds that they make."""
        slots = self._slots
        found = []
        for place, token in enumerate(slots.tokens):
            amount = token.amount
            if amount is None or amount.kind is not EntityKind.NUMBER:
                continue
            value = amount.value.exact
            if (
                value is None
                or (token.cues and value != 1)
                or place + 1 >= len(slots.tokens)
                or slots.gap(place, place + 1) > _GAP
            ):
                continue
            unit = next((_UNITS[cue] for cue in slots.tokens[place + 1].cues if cue in _UNITS), None)
            if unit is not None:
                found.append((place, value * unit))
        return found

    def _is_meant(self, place: int) -> bool:
        """Whether a period stands for itself, and is not said in passing: wait a second."""
        token = self._slots.tokens[place]
        short = not {Cue.EVERY_SECOND, Cue.EVERY_MINUTE, Cue.HOURLY}.isdisjoint(token.cues)
        if not short or not _IN_PASSING.match(self._reading.text, token.start, token.end):
            return True
        before = place > 0 and self._slots.gap(place - 1, place) <= 1 and _counts(self._slots.tokens[place - 1])
        after = place + 1 < len(self._slots.tokens) and self._slots.gap(place, place + 1) == 0
        after = after and _counts_or_asks(self._slots.tokens[place + 1])
        return before or after or self._holds_work(place + 1)


_TWO: Final = 2
_SHORT: Final = 5
_GAP: Final = 2
_ROUND: Final = (_WEEK, _MONTH, _YEAR)
_AMOUNT_ASKED: Final = frozenset({Cue.HOW_MANY, Cue.HOW_MUCH_MONEY})
_ASKING: Final = frozenset({Cue.HOW_MANY, Cue.HOW_MUCH_MONEY, Cue.SPEND, Cue.BUY})


def _counts(token: Token) -> bool:
    return token.amount is not None or token.name is not None or not UNIT_CUES.keys().isdisjoint(token.cues)


def _counts_or_asks(token: Token) -> bool:
    return _counts(token) or not _ASKING.isdisjoint(token.cues)


def _ratio(span: Decimal, every: Decimal) -> Decimal:
    """How often a period comes in a longer one: twelve months make a year, 30 days a month."""
    if every in (_MONTH, _QUARTER) and span % _YEAR == 0:
        return ARITHMETIC.divide(span / _YEAR * 12 * _MONTH, every)
    return ARITHMETIC.divide(span, every)


def but_for(load: Load, factor: Decimal) -> Load:
    """The load of one time, day or head rather than of all of them."""
    return load._replace(times=tuple(each for each in load.times if each != factor))


_IN_ALL: Final = ("一共", "总共", "合计", "共计", "total", "altogether", "in all")


def times_in(slots: Sums, days: Decimal) -> tuple[Decimal, ...]:
    """How often a load comes in so many days, by the message that names it: each day unless it says otherwise."""
    if any(word in slots.reading.text for word in _IN_ALL):
        return ()
    span = days * _A_DAY
    named = [quantity.value.exact * _A_DAY for _, quantity in slots.quantities(DAY) if quantity.value.exact]
    cued = [length for cue, length in _PERIODS.items() if slots.reading.has(cue)]
    every = next(iter((*named, *cued)), _A_DAY)
    return () if every == span else (_ratio(span, every),)
