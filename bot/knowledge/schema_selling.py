"""The shapes of how a vendor sells in `vendors/*.yaml`: hours, subscriptions, what is not charged.

The docstring under each field is the help that maintainers read in their editor.
"""

from __future__ import annotations

import re
from typing import Annotated, Final, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from bot.knowledge.messages import meaning as says
from bot.knowledge.schema_prices import Confidence
from bot.knowledge.schema_things import NamedShape
from bot.knowledge.schema_values import (
    Country,
    CurrencyCode,
    Day,
    NameWords,
    OwnedId,
    PlainId,
    Positive,
    Shape,
    SomeDay,
    Words,
    refusal,
)

_HOURS: Final = re.compile(r"([01][0-9]|2[0-4]):([0-5][0-9])-([01][0-9]|2[0-4]):([0-5][0-9])")
_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _hours(value: str) -> str:
    if not _HOURS.fullmatch(value) or value[:5] == value[6:] or max(value[:5], value[6:]) > "24:00":
        raise refusal(says.NO_HOURS, text=value[:20])
    return value


class WindowShape(Shape):
    """Hours with a price of their own: `{id: peak, days: [mon, fri], hours: ["09:00-12:00"]}`, in the vendor's zone."""

    id: Literal["peak", "off-peak"]
    """`peak` or `off-peak`: a cheap night is `off-peak`, and `peak` what is `other_than` that. Where its hours change, it is
    written once more with the day of that."""
    from_: Day | None = Field(default=None, alias="from")
    """The day from which these hours hold, where there were others before."""
    days: tuple[Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"], ...] = _WEEKDAYS
    """The days of the week; leave it out for every day."""
    hours: tuple[Annotated[str, AfterValidator(_hours)], ...] = ()
    """The hours, e.g. ["09:00-12:00", "14:00-18:00"]; hours that wrap midnight belong to the day on which they begin."""
    holidays: Country | None = None
    """The country on whose public holidays the window is closed; `holidays.yaml` lists them."""
    other_than: PlainId | None = None
    """Id of the window whose closed hours these are."""

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        if bool(self.hours) == (self.other_than is not None):
            raise refusal(says.WINDOW_FORM)
        if self.other_than == self.id:
            raise refusal(says.OTHER_THAN_ITSELF, at="other_than")
        return self


class PlanPriceShape(Shape):
    """What one tier of a plan costs: `{tier: Lite, amount: 118, checked: 2026-09-21, source: …}`."""

    tier: NameWords | None = None
    """The tier, where the plan has several with a name."""
    amount: Positive
    """What it costs for one period."""
    from_: Day | None = Field(default=None, alias="from")
    """The day from which it holds, where it is known."""
    until: Day | None = None
    """The first day on which it no longer holds."""
    checked: SomeDay | None = None
    """The last day on which its source showed it."""
    confidence: Confidence | None = None
    """How sure it is, A to C, as for prices."""
    source: PlainId
    """Id of the source."""


class PlanShape(NamedShape):
    """A subscription."""

    id: OwnedId
    """`vendor/plan`, e.g. `openai/chatgpt-plus`."""
    currency: CurrencyCode
    """ISO 4217 code, e.g. CNY."""
    period: Literal["month", "year"] = "month"
    """What its prices are for."""
    includes: Words | None = None
    """What it includes."""
    prices: tuple[PlanPriceShape, ...] = Field(min_length=1)
    """What its tiers cost, the cheapest first; append later ones."""


class FreeQuotaShape(Shape):
    """Tokens that are not charged: `{tokens: 500000, per_model: true, for: 每个账号, source: …}`."""

    tokens: Positive
    """How many."""
    for_: Words = Field(alias="for")
    """Who has them."""
    per_model: bool = False
    """`true` where each model brings so many."""
    models: tuple[OwnedId, ...] = ()
    """Ids of the models that they are for, where not for all."""
    from_: Day | None = Field(default=None, alias="from")
    """The day from which they are given, where it is known."""
    until: Day | None = None
    """The first day on which they are no longer given."""
    confidence: Confidence | None = None
    """How sure it is, A to C, as for prices."""
    source: PlainId
    """Id of the source."""
