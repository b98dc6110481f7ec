"""Names that somebody who is still typing may mean."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from bot.knowledge.entries import Knowledge, NameKind
from bot.text import Language, normalize

LONGEST: Final = 12
"""Characters at the end of a text that may be the beginning of a name."""

MOST: Final = 4
"""Completions of one text."""

_LOOKED_AT: Final = 24
"""Names from which they are chosen."""


class Completer:
    """The names of what has a price, by their beginnings."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._names = sorted(
            (name.text, name.id)
            for name in knowledge.names
            if name.kind is NameKind.ENTRY and _priced(knowledge, name.id)
        )

    def complete(self, text: str, language: Language) -> list[str]:
        """The text with the unfinished name at its end written out, once for each that it can be.

        Empty where the text does not end within a name, or ends with a whole one.
        """
        normalized = normalize(text)
        tail = normalized.text[-LONGEST:]
        for start in range(len(tail)):
            begun = tail[start:]
            if not _is_beginning(tail, start):
                continue
            found = self._starting_with(begun)
            if found:
                cut = normalized.offsets[len(normalized.text) - len(begun)]
                return [f"{text[:cut]}{self._shown(id_, language)}" for id_ in found]
        return []

    def _starting_with(self, begun: str) -> list[str]:
        """One id for each model or group of models that a longer name of stands for; none where it is a name itself."""
        found: dict[tuple[str, ...], str] = {}
        for name, id_ in self._names[bisect_left(self._names, (begun, "")) :]:
            if name == begun:
                return []
            if not name.startswith(begun) or len(found) == _LOOKED_AT:
                break
            found.setdefault(_priced(self._knowledge, id_), id_)
        return sorted(found.values(), key=self._is_past)[:MOST]

    def _is_past(self, id_: str) -> bool:
        """Whether nothing that a name stands for is sold any more, or newer models took its place."""
        lives = [model.life for each in _priced(self._knowledge, id_) if (model := self._knowledge.models.get(each))]
        return bool(lives) and all(life.is_retired or life.is_superseded for life in lives)

    def _shown(self, id_: str, language: Language) -> str:
        return self._knowledge.entries[id_].name.within(language)


def _priced(knowledge: Knowledge, id_: str) -> tuple[str, ...]:
    """The models with a price that a name stands for, or the plan that it is."""
    if id_ in knowledge.plans:
        return (id_,)
    return tuple(model for model in knowledge.models_of(id_) if model in knowledge.prices or model in knowledge.reports)


def _is_beginning(tail: str, start: int) -> bool:
    """Whether a name can begin here: not at a space, and not within a word of Latin letters or digits."""
    here = tail[start]
    if here.isspace():
        return False
    before = tail[start - 1] if start else " "
    return not (here.isascii() and here.isalnum() and before.isascii() and before.isalnum())
