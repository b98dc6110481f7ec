"""The prices of the wider catalogue as a book to choose from: worked out model by model, when first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date
from functools import partial
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from bot.knowledge.catalogue_doubts import Doubts
from bot.knowledge.catalogue_models import Listing
from bot.knowledge.catalogue_offers import Offer
from bot.knowledge.catalogue_prices import Reader
from bot.knowledge.catalogue_sellers import id_of_list
from bot.knowledge.catalogue_windows import DayParts, day_parts
from bot.knowledge.model_entries import Life, Model, Vendor
from bot.knowledge.price_entries import Price

if TYPE_CHECKING:
    from genai_prices.types import ModelInfo, Provider

OBSERVED: Final = "openrouter"
"""The seller whose list is read again and again: its changes are dated by the day they were seen, never ahead."""

_KINDS: Final = {
    "embedding": ("embed", "bge-", "voyage", "gte-", "e5-"),
    "search": ("rerank",),
    "speech": (
        "tts",
        "whisper",
        "transcribe",
        "voxtral",
        "orpheus",
        "eleven",
        "voice",
        "audio",
        "realtime",
        "live",
        "sonic",
    ),
    "image": ("image", "banana"),
    "video": ("video", "omni-flash", "lyria"),
}
"""What models are for that do not write, by parts of their names."""

Value = TypeVar("Value")


class Made(Mapping[str, Value], Generic[Value]):
    """A mapping whose values are made when first asked for."""

    def __init__(self, makers: Mapping[str, Callable[[], Value]]) -> None:
        self._makers = makers
        self._made: dict[str, Value] = {}

    def __getitem__(self, key: str) -> Value:
        if key not in self._made:
            self._made[key] = self._makers[key]()
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)

    def __contains__(self, key: object) -> bool:
        return key in self._makers


def price_book(
    providers: Sequence[Provider], listings: Sequence[Listing], found: Sequence[Offer], checked: date
) -> Mapping[str, tuple[Price, ...]]:
    """All prices, by the ids of listings and offers; ``checked`` is the catalogue's own day."""
    hours = {id_of_list(provider): day_parts(provider.models) for provider in providers}
    own = {offer.id: offer.of.model for offer in found if offer.of is not None and offer.of.own}
    return Made(
        {
            listing.id: partial(_prices, listing, hours.get(listing.id.partition("/")[0]), own.get(listing.id), checked)
            for listing in (*listings, *(offer.listing for offer in found))
        }
    )


def _prices(listing: Listing, hours: DayParts | None, own: ModelInfo | None, checked: date) -> tuple[Price, ...]:
    observed = listing.id.startswith(f"{OBSERVED}/")
    doubts = Doubts(listing.model, own) if observed else None
    return tuple(Reader(checked, observed).prices(listing.id, listing.model, hours or DayParts(), doubts))


def models_of(listings: Sequence[Listing], found: Sequence[Offer], checked: date) -> Mapping[str, Model]:
    """What is known of each model, by its id: one that its seller calls deprecated is still sold, but not current."""
    sold = {listing.id: (listing, None) for listing in listings} | {
        offer.id: (offer.listing, offer.of.id if offer.of is not None else None) for offer in found
    }
    return Made({id_: partial(_model, listing, of, checked) for id_, (listing, of) in sold.items()})


def _model(listing: Listing, of: str | None, checked: date) -> Model:
    life = Life(is_superseded=bool(listing.model.deprecated), last_seen=checked, checked=checked)
    return Model(listing.id, kind=_kind(listing.slug), of=of, life=life)


def _kind(slug: str) -> str:
    return next((kind for kind, parts in _KINDS.items() if any(part in slug for part in parts)), "chat")


def vendors_of(providers: Sequence[Provider]) -> Mapping[str, Vendor]:
    """Who sells, with the windows that prices hang on; days begin in UTC, by which the catalogue dates its changes."""
    return {
        (id_ := id_of_list(provider)): Vendor(id_, UTC, reseller=True, windows=day_parts(provider.models).windows)
        for provider in providers
    }
