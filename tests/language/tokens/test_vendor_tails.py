"""Names of a vendor or family with the end of a model's name."""

from __future__ import annotations

import pytest

from tests.frozen import todays_engine


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("讯飞x2多少钱", {"iflytek/spark-x2"}),
        ("mimo 2.6 pro 输出多少钱", {"xiaomi/mimo-v2.6-pro"}),
        ("DeepSeek V4.1 Flash price", {"deepseek/deepseek-flash"}),
    ],
)
def test_a_vendor_and_an_end_make_a_name(text: str, ids: set[str]) -> None:
    assert todays_engine().named(text) == ids


@pytest.mark.parametrize("text", ["Kimi K5多少钱", "DeepSeek V6 price", "mimo 9 pro多少钱"])
def test_what_no_name_ends_with_is_not_known(text: str) -> None:
    assert todays_engine().ask(text).status.value == "unknown"
