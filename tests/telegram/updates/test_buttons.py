"""Buttons below the bot's messages."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from telegram import Chat, InlineKeyboardMarkup, Message, User

from bot.answers import Button, Reply, Status
from bot.playground.faults import Trouble
from bot.playground.queries import Query
from bot.playground.world import Json
from bot.question import Kind
from bot.telegram.sending.keyboards import Markup, Pressed, code_under, keyboard, markup, pressed, rows_of
from bot.text import Language
from tests.telegram.conftest import Rig

QUESTION = "1元能买多少GLM tokens"
OWN = f"q{len(QUESTION)}"
NEXT = f"s.{OWN}-next.:3"
"""The data of the button under the answer to it, which leads back to that."""


async def done(rig: Rig, query: Query) -> None:
    await rig.server.wait_for(lambda: query.answer is not None)


async def test_a_press_changes_the_answer_in_its_place_and_is_answered(rig: Rig) -> None:
    asker = rig.server.user()
    rig.server.private_message(asker, QUESTION)
    answer = (await rig.server.wait_for_sent())[0].result
    code = f"q{len(QUESTION)}-next"
    await done(rig, rig.server.press(asker, answer, f"s.{code}.:3"))
    await rig.server.wait_for_sent(3)
    changed = next(sent for sent in rig.server.sent if sent.method == "editMessageText")
    assert changed.text == f"按 {code}"
    assert changed.result["message_id"] == answer["message_id"]
    assert rig.engine.pressed[-1][0] == code


async def test_after_a_press_a_reply_follows_up_the_new_question(rig: Rig) -> None:
    asker = rig.server.user()
    rig.server.private_message(asker, QUESTION)
    answer = (await rig.server.wait_for_sent())[0].result
    code = f"q{len(QUESTION)}-next"
    await done(rig, rig.server.press(asker, answer, f"s.{code}.:3"))
    await rig.server.wait_for_sent(3)
    rig.server.private_message(asker, "那豆包呢", reply_to=answer)
    await rig.server.wait_for_sent(4)
    assert rig.engine.asked[-1][1].previous == f"q{len(code)}"


def keys(message: Json) -> dict[str, str]:
    """The data of the buttons under a message, by their labels."""
    rows = message["reply_markup"]["inline_keyboard"]
    return {key["text"]: key.get("callback_data", "") for row in rows for key in row}


def changes(rig: Rig) -> list[Json]:
    return [sent.result for sent in rig.server.sent if sent.method == "editMessageText"]


async def changed(rig: Rig, times: int) -> Json:
    """The message as it is after so many changes."""
    await rig.server.wait_for(lambda: len(changes(rig)) == times)
    return dict(changes(rig)[-1])


async def test_each_press_can_be_taken_back(rig: Rig) -> None:
    asker = rig.server.user()
    rig.server.private_message(asker, QUESTION)
    answer = (await rig.server.wait_for_sent())[0].result
    assert "‹ 返回" not in keys(answer)
    await done(rig, rig.server.press(asker, answer, NEXT))
    second = await changed(rig, 1)
    await done(rig, rig.server.press(asker, second, keys(second)["换一个"]))
    third = await changed(rig, 2)
    await done(rig, rig.server.press(asker, third, keys(third)["‹ 返回"]))
    again = await changed(rig, 3)
    await done(rig, rig.server.press(asker, again, keys(again)["‹ 返回"]))
    assert "‹ 返回" not in keys(await changed(rig, 4))
    assert [code for code, _ in rig.engine.pressed] == [f"{OWN}-next", "q8-next", "q8", OWN]


async def test_in_a_group_an_answer_changes_for_who_asked_alone(rig: Rig) -> None:
    group, asker, other = rig.server.group(), rig.server.user(), rig.server.user()
    rig.server.group_message(group, asker, f"@price_bot {QUESTION}")
    answer = (await rig.server.wait_for_sent())[0].result
    await done(rig, rig.server.press(other, answer, NEXT))
    await rig.server.wait_for(lambda: sum(sent.method == "sendMessage" for sent in rig.server.sent) == 2)
    own = [sent.result for sent in rig.server.sent if sent.method == "sendMessage"][-1]
    assert own["reply_to_message"]["message_id"] == answer["message_id"]
    assert "‹ 返回" not in keys(own)
    await done(rig, rig.server.press(asker, answer, NEXT))
    assert (await changed(rig, 1))["message_id"] == answer["message_id"]
    await done(rig, rig.server.press(other, own, keys(own)["换一个"]))
    assert (await changed(rig, 2))["message_id"] == own["message_id"]
    await done(rig, rig.server.press(asker, own, keys(own)["换一个"]))
    await rig.server.wait_for(lambda: sum(sent.method == "sendMessage" for sent in rig.server.sent) == 3)


async def test_a_card_leads_back_too(rig: Rig) -> None:
    asker, reader = rig.server.user(), rig.server.user()
    query = rig.server.inline_query(asker, "GLM多少钱")
    await done(rig, query)
    card = rig.server.choose(asker, query, 0, rig.server.group())
    await done(rig, rig.server.press(reader, card, keys(card)["换一个"]))
    await rig.server.wait_for(lambda: any(sent.method == "editMessageText" for sent in rig.server.sent))
    assert "‹ 返回" in keys(card)


async def test_pressing_the_same_twice_is_no_error(rig: Rig, caplog: pytest.LogCaptureFixture) -> None:
    asker = rig.server.user()
    rig.server.private_message(asker, QUESTION)
    answer = (await rig.server.wait_for_sent())[0].result
    for _ in range(2):
        await done(rig, rig.server.press(asker, answer, NEXT))
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


async def test_examples_of_the_help_are_answered_below_it(rig: Rig) -> None:
    asker = rig.server.user()
    rig.server.private_message(asker, "/help")
    shown = (await rig.server.wait_for_sent())[0]
    rows = shown.arguments["reply_markup"]["inline_keyboard"]
    assert [row[0]["text"] for row in rows] == ["GLM多少钱", "豆包多少钱"]
    await done(rig, rig.server.press(asker, shown.result, rows[0][0]["callback_data"]))
    await rig.server.wait_for_sent(3)
    assert sorted(sent.method for sent in rig.server.sent) == ["answerCallbackQuery", "sendMessage", "sendMessage"]
    assert rig.engine.pressed[-1][0] == "q6"


async def test_every_press_is_answered_even_where_the_edit_fails(rig: Rig) -> None:
    asker = rig.server.user()
    rig.server.private_message(asker, QUESTION)
    answer = (await rig.server.wait_for_sent())[0].result
    rig.server.world.chats[asker.id].messages.clear()
    await done(rig, rig.server.press(asker, answer, NEXT))


async def test_a_press_is_answered_at_once_while_the_edit_has_to_wait(rig: Rig) -> None:
    asker = rig.server.user()
    rig.server.private_message(asker, QUESTION)
    answer = (await rig.server.wait_for_sent())[0].result
    rig.server.fault("editMessageText", Trouble.FLOOD, seconds=2)
    await done(rig, rig.server.press(asker, answer, NEXT))
    assert all(sent.method != "editMessageText" for sent in rig.server.sent)


async def test_an_answer_goes_on_in_its_language_whoever_presses(rig: Rig) -> None:
    group, asker, other = rig.server.group(), rig.server.user(), rig.server.user(language_code="en")
    rig.server.group_message(group, asker, f"@price_bot {QUESTION}")
    answer = (await rig.server.wait_for_sent())[0].result
    await done(rig, rig.server.press(other, answer, NEXT))
    await rig.server.wait_for_sent(3)
    assert rig.engine.pressed[-1][1].language is Language.ZH_HANS


async def test_buttons_of_older_messages_work_on(rig: Rig) -> None:
    asker = rig.server.user()
    rig.server.private_message(asker, QUESTION)
    answer = (await rig.server.wait_for_sent())[0].result
    answer["reply_markup"]["inline_keyboard"][0][0]["callback_data"] = "p-sbAxg"
    await done(rig, rig.server.press(asker, answer, "p-sbAxg"))
    await rig.server.wait_for_sent(3)
    assert rig.engine.pressed[-1][0] == "p-sbAxg"
    assert rig.engine.pressed[-1][1].language is None


async def test_an_answer_can_be_shared_into_another_chat(rig: Rig) -> None:
    asker = rig.server.user()
    rig.server.private_message(asker, QUESTION)
    button = (await rig.server.wait_for_sent())[0].result["reply_markup"]["inline_keyboard"][-1][0]
    assert button == {"text": "分享", "switch_inline_query": f"#s.q{len(QUESTION)}"}
    query = rig.server.inline_query(asker, button["switch_inline_query"])
    await done(rig, query)
    assert query.answer is not None
    assert [card["input_message_content"]["message_text"] for card in query.answer["results"]] == [
        f"按 q{len(QUESTION)}"
    ]
    card = rig.server.choose(asker, query, 0, rig.server.group())
    assert card["reply_markup"]["inline_keyboard"][-1][0]["switch_inline_query"] == "#s.q3"


def test_without_inline_mode_a_link_shares_the_answer() -> None:
    reply = Reply("x", Status.ANSWERED, Language.EN, Kind.PRICE, code="p-sbAxg", buttons=((Button("next", "r-oa"),),))
    me = User(1, "Bot", True, username="price_bot", supports_inline_queries=False)
    made = keyboard(reply, me)
    assert made is not None
    share = made["inline_keyboard"][-1][0]
    assert share["url"] == "https://t.me/share/url?url=https%3A%2F%2Ft.me%2Fprice_bot%3Fstart%3Dp-sbAxg"
    assert code_under(under(made)) == "p-sbAxg"


@pytest.mark.parametrize(("status", "kind"), [(Status.ANSWERED, Kind.HELP), (Status.CLARIFY, Kind.PRICE)])
def test_what_is_no_answer_is_not_shared(status: Status, kind: Kind) -> None:
    me = User(1, "Bot", True, username="price_bot", supports_inline_queries=True)
    assert keyboard(Reply("x", status, Language.EN, kind, code="p-sbAxg"), me) is None


def test_links_and_queries_of_others_are_no_questions() -> None:
    rows = [
        [{"text": "a", "url": "https://t.me/share/url?text=p-sbAxg"}],
        [{"text": "b", "url": "https://example.org/?start=p-sbAxg"}],
        [{"text": "c", "switch_inline_query": "GLM"}],
    ]
    assert code_under(under(markup(rows))) is None


def under(keys: Markup) -> Message:
    keyboard = InlineKeyboardMarkup.de_json(keys, None)
    return Message(1, datetime.now(UTC), Chat(1, "private"), reply_markup=keyboard)


def test_what_could_not_be_come_back_to_stays() -> None:
    """So that no press takes an answer away for good."""
    me = User(1, "Bot", True, username="price_bot", supports_inline_queries=True)
    button = ((Button("next", "c-" + "x" * 40),),)
    codes = {"p-sbAxg": False, "c-" + "x" * 39 + "y": False, "p-" + "x" * 40: True, "c-" + "x" * 90: True, None: True}
    for code, below in codes.items():
        made = keyboard(Reply("x", Status.ANSWERED, Language.EN, Kind.PRICE, code=code, buttons=button), me)
        assert made is not None
        assert pressed(made["inline_keyboard"][0][0]["callback_data"]).below is below


def test_the_way_back_is_as_long_as_there_is_room_for() -> None:
    me = User(1, "Bot", True, username="price_bot", supports_inline_queries=True)
    trail = tuple(f"c-{number}{letter * 12}" for number, letter in enumerate("vwxyz"))
    reply = Reply(
        "x", Status.ANSWERED, Language.EN, Kind.PRICE, code="p-sbAxg", buttons=((Button("next", "p-sabcd"),),)
    )
    made = keyboard(reply, me, trail=trail)
    assert made is not None
    [next_], [back, _] = made["inline_keyboard"]
    assert pressed(next_["callback_data"]) == Pressed("p-sabcd", Language.EN, trail=("p-sbAxg", *trail[:3]))
    assert pressed(back["callback_data"]) == Pressed(trail[0], Language.EN, trail=trail[1:3])


def test_of_what_leads_back_only_codes_are_taken() -> None:
    assert pressed("s.p-sbAxg.p-sabcd.é.p-sabcd").trail == ("p-sabcd",)
    assert pressed("s.p-sbAxg.:4cdef.:").trail == ("p-sbcdef",)
    assert pressed("s.p-sbAxg.:").trail == pressed("s.p-sbAxg.:é").trail == ()


def test_codes_that_do_not_fit_make_no_button() -> None:
    assert rows_of([[Button("lang", "x" * 63)], [Button("leer", "")]], Language.EN) is None
    made = rows_of([[Button("passt", "x" * 60), Button("lang", "x" * 63)]], Language.EN)
    assert made is not None
    assert [button["text"] for button in made["inline_keyboard"][0]] == ["passt"]
    assert pressed(made["inline_keyboard"][0][0]["callback_data"]) == Pressed("x" * 60, Language.EN, below=True)
