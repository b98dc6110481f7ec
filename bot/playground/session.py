"""A session of the playground: the server, its page, and the bot that lives there."""

from __future__ import annotations

import errno
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Final

from bot.playground.page import Page
from bot.playground.scene import opening_scene
from bot.playground.server import TOKEN, PlaygroundServer

USUAL_PORT: Final = 8484

Bot = Callable[[str, str], Awaitable[int]]
"""Runs the bot against a Bot API server, given its root and the token; returns its exit status when it has stopped."""


class PortError(Exception):
    """The port that was asked for cannot be had."""


@asynccontextmanager
async def playground(port: int = 0) -> AsyncIterator[PlaygroundServer]:
    """The server with its people and its page, but without a bot. Port 0 is any that is free."""
    server = PlaygroundServer(port=port)
    server.methods.rich = server.methods.alone = True
    server.routes += Page(server, opening_scene(server)).routes
    async with server:
        yield server


async def play(bot: Bot, announce: Callable[[str], None], port: int | None = None) -> int:
    """Run the playground until the bot stops, as it does on Ctrl-C; the exit status for the process.

    Args:
        announce: is told the page's address as soon as it can be opened.
        port: by default ``USUAL_PORT``, or any other where that is taken.

    Raises:
        PortError: the port that was asked for is taken or forbidden.
    """
    for choice in (USUAL_PORT, 0) if port is None else (port,):
        try:
            async with playground(choice) as server:
                announce(server.base_url)
                return await bot(server.base_url, TOKEN)
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
    raise PortError(f"port {port} cannot be used: it is taken, or kept for others; choose another")
