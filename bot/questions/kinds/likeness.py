"""How alike a message and a document are: lexical retrieval by n-grams, the rarer among the documents the heavier.

A document is a group of texts that say or ask the same in other words. What counts is how much of the message the
whole document has, and how alike the message is to the nearest of its texts (the cosine of their weights).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from heapq import nlargest
from math import fsum, log, sqrt
from typing import Final, NamedTuple

import ahocorasick

from bot.language.basics.cues import Cue
from bot.language.words.cue_words import cue_words
from bot.questions.kinds.concepts import concepts_in, stem, words_for

_FAMILIES: Final = frozenset({Cue.WHY, Cue.WHO, Cue.WHEN, Cue.CHEAP, Cue.CUT, Cue.RAISE, Cue.FREE})
"""Words of which any stands for every other of its family: 点解 for 为什么."""

_COMPARED: Final = 16
"""Documents of which each text is compared with the message: those that have most of its words."""

_ENOUGH: Final = 10.0
"""What the shared words must weigh together to count in full: two common words are no likeness."""

_UNKNOWN: Final = 1.5
"""What a word weighs that no document has."""

_WORD: Final = 2
"""Chinese characters that count as a word of their own where they are unknown, as a Latin word does."""

_LONGEST: Final = 3
"""Chinese characters of the longest n-gram."""

_RUNS: Final = re.compile("([0-9a-z]+)|[\u3400-\U0010ffff]+")


class Likeness:
    """Documents, of which each is the texts that stand for it, in normal form."""

    def __init__(self, documents: Sequence[Sequence[str]]) -> None:
        self._documents = documents
        having: dict[str, list[int]] = {}
        for place, texts in enumerate(documents):
            for feature in set().union(*(features_of(text) for text in texts)):
                having.setdefault(feature, []).append(place)
        self._having = having
        self._weights = {feature: _weight(feature, len(documents) / len(places)) for feature, places in having.items()}
        self._texts: dict[int, _Texts] = {}

    def of(self, features: frozenset[str], told: float, among: frozenset[int]) -> Alike:
        """The documents ``among`` these that may be meant.

        ``told`` is the weight of what else the message tells beside its words.
        """
        # In a fixed order, since the last digit of a sum hangs on that of its parts, and which of two alike comes first on it.
        weights = {feature: self._weights[feature] for feature in sorted(self._weights.keys() & features)}
        meant = frozenset[str]().union(*(_said_of(each) for each in weights if each.startswith(_OF_CONCEPT)))
        rest = features - meant - weights.keys()
        unknown = len([each for each in rest if (" " not in each if each.isascii() else len(each) == _WORD)])
        shared: defaultdict[int, float] = defaultdict(float)
        for feature, weight in weights.items():
            for place in among.intersection(self._having[feature]):
                shared[place] += weight
        return Alike(self, weights, sum(weights.values()) + _UNKNOWN * unknown, told, shared)

    def cosine(self, place: int, weights: Mapping[str, float]) -> float:
        """How alike a message is to the nearest text of a document, times the norm of the message."""
        if place not in self._texts:
            self._texts[place] = self._texts_of(self._documents[place])
        having, norms = self._texts[place]
        shared = [0.0] * len(norms)
        for feature, weight in weights.items():
            for text in having.get(feature, ()):
                shared[text] += weight * weight
        return max([each / norm for each, norm in zip(shared, norms, strict=True)])

    def _texts_of(self, document: Sequence[str]) -> _Texts:
        having: dict[str, list[int]] = {}
        norms = []
        for place, features in enumerate(map(features_of, document)):
            for feature in features:
                having.setdefault(feature, []).append(place)
            norms.append(_norm(map(self._weights.__getitem__, features)) or 1.0)
        return _Texts(having, norms)


class Alike:
    """The documents that may be meant, by their ``places``; the likeness of each is worked out where it is asked for."""

    def __init__(
        self, among: Likeness, weights: Mapping[str, float], total: float, told: float, shared: Mapping[int, float]
    ) -> None:
        self._among = among
        self._weights = weights
        self._norm = _norm(weights.values())
        self._heaviest = max(weights.values(), default=0.0)
        self._total = total
        self._told = told
        self._shared = shared
        self.places = frozenset(nlargest(_COMPARED, sorted(shared), key=shared.__getitem__))

    def likeness(self, place: int, least: float = 0.0) -> float:
        """From 0 to 2; 0 where it certainly is not the ``least`` that counts."""
        if place not in self.places:
            return 0.0
        shared = self._shared[place]
        share, counted = shared / self._total, min(1.0, (self._told + shared) / _ENOUGH)
        if (share + min(1.0, sqrt(self._heaviest * shared) / self._norm)) * counted < least:  # the cosine is no more
            return 0.0
        return (share + self._among.cosine(place, self._weights) / self._norm) * counted


class _Texts(NamedTuple):
    """The texts of a document: by feature the places of those that have it, and of each the norm of its weights."""

    having: Mapping[str, Sequence[int]]
    norms: Sequence[float]


def _weight(feature: str, rarity: float) -> float:
    length = 1.0 if feature.isascii() else sqrt(len(feature))
    return length * log(1 + rarity)


def _norm(weights: Iterable[float]) -> float:
    """The Euclidean norm; exact, so that it hangs on no order."""
    return sqrt(fsum([weight * weight for weight in weights]))


def features_of(text: str) -> frozenset[str]:
    """What a text in normal form is compared by: Latin words and pairs of them, Chinese n-grams, families of words."""
    return frozenset(_grams(text).union(_families(text)))


def _grams(text: str) -> set[str]:
    found = set[str]()
    before, end = "", -1
    for match in _RUNS.finditer(text):
        run = match[0]
        if match.lastindex:
            run = stem(run)
            found.add(run)
            if before and match.start() == end + 1:
                found.add(f"{before} {run}")
            before, end = run, match.end()
            continue
        before = ""
        for length in range(1, _LONGEST + 1):
            found.update([run[at : at + length] for at in range(len(run) - length + 1)])
    return found


def _families(text: str) -> list[str]:
    found = [f"{_OF_CONCEPT}{concept}" for concept in concepts_in(text)]
    for last, (length, families) in _family_words().iter(text):
        start, end = last + 1 - length, last + 1
        if not (start and _is_latin(text[start - 1 : start + 1])) and not _is_latin(text[end - 1 : end + 1]):
            found += families
    return found


_OF_CONCEPT: Final = "@@"


@cache
def _said_of(concept: str) -> frozenset[str]:
    """The words and n-grams of all words for a concept."""
    return frozenset(gram for word in words_for(concept.removeprefix(_OF_CONCEPT)) for gram in _grams(word))


def _is_latin(pair: str) -> bool:
    """Whether two characters stand inside one Latin word."""
    return len(pair) > 1 and pair.isascii() and pair.isalnum()


@cache
def _family_words() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for word, cues in cue_words().items():
        if families := tuple(f"@{cue.name.lower()}" for cue in cues if cue in _FAMILIES):
            automaton.add_word(word, (len(word), families))
    automaton.make_automaton()
    return automaton
