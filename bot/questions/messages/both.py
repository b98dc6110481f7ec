"""Models spoken of one after the other, which a message takes together: 两个差多少, which one is cheaper?"""

from __future__ import annotations

from typing import Final

from bot.language.basics.cues import Cue
from bot.language.words.expressions import expressions
from bot.question import Kind, Question
from bot.questions.kinds.handlers import handlers
from bot.questions.messages.changed_terms import is_bare
from bot.questions.phrases.slots import Slots

_MOST: Final = 2
"""Models that are remembered beside the last one."""
_BOTH: Final = expressions("the two")
_WEIGHING: Final = (
    Cue.BUY, Cue.WHICH, Cue.WHO, Cue.CHEAP, Cue.DEAR, Cue.DIFFERENCE, Cue.HOW_MANY, Cue.HOW_MUCH_MONEY, Cue.MAYBE, Cue.CONVERT, Cue.WHAT,
    Cue.PRICE, Cue.ALL, Cue.VERSUS, Cue.MODELS, Cue.INPUT, Cue.OUTPUT, Cue.CACHED,
)  # fmt: skip


def earlier_than(question: Question, previous: Question, earlier: tuple[str, ...]) -> tuple[str, ...]:
    """What was spoken of before the one thing that a question is about, where a later message may take them together."""
    if not all("earlier" in handlers()[each.kind].slots and len(each.subjects) == 1 for each in (question, previous)):
        return ()
    if (question.kind is Kind.PLAN) is not (previous.kind is Kind.PLAN):
        return ()
    before = (*earlier, *previous.subjects)
    return tuple(id_ for id_ in dict.fromkeys(before) if id_ not in question.subjects)[-_MOST:]


def taken_together(slots: Slots) -> str | None:
    """What a message says beside the words by which it takes both together; ``None`` where it speaks of no two."""
    if slots.named or slots.names_unknown:
        return None
    text, span = slots.reading.text, _BOTH.first(slots.reading.text)
    if span is not None:
        return f"{text[: span[0]]} {text[span[1] :]}"
    counted = slots.reading.has(Cue.WHICH, Cue.WHO) and Cue.BUY in slots.reading.cues
    return text if (weighs(slots) or counted) and is_bare(slots, *_WEIGHING) else None


def weighs(slots: Slots) -> bool:
    """Whether a message asks which of two is cheaper, or how far apart they are."""
    reading = slots.reading
    return Cue.DIFFERENCE in reading.cues or (reading.has(Cue.WHICH, Cue.WHO) and reading.has(Cue.CHEAP, Cue.DEAR))
