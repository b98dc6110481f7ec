"""Commands, in private and in groups."""

from __future__ import annotations

import pytest

from bot.text import Language
from tests.telegram.conftest import Rig


@pytest.mark.parametrize("command", ["/start", "/help", "/start@price_bot", "/unknown", "@price_bot", "/ask"])
async def test_help_is_given_in_private(rig: Rig, command: str) -> None:
    rig.server.private_message(rig.server.user(), command)
    said = (await rig.server.wait_for_sent())[0].text
    assert said.startswith("帮助\n\n")
    assert "/watch" in said


async def test_a_deep_link_answers_its_question(rig: Rig) -> None:
    rig.server.start(rig.server.user(), "b-1-CNY_zhipu-glm")
    assert (await rig.server.wait_for_sent())[0].text == "按 b-1-CNY_zhipu-glm"


@pytest.mark.parametrize("command", ["/ask", "/ask@price_bot", "/ASK@Price_Bot"])
async def test_ask_in_a_group(rig: Rig, command: str) -> None:
    rig.server.group_message(rig.server.group(), rig.server.user(), f"{command}  1元 多少\n豆包")
    await rig.server.wait_for_sent()
    assert rig.engine.asked[-1][0] == "1元 多少\n豆包"


async def test_ask_below_a_message_asks_that(rig: Rig) -> None:
    group = rig.server.group()
    said = rig.server.group_message(group, rig.server.user(), "@nobody 多少")
    rig.server.group_message(group, rig.server.user(), "/ask", reply_to=said)
    assert (await rig.server.wait_for_sent())[0].text == "答 @nobody 多少"


async def test_price_with_a_name_asks_for_its_price(rig: Rig) -> None:
    rig.server.private_message(rig.server.user(language_code="en"), "/price GLM")
    await rig.server.wait_for_sent()
    assert [text for text, _ in rig.engine.asked] == ["GLM", "price of GLM"]


async def test_price_alone_asks_for_the_best_known_models(rig: Rig) -> None:
    rig.server.private_message(rig.server.user(), "/price")
    await rig.server.wait_for_sent()
    [(code, _)] = rig.engine.pressed
    assert code.startswith("p-s")


async def test_price_alone_asks_for_all_where_none_is_well_known(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rig.engine, "at_a_glance", lambda _: None)
    rig.server.private_message(rig.server.user(), "/price")
    await rig.server.wait_for_sent()
    assert [code for code, _ in rig.engine.pressed] == ["r-oa"]


async def test_commands_it_does_not_have_are_left_to_others_in_a_group(rig: Rig) -> None:
    group, asker = rig.server.group(), rig.server.user()
    for text in ("/weather 多少", "/ask@other_bot 多少", "/help@other_bot"):
        rig.server.group_message(group, asker, text)
    assert await rig.finish() == []


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("/cheapest@price_bot", "r-oc"),
        ("/changes", "d-sbAxg-tp-bb"),
        ("/compare", "r-oa"),
    ],
)
async def test_commands_that_are_questions(rig: Rig, command: str, code: str) -> None:
    rig.server.private_message(rig.server.user(language_code="en"), command)
    assert (await rig.server.wait_for_sent())[0].text == f"按 {code}"
    assert rig.engine.pressed[-1][1].usual_language is Language.EN


@pytest.mark.parametrize("payload", ["help", ""])
async def test_the_way_from_inline_mode_leads_to_the_help(rig: Rig, payload: str) -> None:
    rig.server.private_message(rig.server.user(), f"/start {payload}")
    assert (await rig.server.wait_for_sent())[0].text.startswith("帮助\n")


async def test_privacy_is_told(rig: Rig) -> None:
    rig.server.private_message(rig.server.user(language_code="zh-TW"), "/privacy")
    assert "/forget 立刻刪掉" in (await rig.server.wait_for_sent())[0].text


async def test_menus_and_descriptions_are_set_per_language(rig: Rig) -> None:
    profile = rig.server.methods.profile
    await rig.server.wait_for(lambda: len(profile) == 6)
    assert set(profile) == {
        f"{part}/default{tag}" for part in ("commands", "description", "short_description") for tag in ("", "/zh")
    }
    named = [item["command"] for item in profile["commands/default"]]
    assert {"ask", "price", "compare", "cheapest", "models", "sources", "changes", "settings", "help"} <= set(named)
    assert named == [item["command"] for item in profile["commands/default/zh"]]
    assert "大模型" in profile["description/default/zh"]
    assert profile["short_description/default"].isascii()


async def test_a_profile_that_is_right_is_not_set_again(parked: Rig) -> None:
    for _ in range(2):
        async with parked.running():
            await parked.server.wait_for(lambda: len(parked.server.methods.profile) == 6)
            await parked.server.wait_for(lambda: _count(parked, "getMyShortDescription") % 2 == 0)
    assert _count(parked, "setMyDescription") == 2


def _count(rig: Rig, method: str) -> int:
    return sum(called == method for called, _ in rig.server.calls)
