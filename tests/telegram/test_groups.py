"""Groups: edits, repeats, greetings, settings, migration."""

from __future__ import annotations

from typing import Any

import pytest

from bot.playground.queries import Query
from bot.playground.server import PlaygroundServer
from bot.telegram.chats.chats import ChatSettings, Mode
from bot.text import Language
from tests.telegram.conftest import Rig

QUESTION = "1元能买多少GLM tokens"


def methods(rig: Rig) -> list[str]:
    return [sent.method for sent in rig.server.sent]


async def test_an_edited_question_changes_its_answer(rig: Rig) -> None:
    group, asker = rig.server.group(), rig.server.user()
    question = rig.server.group_message(group, asker, f"@price_bot {QUESTION}")
    answer = (await rig.server.wait_for_sent())[0].result
    rig.server.edit_message(question, "@price_bot 多少豆包")
    changed = (await rig.server.wait_for_sent(2))[1]
    assert changed.method == "editMessageText"
    assert changed.result["message_id"] == answer["message_id"]
    assert changed.text == "答 多少豆包"


async def test_a_question_edited_into_silence_loses_its_answer(rig: Rig) -> None:
    group, asker = rig.server.group(), rig.server.user()
    question = rig.server.group_message(group, asker, QUESTION)
    answer = (await rig.server.wait_for_sent())[0].result
    rig.server.edit_message(question, "算了")
    await rig.server.wait_for_sent(2)
    assert methods(rig) == ["sendMessage", "deleteMessage"]
    assert answer["message_id"] not in group.messages


async def test_a_question_edited_so_that_it_means_somebody_else_loses_its_answer(rig: Rig) -> None:
    group, asker = rig.server.group(), rig.server.user()
    question = rig.server.group_message(group, asker, QUESTION)
    await rig.server.wait_for_sent()
    rig.server.edit_message(question, f"@bobbin {QUESTION}")
    await rig.server.wait_for_sent(2)
    assert methods(rig) == ["sendMessage", "deleteMessage"]


async def test_an_answer_that_grows_long_is_sent_anew(rig: Rig) -> None:
    asker = rig.server.user()
    question = rig.server.private_message(asker, QUESTION)
    await rig.server.wait_for_sent()
    rig.server.edit_message(question, "long")
    await rig.server.wait_for_sent(5)
    assert methods(rig) == ["sendMessage", "deleteMessage", *["sendMessage"] * 3]


async def test_a_fresh_edit_into_a_question_is_answered_and_an_old_one_is_not(rig: Rig) -> None:
    group, asker = rig.server.group(), rig.server.user()
    fresh = rig.server.group_message(group, asker, "你好")
    old = rig.server.group_message(group, asker, "你们好")
    old["date"] -= 3600
    rig.server.edit_message(fresh, "多少豆包")
    old["date"] -= 3600
    rig.server.methods.updates.add("edited_message", old | {"text": QUESTION, "edit_date": old["date"] + 3000})
    assert await rig.finish() == ["答 多少豆包"]


async def test_the_same_question_unasked_is_answered_once_for_a_while(rig: Rig) -> None:
    group, other, asker = rig.server.group(), rig.server.group(), rig.server.user()
    rig.server.group_message(group, asker, QUESTION)
    rig.server.group_message(group, rig.server.user(), QUESTION)
    rig.server.group_message(other, asker, QUESTION)
    rig.server.group_message(group, asker, f"@price_bot {QUESTION}")
    assert await rig.finish() == [f"答 {QUESTION}"] * 3


async def test_a_group_is_greeted_once_and_removal_is_normal(rig: Rig, caplog: pytest.LogCaptureFixture) -> None:
    group, adder = rig.server.group(), rig.server.user(language_code="en")
    rig.server.add_bot(group, adder)
    greeting = (await rig.server.wait_for_sent())[0]
    assert greeting.text.startswith("Hello!")
    assert "@price_bot" in greeting.text
    assert "privacy mode" not in greeting.text
    rig.server.remove_bot(group, adder)
    assert await rig.finish() == [greeting.text]
    assert not [record for record in caplog.records if record.levelname in ("WARNING", "ERROR")]


async def test_with_privacy_mode_on_the_greeting_says_what_that_means() -> None:
    async with PlaygroundServer(privacy_mode=True) as server, Rig(server).running():
        server.add_bot(server.group(), server.user(language_code="zh-hant"))
        greeting = (await server.wait_for_sent())[0]
    assert "隱私模式" in greeting.text


