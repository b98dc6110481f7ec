"""A Bot API that answers what it likes, and hands out updates that nobody checked."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any

from aiohttp import web

from bot.playground.server import PlaygroundServer

Answer = web.Response
HTML = "text/html"


def page(status: int) -> Callable[[], web.Response]:
    """A page of a gateway."""
    return lambda: web.Response(status=status, text=f"<html><h1>{status}</h1></html>", content_type=HTML)


def body(text: str | bytes, status: int = 200) -> Callable[[], web.Response]:
    """Any body, called JSON."""
    raw = text.encode() if isinstance(text, str) else text
    return lambda: web.Response(status=status, body=raw, content_type="application/json")


def json_body(content: Any, status: int = 200) -> Callable[[], web.Response]:
    return lambda: web.json_response(content, status=status)


def refusal(code: int, status: int | None = None, **parameters: Any) -> Callable[[], web.Response]:
    """A refusal of the Bot API itself."""
    content = {"ok": False, "error_code": code, "description": "Some words", "parameters": parameters}
    return lambda: web.json_response(content, status=status or code)


class HostileServer(PlaygroundServer):
    """The playground's server, whose next answers to a method can be anything."""

    def __init__(self) -> None:
        super().__init__()
        self.scripted: dict[str, deque[Callable[[], web.Response]]] = {}

    def answer(self, method: str, *answers: Callable[[], web.Response], times: int = 1) -> None:
        """Let the next calls of a method be answered like this, without being carried out."""
        self.scripted.setdefault(method, deque()).extend(answers * times)

    def left(self, method: str) -> int:
        """How many of the scripted answers are still to come."""
        return len(self.scripted.get(method, ()))

    def queue(self, update: Any, number: int | None = None) -> int:
        """Hand out this as an update, whatever it is, as the next one or with this number."""
        updates = self.methods.updates
        updates._next_id = updates._next_id if number is None else number
        given = updates._next_id
        updates._next_id += 1
        updates._waiting.append({"update_id": given, **update})
        updates._wake()
        return given

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        waiting = self.scripted.get(request.match_info["method"])
        if waiting:
            self.calls.append((request.match_info["method"], {}))
            self._changed.set()
            return waiting.popleft()()
        return await super()._serve(request)
