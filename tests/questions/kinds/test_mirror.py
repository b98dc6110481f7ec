"""In which order two models are named decides nothing: A against B is B against A."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from typing import Any, Final

import pytest

from bot.answers import Answer, Kind, Load, Order, Question
from bot.knowledge.entries import Knowledge
from bot.quantities import TOKEN, Quantity, Range
from bot.questions.kinds.handlers import handlers
from bot.questions.working.market import Market
from tests.conftest import CATALOGUE_DAY, Asked, values
from tests.frozen import frozen_catalogue, frozen_exchange
from tests.questions.conftest import ANVIL, BEEP, ROCKET

SONNET, GROK, GPT = "anthropic/claude-sonnet-4-0", "x-ai/grok-3", "openai/gpt-5"
A_MILLION: Final = Load(Quantity(Range.exactly(1_000_000), TOKEN))
WAYS: Final[tuple[dict[str, Any], ...]] = ({}, {"order": Order.DEAREST}, {"loads": (A_MILLION,)}, {"side": "output"})
EVERY: Final = 13
"""Of so many models of the catalogue one is compared with all others that are."""


@pytest.fixture(scope="module")
def today(frozen: Knowledge) -> Market:
    return Market(frozen, frozen_catalogue(), frozen_exchange(), CATALOGUE_DAY)


def told(answer: Answer) -> tuple[object, ...]:
    """What an answer says, whatever the order."""
    notes = {(note.remark, frozenset(note.about)) for note in answer.notes}
    return answer.winner, set(answer.results), set(answer.steps), notes


@pytest.mark.parametrize("kind", [Kind.COMPARE, Kind.RANK])
def test_two_models_are_compared_alike_whichever_is_named_first(today: Market, kind: Kind) -> None:
    models = (*today.curated_models(), *today.wider_models()[::EVERY], SONNET, GROK)
    answer = handlers()[kind].answer
    for pair in combinations(dict.fromkeys(models), 2):
        for way in WAYS:
            slots = {"order": Order.CHEAPEST, **way}
            first, second = (answer(Question(kind, names, **slots), today) for names in (pair, pair[::-1]))
            assert told(first) == told(second), (pair, way)


def test_a_tie_has_no_winner_and_no_difference(asked: Asked) -> None:
    for text in (
        "claude sonnet 4和grok 3哪个便宜",
        "is grok 3 or claude sonnet 4 cheaper",
        "grok 3和claude sonnet 4哪個貴",
    ):
        reply = asked(text, today=CATALOGUE_DAY)
        assert (reply["kind"], reply["winner"]) == ("compare", None)
        assert values(reply, "difference") == [(None, "0", "percent"), (None, "1", "times")]
        assert any(words in reply["text"] for words in ("价格一样", "價格一樣", "cost the same"))


def test_of_several_those_that_tie_for_the_first_place_have_no_winner(asked: Asked) -> None:
    cheap = asked("gpt-5, grok 3 and claude sonnet 4: which is cheapest", today=CATALOGUE_DAY)
    assert cheap["winner"] == GPT
    dear = asked("gpt-5, grok 3 and claude sonnet 4: which is most expensive", today=CATALOGUE_DAY)
    assert dear["winner"] is None
    assert "Claude Sonnet 4" in dear["text"].partition("\n")[0]
    assert "Grok 3" in dear["text"].partition("\n")[0]


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
