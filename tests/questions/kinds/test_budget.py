"""What money buys."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bot.quantities import exact_text
from tests.conftest import Asked, answers, values
from tests.questions.conftest import BEEP, GIFT, ROCKET


def test_the_reply_says_what_it_rests_on(asked: Asked) -> None:
    reply = asked("1元能买多少GLM tokens")
    (result,) = reply["results"]
    assert result["given"] == {"value": "1", "unit": "CNY"}
    assert (result["as_of"], result["source"]) == ("2024-05-16", "sanyi-2024-05-16")
    assert reply["facts"][0] == "glm-price"
    assert reply["steps"] == ["1 ÷ 0.5 × 1000000 = 2000000"]
    assert [source["id"] for source in reply["sources"]] == ["sanyi-2024-05-16"]


def test_each_side_has_its_own_result(asked_small: Asked) -> None:
    reply = asked_small("6元能买多少Rocket tokens")
    assert [(each["side"], each["value"]) for each in answers(reply)] == [("input", "3000000"), ("output", "1000000")]
    (one,) = answers(asked_small("6元能买多少Rocket 输出tokens"))
    assert (one["subject"], one["side"], one["value"]) == (ROCKET, "output", "1000000")


def test_a_vendor_without_a_rate_borrows_those_of_others(asked_small: Asked) -> None:
    reply = asked_small("1元Beep能写多少汉字")
    assert values(reply) == [(BEEP, ("250000", "1000000"), "character")]
    assert "顶尖公司" in reply["text"] and "郊狼" in reply["text"]


def test_a_free_model_among_others(asked_small: Asked) -> None:
    results = {each["subject"]: each for each in answers(asked_small("1元能买多少tokens"))}
    assert results[GIFT]["free"] is True
    assert results[BEEP]["value"] == "1000000"


@given(st.integers(1, 10**9), st.sampled_from(["豆包", "GLM", "文心"]))
def test_what_the_bought_tokens_cost_is_the_budget(asked: Asked, sum_: int, name: str) -> None:
    (bought,) = answers(asked(f"{sum_}元能买多少{name} tokens"))
    (cost,) = answers(asked(f"{bought['value']} tokens的{name}多少钱"))
    assert (cost["value"], cost["unit"]) == (str(sum_), "CNY")


@given(st.integers(1, 10**12), st.sampled_from(["豆包", "GLM", "文心"]))
def test_what_the_cost_buys_is_the_work(asked: Asked, tokens: int, name: str) -> None:
    (cost,) = answers(asked(f"{tokens} tokens的{name}多少钱"))
    (bought,) = answers(asked(f"{cost['value']}元能买多少{name} tokens"))
    assert bought["value"] == exact_text(Decimal(tokens))
