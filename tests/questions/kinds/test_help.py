"""What the bot can do, what it knows, and where it is from."""

from __future__ import annotations

import pytest

from tests.conftest import DOUBAO, GLM, MINI, TINY, Asked


@pytest.mark.parametrize("text", ["你知道哪些模型", "你都知道哪些厂商", "which models do you know"])
def test_models(asked: Asked, text: str) -> None:
    reply = asked(text)
    assert (reply["status"], reply["kind"]) == ("answered", "help")
    assert {result["subject"] for result in reply["results"]} == {GLM, DOUBAO, TINY, MINI}


@pytest.mark.parametrize("text", ["你会什么", "what can you do", "help"])
def test_abilities(asked: Asked, text: str) -> None:
    reply = asked(text)
    assert (reply["status"], reply["kind"], reply["results"]) == ("answered", "help", [])
    assert len(reply["text"].splitlines()) > 3


@pytest.mark.parametrize("text", ["数据来源是什么", "where is the data from"])
def test_sources(asked: Asked, text: str) -> None:
    reply = asked(text)
    assert reply["kind"] == "help"
    assert [source["id"] for source in reply["sources"]] == ["sanyi-2024-05-16"]
    assert "百模大戰" in reply["text"]
