"""Long polling on servers that are not what they should be."""

from __future__ import annotations

import asyncio
from typing import Any, cast

from telegram import Update

from bot.telegram.network.dispatch import Dispatcher
from bot.telegram.network.pace import Pace
from bot.telegram.network.polling import Link, Poller


class HastyBot:
    """A bot whose server answers polls at once, with updates or without."""

    def __init__(self, batches: list[tuple[Update, ...]]) -> None:
        self.batches = batches
        self.polls = 0

    async def get_updates(self, **arguments: Any) -> tuple[Update, ...]:
        self.polls += 1
        return self.batches.pop(0) if self.batches else ()


async def test_a_server_that_does_not_hold_polls_open_is_not_asked_without_pause() -> None:
    done: list[int] = []

    async def work(update: Update) -> None:
        done.append(update.update_id)

    bot, stop = HastyBot([(Update(1),), (Update(2), Update(3))]), asyncio.Event()
    poller = Poller(cast("Any", bot), Dispatcher(work), [], Link(Pace()))
    running = asyncio.create_task(poller.run(stop))
    for _ in range(500):
        await asyncio.sleep(0)
    stop.set()
    await running
    assert done == [1, 2, 3]
    assert bot.polls == 3, "two polls with updates, and one without, after which it pauses"
