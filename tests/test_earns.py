"""What a part of the bot wins is told by switching it off: the patterns' alternatives, rules, words and lists."""

from __future__ import annotations

import re

import pytest

from bot.questions.overheard import certainty
from bot.questions.phrases import asking
from tools.earns.ledger import Ledger
from tools.earns.patterns import ways
from tools.earns.places import Place


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    """The parts and cases, none of them asked yet."""
    return Ledger(1)


@pytest.mark.parametrize(
    ("pattern", "alternatives"),
    [
        ("a|b(?:c|d)|e", ["a", "b(?:c|d)", "e"]),
        (r"\b(?:a|b)\b (x|y)z", ["a", "b", "x", "y"]),
        (r"[|(]a\|b", []),
        (r"a(?!b|c)", ["b", "c"]),
    ],
)
def test_the_outermost_alternatives_of_a_pattern_are_found(pattern: str, alternatives: list[str]) -> None:
    assert [way.text for way in ways(re.compile(pattern))] == alternatives


def test_an_alternative_is_switched_off_alone() -> None:
    """Groups keep their numbers, and the other alternatives match as before."""
    without = {way.text: way.without for way in ways(re.compile(r"(a)x|(b)y"))}["(a)x"]
    match = without.fullmatch("by")
    assert without.fullmatch("ax") is None
    assert match is not None
    assert match[2] == "b"


def test_a_value_is_exchanged_wherever_it_is_known() -> None:
    """Also where another module has taken it over by its name."""
    place = Place(asking, "asks_whether")
    with place.holding(len):
        assert vars(certainty)["asks_whether"] is vars(asking)["asks_whether"] is len
    assert vars(certainty)["asks_whether"] is vars(asking)["asks_whether"] is not len


def test_a_part_wins_the_cases_that_are_wrong_without_it(ledger: Ledger) -> None:
    """A rule, a word, a list's entry and an alternative of a pattern; what none of the cases reads wins nothing."""
    texts = ("which model is the cheapest", "你好", "996 tokens")
    ledger.cases = [case for case in ledger.cases if case.text in texts]
    ledger.record()
    assert not ledger.wrong
    won = ledger.won(ledger.parts, 9)
    told = {key: {ledger.cases[place].text for place in won.get(key, ())} for key in ledger.parts}
    assert told["rule questions.kinds.rank.read"] == {"which model is the cheapest"}
    assert told["word CHEAPEST cheapest"] == {"which model is the cheapest"}
    assert told["alternative questions.messages.courtesy._GREETING | 你好"] == {"你好"}
    assert told["rule language.numbers.arabic_numbers.arabic"] == {"996 tokens"}
    assert told["word CHEAPEST 最便宜"] == set()
