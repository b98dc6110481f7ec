"""The wider catalogue: models that nobody curated here, with prices in USD from the package genai-prices.

The package is imported at one place and only when the catalogue is first asked something. The curated knowledge wins
over what is found here, and the bot answers without it. A knowledge folder may bring a catalogue of its own
(``catalogue.yaml``), which then serves alone.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Final

from bot.knowledge.catalogue_models import Listing, select
from bot.knowledge.catalogue_names import names_of
from bot.knowledge.catalogue_prices import SOURCE, caveat, prices_of
from bot.knowledge.catalogue_products import PRODUCTS, products_of
from bot.knowledge.catalogue_vendors import MAKERS, SELLERS
from bot.knowledge.entries import CatalogueContents, Entry, EntryKind, Knowledge, Name, Source, Wording
from bot.knowledge.price_entries import Price, Side
from bot.quantities import ZERO

if TYPE_CHECKING:
    from genai_prices.types import Provider

_OBSERVED: Final = "openrouter"
"""The seller whose list is read again and again: its changes are dated by the day they were seen, never ahead."""

_NUMBER: Final = re.compile(r"(?<![a-z\d])[a-z]?(\d{1,2}(?:\.\d+)?)(?![\dbx])")
_LOG: Final = logging.getLogger(__name__)


class Catalogue:
    """Models by id ``<seller>/<model>``, lines of models by ``<vendor>/<line>``, vendors and sellers by one word.

    Every answer is from memory; the first one builds it. Where the package is missing or fails, there are no models.
    """

    def __init__(self, build: Callable[[], CatalogueContents]) -> None:
        self._build = build

    @classmethod
    def load(cls, read: Callable[[], Sequence[Provider]] | None = None) -> Catalogue:
        """The catalogue of the installed package, or of the providers that ``read`` gives. Cheap, and never raises."""
        return cls(lambda: _build((read or read_package)()))

    @classmethod
    def beside(cls, knowledge: Knowledge) -> Catalogue:
        """The catalogue that a knowledge base brings, or else that of the installed package."""
        brought = knowledge.catalogue
        return cls(lambda: brought) if brought is not None else cls.load()

    def names(self) -> tuple[Name, ...]:
        """What people call models, lines and vendors, in normal form; every text leads to one id."""
        return self._contents.names

    def entry(self, id_: str) -> Entry | None:
        """A model, line or vendor; its note says whose price a model's is and what that price leaves out."""
        return self._contents.entries.get(id_)

    def vendor_models(self, vendor_id: str) -> tuple[str, ...]:
        """Ids of the models of a vendor, seller or line, those on sale before deprecated ones, newest version first."""
        return self._contents.members.get(vendor_id, ())

    def models(self) -> tuple[str, ...]:
        """Ids of all models, the makers' own before those that only others sell."""
        return tuple(self._contents.prices)

    def ids(self) -> tuple[str, ...]:
        """Ids of everything that has an entry: models, lines, vendors and sellers."""
        return tuple(self._contents.entries)

    def prices(self, id_: str) -> tuple[Price, ...]:
        """All prices of a model with the days on which they are known to hold, oldest first."""
        return self._contents.prices.get(id_, ())

    def prices_on(self, id_: str, day: date) -> tuple[Price, ...]:
        """The prices known to hold on a day, in USD for a million tokens, at most one a side; often none in the past,
        because the catalogue does not say since when its first price of a model holds."""
        held = {price.side: price for price in self.prices(id_) if price.holds_on(day)}
        return tuple(held[side] for side in Side if side in held)

    def source(self) -> Source | None:
        """The catalogue with the newest day that it shows to have been checked; ``None`` where there is none."""
        return self._contents.source

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
    from genai_prices.data import providers

    return providers


def _build(providers: Sequence[Provider]) -> CatalogueContents:
    listings = select(providers)
    if not listings:
        return CatalogueContents()
    checked = checked_on(providers)
    members = _members(listings)
    entries = {listing.id: _model(listing, checked) for listing in listings}
    entries |= {group: entry for group, entry in _groups().items() if group in members}
    return CatalogueContents(
        source=_source(checked),
        entries=entries,
        prices={listing.id: prices_of(listing.id, listing.model, checked) for listing in listings},
        members=members,
        names=names_of(listings, frozenset(entries)),
    )


