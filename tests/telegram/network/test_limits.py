"""The pace of outgoing messages, and memories that forget."""

from __future__ import annotations

import asyncio

from bot.telegram.chats.memory import Bounded, Recently
from bot.telegram.network.limits import Limits
from bot.telegram.network.pace import Pace


class Clock:
    """A clock that moves only when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds


async def times(chat_ids: list[int], overall: int = 30) -> list[float]:
    clock = Clock()
    limits = Limits(clock, clock.sleep, overall)
    sent = []
    for chat_id in chat_ids:
        await limits.message(chat_id)
        sent.append(clock.now)
    return sent


def most_within(seconds: float, sent: list[float]) -> int:
    return max(sum(at <= other < at + seconds for other in sent) for at in sent)


async def test_one_chat_gets_a_burst_and_then_one_a_second() -> None:
    sent = await times([1] * 40)
    assert sent[3] < 100.2
    assert most_within(5, sent) <= 5
    assert sent[-1] - sent[0] < 50


async def test_a_group_gets_fewer_than_twenty_a_minute() -> None:
    sent = await times([-1] * 60)
    assert most_within(60, sent) == 19


async def test_many_chats_share_the_overall_limit() -> None:
    sent = await times(list(range(1, 100)))
    assert most_within(1, sent) <= 30
    assert sent[29] < 101


async def test_overall_turns_go_first_to_chats_that_had_few() -> None:
    clock = Clock()
    limits = Limits(clock, clock.sleep)
    for chat_id in (-1, -1, 6, 7, 8):
        await limits.message(chat_id)
    order: list[int] = []

    async def send(chat_id: int) -> None:
        await limits.message(chat_id)
        order.append(chat_id)

    await asyncio.gather(*(send(chat_id) for chat_id in (9, -1, 1, 2)))
    assert order == [9, 1, 2, -1]


def test_a_bounded_memory_forgets_the_oldest() -> None:
    memory: Bounded[int, str] = Bounded(2)
    for number in (1, 2, 1, 3):
        memory.put(number, str(number))
    assert [memory.get(number) for number in (1, 2, 3)] == ["1", None, "3"]
    assert memory.pop(1) == "1"
    assert memory.get(1) is None


def test_what_was_recently_is_not_so_for_ever() -> None:
    clock = Clock()
    recently = Recently(10, clock)
    assert not recently.again("a")
    clock.now += 9
    assert recently.again("a")
    clock.now += 1
    assert not recently.again("a")


def test_waits_double_with_jitter_up_to_a_limit() -> None:
    shortest, longest = Pace(1, 60, lambda: 0.0), Pace(1, 60, lambda: 1.0)
    assert [longest.wait(failures) for failures in (1, 2, 3, 7, 8, 10**6)] == [1, 2, 4, 60, 60, 60]
    assert shortest.wait(3) == 2
