"""What the bot tells Telegram about itself: menus of commands, description, about text."""

from __future__ import annotations

import logging
from functools import partial
from typing import Final

from telegram import Bot, BotCommand
from telegram.error import TelegramError

from bot.telegram.network.calls import call
from bot.telegram.texts.about import WORDS, Words
from bot.text import Language

_LANGUAGES: Final = {None: Language.EN, "zh": Language.ZH_HANS}
"""Language codes of clients (ISO 639-1, so one for all Chinese), and their words; ``None``: all others."""

_log = logging.getLogger(__name__)


async def introduce(bot: Bot) -> None:
    """Set menus and texts, each where it is not set yet. The name is left to the owner of the bot.

    The bot answers without them, so a failure is no more than a line in the log.
    """
    try:
        for tag, language in _LANGUAGES.items():
            await _introduce(bot, tag, WORDS[language])
    except TelegramError as error:
        _log.warning("The bot's menu and description were not set: %s", error.message)


async def _introduce(bot: Bot, tag: str | None, words: Words) -> None:
    menu = [BotCommand(name, label) for name, label in words.menu.items()]
    await call(partial(bot.set_my_commands, menu, language_code=tag), repeatable=True)
    description = await call(partial(bot.get_my_description, language_code=tag), repeatable=True)
    if description.description != words.description:
        await call(partial(bot.set_my_description, words.description, language_code=tag), repeatable=True)
    about = await call(partial(bot.get_my_short_description, language_code=tag), repeatable=True)
    if about.short_description != words.about:
        await call(partial(bot.set_my_short_description, words.about, language_code=tag), repeatable=True)
