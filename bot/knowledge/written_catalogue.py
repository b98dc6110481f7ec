"""`catalogue.yaml`: what is wrong between its parts, and the entries made of it."""

from __future__ import annotations

from collections.abc import Container, Iterator
from datetime import timedelta
from decimal import Decimal
from typing import Final

from bot.knowledge.catalogue_names import spellings
from bot.knowledge.entries import CatalogueContents, Entry, EntryKind, Name, NameKind, Source, Wording
from bot.knowledge.folder import File
from bot.knowledge.messages import relations as says
from bot.knowledge.messages.message import Message
from bot.knowledge.price_entries import Price, Side
from bot.knowledge.problems import Path, Problem
from bot.knowledge.schema_market import CatalogueFile, ListedLineShape, ListedModelShape, ListedPriceShape, ListedShape
from bot.quantities import ZERO
from bot.text import normal_form

_DAY: Final = timedelta(days=1)
_LISTED: Final = (Side.INPUT, Side.OUTPUT, Side.CACHED_INPUT)
_SHORT: Final = 3
"""Up to so many characters, a spelling that is not written out is taken for an everyday word."""


def check_catalogue(file: File, typed: CatalogueFile, vendors: Container[str]) -> Iterator[Problem]:
    """What is wrong between the parts of a catalogue; ``vendors`` are the ids of those with a file of their own."""
    yield from _check_ids(file, typed)
    yield from _check_names(file, typed)
    known = {vendor.id for vendor in typed.vendors}
    lines: set[str] = set()
    sections: dict[str, tuple[ListedLineShape | ListedModelShape, ...]] = {"lines": typed.lines, "models": typed.models}
    for section, things in sections.items():
        for place, thing in enumerate(things):
            if thing.vendor not in known and thing.vendor not in vendors:
                path: Path = (section, place, "vendor")
                yield _problem(file, path, says.UNLISTED_VENDOR, id=thing.vendor)
            if thing.line is not None and thing.line not in lines:
                path = (section, place, "line")
                yield _problem(file, path, says.UNLISTED_LINE, id=thing.line)
            if isinstance(thing, ListedLineShape):
                lines.add(thing.id)
    for place, model in enumerate(typed.models):
        yield from _check_prices(file, ("models", place, "prices"), model)


def _problem(file: File, path: Path, said: Message, **parts: object) -> Problem:
    return Problem.at(file.document.place(path), path, said, **parts)


def _things(typed: CatalogueFile) -> Iterator[tuple[Path, str, ListedShape]]:
    """Everything with a name: its path, its id and what is written of it."""
    for place, vendor in enumerate(typed.vendors):
        yield ("vendors", place), vendor.id, vendor
    for place, line in enumerate(typed.lines):
        yield ("lines", place), line.id, line
    for place, model in enumerate(typed.models):
        yield ("models", place), model.id, model


def _check_ids(file: File, typed: CatalogueFile) -> Iterator[Problem]:
    first: dict[str, Path] = {}
    for path, identity, _ in _things(typed):
        owner = first.setdefault(identity, path)
        if owner != path:
            there = file.document.place((*owner, "id"))
            yield _problem(file, (*path, "id"), says.ID_TAKEN, id=identity, there=there)


def _check_names(file: File, typed: CatalogueFile) -> Iterator[Problem]:
    """Names as written; of the spellings that they stand for, the first in the file counts."""
    owners: dict[str, tuple[str, Path]] = {}
    for path, identity, thing in _things(typed):
        for key, texts in (("names", thing.names), ("weak_names", thing.weak_names)):
            for place, text in enumerate(texts):
                here = (*path, key, place)
                owner, there = owners.setdefault(normal_form(text), (identity, here))
                if owner != identity:
                    taken = file.document.place(there)
                    yield _problem(file, here, says.NAME_TAKEN, text=text, id=owner, there=taken)


def _check_prices(file: File, path: Path, model: ListedModelShape) -> Iterator[Problem]:
    for place, price in enumerate(model.prices):
        here = (*path, place)
        usual = [other for other in model.prices[:place] if other.above is None]
        if price.above is not None:
            alike = [other for other in usual if (other.from_, other.until) == (price.from_, price.until)]
            if not all(any(getattr(other, side) is not None for other in alike) for side in _sides(price)):
                yield _problem(file, here, says.ONLY_LONG)
        elif clash := next((other for other in usual if _meet(other, price)), None):
            yield _problem(file, here, says.LISTED_OVERLAP, day=clash.from_)


