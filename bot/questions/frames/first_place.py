"""Whether one model is the cheapest, or the dearest: 文心是不是最贵的, is GLM the cheapest one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.answers import Remark
from bot.language.basics.cues import Cue
from bot.language.basics.vocabulary import words_under
from bot.question import Order
from bot.questions.phrases.asking import asks_whether, says_to_confirm
from bot.questions.phrases.slots import Slots
from bot.questions.working.ordering import Figure
from bot.questions.working.working import Working

_FIRST: Final = {Order.CHEAPEST: Cue.CHEAPEST, Order.DEAREST: Cue.DEAREST}
_OTHERWISE: Final = (
    Cue.HOW_MANY, Cue.HOW_MUCH_MONEY, Cue.WHICH, Cue.WHO, Cue.WHY, Cue.WHEN, Cue.THAN, Cue.EXISTS, Cue.FREE, Cue.NOT,
    Cue.LIST, Cue.DIFFERENCE, Cue.BEFORE, Cue.CUT, Cue.RAISE, Cue.UNDER, Cue.OVER,
)  # fmt: skip
_DOUBTING: Final = words_under("questions", "first place, doubting")


def asked_first(slots: Slots, order: Order) -> str | None:
    """The one model named, where it is asked whether it is the cheapest, or the dearest."""
    reading = slots.reading
    cue = _FIRST.get(order)
    if cue is None or slots.money or reading.has(*_OTHERWISE):
        return None
    dropped = slots.excluded[0]
    subjects = [id_ for id_ in slots.subjects if id_ not in dropped]
    names = [place for place, id_ in slots.named if id_ not in slots.exclusion.names]
    if len(subjects) != 1 or len(names) != 1:
        return None
    doubting = any(_word(slots, place) in _DOUBTING for place in reading.cues.get(Cue.MAYBE, ()))
    if not (doubting or asks_whether(reading) or says_to_confirm(reading.text)):
        return None
    return subjects[0]


def _word(slots: Slots, place: int) -> str:
    return slots.reading.text[slots.tokens[place].start : slots.tokens[place].end]


def confirm_first(working: Working, fitting: Sequence[Figure]) -> None:
    """Say whether the one model named comes first, or in the place asked for, where that can be told."""
    named = working.question.versus
    if named not in {figure.result.subject for figure in fitting}:
        return
    level = {note.remark: note.about for note in working.notes if note.remark in (Remark.TIED, Remark.OVERLAP)}
    first = level.get(Remark.TIED, ()) or ((working.winner,) if working.winner is not None else ())
    if first:
        working.note(Remark.CONFIRMED if named in first else Remark.DENIED)
    elif named not in level.get(Remark.OVERLAP, (named,)):
        working.note(Remark.DENIED)
