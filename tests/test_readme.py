"""What the README shows is what the program says."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from bot.cli import main
from tests.corpus_cases import MARKET, TODAY

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
TRANSCRIPT = re.findall(r"^\$ pricebot (.+)\n((?:(?!\$ |```).*\n)+)", README, re.MULTILINE)


def test_the_readme_shows_the_bot_in_both_languages() -> None:
    assert any(command.isascii() for command, _ in TRANSCRIPT)
    assert any(not command.isascii() for command, _ in TRANSCRIPT)


@pytest.mark.parametrize(("command", "shown"), TRANSCRIPT)
def test_the_transcript_is_true(command: str, shown: str, capsys: pytest.CaptureFixture[str]) -> None:
    name, *words = shlex.split(command)
    assert main([name, "--knowledge", str(MARKET), "--now", str(TODAY), *words]) == 0
    assert capsys.readouterr().out.strip() == shown.strip()


@pytest.mark.parametrize("variable", re.findall(r"^\| `([A-Z_]+)` \|", README, re.MULTILINE))
def test_every_variable_of_the_table_is_read(variable: str) -> None:
    assert f'"{variable}"' in (ROOT / "bot/settings.py").read_text(encoding="utf-8")


def test_every_variable_that_is_read_is_in_the_table() -> None:
    read = re.findall(r'"((?:TELEGRAM|PRICEBOT)_[A-Z_]+)"', (ROOT / "bot/settings.py").read_text(encoding="utf-8"))
    assert read
    for variable in read:
        assert f"| `{variable}` |" in README
