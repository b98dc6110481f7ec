"""Comparisons for several amounts of work at once."""

from __future__ import annotations

import pytest

from tests.conftest import DOUBAO, GLM, Asked, answers


@pytest.mark.parametrize(
    "text",
    [
        "100万和200万token GLM和豆包哪个便宜",
        "1M and 2M tokens: is glm or doubao cheaper",
        "100萬同200萬token，GLM定豆包平啲",
    ],
)
def test_no_amount_is_dropped(asked: Asked, text: str) -> None:
    reply = asked(text)
    found = [(each["subject"], each["given"]["value"], each["value"]) for each in answers(reply)]
    assert found == [
        (GLM, "1000000", "0.5"),
        (DOUBAO, "1000000", "0.8"),
        (GLM, "2000000", "1"),
        (DOUBAO, "2000000", "1.6"),
    ]
    assert reply["winner"] == GLM


def test_each_amount_has_its_difference(asked: Asked) -> None:
    reply = asked("100万和200万token GLM和豆包哪个便宜")
    gaps = [each for each in reply["results"] if each["role"] == "difference" and each["unit"] == "CNY"]
    assert [(each["given"]["value"], each["value"]) for each in gaps] == [("1000000", "0.3"), ("2000000", "0.6")]
    heads = [line for line in reply["text"].splitlines() if "更便宜" in line]
    assert [line.partition("：")[0] for line in heads] == ["100万 tokens", "200万 tokens"]


def test_no_one_wins_where_it_depends_on_the_amount(asked: Asked) -> None:
    reply = asked("100万token和200万字，GLM和豆包哪个便宜")
    assert reply["winner"] is None
    assert len(answers(reply)) == 4
