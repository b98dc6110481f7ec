"""What of an input comes from the cache: 90% of my input is cached, 100万输入其中60万命中缓存."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from bot.language.basics.wordset import WordSet
from bot.quantities import ARITHMETIC, ONE, Range
from bot.questions.phrases.owned_work import Part
from bot.questions.phrases.rules import Phrase
from bot.questions.phrases.values import Percent, Share, Side

if TYPE_CHECKING:
    from bot.questions.phrases.slots import Slots

Phrases = Mapping[type, Sequence[Phrase]]
"""The phrases of a message by the types of their values."""

_HUNDRED: Final = Decimal(100)
_CACHED: Final = "cached_input"
_OF_IT: Final = WordSet(
    (
        *(
            "cached_tokens", "其中", "里面", "里头", "当中", "之中", "包括", "包含", "含", "(", "共", "including", "include", "includes",
            "incl",
        ),
        *(f"of {it}" for it in ("it", "them", "which", "that", "those", "these", "the")),
        *("cached of", "cached out of", "total"),
    )
)  # fmt: skip
"""What makes an amount from the cache a part of the input named beside it."""


def scaled(part: Part, factor: Decimal) -> Part:
    return part._replace(size=part.size._replace(value=part.size.value.scaled(factor)))


def share_apart(of: Phrases) -> tuple[Phrase, ...]:
    """A percentage and the word for what comes from the cache, where others stand between: 90% of my input is cached."""
    shares = of[Percent]
    cached = [phrase for phrase in of[Side] if phrase.value.name == _CACHED and not phrase.value.rate]
    if len(shares) != 1 or len(cached) != 1 or shares[0].value.value.exact is None:
        return ()
    return (shares[0], cached[0]) if 0 < shares[0].value.value.exact < _HUNDRED else ()


def cached_apart(parts: list[Part], of: Phrases, slots: Slots) -> tuple[list[Part] | None, Sequence[Phrase]]:
    """The amounts with what comes from the cache taken off the input that it is a part of, and the phrases that say so.

    ``None`` where the part is more than the whole.
    """
    by_side = {part.side: part for part in parts}
    whole, cached = by_side.get("input"), by_side.get(_CACHED)
    hit = next((share for share in of[Share] if share.value.side == _CACHED), None)
    apart = share_apart(of)
    part = hit.value.part if hit is not None else apart[0].value.value.exact / _HUNDRED if apart else None
    if part is not None and whole is not None and cached is None:
        read, new = (scaled(whole, each) for each in (part, ARITHMETIC.subtract(ONE, part)))
        found = [*(new if each is whole else each for each in parts), read._replace(side=_CACHED)]
        return found, [hit] if hit is not None else apart
    if whole is None or cached is None or len(by_side) < len(parts) or not _is_part(whole, cached, slots):
        return parts, ()
    entire, part = whole.size.value.exact, cached.size.value.exact
    if entire is None or part is None or part > entire or whole.size.unit != cached.size.unit:
        return None, ()
    rest = whole._replace(size=whole.size._replace(value=Range.exactly(ARITHMETIC.subtract(entire, part))))
    return [rest if each is whole else each for each in parts if each is not whole or part != entire], ()


def _is_part(whole: Part, cached: Part, slots: Slots) -> bool:
    places = (whole.phrase.first, whole.phrase.end - 1, cached.phrase.first, cached.phrase.end - 1)
    start, end = slots.tokens[min(places)].start, slots.tokens[max(places)].end
    return _OF_IT.stands_in(slots.reading.text[start:end])
