"""Finds the facts that a message may be asking for, by keywords and by the words it shares with what they say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import log, sqrt
from typing import Final, NamedTuple, TypeVar

from bot.knowledge.derived import derived
from bot.knowledge.entries import EntryKind, Fact, Knowledge, Wording
from bot.quantities import Range
from bot.questions.kinds.concepts import concepts_in, words_for
from bot.questions.kinds.likeness import Alike, Likeness, features_of
from bot.text import normal_form

_Word = TypeVar("_Word")

FIELD: Final = "industry"
"""The subject of facts that belong to nobody in particular."""

_LIKENESS_WEIGHT: Final = 9.0
_SUBJECT_WEIGHT: Final = 2.0
_FIGURE_WEIGHT: Final = 7.0
_POINTED_WEIGHT: Final = 3.0
_FIELD_WEIGHT: Final = 1.5
_DENIAL_WEIGHT: Final = 4.0

_ALIKE: Final = 1.0
"""The likeness from which a message asks for a fact without its keywords."""
_ALIKE_ON_SUBJECT: Final = 0.55
"""The same, where the message names the very subject of the fact."""
SURELY_ALIKE: Final = 1.0
"""The likeness from which no other word need point to the fact."""

_NAME_TOLD: Final = 4
"""What a name tells, as much as a rare word or two."""

_FAMILY_RARITY: Final = 0.5
"""How much a word tells that stands for a whole family (``@why``)."""


@dataclass(frozen=True, slots=True)
class FactMatch:
    """A fact with the weight of what speaks for it, and the keywords of it that the message has."""

    fact: Fact
    weight: float
    words: frozenset[str]
    own: str
    """All that it says and is asked with, in normal form."""
    direct: bool
    pointed: bool
    """Whether its keywords or figures, or other words of the message, point to it."""
    likeness: float
    """How alike the message is to what it says and is asked with, from 0 to 2."""
    sure: bool
    """All its keywords are there, or other words point to it: not only words that it shares."""


class Nearest(NamedTuple):
    """The fact that is most alike to a message."""

    fact: Fact
    own: str
    """All that it says and is asked with, in normal form."""
    likeness: float
    next: float
    """The likeness of the next one."""
    named: bool
    """Whether the message names what it is about, or who said it."""


@dataclass(frozen=True, slots=True)
class _Known:
    """A fact with what is worked out of it once."""

    fact: Fact
    own: str
    subjects: frozenset[str]
    theirs: frozenset[str]
    """Its subjects, and the vendors and products that these belong to."""
    concepts: frozenset[str]
    """What it speaks of, beside its own words."""


class FactIndex:
    """Facts by their words; the rarer a word among the facts, the more it tells."""

    def __init__(
        self,
        facts: Iterable[Fact],
        owners: Mapping[str, frozenset[str]],
        priced: frozenset[str],
        people: Mapping[str, frozenset[str]],
    ) -> None:
        self._people = people
        self._owners = owners
        self._facts = tuple(self._known(fact) for fact in facts)
        self._places = {known.fact.id: place for place, known in enumerate(self._facts)}
        self._of_subject = _postings((place, known.subjects) for place, known in enumerate(self._facts))
        self._of_owner = _postings((place, known.theirs) for place, known in enumerate(self._facts))
        self._by_speaker = _postings((place, _names_of(known.fact.speaker)) for place, known in enumerate(self._facts))
        self._unpriced = frozenset(place for place, known in enumerate(self._facts) if known.fact.id not in priced)
        self._likeness = Likeness([_texts(known.fact) for known in self._facts])
        self._asked_by = _postings((place, frozenset().union(*f.fact.keywords)) for place, f in enumerate(self._facts))
        self._with_figure = _postings((place, _figures(known.fact)) for place, known in enumerate(self._facts))
        self._with_value = _postings((place, {v for v, _ in _figures(k.fact)}) for place, k in enumerate(self._facts))
        self._keyword_weight = {
            word: (_FAMILY_RARITY if word.startswith("@") else 1 + log(len(self._facts) / len(places)))
            * sqrt(_length(word))
            for word, places in self._asked_by.items()
        }
        self._opened_by = _postings((place, self._rarest_group(known.fact)) for place, known in enumerate(self._facts))

    def _about(self, named: frozenset[str]) -> frozenset[int]:
        """The facts about what is named, or what belongs to it, or what it belongs to."""
        found = (self._of_subject.get(id_, ()) for id_ in self._with_owners(named))
        return frozenset().union(*found, *(self._of_owner.get(id_, ()) for id_ in named))

    def _told_by(self, figures: Iterable[_Word], having: Mapping[_Word, tuple[int, ...]]) -> dict[int, float]:
        """The facts that have one of the figures, and how much it tells: 1 where no other fact has it."""
        told: dict[int, float] = {}
        for places in (having.get(figure, ()) for figure in figures):
            for place in places:
                rarity = log(1 + len(self._facts) / len(places)) / log(1 + len(self._facts))
                told[place] = max(told.get(place, 0.0), rarity)
        return told

    def _rarest_group(self, fact: Fact) -> frozenset[str]:
        """The group of keywords that fewest facts share words of: without one of it, a fact has not all its keywords."""
        shared = {group: sum(len(self._asked_by[word]) for word in group) for group in fact.keywords}
        return min(shared, key=shared.__getitem__, default=frozenset())

    def _known(self, fact: Fact) -> _Known:
        subjects = self._people.get(fact.id, frozenset()).union(fact.subjects)
        own = _own_text(fact)
        return _Known(fact, own, subjects, self._with_owners(subjects), frozenset(concepts_in(own)))

    def _with_owners(self, ids: frozenset[str]) -> frozenset[str]:
        return ids.union(*(self._owners.get(id_, ()) for id_ in ids))

    def nearest(self, text: str, named: frozenset[str], least: float) -> Nearest | None:
        """The fact that is most alike to a message, by its words alone: of those that somebody said whom it speaks of, else of
        those about what is named. Likeness below the ``least`` that counts is 0."""
        spoken = frozenset[int]().union(*(places for who, places in self._by_speaker.items() if _names(text, who)))
        alike = self._alike(text, named, spoken)
        by_likeness = sorted([(alike.likeness(place, least), place) for place in alike.places], reverse=True)
        if not by_likeness:
            return None
        (likeness, place), *others = by_likeness
        known = self._facts[place]
        return Nearest(known.fact, known.own, likeness, others[0][0] if others else 0.0, bool(spoken or named))

    def speaking_of(self, concepts: frozenset[str], named: frozenset[str]) -> Fact | None:
        """The one fact about all that is named that speaks of most of these, and of one at least."""
        about = (
            frozenset.intersection(*(self._about(frozenset((id_,))) for id_ in named)) if named else frozenset[int]()
        )
        shared = {place: len(concepts & self._facts[place].concepts) for place in about}
        most = max(shared.values(), default=0)
        best = [place for place in sorted(shared) if most and shared[place] == most]
        return self._facts[best[0]].fact if len(best) == 1 else None

    def _alike(self, text: str, named: frozenset[str], spoken: frozenset[int] = frozenset()) -> Alike:
        """The facts that may be meant, by likeness: those that are ``spoken``, else those about what is named, if anything
        is, that state no price."""
        among = spoken or (self._about(named) & self._unpriced if named else self._unpriced)
        return self._likeness.of(features_of(text), _NAME_TOLD * (len(named) or bool(spoken)), among)

    def matches(
        self,
        text: str,
        keywords: frozenset[str],
        named: frozenset[str],
        figures: frozenset[tuple[Range, str | None]] = frozenset(),
        favoured: frozenset[str] = frozenset(),
        negated: bool = False,
        names: frozenset[str] = frozenset(),
    ) -> list[FactMatch]:
        """Facts that fit a message, the best first.

        ``keywords`` are the fact keywords in the text, ``named`` the entries it names. ``figures`` are amounts in the
        text with their units, ``favoured`` facts that other words of the message point to, ``negated`` whether
        the message denies something, as some of the facts do. ``names`` are the keywords that are the very names of
        what is named: alone they tell nothing of what is asked.
        """
        about = self._about(named)
        alike = self._alike(text, named)
        told = self._told_by(figures, self._with_figure)
        bare = self._told_by((value for value, unit in figures if unit is None), self._with_value)
        pointed = {self._places[id_] for id_ in favoured}
        asked = {place for word in keywords for place in self._opened_by.get(word, ())}
        speakers = [who for who in self._by_speaker if _names(text, who)]
        found = []
        for place in sorted(alike.places | told.keys() | bare.keys() | pointed | asked):
            known = self._facts[place]
            if speakers and not any(who in known.own for who in speakers):
                continue  # it is no word of whom the message names
            direct = not named.isdisjoint(known.subjects)
            related = place in about
            elsewhere = bool(named) and not related
            if elsewhere and FIELD not in known.subjects:
                continue
            groups = [group & keywords for group in known.fact.keywords]
            complete = bool(groups) and all(groups) and not (names and names.issuperset(frozenset().union(*groups)))
            figure = place in told or (related and place in bare)
            if elsewhere and (not complete or (figures and not figure)):
                continue
            counts = complete or place in pointed or (figure and not elsewhere)
            least = 0.0 if counts else _ALIKE_ON_SUBJECT if direct else _ALIKE
            likeness = alike.likeness(place, least)
            if likeness < least:
                continue
            weight = _LIKENESS_WEIGHT * likeness + _SUBJECT_WEIGHT * (related + direct)
            weight += _FIGURE_WEIGHT * max(told.get(place, 0.0), bare.get(place, 0.0)) if figure else 0.0
            weight += _POINTED_WEIGHT * (place in pointed) + _FIELD_WEIGHT * (not named and FIELD in known.subjects)
            if complete:
                told_by = (max(self._keyword_weight[word] for word in group) for group in groups)
                weight += sum(told_by) / sqrt(len(groups))
                weight += _DENIAL_WEIGHT * (negated and denies(known.fact))
            told_of = complete or place in pointed or figure
            of_it = direct or (not named and FIELD in known.subjects)
            sure = (told_of and not elsewhere) or (of_it and likeness >= SURELY_ALIKE)
            found.append(
                FactMatch(
                    known.fact,
                    weight,
                    frozenset().union(*groups),
                    known.own,
                    direct,
                    told_of,
                    likeness,
                    sure,
                )
            )
        if any(match.direct for match in found):
            found = [match for match in found if match.direct]
        return sorted(found, key=lambda match: -match.weight)


def _names(text: str, who: str) -> bool:
    """Whether a text names somebody, with hyphens or without."""
    return who in text or who.replace("-", " ") in text.replace("-", " ")


def _postings(found: Iterable[tuple[int, Iterable[_Word]]]) -> dict[_Word, tuple[int, ...]]:
    """The places at which each word is found."""
    places: dict[_Word, list[int]] = {}
    for place, words in found:
        for word in set(words):
            places.setdefault(word, []).append(place)
    return {word: tuple(at) for word, at in places.items()}


def _figures(fact: Fact) -> set[tuple[Range, str | None]]:
    return {(figure.value, figure.unit) for figure in fact.figures if figure.value is not None}


def _names_of(speaker: Wording | None) -> frozenset[str]:
    """The names of who said something, where no more is told of them than these."""
    names = frozenset((normal_form(speaker.zh), normal_form(speaker.en))) if speaker is not None else frozenset()
    return frozenset(name for name in names if len(name) <= _LONGEST_NAME and not _BESIDE_NAMES.intersection(name))


_LONGEST_NAME: Final = 24
_BESIDE_NAMES: Final = frozenset(",(")


def _length(word: str) -> float:
    """How long a word is, in Chinese characters: some two and a half letters say as much."""
    return len(word) / 2.5 if word.isascii() else len(word)


def _texts(fact: Fact) -> tuple[str, ...]:
    """What it says and is asked with, each in normal form; keywords are words that neither has."""
    words = " ".join(word for group in fact.keywords for word in sorted(group) if not word.startswith("@"))
    return tuple(map(normal_form, (fact.statement.zh, fact.statement.en, *fact.asks, *((words,) if words else ()))))


def _own_text(fact: Fact) -> str:
    """All that a fact says and is asked with, in normal form, and the words that mean the same."""
    said = normal_form("\n".join((fact.statement.zh, fact.statement.en, *fact.asks)))
    return "\n".join((said, *(word for concept in sorted(set(concepts_in(said))) for word in words_for(concept))))


@derived
def fact_index(knowledge: Knowledge) -> FactIndex:
    """The index of a knowledge base, built once."""
    owners = {
        id_: frozenset(owner for owner in (entry.vendor, entry.parent) if owner)
        for id_, entry in knowledge.entries.items()
    }
    return FactIndex(knowledge.facts.values(), owners, _facts_of_prices(knowledge), _speakers(knowledge))


def _speakers(knowledge: Knowledge) -> dict[str, frozenset[str]]:
    """Those who said what a fact states, by the fact, as far as they are known by a name of their own."""
    people = {
        name.text: name.id
        for name in knowledge.names
        if name.id in knowledge.entries and knowledge.entries[name.id].kind is EntryKind.SUBJECT
    }
    spoken = (
        (fact.id, normal_form(f"{fact.speaker.zh}\n{fact.speaker.en}"))
        for fact in knowledge.facts.values()
        if fact.speaker
    )
    return {id_: frozenset(person for name, person in people.items() if name in speaker) for id_, speaker in spoken}


def denies(fact: Fact) -> bool:
    """Whether a fact says that something is not so."""
    return "不是" in fact.statement.zh or " not " in fact.statement.en


@derived
def priced_facts(knowledge: Knowledge) -> frozenset[str]:
    """The facts that state a price, what a price counts in, or a change of prices."""
    return frozenset(_stated(knowledge))


def _stated(knowledge: Knowledge) -> Iterator[str]:
    for prices in (*knowledge.prices.values(), *knowledge.reports.values()):
        yield from (price.fact for price in prices if price.fact is not None)
    for rates in knowledge.rates.values():
        yield from (rate.fact for rate in rates if rate.fact is not None)
    yield from (fact.id for fact in knowledge.facts.values() if fact.change is not None)


def _facts_of_prices(knowledge: Knowledge) -> frozenset[str]:
    """The facts that state the price of a model or its change, which a question about prices answers better."""
    priced = {price.fact for prices in knowledge.prices.values() for price in prices if price.fact is not None}
    priced.update(fact.id for fact in knowledge.facts.values() if fact.change is not None)
    return frozenset(id_ for id_ in priced if FIELD not in knowledge.facts[id_].subjects)
