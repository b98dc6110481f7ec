"""From rows of the table to price lines: what it says twice is written once, and ends that follow are left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from bot.quantities import exact_text
from tools.prices.tables import Row, Source, Tier

_BOUND_EXCLUDED: Final = ("zhipu/glm-4.",)
"""Models on whose lists the bound itself belongs to the tier above."""
_INTERNATIONAL: Final = ("moonshot/kimi-k3.1",)
"""Models of which only the list for other countries is known."""
_SIDES: Final = ("input", "output", "cached_input", "cache_write")


class Line(NamedTuple):
    """The rows that one price line says; they differ by side alone."""

    rows: tuple[Row, ...]
    since: date
    basis: str
    until: date | None
    sources: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def first(self) -> Row:
        return self.rows[0]

    @property
    def conditions(self) -> tuple[object, ...]:
        """What tells it apart from other lines of the same days."""
        row = self.first
        return row.mode, row.cache_life, row.window, row.input_tokens, row.output_tokens, row.currency, row.unit

    @property
    def amounts(self) -> tuple[object, ...]:
        return tuple((row.side, row.amount, row.per, row.listed) for row in self.rows)


def lines_of(rows: Iterable[Row]) -> list[Line]:
    """The lines of one model, oldest first."""
    groups: dict[tuple[object, ...], list[Row]] = {}
    for row in rows:
        groups.setdefault(_group(row), []).append(row)
    lines = [_line(tuple(sorted(group, key=_side))) for group in groups.values()]
    lines.sort(key=lambda line: (line.since, _place(line)))
    return _merged(lines)


def _group(row: Row) -> tuple[object, ...]:
    """All of a row but its side and amounts."""
    alike = row._replace(number=0, side="both" if row.side == "both" else "", amount=Decimal(0), listed=None)
    return *alike, row.listed is None


def _side(row: Row) -> int:
    return _SIDES.index(row.side) if row.side in _SIDES else len(_SIDES)


def _line(rows: tuple[Row, ...]) -> Line:
    row = rows[0]
    return Line(rows, row.since, row.basis, row.until, row.sources, (row.note,) if row.note else ())


def _place(line: Line) -> tuple[str, str, bool, Decimal, Decimal]:
    row = line.first
    return (
        row.mode or "",
        row.cache_life or "",
        row.window == "off-peak",
        row.input_tokens.low or Decimal(0),
        row.output_tokens.low or Decimal(0),
    )


def _merged(lines: Sequence[Line]) -> list[Line]:
    """The lines with those put together that only go on from another at the same price."""
    found: list[Line] = []
    for line in lines:
        before = next((at for at, other in enumerate(found) if _goes_on(other, line)), None)
        if before is None:
            found.append(line)
            continue
        earlier = found[before]
        found[before] = line._replace(
            since=earlier.since,
            basis=earlier.basis,
            sources=tuple(dict.fromkeys((*line.sources, *earlier.sources))),
            notes=tuple(dict.fromkeys((*earlier.notes, *line.notes))),
        )
    return found


def _goes_on(earlier: Line, line: Line) -> bool:
    same = earlier.until == line.since and earlier.conditions == line.conditions
    return same and earlier.amounts == line.amounts and line.first.listed is None


def checked_on(line: Line, sources: Mapping[str, Source]) -> date:
    """The last day on which one of its sources showed it, as far as sources have days."""
    days = [
        date.fromisoformat(sources[id_].date) for id_ in line.sources if len(sources[id_].date) == len("2024-05-16")
    ]
    shown = [day for day in days if line.since <= day and (line.until is None or day < line.until)]
    return max(shown, default=line.since)


def written(line: Line, sources: Mapping[str, Source], until: tuple[date, str] | None) -> dict[str, str]:
    """The keys of the line and what is written behind them; ``until`` is its end, where that does not follow."""
    row = line.first
    keys: dict[str, str] = {"from": line.since.isoformat()}
    if line.basis != "announced":
        keys["basis"] = line.basis
    if until is not None:
        keys["until"] = until[0].isoformat()
        if until[1] == "by":
            keys["until_basis"] = "by"
    keys |= _price(line)
    for key, value in (("mode", row.mode), ("cache_life", row.cache_life), ("window", row.window)):
        if value is not None:
            keys[key] = value
    for key, tier in (("input_tokens", row.input_tokens), ("output_tokens", row.output_tokens)):
        if tier != Tier(None, None):
            keys[key] = _tier(tier, excluded=row.model.startswith(_BOUND_EXCLUDED))
    if row.model.startswith(_INTERNATIONAL):
        keys["region"] = "international"
    if row.listed is not None:
        keys["promotion"] = "true"
        keys["list"] = _listed(line)
    checked = checked_on(line, sources)
    if checked > line.since or line.basis != "seen":
        keys["checked"] = checked.isoformat()
    if row.confidence != "B":
        keys["confidence"] = row.confidence
    keys["source"] = line.sources[0] if len(line.sources) == 1 else f"[{', '.join(line.sources)}]"
    return keys


def _price(line: Line) -> dict[str, str]:
    row = line.first
    amounts = {each.side: each.amount for each in line.rows}
    if not any(amounts.values()):
        return {"free": "true"}
    if row.side == "both" and row.per not in (1, 1000, 10_000, 1_000_000):
        return {"buys": exact_text(row.per), "for": exact_text(row.amount), "currency": row.currency}
    head = {"currency": row.currency, "per": exact_text(row.per)}
    if row.unit != "token":
        return {"amount": exact_text(row.amount), **head, "unit": row.unit}
    if row.side == "both":
        return {"amount": exact_text(row.amount), **head}
    return {**head, **{side: exact_text(amount) for side, amount in amounts.items()}}


def _tier(tier: Tier, *, excluded: bool) -> str:
    low, high = ("at_least", "below") if excluded else ("above", "up_to")
    ends = [(low, tier.low or None), (high, tier.high)]
    return "{" + ", ".join(f"{key}: {exact_text(end)}" for key, end in ends if end is not None) + "}"


def _listed(line: Line) -> str:
    pairs = (f"{row.side}: {exact_text(row.listed)}" for row in line.rows if row.listed is not None)
    return "{" + ", ".join(pairs) + "}"
