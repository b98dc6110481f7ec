"""A bot that runs on Telegram takes edits over, and tells its maintainers of those that it cannot."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest

from bot.engine import Engine
from bot.live.refreshing import Refresher
from bot.live.upkeep import KnowledgeUpkeep
from bot.live.watching import look
from bot.playground.server import TOKEN, PlaygroundServer
from bot.playground.world import User
from bot.settings import Health, Refresh, Secret, Settings
from bot.telegram.answering.upkeep import Upkeep
from bot.telegram.app import run_bot
from bot.telegram.chats.unanswered import Noting
from bot.text import Language
from tests.live.conftest import write
from tests.maintain.conftest import VENDOR
from tests.waiting import eventually

QUESTION = "星河Lite输出多少钱"


@asynccontextmanager
async def running(
    server: PlaygroundServer,
    engine: Engine,
    upkeep: Upkeep | None,
    *maintainers: int,
    unanswered: Noting | None = None,
    health: Health | None = None,
) -> AsyncIterator[None]:
    stop = asyncio.Event()
    settings = Settings(
        token=Secret(TOKEN), api_base_url=server.base_url, maintainers=frozenset(maintainers), health=health
    )
    task = asyncio.create_task(run_bot(settings, engine, stop=stop, upkeep=upkeep, unanswered=unanswered))
    try:
        await server.wait_for(lambda: any(method == "getUpdates" for method, _ in server.calls))
        yield
    finally:
        stop.set()
        async with asyncio.timeout(30):
            assert await task == 0


async def said(server: PlaygroundServer, person: User, text: str) -> str:
    """What the bot answers to a private message."""
    before = len(server.sent)
    server.private_message(person, text)
    await server.wait_for(lambda: any(sent.chat_id == person.id for sent in server.sent[before:]))
    return next(sent.text for sent in server.sent[before:] if sent.chat_id == person.id)


@pytest.fixture
async def server() -> AsyncIterator[PlaygroundServer]:
    async with PlaygroundServer() as made:
        yield made


@pytest.fixture
def upkeep(folder: Path, engine: Engine) -> KnowledgeUpkeep:
    return KnowledgeUpkeep(engine, folder, look(folder), looked_after=0.5)


async def test_an_edit_is_in_the_next_answer_and_a_broken_one_is_told_of(
    server: PlaygroundServer, folder: Path, engine: Engine, upkeep: KnowledgeUpkeep
) -> None:
    asker, maintainer = server.user(), server.user()
    async with running(server, engine, upkeep, maintainer.id):
        assert "2 元" in await said(server, asker, QUESTION)

        version = engine.knowledge.version
        write(folder, {"vendors/xinghe.yaml": VENDOR.replace("amount: 0.002,", "amount: 0.007,")})
        await eventually(lambda: engine.knowledge.version != version)
        assert "7 元" in await said(server, asker, QUESTION)

        before = len(server.sent)
        write(folder, {"vendors/xinghe.yaml": VENDOR.replace("amount: 0.002,", "amount: 0.00z,")})
        await server.wait_for(lambda: len(server.sent) > before)
        told = server.sent[before]
        assert told.chat_id == maintainer.id
        assert "vendors/xinghe.yaml:25:" in told.text
        assert "0.00z" in told.text
        assert "7 元" in await said(server, asker, QUESTION)
        assert "vendors/xinghe.yaml:25:" in await said(server, maintainer, "/status")

        before = len(server.sent)
        write(folder, {"vendors/xinghe.yaml": VENDOR})
        await server.wait_for(lambda: len(server.sent) > before)
        assert (server.sent[before].chat_id, engine.knowledge.version in server.sent[before].text) == (
            maintainer.id,
            True,
        )
        assert "2 元" in await said(server, asker, QUESTION)


async def test_what_became_of_edits_is_counted(
    server: PlaygroundServer, folder: Path, engine: Engine, upkeep: KnowledgeUpkeep
) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    maintainer = server.user()
    async with running(server, engine, upkeep, maintainer.id, health=Health(port)):
        write(folder, {"vendors/xinghe.yaml": "id:"})
        await server.wait_for_sent(1)
        async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}/metrics") as answer:
            assert 'pricebot_knowledge_reloads_total{result="failed"} 1.0' in await answer.text()


async def test_reload_and_status_exist_for_maintainers_alone(
    server: PlaygroundServer, folder: Path, engine: Engine
) -> None:
    maintainer, other = server.user(), server.user()
    unwatched = KnowledgeUpkeep(engine, folder, look(folder), looked_after=1000)
    async with running(server, engine, unwatched, maintainer.id):
        assert engine.knowledge.version in await said(server, maintainer, "/reload")
        status = await said(server, maintainer, "/status")
        assert engine.knowledge.version in status
        assert str(folder) in status
        assert "2026-10-01" in status
        help_text = await said(server, other, "/help")
        assert await said(server, other, "/status") == help_text
        assert await said(server, other, "/reload") == help_text

        group = server.group()
        before = len(server.sent)
        server.group_message(group, maintainer, "/status@price_bot")
        server.group_message(group, other, "/reload@price_bot")
        await server.settled()
        assert await said(server, other, "/help") == help_text
        assert all(sent.chat_id != group.id for sent in server.sent[before:])


async def test_without_a_folder_reload_says_so(server: PlaygroundServer, engine: Engine) -> None:
    maintainer = server.user()
    async with running(server, engine, None, maintainer.id):
        assert "PRICEBOT_KNOWLEDGE" in await said(server, maintainer, "/reload")


class Notes:
    """What was noted."""

    keeps = True

    def __init__(self) -> None:
        self.noted: list[tuple[str, Language]] = []

    def note(self, text: str, language: Language) -> None:
        self.noted.append((text, language))


async def test_what_was_said_to_the_bot_in_vain_is_noted_and_nothing_else(
    server: PlaygroundServer, engine: Engine
) -> None:
    notes, person, group = Notes(), server.user(), server.group()
    async with running(server, engine, None, unanswered=notes):
        server.group_message(group, person, "星河Max和foobar哪个便宜，有人知道吗")
        server.group_message(group, person, "今晚吃什么好呢")
        await server.settled()
        assert "星河" in await said(server, person, QUESTION)
        await said(server, person, "foobar多少钱")
        await said(server, person, "/price foobar-8")
        assert "180" in await said(server, person, "/privacy")
    assert notes.noted == [("foobar多少钱", Language.ZH_HANS), ("foobar-8", notes.noted[-1][1])]


async def test_status_warns_of_what_cannot_be_refreshed(
    server: PlaygroundServer, engine: Engine, tmp_path: Path
) -> None:
    maintainer = server.user()
    refresher = Refresher(engine, Refresh(rates=True, rates_url=f"{server.base_url}/nothing"), tmp_path)
    assert not await refresher.refresh("ECB")
    async with running(server, engine, KnowledgeUpkeep(engine, None, refresher=refresher), maintainer.id):
        status = await said(server, maintainer, "/status")
    assert "⚠️" in status
    assert "404" in status
