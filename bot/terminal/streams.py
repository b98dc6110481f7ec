"""Standard input and output: UTF-8 whatever the locale, lines of bounded length."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, TextIO

from bot.text import MAX_TEXT_LENGTH

_MAX_LINE_BYTES: Final = 4 * (MAX_TEXT_LENGTH + 2)
"""What is kept of a line: a character takes up to 4 bytes in UTF-8, and a mark or a line end may come on top."""


@dataclass(frozen=True, slots=True)
class Streams:
    """Where a command reads and writes."""

    input: BinaryIO
    output: TextIO
    errors: TextIO

    def say(self, text: str = "") -> None:
        """Write a line of output at once, so that whoever reads along sees it."""
        self.output.write(text + "\n")
        self.output.flush()

    def complain(self, text: str) -> None:
        """Write a line to standard error."""
        self.errors.write(f"pricebot: {text}\n")
        self.errors.flush()


def standard_streams() -> Streams:
    """The process's own streams; one that is closed reads as empty and swallows what is written."""
    return Streams(
        input=io.BytesIO() if sys.stdin is None else sys.stdin.buffer,
        output=_utf8(sys.stdout),
        errors=_utf8(sys.stderr),
    )


def _utf8(stream: TextIO | None) -> TextIO:
    if stream is None:
        return Path(os.devnull).open("w", encoding="utf-8")
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="replace")
    return stream


def is_terminal(stream: BinaryIO | TextIO) -> bool:
    return not stream.closed and stream.isatty()


def lines(stream: BinaryIO) -> Iterator[str]:
    """The lines of a stream as they come, without their ends, cut where they are longer than is ever read.

    A cut line is still longer than ``MAX_TEXT_LENGTH``, so that :func:`bounded` notices.
    """
    first = True
    while line := stream.readline(_MAX_LINE_BYTES):
        if not line.endswith(b"\n"):
            _skip_rest_of_line(stream)
        text = line.decode("utf-8-sig" if first else "utf-8", "replace")
        first = False
        yield text.removesuffix("\n").removesuffix("\r")


def _skip_rest_of_line(stream: BinaryIO) -> None:
    while (rest := stream.readline(1 << 16)) and not rest.endswith(b"\n"):
        pass


def decodable(text: str) -> str:
    """An argument as its bytes in UTF-8, which a locale may not have read, with replacements for what is no text."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _bytes_of(text).decode("utf-8", "replace")
    return text


def _bytes_of(text: str) -> bytes:
    try:
        return os.fsencode(text)
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")


def bounded(text: str, streams: Streams, what: str = "the text") -> str:
    """The text, cut to ``MAX_TEXT_LENGTH`` characters; says so on standard error where that takes something away."""
    if len(text) <= MAX_TEXT_LENGTH:
        return text
    streams.complain(f"{what} is longer than {MAX_TEXT_LENGTH:,} characters; the rest was left out.")
    return text[:MAX_TEXT_LENGTH]
