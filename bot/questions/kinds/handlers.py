"""All pattern handlers: every module of this package that has a ``HANDLER``."""

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
    """The handlers by kind, in the order of :class:`Kind`."""
    modules = (
        importlib.import_module(f"bot.questions.kinds.{found.name}")
        for found in pkgutil.iter_modules(bot.questions.kinds.__path__)
    )
    found = {module.HANDLER.kind: module.HANDLER for module in modules if hasattr(module, "HANDLER")}
    return {kind: found[kind] for kind in Kind}
