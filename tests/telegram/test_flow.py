"""Nobody waits for another: floods of one person, groups at their limit, presses, edits."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.playground.server import PlaygroundServer
from bot.playground.world import Chat, User
from bot.telegram.network.limits import Limits
from tests.telegram.conftest import FastClock, Rig

QUESTION = "1元能买多少GLM tokens"
SLOW_DOWN = "问得太快"


@pytest.fixture
async def limited(server: PlaygroundServer) -> AsyncIterator[Rig]:
    """A bot on a server that keeps Telegram's limits; for both a second is a twentieth of one."""
    clock = FastClock(20)
    server.methods.flood.clock = clock
    server.methods.flood.active = True
    rig = Rig(server, limits=Limits(clock, clock.sleep))
    async with rig.running():
        yield rig


def answered(rig: Rig, people: list[User]) -> bool:
    chats = {sent.chat_id for sent in rig.server.sent if sent.method == "sendMessage"}
    return all(person.id in chats for person in people)


def sent_to(rig: Rig, chat_id: int) -> list[str]:
    return [sent.text for sent in rig.server.sent if sent.method == "sendMessage" and sent.chat_id == chat_id]


async def others_ask(rig: Rig, number: int = 20) -> None:
    """So many people ask one question each, and are answered."""
    others = [rig.server.user(f"Other {place}") for place in range(number)]
    for other in others:
        rig.server.private_message(other, QUESTION)
    await rig.server.wait_for(lambda: answered(rig, others), 30)


def busy_group(rig: Rig, mentions: int) -> Chat:
    group, asker = rig.server.group(), rig.server.user()
    for number in range(mentions):
        rig.server.group_message(group, asker, f"@price_bot 多少 {number}")
    return group


async def test_others_do_not_wait_for_one_person_with_a_thousand_messages(limited: Rig) -> None:
    flooder = limited.server.user("Flooder")
    for number in range(1000):
        limited.server.private_message(flooder, f"多少 {number}")
    await others_ask(limited)
    await limited.server.settled()
    texts = sent_to(limited, flooder.id)
    assert sum(SLOW_DOWN in text for text in texts) <= 1


async def test_others_do_not_wait_for_groups_at_their_limit(limited: Rig) -> None:
    groups = [busy_group(limited, 20) for _ in range(32)]
    await limited.server.wait_for(lambda: bool(sent_to(limited, groups[-1].id)))
    await others_ask(limited)
    calls = [method for method, _ in limited.server.calls if method == "sendMessage"]
    carried_out = [sent for sent in limited.server.sent if sent.method == "sendMessage"]
    assert len(calls) < 1.05 * len(carried_out), "hardly a message was refused for coming too fast"


async def test_chatter_in_a_group_at_its_limit_holds_up_nobody(limited: Rig) -> None:
    group = busy_group(limited, 20)
    for number in range(300):
        limited.server.group_message(group, limited.server.user(), f"今天吃什么 {number}")
    await others_ask(limited)
    await limited.server.settled()


async def test_a_press_in_a_group_at_its_limit_is_answered_and_shown_at_once(limited: Rig) -> None:
    group = busy_group(limited, 20)
    await limited.server.wait_for(lambda: len(sent_to(limited, group.id)) >= 4)
    answer = next(sent.result for sent in limited.server.sent if sent.method == "sendMessage")
    data = answer["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    asker = limited.server.world.users[answer["reply_to_message"]["from"]["id"]]
    query = limited.server.press(asker, answer, data)
    await limited.server.wait_for(lambda: query.answer is not None, 30)
    await limited.server.wait_for(lambda: any(sent.method == "editMessageText" for sent in limited.server.sent), 30)


async def test_others_do_not_wait_for_one_who_presses_without_end(limited: Rig) -> None:
    presser = limited.server.user()
    limited.server.private_message(presser, "/help")
    shown = (await limited.server.wait_for_sent())[0]
    data = shown.arguments["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    for _ in range(500):
        limited.server.press(presser, shown.result, data)
    await others_ask(limited)
    await limited.server.settled()
    answers = [sent for sent in limited.server.sent if sent.method == "answerCallbackQuery"]
    assert len(answers) < 40


async def test_of_many_edits_the_last_one_counts_and_few_are_shown(limited: Rig) -> None:
    asker = limited.server.user()
    question = limited.server.private_message(asker, QUESTION)
    await limited.server.wait_for_sent()
    for number in range(200):
        limited.server.edit_message(question, f"多少 {number}")
    await limited.server.wait_for(lambda: limited.server.sent[-1].text == "答 多少 199")
    edits = [sent for sent in limited.server.sent if sent.method == "editMessageText"]
    assert len(edits) < 20
    assert len(sent_to(limited, asker.id)) == 1


async def test_of_many_presses_of_one_message_the_last_one_counts(limited: Rig) -> None:
    asker = limited.server.user()
    limited.server.private_message(asker, QUESTION)
    answer = (await limited.server.wait_for_sent())[0].result
    rows = answer["reply_markup"]["inline_keyboard"]
    for number in range(15):
        rows.append([{"text": "x", "callback_data": f"s.q{number}"}])
        limited.server.press(asker, answer, f"s.q{number}")
    edits: list[str] = []
    while "按 q14" not in edits:
        await limited.server.wait_for_sent(len(limited.server.sent) + 1)
        edits = [sent.text for sent in limited.server.sent if sent.method == "editMessageText"]
    await limited.server.settled()
    assert edits[-1] == "按 q14"
    assert len(edits) < 10


async def test_who_asks_too_fast_is_told_so_once(limited: Rig) -> None:
    asker = limited.server.user()
    for number in range(60):
        limited.server.private_message(asker, f"多少 {number}")
    await limited.server.wait_for(lambda: any(SLOW_DOWN in text for text in sent_to(limited, asker.id)))
    for number in range(60, 100):
        limited.server.private_message(asker, f"多少 {number}")
    await limited.server.settled()
    texts = sent_to(limited, asker.id)
    assert sum(SLOW_DOWN in text for text in texts) == 1
    assert len(texts) <= 20


async def test_a_group_that_asks_too_fast_is_told_so_once_and_hears_no_more(limited: Rig) -> None:
    group = limited.server.group()
    for number in range(40):
        limited.server.group_message(group, limited.server.user(), f"@price_bot 多少 {number}")
    for number in range(40):
        limited.server.group_message(group, limited.server.user(), "多少 " + "x" * number)
    await limited.server.wait_for(lambda: any(SLOW_DOWN in text for text in sent_to(limited, group.id)))
    await limited.server.settled()
    assert sum(SLOW_DOWN in text for text in sent_to(limited, group.id)) == 1


async def test_sends_that_hang_hold_up_nobody(limited: Rig) -> None:
    """The server keeps silent on 200 messages."""
    hang = asyncio.Event()
    carry_out = limited.server.methods._table["sendmessage"]
    stuck = {limited.server.user().id for _ in range(200)}

    async def slowly(arguments: object) -> object:
        if getattr(arguments, "values", {}).get("chat_id") in stuck:
            await hang.wait()
        return await carry_out(arguments)  # type: ignore[arg-type]

    limited.server.methods._table["sendmessage"] = slowly
    for person in stuck:
        limited.server.private_message(limited.server.world.users[person], QUESTION)
    await limited.server.wait_for(lambda: sum(method == "sendMessage" for method, _ in limited.server.calls) == 200)
    await others_ask(limited)
    hang.set()
