"""What all commands begin with: their settings, their knowledge, their language."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bot.settings import Settings, from_environment
from bot.settings.variables import FOR_ALL
from bot.terminal.streams import Streams
from bot.text import Language

if TYPE_CHECKING:
    from bot.engine import Engine

OK: Final = 0
FAILED: Final = 1

Command = Callable[[argparse.Namespace, Streams, Mapping[str, str]], int]
"""What a command does with its options, the streams and the environment; gives the exit status."""


def settings_of(options: argparse.Namespace, environ: Mapping[str, str], *variables: str) -> Settings:
    """The settings that the command needs, so that others cannot fail it: its options first, the environment then."""
    wanted = {*variables, *FOR_ALL} - ({"PRICEBOT_KNOWLEDGE"} if options.knowledge is not None else set())
    settings = from_environment({name: environ[name] for name in wanted if name in environ})
    return settings if options.knowledge is None else replace(settings, knowledge=options.knowledge)


def engine_of(settings: Settings) -> Engine:
    from bot.engine import Engine
    from bot.knowledge.load import load_knowledge

    return Engine(load_knowledge(settings.knowledge))


def language_of_terminal(environ: Mapping[str, str]) -> Language:
    """That of the locale, else the one that is set for the bot, else English."""
    from bot.terminal.texts import language_of_locale

    named = {name: value for name, value in environ.items() if name == "PRICEBOT_LANG" and value}
    return language_of_locale(environ, from_environment(named).language if named else Language.EN)
