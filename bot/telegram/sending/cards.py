"""Cards: replies as results of inline queries, each with a text that stands on its own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple
from urllib.parse import urlencode

from telegram import User
from telegram.constants import InlineQueryResultType

from bot.answers import Reply
from bot.charts.marks import MOST_MARKED, SIDE
from bot.telegram.sending.contents import AS_HTML, html_of, one_page
from bot.telegram.sending.keyboards import keyboard
from bot.text import Language


class Asked(NamedTuple):
    """A question that was asked, by its code, and the language of its answer."""

    code: str
    language: Language


class Shown(NamedTuple):
    """What a card that was shown answers, and the kind of that question."""

    asked: Asked | None
    kind: str


@dataclass(frozen=True, slots=True)
class Cards:
    """All cards for one text, as answerInlineQuery takes them."""

    results: tuple[Mapping[str, Any], ...]
    shown: Mapping[str, Shown]
    """What each of them answers, by its id."""
    personal: bool
    guide: bool
    """Whether a way into the private chat is to stand above them."""


def card(reply: Reply, me: User, pictures: str | None = None) -> Mapping[str, Any]:
    """An InlineQueryResultArticle; its text is cut to one message, since a card can send only one.

    ``pictures`` is the address under which its picture can be fetched, where there is one.
    """
    made: dict[str, Any] = {
        "type": InlineQueryResultType.ARTICLE,
        "id": card_id(reply),
        "title": reply.title or reply.question,
        "input_message_content": {"message_text": one_page(html_of(reply)), **AS_HTML},
    }
    buttons = keyboard(reply, me, on_card=True)
    if buttons is not None:
        made["reply_markup"] = buttons
    lines = dict.fromkeys(filter(None, (reply.sourced, reply.summary)))
    if lines:
        made["description"] = "\n".join(lines)
    vendors = _vendors_of(reply)
    if pictures is not None and vendors:
        address = f"{pictures}?{urlencode({PICTURE: ' '.join(vendors)})}"
        made |= {"thumbnail_url": address, "thumbnail_width": SIDE, "thumbnail_height": SIDE}
    return made


PICTURE: Final = "picture"
"""The part of an address that says of which vendors it is the picture."""


def _vendors_of(reply: Reply) -> tuple[str, ...]:
    """Whose prices a reply tells of, the first ones."""
    sellers = (each.offer.seller if each.offer is not None else each.subject for each in reply.results)
    return tuple(dict.fromkeys(seller.partition("/")[0] for seller in sellers if seller))[:MOST_MARKED]


def unique(replies: Iterable[Reply], me: User, pictures: str | None) -> list[Mapping[str, Any]]:
    """Cards, no two with the same content: Telegram refuses an answer with an id twice."""
    return list({str(made["id"]): made for made in (card(reply, me, pictures) for reply in replies)}.values())


def card_id(reply: Reply) -> str:
    """The same for the same content on any replica, and another once a price in it has changed."""
    content = "\n".join((reply.code or "", reply.language, reply.title, reply.summary, reply.html))
    return hashlib.sha256(content.encode()).hexdigest()[:40]
