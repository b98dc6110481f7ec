"""``pricebot history`` and ``pricebot chart``."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bot.cli import main
from bot.terminal.chat import Chat
from bot.text import Language
from tests.corpus_cases import TODAYS_CLOCK, TODAYS_MARKET
from tests.frozen import todays_engine

pytestmark = pytest.mark.usefixtures("engines_kept")

NOW = ("--now", "2026-11-28T12:00")


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith(("TELEGRAM_", "PRICEBOT_", "LC_", "LANG"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PRICEBOT_KNOWLEDGE", str(TODAYS_MARKET))


def test_a_history_tells_all_prices_with_their_days(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["history", *NOW, "DeepSeek", "V4", "Pro"]) == 0
    said = capsys.readouterr().out
    assert "2026-04-24" in said
    assert "2026-08-17" in said


def test_a_history_in_another_language_and_of_several(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["history", *NOW, "--lang", "zh-Hans", "o3", "GPT-4o mini"]) == 0
    said = capsys.readouterr().out
    assert "o3 的历次价格" in said
    assert "GPT-4o mini 的历次价格" in said


def test_the_history_of_nothing_known_fails(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["history", "foobar", "9"]) == 1
    assert "foobar 9" in capsys.readouterr().out


def test_a_chart_is_written_and_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    light, dark = tmp_path / "light.png", tmp_path / "dark.png"
    assert main(["chart", *NOW, "GPT-5", "Claude Opus 5", "-o", str(light)]) == 0
    said = capsys.readouterr()
    assert "GPT-5" in said.out
    assert not said.err
    assert main(["chart", *NOW, "--dark", "--lang", "en", "GPT-5", "Claude Opus 5", "-o", str(dark)]) == 0
    grounds = [Image.open(BytesIO(file.read_bytes())).convert("RGB").getpixel((0, 0)) for file in (light, dark)]
    assert grounds[0] == (255, 255, 255)
    assert grounds[1] != grounds[0]


def test_where_there_is_nothing_to_draw_no_file_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "none.png"
    assert main(["chart", "foobar", "9", "-o", str(target)]) == 1
    said = capsys.readouterr()
    assert "foobar 9" in said.out
    assert "nothing to draw" in said.err
    assert not target.exists()


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "missing" / "chart.png"
    assert main(["chart", *NOW, "GPT-5", "-o", str(target)]) == 1
    assert str(target) in capsys.readouterr().err


def test_a_chart_needs_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["chart", "GPT-5"])
    assert ended.value.code == 2
    assert "--output" in capsys.readouterr().err


def test_the_chat_draws_what_is_named_or_the_answer_before(tmp_path: Path) -> None:
    chat = Chat(todays_engine(), Language.EN, TODAYS_CLOCK.now, folder=tmp_path)
    said = chat.hear("/chart GPT-5 Claude Opus 5")
    assert "GPT-5" in said.lead
    assert said.note == f"The chart is in {tmp_path / 'chart-1.png'}."
    compared = chat.hear("which is cheaper, GPT-5 or Grok 4.7")
    assert compared.choices[-1] == "/chart"
    drawn = chat.hear(str(len(compared.choices)))
    assert (drawn.heard, drawn.lead) == ("/chart", compared.lead)
    files = [tmp_path / f"chart-{number}.png" for number in (1, 2)]
    first, second = (file.read_bytes() for file in files)
    assert first.startswith(b"\x89PNG") and second.startswith(b"\x89PNG")
    assert first != second


def test_a_chart_before_any_answer_is_that_of_all_prices(tmp_path: Path) -> None:
    said = Chat(todays_engine(), Language.EN, TODAYS_CLOCK.now, folder=tmp_path).hear("/chart")
    assert (tmp_path / "chart-1.png").exists()
    assert "Cheapest first" not in said.choices


def test_the_chat_says_where_there_is_no_chart(tmp_path: Path) -> None:
    chat = Chat(todays_engine(), Language.EN, TODAYS_CLOCK.now, folder=tmp_path / "missing")
    assert chat.hear("/chart foobar 9").note == "There is nothing to draw."
    assert chat.hear("/chart GPT-5").note == "The chart cannot be written: No such file or directory."
