"""Which models a ranking is of, where a message names what they belong to."""

from __future__ import annotations

import re
from typing import Final

from bot.language.basics.cues import Cue
from bot.questions.phrases.slots import Slots
from bot.questions.phrases.traits import asks_of_versions
from bot.questions.working.families import models_of
from bot.questions.working.traits import current_under, parts_of, versions_of


def only_named(slots: Slots) -> str | None:
    """The one thing that is named, be it with who makes it: bytedance doubao."""
    named = [id_ for _, id_ in slots.named]
    owners = {owner for id_ in named if (entry := slots.market.entry(id_)) for owner in (entry.vendor, entry.parent)}
    left = [id_ for id_ in named if id_ not in owners] if len(named) > 1 else named
    return left[0] if len(left) == 1 else None


def whole_range(slots: Slots) -> str | None:
    """The one vendor or product named: its cheapest model is looked for among all of its own."""
    id_ = only_named(slots)
    if id_ is None or id_ in slots.of_version:
        return None
    if set(models_of(slots.market, id_)) & set(slots.excluded[0]):
        return None
    several = id_ in slots.families or len(current_under(slots.market, id_)) > 1
    return id_ if several or (Cue.MODELS in slots.reading.cues and id_ not in models_of(slots.market, id_)) else None


def versions_asked(slots: Slots) -> tuple[str, ...]:
    """The models of one number, where one of them is named and its versions are asked about: 豆包2.1三个版本."""
    if len(slots.named) != 1 or not asks_of_versions(slots.reading.text):
        return ()
    found = versions_of(slots.market, slots.named[0][1])
    return found if len(found) > 1 else ()


def named_alike(slots: Slots) -> tuple[tuple[str, ...], tuple[tuple[int, int], ...]]:
    """The models of one owner with a word in their names that stands beside its own, and where: 阿里coder系列, qwen vl."""
    owner, words = _owner_and_words(slots)
    if owner is None or len(words) != 1:
        return (), ()
    written, market = parts_of(slots.reading.text[slice(*words[0])]), slots.market
    whole = asks_of_versions(slots.reading.text)  # 6.1, too, is of the family of 6
    entries = ((id_, market.entry(id_)) for id_ in current_under(market, owner))
    found = tuple(id_ for id_, entry in entries if entry and written <= parts_of(entry.name.en.casefold(), whole=whole))
    return (found, (words[0],)) if found else ((), ())


def _owner_and_words(slots: Slots) -> tuple[str | None, list[tuple[int, int]]]:
    """The one owner named, and where unknown Latin words stand, or what no version of its own is known by."""
    versions = [
        (name, slots.tokens[place].end)
        for place, name in slots.reading.names
        if name.version is not None and place >= 0
    ]
    if len(versions) == 1 and not slots.named:
        name, end = versions[0]
        return name.id, [(end - len((name.version or "").lstrip(" -_")), end)]
    words = [span for span in slots.reading.residue if _WORD.match(slots.reading.text, span[0])]
    return whole_range(slots), words


_WORD: Final = re.compile("[a-z]")
