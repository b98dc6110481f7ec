"""Which order of models a message asks for: the cheapest, the dearest, the free ones, or all of them, up or down."""

from __future__ import annotations

from typing import Final

from bot.language.basics.cues import Cue
from bot.language.basics.entities import EntityKind
from bot.language.basics.vocabulary import words_under
from bot.question import Order
from bot.questions.kinds.ranked_models import versions_asked, whole_range
from bot.questions.phrases.slots import Slots


def order_asked(slots: Slots) -> Order | None:
    """The order that a message asks for; ``None`` where it asks for none."""
    reading = slots.reading
    if Cue.DESCENDING in reading.cues:
        return Order.DESCENDING
    if Cue.ORDER in reading.cues:
        return Order.ASCENDING
    if Cue.LIST in reading.cues and len(slots.subjects) > 1 and _sorts(slots):
        return Order.DESCENDING if Cue.DEAREST in reading.cues and Cue.CHEAPEST not in reading.cues else Order.ASCENDING
    if Cue.CHEAPEST in reading.cues:
        return Order.CHEAPEST
    if Cue.DEAREST in reading.cues:
        return Order.DEAREST
    picks = reading.has(*_PICKING) or _bounds_prices(slots)
    return None if not picks or _may_fall(slots) else _order_chosen(slots)


_PICKING: Final = (Cue.THAN, Cue.WHICH, Cue.LIST, Cue.ALL, Cue.EXISTS, Cue.MODELS, Cue.VENDORS, Cue.FREE)
"""Without any of them a message picks some of all by a bound of their prices alone."""


def _order_chosen(slots: Slots) -> Order | None:
    """The order of those that a message picks out of all, where no word says which end of them."""
    reading = slots.reading
    if slots.limits_price:
        return Order.DEAREST if Cue.DEAR in reading.cues and Cue.CHEAP not in reading.cues else Order.CHEAPEST
    left = [id_ for id_ in slots.subjects if id_ not in slots.excluded[0]]
    several = bool(versions_asked(slots))
    named = bool(left) and not several
    compared = Cue.THAN in reading.cues and len(left) == 1
    choosing = (
        (compared and reading.has(Cue.WHO, Cue.MODELS, Cue.WHAT))
        or reading.has(Cue.WHICH, Cue.LIST, Cue.ALL, Cue.EXISTS)
        or (reading.has(Cue.MODELS, Cue.VENDORS) and not named)
        or (Cue.FREE in reading.cues and reading.has(Cue.KNOW, Cue.WHAT) and (whole_range(slots) or not named))
        or (Cue.MODELS in reading.cues and slots.caps and whole_range(slots) is not None)
        or _bounds_prices(slots)
    )
    excluding_free = slots.excluded[2]
    if Cue.FREE in reading.cues and choosing and not excluding_free and not reading.has(Cue.CHEAP, Cue.DEAR):
        some = whole_range(slots) is not None and reading.has(Cue.WHICH, Cue.WHAT, Cue.LIST, Cue.ALL, Cue.EXISTS)
        return Order.FREE if some or not named else None
    if choosing and slots.caps and not slots.loads[0] and reading.has(Cue.INPUT, Cue.OUTPUT, Cue.PRICE):
        return Order.ASCENDING  # those within a bound of their prices: 输出低于5块的有哪些
    if _picks(slots, Cue.DEAR) and Cue.CHEAP not in reading.cues and choosing and (compared or not named):
        return Order.ASCENDING if compared else Order.DEAREST
    if _picks(slots, Cue.CHEAP) and choosing and (compared or not named or excluding_free):
        return Order.ASCENDING if reading.has(Cue.LIST, Cue.ALL) else Order.CHEAPEST
    if asks_for_all_of_one(slots):
        return Order.ASCENDING
    priced = reading.has(Cue.PRICE, Cue.HOW_MUCH_MONEY, Cue.CHEAP, Cue.DEAR)
    alone = len(left) == 1 and not compared and not several
    if (
        (reading.has(Cue.LIST, Cue.ALL) and priced and not alone and (len(left) < 2 or _sorts(slots)))
        or (len(left) > 1 and _sorts(slots))
        or (excluding_free and choosing)
        or (choosing and (slots.caps or (slots.money and slots.loads[0])))
    ):
        return Order.DESCENDING if Cue.DEAR in reading.cues and Cue.CHEAP not in reading.cues else Order.ASCENDING
    return None


