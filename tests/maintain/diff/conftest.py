"""A small market of its own with one of each thing, and its difference from an edit of it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from bot.maintain.diff.changes import Difference, State, difference

VENDOR = """\
id: xinghe
name: {zh: 星河, en: Xinghe}
aliases: [星河科技]
today: [xinghe/max]
windows:
  - {id: peak, hours: ["09:00-18:00"]}
  - {id: off-peak, other_than: peak}
plans:
  - id: xinghe/pass
    name: Xinghe Pass
    currency: CNY
    prices:
      - {tier: {zh: 轻量, en: Light}, amount: 20, from: 2026-03-01, source: notice}
free_quotas:
  - {tokens: 1000000, for: {zh: 新用户, en: new users}, source: notice}
models:
  - id: xinghe/max
    name: {zh: 星河 Max, en: Xinghe Max}
    aliases: [大星]
    released: 2026-03
    prices:
      - {input: 8, output: 24, currency: CNY, per: 1000000, from: 2026-03-01, source: notice}
      - {input: 4, output: 12, currency: CNY, per: 1000000, from: 2026-10-01, checked: 2026-10-02, source: notice}
      - {input: 2, output: 6, currency: CNY, per: 1000000, mode: batch, from: 2026-10-01, source: notice}
  - id: xinghe/lite
    name: Xinghe Lite
    prices:
      - {amount: 0.0008, currency: CNY, per: 1000, from: 2026-03-01, source: notice}
  - id: xinghe/night
    name: Xinghe Night
    prices:
      - {input: 6, currency: CNY, per: 1000000, window: peak, from: 2026-03-01, source: notice}
      - {input: 3, currency: CNY, per: 1000000, window: off-peak, from: 2026-03-01, source: notice}
sources:
  - {id: notice, publisher: Xinghe, title: New prices, date: 2026-09-28}
"""

ARTICLE = """\
sources:
  - {id: report, publisher: Paper, title: Report, date: 2026-03-01}
facts:
  - id: max-chips
    subjects: [xinghe/max]
    statement: {zh: 星河 Max 用 3 万张卡训练。, en: "Xinghe Max was trained on 30,000 cards."}
    asks: [星河Max用了多少张卡, how many cards trained Xinghe Max]
"""

FILES = {"vendors/xinghe.yaml": VENDOR, "articles/报道.yaml": ARTICLE}
DAY = date(2026, 11, 28)

Write = Callable[..., Path]
Edit = Callable[..., Difference]


def written(folder: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def edited(*replacements: tuple[str, str]) -> dict[str, str]:
    """The files with texts replaced, each of which stands in them once."""
    files = dict(FILES)
    for before, after in replacements:
        [name] = [name for name, text in files.items() if before in text]
        assert files[name].count(before) == 1
        files[name] = files[name].replace(before, after)
    return files


@pytest.fixture
def edit(tmp_path: Path) -> Edit:
    """What changes on a day by some replacements in the files."""

    def compare(*replacements: tuple[str, str], day: date = DAY) -> Difference:
        before = State.read("before", written(tmp_path / "before", FILES))
        after = State.read("after", written(tmp_path / "after", edited(*replacements)))
        return difference(before, after, day)

    return compare


def git(folder: Path, *arguments: str) -> str:
    named = ("-c", "user.name=Ann", "-c", "user.email=ann@example.com")
    return subprocess.run(
        ["git", "-C", str(folder), *named, *arguments], check=True, capture_output=True, text=True
    ).stdout


@pytest.fixture
def repository(tmp_path: Path, alone: None) -> Path:
    """Two commits of a knowledge folder, tagged first and second, and an edit that is in none."""
    root = tmp_path / "repository"
    written(root / "knowledge", FILES | {"README.md": "no YAML"})
    git(tmp_path, "init", "-q", str(root))
    git(root, "add", ".")
    git(root, "commit", "-qm", "One")
    git(root, "tag", "first")
    written(root / "knowledge", edited(("input: 4", "input: 3")))
    git(root, "commit", "-qam", "Two")
    git(root, "tag", "second")
    written(root / "knowledge", edited(("input: 4", "input: 2")))
    return root
