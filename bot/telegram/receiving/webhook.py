"""Takes in the updates that Telegram delivers to a webhook.

A request is answered when its update is finished, which takes a second at most where a database keeps what has to wait:
what was not acknowledged is delivered again, to this process or another one.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Final

from aiohttp import web

from bot.settings.webhook import Webhook
from bot.telegram.network.link import Link, or_stop, persist
from bot.telegram.network.pace import pause
from bot.telegram.network.polling import Taker
from bot.telegram.receiving.errors import UnusableError
from bot.telegram.receiving.pictures import serve_picture
from bot.telegram.receiving.requests import MOST_BYTES, RefusedRequestError, update_in

FINISHING_SECONDS: Final = 50.0
"""How long a request may wait for its update to be finished; Telegram gives up after a minute and delivers it again."""

ROOM_SECONDS: Final = 5.0
"""How long it may wait for room in memory, or for sending to work again."""

CLOSING_SECONDS: Final = 1.0

LOOKED_AFTER: Final = 60.0
"""Seconds without a delivery after which Telegram is asked whether it still delivers here."""

_log = logging.getLogger(__name__)


class Receiver:
    """The HTTP server of the webhook, until it is stopped.

    ``register`` tells Telegram of it, ``look`` asks Telegram what it knows; ``told`` learns the status of each answer.
    """

    def __init__(
        self,
        webhook: Webhook,
        taker: Taker,
        register: Callable[[], Awaitable[bool]],
        look: Callable[[], Awaitable[bool | None]],
        link: Link,
        told: Callable[[HTTPStatus], None] = lambda _status: None,
    ) -> None:
        self._webhook = webhook
        self._taker = taker
        self._register = register
        self._look = look
        self._link = link
        self._told = told
        self._stopping = asyncio.Event()
        self._runner: web.AppRunner | None = None
        self.port = webhook.port

    async def run(self, stop: asyncio.Event) -> None:
        """Take updates in until ``stop`` is set; the requests that wait are answered by :meth:`acknowledge`.

        Raises:
            RefusedError: the token is not accepted.
            UnusableError: nothing can listen on the port.
        """
        await self._open()
        _log.info("Listening for updates on %s, port %d.", self._webhook.address, self.port)
        if await persist(self._register, self._link, stop) is None:
            return
        while not stop.is_set():
            await pause(LOOKED_AFTER, stop)
            if self._link.silence >= LOOKED_AFTER:  # it may be that nobody writes, or that nothing gets through
                await persist(self._look, self._link, stop)

    async def acknowledge(self) -> None:
        """Answer the requests that wait, and close: to be called when what is in hand is finished or left."""
        self._stopping.set()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def _open(self) -> None:
        app = web.Application(client_max_size=MOST_BYTES, middlewares=[_bare])
        app.router.add_post(self._webhook.path, self._serve)
        app.router.add_get(self._webhook.path, serve_picture)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=CLOSING_SECONDS)
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, self._webhook.address, self._webhook.port).start()
        except OSError as error:
            raise UnusableError(
                f"Nothing can listen on PRICEBOT_WEBHOOK_ADDRESS {self._webhook.address}, PRICEBOT_WEBHOOK_PORT "
                f"{self._webhook.port} ({error.strerror or 'no reason given'}): free the port or choose another one."
            ) from None
        self.port = self._runner.addresses[0][1]

    async def _serve(self, request: web.Request) -> web.Response:
        try:
            status = await self._worked(request)
        except RefusedRequestError as error:
            status = error.status
        self._told(status)
        return web.Response(status=status)

    async def _worked(self, request: web.Request) -> HTTPStatus:
        raw = await update_in(request, self._webhook.secret)
        try:
            async with asyncio.timeout(ROOM_SECONDS):
                await or_stop(self._taker.ready(), self._stopping)
        except TimeoutError:
            return HTTPStatus.SERVICE_UNAVAILABLE
        finished = self._taker.take(raw)
        await asyncio.wait({finished}, timeout=FINISHING_SECONDS)
        done = finished.done() and not finished.cancelled() and finished.exception() is None and finished.result()
        return HTTPStatus.OK if done else HTTPStatus.SERVICE_UNAVAILABLE


@web.middleware
async def _bare(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Refusals of the server's own (no such path, no such method) without the words that it would add."""
    try:
        return await handler(request)
    except web.HTTPException as refusal:
        allowed = {"Allow": refusal.headers["Allow"]} if "Allow" in refusal.headers else {}
        return web.Response(status=refusal.status, headers=allowed)
