"""Cards: replies as results of inline queries, each with a text that stands on its own."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from telegram import InlineQueryResultArticle, InputTextMessageContent, User
from telegram.constants import MessageLimit, ParseMode

from bot.answers import Reply
from bot.telegram.delivery import NO_PREVIEW
from bot.telegram.keyboards import keyboard
from bot.telegram.pages import pages, visible_length


@dataclass(frozen=True, slots=True)
class Cards:
    """All cards for one text, as answerInlineQuery takes them."""

    results: tuple[Mapping[str, Any], ...]
    personal: bool
    guide: bool
    """Whether a way into the private chat is to stand above them."""


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


def unique(replies: tuple[Reply, ...], me: User) -> list[Mapping[str, Any]]:
    """Cards, no two with the same content: Telegram refuses an answer with an id twice."""
    return list({made.id: made.to_dict() for made in (card(reply, me) for reply in replies)}.values())


def _card_id(reply: Reply) -> str:
    """The same for the same content on any replica, and another once a price in it has changed."""
    content = "\n".join((reply.code or "", reply.language, reply.title, reply.summary, reply.html))
    return hashlib.sha256(content.encode()).hexdigest()[:40]


def _one_page(html: str) -> str:
    if visible_length(html) <= MessageLimit.MAX_TEXT_LENGTH:
        return html
    return f"{pages(html, MessageLimit.MAX_TEXT_LENGTH - 2)[0]}\n…"
