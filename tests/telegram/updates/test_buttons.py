"""Buttons below the bot's messages."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from telegram import Chat, InlineKeyboardMarkup, Message, User

from bot.answers import Button, Reply, Status
from bot.playground.faults import Trouble
from bot.playground.queries import Query
from bot.question import Kind
from bot.telegram.sending.keyboards import Markup, Pressed, code_under, keyboard, markup, pressed, rows_of
from bot.text import Language
from tests.telegram.conftest import Rig

QUESTION = "1元能买多少GLM tokens"


async def done(rig: Rig, query: Query) -> None:
    await rig.server.wait_for(lambda: query.answer is not None)


async def test_a_press_changes_the_answer_in_its_place_and_is_answered(rig: Rig) -> None:
    asker = rig.server.user()
    rig.server.private_message(asker, QUESTION)
    answer = (await rig.server.wait_for_sent())[0].result
    code = f"q{len(QUESTION)}-next"
    await done(rig, rig.server.press(asker, answer, f"s.{code}"))
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
    await done(rig, rig.server.press(asker, answer, f"s.{code}"))
    await rig.server.wait_for_sent(3)
    rig.server.private_message(asker, "那豆包呢", reply_to=answer)
    await rig.server.wait_for_sent(4)
    assert rig.engine.asked[-1][1].previous == f"q{len(code)}"


async def test_pressing_the_same_twice_is_no_error(rig: Rig, caplog: pytest.LogCaptureFixture) -> None:
    asker = rig.server.user()
    rig.server.private_message(asker, QUESTION)
    answer = (await rig.server.wait_for_sent())[0].result
    for _ in range(2):
        await done(rig, rig.server.press(asker, answer, f"s.q{len(QUESTION)}-next"))
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
    await done(rig, rig.server.press(asker, answer, f"s.q{len(QUESTION)}-next"))


async def test_a_press_is_answered_at_once_while_the_edit_has_to_wait(rig: Rig) -> None:
    asker = rig.server.user()
    rig.server.private_message(asker, QUESTION)
    answer = (await rig.server.wait_for_sent())[0].result
    rig.server.fault("editMessageText", Trouble.FLOOD, seconds=2)
    await done(rig, rig.server.press(asker, answer, f"s.q{len(QUESTION)}-next"))
    assert all(sent.method != "editMessageText" for sent in rig.server.sent)


async def test_an_answer_goes_on_in_its_language_whoever_presses(rig: Rig) -> None:
    group, asker, other = rig.server.group(), rig.server.user(), rig.server.user(language_code="en")
    rig.server.group_message(group, asker, f"@price_bot {QUESTION}")
    answer = (await rig.server.wait_for_sent())[0].result
    await done(rig, rig.server.press(other, answer, f"s.q{len(QUESTION)}-next"))
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


def test_codes_that_do_not_fit_make_no_button() -> None:
    assert rows_of([[Button("lang", "x" * 63)], [Button("leer", "")]], Language.EN) is None
    made = rows_of([[Button("passt", "x" * 60), Button("lang", "x" * 63)]], Language.EN, keep=True)
    assert made is not None
    assert [button["text"] for button in made["inline_keyboard"][0]] == ["passt"]
    assert pressed(made["inline_keyboard"][0][0]["callback_data"]) == Pressed("x" * 60, Language.EN, below=True)
