"""A Telegram on loopback: the Bot API over HTTP, and the people who use it."""

from __future__ import annotations

import asyncio
import copy
import hmac
import json
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Final, Self

from aiohttp import web

from bot.playground.arguments import Arguments
from bot.playground.errors import ApiError
from bot.playground.faults import Fault, Trouble
from bot.playground.methods import Methods
from bot.playground.people import People
from bot.playground.rich import plain_text
from bot.playground.updates import UpdateQueue
from bot.playground.world import Json, User, World

TOKEN: Final = "123456789:AAPlayground-token-of-no-use-at-all-"
"""The token that the server accepts where none is given; it is worth nothing elsewhere."""

_QUIET: Final = frozenset(
    {
        "getme",
        "getupdates",
        "setwebhook",
        "getwebhookinfo",
        "deletewebhook",
        "setmycommands",
        "getmycommands",
        "setmydescription",
        "setmyshortdescription",
        "getmydescription",
        "getmyshortdescription",
        "getchatmember",
        "getfile",
        "sendchataction",
    }
)
"""Calls that change nothing which people see in a chat."""

_MOST_BYTES: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Sent:
    """A call that was carried out: what the bot sent, and what came of it."""

    method: str
    arguments: Json
    result: Any

    @property
    def text(self) -> str:
        """The visible text of a sent or edited message, or of what stands below its picture."""
        shown = self.result if isinstance(self.result, dict) else {}
        rich = plain_text(shown["rich_message"]) if "rich_message" in shown else ""
        return str(shown.get("text") or shown.get("caption") or rich)

    @property
    def chat_id(self) -> int:
        return int(self.arguments.get("chat_id", 0))


