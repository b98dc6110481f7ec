"""The hours of the day on which prices of the wider catalogue hang."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from bot.knowledge.windows import Hours, Schedule, Window, Windows

if TYPE_CHECKING:
    from genai_prices.types import ModelInfo, ModelPrice

_ANY_DAY: Final = date(2001, 1, 1)
_NOON: Final = time(12)
_CLOCKS: Final = [_NOON, *(time(hour, minute) for hour in range(24) for minute in (0, 30))]
PEAK: Final = "peak"
OFF_PEAK: Final = "off-peak"


def plain_window(id_: str | None) -> str:
    """Which of the two a window is: of a seller that has several rhythms, off-peak-0030 is off the peak as well."""
    return next((plain for plain in (OFF_PEAK, PEAK) if (id_ or "").startswith(plain)), "")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the day: the window, ``None`` where prices hang on none, and a time of day in it, in UTC."""

    window: str | None
    clock: time


@dataclass(frozen=True, slots=True)
class DayParts:
    """The parts of the day for the models of one seller, by model id, and the windows that they are."""

    windows: Windows = field(default_factory=Windows)
    _parts: Mapping[str, tuple[Part, Part]] = field(default_factory=dict)

    def on(self, model: ModelInfo, day: date) -> Iterator[tuple[str | None, time]]:
        """The windows of a model on a day, each with a time in it.

        The catalogue cannot say of hours from which day on they count: they do from its last dated price on.
        """
        parts = self._parts.get(model.id)
        if parts is None:
            yield None, _NOON
            return
        inside, outside = parts
        if day < _last_start(model):
            yield None, outside.clock
            return
        yield inside.window, inside.clock
        yield outside.window, outside.clock


NO_HOURS: Final = DayParts()


def day_parts(models: Iterable[ModelInfo]) -> DayParts:
    """The parts of the day that the prices of a seller's models tell apart."""
    timed = {model.id: (hours, model) for model in models if (hours := _hours(model))}
    common = [hours for hours, _ in Counter(hours for hours, _ in timed.values()).most_common()]
    windows: dict[str, Window] = {}
    parts: dict[str, tuple[Part, Part]] = {}
    for model_id, (hours, model) in timed.items():
        place = common.index(hours)
        mark = f"-{hours[0].start:%H%M}" if place else ""
        outside = next(clock for clock in _CLOCKS if not any(_holds(each, clock) for each in hours))
        names = (PEAK, OFF_PEAK) if _is_dearer(model, hours[0].start, outside) else (OFF_PEAK, PEAK)
        inner, outer = (f"{name}{mark}" for name in names)
        windows.setdefault(inner, Window(inner, (Schedule(date.min, hours),)))
        windows.setdefault(outer, Window(outer, other_than=inner))
        parts[model_id] = Part(inner, hours[0].start), Part(outer, outside)
    return DayParts(Windows(windows), parts)


def _hours(model: ModelInfo) -> tuple[Hours, ...]:
    steps = model.prices if isinstance(model.prices, list) else ()
    found = (
        Hours(_naive(opening), _naive(closing))
        for step in steps
        if isinstance(opening := getattr(step.constraint, "start_time", None), time)
        and isinstance(closing := getattr(step.constraint, "end_time", None), time)
    )
    return tuple(sorted(found, key=lambda hours: hours.start))


def _naive(clock: time) -> time:
    """A time of day as it is in UTC."""
    return datetime.combine(_ANY_DAY, clock).astimezone(UTC).time() if clock.tzinfo else clock


def _holds(hours: Hours, clock: time) -> bool:
    if hours.wraps:
        return clock >= hours.start or clock < hours.end
    return hours.start <= clock < hours.end


def _last_start(model: ModelInfo) -> date:
    steps = model.prices if isinstance(model.prices, list) else ()
    return max(
        (start for step in steps if isinstance(start := getattr(step.constraint, "start_date", None), date)),
        default=date.min,
    )


def _is_dearer(model: ModelInfo, inside: time, outside: time) -> bool:
    day = max(_last_start(model), _ANY_DAY)
    one, other = (model.get_prices(datetime.combine(day, clock, UTC)) for clock in (inside, outside))
    return _amounts(one) > _amounts(other)


def _amounts(prices: ModelPrice) -> list[Decimal]:
    stated = (vars(prices).get(name) for name in ("output_mtok", "input_mtok"))
    amounts = (getattr(value, "base", value) for value in stated)
    return [amount for amount in amounts if isinstance(amount, Decimal)]
