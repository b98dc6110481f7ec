"""The shapes of `articles/*.yaml`: what articles state, and how people ask for it.

The docstring under each field is the help that maintainers read in their editor.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Final, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from bot.knowledge.messages import meaning as says
from bot.knowledge.schema_prices import Confidence
from bot.knowledge.schema_things import SourceShape
from bot.knowledge.schema_values import (
    AnyId,
    Day,
    NameText,
    Number,
    PlainId,
    Positive,
    Shape,
    SomeDay,
    Sources,
    Text,
    Wording,
    Words,
    refusal,
)

_HAN: Final = re.compile("[\u4e00-\u9fff]")
_WHOLE: Final = Decimal(100)
UNITS: Final = ("token", "character", "word", "call", "copy", "day", "percent", "times", "text")


class FigureRangeShape(Shape):
    """From `min` to `max`; leave one out for "at least" or "at most"."""

    min: Number | None = None
    """The lower end."""
    max: Number | None = None
    """The upper end."""

    @model_validator(mode="after")
    def _ends(self) -> Self:
        if self.min is None and self.max is None:
            raise refusal(says.NO_END)
        if self.min is not None and self.max is not None and self.min > self.max:
            raise refusal(says.UPSIDE_DOWN, at="min")
        return self


def _unit(value: str) -> str:
    if value not in UNITS and not re.fullmatch("[A-Z]{3}", value):
        raise refusal(says.NO_UNIT, text=value[:20], units=", ".join(UNITS))
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
            raise refusal(says.FIGURE_FORM)
        if self.date is None and self.unit is None:
            raise refusal(says.FIGURE_UNIT)
        if self.date is not None and (self.unit is not None or self.per is not None):
            raise refusal(says.DATE_WITH_UNIT)
        return self


class ChangeShape(Shape):
    """By how much a price differs from the one before or from the industry's, as the source states it.

    `{percent: 97, of: input, against: before}` for "the input price was cut by 97%", `{percent: 90, of: both,
    against: before, bound: up_to}` for "cut by up to 90%". Answers about cuts, and about prices before them, rest on
    this alone.
    """

    percent: Positive
    """The figure as published: 99.3 for 99.3%."""
    of: Literal["input", "output", "cached_input", "both"]
    """Which tokens' price it is; `both` for input and output alike."""
    against: Literal["before", "industry"]
    """What it is measured against: the model's own price before, or the industry's price."""
    bound: Literal["exact", "up_to"] = "exact"
    """`up_to` only where the source itself says "up to" or "at most"."""
    direction: Literal["down", "up"] = "down"
    """`down` where the price is lower by so much, `up` where it is higher."""
    from_: Day | None = Field(default=None, alias="from")
    """The day from which the new price holds, where that is not the day of the source."""

    @model_validator(mode="after")
    def _leaves_a_price(self) -> Self:
        if self.direction == "down" and self.percent >= _WHOLE:
            raise refusal(says.WHOLE_CUT, at="percent")
        if self.against == "industry" and self.from_ is not None:
            raise refusal(says.DAY_OF_DIFFERENCE, at="from")
        return self

    def agrees_with(self, figure: FigureShape) -> bool:
        """Whether a percentage among the figures of the fact is this one."""
        if figure.range is None:
            return self.bound == "exact" and figure.value == self.percent
        return self.bound == "up_to" and figure.range.min is None and figure.range.max == self.percent


def _in_both(value: Wording) -> Wording:
    if value.zh == value.en and _HAN.search(value.zh):
        raise refusal(says.NOT_IN_ENGLISH)
    return value


class FactShape(Shape):
    """A statement of an article, in our words, and the ways people ask for it."""

    id: PlainId
    """Fixed for ever: other programs look the fact up by it."""
    subjects: tuple[AnyId, ...] = Field(min_length=1)
    """Ids of the vendors, products, models or people that it is about, the nearest first."""
    statement: Annotated[Words, AfterValidator(_in_both)]
    """The fact in complete sentences of our own, in Chinese and English."""
    figures: tuple[FigureShape, ...] = ()
    """Its numbers, the main one first."""
    change: ChangeShape | None = None
    """What it states of a price that fell, rose, or is below or above the industry's; leave it out of all other facts."""
    claim: bool = False
    """`true` where this is what a vendor says of itself and nobody else has measured; replies then say so."""
    speaker: Words | None = None
    """Who said it, with the office held, where the article quotes somebody."""
    caveat: Words | None = None
    """What does not add up, or what must be known to read the figure rightly."""
    related: tuple[PlainId, ...] = ()
    """Ids of facts to be named with it."""
    day: SomeDay | None = None
    """The day on which it happened, or the month or year that it lies in."""
    source: Sources | None = None
    """Id of the source, or of several, the one to be named first; may be left out where the file has just one."""
    confidence: Confidence | None = None
    """A: the vendor's own words; B: one good report, or several; C: mentioned in one place only, which replies say."""
    keywords: tuple[tuple[NameText, ...], ...] = ()
    """Words that people ask with and that neither `statement` nor `asks` has. Facts are found without any; where there
    are groups of words, a question is about this fact where it has at least one word of every group."""
    asks: tuple[Text, ...] = Field(min_length=1)
    """Questions that this fact answers, as people type them; `pricebot check` asks each of them."""

    @model_validator(mode="after")
    def _one_percentage(self) -> Self:
        percentages = [figure for figure in self.figures if figure.unit == "percent"]
        if self.change is not None and percentages and not any(map(self.change.agrees_with, percentages)):
            bound = (
                "{range: {max: %s}, unit: percent}" if self.change.bound == "up_to" else "{value: %s, unit: percent}"
            )
            raise refusal(says.OTHER_PERCENTAGE, at="change", figure=bound % self.change.percent)
        return self


class ArticleFile(Shape):
    """An article and what it states: `articles/<date>-<title>.yaml`."""

    sources: tuple[SourceShape, ...] = ()
    """The article, and whatever else the facts rest on that no other file names."""
    facts: tuple[FactShape, ...] = Field(min_length=1)
    """What it states."""
