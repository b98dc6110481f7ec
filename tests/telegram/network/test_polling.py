"""Long polling on servers that are not what they should be."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any, cast

from bot.telegram.network.link import Link
from bot.telegram.network.pace import Pace
from bot.telegram.network.polling import Poller, Raw


class HastyWire:
    """A server that answers polls at once, with updates or without."""

    def __init__(self, batches: list[list[Raw]]) -> None:
        self.batches = batches
        self.polls = 0

    async def call(self, _method: str, _arguments: Mapping[str, Any]) -> list[Raw]:
        self.polls += 1
        return self.batches.pop(0) if self.batches else []


class Taker:
    """Finishes every update at once."""

    def __init__(self) -> None:
        self.done: list[int] = []

    def take(self, raw: Raw) -> asyncio.Future[bool]:
        self.done.append(raw["update_id"])
        finished: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        finished.set_result(True)
        return finished

    async def ready(self) -> None:
        """It always is."""

    def hurry(self) -> None:
        """It cannot do more."""


async def test_a_server_that_does_not_hold_polls_open_is_not_asked_without_pause() -> None:
    wire, taker, stop = HastyWire([[{"update_id": 1}], [{"update_id": 2}, {"update_id": 3}]]), Taker(), asyncio.Event()
    poller = Poller(cast("Any", wire), taker, [], Link(Pace()))
    running = asyncio.create_task(poller.run(stop))
    for _ in range(500):
        await asyncio.sleep(0)
    stop.set()
    await running
    assert taker.done == [1, 2, 3]
    assert wire.polls == 3, "two polls with updates, and one without, after which it pauses"
