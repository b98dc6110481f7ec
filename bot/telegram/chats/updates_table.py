"""Updates in the database: who answers which, and the content of those that wait."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.telegram.chats.database import Database, inserting
from bot.telegram.chats.ledger import KeptUpdate
from bot.telegram.chats.tables import ANSWERS, WAITING

NOBODY: Final = ""
"""Owner of what was answered."""


async def claim(
    connection: AsyncConnection, numbers: Collection[int], owner: str, now: float, until: float
) -> Mapping[int, float | None]:
    """Claim updates; by number ``None`` where that succeeded, else until when somebody else has it.

    Infinity stands for what was answered.
    """
    rows = [{"update_id": number, "owner": owner, "until": until} for number in sorted(numbers)]
    statement = inserting(connection)(ANSWERS)
    free = (ANSWERS.c.until < now) | (ANSWERS.c.owner == owner)
    claimed = statement.on_conflict_do_update(
        index_elements=[ANSWERS.c.update_id],
        set_={"owner": statement.excluded.owner, "until": statement.excluded.until},
        where=free,
    ).returning(ANSWERS.c.update_id)
    ours = set((await connection.execute(claimed, rows)).scalars().all())
    others = [number for number in numbers if number not in ours]
    found: dict[int, float | None] = dict.fromkeys(numbers)
    if others:
        columns = select(ANSWERS.c.update_id, ANSWERS.c.owner, ANSWERS.c.until)
        for row in await connection.execute(columns.where(ANSWERS.c.update_id.in_(others))):
            found[row.update_id] = row.until if row.owner else float("inf")
    return found


async def finish(connection: AsyncConnection, numbers: Collection[int], until: float) -> None:
    """Note that these were answered, and drop what was kept of them."""
    if not numbers:
        return
    rows = [{"update_id": number, "owner": NOBODY, "until": until} for number in sorted(numbers)]
    statement = inserting(connection)(ANSWERS)
    answered = statement.on_conflict_do_update(
        index_elements=[ANSWERS.c.update_id],
        set_={"owner": statement.excluded.owner, "until": statement.excluded.until},
    )
    await connection.execute(answered, rows)
    await connection.execute(delete(WAITING).where(WAITING.c.update_id.in_(sorted(numbers))))


async def keep(connection: AsyncConnection, updates: Sequence[KeptUpdate]) -> None:
    """Keep these updates, which are claimed."""
    rows = [{"update_id": item.number, "body": item.body, "expires": item.expires} for item in updates]
    await connection.execute(inserting(connection)(WAITING).on_conflict_do_nothing(), rows)


async def renew(database: Database, owner: str, until: float) -> None:
    """Have what one has in hand for longer."""
    async with database.writing() as connection:
        await connection.execute(update(ANSWERS).where(ANSWERS.c.owner == owner).values(until=until))


async def leave(connection: AsyncConnection, numbers: Collection[int], owner: str) -> None:
    """Let others have these at once."""
    if not numbers:
        return
    mine = (ANSWERS.c.owner == owner) & ANSWERS.c.update_id.in_(sorted(numbers))
    await connection.execute(update(ANSWERS).where(mine).values(until=0.0))


async def orphans(database: Database, now: float, most: int) -> Sequence[KeptUpdate]:
    """Kept updates that nobody has in hand, the oldest first."""
    join = WAITING.join(ANSWERS, ANSWERS.c.update_id == WAITING.c.update_id)
    left = (ANSWERS.c.until < now) & (ANSWERS.c.owner != NOBODY)
    wanted = select(WAITING).select_from(join).where(left).order_by(WAITING.c.update_id).limit(most)
    async with database.reading() as connection:
        rows = (await connection.execute(wanted)).all()
    return [KeptUpdate(row.update_id, row.body, row.expires) for row in rows]


async def purge(database: Database, now: float) -> None:
    """Drop what is of no use any more."""
    async with database.writing() as connection:
        await connection.execute(delete(WAITING).where(WAITING.c.expires < now))
        waits = select(WAITING.c.update_id)
        await connection.execute(delete(ANSWERS).where(ANSWERS.c.until < now, ANSWERS.c.update_id.not_in(waits)))
