"""The local chat in a terminal, with editing and history, and the plain one for piped input."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bot.terminal.chat import Chat, Said
from bot.terminal.streams import Streams, bounded, decodable, is_terminal, lines

if TYPE_CHECKING:
    from prompt_toolkit import PromptSession
    from prompt_toolkit.history import History
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

_BOLD: Final = "1"
_CYAN: Final = "36"
_FAINT: Final = "2"


class Display:
    """Writes what the chat says, with colours where they are wanted."""

    def __init__(self, streams: Streams, *, colours: bool) -> None:
        self._streams = streams
        self.colours = colours

    def show(self, said: Said) -> None:
        """Show it, with a blank line below so that answers stand apart."""
        shown = [self._painted(said.heard, _FAINT), self._painted(said.lead, _BOLD), said.rest]
        shown += [f"  {self._painted(str(number), _CYAN)}  {label}" for number, label in enumerate(said.choices, 1)]
        shown.append(self._painted(said.note, _FAINT))
        self._streams.say("\n".join(part for part in shown if part) + ("" if said.leaving else "\n"))

    def echo(self, line: str) -> None:
        self._streams.say(f"> {line}")

    def _painted(self, text: str, colour: str) -> str:
        return f"\x1b[{colour}m{text}\x1b[0m" if self.colours and text else text


def talk(chat: Chat, streams: Streams, environ: Mapping[str, str]) -> None:
    """Chat until the input ends or somebody leaves."""
    at_terminal = is_terminal(streams.input) and is_terminal(streams.output)
    display = Display(streams, colours=is_terminal(streams.output) and not environ.get("NO_COLOR"))
    if at_terminal:
        talk_at_terminal(chat, display, terminal_session(chat, environ, colours=display.colours))
    else:
        talk_through_pipe(chat, display, streams)


def talk_through_pipe(chat: Chat, display: Display, streams: Streams) -> None:
    """Answer line by line. Each line is repeated above its answer, since no terminal shows it.

    Where there is nothing to read at all, an example shows what the bot does.
    """
    asked = False
    for number, line in enumerate(lines(streams.input), start=1):
        if not line.strip():
            continue
        asked = True
        said = _exchange(chat, display, bounded(line, streams, f"line {number}"))
        if said.leaving:
            return
    example = chat.example()
    if not asked and example:
        _exchange(chat, display, example)


def _exchange(chat: Chat, display: Display, line: str) -> Said:
    display.echo(line)
    said = chat.hear(line)
    display.show(said)
    return said


def talk_at_terminal(chat: Chat, display: Display, session: PromptSession[str]) -> None:
    """Greet, and answer until somebody leaves with /quit, Ctrl-D or Ctrl-C."""
    display.show(chat.greet())
    while True:
        try:
            line = session.prompt()
        except (EOFError, KeyboardInterrupt):
            display.show(chat.farewell())
            return
        if not line.strip():
            continue
        said = chat.hear(decodable(line))
        display.show(said)
        if said.leaving:
            return


def terminal_session(chat: Chat, environ: Mapping[str, str], *, colours: bool) -> PromptSession[str]:
    """A prompt with history across chats, suggestions from it, and completion of commands and examples."""
    from prompt_toolkit import PromptSession
    from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
    from prompt_toolkit.completion import DynamicCompleter, WordCompleter
    from prompt_toolkit.formatted_text import FormattedText
    from prompt_toolkit.output import ColorDepth

    return PromptSession(
        FormattedText([("bold ansicyan" if colours else "", "> ")]),
        history=_history(environ),
        auto_suggest=AutoSuggestFromHistory(),
        completer=DynamicCompleter(lambda: WordCompleter(list(chat.completions()), sentence=True)),
        complete_while_typing=False,
        color_depth=None if colours else ColorDepth.DEPTH_1_BIT,
        key_bindings=_key_bindings(),
    )


def _key_bindings() -> KeyBindings:
    from prompt_toolkit.key_binding import KeyBindings

    bindings = KeyBindings()

    @bindings.add("c-c")
    def _(event: KeyPressEvent) -> None:
        """Ctrl-C drops the line that was begun; with none begun it leaves."""
        buffer = event.current_buffer
        if buffer.text:
            buffer.reset()
        else:
            event.app.exit(exception=KeyboardInterrupt)

    return bindings


def history_file(environ: Mapping[str, str]) -> Path:
    """Where the lines typed so far are kept, in the user's folder for such state.

    Raises:
        RuntimeError: the user has no home folder.
    """
    state = environ.get("XDG_STATE_HOME", "")
    root = Path(state) if Path(state).is_absolute() else Path.home() / ".local" / "state"
    return root / "pricebot" / "history"


def _history(environ: Mapping[str, str]) -> History:
    """The history in a file that only its owner reads, or in memory where no such file can be written."""
    from prompt_toolkit.history import FileHistory, InMemoryHistory

    try:
        file = history_file(environ)
        file.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(file, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600))
    except (OSError, RuntimeError):
        return InMemoryHistory()
    return FileHistory(file)
