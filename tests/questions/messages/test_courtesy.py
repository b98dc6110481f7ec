"""Greetings and thanks said to the bot get a polite line; beside a question they change nothing."""

from __future__ import annotations

import pytest

from bot.questions.messages.courtesy import greets, thanks
from bot.text import normalize


@pytest.mark.parametrize("text", ["谢谢", "多謝晒!", "thx", "Thanks!!", "ok, thank you", "唔該"])
def test_thanks_are_seen(text: str) -> None:
    assert thanks(normalize(text).text)


@pytest.mark.parametrize("text", ["你好", "Hi", "hello!", "嗨~", "good morning"])
def test_a_greeting_is_seen(text: str) -> None:
    assert greets(normalize(text).text)


@pytest.mark.parametrize("text", ["谢谢,豆包多少钱", "hi how much is doubao", "", "ok", "!", "hifi"])
def test_anything_else_is_neither(text: str) -> None:
    normal = normalize(text).text
    assert not thanks(normal)
    assert not greets(normal)
