"""Where the values stand that are looked at, and how another is put in their place in every module that has them."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import pkgutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import _lru_cache_wrapper, lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

import bot.answering
import bot.asked
import bot.computed
import bot.language
import bot.overheard
import bot.questions


@dataclass(frozen=True)
class Place:
    """A leaf in what a module's name stands for: ``path`` leads to it through tuples, dictionaries and records."""

    module: ModuleType
    name: str
    path: tuple[Any, ...] = ()

    def __str__(self) -> str:
        steps = "".join(f"[{step!r}]" for step in self.path)
        return f"{self.module.__name__.removeprefix('bot.')}.{self.name}{steps}"

    @contextmanager
    def holding(self, value: object) -> Iterator[None]:
        """Another value in this place, for a while."""
        old = vars(self.module)[self.name]
        new = _with(old, self.path, value)
        bound = [module for module in _having(self.name) if vars(module)[self.name] is old]
        for module in bound:
            setattr(module, self.name, new)
        forget()
        try:
            yield
        finally:
            for module in bound:
                setattr(module, self.name, old)
            forget()


def _with(value: Any, path: tuple[Any, ...], leaf: object) -> Any:
    if not path:
        return leaf
    step, rest = path[0], path[1:]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dataclasses.replace(value, **{step: _with(getattr(value, step), rest, leaf)})
    if isinstance(value, dict):
        return {key: _with(each, rest, leaf) if key == step else each for key, each in value.items()}
    parts = [_with(each, rest, leaf) if at == step else each for at, each in enumerate(value)]
    return value._make(parts) if hasattr(value, "_make") else type(value)(parts)


def steps(value: object) -> Iterator[tuple[Any, object]]:
    """The parts of a value, each with the step that leads to it."""
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, (tuple, list)):
        yield from enumerate(value)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        yield from ((each.name, getattr(value, each.name)) for each in dataclasses.fields(value) if each.init)


@lru_cache(maxsize=1)
def modules() -> tuple[ModuleType, ...]:
    """The modules whose parts are looked at."""
    names = [
        found.name
        for package in (bot.questions, bot.language)
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    ]
    return (*map(importlib.import_module, names), bot.answering, bot.asked, bot.computed, bot.overheard)


@lru_cache(maxsize=4096)
def _having(name: str) -> tuple[ModuleType, ...]:
    loaded = [module for key, module in list(sys.modules.items()) if key.startswith("bot.")]
    return tuple(module for module in loaded if name in vars(module))


def forget() -> None:
    """Drop what functions remember of earlier texts."""
    for cached in _remembering():
        cached.cache_clear()


@lru_cache(maxsize=1)
def _remembering() -> tuple[Any, ...]:
    """The functions that remember some of what they were asked; those that keep it for good read the package's files."""
    values = (value for module in modules() for value in vars(module).values())
    return tuple(value for value in values if isinstance(value, _lru_cache_wrapper) and _forgets(value))


def _forgets(remembering: Any) -> bool:
    return remembering.cache_parameters()["maxsize"] is not None


@lru_cache(maxsize=1)
def constants() -> tuple[tuple[ModuleType, str, bool], ...]:
    """The names that modules give a value; whether functions read them, and not other constants alone."""
    return tuple((module, name, name in _read(module)) for module in modules() for name in _assigned(module))


def _assigned(module: ModuleType) -> Iterator[str]:
    for node in _tree(module).body:
        if isinstance(node, (ast.Assign, ast.AnnAssign)):
            targets = [node.target] if isinstance(node, ast.AnnAssign) else node.targets
            yield from (target.id for target in targets if isinstance(target, ast.Name) and target.id in vars(module))


@lru_cache(maxsize=256)
def _read(module: ModuleType) -> frozenset[str]:
    functions = (node for node in ast.walk(_tree(module)) if isinstance(node, (ast.FunctionDef, ast.Lambda)))
    return frozenset(node.id for each in functions for node in ast.walk(each) if isinstance(node, ast.Name))


@lru_cache(maxsize=256)
def _tree(module: ModuleType) -> ast.Module:
    return ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
