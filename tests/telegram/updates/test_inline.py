"""Inline mode: cards while somebody types."""

from __future__ import annotations

from typing import Any

import pytest

from bot.playground.queries import Query
from bot.playground.server import PlaygroundServer
from bot.telegram.answering.suggestions import MOST_CARDS
from tests.frozen import todays_engine
from tests.telegram.conftest import Rig


async def answer(rig: Rig, text: str, offset: str = "", language: str = "zh-hans") -> dict[str, Any]:
    query = rig.server.inline_query(rig.server.user(language_code=language), text, offset)
    return await answered(rig, query)


async def answered(rig: Rig, query: Query) -> dict[str, Any]:
    await rig.server.wait_for(lambda: query.answer is not None)
    assert query.answer is not None
    return query.answer


async def test_a_query_gets_cards_that_stand_on_their_own(rig: Rig) -> None:
    given = await answer(rig, "100块 多少")
    first = given["results"][0]
    assert first["title"] == "标题 100块 多少"
    assert first["description"] == "摘要"
    assert first["input_message_content"]["message_text"] == "<b>答</b> 100块 多少"
    assert first["input_message_content"]["parse_mode"] == "HTML"
    assert first["input_message_content"]["link_preview_options"] == {"is_disabled": True}
    assert first["reply_markup"]["inline_keyboard"][0][0]["text"] == "换一个"
    assert given["cache_time"] > 0


async def test_cards_come_page_by_page_to_the_end(rig: Rig) -> None:
    offset, titles = "", []
    for _ in range(10):
        given = await answer(rig, "多少", offset)
        titles += [result["title"] for result in given["results"]]
        offset = given["next_offset"]
        if not offset:
            break
    suggested = [f"标题 多少 {number}" for number in range(MOST_CARDS)]
    assert titles == ["标题 多少", "标题 q2-next", *suggested][:MOST_CARDS]


async def test_an_empty_query_gets_examples_in_the_persons_language(rig: Rig) -> None:
    chinese = await answer(rig, "")
    english = await answer(rig, "", language="en")
    assert [result["title"] for result in chinese["results"]] == ["标题 GLM多少钱", "标题 豆包多少钱"]
    assert [result["title"] for result in english["results"]] == ["标题 how much is GLM"]
    assert chinese["is_personal"]


async def test_what_is_not_understood_gets_no_card_but_a_way_to_the_help(rig: Rig) -> None:
    given = await answer(rig, "天气")
    assert given["results"] == []
    assert given["button"] == {"text": "能问什么？私聊里有例子", "start_parameter": "help"}
    assert given["is_personal"], "the line is in the person's language"


async def test_the_way_to_the_help_stands_where_nothing_was_typed_and_not_above_answers(rig: Rig) -> None:
    assert (await answer(rig, "", language="en"))["button"]["text"].startswith("What can I ask?")
    assert "button" not in await answer(rig, "多少")


async def test_a_stale_answer_that_is_shared_has_no_card(rig: Rig) -> None:
    given = await answer(rig, "#s.gone")
    assert given["results"] == []


async def test_ids_are_the_same_for_the_same_card(rig: Rig) -> None:
    one, other = await answer(rig, "多少"), await answer(rig, "多少")
    assert [result["id"] for result in one["results"]] == [result["id"] for result in other["results"]]
    assert len({result["id"] for result in one["results"]}) == len(one["results"])


async def test_a_foreign_offset_is_the_first_page(rig: Rig) -> None:
    assert (await answer(rig, "多少", "-1²x"))["results"][0]["title"] == "标题 多少"


async def test_a_query_that_is_too_old_is_let_go(rig: Rig) -> None:
    rig.server.inline_query(rig.server.user(), "多少")
    rig.server.methods.inline_queries.expire()
    assert await rig.finish() == []


async def test_a_card_that_was_sent_is_no_question_and_its_buttons_change_it(rig: Rig) -> None:
    group, asker = rig.server.group(), rig.server.user()
    query = rig.server.inline_query(asker, "多少")
    await answered(rig, query)
    card = rig.server.choose(asker, query, 0, group)
    pressed = rig.server.press(asker, card, "s.q2-next.q2")
    await answered(rig, pressed)
    await rig.server.wait_for(lambda: rig.server.sent[-1].method == "editMessageText")
    assert card["text"] == "按 q2-next"
    assert [sent.method for sent in rig.server.sent if sent.method == "sendMessage"] == []


async def test_a_guest_message_gets_the_best_card(rig: Rig) -> None:
    query = rig.server.guest_message(rig.server.user(), "@price_bot 多少")
    given = await answered(rig, query)
    assert given["result"]["input_message_content"]["message_text"] == "<b>答</b> 多少"


@pytest.fixture
def real(server: PlaygroundServer) -> Rig:
    return Rig(server, real=todays_engine())


async def test_a_card_says_whose_price_it_is_and_of_which_day(real: Rig) -> None:
    async with real.running():
        given = await answer(real, "deepseek v4 pro")
    [first, *_] = given["results"]
    assert first["description"].splitlines()[0].startswith("来源：DeepSeek API Docs，2026-10-27")
    assert "thumbnail_url" not in first, "nobody outside reaches a bot that polls"


async def test_what_was_asked_in_private_and_sent_as_a_card_comes_first_where_nothing_was_typed(real: Rig) -> None:
    server, person, group = real.server, real.server.user(), real.server.group()
    async with real.running():
        server.private_message(person, "GLM-5.3多少钱")
        await server.wait_for_sent(1)
        query = server.inline_query(person, "claude opus 5.5")
        await answered(real, query)
        server.choose(person, query, 0, group)
        await server.settled()
        own = await answered(real, server.inline_query(person, ""))
        others = await answer(real, "")
    titles = [result["title"] for result in own["results"]]
    assert "Claude Opus 5.5" in titles[0]
    assert "GLM-5.3" in titles[1]
    assert titles[2:] == [result["title"] for result in others["results"]]
    assert own["cache_time"] == 0


async def test_what_is_to_be_forgotten_is_no_card_any_more(real: Rig) -> None:
    server, person = real.server, real.server.user()
    async with real.running():
        server.private_message(person, "GLM-5.3多少钱")
        await server.wait_for_sent(1)
        server.private_message(person, "/forget")
        await server.wait_for_sent(2)
        own = await answered(real, server.inline_query(person, ""))
    assert not any("GLM-5.3" in result["title"] for result in own["results"][:1])
