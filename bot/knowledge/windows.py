"""When a window of prices is open: hours of some days, in the vendor's zone, or all other hours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Final

_ONE_DAY: Final = timedelta(days=1)
_MIDNIGHT: Final = time()
_FARTHEST: Final = 30
"""Days ahead in which the next change of a window is looked for; the longest holidays are shorter."""


@dataclass(frozen=True, slots=True)
class Hours:
    """From ``start`` to ``end``, the end left out; hours that wrap midnight belong to the day on which they begin."""

    start: time
    end: time

    @property
    def wraps(self) -> bool:
        return self.end <= self.start


@dataclass(frozen=True, slots=True)
class Schedule:
    """The hours of a window from a day on; ``weekdays`` count from Monday, 0. On ``holidays`` it is closed."""

    since: date
    hours: tuple[Hours, ...]
    weekdays: frozenset[int] = frozenset(range(7))
    holidays: frozenset[date] = frozenset()
    calendar: str | None = None
    """The country whose public holidays these are."""

    def opens_on(self, day: date) -> bool:
        return day.weekday() in self.weekdays and day not in self.holidays

    def holds(self, local: datetime) -> bool:
        """Whether it is open at a moment, which is told by the clock of the vendor."""
        day, clock = local.date(), local.time()
        for hours in self.hours:
            if not hours.wraps and hours.start <= clock < hours.end and self.opens_on(day):
                return True
            if hours.wraps and clock >= hours.start and self.opens_on(day):
                return True
            if hours.wraps and clock < hours.end and self.opens_on(day - _ONE_DAY):
                return True
        return False


@dataclass(frozen=True, slots=True)
class Window:
    """A named part of the week, such as ``peak``; its hours may change from a day on.

    One that is ``other_than`` another is open whenever that one is closed, and has no hours of its own.
    """

    id: str
    schedules: tuple[Schedule, ...] = ()
    """Oldest first; the first also tells of the time before it."""
    other_than: str | None = None

    def schedule_on(self, day: date) -> Schedule:
        """Its hours on a day."""
        known = [schedule for schedule in self.schedules if schedule.since <= day]
        return (known or self.schedules[:1])[-1]


@dataclass(frozen=True, slots=True)
class Windows:
    """All windows of a vendor, by id."""

    by_id: Mapping[str, Window] = field(default_factory=dict)

    def schedule(self, window: str, day: date) -> Schedule:
        """The hours of a window on a day; of one that is other than another, those in which it is closed."""
        found = self.by_id[window]
        return (self.by_id[found.other_than] if found.other_than else found).schedule_on(day)

    def holds(self, window: str, local: datetime) -> bool:
        """Whether a window is open at a moment of the vendor's clock."""
        open_ = self.schedule(window, local.date()).holds(local)
        return not open_ if self.by_id[window].other_than else open_

    def open_at(self, local: datetime) -> tuple[str, ...]:
        """The windows that are open at a moment of the vendor's clock."""
        return tuple(window for window in self.by_id if self.holds(window, local))

    def next_change(self, window: str, local: datetime) -> datetime | None:
        """When a window next opens or closes, by the vendor's clock; ``None`` where it does not within a month."""
        now = self.holds(window, local)
        for day in (local.date() + _ONE_DAY * ahead for ahead in range(_FARTHEST)):
            schedule = self.schedule(window, day)
            for clock in sorted(_edges(schedule.hours)):
                moment = datetime.combine(day, clock, local.tzinfo)
                if moment > local and self.holds(window, moment) is not now:
                    return moment
        return None


def _edges(hours: Iterable[Hours]) -> set[time]:
    """The times of day at which something may change; at midnight a weekday or a schedule may."""
    return {_MIDNIGHT, *(edge for each in hours for edge in (each.start, each.end))}
