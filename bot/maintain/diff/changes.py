"""How two knowledge bases differ for those who ask: what is only in one of them, or otherwise in the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Any, Generic, TypeVar

from bot.knowledge.entries import Knowledge
from bot.knowledge.folder import Folder, read_folder
from bot.knowledge.load import knowledge_of
from bot.knowledge.names import written_lookalikes, written_names
from bot.maintain.diff.things import Key, Thing, things_of
from bot.maintain.lanes import Lane, Paid, paid_later, paid_now, paid_once

KeyT = TypeVar("KeyT")
ValueT = TypeVar("ValueT")


@dataclass(frozen=True, slots=True)
class Change(Generic[KeyT, ValueT]):
    """What is otherwise: ``None`` stands for nothing."""

    key: KeyT
    before: ValueT | None
    after: ValueT | None


NameKey = tuple[str, str]
"""The id of what is named, and a name of it."""

PriceChange = Change[Lane, Paid]
DatedChange = Change[tuple[Lane, date], Paid]
ThingChange = Change[Key, Thing]
NameChange = Change[NameKey, str]
DayChange = Change[str, date]
FileChange = Change[str, str]


@dataclass(frozen=True, slots=True)
class State:
    """A knowledge folder as it is, or was in a revision; ``label`` is what the reader calls it."""

    label: str
    folder: Folder
    knowledge: Knowledge

    @classmethod
    def read(cls, label: str, path: Path) -> State:
        """Raises:
        KnowledgeError: it does not load.
        """
        folder = read_folder(path)
        return cls(label, folder, knowledge_of(folder))


@dataclass(frozen=True, slots=True)
class Difference:
    """All that changes from one state to another on a day, in an order that depends on nothing else."""

    now: tuple[PriceChange, ...]
    """What is paid on the day."""
    later: tuple[DatedChange, ...]
    """What is announced for days to come."""
    once: tuple[DatedChange, ...]
    """What is on record of days before."""
    things: tuple[ThingChange, ...]
    names: tuple[NameChange, ...]
    """What things are called; the value says in which way a name counts."""
    checked: tuple[DayChange, ...]
    """By model, the day on which its prices were checked last."""
    files: tuple[FileChange, ...]
    """The files whose contents differ, with a digest of each."""


def difference(before: State, after: State, day: date) -> Difference:
    """How two states differ on a day."""

    def compare(
        read: Callable[[Knowledge, date], Mapping[KeyT, ValueT]], order: Callable[[KeyT], Any]
    ) -> tuple[Change[KeyT, ValueT], ...]:
        return changes(read(before.knowledge, day), read(after.knowledge, day), order)

    now = compare(paid_now, _lane_order)
    later = compare(paid_later, _dated_order)
    once = compare(paid_once, _dated_order)
    return Difference(
        now=tuple(change for change in now if not _is_another_s(change)),
        later=tuple(change for change in later if not _is_another_s(change)),
        once=tuple(change for change in once if not _is_told_of_now(change)),
        things=compare(things_of, _as_it_is),
        names=changes(_names(before.folder), _names(after.folder), _as_it_is),
        checked=compare(_checked, _as_it_is),
        files=changes(_digests(before.folder), _digests(after.folder), _as_it_is),
    )


def changes(
    before: Mapping[KeyT, ValueT], after: Mapping[KeyT, ValueT], order: Callable[[KeyT], Any]
) -> tuple[Change[KeyT, ValueT], ...]:
    """What two mappings do not share, in the order of the keys."""
    keys = [key for key in before.keys() | after.keys() if before.get(key) != after.get(key)]
    return tuple(Change(key, before.get(key), after.get(key)) for key in sorted(keys, key=order))


def _lane_order(lane: Lane) -> Any:
    return lane.order


def _dated_order(key: tuple[Lane, date]) -> Any:
    lane, day = key
    return lane.model, day, lane.order


def _as_it_is(key: object) -> Any:
    return key


def _is_another_s(change: PriceChange | DatedChange) -> bool:
    """Whether it is the price of the model that serves this one, of which it is told anyway."""
    servers = {paid.served_by for paid in (change.before, change.after) if paid is not None}
    return len(servers) == 1 and None not in servers


def _is_told_of_now(change: DatedChange) -> bool:
    """Whether what changes in the record is what is paid on the day, on each side where there is anything."""
    return all(paid.held for paid in (change.before, change.after) if paid is not None)


def _names(folder: Folder) -> dict[NameKey, str]:
    aliases = (name for name in written_names(folder) if name.path[-2:-1] in (("aliases",), ("weak_aliases",)))
    found = {(name.id, name.text): "weak" if name.weak else "alias" for name in aliases}
    return found | {(name.id, name.text): "lookalike" for name in written_lookalikes(folder)}


def _checked(knowledge: Knowledge, day: date) -> dict[str, date]:
    held: Iterable[tuple[str, list[date]]] = (
        (model, [price.checked for price in prices if price.checked is not None and price.holds_on(day)])
        for model, prices in knowledge.prices.items()
    )
    return {model: max(days) for model, days in held if days}


def _digests(folder: Folder) -> dict[str, str]:
    return {file.name: blake2b(repr(file.document.value).encode(), digest_size=8).hexdigest() for file in folder.files}
