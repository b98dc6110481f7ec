"""The command ``pricebot check``: where it writes what, in which language and form, and with which status."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main
from bot.maintain.check_command import OK, WRONG, Form, Shown, Wish, check
from bot.text import Language
from tests.corpus_cases import MARKET, read_yaml
from tests.maintain.conftest import VENDOR, Check
from tests.maintain.diff.conftest import git

pytestmark = pytest.mark.usefixtures("without_catalogue")

FILE = "vendors/xinghe.yaml"
BROKEN = {FILE: VENDOR.replace("models:", "\tmodels:")}
HERE = Wish(Path())
DOUBTFUL = {FILE: VENDOR.replace("{amount: 4,", "{amount: 400,")}


@dataclass
class Written:
    said: list[str] = field(default_factory=list)
    errors: io.StringIO = field(default_factory=io.StringIO)

    def say(self, text: str) -> None:
        self.said.append(text)


def test_what_a_folder_brings_beside_its_knowledge_is_counted() -> None:
    shown = Written()
    assert check(Wish(MARKET), shown) == OK, shown.errors.getvalue()
    rates = len(read_yaml(MARKET / "rates.yaml")["rates"])
    assert shown.said[0].endswith(f" listed models, {rates} exchange rates")


def test_command_says_problems_one_a_line_on_the_error_stream(checked: Check) -> None:
    checked({"vendors/xinghe.yaml": VENDOR.replace("models:", "\tmodels:")})
    shown = Written()
    assert check(HERE, shown) == WRONG
    assert shown.errors.getvalue() == "vendors/xinghe.yaml:8:1: the line is indented with a tab; indent with spaces\n"
    assert shown.said == ["1 problem"]


def test_command_finds_the_folder_of_a_file(checked: Check) -> None:
    checked({"vendors/xinghe.yaml": VENDOR.replace("星河科技", "便宜")})
    shown = Written()
    assert check(Wish(files=[Path("vendors/xinghe.yaml")]), shown) == WRONG
    assert shown.errors.getvalue().startswith("vendors/xinghe.yaml:3:11: aliases[0]: `便宜` is a word")
    assert check(Wish(files=[Path("articles/report.yaml")]), shown) == OK


def test_command_speaks_chinese(checked: Check) -> None:
    checked(BROKEN)
    shown = Written()
    assert check(HERE, shown, Shown(Language.ZH_HANS)) == WRONG
    assert shown.errors.getvalue() == f"{FILE}:8:1: 这一行用制表符（Tab）缩进；请改用空格缩进\n"
    assert shown.said == ["1 处问题"]


@pytest.mark.parametrize(
    ("options", "environ", "said"),
    [
        ([], {"LC_ALL": "zh_CN.UTF-8"}, "1 处问题"),
        ([], {"LC_ALL": "zh_TW.UTF-8"}, "1 處問題"),
        (["--lang", "en"], {"LC_ALL": "zh_CN.UTF-8"}, "1 problem"),
        (["--lang", "zh"], {"LC_ALL": "en_US.UTF-8"}, "1 处问题"),
        ([], {"LC_ALL": "C.UTF-8", "PRICEBOT_LANG": "zh"}, "1 处问题"),
        ([], {"LC_ALL": "C.UTF-8"}, "1 problem"),
    ],
)
def test_language_is_that_of_the_option_or_the_terminal(
    checked: Check,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    options: list[str],
    environ: dict[str, str],
    said: str,
) -> None:
    checked(BROKEN)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "PRICEBOT_LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert main(["check", "--knowledge", ".", *options]) == WRONG
    assert capsys.readouterr().out == f"{said}\n"


def test_what_keeps_a_question_from_its_answer_is_told_in_the_language_of_the_terminal(
    checked: Check, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    checked(BROKEN)
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert main(["ask", "--knowledge", ".", "星河Max多少钱"]) == WRONG
    assert f"{FILE}:8:1: 这一行用制表符（Tab）缩进" in capsys.readouterr().err


def test_warnings_fail_only_where_strict(checked: Check) -> None:
    checked(DOUBTFUL)
    assert check(HERE, Written()) == OK
    assert check(HERE, Written(), Shown(strict=True)) == WRONG
    checked()
    assert check(HERE, Written(), Shown(strict=True)) == OK


def test_json_is_one_object_on_standard_output(checked: Check) -> None:
    checked(DOUBTFUL)
    shown = Written()
    assert check(HERE, shown, Shown(form=Form.JSON)) == OK
    found: dict[str, Any] = json.loads("\n".join(shown.said))
    assert (found["ok"], found["problems"], found["counts"]["price"]) == (True, [], 9)
    assert {key: found["warnings"][0][key] for key in ("file", "line", "column", "path", "advice")} == {
        "file": FILE,
        "line": 18,
        "column": 9,
        "path": "models[0].prices[3]",
        "advice": "check the figure, the currency and `per`, and that no figure stands under the key of another side",
    }
    assert shown.errors.getvalue() == ""


def test_annotations_are_escaped(checked: Check) -> None:
    checked({FILE: VENDOR.replace("aliases: [星河科技]", 'aliases: ["100%"]')})
    shown = Written()
    assert check(HERE, shown, Shown(form=Form.GITHUB)) == WRONG
    assert shown.said[0].startswith(f"::error file={FILE},line=3,col=11::aliases[0]: `100%25` is read as an amount; ")


def test_colours_are_for_terminals(checked: Check) -> None:
    checked(DOUBTFUL)
    shown = Written()
    check(HERE, shown, Shown(colour=True))
    assert shown.errors.getvalue().startswith(f"\x1b[1m{FILE}:18:9:\x1b[0m\x1b[33m warning: models[0].prices[3]: ")
    assert shown.errors.getvalue().splitlines()[1:3] == [
        "          - {amount: 400, currency: CNY, per: 1000000, side: input, from: 2026-10-01, source: notice}",
        "            \x1b[33m^\x1b[0m",
    ]
    assert shown.said[0].startswith("\x1b[33mok, with ")
    plain = Written()
    check(HERE, plain)
    assert "\x1b" not in plain.errors.getvalue() + plain.said[0]


@pytest.fixture
def committed(checked: Check, alone: None) -> None:
    """The folder under git, and then an edit of a price of the past."""
    checked()
    git(Path(), "init", "-q")
    git(Path(), "add", ".")
    git(Path(), "commit", "-qm", "One")
    checked({FILE: VENDOR.replace("{amount: 12,", "{amount: 13,")})


@pytest.mark.usefixtures("committed")
@pytest.mark.parametrize("against", [None, "HEAD", "{folder}"])
def test_past_prices_are_held_against_what_was_there_before(
    tmp_path_factory: pytest.TempPathFactory, against: str | None
) -> None:
    folder = tmp_path_factory.mktemp("before")
    (folder / "vendors").mkdir()
    (folder / FILE).write_text(VENDOR, "utf-8")
    against = against and against.format(folder=folder)
    shown = Written()
    assert check(Wish(Path(), [Path(FILE)], against), shown) == OK
    assert shown.errors.getvalue() == (
        f"{FILE}:19:9: warning: models[0].prices[4]: 13 CNY for 1,000,000 tokens from 2026-10-01 was 12 CNY for 1,000,000 "
        "tokens before this edit; keep it, for it stays true for its time, and add a new line with its own `from`; "
        "change it only where it was never true\n"
    )
    zh = Written()
    check(Wish(Path(), [Path(FILE)], against), zh, Shown(Language.ZH_HANS))
    assert (
        "从 2026-10-01 起的价格改成了每 1,000,000 token 13 CNY，原来是每 1,000,000 token 12 CNY；"
        in zh.errors.getvalue()
    )


@pytest.mark.usefixtures("committed")
def test_what_is_committed_is_the_past_from_then_on() -> None:
    git(Path(), "commit", "-qam", "Two")
    shown = Written()
    assert check(Wish(Path()), shown) == OK
    assert "before this edit" not in shown.errors.getvalue()
    assert check(Wish(Path(), against="HEAD~1"), shown) == OK
    assert "before this edit" in shown.errors.getvalue()


@pytest.mark.usefixtures("committed")
def test_a_revision_that_there_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--knowledge", ".", "--against", "gone", "--lang", "en"]) == WRONG
    assert capsys.readouterr().err.startswith(".:1:1: cannot be compared with `gone` (")


def test_the_mark_below_a_line_counts_wide_characters_twice(checked: Check) -> None:
    checked({FILE: VENDOR.replace("name: {zh: 星河, en: Xinghe}", "name: {zh: 星河，en: Xinghe}")})
    shown = Written()
    assert check(HERE, shown, Shown(colour=True)) == WRONG
    line, mark = shown.errors.getvalue().splitlines()[1:3]
    assert line == "    name: {zh: 星河，en: Xinghe}"
    assert mark == " " * (4 + len("name: {zh: ") + 4) + "\x1b[31m^\x1b[0m"
