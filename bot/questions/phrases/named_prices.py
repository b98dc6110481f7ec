"""A price that a message sets a model against: is it so much, is it below that, how far is it from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bot.language.basics.cues import Cue
from bot.language.basics.entities import EntityKind
from bot.language.basics.vocabulary import words_under
from bot.quantities import Money, Range
from bot.question import UnitPrice
from bot.questions.phrases.asking import asks_whether, says_to_confirm
from bot.questions.phrases.quoting import Quoted

if TYPE_CHECKING:
    from bot.questions.phrases.slots import Slots

_COMPARING: Final = (Cue.CHEAP, Cue.DEAR, Cue.DIFFERENCE, Cue.SAVE, Cue.THAN, Cue.UNDER, Cue.OVER, Cue.VERSUS)
_APART: Final = (Cue.DIFFERENCE, Cue.SAVE)
_MEASURED: Final = (Cue.HOW_MANY, Cue.HOW_MUCH_MONEY, Cue.WHICH, Cue.WHO)
_CHEAPER: Final = (Cue.CHEAP, Cue.UNDER)
_DEARER: Final = (Cue.DEAR, Cue.OVER)
_WHETHER: Final = (Cue.QUESTION, Cue.MAYBE)
_NOT_WHETHER: Final = (
    *_MEASURED, *_APART, Cue.WHY, Cue.WHEN, Cue.BEFORE, Cue.CUT, Cue.RAISE, Cue.SWITCH, Cue.NOT, Cue.CHEAPEST,
    Cue.DEAREST, Cue.MODELS, Cue.VENDORS, Cue.ALL, Cue.LIST, Cue.ENOUGH, Cue.BUY, Cue.WRITE, Cue.FUNDS,
)  # fmt: skip
_NOT_APART: Final = (
    Cue.BEFORE, Cue.CUT, Cue.RAISE, Cue.CHEAPEST, Cue.DEAREST, Cue.LIST, Cue.ENOUGH, Cue.WRITE, Cue.FUNDS, Cue.EXCEPT,
)  # fmt: skip
_NOT_CLAIMED: Final = (
    Cue.HOW_MANY, Cue.HOW_MUCH_MONEY, Cue.CHEAP, Cue.DEAR, Cue.THAN, Cue.UNDER, Cue.OVER, Cue.WHICH, Cue.BEFORE,
    Cue.CUT, Cue.SWITCH, Cue.WHY, Cue.WHO, Cue.WHEN,
)  # fmt: skip
_NO_PRICE: Final = (Cue.BUY, Cue.ENOUGH, Cue.WRITE, Cue.FUNDS)
_STRICT: Final = words_under("questions", "named prices, strict")
_NOT_WEIGHED: Final = (
    Cue.THAN, Cue.UNDER, Cue.OVER, Cue.DIFFERENCE, Cue.SAVE, Cue.WHICH, Cue.HOW_MANY, Cue.HOW_MUCH_MONEY, Cue.SWITCH,
    Cue.VERSUS, Cue.ENOUGH, Cue.BUY, Cue.FUNDS, Cue.WHY,
)  # fmt: skip


class Claim(NamedTuple):
    """A price to be confirmed, or a bound of it: the places of its words, and whether the bound itself is left out.

    ``weighed``: it is only asked whether that is much, which is left to whoever asks.
    """

    places: frozenset[int]
    price: UnitPrice
    below: bool = False
    weighed: bool = False


def named_price(slots: Slots) -> Quoted | None:
    """The one price named, as it is quoted or as a sum beside the tokens that it pays for; it may be a bound."""
    sums = slots.reading.counted[EntityKind.MONEY]
    return (slots.unit_price or slots.paid_for) if len(sums) == 1 else None


def price_apart(slots: Slots) -> tuple[frozenset[int], UnitPrice] | None:
    """A price of which it is asked how far a model's is from it: 每百万10块比豆包贵多少."""
    reading = slots.reading
    if len(reading.counted[EntityKind.MONEY]) != 1 or not reading.has(*_COMPARING) or reading.has(*_NOT_APART):
        return None
    measured = reading.has(*_MEASURED) and reading.has(Cue.CHEAP, Cue.DEAR, Cue.THAN)
    if not (measured or reading.has(*_APART) or _matched(slots)) or len(slots.subjects) != 1:
        return None
    found = slots.named_price
    if found is None or found[1].money.value.exact is None or not _is_all(slots, found[0]):
        return None
    return found


