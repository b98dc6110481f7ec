"""How much goes in for what comes out: of a price of both together (blended at 3:1), of an amount (输入输出五五开)."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

from bot.language.tokens.reading import Reading
from bot.language.words.expressions import expressions
from bot.quantities import ARITHMETIC
from bot.questions.phrases.shares import EVENLY, RATIO, figure_of
from bot.questions.phrases.work import plain_sides

Span = tuple[int, int]

_WORDS: Final = expressions("blended")
_INPUT: Final = expressions("input side")
_OUTPUT: Final = expressions("output side")
_LARGEST: Final = Decimal(1_000)
_HALF: Final = Decimal("0.5")


class Blend(NamedTuple):
    """So many tokens of input for each one of output, and the stretches of the text that say so."""

    ratio: Decimal
    spans: tuple[Span, ...]


def blend_in(text: str) -> Blend | None:
    """The mix of input and output that a text in normal form names; one of both sides needs no word for it."""
    ratio = RATIO.search(text)
    if ratio is None:
        return None
    words, input_, output = _WORDS.first(text), _INPUT.first(text), _OUTPUT.first(text)
    if not (words or (input_ and output)):
        return None
    one, other = (figure_of(figure) for figure in ratio.groups())
    if not one or not other or max(one, other) > _LARGEST:
        return None
    if input_ and output and output < input_ < ratio.span():
        one, other = other, one
    spans = (ratio.span(),) if words is None else (ratio.span(), words)
    return Blend(ARITHMETIC.divide(one, other), spans)


def parts_of_sides(reading: Reading) -> tuple[dict[str, Decimal], Span]:
    """The parts of a whole on two sides that are named with a ratio, and its words: input to output 3:1, 输入输出各半."""
    sides = [side for _, side in plain_sides(reading)]
    found = RATIO.search(reading.text)
    evenly = EVENLY.search(reading.text) if found is None else None
    if sorted(sides) != ["input", "output"] or not (found or evenly):
        return {}, (0, 0)
    if found is None:
        return dict.fromkeys(sides, _HALF), evenly.span() if evenly else (0, 0)
    one, other = (figure_of(figure) for figure in found.groups())
    if not one or not other:
        return {}, (0, 0)
    total = ARITHMETIC.add(one, other)
    return {sides[0]: ARITHMETIC.divide(one, total), sides[1]: ARITHMETIC.divide(other, total)}, found.span()
