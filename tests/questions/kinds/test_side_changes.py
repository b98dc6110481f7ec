"""Prices of one model before and after, side by side, each in its own currency, whatever the order of the lines."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations
from typing import Any

import pytest

from tests.conftest import AskedOf, answers, values

HEAD = """\
id: nebula
name: {zh: 星河, en: Nebula}
sources:
  - {id: gazette, publisher: {zh: 公报, en: The Gazette}, title: 价目, date: 2026-03-01}
models:
"""
FIRST, THEN = "2026-03-01", "2026-10-01"
Asking = Callable[..., dict[str, Any]]


def line(price: str, day: str, side: str | None = None, currency: str = "CNY") -> str:
    if price == "free":
        return f"      - {{free: true, from: {day}, source: gazette}}\n"
    of = f", side: {side}" if side else ""
    return f"      - {{amount: {price}, currency: {currency}, per: 1000000{of}, from: {day}, source: gazette}}\n"


def model(name: str, *lines: str) -> str:
    return f"  - id: nebula/{name.lower()}\n    name: {{zh: 星河 {name}, en: Nebula {name}}}\n    prices:\n{''.join(lines)}"


def market(*models: str) -> dict[str, str]:
    return {"vendors/nebula.yaml": HEAD + "".join(models)}


def told(reply: dict[str, Any], role: str = "answer") -> list[tuple[Any, Any, str]]:
    """Side, value and unit of each result of a role."""
    return [(each["side"], "free" if each["free"] else each["value"], each["unit"]) for each in answers(reply, role)]


BEFORE = [line("8", FIRST, "input"), line("24", FIRST, "output"), line("0.8", FIRST, "cached_input")]
AFTER = [line("4", THEN, "input"), line("12", THEN, "output"), line("0.4", THEN, "cached_input")]
ORDERS = [
    *([*one, *other] for one in permutations(BEFORE) for other in permutations(AFTER)),
    [text for pair in zip(BEFORE, AFTER, strict=True) for text in pair],
]


@pytest.mark.parametrize("lines", ORDERS[::9], ids=str)
def test_the_order_of_the_lines_decides_nothing(asked_of: AskedOf, lines: list[str]) -> None:
    ask = asked_of(market(model("Max", *lines)))
    cut = ask("星河 Max 降了多少")
    assert told(cut) == [("input", "50", "percent"), ("output", "50", "percent"), ("cached_input", "50", "percent")]
    assert cut["text"].startswith("星河 Max 2026-10-01 起降价 50%")
    assert "输出：24 元 → 12 元 / 百万 tokens" in cut["text"]
    assert "涨" not in cut["text"]
    before = ask("星河 Max 以前多少钱")
    assert told(before) == [("input", "8", "CNY"), ("output", "24", "CNY"), ("cached_input", "0.8", "CNY")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("星河 Max 降了多少", "星河 Max 2026-10-01 起降价 50%"),
        ("星河 Max 降咗幾多", "星河 Max 2026-10-01 起降價 50%"),
        ("how much did Nebula Max drop", "Nebula Max since 2026-10-01: down 50%"),
        ("星河 Max 涨价了吗", "没有：星河 Max 2026-10-01 起降价 50%"),
        ("星河 Max 輸出降了多少", "星河 Max（輸出） 2026-10-01 起降價 50%：24 元 → 12 元 / 百萬 tokens"),
        ("星河 Max 以前多少钱", "星河 Max 降价前：输入 8、输出 24、缓存命中 0.8 元 / 百万 tokens"),
        ("星河 Max 降價前幾錢", "星河 Max 降價前：輸入 8、輸出 24、緩存命中 0.8 元 / 百萬 tokens"),
        ("what did Nebula Max cost before", "Nebula Max before the cut: input 8, output 24, cached input 0.8 yuan"),
        ("最近有什么降价", "星河 Max 2026-10-01 起降价 50%"),
        ("最近有咩降價", "星河 Max 2026-10-01 起降價 50%"),
        ("what got cheaper", "Nebula Max since 2026-10-01: down 50%"),
    ],
)  # fmt: skip
def test_a_cut_is_told_with_its_direction(asked_of: AskedOf, text: str, said: str) -> None:
    ask = asked_of(market(model("Max", *BEFORE, *AFTER)))
    assert ask(text)["text"].splitlines()[0].startswith(said)


def test_no_other_side_is_asked_about(asked_of: AskedOf) -> None:
    ask = asked_of(market(model("Max", *BEFORE, *AFTER)))
    assert told(ask("星河 Max 输出降了多少")) == [("output", "50", "percent")]


def test_a_side_that_keeps_its_price_is_unchanged(asked_of: AskedOf) -> None:
    reply = asked_of(market(model("Max", *BEFORE, *AFTER[:2])))("星河 Max 降了多少")
    assert told(reply) == [("input", "50", "percent"), ("output", "50", "percent"), ("cached_input", "0", "percent")]
    assert reply["text"].startswith("星河 Max 2026-10-01 起输入降价 50%、输出降价 50%、缓存命中不变")
    assert "行业" not in reply["text"] and "没有" not in reply["text"]


CURRENCIES = [line("2", FIRST, currency="USD"), line("7", THEN)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("星河 Cur 降了多少", "不是同一种货币"),
        ("星河 Cur 漲咗幾多", "不是同一種貨幣"),
        ("did Nebula Cur get cheaper", "different currencies"),
        ("星河 Cur 以前多少钱", "不是同一种货币"),
    ],
)
def test_two_currencies_are_never_subtracted(asked_of: AskedOf, text: str, said: str) -> None:
    reply = asked_of(market(model("Cur", *CURRENCIES)))(text)
    assert said in reply["text"]
    assert "2 美元" in reply["text"] or "$2" in reply["text"]
    assert "7 元" in reply["text"] or "7 yuan" in reply["text"]
    assert "%" not in reply["text"] and not any(each["unit"] == "percent" for each in reply["results"])


def test_costs_in_two_currencies_are_not_subtracted(asked_of: AskedOf) -> None:
    reply = asked_of(market(model("Cur", *CURRENCIES)))("1亿token星河Cur降价前后差多少钱")
    assert values(reply) == [("nebula/cur", "200", "USD"), ("nebula/cur", "700", "CNY")]
    assert answers(reply, "difference") == []
    assert "不是同一种货币" in reply["text"]


def test_one_price_for_all_becomes_two(asked_of: AskedOf) -> None:
    ask = asked_of(market(model("Mix", line("8", FIRST), *AFTER[2:], line("24", THEN, "output"), *AFTER[:1])))
    reply = ask("星河 Mix 降了多少")
    assert told(reply) == [("input", "50", "percent"), ("output", "-200", "percent")]
    assert "输入降价 50%、输出涨价 200%" in reply["text"].splitlines()[0]
    assert "缓存命中：0.4 元 / 百万 tokens（之前没有单独的价格）" in reply["text"]
    assert "之前输入、输出是同一个价" in reply["text"]
    assert told(ask("星河 Mix 以前多少钱")) == [("input", "8", "CNY"), ("output", "8", "CNY")]


def test_prices_by_side_become_one(asked_of: AskedOf) -> None:
    ask = asked_of(market(model("One", *reversed(BEFORE), line("6", THEN))))
    reply = ask("how much did Nebula One drop")
    assert told(reply) == [("input", "25", "percent"), ("output", "75", "percent")]
    assert "cached input: 0.8 yuan per million tokens before, with no price of its own now" in reply["text"]
    assert "one price for input and output now" in reply["text"]


def test_free_before_and_free_after(asked_of: AskedOf) -> None:
    gift = model("Gift", line("6", FIRST, currency="USD"), line("free", THEN))
    paid = model("Paid", line("free", FIRST), line("6", THEN, currency="USD"))
    ask = asked_of(market(gift, paid))
    assert told(ask("星河 Gift 降了多少")) == [(None, "100", "percent")]
    assert "转为免费：6 美元 / 百万 tokens → 免费" in ask("星河 Gift 降了多少")["text"]
    reply = ask("星河 Paid 涨了多少")
    assert not any(each["unit"] == "percent" for each in reply["results"])
    assert "开始收费：免费 → 6 美元 / 百万 tokens" in reply["text"]
    assert told(ask("星河 Paid 以前多少钱")) == [(None, "free", "CNY")]


A_24TH = "41666.66666666666666666666667"
"""Of a million: what a yuan buys at 24 yuan a million."""
MANY = [line("6", FIRST), line("3", "2026-04-01"), line("4", "2026-05-01"), line("4", "2026-06-01")]


def test_of_several_changes_the_last_is_told(asked_of: AskedOf) -> None:
    ask = asked_of(market(model("Many", *MANY)))
    reply = ask("星河 Many 降了多少")
    assert reply["text"].startswith("星河 Many 2026-05-01 起涨价 33.33%：3 元 → 4 元 / 百万 tokens")
    assert told(ask("星河 Many 以前多少钱")) == [(None, "3", "CNY")]
    assert ask("星河 Many 以前多少钱")["text"].startswith("星河 Many 涨价前：3 元")


def test_what_rose_and_what_fell_are_told_apart(asked_of: AskedOf) -> None:
    ask = asked_of(market(model("Max", *BEFORE, *AFTER), model("Many", *MANY)))
    found = {
        text: {each["subject"] for each in answers(ask(text))}
        for text in ("哪些模型降价了", "哪些模型涨价了", "which models got cheaper", "which models got more expensive")
    }
    assert found == {
        "哪些模型降价了": {"nebula/max"},
        "哪些模型涨价了": {"nebula/many"},
        "which models got cheaper": {"nebula/max"},
        "which models got more expensive": {"nebula/many"},
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("哪些模型涨价了", "没有涨价的记录，有的是："),
        ("邊個模型加價", "沒有漲價的記錄，有的是："),
        ("which models raised prices", "No price on record went up. On record:"),
    ],
)
def test_where_none_rose_that_is_said(asked_of: AskedOf, text: str, said: str) -> None:
    reply = asked_of(market(model("Max", *BEFORE, *AFTER)))(text)
    assert reply["text"].startswith(said)
    assert answers(reply) == []


def test_sums_go_by_the_prices_of_each_side_before(asked_of: AskedOf) -> None:
    ask = asked_of(market(model("Max", *BEFORE, *AFTER)))
    assert told(ask("星河Max降价前1元能买多少")) == [("input", "125000", "token"), ("output", A_24TH, "token")]
    reply = ask("1亿token星河Max降价前后差多少钱")
    assert told(reply) == [
        ("input", "800", "CNY"), ("input", "400", "CNY"), ("output", "2400", "CNY"), ("output", "1200", "CNY"),
    ]  # fmt: skip
    assert told(reply, "difference") == [("input", "400", "CNY"), ("output", "1200", "CNY")]


def test_a_comparison_by_prices_before(asked_of: AskedOf) -> None:
    ask = asked_of(market(model("Max", *BEFORE, *AFTER), model("Many", *MANY)))
    reply = ask("降价前星河Max和星河Many哪个贵")
    assert values(reply)[:2] == [("nebula/many", "3", "CNY"), ("nebula/max", "8", "CNY")]
    assert "按星河 Max 降价前的价格" in reply["text"] and "按星河 Many 涨价前的价格" in reply["text"]
