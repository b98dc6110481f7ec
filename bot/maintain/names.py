"""Do names still lead home, and are they names at all?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.entries import EntryKind, Knowledge, NameKind
from bot.knowledge.folder import Folder
from bot.knowledge.names import WrittenName, spellings, written_lookalikes, written_names
from bot.knowledge.problems import Problem
from bot.maintain.words import CommonWords, Words

Resolve = Callable[[str], set[str]]
"""Gives the ids of the entries and works that are seen in a text."""


def names_that_are_words(folder: Folder, knowledge: Knowledge, words: Words) -> dict[WrittenName, Problem]:
    """Names that are words of every question: whoever asks for something else would be taken to name them."""
    found = {}
    for name in own_names(folder, knowledge):
        if reason := words.taken(name.text):
            advice = "choose a name that means nothing else; a longer one may hold the word"
            found[name] = Problem.at(name.place, name.path, f"`{name.text}` {reason}", advice)
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
            message = f"`{name.text}` {_led(seen)} instead of {name.id}"
            yield Problem.at(name.place, name.path, message, "remove it, or the longer or stronger word that hides it")
    for word in written_lookalikes(folder):
        if word.id in resolve(word.text):
            message = f"`{word.text}` is still read as {word.id}"
            yield Problem.at(word.place, word.path, message, "write the whole of the word, or remove it")


def _led(seen: set[str]) -> str:
    return f"leads to {', '.join(sorted(seen))}" if seen else "leads nowhere"


def common_names(
    names: Iterable[WrittenName], knowledge: Knowledge, catalogue: Catalogue
) -> dict[WrittenName, Problem]:
    """Warnings of names that are common words and not marked as such."""
    words = CommonWords(knowledge, catalogue)
    weak = {name.text for name in knowledge.names if name.weak}
    found = {}
    for name in names:
        if weak.isdisjoint(spellings(name.text)) and (reason := words.common(name.text)):
            advice = "list it under `weak_aliases`, or choose a longer name"
            found[name] = Problem.at(name.place, name.path, f"`{name.text}` {reason}", advice, warning=True)
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
            told.add((own.id, entry.id))
            if vendor != theirs and own.kind is EntryKind.VENDOR:
                told.add((vendor, theirs))
                models = len(catalogue.vendor_models(theirs))
                message = f"`{name.text}` is the vendor `{theirs}` in the wider catalogue, with {models} models there"
                advice = f"give the vendor the id `{theirs}`, so that there is one, or take the name away"
            elif vendor != theirs:
                message = f"`{name.text}` is `{entry.id}` in the wider catalogue, of another vendor"
                advice = f"if it is the same, list it under a vendor with the id `{theirs}`; else take the name away"
            elif own.kind is EntryKind.MODEL is entry.kind and entry.id in others:
                message = (
                    f"`{name.text}` is `{entry.id}` in the wider catalogue, where `{others[entry.id]}` still leads"
                )
                advice = f"give the model the id `{entry.id}`, or add that name to its aliases"
            else:
                continue
            yield Problem.at(name.place, name.path, message, advice, warning=True)
