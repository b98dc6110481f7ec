"""How work is split between sides: 75% input, input to output 3:1, half of each, a part of the input from the cache."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from bot.language.basics.cues import Cue
from bot.language.basics.entities import EntityKind
from bot.quantities import ARITHMETIC, CHARACTER, TOKEN, WORD, ZERO, Quantity, Range
from bot.questions.phrases.funds import Sums
from bot.questions.phrases.side_amounts import paired, plain_sides

_ONE: Final = Decimal(1)
_HUNDRED: Final = Decimal(100)
_FEWEST_TOKENS: Final = 1_000
_BOTH: Final = frozenset({"input", "output"})
_BESIDE: Final = 6
"""Most characters between a share and the word for its side: 70% of it is input."""
_DIGITS: Final = "一二三四五六七八九十"
_FIGURE: Final = rf"(?<![\d.])(\d{{1,3}}(?:\.\d+)?|[{_DIGITS}两])"
RATIO: Final = re.compile(rf"{_FIGURE} ?(?::|比|/|to|-to-) ?{_FIGURE}(?![\d.%]|[万千百亿])")
_EVEN: Final = re.compile(r"五五开|对半|一半一半|\bhalf and half\b|\bevenly\b|\bequally\b")
_OTHER_PERCENTAGE: Final = (Cue.CUT, Cue.RAISE, Cue.CHEAP, Cue.DEAR, Cue.THAN)


class Split(NamedTuple):
    """Amounts on sides, and the places of all that they were read from."""

    amounts: list[tuple[Quantity, str]]
    places: frozenset[int]


class UnclearError(ValueError):
    """The sides of an amount are spoken of in a way that leaves open what is meant."""


def split(slots: Sums) -> Split | None:
    """One amount as the parts of it on each side; ``None`` where no split is spoken of.

    Raises:
        UnclearError: it is, but not clearly enough to make a sum of it.
    """
    amounts = slots.quantities(TOKEN, CHARACTER, WORD) or [
        (place, Quantity(amount.value, TOKEN))
        for place, amount in slots.bare_numbers
        if (amount.value.exact or ZERO) >= _FEWEST_TOKENS and not slots.is_fund(place)
    ]
    found = _shares(slots) if len(amounts) == 1 else None
    if found is None:
        return None
    shares, places = found
    place, whole = amounts[0]
    parts = [(Quantity(whole.value.scaled(share), whole.unit), side) for side, share in shares.items()]
    return Split(parts, places | {place, *(at for at, _ in slots.sides)})


def _shares(slots: Sums) -> tuple[Mapping[str, Decimal], frozenset[int]] | None:
    text = slots.reading.text
    words = plain_sides(slots)
    sides = [side for _, side in words]
    given = _fractions(slots)
    if given:
        return _of_fractions(slots, words, given)
    if len(sides) != len(_BOTH) or set(sides) != _BOTH:
        return None
    ratio = RATIO.search(text)
    if ratio is not None:
        one, other = (figure_of(figure) for figure in ratio.groups())
        total = ARITHMETIC.add(one, other)
        if not one or not other:
            raise UnclearError
        numbers = {place for place, _ in slots.bare_numbers if _within(slots, place, ratio.span())}
        shares = {sides[0]: ARITHMETIC.divide(one, total), sides[1]: ARITHMETIC.divide(other, total)}
        return shares, frozenset(numbers)
    if _EVEN.search(text):
        return dict.fromkeys(sides, Decimal("0.5")), frozenset()
    return None


def _of_fractions(
    slots: Sums, words: list[tuple[int, str]], given: Mapping[int, Decimal]
) -> tuple[Mapping[str, Decimal], frozenset[int]] | None:
    """Each side with its own fraction, which make one in all, or the rest of it for the other side."""
    if len(given) == 1:
        place, share = next(iter(given.items()))
        near = sorted((slots.gap(*sorted((place, word))), side) for word, side in words)
        if not near or near[0][0] > _BESIDE:
            return None
        if near[0][1] not in _BOTH or (len(near) > 1 and near[0][0] == near[1][0]):
            raise UnclearError
        side = near[0][1]
        other = next(each for each in _BOTH if each != side)
        return {side: share, other: ARITHMETIC.subtract(_ONE, share)}, frozenset({place})
    pairs = paired(slots, words, sorted(given))
    shares = {side: given[place] for place, _, side in pairs}
    if len(shares) != len(given) or sum(shares.values(), ZERO) != _ONE:
        raise UnclearError
    return shares, frozenset(given)


def _fractions(slots: Sums) -> Mapping[int, Decimal]:
    """Percentages and halves of the message that are no cut of a price."""
    if slots.reading.has(*_OTHER_PERCENTAGE):
        return {}
    found = {}
    for place, amount in slots.reading.amounts(EntityKind.PERCENT):
        end = slots.tokens[place].end
        if amount.value.exact is None or slots.reading.text.startswith(("折", " off"), end - 1):
            return {}
        found[place] = ARITHMETIC.divide(amount.value.exact, _HUNDRED)
    for place, amount in slots.bare_numbers:
        if amount.value.exact is not None and ZERO < amount.value.exact < _ONE:
            found[place] = amount.value.exact
    return {place: share for place, share in found.items() if ZERO < share < _ONE}


def figure_of(text: str) -> Decimal:
    return Decimal(2) if text == "两" else Decimal(_DIGITS.index(text) + 1) if text in _DIGITS else Decimal(text)


def _within(slots: Sums, place: int, span: tuple[int, int]) -> bool:
    token = slots.tokens[place]
    return span[0] <= token.start and token.end <= span[1]


# A part of the input that comes from the cache

_OF_IT: Final = re.compile(
    r"其中|里面|里头|当中|之中|包括|包含|含|\(|共"
    r"|\bof (?:it|them|which|that|those|these|the)\b|\bincl(?:uding|udes?|\.)?\b|\bcached (?:out )?of\b|\btotal\b"
)


def cached_share(slots: Sums) -> tuple[int, int, Decimal] | None:
    """The share of the input that comes from the cache: places of the share and of its word, and the share."""
    cached = [place for place, side in slots.sides if side == "cached_input"]
    if not cached:
        return None
    found = [
        (abs(place - word), place, word, share)
        for place, share in _fractions(slots).items()
        for word in cached
        if slots.gap(*sorted((place, word))) <= _BESIDE
    ]
    return min(found)[1:] if found else None


def without_cached(
    slots: Sums, found: list[tuple[int, int, Quantity, str]], share: Decimal | None
) -> list[tuple[Quantity, str]]:
    """The amounts with what comes from the cache taken off the input that it is a part of.

    Raises:
        UnclearError: more comes from the cache than goes in, or it is not known how much.
    """
    amounts = {side: quantity for _, _, quantity, side in found}
    whole = amounts.get("input")
    if share is not None:
        if whole is None or "cached_input" in amounts:
            raise UnclearError
        amounts["cached_input"] = Quantity(whole.value.scaled(share), whole.unit)
    elif whole is None or "cached_input" not in amounts or not _OF_IT.search(slots.reading.text, *_span(slots, found)):
        return [(quantity, side) for _, _, quantity, side in found]
    cached, entire = amounts["cached_input"].value.exact, whole.value.exact
    if cached is None or entire is None or cached > entire or amounts["cached_input"].unit != whole.unit:
        raise UnclearError
    amounts["input"] = Quantity(Range.exactly(ARITHMETIC.subtract(entire, cached)), whole.unit)
    return [(quantity, side) for side, quantity in amounts.items() if quantity.value.exact != ZERO]


def _span(slots: Sums, found: list[tuple[int, int, Quantity, str]]) -> tuple[int, int]:
    """The stretch of text from the input's amount to that from the cache, with the words for both."""
    tokens = [slots.tokens[at] for *places, _, side in found if side != "output" for at in places]
    return min(token.start for token in tokens), max(token.end for token in tokens)
