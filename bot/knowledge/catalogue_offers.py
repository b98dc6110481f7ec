"""What every seller asks for a model, beside the listing that stands for the model."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.knowledge.catalogue_ids import VARIANTS, Ids, Place, is_id
from bot.knowledge.catalogue_models import Known, Listing, is_borrowed, priced, slug_of, title_of, words_of
from bot.knowledge.catalogue_sellers import CONVERTED, SELLERS, id_of_list, seller_of
from bot.knowledge.catalogue_vendors import Vendor, maker_of

if TYPE_CHECKING:
    from genai_prices.types import ModelInfo, Provider


@dataclass(frozen=True, slots=True)
class Offer:
    """A model in the list of a seller. ``of`` is the listing that stands for the model; ``None``: this alone does."""

    listing: Listing
    of: Listing | None

    @property
    def id(self) -> str:
        return self.listing.id


def offers(providers: Sequence[Provider], listings: Sequence[Listing]) -> dict[Place, Offer]:
    """All offers that are no listings, by the list that they stand in and their id there."""
    chosen = {id(listing.model) for listing in listings}
    known = Known(listings)
    taken = {listing.id for listing in listings}
    found: dict[Place, Offer] = {}
    for provider in providers:
        seller = seller_of(provider)
        for model in priced(provider.models if provider.id not in CONVERTED else ()):
            if id(model) not in chosen and not is_borrowed(seller, model):
                offer = _offer(provider, seller, model, known, taken)
                taken.add(offer.id)
                found[provider.id, model.id] = offer
    return found


def _offer(provider: Provider, seller: Vendor, model: ModelInfo, known: Known, taken: Container[str]) -> Offer:
    text = model.id.lower()
    variant = next((each for each in VARIANTS if text.endswith(each)), "")
    organization, slug = slug_of(provider.id, text.removesuffix(variant))
    of = known.same(slug, model.name or "")
    if of is not None and of.own and of.vendor == seller and not variant and of.model.prices != model.prices:
        # Another model of its maker that only a word sets apart which tells other models not apart: gpt-3.5-turbo-instruct.
        of = of if "regional." in text else None
    listing = Listing(
        id=_free_id(id_of_list(provider), f"{slug}{variant}", text, taken),
        slug=of.slug if of is not None else slug,
        words=of.words if of is not None else words_of(slug),
        title=of.title if of is not None else title_of(model.name, words_of(slug)),
        aliases=(),
        seller=provider.name,
        vendor=of.vendor if of is not None else maker_of(slug, organization) or seller,
        own=of is None and maker_of(slug, organization) == seller,
        model=model,
    )
    return Offer(listing, of)


def _free_id(list_id: str, slug: str, text: str, taken: Container[str]) -> str:
    """The id of an offer: by the model's own name, or else by all that the seller calls it."""
    short, full = f"{list_id}/{slug}", f"{list_id}/{text}"
    if short not in taken and slug.count(":") <= 1:
        return short
    return full if full not in taken else f"{full}:plain"  # without its maker's name, beside one with that


class Lookup:
    """Finds ids of this catalogue by the ids that vendors and sellers document."""

    def __init__(
        self, providers: Sequence[Provider], listings: Sequence[Listing], found: Mapping[Place, Offer]
    ) -> None:
        chosen = {id(listing.model): listing.id for listing in listings}
        self._offers = found
        self._listings = {
            (provider.id, model.id): chosen[id(model)]
            for provider in providers
            for model in provider.models
            if id(model) in chosen
        }
        self._known = Known(listings)
        places = frozenset((*self._offers, *self._listings))
        self._ids = Ids(providers, [seller.lists for seller in SELLERS if seller.lists], places)

    def __call__(self, text: str) -> str | None:
        """The model that an id means: in the list of the seller whose id it is, or else the one that stands for it."""
        match = self._ids.find(text)
        if match is not None:
            offer = self._offers.get(match.place)
            if offer is None:
                return self._listings.get(match.place)
            return offer.id if offer.of is None or match.of_seller else offer.of.id
        listing = self._known.same(slug_of("", text)[1], "") if is_id(text) else None
        return listing.id if listing is not None else None


def by_model(found: Mapping[Place, Offer]) -> dict[str, tuple[str, ...]]:
    """The offers of each model that has a listing, those of its batches apart, which are no other seller's."""
    return _grouped(
        (offer.of.id, offer.id) for offer in found.values() if offer.of is not None and not offer.id.endswith(":batch")
    )


def by_seller(found: Mapping[Place, Offer], listings: Sequence[Listing]) -> dict[str, tuple[str, ...]]:
    """All that each seller sells."""
    sold = (*listings, *(offer.listing for offer in found.values()))
    return _grouped((listing.id.partition("/")[0], listing.id) for listing in sold)


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for group, id_ in pairs:
        groups[group].append(id_)
    return {group: tuple(ids) for group, ids in groups.items()}
