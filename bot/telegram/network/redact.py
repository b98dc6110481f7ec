"""Keeps the bot's token out of the log, wherever in a record it hides, and what people write."""

from __future__ import annotations

import logging
import re
from typing import Final

from bot.settings import Secret

MASK: Final = "<token>"

_ANY_TOKEN: Final = re.compile(r"(?<![0-9])[0-9]{4,20}:[A-Za-z0-9_-]{30,64}")
"""The shape of a token: also one of another bot, or one that was mistyped."""

_FORMATTER: Final = logging.Formatter()


class TokenFilter(logging.Filter):
    """Rewrites records so that message, arguments, traceback and stack hold no token.

    The library prints the token in ``repr`` of its objects and in messages of its errors, so a record is formatted
    here, once, and handed on as plain text.
    """

    def __init__(self, token: Secret | None = None) -> None:
        super().__init__()
        self._token = token

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = self.clean(_message_of(record))
        record.args = None
        if record.exc_info and not record.exc_text:
            record.exc_text = _FORMATTER.formatException(record.exc_info) if record.exc_info[0] else None
        if record.exc_text:
            record.exc_text = self.clean(record.exc_text)
        record.exc_info = None
        if record.stack_info:
            record.stack_info = self.clean(record.stack_info)
        return True

    def clean(self, text: str) -> str:
        """The text with every token in it masked."""
        if self._token is not None:
            text = text.replace(self._token.reveal(), MASK)
        return _ANY_TOKEN.sub(MASK, text)


def _message_of(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except (TypeError, ValueError, KeyError):
        return str(record.msg)


_TALKATIVE: Final = ("telegram.Bot", "telegram.ext.ExtBot", "telegram.ext.Application", "aiosqlite")
"""Loggers that at DEBUG write out what people wrote, and their ids."""


def guard_log(token: Secret | None) -> None:
    """Put a :class:`TokenFilter` on every handler of the root logger, in place of an earlier one.

    Handlers and not loggers: a logger's filter does not see what its children log. Libraries that log whole messages
    are kept from it: the bot promises that its log holds none.
    """
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.INFO)
    for handler in logging.getLogger().handlers:
        for earlier in [item for item in handler.filters if isinstance(item, TokenFilter)]:
            handler.removeFilter(earlier)
        handler.addFilter(TokenFilter(token))
