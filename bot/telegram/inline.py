"""Inline mode: cards to choose from while somebody types, in any chat."""

from __future__ import annotations

import hashlib
from typing import Final

from telegram import (
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    Update,
    User,
)
from telegram.constants import InlineQueryLimit, MessageLimit, ParseMode

from bot.answers import Context, Reply
from bot.telegram.chats import ChatSettings, context_for
from bot.telegram.delivery import NO_PREVIEW
from bot.telegram.help import HELP_PAYLOAD
from bot.telegram.keyboards import keyboard
from bot.telegram.pages import pages, visible_length
from bot.telegram.services import Services
from bot.telegram.suggestions import suggestions
from bot.telegram.wording import WORDS
from bot.text import Language

PAGE: Final = 10
"""Cards in one answer; more follow as the reader scrolls."""

CACHE_SECONDS: Final = 60
"""How long Telegram may show the same cards for the same text: a changed price is seen within it."""


async def on_inline_query(services: Services, update: Update) -> None:
    """Answer an inline query with cards."""
    query = update.inline_query
    if query is None:
        return
    context = context_for(ChatSettings(), query.from_user, services.usual_language)
    replies = suggestions(services, query.query, context)
    cards = unique(replies, services.me)
    start = _offset(query.offset)
    guide = not query.query.strip() or not cards
    words = WORDS[context.usual_language]
    await services.delivery.answer_inline(
        query.id,
        cards[start : start + PAGE],
        cache_seconds=CACHE_SECONDS,
        personal=guide or _depends_on_person(services, query, context, replies),
        next_offset=str(start + PAGE) if start + PAGE < len(cards) else "",
        button=InlineQueryResultsButton(words.ask_in_private, start_parameter=HELP_PAYLOAD) if guide else None,
    )


def card(reply: Reply, me: User) -> InlineQueryResultArticle:
    """A card; its text is cut to one message, since a card can send only one."""
    return InlineQueryResultArticle(
        id=_card_id(reply),
        title=reply.title or reply.question,
        description=reply.summary or None,
        input_message_content=InputTextMessageContent(
            _one_page(reply.html), parse_mode=ParseMode.HTML, link_preview_options=NO_PREVIEW
        ),
        reply_markup=keyboard(reply, me),
    )


def unique(replies: tuple[Reply, ...], me: User) -> list[InlineQueryResultArticle]:
    """Cards, no two with the same content: Telegram refuses an answer with an id twice."""
    return list({made.id: made for made in (card(reply, me) for reply in replies)}.values())


def _card_id(reply: Reply) -> str:
    """The same for the same content on any replica, and another once a price in it has changed."""
    content = "\n".join((reply.code or "", reply.language, reply.title, reply.summary, reply.html))
    return hashlib.sha256(content.encode()).hexdigest()[:40]


def _one_page(html: str) -> str:
    if visible_length(html) <= MessageLimit.MAX_TEXT_LENGTH:
        return html
    return f"{pages(html, MessageLimit.MAX_TEXT_LENGTH - 2)[0]}\n…"


def _depends_on_person(services: Services, query: InlineQuery, context: Context, replies: tuple[Reply, ...]) -> bool:
    """Whether somebody whose client speaks another language would get other cards for the same text."""
    if all(reply.language is not context.usual_language for reply in replies):
        return False
    other = Language.EN if context.usual_language is not Language.EN else Language.ZH_HANS
    elsewhere = Context(usual_language=other, currency=context.currency)
    return suggestions(services, query.query, elsewhere) != replies


def _offset(offset: str) -> int:
    return (
        min(int(offset), InlineQueryLimit.RESULTS) if offset.isascii() and offset.isdigit() and len(offset) < 4 else 0
    )
