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

from bot.knowledge.characters import ODD_SPACE, a_called

_BEFORE: Final = 4_000
_AFTER: Final = 200
"""Characters before and behind the parser's complaint in which slips are looked for."""

_MOST_PARSED: Final = 5_000_000
"""Characters that are parsed again, all in all, to find the slip of one file."""


class Slip(NamedTuple):
    """What was typed at a place of the text, and what to type."""

    offset: int
    message: str
    advice: str


class _Kind(NamedTuple):
    """A kind of slip: how it looks, and what stands in its place when it is put right."""

    pattern: re.Pattern[str]
    right: Callable[[re.Match[str]], str]
    explain: Callable[[re.Match[str]], tuple[str, str]]
    at: int = 0
    """The group of the pattern where the slip is shown."""


_KEY: Final = r"(?:(?<=[\s{,，])|^)([a-z_]+)"
_SEPARATORS: Final = {"，": "a Chinese comma", "、": "a Chinese comma", "；": "a Chinese semicolon", ";": "a semicolon"}
_BRACKETS: Final = {"｛": "{", "｝": "}", "［": "[", "］": "]", "【": "[", "】": "]", "“": '"', "”": '"'}
_INDENTATION: Final = _Kind(
    re.compile(rf"^( *)({ODD_SPACE.pattern}[ \u00a0\u3000]*)", re.MULTILINE),
    lambda match: match[1] + " " * len(match[2]),
    lambda match: (f"the line is indented with {a_called(match[2][0])}", "indent with plain spaces"),
    at=2,
)
_KINDS: Final = (
    _Kind(
        re.compile(rf"{_KEY}[ \u00a0\u3000]*：[ \u00a0\u3000]*", re.MULTILINE),
        lambda match: f"{match[1]}: ",
        lambda match: (f"`{match[1]}：` has a Chinese colon", f"write `{match[1]}: `, a plain colon and a space"),
    ),
    _Kind(
        re.compile(rf"{_KEY}:(?=[^\s/,}}\]])", re.MULTILINE),
        lambda match: f"{match[1]}: ",
        lambda match: (f"`{match[1]}:` has no space behind its colon", f"write `{match[1]}: `"),
    ),
    _INDENTATION,
    _Kind(
        ODD_SPACE,
        lambda match: " ",
        lambda match: (f"{a_called(match[0])} stands here", "write a plain space"),
    ),
    _Kind(
        re.compile(f"([{''.join(_SEPARATORS)}])[ \u3000]*"),
        lambda match: ", ",
        lambda match: (
            f"`{match[1]}` is {_SEPARATORS[match[1]]}",
            "separate items with `, `, a plain comma and a space",
        ),
    ),
    _Kind(
        re.compile(r"^( *(?:- +)*)((?:[-－–—•·])(?=[^\s-])|[－–—•·] )", re.MULTILINE),
        lambda match: f"{match[1]}- ",
        lambda match: _item_mark(match[2][0]),
        at=2,
    ),
    _Kind(
        re.compile(f"[{''.join(_BRACKETS)}]"),
        lambda match: _BRACKETS[match[0]],
        lambda match: (f"`{match[0]}` is {a_called(match[0])}", f"write `{_BRACKETS[match[0]]}`"),
    ),
    _Kind(
        re.compile(r"(?<=\S)[ \t]+(#)(?=[^\s#])"),
        lambda match: " ＃",
        lambda match: ("what stands behind this `#` is read as a comment", "put the whole text in quotes"),
        at=1,
    ),
)


def _item_mark(mark: str) -> tuple[str, str]:
    wrong = "the `-` has no space behind it" if mark == "-" else f"`{mark}` begins no item"
    return wrong, "begin the item with `- `, a plain hyphen and a space"


def slip_in_key(key: str) -> tuple[str, str] | None:
    """What was meant to be a key and its value, and became one key: ``amount:0.3`` in braces."""
    for kind in _KINDS[:2]:
        match = kind.pattern.match(key)
        if match is not None:
            return kind.explain(match)
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
    return Slip(match.start(kind.at), *kind.explain(match))
