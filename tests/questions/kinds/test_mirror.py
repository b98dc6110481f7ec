"""In which order two models are named decides nothing: A against B is B against A."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from typing import Any, Final

import pytest

from bot.answers import Context, Reply
from bot.codes.ids import IdTable
from bot.codes.question import encode
from bot.engine import Engine
from bot.quantities import TOKEN, Quantity, Range
from bot.question import Kind, Load, Order, Question
from tests.conftest import DOUBAO, GLM, MINI, TINY, values
from tests.corpus_cases import TODAY
from tests.frozen import frozen_catalogue
from tests.questions.conftest import ANVIL, BEEP, ROCKET

SONNET, GROK = "anthropic/claude-sonnet-4-0", "x-ai/grok-3"
A_MILLION: Final = Load(Quantity(Range.exactly(1_000_000), TOKEN))
WAYS: Final[tuple[dict[str, Any], ...]] = ({}, {"order": Order.DEAREST}, {"loads": (A_MILLION,)}, {"side": "output"})
EVERY: Final = 61
"""Of so many models of the catalogue one is compared with all others that are."""


def told(reply: Reply) -> tuple[object, ...]:
    """What a reply says, whatever the order."""
    return reply.status, reply.winner, frozenset(reply.results), frozenset(reply.steps), frozenset(reply.sources)


@pytest.mark.parametrize("kind", [Kind.COMPARE, Kind.RANK])
def test_two_models_are_compared_alike_whichever_is_named_first(price_bot: Engine, kind: Kind) -> None:
    catalogue = frozen_catalogue()
    ids = IdTable(price_bot.knowledge, catalogue)

    def pressed(names: tuple[str, ...], way: dict[str, Any]) -> Reply:
        code = encode(Question(kind, names, **{"order": Order.CHEAPEST, **way}), ids)
        assert code is not None
        return price_bot.press(code, Context(today=TODAY))

    models = (GLM, DOUBAO, TINY, MINI, SONNET, GROK, *catalogue.models()[::EVERY])
    for pair in combinations(dict.fromkeys(models), 2):
        for way in WAYS:
            assert told(pressed(pair, way)) == told(pressed(pair[::-1], way)), (pair, way)


@pytest.mark.parametrize(
    ("text", "winner"),
    [
        ("Anvil、Beep和Rocket从便宜到贵排一下", None),
        ("Beep、Rocket和Anvil從便宜到貴排一下", None),
        ("Anvil、Beep和Rocket从贵到便宜排一下", ROCKET),
    ],
)
def test_a_ranking_whose_first_places_are_level_has_no_winner(
    asked_small: Callable[..., dict[str, Any]], text: str, winner: str | None
) -> None:
    reply = asked_small(text)
    assert (reply["kind"], reply["winner"]) == ("rank", winner)
    assert {subject for subject, _, _ in values(reply)} == {ANVIL, BEEP, ROCKET}
