"""Models of one make: a model's name with one word of it changed, as Opus 4.5 beside Sonnet 4.5."""

from __future__ import annotations

from typing import Final

from bot.questions.working.families import models_under
from bot.questions.working.market import Market

_JOINTS: Final = str.maketrans("-_/", "   ")


def sibling_of(model: str, written: str, market: Market) -> str | None:
    """The model whose name is that of another one with the written words put in, of the same version where they name none."""
    entry = market.entry(model)
    if entry is None or entry.vendor is None:
        return None
    words, put_in = _words(entry.name.en), _words(written)
    if not put_in or put_in <= words:
        return None
    version = frozenset(filter(_has_digit, words))
    if any(map(_has_digit, put_in)):  # another version of the same: K2.5 after Kimi K2.6, 4.1 after GPT-4o
        words, version = words - version, words - version if len(put_in) == 1 else frozenset()
    found = {}
    for other in models_under(market, entry.vendor):
        named = market.entry(other)
        own = _words(named.name.en) if named is not None else frozenset[str]()
        if put_in | version <= own <= words | put_in:
            found[other] = len(own)
    return min(found, key=lambda id_: (found[id_], id_), default=None)


def _words(name: str) -> frozenset[str]:
    return frozenset(name.casefold().translate(_JOINTS).split())


def _has_digit(word: str) -> bool:
    return any(character.isdigit() for character in word)
