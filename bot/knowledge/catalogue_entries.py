"""The entries of the wider catalogue, what is to be said of each, and which models belong to whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from bot.knowledge.catalogue_caveats import caveat
from bot.knowledge.catalogue_models import Listing
from bot.knowledge.catalogue_products import PRODUCTS, products_of
from bot.knowledge.catalogue_sellers import OTHERS, SELLERS
from bot.knowledge.catalogue_vendors import MAKERS
from bot.knowledge.entries import Entry, EntryKind, Wording
from bot.quantities import ZERO

_NUMBER: Final = re.compile(r"(?<![a-z\d])[a-z]?(\d{1,2}(?:\.\d+)?)(?![\dbx])")


def model_entry(listing: Listing, checked: date, *, further: bool) -> Entry:
    """The entry of a model in a seller's list; ``checked`` is the catalogue's own date.

    ``further`` ones stand beside the listing that has the model's name alone, and are named with their seller.
    """
    title, seller = listing.title, listing.seller
    lines = products_of(listing.slug, listing.vendor.id)
    return Entry(
        id=listing.id,
        kind=EntryKind.MODEL,
        name=Wording(zh=f"{title}（{seller}）", en=f"{title} ({seller})") if further else Wording(zh=title, en=title),
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
    elif listing.vendor in (*SELLERS, *OTHERS):
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


def groups() -> dict[str, Entry]:
    """Lines, makers and sellers."""
    entries = {
        line.id: Entry(line.id, EntryKind.PRODUCT, line.name, line.vendor, line.parent or line.vendor, curated=False)
        for line in PRODUCTS
    }
    for vendor in (*SELLERS, *OTHERS, *MAKERS):
        entries[vendor.id] = Entry(vendor.id, EntryKind.VENDOR, vendor.name, curated=False)
    return entries


def members_of(listings: Sequence[Listing], everything: Iterable[Listing]) -> dict[str, tuple[str, ...]]:
    """Model ids by maker and line; of those who only sell, ``everything`` that they sell."""
    makers = frozenset(vendor.id for vendor in MAKERS)
    members: dict[str, list[Listing]] = {}
    for listing in listings:
        lines = (line.id for line in products_of(listing.slug, listing.vendor.id))
        seller = listing.id.partition("/")[0]
        for group in dict.fromkeys((listing.vendor.id, *lines, *([seller] if seller in makers else ()))):
            members.setdefault(group, []).append(listing)
    for listing in everything:
        seller = listing.id.partition("/")[0]
        if seller not in makers and listing.vendor.id != seller and ":" not in listing.id:
            members.setdefault(seller, []).append(listing)
    return {group: tuple(each.id for each in sorted(listed, key=_newest)) for group, listed in members.items()}


def _newest(listing: Listing) -> tuple[bool, bool, list[Decimal], str]:
    versions = [-Decimal(number) for number in _NUMBER.findall(" ".join(listing.words))]
    return bool(listing.model.deprecated), not listing.own, versions or [ZERO], listing.slug
