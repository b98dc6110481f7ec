"""Versions after a name make it another model."""

from __future__ import annotations

import pytest

from bot.language.tokens.reader import Reader
from bot.text import normalize
from tests.conftest import DOUBAO, GLM


def version(reader: Reader, text: str) -> tuple[str, str | None]:
    reading = reader.read(normalize(text))
    _, name = next(reading.names())
    return name.id, name.version


@pytest.mark.parametrize(
    ("text", "id_", "expected"),
    [
        ("GLM-4多少钱", GLM, "4"),
        ("GLM 4.3 多少钱", GLM, "4.3"),
        ("豆包1.5什么价", DOUBAO, "1.5"),
        ("文心4.0什么价", "baidu/wenxin", "4.0"),
        ("豆包 lite 什么价", DOUBAO, "lite"),
        ("GLM-4v什么价", GLM, "4v"),
        ("GLM-4-flash什么价", GLM, "4-flash"),
        ("豆包1.5 pro什么价", DOUBAO, "1.5 pro"),
    ],
)
def test_another_version(reader: Reader, text: str, id_: str, expected: str) -> None:
    assert version(reader, text) == (id_, expected)


@pytest.mark.parametrize(
    "text",
    [
        "GLM-3 Turbo多少钱",
        "GLM3多少钱",
        "豆包100块能买多少",
        "GLM 5元能买多少",
        "GLM 1万tokens多少钱",
        "豆包2元",
        "GLM 50% off",
        "豆包",
    ],
)
def test_no_version(reader: Reader, text: str) -> None:
    assert version(reader, text)[1] is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GLM-4.5多少钱", "zai/glm-4.5"),
        ("GLM 5 price", "zai/glm-5"),
        ("gpt-3.5-turbo多少錢", "openai/gpt-3.5-turbo"),
        ("GPT-3.5 Turbo 100万输入", "openai/gpt-3.5-turbo"),
    ],
)
def test_a_version_that_the_catalogue_has_in_full(reader: Reader, text: str, expected: str) -> None:
    assert version(reader, text) == (expected, None)


def test_what_a_fact_compares_with_is_no_model_where_no_price_is_spoken_of(reader: Reader) -> None:
    assert [name.id for _, name in reader.read(normalize("哪个模型对标GPT-3.5-Turbo")).names()] == []


def test_a_version_is_no_amount(reader: Reader) -> None:
    assert list(reader.read(normalize("GLM-4多少钱")).amounts()) == []
