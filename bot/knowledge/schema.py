"""The shapes of the knowledge files: what a maintainer may write where.

The docstring under each field is the help that maintainers read in their editor.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Final, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from bot.knowledge.schema_values import (
    AnyId,
    CurrencyCode,
    Day,
    NameText,
    NameWords,
    NotNegative,
    Number,
    OwnedId,
    PlainId,
    Positive,
    Shape,
    Text,
    Url,
    Words,
    refusal,
)

UNITS: Final = ("token", "character", "word", "call", "copy", "day", "percent", "times", "text")


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
        if len(chosen) != 1:
            what = f"mixes {' and '.join(f'`{form}`' for form in chosen)}" if chosen else "says no price"
            raise refusal(what, _PRICE_FORMS)
        needed = _PRICE_KEYS[chosen[0]]
        given = {key for key, value in self._form_keys().items() if value is not None}
        if missing := sorted(needed - given):
            raise refusal(f"`{missing[0]}` is missing beside `{chosen[0]}`", _PRICE_FORMS)
        if extra := sorted(given - needed):
            raise refusal(f"`{extra[0]}` does not go with `{chosen[0]}`", _PRICE_FORMS, at=extra[0])
        if self.free is False:
            raise refusal("a price that is not free needs a figure", _PRICE_FORMS, at="free")
        if self.amount == 0:
            raise refusal("zero is not a price", "write `free: true` where nothing is charged", at="amount")
        if self.until is not None and self.until < self.from_:
            raise refusal("ends before it begins", "`until` is the last day on which the price holds", at="until")
        return self

    def _form_keys(self) -> dict[str, object]:
        return {"per": self.per, "for": self.for_, "currency": self.currency}


_PRICE_KEYS: Final = {"amount": {"per", "currency"}, "buys": {"for", "currency"}, "free": set[str]()}
_PRICE_FORMS: Final = (
    "write one of {amount: 0.0008, currency: CNY, per: 1000}, {buys: 2000000, for: 1, currency: CNY} or {free: true}"
)


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
            raise refusal("needs either `characters` or `words`", "write e.g. {tokens: 2, characters: 1}")
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


class FigureRangeShape(Shape):
    """From `min` to `max`; leave one out for "at least" or "at most"."""

    min: Number | None = None
    """The lower end."""
    max: Number | None = None
    """The upper end."""

    @model_validator(mode="after")
    def _ends(self) -> Self:
        if self.min is None and self.max is None:
            raise refusal("has no end", "write {min: 30, max: 60}, {min: 40} or {max: 90}")
        if self.min is not None and self.max is not None and self.min > self.max:
            raise refusal("is upside down", "`min` is the smaller figure", at="min")
        return self


def _unit(value: str) -> str:
    if value not in UNITS and not re.fullmatch("[A-Z]{3}", value):
        raise refusal(f"`{value[:20]}` is no unit", f"write one of {', '.join(UNITS)}, or a currency code such as CNY")
    return value


class FigureShape(Shape):
    """A number of a fact.

    `{value: 2.6, unit: times}`, `{range: {min: 30, max: 60}, unit: percent}` or `{date: 2024-05-15}`.
    """

    value: Number | None = None
    """The number."""
    range: FigureRangeShape | None = None
    """From … to, at least, at most."""
    date: Day | None = None
    """A day; it needs no unit."""
    unit: Annotated[str, AfterValidator(_unit)] | None = None
    """token, character, word, call, copy, day, percent (99.3 for 99.3%), times, or a currency code such as CNY."""
    per: Positive | None = None
    """For a price: the number of tokens that it is for."""

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        given = [
            key
            for key, value in (("value", self.value), ("range", self.range), ("date", self.date))
            if value is not None
        ]
        if len(given) != 1:
            raise refusal("needs exactly one of `value`, `range` and `date`", "write e.g. {value: 2.6, unit: times}")
        if self.date is None and self.unit is None:
            raise refusal("has no unit", "write e.g. {value: 2.6, unit: times}")
        if self.date is not None and (self.unit is not None or self.per is not None):
            raise refusal("a date has no unit", "write {date: 2024-05-15}")
        return self


class FactShape(Shape):
    """A statement of an article, in our words, and the ways people ask for it."""

    id: PlainId
    """Fixed for ever: other programs look the fact up by it."""
    subjects: tuple[AnyId, ...] = Field(min_length=1)
    """Ids of the vendors, products, models or people that it is about, the nearest first."""
    statement: Words
    """The fact in complete sentences of our own, in Chinese and English."""
    figures: tuple[FigureShape, ...] = ()
    """Its numbers, the main one first."""
    speaker: Words | None = None
    """Who said it, with the office held, where the article quotes somebody."""
    caveat: Words | None = None
    """What does not add up, or what must be known to read the figure rightly."""
    related: tuple[PlainId, ...] = ()
    """Ids of facts to be named with it."""
    source: PlainId | None = None
    """Id of the source; may be left out where the file has just one."""
    keywords: tuple[tuple[NameText, ...], ...] = Field(min_length=1)
    """Groups of words: a question is about this fact where it has at least one word of every group."""
    asks: tuple[Text, ...] = Field(min_length=1)
    """Questions that this fact answers, as people type them; `pricebot check` asks each of them."""


class ArticleFile(Shape):
    """An article and what it states: `articles/<date>-<title>.yaml`."""

    sources: tuple[SourceShape, ...] = Field(min_length=1)
    """The article, and whatever else the facts rest on."""
    facts: tuple[FactShape, ...] = Field(min_length=1)
    """What it states."""


class LengthShape(Shape):
    """From `min` to `max` where editions differ."""

    min: Positive
    """The shortest edition."""
    max: Positive
    """The longest edition."""

    @model_validator(mode="after")
    def _ends(self) -> Self:
        if self.min > self.max:
            raise refusal("is upside down", "`min` is the smaller figure", at="min")
        return self


def _length(value: object) -> object:
    return {"min": value, "max": value} if isinstance(value, Decimal) else value


class WorkShape(NamedShape):
    """A known work and its length, to picture what an amount of tokens is."""

    id: PlainId
    """Lower-case letters, digits and hyphens, e.g. `three-body`."""
    length: Annotated[LengthShape, BeforeValidator(_length)]
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


KnowledgeFile = VendorFile | ArticleFile | WorksFile | CurrenciesFile | UnitsFile
