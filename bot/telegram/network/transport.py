"""HTTP to the Bot API, on aiohttp.

Errors say what happened and nothing else: the address of a Bot API call holds the token, so neither it nor the
exception that quotes it is passed on.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from types import TracebackType
from typing import Final, Self

import aiohttp
from telegram.error import NetworkError, TimedOut

from bot.telegram.network.errors import AnswerLostError, TooLargeError, UnsentError, UnsentTimeoutError

MOST_BYTES: Final = 16 * 1024 * 1024
"""Of one answer: several times what a hundred of the longest updates take."""

_KEEP_ALIVE: Final = 50.0
"""Seconds that an idle connection is kept; Telegram closes it after 60."""


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds for each stage of a request."""

    pool: float = 30.0
    connect: float = 10.0
    answer: float = 20.0
    """Without a byte of the answer."""

    def limits(self) -> aiohttp.ClientTimeout:
        """As aiohttp takes them. An answer that trickles in is given up after the sum of all, and a while."""
        connected = self.pool + self.connect
        return aiohttp.ClientTimeout(
            total=connected + 1.5 * self.answer,
            connect=connected,
            sock_connect=self.connect,
            sock_read=self.answer,
        )


class Transport:
    """One pool of connections to the Bot API. The bot has two: one to poll with, one for all other calls.

    Args:
        connections: how many connections at most are open at once.
        proxy: address of the HTTP proxy that leads to the Bot API, perhaps with a user and a password.
    """

    def __init__(
        self,
        *,
        connections: int,
        patience: Patience = Patience(),
        proxy: str | None = None,
        most_bytes: int = MOST_BYTES,
    ) -> None:
        self._connections = connections
        self._limits = patience.limits()
        self._proxy = proxy
        self._most_bytes = most_bytes
        self._session: aiohttp.ClientSession | None = None

    async def open(self) -> None:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=_KEEP_ALIVE),
                headers={"User-Agent": "token-price-bot"},
                cookie_jar=aiohttp.DummyCookieJar(),
                proxy=self._proxy,
            )

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def __aenter__(self) -> Self:
        await self.open()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def post(self, url: str, body: bytes, kind: str = "application/json") -> tuple[int, bytes]:
        """Post what is of this content type, JSON unless told; status and body of the answer, whatever they are.

        Raises:
            NetworkError: no whole answer came; by its class it tells whether the request can have been carried out.
        """
        return await self._request("POST", url, self._most_bytes, aiohttp.BytesPayload(body, content_type=kind))

    async def get(self, url: str, most_bytes: int) -> tuple[int, bytes]:
        """Status and body of what lies under an address, raised as by :meth:`post`; it is no longer than ``most_bytes``."""
        return await self._request("GET", url, most_bytes)

    async def _request(
        self, method: str, url: str, most_bytes: int, payload: aiohttp.BytesPayload | None = None
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise UnsentError("The transport is not open.")
        status = 0
        try:
            async with self._session.request(
                method, url, data=payload, timeout=self._limits, allow_redirects=False
            ) as response:
                status = response.status
                return status, await _bounded(response, most_bytes)
        except (aiohttp.ClientConnectorError, aiohttp.InvalidURL) as error:
            raise UnsentError(f"No connection to the Bot API: {_describe(error)}") from None
        except aiohttp.ConnectionTimeoutError:
            raise UnsentTimeoutError("No connection to the Bot API in time") from None
        except (TimeoutError, aiohttp.ClientError, OSError) as error:
            raise _broken(error, status) from None


async def _bounded(response: aiohttp.ClientResponse, most: int) -> bytes:
    """The body, read no further than it may be long; a packed one is counted as it comes out."""
    declared = response.content_length
    if declared is not None and declared <= most and "Content-Encoding" not in response.headers:
        return await response.read()
    body = bytearray()
    if declared is None or declared <= most:
        async for piece in response.content.iter_any():
            body += piece
            if len(body) > most:
                break
        else:
            return bytes(body)
    raise TooLargeError(f"The answer of the Bot API is larger than {most // 2**10} KB")


def _broken(error: Exception, status: int) -> NetworkError:
    """What it means that a request failed after it was sent."""
    if 200 <= status < 300:
        return AnswerLostError(f"The answer of the Bot API broke off: {_describe(error)}")
    if isinstance(error, TimeoutError):
        return TimedOut("No answer from the Bot API in time")
    return NetworkError(f"The connection to the Bot API broke: {_describe(error)}")


def _describe(error: Exception) -> str:
    """Kind of the error and, where the system gave a number, what it means. Never its text: that has the address."""
    code = getattr(error, "errno", None)
    kind = type(error).__name__
    return f"{kind} ({os.strerror(code)})" if isinstance(code, int) and code > 0 else kind
