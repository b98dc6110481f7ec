"""Every message to the bot gets a reply, whatever it holds: the real engine over HTTP."""

from __future__ import annotations

import pytest

from bot.playground.server import PlaygroundServer
from tests.frozen import frozen_engine
from tests.telegram.conftest import Rig

UNFINISHED = ("GLM 1或", "1或", "豆包100万或", "½或", "每0天3次，每次500 token，豆包一个月多少钱", "千卅百块")
"""What people type on the way to something, and amounts that cannot be."""

FORGED = ("b-E1CNY-tt", "s.d-l1e6c-tCNY", "d-l1e6c-tCNY", "z" * 64, "r-oc-D", "b-m1CNY-tt-ow")
"""Codes of the right form that no button has."""


@pytest.fixture
def real(server: PlaygroundServer) -> Rig:
    return Rig(server, real=frozen_engine())


@pytest.mark.parametrize("text", UNFINISHED)
async def test_an_unfinished_question_gets_a_reply_wherever_it_is_asked(
    real: Rig, text: str, caplog: pytest.LogCaptureFixture
) -> None:
    server = real.server
    person, group = server.user(), server.group()
    async with real.running():
        server.private_message(person, text)
        server.group_message(group, person, f"@price_bot {text}")
        typed = server.inline_query(person, text)
        await server.wait_for(lambda: typed.answer is not None)
        assert len(await real.finish()) == 2
    assert [record.getMessage() for record in caplog.records if record.levelname == "ERROR"] == []


@pytest.mark.parametrize("code", FORGED)
async def test_a_forged_code_gets_a_polite_reply_wherever_it_stands(
    real: Rig, code: str, caplog: pytest.LogCaptureFixture
) -> None:
    server = real.server
    person = server.user()
    async with real.running():
        server.private_message(person, f"/start {code}")
        message = (await server.wait_for_sent())[0].result
        message.setdefault("reply_markup", {"inline_keyboard": []})["inline_keyboard"].append(
            [{"text": "x", "callback_data": code}]
        )
        pressed = server.press(person, message, code)
        await server.wait_for(lambda: pressed.answer is not None)
        await real.finish()
    assert [record.getMessage() for record in caplog.records if record.levelname == "ERROR"] == []
