"""The parts that keep chats apart: lanes, buckets, the low-water mark, the outage."""

from __future__ import annotations

import asyncio

import pytest

from bot.telegram.network.buckets import Buckets, Taken
from bot.telegram.network.lanes import Lanes
from bot.telegram.network.marks import Mark
from bot.telegram.network.outage import Outage


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_bucket_fills_again_and_says_once_that_it_is_empty() -> None:
    clock = Clock()
    buckets = Buckets(clock, burst=4, seconds=3)
    assert [buckets.take("a") for _ in range(6)] == [Taken.YES] * 4 + [Taken.EMPTIED, Taken.NO]
    assert buckets.take("b") is Taken.YES
    clock.now = 3.0
    assert [buckets.take("a") for _ in range(2)] == [Taken.YES, Taken.NO]
    clock.now = 9.0
    assert [buckets.take("a") for _ in range(3)] == [Taken.YES] * 2 + [Taken.EMPTIED]


def test_a_bucket_can_be_emptied() -> None:
    buckets = Buckets(Clock(), burst=4, seconds=3)
    assert [buckets.empty("a"), buckets.empty("a"), buckets.take("a")] == [Taken.EMPTIED, Taken.NO, Taken.NO]


def test_buckets_are_bounded() -> None:
    buckets = Buckets(Clock(), burst=1, seconds=3, most=2)
    assert [buckets.take(key) for key in "aabca"] == [Taken.YES, Taken.EMPTIED, Taken.YES, Taken.YES, Taken.YES]


async def test_a_lane_goes_in_order_and_others_pass() -> None:
    lanes, done = Lanes(), list[str]()

    async def work(chat: int, name: str) -> None:
        async with lanes.turn(chat) as mine:
            assert mine
            await asyncio.sleep(0)
            done.append(name)

    async with lanes.turn(1):
        tasks = [asyncio.create_task(work(chat, name)) for chat, name in ((1, "a"), (1, "b"), (2, "c"))]
        await asyncio.sleep(0.01)
        assert done == ["c"]
    await asyncio.gather(*tasks)
    assert done == ["c", "a", "b"]
    assert not lanes._lanes


async def test_later_work_with_the_same_key_takes_the_place() -> None:
    lanes, done = Lanes(most=2), list[str]()

    async def work(name: str, key: str | None) -> None:
        async with lanes.turn(1, key) as mine:
            done.append(f"{name} {mine}")

    async with lanes.turn(1, "x"):
        tasks = [asyncio.create_task(work(name, key)) for name, key in (("a", "x"), ("b", None), ("c", "x"))]
        await asyncio.sleep(0)
        assert lanes.is_full(1)
    await asyncio.gather(*tasks)
    assert done == ["a False", "c True", "b True"]


@pytest.mark.parametrize("rounds", [0, 1, 2])
async def test_work_that_is_cancelled_leaves_its_lane(rounds: int) -> None:
    lanes = Lanes()

    async def work() -> None:
        async with lanes.turn(1):
            await asyncio.sleep(0)

    async with lanes.turn(1):
        tasks = [asyncio.create_task(work()) for _ in range(3)]
        await asyncio.sleep(0)
    for _ in range(rounds):
        await asyncio.sleep(0)
    tasks[0].cancel()
    await asyncio.wait(tasks)
    assert [task.cancelled() for task in tasks[1:]] == [False, False]
    assert not lanes._lanes


async def test_the_mark_stays_below_what_is_in_hand() -> None:
    mark = Mark()
    futures = [asyncio.get_running_loop().create_future() for _ in range(4)]
    for number, future in zip((12, 10, 11, 20), futures, strict=True):
        mark.add(number, future)
    assert mark.offset == 10
    futures[0].set_result(True)
    futures[1].set_result(True)
    await asyncio.sleep(0)
    assert mark.offset == 11
    futures[2].set_result(False)
    futures[3].set_result(True)
    await asyncio.sleep(0)
    assert mark.offset == 11, "what was left is not confirmed"
    mark.give_up(1)
    assert mark.offset == 21


async def test_numbers_that_are_chosen_anew_do_not_hold_the_mark() -> None:
    mark = Mark()
    done = asyncio.get_running_loop().create_future()
    done.set_result(True)
    mark.add(900, done)
    await asyncio.sleep(0)
    mark.reset_for(5)
    mark.add(5, done)
    await asyncio.sleep(0)
    assert mark.offset == 6


async def test_the_mark_waits_for_enough_to_poll_again() -> None:
    mark, loop = Mark(), asyncio.get_running_loop()
    futures = [loop.create_future() for _ in range(100)]
    for number, future in enumerate(futures):
        mark.add(number, future)
    waiting = asyncio.create_task(mark.moved(60))
    for future in futures[:50]:
        await asyncio.sleep(0)
        assert not waiting.done()
        future.set_result(True)
    await asyncio.wait_for(waiting, 5)
    await mark.moved(0.01)
    assert mark.open == 50


def test_an_outage_is_not_for_one_chat_alone(caplog: pytest.LogCaptureFixture) -> None:
    outage = Outage()
    for _ in range(10):
        outage.failed(1)
        outage.failed(2)
    assert not outage.lasts
    for chat in range(10):
        outage.failed(chat)
    outage.over()
    said = [record.getMessage() for record in caplog.records]
    assert [sentence.split(";")[0] for sentence in said] == ["Messages cannot be sent", "Messages can be sent again."]
