"""Regular expressions read alike on every Python: none lets a possessive group choose or repeat inside.

Builds of Python 3.11 before 3.11.5 leave such a group at the wrong place, which makes a loop go on for ever.
"""

from __future__ import annotations

import ast
import contextlib
import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

import bot

ops: Any = importlib.import_module("re._constants")
parser: Any = importlib.import_module("re._parser")

ROOT = Path(bot.__file__).parent
MODULES = sorted(name for _, name, _ in pkgutil.walk_packages(bot.__path__, "bot.") if not name.endswith("__main__"))
REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT)


def patterns(value: object) -> Iterator[re.Pattern[Any]]:
    """The compiled patterns in a value of a module."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        yield from patterns(list(value.items()))
    elif isinstance(value, (tuple, list, set, frozenset)):
        for part in value:
            yield from patterns(part)


def choices(items: Iterable[tuple[Any, Any]], possessive: bool = False) -> Iterator[str]:
    """What inside a possessive or atomic group of a parsed pattern may be matched in more than one way."""
    for op, argument in items:
        if possessive and (op in (ops.BRANCH, ops.POSSESSIVE_REPEAT) or (op in REPEATS and argument[0] != argument[1])):
            yield str(op)
        inside = possessive or op in (ops.POSSESSIVE_REPEAT, ops.ATOMIC_GROUP)
        for part in _subpatterns(argument):
            yield from choices(part, inside)


def _subpatterns(argument: Any) -> Iterator[Any]:
    if isinstance(argument, parser.SubPattern):
        yield argument
    elif isinstance(argument, (tuple, list)):
        for part in argument:
            yield from _subpatterns(part)


def found(pattern: str | bytes, flags: int = 0) -> list[str]:
    return list(choices(parser.parse(pattern, flags)))


@pytest.mark.parametrize(
    "pattern", [r"(?:a++|b)*+", r"(?:ab?c)++", r"(?>a|ab)c", r"(?:x(?:a|b[cd]))?+", r"((?:a++)++)b"]
)
def test_a_possessive_group_that_may_choose_is_found(pattern: str) -> None:
    assert found(pattern)


@pytest.mark.parametrize("pattern", [r"a++b*+", r"(?:a++|b)*", r"(?:,[0-9]{3})++(?![0-9])", r"(?:a|b)++c", r"(?>abc)"])
def test_others_are_left_alone(pattern: str) -> None:
    """Single characters to choose from are a class, in which there is nothing to go back to."""
    assert found(pattern) == []


def test_no_possessive_group_may_choose() -> None:
    modules = map(importlib.import_module, MODULES)
    compiled = {each for module in modules for value in vars(module).values() for each in patterns(value)}
    assert {each.pattern: told for each in compiled if (told := found(each.pattern, each.flags))} == {}


def test_no_pattern_in_a_function_may_choose() -> None:
    """Patterns that are made while the program runs stand in its sources as texts: each that reads as one is looked at."""
    wrong = {}
    for path in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and "+" in node.value:
                with contextlib.suppress(re.error):
                    if found(node.value, re.VERBOSE if "\n" in node.value else 0):
                        wrong[f"{path}:{node.lineno}"] = node.value
    assert wrong == {}
