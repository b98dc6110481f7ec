"""What must be said beside a price of the wider catalogue: dearer long inputs, other hours, that the model is to go."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from bot.knowledge.entries import Wording
from bot.knowledge.price_entries import Side
from bot.quantities import exact_text

if TYPE_CHECKING:
    from genai_prices.types import ModelInfo, ModelPrice

_FIELDS: Final = {Side.INPUT: "input_mtok", Side.OUTPUT: "output_mtok", Side.CACHED_INPUT: "cache_read_mtok"}
_SIDES: Final = {
    Side.INPUT: Wording(zh="输入", en="input"),
    Side.OUTPUT: Wording(zh="输出", en="output"),
    Side.CACHED_INPUT: Wording(zh="缓存输入", en="cached input"),
}
_HALF_A_DAY: Final = 12 * 60


@dataclass(frozen=True, slots=True)
class Step:
    """Prices from a day on; ``None`` where the catalogue does not say from when."""

    start: date | None
    prices: ModelPrice


@dataclass(frozen=True, slots=True)
class Window:
    """Prices for some hours of every day, in UTC; it may wrap midnight."""

    start: time
    end: time
    prices: ModelPrice

    @property
    def minutes(self) -> int:
        return (self.end.hour * 60 + self.end.minute - self.start.hour * 60 - self.start.minute) % (24 * 60)


def caveat(model: ModelInfo, checked: date) -> Wording | None:
    """What the price of a model leaves out: dearer long inputs, other hours, that it is about to go."""
    steps, windows = _usual(model)
    newest = [step for step in steps if step.start is None or step.start <= checked][-1:]
    parts = [part for step in newest for part in _tiers(step.prices)]
    parts += [
        Wording(
            zh=f"每天 UTC {hours}：{amounts.zh}（每百万 tokens）",
            en=f"{hours} UTC every day: {amounts.en} per million tokens",
        )
        for hours, amounts in _hours(windows)
    ]
    if model.deprecated:
        parts.append(Wording(zh="卖家已不推荐使用这个模型", en="the seller calls this model deprecated"))
    if not parts:
        return None
    return Wording(zh="；".join(part.zh for part in parts), en="; ".join(part.en for part in parts))


def _tiers(prices: ModelPrice) -> Iterator[Wording]:
    starts = {tier.start for side in _FIELDS for tier in getattr(_stored(prices, side), "tiers", ())}
    for start in sorted(starts):
        amounts = _amounts({side: _at(prices, side, start) for side in _FIELDS})
        yield Wording(
            zh=f"一次输入超过 {start:,} tokens 时：{amounts.zh}（每百万 tokens）",
            en=f"above {start:,} input tokens in one request: {amounts.en} per million tokens",
        )


def _hours(windows: list[Window]) -> Iterator[tuple[str, Wording]]:
    """The hours that share a price, and that price."""
    shared: dict[tuple[tuple[Side, Decimal | None], ...], list[str]] = {}
    for window in windows:
        amounts = tuple((side, _base(window.prices, side)) for side in _FIELDS)
        shared.setdefault(amounts, []).append(f"{window.start:%H:%M}–{window.end:%H:%M}")
    for amounts, hours in shared.items():
        yield ", ".join(hours), _amounts(dict(amounts))


def _amounts(amounts: dict[Side, Decimal | None]) -> Wording:
    known = [(_SIDES[side], exact_text(amount)) for side, amount in amounts.items() if amount is not None]
    return Wording(
        zh="、".join(f"{side.zh} ${amount}" for side, amount in known),
        en=", ".join(f"{side.en} ${amount}" for side, amount in known),
    )


def _usual(model: ModelInfo) -> tuple[list[Step], list[Window]]:
    """What holds most hours of the day, step by step, and the hours that differ from it."""
    if not isinstance(model.prices, list):
        return [Step(None, model.prices)], []
    steps: list[Step] = []
    windows: list[Window] = []
    for item in model.prices:
        if isinstance(start := getattr(item.constraint, "start_date", None), date):
            steps = [step for step in steps if step.start is None or step.start < start] + [Step(start, item.prices)]
        elif item.constraint is None:
            steps = [Step(None, item.prices)]  # the last one that applies counts, and this one always does
        else:
            opening, closing = (getattr(item.constraint, name, None) for name in ("start_time", "end_time"))
            if isinstance(opening, time) and isinstance(closing, time):
                windows.append(Window(opening, closing, item.prices))
    long = next((window for window in windows if window.minutes > _HALF_A_DAY), None)
    if long and steps:
        rest = Window(long.end, long.start, steps[-1].prices)
        steps = [*steps[:-1], Step(steps[-1].start, long.prices)]
        windows = [rest if window is long else window for window in windows]
    return steps, windows


def _stored(prices: ModelPrice, side: Side) -> object:
    return vars(prices).get(_FIELDS[side])


def _base(prices: ModelPrice, side: Side) -> Decimal | None:
    stored = _stored(prices, side)
    return _amount(getattr(stored, "base", stored))


def _at(prices: ModelPrice, side: Side, start: int) -> Decimal | None:
    """The price above ``start`` tokens of input."""
    amount = _base(prices, side)
    for tier in getattr(_stored(prices, side), "tiers", ()):
        if tier.start <= start:
            amount = _amount(tier.price)
    return amount


def _amount(value: object) -> Decimal | None:
    return value if isinstance(value, Decimal) and value.is_finite() and value >= 0 else None