def _matched(slots: Slots) -> bool:
    """Whether a price is to be held against a model's, with no word for how: how does $2 compare to Doubao."""
    return Cue.VERSUS in slots.reading.cues and not slots.reading.has(*_NOT_WHETHER)


def compared_with_price(slots: Slots) -> bool:
    """Whether it is the named price that a model is compared with, and not the other way round."""
    found = slots.named_price
    priced = found[0] if found is not None else frozenset[int]()
    names = {place for place, _ in slots.named}
    for than in slots.reading.cues.get(Cue.THAN, ()):
        behind = [place for place in names | priced if place > than]
        if behind:
            return min(behind) in priced
    return True


def claim(slots: Slots) -> Claim | None:
    """The price, or the bound of it, of which it is asked whether a model's is that: 豆包是不是0.8元每百万token."""
    if len(slots.subjects) != 1 or not slots.reading.counted[EntityKind.MONEY]:
        return None
    return _exact_claim(slots) or _bound(slots) or _weighed(slots)


def _exact_claim(slots: Slots) -> Claim | None:
    reading = slots.reading
    confirming = says_to_confirm(reading.text)
    heard = slots.heard_price is not None
    other = _NOT_CLAIMED if not heard else tuple(cue for cue in _NOT_CLAIMED if cue is not Cue.BEFORE)
    if reading.has(*other) or not (confirming or heard or asks_whether(reading)):
        return None
    found = slots.unit_price
    if found is None and confirming and not reading.has(*_NO_PRICE):
        found = slots.named_price
    if found is None or len(slots.unit_prices) > 1 or not _is_all(slots, found[0]):
        return None
    return Claim(*found) if found[1].money.value.exact is not None else None


def _bound(slots: Slots) -> Claim | None:
    """The bound of a price: is Doubao under 1 yuan per million, and, turned round, is 1 yuan cheaper than Doubao."""
    reading = slots.reading
    asked = reading.has(*_WHETHER) or asks_whether(reading) or says_to_confirm(reading.text)
    if not asked or reading.has(*_NOT_WHETHER):
        return None
    if Cue.EXISTS in reading.cues and reading.cues[Cue.EXISTS][0] < slots.named[0][0]:
        return None
    found = slots.named_price
    if found is None or not _is_all(slots, found[0]):
        return None
    places, (money, per) = found
    value, dearer = money.value, reading.has(*_DEARER)
    if value.exact is not None:
        if not reading.has(Cue.THAN, Cue.UNDER, Cue.OVER) or dearer is reading.has(*_CHEAPER):
            return None
        above = dearer is slots.compared_with_price
        value = Range(value.low, None) if above else Range(None, value.high)
    elif None not in value:
        return None
    strict = slots.strictly_below or reading.has(Cue.CHEAP, Cue.DEAR)
    return Claim(places, UnitPrice(Money(value, money.currency), per), strict)


def _weighed(slots: Slots) -> Claim | None:
    """The price of which it is asked whether it is high or low: 0.8元一百万贵不贵."""
    if not slots.reading.has(Cue.CHEAP, Cue.DEAR) or slots.reading.has(*_NOT_WEIGHED):
        return None
    found = slots.named_price
    exact = found is not None and found[1].money.value.exact is not None and _is_all(slots, found[0])
    return Claim(*found, weighed=True) if found is not None and exact else None


def strictly_below(slots: Slots) -> bool:
    """Whether the words of a limit leave the limit itself out (低于, under), rather than keep it in (以内)."""
    return any(word in slots.reading.text for word in _STRICT)


def _is_all(slots: Slots, places: frozenset[int]) -> bool:
    """Whether no amount is named but those that make the price."""
    return all(place in places for place, _ in slots.reading.amounts_of(EntityKind.MONEY, EntityKind.QUANTITY))
