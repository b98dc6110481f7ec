"""What somebody asked last, for the cards of an empty inline query: in memory alone, a few of a bounded number of people."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from bot.answers import Context, Reply, Status
from bot.codes.question import MAX_CODE_LENGTH
from bot.question import Kind
from bot.telegram.answering.services import Services
from bot.telegram.sending.cards import Asked

MOST_RECENT: Final = 3
"""Questions of one person."""


def asked_by(reply: Reply) -> Asked | None:
    """The question of a reply, where it can be asked again."""
    if reply.code is None or len(reply.code) > MAX_CODE_LENGTH or reply.kind is Kind.HELP:
        return None
    return Asked(reply.code, reply.language) if reply.status is Status.ANSWERED else None


def remember(services: Services, person: int | None, asked: Asked | None) -> None:
    """Keep a question, the newest first."""
    if person is None or asked is None:
        return
    others = [each for each in services.recent.get(person, ()) if each.code != asked.code]
    services.recent.put(person, (asked, *others)[:MOST_RECENT])


def recent(services: Services, person: int, context: Context) -> tuple[Reply, ...]:
    """The answers of now to what somebody asked last."""
    return tuple(
        services.engine.press(asked.code, replace(context, language=asked.language))
        for asked in services.recent.get(person, ())
    )
