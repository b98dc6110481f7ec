"""What the bot tells Telegram about itself: menus of commands, description, about text."""

from __future__ import annotations

import logging
from typing import Final

from telegram.error import TelegramError

from bot.telegram.network.calls import call
from bot.telegram.network.wire import Wire
from bot.telegram.texts.about import WORDS, Words
from bot.text import Language

_LANGUAGES: Final = {None: Language.EN, "zh": Language.ZH_HANS}
"""Language codes of clients (ISO 639-1, so one for all Chinese), and their words; ``None``: all others."""

_log = logging.getLogger(__name__)


async def introduce(wire: Wire) -> None:
    """Set menus and texts, each where it is not set yet. The name is left to the owner of the bot.

    The bot answers without them, so a failure is no more than a line in the log.
    """
    try:
        for tag, language in _LANGUAGES.items():
            await _introduce(wire, tag, WORDS[language])
    except TelegramError as error:
        _log.warning("The bot's menu and description were not set: %s", error.message)


async def _introduce(wire: Wire, tag: str | None, words: Words) -> None:
    menu = [{"command": name, "description": label} for name, label in words.menu.items()]
    await _call(wire, "setMyCommands", tag, commands=menu)
    for part, text, method in (
        ("description", words.description, "MyDescription"),
        ("short_description", words.about, "MyShortDescription"),
    ):
        told = await _call(wire, f"get{method}", tag)
        if not isinstance(told, dict) or told.get(part) != text:
            await _call(wire, f"set{method}", tag, **{part: text})


async def _call(wire: Wire, method: str, tag: str | None, **arguments: object) -> object:
    return await call(lambda: wire.call(method, {"language_code": tag, **arguments}), repeatable=True)
