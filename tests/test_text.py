"""The normal form of a text, and the way back to its original offsets."""

from __future__ import annotations

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
    normalized = normalize(text)
    offsets = list(normalized.offsets)
    assert len(offsets) == len(normalized.text) + 1
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(text)
    for place in range(len(normalized.text)):
        first, last = normalized.source_span(place, place + 1)
        assert 0 <= first < last <= len(text)
        assert normalized.text[place] in normal_form(text[first:last])


@given(texts)
def test_the_normal_form_does_not_depend_on_what_stands_beside(text: str) -> None:
    assert normal_form(text) == normalize(text).text == "".join(map(normal_form, text))


@given(texts)
def test_nothing_invisible_is_left(text: str) -> None:
    assert not set("\u200b\u202e\u00ad\ufeff\u0301\t\r") & set(normal_form(text))


@pytest.mark.parametrize("text", ["豆包 1元 GLM", "Ｇ\u200bＬ㎒M 豆包", "ﷺ abc", "x" * 20])
def test_the_end_of_a_text_keeps_its_places(text: str) -> None:
    """What is read from a place on has the normal form of that end, and offsets into the whole text."""
    for start in range(len(text) + 1):
        end = normalize(text, start)
        assert (end.original, end.text) == (text, normal_form(text[start:]))
        assert all(
            normal_form(text[slice(*end.source_span(at, at + 1))]).find(end.text[at]) >= 0
            for at in range(len(end.text))
        )
        assert end.source_span(len(end.text), len(end.text)) == (len(text), len(text))
