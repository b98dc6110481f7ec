"""Questions to the bot that it could not answer, for those who maintain its knowledge: no person, no chat, no time."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from bot.telegram.chats.anonymous import anonymous
from bot.telegram.chats.storage import Storage
from bot.text import Language

if TYPE_CHECKING:
    from bot.telegram.chats.database import Database

MOST_WAITING: Final = 500
"""Different questions that wait to be written; where the database is gone for long, further ones are not kept."""

MOST_KEPT: Final = 5_000
KEPT_DAYS: Final = 180
"""A question that was not asked for so long goes, and of too many those that were asked least."""


class Question(NamedTuple):
    """What was asked in vain, without what could tell who asked."""

    text: str
    language: Language


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question, on which day it was asked last, and how often."""

    text: str
    language: Language
    day: date
    count: int


class Noting(Protocol):
    """Notes what could not be answered."""

    @property
    def keeps(self) -> bool:
        """Whether anything is kept."""
        ...

    def note(self, text: str, language: Language) -> None: ...


class NotNoting:
    """Nothing of what could not be answered is kept."""

    keeps: bool = False

    def note(self, text: str, language: Language) -> None:
        """Forget it."""


class KeptQuestions:
    """Notes in the database, some at a time, so that no answer waits for it."""

    keeps: bool = True

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self._waiting: Counter[Question] = Counter()

    def note(self, text: str, language: Language) -> None:
        question = Question(anonymous(text), language)
        if question.text and (question in self._waiting or len(self._waiting) < MOST_WAITING):
            self._waiting[question] += 1
            self._storage.want()

    @property
    def is_unsaved(self) -> bool:
        return bool(self._waiting)

    async def beat(self, database: Database) -> None:
        """Write what waits.

        Raises:
            StoreError: the database failed; it waits on.
        """
        if not self._waiting:
            return
        from bot.telegram.chats.unanswered_table import add

        written = Counter(self._waiting)
        await add(database, written, today())
        self._waiting -= written

    async def tidy(self, database: Database) -> None:
        """Drop what nobody asks any more, and what is too much.

        Raises:
            StoreError: the database failed.
        """
        from bot.telegram.chats.unanswered_table import purge

        await purge(database, today() - timedelta(days=KEPT_DAYS), MOST_KEPT)


def today() -> date:
    return datetime.now(UTC).date()
