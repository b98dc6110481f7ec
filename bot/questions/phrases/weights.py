"""How much each word of a message matters to what it asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.language.basics.cues import Cue
from bot.lazy import Worked

if TYPE_CHECKING:
    from bot.language.tokens.reading import Reading
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


_WHAT_IS_MEANT: Final = 3.0
"""What a name or an amount weighs."""
_TOPIC_WEIGHT: Final = 2.0
"""What a word that only facts know weighs."""


def weights(message: Slots | Reading) -> list[float]:
    """The weights of all tokens, in order."""
    return [
        _WHAT_IS_MEANT
        if token.name is not None or (token.amount is not None and not token.cues)
        else _OF_CUES[token.cues]
        for token in message.tokens
    ]


def _cues_weight(cues: tuple[Cue, ...]) -> float:
    if not cues:
        return _TOPIC_WEIGHT
    if not _FREE.isdisjoint(cues):
        return 0.0
    if not _HEAVY.isdisjoint(cues):
        return 2.0
    return 0.5 if _LIGHT.issuperset(cues) else 1.0


_OF_CUES: Final = Worked[tuple[Cue, ...], float](_cues_weight)
