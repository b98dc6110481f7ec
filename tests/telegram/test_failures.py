"""What goes wrong on the way: nothing is lost, and nothing is sent twice."""

from __future__ import annotations

import asyncio

import pytest

from bot.playground.faults import Trouble
from bot.playground.server import PlaygroundServer
from bot.settings import Settings
from bot.telegram.app import OK, UNUSABLE, run_bot
from tests.telegram.conftest import QUICK, Rig
from tests.telegram.hostile import HostileServer, refusal
from tests.waiting import eventually

QUESTION = "1元能买多少GLM tokens"


def texts(rig: Rig) -> list[str]:
    return [sent.text for sent in rig.server.sent if sent.method == "sendMessage"]


@pytest.mark.parametrize(
    ("trouble", "status"),
    [
        (Trouble.STATUS, 502),
        (Trouble.STATUS, 500),
        (Trouble.STATUS, 504),
        (Trouble.RESET, 0),
        (Trouble.FLOOD, 0),
        (Trouble.TRUNCATE, 0),
    ],
)
async def test_a_reply_survives(rig: Rig, trouble: Trouble, status: int) -> None:
    fault = rig.server.fault("sendMessage", trouble, status=status)
    rig.server.private_message(rig.server.user(), QUESTION)
    await rig.server.wait_for_sent()
    assert await rig.finish() == [f"答 {QUESTION}"]
    assert fault.times == 0


async def test_other_chats_do_not_wait_for_one_that_floods(rig: Rig) -> None:
    rig.server.fault("sendMessage", Trouble.FLOOD, seconds=2)
    rig.server.private_message(rig.server.user("Slow"), "多少 slow")
    await rig.server.wait_for(lambda: any(method == "sendMessage" for method, _ in rig.server.calls))
    rig.server.private_message(rig.server.user("Fast"), "多少 fast")
    await rig.server.wait_for_sent(2)
    assert texts(rig) == ["答 多少 fast", "答 多少 slow"]


@pytest.mark.parametrize("trouble", [Trouble.RESET, Trouble.LATE_RESET, Trouble.TRUNCATE, Trouble.STATUS])
async def test_a_torn_poll_neither_loses_nor_doubles(rig: Rig, trouble: Trouble) -> None:
    rig.server.fault("getUpdates", trouble, times=3)
    for number in range(5):
        rig.server.private_message(rig.server.user(), f"多少 {number}")
    await rig.server.wait_for_sent(5)
    assert sorted(await rig.finish()) == [f"答 多少 {number}" for number in range(5)]


async def test_updates_that_come_twice_or_out_of_order_are_answered_once(rig: Rig) -> None:
    rig.server.methods.updates.twice = 3
    rig.server.methods.updates.shuffled = True
    for number in range(6):
        rig.server.private_message(rig.server.user(), f"多少 {number}")
    await rig.server.wait_for_sent(6)
    assert sorted(await rig.finish()) == [f"答 多少 {number}" for number in range(6)]


async def test_what_a_handler_raises_does_not_stop_the_bot(rig: Rig) -> None:
    asker = rig.server.user()
    rig.server.private_message(asker, "explode")
    rig.server.private_message(asker, QUESTION)
    await rig.server.wait_for_sent()
    assert texts(rig) == [f"答 {QUESTION}"]


async def test_being_blocked_or_removed_is_normal(rig: Rig, caplog: pytest.LogCaptureFixture) -> None:
    asker, group = rig.server.user(), rig.server.group()
    rig.server.private_message(asker, QUESTION)
    rig.server.group_message(group, asker, QUESTION)
    asker.blocked = group.removed = True
    assert await rig.finish() == []
    assert not [record for record in caplog.records if record.levelname in ("WARNING", "ERROR")]


async def test_a_group_that_became_a_supergroup_gets_its_answer_there(parked: Rig) -> None:
    group = parked.server.group(kind="group")
    parked.server.group_message(group, parked.server.user(), QUESTION)
    new = parked.server.world.add_chat("supergroup", "Prices")
    group.migrated_to = new.id
    async with parked.running():
        sent = (await parked.server.wait_for_sent())[0]
    assert sent.chat_id == new.id


