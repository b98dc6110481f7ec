"""The text that a message may ask about: that of a file, or of the message that it answers. Nothing of it is kept."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Final

from telegram import Document, Message
from telegram.error import NetworkError

from bot.answers import Context, Reply
from bot.question import Kind
from bot.questions.messages.set_apart import set_apart
from bot.telegram.answering.services import Services
from bot.telegram.answering.thinking import MANY
from bot.telegram.network.errors import TooLargeError
from bot.telegram.sending.addressing import quoted_text, replied_to
from bot.telegram.texts.files import FILE_WORDS

MOST_BYTES: Final = 512 * 1024
"""Of a file that is read: a novel of 170,000 Chinese characters."""

_ENDINGS: Final = (
    ".txt",
    ".md",
    ".csv",
    ".json",
    ".yaml",
    ".yml",
    ".log",
    ".srt",
    ".html",
    ".xml",
    ".py",
    ".js",
    ".ts",
)
_ENCODINGS: Final = ("utf-8-sig", "gb18030")
_SOME_TEXT: Final = "字 word"
"""Stands for the text of a file while it is not known whether the message asks about it."""


class UnreadableError(Exception):
    """The text of a file cannot be had. ``too_long``: since it is longer than what is read."""

    def __init__(self, *, too_long: bool = False) -> None:
        super().__init__()
        self.too_long = too_long


def text_file(message: Message) -> Document | None:
    """The file of text that came with a message, as far as its type or name tells."""
    document = message.document
    if document is None:
        return None
    named = (document.file_name or "").casefold().endswith(_ENDINGS)
    return document if named or (document.mime_type or "").startswith("text/") else None


async def asked(services: Services, message: Message, text: str, context: Context) -> Reply:
    """The reply to a question with what stands beside it; a file is fetched where the question is about it alone."""
    answered = replied_to(message)
    file = text_file(message) or (text_file(answered) if answered is not None else None)
    if file is None:
        own = answered is not None and answered.from_user is not None and answered.from_user.id == services.me.id
        beside = quoted_text(message)
        none = own or not beside or beside == text  # where the message is but the bot's name, that text is the question
        return await _thought(services, text, context if none else replace(context, beside=beside))
    reply = await _thought(services, text, replace(context, beside=_SOME_TEXT))
    if reply.kind is not Kind.COUNT:
        return reply
    try:
        return await _thought(services, text, replace(context, beside=await _text_of(services, file)))
    except UnreadableError as error:
        words = FILE_WORDS[reply.language]
        said = words.too_long.format(kilobytes=MOST_BYTES // 1024) if error.too_long else words.unreadable
        return replace(reply, text=said, full=said, html=said, rich="", title=said, buttons=(), code=None)


async def _thought(services: Services, text: str, context: Context) -> Reply:
    """What a text is set beside is measured in a thread: that may take a while, the first time at least."""
    measured = context.beside is not None or next(set_apart(text), None) is not None
    return await services.thinking.of(partial(services.engine.ask, text, context), MANY if measured else len(text))


async def _text_of(services: Services, file: Document) -> str:
    """The text of a file.

    Raises:
        UnreadableError: there is none, it is too long, or Telegram does not hand it out.
    """
    if (file.file_size or 0) > MOST_BYTES:
        raise UnreadableError(too_long=True)
    try:
        content = await services.delivery.wire.file(file.file_id, MOST_BYTES)
    except TooLargeError:
        raise UnreadableError(too_long=True) from None
    except NetworkError:
        raise UnreadableError from None
    text = next(filter(None, (_decoded(content, encoding) for encoding in _ENCODINGS)), None)
    if text is None or "\0" in text:
        raise UnreadableError
    return text


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None
