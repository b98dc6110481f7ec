"""What was asked in vain is kept, without who asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from bot.telegram.chats.anonymous import LONGEST, anonymous
from bot.telegram.chats.database import Database
from bot.telegram.chats.records import Records, kept_records
from bot.telegram.chats.unanswered import MOST_WAITING, KeptQuestions, Question, Unanswered
from bot.telegram.chats.unanswered_table import add, most_asked, purge, read_unanswered
from bot.text import Language
from tests.telegram.chats.conftest import Address, opened
from tests.telegram.chats.test_database import revealed

DAY = date(2026, 11, 28)


def question(text: str) -> Question:
    return Question(text, Language.ZH_HANS)


async def kept(records: Records) -> Sequence[Unanswered]:
    await records.storage.use(records.questions.beat)
    return await records.storage.use(most_asked)


async def test_the_same_question_is_counted(records: Records) -> None:
    for text in ("星火多少钱", "百川呢", "星火多少钱 "):
        records.questions.note(text, Language.ZH_HANS)
    records.questions.note("星火多少钱", Language.ZH_HANT)
    found = await kept(records)
    assert [(one.text, one.language, one.count) for one in found] == [
        ("星火多少钱", Language.ZH_HANS, 2),
        ("星火多少钱", Language.ZH_HANT, 1),
        ("百川呢", Language.ZH_HANS, 1),
    ]
    assert not records.questions.is_unsaved


async def test_what_waits_is_written_when_the_bot_stops(address: Address) -> None:
    async with kept_records(address) as records:
        await opened(records)
        records.questions.note("星火多少钱", Language.EN)
    assert [(one.text, one.count) for one in await read_unanswered(revealed(address))] == [("星火多少钱", 1)]


async def test_what_nobody_asks_any_more_goes_and_of_too_much_the_least_asked(records: Records) -> None:
    async def fill(database: Database) -> None:
        await add(database, {question("long ago"): 9}, date(2026, 1, 1))
        await add(database, {question("often"): 3, question("twice"): 2, question("once"): 1}, DAY)
        await purge(database, date(2026, 6, 1), 2)

    await records.storage.use(fill)
    assert [one.text for one in await kept(records)] == ["often", "twice"]


async def test_no_more_waits_than_fits(records: Records) -> None:
    questions = KeptQuestions(records.storage)
    for number in range(MOST_WAITING + 100):
        questions.note(f"what is model number {number}", Language.EN)
    assert len(questions._waiting) == MOST_WAITING


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("@zhangsan 星火多少钱", "… 星火多少钱"),
        ("星火多少钱\n微信 13812345678", "星火多少钱 微信 …"),
        ("call +86 138 1234 5678 about Spark", "call … about Spark"),
        ("写信给 li.si@example.com 问星火", "写信给 … 问星火"),
        ("见 https://example.com/u/lisi?id=1 的星火", "见 … 的星火"),
        ("key sk-Proj0aB1cD2eF3gH4iJ5kL6mN7oP8qR9 星火", "key … 星火"),
        ("身份证 11010519491231002X 星火", "身份证 11010519491231002X 星火"),
        ("卡号 6222 0212 3456 7890 123", "卡号 …"),
        ("12345678901 tokens的星火", "… tokens的星火"),
        ("100000000 tokens of Spark on 2026-11-28", "100000000 tokens of Spark on 2026-11-28"),
        ("spark-lite-20250101价格", "spark-lite-20250101价格"),
        ("Spark-X1-72B-Instruct-2507 50000元", "Spark-X1-72B-Instruct-2507 50000元"),
        ("\u202e星火\x00\ud800价", "星火 价"),
        ("  ", ""),
    ],
)
def test_what_tells_who_wrote_is_masked(text: str, left: str) -> None:
    assert anonymous(text) == left


def test_a_long_text_is_cut() -> None:
    assert len(anonymous("星" * 10_000)) == LONGEST
