"""The keys of the corpus: one that nothing is held against is refused, with its file and line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

_Path = tuple[int | str, ...]

_CASE = frozenset({"ask", "lang", "expect", "group", "now"})
_PART = frozenset({"status", "results", "also", "difference", "facts", "text_has"})
_EXPECT = _PART | {"kind", "winner", "first", "some", "none"}
_TURN = frozenset(
    {"ask", "status", "kind", "lang", "winner", "fact", "text_has", "subject", "value", "range", "unit", "side", "per", "free",
     "subjects", "values", "results", "some"}
)  # fmt: skip
_RESULT = frozenset(
    {"subject", "value", "range", "unit", "per", "side", "free", "role", "given", "as_of", "source", "model_status", "seller",
     "condition", "from", "until", "checked", "million"}
)  # fmt: skip
_RESULTS = ("results", "also", "difference", "first", "some", "none")


def refuse_unknown_keys(path: Path, cases: list[Any]) -> None:
    """Raise what names the file and line of the first key of a question or conversation that means nothing."""
    for where in _unknown_keys(cases):
        raise ValueError(f"{path}:{_line(path, where)}: unknown key {where[-1]!r}")


def _unknown_keys(cases: list[Any]) -> Iterator[_Path]:
    for number, case in enumerate(cases):
        if isinstance(case, list):
            for at, turn in enumerate(case):
                yield from _of(turn, _TURN, (number, at))
        elif isinstance(case, dict) and "turns" in case:
            for at, turn in enumerate(case["turns"]):
                yield from _of(turn, _TURN, (number, "turns", at))
        elif isinstance(case, dict) and "expect" in case:
            yield from _of_question(case, (number,))


def _of_question(case: dict[str, Any], where: _Path) -> Iterator[_Path]:
    yield from _of(case, _CASE, where)
    expected = case["expect"]
    if isinstance(expected, list):
        for at, part in enumerate(expected):
            yield from _of(part, _PART, (*where, "expect", at))
    else:
        yield from _of(expected, _EXPECT, (*where, "expect"))


def _of(body: dict[str, Any], known: frozenset[str], where: _Path) -> Iterator[_Path]:
    yield from ((*where, key) for key in body if key not in known)
    for key in _RESULTS:
        results = body.get(key, ())
        for at, result in enumerate(results if isinstance(results, (list, tuple)) else (results,)):
            steps: _Path = (at,) if isinstance(results, list) else ()
            yield from ((*where, key, *steps, each) for each in result if each not in _RESULT)


def _line(path: Path, where: _Path) -> int:
    """The line of a key, for which the file is read once more."""
    node: Any = yaml.compose(path.read_text(encoding="utf-8"))
    line = 1
    for step in where:
        if isinstance(node, yaml.MappingNode):
            key, node = next((key, value) for key, value in node.value if key.value == step)
            line = key.start_mark.line + 1
        else:
            node = node.value[step]
    return line
