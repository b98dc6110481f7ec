"""Prices of the wider catalogue, with what they hang on and the days on which they are known to hold.

The catalogue dates changes, not beginnings: its first price of a model has no day. Such a price is known to hold on the
catalogue's own day, or, where a change followed, on the last day before that; since when is not known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bot.knowledge.catalogue_charges import CHARGES, MODES, Charge
from bot.knowledge.catalogue_windows import NO_HOURS, DayParts
from bot.knowledge.price_entries import Basis, Conditions, End, Price, Side, TokenRange
from bot.quantities import MILLION, TOKEN, ZERO

if TYPE_CHECKING:
    from genai_prices.types import ConditionalPrice, ModelInfo, ModelPrice, PriceVariant

SOURCE: Final = "genai-prices"
CURRENCY: Final = "USD"
FIRST_API: Final = date(2020, 6, 11)
"""The day on which a model was first sold by tokens: no undated price is older."""

_DAY: Final = timedelta(days=1)
_FREE: Final = re.compile(r":free$|\(free\)$")
_DATED: Final = re.compile(r"(?<!\d)(20\d\d)-?([01]\d)-?([0-3]\d)(?!\d)")

_Key = tuple[Side | None, str, Conditions]
_Amounts = Mapping[_Key, tuple[Decimal, Decimal]]
"""The amounts of a time, each with the number of units that it is for, by what they hang on."""


@dataclass(frozen=True, slots=True)
class Span:
    """What the catalogue says from a day on (``None``: from the first), until the next day on which it says more."""

    start: date | None
    amounts: _Amounts


Doubt = Callable[["ModelPrice", date], bool]
"""Whether what a list says of a day is too far from what others say to be told."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the prices of one list. ``checked`` is the catalogue's own day.

    ``observed`` marks a list that is read again and again: its changes are dated by the day they were seen.
    """

    checked: date
    observed: bool = False

    def prices(
        self, model_id: str, model: ModelInfo, hours: DayParts = NO_HOURS, doubt: Doubt | None = None
    ) -> list[Price]:
        """All prices of a model, oldest first."""
        spans = list(self._spans(model, hours, doubt))
        keys = dict.fromkeys(key for span in spans for key in span.amounts)
        found = [price for key in keys for price in self._line(model_id, model, key, spans)]
        return sorted(found, key=lambda price: price.since)

    def _spans(self, model: ModelInfo, hours: DayParts, doubt: Doubt | None) -> Iterator[Span]:
        for start in (None, *_starts(model)):
            day = start or self._known_on(model)
            unknown = start is None and _begins_dated(model)
            doubtful = doubt is not None and doubt(model.get_prices(_moment(day)), day)
            yield Span(start, {} if unknown or doubtful else _amounts_on(model, day, hours))

    def _known_on(self, model: ModelInfo) -> date:
        """The day on which the first, undated price is known to hold."""
        return min([self.checked, *(start - _DAY for start in _starts_of(_steps(model)))])

    def _line(self, model_id: str, model: ModelInfo, key: _Key, spans: Sequence[Span]) -> Iterator[Price]:
        """The prices for one thing over time."""
        side, unit, conditions = key
        changes: list[tuple[date | None, tuple[Decimal, Decimal] | None]] = []
        for span in spans:
            amount = span.amounts.get(key)
            if not changes or changes[-1][1] != amount:
                changes.append((span.start, amount))
        for (start, amount), (until, _) in pairwise([*changes, (None, None)]):
            if amount is None:
                continue
            held = until is None or until > self.checked
            yield Price(
                model=model_id,
                amount=amount[0],
                currency=CURRENCY,
                per=amount[1],
                published_per=MILLION if unit == TOKEN else amount[1],
                free=amount[0] == ZERO,
                side=side,
                since=start or self._known_on(model),
                source=SOURCE,
                until=until,
                unit=unit,
                conditions=conditions,
                basis=self._basis(start, conditions),
                until_basis=None if until is None else End.BY if self.observed else End.ANNOUNCED,
                checked=self.checked if held and (start is None or start <= self.checked) else None,
                known_from=_known_from(model) if start is None else None,
            )

    def _basis(self, start: date | None, conditions: Conditions) -> Basis:
        """How the day is known: that of a mode is the one on which the catalogue began to list it."""
        if start is None:
            return Basis.UNDATED
        return Basis.SEEN if self.observed or conditions.mode is not None else Basis.ANNOUNCED


def is_free(model: ModelInfo) -> bool:
    """Whether a model without any price is called free."""
    names = (model.id.lower(), (model.name or "").lower())
    return not any(_has_prices(prices) for prices in _stated(model)) and any(map(_FREE.search, names))


def is_priced(model: ModelInfo) -> bool:
    """Whether the catalogue has a price of a model that can be told, or calls it free."""
    told = (name in CHARGES for prices in _stated(model) for name, amount in vars(prices).items() if amount is not None)
    return any(told) or is_free(model)


def _stated(model: ModelInfo) -> list[ModelPrice]:
    return [step.prices for step in model.prices] if isinstance(model.prices, list) else [model.prices]


def _has_prices(prices: ModelPrice) -> bool:
    return any(amount is not None for amount in vars(prices).values())


def _steps(model: ModelInfo) -> Sequence[ConditionalPrice]:
    return model.prices if isinstance(model.prices, list) else ()


def _begins_dated(model: ModelInfo) -> bool:
    """Whether the first price has a day: before that, none is known."""
    return bool(_starts_of(_steps(model)[:1]))


def _starts(model: ModelInfo) -> list[date]:
    """The days on which what the catalogue says of a model changes."""
    return _starts_of((*_steps(model), *(model.price_variants or ())))


def _starts_of(steps: Iterable[ConditionalPrice | PriceVariant]) -> list[date]:
    return sorted({start for step in steps if isinstance(start := getattr(step.constraint, "start_date", None), date)})


def _known_from(model: ModelInfo) -> date:
    """The first day on which a model can have been sold, by the dates in its name."""
    return next(_dates(model.id), FIRST_API)


def _dates(text: str) -> Iterator[date]:
    for year, month, day in _DATED.findall(text):
        if 1 <= int(month) <= 12 and 1 <= int(day) <= 28:
            yield date(int(year), int(month), int(day))


def _moment(day: date, clock: time = time(12)) -> datetime:
    return datetime.combine(day, clock, UTC)


def _amounts_on(model: ModelInfo, day: date, hours: DayParts) -> _Amounts:
    """The amounts of a day, in every mode and window."""
    if is_free(model):
        return {(side, TOKEN, Conditions()): (ZERO, MILLION) for side in (Side.INPUT, Side.OUTPUT)}
    found: dict[_Key, tuple[Decimal, Decimal]] = {}
    for window, clock in hours.on(model, day):
        found |= _cells(model.get_prices(_moment(day, clock)), Conditions(window=window))
    for mode, context in _modes(model, day):
        found |= _cells(model.get_prices(_moment(day), context), Conditions(mode=mode))
    return found


def _modes(model: ModelInfo, day: date) -> Iterator[tuple[str, dict[str, str]]]:
    """The modes that a model has on a day, with what is asked of a request in each."""
    for variant in model.price_variants or ():
        mode = MODES.get(next(iter(variant.when.items()))) if len(variant.when) == 1 else None
        active = variant.constraint is None or variant.constraint.active(_moment(day))
        if mode is not None and active and _has_prices(variant.prices):
            yield mode, variant.when


def _cells(prices: ModelPrice, conditions: Conditions) -> Iterator[tuple[_Key, tuple[Decimal, Decimal]]]:
    """The amounts that a price list states, tier by tier."""
    stated = vars(prices)
    for name, value in stated.items():
        charge = CHARGES.get(name)
        if charge is None or value is None:
            continue
        kept = replace(conditions, cache_life=_life(name, charge, stated))
        tiers = sorted(getattr(value, "tiers", ()), key=lambda tier: tier.start)
        starts = [Decimal(tier.start) for tier in tiers]
        amounts = [getattr(value, "base", value), *(tier.price for tier in tiers)]
        for low, high, amount in zip([None, *starts], [*starts, None], amounts, strict=True):
            if isinstance(amount, Decimal) and amount.is_finite() and amount >= 0:
                tokens = TokenRange(low, high) if tiers else None
                yield (charge.side, charge.unit, replace(kept, input_tokens=tokens)), (amount, charge.per)


def _life(name: str, charge: Charge, stated: Mapping[str, object]) -> str | None:
    """How long what is written stays in the cache: where an hour has a price of its own, the other is for 5 minutes."""
    if name == "cache_write_mtok" and stated.get("cache_write_1h_mtok") is not None:
        return "5m"
    return charge.life
