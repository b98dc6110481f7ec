"""What money buys."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.quantities import exact_text
from tests.conftest import DOUBAO, GLM, INDUSTRY, MINI, TINY, Asked, answers, values
from tests.questions.conftest import BEEP, GIFT, ROCKET


@pytest.mark.parametrize(
    ("text", "model", "value"),
    [
        ("1元能买多少GLM tokens", GLM, "2000000"),
        ("一塊錢可以買多少豆包 tokens", DOUBAO, "1250000"),
        ("how many ERNIE Tiny tokens can I buy for 5 yuan", TINY, "5000000"),
        ("智谱 5毛 能买多少token", GLM, "1000000"),
        ("百度2块5能买几个token", TINY, "2500000"),
        ("1元按行业价能买多少tokens", INDUSTRY, "10000"),
    ],
)
def test_tokens(asked: Asked, text: str, model: str, value: str) -> None:
    reply = asked(text)
    assert (reply["status"], reply["kind"]) == ("answered", "budget")
    assert values(reply) == [(model, value, "token")]


def test_the_reply_says_what_it_rests_on(asked: Asked) -> None:
    reply = asked("1元能买多少GLM tokens")
    (result,) = reply["results"]
    assert result["given"] == {"value": "1", "unit": "CNY"}
    assert (result["as_of"], result["source"]) == ("2024-05-16", "sanyi-2024-05-16")
    assert reply["facts"][0] == "glm-price"
    assert reply["steps"] == ["1 ÷ 0.5 × 1000000 = 2000000"]
    assert [source["id"] for source in reply["sources"]] == ["sanyi-2024-05-16"]


@pytest.mark.parametrize(
    ("text", "model", "value", "tokens"),
    [
        ("1元GLM能写多少汉字", GLM, "1000000", "2000000"),
        ("1元豆包能写多少汉字", DOUBAO, ("1875000", None), "1250000"),
        ("1元文心能写多少汉字", TINY, ("500000", "1500000"), "1000000"),
    ],
)
def test_characters_at_the_rate_of_the_vendor(
    asked: Asked, text: str, model: str, value: str | tuple[str, str | None], tokens: str
) -> None:
    reply = asked(text)
    assert values(reply) == [(model, value, "character")]
    assert values(reply, "also") == [(model, tokens, "token")]


def test_calls_of_a_size(asked: Asked) -> None:
    reply = asked("100块够GLM调用几次,每次500 tokens")
    assert values(reply) == [(GLM, "400000", "call")]


def test_copies_of_a_work_are_not_rounded(asked: Asked) -> None:
    reply = asked("1元GLM能写几本三体")
    ((model, value, unit),) = values(reply)
    assert (model, unit) == (GLM, "copy")
    assert abs(Decimal(value) - Decimal(1_000_000) / Decimal(880_000)) < Decimal("1e-12")


def test_days_that_a_budget_lasts(asked: Asked) -> None:
    reply = asked("10元豆包每天用10万tokens能用几天")
    assert values(reply) == [(DOUBAO, "125", "day")]


def test_a_size_that_is_not_said_is_asked_back(asked: Asked) -> None:
    reply = asked("10块钱GLM能调用多少次")
    assert (reply["status"], reply["kind"], reply["results"]) == ("clarify", "budget", [])


def test_of_a_free_model_money_buys_no_amount(asked: Asked) -> None:
    (result,) = asked("1元能买多少MiniCPM tokens")["results"]
    assert (result["subject"], result["free"], result["value"], result["range"]) == (MINI, True, None, None)


def test_no_model_named_means_every_curated_one(asked: Asked) -> None:
    reply = asked("1元能买多少tokens")
    assert {subject for subject, _, _ in values(reply)} == {GLM, DOUBAO, TINY, MINI}


def test_one_result_for_each_pair_of_sum_and_model(asked: Asked) -> None:
    reply = asked("1元和10元分别能买多少豆包和GLM的tokens")
    got = {(each["subject"], each["given"]["value"]): each["value"] for each in answers(reply)}
    assert got == {
        (DOUBAO, "1"): "1250000",
        (GLM, "1"): "2000000",
        (DOUBAO, "10"): "12500000",
        (GLM, "10"): "20000000",
    }


def test_a_span_of_money_buys_a_span_of_tokens(asked: Asked) -> None:
    reply = asked("3到5块钱能买多少GLM tokens")
    (result,) = answers(reply)
    assert result["range"] == {"min": "6000000", "max": "10000000"}
    assert result["given"] == {"value": None, "unit": "CNY", "range": {"min": "3", "max": "5"}}


def test_money_of_another_currency_is_exchanged(asked: Asked) -> None:
    reply = asked("10美元能买多少GLM tokens")
    (result,) = answers(reply)
    assert result["given"] == {"value": "10", "unit": "USD"}
    rate = Decimal(reply["steps"][0].split(" × ")[1].split(" = ")[0])
    assert Decimal(result["value"]) == 10 * rate * 2_000_000
    assert len(reply["sources"]) == 2


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


def test_what_a_sum_is_said_to_buy_is_confirmed_or_denied(asked: Asked) -> None:
    assert asked("is it true that 1 yuan buys 2 million GLM tokens")["text"].startswith("Yes.")
    assert asked("1块钱能买300万GLM token是不是真的")["text"].startswith("不是。")
