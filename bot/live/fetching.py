"""Fetches one file over HTTP, bounded in size and time."""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from typing import Final

import aiohttp

from bot.live.errors import RefreshError
from bot.telegram.network.proxies import proxy_to

SECONDS: Final = 60.0
"""How long all of it may take."""

_PIECE: Final = 65_536
_MOST_REDIRECTS: Final = 3


async def fetched(url: str, most_bytes: int, seconds: float = SECONDS) -> bytes:
    """The body at an address, unpacked.

    Raises:
        RefreshError: it did not come, is too large, or took too long. The text does not quote the address, which may
            hold a password.
    """
    body = bytearray()
    try:
        async with (
            asyncio.timeout(seconds),
            aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar(), proxy=proxy_to(url)) as session,
            session.get(url, max_redirects=_MOST_REDIRECTS) as response,
        ):
            if response.status != HTTPStatus.OK:
                raise RefreshError(f"the server answered with status {response.status}")
            async for piece in response.content.iter_chunked(_PIECE):
                body += piece
                if len(body) > most_bytes:
                    raise RefreshError(f"it is larger than {most_bytes // 1024:,} KiB")
    except TimeoutError:
        raise RefreshError(f"it did not come within {seconds:.0f} seconds") from None
    except (aiohttp.ClientError, OSError, ValueError) as error:
        raise RefreshError(f"it could not be fetched ({type(error).__name__})") from None
    return bytes(body)
