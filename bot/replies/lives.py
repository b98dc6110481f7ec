"""The first lines of an answer to whether models are still sold."""

from __future__ import annotations

from bot.answers import Answer, Result, Role
from bot.knowledge.days import RoughDay
from bot.knowledge.model_entries import ModelStatus
from bot.quantities import DATE, TEXT
from bot.questions.kinds.status import RELEASED
from bot.replies.layout import Line, Style
from bot.replies.speech import Speech


def word_status(answer: Answer, speech: Speech) -> list[Line]:
    """Of each model whether it is sold, since when it is not, and what its vendor sells in its place."""
    told = [result for result in answer.results if result.unit == TEXT and result.role is Role.ANSWER]
    style = Style.HEADLINE if len(told) == 1 else Style.ITEM
    lines = [Line(_told(result, answer, speech), style) for result in told]
    after = [_after(result, speech) for result in answer.results if result.role is Role.ALSO]
    return [*lines, Line(speech.phrases.came_after.format(names=speech.listed(after)))] if after else lines


def _after(result: Result, speech: Speech) -> str:
    name = speech.name(result.subject)
    return speech.phrases.ended_too.format(name=name) if result.status is ModelStatus.RETIRED else name


def _told(result: Result, answer: Answer, speech: Speech) -> str:
    phrases, name = speech.phrases, speech.name(result.subject)
    status = result.status.value if result.status is not None else ""
    days = (each.day for each in answer.results if each.subject == result.subject and each.unit == DATE)
    day = next(days, None)
    if day is None:
        listed = result.source is not None and result.source not in speech.library.knowledge.sources
        return (phrases.listed_lives if listed else phrases.lives)[status].format(name=name)
    text = day.text if isinstance(day, RoughDay) else day.isoformat()
    if answer.question.target == RELEASED:
        return phrases.came_out.format(name=name, day=text)
    return phrases.lives_since[status].format(name=name, day=text)
