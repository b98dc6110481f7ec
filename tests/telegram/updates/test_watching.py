"""Commands and buttons by which chats watch prices."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from bot.answers import Context, Reply, Result
from bot.playground.server import PlaygroundServer, Sent
from bot.telegram.answering.news import Told, Watching
from bot.telegram.chats import watches
from bot.telegram.chats.records import Records, kept_records
from bot.telegram.chats.storage import State
from bot.text import Language
from tests.telegram.conftest import Rig


class Names:
    """News of what is named with a capital letter, in which nothing is new."""

    def entries(self, text: str) -> tuple[str, ...]:
        return tuple(word.lower() for word in text.split() if word[0].isupper())

    def name(self, entry: str, language: Language) -> str:
        return f"<{entry.upper()}>"

    def now(self) -> Names:
        return self

    def state(self, entry: str) -> str:
        return entry

    def precedes(self, state: str) -> bool:
        return False

    def told(self, known: Mapping[str, str], language: Language) -> Told | None:
        return None


@pytest.fixture
async def records(tmp_path: Path) -> AsyncIterator[Records]:
    async with kept_records(tmp_path / "chats.sqlite") as made:
        yield made


@pytest.fixture
async def watching(server: PlaygroundServer, records: Records) -> AsyncIterator[Rig]:
    """A bot with which prices can be watched."""
    made = Rig(server, store=records.settings, watching=Watching(records.watches, Names()))
    async with made.running():
        yield made


async def said(rig: Rig, text: str, language: str = "en") -> str:
    """What is answered to somebody who writes this in private, always the same one."""
    person = next((user for user in rig.server.world.users.values() if user.first_name == "Ada"), None)
    person = person or rig.server.user("Ada", language_code=language)
    before = len(rig.server.sent)
    rig.server.private_message(person, text)
    return (await rig.server.wait_for_sent(before + 1))[before].text


async def test_what_is_watched_is_listed_and_watched_no_more_by_name(watching: Rig) -> None:
    assert "Nothing is watched yet" in await said(watching, "/watching")
    assert "🔔 Watching: <GLM>, <QWEN>" in await said(watching, "/watch how GLM Qwen")
    assert "Watching: <GLM>, <QWEN>" in await said(watching, "/watching")
    assert "No longer watched: <QWEN>" in await said(watching, "/unwatch how Qwen")
    assert "Watching: <GLM>\n" in await said(watching, "/unwatch")
    assert "Watching: <GLM>\n" in await said(watching, "/unwatch how Qwen")


async def test_a_button_stops_to_watch(watching: Rig) -> None:
    person = watching.server.user("Ada", language_code="zh-TW")
    await said(watching, "/watch 多少 GLM Qwen")
    await said(watching, "/watching")
    listed = watching.server.sent[-1]
    keys = [row[0] for row in listed.arguments["reply_markup"]["inline_keyboard"]]
    assert [key["text"] for key in keys] == ["✕ <GLM>", "✕ <QWEN>"]
    for key in keys:
        before = len(watching.server.sent)
        watching.server.press(person, listed.result, key["callback_data"])
        await watching.server.wait_for_sent(before + 2)
    edited = [sent.text for sent in watching.server.sent if sent.method == "editMessageText"]
    assert edited[0].startswith("關注著：<QWEN>")
    assert edited[1].startswith("還沒有關注什麼")


async def test_the_price_of_a_model_has_a_button_to_watch_it(
    watching: Rig, records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    server, make = watching.server, watching.engine._reply

    def priced(text: str, context: Context, words: str) -> Reply:
        models = ("glm", "qwen") if "both" in text else ("glm",)
        return replace(make(text, context, words), results=tuple(Result("CNY", None, model) for model in models))

    monkeypatch.setattr(watching.engine, "_reply", priced)
    await said(watching, "how both")
    assert "🔔 Watch" not in labels(server.sent[-1])
    await said(watching, "how GLM")
    answer = server.sent[-1]
    press = server.press(server.world.users[answer.chat_id], answer.result, labels(answer)["🔔 Watch"])
    await server.wait_for(lambda: press.answer is not None)
    assert "🔔 Watching <GLM>" in str(press.answer)
    assert await records.watches.of(answer.chat_id) == ["glm"]


def labels(sent: Sent) -> dict[str, str]:
    rows = sent.arguments["reply_markup"]["inline_keyboard"]
    return {key["text"]: key.get("callback_data", "") for row in rows for key in row}


async def test_what_is_not_known_is_not_watched(watching: Rig) -> None:
    assert await said(watching, "/watch Foobar") == "不懂"
    assert "Which model" in await said(watching, "/watch how nothing")
    assert "Which model" in await said(watching, "/watch")
    assert "Nothing is watched yet" in await said(watching, "/watching")


async def test_no_more_is_watched_than_is_allowed(watching: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watches, "MOST_WATCHED", 1)
    assert "at most" in await said(watching, "/watch how GLM Qwen")


async def test_administrators_alone_decide_what_a_group_watches(watching: Rig, records: Records) -> None:
    server = watching.server
    group, admin, member = (
        server.group(),
        server.user("Bob", language_code="en"),
        server.user("Eve", language_code="en"),
    )
    group.administrators.add(admin.id)
    for person, text, reply in (
        (member, "/watch@price_bot how GLM", "Only administrators"),
        (admin, "/watch@price_bot how GLM", "🔔 Watching"),
        (member, "/unwatch@price_bot how GLM", "Only administrators"),
        (member, "/watching@price_bot", "Watching: <GLM>"),
    ):
        before = len(server.sent)
        server.group_message(group, person, text)
        assert reply in (await server.wait_for_sent(before + 1))[before].text
    listed = server.sent[-1]
    press = server.press(member, listed.result, "-glm")
    await server.wait_for(lambda: press.answer is not None)
    assert "Only administrators" in str(press.answer)
    assert await records.watches.of(group.id) == ["glm"]


async def test_forget_takes_away_what_is_watched(watching: Rig) -> None:
    await said(watching, "/watch how GLM")
    assert "all that it watched" in await said(watching, "/forget")
    assert "Nothing is watched yet" in await said(watching, "/watching")


async def test_where_nothing_can_be_kept_that_is_said(watching: Rig, records: Records) -> None:
    await said(watching, "/watch how GLM")
    await records.storage.close()
    records.storage.state = State.GONE
    assert "cannot be kept" in await said(watching, "/watch how Qwen")


async def test_without_a_database_nothing_is_watched(rig: Rig) -> None:
    assert "cannot be kept" in await said(rig, "/watch how GLM")
    assert "Nothing is watched yet" in await said(rig, "/watching")
