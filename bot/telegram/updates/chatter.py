"""What people say to each other in groups: told from the JSON of an update, before objects are made of it.

Most of what a bot hears in groups is of this kind. It errs on one side alone: what is not plainly chatter is looked at.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from telegram.constants import ChatType, MessageEntityType

from bot.telegram.network.polling import Raw

_GROUPS: Final = (str(ChatType.GROUP), str(ChatType.SUPERGROUP))
_CALLING: Final = tuple(
    map(str, (MessageEntityType.MENTION, MessageEntityType.TEXT_MENTION, MessageEntityType.BOT_COMMAND))
)
"""Marks in a text that may call the bot."""


def is_chatter(raw: Raw, me: int, may_concern: Callable[[str], bool]) -> bool:
    """Whether an update is a new text in a group that neither calls the bot, whose id is ``me``, nor may concern it."""
    message = raw.get("message")
    if not isinstance(message, dict) or "text" not in message:
        return False
    text, chat = message["text"], message.get("chat")
    if not isinstance(text, str) or not isinstance(chat, dict) or chat.get("type") not in _GROUPS:
        return False
    if _may_call(message.get("entities")) or _may_answer(message.get("reply_to_message"), me):
        return False
    return not may_concern(text)


def _may_call(entities: Any) -> bool:
    """Whether a part of the text may be the bot's name or a command; an entity of no known form is taken for one."""
    if not entities:
        return False
    if not isinstance(entities, list):
        return True
    return any(not isinstance(entity, dict) or entity.get("type") in _CALLING for entity in entities)


def _may_answer(replied: Any, me: int) -> bool:
    """Whether the message may answer one of the bot."""
    if replied is None:
        return False
    author = replied.get("from") if isinstance(replied, dict) else None
    return author is not None and (not isinstance(author, dict) or author.get("id") == me)
