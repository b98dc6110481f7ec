"""The pictures of inline cards, which Telegram fetches where it delivers updates: the same for everybody, told of nobody."""

from __future__ import annotations

import asyncio
from typing import Final

from aiohttp import web

from bot.charts.marks import vendors_in
from bot.telegram.sending.cards import PICTURE

_KEPT_SECONDS: Final = 7 * 24 * 3600


async def serve_picture(request: web.Request) -> web.Response:
    """The marks of the vendors that the address names; whatever else is asked for with GET is not to be had so.

    Raises:
        HTTPMethodNotAllowed: the address asks for no picture.
        HTTPNotFound: it names what is no vendor.
    """
    named = request.query.get(PICTURE)
    if named is None:
        raise web.HTTPMethodNotAllowed("GET", ["POST"])
    vendors = vendors_in(named)
    if not vendors:
        raise web.HTTPNotFound
    png = await asyncio.to_thread(_png, vendors)
    headers = {"Cache-Control": f"public, max-age={_KEPT_SECONDS}", "X-Content-Type-Options": "nosniff"}
    return web.Response(body=png, content_type="image/png", headers=headers)


def _png(vendors: tuple[str, ...]) -> bytes:
    from bot.charts.drawing.marks import marks_png

    return marks_png(vendors)
