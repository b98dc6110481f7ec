"""Delivers updates to webhooks over bare connections, as cheaply as can be."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from itertools import cycle, islice
from typing import Final

CONNECTIONS: Final = 64
"""Requests that are open at once."""

AGAIN_SECONDS: Final = 0.02

SECRET: Final = "a-secret-of-no-use-at-all"
PATH: Final = "/telegram"

_HEAD: Final = (
    f"POST {PATH} HTTP/1.1\r\nHost: localhost\r\nX-Telegram-Bot-Api-Secret-Token: {SECRET}\r\n"
    "Content-Type: application/json\r\nContent-Length: "
).encode()
_DONE: Final = b"HTTP/1.1 200"


async def deliver(updates: Sequence[bytes], ports: Sequence[int], acknowledged: Callable[[], None]) -> None:
    """Deliver each once, to one port after the other; again where nobody listens yet, or one is refused."""
    waiting = iter(updates)
    async with asyncio.TaskGroup() as tasks:
        for port in islice(cycle(ports), min(CONNECTIONS, len(updates))):
            tasks.create_task(_over_one_connection(port, waiting, acknowledged))


async def _over_one_connection(port: int, waiting: Iterator[bytes], acknowledged: Callable[[], None]) -> None:
    reader, writer = await _connected(port)
    with closing(writer):
        for update in waiting:
            while True:
                writer.write(b"%b%d\r\n\r\n%b" % (_HEAD, len(update), update))
                head = await reader.readuntil(b"\r\n\r\n")
                if head.startswith(_DONE):
                    break
                await asyncio.sleep(AGAIN_SECONDS)
            acknowledged()


async def _connected(port: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    while True:
        try:
            return await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(AGAIN_SECONDS)
