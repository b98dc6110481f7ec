"""What speaks of a question without asking it."""

from __future__ import annotations

import pytest

from bot.engine import Engine
from bot.questions.overheard.speech import TELLS, acts
from bot.text import normalize

MATTERS_NOT = "it does not matter"
RHETORIC = "it is rhetoric"
BELIEVED = "it says what was believed"
DONE = "it asks how something is done"
FORBIDS = "it forbids to ask"


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("老闆問我豆包多少錢", TELLS),
        ("我讓豆包幫我算一下多少錢", TELLS),
        ("my boss keeps asking how much glm costs", TELLS),
        ("我以为豆包很贵", BELIEVED),
        ("原来豆包才这点钱", BELIEVED),
        ("i thought glm was expensive", BELIEVED),
        ("豆包多少钱不重要", MATTERS_NOT),
        ("no idea how much glm costs", MATTERS_NOT),
        ("glm costs 5 yuan, who cares", MATTERS_NOT),
        ("别再问豆包多少钱了", FORBIDS),
        ("stop asking what glm costs", FORBIDS),
        ("还记得豆包以前多少钱吗", RHETORIC),
        ("豆包那么贵谁还会用", RHETORIC),
        ("豆包贵吗?贵", "it answers itself"),
        ("豆包怎么充值", DONE),
        ("how do i top up my glm account", DONE),
        ("do you guys charge for glm", "it asks what somebody charges"),
        ("「豆包:一元能买多少」", "it is a quotation"),
    ],
)
def test_a_question_that_is_spoken_of(price_bot: Engine, text: str, sign: str) -> None:
    assert sign in acts(price_bot._shelf.reader.read(normalize(text)))


@pytest.mark.parametrize(
    "text",
    [
        "豆包多少钱",
        "请问我用豆包要多少钱",
        "想问一下glm多少钱",
        "我以为,豆包多少钱",
        "who knows what glm costs, i don't care for doubao",
        "how many glm tokens for 1 yuan",
        "我记得豆包以前多少钱",
    ],
)
def test_a_question_that_is_asked(price_bot: Engine, text: str) -> None:
    assert acts(price_bot._shelf.reader.read(normalize(text))) == ()
