"""What a message holds, as the Bot API takes it: a text, or a picture with a caption."""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from telegram.constants import MessageLimit, ParseMode

from bot.answers import Reply
from bot.telegram.texts.pages import pages, visible_length

_TAGGED: Final = {"parse_mode": ParseMode.HTML}
AS_HTML: Final = {**_TAGGED, "link_preview_options": {"is_disabled": True}}
"""How all texts go out: with tags, and without a preview of links."""

RICH: Final = "sendRichMessage"
"""The method that an older server does not know."""

_FILE: Final = "chart"
"""The name of the picture within its call."""


class Photo(NamedTuple):
    """A picture as a PNG, light or dark."""

    png: bytes
    dark: bool = False


class Content(NamedTuple):
    """The method that sends a message, the arguments that hold what is in it, and its files."""

    method: str
    arguments: Mapping[str, Any]
    files: Mapping[str, bytes] | None = None


def as_text(part: str) -> Content:
    """A message of HTML that fits into one."""
    return Content("sendMessage", {"text": part} | AS_HTML)


def as_rich(reply: Reply) -> Content:
    """The reply with its table, for servers and clients of Bot API 10.1 and later."""
    return Content(RICH, _rich(reply))


def as_rich_edit(reply: Reply) -> Content:
    """The same in the place of another text."""
    return Content("editMessageText", _rich(reply))


def _rich(reply: Reply) -> Mapping[str, Any]:
    return {"rich_message": {"html": reply.rich, "skip_entity_detection": True}}


def as_photo(photo: Photo, reply: Reply) -> Content:
    """A picture, with the reply as its caption."""
    caption = {"caption": _caption(reply)} | _TAGGED
    return Content("sendPhoto", {"photo": f"attach://{_FILE}"} | caption, {_FILE: photo.png})


def as_media(photo: Photo, reply: Reply) -> Content:
    """The same in the place of another picture."""
    media = {"type": "photo", "media": f"attach://{_FILE}", "caption": _caption(reply)} | _TAGGED
    return Content("editMessageMedia", {"media": media}, {_FILE: photo.png})


def html_of(reply: Reply) -> str:
    return reply.html or html.escape(reply.text)


def one_page(text: str, limit: int = MessageLimit.MAX_TEXT_LENGTH) -> str:
    """HTML cut to so many visible characters, with an ellipsis where that takes something away."""
    return text if visible_length(text) <= limit else f"{pages(text, limit - 2)[0]}\n…"


def _caption(reply: Reply) -> str:
    return one_page(html_of(reply), MessageLimit.CAPTION_LENGTH)
