"""Which updates were answered and which wait: what replicas and restarts know of each other."""

from __future__ import annotations

import asyncio
import sys
import time
from pathlib import Path

import pytest

from bot.settings import Secret
from bot.telegram.chats import kept_updates
from bot.telegram.chats.ledger import KeptUpdate
from bot.telegram.chats.records import Records, kept_records
from bot.telegram.chats.storage import State
from tests.telegram.chats.conftest import Address, opened
from tests.waiting import eventually
from tools.postgresql import PostgreSQL

ROOT = Path(__file__).parents[3]


def kept(number: int, seconds: float = 60.0) -> KeptUpdate:
    return KeptUpdate(number, f'{{"update_id":{number},"text":"豆包\\u0000"}}', time.time() + seconds)


async def test_what_was_answered_is_not_answered_again(records: Records, address: Address) -> None:
    assert await records.updates.claim(1)
    await records.updates.finished(1)
    assert not await records.updates.claim(1)
    async with kept_records(address) as other:
        assert not await other.updates.claim(1)
        assert await other.updates.claim(2)


async def test_one_of_two_replicas_answers(records: Records, address: Address) -> None:
    async with kept_records(address) as other:
        await opened(other)
        numbers = range(100, 400)
        both = [asyncio.create_task(one.updates.claim(number)) for number in numbers for one in (records, other)]
        won = 0
        async with asyncio.timeout(30):
            while not all(task.done() for task in both):
                for number, (ours, theirs) in zip(numbers, zip(both[::2], both[1::2], strict=True), strict=True):
                    if ours.done() != theirs.done():
                        winner = records if ours.done() else other
                        await winner.updates.finished(number)
                await asyncio.sleep(0.01)
        won = sum(task.result() for task in both)
    assert won == len(numbers)


async def test_processes_that_start_at_once_on_a_new_file_know_of_each_other(tmp_path: Path) -> None:
    """The first one answers before it opens the file, the second one waits for what it did."""
    file = tmp_path / "state" / "chats.sqlite"
    async with kept_records(file) as first, kept_records(file) as second:
        assert first.storage.state is State.NEW
        assert second.storage.state is State.OPENING
        assert await first.updates.claim(1)
        assert await first.updates.claim(2)
        await first.updates.finished(1)
        assert first.storage.state is State.NEW, "nobody waited for the file"
        assert not await second.updates.claim(1)
        claimed = asyncio.create_task(second.updates.claim(2))
        await asyncio.sleep(1)
        assert not claimed.done(), "the first one is at it"
        await first.updates.left([2])
        assert await claimed


async def test_a_new_file_waits_for_no_process_that_died_with_it(tmp_path: Path) -> None:
    file = tmp_path / "chats.sqlite"
    program = (
        "import asyncio, os, pathlib, sys\n"
        "from bot.telegram.chats.records import kept_records\n"
        "async def run():\n"
        "    async with kept_records(pathlib.Path(sys.argv[1])) as records:\n"
        "        assert await records.updates.claim(5)\n"
        "        os._exit(7)\n"
        "asyncio.run(run())\n"
    )
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", program, str(file), cwd=ROOT)
    assert await process.wait() == 7
    async with kept_records(file) as records:
        assert records.storage.state is State.NEW
        assert await records.updates.claim(5)
        await opened(records)


async def test_what_a_dead_process_had_in_hand_is_taken_over(
    records: Records, address: Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_updates, "LEASE_SECONDS", 0.5)
    monkeypatch.setattr(kept_updates, "RENEWED_AFTER", 60.0)
    async with kept_records(address) as dead:
        await opened(dead)
        assert await dead.updates.claim(1)
        assert set(await dead.updates.keep([kept(2)])) == {2}
        assert await records.updates.claim(1)
        until = time.monotonic() + 60
        while not (found := await records.updates.adopt()):
            assert time.monotonic() < until
            await asyncio.sleep(0.05)
        assert [item.number for item in found] == [2]
        assert found[0].body == kept(2).body
        assert not await dead.updates.adopt(), "it is in other hands now"
        await records.updates.finished(2)
        assert not await dead.updates.claim(2)


async def test_what_is_left_at_a_stop_is_taken_over_at_once(records: Records, address: Address) -> None:
    assert await records.updates.claim(1)
    await records.updates.keep([kept(2), kept(3)])
    await records.updates.left([1, 2])
    async with kept_records(address) as other:
        await opened(other)
        assert [item.number for item in await other.updates.adopt()] == [2]
        assert await other.updates.claim(1)


async def test_what_is_in_hand_stays_so_while_its_process_lives(
    records: Records, address: Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_updates, "LEASE_SECONDS", 3.0)
    monkeypatch.setattr(kept_updates, "RENEWED_AFTER", 0.1)
    records.updates._renewed_at = 0.0
    await records.updates.keep([kept(1)])
    async with kept_records(address) as other:
        await opened(other)
        until = time.monotonic() + 4.0
        while time.monotonic() < until:
            assert not await other.updates.adopt()
            await asyncio.sleep(0.2)


async def test_old_notes_go(records: Records, monkeypatch: pytest.MonkeyPatch) -> None:
    await records.updates.claim(1)
    await records.updates.finished(1)
    await records.updates.keep([kept(2)])
    await records.updates.left([2])
    day_later = time.time() + kept_updates.REMEMBERED_SECONDS + 1
    monkeypatch.setattr(time, "time", lambda: day_later)
    await records.storage.use(records.updates.tidy)
    assert await records.updates.claim(1)
    assert not await records.updates.adopt()


async def test_while_the_database_is_away_answers_go_on_and_are_noted_afterwards(postgresql: PostgreSQL) -> None:
    address = Secret(postgresql.new_database("away"))
    async with kept_records(address) as records:
        await opened(records)
        assert await records.updates.claim(1)
        postgresql.stop()
        try:
            async with asyncio.timeout(60):
                await records.updates.finished(1)
                assert not await records.updates.claim(1)
                assert await records.updates.claim(2), "after some patience"
            assert await records.updates.keep([kept(3)]) == ()
        finally:
            postgresql.start()
        await eventually(lambda: not records.updates.is_unsaved and records.storage.state is State.OPEN)
    async with kept_records(address) as records:
        assert not await records.updates.claim(1)
