"""The local chat with the real engine: through a pipe, and as a process at a real terminal."""

from __future__ import annotations

import io
import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.engine import Engine
from bot.terminal.chat import Chat
from bot.terminal.session import talk
from bot.terminal.streams import Streams
from bot.text import Language
from tests.corpus_cases import MARKET
from tests.frozen import frozen_engine

ROOT = Path(__file__).parent.parent
QUESTION = "1元能买多少GLM tokens"
PROMPT = "\x1b[?2004h"
"""Turns bracketed paste on: the prompt now reads keys."""
OFFER = "1 or 2?"
"""Ends the question whether to chat or to open the playground."""


@pytest.fixture(scope="module")
def engine() -> Engine:
    return frozen_engine()


def talked(engine: Engine, *lines: str) -> str:
    output = io.StringIO()
    text = "".join(f"{line}\n" for line in lines).encode()
    talk(Chat(engine, Language.ZH_HANS), Streams(io.BytesIO(text), output, io.StringIO()), {})
    return output.getvalue()


def test_a_question_is_followed_up(engine: Engine) -> None:
    first, second = talked(engine, QUESTION, "那豆包呢").split("\n\n> ")
    assert "200万" in first
    assert "125万" in second


def test_every_button_of_an_answer_can_be_pressed_by_its_number(engine: Engine) -> None:
    chat = Chat(engine, Language.ZH_HANS)
    choices = chat.hear(QUESTION).choices
    assert choices
    for number, label in enumerate(choices, start=1):
        chat.hear(QUESTION)
        said = chat.hear(str(number))
        assert said.heard == label
        assert said.lead


def test_the_language_of_the_answers_follows_the_switch(engine: Engine) -> None:
    shown = talked(engine, "/lang en", QUESTION, "/lang zh-Hant", QUESTION)
    assert "2 million" in shown
    assert "200萬" in shown


@pytest.mark.parametrize("language", list(Language))
def test_the_examples_of_the_greeting_are_answered(engine: Engine, language: Language) -> None:
    chat = Chat(engine, language)
    examples = chat.greet().choices
    assert len(examples) >= 3
    for number, example in enumerate(examples, start=1):
        chat.greet()
        assert chat.hear(str(number)).heard == example
        assert engine.ask(example).status == "answered"


def test_without_any_input_the_chat_shows_what_it_does(engine: Engine) -> None:
    shown = talked(engine)
    assert shown.startswith("> ")
    assert "sanyi" in shown or "三易生活" in shown


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_as_a_process_at_a_terminal(tmp_path: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    kept = {name: os.environ[name] for name in ("PATH",)}
    settings = {"TERM": "xterm", "NO_COLOR": "1", "LANG": "zh_CN.UTF-8", "PROMPT_TOOLKIT_NO_CPR": "1"}
    command = [sys.executable, "-m", "bot", "run"]
    environ = (
        kept | settings | {"XDG_STATE_HOME": str(tmp_path), "HOME": str(tmp_path), "PRICEBOT_KNOWLEDGE": str(MARKET)}
    )
    process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, cwd=ROOT, env=environ)
    try:
        os.close(theirs)
        assert "TELEGRAM_BOT_TOKEN" in _read_until(ours, OFFER)
        os.write(ours, b"\r")
        _read_until(ours, PROMPT)
        os.write(ours, f"{QUESTION}\r".encode())
        assert "200万" in _read_until(ours, PROMPT)
        os.write(ours, b"\x04")
        _read_until(ours, "再见")
        assert process.wait() == 0
    finally:
        process.kill()
        process.wait()
        os.close(ours)


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Let what is started heed Ctrl-C, as at a terminal: what runs in a shell's background inherits that it does not."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("choice", [b"2\r", b"\x04"])
def test_at_a_terminal_the_playground_can_be_chosen_and_ctrl_c_ends_it(choice: bytes) -> None:
    import pty

    ours, theirs = pty.openpty()
    environ = {"PATH": os.environ["PATH"], "TERM": "xterm", "PRICEBOT_KNOWLEDGE": str(MARKET)}
    command = [sys.executable, "-m", "bot", "run"]
    process = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, cwd=ROOT, env=environ, start_new_session=True
    )
    try:
        os.close(theirs)
        _read_until(ours, OFFER)
        os.write(ours, choice)
        if choice == b"2\r":
            _read_until(ours, "Ctrl-C ends it")
            process.send_signal(signal.SIGINT)
        assert process.wait(60) == 0
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def _read_until(terminal: int, mark: str) -> str:
    """What the terminal shows up to a text that must come."""
    shown = b""
    while mark not in shown.decode("utf-8", "replace"):
        ready, _, _ = select.select([terminal], [], [], 60)
        assert ready, f"nothing more after {shown!r}"
        shown += os.read(terminal, 4096)
    return shown.decode("utf-8", "replace")
