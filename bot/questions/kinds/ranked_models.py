"""Which models a ranking is of, where a message names what they belong to."""

from __future__ import annotations

from bot.language.basics.cues import Cue
from bot.questions.phrases.slots import Slots
from bot.questions.phrases.traits import asks_of_versions
from bot.questions.working.families import models_of
from bot.questions.working.traits import current_under, versions_of


def whole_range(slots: Slots) -> str | None:
    """The one vendor or product named: its cheapest model is looked for among all of its own."""
    if len(slots.named) != 1:
        return None
    id_ = slots.named[0][1]
    if id_ in slots.of_version:
        return None
    if set(models_of(slots.market, id_)) & set(slots.excluded[0]):
        return None
    several = id_ in slots.families or len(current_under(slots.market, id_)) > 1
    return id_ if several or (slots.reading.has(Cue.MODELS) and id_ not in models_of(slots.market, id_)) else None


def versions_asked(slots: Slots) -> tuple[str, ...]:
    """The models of one number, where one of them is named and its versions are asked about: 豆包2.1三个版本."""
    if len(slots.named) != 1 or not asks_of_versions(slots.reading.text):
        return ()
    found = versions_of(slots.market, slots.named[0][1])
    return found if len(found) > 1 else ()
