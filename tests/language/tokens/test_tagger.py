"""Names, amounts and cue words of a text, none of which overlaps another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.basics.cues import Cue
from bot.language.basics.entities import EntityKind
from bot.language.tokens.reader import Reader
from bot.language.tokens.reading import Reading
from bot.language.words.cue_words import cue_words
from bot.quantities import Range
from bot.text import normal_form, normalize
from tests.conftest import DOUBAO, GLM, MINI, TINY

alphabet = "豆包GLM-3 Turbo文心1元块能买多少tokens字比便宜,?。0.8厘%百万ernie tiny"


def read(reader: Reader, text: str) -> Reading:
    return reader.read(normalize(text))


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("1元能买多少GLM tokens", [GLM]),
        ("glm3turbo多少钱", [GLM]),
        ("ＧＬＭ－３ Ｔｕｒｂｏ", [GLM]),
        ("豆包和MiniCPM和文心轻量版", [DOUBAO, MINI, TINY]),
        ("智谱跟字节跳动", ["zhipu", "bytedance"]),
        ("豆\u200b包", [DOUBAO]),
        ("豆包大模型", [DOUBAO]),
        ("文心雕龙多少钱", []),
        ("红豆包多少钱", []),
        ("angel investor", []),
        ("programming", []),
        ("GLMs", []),
    ],
)
def test_names(reader: Reader, text: str, ids: list[str]) -> None:
    assert [name.id for _, name in read(reader, text).names()] == ids


def test_the_kinds_of_names(reader: Reader) -> None:
    kinds = {name.id: name.kind for _, name in read(reader, "豆包 智谱 百舸 李彦宏 三体").names()}
    assert kinds == {
        DOUBAO: EntityKind.MODEL,
        "zhipu": EntityKind.VENDOR,
        "baidu/baige": EntityKind.SUBJECT,
        "baidu/robin-li": EntityKind.SUBJECT,
        "three-body": EntityKind.WORK,
    }


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("1元能买多少GLM tokens", EntityKind.MONEY, 1, "CNY"),
        ("GLM-3 1元", EntityKind.MONEY, 1, "CNY"),
        ("100万tokens豆包多少钱", EntityKind.QUANTITY, 1_000_000, "token"),
        ("50%的GLM", EntityKind.PERCENT, 50, "percent"),
    ],
)
def test_amounts_beside_names(reader: Reader, text: str, kind: EntityKind, value: int, unit: str) -> None:
    ((_, amount),) = read(reader, text).amounts()
    assert (amount.kind, amount.value, amount.unit) == (kind, Range.exactly(value), unit)


@pytest.mark.parametrize("text", ["GLM-3 Turbo什么价", "0元购是哪家", "多少万字"])
def test_what_is_no_amount(reader: Reader, text: str) -> None:
    assert list(read(reader, text).amounts()) == []


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("豆包和GLM哪个便宜", {Cue.VERSUS, Cue.WHICH, Cue.CHEAP}),
        ("最便宜的是哪家", {Cue.CHEAPEST, Cue.WHICH}),
        ("GLM降价前多少钱", {Cue.BEFORE, Cue.HOW_MUCH_MONEY}),
        ("how much cheaper than", {Cue.CHEAP, Cue.THAN}),
        ("为什么能降价", {Cue.WHY, Cue.CUT}),
    ],
)
def test_cues(reader: Reader, text: str, cues: set[Cue]) -> None:
    reading = read(reader, text)
    assert {cue for cue in cues if not reading.has(cue)} == set()


def test_latin_words_are_whole_words(reader: Reader) -> None:
    assert read(reader, "buy").has(Cue.BUY)
    assert not read(reader, "buyer").has(Cue.BUY)


def test_all_cue_words_are_in_normal_form() -> None:
    assert [word for word in cue_words() if normal_form(word) != word] == []


def test_what_nothing_explains_is_left_over(reader: Reader) -> None:
    reading = read(reader, "豆包 zxqvk 多少钱")
    assert [reading.text[start:end] for start, end in reading.residue] == ["zxqvk"]


@given(st.text(max_size=60) | st.text(alphabet, max_size=60))
def test_tokens_and_the_rest_cover_the_text_without_overlap(reader: Reader, text: str) -> None:
    reading = read(reader, text)
    spans = sorted([(token.start, token.end) for token in reading.tokens] + list(reading.residue))
    place = 0
    for start, end in spans:
        assert not any(character.isalnum() for character in reading.text[place:start])
        assert place <= start < end <= len(reading.text)
        place = end
    assert not any(character.isalnum() for character in reading.text[place:])


@given(st.text(alphabet, max_size=60))
def test_names_and_amounts_know_their_place(reader: Reader, text: str) -> None:
    for token in read(reader, text).tokens:
        found = token.name or token.amount
        if found is not None:
            assert (found.start, found.end) == (token.start, token.end)
        assert token.name is None or (token.amount is None and not token.cues)
