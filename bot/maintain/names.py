"""Do names still lead home, and are they names at all?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.catalogue_sellers import OTHERS, SELLERS
from bot.knowledge.entries import Entry, EntryKind, Knowledge, NameKind
from bot.knowledge.folder import Folder
from bot.knowledge.names import WrittenName, spellings, written_lookalikes, written_names
from bot.knowledge.problems import Problem
from bot.maintain import messages as says
from bot.maintain.words import CommonWords, Words

Resolve = Callable[[str], set[str]]
"""Gives the ids of the entries and works that are seen in a text."""


def names_that_are_words(folder: Folder, knowledge: Knowledge, words: Words) -> dict[WrittenName, Problem]:
    """Names that are words of every question: whoever asks for something else would be taken to name them."""
    found = {}
    for name in own_names(folder, knowledge):
        if reason := words.taken(name.text):
            said, parts = reason
            found[name] = Problem.at(name.place, name.path, said, text=name.text, **parts)
    return found


def without(knowledge: Knowledge, names: Iterable[WrittenName]) -> Knowledge:
    """The knowledge base without the names, so that what else is checked does not suffer from them."""
    left_out = {(spelling, name.id) for name in names for spelling in spellings(name.text)}
    kept = (name for name in knowledge.names if (name.text, name.id) not in left_out)
    return replace(knowledge, names=tuple(kept)) if left_out else knowledge


def misleading_names(names: Iterable[WrittenName], folder: Folder, resolve: Resolve) -> Iterator[Problem]:
    """Names that lead elsewhere, and words that are to hide a name and do not."""
    for name in names:
        seen = resolve(name.text)
        if name.id not in seen:
            said = says.LEADS_ELSEWHERE if seen else says.LEADS_NOWHERE
            yield Problem.at(name.place, name.path, said, text=name.text, others=", ".join(sorted(seen)), id=name.id)
    for word in written_lookalikes(folder):
        if word.id in resolve(word.text):
            yield Problem.at(word.place, word.path, says.STILL_READ, text=word.text, id=word.id)


def common_names(
    names: Iterable[WrittenName], knowledge: Knowledge, catalogue: Catalogue
) -> dict[WrittenName, Problem]:
    """Warnings of names that are common words and not marked as such."""
    words = CommonWords(knowledge, catalogue)
    weak = {name.text for name in knowledge.names if name.weak}
    found = {}
    for name in names:
        if weak.isdisjoint(spellings(name.text)) and (reason := words.common(name.text)):
            said, parts = reason
            found[name] = Problem.maybe(name.place, name.path, said, text=name.text, **parts)
    return found


def own_names(folder: Folder, knowledge: Knowledge) -> Iterator[WrittenName]:
    """Names of vendors, models and what else is asked for; a work may be called 1984, the level of a year anything."""
    for name in written_names(folder):
        entry = knowledge.entries.get(name.id)
        if name.kind is NameKind.ENTRY and entry is not None and not entry.reference:
            yield name


def second_truths(names: Iterable[WrittenName], knowledge: Knowledge, catalogue: Catalogue) -> Iterator[Problem]:
    """Warnings of vendors and models that the wider catalogue has by another id, so that names lead now here, now there.

    Of a vendor that has another id there, one name is told of: the others follow from it.
    """
    known = {name.text: name.id for name in catalogue.names()}
    here = {name.text for name in knowledge.names}
    others = {id_: text for text, id_ in known.items() if text not in here}
    priced = {knowledge.entries[model].vendor for model in knowledge.prices}
    told: set[tuple[str, str]] = set()
    for name in sorted(names, key=lambda name: knowledge.entries[name.id].kind is not EntryKind.VENDOR):
        own = knowledge.entries[name.id]
        vendor = own.vendor or own.id
        for entry in filter(None, (catalogue.entry(known.get(text, "")) for text in sorted(spellings(name.text)))):
            theirs = entry.vendor or entry.id
            if entry.id in knowledge.entries or vendor not in priced or told & {(own.id, entry.id), (vendor, theirs)}:
                continue
            if EntryKind.MODEL is own.kind is entry.kind and _is_resold(entry, vendor):
                continue
            told.add((own.id, entry.id))
            if vendor != theirs and own.kind is EntryKind.VENDOR:
                told.add((vendor, theirs))
                said, parts = says.VENDOR_ELSEWHERE, {"id": theirs, "models": str(len(catalogue.vendor_models(theirs)))}
            elif vendor != theirs:
                said, parts = says.OTHER_VENDORS, {"id": entry.id, "vendor": theirs}
            elif own.kind is EntryKind.MODEL is entry.kind and entry.id in others:
                said, parts = says.MODEL_ELSEWHERE, {"id": entry.id, "name": others[entry.id]}
            else:
                continue
            yield Problem.maybe(name.place, name.path, said, text=name.text, **parts)


def _is_resold(entry: Entry, vendor: str) -> bool:
    """Whether a model of the catalogue is a vendor's as others sell it, whose price is another's than the vendor's."""
    seller = entry.id.partition("/")[0]
    resellers = {reseller.id for reseller in (*SELLERS, *OTHERS)}
    return seller != vendor and (entry.vendor == vendor or (entry.vendor == seller and seller in resellers))