def _sides(price: ListedPriceShape) -> list[Side]:
    return [side for side in _LISTED if getattr(price, side) is not None]


def _meet(earlier: ListedPriceShape, later: ListedPriceShape) -> bool:
    """Whether two lines speak of the same side on the same day, or are in the wrong order."""
    same = not set(_sides(earlier)).isdisjoint(_sides(later))
    return same and (earlier.until is None or later.from_ <= earlier.until)


def contents_of(typed: CatalogueFile, source: Source) -> CatalogueContents:
    """The entries of a catalogue in which nothing is wrong."""
    return CatalogueContents(
        source=source,
        entries=_entries(typed),
        prices={model.id: tuple(_prices(typed, model, source.id)) for model in typed.models},
        members=_members(typed),
        names=tuple(_names(typed).values()),
    )


def _entries(typed: CatalogueFile) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for model in typed.models:
        note = Wording(model.note.zh, model.note.en, model.note.zh_hant) if model.note else None
        parent = model.line or model.vendor
        entries[model.id] = Entry(
            model.id, EntryKind.MODEL, _name(model), model.vendor, parent, curated=False, note=note
        )
    for line in typed.lines:
        parent = line.line or line.vendor
        entries[line.id] = Entry(line.id, EntryKind.PRODUCT, _name(line), line.vendor, parent, curated=False)
    for vendor in typed.vendors:
        entries[vendor.id] = Entry(vendor.id, EntryKind.VENDOR, _name(vendor), curated=False)
    return entries


def _name(thing: ListedShape) -> Wording:
    return Wording(thing.name.zh, thing.name.en, thing.name.zh_hant)


def _prices(typed: CatalogueFile, model: ListedModelShape, source: str) -> Iterator[Price]:
    for line in model.prices:
        if line.above is not None:
            continue
        for side in _LISTED:
            amount = getattr(line, side)
            if amount is not None:
                yield Price(
                    model=model.id,
                    amount=amount,
                    currency=typed.currency,
                    per=typed.per,
                    published_per=typed.per,
                    free=amount == ZERO,
                    side=side,
                    since=line.from_,
                    source=source,
                    until=line.until + _DAY if line.until is not None else None,
                    long=tuple(_long(model, line, side)),
                )


def _long(model: ListedModelShape, line: ListedPriceShape, side: Side) -> Iterator[tuple[Decimal, Decimal]]:
    """What a side costs in long requests, the shortest first."""
    for other in sorted(model.prices, key=lambda price: price.above or ZERO):
        amount = getattr(other, side)
        if other.above is not None and amount is not None and (other.from_, other.until) == (line.from_, line.until):
            yield other.above, amount


def _members(typed: CatalogueFile) -> dict[str, tuple[str, ...]]:
    """The models of each vendor, line and seller in the order of the file, those that a vendor made before others."""
    wider = {line.id: line.line for line in typed.lines}
    made: dict[str, list[str]] = {}
    sold: dict[str, list[str]] = {}
    for model in typed.models:
        groups = [model.vendor]
        line = model.line
        while line is not None and line not in groups:
            groups.append(line)
            line = wider.get(line)
        for group in groups:
            made.setdefault(group, []).append(model.id)
        seller = model.id.partition("/")[0]
        if seller not in groups:
            sold.setdefault(seller, []).append(model.id)
    return {group: (*made.get(group, ()), *sold.get(group, ())) for group in {**made, **sold}}


def _names(typed: CatalogueFile) -> dict[str, Name]:
    """All names: those written first, then what they stand for, then ids."""
    names: dict[str, Name] = {}
    things = [(identity, thing) for _, identity, thing in _things(typed)]
    written = [
        (normal_form(text), identity, weak)
        for identity, thing in things
        for texts, weak in ((thing.names, False), (thing.weak_names, True))
        for text in texts
    ]
    for text, identity, weak in written:
        names.setdefault(text, Name(text, NameKind.ENTRY, identity, weak))
    for text, identity, weak in written:
        for spelling in spellings(text.split()) if " " in text else ():
            weak_here = weak or len(spelling) <= _SHORT
            names.setdefault(spelling, Name(spelling, NameKind.ENTRY, identity, weak_here))
    for model in typed.models:
        names.setdefault(model.id, Name(model.id, NameKind.ENTRY, model.id))
    return names
