"""The HTTP transport by itself."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from telegram import InputFile
from telegram.error import NetworkError, TimedOut
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.telegram.network.transport import AiohttpRequest, AnswerLostError, UnsentError, UnsentTimeoutError

SECRET = "bot123456789:secret"


def data(**values: object) -> RequestData:
    return RequestData([RequestParameter.from_input(name, value) for name, value in values.items()])


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
        if request.content_type == "multipart/form-data":
            fields = await request.post()
            shown = {
                name: value if isinstance(value, str) else [value.filename, value.file.read().decode()]
                for name, value in fields.items()
                if isinstance(value, str | web.FileField)
            }
            return web.json_response({"ok": True, "result": shown})
        return web.json_response({"ok": True, "result": await request.json()})

    app = web.Application()
    app.router.add_post("/{token}/{method}", serve)
    runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/{SECRET}"
    await runner.cleanup()


@pytest.fixture
async def transport() -> AsyncIterator[AiohttpRequest]:
    async with AiohttpRequest(connections=1) as opened:
        yield opened


async def test_parameters_arrive_as_they_are(base: str, transport: AiohttpRequest) -> None:
    sent = {"text": "1元 &<b>", "number": 3, "flag": True, "rows": [[{"text": "多"}]]}
    assert await transport.post(f"{base}/echo", data(**sent)) == sent


async def test_files_are_uploaded(base: str, transport: AiohttpRequest) -> None:
    given = await transport.post(f"{base}/echo", data(photo=InputFile(b"picture", "a.png"), caption="多少"))
    assert given == {"photo": ["a.png", "picture"], "caption": "多少"}


async def test_a_proxy_is_asked_with_user_and_password(base: str) -> None:
    proxy = base.removesuffix(SECRET).replace("//", "//ada:secret@")
    address = f"http://telegram.invalid/{SECRET}/ask"
    async with AiohttpRequest(connections=1, proxy=proxy) as transport:
        shown = await transport.post(address, data())
    assert shown == {"asked": address, "by": "Basic YWRhOnNlY3JldA=="}


@pytest.mark.parametrize(
    ("method", "expected"),
    [("page", NetworkError), ("portal", AnswerLostError), ("list", AnswerLostError)],
)
async def test_what_is_no_answer_is_an_error(
    base: str, transport: AiohttpRequest, method: str, expected: type[Exception], caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(expected) as raised:
        await transport.post(f"{base}/{method}", data())
    assert SECRET not in str(raised.value)
    assert not caplog.records


async def test_a_slow_answer_times_out(base: str, transport: AiohttpRequest) -> None:
    with pytest.raises(TimedOut) as raised:
        await transport.post(f"{base}/hang", data(), read_timeout=0.05)
    assert not isinstance(raised.value, UnsentTimeoutError)
    assert raised.value.__cause__ is None
    assert raised.value.__suppress_context__


async def test_a_full_pool_is_told_from_a_slow_answer(base: str, transport: AiohttpRequest) -> None:
    hanging = asyncio.create_task(transport.post(f"{base}/hang", data()))
    await asyncio.sleep(0.1)
    with pytest.raises(UnsentTimeoutError):
        await transport.post(f"{base}/echo", data(), pool_timeout=0.05, connect_timeout=0.05)
    hanging.cancel()
    await asyncio.wait({hanging})


async def test_nobody_there(transport: AiohttpRequest) -> None:
    with pytest.raises(UnsentError, match="Connection refused") as raised:
        await transport.post(f"http://127.0.0.1:9/{SECRET}/getMe", data())
    assert SECRET not in str(raised.value)


async def test_a_closed_transport_says_so(base: str) -> None:
    closed = AiohttpRequest(connections=1)
    with pytest.raises(UnsentError):
        await closed.post(f"{base}/echo", data())
    await closed.initialize()
    await closed.shutdown()
    await closed.shutdown()
    with pytest.raises(UnsentError):
        await closed.post(f"{base}/echo", data())
