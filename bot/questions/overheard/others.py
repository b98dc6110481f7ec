"""Whether a fact that words lead to is about somebody else than the message names."""

from __future__ import annotations

from bot.knowledge.entries import Knowledge
from bot.question import Kind, Question
from bot.questions.phrases.slots import Slots
from bot.questions.working.market import INDUSTRY


def tells_of_others(question: Question, slots: Slots, knowledge: Knowledge) -> bool:
    """Whether none of the names is of those that the fact is about, or belongs to one of them: 文心倒闭了吗."""
    facts = [fact for id_ in question.facts if (fact := knowledge.facts.get(id_)) is not None]
    if question.kind is not Kind.FACT or not facts or not slots.named:
        return False
    told = {id_ for fact in facts for id_ in fact.subjects if id_.partition("/")[0] != INDUSTRY.partition("/")[0]}
    about = {owner for id_ in told for owner in _owners(id_, slots)}
    named = {owner for _, id_ in slots.named for owner in _owners(id_, slots)}
    return bool(about) and about.isdisjoint(named)


def _owners(id_: str, slots: Slots) -> set[str]:
    entry = slots.market.entry(id_)
    return {id_} if entry is None else {id_, *(each for each in (entry.vendor, entry.parent) if each)}
