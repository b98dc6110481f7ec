"""From the typed files of vendors to their models, windows, plans and free quotas."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time
from typing import Final
from zoneinfo import ZoneInfo

from bot.knowledge import schema
from bot.knowledge.entries import Wording
from bot.knowledge.model_entries import (
    HOME_ZONE,
    FreeQuota,
    Life,
    Model,
    Plan,
    PlanPrice,
    StandsFor,
    Vendor,
)
from bot.knowledge.windows import Hours, Schedule, Window, Windows

_DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Calendars = Mapping[str, frozenset[date]]


def wording(words: schema.Wording | schema.NameWording) -> Wording:
    return Wording(words.zh, words.en, words.zh_hant)


def vendor_of(file: schema.VendorFile, calendars: Calendars) -> Vendor:
    """How a vendor sells."""
    return Vendor(
        id=file.id,
        zone=ZoneInfo(file.zone or HOME_ZONE),
        country=file.country,
        reseller=file.reseller,
        windows=_windows(file.windows, calendars),
        plans=tuple(plan_of(file.id, plan) for plan in file.plans),
        free_quotas=tuple(_quota(quota) for quota in file.free_quotas),
    )


def model_of(model: schema.ModelShape, checked: date | None) -> Model:
    """What a model is, without its prices; ``checked`` is the day on which it was last looked whether it is sold."""
    stands_for = model.stands_for
    return Model(
        id=model.id,
        kind=model.kind,
        inputs=model.inputs,
        open_weights=model.open_weights,
        of=model.of,
        stands_for=StandsFor(stands_for.model, stands_for.from_) if stands_for is not None else None,
        life=replace(
            life_of(model, checked),
            released=model.released,
            last_seen=max((line.checked or line.from_ for line in model.prices), default=None),
        ),
    )


def life_of(model: schema.LifeShape, checked: date | None) -> Life:
    """Whether a model is sold, as far as its own days tell."""
    superseded, retired = model.superseded, model.retired
    by = superseded.by if superseded is not None else None
    return Life(
        is_superseded=superseded is not None,
        superseded=superseded.on if superseded is not None else None,
        superseded_by=by,
        is_retired=retired is not None,
        retired=retired.on if retired is not None else None,
        is_unknown=model.status == "unknown",
        successors=(*((by,) if by else ()), *model.successors),
        checked=checked,
        sources=model.status_source or (),
        confidence=model.confidence,
    )


def _windows(shapes: tuple[schema.WindowShape, ...], calendars: Calendars) -> Windows:
    windows: dict[str, Window] = {}
    for shape in shapes:
        before = windows.get(shape.id)
        known = before.schedules if before is not None else ()
        schedules = known if shape.other_than else (*known, _schedule(shape, calendars))
        windows[shape.id] = Window(shape.id, schedules, shape.other_than)
    return Windows(windows)


def _schedule(shape: schema.WindowShape, calendars: Calendars) -> Schedule:
    return Schedule(
        since=shape.from_ or date.min,
        hours=tuple(Hours(_clock(stretch[:5]), _clock(stretch[6:])) for stretch in shape.hours),
        weekdays=frozenset(_DAYS.index(day) for day in shape.days),
        holidays=calendars.get(shape.holidays, frozenset()) if shape.holidays else frozenset(),
        calendar=shape.holidays,
    )


def _clock(text: str) -> time:
    return time() if text == "24:00" else time.fromisoformat(text)


def plan_of(vendor: str, plan: schema.PlanShape) -> Plan:
    """A subscription."""
    includes = wording(plan.includes) if plan.includes is not None else None
    return Plan(plan.id, vendor, plan.currency, plan.period, tuple(map(_plan_price, plan.prices)), includes)


def _plan_price(price: schema.PlanPriceShape) -> PlanPrice:
    return PlanPrice(
        amount=price.amount,
        source=price.source,
        tier=wording(price.tier) if price.tier is not None else None,
        since=price.from_,
        until=price.until,
        checked=price.checked,
        confidence=price.confidence,
    )


def _quota(quota: schema.FreeQuotaShape) -> FreeQuota:
    return FreeQuota(
        tokens=quota.tokens,
        whom=wording(quota.for_),
        source=quota.source,
        per_model=quota.per_model,
        models=quota.models,
        since=quota.from_,
        until=quota.until,
        confidence=quota.confidence,
    )
