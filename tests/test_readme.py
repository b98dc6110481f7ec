"""What the README shows is what the program says."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from bot.cli import main
from bot.settings.variables import SECRETS, VARIABLES
from tests.corpus_cases import TODAYS_MARKET

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
TRANSCRIPT = re.findall(r"^\$ pricebot (.+)\n((?:(?!\$ |```).*\n)+)", README, re.MULTILINE)


def test_the_readme_shows_the_bot_in_both_languages() -> None:
    assert any(command.isascii() for command, _ in TRANSCRIPT)
    assert any(not command.isascii() for command, _ in TRANSCRIPT)


@pytest.mark.usefixtures("engines_kept")
@pytest.mark.parametrize(("command", "shown"), TRANSCRIPT)
def test_the_transcript_is_true(command: str, shown: str, capsys: pytest.CaptureFixture[str]) -> None:
    name, *words = shlex.split(command)
    assert main([name, "--knowledge", str(TODAYS_MARKET), "--now", "2026-11-28T12:00", *words]) == 0
    assert capsys.readouterr().out.strip() == shown.strip()


def test_the_table_holds_every_variable_that_is_read_and_no_other() -> None:
    table = re.findall(r"^\| `([A-Z_]+)` \|", README, re.MULTILINE)
    own = {*VARIABLES} - {f"{name}_FILE" for name in SECRETS}
    assert sorted(table) == sorted(own)
    for name in SECRETS:
        assert f"`{name}_FILE`" in README
