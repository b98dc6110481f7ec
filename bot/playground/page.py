"""The web page of the playground: its files, the stream of what happens, and what people do on it."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from aiohttp import web

from bot.playground.deeds import DeedError, Deeds
from bot.playground.scene import Scene
from bot.playground.server import PlaygroundServer
from bot.playground.world import Chat, Event, Json

WEB: Final = Path(__file__).parent / "web"

_NEAR: Final = frozenset({"127.0.0.1", "localhost", "::1"})
_HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "manifest-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
_TYPES: Final = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
}
_MOST_BEHIND: Final = 1_000
"""Events that a page may lag behind before its stream is ended; it then comes back for the whole state."""
_HEARTBEAT: Final = 15.0


class Page:
    """Serves the page for one server; add ``routes`` to it before it starts."""

    def __init__(self, server: PlaygroundServer, scene: Scene) -> None:
        self._server = server
        self._scene = scene
        self._deeds = Deeds(server, scene)
        self._streams: set[asyncio.Queue[str]] = set()
        self._files = {path.name: path for path in WEB.iterdir() if path.suffix in _TYPES}
        server.world.listeners.append(self._tell)
        self.routes: list[web.AbstractRouteDef] = [
            web.get("/", self._serve_index),
            web.get("/web/{name}", self._serve_file),
            web.get("/playground/events", self._serve_events),
            web.get("/playground/photos/{name}", self._serve_photo),
            web.post("/playground/{deed}", self._serve_deed),
        ]

    async def _serve_index(self, request: web.Request) -> web.Response:
        return _file(request, self._files["index.html"])

    async def _serve_file(self, request: web.Request) -> web.Response:
        path = self._files.get(request.match_info["name"])
        if path is None:
            raise web.HTTPNotFound(headers=_HEADERS)
        return _file(request, path)

    async def _serve_photo(self, request: web.Request) -> web.Response:
        """A picture that the bot sent, by its file id."""
        _check_host(request)
        file = self._server.methods.photos.get(request.match_info["name"])
        if file is None:
            raise web.HTTPNotFound(headers=_HEADERS)
        return web.Response(body=file, content_type="image/png", headers=_HEADERS)

    async def _serve_events(self, request: web.Request) -> web.StreamResponse:
        """The whole state, and from then on everything that happens."""
        _check_origin(request)
        response = web.StreamResponse(headers=_HEADERS | {"Content-Type": "text/event-stream"})
        await response.prepare(request)
        queue: asyncio.Queue[str] = asyncio.Queue(_MOST_BEHIND)
        queue.put_nowait(_event("state", self._scene.json(self._server)))
        self._streams.add(queue)
        try:
            while queue in self._streams:
                try:
                    event = await asyncio.wait_for(queue.get(), _HEARTBEAT)
                except TimeoutError:
                    event = ":\n\n"
                await response.write(event.encode())
        except ConnectionResetError:
            pass
        finally:
            self._streams.discard(queue)
        return response

    async def _serve_deed(self, request: web.Request) -> web.Response:
        _check_origin(request)
        deed = self._deeds.table.get(request.match_info["deed"])
        if deed is None:
            raise web.HTTPNotFound(headers=_HEADERS)
        try:
            wish = await request.json()
            if request.content_type != "application/json" or not isinstance(wish, dict):
                raise DeedError("a JSON object is expected")
            return web.json_response(await deed(wish), headers=_HEADERS)
        except DeedError as error:
            return web.json_response({"error": str(error)}, status=400, headers=_HEADERS)
        except (ValueError, RecursionError):
            return web.json_response({"error": "a JSON object is expected"}, status=400, headers=_HEADERS)

    def _tell(self, event: Event, chat: Chat | None, content: Json) -> None:
        where = {"chat": chat.id, "with_bot": chat.has_bot} if chat is not None else {}
        text = _event(event, where | {"content": content})
        for queue in list(self._streams):
            try:
                queue.put_nowait(text)
            except asyncio.QueueFull:
                self._streams.discard(queue)


def _event(name: str, content: Json) -> str:
    return f"event: {name}\ndata: {json.dumps(content, ensure_ascii=False)}\n\n"


def _file(request: web.Request, path: Path) -> web.Response:
    _check_host(request)
    return web.Response(body=path.read_bytes(), content_type=_TYPES[path.suffix], charset="utf-8", headers=_HEADERS)


def _check_host(request: web.Request) -> None:
    """Refuse a page of another site whose name was made to lead here."""
    try:
        name = urlsplit(f"//{request.host}").hostname
    except ValueError:
        name = None
    if name not in _NEAR:
        raise web.HTTPForbidden(text="This address is for this machine alone.", headers=_HEADERS)


def _check_origin(request: web.Request) -> None:
    """Refuse what other sites' pages ask for."""
    _check_host(request)
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.host:
        raise web.HTTPForbidden(text="This address is for its own page alone.", headers=_HEADERS)