def asks_for_all_of_one(slots: Slots) -> bool:
    """Whether all the models of one vendor or product are asked for: claude全部型号价钱, which models does xAI have."""
    reading = slots.reading
    if Cue.MODELS not in reading.cues and not _named_as_models(slots):
        return False
    all_of_them = reading.has(Cue.ALL, Cue.LIST) or (reading.has(Cue.WHICH, Cue.WHAT) and _names_several(slots))
    return all_of_them and (whole_range(slots) is not None or bool(slots.of_version))


def _named_as_models(slots: Slots) -> bool:
    """Whether the word for models is a part of a name: kimi models."""
    text = slots.reading.text
    return any(text[: slots.tokens[place].end].endswith(_MODELS) for place in slots.name_places)


_MODELS: Final = ("models", "模型")


def _names_several(slots: Slots) -> bool:
    """Whether more models than one are spoken of: which models, 有哪些型号."""
    reading = slots.reading
    ends = {reading.text[slots.tokens[at].end - 1] for at in reading.places(Cue.MODELS, Cue.WHICH)}
    return Cue.EXISTS in reading.cues or not _PLURAL_ENDS.isdisjoint(ends)


_PLURAL_ENDS: Final = frozenset("s些啲")


def _may_fall(slots: Slots) -> bool:
    """Whether it is asked if prices may still fall, rather than for what is cheap: 仲有冇得再平."""
    ends = (slots.tokens[place].end for place in slots.reading.cues.get(Cue.EXISTS, ()))
    return any(slots.reading.text.startswith(_MAY, end) for end in ends)


_MAY: Final = words_under("questions", "ranked order, may")
"""Behind 有冇 they ask what may happen."""


def _bounds_prices(slots: Slots) -> bool:
    """Whether a price per tokens on a side bounds those of a family, or of all: output under $2 per million on claude."""
    if all(sum_.value.exact is not None for _, sum_ in slots.money):
        return False
    several = len(slots.families) == len(slots.named) and len(slots.named) < 2
    return several and slots.per is not None and slots.claim is None and slots.plain_side is not None


def _picks(slots: Slots, cue: Cue) -> bool:
    """Whether a word for cheap or dear picks some of all, rather than asking of one whether it is so: 贵不贵."""
    words = (slots.tokens[place] for place in slots.reading.cues.get(cue, ()))
    return any(_WHETHER.isdisjoint(slots.reading.text[token.start : token.end]) for token in words)


_WHETHER: Final = frozenset("不唔吗")
_SORTING: Final = words_under("questions", "ranked order, sorting")


_BOARDS: Final = words_under("questions", "ranked order, boards")
"""What also ranks models by how good they are."""
_OF_PRICES: Final = (
    Cue.PRICE, Cue.HOW_MUCH_MONEY, Cue.CHEAP, Cue.DEAR, Cue.CHEAPEST, Cue.DEAREST, Cue.SPEND, Cue.TOKEN, Cue.INPUT, Cue.OUTPUT,
)  # fmt: skip


def _sorts(slots: Slots) -> bool:
    """Whether a word for a list says that it is to be in order."""
    listed = [
        slots.reading.text[slots.tokens[place].start : slots.tokens[place].end]
        for place in slots.reading.cues.get(Cue.LIST, ())
    ]
    if not slots.reading.has(*_OF_PRICES):
        listed = [word for word in listed if not any(board in word for board in _BOARDS)]
    return any(word in written for written in listed for word in _SORTING)


def compares(slots: Slots, cue: Cue) -> bool:
    """Whether a word for cheaper or dearer is there that does not only open a limit in money: 低于2元."""
    tokens = slots.tokens
    limits = {place - 1 for place, _ in slots.reading.counted[EntityKind.MONEY] if place and len(slots.named) == 1}
    limits = {place for place in limits if Cue.THAN in tokens[place].cues or Cue.UNDER in tokens[place].cues}
    return any(place not in limits for place in slots.reading.cues.get(cue, ()))
