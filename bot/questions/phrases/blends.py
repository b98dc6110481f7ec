"""How much goes in for what comes out, where a price of both together is asked for: blended at 3:1, 输入输出按3比1."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

from bot.quantities import ARITHMETIC
from bot.questions.phrases.shares import RATIO, figure_of

Span = tuple[int, int]

_WORDS: Final = re.compile(
    r"混合价?|综合(?:价|下来|成本|起来|算)?|加权(?:平均)?|平均(?:价|下来)?|折算|按比例|\b(?:blend(?:ed)?|mix(?:ed)?|weighted|average|avg|combined)\b"
)
_OUTPUT_FIRST: Final = re.compile(r"输出[^,;]{0,4}输入|\bout(?:put)?\b.{0,12}\bin(?:put)?\b")
_LARGEST: Final = Decimal(1_000)


class Blend(NamedTuple):
    """So many tokens of input for each one of output, and the stretches of the text that say so."""

    ratio: Decimal
    spans: tuple[Span, ...]


def blend_in(text: str) -> Blend | None:
    """The mix of input and output that a text in normal form names; one of both sides needs no word for it."""
    ratio, words = RATIO.search(text), _WORDS.search(text)
    both = re.search(r"输入", text) is not None and re.search(r"输出", text) is not None
    both = both or re.search(r"\bin(?:put)?\b.*\bout(?:put)?\b|\bout(?:put)?\b.*\bin(?:put)?\b", text) is not None
    if ratio is None or not (words or both):
        return None
    one, other = (figure_of(figure) for figure in ratio.groups())
    if not one or not other or max(one, other) > _LARGEST:
        return None
    if _OUTPUT_FIRST.search(text, 0, ratio.start()) is not None:
        one, other = other, one
    spans = tuple(match.span() for match in (ratio, words) if match is not None)
    return Blend(ARITHMETIC.divide(one, other), spans)
