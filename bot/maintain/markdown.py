"""Reports in Markdown: headings, tables and lists that are cut where they grow long, with what is foreign made harmless."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from bot.knowledge.characters import harmless
from bot.knowledge.entries import Wording
from bot.text import Language

LONGEST: Final = 240
"""Characters of a text that are shown."""

_MARKS: Final = re.compile(r"([\\`*_\[\]<>|#~])")
AND_MORE: Final = Wording(zh="……还有 {n} 项", en="… and {n} more")


def said(text: str) -> str:
    """A foreign text as it stands within a line: on one line, of bounded length, without a meaning to Markdown."""
    return _MARKS.sub(r"\\\1", harmless(" ".join(text.split()), LONGEST))


def code(text: str) -> str:
    """An id or file name."""
    return f"`{harmless(text, LONGEST).replace('`', chr(0x27)).replace('|', '¦')}`"


def heading(text: str, level: int = 2) -> Iterator[str]:
    yield ""
    yield f"{'#' * level} {text}"
    yield ""


def table(head: Sequence[str], rows: Sequence[Sequence[str]], most: int, language: Language) -> Iterator[str]:
    """A table of the first ``most`` rows, and how many more there are. The cells are Markdown already."""
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    yield from (f"| {' | '.join(row)} |" for row in rows[:most])
    yield from _more(len(rows) - most, language, "")


def bullets(items: Sequence[str], most: int, language: Language) -> Iterator[str]:
    """A list of the first ``most`` items, and how many more there are."""
    yield from (f"- {item}" for item in items[:most])
    yield from _more(len(items) - most, language, "- ")


def _more(left_out: int, language: Language, mark: str) -> Iterator[str]:
    if left_out > 0:
        if not mark:
            yield ""
        yield f"{mark}{AND_MORE.within(language).format(n=f'{left_out:,}')}"


def joined(parts: Iterable[str], language: Language) -> str:
    """Parts of a line behind one another."""
    return (", " if language is Language.EN else "，").join(filter(None, parts))


def after_colon(what: str, text: str, language: Language) -> str:
    """What a text is of, and the text."""
    return f"{what}: {text}" if language is Language.EN else f"{what}：{text}"
