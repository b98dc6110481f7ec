"""A text with all that was recognized in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

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


_NONE: Final[dict[EntityKind, Sequence[Any]]] = dict.fromkeys(EntityKind, ())


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
    cues: dict[Cue, list[int]] = field(default_factory=dict, compare=False)
    """Indices into ``tokens`` of the words with each cue that is there, in order."""
    names: list[tuple[int, Named]] = field(default_factory=list, compare=False)
    """Names with their places."""
    entries: list[tuple[int, Named]] = field(default_factory=list, compare=False)
    """The same of models, vendors and subjects: works apart."""
    amounts: list[tuple[int, Amount]] = field(default_factory=list, compare=False)
    """Amounts with their places; those left out that are words for something else as well, or below zero."""
    named: dict[EntityKind, Sequence[tuple[int, Named]]] = field(default_factory=_NONE.copy, compare=False)
    counted: dict[EntityKind, Sequence[tuple[int, Amount]]] = field(default_factory=_NONE.copy, compare=False)
    """The names and amounts of each kind."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", self.normalized.text)
        for place, token in enumerate(self.tokens):
            for cue in token.cues:
                self.cues.setdefault(cue, []).append(place)
            if token.name is not None:
                self.names.append((place, token.name))
                if token.name.kind is not EntityKind.WORK:
                    self.entries.append((place, token.name))
                self.named[token.name.kind] = (*self.named[token.name.kind], (place, token.name))
            amount = self.amount_at(place) if token.amount is not None else None
            if amount is not None:
                self.amounts.append((place, amount))
                self.counted[amount.kind] = (*self.counted[amount.kind], (place, amount))

    def has(self, *cues: Cue) -> bool:
        """Whether a word with any of the cues is there."""
        return not self.cues.keys().isdisjoint(cues)

    def places(self, *cues: Cue) -> list[int]:
        """The places of the words with any of the cues, in order."""
        return sorted(self.marked(frozenset(cues)))

    def marked(self, cues: frozenset[Cue]) -> frozenset[int]:
        """The same places, in no order."""
        return frozenset().union(*map(self.cues.__getitem__, self.cues.keys() & cues))

    def amounts_of(self, *kinds: EntityKind) -> Sequence[tuple[int, Amount]]:
        """Amounts of the kinds, with their places."""
        return [pair for pair in self.amounts if pair[1].kind in kinds]

    def amount_at(self, place: int) -> Amount | None:
        """The amount of a token, where it is one of :meth:`amounts`."""
        token = self.tokens[place]
        return None if token.amount is None or token.cues or _is_negative(token.amount) else token.amount


def _is_negative(amount: Amount) -> bool:
    """Whether an amount reaches below zero, as no sum or quantity of a question does."""
    low, high = amount.value.low, amount.value.high
    return (low is not None and low < 0) or (high is not None and high < 0)
