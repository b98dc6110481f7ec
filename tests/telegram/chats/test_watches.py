"""What chats watch outlives the process, and of several processes one alone tells a chat."""

from __future__ import annotations

import asyncio
from datetime import date

import pytest
from sqlalchemy import delete, select

from bot.telegram.chats import watches as module
from bot.telegram.chats.chats import StoreError
from bot.telegram.chats.database import Database
from bot.telegram.chats.records import Records, kept_records
from bot.telegram.chats.tables import WATCHED_STATES
from bot.telegram.chats.watches import Known, Watches
from bot.text import Language
from tests.telegram.chats.conftest import Address, opened

CHAT, OTHER = 7, -1001
TODAY, TOMORROW = date(2026, 11, 29), date(2026, 11, 30)


async def known_of(watches: Watches, entry: str) -> Known:
    [known] = [known for known in await watches.known() if known.entry == entry]
    return known


async def test_what_is_watched_is_kept(address: Address) -> None:
    async with kept_records(address) as records:
        await opened(records)
        assert await records.watches.add(CHAT, Language.EN, {"b": "state b", "a": "state a"})
        assert await records.watches.add(OTHER, Language.ZH_HANT, {"a": "state a"})
    async with kept_records(address) as records:
        await opened(records)
        watches = records.watches
        assert await watches.of(CHAT) == ["a", "b"]
        assert sorted((known.entry, body) for known, body in (await watches.known()).items()) == [
            ("a", "state a"),
            ("b", "state b"),
        ]
        await watches.drop(CHAT, ["a"])
        assert await watches.of(CHAT) == ["b"]
        await watches.drop(CHAT)
        assert await watches.of(CHAT) == []
        assert await watches.of(OTHER) == ["a"]


async def test_to_watch_again_changes_nothing_of_what_is_known(records: Records) -> None:
    await records.watches.add(CHAT, Language.EN, {"a": "old"})
    await records.watches.add(CHAT, Language.EN, {"a": "new"})
    assert list((await records.watches.known()).values()) == ["old"]


async def test_a_chat_watches_so_many_at_most(records: Records, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_WATCHED", 2)
    assert not await records.watches.add(CHAT, Language.EN, dict.fromkeys("abc", "state"))
    assert await records.watches.of(CHAT) == []
    assert await records.watches.add(CHAT, Language.EN, dict.fromkeys("ab", "state"))
    assert await records.watches.add(CHAT, Language.EN, {"b": "state"})
    assert not await records.watches.add(CHAT, Language.EN, {"c": "state"})
    assert await records.watches.of(CHAT) == ["a", "b"]


async def test_one_of_several_tells_a_chat(address: Address) -> None:
    async with kept_records(address) as one, kept_records(address) as two:
        await opened(one)
        await opened(two)
        await one.watches.add(CHAT, Language.EN, {"a": "old"})
        changed = [await known_of(one.watches, "a")]
        [seen], [also] = await one.watches.due(changed, TODAY), await two.watches.due(changed, TODAY)
        claims = [one.watches.claim(seen, {"a": "new"}, TODAY), two.watches.claim(also, {"a": "new"}, TODAY)]
        assert sorted(await asyncio.gather(*claims)) == [False, True]
        assert await two.watches.due(changed, TODAY) == []
        assert list((await two.watches.known()).values()) == ["new"]


async def test_a_chat_is_told_once_a_day(records: Records) -> None:
    watches = records.watches
    await watches.add(CHAT, Language.EN, {"a": "old"})
    [watcher] = await watches.due([await known_of(watches, "a")], TODAY)
    assert await watches.claim(watcher, {"a": "new"}, TODAY)
    changed = [await known_of(watches, "a")]
    assert await watches.due(changed, TODAY) == []
    [watcher] = await watches.due(changed, TOMORROW)
    assert (watcher.chat_id, watcher.language, watcher.told_on) == (CHAT, Language.EN, TODAY)


async def test_what_was_not_told_is_due_again(records: Records) -> None:
    watches = records.watches
    await watches.add(CHAT, Language.EN, {"a": "old", "b": "other"})
    changed = [await known_of(watches, "a")]
    [watcher] = await watches.due(changed, TODAY)
    assert await watches.claim(watcher, {"a": "new"}, TODAY)
    await watches.release(watcher, {"a": "new"})
    assert await watches.due(changed, TODAY) == [watcher]


async def test_what_needs_no_word_is_settled_for_all(records: Records) -> None:
    watches = records.watches
    for chat in (CHAT, OTHER):
        await watches.add(chat, Language.EN, {"a": "old"})
    await watches.settle(await known_of(watches, "a"), "same")
    assert list((await watches.known()).values()) == ["same"]
    assert len(await watches.due([await known_of(watches, "a")], TODAY)) == 2


async def test_who_left_is_told_nothing_and_forgotten_in_time(
    records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    watches = records.watches
    await watches.add(CHAT, Language.EN, {"a": "old"})
    changed = [await known_of(watches, "a")]
    [watcher] = await watches.due(changed, TODAY)
    await watches.set_left(CHAT, left=True)
    assert await watches.due(changed, TODAY) == []
    assert not await watches.claim(watcher, {"a": "new"}, TODAY)
    await watches.set_left(CHAT, left=False)
    assert await watches.due(changed, TODAY) == [watcher]
    await watches.set_left(CHAT, left=True)
    await records.storage.use(watches.tidy)
    assert await watches.of(CHAT) == ["a"]
    monkeypatch.setattr(module, "FORGOTTEN_AFTER", -1.0)
    await records.storage.use(watches.tidy)
    assert await watches.of(CHAT) == []
    assert await watches.known() == {}


async def test_a_group_takes_along_what_it_watches(records: Records) -> None:
    await records.watches.add(CHAT, Language.EN, {"a": "old"})
    for _ in range(2):
        await records.watches.move(CHAT, OTHER)
    assert (await records.watches.of(CHAT), await records.watches.of(OTHER)) == ([], ["a"])


async def test_states_that_nobody_knows_go_and_a_lost_one_is_empty(records: Records) -> None:
    watches = records.watches
    await watches.add(CHAT, Language.EN, {"a": "old"})
    await watches.settle(await known_of(watches, "a"), "new")
    assert await states(records) == {"old", "new"}
    await records.storage.use(watches.tidy)
    assert await states(records) == {"new"}
    await records.storage.use(_lose_states)
    assert list((await watches.known()).values()) == [""]


async def states(records: Records) -> set[str]:
    async def read(database: Database) -> set[str]:
        async with database.reading() as connection:
            return set((await connection.execute(select(WATCHED_STATES.c.body))).scalars())

    return await records.storage.use(read)


async def _lose_states(database: Database) -> None:
    async with database.writing() as connection:
        await connection.execute(delete(WATCHED_STATES))


async def test_without_a_database_nothing_can_be_watched(records: Records) -> None:
    await records.storage.close()
    with pytest.raises(StoreError):
        await records.watches.add(CHAT, Language.EN, {"a": "old"})
