"""Answered examples, for help texts and empty inline queries."""

from __future__ import annotations

from datetime import date
from typing import Final

from bot.answers import Context, Reply, Status
from bot.question import Kind
from bot.telegram.answering.services import Services
from bot.telegram.texts.examples import EXAMPLES
from bot.text import Language


def examples(services: Services, language: Language) -> tuple[Reply, ...]:
    """The engine's examples with their answers, one of each kind first. They are worked out once a day."""
    key = services.engine.edition, language, date.today()
    known = services.examples.get(key)
    if known is None:
        known = _answered(services, language)
        services.examples.put(key, known)
    return known


def of_today(services: Services, context: Context) -> tuple[Reply, ...]:
    """Answers to questions about the models that are best known today; the engine's own examples where none is."""
    language = context.usual_language
    key = f"today {services.engine.edition}", language, date.today()
    known = services.examples.get(key)
    if known is None:
        known = _of_today(services, context) or examples(services, language)
        services.examples.put(key, known)
    return known


def _of_today(services: Services, context: Context) -> tuple[Reply, ...]:
    names = services.engine.best_known(context)
    if len(names) < _NAMED:
        return ()
    asked = (question.format(a=names[0], b=names[1]) for question in EXAMPLES[context.usual_language])
    replies = [services.engine.ask(question, context) for question in asked]
    return tuple(reply for reply in replies if reply.status is Status.ANSWERED and reply.code)


_NAMED: Final = 2


def _answered(services: Services, language: Language) -> tuple[Reply, ...]:
    context = Context(usual_language=language)
    replies = [services.engine.ask(question, context) for question in services.engine.examples(language)]
    replies = [reply for reply in replies if reply.status is Status.ANSWERED and reply.code]
    first: dict[Kind | None, Reply] = {}
    for reply in replies:
        first.setdefault(reply.kind, reply)
    others = [reply for reply in replies if reply not in first.values()]
    return (*first.values(), *others)
