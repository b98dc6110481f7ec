"""Questions that could not be answered, in the database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from sqlalchemy import delete, func, select, tuple_

from bot.telegram.chats.database import Database, inserting, opened
from bot.telegram.chats.tables import UNANSWERED
from bot.telegram.chats.unanswered import Question, Unanswered
from bot.text import Language

_MOST_ASKED: Final = (UNANSWERED.c.times.desc(), UNANSWERED.c.day.desc(), UNANSWERED.c.text, UNANSWERED.c.language)


async def add(database: Database, asked: Mapping[Question, int], day: date) -> None:
    """Count these questions as asked so often more on a day."""
    rows = [
        {"text": text, "language": language.value, "day": day, "times": count}
        for (text, language), count in sorted(asked.items())
    ]
    async with database.writing() as connection:
        statement = inserting(connection)(UNANSWERED)
        counted = statement.on_conflict_do_update(
            index_elements=[UNANSWERED.c.text, UNANSWERED.c.language],
            set_={"times": UNANSWERED.c.times + statement.excluded.times, "day": statement.excluded.day},
        )
        await connection.execute(counted, rows)


async def purge(database: Database, asked_before: date, most: int) -> None:
    """Drop what was asked last before a day, and beyond so many those that were asked least."""
    key = tuple_(UNANSWERED.c.text, UNANSWERED.c.language)
    async with database.writing() as connection:
        await connection.execute(delete(UNANSWERED).where(UNANSWERED.c.day < asked_before))
        if (await connection.execute(select(func.count()).select_from(UNANSWERED))).scalar_one() > most:
            kept = select(UNANSWERED.c.text, UNANSWERED.c.language).order_by(*_MOST_ASKED).limit(most)
            await connection.execute(delete(UNANSWERED).where(key.not_in(kept)))


async def read_unanswered(address: Path | str) -> Sequence[Unanswered]:
    """All that is kept in the SQLite file or at the address of PostgreSQL, what was asked most first.

    Raises:
        StoreError: it cannot be used; the text says why.
    """
    database = await opened(address)
    try:
        return await most_asked(database)
    finally:
        await database.close()


async def most_asked(database: Database) -> Sequence[Unanswered]:
    """All that is kept, what was asked most first."""
    async with database.reading() as connection:
        rows = (await connection.execute(select(UNANSWERED).order_by(*_MOST_ASKED))).all()
    known = set(Language)
    return [Unanswered(row.text, Language(row.language), row.day, row.times) for row in rows if row.language in known]
