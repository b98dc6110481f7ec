"""Lists of all that is on record, page by page."""

from __future__ import annotations

from functools import partial
from typing import Any

from bot.answers import Context
from bot.playground.queries import Query
from bot.playground.server import Sent
from bot.text import Language
from tests.frozen import frozen_engine
from tests.telegram.conftest import Rig


def keys(sent: Sent) -> dict[str, str]:
    """The data of the buttons below a message, by their labels."""
    rows: list[list[dict[str, Any]]] = sent.arguments.get("reply_markup", {}).get("inline_keyboard", [])
    return {key["text"]: key["callback_data"] for row in rows for key in row}


def with_button(page: Sent, data: str) -> dict[str, Any]:
    """The message as it is with a button that it may have had before."""
    rows = [*page.result["reply_markup"]["inline_keyboard"], [{"text": "?", "callback_data": data}]]
    return {**page.result, "reply_markup": {"inline_keyboard": rows}}


def _is_answered(query: Query) -> bool:
    return query.answer is not None


async def shown(rig: Rig, text: str, language: str = "en") -> Sent:
    before = len(rig.server.sent)
    rig.server.private_message(rig.server.user(language_code=language), text)
    return (await rig.server.wait_for_sent(before + 1))[before]


async def turned(rig: Rig, page: Sent, data: str) -> Sent:
    """What stands in the place of a page when a button of it is pressed."""
    edits = [sent for sent in rig.server.sent if sent.method == "editMessageText"]
    rig.server.press(rig.server.world.users[page.chat_id], with_button(page, data), data)
    await rig.server.wait_for(lambda: sum(sent.method == "editMessageText" for sent in rig.server.sent) > len(edits))
    return next(sent for sent in reversed(rig.server.sent) if sent.method == "editMessageText")


async def test_models_are_listed_by_vendor_and_their_pages_are_turned(rig: Rig) -> None:
    makers = frozen_engine().makers(Context(usual_language=Language.EN))
    first = await shown(rig, "/models")
    lines = first.text.split("\n")
    assert lines[0] == f"Models on sale: {sum(len(maker.models) for maker in makers)}, of {len(makers)} vendors"
    assert len(lines) == 7
    assert lines[1].startswith(f"{makers[0].name} ({len(makers[0].models)}): {makers[0].models[0]}")
    second = await turned(rig, first, next(data for label, data in keys(first).items() if label.startswith("1 / ")))
    assert second.text.split("\n")[1].startswith(makers[6].name)
    assert any(label.startswith("2 / ") for label in keys(second))
    assert (await turned(rig, first, keys(second)["‹"])).text == first.text


async def test_a_vendor_lists_all_its_models_and_leads_back(rig: Rig) -> None:
    first = await shown(rig, "/models", "zh-TW")
    maker = frozen_engine().makers(Context(usual_language=Language.ZH_HANT))[0]
    listed = await turned(rig, first, keys(first)[maker.name])
    assert listed.text.split("\n")[0] == f"{maker.name}：在售 {len(maker.models)} 個"
    assert listed.text.split("\n")[1:21] == [f"· {name}" for name in maker.models[:20]]
    assert (await turned(rig, first, keys(listed)["‹ 全部廠商"])).text == first.text
    assert (await shown(rig, "/models 智谱", "zh-hans")).text.startswith("智谱")
    assert (await shown(rig, "/models foobar")).text == (await shown(rig, "/models")).text


async def test_all_sources_are_listed_with_their_days(rig: Rig) -> None:
    sources = frozen_engine().sources(Context(usual_language=Language.EN))
    first = await shown(rig, "/sources")
    assert first.text.split("\n")[1:] == [f"· {source}" for source in sources[:8]]
    assert str(len(sources)) in first.text
    last = await turned(rig, first, keys(first)["‹"])
    assert last.text.split("\n")[-1] == f"· {sources[-1]}"
    days = [source[-10:] for source in sources if source[-10:-6].isdecimal()]
    assert days == sorted(days, reverse=True)


async def test_buttons_of_other_versions_do_nothing(rig: Rig) -> None:
    first = await shown(rig, "/sources")
    person = rig.server.world.users[first.chat_id]
    for data in ("@", "@e.", "@e.x1.", "@s.m-1.", "@m12345."):
        query = rig.server.press(person, with_button(first, data), data)
        await rig.server.wait_for(partial(_is_answered, query))
    assert {sent.method for sent in rig.server.sent} == {"sendMessage", "answerCallbackQuery"}


async def test_a_page_that_is_gone_is_the_last_one(rig: Rig) -> None:
    first = await shown(rig, "/models")
    gone = await turned(rig, first, "@e.m999.")
    makers = frozen_engine().makers(Context(usual_language=Language.EN))
    assert gone.text.split("\n")[-1].startswith(makers[-1].name)
    assert (await turned(rig, first, "@e.v0.nobody")).text == first.text
