"""Finds the facts that a message may be asking for, by keywords and by the words it shares with what they say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log, sqrt
from typing import Final

from bot.knowledge.entries import Fact, Knowledge
from bot.quantities import Range
from bot.text import normal_form

FIELD: Final = "industry"
"""The subject of facts that belong to nobody in particular."""

_SUBJECT_WEIGHT: Final = 2.0
_SHARED_WEIGHT: Final = 0.6
_MOSTLY_SHARED: Final = 0.6
"""The share of a message's words, by rarity, that a fact without all its keywords must have."""


_PARTLY_SHARED: Final = 0.3
"""The same, where the message names the very subject of the fact."""

_FAMILY_RARITY: Final = 0.5
"""How much a word tells that stands for a whole family (``@why``)."""

_FIGURE_WEIGHT: Final = 4.0
_POINTED_WEIGHT: Final = 3.0
_FIELD_WEIGHT: Final = 1.5


@dataclass(frozen=True, slots=True)
class FactMatch:
    """A fact with the weight of what speaks for it, and the keywords of it that the message has."""

    fact: Fact
    weight: float
    words: frozenset[str]
    direct: bool
    sure: bool
    """All its keywords are there, or other words point to it: not only words that it shares."""


class FactIndex:
    """Facts by their words; the rarer a word among the facts, the more it tells."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._facts = tuple(facts)
        self._pieces = {fact.id: frozenset(pieces(own_text(fact))) for fact in self._facts}
        counts = Counter(piece for found in self._pieces.values() for piece in found)
        self._rarity = {piece: log(1 + len(self._facts) / count) for piece, count in counts.items()}
        words = Counter(word for fact in self._facts for word in set().union(*fact.keywords))
        self._keyword_rarity = {
            word: _FAMILY_RARITY if word.startswith("@") else 1 + log(len(self._facts) / count)
            for word, count in words.items()
        }

    def matches(
        self,
        text: str,
        keywords: frozenset[str],
        named: frozenset[str],
        owners: Mapping[str, frozenset[str]],
        figures: frozenset[tuple[Range, str | None]] = frozenset(),
        favoured: frozenset[str] = frozenset(),
    ) -> list[FactMatch]:
        """Facts that fit a message, the best first.

        ``keywords`` are the fact keywords in the text, ``named`` the entries it names, ``owners`` the vendors and
        products that each entry belongs to. ``figures`` are amounts in the text with their units, ``favoured`` facts that other words
        of the message point to.
        """
        asked = frozenset(pieces(text))
        total = sum(self._rarity.get(piece, 1.0) for piece in asked) or 1.0
        found = []
        for fact in self._facts:
            groups = [group & keywords for group in fact.keywords]
            subjects = frozenset(fact.subjects)
            direct = bool(named & subjects)
            related = direct or self._related(named, subjects, owners)
            if named and not related and FIELD not in subjects:
                continue
            shared = sum(self._rarity[piece] for piece in asked & self._pieces[fact.id])
            complete = bool(groups) and all(groups)
            told = any(
                (figure.value, figure.unit) in figures or (related and (figure.value, None) in figures)
                for figure in fact.figures
                if figure.value is not None
            )
            pointed = fact.id in favoured
            needed = _PARTLY_SHARED if direct else _MOSTLY_SHARED
            if not (complete or pointed or (told and (related or not named))) and shared / total < needed:
                continue
            weight = _SHARED_WEIGHT * shared + _SUBJECT_WEIGHT * (related + direct) + _FIGURE_WEIGHT * told
            weight += _POINTED_WEIGHT * pointed + _FIELD_WEIGHT * (not named and FIELD in subjects)
            if complete:
                told_by = (max(self._keyword_rarity[word] * sqrt(len(word)) for word in group) for group in groups)
                weight += sum(told_by) / sqrt(len(groups))
            found.append(FactMatch(fact, weight, frozenset().union(*groups), direct, complete or pointed or told))
        if any(match.direct for match in found):
            found = [match for match in found if match.direct]
        return sorted(found, key=lambda match: -match.weight)

    def _related(self, named: frozenset[str], subjects: frozenset[str], owners: Mapping[str, frozenset[str]]) -> bool:
        mine = named.union(*(owners.get(id_, frozenset()) for id_ in named))
        theirs = subjects.union(*(owners.get(id_, frozenset()) for id_ in subjects))
        return bool(mine & subjects or named & theirs)


def pieces(text: str) -> Iterable[str]:
    """What a text is compared by: pairs of Chinese characters, and Latin words."""
    word = ""
    previous = ""
    for character in [*text, " "]:
        latin = character.isascii() and character.isalnum()
        if latin:
            word += character
        elif word:
            if len(word) > 1:
                yield word
            word = ""
        han = character >= "\u3400" and character.isalpha()
        if han and previous:
            yield previous + character
        previous = character if han else ""


@lru_cache(maxsize=1024)
def own_text(fact: Fact) -> str:
    """All that a fact says and is asked with, in normal form."""
    return normal_form("\n".join((fact.statement.zh, fact.statement.en, *fact.asks)))


@lru_cache(maxsize=4)
def _index(facts: tuple[Fact, ...]) -> FactIndex:
    return FactIndex(facts)


def fact_index(knowledge: Knowledge) -> FactIndex:
    """The index of a knowledge base, built once."""
    return _index(tuple(knowledge.facts.values()))
