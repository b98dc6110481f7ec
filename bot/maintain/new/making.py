"""What all kinds of entries need to be made."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Protocol

from bot.maintain.new import finding
from bot.maintain.new import texts as says
from bot.maintain.new.desk import Desk, Found
from bot.maintain.new.draft import Draft, Hint
from bot.maintain.new.ids import slug
from bot.maintain.new.places import Item, Spot, with_item
from bot.maintain.new.texts import RefusalError


class Kind(Protocol):
    """A kind of entry; ``add`` changes the desk's files and gives the id of what is new."""

    def __init__(self, desk: Desk, today: date) -> None: ...

    def hint(self, flag: str, draft: Draft) -> Hint: ...

    def add(self, draft: Draft) -> str: ...


class Making:
    """What all kinds need."""

    def __init__(self, desk: Desk, today: date) -> None:
        self.desk = desk
        self.today = today

    def vendor(self, draft: Draft) -> str:
        """The vendor's id, looked up once."""
        if "vendor" in draft:
            draft["vendor"] = finding.vendor_id(self.desk, draft.text("vendor"))
        return draft.text("vendor")

    def vendors(self) -> list[str]:
        return [vendor.id for _, vendor in self.desk.vendors]

    def found(self, vendor: str) -> Found:
        return next(Found(file, one, 0) for file, one in self.desk.vendors if one.id == vendor)

    def made_id(self, draft: Draft) -> str:
        """The id that the name gives."""
        return slug(draft.text("name-en") or draft.text("name"))

    def english(self, draft: Draft) -> Hint:
        name = draft.text("name")
        return Hint(name if name.isascii() else "", offered=True)

    def check_free(self, id_: str, *taken: Mapping[str, object]) -> None:
        if any(id_ in ids for ids in taken):
            raise RefusalError(says.TAKEN.filled(name=id_))


def put(desk: Desk, name: str, section: str, keys: tuple[str, ...], entry: Item, there: int) -> None:
    """Put an entry at the end of a section, between blank lines as the others are."""
    desk.change(name, partial(with_item, path=(section,), keys=keys, item=entry, spot=Spot(there, apart=True)))


def remark(draft: Draft) -> tuple[str, ...]:
    return (draft.text("remark"),) if draft.get("remark") else ()
