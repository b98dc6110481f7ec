"""Questions at a terminal, answered a line each, with editing and completion."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from bot.terminal.streams import Streams, decodable

if TYPE_CHECKING:
    from prompt_toolkit.completion import Completer

_FAINT: Final = "2"


class Prompting:
    """Asks for lines where somebody is there to answer."""

    def __init__(self, streams: Streams, *, colours: bool) -> None:
        self._streams = streams
        self._colours = colours

    def __call__(self, label: str, explained: str, proposed: str, known: Sequence[str]) -> str | None:
        """The answer to a question; what is proposed stands there to be taken or changed. Nothing where input ends.

        Raises:
            KeyboardInterrupt: Ctrl-C was typed.
        """
        from prompt_toolkit import prompt

        if explained:
            self._streams.say(f"\x1b[{_FAINT}m{explained}\x1b[0m" if self._colours else explained)
        try:
            answer = prompt(
                label if label.endswith(" ") else f"{label}: ",
                default=proposed,
                completer=completer_of(known),
            )
        except EOFError:
            return None
        return decodable(answer)


def completer_of(known: Sequence[str]) -> Completer | None:
    """Offers what is known that holds what has been typed."""
    from prompt_toolkit.completion import WordCompleter

    return WordCompleter(list(known), ignore_case=True, match_middle=True, sentence=True) if known else None
