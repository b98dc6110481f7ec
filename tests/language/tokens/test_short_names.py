"""Names that go on from one before them, and what only looks like one."""

from __future__ import annotations

import pytest

from tests.frozen import todays_engine


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("claude sonnet 4 vs 4.5 vs 5", {"claude-sonnet-4-0", "claude-sonnet-4-5", "claude-sonnet-5"}),
        ("GPT-5.4 mini 和 nano 哪个便宜", {"gpt-5.4-mini", "gpt-5.4-nano"}),
        ("千问3.8max比3.8flash贵多少", {"qwen3.8-max", "qwen3.8-flash"}),
        ("gemini 2.5 flash还是2.5 pro", {"gemini-2.5-flash", "gemini-2.5-pro"}),
        ("kimi k2.6, k3", {"kimi-k2.6", "kimi-k3"}),
        ("glm-5.2、5.3", {"glm-5.2", "glm-5.3"}),
        ("4.1 nano price", {"gpt-4.1-nano"}),
    ],
)
def test_the_beginning_is_that_of_the_name_before(text: str, ids: set[str]) -> None:
    assert {id_.partition("/")[2] for id_ in todays_engine().named(text)} == ids


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("gpt-5和5元", {"gpt-5"}),
        ("gpt-4o or 5 people", {"gpt-4o"}),
        ("gpt-4o or gpt-4o-mini", {"gpt-4o", "gpt-4o-mini"}),
        ("opus 5 比 sonnet 5.5", {"claude-opus-5", "claude-sonnet-5-5"}),
        ("7.9 nano price", set()),
    ],
)
def test_what_counts_or_is_named_in_full_is_left_alone(text: str, ids: set[str]) -> None:
    assert {id_.partition("/")[2] for id_ in todays_engine().named(text)} == ids
