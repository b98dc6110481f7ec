"""What people say to each other is told from the JSON alone, and nothing that is meant for the bot is taken for it."""

from __future__ import annotations

from typing import Any

import pytest

from bot.telegram.updates.chatter import is_chatter
from tests.telegram.conftest import Rig

CHATTER = "xxx 多少"
"""The engine of these tests would answer it, but says that it cannot concern the bot."""

ME = 42


async def test_chatter_is_finished_before_it_is_read(rig: Rig) -> None:
    group, somebody = rig.server.group(), rig.server.user()
    for _ in range(250):
        rig.server.group_message(group, somebody, CHATTER)
    rig.server.group_message(group, somebody, "多少")
    assert await rig.finish() == ["答 多少"]
    assert [text for text, _ in rig.engine.asked] == ["多少"]


async def test_in_private_nothing_is_chatter(rig: Rig) -> None:
    rig.server.private_message(rig.server.user(), CHATTER)
    assert await rig.finish() == [f"答 {CHATTER}"]


@pytest.mark.parametrize("text", [f"@price_bot {CHATTER}", f"/ask {CHATTER}", f"/ask@price_bot {CHATTER}"])
async def test_what_calls_the_bot_is_no_chatter(rig: Rig, text: str) -> None:
    rig.server.group_message(rig.server.group(), rig.server.user(), text)
    assert await rig.finish() == [f"答 {CHATTER}"]


async def test_a_reply_to_the_bot_is_no_chatter_and_one_to_others_is(rig: Rig) -> None:
    group, asker, other = rig.server.group(), rig.server.user(), rig.server.user()
    asked = rig.server.group_message(group, asker, "多少")
    answer = (await rig.server.wait_for_sent())[0].result
    rig.server.group_message(group, other, CHATTER, reply_to=asked)
    rig.server.group_message(group, other, CHATTER, reply_to=answer)
    assert await rig.finish() == ["答 多少", f"答 {CHATTER}"]


async def test_an_answered_question_that_becomes_chatter_loses_its_answer(rig: Rig) -> None:
    group, asker = rig.server.group(), rig.server.user()
    asked = rig.server.group_message(group, asker, "多少")
    await rig.server.wait_for_sent()
    rig.server.edit_message(asked, "xxx 天气")
    await rig.server.wait_for(lambda: rig.server.sent[-1].method == "deleteMessage")


async def test_what_was_overheard_is_no_chatter_when_it_is_asked_for(rig: Rig) -> None:
    """Nothing is remembered of chatter: the bot's name below it asks it."""
    group, asker = rig.server.group(), rig.server.user()
    asked = rig.server.group_message(group, asker, CHATTER)
    rig.server.group_message(group, asker, "@price_bot", reply_to=asked)
    assert await rig.finish() == [f"答 {CHATTER}"]


def message(**more: Any) -> dict[str, Any]:
    return {"update_id": 1, "message": {"chat": {"id": -5, "type": "supergroup"}, "text": "哈哈", **more}}


@pytest.mark.parametrize(
    "plain",
    [
        {},
        {"entities": []},
        {"entities": [{"type": "bold", "offset": 0, "length": 1}]},
        {"reply_to_message": {"from": {"id": 7}}},
        {"reply_to_message": {"message_id": 7}},
    ],
)
def test_it_is_told_by_its_json(plain: dict[str, Any]) -> None:
    assert is_chatter(message(**plain), ME, lambda _: False)
    assert not is_chatter(message(**plain), ME, lambda _: True)


@pytest.mark.parametrize(
    "more",
    [
        {"text": 5},
        {"text": None},
        {"chat": None},
        {"chat": {"type": []}},
        {"chat": {"type": "private"}},
        {"chat": {"type": "channel"}},
        {"entities": 5},
        {"entities": {"type": "bold"}},
        {"entities": [5]},
        {"entities": [{"type": "mention"}]},
        {"entities": [{"type": "bold"}, {"type": "text_mention"}]},
        {"entities": [{"type": "bot_command"}]},
        {"reply_to_message": {"from": {"id": ME}}},
        {"reply_to_message": {"from": 7}},
    ],
)
def test_whatever_is_not_plainly_chatter_is_looked_at(more: dict[str, Any]) -> None:
    assert not is_chatter(message(**more), ME, lambda _: False)


@pytest.mark.parametrize("raw", [{}, {"message": None}, {"message": []}, {"edited_message": {"text": "x"}}])
def test_other_updates_are_no_chatter(raw: dict[str, Any]) -> None:
    assert not is_chatter({"update_id": 1, **raw}, ME, lambda _: False)
