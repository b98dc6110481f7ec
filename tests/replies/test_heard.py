"""What was not taken to the letter is said: a misspelt name, a rough amount."""

from __future__ import annotations

import pytest

from tests.conftest import Asked


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("豆苞多少钱", "「豆苞」按豆包主力模型理解。"),
        ("豆苞幾錢", "「豆苞」按豆包主力模型理解。"),
        ("dobao price per million", "“dobao” is read as Doubao main model."),
        ("how much is Zhipuu", "“Zhipuu” is read as Zhipu AI."),
        ("depseek v4 pro price", "“depseek v4 pro” is read as DeepSeek V4 Pro."),
        ("豆苞和GLM哪个便宜", "「豆苞」按豆包主力模型理解。"),
        ("用豆苞一个月多少钱", "「豆苞」按豆包主力模型理解。"),
        ("用文新写一本书要多少钱", "「文新」按"),
        ("豆苞去年多少钱", "「豆苞」按豆包主力模型理解。"),
    ],
)
def test_a_forgiven_typo_is_said(asked: Asked, text: str, said: str) -> None:
    assert asked(text)["text"].count(said) == 1


def test_it_is_said_once_of_several_questions(asked: Asked) -> None:
    assert asked("豆苞多少钱？GLM呢？")["text"].count("「豆苞」按") == 1


@pytest.mark.parametrize("text", ["豆包多少钱", "doubao price", "DOUBAO多少钱", "Dou Bao多少钱", "智普多少钱"])
def test_a_name_that_is_known_is_not_spoken_of(asked: Asked, text: str) -> None:
    assert "理解" not in asked(text)["text"] and "is read as" not in asked(text)["text"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("大约100万tokens豆包多少钱", "问的是约数"),
        ("100萬tokens左右豆包幾錢", "問的是約數"),
        ("about 2 million tokens of glm in yuan", "The figure asked about is rough"),
        ("大概10块能买多少GLM", "问的是约数"),
    ],
)
def test_a_rough_amount_makes_a_rough_result(asked: Asked, text: str, said: str) -> None:
    assert said in asked(text)["text"]


@pytest.mark.parametrize(
    "text", ["豆包大概多少钱", "100万tokens豆包多少钱", "几百万tokens豆包多少钱", "how much is glm roughly"]
)
def test_what_is_exact_or_a_range_is_not_called_rough(asked: Asked, text: str) -> None:
    assert "约数" not in asked(text)["text"] and "rough" not in asked(text)["text"]
