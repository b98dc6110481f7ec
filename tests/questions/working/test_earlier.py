"""What an article states of a price, and what it does not."""

from __future__ import annotations

import pytest

from tests.conftest import AskedOf, answers, values

VENDOR = """\
id: nebula
name: {zh: 星河, en: Nebula}
models:
  - id: nebula/lite
    name: {zh: 星河 Lite, en: Nebula Lite}
    prices:
      - {amount: 3, currency: CNY, per: 1000000, from: 2026-03-01, source: report}
  - id: nebula/max
    name: {zh: 星河 Max, en: Nebula Max}
    prices:
      - {amount: 2, currency: CNY, per: 1000000, side: input, from: 2026-03-01, source: report}
      - {amount: 8, currency: CNY, per: 1000000, side: output, from: 2026-03-01, source: report}
"""
LITE, MAX = "nebula/lite", "nebula/max"


def article(fact: str) -> str:
    return f"""\
sources:
  - id: report
    publisher: {{zh: 报社, en: The Paper}}
    title: 消息
    date: 2026-03-01
facts:
{fact}
    statement: {{zh: 见报道。, en: See the report.}}
    keywords: [[报道所说, reported]]
    asks: [报道所说]
"""


def market(fact: str) -> dict[str, str]:
    return {"vendors/nebula.yaml": VENDOR, "articles/report.yaml": article(fact)}


@pytest.mark.parametrize("id_", ["nebula-staff-cut", "lite-cut", "lite-vs-industry"])
@pytest.mark.parametrize(
    "text", ["星河 Lite 降了多少", "星河 Lite 降价前多少钱", "how much was Nebula Lite before the cut"]
)
def test_the_id_of_a_fact_means_nothing(asked_of: AskedOf, id_: str, text: str) -> None:
    fact = f"  - id: {id_}\n    subjects: [nebula, nebula/lite]\n    figures: [{{value: 20, unit: percent}}]"
    reply = asked_of(market(fact))(text)
    assert values(reply) == []
    assert id_ not in reply["facts"]
    assert "20%" not in reply["text"]


def test_an_exact_cut_is_not_up_to(asked_of: AskedOf) -> None:
    ask = asked_of(
        market("  - id: news\n    subjects: [nebula/lite]\n    change: {percent: 40, of: both, against: before}")
    )
    reply = ask("星河 Lite 降了多少")
    assert values(reply) == [(LITE, "40", "percent")]
    assert values(reply, "also") == [(LITE, "5", "CNY")]
    assert "最" not in reply["text"] and "推算" in reply["text"]
    english = ask("how much was Nebula Lite before the cut")
    assert values(english) == [(LITE, "5", "CNY")]
    assert "up to" not in english["text"] and "40%" in english["text"]


def test_a_bound_is_up_to(asked_of: AskedOf) -> None:
    ask = asked_of(
        market(
            "  - id: news\n    subjects: [nebula/lite]\n"
            "    change: {percent: 40, of: both, against: before, bound: up_to}"
        )
    )
    reply = ask("星河 Lite 降了多少")
    assert values(reply) == [(LITE, (None, "40"), "percent")]
    assert "最多降价 40%" in reply["text"] and "最高降 40%" in reply["text"]


def test_a_rise_leads_back_to_a_lower_price(asked_of: AskedOf) -> None:
    change = "{percent: 50, of: both, against: before, direction: up}"
    ask = asked_of(market(f"  - id: news\n    subjects: [nebula/lite]\n    change: {change}"))
    reply = ask("星河 Lite 涨了多少")
    assert values(reply) == [(LITE, "-50", "percent")]
    assert values(reply, "also") == [(LITE, "2", "CNY")]
    assert "涨价 50%" in reply["text"]


def test_a_cut_of_one_side_is_none_of_the_other(asked_of: AskedOf) -> None:
    ask = asked_of(
        market("  - id: news\n    subjects: [nebula/max]\n    change: {percent: 50, of: input, against: before}")
    )
    reply = ask("星河 Max 降了多少")
    assert [(each["side"], each["value"]) for each in answers(reply)] == [("input", "50")]
    assert all(each["side"] != "output" or each["value"] == "8" for each in reply["results"])


def test_a_fact_that_names_a_model_is_not_of_its_vendors_others(asked_of: AskedOf) -> None:
    change = "    change: {percent: 40, of: both, against: before}"
    ask = asked_of(market(f"  - id: news\n    subjects: [nebula/lite, nebula]\n{change}"))
    assert values(ask("星河 Max 降了多少")) == []


def test_a_fact_that_names_only_the_vendor_is_of_all_its_models(asked_of: AskedOf) -> None:
    ask = asked_of(market("  - id: news\n    subjects: [nebula]\n    change: {percent: 40, of: both, against: before}"))
    assert values(ask("星河 Lite 降了多少")) == [(LITE, "40", "percent")]
    assert {each["side"] for each in answers(ask("星河 Max 降了多少"))} == {"input", "output"}


INPUT_CUT = market("  - id: news\n    subjects: [nebula]\n    change: {percent: 75, of: input, against: before}")


def test_sums_go_by_the_price_before_of_the_side_that_was_cut(asked_of: AskedOf) -> None:
    ask = asked_of(INPUT_CUT)
    reply = ask("星河 Max 降价前1元能买多少")
    assert [(each["side"], each["value"]) for each in answers(reply)] == [("input", "125000"), ("output", "125000")]
    assert "报道没有说星河 Max 的输出价变了" in reply["text"]
    whole = ask("星河Max降价前100万输入20万输出要多少钱")
    assert values(whole) == [(MAX, "9.6", "CNY")]


def test_no_price_before_is_made_up_for_the_other_side(asked_of: AskedOf) -> None:
    ask = asked_of(INPUT_CUT)
    reply = ask("星河Max降价前1元能买多少输出tokens")
    assert values(reply) == [(MAX, "125000", "token")]
    assert reply["text"].startswith("没有星河 Max 降价前的价格记录")
    assert answers(ask("星河 Max 输出降了多少")) == []


def test_a_cut_of_the_input_price_of_one_price_for_all(asked_of: AskedOf) -> None:
    ask = asked_of(INPUT_CUT)
    reply = ask("how much did Nebula Lite drop")
    assert [(each["side"], each["value"]) for each in answers(reply)] == [("input", "75")]
    assert [(each["side"], each["value"]) for each in answers(reply, "also")] == [("input", "12")]
    assert "(input)" in reply["text"]


def test_only_the_cost_that_changed_has_a_difference(asked_of: AskedOf) -> None:
    reply = asked_of(INPUT_CUT)("1亿token星河Max降价前后差多少钱")
    assert [(each["side"], each["value"]) for each in answers(reply, "difference")] == [("input", "600")]
