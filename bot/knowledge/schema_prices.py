"""The shapes of prices in `vendors/*.yaml`.

The docstring under each field is the help that maintainers read in their editor.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any, Final, Literal, Self, get_args

from pydantic import BeforeValidator, Field, model_validator

from bot.knowledge.messages import meaning as says
from bot.knowledge.messages.message import quoted
from bot.knowledge.schema_values import (
    CurrencyCode,
    Day,
    NotNegative,
    PlainId,
    Positive,
    Shape,
    Sources,
    refusal,
)

SideName = Literal[
    "input",
    "output",
    "cached_input",
    "cache_write",
    "thinking",
    "audio_input",
    "audio_output",
    "image_input",
    "image_output",
]
Confidence = Literal["A", "B", "C"]


class TokensShape(Shape):
    """The tokens of one request: `{above: 32000, up_to: 128000}`; `below` and `at_least` where vendors draw it so."""

    above: NotNegative | None = None
    """More than so many; the figure itself belongs to the tier below."""
    at_least: NotNegative | None = None
    """So many or more; the figure itself belongs to this tier."""
    up_to: Positive | None = None
    """So many or fewer; the figure itself belongs to this tier."""
    below: Positive | None = None
    """Fewer than so many; the figure itself belongs to the tier above."""

    @model_validator(mode="after")
    def _ends(self) -> Self:
        if self.above is not None and self.at_least is not None:
            raise refusal(says.TWO_LOWER_ENDS, at="at_least")
        if self.up_to is not None and self.below is not None:
            raise refusal(says.TWO_UPPER_ENDS, at="below")
        if self.low is None and self.high is None:
            raise refusal(says.NO_TOKENS)
        if self.low is not None and self.high is not None and self.low >= self.high:
            raise refusal(says.TOKENS_UPSIDE_DOWN)
        return self

    @property
    def low(self) -> Decimal | None:
        return self.above if self.above is not None else self.at_least

    @property
    def high(self) -> Decimal | None:
        return self.up_to if self.up_to is not None else self.below


class _SidesShape(Shape):
    """One amount for each side that has one."""

    input: NotNegative | None = None
    """What tokens cost that go in."""
    output: NotNegative | None = None
    """What tokens cost that come out."""
    cached_input: NotNegative | None = None
    """What tokens cost that go in again and are still in the cache."""
    cache_write: NotNegative | None = None
    """What it costs to put tokens into the cache."""
    thinking: NotNegative | None = None
    """What the tokens of thinking cost, where they have a price of their own."""
    audio_input: NotNegative | None = None
    """What tokens of speech cost that go in."""
    audio_output: NotNegative | None = None
    """What tokens of speech cost that come out."""
    image_input: NotNegative | None = None
    """What tokens of pictures cost that go in."""
    image_output: NotNegative | None = None
    """What tokens of pictures cost that come out."""

    def sides(self) -> Iterator[tuple[SideName, Decimal]]:
        """The sides that it names, with what is written of each."""
        for side in SIDE_NAMES:
            amount = getattr(self, side)
            if amount is not None:
                yield side, amount


class ListShape(_SidesShape):
    """The list price beside a promotion: `{input: 8, output: 28}`, or one figure as of `amount`."""

    amount: Positive | None = None
    """The list price of what `amount` is for."""


def _list_price(value: Any) -> Any:
    return {"amount": value} if isinstance(value, Decimal) else value


class PriceShape(_SidesShape):
    """A price as published, in exactly one of four forms.

    `{amount: 0.0008, currency: CNY, per: 1000}`, `{input: 2, output: 8, currency: CNY, per: 1000000}`,
    `{buys: 2000000, for: 1, currency: CNY}` or `{free: true}`. Prices are never changed: a new price is a new entry with
    its own `from`, and ends the earlier ones for the same tokens, side and mode. All that a price hangs on must hold.
    """

    amount: NotNegative | None = None
    """What `per` tokens cost, e.g. 0.0008."""
    per: Positive | None = None
    """The number of tokens that the price is for, as published: 1000 or 1000000."""
    unit: Literal["token", "image", "hour", "minute", "page", "request"] = "token"
    """What `per` counts, where it is not tokens: `{amount: 0.1, currency: CNY, per: 1, unit: image}`."""
    buys: Positive | None = None
    """The number of tokens that the money in `for` buys, where the price was published that way round."""
    for_: Positive | None = Field(default=None, alias="for")
    """The money that buys so many tokens, e.g. 1."""
    currency: CurrencyCode | None = None
    """ISO 4217 code, e.g. CNY."""
    free: bool | None = None
    """`true` where nothing is charged. Free, zero and unknown are three things: leave out a price that is not known."""
    side: SideName | None = None
    """Which tokens one `amount` is for; leave it out where one price serves input and output alike."""
    mode: Literal["batch", "flex", "priority", "fast", "thinking"] | None = None
    """The way of calling that has this price; leave it out for ordinary calls."""
    cache_life: Literal["5m", "1h"] | None = None
    """How long what is written into the cache stays there, where the price hangs on it."""
    window: PlainId | None = None
    """Id of the window of the vendor in whose hours the price holds, e.g. `peak`."""
    input_tokens: TokensShape | None = None
    """The requests that it is for, by the tokens that go in: {above: 32000, up_to: 128000}."""
    output_tokens: TokensShape | None = None
    """The requests that it is for, by the tokens that come out."""
    region: Literal["international"] | None = None
    """`international` for a list beside that of the vendor's home; each list goes its own way."""
    promotion: bool = False
    """`true` for an offer: when it ends, what held before it holds again."""
    list_: Annotated[ListShape, BeforeValidator(_list_price, json_schema_input_type=Positive | ListShape)] | None = (
        Field(default=None, alias="list")
    )
    """The list price beside a promotion, by side as the offer itself."""
    from_: Day = Field(alias="from")
    """The day from which the price holds, in the vendor's zone; before it the price is not known."""
    basis: Literal["announced", "release", "seen", "report"] = "announced"
    """How that day is known: `announced`; `release`, the day on which the model came out; `seen`, in force on that day,
    its start not known; `report`, as an article gives it, beside the vendor's own list."""
    until: Day | None = None
    """The first day on which it no longer holds; a later price ends the earlier one by itself."""
    until_basis: Literal["announced", "by"] | None = None
    """`by` where it changed on that day or before it."""
    checked: Day | None = None
    """The last day on which its source showed it."""
    confidence: Confidence | None = None
    """A: the vendor's page or announcement; B: a maintained list or several reports; C: one mention, or doubtful."""
    source: Sources
    """Id of the source; of several, a list, the one to be named first."""
    fact: PlainId | None = None
    """Id of the article fact that states the price."""

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        forms: dict[str, bool] = {
            "amount": self.amount is not None,
            "buys": self.buys is not None,
            "free": self.free is not None,
            **dict.fromkeys((side for side, _ in self.sides()), True),
        }
        chosen = [form for form, given in forms.items() if given]
        if not chosen:
            raise refusal(says.NO_PRICE)
        if len(chosen) > 1 and not set(chosen) <= set(SIDE_NAMES):
            raise refusal(says.MIXED_FORMS, forms=quoted(chosen))
        needed = _PRICE_KEYS.get(chosen[0], _PRICE_KEYS["amount"])
        given = {key for key, value in self._form_keys().items() if value is not None}
        if missing := sorted(needed - given):
            raise refusal(says.INCOMPLETE_PRICE, key=missing[0], form=chosen[0])
        if extra := sorted(given - needed):
            raise refusal(says.KEY_OF_ANOTHER_FORM, at=extra[0], key=extra[0], form=chosen[0])
        if self.free is False:
            raise refusal(says.NOT_FREE, at="free")
        for form in chosen:
            if getattr(self, form, None) == 0:
                raise refusal(says.ZERO_PRICE, at=form)
        self._check_conditions(chosen)
        return self

    def _check_conditions(self, chosen: list[str]) -> None:
        if self.side is not None and chosen[0] in SIDE_NAMES:
            raise refusal(says.SIDES_TWICE, at="side", side=chosen[0])
        if self.unit != "token" and (chosen[0] != "amount" or self.side is not None):
            raise refusal(says.NOT_OF_TOKENS, at="unit", unit=self.unit)
        if self.until is not None and self.until <= self.from_:
            raise refusal(says.ENDS_EARLY, at="until")
        if self.list_ is None:
            return
        if not self.promotion:
            raise refusal(says.LIST_WITHOUT_OFFER, at="list")
        listed = {side for side, _ in self.list_.sides()} | ({"amount"} if self.list_.amount is not None else set())
        if extra := sorted(listed - set(chosen)):
            raise refusal(says.LIST_OF_OTHERS, at="list", side=extra[0])

    def _form_keys(self) -> dict[str, object]:
        return {"per": self.per, "for": self.for_, "currency": self.currency}


SIDE_NAMES: Final = get_args(SideName)
_PRICE_KEYS: Final = {"amount": {"per", "currency"}, "buys": {"for", "currency"}, "free": set[str]()}
