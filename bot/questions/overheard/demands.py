"""Whether a message demands something: models put in order, or a verb first that says what to do."""

from __future__ import annotations

from bot.language.basics.cues import Cue
from bot.language.tokens.reading import Reading
from bot.question import Kind, Question
from bot.questions.kinds.handlers import handlers
from bot.questions.phrases.asking import first_verb, pleads


def demands(question: Question, reading: Reading) -> bool:
    """Whether a message wants something done that a question of its kind does."""
    if question.kind is Kind.RANK and reading.has(Cue.ORDER, Cue.DESCENDING):
        return True
    if question.kind in (Kind.COST, Kind.BUDGET) and (question.loads or question.money) and pleads(reading):
        return True
    return not handlers()[question.kind].verbs.isdisjoint(first_verb(reading))


def may_demand(reading: Reading) -> bool:
    """Whether a message demands something, were it only understood as a question of the right kind."""
    if pleads(reading) or reading.has(Cue.ORDER, Cue.DESCENDING):
        return True
    verb = first_verb(reading)
    return any(not handler.verbs.isdisjoint(verb) for handler in handlers().values())
