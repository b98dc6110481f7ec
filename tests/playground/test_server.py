"""The Bot API on loopback refuses what Telegram refuses, in Telegram's words."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Coroutine
from io import BytesIO
from typing import Any

import aiohttp
import pytest
from PIL import Image

from bot.playground.faults import Trouble
from bot.playground.server import TOKEN, PlaygroundServer

Json = dict[str, Any]
Call = Callable[..., Coroutine[Any, Any, Json]]


@pytest.fixture
async def server() -> AsyncIterator[PlaygroundServer]:
    async with PlaygroundServer() as running:
        yield running


@pytest.fixture
async def call(server: PlaygroundServer) -> AsyncIterator[Call]:
    """A call of the Bot API, as JSON; its whole answer."""
    async with aiohttp.ClientSession() as session:

        async def make(method: str, token: str = TOKEN, **arguments: Any) -> Json:
            async with session.post(f"{server.base_url}/bot{token}/{method}", json=arguments) as response:
                answer: Json = await response.json()
                assert answer["ok"] == (response.status == 200)
                assert answer.get("error_code", 200) == response.status
                return answer

        yield make


def keyboard(data: str) -> Json:
    return {"inline_keyboard": [[{"text": "x", "callback_data": data}]]}


def article(number: str, **more: Any) -> Json:
    return {"type": "article", "id": number, "title": "t", "input_message_content": {"message_text": "m"}} | more


async def test_tokens(call: Call) -> None:
    assert (await call("getMe"))["result"]["username"] == "price_bot"
    assert (await call("GETME"))["ok"]
    assert (await call("getMe", token="123456789:" + "x" * 35))["description"] == "Unauthorized"
    assert (await call("getMe", token="nonsense"))["error_code"] == 404
    assert (await call("getNothing"))["error_code"] == 404


@pytest.mark.parametrize(
    ("arguments", "description"),
    [
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "😀" * 2049}, "message is too long"),
        ({"text": " "}, "message text is empty"),
        ({"text": "<b></b>", "parse_mode": "HTML"}, "message text is empty"),
        ({"text": "<b>x", "parse_mode": "HTML"}, "can't parse entities: Can't find end tag corresponding to start"),
        ({"text": "x", "parse_mode": "rst"}, "unsupported parse_mode"),
        ({"text": "x", "reply_markup": keyboard("x" * 65)}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "reply_markup": keyboard("多" * 22)}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "x"}]]}}, "can't parse inline keyboard button"),
        ({"text": "x", "reply_parameters": {"message_id": 999}}, "message to be replied not found"),
        ({"text": "x", "message_thread_id": 999}, "message thread not found"),
        ({"text": "x", "chat_id": 1}, "chat not found"),
    ],
)
async def test_messages_that_are_refused(
    server: PlaygroundServer, call: Call, arguments: Json, description: str
) -> None:
    user = server.user()
    answer = await call("sendMessage", **({"chat_id": user.id} | arguments))
    assert answer["error_code"] == 400
    assert answer["description"].startswith(f"Bad Request: {description}")
    assert server.sent == []


async def test_tags_do_not_count_in_the_length(server: PlaygroundServer, call: Call) -> None:
    text = "<b>" + "x" * 4096 + "</b>"
    assert (await call("sendMessage", chat_id=server.user().id, text=text, parse_mode="HTML"))["ok"]


async def test_a_reply_to_what_is_gone_can_be_allowed(server: PlaygroundServer, call: Call) -> None:
    quoted = {"message_id": 999, "allow_sending_without_reply": True}
    answer = await call("sendMessage", chat_id=server.user().id, text="x", reply_parameters=quoted)
    assert "reply_to_message" not in answer["result"]


async def test_people_and_groups_that_are_closed(server: PlaygroundServer, call: Call) -> None:
    user, other, group, old = server.user(), server.user(), server.group(), server.group(kind="group")
    user.blocked, other.started, group.removed = True, False, True
    new = server.upgrade(old)
    answers = [await call("sendMessage", chat_id=chat, text="x") for chat in (user.id, other.id, group.id, old.id)]
    assert [answer["description"] for answer in answers] == [
        "Forbidden: bot was blocked by the user",
        "Forbidden: bot can't initiate conversation with a user",
        "Forbidden: bot was kicked from the supergroup chat",
        "Bad Request: group chat was upgraded to a supergroup chat",
    ]
    assert answers[-1]["parameters"] == {"migrate_to_chat_id": new.id}


async def test_edits(server: PlaygroundServer, call: Call) -> None:
    user = server.user()
    theirs = server.private_message(user, "hello")
    message = (await call("sendMessage", chat_id=user.id, text="x", reply_markup=keyboard("a")))["result"]
    place = {"chat_id": user.id, "message_id": message["message_id"]}
    same = await call("editMessageText", text="x", reply_markup=keyboard("a"), **place)
    assert same["description"].startswith("Bad Request: message is not modified")
    assert (await call("editMessageText", text="x", **place))["ok"]
    assert (await call("editMessageText", text="y", **place))["result"]["text"] == "y"
    place["message_id"] = theirs["message_id"]
    assert (await call("editMessageText", text="y", **place))["description"] == "Bad Request: message can't be edited"
    place["message_id"] = 999
    assert "message to edit not found" in (await call("editMessageText", text="y", **place))["description"]
    assert "message to delete not found" in (await call("deleteMessage", **place))["description"]
    assert "MESSAGE_ID_INVALID" in (await call("editMessageText", inline_message_id="x", text="y"))["description"]


def picture(width: int = 30, height: int = 20) -> bytes:
    file = BytesIO()
    Image.new("L", (width, height)).save(file, "PNG")
    return file.getvalue()


async def upload(server: PlaygroundServer, method: str, file: bytes, **arguments: Any) -> Json:
    """A call with a file that its arguments name as ``attach://file``; its whole answer."""
    form = aiohttp.FormData(
        {key: value if isinstance(value, str) else json.dumps(value) for key, value in arguments.items()}
    )
    form.add_field("file", file, filename="file.png")
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{server.base_url}/bot{TOKEN}/{method}", data=form) as got,
    ):
        answer: Json = await got.json()
        return answer