async def test_it_keeps_to_the_flood_limits_of_telegram(rig: Rig) -> None:
    rig.server.methods.flood.active = True
    asker = rig.server.user()
    for number in range(5):
        rig.server.private_message(asker, f"多少 {number}")
    await rig.server.wait_for_sent(5)
    assert texts(rig) == [f"答 多少 {number}" for number in range(5)]
    assert sum(method == "sendMessage" for method, _ in rig.server.calls) == 5, "none was refused"


async def test_a_wrong_token_ends_the_run_with_one_sentence(parked: Rig, caplog: pytest.LogCaptureFixture) -> None:
    token = "123456789:" + "x" * 35
    status = await run_bot(parked.settings(token), parked.engine, stop=asyncio.Event(), pace=QUICK)
    assert status == UNUSABLE
    said = [record.getMessage() for record in caplog.records if record.levelname in ("WARNING", "ERROR")]
    assert len(said) == 1
    assert "does not accept the token" in said[0]
    assert token not in caplog.text


async def test_without_a_token_nothing_starts() -> None:
    assert await run_bot(Settings(), Rig(PlaygroundServer()).engine, stop=asyncio.Event()) == UNUSABLE


async def test_no_network_is_said_once_and_overcome(parked: Rig, caplog: pytest.LogCaptureFixture) -> None:
    fault = parked.server.fault("getMe", Trouble.RESET, times=5)
    async with parked.running():
        parked.server.private_message(parked.server.user(), QUESTION)
        await parked.server.wait_for_sent()
    assert fault.times == 0
    said = [record.getMessage() for record in caplog.records if record.levelname in ("WARNING", "ERROR")]
    assert [sentence.split("(")[0].strip() for sentence in said] == [
        "Cannot reach Telegram",
        "The connection to Telegram is back.",
    ]


async def test_nobody_listens_until_told_to_stop(parked: Rig, caplog: pytest.LogCaptureFixture) -> None:
    stop = asyncio.Event()
    settings = Settings(token=parked.settings().token, api_base_url="http://127.0.0.1:9")
    task = asyncio.create_task(run_bot(settings, parked.engine, stop=stop, pace=QUICK))
    for _ in range(1000):
        if "Cannot reach Telegram" in caplog.text:
            break
        await asyncio.sleep(0.01)
    assert "Cannot reach Telegram (No connection to the Bot API" in caplog.text
    stop.set()
    assert await task == OK


async def test_two_instances_are_said_once_and_the_one_left_goes_on(rig: Rig, caplog: pytest.LogCaptureFixture) -> None:
    other = Rig(rig.server, engine=rig.engine, store=rig.store)
    async with other.running():
        await eventually(lambda: "Another instance of this bot is polling" in caplog.text)
    rig.server.private_message(rig.server.user(), QUESTION)
    await rig.server.wait_for_sent()
    assert await rig.finish() == [f"答 {QUESTION}"]
    assert caplog.text.count("Another instance of this bot is polling") <= 2, "once each"


async def test_a_stop_finishes_the_work_in_hand_and_acknowledges_it(parked: Rig) -> None:
    async with parked.running() as task:
        parked.server.fault("sendMessage", Trouble.DELAY, seconds=0.3)
        parked.server.private_message(parked.server.user(), QUESTION)
        await parked.server.wait_for(lambda: any(method == "sendMessage" for method, _ in parked.server.calls))
    assert task.result() == OK
    assert texts(parked) == [f"答 {QUESTION}"]
    assert parked.server.methods.updates.waiting == 0
    async with parked.running():
        assert await parked.finish() == [f"答 {QUESTION}"]


