"""Things of a size that the message names, which are worked on once each, as calls are: how many pages at 500 tokens a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.language.basics.cues import UNIT_CUES, Cue
from bot.quantities import CHARACTER, TOKEN, WORD
from bot.questions.phrases.work import TIME_CUES

if TYPE_CHECKING:
    from bot.questions.phrases.slots import Slots

_HOW_MANY: Final = "how many "
_THINGS: Final = re.compile(r"how many (?:[a-z]+ )?([a-z]{2,}[a-z])s\b")
_OF: Final = ("of", "at", "with")
_ROUGHLY: Final = ("about", "around", "roughly")
_ONE_OF: Final = ("per", "a", "an", "each", "every", "one")
_NOT_THINGS: Final = frozenset(
    {*UNIT_CUES, Cue.MONEY_WORD, Cue.MODELS, Cue.VENDORS, Cue.HOW_MUCH_MONEY, Cue.DURATION, *TIME_CUES}
)


def counted_things(slots: Slots) -> frozenset[int] | None:
    """The places of the words for things that are asked for, each of which holds a named amount of text or tokens.

    Their name must come again with the amount (500 tokens a page), or the amount right behind it (reviews of 120 tokens).
    """
    text = slots.reading.text
    match = _THINGS.search(text) if _HOW_MANY in text else None
    sizes = slots.quantities(TOKEN, CHARACTER, WORD) if match is not None else []
    if match is None or len(sizes) != 1:
        return None
    inside = [
        place for place, token in enumerate(slots.tokens) if token.start < match.end() and match.start(1) < token.end
    ]
    if any(slots.tokens[place].name or not _NOT_THINGS.isdisjoint(slots.tokens[place].cues) for place in inside):
        return None
    size = slots.tokens[sizes[0][0]]
    between = [word for word in text[match.end() : size.start].split() if word not in _ROUGHLY]
    said = len(between) == 1 and between[0] in _OF
    said = said or (size.start > match.end() and text.startswith((" each", " apiece"), size.end))
    if not said and not any(f" {one} {match[1]}" in text for one in _ONE_OF):
        return None
    return frozenset({*inside, *slots.reading.cues.get(Cue.HOW_MANY, ())})
