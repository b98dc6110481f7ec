"""Chats that watch prices are told what changes, each of it once: over HTTP, with real edits and a real database."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.answers import BEIJING
from bot.engine import Engine
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.entries import CatalogueContents
from bot.knowledge.load import load_knowledge
from bot.live.news.desk import NewsDesk
from bot.live.upkeep import KnowledgeUpkeep
from bot.live.watching import look
from bot.playground.faults import Trouble
from bot.playground.server import TOKEN, Sent
from bot.playground.world import Chat, User
from bot.settings import Secret, Settings
from bot.telegram.answering import alerts
from bot.telegram.answering.alerts import Alerts
from bot.telegram.answering.news import Watching
from bot.telegram.app import run_bot
from bot.telegram.chats.records import kept_records
from bot.text import Language
from tests.frozen import frozen_exchange
from tests.live.conftest import write
from tests.maintain.conftest import VENDOR
from tests.telegram.hostile import HostileServer, refusal
from tests.waiting import eventually

NOON = datetime(2026, 11, 20, 12, tzinfo=BEIJING)
EDITED = (
    VENDOR.replace("    name: 星河 Nano\n", "    name: 星河 Nano\n    retired: 2026-11-20\n")
    .replace("amount: 0.002, currency: CNY, per: 1000", "amount: 0.004, currency: CNY, per: 1000")
    .replace(
        "source: notice}\n  - id: xinghe/lite",
        "source: notice}\n      - {amount: 3, currency: CNY, per: 1000000, side: input, from: 2026-11-21, source: notice}\n"
        "  - id: xinghe/lite",
    )
)
"""Three changes: a price to come, a correction, the end of a model."""

NEIGHBOUR = """\
id: yinhe
name: {zh: 银河, en: Yinhe}
models:
  - id: yinhe/max
    name: 银河 Max
    prices:
      - {amount: 8, currency: CNY, per: 1000000, from: 2026-03-01, source: report}
