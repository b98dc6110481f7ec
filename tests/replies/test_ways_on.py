"""Buttons to go on from an answer: they follow the question, lead to answers, and lose no model on the way."""

from __future__ import annotations

import re
from functools import cache

import pytest

from bot.answers import Button, Context, Reply, Role, Status
from bot.engine import Engine
from bot.question import Kind, Question
from bot.replies.button_rows import WIDEST, in_rows, width
from bot.text import Language
from tests.conftest import TODAY
from tests.corpus_cases import TODAYS_CLOCK as NOON
from tests.frozen import todays_engine
from tests.replies.test_machine import QUESTIONS

CONTEXT = Context(today=TODAY)


@cache
def asked(text: str) -> Reply:
    return todays_engine().ask(text, NOON)


def buttons(reply: Reply) -> list[Button]:
    return [button for row in reply.buttons for button in row]


def labels(text: str) -> list[str]:
    return [button.label for button in buttons(asked(text))]


def pressed(reply: Reply, label: str) -> Reply:
    code = next(button.code for button in buttons(reply) if button.label == label)
    return todays_engine().press(code, Context(now=NOON.now, language=reply.language))


OF_TODAY = (
    "deepseek v4 pro多少钱",
    "gpt-5多少钱",
    "gpt-5 input price in yuan",
    "GPT-5和Claude Opus 5哪个便宜",
    "which is cheaper, gpt-5 or claude opus 5, by output",
    "claude多少钱",
    "最便宜的是哪家",
    "cheapest gpt 6 model",
    "glm5.2 输入200万输出50万 得花多少",
    "what would 1 million input tokens cost with gpt-5, opus 5.5",
    "what does $25 get me on opus 5.5",
    "豆包多少钱",
    "o3降了多少",
    "deepseek v4 pro历史价格",
    "现在用deepseek是高峰吗",
    "GLM-3 Turbo 现在还能买到吗",
    "ChatGPT Plus 多少钱一个月",
    "哪家最先降价",
    "glm-4-flash多少钱",
    "豆包多少钱？GLM多少钱",
)


@pytest.mark.parametrize("text", QUESTIONS)
def test_buttons_ask_something_else_each(price_bot: Engine, text: str) -> None:
    reply = price_bot.ask(text, CONTEXT)
    codes = [button.code for button in buttons(reply)]
    assert len(set(codes)) == len(codes)
    if reply.status is Status.ANSWERED and not reply.stays:
        assert reply.code not in codes
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{1,60}", code) for code in codes)


@pytest.mark.parametrize("text", OF_TODAY)
def test_no_button_is_a_dead_end_or_loses_the_models(text: str) -> None:
    reply = asked(text)
    assert reply.status is Status.ANSWERED
    models = {result.subject for result in reply.results}
    assert buttons(reply)
    for button in buttons(reply):
        there = pressed(reply, button.label)
        assert (there.status, bool(there.buttons)) == (Status.ANSWERED, True), button
        told = {result.subject for result in there.results}
        assert told & models or not models or there.kind in (Kind.RANK, Kind.PLAN, Kind.PRICE, Kind.COMPARE), button


@pytest.mark.parametrize("text", OF_TODAY)
def test_labels_are_not_cut_off_on_a_phone(text: str) -> None:
    reply = asked(text)
    assert len(reply.buttons) <= 2
    for row in reply.buttons:
        assert all(width(button.label) <= WIDEST[len(row) - 1] for button in row)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("gpt-5多少钱", ["和 Grok 4.7、Mistral Medium 3.5 比", "换成人民币", "全部价位", "历次价格"]),
        (
            "2M calls a month on gpt-5 mini, 1k in 300 out",
            ["vs MiMo-V2.6-Pro and Qwen3.7-Plus", "In yuan", "Whole sum", "By batch"],
        ),
        ("谁家coding plan最便宜", ["小米 MiMo 套餐价格", "MiniMax Token Plan 价格"]),
        ("哪些模型免费", ["不算免费的", "MiniCPM 价格", "讯飞星火 Lite 价格"]),
        ("deepseek v4 pro多少钱", ["和文心 5.1、豆包 Seed 2.1 Turbo 比", "换成美元", "历次价格", "高峰时段"]),
        ("GPT-5和Claude Opus 5哪个便宜", ["＋ Grok 4.7", "只看输入", "只看输出", "换成人民币", "GPT-5 价格"]),
        ("what does $25 get me on opus 5.5", ["In words", "vs GPT-6.1 Sol and Kimi K3.1 Pro"]),
        ("豆包多少钱", ["豆包 Seed 2.1 Pro 价格", "豆包 Seed 2.1 Pro 和 Kimi K2.7 Code 比"]),
        ("豆包多少钱？GLM多少钱", ["豆包 Seed 2.1 Pro、GLM-5.3 对比", "豆包主力模型、GLM-3 Turbo 对比"]),
        ("GLM-3 Turbo多少钱", ["GLM-5.3 价格", "换成美元", "历次价格", "批处理价"]),
    ],
)
def test_buttons_follow_the_question(text: str, wanted: list[str]) -> None:
    assert labels(text) == wanted


