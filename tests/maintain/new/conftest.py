"""A folder to write into, and the command with somebody at a terminal or nobody."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from bot.maintain.new.command import Order, new
from bot.maintain.new.draft import Prompt
from bot.maintain.new.options import add_fields
from bot.terminal.options import parser_of_new
from bot.text import Language
from tests.maintain.conftest import ARTICLE, VENDOR

TODAY = date(2026, 11, 28)


@dataclass
class Said:
    """What the command wrote."""

    status: int = -1
    lines: list[str] = field(default_factory=list)
    errors: io.StringIO = field(default_factory=io.StringIO)

    def say(self, text: str = "") -> None:
        self.lines.extend(text.split("\n"))

    @property
    def output(self) -> str:
        return "\n".join(self.lines)

    @property
    def complaints(self) -> list[str]:
        return self.errors.getvalue().splitlines()


class Typing:
    """Answers what is asked for at a terminal, and takes what is proposed for everything else."""

    def __init__(self, answers: dict[str, str | Sequence[str]], confirm: str | None = "") -> None:
        self._answers = {flag: [one] if isinstance(one, str) else list(one) for flag, one in answers.items()}
        self._confirm = confirm
        self.asked: list[tuple[str, str, str]] = []
        self.known: dict[str, Sequence[str]] = {}

    def __call__(self, label: str, explained: str, proposed: str, known: Sequence[str]) -> str | None:
        self.asked.append((label, explained, proposed))
        self.known[label] = known
        if "[Y/n]" in label:
            return self._confirm
        waiting = self._answers.get(label, [])
        return waiting.pop(0) if waiting else proposed


New = Callable[..., Said]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, content in {"vendors/xinghe.yaml": VENDOR, "articles/report.yaml": ARTICLE}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content, "utf-8")
    return tmp_path


@pytest.fixture
def write(folder: Path) -> New:
    """Runs ``pricebot new`` as its words say."""

    def run(
        kind: str, *words: str, prompt: Prompt | None = None, dry_run: bool = False, language: Language = Language.EN
    ) -> Said:
        said = Said()
        options = parser_of_new(kind)
        add_fields(options, kind, language)
        given = vars(options.parse_args(words))
        said.status = new(Order(kind, given, folder, TODAY, language, dry_run), said, prompt)
        return said

    return run
