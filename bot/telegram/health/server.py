"""Tells over HTTP how the bot is, on a port of its own: for supervisors, for Prometheus, and for ``pricebot health``."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus
from typing import Any

from aiohttp import web

from bot.settings import Health
from bot.telegram.health.vitals import Vitals
from bot.telegram.receiving.errors import UnusableError

_log = logging.getLogger(__name__)


@asynccontextmanager
async def told(where: Health | None, vitals: Vitals) -> AsyncIterator[None]:
    """Tell how the bot is, as long as the context lasts; nowhere, where no place is given.

    Raises:
        UnusableError: nothing can listen on the port.
    """
    if where is None:
        yield
        return
    runner = web.AppRunner(_application(vitals), access_log=None, shutdown_timeout=0.0)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, where.address, where.port).start()
        except OSError as error:
            raise UnusableError(
                f"Nothing can listen on PRICEBOT_HEALTH_ADDRESS {where.address}, PRICEBOT_HEALTH_PORT {where.port} "
                f"({error.strerror or 'no reason given'}): free the port or choose another one."
            ) from None
        _log.info("Telling how it is on %s, port %d.", where.address, runner.addresses[0][1])
        yield
    finally:
        await runner.cleanup()


def _application(vitals: Vitals) -> web.Application:
    async def healthz(_request: web.Request) -> web.Response:
        return _answer(vitals.is_healthy(), vitals)

    async def readyz(_request: web.Request) -> web.Response:
        return _answer(vitals.is_ready(), vitals)

    async def metrics(request: web.Request) -> web.Response:
        exposition = await asyncio.to_thread(_exposition)  # loaded by the first who asks, not at the start
        body, content_type = exposition(vitals, request.headers.get("Accept", ""))
        return web.Response(body=body, headers={"Content-Type": content_type})

    app = web.Application(client_max_size=0)
    app.router.add_get("/healthz", healthz)
    app.router.add_get("/readyz", readyz)
    app.router.add_get("/metrics", metrics)
    return app


def _exposition() -> Any:
    from bot.telegram.health.metrics import exposition

    return exposition


def _answer(good: bool, vitals: Vitals) -> web.Response:
    known = {
        "ok": good,
        "problems": list(vitals.problems()),
        "heard_seconds_ago": round(vitals.link.silence, 1),
        "knowledge": vitals.engine.knowledge.version,
        "database": vitals.database,
        "stopping": vitals.stopping,
    }
    return web.json_response(known, status=HTTPStatus.OK if good else HTTPStatus.SERVICE_UNAVAILABLE)
