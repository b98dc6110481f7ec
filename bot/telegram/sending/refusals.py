"""Refusals of the Bot API that are part of normal life."""

from __future__ import annotations

from typing import Final

from telegram.error import TelegramError

_NORMAL: Final = (
    "message is not modified",
    "message to edit not found",
    "message can't be edited",
    "message to delete not found",
    "message can't be deleted",
    "message_id_invalid",
    "query is too old",
    "query id is invalid",
    "chat not found",
    "not enough rights to send",
    "have no rights to send",
    "chat_write_forbidden",
    "chat_send_photos_forbidden",
    "topic_closed",
)


def is_of_topic(error: TelegramError) -> bool:
    """Whether the topic of a forum is gone or closed."""
    words = error.message.casefold()
    return "thread not found" in words or "topic" in words


def is_normal(error: TelegramError) -> bool:
    """Whether nothing is wrong but that a message is gone, as it is to be, or not wanted."""
    words = error.message.casefold()
    return any(normal in words for normal in _NORMAL)
