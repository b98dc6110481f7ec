"""The HTTP transport by itself."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from telegram.error import NetworkError, TimedOut

from bot.telegram.network.errors import AnswerLostError, TooLargeError, UnsentError, UnsentTimeoutError
from bot.telegram.network.transport import Patience, Transport
from bot.telegram.network.wire import Wire

SECRET = "bot123456789:secret"


@pytest.fixture
async def base() -> AsyncIterator[str]:
    """A server that tells what it was sent, or misbehaves, by the method called."""

    async def serve(request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        if method == "hang":
            await asyncio.sleep(30)
        if method == "page":
            return web.Response(status=502, text="<h1>Bad</h1>")
        if method == "portal":
            return web.Response(text="<h1>Please log in</h1>")
        if method == "list":
            return web.json_response([1])
        if method == "ask":
            asked = {"asked": request.raw_path, "by": request.headers["Proxy-Authorization"]}
            return web.json_response({"ok": True, "result": asked})
        if method == "large":
            return web.Response(body=b"x" * 5000)
        if method == "packed":
            return web.Response(body=gzip.compress(b"x" * 5000), headers={"Content-Encoding": "gzip"})
        if method == "endless":
            response = web.StreamResponse()
            await response.prepare(request)
            for _ in range(1000):
                await response.write(b"x" * 100)
            return response
        return web.json_response({"ok": True, "result": await request.json()})

    app = web.Application()
    app.router.add_post("/{token}/{method}", serve)
    runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/{SECRET}"
    await runner.cleanup()


@pytest.fixture
async def transport() -> AsyncIterator[Transport]:
    async with Transport(connections=1) as opened:
        yield opened


async def test_what_is_sent_arrives_and_comes_back(base: str, transport: Transport) -> None:
    sent = {"text": "1元 &<b>", "number": 3, "flag": True, "rows": [[{"text": "多"}]]}
    assert await Wire(transport, base).call("echo", sent) == sent


async def test_a_proxy_is_asked_with_user_and_password(base: str) -> None:
    proxy = base.removesuffix(SECRET).replace("//", "//ada:secret@")
    root = f"http://telegram.invalid/{SECRET}"
    async with Transport(connections=1, proxy=proxy) as transport:
        shown = await Wire(transport, root).call("ask")
    assert shown == {"asked": f"{root}/ask", "by": "Basic YWRhOnNlY3JldA=="}


@pytest.mark.parametrize(
    ("method", "expected"),
    [("page", NetworkError), ("portal", AnswerLostError), ("list", AnswerLostError)],
)
async def test_what_is_no_answer_is_an_error(
    base: str, transport: Transport, method: str, expected: type[Exception], caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(expected) as raised:
        await Wire(transport, base).call(method)
    assert type(raised.value) is expected
    assert SECRET not in str(raised.value)
    assert not caplog.records


@pytest.mark.parametrize("method", ["large", "packed", "endless"])
async def test_an_answer_is_read_no_further_than_one_can_be_long(base: str, method: str) -> None:
    async with Transport(connections=1, most_bytes=1000) as transport:
        with pytest.raises(TooLargeError):
            await transport.post(f"{base}/{method}", b"{}")
    async with Transport(connections=1, most_bytes=100_000) as transport:
        status, body = await transport.post(f"{base}/{method}", b"{}")
    assert (status, set(body)) == (200, {ord("x")})


async def test_a_slow_answer_times_out(base: str) -> None:
    async with Transport(connections=1, patience=Patience(answer=0.05)) as transport:
        with pytest.raises(TimedOut) as raised:
            await transport.post(f"{base}/hang", b"{}")
    assert not isinstance(raised.value, UnsentTimeoutError)
    assert raised.value.__cause__ is None
    assert raised.value.__suppress_context__


async def test_a_full_pool_is_told_from_a_slow_answer(base: str) -> None:
    async with Transport(connections=1, patience=Patience(pool=0.05, connect=0.05)) as transport:
        hanging = asyncio.create_task(transport.post(f"{base}/hang", b"{}"))
        await asyncio.sleep(0.1)
        with pytest.raises(UnsentTimeoutError):
            await transport.post(f"{base}/echo", b"{}")
        hanging.cancel()
        await asyncio.wait({hanging})


async def test_nobody_there(transport: Transport) -> None:
    with pytest.raises(UnsentError, match="Connection refused") as raised:
        await transport.post(f"http://127.0.0.1:9/{SECRET}/getMe", b"{}")
    assert SECRET not in str(raised.value)


async def test_a_closed_transport_says_so(base: str) -> None:
    closed = Transport(connections=1)
    with pytest.raises(UnsentError):
        await closed.post(f"{base}/echo", b"{}")
    await closed.open()
    await closed.close()
    await closed.close()
    with pytest.raises(UnsentError):
        await closed.post(f"{base}/echo", b"{}")
