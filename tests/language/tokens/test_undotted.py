"""Names whose version is typed without its dot."""

from __future__ import annotations

from bot.language.tokens.reader import Reader
from bot.language.tokens.undotted import undotted
from bot.text import normalize

NAMES = (
    ("glm 4.5 air", "air"),
    ("glm-4.5", "plain"),
    ("glm 45", "other"),
    ("qwen 3.8 max", "max"),
    ("qwen-3.8-max", "max"),
)


def test_a_name_without_its_dot_stands_for_one_model() -> None:
    assert undotted(NAMES) == {"glm45air": "air", "glm45": None, "qwen38max": "max"}


def test_a_number_is_no_version_where_no_name_has_it(reader: Reader) -> None:
    """Amounts behind a name stay amounts."""
    bare, counted = (reader.read(normalize(text)).names for text in ("豆包多少钱", "豆包 10 万 tokens 多少钱"))
    assert [name.id for _, name in bare] == [name.id for _, name in counted]