@pytest.mark.parametrize(
    ("file", "arguments", "description"),
    [
        (picture(), {"photo": "attach://other"}, "there is no photo in the request"),
        (b"GIF89a", {"photo": "attach://file"}, "IMAGE_PROCESS_FAILED"),
        (picture(21, 1), {"photo": "attach://file"}, "PHOTO_INVALID_DIMENSIONS"),
        (picture(5_000, 5_001), {"photo": "attach://file"}, "PHOTO_INVALID_DIMENSIONS"),
        (picture(), {"photo": "attach://file", "caption": "x" * 1_025}, "message caption is too long"),
    ],
)
async def test_pictures_that_are_refused(
    server: PlaygroundServer, file: bytes, arguments: Json, description: str
) -> None:
    answer = await upload(server, "sendPhoto", file, chat_id=server.user().id, **arguments)
    assert answer["description"] == f"Bad Request: {description}"


async def test_a_picture_takes_the_place_of_one_or_of_a_text(server: PlaygroundServer, call: Call) -> None:
    user = server.user()
    media = {"type": "photo", "media": "attach://file", "caption": "y"}
    sent = await upload(server, "sendPhoto", picture(), chat_id=user.id, photo="attach://file", caption="x")
    text = (await call("sendMessage", chat_id=user.id, text="x"))["result"]
    for number in (sent["result"]["message_id"], text["message_id"]):
        place = {"chat_id": user.id, "message_id": number}
        edited = (await upload(server, "editMessageMedia", picture(40, 40), media=media, **place))["result"]
        assert (edited["photo"][0]["width"], edited["caption"], "text" in edited) == (40, "y", False)
        again = await upload(server, "editMessageMedia", picture(40, 40), media=media, **place)
        assert again["description"].startswith("Bad Request: message is not modified")
        wrong = await upload(server, "editMessageMedia", b"", media=media, **place)
        assert wrong["description"] == "Bad Request: IMAGE_PROCESS_FAILED"
        assert "there is no text" in (await call("editMessageText", text="y", **place))["description"]
    gone = await upload(server, "editMessageMedia", picture(), media=media, chat_id=user.id, message_id=999)
    assert gone["description"] == "Bad Request: message to edit not found"


@pytest.mark.parametrize(
    ("arguments", "description"),
    [
        ({"results": [article(str(number)) for number in range(51)]}, "RESULTS_TOO_MUCH"),
        ({"results": [article("1"), article("1")]}, "RESULT_ID_DUPLICATE"),
        ({"results": [article("x" * 65)]}, "RESULT_ID_INVALID"),
        ({"results": [article("1", title="")]}, "ARTICLE_TITLE_EMPTY"),
        ({"results": [article("1", input_message_content={"message_text": ""})]}, "MESSAGE_EMPTY"),
        ({"results": [article("1", reply_markup=keyboard("x" * 65))]}, "BUTTON_DATA_INVALID"),
        ({"results": [], "next_offset": "x" * 65}, "NEXT_OFFSET_INVALID"),
        ({"results": [], "button": {"text": "x", "start_parameter": "a.b"}}, "START_PARAM_INVALID"),
        ({"results": [], "inline_query_id": "1"}, "query is too old and response timeout expired or query ID is"),
    ],
)
async def test_inline_answers_that_are_refused(
    server: PlaygroundServer, call: Call, arguments: Json, description: str
) -> None:
    query = server.inline_query(server.user(), "x")
    answer = await call("answerInlineQuery", **({"inline_query_id": query.id} | arguments))
    assert answer["description"].startswith(f"Bad Request: {description}")
    assert query.answer is None


