"""Calls to the Bot API as plain JSON.

The library makes an object of each argument and of each message that comes back, which takes longer than working out
the answer, and believes a gateway that answers in the Bot API's place. Here a refusal counts only where it is the Bot
API's own: JSON with ``ok`` and ``error_code``. The errors are the library's.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

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

from bot.telegram.network.checked import description, seconds_to_wait, whole
from bot.telegram.network.errors import AnswerLostError, NotFoundError
from bot.telegram.network.forms import form
from bot.telegram.network.transport import Transport


class Wire:
    """The way to one bot's methods, and to files. ``root`` and ``files`` are the addresses that they lie under; both hold the
    token."""

    def __init__(self, transport: Transport, root: str, files: str = "") -> None:
        self._transport = transport
        self._root = root
        self._files = files

    async def call(
        self, method: str, arguments: Mapping[str, Any] | None = None, files: Mapping[str, bytes] | None = None
    ) -> Any:
        """The result of a method. Arguments that are ``None`` are left out; ``files`` are PNG pictures, by name.

        Raises:
            TelegramError: as the library's own methods raise it.
        """
        given = {name: value for name, value in (arguments or {}).items() if value is not None}
        url = f"{self._root}/{method}"
        if files:
            return _result(*await self._transport.post(url, *form(given, files)))
        return _result(*await self._transport.post(url, json.dumps(given).encode()))

    async def file(self, file_id: str, most_bytes: int) -> bytes:
        """What is in a file that somebody sent.

        Raises:
            TelegramError: it cannot be had, or is longer than ``most_bytes``.
        """
        found = await self.call("getFile", {"file_id": file_id})
        path = found.get("file_path") if isinstance(found, dict) else None
        if (
            not isinstance(path, str) or not path or path.startswith("/")
        ):  # a server of one's own may keep it on its disk
            raise BadRequest("The file cannot be fetched")
        status, body = await self._transport.get(f"{self._files}/{quote(path)}", most_bytes)
        if status != HTTPStatus.OK:
            raise NetworkError(f"{_phrase(status)} ({status}), instead of a file")
        return body


def _result(status: int, body: bytes) -> Any:
    answer = _json_object(body)
    if answer is not None and answer.get("ok") is True and "result" in answer:
        return answer["result"]
    code = whole(answer.get("error_code")) if answer is not None and answer.get("ok") is False else None
    if answer is not None and code is not None:
        raise _refusal(code, answer)
    if 200 <= status < 300:
        raise AnswerLostError("What answered is no Bot API server")
    raise NetworkError(f"{_phrase(status)} ({status}), from something between here and the Bot API")


_BY_CODE: Mapping[int, type[BadRequest | Conflict | Forbidden | InvalidToken | NotFoundError]] = {
    HTTPStatus.BAD_REQUEST: BadRequest,
    HTTPStatus.UNAUTHORIZED: InvalidToken,
    HTTPStatus.FORBIDDEN: Forbidden,
    HTTPStatus.NOT_FOUND: NotFoundError,
    HTTPStatus.CONFLICT: Conflict,
}


def _refusal(code: int, answer: Mapping[str, Any]) -> TelegramError:
    """The library's error for a refusal."""
    parameters = answer.get("parameters")
    parameters = parameters if isinstance(parameters, dict) else {}
    moved = whole(parameters.get("migrate_to_chat_id"), least=-(2**63), most=-1)
    if moved is not None:
        return ChatMigrated(moved)
    wait = seconds_to_wait(parameters.get("retry_after"))
    if wait is not None:
        return RetryAfter(max(1, round(wait)))
    words = description(answer.get("description"))
    kind = _BY_CODE.get(code)
    return kind(words) if kind is not None else NetworkError(f"{words} ({code})")


def _json_object(body: bytes) -> dict[str, Any] | None:
    try:
        answer = json.loads(body.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None
    return answer if isinstance(answer, dict) else None


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Unknown status"
