"""Replies that deserve a card while somebody types: the answer, the same in other units and models, facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import Final

from bot.answers import Context, Reply, Status
from bot.question import Kind
from bot.telegram.answering.examples import of_today
from bot.telegram.answering.recent import recent
from bot.telegram.answering.services import Services
from bot.telegram.sending.keyboards import shared
from bot.telegram.texts.about import WORDS
from bot.telegram.texts.completion import Completer

MOST_CARDS: Final = 20

LONGEST_BEGUN: Final = 16
"""Characters of a text that may be the beginning of another question than the one that it seems to ask."""

LONGEST_TYPED: Final = 256
"""Characters of an inline query, by Telegram's own limit."""


_MAY_BE_ASKED: Final = (Kind.BUDGET, Kind.PRICE, Kind.COST, Kind.PLAN)
"""What half a question may be the beginning of."""


def suggestions(services: Services, text: str, context: Context, person: int = 0) -> tuple[Reply, ...]:
    """Replies for a text that may be unfinished, the best first; where nothing was typed yet, to what the person asked
    last, and to questions of today."""
    if text:
        return _unique(_found(services, text, context))
    return _unique((*recent(services, person, context), *of_today(services, context)))


def _found(services: Services, text: str, context: Context) -> Iterator[Reply]:
    sharing = shared(text)
    if sharing is not None:
        code, language = sharing
        yield services.engine.press(code, replace(context, language=language))
        return
    completed = _completer(services).complete(text, context.usual_language) or [text]
    asked = [reply for item in completed for reply in _asked(services, item, context)]
    yield from asked
    further = chain(
        (way for reply in asked for way in _ways_on(services, reply, context)),
        services.engine.suggest(text, context, MOST_CARDS),
    )
    yield from (reply for reply in further if _goes_on(reply, asked))


def _goes_on(reply: Reply, asked: list[Reply]) -> bool:
    """Whether a reply is about what was typed: no ranking or report that nobody asked for, no models but those named."""
    if reply.kind in (Kind.RANK, Kind.FACT):
        return any(each.kind is reply.kind for each in asked)
    named, others = {subject for each in asked for subject in _subjects(each)}, _subjects(reply)
    return not named or not others or not named.isdisjoint(others)


def _subjects(reply: Reply) -> set[str]:
    return {result.subject for result in reply.results if result.subject is not None}


def _asked(services: Services, text: str, context: Context) -> list[Reply]:
    """The reply to the text; before it, where it is but a sum or a name, the reply to what that may begin."""
    reply = services.engine.ask(text, context)
    if reply.status is Status.ANSWERED and (reply.kind is not Kind.FACT or len(text) > LONGEST_BEGUN):
        return [reply]
    for question in (words.format(text) for words in WORDS[reply.language].unfinished):
        whole = services.engine.ask(question, context)
        if whole.status is Status.ANSWERED and whole.kind in _MAY_BE_ASKED:
            return [whole, reply]
    return [reply]


def _ways_on(services: Services, reply: Reply, context: Context) -> Iterator[Reply]:
    """What the reply's buttons lead to: choices where it asks back, else other units, the price, the comparison."""
    context = replace(context, usual_language=reply.language)
    for row in reply.buttons:
        for button in row:
            yield services.engine.press(button.code, context)


def _unique(replies: Iterable[Reply]) -> tuple[Reply, ...]:
    """The replies that answer, each answer once, whatever else was asked for it."""
    found: dict[str, Reply] = {}
    for reply in replies:
        if reply.status is Status.ANSWERED:
            found.setdefault(reply.title or reply.html, reply)
        if len(found) == MOST_CARDS:
            break
    return tuple(found.values())


def _completer(services: Services) -> Completer:
    version = services.engine.knowledge.version
    known = services.completers.get(version)
    if known is None:
        known = Completer(services.engine.knowledge)
        services.completers.put(version, known)
    return known
