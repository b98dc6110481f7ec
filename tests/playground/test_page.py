"""The page's side of the server: what it tells, what it does, and whom it refuses."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable, Coroutine
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.playground.page import WEB
from bot.playground.server import PlaygroundServer
from bot.playground.session import PortError, play, playground

Json = dict[str, Any]
Do = Callable[..., Coroutine[Any, Any, tuple[int, Json]]]


@pytest.fixture
async def server() -> AsyncIterator[PlaygroundServer]:
    async with playground() as running:
        yield running


@pytest.fixture
async def do(server: PlaygroundServer) -> AsyncIterator[Do]:
    """Something that the page asks for; HTTP status and answer."""
    async with aiohttp.ClientSession() as session:

        async def ask(deed: str, wish: object, **headers: str) -> tuple[int, Json]:
            address = f"{server.base_url}/playground/{deed}"
            async with session.post(address, json=wish, headers=headers) as response:
                return response.status, await response.json()

        yield ask


def people(server: PlaygroundServer) -> dict[str, int]:
    return {user.first_name: user.id for user in server.world.users.values()}


def group(server: PlaygroundServer) -> int:
    return next(chat.id for chat in server.world.chats.values() if chat.is_forum)


async def events(server: PlaygroundServer, number: int) -> list[tuple[str, Json]]:
    """The first events that a page is told."""
    told: list[tuple[str, Json]] = []
    async with aiohttp.ClientSession() as session, session.get(f"{server.base_url}/playground/events") as response:
        assert response.content_type == "text/event-stream"
        while len(told) < number:
            name = (await response.content.readline()).decode().removeprefix("event: ").strip()
            data = (await response.content.readline()).decode().removeprefix("data: ")
            await response.content.readline()
            told.append((name, json.loads(data)))
            if len(told) == 1:
                server.private_message(next(user for user in server.world.users.values() if not user.is_bot), "x" * 9)
    return told


async def test_the_stream_begins_with_everything_and_goes_on_with_what_happens(server: PlaygroundServer) -> None:
    [(first, state), (second, message)] = await events(server, 2)
    assert first == "state"
    assert state["bot"]["username"] == "price_bot"
    assert {person["first_name"] for person in state["people"]} == set(people(server)) - {"Price bot"}
    assert [chat["with_bot"] for chat in state["chats"] if chat["type"] != "private"] == [True, False]
    assert second == "message"
    assert message["content"]["text"] == "x" * 9
    assert message["chat"] == message["content"]["chat"]["id"]


async def test_what_somebody_writes_reaches_the_bot(server: PlaygroundServer, do: Do) -> None:
    lin = people(server)["小林"]
    assert await do("send", {"as": lin, "chat": lin, "text": " 1元能买多少GLM tokens "}) == (200, {})
    [update] = (await server.methods.updates.poll(0, 100, 0, None))[-1:]
    assert update["message"]["text"] == "1元能买多少GLM tokens"
    assert update["message"]["from"]["id"] == lin


@pytest.mark.parametrize(
    ("deed", "wish"),
    [
        ("send", {"text": ""}),
        ("send", {"text": "x" * 4097}),
        ("send", {"text": "😀" * 2049}),
        ("send", {"text": "\ud800"}),
        ("send", {"text": "x", "as": 1}),
        ("send", {"text": "x", "as": "x"}),
        ("send", {"text": "x", "chat": 1}),
        ("send", {"text": "x", "topic": 999_999}),
        ("send", {"text": "x", "reply_to": "x"}),
        ("edit", {"message": 999_999, "text": "x"}),
        ("delete", {"message": 999_999}),
        ("delete", {"message": None}),
        ("press", {"message": 999_999, "data": "x"}),
        ("choose", {"query": "1", "place": 0}),
        ("membership", {"member": False}),
        ("send", []),
        ("send", "x"),
    ],
)
async def test_what_cannot_be_is_refused_with_a_reason(
    server: PlaygroundServer, do: Do, deed: str, wish: object
) -> None:
    ada = people(server)["Ada"]
    place = {"as": ada, "chat": group(server)}
    before = server.methods.updates.waiting
    status, answer = await do(deed, place | wish if isinstance(wish, dict) else wish)
    assert status == 400
    assert answer["error"]
    assert server.methods.updates.waiting == before


async def test_nobody_writes_in_anothers_chat_or_changes_anothers_message(server: PlaygroundServer, do: Do) -> None:
    lin, ada = people(server)["小林"], people(server)["Ada"]
    assert (await do("send", {"as": ada, "chat": lin, "text": "x"}))[0] == 400
    await do("send", {"as": lin, "chat": group(server), "text": "mine"})
    [mine] = [number for number, one in server.world.chats[group(server)].messages.items() if one.get("text") == "mine"]
    place = {"chat": group(server), "message": mine}
    assert (await do("edit", place | {"as": ada, "text": "hers"}))[0] == 400
    assert (await do("delete", place | {"as": ada}))[0] == 400
    assert (await do("delete", place | {"as": lin})) == (200, {})
    assert mine not in server.world.chats[group(server)].messages


@pytest.mark.parametrize("path", ["/", "/web/main.js", "/playground/events"])
@pytest.mark.parametrize("host", ["evil.example", "evil.example:8484", "[", "127.0.0.1.evil.example"])
async def test_a_name_that_was_made_to_lead_here_is_refused(server: PlaygroundServer, path: str, host: str) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.get(server.base_url + path, headers={"Host": host}) as response,
    ):
        assert response.status == 403


async def test_pages_of_other_sites_are_refused(server: PlaygroundServer) -> None:
    async with aiohttp.ClientSession() as session:
        for origin, status in ((server.base_url, 400), ("http://evil.example", 403), ("null", 403)):
            address = f"{server.base_url}/playground/send"
            async with session.post(address, json={}, headers={"Origin": origin}) as response:
                assert response.status == status
        async with session.post(f"{server.base_url}/playground/send", data="{}") as response:
            assert response.status == 400


async def test_all_files_of_the_page_come_with_a_policy_that_lets_nothing_else_in(server: PlaygroundServer) -> None:
    assert {"index.html", "main.js", "theme.css", "icon.svg"} <= {path.name for path in WEB.iterdir()}
    async with aiohttp.ClientSession() as session:
        for path in ["/", *(f"/web/{file.name}" for file in WEB.iterdir())]:
            async with session.get(server.base_url + path) as response:
                assert response.status == 200
                assert "default-src 'none'" in response.headers["Content-Security-Policy"]
                assert "http" not in (await response.text()).replace("http://www.w3.org/2000/svg", "").replace(
                    "https?:", ""
                )
        for path in ("/web/none.js", "/web/..%2Fpage.py", "/web/%2e%2e/page.py"):
            async with session.get(server.base_url + path) as response:
                assert response.status == 404


async def test_a_port_that_is_taken_is_one_sentence_and_the_usual_one_is_replaced(
    server: PlaygroundServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = int(server.base_url.rsplit(":", 1)[1])
    told: list[str] = []

    async def bot(address: str, token: str) -> int:
        return 7

    with pytest.raises(PortError, match=str(taken)):
        await play(bot, told.append, taken)
    assert told == []
    monkeypatch.setattr("bot.playground.session.USUAL_PORT", taken)
    assert await play(bot, told.append) == 7
    assert len(told) == 1
    assert told != [server.base_url]


def test_every_file_of_the_page_is_used() -> None:
    texts = {path.name: Path(path).read_text(encoding="utf-8") for path in WEB.iterdir()}
    for name in texts:
        if name != "index.html":
            assert any(name in text for other, text in texts.items() if other != name), f"{name} is used nowhere"
