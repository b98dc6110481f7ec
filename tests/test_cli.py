"""The command line, with the frozen market where nothing else is said."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot import __version__
from bot.cli import main
from bot.text import MAX_TEXT_LENGTH
from tests.corpus_cases import MARKET

pytestmark = pytest.mark.usefixtures("engines_kept")

ROOT = Path(__file__).parent.parent
QUESTION = "1元能买多少GLM tokens"


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith(("TELEGRAM_", "PRICEBOT_", "LC_", "LANG"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PRICEBOT_KNOWLEDGE", str(MARKET))


def answers(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def feed(monkeypatch: pytest.MonkeyPatch, text: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))


def environ(**more: str) -> dict[str, str]:
    """An environment without a locale."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return kept | {"LC_ALL": "C", "PRICEBOT_KNOWLEDGE": str(MARKET)} | more


def pricebot(*arguments: str | bytes, stdin: bytes = b"", **more: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        input=stdin,
        capture_output=True,
        check=False,
        cwd=ROOT,
        env=environ(**more),
    )


def test_ask_answers_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", QUESTION]) == 0
    shown = capsys.readouterr()
    assert "200万" in shown.out.splitlines()[0]
    assert "三易生活" in shown.out
    assert not shown.err


def test_ask_answers_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--json", QUESTION]) == 0
    [answer] = answers(capsys)
    assert (answer["question"], answer["status"], answer["kind"]) == (QUESTION, "answered", "budget")
    assert {"subject": "zhipu/glm-3-turbo", "value": "2000000", "unit": "token"}.items() <= answer["results"][0].items()


def test_words_need_no_quotes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", *QUESTION.split(), "--json"]) == 0
    assert answers(capsys)[0]["question"] == QUESTION


