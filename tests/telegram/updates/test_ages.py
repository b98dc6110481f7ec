"""Old messages, as they come after an outage."""

from __future__ import annotations

import time
from typing import Any

import pytest

from bot.playground.world import Chat, User
from tests.telegram.conftest import Rig

QUESTION = "1元能买多少GLM tokens"
HOUR = 3600


def old_message(rig: Rig, chat: Chat, user: User, text: str, age: int, **more: Any) -> None:
    message = rig.server.world.post(chat, user, text, more.pop("entities", []), **more)
    message["date"] = int(time.time()) - age
    rig.server.methods.updates.add("message", dict(message))


async def test_questions_overheard_long_ago_are_left_alone(parked: Rig) -> None:
    for _ in range(30):
        old_message(parked, parked.server.group(), parked.server.user(), QUESTION, 23 * HOUR)
    old_message(parked, parked.server.group(), parked.server.user(), QUESTION, 121)
    old_message(parked, parked.server.group(), parked.server.user(), "多少 fresh", 60)
    async with parked.running():
        assert await parked.finish() == ["答 多少 fresh"]


@pytest.mark.parametrize(("age", "late"), [(23 * HOUR, True), (HOUR // 2, False)])
async def test_an_old_question_to_the_bot_is_answered_with_a_word_on_it(parked: Rig, age: int, late: bool) -> None:
    asker = parked.server.user()
    asker.started = True
    old_message(parked, parked.server.world.chats[asker.id], asker, QUESTION, age)
    async with parked.running():
        texts = await parked.finish()
    assert texts == [f"这条消息我现在才收到。\n\n答 {QUESTION}" if late else f"答 {QUESTION}"]


async def test_a_press_that_telegram_has_dropped_changes_nothing(rig: Rig) -> None:
    asker = rig.server.user()
    rig.server.private_message(asker, QUESTION)
    answer = (await rig.server.wait_for_sent())[0].result
    rig.server.press(asker, answer, f"s.q{len(QUESTION)}-next.:3")
    rig.server.methods.callback_queries.expire()
    await rig.finish()
    assert [sent.method for sent in rig.server.sent] == ["sendMessage"]
