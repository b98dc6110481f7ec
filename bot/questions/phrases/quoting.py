"""Prices named in a message, and the number of tokens that a price is wanted for."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from bot.language.basics.cues import Cue
from bot.language.basics.entities import Amount, EntityKind
from bot.language.basics.vocabulary import words_under
from bot.quantities import CALL, TOKEN, Money
from bot.question import UnitPrice
from bot.questions.phrases.asking import asks_whether, says_to_have_heard
from bot.questions.phrases.prices import HEARD, PAID, PAIRS, QUOTED_FOR, STAGES
from bot.questions.phrases.rules import Phrase, Stage, parse_words, words_of
from bot.questions.phrases.values import Priced, Size, Step
from bot.questions.phrases.work import terminal

if TYPE_CHECKING:
    from bot.questions.phrases.slots import Slots

Quoted = tuple[frozenset[int], UnitPrice]
"""A price with the places of its words."""

_WITH_BARE_STEP: Final = (Cue.PRICE, Cue.HOW_MUCH_MONEY, Cue.CONVERT)
_WITH_STEP: Final = (Cue.PRICE, Cue.BEFORE, Cue.CUT)
_WITHOUT_STEP: Final = (Cue.MONEY_WORD, Cue.SPEND, Cue.WRITE, Cue.CHEAP, Cue.DIFFERENCE)
"""Words beside which an amount is one to be paid for, not the step of a price."""
_SPENDING: Final = (Cue.BUY, Cue.FUNDS, Cue.ENOUGH, Cue.WRITE)
"""Words beside which a sum is one to be spent."""
_ONE_STEP: Final = words_under("questions", "quoting, one step")
_BARE_STEP: Final = ("千", "百万", "万", "亿", "十万", "k ", "m ", "k", "m", "million", "thousand", "mil ")
_OF_EACH: Final = frozenset(
    {Cue.EACH, Cue.EVERY_SECOND, Cue.EVERY_MINUTE, Cue.HOURLY, Cue.DAILY, Cue.WEEKLY, Cue.MONTHLY, Cue.QUARTERLY}
)
"""Cues beside an amount that comes again and again, and is no step of a price: 每次1k token."""


def _parsed(slots: Slots, stages: tuple[Stage, ...]) -> tuple[Phrase, ...]:
    return parse_words(slots.reading, stages, slots.words)


def words(slots: Slots) -> tuple[Phrase, ...]:
    """The words of the message, each with what it is by itself."""
    return words_of(slots.reading, terminal)


def quotes(slots: Slots) -> tuple[Phrase, ...]:
    """The prices and steps of prices of the message, with the words that are neither."""
    return _parsed(slots, STAGES)


def _price(slots: Slots, phrase: Phrase, currency: str | None = None) -> Quoted:
    sum_, step = phrase.value
    return _places(phrase), UnitPrice(Money(sum_.value, sum_.currency or currency or slots.currency), step.tokens)


def unit_price(slots: Slots) -> Quoted | None:
    """A price named in the text: "0.0008元/千tokens", "每百万 0.5 元"."""
    found = next((phrase for phrase in slots.quotes if isinstance(phrase.value, Priced)), None)
    if found is not None:
        return _price(slots, found)
    a_step = _with_article(slots)
    if a_step is not None:
        return a_step
    implied = {place for place, _ in _implied_steps(slots)}
    beside = next((quoted for quoted in slots.unit_prices if implied & quoted[0]), None) if implied else None
    return beside or _quoted_sum(slots) or slots.heard_price


def _with_article(slots: Slots) -> Quoted | None:
    """A sum with the step behind it that English says with an article: $1 a million."""
    for place, amount in slots.reading.counted[EntityKind.MONEY]:
        step = slots.tokens[place + 1] if place + 1 < len(slots.tokens) else None
        if step is None or step.amount is None or slots.gap(place, place + 1) > 1:
            continue
        tokens, written = step.amount.value.exact, slots.reading.text[step.start : step.end]
        if tokens in QUOTED_FOR and written.startswith("a ") and step.amount.unit in (None, TOKEN):
            sum_ = Money(amount.value, amount.unit or slots.currency)
            return frozenset({place, place + 1}), UnitPrice(sum_, tokens)
    return None


def heard_price(slots: Slots) -> Quoted | None:
    """The price of a side that somebody has heard of: I thought GPT-5 was $2 input, 有人说4块输入."""
    reading = slots.reading
    sums = reading.counted[EntityKind.MONEY]
    if len(sums) != 1 or not slots.named or reading.has(*_SPENDING):
        return None
    whether = asks_whether(reading) and Cue.HOW_MANY not in reading.cues
    if not (whether or says_to_have_heard(reading.text)):
        return None
    found = [phrase for phrase in _parsed(slots, HEARD) if isinstance(phrase.value, Priced)]
    return _price(slots, found[0]) if found else None


def unit_prices(slots: Slots) -> list[Quoted]:
    """All prices named in the text, in its order; a bare number counts beside one with a currency (0.001 per 1k)."""
    sums = slots.reading.counted[EntityKind.MONEY]
    if not sums:
        return []
    return [_price(slots, each, sums[0][1].unit) for each in _parsed(slots, PAIRS) if isinstance(each.value, Priced)]


def paid_for(slots: Slots) -> Quoted | None:
    """The one sum of the message beside the tokens that it pays for; it may be a bound."""
    sums = slots.reading.counted[EntityKind.MONEY]
    found = [phrase for phrase in _parsed(slots, PAID) if isinstance(phrase.value, Priced)]
    return _price(slots, found[0]) if len(sums) == 1 and found else None


def _quoted_sum(slots: Slots) -> Quoted | None:
    """A price said without a word for "per", beside the amount that it is wanted for: "一百万token卖四元,一千呢"."""
    if slots.named or not slots.reading.has(Cue.HOW_MUCH_MONEY, Cue.HOW_MANY):
        return None
    others = [phrase for phrase in slots.quotes if isinstance(phrase.value, (Size, Step))]
    return slots.paid_for if len(others) > 1 else None


def per(slots: Slots) -> tuple[frozenset[int], Decimal] | None:
    """The number of tokens that a price is wanted for: "每百万tokens", "per 1k tokens"."""
    priced = slots.unit_price[0] if slots.unit_price else frozenset[int]()
    for phrase in slots.quotes:
        if isinstance(phrase.value, Step) and not _places(phrase) & priced:
            return _places(phrase), phrase.value.tokens
    implied = [pair for pair in _implied_steps(slots) if pair[0] not in priced]
    return (frozenset({implied[0][0]}), implied[0][1]) if len(implied) == 1 else None


def _implied_steps(slots: Slots) -> list[tuple[int, Decimal]]:
    """Amounts that are one step of a price by what is asked: 豆包一百万token多少钱, the price of 1,000 tokens."""
    found = []
    for place, amount in slots.reading.amounts_of(EntityKind.QUANTITY, EntityKind.NUMBER):
        tokens = amount.value.exact
        if tokens is not None and _is_step(slots, place, amount):
            found.append((place, tokens))
    return found


def _is_step(slots: Slots, place: int, amount: Amount) -> bool:
    reading, token = slots.reading, slots.tokens[place]
    written = reading.text[token.start : token.end]
    of_tokens = amount.unit == TOKEN or (
        amount.unit is None and amount.value.low is not None and amount.value.low >= 1_000
    )
    if of_tokens and written.startswith(_BARE_STEP) and reading.has(*_WITH_BARE_STEP):
        return True
    quoted = amount.unit == TOKEN and amount.value.exact in QUOTED_FOR
    if quoted and reading.has(*_WITH_STEP):
        return True
    asked = Cue.HOW_MUCH_MONEY in reading.cues and not reading.has(*_WITHOUT_STEP)
    asked = asked or (_is_right_behind(slots, place) and not reading.has(Cue.MONEY_WORD))
    return (
        asked
        and written.startswith(_ONE_STEP)
        and (quoted or _is_asked(slots, place, amount))
        and not _comes_often(slots, place)
    )


def _is_asked(slots: Slots, place: int, amount: Amount) -> bool:
    """Whether a number without a unit stands beside the words that ask for a price: 豆包多少钱一百万."""
    if amount.kind is not EntityKind.NUMBER or amount.value.exact not in QUOTED_FOR or not slots.named:
        return False
    beside = slots.tokens[max(0, place - 1) : place + 2]
    return _is_right_behind(slots, place) or any(Cue.HOW_MUCH_MONEY in token.cues for token in beside)


def _is_right_behind(slots: Slots, place: int) -> bool:
    """Whether a number follows 多少 with nothing between, which then asks for the price of so many: 输出多少一百万."""
    asking = Cue.HOW_MANY in slots.tokens[place - 1].cues if place else False
    return asking and slots.gap(place - 1, place) == 0 and not slots.reading.has(Cue.BUY)


def _comes_often(slots: Slots, place: int) -> bool:
    """Whether a word beside an amount makes it come again and again: 每次1k token."""
    beside = slots.tokens[max(0, place - 1) : place + 2]
    return any(
        not _OF_EACH.isdisjoint(token.cues) or (token.amount is not None and token.amount.unit == CALL)
        for token in beside
    )


def priced_places(slots: Slots) -> frozenset[int]:
    """Places of a price named in the text, or of what a price is wanted for."""
    priced = slots.unit_price[0] if slots.unit_price else frozenset[int]()
    return priced | (slots.per[0] if slots.per else frozenset[int]())


def _places(phrase: Phrase) -> frozenset[int]:
    return frozenset(place for place in range(phrase.first, phrase.end) if phrase.mask >> place & 1)
