"""Slips of the keyboard that YAML takes for something else: Chinese punctuation, odd spaces, a space left out.

Where a file cannot be parsed, the parser's word is of little use to who typed ``amount：0.3``. So what looks like a slip
near the place is put right, in turn, and the file is parsed again: the slip whose mending lets the parser get further
is the cause, and is what the maintainer is told of.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, Final, NamedTuple

import yaml

from bot.knowledge.characters import ODD_SPACE, called
from bot.knowledge.messages import yaml as says
from bot.knowledge.messages.message import Message, Term

_BEFORE: Final = 4_000
_AFTER: Final = 200
"""Characters before and behind the parser's complaint in which slips are looked for."""

_MOST_PARSED: Final = 5_000_000
"""Characters that are parsed again, all in all, to find the slip of one file."""


class Slip(NamedTuple):
    """What was typed at a place of the text, and what to type."""

    offset: int
    said: Message
    parts: dict[str, str | Term]


class _Kind(NamedTuple):
    """A kind of slip: how it looks, and what stands in its place when it is put right."""

    pattern: re.Pattern[str]
    right: Callable[[re.Match[str]], str]
    said: Callable[[re.Match[str]], tuple[Message, dict[str, str | Term]]]
    at: int = 0
    """The group of the pattern where the slip is shown."""


_KEY: Final = r"(?:(?<=[\s{,，])|^)([a-z_]+)"
_SEPARATORS: Final = {
    "，": says.CHINESE_COMMA, "、": says.CHINESE_COMMA, "；": says.SEMICOLON, ";": says.SEMICOLON
}  # fmt: skip
_BRACKETS: Final = {"｛": "{", "｝": "}", "［": "[", "］": "]", "【": "[", "】": "]", "“": '"', "”": '"'}
_INDENTATION: Final = _Kind(
    re.compile(rf"^( *)({ODD_SPACE.pattern}[ \u00a0\u3000]*)", re.MULTILINE),
    lambda match: match[1] + " " * len(match[2]),
    lambda match: (says.ODD_INDENT, {"character": called(match[2][0])}),
    at=2,
)
_KINDS: Final = (
    _Kind(
        re.compile(rf"{_KEY}[ \u00a0\u3000]*：[ \u00a0\u3000]*", re.MULTILINE),
        lambda match: f"{match[1]}: ",
        lambda match: (says.CHINESE_COLON, {"key": match[1]}),
    ),
    _Kind(
        re.compile(rf"{_KEY}:(?=[^\s/,}}\]])", re.MULTILINE),
        lambda match: f"{match[1]}: ",
        lambda match: (says.NO_SPACE_BEHIND_COLON, {"key": match[1]}),
    ),
    _INDENTATION,
    _Kind(
        ODD_SPACE,
        lambda match: " ",
        lambda match: (says.ODD_SPACE, {"character": called(match[0])}),
    ),
    _Kind(
        re.compile(f"([{''.join(_SEPARATORS)}])[ \u3000]*"),
        lambda match: ", ",
        lambda match: (_SEPARATORS[match[1]], {"sign": match[1]}),
    ),
    _Kind(
        re.compile(r"^( *(?:- +)*)((?:[-－–—•·])(?=[^\s-])|[－–—•·] )", re.MULTILINE),
        lambda match: f"{match[1]}- ",
        lambda match: (
            says.NO_SPACE_BEHIND_HYPHEN if match[2][0] == "-" else says.ODD_HYPHEN,
            {"sign": match[2][0]},
        ),
        at=2,
    ),
    _Kind(
        re.compile(f"[{''.join(_BRACKETS)}]"),
        lambda match: _BRACKETS[match[0]],
        lambda match: (
            says.CHINESE_SIGN,
            {"sign": match[0], "character": called(match[0]), "plain": _BRACKETS[match[0]]},
        ),
    ),
    _Kind(
        re.compile(r"(?<=\S)[ \t]+(#)(?=[^\s#])"),
        lambda match: " ＃",
        lambda match: (says.HASH, {}),
        at=1,
    ),
)


def slip_in_key(key: str) -> Slip | None:
    """What was meant to be a key and its value, and became one key: ``amount:0.3`` in braces."""
    for kind in _KINDS[:2]:
        match = kind.pattern.match(key)
        if match is not None:
            return _slip(kind, match)
    return None


def find_slip(text: str, since: int, until: int) -> Slip | None:
    """The slip that keeps the parser from reading on at ``until``; ``since`` is how far it had got."""
    start = text.rfind("\n", 0, max(since, until - _BEFORE, 0)) + 1
    line_end = text.find("\n", until, until + _AFTER)
    end = line_end if line_end >= 0 else min(len(text), until + _AFTER)
    tries = _MOST_PARSED // max(until, 1_000)
    for kind, matches in islice(_suspects(text, start, end, until), tries):
        if _reads_further(text, kind, matches, until):
            return _slip(kind, matches[0])
    odd = _INDENTATION.pattern.search(text, start, end)
    return _slip(_INDENTATION, odd) if odd is not None else None


def _suspects(text: str, start: int, end: int, until: int) -> Iterator[tuple[_Kind, list[re.Match[str]]]]:
    """What may be slips: of each kind one at a time, the nearest first, and then all at once."""
    for kind in _KINDS:
        found = list(kind.pattern.finditer(text, start, end))
        yield from ((kind, [match]) for match in sorted(found, key=lambda match: abs(until - match.end())))
        if len(found) > 1:
            yield kind, found


def _reads_further(text: str, kind: _Kind, matches: list[re.Match[str]], until: int) -> bool:
    """Whether the parser gets beyond the place where it stopped, once these are put right."""
    mended, last = "", 0
    for match in matches:
        mended += text[last : match.start()] + kind.right(match)
        last = match.end()
    mended += text[last:]
    until += len(mended) - len(text)
    try:
        event: Any  # its classes come without types
        for event in yaml.parse(mended, Loader=yaml.CSafeLoader):
            if event.start_mark.index > until:
                break
    except yaml.MarkedYAMLError as error:
        return error.problem_mark is not None and error.problem_mark.index > until
    return True


def _slip(kind: _Kind, match: re.Match[str]) -> Slip:
    return Slip(match.start(kind.at), *kind.said(match))
