"""Versions after a name make it another model."""

from __future__ import annotations

import pytest

from bot.language.reader import Reader
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
        ("GLM 4.5 多少钱", GLM, "4.5"),
        ("豆包1.5什么价", DOUBAO, "1.5"),
        ("文心4.0什么价", "baidu/wenxin", "4.0"),
        ("豆包 lite 什么价", DOUBAO, "lite"),
        ("GLM-4v什么价", GLM, "4v"),
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


def test_a_version_is_no_amount(reader: Reader) -> None:
    assert list(reader.read(normalize("GLM-4多少钱")).amounts()) == []
