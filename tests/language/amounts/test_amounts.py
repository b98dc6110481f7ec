"""The finder as a whole: several amounts in a text, names left out, offsets into the original, bounds on time."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

from bot.language.amounts.amounts import MAX_CANDIDATES, AmountFinder
from bot.language.basics.entities import EntityKind
from bot.quantities import Range
from bot.text import normalize

Seen = tuple[str, str, str | None]


def see(finder: AmountFinder, text: str, blocked: Sequence[str] = ()) -> list[Seen]:
    """What is found: the original characters, the value (low..high where it is a range) and the unit."""
    normalized = normalize(text)
    names = [normalize(name).text for name in blocked]
    spans = [(at, at + len(name)) for name in names if (at := normalized.text.find(name)) >= 0]
    seen: list[Seen] = []
    for amount in finder.find(normalized, spans):
        start, end = normalized.source_span(amount.start, amount.end)
        seen.append((text[start:end], shown(amount.value), amount.unit))
    return seen


def shown(value: Range) -> str:
    if value.exact is not None:
        return f"{value.exact.normalize():f}"
    return "..".join("" if end is None else f"{end.normalize():f}" for end in (value.low, value.high))


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        (
            "0.0008元/千tokens是每百万多少",
            [("0.0008元", "0.0008", "CNY"), ("千tokens", "1000", "token"), ("百万", "1000000", None)],
        ),
        (
            "每天1万次,每次500 tokens,一个月",
            [("1万次", "10000", "call"), ("500 tokens", "500", "token"), ("一个月", "30", "day")],
        ),
        ("100 docs, 20k tokens each", [("100 docs", "100", "call"), ("20k tokens", "20000", "token")]),
        ("输入10万输出2万", [("10万", "100000", None), ("2万", "20000", None)]),
        ("三块钱一斤两块五", [("三块钱", "3", "CNY"), ("两块五", "2.5", "CNY")]),
        ("100万10块", [("100万", "1000000", None), ("10块", "10", "CNY")]),
        ("一百万十五块", [("一百万", "1000000", None), ("十五块", "15", "CNY")]),
        (
            "1万零50元,1万500元,100万5千",
            [("1万零50元", "10050", "CNY"), ("1万500元", "10500", "CNY"), ("100万5千", "1005000", None)],
        ),
        ("1万一天", [("1万", "10000", None), ("一天", "1", "day")]),
        ("一千一个月", [("一千", "1000", None), ("一个月", "30", "day")]),
        ("三万五万都行", [("三万", "30000", None), ("五万", "50000", None)]),
        ("5块3个", [("5块", "5", "CNY"), ("3", "3", None)]),
        ("一、二、三", [("一", "1", None), ("二", "2", None), ("三", "3", None)]),
        ("1,2,3", [("1", "1", None), ("2", "2", None), ("3", "3", None)]),
        ("100-50", [("100", "100", None), ("50", "50", None)]),
        ("5元到10美元", [("5元", "5", "CNY"), ("10美元", "10", "USD")]),
        ("大于50元不足100元", [("50元不足100元", "50..100", "CNY")]),
        ("大于50元,但不足100元", [("50元,但不足100元", "50..100", "CNY")]),
        ("50元以上100元以下", [("50元以上100元以下", "50..100", "CNY")]),
        ("不足100元大于50元", [("100元大于50元", "50..100", "CNY")]),
        ("大于3小于5百万", [("3小于5百万", "3000000..5000000", None)]),
        ("more than 5 but less than 10 yuan", [("5 but less than 10 yuan", "5..10", "CNY")]),
        ("大于50元的和不足100元的", [("50元", "50..", "CNY"), ("100元", "..100", "CNY")]),
        ("大于500元小于100元", [("500元", "500..", "CNY"), ("100元", "..100", "CNY")]),
        ("至少50元,最多3次", [("50元", "50..", "CNY"), ("3次", "..3", "call")]),
        ("至少要写50万字", [("50万字", "500000..", "character")]),
        ("起码得处理100 tokens", [("100 tokens", "100..", "token")]),
        ("at most process 100 tokens", [("100 tokens", "..100", "token")]),
        ("最多花50元", [("50元", "50", "CNY")]),
        ("$1/M tokens", [("$1", "1", "USD"), ("M tokens", "1000000", "token")]),
        ("每周三次", [("三次", "3", "call")]),
        ("最高一万", [("一万", "10000", None)]),
        ("5 to 10 apples and 3 pears", [("5 to 10", "5..10", None), ("3", "3", None)]),
    ],
)
def test_several_amounts(finder: AmountFinder, text: str, seen: list[Seen]) -> None:
    assert see(finder, text) == seen


@pytest.mark.parametrize(
    ("text", "names", "seen"),
    [
        ("GLM-4 1元", ["GLM-4"], [("1元", "1", "CNY")]),
        ("glm-3 turbo1元", ["glm-3 turbo"], [("1元", "1", "CNY")]),
        ("豆包1.5 pro", ["豆包"], []),
        ("文心4.0多少钱", ["文心"], []),
        ("豆包100万tokens", ["豆包"], [("100万tokens", "1000000", "token")]),
        ("100万GLM tokens", ["GLM"], [("100万", "1000000", "token")]),
        ("三体和1元", ["三体"], [("1元", "1", "CNY")]),
        ("零一万物5元", ["零一万物"], [("5元", "5", "CNY")]),
        ("yi-34b 34元", ["yi-34b"], [("34元", "34", "CNY")]),
    ],
)
def test_names_come_before_numbers(finder: AmountFinder, text: str, names: list[str], seen: list[Seen]) -> None:
    assert see(finder, text, names) == seen


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("𝟏𝟎元!", "𝟏𝟎元"),
        ("要½块", "½块"),
        ("“５０％”", "５０％"),
        ("1\u200b00元", "1\u200b00元"),
        ("三百萬個漢字", "三百萬個漢字"),
    ],
)
def test_offsets_lead_back_to_the_original(finder: AmountFinder, text: str, covered: str) -> None:
    assert [found for found, _, _ in see(finder, text)] == [covered]


@pytest.mark.parametrize(
    ("text", "generic"),
    [
        ("5块", True),
        ("$5", True),
        ("¥5", True),
        ("5蚊", True),
        ("5美元", False),
        ("RMB 5", False),
        ("5块人民币", False),
    ],
)
def test_words_that_name_no_country_are_generic(finder: AmountFinder, text: str, generic: bool) -> None:
    (amount,) = finder.find(normalize(text))
    assert amount.generic is generic


def test_code_that_is_a_word_counts_in_capitals_only(finder: AmountFinder) -> None:
    assert see(finder, "TRY 100") == [("TRY 100", "100", "TRY")]
    assert see(finder, "try 100") == [("100", "100", None)]
    assert see(finder, "20 cup") == [("20", "20", None)]
    assert see(finder, "20 CUP") == [("20 CUP", "20", "CUP")]


def test_yen_sign_of_japan_is_yen(finder: AmountFinder) -> None:
    assert see(finder, "100円") == [("100円", "100", "JPY")]
    assert see(finder, "100圓") == [("100圓", "100", "CNY")]


def test_long_numbers_stay_exact(finder: AmountFinder) -> None:
    digits = "1234567890" * 4
    (amount,) = finder.find(normalize(f"{digits}元"))
    assert amount.value == Range.exactly(Decimal(digits))
    assert finder.find(normalize(f"{digits}1元")) == ()


def test_division_that_does_not_end_is_wide(finder: AmountFinder) -> None:
    (amount,) = finder.find(normalize("三分之一"))
    assert amount.value.exact is not None
    assert abs(amount.value.exact * 3 - 1) < Decimal("1e-40")


def test_amounts_of_one_text_are_bounded(finder: AmountFinder) -> None:
    found = finder.find(normalize("1元," * 1000))
    assert len(found) == MAX_CANDIDATES
    assert {amount.kind for amount in found} == {EntityKind.MONEY}