class PlaygroundServer(People):
    """The server and its little world, as an async context manager.

    ``sent`` lists what the bot did that people can see, in order; ``calls`` every call that came in, refused ones too.
    """

    def __init__(
        self, token: str = TOKEN, *, bot_username: str = "price_bot", port: int = 0, privacy_mode: bool = False
    ) -> None:
        world = World(User(int(token.split(":", maxsplit=1)[0]), "Price bot", bot_username, is_bot=True))
        methods = Methods(world, UpdateQueue(), reads_all_group_messages=not privacy_mode)
        super().__init__(world, methods)
        self.token = token
        self.sent: list[Sent] = []
        self.calls: list[tuple[str, Json]] = []
        self._faults: list[Fault] = []
        self._port = port
        self._changed = asyncio.Event()
        self._runner: web.AppRunner | None = None
        self.routes: list[web.AbstractRouteDef] = []
        """What else the server serves; to be added before it starts."""

    @property
    def base_url(self) -> str:
        """Root of the server, as TELEGRAM_API_BASE_URL takes it."""
        return f"http://127.0.0.1:{self._port}"

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=_MOST_BYTES)
        app.router.add_route("*", "/bot{token}/{method}", self._serve)
        app.router.add_get("/file/bot{token}/{path:.+}", self._serve_file)
        app.add_routes(self.routes)
        self._runner = web.AppRunner(app, handler_cancellation=True, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port)
        await site.start()
        self._port = self._runner.addresses[0][1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    def fault(self, method: str, trouble: Trouble, times: int = 1, seconds: float = 1.0, status: int = 502) -> Fault:
        """Let the next ``times`` calls of a method fail; ``times`` of the result counts down to zero."""
        fault = Fault(method, trouble, times, seconds, status)
        self._faults.append(fault)
        return fault

    async def wait_for(self, condition: Callable[[], bool], seconds: float = 60.0) -> None:
        """Wait until a condition holds; it is looked at after each call that was carried out.

        Raises:
            TimeoutError: it did not hold in time.
        """
        async with asyncio.timeout(seconds):
            while not condition():
                self._changed.clear()
                await self._changed.wait()

    async def wait_for_sent(self, number: int = 1, seconds: float = 60.0) -> list[Sent]:
        """Everything sent, as soon as it is that many."""
        await self.wait_for(lambda: len(self.sent) >= number, seconds)
        return self.sent

    async def settled(self) -> None:
        """Wait until the bot has taken all updates and asks for more."""
        await self.wait_for(lambda: self.methods.updates.waiting == 0)

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        token, method = request.match_info["token"], request.match_info["method"]
        arguments = await _arguments(request)
        self.calls.append((method, arguments.values))
        self._changed.set()
        fault = next((fault for fault in self._faults if fault.concerns(method)), None)
        if fault is not None:
            fault.times -= 1
            early = await _before(fault, request)
            if early is not None:
                return early
        status, answer = await self._answer(token, method, arguments)
        if fault is not None:
            return await _after(fault, request, status, answer)
        return web.json_response(answer, status=status)

    async def _serve_file(self, request: web.Request) -> web.Response:
        """A file that somebody sent to the bot."""
        try:
            self._check_token(request.match_info["token"])
        except ApiError as error:
            return web.Response(status=error.code)
        file = self.methods.files.get(request.match_info["path"])
        return web.Response(body=file) if file is not None else web.Response(status=404)

    async def _answer(self, token: str, method: str, arguments: Arguments) -> tuple[int, Json]:
        try:
            self._check_token(token)
            result = await self.methods.call(method, arguments)
        except ApiError as error:
            answer: Json = {"ok": False, "error_code": error.code, "description": error.description}
            return error.code, answer | ({"parameters": error.parameters} if error.parameters else {})
        if method.casefold() not in _QUIET:
            self.sent.append(Sent(method, arguments.values, copy.deepcopy(result)))
        self._changed.set()
        return 200, {"ok": True, "result": result}

    def _check_token(self, token: str) -> None:
        number, _, secret = token.partition(":")
        if not number.isdigit() or not secret:
            raise ApiError(404, "Not Found")
        if not hmac.compare_digest(token.encode(), self.token.encode()):
            raise ApiError(401, "Unauthorized")


async def _before(fault: Fault, request: web.Request) -> web.StreamResponse | None:
    """What goes wrong before a call is carried out; ``None`` where it is to be carried out."""
    if fault.trouble is Trouble.DELAY:
        await asyncio.sleep(fault.seconds)
    elif fault.trouble is Trouble.RESET:
        _drop(request)
        return web.Response()
    elif fault.trouble is Trouble.STATUS:
        return web.Response(status=fault.status, text=f"<html><h1>{fault.status}</h1></html>", content_type="text/html")
    elif fault.trouble is Trouble.FLOOD:
        wait = int(fault.seconds)
        answer = {"ok": False, "error_code": 429, "description": f"Too Many Requests: retry after {wait}"}
        return web.json_response(answer | {"parameters": {"retry_after": wait}}, status=429)
    return None


async def _after(fault: Fault, request: web.Request, status: int, answer: Json) -> web.StreamResponse:
    """What goes wrong after a call was carried out."""
    if fault.trouble is Trouble.LATE_RESET:
        _drop(request)
        return web.Response()
    if fault.trouble is Trouble.TRUNCATE:
        body = json.dumps(answer).encode()
        response = web.StreamResponse(status=status, headers={"Content-Length": str(len(body))})
        await response.prepare(request)
        await response.write(body[: len(body) // 2])
        _drop(request)
        return response
    return web.json_response(answer, status=status)


def _drop(request: web.Request) -> None:
    if request.transport is not None:
        request.transport.close()


async def _arguments(request: web.Request) -> Arguments:
    values: Json = dict(request.query)
    if request.content_type == "application/json":
        body = await request.json() if request.can_read_body else {}
        values |= body if isinstance(body, dict) else {}
    elif request.can_read_body:
        fields = await request.post()
        values |= {name: value for name, value in fields.items() if isinstance(value, str)}
        files = {name: value.file.read() for name, value in fields.items() if isinstance(value, web.FileField)}
        return Arguments(values, files)
    return Arguments(values)
