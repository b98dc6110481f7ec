"""Questions at a terminal: what is proposed may be taken, changed or thrown away."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from bot.terminal.prompting import Prompting, completer_of
from bot.terminal.streams import Streams


def asked(keys: str, proposed: str = "", known: Sequence[str] = (), *, colours: bool = False) -> tuple[str | None, str]:
    """The answer of who types these keys, and what was said above the question."""
    output = io.StringIO()
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        pipe.send_text(keys)
        prompting = Prompting(Streams(io.BytesIO(), output, io.StringIO()), colours=colours)
        answer = prompting("from", "The day.", proposed, known)
    return answer, output.getvalue()


def test_what_is_typed_is_the_answer() -> None:
    assert asked("2026-12-01\r") == ("2026-12-01", "The day.\n")
    assert asked("星河\r", colours=True) == ("星河", "\x1b[2mThe day.\x1b[0m\n")


def test_what_is_proposed_is_taken_changed_or_thrown_away() -> None:
    assert asked("\r", "2026-12-01")[0] == "2026-12-01"
    assert asked("\x7f2\r", "2026-12-01")[0] == "2026-12-02"
    assert asked("\x152027-01-01\r", "2026-12-01")[0] == "2027-01-01"


def test_ids_are_completed() -> None:
    completer = completer_of(["xinghe/max", "xinghe/lite"])
    assert completer is not None
    offered = completer.get_completions(Document("Lite"), CompleteEvent(completion_requested=True))
    assert [completion.text for completion in offered] == ["xinghe/lite"]
    assert completer_of([]) is None
    assert asked("Lite\r", known=["xinghe/lite"])[0] == "Lite"


def test_ctrl_d_ends_and_ctrl_c_interrupts() -> None:
    assert asked("\x04")[0] is None
    with pytest.raises(KeyboardInterrupt):
        asked("\x03")
