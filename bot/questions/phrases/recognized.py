"""One message with what was recognized in it, and how its tokens lie to each other."""

from __future__ import annotations

from dataclasses import dataclass

from bot.language.basics.cues import Cue
from bot.language.tokens.reading import Reading, Token
from bot.questions.working.market import Market


@dataclass
class Message:
    """What all slots are taken out of. ``places`` are indices of the reading's tokens."""

    reading: Reading
    market: Market
    currency: str
    """For sums without a word for money."""
    inherited: tuple[str, ...] = ()
    """Entries spoken of before, which count where the text names none."""

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.reading.tokens

    def _next(self, place: int) -> int | None:
        return self._neighbour(place, 1)

    def _previous(self, place: int) -> int | None:
        return self._neighbour(place, -1)

    def _neighbour(self, place: int, step: int) -> int | None:
        """The next token that is an amount, past words for "per" and fillers."""
        at = place + step
        while 0 <= at < len(self.tokens):
            token = self.tokens[at]
            if token.amount is not None:
                return at
            if token.name is not None or not (Cue.PER in token.cues or Cue.FILLER in token.cues):
                return None
            at += step
        return None

    def _between(self, one: int, other: int) -> range:
        return range(min(one, other) + 1, max(one, other))

    def gap(self, one: int, other: int) -> int:
        """Characters between two tokens."""
        tokens = self.tokens
        return tokens[max(one, other)].start - tokens[min(one, other)].end

    def _distance(self, one: int, other: int) -> int:
        """Characters between two tokens, and two more where the first stands before the other."""
        return max(0, self.gap(one, other)) + (2 if one < other else 0)

    def _near(self, place: int, *cues: Cue) -> bool:
        around = self.tokens[max(0, place - 2) : place + 3]
        return any(cue in token.cues for token in around for cue in cues)