def test_ask_reads_one_question_a_line_and_answers_each_in_order(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    feed(monkeypatch, f"{QUESTION}\n\nasdf \N{PILE OF POO}\r\nMiniCPM要钱吗".encode())
    assert main(["ask", "--json", "-"]) == 0
    given = answers(capsys)
    assert [answer["question"] for answer in given] == [QUESTION, "", "asdf \N{PILE OF POO}", "MiniCPM要钱吗"]
    assert [answer["status"] for answer in given] == ["answered", "unknown", "unknown", "answered"]


def test_ask_in_words_skips_blank_lines(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    feed(monkeypatch, f"\n{QUESTION}\n\n".encode())
    assert main(["ask", "-"]) == 0
    alone = capsys.readouterr().out
    assert main(["ask", QUESTION]) == 0
    assert alone.strip() == capsys.readouterr().out.strip()


@pytest.mark.parametrize(("language", "amount"), [("zh-Hans", "200万"), ("zh-hant", "200萬"), ("en", "2 million")])
def test_the_language_can_be_chosen(language: str, amount: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--lang", language, QUESTION]) == 0
    assert amount in capsys.readouterr().out


@pytest.mark.parametrize(("now", "status"), [("2024-05-15T23:59", "unknown"), ("2024-05-15T16:00Z", "answered")])
def test_the_clock_can_be_set(now: str, status: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--json", "--now", now, QUESTION]) == 0
    assert [reply["status"] for reply in answers(capsys)] == [status]


def test_all_that_is_known_can_be_asked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["ask", "豆包和GLM哪个便宜"]) == 0
    short = capsys.readouterr().out
    assert main(["ask", "--full", "豆包和GLM哪个便宜"]) == 0
    full = capsys.readouterr().out
    assert "算式" in full and "算式" not in short
    feed(monkeypatch, "豆包和GLM哪个便宜\n".encode())
    assert main(["chat", "--full"]) == 0
    assert full.strip() in capsys.readouterr().out


def test_the_chat_s_clock_can_be_set(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    feed(monkeypatch, "GPT-4o多少钱\n".encode())
    assert main(["chat", "--now", "2026-11-08"]) == 0
    early = capsys.readouterr().out
    feed(monkeypatch, "GPT-4o多少钱\n".encode())
    assert main(["chat", "--now", "2026-11-09"]) == 0
    assert "输入 2.5" not in early
    assert "输入 2.5" in capsys.readouterr().out


def test_a_day_before_the_first_price_knows_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--json", "--as-of", "2020-01-01", QUESTION]) == 0
    [answer] = answers(capsys)
    assert "2000000" not in [result["value"] for result in answer["results"]]


def test_overheard_in_a_group_small_talk_is_ignored(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--group", "--json", "今天吃豆包"]) == 0
    assert answers(capsys)[0]["status"] == "ignored"
    assert main(["ask", "--group", "今天吃豆包"]) == 0
    assert not capsys.readouterr().out


def test_explain_shows_what_was_seen(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--json", QUESTION]) == 0
    [seen] = answers(capsys)
    found = {(one["kind"], one["text"], one["start"], one["end"]) for one in seen["entities"]}
    assert {("money", "1元", 0, 2), ("model", "GLM", 6, 9)} <= found
    assert max(seen["candidates"], key=lambda one: float(one["score"]))["kind"] == "budget"


def test_explain_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", QUESTION]) == 0
    shown = capsys.readouterr().out
    assert "0-2     「1元」 1 CNY" in shown
    assert "zhipu/glm-3-turbo" in shown
    assert "budget" in shown


def test_a_text_too_long_is_cut(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--json", "字" * 1_000_000]) == 0
    shown = capsys.readouterr()
    assert json.loads(shown.out)["question"] == "字" * MAX_TEXT_LENGTH
    assert shown.err == "pricebot: the question is longer than 4,096 characters; the rest was left out.\n"


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["sing"],
        ["ask"],
        ["ask", "--jsn", QUESTION],
        ["ask", QUESTION, "豆包多少钱"],
        ["ask", "豆包", "how much is GLM"],
        ["ask", "-", QUESTION],
        ["ask", "--lang", "fr", QUESTION],
        ["ask", "--as-of", "2024-02-30", QUESTION],
        ["ask", "--as-of", "20240516", QUESTION],
        ["ask", "--as-of", "2024-W20-4", QUESTION],
        ["explain"],
        ["explain", "how much", "is GLM"],
        ["run", "now"],
        ["playground", "--port", "x"],
        ["playground", "--port", "65536"],
        ["playground", "--port", "-1"],
    ],
)
def test_bad_usage_is_one_sentence_and_status_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    shown = capsys.readouterr()
    assert not shown.out
    assert shown.err.count("\n") == 1
    assert "--help" in shown.err


@pytest.mark.parametrize(
    "command", [["ask", QUESTION], ["explain", "x"], ["chat"], ["run", "--or-chat"], ["playground"]]
)
def test_a_knowledge_base_that_does_not_load_is_status_2(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command, "--knowledge", str(tmp_path)]) == 2
    shown = capsys.readouterr()
    assert not shown.out
    assert str(tmp_path) in shown.err


def test_the_environment_can_name_the_knowledge_and_an_option_overrides_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PRICEBOT_KNOWLEDGE", str(tmp_path / "none"))
    assert main(["ask", QUESTION]) == 2
    assert capsys.readouterr().err.startswith("pricebot: PRICEBOT_KNOWLEDGE names no folder")
    assert main(["ask", QUESTION, "--knowledge", str(ROOT / "knowledge")]) == 0


def test_a_token_that_is_none_stops_run_alone(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "secret")
    assert main(["ask", QUESTION]) == 0
    capsys.readouterr()
    assert main(["run"]) == 2
    shown = capsys.readouterr().err
    assert "TELEGRAM_BOT_TOKEN" in shown
    assert "secret" not in shown


def test_run_without_a_token_and_without_a_terminal_fails() -> None:
    """As in a container whose secret is not mounted: a chat that ends at once would look like success."""
    done = pricebot("run", stdin=f"{QUESTION}\n".encode())
    assert done.returncode == 2
    assert not done.stdout
    assert done.stderr.startswith(b"pricebot: TELEGRAM_BOT_TOKEN is not set, nor TELEGRAM_BOT_TOKEN_FILE")
    assert done.stderr.count(b"\n") == 1


def test_run_takes_the_token_from_a_file(tmp_path: Path) -> None:
    done = pricebot("run", TELEGRAM_BOT_TOKEN_FILE=str(tmp_path / "none"))
    assert done.returncode == 2
    assert done.stderr.startswith(b"pricebot: TELEGRAM_BOT_TOKEN_FILE names no file that can be read (No such file")


def test_a_token_on_the_command_line_is_refused_and_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    token = "123456789:" + "Aa-_0" * 7
    for arguments in (["run", token], ["run", f"--token={token}"]):
        with pytest.raises(SystemExit) as stopped:
            main(arguments)
        assert stopped.value.code == 2
        shown = capsys.readouterr().err
        assert token not in shown
        assert "<token>" in shown


def test_run_without_a_token_can_open_the_chat(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    feed(monkeypatch, f"{QUESTION}\n".encode())
    assert main(["run", "--or-chat"]) == 0
    shown = capsys.readouterr()
    assert shown.out.startswith(f"> {QUESTION}\n")
    assert "200万" in shown.out
    assert shown.err.startswith("pricebot: TELEGRAM_BOT_TOKEN is not set")
    assert shown.err.count("\n") == 1


def test_check_tells_what_is_wrong_with_status_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "works.yaml").write_text("works: [{id: x}]\n", encoding="utf-8")
    assert main(["check", "--knowledge", str(tmp_path)]) == 2
    assert f"{tmp_path}/works.yaml:1:9: works[0]" in capsys.readouterr().err


def test_the_help_of_every_command_teaches_by_example(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("ask", "explain", "chat", "check", "run", "playground"):
        with pytest.raises(SystemExit) as stopped:
            main([command, "--help"])
        assert stopped.value.code == 0
        assert f"pricebot {command}" in capsys.readouterr().out.partition("\n\n")[2]


def test_as_a_process_bytes_of_an_argument_that_are_no_text_are_replaced() -> None:
    done = pricebot("ask", "--json", b"GLM \xff", PYTHONUTF8="1")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["question"] == "GLM \ufffd"


def test_as_a_process_it_reads_and_writes_utf8_whatever_the_locale_and_is_silent_when_nobody_reads_on() -> None:
    """Bytes that are no text are replaced."""
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "ask", "--json", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env=environ(PYTHONUTF8="0", PYTHONCOERCECLOCALE="0"),
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(f"{QUESTION}\n".encode() + b"GLM \xff\n")
        process.stdin.flush()
        first, second = (json.loads(process.stdout.readline().decode("utf-8")) for _ in range(2))
        assert (first["status"], first["question"], second["question"]) == ("answered", QUESTION, "GLM \ufffd")
        assert "200万" in first["text"]
        process.stdout.close()
        process.stdin.write(f"{QUESTION}\n".encode() * 3)
        process.stdin.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_as_a_process_a_full_disk_is_one_sentence() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "bot", "ask", QUESTION], stdout=full, stderr=subprocess.PIPE, check=False, cwd=ROOT
        )
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert done.stderr.startswith(b"pricebot: cannot go on: No space left")


def test_as_a_process_it_tells_its_version() -> None:
    assert pricebot("--version").stdout.decode().strip() == f"pricebot {__version__}"


def test_asking_loads_nothing_that_only_telegram_the_chat_or_a_picture_needs() -> None:
    code = (
        "import sys; from bot.cli import main; main(['ask', sys.argv[1]]); "
        "print(sorted({'telegram', 'aiohttp', 'prompt_toolkit', 'httpx', 'PIL', 'bot.charts.drawing.png'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code, "豆包和GLM哪个便宜"], capture_output=True, check=True, cwd=ROOT)
    assert done.stdout.splitlines()[-1] == b"[]"
