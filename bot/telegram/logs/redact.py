"""Keeps the log free of the bot's token and of what people write, their names and their ids.

Three rules, kept in the one filter that all records pass:

- the token is masked, wherever in a record it hides;
- of an exception stand its kind and where it was raised, never its text, which may quote anything;
- of what other programs' loggers say stands the template alone, since their arguments may be whole messages.
"""

from __future__ import annotations

import asyncio
import logging
import traceback
from collections.abc import Iterator
from types import TracebackType
from typing import Any, Final

from bot.settings import Secret
from bot.settings.secret import MASK, without_tokens

_OURS: Final = ("bot", "__main__", "benchmarks", "tools")
"""Loggers whose arguments are known to be harmless."""

_log = logging.getLogger(__name__)


class TokenFilter(logging.Filter):
    """Rewrites records so that message, traceback and stack hold no token and nothing of people.

    A record is formatted here, once, and handed on as plain text.
    """

    def __init__(self, token: Secret | None = None) -> None:
        super().__init__()
        self._token = token

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = self.clean(_message_of(record))
        record.args = None
        if record.exc_info and record.exc_info[1] is not None:
            record.exc_text = "\n".join(_without_texts(record.exc_info[1]))
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
        return without_tokens(text)


def guard_log(token: Secret | None) -> None:
    """Put a :class:`TokenFilter` on every handler of the root logger, in place of an earlier one.

    Handlers and not loggers: a logger's filter does not see what its children log.
    """
    for handler in logging.getLogger().handlers:
        for earlier in [item for item in handler.filters if isinstance(item, TokenFilter)]:
            handler.removeFilter(earlier)
        handler.addFilter(TokenFilter(token))


def guard_loop(loop: asyncio.AbstractEventLoop) -> None:
    """Let what nobody waited for be logged by its kind: the loop itself would print its arguments and results."""
    loop.set_exception_handler(_report)


def _report(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    error = context.get("exception")
    _log.error("A task failed on its own", exc_info=error if isinstance(error, BaseException) else None)


def _message_of(record: logging.LogRecord) -> str:
    if record.name.partition(".")[0] not in _OURS:
        return str(record.msg)
    try:
        return record.getMessage()
    except (TypeError, ValueError, KeyError):
        return str(record.msg)


def _without_texts(error: BaseException) -> Iterator[str]:
    """The traceback as Python prints it, but of each exception only its kind."""
    chain: list[tuple[BaseException, str]] = [(error, "")]
    while (cause := _before(chain[-1][0])) is not None and all(cause[0] is not known for known, _ in chain):
        chain.append(cause)
    for exception, link in reversed(chain):
        yield "Traceback (most recent call last):"
        yield from _frames(exception.__traceback__)
        yield type(exception).__qualname__
        if exception is not error:
            yield f"\n{link}\n"


def _before(error: BaseException) -> tuple[BaseException, str] | None:
    """What led to an exception, and how."""
    if error.__cause__ is not None:
        return error.__cause__, "This was the cause of:"
    if error.__context__ is not None and not error.__suppress_context__:
        return error.__context__, "While this was handled, there came:"
    return None


def _frames(trace: TracebackType | None) -> Iterator[str]:
    for line in traceback.format_tb(trace):
        yield line.rstrip()
