"""How much each word of a message matters to what it asks."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bot.language.basics.cues import Cue
from bot.language.tokens.reading import Token

if TYPE_CHECKING:
    from bot.questions.phrases.slots import Slots

_HEAVY: Final = frozenset(
    {Cue.CHEAPEST, Cue.DEAREST, Cue.BEFORE, Cue.CUT, Cue.WHY, Cue.DATE, Cue.HOW_MUCH_MONEY, Cue.DURATION, Cue.FREE, Cue.EXCEPT,
     Cue.RAISE, Cue.HELP, Cue.WHO, Cue.WHEN, Cue.DESCENDING, Cue.SOURCE, Cue.DIFFERENCE, Cue.SWITCH, Cue.SAVE, Cue.ORDER, Cue.RIVALRY}
)  # fmt: skip
_FREE: Final = frozenset({Cue.FILLER, Cue.ASK, Cue.QUESTION, Cue.MAYBE, Cue.EXISTS})
_LIGHT: Final = frozenset(
    {Cue.PER, Cue.VERSUS, Cue.THAN, Cue.WHAT, Cue.MODELS, Cue.VENDORS, Cue.ALL,
     Cue.KNOW, Cue.HOW, Cue.EACH}
)  # fmt: skip


_TOPIC_WEIGHT: Final = 2.0
"""What a word that only facts know weighs."""


def weights(slots: Slots) -> list[float]:
    """The weights of all tokens, in order."""
    return [token_weight(token) for token in slots.tokens]


def token_weight(token: Token) -> float:
    """How much a token matters to what a message asks."""
    if token.name is not None or (token.amount is not None and not token.cues):
        return 3.0
    return _cues_weight(token.cues)


@lru_cache(maxsize=1024)
def _cues_weight(cues: tuple[Cue, ...]) -> float:
    if not cues:
        return _TOPIC_WEIGHT
    if not _FREE.isdisjoint(cues):
        return 0.0
    if not _HEAVY.isdisjoint(cues):
        return 2.0
    return 0.5 if _LIGHT.issuperset(cues) else 1.0
