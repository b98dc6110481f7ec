"""The shapes of models in `vendors/*.yaml`: their lives and prices.

The docstring under each field is the help that maintainers read in their editor.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from bot.knowledge.messages import meaning as says
from bot.knowledge.schema_prices import Confidence, PriceShape
from bot.knowledge.schema_things import NamedShape
from bot.knowledge.schema_values import Day, OwnedId, Shape, SomeDay, Sources, refusal


class SupersededShape(Shape):
    """Since when the vendor has a newer model in its place: `{on: 2025-01-22, by: bytedance/doubao-1.5-pro-32k}`."""

    on: SomeDay | None = None
    """The day, or the month or year that it lies in."""
    by: OwnedId | None = None
    """Id of the newer model."""


class StandsForShape(Shape):
    """The model that serves calls of this one: `{model: deepseek/deepseek-flash, from: 2026-09-10}`."""

    model: OwnedId
    """Its id."""
    from_: Day = Field(alias="from")
    """The day from which calls are served by it, at its price."""


def _superseded(value: Any) -> Any:
    return {} if value is True else value


def _retired(value: Any) -> Any:
    return {} if value is True else value if isinstance(value, dict) else {"on": value}


class RetiredShape(Shape):
    """Since when it is not sold any more; the day may be missing."""

    on: SomeDay | None = None
    """The first day on which it was not sold any more."""


class LifeShape(Shape):
    """Since when a model is not sold any more, or has a newer one in its place."""

    superseded: (
        Annotated[SupersededShape, BeforeValidator(_superseded, json_schema_input_type=bool | SupersededShape)] | None
    ) = None
    """Since when there is a newer model in its place, while it is still sold; `true` where no more is known."""
    retired: (
        Annotated[RetiredShape, BeforeValidator(_retired, json_schema_input_type=bool | SomeDay | RetiredShape)] | None
    ) = None
    """The first day on which it was not sold any more; `true` where the day is not known."""
    status: Literal["unknown"] | None = None
    """`unknown` where it is not known whether it is still sold; else its days say it."""
    successors: tuple[OwnedId, ...] = ()
    """Ids of further models that came after it, the nearest first."""
    status_source: Sources | None = None
    """Id of the source of these days; of several, a list."""
    confidence: Confidence | None = None
    """How sure these days are, A to C, as for prices."""


class ListedModelsShape(LifeShape):
    """Days of models whose prices the wider catalogue brings: `{models: [openai/gpt-4], retired: 2026-10-23}`."""

    models: Annotated[tuple[OwnedId, ...], Field(min_length=1)]
    """Their ids there."""


class ModelShape(LifeShape, NamedShape):
    """A model, its life and its prices."""

    id: OwnedId
    """`vendor/model`, e.g. `zhipu/glm-3-turbo`; a reseller's is `<seller>/<id there>`."""
    product: OwnedId | None = None
    """Id of the product line that it belongs to."""
    reference: bool = False
    """`true` for a price level that is no model, such as that of the whole industry."""
    kind: Literal["chat", "embedding", "image", "speech", "video", "search"] = "chat"
    """What it is for."""
    inputs: tuple[Literal["image", "audio", "video", "file"], ...] = ()
    """What it reads beside text, where that is known."""
    open_weights: bool = False
    """`true` where anybody may run it on machines of their own."""
    of: OwnedId | None = None
    """Id of the model of another vendor that a reseller sells under this id."""
    released: SomeDay | None = None
    """The day on which it came out, or the month (2024-05) or year that it lies in; before it there is no price."""
    stands_for: StandsForShape | None = None
    """For an old id that is served by another model from a day on, at that one's price."""
    prices: tuple[PriceShape, ...] = ()
    """All prices that are known, oldest first; append, never change."""

    @model_validator(mode="after")
    def _came_before_it_went(self) -> Self:
        for key, end in (("retired", self.retired), ("superseded", self.superseded)):
            day = end.on if end is not None else None
            if self.released is not None and day is not None and day.last < self.released.first:
                raise refusal(says.BEFORE_RELEASE, at=key, day=day.text, released=self.released.text)
        return self
