"""Pictures on Telegram: /chart and the button, over HTTP, with the real engine."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from bot.charts.chart import Chart
from bot.playground.faults import Trouble
from bot.playground.server import PlaygroundServer, Sent
from bot.playground.world import Json
from bot.telegram.sending.contents import Photo, as_photo
from tests.frozen import todays_engine
from tests.telegram.conftest import Rig

COMPARISON = "GPT-5和Claude Opus 5哪个便宜"


@pytest.fixture
def real(server: PlaygroundServer) -> Rig:
    return Rig(server, real=todays_engine())


def picture(server: PlaygroundServer, message: Json) -> Image.Image:
    file = server.methods.photos.get(message["photo"][-1]["file_id"])
    assert file is not None
    assert file.startswith(b"\x89PNG")
    return Image.open(BytesIO(file)).convert("RGB")


def button(message: Json, label: str) -> str:
    rows = message["reply_markup"]["inline_keyboard"]
    return next(str(key["callback_data"]) for row in rows for key in row if key["text"] == label)


def labels(message: Json) -> list[str]:
    return [key["text"] for row in message["reply_markup"]["inline_keyboard"] for key in row]


async def sent(server: PlaygroundServer, number: int) -> Sent:
    return (await server.wait_for_sent(number))[number - 1]


async def test_a_chart_arrives_as_a_picture_that_its_caption_tells_in_words(real: Rig) -> None:
    server, person = real.server, real.server.user()
    async with real.running():
        asked = server.private_message(person, "/chart DeepSeek V4 Pro")
        first = await sent(server, 1)
    assert first.method == "sendPhoto"
    assert first.arguments["parse_mode"] == "HTML"
    assert picture(server, first.result).width == 1080
    assert first.text.startswith("DeepSeek V4 Pro 的历次价格")
    assert "2026-08-17" in first.text
    assert first.result["reply_to_message"]["message_id"] == asked["message_id"]


async def test_a_chart_of_nothing_named_is_that_of_the_cheapest(real: Rig) -> None:
    server = real.server
    async with real.running():
        server.private_message(server.user(), "/chart")
        first = await sent(server, 1)
    assert first.method == "sendPhoto"
    assert "免费的不算在内" in first.text


@pytest.mark.parametrize("text", ["/chart foobar 9", "/chart 1元能买多少GLM tokens"])
async def test_where_there_is_nothing_to_draw_there_is_the_usual_reply(real: Rig, text: str) -> None:
    server = real.server
    async with real.running():
        server.private_message(server.user(), text)
        first = await sent(server, 1)
    assert first.method == "sendMessage"
    assert first.text == todays_engine().ask(text.removeprefix("/chart ")).text


async def test_the_button_under_a_comparison_sends_a_picture_below_it(real: Rig) -> None:
    server, person = real.server, real.server.user()
    async with real.running():
        server.private_message(person, COMPARISON)
        text = (await sent(server, 1)).result
        server.press(person, text, button(text, "图表"))
        await server.wait_for(lambda: any(each.method == "sendPhoto" for each in server.sent))
    drawn = next(each for each in server.sent if each.method == "sendPhoto")
    assert drawn.result["reply_to_message"]["message_id"] == text["message_id"]
    assert "GPT-5" in drawn.text
    assert {"深色", "分享"} <= set(labels(drawn.result))


async def test_the_other_colours_come_in_the_place_of_the_picture(real: Rig) -> None:
    server, person = real.server, real.server.user()
    async with real.running():
        server.private_message(person, f"/chart {COMPARISON}")
        light = dict((await sent(server, 1)).result)
        before = picture(server, light).getpixel((0, 0))
        server.press(person, light, button(light, "深色"))
        await server.wait_for(lambda: any(each.method == "editMessageMedia" for each in server.sent))
    edited = next(each for each in server.sent if each.method == "editMessageMedia")
    assert edited.result["message_id"] == light["message_id"]
    assert edited.text == light["caption"]
    assert picture(server, edited.result).getpixel((0, 0)) != before
    assert "浅色" in labels(edited.result)


@pytest.mark.parametrize("refused", ["IMAGE_PROCESS_FAILED", "message to edit not found"])
async def test_where_other_colours_are_refused_the_picture_stays(
    real: Rig, refused: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    server, person = real.server, real.server.user()
    async with real.running():
        server.private_message(person, f"/chart {COMPARISON}")
        light = dict((await sent(server, 1)).result)
        if refused == "IMAGE_PROCESS_FAILED":
            monkeypatch.setattr("bot.charts.drawing.png.png", lambda chart, *, dark: b"no picture")
        else:
            del server.world.chats[person.id].messages[light["message_id"]]
        pressed = server.press(person, light, button(light, "深色"))
        await server.wait_for(lambda: "editMessageMedia" in [method for method, _ in server.calls])
        await server.wait_for(lambda: pressed.answer is not None)
    assert not any(each.method in ("editMessageMedia", "sendMessage") for each in server.sent)
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


async def test_in_a_group_the_colours_change_for_who_asked_alone(real: Rig) -> None:
    server, group, asker, other = real.server, real.server.group(), real.server.user(), real.server.user()
    async with real.running():
        server.group_message(group, asker, "/chart GPT-5")
        light = dict((await sent(server, 1)).result)
        server.press(other, light, button(light, "深色"))
        await server.wait_for(lambda: sum(each.method == "sendPhoto" for each in server.sent) == 2)
        server.press(asker, light, button(light, "深色"))
        await server.wait_for(lambda: any(each.method == "editMessageMedia" for each in server.sent))
    own = [each.result for each in server.sent if each.method == "sendPhoto"][-1]
    assert own["reply_to_message"]["message_id"] == light["message_id"]
    assert "浅色" in labels(own)


async def test_other_buttons_under_a_picture_are_answered_below_it(real: Rig) -> None:
    server, person = real.server, real.server.user()
    async with real.running():
        server.private_message(person, "/chart DeepSeek V4 Pro")
        drawn = (await sent(server, 1)).result
        [first, *_] = [key for row in drawn["reply_markup"]["inline_keyboard"] for key in row]
        server.press(person, drawn, first["callback_data"])
        await server.wait_for(lambda: any(each.method == "sendMessage" for each in server.sent))
    assert not any(each.method == "editMessageText" for each in server.sent)


async def test_a_follow_up_of_a_picture_is_understood(real: Rig) -> None:
    server, person = real.server, real.server.user()
    async with real.running():
        server.private_message(person, "/chart DeepSeek V4 Pro")
        await sent(server, 1)
        server.private_message(person, "那GPT-5呢")
        second = await sent(server, 2)
    assert "GPT-5" in second.text.splitlines()[0]


async def test_an_edit_of_the_command_makes_another_picture_or_text_in_its_place(real: Rig) -> None:
    server, person = real.server, real.server.user()
    async with real.running():
        asked = server.private_message(person, "/chart DeepSeek V4 Pro")
        first = (await sent(server, 1)).result
        server.edit_message(asked, "/chart GPT-5")
        await server.wait_for(lambda: sum(each.method == "sendPhoto" for each in server.sent) == 2)
        server.edit_message(asked, "/price GPT-5")
        await server.wait_for(lambda: any(each.method == "sendMessage" for each in server.sent))
    chat = server.world.chats[person.id]
    left = [each for each in chat.messages.values() if each["from"]["id"] == server.world.bot.id]
    assert first["message_id"] not in chat.messages
    assert [("photo" in each, each.get("text", "")[:5]) for each in left] == [(False, "GPT-5")]


async def test_where_a_group_takes_no_pictures_the_words_go_alone(real: Rig) -> None:
    server, person, group = real.server, real.server.user(), real.server.group()
    group.text_only = True
    async with real.running():
        server.group_message(group, person, "/chart DeepSeek V4 Pro")
        first = await sent(server, 1)
    assert first.method == "sendMessage"
    assert first.text.startswith("DeepSeek V4 Pro 的历次价格")


async def test_where_a_picture_is_refused_the_words_go_alone(real: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    server = real.server
    monkeypatch.setattr("bot.charts.drawing.png.png", lambda chart, *, dark: b"no picture")
    async with real.running():
        server.private_message(server.user(), "/chart DeepSeek V4 Pro")
        first = await sent(server, 1)
    assert first.method == "sendMessage"
    assert "IMAGE_PROCESS_FAILED" not in first.text


async def test_where_drawing_fails_the_words_go_alone(real: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(chart: Chart, *, dark: bool) -> bytes:
        raise OSError("no font")

    server = real.server
    monkeypatch.setattr("bot.charts.drawing.png.png", fails)
    async with real.running():
        server.private_message(server.user(), "/chart DeepSeek V4 Pro")
        first = await sent(server, 1)
    assert first.method == "sendMessage"
    assert first.text.startswith("DeepSeek V4 Pro 的历次价格")


async def test_a_picture_is_sent_again_where_the_way_to_telegram_breaks(real: Rig) -> None:
    server = real.server
    server.fault("sendPhoto", Trouble.RESET, times=2)
    async with real.running():
        server.private_message(server.user(), "/chart DeepSeek V4 Pro")
        first = await sent(server, 1)
    assert first.method == "sendPhoto"


async def test_a_flood_wait_is_kept_for_pictures_too(real: Rig) -> None:
    server = real.server
    server.fault("sendPhoto", Trouble.FLOOD, seconds=1)
    async with real.running():
        server.private_message(server.user(), "/chart DeepSeek V4 Pro")
        await sent(server, 1)
    assert [method for method, _ in server.calls].count("sendPhoto") == 2


async def test_a_card_has_no_button_for_a_picture(real: Rig) -> None:
    """In a chat that it is no member of the bot can send none."""
    server = real.server
    async with real.running():
        typed = server.inline_query(server.user(), COMPARISON)
        await server.wait_for(lambda: typed.answer is not None)
    [card, *_] = (typed.answer or {})["results"]
    assert "图表" not in [key["text"] for row in card["reply_markup"]["inline_keyboard"] for key in row]


def test_a_caption_is_cut_to_what_telegram_takes() -> None:
    reply = todays_engine().ask(COMPARISON)
    long = as_photo(Photo(b""), replace(reply, html="<b>价</b>" * 2_000)).arguments["caption"]
    assert long.endswith("\n…")
    assert len(long.replace("<b>", "").replace("</b>", "")) <= 1024
