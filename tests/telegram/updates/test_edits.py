"""Edits: what changes, what only seems to, and what a question followed."""

from __future__ import annotations

from typing import Any

from tests.telegram.conftest import Rig

QUESTION = "1元能买多少GLM tokens"


def methods(rig: Rig) -> list[str]:
    return [sent.method for sent in rig.server.sent]


def react(rig: Rig, message: dict[str, Any]) -> None:
    """Somebody reacts to a message: it is sent as edited, without a date of the edit."""
    rig.server.methods.updates.add("edited_message", {key: message[key] for key in message if key != "edit_date"})


async def test_a_reaction_changes_nothing(rig: Rig) -> None:
    asker = rig.server.user()
    question = rig.server.private_message(asker, QUESTION)
    await rig.server.wait_for_sent()
    react(rig, question)
    assert await rig.finish() == [f"答 {QUESTION}"]
    assert methods(rig) == ["sendMessage"]


async def test_a_reaction_to_an_old_message_is_no_question(rig: Rig) -> None:
    asker, group = rig.server.user(), rig.server.group()
    for chat in (rig.server.world.chats[asker.id], group):
        old = rig.server.world.post(chat, asker, QUESTION, [])
        old["date"] -= 30 * 86400
        react(rig, old)
    command = rig.server.world.post(group, asker, "/price 豆包", [{"type": "bot_command", "offset": 0, "length": 6}])
    react(rig, command)
    assert await rig.finish() == []


async def test_an_edit_with_the_same_text_does_not_undo_a_press(rig: Rig) -> None:
    asker = rig.server.user()
    question = rig.server.private_message(asker, QUESTION)
    answer = (await rig.server.wait_for_sent())[0].result
    query = rig.server.press(asker, answer, f"s.q{len(QUESTION)}-next.:3")
    await rig.server.wait_for(lambda: query.answer is not None)
    await rig.server.wait_for_sent(3)
    rig.server.edit_message(question, QUESTION)
    await rig.finish()
    assert sorted(methods(rig)) == ["answerCallbackQuery", "editMessageText", "sendMessage"]


async def test_an_edited_follow_up_is_read_as_it_was(rig: Rig) -> None:
    asker = rig.server.user()
    rig.server.private_message(asker, QUESTION)
    follow_up = rig.server.private_message(asker, "多少那豆包呢")
    rig.server.private_message(asker, "多少那别的呢")
    await rig.server.wait_for_sent(3)
    rig.server.edit_message(follow_up, "多少那文心呢")
    await rig.server.wait_for_sent(4)
    text, context = rig.engine.asked[-1]
    assert text == "多少那文心呢"
    assert context.previous == f"q{len(QUESTION)}", "not the newest one of the chat"


async def test_an_edit_of_a_first_question_follows_nothing(rig: Rig) -> None:
    asker = rig.server.user()
    first = rig.server.private_message(asker, QUESTION)
    rig.server.private_message(asker, "多少")
    await rig.server.wait_for_sent(2)
    rig.server.edit_message(first, "多少豆包")
    await rig.server.wait_for_sent(3)
    assert rig.engine.asked[-1][1].previous is None


async def test_an_edit_into_another_command_changes_the_answer(rig: Rig) -> None:
    group, asker = rig.server.group(), rig.server.user()
    question = rig.server.group_message(group, asker, "/compare GLM 多少")
    await rig.server.wait_for_sent()
    rig.server.edit_message(question, "/cheapest")
    changed = (await rig.server.wait_for_sent(2))[1]
    assert (changed.method, changed.text) == ("editMessageText", "按 r-oc")
    rig.server.edit_message(question, "/help")
    await rig.server.wait_for_sent(3)
    assert methods(rig)[2:] == ["deleteMessage"]
