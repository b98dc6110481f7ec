"""The command ``pricebot check``: where it writes what, in which language and form, and with which status."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main
from bot.maintain.check_command import OK, WRONG, Form, Shown, check
from bot.text import Language
from tests.corpus_cases import MARKET, read_yaml
from tests.maintain.conftest import VENDOR, Check

FILE = "vendors/xinghe.yaml"
BROKEN = {FILE: VENDOR.replace("models:", "\tmodels:")}
DOUBTFUL = {FILE: VENDOR.replace("{amount: 4,", "{amount: 400,")}


@dataclass
class Written:
    said: list[str] = field(default_factory=list)
    errors: io.StringIO = field(default_factory=io.StringIO)

    def say(self, text: str) -> None:
        self.said.append(text)


def test_what_a_folder_brings_beside_its_knowledge_is_counted() -> None:
    shown = Written()
    assert check(MARKET, shown) == OK, shown.errors.getvalue()
    rates = len(read_yaml(MARKET / "rates.yaml")["rates"])
    assert shown.said[0].endswith(f" listed models, {rates} exchange rates")


def test_command_says_problems_one_a_line_on_the_error_stream(checked: Check) -> None:
    checked({"vendors/xinghe.yaml": VENDOR.replace("models:", "\tmodels:")})
    shown = Written()
    assert check(Path(), shown) == WRONG
    assert shown.errors.getvalue() == "vendors/xinghe.yaml:8:1: the line is indented with a tab; indent with spaces\n"
    assert shown.said == ["1 problem"]


def test_command_finds_the_folder_of_a_file(checked: Check) -> None:
    checked({"vendors/xinghe.yaml": VENDOR.replace("星河科技", "便宜")})
    shown = Written()
    assert check(None, shown, [Path("vendors/xinghe.yaml")]) == WRONG
    assert shown.errors.getvalue().startswith("vendors/xinghe.yaml:3:11: aliases[0]: `便宜` is a word")
    assert check(None, shown, [Path("articles/report.yaml")]) == OK


def test_command_speaks_chinese(checked: Check) -> None:
    checked(BROKEN)
    shown = Written()
    assert check(Path(), shown, shown=Shown(Language.ZH_HANS)) == WRONG
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
    assert check(Path(), Written()) == OK
    assert check(Path(), Written(), shown=Shown(strict=True)) == WRONG
    checked()
    assert check(Path(), Written(), shown=Shown(strict=True)) == OK


def test_json_is_one_object_on_standard_output(checked: Check) -> None:
    checked(DOUBTFUL)
    shown = Written()
    assert check(Path(), shown, shown=Shown(form=Form.JSON)) == OK
    found: dict[str, Any] = json.loads("\n".join(shown.said))
    assert (found["ok"], found["problems"], found["counts"]["price"]) == (True, [], 9)
    assert {key: found["warnings"][0][key] for key in ("file", "line", "column", "path", "advice")} == {
        "file": FILE,
        "line": 18,
        "column": 9,
        "path": "models[0].prices[3]",
        "advice": "check `amount`, `per` and `side`",
    }
    assert shown.errors.getvalue() == ""


def test_annotations_are_escaped(checked: Check) -> None:
    checked({FILE: VENDOR.replace("aliases: [星河科技]", 'aliases: ["100%"]')})
    shown = Written()
    assert check(Path(), shown, shown=Shown(form=Form.GITHUB)) == WRONG
    assert shown.said[0].startswith(f"::error file={FILE},line=3,col=11::aliases[0]: `100%25` is read as an amount; ")


def test_colours_are_for_terminals(checked: Check) -> None:
    checked(DOUBTFUL)
    shown = Written()
    check(Path(), shown, shown=Shown(colour=True))
    assert shown.errors.getvalue().startswith(f"\x1b[1m{FILE}:18:9:\x1b[0m\x1b[33m warning: models[0].prices[3]: ")
    assert shown.said[0].startswith("\x1b[33mok, with ")
    plain = Written()
    check(Path(), plain)
    assert "\x1b" not in plain.errors.getvalue() + plain.said[0]
