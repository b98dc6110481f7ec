"""What is doubtful about a reading, by the kind of question it is taken for."""

from __future__ import annotations

import pytest

from bot.engine import Engine
from bot.question import Kind, Question
from bot.questions.frames.handler import Candidate
from bot.questions.overheard.doubts import BEYOND, doubts_of, is_measured
from bot.text import normalize

ANOTHER = "the price may be of something that is not understood"


def _doubts(bot: Engine, text: str, kind: Kind) -> list[str]:
    return list(doubts_of(Candidate(Question(kind)), bot._shelf.reader.read(normalize(text))))


@pytest.mark.parametrize(
    ("text", "kind", "doubt"),
    [
        ("glm 5块", Kind.PRICE, "it does not ask"),
        ("记得glm花了5块吧?", Kind.PRICE, "the price is stated, not asked for"),
        ("智谱给应届生开多少钱", Kind.PRICE, ANOTHER),
        ("豆包玩偶多少钱", Kind.HISTORY, ANOTHER),
        ("5块钱够买粒糖吗", Kind.BUDGET, "what is bought is not understood"),
        ("glm贵吗", Kind.RANK, "it may ask for nothing of all that there is"),
        ("glm和豆包差距大吗", Kind.COMPARE, "it may compare something else than prices"),
        ("did you guys watch the glm launch", Kind.FACT, "it asks what somebody did"),
        ("你们看了没", Kind.FACT, "it asks what somebody did"),
        ("GLM-3 Turbo好用吗", Kind.FACT, BEYOND),
    ],
)
def test_a_doubt(price_bot: Engine, text: str, kind: Kind, doubt: str) -> None:
    assert doubt in _doubts(price_bot, text, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("glm多少钱", Kind.PRICE),
        ("glm收不收费", Kind.PRICE),
        ("5块钱能买多少glm tokens", Kind.BUDGET),
        ("哪个模型最便宜", Kind.RANK),
        ("glm和豆包哪个便宜", Kind.COMPARE),
        ("谁先降价的", Kind.FACT),
    ],
)
def test_none(price_bot: Engine, text: str, kind: Kind) -> None:
    assert _doubts(price_bot, text, kind) == []


@pytest.mark.parametrize(("text", "measured"), [("5块", True), ("100万tokens", True), ("5", False), ("glm", False)])
def test_what_is_measured(price_bot: Engine, text: str, measured: bool) -> None:
    assert is_measured(price_bot._shelf.reader.read(normalize(text))) is measured
