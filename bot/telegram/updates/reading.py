"""What can be told of an update's JSON."""

from __future__ import annotations

from typing import Final

from telegram import Update
from telegram.constants import UpdateType

from bot.telegram.network.checked import whole
from bot.telegram.network.polling import Raw

ALLOWED_UPDATES: Final = (
    UpdateType.MESSAGE,
    UpdateType.EDITED_MESSAGE,
    UpdateType.MY_CHAT_MEMBER,
    UpdateType.INLINE_QUERY,
    UpdateType.CHOSEN_INLINE_RESULT,
    UpdateType.CALLBACK_QUERY,
    UpdateType.GUEST_MESSAGE,
)
"""What the bot asks Telegram for."""

_KINDS: Final = frozenset(map(str, UpdateType))


def read(raw: Raw) -> Update:
    """The update as an object. Whatever is wrong with it may be raised."""
    update = Update.de_json(dict(raw), None)
    change = update.my_chat_member
    if change is not None and any(
        part is None for part in (change.chat, change.from_user, change.old_chat_member, change.new_chat_member)
    ):
        raise ValueError("a change of membership without its chat, its author or what it changed")
    return update


def written_at(raw: Raw) -> int | None:
    """When it was written or last changed, in seconds since 1970; ``None`` for what has no date, such as a press."""
    content = raw.get(kind_of(raw))
    if not isinstance(content, dict) or "data" in content:
        return None
    return whole(content.get("edit_date")) or whole(content.get("date"))


def kind_of(raw: Raw) -> str:
    """The type of the update, as the Bot API calls it, where that is known."""
    return next((name for name in raw if name in _KINDS), "of an unknown kind")
