"""``pricebot diff`` as a reviewer reads it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.answers import BEIJING
from bot.cli import main
from bot.engine import Engine
from bot.maintain.diff.command import Wish, diff
from bot.maintain.diff.questions import QuestionsError, asked, read_questions
from bot.maintain.markdown import said
from bot.text import Language
from tests.frozen import frozen_catalogue, frozen_exchange
from tests.maintain.diff.conftest import DAY, FILES, edited, git, written
from tests.maintain.diff.test_changes import LITE, MAX_NOW, NIGHT, and_then

pytestmark = pytest.mark.usefixtures("without_catalogue")

EDITS = (
    and_then(MAX_NOW, "{input: 3, currency: CNY, per: 1000000, from: 2026-11-20, source: notice}"),
    and_then(LITE, "{free: true, from: 2026-12-20, source: notice}"),
    (NIGHT, NIGHT.replace("input: 3", "input: 3.333")),
    ("amount: 20", "amount: 25"),
    ("name: Xinghe Night", "name: Xinghe Night|Owl\n    aliases: ['*夜*']"),
)


@pytest.fixture(autouse=True)
def _settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PRICEBOT_KNOWLEDGE", "LC_ALL", "LC_MESSAGES", "LANG", "PRICEBOT_LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def both(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    monkeypatch.chdir(tmp_path)
    written(tmp_path / "before", FILES)
    written(tmp_path / "after", edited(*EDITS))
    return "before", "after"


def lines(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    assert main(["diff", *arguments, "--now", str(DAY)]) == 0
    shown = capsys.readouterr()
    assert not shown.err
    return shown.out.splitlines()


def test_the_report_in_english(both: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    told = lines(capsys, *both, "--lang", "en")
    assert told[:11] == [
        "# What changes: `before` → `after`",
        "",
        "As of 2026-11-28.",
        "",
        "- Prices now: 1 down, 2 up",
        "- Prices to come: 2",
        "- Models: 1 changed",
        "- Names: 1",
        "- Questions that are answered otherwise: 10 of 14",
        "",
        "## Prices now",
    ]
    assert "| Xinghe Max | Xinghe | input | 4 CNY per million tokens | 3 CNY per million tokens | −25% |" in told
    assert (
        "| Xinghe Night\\|Owl | Xinghe | input; off-peak | 3 CNY per million tokens | 3.333 CNY per million tokens "
        "| +11.1% |"
    ) in told
    assert "| Xinghe Pass | Xinghe | Light | 20 CNY per month | 25 CNY per month | +25% |" in told
    assert (
        "| 2026-12-20 | Xinghe Lite | Xinghe | input, output | 0.0008 CNY per 1,000 tokens | free | now free | new |"
    ) in told
    assert "- **Xinghe Night\\|Owl**: + `*夜*`" in told
    [answer] = [line for line in told if line.startswith("| how much is Xinghe Max |")]
    assert "input 4" in answer and "input 3" in answer


def test_the_report_in_chinese(both: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    told = lines(capsys, *both, "--lang", "zh")
    assert told[0] == "# 改了什么：`before` → `after`"
    assert "| 星河 Max | 星河 | 输入 | 4 元 / 百万 tokens | 3 元 / 百万 tokens | −25% |" in told
    assert any(line.startswith("| 星河 Max多少钱 | ") for line in told)
    assert lines(capsys, *both, "--lang", "zh-Hant")[0] == "# 改了什麼：`before` → `after`"


def test_the_language_is_that_of_the_locale(
    both: tuple[str, str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert lines(capsys, *both, "--no-questions")[0].startswith("# What changes")


def test_it_is_the_same_every_time(both: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert lines(capsys, *both) == lines(capsys, *both)


def test_what_is_too_much_is_counted(both: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    told = lines(capsys, *both, "--most", "1", "--lang", "en")
    assert sum(line.startswith("| Xinghe") and "CNY" in line for line in told) == 1
    assert "… and 2 more" in told


def test_nothing_changes(both: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert lines(capsys, "before", "before", "--lang", "en") == [
        "# What changes: `before` → `before`", "", "As of 2026-11-28.", "", "Nothing changes for those who ask."
    ]  # fmt: skip


def test_against_a_revision(
    repository: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(repository)
    told = lines(capsys, "first", "--knowledge", "knowledge", "--lang", "en", "--no-questions")
    assert told[0] == "# What changes: `first` → `knowledge`"
    assert "| Xinghe Max | Xinghe | input | 4 CNY per million tokens | 2 CNY per million tokens | −50% |" in told
    told = lines(capsys, "first", "second", "--knowledge", "knowledge", "--lang", "en", "--no-questions")
    assert "| Xinghe Max | Xinghe | input | 4 CNY per million tokens | 3 CNY per million tokens | −25% |" in told


def test_a_revision_that_does_not_load(
    repository: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(repository)
    written(repository / "knowledge", edited(("input: 4", "inputs: 4")))
    git(repository, "commit", "-qam", "Wrong")
    written(repository / "knowledge", FILES)
    assert main(["diff", "HEAD", "--knowledge", "knowledge"]) == 2
    assert "\nHEAD:vendors/xinghe.yaml:23:" in capsys.readouterr().err


def test_what_cannot_be_compared(
    both: tuple[str, str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert main(["diff", "gone", "--knowledge", "before"]) == 2
    assert "not a git repository" in capsys.readouterr().err
    assert main(["diff", *both, "--questions", "gone.txt"]) == 2
    assert capsys.readouterr().err == "pricebot: gone.txt cannot be read: No such file or directory.\n"


class Kept:
    """What the command says."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def say(self, text: str) -> None:
        self.said.append(text)

    def complain(self, text: str) -> None:
        self.said.append(text)


