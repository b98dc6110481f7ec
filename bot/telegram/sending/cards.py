"""Cards: replies as results of inline queries, each with a text that stands on its own."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from telegram import User
from telegram.constants import InlineQueryResultType

from bot.answers import Reply
from bot.telegram.sending.contents import AS_HTML, html_of, one_page
from bot.telegram.sending.keyboards import keyboard


@dataclass(frozen=True, slots=True)
class Cards:
    """All cards for one text, as answerInlineQuery takes them."""

    results: tuple[Mapping[str, Any], ...]
    personal: bool
    guide: bool
    """Whether a way into the private chat is to stand above them."""


def card(reply: Reply, me: User) -> Mapping[str, Any]:
    """An InlineQueryResultArticle; its text is cut to one message, since a card can send only one."""
    made: dict[str, Any] = {
        "type": InlineQueryResultType.ARTICLE,
        "id": _card_id(reply),
        "title": reply.title or reply.question,
        "input_message_content": {"message_text": one_page(html_of(reply)), **AS_HTML},
    }
    buttons = keyboard(reply, me, on_card=True)
    if buttons is not None:
        made["reply_markup"] = buttons
    if reply.summary:
        made["description"] = reply.summary
    return made


def unique(replies: tuple[Reply, ...], me: User) -> list[Mapping[str, Any]]:
    """Cards, no two with the same content: Telegram refuses an answer with an id twice."""
    return list({str(made["id"]): made for made in (card(reply, me) for reply in replies)}.values())


def _card_id(reply: Reply) -> str:
    """The same for the same content on any replica, and another once a price in it has changed."""
    content = "\n".join((reply.code or "", reply.language, reply.title, reply.summary, reply.html))
    return hashlib.sha256(content.encode()).hexdigest()[:40]
