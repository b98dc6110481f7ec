"""The shapes of `vendors/*.yaml`: vendors, product lines, models, prices and rates.

The docstring under each field is the help that maintainers read in their editor.
"""

from __future__ import annotations

from typing import Final, Literal, Self

from pydantic import Field, model_validator

from bot.knowledge import messages as says
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
    Text,
    Url,
    Words,
    refusal,
)


class SourceShape(Shape):
    """Where figures come from: an article, a page, a book."""

    id: PlainId
    """Lower-case letters, digits and hyphens, e.g. `sanyi-2024-05-16`; other files refer to the source by it."""
    publisher: Words
    """Who published it."""
    title: Text
    """The headline, as published."""
    date: Day | None = None
    """The day of publication, where it is known."""
    url: Url | None = None
    """The page's address."""


class PriceShape(Shape):
    """A price as published, in exactly one of three forms.

    `{amount: 0.0008, currency: CNY, per: 1000}`, `{buys: 2000000, for: 1, currency: CNY}` or `{free: true}`. Prices
    are never changed: a new price is a new entry with its own `from`.
    """

    amount: NotNegative | None = None
    """What `per` tokens cost, e.g. 0.0008."""
    per: Positive | None = None
    """The number of tokens that `amount` is for, as published: 1000 or 1000000."""
    buys: Positive | None = None
    """The number of tokens that the money in `for` buys, where the price was published that way round."""
    for_: Positive | None = Field(default=None, alias="for")
    """The money that buys so many tokens, e.g. 1."""
    currency: CurrencyCode | None = None
    """ISO 4217 code, e.g. CNY."""
    free: bool | None = None
    """`true` where nothing is charged. Free, zero and unknown are three things: leave out a price that is not known."""
    side: Literal["input", "output", "cached_input"] | None = None
    """Which tokens the price is for, where the vendor's prices differ; leave it out where one price serves both."""
    from_: Day = Field(alias="from")
    """The day from which the price holds; before it the price is not known."""
    until: Day | None = None
    """The last day on which it holds, where that was announced; a later price ends the earlier one by itself."""
    source: PlainId
    """Id of the source."""
    fact: PlainId | None = None
    """Id of the article fact that states the price."""

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        forms = {"amount": self.amount is not None, "buys": self.buys is not None, "free": self.free is not None}
        chosen = [form for form, given in forms.items() if given]
        if not chosen:
            raise refusal(says.NO_PRICE)
        if len(chosen) > 1:
            raise refusal(says.MIXED_FORMS, forms=" and ".join(f"`{form}`" for form in chosen))
        needed = _PRICE_KEYS[chosen[0]]
        given = {key for key, value in self._form_keys().items() if value is not None}
        if missing := sorted(needed - given):
            raise refusal(says.INCOMPLETE_PRICE, key=missing[0], form=chosen[0])
        if extra := sorted(given - needed):
            raise refusal(says.KEY_OF_ANOTHER_FORM, at=extra[0], key=extra[0], form=chosen[0])
        if self.free is False:
            raise refusal(says.NOT_FREE, at="free")
        if self.amount == 0:
            raise refusal(says.ZERO_PRICE, at="amount")
        if self.until is not None and self.until < self.from_:
            raise refusal(says.ENDS_EARLY, at="until")
        return self

    def _form_keys(self) -> dict[str, object]:
        return {"per": self.per, "for": self.for_, "currency": self.currency}


_PRICE_KEYS: Final = {"amount": {"per", "currency"}, "buys": {"for", "currency"}, "free": set[str]()}


class RateShape(Shape):
    """How many characters or words tokens stand for, as the vendor publishes it, e.g. `{tokens: 2, characters: 1}`."""

    tokens: Positive
    """The number of tokens named."""
    characters: Positive | None = None
    """The number of Chinese characters that they stand for."""
    words: Positive | None = None
    """The number of English words that they stand for."""
    at_least: bool = False
    """`true` where the source says "more than" or "at least" so many."""
    source: PlainId
    """Id of the source."""
    fact: PlainId | None = None
    """Id of the article fact that states the rate."""

    @model_validator(mode="after")
    def _one_unit(self) -> Self:
        if (self.characters is None) == (self.words is None):
            raise refusal(says.RATE_UNIT)
        return self


class NamedShape(Shape):
    """Anything that people name."""

    name: NameWords
    """The name that answers show: one text, or {zh: …, en: …}. People may ask by it too."""
    aliases: tuple[NameText, ...] = ()
    """Other names that people use. Upper and lower case, Traditional characters, and spaces or hyphens between the
    parts of a Latin name need no alias of their own."""
    weak_aliases: tuple[NameText, ...] = ()
    """Names that are everyday words as well (豆包 is also a bun): overheard in a group, they alone say nothing."""
    lookalikes: tuple[NameText, ...] = ()
    """Words that hold a name and mean something else (文心雕龙, 豆包馅): where they stand, the name is not read."""
    note: Words | None = None
    """A remark that answers may add."""


class ProductShape(NamedShape):
    """A product line of a vendor, to which models belong or of which facts speak."""

    id: OwnedId
    """`vendor/product`, e.g. `baidu/wenxin`."""


class SubjectShape(NamedShape):
    """Something else that facts speak of: a person, an event."""

    id: OwnedId
    """`vendor/subject`, e.g. `baidu/robin-li`."""


class ModelShape(NamedShape):
    """A model and its prices."""

    id: OwnedId
    """`vendor/model`, e.g. `zhipu/glm-3-turbo`."""
    product: OwnedId | None = None
    """Id of the product line that it belongs to."""
    reference: bool = False
    """`true` for a price level that is no model, such as that of the whole industry."""
    prices: tuple[PriceShape, ...] = ()
    """All prices that are known, oldest first; append, never change."""


class VendorFile(NamedShape):
    """A vendor, its products and models: `vendors/<id>.yaml`."""

    id: PlainId
    """Lower-case letters, digits and hyphens, the same as the file's name."""
    reference: bool = False
    """`true` for the field as a whole, which is no vendor."""
    sources: tuple[SourceShape, ...] = ()
    """Sources that this file uses and no other file declares."""
    rates: tuple[RateShape, ...] = ()
    """Published rates between tokens and characters or words."""
    products: tuple[ProductShape, ...] = ()
    """Its product lines."""
    models: tuple[ModelShape, ...] = ()
    """Its models."""
    subjects: tuple[SubjectShape, ...] = ()
    """Other things that facts speak of: people, events."""
