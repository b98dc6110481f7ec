"""Phrases for prices: so much per thousand tokens, and the number of tokens that a price is asked for."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from bot.language.basics.cues import Cue
from bot.language.basics.vocabulary import words_under
from bot.quantities import TOKEN
from bot.questions.phrases.rules import Rule, Stage
from bot.questions.phrases.values import Apart, Name, Number, Priced, Side, Size, Step, Sum, Way

_STEPS: Final = {Cue.PER_MILLION: Decimal(1_000_000), Cue.PER_THOUSAND: Decimal(1_000)}
QUOTED_FOR: Final = tuple(_STEPS.values())
_LEAST_STEP: Final = Decimal(1_000)
_PASSED: Final[frozenset[Cue | str | type]] = frozenset({Cue.FILLER, Cue.PER})
_PAYING: Final[frozenset[Cue | str | type]] = frozenset(
    {Name, Cue.FILLER, Cue.PER, Cue.SPEND, Cue.PRICE, Cue.CONVERT, Cue.SAY, Cue.UNDER, Cue.OVER, Cue.CHEAP, Cue.DEAR,
     Cue.THAN, Cue.EXISTS, Cue.QUESTION, Cue.MAYBE, Cue.COSTS_MONEY, Cue.TOKEN}
)  # fmt: skip
"""What may stand between a sum and the tokens that it pays for."""


def step_of(size: Size | Number) -> Step | None:
    """The step that an amount may be; a bare number from a thousand on."""
    tokens = size.value.exact
    if tokens is None or tokens <= 0 or (isinstance(size, Size) and size.unit != TOKEN):
        return None
    return Step(tokens) if isinstance(size, Size) or tokens >= _LEAST_STEP else None


_PER: Final = words_under("questions", "prices, per")


def _priced(sum_: Sum, step: Step) -> Priced | None:
    return Priced(sum_, step) if sum_.value.exact is not None else None


def _bare(number: Number, step: Step) -> Priced | None:
    return Priced(Sum(number.value, None), step) if number.value.exact is not None else None


def _paid(sum_: Sum, size: Size | Number | Step) -> Priced | None:
    step = size if isinstance(size, Step) else step_of(size)
    return Priced(sum_, step) if step is not None else None


STAGES: Final = (
    Stage(
        (
            Rule("<per million>", (tuple(_STEPS),), lambda cue: Step(_STEPS[cue])),
            Rule("per <size>", (_PER, (Size, Number)), lambda _, size: step_of(size), joints="", between=frozenset()),
            Rule(
                "<size> in / <size> out",
                ((Size, Number), (Way, Side), "/", (Size, Number), (Way, Side)),
                lambda *both: Apart(both[1], both[4]),
                joints="",
            ),
        )
    ),
    Stage(
        (
            Rule("<sum> <step>", (Sum, Step), _priced, joints="-/(", between=_PASSED),
            Rule("<step> <sum>", (Step, Sum), lambda step, sum_: _priced(sum_, step), joints="-:=", between=_PASSED),
        )
    ),
)
_SELLING: Final = "-/(卖收售要只净"
"""What may stand between a sum and the tokens that it pays for, beside words that are known."""


def _both_ways(
    forth: str, back: str, size: tuple[type, ...], between: frozenset[Cue | str | type]
) -> tuple[Rule, Rule]:
    """The rules for a sum before the tokens that it pays for, and behind them, by these names."""
    return (
        Rule(forth, (Sum, size), _paid, joints=_SELLING, between=between),
        Rule(back, (size, Sum), lambda size, sum_: _paid(sum_, size), joints=_SELLING + ":=", between=between),
    )


PAIRS: Final = (
    *STAGES,
    Stage(
        (
            Rule("<number> <step>", (Number, Step), _bare, between=_PASSED),
            Rule("<step> <number>", (Step, Number), lambda step, number: _bare(number, step), between=_PASSED),
            *_both_ways("<sum> <size>", "<size> <sum>", (Size, Number), _PASSED),
        )
    ),
)
"""With bare numbers as prices, as beside one that has a currency (0.8 yuan per million or 0.001 per 1k), and without "per"."""
PAID: Final = (
    *STAGES,
    Stage(
        (
            *_both_ways("<sum> for <size>", "<size> for <sum>", (Size, Step), _PAYING),
            Rule("<sum> <number>", (Sum, Number), _paid, between=_PASSED),
            Rule("<number> <sum>", (Number, Sum), lambda number, sum_: _paid(sum_, number), between=_PASSED),
        )
    ),
)
"""With a sum and the tokens that it pays for, however they are put."""


def _of_side(sum_: Sum, side: Side) -> Priced | None:
    return Priced(sum_, Step(_STEPS[Cue.PER_MILLION])) if side.plain and sum_.value.exact is not None else None


_CLAIMING: Final = _PAYING | {Cue.NOT}
"""What may stand between a side and the price that it is said to have."""
HEARD: Final = (
    *STAGES,
    Stage(
        (
            Rule("<sum> <side>", (Sum, Side), _of_side, joints="的/"),
            Rule(
                "<side> <sum>", (Side, Sum), lambda side, sum_: _of_side(sum_, side), joints=":=价", between=_CLAIMING
            ),
        )
    ),
)
"""With a sum beside a side as the price of a million tokens on it, where somebody has heard of it: $2 input."""
