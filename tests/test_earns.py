"""What a part of the bot wins is told by switching it off: the patterns' alternatives, rules, words and lists."""

from __future__ import annotations

import re

import pytest

from bot.questions.overheard import certainty
from bot.questions.phrases import asking
from tools.earns.check import allowances
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
    place = Place(asking, "asks_for_something")
    with place.holding(len):
        assert vars(certainty)["asks_for_something"] is vars(asking)["asks_for_something"] is len
    assert vars(certainty)["asks_for_something"] is vars(asking)["asks_for_something"] is not len


def test_a_part_wins_the_cases_that_are_wrong_without_it(ledger: Ledger) -> None:
    """A rule, a word, a list's entry and an alternative of a pattern; what none of the cases reads wins nothing."""
    texts = ("which model is the cheapest", "你好", "996 tokens")
    ledger.cases = [case for case in ledger.cases if case.text in texts]
    expected = {
        "rule questions.kinds.rank.read": {"which model is the cheapest"},
        "word CHEAPEST cheapest": {"which model is the cheapest"},
        "entry questions.messages.courtesy._GREETINGS '你好'": {"你好"},
        "rule language.numbers.arabic_numbers.arabic": {"996 tokens"},
        "word CHEAPEST 最便宜": set(),
    }
    ledger.record(expected.__contains__)
    assert not ledger.wrong
    won = ledger.won(expected, 9)
    assert {key: {ledger.cases[place].text for place in won.get(key, ())} for key in expected} == expected


def test_what_may_win_nothing_is_there(ledger: Ledger) -> None:
    """Each allowance has a reason, and is for something that the bot has."""
    assert [each for each in allowances() if not any(key.startswith(each) for key in ledger.parts)] == []


def test_a_word_that_no_message_holds_is_told(ledger: Ledger) -> None:
    """Also where a piece of it stands in one; the entries of lists are looked for in amounts as well."""
    cases = [case for case in ledger.cases if case.text in ("which model is the cheapest", "996 tokens")]
    keys = ["word CHEAPEST cheapest", "word CHEAP cheap", "word CHEAPEST 最便宜"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ledger, "cases", cases)
        assert ledger.unread(keys) == ["word CHEAP cheap", "word CHEAPEST 最便宜"]


def test_a_witness_proves_what_it_wins_and_nothing_else(ledger: Ledger) -> None:
    """Others are found anew; a case that is gone proves nothing."""
    cases = [case for case in ledger.cases if case.text in ("which model is the cheapest", "你好", "996 tokens")]
    keys = ["rule questions.kinds.rank.read", "rule language.numbers.arabic_numbers.arabic"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ledger, "cases", cases)
        names = {case.text: str(case) for case in cases}
        asked = names["which model is the cheapest"]
        assert ledger.proven(keys, {key: [asked] for key in keys}) == {keys[0]: [asked]}
        assert ledger.proven(keys, {key: ["rank: gone"] for key in keys}) == {}
        assert ledger.found(keys, 2) == {keys[0]: [asked], keys[1]: [names["996 tokens"]]}
