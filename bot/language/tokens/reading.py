"""A text with all that was recognized in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from bot.language.basics.cues import Cue
from bot.language.basics.entities import Amount, EntityKind, Named
from bot.text import Language, Normalized


class Token(NamedTuple):
    """A recognized stretch of the normalized text: a name, an amount, or a word with its cues."""

    start: int
    end: int
    name: Named | None = None
    amount: Amount | None = None
    cues: tuple[Cue, ...] = ()


class Keyword(NamedTuple):
    """A word by which facts are known, and where it stands; it may overlap tokens and other keywords."""

    start: int
    end: int
    word: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Tokens in order, without overlap; ``residue`` are the stretches of letters that no token covers."""

    normalized: Normalized
    tokens: tuple[Token, ...]
    keywords: tuple[Keyword, ...]
    residue: tuple[tuple[int, int], ...]
    language: Language | None
    text: str = field(init=False, compare=False)
    """The normalized text."""
    _by_cue: dict[Cue, list[int]] = field(default_factory=dict, compare=False)

    _names: list[tuple[int, Named]] = field(default_factory=list, compare=False)
    _amounts: list[tuple[int, Amount]] = field(default_factory=list, compare=False)
    _of_kind: dict[EntityKind, list[tuple[int, Any]]] = field(default_factory=dict, compare=False)
    """Names and amounts, whose kinds are others."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", self.normalized.text)
        for place, token in enumerate(self.tokens):
            for cue in token.cues:
                self._by_cue.setdefault(cue, []).append(place)
            if token.name is not None:
                self._names.append((place, token.name))
                self._of_kind.setdefault(token.name.kind, []).append((place, token.name))
            if token.amount is not None and not token.cues and not _is_negative(token.amount):
                self._amounts.append((place, token.amount))
                self._of_kind.setdefault(token.amount.kind, []).append((place, token.amount))

    def has(self, *cues: Cue) -> bool:
        """Whether a word with any of the cues is there."""
        return not self._by_cue.keys().isdisjoint(cues)

    def places(self, *cues: Cue) -> list[int]:
        """Indices into ``tokens`` of the words with any of the cues, in order."""
        if len(cues) == 1:
            return self._by_cue.get(cues[0], [])
        return sorted(self.marked(frozenset(cues)))

    def marked(self, cues: frozenset[Cue]) -> frozenset[int]:
        """The same places, in no order."""
        return frozenset([place for cue, places in self._by_cue.items() if cue in cues for place in places])

    def names(self, *kinds: EntityKind) -> Sequence[tuple[int, Named]]:
        """Names of the kinds, or of all, with their places."""
        if len(kinds) == 1:
            return self._of_kind.get(kinds[0], ())
        return [pair for pair in self._names if pair[1].kind in kinds] if kinds else self._names

    def amounts(self, *kinds: EntityKind) -> Sequence[tuple[int, Amount]]:
        """Amounts of the kinds, or of all; those left out that are words for something else as well, or below zero."""
        if len(kinds) == 1:
            return self._of_kind.get(kinds[0], ())
        return [pair for pair in self._amounts if pair[1].kind in kinds] if kinds else self._amounts

    def amount_at(self, place: int) -> Amount | None:
        """The amount of a token, where it is one of :meth:`amounts`."""
        token = self.tokens[place]
        return None if token.amount is None or token.cues or _is_negative(token.amount) else token.amount


def _is_negative(amount: Amount) -> bool:
    """Whether an amount reaches below zero, as no sum or quantity of a question does."""
    low, high = amount.value.low, amount.value.high
    return (low is not None and low < 0) or (high is not None and high < 0)
