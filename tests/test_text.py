"""The normal form of a text, and the way back to its original offsets."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text import normal_form, normalize

TELLING = "豆包GLM-3 Ｔｕｒｂｏ１元買幾塊錢㈱ﬁ½ﬀßİ\u200b\u202e\u00ad\ufeff\u0301é①⑩㍿K\n\t\u2028’“円裏"
texts = st.text(max_size=80) | st.text(TELLING, max_size=80)


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("ＧＬＭ－３", "glm-3"),
        ("２０元", "20元"),
        ("一塊錢買幾個漢字", "一块钱买几个汉字"),
        ("豆\u200b包\u202e", "豆包"),
        ("G\ufeffLM\u00ad", "glm"),
        ("Straße", "strasse"),
        ("1\u20282", "1\n2"),
        ("a\tb", "a b"),
        ("‘1’ “2”", "'1' \"2\""),
        ("100円", "100圆"),
        ("", ""),
        ("gemini  1.5 \t pro", "gemini 1.5 pro"),
        ("a\u00a0b\u3000c\u2009d\u202fe\u1680f", "a b c d e f"),
        (" \u3000GLM \n", "glm"),
        ("早 \n\n 豆包", "早\n豆包"),
        ("豆包 4 千 token 是", "豆包4千token是"),
        ("12 块 8，3 万 2 千，2000  万", "12块8,3万2千,2000万"),
        ("2024 年 5 月 20 号", "2024年5月20号"),
        ("百 分之 3，三 万 两 千  五", "百分之3,三万两千 五"),
        ("三 五  七 个", "三 五 七 个"),
        ("豆包 文心 $5 与 €3", "豆包 文心 $5与 €3"),
        ("a\u2010b\u2011c\u2012d\u2013e\u2212f\ufe63g\uff0dh", "a-b-c-d-e-f-g-h"),
        ("GPT\u20144o\u2015mini", "gpt-4o-mini"),
        ("3\u20145万", "3-5万"),
        ("豆包——50元 — 100元", "豆包——50元 — 100元"),
        ("豆包😂😂GLM 👍🏻多少钱❤️", "豆包glm多少钱"),
        ("lol😂what 🤔 ok", "lol what ok"),
        ("①⑩ ½", "110 1\u20442"),
    ],
)
def test_normal_form(text: str, normal: str) -> None:
    assert normal_form(text) == normal
    assert normalize(text).text == normal


@pytest.mark.parametrize(
    ("text", "found", "original"),
    [
        ("買豆\u200b包 1元", "豆包", "豆\u200b包"),
        ("ﬁve ＧＬＭ", "glm", "ＧＬＭ"),
        ("ﬁve tokens", "five", "ﬁve"),
        ("\ufeff1塊", "1块", "1塊"),
        ("½元", "1⁄2元", "½元"),
    ],
)
def test_spans_lead_back(text: str, found: str, original: str) -> None:
    normalized = normalize(text)
    start = normalized.text.index(found)
    first, last = normalized.source_span(start, start + len(found))
    assert text[first:last] == original


def test_an_empty_span_is_a_place() -> None:
    assert normalize("ﬁ豆包").source_span(2, 2) == (1, 1)


@given(texts)
def test_offsets_run_along_the_original(text: str) -> None:
    """Each character comes from a place of the original behind that of the one before, and the end from none before it."""
    normalized = normalize(text)
    offsets = list(normalized.offsets)
    assert len(offsets) == len(normalized.text) + 1
    assert offsets == sorted(offsets)
    assert offsets[-1] <= len(text)
    for place, character in enumerate(normalized.text):
        first, last = normalized.source_span(place, place + 1)
        assert 0 <= first < last <= len(text)
        assert character in "-\n " or character in normal_form(text[first:last])


@given(texts)
def test_the_normal_form_is_its_own(text: str) -> None:
    assert normal_form(text) == normalize(text).text
    assert normal_form(normal_form(text)) == normal_form(text)


@given(texts, st.text(" \t\u00a0\u3000\u2009", min_size=1, max_size=4), texts)
def test_blanks_of_all_kinds_are_alike(before: str, blanks: str, after: str) -> None:
    assert normal_form(before + blanks + after) == normal_form(f"{before} {after}")


@given(texts, st.integers(0, 80), st.integers(0, 80))
def test_a_part_is_a_text_of_its_own(text: str, start: int, end: int) -> None:
    """It has no blanks around it, and its offsets lead into its own original."""
    whole = normalize(text)
    start, end = sorted((min(start, len(whole.text)), min(end, len(whole.text))))
    part = whole.part(start, end)
    assert part.text == whole.text[start:end].strip(" \n")
    assert part.original in text
    assert len(part.offsets) == len(part.text) + 1
    assert all(0 <= offset <= len(part.original) for offset in part.offsets)
    for place, character in enumerate(part.text):
        assert character in "-\n " or character in normal_form(part.source(place, place + 1))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("大家好 GLM多少钱", ["大家好", "glm多少钱"]),
        ("大家好😂GLM多少钱", ["大家好", "glm多少钱"]),
        ("大家好 GLM 多少钱", ["大家好glm多少钱"]),
        ("大家好 GLM 多少钱 token多少", ["大家好", "glm", "多少钱", "token多少"]),
        ("how much  is GLM", ["how much is glm"]),
        ("how much 😂 is GLM", ["how much ", "is glm"]),
        ("豆包  文心", ["豆包 文心"]),
    ],
)
def test_gaps_are_where_blanks_and_pictures_set_words_apart(text: str, words: list[str]) -> None:
    normalized = normalize(text)
    edges = [0, *normalized.gaps(), len(normalized.text)]
    assert [normalized.text[start:end] for start, end in pairwise(edges)] == words


@given(texts)
def test_nothing_invisible_is_left(text: str) -> None:
    assert not set("\u200b\u202e\u00ad\ufeff\u0301\t\r") & set(normal_form(text))


@pytest.mark.parametrize("text", ["豆包 1元 GLM", "Ｇ\u200bＬ㎒M 豆包", "ﷺ abc", "x" * 20])
def test_the_end_of_a_text_keeps_its_places(text: str) -> None:
    """What is read from a place on has the normal form of that end, and offsets into the whole text."""
    for start in range(len(text) + 1):
        end = normalize(text, start)
        assert (end.original, end.text) == (text, normal_form(text[start:]))
        assert all(end.text[at] in " " + normal_form(end.source(at, at + 1)) for at in range(len(end.text)))
        assert start <= end.source_span(len(end.text), len(end.text))[0] <= len(text)
