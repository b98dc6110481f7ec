"""Replies that deserve a card while somebody types: the answer, the same in other units and models, facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from bot.answers import Context, Reply, Status
from bot.question import Kind
from bot.telegram.answering.examples import examples
from bot.telegram.answering.services import Services
from bot.telegram.sending.keyboards import shared
from bot.telegram.texts.about import WORDS
from bot.telegram.texts.completion import Completer

MOST_CARDS: Final = 20

LONGEST_BEGUN: Final = 16
"""Characters of a text that may be the beginning of another question than the one that it seems to ask."""

LONGEST_TYPED: Final = 256
"""Characters of an inline query, by Telegram's own limit."""


def suggestions(services: Services, text: str, context: Context) -> tuple[Reply, ...]:
    """Replies for a text that may be unfinished, the best first; examples where nothing was typed yet."""
    return _unique(_found(services, text, context)) if text else examples(services, context.usual_language)


def _found(services: Services, text: str, context: Context) -> Iterator[Reply]:
    sharing = shared(text)
    if sharing is not None:
        code, language = sharing
        yield services.engine.press(code, replace(context, language=language))
        return
    completed = _completer(services).complete(text, context.usual_language) or [text]
    asked = [reply for item in completed for reply in _asked(services, item, context)]
    yield from asked
    for reply in asked:
        yield from _ways_on(services, reply, context)
    yield from services.engine.suggest(text, context, MOST_CARDS)


def _asked(services: Services, text: str, context: Context) -> list[Reply]:
    """The reply to the text; before it, where it is but a sum or a name, the reply to what that may begin."""
    reply = services.engine.ask(text, context)
    if reply.status is Status.ANSWERED and (reply.kind is not Kind.FACT or len(text) > LONGEST_BEGUN):
        return [reply]
    for question in (words.format(text) for words in WORDS[reply.language].unfinished):
        whole = services.engine.ask(question, context)
        if whole.status is Status.ANSWERED and whole.kind in (Kind.BUDGET, Kind.PRICE):
            return [whole, reply]
    return [reply]


def _ways_on(services: Services, reply: Reply, context: Context) -> Iterator[Reply]:
    """What the reply's buttons lead to: choices where it asks back, else other units, the price, the comparison."""
    context = replace(context, usual_language=reply.language)
    for row in reply.buttons:
        for button in row:
            yield services.engine.press(button.code, context)


def _unique(replies: Iterable[Reply]) -> tuple[Reply, ...]:
    """The replies that answer, each Question once."""
    found: dict[str, Reply] = {}
    for reply in replies:
        if reply.status is Status.ANSWERED:
            found.setdefault(reply.code or reply.html, reply)
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
