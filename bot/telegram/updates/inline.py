"""Inline mode: cards to choose from while somebody types, in any chat."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any, Final

from telegram.constants import InlineQueryLimit

from bot.answers import Context, Reply
from bot.telegram.answering.help import HELP_PAYLOAD
from bot.telegram.answering.recent import asked_by, remember
from bot.telegram.answering.services import Services
from bot.telegram.answering.suggestions import LONGEST_TYPED, suggestions
from bot.telegram.answering.thinking import MANY
from bot.telegram.chats.chats import ChatSettings, context_for
from bot.telegram.sending.cards import Cards, Shown, card_id, unique
from bot.telegram.sending.jobs import Job
from bot.telegram.texts.about import WORDS
from bot.text import Language

PAGE: Final = 10
"""Cards in one answer; more follow as the reader scrolls."""

CACHE_SECONDS: Final = 60
"""How long Telegram may show the same cards for the same text: a changed price is seen within it."""

UNKNOWN_CARD: Final = "unknown"
"""The kind of a card that another process showed, or that was shown long ago."""


async def on_inline_query(services: Services, job: Job) -> None:
    """Answer an inline query with cards."""
    query = job.update.inline_query
    if query is None:
        return
    context = context_for(ChatSettings(), query.from_user, services.usual_language)
    cards = await _cards(services, query.query.strip()[:LONGEST_TYPED], context, query.from_user.id)
    services.flow.counts.add("inline", "cards" if cards.results else "none")
    start = _offset(query.offset)
    page = cards.results[start : start + PAGE]
    for made in page:
        services.shown.put(made["id"], cards.shown[made["id"]])
    answer: dict[str, Any] = {
        "results": page,
        "cache_time": CACHE_SECONDS if query.query.strip() else 0,
        "is_personal": cards.personal,
        "next_offset": str(start + PAGE) if start + PAGE < len(cards.results) else "",
    }
    if cards.guide:
        label = WORDS[context.usual_language].ask_in_private
        answer["button"] = {"text": label, "start_parameter": HELP_PAYLOAD}
    await services.delivery.answer_inline(job, query.id, answer)


async def on_chosen(services: Services, job: Job) -> None:
    """Count what kind of card somebody sent, and keep its question for the next empty query."""
    chosen = job.update.chosen_inline_result
    if chosen is not None:
        shown = services.shown.get(chosen.result_id)
        services.flow.counts.add("chosen", shown.kind if shown is not None else UNKNOWN_CARD)
        remember(services, chosen.from_user.id, shown.asked if shown is not None else None)


async def _cards(services: Services, text: str, context: Context, person: int) -> Cards:
    """The cards for a text; many people type the same, and each types it letter by letter, so they are remembered.

    Who has typed nothing gets cards of their own.
    """
    if not text:
        return await services.thinking.of(partial(_made, services, text, context, person), MANY)
    key = services.engine.edition, date.today(), text, context.usual_language
    known = services.cards.get(key)
    if known is None:
        known = await services.thinking.of(partial(_made, services, text, context, person), MANY)
        services.cards.put(key, known)
    return known


def _made(services: Services, text: str, context: Context, person: int) -> Cards:
    replies = suggestions(services, text, context, person)
    guide = not text or not replies
    personal = guide or _depends_on_person(services, text, context, replies)
    shown = {card_id(reply): Shown(asked_by(reply), str(reply.kind or "none")) for reply in replies}
    return Cards(tuple(unique(replies, services.me, services.pictures)), shown, personal, guide)


def _depends_on_person(services: Services, text: str, context: Context, replies: tuple[Reply, ...]) -> bool:
    """Whether somebody whose client speaks another language would get other cards for the same text."""
    if all(reply.language is not context.usual_language for reply in replies):
        return False
    other = Language.EN if context.usual_language is not Language.EN else Language.ZH_HANS
    elsewhere = Context(usual_language=other, currency=context.currency)
    return suggestions(services, text, elsewhere) != replies


def _offset(offset: str) -> int:
    return (
        min(int(offset), InlineQueryLimit.RESULTS) if offset.isascii() and offset.isdigit() and len(offset) < 4 else 0
    )
