"""Anything else that the articles state: who, when, why, how much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log
from typing import Final

from bot.answers import Answer, Kind, Question, Remark, Role
from bot.knowledge.entries import Fact, Figure, Knowledge
from bot.language.cues import Cue
from bot.quantities import TEXT, Range
from bot.questions.handler import Candidate, Handler, residue_weight, token_weight, used
from bot.questions.market import Market
from bot.questions.slots import Slots
from bot.questions.working import Working
from bot.text import normal_form

_MOST: Final = 3
"""Facts stated in one answer."""

_SUBJECT_WEIGHT: Final = 2.0
_FIELD: Final = "industry"
"""The subject of facts that belong to nobody in particular."""


_THEME: Final = (Cue.PRICE, Cue.CHEAP, Cue.DEAR, Cue.CUT, Cue.BEFORE, Cue.TOKEN, Cue.MODELS, Cue.VENDORS, Cue.SPEND)
"""Words that any of the facts may be asked with, though they name none."""

_THEME_CREDIT: Final = 0.8


@dataclass(frozen=True, slots=True)
class _Match:
    fact: Fact
    weight: float
    words: frozenset[str]
    direct: bool


def read(slots: Slots) -> Candidate | None:
    matches = _matches(slots)
    if not matches:
        return None
    best = matches[0].weight
    chosen = [match for match in matches if match.weight >= best * 0.99][:_MOST]
    places, extra = _explained(slots, tuple(match.fact for match in chosen), {word for match in chosen for word in match.words})
    places |= slots.name_places
    places |= used(slots, Cue.WHO, Cue.WHEN, Cue.WHAT, Cue.HOW, Cue.HOW_MANY, Cue.SAY, Cue.QUESTION, Cue.ASK, Cue.KNOW)
    places |= {place for place, _ in slots.reading.amounts() if _is_of(slots, place, chosen[0].fact)}
    asking = slots.reading.has(
        Cue.WHO, Cue.WHEN, Cue.WHY, Cue.WHAT, Cue.HOW, Cue.HOW_MANY, Cue.QUESTION, Cue.WHICH, Cue.ASK, Cue.SAY, Cue.LIST
    )
    theme = used(slots, *_THEME) - places
    extra += _THEME_CREDIT * sum(token_weight(slots.tokens[place]) for place in theme)
    question = Question(Kind.FACT, facts=tuple(match.fact.id for match in chosen))
    return Candidate(question, frozenset(places), implied=not asking, extra=extra)


def _matches(slots: Slots) -> list[_Match]:
    """Facts that have a word of each keyword group in the text, and whose subject nothing contradicts; best first."""
    present = {keyword.word for keyword in slots.reading.keywords}
    if not present:
        return []
    knowledge = slots.market.knowledge
    rarity = _rarity(knowledge)
    named = {id_ for _, id_ in slots.named}
    related = named | {owner for id_ in named for owner in _owners(knowledge, id_)}
    found = []
    for fact in knowledge.facts.values():
        words = [group & present for group in fact.keywords]
        if not all(words):
            continue
        about = bool(related.intersection(fact.subjects)) or any(
            named.intersection(_owners(knowledge, subject)) for subject in fact.subjects
        )
        if named and not about and _FIELD not in fact.subjects:
            continue
        direct = named.intersection(fact.subjects)
        weight = sum(max(rarity[word] * len(word) ** 0.5 for word in group) for group in words)
        weight += _SUBJECT_WEIGHT * about + _SUBJECT_WEIGHT * bool(direct)
        found.append(_Match(fact, weight, frozenset(word for group in words for word in group), bool(direct)))
    if any(match.direct for match in found):
        found = [match for match in found if match.direct]
    return sorted(found, key=lambda match: -match.weight)


def _owners(knowledge: Knowledge, id_: str) -> tuple[str, ...]:
    entry = knowledge.entries.get(id_)
    return tuple(owner for owner in (entry.vendor, entry.parent) if owner) if entry else ()


@lru_cache(maxsize=4)
def _rarity_of(facts: tuple[Fact, ...]) -> Mapping[str, float]:
    counts = Counter(word for fact in facts for word in set().union(*fact.keywords))
    return {word: 1.0 + log(len(facts) / count) for word, count in counts.items()}


def _rarity(knowledge: Knowledge) -> Mapping[str, float]:
    return _rarity_of(tuple(knowledge.facts.values()))


def _explained(slots: Slots, facts: tuple[Fact, ...], words: set[str]) -> tuple[frozenset[int], float]:
    """The tokens that the keywords cover, and the weight of unknown stretches that they explain."""
    reading = slots.reading
    spans = [(keyword.start, keyword.end) for keyword in reading.keywords if keyword.word in words]
    places = {
        place
        for place, token in enumerate(reading.tokens)
        if any(start < token.end and token.start < end for start, end in spans)
    }
    own = _own_text(facts)
    extra = sum(
        residue_weight(reading, span)
        for span in reading.residue
        if any(start < span[1] and span[0] < end for start, end in spans) or reading.text[span[0] : span[1]] in own
    )
    return frozenset(places), extra


@lru_cache(maxsize=256)
def _own_text(facts: tuple[Fact, ...]) -> str:
    """All that the facts say and are asked with, in normal form: words found there are understood."""
    wordings = [text for fact in facts for text in (fact.statement.zh, fact.statement.en, *fact.asks)]
    return normal_form("\n".join(wordings))


def _is_of(slots: Slots, place: int, fact: Fact) -> bool:
    """Whether an amount of the text is one of the fact's own figures."""
    amount = slots.tokens[place].amount
    if amount is None:
        return False
    known = [figure.value for figure in fact.figures] + [Range.exactly(figure.per) for figure in fact.figures if figure.per]
    return amount.value in known


def answer(question: Question, market: Market) -> Answer:
    working = Working(market, question)
    for id_ in question.facts:
        fact = market.knowledge.facts.get(id_)
        if fact is not None:
            state_fact(working, fact)
    return working.answer()


def state_fact(working: Working, fact: Fact) -> None:
    """Add a fact with its figures as published."""
    working.cite(fact.source, fact.id)
    for place, figure in enumerate(fact.figures or (Figure(TEXT),)):
        working.state(figure, fact, Role.ANSWER if place == 0 else Role.ALSO)
    if fact.caveat is not None:
        working.note(Remark.CAVEAT, fact.id)


HANDLER: Final = Handler(
    Kind.FACT,
    read,
    answer,
    (
        "百舸吞吐提升多少",
        "文心推理成本降到多少",
        "Veo 是谁发布的",
        "为什么能降价",
        "这么低的价格能持续吗",
        "how much does Angel save on training",
    ),
)
