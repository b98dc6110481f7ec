"""The chat through a pipe and at a terminal."""

from __future__ import annotations

import io
import stat
from pathlib import Path

import pytest
from prompt_toolkit import PromptSession
from prompt_toolkit.application import create_app_session
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from bot.answers import Button
from bot.terminal.chat import Chat, Said
from bot.terminal.session import Display, history_file, talk, talk_at_terminal, terminal_session
from bot.terminal.streams import Streams
from bot.text import Language
from tests.terminal.scripted import Scripted, reply

GLM = reply("2 million tokens", code="b_glm", buttons=(Button("Doubao", "b_db"),))


def chat() -> Chat:
    return Chat(Scripted({"GLM?": GLM, "b_db": reply("1.25 million tokens")}, ("GLM?",)), Language.EN)


def piped(text: bytes) -> str:
    output = io.StringIO()
    talk(chat(), Streams(io.BytesIO(text), output, io.StringIO()), {})
    return output.getvalue()


def typed(keys: str, state: Path, *, colours: bool = False) -> str:
    """What the chat shows when somebody types these keys at a terminal."""
    output = io.StringIO()
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        pipe.send_text(keys)
        here = chat()
        session = terminal_session(here, {"XDG_STATE_HOME": str(state)}, colours=colours)
        talk_at_terminal(here, Display(Streams(io.BytesIO(), output, io.StringIO()), colours=colours), session)
    return output.getvalue()


def test_piped_lines_are_shown_above_their_answers() -> None:
    assert piped(b"GLM?\n\n1\n") == ("> GLM?\n2 million tokens\n  1  Doubao\n\n> 1\nDoubao\n1.25 million tokens\n\n")


def test_a_pipe_ends_at_quit() -> None:
    assert piped(b"/quit\nGLM?\n") == "> /quit\nGoodbye.\n"


@pytest.mark.parametrize("nothing", [b"", b"\n  \n"])
def test_where_nothing_comes_in_an_example_is_shown(nothing: bytes) -> None:
    assert piped(nothing).startswith("> GLM?\n2 million tokens\n")


def test_a_pipe_is_not_coloured() -> None:
    assert "\x1b" not in piped(b"GLM?\n/help\n")


def test_at_a_terminal_the_chat_greets_answers_and_leaves(tmp_path: Path) -> None:
    shown = typed("GLM?\r1\r/quit\rGLM?\r", tmp_path)
    greeting, first, second, farewell = shown.split("\n\n")
    assert greeting.startswith("LLM prices")
    assert first == "2 million tokens\n  1  Doubao"
    assert second == "Doubao\n1.25 million tokens"
    assert farewell == "Goodbye.\n"


@pytest.mark.parametrize("key", ["\x03", "\x04", "half a line\x03\x03"])
def test_control_keys_leave_politely(key: str, tmp_path: Path) -> None:
    shown = typed(key, tmp_path)
    assert shown.endswith("\n\nGoodbye.\n")
    assert "Pardon" not in shown


def test_colours_are_shown_only_where_they_are_wanted(tmp_path: Path) -> None:
    assert "\x1b[1m2 million tokens\x1b[0m" in typed("GLM?\r\x04", tmp_path, colours=True)
    assert "\x1b" not in typed("GLM?\r\x04", tmp_path)


def test_what_was_typed_is_remembered_for_its_owner_alone(tmp_path: Path) -> None:
    typed("GLM?\r\x04", tmp_path)
    file = history_file({"XDG_STATE_HOME": str(tmp_path)})
    assert "+GLM?" in file.read_text(encoding="utf-8")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_history_that_cannot_be_written_does_not_keep_the_chat_from_starting(tmp_path: Path) -> None:
    (tmp_path / "pricebot").write_text("in the way")
    assert "2 million tokens" in typed("GLM?\r\x04", tmp_path)


@pytest.mark.parametrize("relative", ["", "state", "."])
def test_the_history_lies_in_the_home_folder_by_default(relative: str) -> None:
    assert history_file({"XDG_STATE_HOME": relative}) == Path.home() / ".local/state/pricebot/history"


def test_commands_and_examples_are_completed(tmp_path: Path) -> None:
    session: PromptSession[str] = terminal_session(chat(), {"XDG_STATE_HOME": str(tmp_path)}, colours=False)
    assert session.completer is not None

    def completed(text: str) -> list[str]:
        assert session.completer is not None
        return [one.text for one in session.completer.get_completions(Document(text), CompleteEvent())]

    assert completed("/lang z") == ["/lang zh-Hans", "/lang zh-Hant"]
    assert completed("GL") == ["GLM?"]


def test_nothing_is_shown_for_what_is_empty() -> None:
    output = io.StringIO()
    Display(Streams(io.BytesIO(), output, io.StringIO()), colours=True).show(Said("lead"))
    assert output.getvalue() == "\x1b[1mlead\x1b[0m\n\n"
