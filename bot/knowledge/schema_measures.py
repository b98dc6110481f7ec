"""The shapes of `works.yaml`, `currencies.yaml`, `units.yaml`, `holidays.yaml` and `sources.yaml`.

The docstring under each field is the help that maintainers read in their editor.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from bot.knowledge.messages import meaning as says
from bot.knowledge.schema_things import NamedShape, SourceShape
from bot.knowledge.schema_values import (
    Country,
    CurrencyCode,
    Day,
    NameText,
    PlainId,
    Positive,
    Shape,
    Sources,
    Words,
    refusal,
)


class LengthShape(Shape):
    """From `min` to `max` where editions differ."""

    min: Positive
    """The shortest edition."""
    max: Positive
    """The longest edition."""

    @model_validator(mode="after")
    def _ends(self) -> Self:
        if self.min > self.max:
            raise refusal(says.UPSIDE_DOWN, at="min")
        return self


def _length(value: object) -> object:
    return {"min": value, "max": value} if isinstance(value, Decimal) else value


class WorkShape(NamedShape):
    """A known work and its length, to picture what an amount of tokens is."""

    id: PlainId
    """Lower-case letters, digits and hyphens, e.g. `three-body`."""
    length: Annotated[LengthShape, BeforeValidator(_length, json_schema_input_type=Positive | LengthShape)]
    """Its length: one figure, or {min: …, max: …} where editions differ."""
    unit: Literal["character", "word"]
    """`character` for Chinese characters, `word` for English words."""
    about: bool = False
    """`true` where the length is a round figure."""
    source: PlainId
    """Id of the source."""


class WorksFile(Shape):
    """Known works: `works.yaml`."""

    sources: tuple[SourceShape, ...] = ()
    """Where the lengths come from."""
    works: tuple[WorkShape, ...]
    """The works."""


class PartShape(Shape):
    """A smaller coin: so many make one of the currency."""

    of: Positive
    """How many of it make one, e.g. 10 for 角."""
    after: tuple[NameText, ...] = Field(min_length=1)
    """Its words; they stand after the number."""
    generic: tuple[NameText, ...] = ()
    """Those of its words that name no country."""

    @model_validator(mode="after")
    def _generic_words(self) -> Self:
        _check_generic(self.generic, self.after)
        return self


def _check_generic(generic: tuple[str, ...], words: tuple[str, ...]) -> None:
    for word in generic:
        if word not in words:
            raise refusal(says.NOT_GENERIC, at="generic", text=word)


class CurrencyShape(Shape):
    """A currency and the words for it."""

    code: CurrencyCode
    """ISO 4217 code."""
    before: tuple[NameText, ...] = ()
    """Words and signs that stand before the number, e.g. ¥."""
    after: tuple[NameText, ...] = ()
    """Words that stand after the number, e.g. 元. A word may stand on both sides."""
    generic: tuple[NameText, ...] = ()
    """Those of the words that name no country (块, $), so that the chat's own currency may be meant."""
    parts: tuple[PartShape, ...] = ()
    """Its smaller coins."""

    @model_validator(mode="after")
    def _generic_words(self) -> Self:
        _check_generic(self.generic, self.before + self.after)
        return self


class CurrenciesFile(Shape):
    """Words for money: `currencies.yaml`. All other ISO currencies are known by their code and name already."""

    currencies: tuple[CurrencyShape, ...] = Field(min_length=1)
    """The currencies whose everyday words are listed here."""


class MultipleShape(Shape):
    """A larger measure: so many of the unit."""

    times: Positive
    """How many of the unit it is, e.g. 30 for a month."""
    words: tuple[NameText, ...] = Field(min_length=1)
    """Its words."""


class UnitShape(Shape):
    """A unit and the words for it."""

    unit: Literal["token", "character", "word", "call", "copy", "day"]
    """The unit."""
    words: tuple[NameText, ...] = Field(min_length=1)
    """Its words, e.g. 字."""
    multiples: tuple[MultipleShape, ...] = ()
    """Larger measures of it."""


class UnitsFile(Shape):
    """Words for units: `units.yaml`."""

    units: tuple[UnitShape, ...] = Field(min_length=1)
    """The units."""


class HolidayShape(Shape):
    """A public holiday: `{name: 元旦, from: 2026-01-01, to: 2026-01-03}`."""

    name: Words
    """What it is called."""
    from_: Day = Field(alias="from")
    """Its first day off."""
    to: Day
    """Its last day off."""

    @model_validator(mode="after")
    def _ends(self) -> Self:
        if self.to < self.from_:
            raise refusal(says.HOLIDAY_ENDS_EARLY, at="to")
        return self


class CalendarShape(Shape):
    """The public holidays of a country, all of each year that is listed; weekends that are worked are none."""

    country: Country
    """ISO 3166 code, e.g. CN."""
    source: Sources
    """Id of the source; of several, a list."""
    holidays: tuple[HolidayShape, ...] = Field(min_length=1)
    """Its holidays, in the order of their days."""


class HolidaysFile(Shape):
    """Public holidays, on which hours with prices of their own may not hold: `holidays.yaml`."""

    sources: tuple[SourceShape, ...] = ()
    """Where the days come from."""
    calendars: tuple[CalendarShape, ...]
    """One for each country."""


class SourcesFile(Shape):
    """Sources that several files use: `sources.yaml`."""

    sources: tuple[SourceShape, ...]
    """The sources."""