@pytest.mark.parametrize(
    ("text", "after", "label", "told"),
    [
        ("gpt-5多少钱", "gpt-5 mini呢", "全部价位", ["批处理：输入 0.625", "优先处理：输入 2.5"]),
        ("2M calls a month on gpt-5 mini, 1k in 300 out", "and on gpt-5?", "Whole sum", ["· 500 + 1,200 = 1,700"]),
    ],
)
def test_what_was_folded_is_told_at_a_press_and_not_in_what_follows(
    text: str, after: str, label: str, told: list[str]
) -> None:
    first = asked(text)
    whole = pressed(first, label)
    assert not any(each in first.text for each in told)
    assert all(each in whole.text for each in told)
    assert label not in [button.label for button in buttons(whole)]
    followed = todays_engine().ask(after, Context(now=NOON.now, previous=whole.code))
    assert followed.kind is first.kind
    assert label in [button.label for button in buttons(followed)]


def test_a_press_changes_one_thing_and_can_be_gone_on_from() -> None:
    compared = pressed(asked("gpt-5多少钱"), labels("gpt-5多少钱")[0])
    assert {result.subject for result in compared.results} > {"openai/gpt-5", "x-ai/grok-4.7"}
    four = pressed(compared, next(button.label for button in buttons(compared) if "＋" in button.label))
    assert len({result.subject for result in four.results}) == 4
    output = pressed(four, "只看输出")
    assert {result.side for result in output.results if result.role is Role.ANSWER} == {"output"}
    yuan = pressed(output, "换成人民币")
    assert re.search(r"GPT-5（输出）：约 [\d.]+ 元", yuan.text)
    assert "换成美元" in [button.label for button in buttons(yuan)]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("grok 4.7 fast多少钱", "Grok 4.7 价格"),
        ("qwen3.8 max 微调多少钱", "Qwen3.8-Max 价格"),
        ("whisper多少钱", "从便宜到贵"),
        ("豆包2.1pro前年什么价", "从便宜到贵"),
        ("glm有免费额度吗", "GLM-5.3 价格"),
    ],
)
def test_what_is_not_known_is_no_dead_end(text: str, label: str) -> None:
    reply = asked(text)
    assert label in [button.label for button in buttons(reply)]
    assert pressed(reply, label).status is Status.ANSWERED


def test_what_is_not_on_sale_any_more_has_no_rivals() -> None:
    assert not any("比" in label for label in labels("GLM-3 Turbo 现在还能买到吗"))


def test_sums_that_are_each_for_one_model_stay_together(price_bot: Engine) -> None:
    reply = price_bot.ask("豆包花10块,GLM花20块,各能买多少", CONTEXT)
    assert [button.label for button in buttons(reply)] == ["按汉字算", "豆包主力模型价格", "GLM-3 Turbo 价格"]


def test_in_english_a_sum_is_in_dollars() -> None:
    reply = todays_engine().ask("doubao seed 2.1 pro price", Context(now=NOON.now, language=Language.EN))
    assert "What $1 buys" in [button.label for button in buttons(reply)]


def test_rows_take_as_many_labels_as_can_be_read() -> None:
    labels = ("a" * 11, "b" * 17, "c" * 11, "d" * 30, "e" * 41, "f" * 11)
    ways = [(label, Question(Kind.PRICE, (label,))) for label in labels]
    made = in_rows(ways, lambda question: question.subjects[0], 2)
    assert made == (
        (Button("a" * 11, "a" * 11), Button("b" * 17, "b" * 17)),
        (Button("c" * 11, "c" * 11), Button("f" * 11, "f" * 11)),
    )
