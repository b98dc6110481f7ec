"""The log of a whole run, as a program reads it: each line an object, one number through all lines of an update."""

from __future__ import annotations

import io

from bot.playground.faults import Trouble
from tests.telegram.conftest import Rig
from tests.telegram.hostile import HostileServer
from tests.telegram.logs.test_handler import logging_to, objects
from tests.waiting import eventually


async def test_a_run_with_failures() -> None:
    stream = io.StringIO()
    with logging_to(stream):
        async with HostileServer() as server, Rig(server).running():
            server.fault("getUpdates", Trouble.RESET)
            server.fault("sendMessage", Trouble.RESET)
            server.fault("sendMessage", Trouble.STATUS)
            server.private_message(server.user(), "多少")
            await server.wait_for_sent(1)
            server.private_message(server.user(), "explode")
            server.queue({"message": {"message_id": 1, "text": "x"}})
            await eventually(
                lambda: all(words in stream.getvalue() for words in ("could not be answered", "cannot be read"))
            )
    lines = objects(stream)
    tries = [line for line in lines if line["message"].startswith("Trying a call again")]
    assert len({line["update"] for line in tries}) == 1, "it is one update"
    assert len(tries) == 2
    [fault] = [line for line in lines if "error" in line]
    assert fault["message"] == f"Update {fault['update']} could not be answered"
    assert fault["update"] == tries[0]["update"] + 1
    [poison] = [line for line in lines if "cannot be read" in line["message"]]
    assert str(poison["update"]) in poison["message"]
    lost = [line for line in lines if line["message"].startswith("Cannot reach Telegram")]
    assert len(lost) == 1, "a failure of the network is one line"
    assert all("update" not in line for line in lines if line["logger"] == "bot.telegram.app")
