"""Tables on Telegram: rich messages where they are taken, the usual ones where they are not, over HTTP, with the real engine."""

from __future__ import annotations

from typing import Any

import pytest

from bot.playground.server import PlaygroundServer, Sent
from bot.playground.world import Json
from tests.frozen import todays_engine
from tests.telegram.conftest import Rig
from tests.telegram.test_charts import button

COMPARISON = "kimi k3和glm5.3哪个便宜"


@pytest.fixture
def real(server: PlaygroundServer) -> Rig:
    server.methods.rich = True
    return Rig(server, real=todays_engine())


def table(message: Json) -> list[list[str]]:
    blocks: list[Any] = message["rich_message"]["blocks"]
    return [[cell["text"] for cell in row] for block in blocks for row in block.get("cells", ())]


async def sent(server: PlaygroundServer, number: int) -> Sent:
    """What people see, once there is so much of it; notices apart."""

    def seen() -> list[Sent]:
        return [each for each in server.sent if each.method != "answerCallbackQuery"]

    await server.wait_for(lambda: len(seen()) >= number)
    return seen()[number - 1]


def tried(server: PlaygroundServer) -> int:
    return sum(method == "sendRichMessage" for method, _ in server.calls)


async def test_a_comparison_is_a_table_that_a_button_changes_and_a_reply_follows(real: Rig) -> None:
    server, person = real.server, real.server.user()
    async with real.running():
        asked = server.private_message(person, COMPARISON)
        first = await sent(server, 1)
        assert first.method == "sendRichMessage"
        assert first.arguments["rich_message"]["skip_entity_detection"]
        assert first.result["reply_to_message"]["message_id"] == asked["message_id"]
        assert table(first.result) == [
            ["元 / 百万 tokens", "输入", "输出"], ["GLM-5.3", "8", "28"], ["Kimi K3", "20", "100"],
        ]  # fmt: skip
        server.press(person, first.result, button(first.result, "＋ 豆包 Seed 2.1 Pro"))
        second = await sent(server, 2)
        assert second.method == "editMessageText"
        assert ["豆包 Seed 2.1 Pro", "6", "30"] in table(second.result)
        server.press(person, second.result, button(second.result, "只看输出"))
        third = await sent(server, 3)
        assert table(third.result)[0] == ["元 / 百万 tokens", "输出"]
        server.private_message(person, "那qwen3.8max呢", reply_to=third.result)
        fourth = await sent(server, 4)
    assert "Qwen3.8-Max" in fourth.text


async def test_what_is_no_list_goes_as_ever_and_into_the_place_of_a_table(real: Rig) -> None:
    server, person = real.server, real.server.user()
    async with real.running():
        server.private_message(person, "deepseek多少钱")
        first = await sent(server, 1)
        server.press(person, first.result, button(first.result, "DeepSeek V4.1 Flash 价格"))
        second = await sent(server, 2)
    assert first.method == "sendRichMessage"
    assert "rich_message" not in second.arguments
    assert "rich_message" not in second.result
    assert second.text.startswith("DeepSeek V4.1 Flash（非高峰）：输入 1")


@pytest.mark.parametrize("known", [True, False])
async def test_what_is_refused_once_is_not_tried_again(real: Rig, monkeypatch: pytest.MonkeyPatch, known: bool) -> None:
    server, person = real.server, real.server.user()
    server.methods.rich = known
    monkeypatch.setattr("bot.playground.rich.MOST_CHARACTERS", 10)
    async with real.running():
        for number in (1, 2):
            server.private_message(person, COMPARISON)
            answer = await sent(server, number)
            assert answer.method == "sendMessage"
            assert "· GLM-5.3：输入 8、输出 28 元 / 百万 tokens" in answer.text
    assert tried(server) == 1


async def test_a_server_that_only_refuses_to_change_gets_the_usual_text(
    real: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    server, person = real.server, real.server.user()
    async with real.running():
        server.private_message(person, COMPARISON)
        first = await sent(server, 1)
        monkeypatch.setattr(server.methods, "rich", False)
        server.press(person, first.result, button(first.result, "只看输入"))
        second = await sent(server, 2)
    assert second.method == "editMessageText"
    assert "· GLM-5.3（输入）：8 元 / 百万 tokens" in second.text
