"""Names of a vendor and the end of one of its models' names: 讯飞 X2, mimo 2.6 pro for MiMo-V2.6-Pro, 5 mini (gpt)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from bot.language.basics.entities import EntityKind, Named
from bot.language.tokens.reading import Reading
from bot.language.tokens.short_names import lone_ends, pieces_of

Tails = Mapping[tuple[str, str], str | None]
"""What a vendor and the end of a name stand for; ``None`` where they do for several models."""

VendorOf = Callable[[str], str | None]

_PARTS: Final = re.compile(r"[a-z]*[0-9]+(?:\.[0-9]+)*[a-z]?|[a-z]+|[\u3400-\u9fff]+")
_LONGEST: Final = 3


def tails_of(names: Iterable[tuple[str, str, str]]) -> dict[tuple[str, str], str | None]:
    """The ends of names that hold a number, each name with its model and the vendor of that."""
    found: dict[tuple[str, str], str | None] = {}
    for text, model, vendor in names:
        parts = [part.start() for part in _PARTS.finditer(text)]
        for start in parts[1:][-_LONGEST:]:
            end = "".join(pieces_of(text[start:]))
            if any(map(str.isdigit, end)):
                for form in {end, end[1:] if end[0].isalpha() and end[1].isdigit() else end}:
                    key = vendor, form
                    found[key] = model if found.get(key, model) == model else None
    return found


_TAIL: Final = re.compile(r"[ -]?(?=\d+\.|\d[ -]?[a-z])(\d{1,2}(?:\.\d{1,2})?(?:[ -]?[a-z]{2,12})?)(?![a-z0-9.])")
"""What may end a model's name right behind its vendor's: a number with a point, or with a variant."""


def names_by_tail(reading: Reading, tails: Callable[[], Tails], vendor_of: VendorOf) -> list[Named]:
    """The names in a text whose version is not known by itself, and is with the vendor's name."""
    found = []
    for _, name in reading.names:
        tail = (name.version, name.end) if name.version is not None else _behind_vendor(name, reading.text)
        vendor = vendor_of(name.id) if tail is not None else None
        if vendor is not None and tail is not None:
            model = tails().get((vendor, "".join(pieces_of(tail[0]))))
            if model is not None:
                found.append(Named(EntityKind.MODEL, name.start, tail[1], model))
    return found


def _behind_vendor(name: Named, text: str) -> tuple[str, int] | None:
    """What may be the end of a model's name behind a vendor, and where it ends: 阿里 3.7 plus."""
    match = _TAIL.match(text, name.end) if name.kind is EntityKind.VENDOR else None
    return (match[1], match.end()) if match is not None else None


def names_apart(reading: Reading, model_of: Callable[[str, str], str | None], vendor_of: VendorOf) -> Iterator[Named]:
    """The ends of names that stand apart from the only name in a text, that of their family: 5 mini (gpt).

    ``model_of`` knows the model that a vendor and the end of a name stand for.
    """
    names = [name for _, name in reading.names]
    numbers = [reading.tokens[place] for place, _ in reading.counted[EntityKind.NUMBER]]
    for match in lone_ends(reading.text):
        others = [name for name in names if not (match.start() < name.start and name.end == match.end())]
        apart = [name for name in others if name.end + 1 < match.start() or match.end() < name.start]
        if len(others) != 1 or not apart or others[0].kind is EntityKind.MODEL or others[0].version is not None:
            continue
        counts = any(0 <= start - match.end() <= 1 for start, _ in reading.residue)
        counts = counts or any(not match.start() <= number.start < match.end() for number in numbers)
        vendor = None if counts else vendor_of(others[0].id)
        model = model_of(vendor, "".join(pieces_of(match[0]))) if vendor is not None else None
        if model is not None:
            yield Named(EntityKind.MODEL, *match.span(), model)
