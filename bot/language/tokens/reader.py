"""Reads texts against one knowledge base and, where a text names what it does not know, the wider catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Final, Protocol

from bot.knowledge.catalogue_ids import VARIANTS
from bot.knowledge.catalogue_join import curated_models
from bot.knowledge.entries import Entry, Knowledge, Name, NameKind
from bot.language.amounts.amounts import AmountFinder
from bot.language.basics.cues import Cue
from bot.language.basics.entities import EntityKind, Named
from bot.language.basics.wordset import WordSet
from bot.language.tokens.model_ids import model_ids
from bot.language.tokens.other_versions import Ends, ends_of_versions, other_versions
from bot.language.tokens.reading import Reading, Token
from bot.language.tokens.short_names import (
    ends_of_names,
    holds_lone_name,
    lone_names,
    may_hold_short_names,
    short_names,
)
from bot.language.tokens.tagger import ENTITY_KINDS, Tagger
from bot.language.tokens.topics import Topics
from bot.language.tokens.typos import Typos
from bot.language.tokens.undotted import Undotted, names_without_dots, undotted
from bot.language.tokens.vendor_tails import Tails, names_apart, names_by_tail, tails_of
from bot.language.words.casual_spellings import replaced, spelt_out
from bot.language.words.currency_cues import asked_currencies
from bot.lazy import remembered
from bot.quantities import TOKEN
from bot.text import Normalized, normalize

_MOST_UNKNOWN: Final = 12
"""Unknown stretches beyond which a text is hardly one that names a model more."""


_KNOWN_IDS: Final = 2_000
"""Texts in the form of an id of which it is remembered what they mean: to look through all lists takes milliseconds."""

_NEEDY: Final = "豆苞多少钱"
"""A name with another character of the same sound."""

_OF_PRICES: Final = (
    Cue.PRICE, Cue.HOW_MUCH_MONEY, Cue.CHEAP, Cue.DEAR, Cue.CHEAPEST, Cue.DEAREST, Cue.BUY, Cue.SPEND,
)  # fmt: skip
_JOINTS: Final = str.maketrans("", "", " -_")


_OF_FACTS: Final = (None, None, ())
"""What a token holds of a word that only facts know: no name, no amount and no cues."""


def _may_be_id(word: str) -> bool:
    """Whether a word that only facts know may name a model of the catalogue: gpt-3.5."""
    return word[0].isascii() and any(map(str.isdigit, word))


_SOLD_AS: Final = re.compile(rf"[a-z\d](?:{'|'.join(VARIANTS)})(?![a-z])")
"""An id with the way in which a router sells the model: deepseek-r1:free."""


def in_order(names: Iterable[Named], more: Iterable[Named]) -> list[Named]:
    """Names found by several means, from left to right."""
    return sorted((*names, *more), key=lambda name: name.start)


def _is_about_prices(reading: Reading) -> bool:
    return reading.has(*_OF_PRICES) or bool(reading.amounts)


class NameCatalogue(Protocol):
    """Names beyond the curated ones; asked for only when a text needs them."""

    def names(self) -> tuple[Name, ...]: ...
    def find(self, text: str) -> str | None: ...
    def entry(self, id_: str) -> Entry | None: ...


class Reader:
    """Tags texts; the catalogue's names are loaded when a text first holds letters that nothing else explains."""

    def __init__(self, knowledge: Knowledge, catalogue: NameCatalogue) -> None:
        self._knowledge = knowledge
        self._catalogue = catalogue
        self._amounts = AmountFinder(knowledge.currency_words, knowledge.unit_words)
        self._curated = self._tagger(knowledge.names)
        self.weak_names = frozenset(name.text for name in knowledge.names if name.weak)
        self._find = remembered(self._find_id, _KNOWN_IDS)

    def read(self, normalized: Normalized) -> Reading:
        """All that is recognized in the text."""
        normalized = spelt_out(normalized)
        reading = self._curated.read(normalized)
        if not self._may_name_more(reading):
            reading = self._with_version(reading, normalized)
            short = self._partly_named(reading)
            return self._wider.read(normalized, short) if short else reading
        if self._more_names.stands_in(normalized.text):
            wider = self._wider.read(normalized)
            if wider.entries:
                reading = wider
        fixed = model_ids(reading, self._find)
        reading = self._wider.read(normalized, fixed) if fixed else reading
        short = in_order(self._partly_named(reading), names_without_dots(reading, lambda: self._undotted))
        fixed = in_order(fixed, short)
        reading = self._wider.read(normalized, fixed) if short else reading
        respelled = self._typos.respellings(reading)
        if respelled:
            return self.read(replaced(normalized, respelled))
        corrections = self._typos.corrections(reading)
        return self._wider.read(normalized, in_order(fixed, corrections)) if corrections else reading

    def _short_names(self, reading: Reading) -> list[Named]:
        """Names that leave out their beginning; the catalogue's names are loaded only where one may stand there."""
        if not may_hold_short_names(reading):
            return []
        return short_names(reading, self._wider.name_of) or list(lone_names(reading, self._ends))

    def _partly_named(self, reading: Reading) -> list[Named]:
        """Names that leave out what another name says, or that a vendor's name and the end of a model's make together."""
        by_tail = names_by_tail(reading, lambda: self._tails, self._vendor_of)
        short = in_order(self._short_names(reading), by_tail)
        short = short or list(other_versions(reading, lambda: self._ends_of_versions))
        return short or list(names_apart(reading, self._at_vendor, self._vendor_of))

    def _at_vendor(self, vendor: str, end: str) -> str | None:
        """The model of a vendor that the end of a name stands for."""
        known = self._ends.get(end)
        if known is not None and self._vendor_of(known[1]) == vendor:
            return known[1]
        return self._tails.get((vendor, end))

    def _vendor_of(self, id_: str) -> str | None:
        entry = self._knowledge.entries.get(id_) or self._catalogue.entry(id_)
        return (entry.vendor or entry.id) if entry is not None else None

    @cached_property
    def _ends_of_versions(self) -> Ends:
        return ends_of_versions(name.text for name in (*self._knowledge.names, *self._more))

    @cached_property
    def _undotted(self) -> Undotted:
        names = (*self._knowledge.names, *self._more)
        kinds = self._kinds(names)
        return undotted((name.text, name.id) for name in names if kinds.get(name.id) is EntityKind.MODEL)

    @cached_property
    def _tails(self) -> Tails:
        names = ((name.text, name.id, self._vendor_of(name.id)) for name in self._knowledge.names)
        models = self._knowledge.models
        return tails_of((text, id_, vendor) for text, id_, vendor in names if vendor is not None and id_ in models)

    @property
    def is_warm(self) -> bool:
        """Whether all is loaded that any text needs."""
        return "topics" in vars(self)

    def warm(self) -> None:
        """Load the catalogue's names, and all that is made of them."""
        self.read(normalize(_NEEDY))
        self._typos.sounds_like_name(_NEEDY)
        _ = self.topics

    @cached_property
    def topics(self) -> Topics:
        """Tells beforehand what cannot be of language models; the catalogue's names are loaded for it."""
        words = (word.text for word in self._knowledge.unit_words if word.unit == TOKEN)
        ends = self._ends  # rather than through this object, which would keep itself alive
        return Topics(self._wider, self._typos, words, lambda text: holds_lone_name(text, ends))

    @cached_property
    def _more(self) -> tuple[Name, ...]:
        """The catalogue's names; left out are lines of models by their number (GLM-4) that lead to a curated vendor only."""
        curated = {name.text for name in self._knowledge.names}
        entries = self._knowledge.entries
        return tuple(
            replace(name, id=self._joined[name.id]) if name.id in self._joined else name
            for name in self._catalogue.names()
            if name.text not in curated and not (name.id in entries and name.text[-1].isdigit())
        )

    @cached_property
    def _joined(self) -> Mapping[str, str]:
        """The curated models that models of the catalogue are: their own lists answer."""
        return curated_models(self._knowledge, self._catalogue)

    def _find_id(self, text: str) -> str | None:
        """The model that an id means."""
        found = self._catalogue.find(text)
        return self._joined.get(found, found) if found is not None else None

    @cached_property
    def _more_names(self) -> WordSet:
        return WordSet(name.text for name in self._more)

    @cached_property
    def _ends(self) -> Mapping[str, tuple[EntityKind, str] | None]:
        """What the ends of names stand for, where that is one thing."""
        names = [*self._knowledge.names, *self._more]
        return ends_of_names((name.text, known) for name in names if (known := self._wider.name_of(name.text)))

    @cached_property
    def _wider(self) -> Tagger:
        return self._tagger([*self._knowledge.names, *self._more])

    @cached_property
    def _typos(self) -> Typos:
        names = self._knowledge.names
        return Typos(names, self._more, self._kinds([*names, *self._more]), self._curated.words())

    def _may_name_more(self, reading: Reading) -> bool:
        if len(reading.residue) > _MOST_UNKNOWN:
            return False
        if reading.residue or _SOLD_AS.search(reading.text):
            return True
        if not reading.keywords:
            return False
        text = reading.text
        words = [text[token.start : token.end] for token in reading.tokens if token[2:] == _OF_FACTS]
        return any(map(_may_be_id, words)) and _is_about_prices(reading)

    def _with_version(self, reading: Reading, normalized: Normalized) -> Reading:
        """The reading with models of the catalogue where a curated name and a version name one in full: GLM-4.5."""
        versions = {name.start for _, name in reading.names if name.version is not None}
        if not versions:
            return reading
        wider = self._wider.read(normalized)
        named = [token for token in wider.tokens if token.start in versions and token.name is not None]
        return wider if any(self._is_full_name(wider.text, token) for token in named) else reading

    def _is_full_name(self, text: str, token: Token) -> bool:
        entry = self._catalogue.entry(token.name.id) if token.name is not None else None
        written = text[token.start : token.end].translate(_JOINTS)
        return entry is not None and written == entry.name.en.casefold().translate(_JOINTS)

    def _tagger(self, names: Iterable[Name]) -> Tagger:
        names = tuple(names)
        keywords = {word for fact in self._knowledge.facts.values() for group in fact.keywords for word in group}
        money = asked_currencies(self._knowledge.currency_words)
        sellers = (id_ for id_, vendor in self._knowledge.vendors.items() if vendor.reseller)
        return Tagger(names, self._kinds(names), keywords, money, self._amounts, self._knowledge.lookalikes, sellers)

    def _kinds(self, names: Iterable[Name]) -> dict[str, EntityKind]:
        kinds = {}
        for name in names:
            if name.kind is NameKind.ENTRY and name.id not in kinds:
                entry = self._knowledge.entries.get(name.id) or self._catalogue.entry(name.id)
                if entry is not None:
                    kinds[name.id] = ENTITY_KINDS[entry.kind]
        return kinds
