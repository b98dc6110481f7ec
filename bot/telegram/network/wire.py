"""Calls to the Bot API as plain JSON, for what the bot sends most.

The library makes an object of each argument and of each message that comes back, which takes longer than working out
the answer. The transport, and the errors that it raises, are the same.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.telegram.network.transport import AiohttpRequest


class Wire:
    """The way to one bot's methods. ``root`` is the address that they lie under; it holds the token."""

    def __init__(self, transport: AiohttpRequest, root: str) -> None:
        self._transport = transport
        self._root = root

    async def call(self, method: str, arguments: Mapping[str, Any]) -> Any:
        """The result of a method. Arguments that are ``None`` are left out.

        Raises:
            TelegramError: as the library's own methods raise it.
        """
        given = {name: value for name, value in arguments.items() if value is not None}
        status, answer = await self._transport.exchange(f"{self._root}/{method}", json.dumps(given).encode())
        payload = self._transport.parse_json_payload(answer)
        if status < HTTPStatus.BAD_REQUEST:
            return payload.get("result")
        raise _refused(status, str(payload.get("description") or ""), payload.get("parameters") or {})


_BY_STATUS: Mapping[int, type[BadRequest | Conflict | Forbidden | InvalidToken]] = {
    HTTPStatus.BAD_REQUEST: BadRequest,
    HTTPStatus.UNAUTHORIZED: InvalidToken,
    HTTPStatus.FORBIDDEN: Forbidden,
    HTTPStatus.NOT_FOUND: InvalidToken,
    HTTPStatus.CONFLICT: Conflict,
}


def _refused(status: int, description: str, parameters: Mapping[str, Any]) -> TelegramError:
    """The library's error for a refusal."""
    if parameters.get("migrate_to_chat_id"):
        return ChatMigrated(int(parameters["migrate_to_chat_id"]))
    if parameters.get("retry_after"):
        return RetryAfter(int(parameters["retry_after"]))
    kind = _BY_STATUS.get(status)
    return kind(description) if kind is not None else NetworkError(f"{description} ({status})")
