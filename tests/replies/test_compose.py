"""Whole replies: both formats, the lines of a card, and buttons to go on."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest

from bot.answers import Context, Status
from bot.engine import Engine
from bot.text import Language
from tests.conftest import CATALOGUE_DAY, TODAY
from tests.replies.test_machine import QUESTIONS

CONTEXT = Context(today=TODAY)


@pytest.mark.parametrize("text", QUESTIONS)
def test_html_and_plain_text_say_the_same(price_bot: Engine, text: str) -> None:
    reply = price_bot.ask(text, CONTEXT)
    shown, *_ = reply.html.partition("\n<blockquote")
    assert unescape(re.sub(r"</?[bi]>", "", shown)) == reply.text
    without_tags = unescape(re.sub(r"</?(?:[bi]|blockquote)(?: expandable)?>", "", reply.html))
    assert set(without_tags.splitlines()) >= set(reply.full.splitlines())


@pytest.mark.parametrize("text", QUESTIONS)
def test_a_card_opens_with_the_first_line(price_bot: Engine, text: str) -> None:
    reply = price_bot.ask(text, CONTEXT)
    assert reply.title == reply.text.splitlines()[0]
    assert "\n" not in reply.title + reply.summary


def test_the_source_of_two_answers_is_named_once_and_last(price_bot: Engine) -> None:
    reply = price_bot.ask("豆包多少钱？GLM多少钱", CONTEXT)
    for text in (reply.text, reply.html):
        first, second = text.split("\n\n")
        assert "来源" not in first
        assert second.count("来源") == 1
    assert len(reply.results) == 2


def test_what_is_true_of_several_models_is_said_once(price_bot: Engine) -> None:
    context = replace(CONTEXT, today=CATALOGUE_DAY)
    for text, words in (
        ("gpt-5、grok 3、o3写100万字要多少钱", "换算比例"),
        ("1M Chinese characters with gpt-5 and grok 3, cost", "is published"),
    ):
        said = [line for line in price_bot.ask(text, context).text.splitlines() if words in line]
        assert len(said) == 1
        assert "GPT-5" in said[0] and "Grok 3" in said[0]


def test_models_that_are_level_are_named_together(price_bot: Engine) -> None:
    context = replace(CONTEXT, today=CATALOGUE_DAY)
    for text in ("gpt-5、gemini 2.5 pro 100万输入tokens多少钱", "用gemini 2.5 pro或gpt-5，10美元能买多少输入tokens"):
        head = price_bot.ask(text, context).text.partition("\n")[0]
        assert "GPT-5" in head and "Gemini 2.5 Pro" in head


def test_a_size_is_asked_for_with_choices_that_answer(price_bot: Engine) -> None:
    reply = price_bot.ask("10块钱GLM能调用多少次", CONTEXT)
    assert reply.status is Status.CLARIFY
    assert reply.text == "每次要用多少 tokens 或字？比如加上「每次 500 tokens」。"
    buttons = [button for row in reply.buttons for button in row]
    assert [button.label for button in buttons] == ["500 tokens", "1,000 tokens", "2,000 tokens"]
    assert [price_bot.press(button.code, CONTEXT).status for button in buttons] == [Status.ANSWERED] * 3


def test_a_subject_is_asked_for_with_the_models(price_bot: Engine) -> None:
    reply = price_bot.ask("降价前多少钱", CONTEXT)
    assert (reply.status, reply.text) == (Status.CLARIFY, "想问哪个模型？")
    labels = [button.label for row in reply.buttons for button in row]
    assert labels == ["文心 ERNIE Tiny", "豆包主力模型", "MiniCPM", "GLM-3 Turbo"]


def test_traditional_chinese_throughout(price_bot: Engine) -> None:
    reply = price_bot.ask("1元能买多少GLM tokens", Context(language=Language.ZH_HANT, today=TODAY))
    labels = [button.label for row in reply.buttons for button in row]
    assert labels == ["按漢字算", "GLM-3 Turbo 價格", "和豆包主力模型、文心 ERNIE Tiny 比"]
