"""The source of what is new: one that is there, or a new one beside those that the folder has."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from bot.knowledge.schema import SourcesFile, SourceShape, VendorFile
from bot.knowledge.yaml_text import Value
from bot.maintain.new import texts as says
from bot.maintain.new.desk import Desk
from bot.maintain.new.draft import Draft, Hint
from bot.maintain.new.ids import unused
from bot.maintain.new.places import Item, Spot, with_item

SHARED = "sources.yaml"
_OF_ONE = ("publisher", "publisher-en", "title", "published", "url")


def hint(desk: Desk, vendor: str, flag: str, draft: Draft, day: str) -> Hint | None:
    """What is known of the flags of a source; ``day`` is that on which it was likely published."""
    if flag == "source":
        proposed = f"{vendor}-{draft.text('published') or day}" if vendor and day else ""
        if draft.get("title"):
            proposed = unused(proposed, desk.sources) if proposed else ""
            return Hint(proposed, needed=True)
        return Hint(proposed, sorted(desk.sources), needed=True, offered=proposed not in desk.sources)
    if flag not in _OF_ONE:
        return None
    if draft.text("source") in desk.sources or not draft.get("source"):
        return Hint(skipped=True)
    entry = desk.knowledge.entries.get(vendor)
    if flag == "publisher":
        unknown = says.NEEDS_SOURCE.filled(id=draft.text("source"))
        return Hint(entry.name.zh if entry else "", needed=True, offered=True, because=unknown)
    if flag == "publisher-en":
        is_vendor = entry is not None and draft.get("publisher") == entry.name.zh
        return Hint(entry.name.en if entry is not None and is_vendor else "", offered=True)
    if flag == "published":
        return Hint(day, offered=True)
    return Hint(needed=flag == "title")


def ids(desk: Desk, draft: Draft, vendor: VendorFile) -> Value:
    """The id or ids of the source, which is added first where it is new."""
    id_ = draft.text("source")
    if id_ not in desk.sources:
        _add(desk, shape(draft, id_), vendor)
    return (id_, *draft.texts("also")) if draft.get("also") else id_


def shape(draft: Draft, id_: str, day: str = "published") -> dict[str, Value]:
    """A new source as a file holds it."""
    found: dict[str, Value] = {"id": id_, "publisher": draft.words("publisher")}
    return found | draft.under({"title": "title", day: "date", "url": "url"})


def _add(desk: Desk, source: dict[str, Value], vendor: VendorFile) -> None:
    """Beside the vendor's own sources, else among those of the folder, in the order of ids where they have it."""
    shared = next((file.typed for file in desk.read.files if isinstance(file.typed, SourcesFile)), None)
    if vendor.sources or shared is None:
        name, before, keys = f"vendors/{vendor.id}.yaml", vendor.sources, keys_of_vendors()
    else:
        name, before, keys = SHARED, shared.sources, ("sources",)
    change = partial(with_item, path=("sources",), keys=keys, item=Item(source), spot=_spot(before, str(source["id"])))
    desk.change(name, change)


def _spot(before: tuple[SourceShape, ...], id_: str) -> Spot:
    written = [source.id for source in before]
    in_order = len(written) > 1 and all(one < other for one, other in pairwise(written))
    return Spot(sum(one < id_ for one in written) if in_order else len(written))


def keys_of_vendors() -> tuple[str, ...]:
    """The keys of a vendor's file in the order in which they stand there."""
    first = ("id", "name", "aliases", "weak_aliases", "lookalikes", "note", "headline", "today")
    fields = (field.alias or name for name, field in VendorFile.model_fields.items())
    return (*first, *(key for key in fields if key not in first))
