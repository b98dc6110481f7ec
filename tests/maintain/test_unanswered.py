"""What people asked in vain, as those who maintain the knowledge see it."""

from __future__ import annotations

import asyncio
import re
from datetime import date
from pathlib import Path

import pytest

from bot.cli import main
from bot.engine import Engine
from bot.maintain.unanswered import grouped, report
from bot.telegram.chats.records import kept_records
from bot.telegram.chats.unanswered import Unanswered
from bot.text import Language
from tests.corpus_cases import MARKET

DAY = date(2026, 11, 28)


def asked(text: str, count: int) -> Unanswered:
    language = Language.EN if text.isascii() else Language.ZH_HANS
    return Unanswered(text, language, DAY, count)


KEPT = [
    asked("今晚吃什么好呢", 7),
    asked("讯飞星火多少钱", 5),
    asked("1元能买多少GLM tokens", 4),
    asked("讯飞星火的价格", 3),
    asked("price of foobar-7", 2),
]


def test_questions_about_the_same_name_stand_together(price_bot: Engine) -> None:
    groups, answered = grouped(price_bot, KEPT)
    assert answered == 1
    assert [(group.words, group.count) for group in groups[:1]] == [(("讯飞星火",), 8)]
    assert ("foobar-7",) in [group.words for group in groups]
    assert [group.count for group in groups] == sorted((group.count for group in groups), reverse=True)


def test_the_report_says_how_much_it_leaves_out(price_bot: Engine) -> None:
    lines = list(report(price_bot, KEPT, 1))
    assert re.search(r"8×  「讯飞星火」", lines[0])
    assert "5×  讯飞星火多少钱  (zh-Hans, last on 2026-11-28)" in lines[1]
    assert lines[-1].startswith("5 questions kept, 1 of them answered by now; ")


def test_the_command_lists_what_the_bot_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], engines_kept: None
) -> None:
    file = tmp_path / "state" / "chats.sqlite"

    async def keep() -> None:
        async with kept_records(file) as records:
            await records.storage.ready()
            records.questions.note("讯飞星火多少钱", Language.ZH_HANS)

    monkeypatch.setenv("PRICEBOT_DATABASE", str(file))
    assert main(["unanswered", "--knowledge", str(MARKET)]) == 1
    assert "cannot be read" in capsys.readouterr().err
    asyncio.run(keep())
    assert main(["unanswered", "--knowledge", str(MARKET)]) == 0
    assert "「讯飞星火」" in capsys.readouterr().out
