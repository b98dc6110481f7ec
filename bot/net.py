"""A net under the answers: what goes wrong is counted and logged, without a word of the message, and never raised."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterator
from hashlib import blake2b
from secrets import token_bytes
from traceback import extract_tb
from typing import Final, TypeVar

from bot.answers import Context, Reply, Status
from bot.language.basics.detect import detect_language
from bot.replies.apology import apology
from bot.text import normalize

_LOG: Final = logging.getLogger(__name__)
_MOST_FRAMES: Final = 30
"""Frames of a traceback that are logged, the innermost ones."""

Answer = TypeVar("Answer")


class Net:
    """Runs what may fail. ``caught`` counts the failures by what was to be done: ask, press, picture, suggest, explain."""

    def __init__(self) -> None:
        self.caught: Counter[str] = Counter()
        self._key = token_bytes()

    def under(self, deed: str, text: str, work: Callable[[], Answer], instead: Callable[[str], Answer]) -> Answer:
        """What the work gives, or what is said ``instead`` where it fails, with the number by which the log knows it."""
        try:
            return work()
        except Exception as error:  # noqa: BLE001 - the one place for faults of our own: a reader waits for a reply
            self.caught[deed] += 1
            number = self._number(text)
            _LOG.error("Failed to %s, noted as %s:\n%s", deed, number, "\n".join(_told(error)))
            return instead(number)

    def failed_reply(self, text: str, context: Context, number: str) -> Reply:
        """What is said of a message that could not be answered: nothing where nobody spoke to the bot."""
        if not context.addressed:
            return Reply(text, Status.IGNORED, context.language or context.usual_language)
        language = context.language or self.under(
            "tell the language of", text, lambda: detect_language(normalize(text)), lambda _number: None
        )
        return apology(text, language or context.usual_language, number)

    def _number(self, text: str) -> str:
        """A short number of a text: the same again for the same text, and to be guessed by nobody who has the log alone."""
        return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=4, key=self._key).hexdigest()


def _told(error: BaseException) -> Iterator[str]:
    """Where an error was raised, and what each that it came of was; not its message, which may quote the text."""
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        yield f"{type(cause).__name__}{', raised on account of' if _cause_of(cause) else ''}"
        yield from (
            f"  {frame.filename}:{frame.lineno} in {frame.name}"
            for frame in extract_tb(cause.__traceback__, limit=-_MOST_FRAMES)
        )
        cause = _cause_of(cause)


def _cause_of(error: BaseException) -> BaseException | None:
    return error.__cause__ or (None if error.__suppress_context__ else error.__context__)
