"""The shapes of `catalogue.yaml` and `rates.yaml`: models that are only listed, and exchange rates.

A folder may bring either. It then serves alone, instead of what the installed packages hold. The docstring under each
field is the help that maintainers read in their editor.
"""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from bot.knowledge.messages import meaning as says
from bot.knowledge.schema_things import SourceShape
from bot.knowledge.schema_values import (
    CurrencyCode,
    Day,
    NameText,
    NameWords,
    NotNegative,
    OwnedId,
    PlainId,
    Positive,
    Shape,
    Words,
    refusal,
)


class ListedShape(Shape):
    """Anything that a catalogue lists."""

    name: NameWords
    """The name that answers show: one text, or {zh: …, en: …}."""
    names: tuple[NameText, ...] = ()
    """What people call it. A blank stands for a hyphen or for nothing, too: `gpt 4o` for gpt-4o and gpt4o."""
    weak_names: tuple[NameText, ...] = ()
    """Names that are everyday words as well (opus): overheard in a group, they alone say nothing."""


class ListedVendorShape(ListedShape):
    """Who makes or sells models."""

    id: PlainId
    """Lower-case letters, digits and hyphens; that of the vendor's own file where there is one."""


class ListedLineShape(ListedShape):
    """A line of models that people name without saying which one of it: Claude, Gemini Flash."""

    id: OwnedId
    """`vendor/line`, e.g. `google/gemini-flash`."""
    vendor: PlainId
    """Id of the vendor."""
    line: OwnedId | None = None
    """Id of the wider line that it is part of."""


class ListedPriceShape(Shape):
    """The prices of one time, in the catalogue's currency: `{input: 2.5, output: 10, from: 2026-11-09}`.

    Prices for long requests have a line of their own: `{above: 200000, input: 5, output: 15, from: 2026-11-09}`.
    """

    input: NotNegative | None = None
    """What tokens cost that go in; 0 where they are free."""
    output: NotNegative | None = None
    """What tokens cost that come out."""
    cached_input: NotNegative | None = None
    """What tokens cost that go in again."""
    above: Positive | None = None
    """These hold for requests with more tokens of input than that; those of others stand in a line before."""
    from_: Day = Field(alias="from")
    """The day from which they are known to hold."""
    until: Day | None = None
    """The last day on which they hold."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.input is None and self.output is None and self.cached_input is None:
            raise refusal(says.NO_LISTED_PRICE)
        if self.until is not None and self.until < self.from_:
            raise refusal(says.LISTED_ENDS_EARLY, at="until")
        return self


class ListedModelShape(ListedShape):
    """A model and its prices."""

    id: OwnedId
    """`seller/model`, e.g. `groq/llama-3.3-70b-versatile`; it is one of the model's names."""
    vendor: PlainId
    """Id of the vendor that made it, whoever sells it."""
    line: OwnedId | None = None
    """Id of the narrowest line that it is part of."""
    note: Words | None = None
    """Whose price it is and what it leaves out, which answers add."""
    prices: tuple[ListedPriceShape, ...] = Field(min_length=1)
    """All prices that are known, oldest first."""


class CatalogueFile(Shape):
    """Prices of models that nobody curated, as one source lists them: `catalogue.yaml`."""

    source: SourceShape
    """Where the prices come from; its date is the day as of which they are known."""
    currency: CurrencyCode
    """The currency of all prices, e.g. USD."""
    per: Positive
    """The number of tokens that all prices are for, e.g. 1000000."""
    vendors: tuple[ListedVendorShape, ...] = ()
    """Who makes or sells the models."""
    lines: tuple[ListedLineShape, ...] = ()
    """Lines of models, the wider ones first."""
    models: tuple[ListedModelShape, ...]
    """The models; those of one vendor newest first, what is no longer recommended last."""


class ExchangeRateShape(Shape):
    """What one unit of the base currency bought on a day: `{date: 2024-05-16, currency: CNY, rate: 7.8518}`."""

    date: Day
    """The day; the rate holds until a later one is given."""
    currency: CurrencyCode
    """ISO 4217 code, e.g. CNY."""
    rate: Positive
    """The units of the currency that one unit of the base buys."""


class RatesFile(Shape):
    """Exchange rates: `rates.yaml`."""

    source: SourceShape
    """Where the rates come from."""
    base: CurrencyCode
    """The currency that one unit is taken of, e.g. EUR."""
    rates: tuple[ExchangeRateShape, ...] = Field(min_length=1)
    """The rates, in any order."""