def test_questions_of_a_file_are_asked_as_well(both: tuple[str, str], tmp_path: Path) -> None:
    from datetime import datetime

    (tmp_path / "asked.txt").write_text("200万tokens星河Max输入多少钱\n今天天气\n", "utf-8")
    kept = Kept()
    wish = Wish(*both, [tmp_path / "asked.txt"], Language.ZH_HANS, 40, datetime(2026, 11, 28, 12, tzinfo=BEIJING))
    engine_of = lambda knowledge: Engine(knowledge, frozen_catalogue(), frozen_exchange())  # noqa: E731
    assert diff(None, wish, kept, engine_of) == 0
    [row] = [line for line in kept.said[0].splitlines() if line.startswith("| 200万tokens星河Max输入多少钱")]
    assert "8 元" in row and "6 元" in row
    assert "今天天气" not in kept.said[0]


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("a.txt", "one\n\n two \n", ["one", "two"]),
        ("a.yaml", "- ask: one\n  lang: en\n  expect: {text: none}\n- text: two\n", ["one", "two"]),
        ("a.yaml", "questions: [one, two]\nother: [three]\n", ["one", "two"]),
        ("a.yaml", "- turns: [{ask: one, expect: {kind: price}}, {ask: two}]\n", ["one", "two"]),
        ("a.yaml", "a: &a [{ask: one}]\nb: [*a, *a, *a]\n", ["one"]),
        ("a.json", json.dumps([{"q": "one"}, "two"]), ["one", "two"]),
        ("a.jsonl", '{"q": "one"}\n\n{"question": "two"}\n', ["one", "two"]),
    ],
)
def test_files_of_questions(tmp_path: Path, name: str, content: str, found: list[str]) -> None:
    file = tmp_path / name
    file.write_text(content, "utf-8")
    assert read_questions(file) == found


@pytest.mark.parametrize(
    ("name", "content", "said_of_it"),
    [
        ("a.yaml", b"a: [", "cannot be understood"),
        ("a.json", b"{", "cannot be understood"),
        ("a.json", b"[" * 100_000, "cannot be understood"),
        ("a.txt", b"\xff\xfe\x00", "is not in UTF-8"),
        ("a.yaml", b"kind: price", "holds no questions"),
    ],
)
def test_files_that_hold_no_questions(tmp_path: Path, name: str, content: bytes, said_of_it: str) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(QuestionsError, match=said_of_it):
        read_questions(file)


def test_the_same_knowledge_gives_the_same_answers(price_bot: Engine) -> None:
    from datetime import datetime

    found = asked(price_bot, price_bot, ["1元能买多少GLM tokens"], datetime(2026, 11, 28, 12, tzinfo=BEIJING))
    assert found.answers == ()
    assert found.number > 100


def test_foreign_text_has_no_meaning_in_a_table() -> None:
    assert said("a|b\n*c* <d> \x1b[0m") == r"a\|b \*c\* \<d\> \\x1b\[0m"
