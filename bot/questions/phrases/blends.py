"""How much goes in for what comes out: of a price of both together (blended at 3:1), of an amount (输入输出五五开)."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

from bot.language.basics.vocabulary import words_under
from bot.language.tokens.reading import Reading
from bot.language.words.expressions import expressions
from bot.quantities import ARITHMETIC, ONE
from bot.questions.phrases.shares import EVENLY, RATIO, figure_of
from bot.questions.phrases.work import plain_sides

Span = tuple[int, int]

_WORDS: Final = expressions("blended")
_INPUT: Final = expressions("input side")
_OUTPUT: Final = expressions("output side")
_BY: Final = words_under("questions", "ratios, by")
_LARGEST: Final = Decimal(1_000)
_HALF: Final = Decimal("0.5")


class Blend(NamedTuple):
    """So many tokens of input for each one of output, and the stretches of the text that say so."""

    ratio: Decimal
    spans: tuple[Span, ...]


def blend_in(text: str, *, of_one: bool = False) -> Blend | None:
    """The mix of input and output that a text in normal form names; one of both sides needs no word for it.

    ``of_one``: nothing but one model is there to have a ratio, which then needs nothing but a word before it (按2比1).
    """
    ratio = RATIO.search(text)
    if ratio is None:
        return None
    words, input_, output = _WORDS.first(text), _INPUT.first(text), _OUTPUT.first(text)
    bound = of_one and text[: ratio.start()].rstrip().endswith(_BY)
    if not (words or bound or (input_ and output)):
        return None
    one, other = (figure_of(figure) for figure in ratio.groups())
    if not one or not other or max(one, other) > _LARGEST:
        return None
    if input_ and output and output < input_ < ratio.span():
        one, other = other, one
    spans = (ratio.span(),) if words is None else (ratio.span(), words)
    return Blend(ARITHMETIC.divide(one, other), spans)


def parts_of_sides(reading: Reading, *, of_one: bool) -> tuple[dict[str, Decimal], tuple[Span, ...]]:
    """The parts of a whole on two sides that a ratio names, and its words: input to output 3:1, 输入输出各半."""
    sides = [side for _, side in plain_sides(reading)]
    both = sorted(sides) == ["input", "output"]
    blend = blend_in(reading.text, of_one=of_one) if both or not sides else None
    if blend is not None:
        out = ARITHMETIC.divide(ONE, ARITHMETIC.add(blend.ratio, ONE))
        return {"input": ARITHMETIC.subtract(ONE, out), "output": out}, blend.spans
    evenly = EVENLY.search(reading.text) if both else None
    return (dict.fromkeys(sides, _HALF), (evenly.span(),)) if evenly is not None else ({}, ())


def only_side(reading: Reading) -> str | None:
    """The side that alone is to count: 只算输出, output only."""
    text = reading.text
    for place, side in plain_sides(reading):
        token = reading.tokens[place]
        if text[: token.start].rstrip().endswith(_ONLY) or text.startswith(_ALONE, token.end):
            return side
    return None


_ONLY: Final = words_under("questions", "sides, only")
_ALONE: Final = (" only", " alone", "而已")
