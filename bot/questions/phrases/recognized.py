"""One message with what was recognized in it, and how its tokens lie to each other."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.language.basics.beside import TextBeside
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
    beside: TextBeside | None = None
    """A text that the message may ask about, and that is no part of it."""
    tokens: tuple[Token, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.tokens = self.reading.tokens

    def gap(self, one: int, other: int) -> int:
        """Characters between two tokens."""
        tokens = self.tokens
        return tokens[max(one, other)].start - tokens[min(one, other)].end

    def distance(self, one: int, other: int) -> int:
        """Characters between two tokens, and two more where the first stands before the other."""
        return max(0, self.gap(one, other)) + (2 if one < other else 0)