"""


class Town:
    """A server with a bot on it that may be stopped, edited and started again; its database stays."""

    def __init__(self, server: HostileServer, folder: Path, state: Path) -> None:
        self.server = server
        self.folder = folder
        self.state = state
        self.looks = 0
        """How often the bot has looked for what is new."""

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        stop = asyncio.Event()
        engine = Engine(load_knowledge(self.folder), Catalogue(CatalogueContents), frozen_exchange())
        upkeep = KnowledgeUpkeep(engine, self.folder, look(self.folder), looked_after=0.5)
        settings = Settings(token=Secret(TOKEN), api_base_url=self.server.base_url, language=Language.ZH_HANS)
        async with kept_records(self.state / "chats.sqlite") as records:
            watching = Watching(records.watches, NewsDesk(engine, alerts.now_in_beijing))
            bot = run_bot(
                settings, engine, store=records.settings, ledger=records.updates, storage=records.storage,
                stop=stop, upkeep=upkeep, watching=watching,
            )  # fmt: skip
            task = asyncio.create_task(bot)
            try:
                yield
            finally:
                stop.set()
                async with asyncio.timeout(30):
                    assert await task == 0

    async def looked(self, times: int = 2) -> None:
        """Wait until the bot has looked so often once more, from beginning to end."""
        until = self.looks + times
        await eventually(lambda: self.looks >= until)

    async def asked(self, person: User, text: str) -> str:
        before = len(self.server.sent)
        self.server.private_message(person, text)
        await self.server.wait_for(lambda: len(self.server.sent) > before)
        return self.server.sent[before].text

    def edit(self, vendor: str) -> None:
        write(self.folder, {"vendors/xinghe.yaml": vendor})

    def alerts(self, chat: User | Chat) -> list[Sent]:
        return [
            sent for sent in self.server.sent if sent.chat_id == chat.id and "🔔" in sent.text and "：关注" in sent.text
        ]


@pytest.fixture
async def town(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Town]:
    monkeypatch.setattr(alerts, "LOOKED_AFTER", 0.05)
    monkeypatch.setattr(alerts, "PAUSE_SECONDS", 0.0)
    at(monkeypatch, NOON)
    write(folder, {"vendors/yinhe.yaml": NEIGHBOUR})
    async with HostileServer() as server:
        made = Town(server, folder, tmp_path)
        monkeypatch.setattr(Alerts, "look", _counted(made, Alerts.look))
        yield made


def _counted(town: Town, look: Callable[[Alerts], Awaitable[bool]]) -> Callable[[Alerts], Awaitable[bool]]:
    async def counted(self: Alerts) -> bool:
        await look(self)
        town.looks += 1
        return False  # so that it looks again, as if something could be new

    return counted


def at(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    monkeypatch.setattr(alerts, "now_in_beijing", lambda: moment)


async def test_a_reload_with_three_changes_sends_one_message_to_each_watching_chat(town: Town) -> None:
    server = town.server
    person, other, group, left = (
        server.user("Ada", language_code="zh-hans"),
        server.user("Bob"),
        server.group(),
        server.group(),
    )
    for each in (group, left):
        each.administrators.add(person.id)
    async with town.running():
        assert "已关注：星河" in await town.asked(person, "/watch 星河")
        assert "已关注：银河" in await town.asked(other, "/watch 银河Max")
        for each in (group, left):
            before = len(server.sent)
            server.group_message(each, person, "/watch@price_bot 星河Max")
            await server.wait_for_sent(before + 1)
        server.remove_bot(left, person)
        await town.looked()
        town.edit(EDITED)
        await server.wait_for(lambda: bool(town.alerts(person) and town.alerts(group)))
        await town.looked()
    [told] = town.alerts(person)
    assert "星河 Nano 2026-11-20 起下线" in told.text
    assert "星河 Max 明天（2026-11-21）起：4 → 3 元 / 百万 tokens（降价 25%）" in told.text
    assert "星河 Lite（更正，不是调价）" in told.text
    [told] = town.alerts(group)
    assert "星河 Max" in told.text
    assert "Nano" not in told.text
    assert (town.alerts(other), town.alerts(left)) == ([], [])
    async with town.running():
        await town.looked()
    assert (len(town.alerts(person)), len(town.alerts(group))) == (1, 1)


async def test_what_changed_while_the_bot_was_down_is_told(town: Town) -> None:
    person = town.server.user(language_code="zh-hans")
    async with town.running():
        await town.asked(person, "/watch 星河")
    town.edit(EDITED)
    async with town.running():
        await town.server.wait_for(lambda: bool(town.alerts(person)))
        await town.looked()
    assert len(town.alerts(person)) == 1


async def test_a_chat_is_told_once_a_day_of_all_that_came_meanwhile(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = town.server.user(language_code="zh-hans")
    async with town.running():
        await town.asked(person, "/watch 星河")
    town.edit(EDITED)
    async with town.running():
        await town.server.wait_for(lambda: bool(town.alerts(person)))
    town.edit(EDITED.replace("amount: 3,", "amount: 2,"))
    async with town.running():
        await town.looked()
        assert len(town.alerts(person)) == 1
        at(monkeypatch, NOON.replace(day=21, hour=3))
        await town.server.wait_for(lambda: len(town.alerts(person)) == 2)
    told = town.alerts(person)[1]
    assert "星河 Max（更正，不是调价）：3 → 2 元" in told.text
    assert "Nano" not in told.text
    assert told.arguments.get("disable_notification") is True
    assert "disable_notification" not in town.alerts(person)[0].arguments


@pytest.mark.parametrize("trouble", [Trouble.RESET, Trouble.LATE_RESET, Trouble.TRUNCATE])
async def test_what_may_have_been_sent_is_not_sent_again(town: Town, trouble: Trouble) -> None:
    person = town.server.user(language_code="zh-hans")
    async with town.running():
        await town.asked(person, "/watch 星河")
    town.edit(EDITED)
    town.server.fault("sendMessage", trouble)
    before = len(town.server.calls)
    async with town.running():
        await town.looked(3)
    async with town.running():
        await town.looked()
    assert sum(method == "sendMessage" for method, _ in town.server.calls[before:]) <= 1
    assert len(town.alerts(person)) == (0 if trouble is Trouble.RESET else 1)


async def test_what_was_refused_for_now_is_sent_later(town: Town) -> None:
    person = town.server.user(language_code="zh-hans")
    async with town.running():
        await town.asked(person, "/watch 星河")
    town.edit(EDITED)
    town.server.fault("sendMessage", Trouble.FLOOD, seconds=1.0)
    async with town.running():
        await town.server.wait_for(lambda: bool(town.alerts(person)))
        await town.looked()
    assert len(town.alerts(person)) == 1


async def test_who_blocked_the_bot_is_left_alone_until_they_are_back(town: Town) -> None:
    person = town.server.user(language_code="zh-hans")
    async with town.running():
        await town.asked(person, "/watch 星河")
    town.edit(EDITED)
    town.server.answer("sendMessage", refusal(403))
    async with town.running():
        await town.server.wait_for(lambda: not town.server.left("sendMessage"))
        await town.looked()
        assert town.alerts(person) == []
        assert "已关注" in await town.asked(person, "/watch 星河Lite")
        await town.server.wait_for(lambda: bool(town.alerts(person)))
    assert "Nano" in town.alerts(person)[0].text


async def test_a_group_that_became_another_is_told_there(town: Town) -> None:
    person, group = town.server.user(), town.server.group(kind="group")
    group.administrators.add(person.id)
    async with town.running():
        town.server.group_message(group, person, "/watch@price_bot 星河")
        await town.server.wait_for_sent()
        new = town.server.upgrade(group)
        await town.server.settled()
        await town.looked()
        town.edit(EDITED)
        await town.server.wait_for(lambda: bool(town.alerts(new)))
    assert town.alerts(group) == []


async def test_in_a_forum_it_is_told_in_the_topic_that_asked_and_where_that_is_gone_to_all(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = town.server
    admin, forum = server.user("Ada", language_code="zh-hans"), server.group(forum=True)
    forum.administrators.add(admin.id)
    topic = server.topic(forum)
    async with town.running():
        before = len(server.sent)
        server.group_message(forum, admin, "/watch@price_bot 星河Max", thread=topic)
        await server.wait_for(lambda: len(server.sent) > before)
        town.edit(EDITED)
        await server.wait_for(lambda: len(town.alerts(forum)) == 1)
    assert town.alerts(forum)[0].arguments.get("message_thread_id") == topic
    del forum.topics[topic]
    at(monkeypatch, NOON + timedelta(days=1))
    town.edit(VENDOR)
    async with town.running():
        await server.wait_for(lambda: len(town.alerts(forum)) == 2)
    assert "message_thread_id" not in town.alerts(forum)[1].arguments