def checked_on(providers: Sequence[Provider]) -> date:
    """The day as of which the catalogue speaks, whatever the clock says: the newest on which a change was seen.

    The catalogue states no date of its own, and makers announce prices ahead, so what counts is the seller whose
    changes are observed; without any, it is the day of the clock.
    """
    seen = [
        step.constraint.start_date
        for provider in providers
        if provider.id == _OBSERVED
        for model in provider.models
        if isinstance(model.prices, list)
        for step in model.prices
        if step.constraint is not None and hasattr(step.constraint, "start_date")
    ]
    return max(seen, default=None) or date.today()


def _source(checked: date) -> Source:
    try:
        release = f"genai-prices {version('genai-prices')}"
    except PackageNotFoundError:
        release = "genai-prices"
    return Source(
        id=SOURCE,
        publisher=Wording(zh="Pydantic 价格目录", en="Pydantic's price catalogue"),
        title=release,
        date=checked,
        url="https://github.com/pydantic/genai-prices",
    )


def _model(listing: Listing, checked: date) -> Entry:
    lines = products_of(listing.slug, listing.vendor.id)
    return Entry(
        id=listing.id,
        kind=EntryKind.MODEL,
        name=Wording(zh=listing.title, en=listing.title),
        vendor=listing.vendor.id,
        parent=lines[-1].id if lines else listing.vendor.id,
        curated=False,
        note=_note(listing, checked),
    )


def _note(listing: Listing, checked: date) -> Wording:
    """Whose price it is, and what it leaves out."""
    maker, seller = listing.vendor.name, listing.seller
    if listing.own:
        alike = seller.casefold().replace(" ", "") == maker.en.casefold().replace(" ", "")
        zh, en = (
            (_spaced(maker.zh), f"{maker.en}'s") if alike else (f"{maker.zh}（{seller}）", f"{maker.en}'s ({seller})")
        )
        whose = Wording(zh=f"{zh}自己的美元价".lstrip(), en=f"{en} own price in USD")
    elif listing.vendor in SELLERS:
        whose = Wording(zh=f"{seller} 的美元价", en=f"{seller}'s price in USD")
    else:
        whose = Wording(
            zh=f"{seller} 的美元价，不是{_spaced(maker.zh)}自己的价",
            en=f"{seller}'s price in USD, not {maker.en}'s own",
        )
    rest = caveat(listing.model, checked)
    return whose if rest is None else Wording(zh=f"{whose.zh}；{rest.zh}", en=f"{whose.en}; {rest.en}")


def _spaced(name: str) -> str:
    """A name within Chinese text: Latin letters are set apart."""
    return f" {name} " if name.isascii() else name


def _groups() -> dict[str, Entry]:
    """Lines, makers and sellers."""
    entries = {
        line.id: Entry(line.id, EntryKind.PRODUCT, line.name, line.vendor, line.parent or line.vendor, curated=False)
        for line in PRODUCTS
    }
    for vendor in (*SELLERS, *MAKERS):
        entries[vendor.id] = Entry(vendor.id, EntryKind.VENDOR, vendor.name, curated=False)
    return entries


def _members(listings: Sequence[Listing]) -> dict[str, tuple[str, ...]]:
    """Model ids by maker, seller and line."""
    members: dict[str, list[Listing]] = {}
    for listing in listings:
        seller = listing.id.partition("/")[0]
        groups = [listing.vendor.id, *(line.id for line in products_of(listing.slug, listing.vendor.id))]
        for group in dict.fromkeys((*groups, seller)):
            members.setdefault(group, []).append(listing)
    return {group: tuple(each.id for each in sorted(listed, key=_newest)) for group, listed in members.items()}


def _newest(listing: Listing) -> tuple[bool, bool, list[Decimal], str]:
    versions = [-Decimal(number) for number in _NUMBER.findall(" ".join(listing.words))]
    return bool(listing.model.deprecated), not listing.own, versions or [ZERO], listing.slug
