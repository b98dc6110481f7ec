"""What a fragment asks after a fact: another fact of the same, 训练效率呢, or the like of somebody else, 讯飞呢."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Final

from bot.knowledge.entries import Fact
from bot.language.basics.cues import Cue
from bot.language.tokens.reading import Reading
from bot.question import Kind, Question
from bot.questions.frames.handler import Candidate
from bot.questions.kinds.fact import read as read_fact
from bot.questions.kinds.fact_index import fact_index
from bot.questions.kinds.fact_matches import best_weight, without_names
from bot.questions.messages.changed_terms import is_bare
from bot.questions.phrases.slots import Slots

_AS_WELL: Final = 0.55
"""The share of what speaks for a fact of anybody from which one of those spoken of before is meant instead."""
_LEAST: Final = 0.3
_PLAINLY: Final = 1.0
"""How alike to a question of the fact before one is at least that tells the same of somebody else."""
_LEAD: Final = 1.4
_AT_THAT_TIME: Final = 31
"""Days between two facts within which both tell of the same event."""
_ASKS_AGAIN: Final = (Cue.WHEN, Cue.SOURCE, Cue.WHAT)


def of_the_same(previous: Question, slots: Slots, inherited: Slots) -> Candidate | None:
    """The fact about what was spoken of before that a message asks for without a name.

    ``inherited`` are its slots with that in the place of a name. When it was, the answer tells once more.
    """
    if slots.named or not previous.facts:
        return None
    if slots.reading.has(Cue.WHEN, Cue.SOURCE) and is_bare(slots, *_ASKS_AGAIN):
        return Candidate(previous)
    found = read_fact(inherited)
    if (
        found is None
        or {*found.question.facts} <= {*previous.facts}
        or best_weight(inherited) < _AS_WELL * best_weight(slots)
    ):
        return None
    spoken_of = frozenset(inherited.inherited)
    about = [slots.market.knowledge.facts[id_] for id_ in found.question.facts]
    return found if all(spoken_of.intersection(fact.subjects) for fact in about) else None


def of_another(previous: Question, slots: Slots, read: Callable[[str], Reading]) -> Question | None:
    """The fact that tells of whom the message names what the one before told: it is asked for in the same words."""
    named = frozenset(id_ for _, id_ in slots.named)
    if not named or not is_bare_of_topics(slots):
        return None
    facts = [slots.market.knowledge.facts[id_] for id_ in previous.facts[:1]]
    likeness = _likeness(facts, named, slots, read)
    likeness = {id_: alike for id_, alike in likeness.items() if id_ not in previous.facts}
    told = facts[0].day if facts else None
    if told is not None:
        days = {id_: slots.market.knowledge.facts[id_].day for id_ in likeness}
        near = {
            id_: alike
            for id_, alike in likeness.items()
            if (day := days[id_]) and abs((day - told).days) <= _AT_THAT_TIME
        }
        likeness = near or likeness
    best = max(likeness, key=lambda id_: sum(likeness[id_]), default=None)
    if best is None or max(likeness[best]) < _PLAINLY:
        return None
    others = (sum(alike) for id_, alike in likeness.items() if id_ != best)
    lead = sum(likeness[best]) >= _LEAD * max(others, default=0)
    return Question(Kind.FACT, facts=(best,)) if lead else None


def is_bare_of_topics(slots: Slots) -> bool:
    """Whether a message has nothing but names and the words that say that it goes on: did Tencent as well?"""
    passed = {Cue.FILLER, Cue.QUESTION, Cue.MAYBE, Cue.ASK, Cue.VERSUS}
    return not slots.reading.residue and all(
        token.name is not None or not passed.isdisjoint(token.cues) for token in slots.tokens
    )


def _likeness(
    facts: Iterable[Fact], named: frozenset[str], slots: Slots, read: Callable[[str], Reading]
) -> dict[str, list[float]]:
    """How alike facts about what is named are to the questions that others are asked with, by the fact."""
    index = fact_index(slots.market.knowledge)
    found: defaultdict[str, list[float]] = defaultdict(list)
    for ask in (ask for fact in facts for ask in fact.asks):
        nearest = index.nearest(without_names(read(ask)), named, _LEAST)
        if nearest is not None:
            found[nearest.fact.id].append(nearest.likeness)
    return found
