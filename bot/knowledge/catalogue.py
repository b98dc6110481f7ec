"""The wider catalogue: models that nobody curated here, with prices in USD from the package genai-prices.

The package is imported at one place and only when the catalogue is first asked something. The curated knowledge wins
over what is found here, and the bot answers without it. A knowledge folder may bring a catalogue of its own
(``catalogue.yaml``), which then serves alone.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Final

from bot.knowledge.catalogue_book import OBSERVED, models_of, price_book, vendors_of
from bot.knowledge.catalogue_ends import with_ends
from bot.knowledge.catalogue_entries import groups, members_of, model_entry
from bot.knowledge.catalogue_models import select
from bot.knowledge.catalogue_names import names_of
from bot.knowledge.catalogue_offers import Lookup, by_model, by_seller, offers
from bot.knowledge.catalogue_prices import SOURCE
from bot.knowledge.entries import CatalogueContents, Entry, Knowledge, Name, Source, Wording
from bot.knowledge.history import history
from bot.knowledge.model_entries import Life
from bot.knowledge.price_entries import Price
from bot.knowledge.selection import PriceBook, prices_on

if TYPE_CHECKING:
    from genai_prices.types import Provider

_LOG: Final = logging.getLogger(__name__)


class Catalogue:
    """Models by id ``<seller>/<model>``, lines of models by ``<vendor>/<line>``, vendors and sellers by one word.

    Every answer is from memory; the first one builds it. Where the package is missing or fails, there are no models.
    """

    def __init__(self, build: Callable[[], CatalogueContents]) -> None:
        self._build = build

    @classmethod
    def load(cls, read: Callable[[], Sequence[Provider]] | None = None, *, fetched: bool = False) -> Catalogue:
        """The catalogue of the installed package, or of the providers that ``read`` gives. Cheap, and never raises.

        ``fetched``: they are newer than what the package brings, whose release says nothing of them.
        """
        return cls(lambda: _build((read or read_package)(), fetched=fetched))

    @classmethod
    def beside(cls, knowledge: Knowledge) -> Catalogue:
        """The catalogue that a knowledge base brings, or else that of the installed package."""
        brought = knowledge.catalogue
        return cls(lambda: brought) if brought is not None else cls.load()

    def ending(self, lives: Mapping[str, Life]) -> Catalogue:
        """The same catalogue with what is known elsewhere of the ends of its models, by their ids."""
        return Catalogue(lambda: with_ends(self._contents, lives)) if lives else self

    def names(self) -> tuple[Name, ...]:
        """What people call models, lines and vendors, in normal form; every text leads to one id."""
        return self._contents.names

    def find(self, text: str) -> str | None:
        """The model that an id as vendors and sellers document them means, in normal form: dated, with a prefix."""
        return self._contents.find(text)

    def entry(self, id_: str) -> Entry | None:
        """A model, line or vendor; its note says whose price a model's is and what that price leaves out."""
        return self._contents.entries.get(id_)

    def vendor_models(self, vendor_id: str) -> tuple[str, ...]:
        """Ids of the models of a vendor, seller or line, those on sale before deprecated ones, newest version first."""
        return self._contents.members.get(vendor_id, ())

    def models(self) -> tuple[str, ...]:
        """Ids of all models, the makers' own before those that only others sell."""
        return self._models

    def offers(self, model: str) -> tuple[str, ...]:
        """Ids under which others, or its vendor in another way, sell a model beside the id that stands for it."""
        return self._contents.offers.get(model, ())

    def sold_by(self, seller: str) -> tuple[str, ...]:
        """Ids of all that a seller sells."""
        return self._contents.sold.get(seller, ())

    def ids(self) -> tuple[str, ...]:
        """Ids of everything that has an entry: models, lines, vendors and sellers."""
        return tuple(self._contents.entries)

    @property
    def book(self) -> PriceBook:
        """All prices, whatever they hang on, to choose from by :mod:`bot.knowledge.selection`."""
        return self._contents

    def prices(self, id_: str) -> tuple[Price, ...]:
        """What ordinary calls of a model pay, oldest first, with the days on which that is known to hold."""
        return history(self._contents, id_, self._moment)

    def prices_on(self, id_: str, day: date) -> tuple[Price, ...]:
        """What an ordinary call pays on a day, at most one price a side; before the first change, since when is not
        known: the price is marked as ``early`` then."""
        return prices_on(self._contents, id_, day)

    @cached_property
    def _moment(self) -> datetime:
        source = self.source()
        return datetime.combine(source.date if source and source.date else date.today(), time(12), UTC)

    def source(self) -> Source | None:
        """The catalogue with the newest day that it shows to have been checked; ``None`` where there is none."""
        return self._contents.source

    @cached_property
    def _models(self) -> tuple[str, ...]:
        return tuple(model for model in self._contents.prices if model not in self._contents.further)

    @cached_property
    def _contents(self) -> CatalogueContents:
        try:
            return self._build()
        except Exception as error:  # noqa: BLE001 - optional data: whatever ails it, the curated knowledge answers
            _LOG.warning("No wider catalogue of prices: %s: %s", type(error).__name__, error)
            return CatalogueContents()


def read_package() -> Sequence[Provider]:
    """The providers in the installed package.

    Raises:
        ImportError: it is not installed.
    """
    import genai_prices.data

    providers: Sequence[Provider] = genai_prices.data.providers
    return providers


def _build(providers: Sequence[Provider], *, fetched: bool) -> CatalogueContents:
    listings = select(providers)
    if not listings:
        return CatalogueContents()
    checked = checked_on(providers)
    found = offers(providers, listings)
    everything = (*listings, *(offer.listing for offer in found.values()))
    members = members_of(listings, everything)
    further = frozenset(offer.id for offer in found.values())
    entries = {listing.id: model_entry(listing, checked, further=listing.id in further) for listing in everything}
    entries |= {group: entry for group, entry in groups().items() if group in members}
    return CatalogueContents(
        source=_source(checked, fetched=fetched),
        entries=entries,
        prices=price_book(providers, listings, tuple(found.values()), checked),
        models=models_of(listings, tuple(found.values()), checked),
        vendors=vendors_of(providers),
        members=members,
        names=names_of(listings, frozenset(entries)),
        find=Lookup(providers, listings, found),
        offers=by_model(found),
        sold=by_seller(found, listings),
        further=further,
    )


def checked_on(providers: Sequence[Provider]) -> date:
    """The day as of which the catalogue speaks, whatever the clock says: the newest on which a change was seen.

    The catalogue states no date of its own, and makers announce prices ahead, so what counts is the seller whose
    changes are observed; without any, it is the day of the clock.
    """
    seen = [
        step.constraint.start_date
        for provider in providers
        if provider.id == OBSERVED
        for model in provider.models
        if isinstance(model.prices, list)
        for step in model.prices
        if step.constraint is not None and hasattr(step.constraint, "start_date")
    ]
    return max(seen, default=None) or date.today()


def _source(checked: date, *, fetched: bool) -> Source:
    try:
        release = "genai-prices" if fetched else f"genai-prices {version('genai-prices')}"
    except PackageNotFoundError:
        release = "genai-prices"
    return Source(
        id=SOURCE,
        publisher=Wording(zh="Pydantic 价格目录", en="Pydantic's price catalogue"),
        title=release,
        date=checked,
        url="https://github.com/pydantic/genai-prices",
    )
