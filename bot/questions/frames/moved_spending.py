"""What the work that a sum pays for with one model would cost with another: 每月花300块用豆包，换GLM能省多少."""

from __future__ import annotations

from typing import Final

from bot.language.basics.cues import Cue
from bot.quantities import TOKEN, Money, Quantity
from bot.question import Kind, Load, Question
from bot.questions.phrases.slots import Slots
from bot.questions.phrases.work import TIME_CUES
from bot.questions.working.families import models_of
from bot.questions.working.working import Working

_ASKED: Final = (Cue.SAVE, Cue.DIFFERENCE, Cue.HOW_MUCH_MONEY, Cue.SPEND, Cue.HOW_MANY, Cue.CHEAP, Cue.DEAR)
_OTHERWISE: Final = (
    Cue.TOKEN,
    Cue.CHARACTER,
    Cue.WORD,
    Cue.CALL,
    Cue.COPY,
    Cue.DURATION,
    Cue.ENOUGH,
    Cue.BEFORE,
    Cue.CUT,
)
EXPLAINED: Final = frozenset({*_ASKED, *TIME_CUES, Cue.SWITCH, Cue.BUY, Cue.FUNDS, Cue.MONEY_WORD})


def spent(slots: Slots) -> tuple[Question, frozenset[int]] | None:
    """The comparison, and the places of the sum; ``None`` where no sum is said to be spent on what is to be left."""
    reading = slots.reading
    switches = _switches(slots) if reading.has(Cue.SWITCH, Cue.BUY) and reading.has(*_ASKED) else []
    if not switches or len(slots.money) != 1 or len(slots.subjects) != 2:
        return None
    place, money = slots.money[0]
    if reading.has(*_OTHERWISE) or slots.loads[0] or money.value.exact is None or slots.unit_price is not None:
        return None
    behind = [id_ for at, id_ in slots.named if at > switches[-1]]
    taken = models_of(slots.market, behind[0]) if behind else ()
    if len(taken) != 1 or taken[0] not in slots.subjects:
        return None
    left = next(id_ for id_ in slots.subjects if id_ != taken[0])
    question = Question(Kind.COMPARE, (left, taken[0]), (money,), versus=left, target=slots.asked_currency)
    return question, frozenset({place, *(at for at, _ in slots.quantities("day"))})


def _switches(slots: Slots) -> list[int]:
    """Places of the words for changing from one to another; 换 buys as well, but not right before a name."""
    reading = slots.reading
    named = {place for place, _ in slots.named}
    bare = [place for place in reading.cues.get(Cue.BUY, ()) if place + 1 in named and _word(slots, place) == "换"]
    return sorted({*reading.cues.get(Cue.SWITCH, ()), *bare})


def _word(slots: Slots, place: int) -> str:
    token = slots.tokens[place]
    return slots.reading.text[token.start : token.end]


def paid_for(working: Working, money: Money, model: str | None) -> tuple[Load, ...]:
    """The tokens that a sum buys of a model, as the work to compare by; none where that is free or not known."""
    price = working.one_price(model) if model is not None else None
    exchanged = working.exchange(money, price.currency) if price is not None and not price.free else None
    if price is None or exchanged is None:
        return ()
    return (Load(Quantity(working.tokens_for(exchanged, price), TOKEN), side=price.side),)
