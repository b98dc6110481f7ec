"""The steps of a sum as they are shown."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import Answer, Context, Result, Role
from bot.engine import Engine
from bot.quantities import Range, exact_text
from bot.question import Kind, Question
from bot.questions.working.market import Market
from bot.replies import chinese, english
from bot.replies.figures import grouped, regrouped, shortened
from bot.replies.speech import Speech
from bot.replies.steps import shown_step, told_steps
from tests.conftest import TODAY
from tests.corpus_cases import CORPUS, load_cases
from tests.frozen import frozen_catalogue, frozen_exchange, frozen_knowledge


@pytest.mark.parametrize(
    ("step", "shown"),
    [
        ("1 ÷ 0.5 × 1000000 = 2000000", "1 ÷ 0.5 × 1,000,000 = 2,000,000"),
        ("(0.8 − 0.5) ÷ 0.8 × 100% = 37.5%", "(0.8 − 0.5) ÷ 0.8 × 100% = 37.5%"),
        ("1 ÷ 3 × 1000 = 333.3333333333333333333333333", "1 ÷ 3 × 1,000 ≈ 333.333"),
        ("(5–8) ÷ 1000 = 0.005–0.008", "(5–8) ÷ 1,000 = 0.005–0.008"),
        ("1000 × (≥ 1.5) = ≥ 1500", "1,000 × 1.5 = at least 1,500"),
        ("≤ 1500 ÷ 7 = ≤ 214.2857142857142857142857143", "1,500 ÷ 7 ≈ at most 214.286"),
        ("10 USD × 7.123456789 = 71.23456789 CNY", "10 US dollars × 7.12346 ≈ 71.2346 yuan"),
        ("≥ 10 USD × 7 = ≥ 70 CNY", "10 US dollars × 7 = at least 70 yuan"),
    ],
)
def test_a_step(step: str, shown: str) -> None:
    assert shown_step(step, english.PHRASES) == shown


def test_words_are_those_of_the_language() -> None:
    assert shown_step("≥ 10 USD × 7 = ≥ 70 CNY", chinese.PHRASES) == "10 美元 × 7 = 至少70 元"


@given(st.decimals(0, 10**12, places=9), st.integers(1, 9))
def test_a_written_number_is_shortened_like_its_value(value: Decimal, digits: int) -> None:
    small, rounded = shortened(value, digits)
    assert regrouped(exact_text(value), digits) == (grouped(small), rounded)


def result(value: str, role: Role = Role.ANSWER, subject: str = "a/b") -> Result:
    return Result("CNY", Range.exactly(Decimal(value)), subject, role=role)


def test_what_is_said_beside_the_answer_gives_way() -> None:
    own = [f"{number} + 1 = {number + 1}" for number in range(10, 15)]
    other = [f"{number} + 1 = {number + 1}" for number in range(90, 95)]
    answer = Answer(Question(Kind.COST), (result("95", Role.ALSO), result("15")), steps=(*other[:3], *own, *other[3:]))
    assert told_steps(answer) == (own, None)


def test_where_there_are_too_many_the_first_model_stands_for_all() -> None:
    steps = {
        f"a/{place}": [f"{place}.{number} + 1 = {place}.{number + 1}" for number in range(1, 6)] for place in (1, 2, 3)
    }
    results = tuple(result(f"{subject[-1]}.6", subject=subject) for subject in steps)
    answer = Answer(Question(Kind.PRICE), results, steps=tuple(step for each in steps.values() for step in each))
    assert told_steps(answer) == (steps["a/1"], "a/1")


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        (
            "每天1万次,每次输入500输出200,一个月用豆包要多少钱,比GLM贵多少",
            ["120 + 48 = 168", "75 + 30 = 105", "(168 − 105) ÷ 105 × 100% = 60%", "168 − 105 = 63"],
        ),
        (
            "10,000 calls a day of 500 in and 200 out for a month in yuan, doubao or glm, by how much cheaper",
            ["120 + 48 = 168", "75 + 30 = 105", "168 − 105 = 63"],
        ),
    ],
)
def test_the_way_to_what_is_stated_is_whole(price_bot: Engine, text: str, steps: list[str]) -> None:
    shown = price_bot.ask(text, Context(today=TODAY)).full
    assert [step for step in steps if step not in shown] == []


def ends_in(step: str, figure: Decimal) -> bool:
    return step.rsplit(" = ", maxsplit=1)[-1].split(" ", maxsplit=1)[0].rstrip("%") == exact_text(abs(figure))


def test_no_sum_breaks_off_before_the_figure_that_is_stated(price_bot: Engine) -> None:
    """Of every figure of the corpus that a step ends in, that step is shown, or those of another model as an example."""
    market = Market(frozen_knowledge(), frozen_catalogue(), frozen_exchange(), TODAY)
    broken = []
    for kind in ("cost", "compare", "budget", "discount", "convert"):
        for case in load_cases(CORPUS / "questions" / f"{kind}.yaml")[::10]:
            reply = price_bot.ask(case["ask"], Context(today=TODAY))
            if any(word in reply.full for word in ("为例", "為例", "Sum (for")):
                continue
            speech = Speech(market, reply.language)
            for each in reply.results:
                if each.role is Role.ALSO or each.value is None or each.value.exact is None:
                    continue
                ends = [step for step in reply.steps if ends_in(step, each.value.exact)]
                told = [speech.label(shown_step(step, speech.phrases)) for step in ends]
                if told and not any(step in reply.full for step in told):
                    broken.append((case["ask"], each.value.exact, told))
    assert broken == []
