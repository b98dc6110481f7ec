"""In a group, what somebody else presses is answered for him alone where Telegram knows such messages, over HTTP."""

from __future__ import annotations

import pytest

from bot.playground.errors import bad_request
from bot.playground.server import PlaygroundServer
from bot.playground.world import Chat, Json, User
from tests.frozen import todays_engine
from tests.telegram.conftest import Rig
from tests.telegram.test_charts import button, labels
from tests.telegram.test_rich import sent

QUESTION = "@price_bot gpt-5多少钱"


@pytest.fixture
def real(server: PlaygroundServer) -> Rig:
    server.methods.alone = True
    return Rig(server, real=todays_engine())


async def answered(rig: Rig, group: Chat, asker: User) -> Json:
    rig.server.group_message(group, asker, QUESTION)
    answer: Json = (await sent(rig.server, 1)).result
    return answer


async def test_he_alone_sees_it_changes_it_and_comes_back(real: Rig) -> None:
    server, group = real.server, real.server.group()
    asker, other = server.user("Ada", language_code="zh-hans"), server.user("Tom", language_code="zh-hans")
    async with real.running():
        answer = await answered(real, group, asker)
        query = server.press(other, answer, button(answer, "换成人民币"))
        alone = await sent(server, 2)
        assert alone.arguments["ephemeral_message_parameters"] == {
            "receiver_user_id": other.id, "callback_query_id": query.id,
        }  # fmt: skip
        assert alone.result["receiver_user"]["id"] == other.id
        assert "元 / 百万 tokens" in alone.text
        server.press(other, alone.result, button(alone.result, "换成美元"))
        changed = await sent(server, 3)
        assert changed.method == "editEphemeralMessageText"
        assert changed.arguments["ephemeral_message_id"] == alone.result["ephemeral_message_id"]
        now = group.messages[alone.result["ephemeral_message_id"]]
        assert "1.25" in now["text"]
        assert "‹ 返回" in labels(now)
        server.press(other, now, button(now, "‹ 返回"))
        await sent(server, 4)
    assert "元 / 百万 tokens" in group.messages[alone.result["ephemeral_message_id"]]["text"]
    assert "edit_date" not in group.messages[answer["message_id"]]


async def test_who_asked_changes_the_answer_for_all(real: Rig) -> None:
    server, group, asker = real.server, real.server.group(), real.server.user("Ada", language_code="zh-hans")
    async with real.running():
        answer = await answered(real, group, asker)
        server.press(asker, answer, button(answer, "换成人民币"))
        changed = await sent(server, 2)
    assert changed.method == "editMessageText"
    assert changed.arguments["message_id"] == answer["message_id"]


async def test_a_picture_pressed_for_alone_is_seen_alone(real: Rig) -> None:
    server, group = real.server, real.server.group()
    asker, other = server.user("Ada", language_code="zh-hans"), server.user("Tom", language_code="zh-hans")
    async with real.running():
        server.group_message(group, asker, "@price_bot GPT-5和Claude Opus 5哪个便宜")
        answer = (await sent(server, 1)).result
        server.press(other, answer, button(answer, "只看输入"))
        alone = (await sent(server, 2)).result
        server.press(other, alone, button(alone, "图表"))
        photo = await sent(server, 3)
    assert photo.method == "sendPhoto"
    assert photo.result["receiver_user"]["id"] == other.id


@pytest.mark.parametrize("known", [True, False])
async def test_where_that_is_refused_or_unknown_all_see_it(
    real: Rig, monkeypatch: pytest.MonkeyPatch, known: bool
) -> None:
    server, group = real.server, real.server.group()
    asker, other = server.user("Ada", language_code="zh-hans"), server.user("Tom", language_code="zh-hans")
    server.methods.alone = known
    async with real.running():
        answer = await answered(real, group, asker)
        if known:
            monkeypatch.setattr("bot.playground.methods.reader_of", _refused)
        server.press(other, answer, button(answer, "换成人民币"))
        below = await sent(server, 2)
        assert "receiver_user" not in below.result
        assert below.result["reply_to_message"]["message_id"] == answer["message_id"]
        server.press(other, below.result, button(below.result, "换成美元"))
        changed = await sent(server, 3)
    assert changed.method == "editMessageText"


def _refused(given: object, *_more: object) -> None:
    if given is not None:
        raise bad_request("ephemeral messages can't be sent here")
