"""Reads texts against one knowledge base and, where a text names what it does not know, the wider catalogue."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Protocol

from bot.knowledge.entries import Entry, Knowledge, Name, NameKind
from bot.language.amounts import AmountFinder
from bot.language.currency_cues import asked_currencies
from bot.language.entities import EntityKind
from bot.language.reading import Reading
from bot.language.tagger import ENTITY_KINDS, Tagger
from bot.language.typos import Typos
from bot.language.wordset import WordSet
from bot.text import Normalized


class NameCatalogue(Protocol):
    """Names beyond the curated ones; asked for only when a text needs them."""

    def names(self) -> tuple[Name, ...]: ...
    def entry(self, id_: str) -> Entry | None: ...


class Reader:
    """Tags texts; the catalogue's names are loaded when a text first holds letters that nothing else explains."""

    def __init__(self, knowledge: Knowledge, catalogue: NameCatalogue) -> None:
        self._knowledge = knowledge
        self._catalogue = catalogue
        self._amounts = AmountFinder(knowledge.currency_words, knowledge.unit_words)
        self._curated = self._tagger(knowledge.names)
        self.weak_names = frozenset(name.text for name in knowledge.names if name.weak)

    def read(self, normalized: Normalized) -> Reading:
        """All that is recognized in the text."""
        reading = self._curated.read(normalized)
        if not self._may_name_more(reading):
            return reading
        if self._more_names.stands_in(normalized.text):
            wider = self._wider.read(normalized)
            if any(True for _ in wider.names(EntityKind.MODEL, EntityKind.VENDOR, EntityKind.SUBJECT)):
                reading = wider
        corrections = self._typos.corrections(reading)
        respelled = self._typos.respellings(reading)
        return self._wider.read(normalized, corrections, respelled) if corrections or respelled else reading

    @cached_property
    def _more(self) -> tuple[Name, ...]:
        """The catalogue's names; left out are lines of models by their number (GLM-4) that lead to a curated vendor only."""
        curated = {name.text for name in self._knowledge.names}
        entries = self._knowledge.entries
        return tuple(
            name
            for name in self._catalogue.names()
            if name.text not in curated and not (name.id in entries and name.text[-1].isdigit())
        )

    @cached_property
    def _more_names(self) -> WordSet:
        return WordSet(name.text for name in self._more)

    @cached_property
    def _wider(self) -> Tagger:
        return self._tagger([*self._knowledge.names, *self._more])

    @cached_property
    def _typos(self) -> Typos:
        return Typos(self._knowledge.names, self._kinds(self._knowledge.names), self._curated.words())

    def _may_name_more(self, reading: Reading) -> bool:
        return bool(reading.residue) and len(reading.residue) <= 12

    def _tagger(self, names: Iterable[Name]) -> Tagger:
        names = tuple(names)
        keywords = {word for fact in self._knowledge.facts.values() for group in fact.keywords for word in group}
        money = asked_currencies(self._knowledge.currency_words)
        return Tagger(names, self._kinds(names), keywords, money, self._amounts, self._knowledge.lookalikes)

    def _kinds(self, names: Iterable[Name]) -> dict[str, EntityKind]:
        kinds = {}
        for name in names:
            if name.kind is NameKind.ENTRY and name.id not in kinds:
                entry = self._knowledge.entries.get(name.id) or self._catalogue.entry(name.id)
                if entry is not None:
                    kinds[name.id] = ENTITY_KINDS[entry.kind]
        return kinds
