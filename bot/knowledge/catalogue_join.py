"""Which models of the wider catalogue are curated ones: of these the curated lists tell, and the catalogue's one more."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Final, Protocol

from bot.knowledge.catalogue_ids import without_release
from bot.knowledge.derived import derived, derived_with
from bot.knowledge.entries import Entry, EntryKind, Knowledge, Name, NameKind
from bot.text import normal_form

_JOINTS: Final = str.maketrans("", "", " ./-_")


class NamedModels(Protocol):
    """Models by name and id."""

    def names(self) -> tuple[Name, ...]: ...
    def entry(self, id_: str) -> Entry | None: ...


@derived_with
def curated_models(knowledge: Knowledge, catalogue: NamedModels) -> Mapping[str, str]:
    """The curated model that each model of the catalogue is: one that has its whole name, a release of it apart.

    A shorter form of a name does not count, since it leaves out what tells models apart: Qwen3.8 27B is no Qwen3.8.
    """
    models = {
        name.text: name.id
        for name in knowledge.names
        if name.kind is NameKind.ENTRY and not name.weak and knowledge.entries[name.id].kind is EntryKind.MODEL
    }
    shared: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name in catalogue.names():
        entry = catalogue.entry(name.id) if name.text in models and name.id not in knowledge.entries else None
        if entry is not None and entry.kind is EntryKind.MODEL and name.text.translate(_JOINTS) in _whole_names(entry):
            shared[name.id][models[name.text]] += 1
    return {id_: counted.most_common(1)[0][0] for id_, counted in shared.items()}


def joined(text: str) -> str:
    """A name without what joins its words."""
    return text.translate(_JOINTS)


def whole_names(knowledge: Knowledge, model: str) -> frozenset[str]:
    """All names of a curated model without what joins their words."""
    return _names_by_id(knowledge).get(model, frozenset())


@derived
def _names_by_id(knowledge: Knowledge) -> Mapping[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name in knowledge.names:
        if name.kind is NameKind.ENTRY and not name.weak:
            found[name.id].add(joined(name.text))
    return {id_: frozenset(names) for id_, names in found.items()}


def _whole_names(entry: Entry) -> frozenset[str]:
    """The id and name of a model without what joins their words, with its release and without."""
    names = (entry.id.partition("/")[2], normal_form(entry.name.en).strip())
    return frozenset(text.translate(_JOINTS) for name in names for text in (name, without_release(name)))
