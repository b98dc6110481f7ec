"""All kinds of questions: every module of this package that has a ``HANDLER``."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import lru_cache

import bot.questions.kinds
from bot.question import Kind
from bot.questions.frames.handler import Handler


@lru_cache(maxsize=1)
def handlers() -> Mapping[Kind, Handler]:
    """The handlers by kind, in the order of their precedence.

    Raises ``ValueError`` where two kinds share a name or a letter.
    """
    modules = (
        importlib.import_module(f"bot.questions.kinds.{found.name}")
        for found in pkgutil.iter_modules(bot.questions.kinds.__path__)
    )
    found = sorted((module.HANDLER for module in modules if hasattr(module, "HANDLER")), key=_precedence)
    for names in ([handler.kind for handler in found], [handler.letter for handler in found]):
        twice = {name for name in names if names.count(name) > 1}
        if twice:
            raise ValueError(f"two kinds of questions are called {min(twice)!r}")
    return {handler.kind: handler for handler in found}


def _precedence(handler: Handler) -> int:
    return handler.precedence


def shown() -> tuple[Handler, ...]:
    """The handlers in the order in which their examples are shown."""
    return tuple(sorted(handlers().values(), key=lambda handler: handler.place))


def kind_of_letter(letter: str) -> Kind | None:
    """The kind whose codes begin with a letter; ``None`` for a letter of none."""
    return next((kind for kind, handler in handlers().items() if handler.letter == letter), None)
