"""The HTTP transport of python-telegram-bot, on aiohttp.

Errors say what happened and nothing else: the address of a Bot API call holds the token, so neither it nor the
exception that quotes it is passed on.
"""

from __future__ import annotations

import json
import os
from http import HTTPStatus
from typing import Any, Final

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData


class UnsentError(NetworkError):
    """No connection came about, so the request never reached the server: it can be sent again safely."""


class UnsentTimeoutError(TimedOut):
    """As :class:`UnsentError`, because connecting or waiting for a free connection took too long."""


class AnswerLostError(NetworkError):
    """The server took the request and said that it did it, but the rest of its answer never came."""


class AiohttpRequest(BaseRequest):
    """One pool of connections to the Bot API. The bot has two: one to poll with, one for all other calls.

    Args:
        connections: how many connections at most are open at once.
        connect_timeout, read_timeout, write_timeout, pool_timeout: seconds, as in the library's own transport;
            ``None`` waits without end.
        media_write_timeout: seconds; replaces ``write_timeout`` where files are uploaded.
        proxy: address of the HTTP proxy that leads to the Bot API, perhaps with a user and a password.
    """

    __slots__ = ("_connections", "_media_write_timeout", "_proxy", "_session", "_timeouts", "_usual")

    def __init__(
        self,
        *,
        connections: int,
        connect_timeout: float | None = 10.0,
        read_timeout: float | None = 20.0,
        write_timeout: float | None = 10.0,
        pool_timeout: float | None = 30.0,
        media_write_timeout: float | None = 60.0,
        proxy: str | None = None,
    ) -> None:
        self._connections = connections
        self._proxy = proxy
        self._media_write_timeout = media_write_timeout
        self._timeouts = _Timeouts(connect_timeout, read_timeout, write_timeout, pool_timeout)
        self._usual = self._timeouts.for_aiohttp()
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        return self._timeouts.read

    async def initialize(self) -> None:
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=_KEEP_ALIVE),
                headers={"User-Agent": self.USER_AGENT},
                cookie_jar=aiohttp.DummyCookieJar(),
                proxy=self._proxy,
            )

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise UnsentError("The transport is not open.")
        uploads = request_data is not None and request_data.contains_files
        usual = self._timeouts
        timeouts = _Timeouts(
            connect=_seconds(connect_timeout, usual.connect),
            read=_seconds(read_timeout, usual.read),
            write=_seconds(write_timeout, self._media_write_timeout if uploads else usual.write),
            pool=_seconds(pool_timeout, usual.pool),
        )
        data, headers = _body(request_data)
        status, answer = await _exchange(self._session, method, url, data, headers, timeouts.for_aiohttp())
        return status, answer if status < 400 else _refusal(status, answer)

    async def exchange(self, url: str, body: bytes) -> tuple[int, bytes]:
        """Post JSON; status and body of the answer, which is JSON too where it is a refusal."""
        if self._session is None:
            raise UnsentError("The transport is not open.")
        payload = aiohttp.BytesPayload(body, content_type="application/json")
        status, answer = await _exchange(self._session, "POST", url, payload, None, self._usual)
        return status, answer if status < 400 else _refusal(status, answer)

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """As in the library, but what is no answer of a Bot API is not printed into the log."""
        answer = _json_object(payload)
        if answer is None or not {"result", "description"} & answer.keys():
            raise AnswerLostError("What answered is no Bot API server")
        return answer


async def _exchange(
    session: aiohttp.ClientSession,
    method: str,
    url: str,
    data: bytes | aiohttp.FormData | aiohttp.Payload | None,
    headers: dict[str, str] | None,
    limits: aiohttp.ClientTimeout,
) -> tuple[int, bytes]:
    """One request and its answer; every failure becomes an error of the library that quotes nothing."""
    status = 0
    try:
        async with session.request(
            method, url, data=data, headers=headers, timeout=limits, allow_redirects=False
        ) as response:
            status = response.status
            return status, await response.read()
    except (aiohttp.ClientConnectorError, aiohttp.InvalidURL) as error:
        raise UnsentError(f"No connection to the Bot API: {_describe(error)}") from None
    except aiohttp.ConnectionTimeoutError:
        raise UnsentTimeoutError("No connection to the Bot API in time") from None
    except (TimeoutError, aiohttp.ClientError, OSError) as error:
        if 200 <= status < 300:
            raise AnswerLostError(f"The answer of the Bot API broke off: {_describe(error)}") from None
        if isinstance(error, TimeoutError):
            raise TimedOut("No answer from the Bot API in time") from None
        raise NetworkError(f"The connection to the Bot API broke: {_describe(error)}") from None


class _Timeouts:
    """Seconds for each stage of a request."""

    __slots__ = ("connect", "pool", "read", "write")

    def __init__(self, connect: float | None, read: float | None, write: float | None, pool: float | None) -> None:
        self.connect = connect
        self.read = read
        self.write = write
        self.pool = pool

    def for_aiohttp(self) -> aiohttp.ClientTimeout:
        """aiohttp knows no time for writing alone: what bounds it is the sum of all, as the whole time."""
        return aiohttp.ClientTimeout(
            total=_sum(self.pool, self.connect, self.write, self.read),
            connect=_sum(self.pool, self.connect),
            sock_connect=self.connect,
            sock_read=self.read,
        )


_KEEP_ALIVE: Final = 50.0
"""Seconds that an idle connection is kept; Telegram closes it after 60."""


def _sum(*seconds: float | None) -> float | None:
    known = [value for value in seconds if value is not None]
    return sum(known) if len(known) == len(seconds) else None


def _seconds(value: object, usual: float | None) -> float | None:
    """A timeout as the library passes it: seconds, ``None`` for no limit, or its mark for "as usual"."""
    if value is None:
        return None
    return float(value) if isinstance(value, int | float) else usual


def _body(request_data: RequestData | None) -> tuple[bytes | aiohttp.FormData | None, dict[str, str]]:
    if request_data is None:
        return None, {}
    if not request_data.contains_files:
        return json.dumps(request_data.parameters).encode(), {"Content-Type": "application/json"}
    form = aiohttp.FormData(default_to_multipart=True)
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, content_type) in request_data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=content_type)
    return form, {}


def _json_object(payload: bytes) -> dict[str, Any] | None:
    try:
        answer = json.loads(payload.decode("utf-8", "replace"))
    except ValueError:
        return None
    return answer if isinstance(answer, dict) else None


def _refusal(status: int, answer: bytes) -> bytes:
    """The body of an error: a gateway's page becomes a description, as the Bot API itself would have written it."""
    if _json_object(answer) is not None:
        return answer
    try:
        phrase = HTTPStatus(status).phrase
    except ValueError:
        phrase = "Unknown error"
    return json.dumps({"ok": False, "error_code": status, "description": f"{phrase} ({status})"}).encode()


def _describe(error: Exception) -> str:
    """Kind of the error and, where the system gave a number, what it means. Never its text: that has the address."""
    code = getattr(error, "errno", None)
    kind = type(error).__name__
    return f"{kind} ({os.strerror(code)})" if isinstance(code, int) and code > 0 else kind
