"""Makes an object of an update's JSON, or says that it cannot be read: by number and kind, never by its content."""

from __future__ import annotations

import logging
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
    UpdateType.CALLBACK_QUERY,
    UpdateType.GUEST_MESSAGE,
)
"""What the bot asks Telegram for."""

_KINDS: Final = frozenset(map(str, UpdateType))

_log = logging.getLogger(__name__)


def read(raw: Raw) -> Update | None:
    """The update; ``None``, and a line in the log, where it is none that can be read."""
    try:
        return Update.de_json(dict(raw), None)
    except Exception as error:  # noqa: BLE001 - whatever reading raises, the next update is read
        kind = type(error).__name__
        _log.error("Update %d (%s) cannot be read and is stepped over (%s)", raw["update_id"], kind_of(raw), kind)
        return None


def written_at(raw: Raw) -> int | None:
    """When it was written or last changed, in seconds since 1970; ``None`` for what has no date, such as a press."""
    content = raw.get(kind_of(raw))
    if not isinstance(content, dict) or "data" in content:
        return None
    return whole(content.get("edit_date")) or whole(content.get("date"))


def kind_of(raw: Raw) -> str:
    """The type of the update, as the Bot API calls it, where that is known."""
    return next((name for name in raw if name in _KINDS), "of an unknown kind")