async def test_a_query_that_is_too_old(server: PlaygroundServer, call: Call) -> None:
    query = server.inline_query(server.user(), "x")
    assert (await call("answerInlineQuery", inline_query_id=query.id, results=[article("1")]))["ok"]
    server.methods.inline_queries.expire()
    assert "too old" in (await call("answerInlineQuery", inline_query_id=query.id, results=[]))["description"]


async def test_a_press_needs_a_button(server: PlaygroundServer, call: Call) -> None:
    user = server.user()
    message = (await call("sendMessage", chat_id=user.id, text="x", reply_markup=keyboard("a")))["result"]
    query = server.press(user, message, "a")
    assert (await call("answerCallbackQuery", callback_query_id=query.id))["ok"]
    with pytest.raises(ValueError, match="no button"):
        server.press(user, message, "b")


def test_a_start_payload_has_a_form() -> None:
    with pytest.raises(ValueError, match="not a start payload"):
        PlaygroundServer().start(PlaygroundServer().user(), "0.0008/1k")


async def test_offsets_confirm_and_allowed_updates_filter(server: PlaygroundServer, call: Call) -> None:
    user = server.user()
    for text in ("a", "b"):
        server.private_message(user, text)
    first = (await call("getUpdates"))["result"]
    assert [update["message"]["text"] for update in first] == ["a", "b"]
    assert (await call("getUpdates", limit=1))["result"] == first[:1]
    rest = (await call("getUpdates", offset=first[1]["update_id"], allowed_updates=["inline_query"]))["result"]
    assert rest == first[1:]
    server.private_message(user, "c")
    assert (await call("getUpdates", offset=first[1]["update_id"] + 1))["result"] == []


async def test_a_long_poll_returns_as_soon_as_something_happens(server: PlaygroundServer, call: Call) -> None:
    poll = asyncio.create_task(call("getUpdates", timeout=30))
    await server.wait_for(lambda: bool(server.calls))
    server.private_message(server.user(), "a")
    assert (await poll)["result"][0]["message"]["text"] == "a"


async def test_a_second_poller_and_a_webhook_are_conflicts(server: PlaygroundServer, call: Call) -> None:
    poll = asyncio.create_task(call("getUpdates", timeout=30))
    await server.wait_for(lambda: bool(server.calls))
    second = asyncio.create_task(call("getUpdates", timeout=30))
    assert "terminated by other getUpdates request" in (await poll)["description"]
    assert (await call("setWebhook", url="https://example.org"))["ok"]
    assert "terminated by setWebhook request" in (await second)["description"]
    assert (await call("getUpdates"))["error_code"] == 409
    assert (await call("deleteWebhook"))["ok"]
    assert (await call("getUpdates"))["ok"]


async def test_flood_limits(server: PlaygroundServer, call: Call) -> None:
    now = [0.0]
    server.methods.flood.clock, server.methods.flood.active = lambda: now[0], True
    group = server.group()
    answers = [await call("sendMessage", chat_id=group.id, text="x") for _ in range(6)]
    assert [answer["ok"] for answer in answers] == [True] * 5 + [False]
    assert answers[-1]["parameters"] == {"retry_after": 5}
    for _ in range(3):
        now[0] += 5
        assert all([(await call("sendMessage", chat_id=group.id, text="x"))["ok"] for _ in range(5)])
    now[0] += 5
    answer = await call("sendMessage", chat_id=group.id, text="x")
    assert answer["description"] == "Too Many Requests: retry after 40"


async def test_faults_hit_as_often_as_told(server: PlaygroundServer, call: Call) -> None:
    server.fault("getMe", Trouble.RESET)
    server.fault("getMe", Trouble.TRUNCATE)
    server.fault("getMe", Trouble.FLOOD, seconds=7)
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await call("getMe")
    with pytest.raises(aiohttp.ClientPayloadError):
        await call("getMe")
    assert (await call("getMe"))["parameters"] == {"retry_after": 7}
    assert (await call("getMe"))["ok"]


async def test_administrators(server: PlaygroundServer, call: Call) -> None:
    group, ada, bob = server.group(), server.user("Ada"), server.user("Bob")
    group.administrators.add(ada.id)
    status = [
        (await call("getChatMember", chat_id=group.id, user_id=user.id))["result"]["status"] for user in (ada, bob)
    ]
    assert status == ["administrator", "member"]
    people = (await call("getChatAdministrators", chat_id=group.id))["result"]
    assert [member["user"]["first_name"] for member in people] == ["Ada"]


