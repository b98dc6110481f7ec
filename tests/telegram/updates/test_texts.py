"""The tokens of texts on Telegram: pasted, answered, or in a file; over HTTP, with the real engine."""

from __future__ import annotations

import pytest

from bot.playground.server import PlaygroundServer, Sent
from bot.playground.world import Json
from bot.telegram.answering.beside import MOST_BYTES
from tests.frozen import todays_engine
from tests.telegram.conftest import Rig

TEXT = "今天天气不错，适合出门走走。"
SIZE = "14 汉字"


@pytest.fixture
def real(server: PlaygroundServer) -> Rig:
    return Rig(server, real=todays_engine())


async def sent(server: PlaygroundServer, number: int = 1) -> Sent:
    return (await server.wait_for_sent(number))[number - 1]


def button(message: Json, label: str) -> str:
    rows = message["reply_markup"]["inline_keyboard"]
    return next(str(key["callback_data"]) for row in rows for key in row if key["text"] == label)


async def test_a_pasted_text_is_counted_and_its_answer_may_be_longer(real: Rig) -> None:
    server, person = real.server, real.server.user()
    async with real.running():
        server.private_message(person, f"这段用DeepSeek V4 Pro要多少钱\n{TEXT}")
        first = await sent(server)
        assert SIZE in first.text
        assert "1,000 tokens 的回答" in first.text
        server.press(person, first.result, button(first.result, "回答 2,000 tokens"))
        await server.wait_for(lambda: any(each.method == "editMessageText" for each in server.sent))
    edited = next(each for each in server.sent if each.method == "editMessageText")
    assert SIZE in edited.text
    assert "2,000 tokens 的回答" in edited.text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
async def test_a_file_of_text_is_counted(real: Rig, encoding: str) -> None:
    server, person = real.server, real.server.user()
    async with real.running():
        server.document(person, (TEXT * 1_000).encode(encoding))
        counted = await sent(server)
    assert "1.4万汉字" in counted.text.replace(" ", "")


async def test_a_file_with_a_question_is_counted_for_what_it_names(real: Rig) -> None:
    server, person = real.server, real.server.user()
    async with real.running():
        server.document(
            person, TEXT.encode(), "这个文件用GLM-5.3要多少钱", name="notes.md", kind="application/octet-stream"
        )
        counted = await sent(server)
    assert SIZE in counted.text
    assert "GLM-5.3" in counted.text


@pytest.mark.parametrize(
    ("content", "said"), [(b"a " * MOST_BYTES, "太大"), (b"\xff\x00\x01" * 100, "读不出"), (b"", "读不出")]
)
async def test_a_file_that_cannot_be_counted_gets_a_word(real: Rig, content: bytes, said: str) -> None:
    server = real.server
    async with real.running():
        server.document(server.user(), content)
        assert said in (await sent(server)).text


async def test_a_longer_file_than_it_says_is_not_read(real: Rig) -> None:
    server, person = real.server, real.server.user()
    document = server.methods.files.take("long.txt", "text/plain", b"a " * MOST_BYTES) | {"file_size": 10}
    async with real.running():
        server.private_message(person, "", document=document)
        assert "太大" in (await sent(server)).text


async def test_a_file_is_fetched_only_for_a_question_about_it(real: Rig) -> None:
    server, person = real.server, real.server.user()
    async with real.running():
        server.document(person, TEXT.encode(), "GLM-5.3多少钱")
        assert "百万 tokens" in (await sent(server)).text
    assert not [method for method, _ in server.calls if method == "getFile"]


async def test_the_message_that_is_answered_is_counted(real: Rig) -> None:
    server, ada, tom = real.server, real.server.user("Ada"), real.server.user("Tom")
    group = server.group()
    async with real.running():
        said = server.group_message(group, tom, f"{TEXT}豆包100块")
        server.group_message(group, ada, "这段多少token", reply_to=said)
        server.group_message(group, ada, "@price_bot 呢段要幾多token", reply_to=said)
        counted = await sent(server)
        await server.settled()
    assert "漢字" in counted.text
    assert len(server.sent) == 1, "the one without the bot's name is not for the bot"


async def test_the_file_that_is_answered_is_counted(real: Rig) -> None:
    server, person = real.server, real.server.user(language_code="en")
    async with real.running():
        file = server.document(person, b"The quick brown fox", "look at this")
        await sent(server)
        server.private_message(person, "what would this file cost on gpt-6 sol", reply_to=file)
        counted = await sent(server, 2)
    assert "4 English words" in counted.text
    assert "GPT-6 Sol" in counted.text


def test_what_was_pasted_is_not_among_the_questions_that_are_kept() -> None:
    reply = todays_engine().ask(f"这篇文章用GPT-9要多少钱：{TEXT}")
    assert "GPT-9" in reply.text
    assert TEXT not in reply.question