@pytest.mark.parametrize("trouble", [Trouble.STATUS, Trouble.RESET])
async def test_what_cannot_be_sent_for_a_while_is_sent_afterwards(rig: Rig, trouble: Trouble) -> None:
    fault = rig.server.fault("sendMessage", trouble, times=10_000)
    people = [rig.server.user() for _ in range(40)]
    for person in people:
        rig.server.private_message(person, QUESTION)
    await rig.server.wait_for(lambda: fault.times < 10_000 - 200)
    fault.times = 0
    await rig.server.wait_for_sent(40)
    assert sorted(sent.chat_id for sent in rig.server.sent) == [person.id for person in people]


async def test_a_stop_leaves_no_task_behind(parked: Rig) -> None:
    before = asyncio.all_tasks()
    async with parked.running(drain_seconds=2.2):
        group, asker = parked.server.group(), parked.server.user()
        parked.server.fault("sendMessage", Trouble.FLOOD, times=3, seconds=60)
        for number in range(12):
            parked.server.private_message(asker, f"多少 {number}")
            parked.server.group_message(group, asker, f"多少 {number}")
            parked.server.inline_query(asker, f"多少 {number}")
        await parked.server.wait_for_sent()
    left = [task for task in asyncio.all_tasks() - before if "aiohttp" not in repr(task)]
    assert left == []


async def test_a_stop_leaves_what_is_not_done_to_the_next_run(parked: Rig) -> None:
    people = [parked.server.user() for _ in range(20)]
    fault = parked.server.fault("sendMessage", Trouble.FLOOD, times=10_000, seconds=60)
    for person in people:
        parked.server.private_message(person, QUESTION)
    async with parked.running(drain_seconds=2.2) as task:
        await parked.server.wait_for(lambda: fault.times <= 10_000 - 20)
    assert task.result() == OK
    assert parked.server.methods.updates.waiting == 20
    fault.times = 0
    async with parked.running():
        await parked.server.wait_for_sent(20)
    assert sorted(sent.chat_id for sent in parked.server.sent) == [person.id for person in people]


@pytest.mark.parametrize("method", ["sendMessage", "getUpdates"])
async def test_a_stop_does_not_wait_for_a_server_that_hangs(parked: Rig, method: str) -> None:
    async with parked.running(drain_seconds=2.2) as task:
        parked.server.private_message(parked.server.user(), QUESTION)
        await parked.server.wait_for_sent()
        fault = parked.server.fault(method, Trouble.DELAY, times=10, seconds=60)
        parked.server.private_message(parked.server.user(), QUESTION)
        await parked.server.wait_for(lambda: fault.times < 10)
    assert task.result() == OK


async def test_while_nothing_can_be_sent_no_more_is_fetched(rig: Rig, caplog: pytest.LogCaptureFixture) -> None:
    fault = rig.server.fault("sendMessage", Trouble.STATUS, times=10_000)
    for _ in range(10):
        rig.server.private_message(rig.server.user(), QUESTION)
    await eventually(lambda: "Messages cannot be sent" in caplog.text)
    await asyncio.sleep(0.5)
    polls = _count(rig, "getUpdates")
    await asyncio.sleep(1)
    assert _count(rig, "getUpdates") <= polls + 1
    fault.times = 0
    await rig.server.wait_for_sent(10)
    assert "Messages can be sent again" in caplog.text


async def test_what_a_revoked_token_kept_from_being_sent_is_sent_with_the_next_one(parked: Rig) -> None:
    async with HostileServer() as server:
        rig = Rig(server, ledger=parked.ledger)
        async with rig.running() as task:
            server.answer("sendMessage", refusal(401))
            server.private_message(server.user(), QUESTION)
            await server.wait_for(lambda: server.left("sendMessage") == 0)
            server.answer("getUpdates", refusal(401))
            async with asyncio.timeout(60):
                await asyncio.wait({task})
        assert task.result() == UNUSABLE
        async with rig.running():
            await server.wait_for_sent()


def _count(rig: Rig, method: str) -> int:
    return sum(called == method for called, _ in rig.server.calls)