async def test_form_and_query_arguments_are_read_too(server: PlaygroundServer) -> None:
    user = server.user()
    async with aiohttp.ClientSession() as session:
        form = {"chat_id": str(user.id), "text": "x", "reply_markup": '{"inline_keyboard":[]}'}
        async with session.post(f"{server.base_url}/bot{TOKEN}/sendMessage", data=form) as response:
            assert (await response.json())["ok"]
        async with session.get(f"{server.base_url}/bot{TOKEN}/sendMessage?chat_id={user.id}&text=y") as response:
            assert (await response.json())["result"]["text"] == "y"


async def test_in_privacy_mode_the_bot_hears_only_what_is_meant_for_it() -> None:
    async with PlaygroundServer(privacy_mode=True) as server:
        group, ada = server.group(), server.user("Ada")
        bots = server.world.post(group, server.world.bot, "hello", [])
        server.group_message(group, ada, "small talk, mail ada@price_bot.example")
        server.group_message(group, ada, "/ask@other_bot x")
        server.group_message(group, ada, "@price_bot_2 x")
        server.group_message(group, ada, "answer", reply_to=server.group_message(group, ada, "hm"))
        meant = ["/ask x", "/ask@price_bot x", "😀 @Price_Bot x"]
        for text in meant:
            server.group_message(group, ada, text)
        server.group_message(group, ada, "thanks", reply_to=bots)
        server.private_message(ada, "private")
        heard = [update["message"]["text"] for update in await server.methods.updates.poll(0, 100, 0, None)]
        assert heard == [*meant, "thanks", "private"]
        group.administrators.add(server.world.bot.id)
        server.edit_message(server.group_message(group, ada, "small talk"), "more of it")
        kinds = [min(update) for update in (await server.methods.updates.poll(0, 100, 0, None))[len(heard) :]]
        assert kinds == ["message", "edited_message"]


async def test_a_bot_that_is_not_in_a_group_neither_hears_nor_writes(server: PlaygroundServer, call: Call) -> None:
    group, ada = server.group(), server.user("Ada")
    group.foreign = True
    server.group_message(group, ada, "@price_bot x")
    assert server.methods.updates.waiting == 0
    answer = await call("sendMessage", chat_id=group.id, text="x")
    assert answer["description"] == "Bad Request: chat not found"


@pytest.mark.parametrize(
    ("commands", "description"),
    [
        ([{"command": "Ask", "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "x" * 33, "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "ask", "description": ""}], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([{"command": "ask", "description": "x" * 257}], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([{"command": "ask", "description": "x"}] * 101, "BOT_COMMANDS_TOO_MUCH"),
        ("ask", "can't parse commands"),
    ],
)
async def test_menus_that_are_refused(call: Call, commands: object, description: str) -> None:
    assert description in (await call("setMyCommands", commands=commands))["description"]
    assert (await call("getMyCommands"))["result"] == []


async def test_menus_are_kept_by_scope_and_language(call: Call) -> None:
    menu = [{"command": "ask", "description": "问"}]
    assert (await call("setMyCommands", commands=menu, scope={"type": "all_group_chats"}, language_code="zh"))["ok"]
    assert (await call("getMyCommands"))["result"] == []
    kept = await call("getMyCommands", scope={"type": "all_group_chats"}, language_code="zh")
    assert kept["result"] == menu


async def test_an_action_has_a_name(server: PlaygroundServer, call: Call) -> None:
    user = server.user()
    assert (await call("sendChatAction", chat_id=user.id, action="typing"))["ok"]
    assert (await call("sendChatAction", chat_id=user.id, action="dancing"))["error_code"] == 400


async def test_an_edited_card_changes_where_people_see_it(server: PlaygroundServer, call: Call) -> None:
    user, group = server.user(), server.group()
    told: list[str] = []
    server.world.listeners.append(lambda event, chat, content: told.append(f"{event} {content.get('text')}"))
    query = server.inline_query(user, "x")
    await call("answerInlineQuery", inline_query_id=query.id, results=[article("1", reply_markup=keyboard("a"))])
    card = server.choose(user, query, 0, group)
    assert (await call("editMessageText", inline_message_id=card["inline_message_id"], text="new"))["result"] is True
    [seen] = group.messages.values()
    assert (seen["text"], "reply_markup" in seen, "inline_message_id" in seen) == ("new", False, False)
    assert server.world.card_below(seen) == card
    assert told == ["message m", "message new"]


async def test_the_answer_to_a_guest_stands_below_the_question(server: PlaygroundServer, call: Call) -> None:
    query = server.guest_message(server.user(), "@price_bot x")
    assert (await call("answerGuestQuery", guest_query_id=query.id, result=article("1")))["ok"]
    [question, answer] = server.world.chats[query.content["chat_id"]].messages.values()
    assert answer["reply_to_message"]["message_id"] == question["message_id"]
    assert (answer["text"], answer["from"]["id"]) == ("m", server.world.bot.id)
