"""One alias stands for every way to space and hyphenate it, and leads to one thing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.entries import NameKind
from bot.knowledge.load import load_knowledge
from bot.knowledge.names import spellings
from tests.knowledge.conftest import ZHIPU


@pytest.mark.parametrize(
    ("name", "also", "not_"),
    [
        (
            "GLM-3 Turbo",
            "glm-3 turbo|glm3turbo|glm 3 turbo|glm_3-turbo|glm3-turbo|glm-3-turbo",
            "glm|3 turbo|glm3turb o",
        ),
        ("GLM3", "glm3|glm-3|glm 3", "g lm3"),
        ("GPT-4o", "gpt-4o|gpt4o|gpt 4o", "gpt-4-o|gpt 4 o"),
        ("GPT-3.5", "gpt3.5|gpt-3.5", "gpt-3-5|gpt-35"),
        ("智谱 AI", "智谱ai|智谱 ai|智谱-ai", "智 谱ai"),
        (
            "文心 ERNIE Tiny",
            "文心erniTiny|文心ernie tiny|文心ernietiny".replace("erniTiny", "ernie-tiny"),
            "文心 ernie",
        ),
        ("豆包", "豆包", "豆 包"),
        ("開源  模型", "开源 模型|开源模型", "開源模型"),
        ("Dream of the Red Chamber", "dream of the red chamber|dream-of-the-red-chamber", "dream of-the red chamber"),
    ],
)
def test_spellings(name: str, also: str, not_: str) -> None:
    found = spellings(name)
    assert found.issuperset(also.split("|"))
    assert found.isdisjoint(not_.split("|"))


@given(st.text(min_size=1, max_size=80))
def test_spellings_are_few_whatever_the_name(name: str) -> None:
    assert 1 <= len(spellings(name)) <= 65


def test_weak_is_weak_even_where_the_name_says_the_same(write: Callable[..., Path]) -> None:
    text = ZHIPU.replace("    aliases: [GLM]", "    aliases: [GLM]\n    weak_aliases: [glm3 turbo, 小钢炮]")
    names = {name.text: name for name in load_knowledge(write({"vendors/zhipu.yaml": text})).names}
    assert (names["glm-3 turbo"].weak, names["小钢炮"].weak, names["glm"].weak) == (True, True, False)


def test_works_have_names_too(write: Callable[..., Path]) -> None:
    works = "works: [{id: red, name: 紅樓夢, length: 1, unit: character, source: report}]\n"
    names = {name.text: name for name in load_knowledge(write({"works.yaml": works})).names}
    assert (names["红楼梦"].kind, names["红楼梦"].id) == (NameKind.WORK, "red")
