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
    others = _of_its_kind(model, entry.vendor, market)
    of_version = [other for other, own in others.items() if put_in | version <= own <= words | put_in]
    found = of_version or [other for other, own in others.items() if put_in <= own <= words | put_in]
    return min(found, key=lambda id_: (len(others[id_]), id_), default=None)


def _of_its_kind(model: str, vendor: str, market: Market) -> dict[str, frozenset[str]]:
    """The models of a vendor, or its plans for a plan, with the words of their names."""
    plans = market.knowledge.plans
    ids = [plan for plan in plans if plan.startswith(f"{vendor}/")] if model in plans else models_under(market, vendor)
    named = ((id_, market.entry(id_)) for id_ in ids)
    return {id_: _words(entry.name.en) for id_, entry in named if entry is not None}


def _words(name: str) -> frozenset[str]:
    return frozenset(name.casefold().translate(_JOINTS).split())


def _has_digit(word: str) -> bool:
    return any(character.isdigit() for character in word)
