"""Buttons: the Question that each carries, there and back."""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator
from itertools import pairwise, takewhile
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

WATCH: Final = "!"
"""Stands first in buttons that have the chat told when the price of a Question's model changes."""

LANGUAGES: Final = {Language.ZH_HANS: "s.", Language.ZH_HANT: "t.", Language.EN: "e."}
"""Stand before the code: what is shown to several people goes on in its language, whoever presses."""

SHARED: Final = "#"
"""Stands before the code in the inline query that shares an answer; nobody types such a query."""

Key: TypeAlias = dict[str, str]
"""A button as the Bot API takes it. Plain, since each answer has several, and the library's objects take their time."""

Markup: TypeAlias = dict[str, list[list[Key]]]
"""An inline keyboard as the Bot API takes it."""

_STEP: Final = "."
"""Stands between the code of a button and those of the answers that its own leads back to; no code has one."""

_ALIKE: Final = ":"
"""Stands before a code that begins as the one before it does: the number of characters that it shares, then the others."""

_DIGITS: Final = string.digits + string.ascii_letters

_IS_CODE: Final = re.compile(rf"[A-Za-z0-9_-]{{1,{MAX_CODE_LENGTH}}}").fullmatch

Trail: TypeAlias = tuple[str, ...]
"""Codes of the answers that stood in the place of one before, the latest first."""

_MOST_DATA: Final = int(InlineKeyboardButtonLimit.MAX_CALLBACK_DATA)
_SHARE: Final = "https://t.me/share/url"


def keyboard(reply: Reply, me: User, *, on_card: bool = False, trail: Trail = ()) -> Markup | None:
    """The reply's buttons, and those to go back, for its picture, to watch its price and to share it; ``None``: there are none.

    ``on_card``: in a chat that the bot may not write to, where no picture can be sent. ``trail``: what stood in its place.
    """
    own = reply.code if reply.code is not None and len(reply.code) <= MAX_CODE_LENGTH else None
    stays = reply.stays or reply.kind is Kind.HELP or own is None
    rows = list(_rows(reply.buttons, reply.language, () if own is None or stays else (own, *trail)))
    last = [_back_button(reply.language, trail)] if trail else []
    if reply.status is Status.ANSWERED and reply.kind is not Kind.HELP and own:
        if reply.charted and not on_card:
            last.append(_picture_button(WORDS[reply.language].picture, reply.language, own))
        if not on_card:
            last += _watch_button(reply, own)
        last.append(_share_button(reply.language, own, me))
    return markup([*rows, last] if last else rows) if rows or last else None


def keyboard_of_photo(reply: Reply, me: User, *, dark: bool) -> Markup:
    """The buttons under a picture: the reply's, which are answered below it, the other colours, and to share the reply."""
    rows, code = list(_rows(reply.buttons, reply.language, ())), reply.code
    if code:
        label = WORDS[reply.language].in_light if dark else WORDS[reply.language].in_dark
        colours = _picture_button(label, reply.language, code, dark=not dark)
        rows.append([colours, _share_button(reply.language, code, me)])
    return markup(rows)


def markup(rows: Iterable[list[Key]]) -> Markup:
    """Rows of buttons as reply_markup takes them."""
    return {"inline_keyboard": list(rows)}


def rows_of(rows: Iterable[Iterable[Button]], language: Language) -> Markup | None:
    """Buttons in rows; pressing one leaves the message as it is and answers in another."""
    made = list(_rows(rows, language, ()))
    return markup(made) if made else None


class Pressed(NamedTuple):
    """What a button asks: the code of a Question, and the language of the message (``None``: not known).

    ``picture``: whether it is to be drawn, and if so dark or not. ``trail``: what the answer leads back to.
    """

    code: str
    language: Language | None
    below: bool = False
    """Whether the answer is to be a message of its own."""
    picture: bool | None = None
    trail: Trail = ()


def pressed(data: str) -> Pressed:
    """What is in the data of a pressed button."""
    mark = data[:1] if data.startswith((NEW_MESSAGE, WATCH, *_PICTURES)) else ""
    steps, language = _coded(data.removeprefix(mark))
    codes: list[str] = []
    for step in steps.split(_STEP):
        code = _whole(step, codes[-1]) if codes else step
        if codes and not _IS_CODE(code):
            break
        codes.append(code)
    return Pressed(codes[0], language, mark == NEW_MESSAGE, _PICTURES.get(mark), tuple(codes[1:]))


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


def _rows(rows: Iterable[Iterable[Button]], language: Language, trail: Trail) -> Iterator[list[Key]]:
    """Rows of buttons whose answers lead back along a trail; where that is empty they are answered below the message."""
    for row in rows:
        coded = ((button.label, _data(language, button.code, trail)) for button in row if button.code)
        fitting = [{"text": label, "callback_data": data} for label, data in coded if len(data) <= _MOST_DATA]
        if fitting:
            yield fitting


def _data(language: Language, code: str, trail: Trail) -> str:
    """The data of a button with as much of the trail behind it as there is room for, and where that is none the mark of
    those that leave the message as it is: nothing would lead back to it."""
    data = _with_trail(language, (code, *trail))
    return data if _STEP in data.removeprefix(LANGUAGES[language]) else NEW_MESSAGE + data


def _with_trail(language: Language, codes: Trail) -> str:
    data = LANGUAGES[language] + codes[0]
    for before, code in pairwise(codes):
        step = _STEP + _shortened(code, before)
        if len(data) + len(step) > _MOST_DATA:
            break
        data += step
    return data


def _shortened(code: str, before: str) -> str:
    """A code by what it does not share with the one before, where that is shorter."""
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(code, before, strict=False)))
    short = f"{_ALIKE}{_DIGITS[shared]}{code[shared:]}"
    return short if len(short) < len(code) else code


def _whole(step: str, before: str) -> str:
    """The code that was shortened; what nobody shortened is as it is."""
    shared = _DIGITS.find(step[1:2]) if step[:1] == _ALIKE and len(step) > 1 else -1
    return step if shared < 0 else before[:shared] + step[2:]


def _back_button(language: Language, trail: Trail) -> Key:
    return {"text": WORDS[language].back, "callback_data": _with_trail(language, trail)}


def _picture_button(label: str, language: Language, code: str, *, dark: bool = False) -> Key:
    mark = next(mark for mark, is_dark in _PICTURES.items() if is_dark is dark)
    return {"text": label, "callback_data": mark + LANGUAGES[language] + code}


def _watch_button(reply: Reply, code: str) -> list[Key]:
    """Has the chat told when the price changes, where a reply tells the price of one model."""
    models = {result.subject for result in reply.results if result.subject is not None}
    if reply.kind is not Kind.PRICE or len(models) != 1:
        return []
    return [{"text": WORDS[reply.language].watch, "callback_data": WATCH + LANGUAGES[reply.language] + code}]


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
