"""Buttons: the Question that each carries, there and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple, TypeAlias
from urllib.parse import parse_qs, quote, urlsplit

from telegram import InlineKeyboardButton, Message, User
from telegram.constants import InlineKeyboardButtonLimit
from telegram.helpers import create_deep_linked_url

from bot.answers import Button, Reply, Status
from bot.codes.question import MAX_CODE_LENGTH
from bot.question import Kind
from bot.telegram.texts.about import WORDS
from bot.text import Language

NEW_MESSAGE: Final = "+"
"""Stands first in buttons whose answer is to be a message of its own: those of a help text, which stays."""

_PICTURES: Final = {"%": False, "&": True}
"""Stand first in buttons that ask for a picture: whether it is to be a dark one."""

LANGUAGES: Final = {Language.ZH_HANS: "s.", Language.ZH_HANT: "t.", Language.EN: "e."}
"""Stand before the code: what is shown to several people goes on in its language, whoever presses."""

SHARED: Final = "#"
"""Stands before the code in the inline query that shares an answer; nobody types such a query."""

Key: TypeAlias = dict[str, str]
"""A button as the Bot API takes it. Plain, since each answer has several, and the library's objects take their time."""

Markup: TypeAlias = dict[str, list[list[Key]]]
"""An inline keyboard as the Bot API takes it."""

_MOST_DATA: Final = int(InlineKeyboardButtonLimit.MAX_CALLBACK_DATA)
_SHARE: Final = "https://t.me/share/url"


def keyboard(reply: Reply, me: User, *, on_card: bool = False) -> Markup | None:
    """The reply's buttons, and those for its picture and to share it; ``None`` where there are none.

    ``on_card``: in a chat that the bot may not write to, where no picture can be sent.
    """
    rows = list(_rows(reply.buttons, reply.language, keep=reply.stays or reply.kind is Kind.HELP))
    shareable = reply.code is not None and len(reply.code) <= MAX_CODE_LENGTH
    if reply.status is Status.ANSWERED and reply.kind is not Kind.HELP and reply.code and shareable:
        pictured = reply.charted and not on_card
        picture = [_picture_button(WORDS[reply.language].picture, reply.language, reply.code)] if pictured else []
        rows.append([*picture, _share_button(reply.language, reply.code, me)])
    return markup(rows) if rows else None


def keyboard_of_photo(reply: Reply, me: User, *, dark: bool) -> Markup:
    """The buttons under a picture: the reply's, which are answered below it, the other colours, and to share the reply."""
    rows, code = list(_rows(reply.buttons, reply.language, keep=True)), reply.code
    if code:
        label = WORDS[reply.language].in_light if dark else WORDS[reply.language].in_dark
        colours = _picture_button(label, reply.language, code, dark=not dark)
        rows.append([colours, _share_button(reply.language, code, me)])
    return markup(rows)


def markup(rows: Iterable[list[Key]]) -> Markup:
    """Rows of buttons as reply_markup takes them."""
    return {"inline_keyboard": list(rows)}


def rows_of(rows: Iterable[Iterable[Button]], language: Language, keep: bool = False) -> Markup | None:
    """Buttons in rows. ``keep``: pressing one leaves the message as it is and answers in another."""
    made = list(_rows(rows, language, keep))
    return markup(made) if made else None


class Pressed(NamedTuple):
    """What a button asks: the code of a Question, and the language of the message (``None``: not known).

    ``picture``: whether it is to be drawn, and if so dark or not.
    """

    code: str
    language: Language | None
    below: bool = False
    """Whether the answer is to be a message of its own."""
    picture: bool | None = None


def pressed(data: str) -> Pressed:
    """What is in the data of a pressed button."""
    mark = data[:1] if data.startswith((NEW_MESSAGE, *_PICTURES)) else ""
    code, language = _coded(data.removeprefix(mark))
    return Pressed(code, language, mark == NEW_MESSAGE, _PICTURES.get(mark))


def shared(query: str) -> tuple[str, Language | None] | None:
    """Code and language of the Question that an inline query shares; ``None`` for what somebody typed."""
    return _coded(query.removeprefix(SHARED).strip()) if query.startswith(SHARED) else None


def code_under(message: Message) -> str | None:
    """What a message of the bot answers, by its buttons alone: the Question that it shares, or else the first one."""
    rows = message.reply_markup.inline_keyboard if message.reply_markup else ()
    buttons = [button for row in rows for button in row]
    for button in buttons:
        code = _shared_by(button)
        if code is not None:
            return code
    data = (button.callback_data for button in buttons)
    return next((pressed(item).code for item in data if isinstance(item, str)), None)


def _coded(text: str) -> tuple[str, Language | None]:
    for language, mark in LANGUAGES.items():
        if text.startswith(mark):
            return text.removeprefix(mark), language
    return text, None


def _rows(rows: Iterable[Iterable[Button]], language: Language, keep: bool) -> Iterator[list[Key]]:
    prefix = (NEW_MESSAGE if keep else "") + LANGUAGES[language]
    for row in rows:
        made = [{"text": button.label, "callback_data": prefix + button.code} for button in row if button.code]
        fitting = [key for key in made if len(key["callback_data"].encode()) <= _MOST_DATA]
        if fitting:
            yield fitting


def _picture_button(label: str, language: Language, code: str, *, dark: bool = False) -> Key:
    mark = next(mark for mark, is_dark in _PICTURES.items() if is_dark is dark)
    return {"text": label, "callback_data": mark + LANGUAGES[language] + code}


def _share_button(language: Language, code: str, me: User) -> Key:
    """Sends the answer into another chat as a card; where the bot has no inline mode, a link to it."""
    label = WORDS[language].share
    if me.supports_inline_queries:
        return {"text": label, "switch_inline_query": SHARED + LANGUAGES[language] + code}
    link = create_deep_linked_url(me.username or "", code)
    return {"text": label, "url": f"{_SHARE}?url={quote(link, safe='')}"}


def _shared_by(button: InlineKeyboardButton) -> str | None:
    if button.switch_inline_query:
        return (shared(button.switch_inline_query) or (None,))[0]
    if button.url and button.url.startswith(_SHARE):
        link = "".join(parse_qs(urlsplit(button.url).query).get("url", ()))
        return "".join(parse_qs(urlsplit(link).query).get("start", ())) or None
    return None
