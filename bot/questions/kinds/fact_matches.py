"""The facts that a message may ask for, by all that it holds."""

from __future__ import annotations

import re
from typing import Final

from bot.knowledge.entries import Fact
from bot.language.basics.cues import Cue
from bot.language.basics.entities import EntityKind
from bot.language.tokens.reading import Keyword, Reading
from bot.quantities import Range
from bot.questions.kinds.concepts import asked_of_companies, concepts_in
from bot.questions.kinds.fact_index import FIELD, FactMatch, fact_index
from bot.questions.kinds.own_words import characters_known
from bot.questions.phrases.slots import Slots
from bot.questions.working.market import Market

_FAMILIES: Final = (
    Cue.WHY,
    Cue.WHO,
    Cue.WHEN,
    Cue.CHEAP,
    Cue.DEAR,
    Cue.FREE,
    Cue.PRICE,
    Cue.CUT,
    Cue.DIFFERENCE,
    Cue.BEFORE,
)
"""Families of words that keywords of a fact may name as a whole: ``@why`` is any word for why."""

_FAMILY_WORDS: Final = tuple((cue, f"@{cue.name.lower()}") for cue in _FAMILIES)

_ONE: Final = Range.exactly(1)


def facts_like(slots: Slots) -> tuple[str, ...]:
    """The ids of the facts that a message may ask for by its words, the best first."""
    return tuple(match.fact.id for match in fact_matches(slots))


def best_weight(slots: Slots) -> float:
    """How much speaks for the fact that a message fits best; 0 where it fits none."""
    return max((match.weight for match in fact_matches(slots)), default=0.0)


def fact_matches(slots: Slots) -> list[FactMatch]:
    knowledge = slots.market.knowledge
    keywords = {keyword.word for keyword in slots.reading.keywords if not _is_part_of_phrase(slots, keyword)}
    keywords |= {word for cue, word in _FAMILY_WORDS if cue in slots.reading.cues}
    named = named_in_facts(slots)
    figures = frozenset(
        (amount.value, "percent" if amount.kind is EntityKind.PERCENT else amount.unit)
        for _, amount in slots.reading.amounts
        if amount.value != _ONE
    )
    # What a person said is told by all of it, unless the message says of what.
    speaks = any(map(slots.is_person, named)) and not _has_content(slots.reading)
    found = fact_index(knowledge).matches(
        "" if speaks else without_names(slots.reading), frozenset(keywords), named, figures, _favoured(slots, named), Cue.NOT in slots.reading.cues,
        frozenset(slots.reading.text[name.start : name.end] for _, name in slots.reading.names),
    )  # fmt: skip
    asked = frozenset(asked_of_companies(slots.reading).values())
    fitting = (match for match in found if not asked or not asked.isdisjoint(concepts_in(match.own)))
    return [match for match in fitting if not _is_of_another(slots, match)]


def years_of(fact: Fact) -> frozenset[int]:
    """The years that a fact tells of."""
    said = YEAR.findall(f"{fact.statement.zh} {fact.statement.en}")
    return frozenset(int(year) for year in said if len(year) == _IN_FULL).union(
        [fact.day.year] if fact.day is not None else []
    )


YEAR: Final = re.compile(r"(?<![0-9])(?:20[0-9]{2}(?![0-9])|2[0-9](?=年))")
"""A year by its number, in full or by its last two figures: 2024, 24年."""
_IN_FULL: Final = 4


def _is_of_another(slots: Slots, match: FactMatch) -> bool:
    """Whether a message begins with what nobody knows, and a fact is about somebody who has another name: 曜石有多少人."""
    if slots.named or FIELD in match.fact.subjects or not slots.reading.residue:
        return False
    start, end = slots.reading.residue[0]
    return start == 0 and end - start > 1 and not characters_known(slots.reading.text, start, end, match.own)


def named_in_facts(slots: Slots) -> frozenset[str]:
    """What a message names, as far as facts may be about it: of what the wider catalogue alone knows, who makes it."""
    return frozenset(_known_as(slots.market, id_) for _, id_ in slots.named)


def _known_as(market: Market, id_: str) -> str:
    entry = None if id_ in market.knowledge.entries else market.entry(id_)
    return id_ if entry is None or entry.vendor is None else entry.vendor


def _has_content(reading: Reading) -> bool:
    """Whether the text holds words beside names, amounts and the words that all kinds of questions are asked with."""
    return bool(reading.residue) or any(not (token.cues or token.name or token.amount) for token in reading.tokens)


def without_names(reading: Reading) -> str:
    """The text without its names and amounts, which are compared by what they stand for."""
    kept, end = [], 0
    for token in reading.tokens:
        if token.name is not None or (token.amount is not None and not token.cues):
            kept.append(reading.text[end : token.start])
            end = token.end
    return "|".join((*kept, reading.text[end:]))


def _is_part_of_phrase(slots: Slots, keyword: Keyword) -> bool:
    """Whether a keyword is a part of an English phrase of another meaning: the last of last night, of last year."""
    return (
        keyword.word.isascii()
        and keyword.word.isalpha()
        and any(
            (Cue.FILLER in token.cues or Cue.DATE in token.cues)
            and token.start <= keyword.start
            and keyword.end <= token.end
            and " " in slots.reading.text[token.start : token.end]
            for token in slots.tokens
            if token.end - token.start > len(keyword.word)
        )
    )


_FEW: Final = 3
"""A subject with so few facts needs no more than its name and a question word."""


def _favoured(slots: Slots, named: frozenset[str]) -> frozenset[str]:
    """Facts that question words point to: what was said of a price, by whom; the only facts about a subject."""
    reading = slots.reading
    if not named or not reading.has(Cue.WHO, Cue.SAY, Cue.WHAT, Cue.WHICH, Cue.HOW, Cue.WHEN):
        return frozenset()
    about = [fact for fact in slots.market.knowledge.facts.values() if named.intersection(fact.subjects)]
    favoured = set()
    if reading.has(Cue.WHO, Cue.SAY):
        priced = {price.fact for id_ in slots.subjects for price in slots.market.prices(id_)}
        favoured |= {fact.id for fact in about if fact.speaker is not None and fact.id in priced}
    if reading.has(Cue.WHAT, Cue.WHO, Cue.WHICH, Cue.HOW, Cue.WHEN, Cue.SAY):
        for id_ in named:
            own = [fact.id for fact in about if id_ in fact.subjects]
            said = slots.is_person(id_) and reading.has(Cue.SAY, Cue.WHO)
            main = [fact.id for fact in about if _is_mainly_about(slots, id_, fact)]
            favoured |= set(own) if said else set(main) if len(own) <= _FEW else set()
    return frozenset(favoured)


def _is_mainly_about(slots: Slots, id_: str, fact: Fact) -> bool:
    """Whether an entry, or something of its own, is what a fact names first."""
    first = fact.subjects[0]
    entry = slots.market.entry(first)
    return first == id_ or (entry is not None and id_ in (entry.vendor, entry.parent))