async def test_a_supergroup_keeps_the_settings_of_its_group(rig: Rig) -> None:
    group, asker = rig.server.group(kind="group"), rig.server.user()
    await rig.store.save(group.id, ChatSettings(mode=Mode.QUIET))
    new = rig.server.upgrade(group)
    rig.server.add_bot(new, asker)
    assert await rig.finish() == []
    assert (await rig.store.load(new.id)).mode is Mode.QUIET
    assert (await rig.store.load(group.id)).mode is Mode.HELPFUL


async def choose(rig: Rig, user: Any, menu: dict[str, Any], data: str) -> Query:
    query = rig.server.press(user, menu, data)
    await rig.server.wait_for(lambda: query.answer is not None)
    return query


async def test_administrators_alone_change_the_settings_of_a_group(rig: Rig) -> None:
    group, admin, member = rig.server.group(), rig.server.user("Ada"), rig.server.user("Bob")
    group.administrators.add(admin.id)
    rig.server.group_message(group, member, "/settings@price_bot")
    menu = (await rig.server.wait_for_sent())[0].result
    refused = await choose(rig, member, menu, "=mode:quiet")
    assert refused.answer is not None
    assert "管理员" in refused.answer["text"]
    assert await rig.store.load(group.id) == ChatSettings()
    await choose(rig, admin, menu, "=mode:quiet")
    await choose(rig, admin, menu, "=language:zh-Hant")
    await choose(rig, admin, menu, "=currency:TWD")
    wanted = ChatSettings(Mode.QUIET, Language.ZH_HANT, "TWD")
    assert await rig.store.load(group.id) == wanted
    await rig.server.wait_for(lambda: methods(rig).count("editMessageText") == 3)
    shown = [sent for sent in rig.server.sent if sent.method == "editMessageText"][-1]
    labels = [button["text"] for row in shown.result["reply_markup"]["inline_keyboard"] for button in row]
    assert [label for label in labels if label.startswith("✓")] == ["✓ 只在叫我時回答", "✓ 繁體中文", "✓ TWD"]


async def test_in_private_everybody_has_settings_of_their_own(rig: Rig) -> None:
    asker = rig.server.user(language_code="de")
    rig.server.private_message(asker, "/language")
    menu = (await rig.server.wait_for_sent())[0].result
    await choose(rig, asker, menu, "=language:zh-Hans")
    await choose(rig, asker, menu, "=currency:EUR")
    rig.server.private_message(asker, QUESTION)
    await rig.server.wait_for(lambda: any(text == QUESTION for text, _ in rig.engine.asked))
    context = rig.engine.asked[-1][1]
    assert (context.usual_language, context.language, context.currency) == (Language.ZH_HANS, None, "EUR")


async def test_a_choice_of_an_older_version_changes_nothing(rig: Rig) -> None:
    asker = rig.server.user()
    rig.server.private_message(asker, "/settings")
    menu = (await rig.server.wait_for_sent())[0].result
    menu["reply_markup"]["inline_keyboard"][0][0]["callback_data"] = "=colour:red"
    await choose(rig, asker, menu, "=colour:red")
    assert await rig.store.load(asker.id) == ChatSettings()


async def test_forget_takes_the_settings_away_at_once(rig: Rig) -> None:
    group, admin, member = rig.server.group(), rig.server.user("Ada"), rig.server.user("Bob")
    group.administrators.add(admin.id)
    await rig.store.save(group.id, ChatSettings(mode=Mode.QUIET))
    rig.server.group_message(group, member, "/forget")
    assert "管理员" in (await rig.server.wait_for_sent())[0].text
    assert (await rig.store.load(group.id)).mode is Mode.QUIET
    rig.server.group_message(group, admin, "/forget")
    assert "都删掉了" in (await rig.server.wait_for_sent(2))[1].text
    assert await rig.store.load(group.id) == ChatSettings()


async def test_a_choice_that_cannot_be_kept_is_not_said_to_be_saved(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    async def save(*_arguments: object) -> bool:
        return False

    monkeypatch.setattr(rig.store, "save", save)
    asker = rig.server.user()
    rig.server.private_message(asker, "/settings")
    menu = (await rig.server.wait_for_sent())[0].result
    query = await choose(rig, asker, menu, "=currency:EUR")
    assert query.answer is not None
    assert "存不下来" in query.answer["text"]
