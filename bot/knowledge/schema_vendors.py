"""The shapes of `vendors/*.yaml`: vendors, product lines and rates.

The docstring under each field is the help that maintainers read in their editor.
"""

from __future__ import annotations

from typing import Annotated, Self
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, model_validator

from bot.knowledge.messages import meaning as says
from bot.knowledge.schema_models import ListedModelsShape, ModelShape
from bot.knowledge.schema_selling import FreeQuotaShape, PlanShape, WindowShape
from bot.knowledge.schema_things import FamilyShape, NamedShape, SourceShape
from bot.knowledge.schema_values import Country, Day, OwnedId, PlainId, Positive, Shape, refusal


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
    up_to: Positive | None = None
    """The larger figure where the source gives two: `{tokens: 1, characters: 1.5, up_to: 2}`."""
    source: PlainId
    """Id of the source."""
    fact: PlainId | None = None
    """Id of the article fact that states the rate."""

    @model_validator(mode="after")
    def _one_unit(self) -> Self:
        if (self.characters is None) == (self.words is None):
            raise refusal(says.RATE_UNIT)
        least = self.characters or self.words
        if self.up_to is not None and (self.at_least or least is None or self.up_to <= least):
            raise refusal(says.RATE_ENDS, at="up_to")
        return self


class ProductShape(FamilyShape):
    """A product line of a vendor, to which models belong or of which facts speak."""

    id: OwnedId
    """`vendor/product`, e.g. `baidu/wenxin`."""


class SubjectShape(NamedShape):
    """Something else that facts speak of: a person, an event."""

    id: OwnedId
    """`vendor/subject`, e.g. `baidu/robin-li`."""


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ValueError, OSError, LookupError):
        raise refusal(says.NO_ZONE, text=value[:40]) from None
    return value


class VendorFile(FamilyShape):
    """A vendor, its products and models: `vendors/<id>.yaml`."""

    id: PlainId
    """Lower-case letters, digits and hyphens, the same as the file's name."""
    reference: bool = False
    """`true` for the field as a whole, which is no vendor."""
    reseller: bool = False
    """`true` for one that sells other vendors' models."""
    country: Country | None = None
    """ISO 3166 code of its home, e.g. CN."""
    zone: Annotated[str, AfterValidator(_zone)] | None = None
    """The time zone that its days and hours are told in, e.g. Asia/Shanghai; without it, Beijing's."""
    windows: tuple[WindowShape, ...] = ()
    """Hours with prices of their own."""
    status_checked: Day | None = None
    """The day on which it was last looked which of its models are still sold."""
    sources: tuple[SourceShape, ...] = ()
    """Sources that this file uses and no other file declares."""
    rates: tuple[RateShape, ...] = ()
    """Published rates between tokens and characters or words."""
    free_quotas: tuple[FreeQuotaShape, ...] = ()
    """Tokens that it does not charge."""
    products: tuple[ProductShape, ...] = ()
    """Its product lines."""
    plans: tuple[PlanShape, ...] = ()
    """Its subscriptions."""
    models: tuple[ModelShape, ...] = ()
    """Its models."""
    listed: tuple[ListedModelsShape, ...] = ()
    """When models end that are not written here, but in the wider catalogue."""
    subjects: tuple[SubjectShape, ...] = ()
    """Other things that facts speak of: people, events."""
