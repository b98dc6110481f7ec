"""The parts of a message, and those of them that may hold its question."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.basics.cues import Cue
from bot.questions.overheard.asides import parts, questions_in_passing
from bot.text import normal_form
from tests.questions.conftest import Read

alphabet = "豆包多少钱GLM tokens 1.5元,,。?!;…~、()\n-—:😀🙏 ab早呀那呢"


def cut(text: str) -> list[str]:
    """The parts as they are written, in normal form."""
    text = normal_form(text)
    return [text[start:end] for start, end in parts(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("早呀，豆包多少錢？", ["早呀,", "豆包多少钱?"]),
        ("累死了。GLM多少钱！有人吗", ["累死了。", "glm多少钱!", "有人吗"]),
        ("hi folks, how much is GLM; thanks", ["hi folks,", " how much is glm;", " thanks"]),
        ("ugh -- GLM price?", ["ugh --", " glm price?"]),
        ("ugh—GLM price?", ["ugh—", "glm price?"]),
        ("quick one: GLM price?", ["quick one:", " glm price?"]),
        ("笑死 豆包多少钱", ["笑死 ", "豆包多少钱"]),
        ("lol 豆包多少钱", ["lol ", "豆包多少钱"]),
        ("好的🙏🙏豆包多少钱", ["好的🙏🙏", "豆包多少钱"]),
        ("顺便（帮朋友问）豆包多少钱", ["顺便(", "帮朋友问)", "豆包多少钱"]),
        ("早\n豆包多少钱", ["早\n", "豆包多少钱"]),
    ],
)
def test_a_message_is_cut_at_marks_dashes_pictures_and_spaces_beside_chinese(text: str, expected: list[str]) -> None:
    """Every mark, dash, picture, line end and space beside Chinese ends a part, which holds what ends it."""
    assert cut(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "豆包多少钱",
        "how much is GLM-3 Turbo",
        "GLM-3.5 costs 1,000 yuan",
        "at 10:30 on example.com",
        "a-b",
        "",
        "   ",
        "😀",
        "豆包?",
    ],
)
def test_what_is_whole_has_no_parts(text: str) -> None:
    """A point in a number, a colon in a time, a hyphen in a word and a mark at the end cut nothing off."""
    assert cut(text) == []


def test_too_many_parts_are_none() -> None:
    """A message of six parts is cut, one of seven is a text that nobody asks in."""
    assert len(cut("早," * 6)) == 6
    assert cut("早," * 7) == []


@given(st.text(alphabet, max_size=60) | st.text(max_size=60))
def test_parts_cover_the_text_in_order(text: str) -> None:
    """Parts follow each other without overlap, none is blank, and only blanks lie between them."""
    text = normal_form(text)
    spans = parts(text)
    assert len(spans) != 1
    place = 0
    for start, end in spans:
        assert place <= start < end <= len(text)
        assert not text[place:start].strip()
        assert text[start:end].strip()
        place = end
    assert not spans or not text[place:].strip()


def passing(read: Read, text: str) -> list[str]:
    reading = read(text)
    return [reading.text[start:end].strip() for start, end in questions_in_passing(reading)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("写论文写到秃头，豆包一块钱能买多少字", ["豆包一块钱能买多少字"]),
        (
            "早晨，GLM百萬tokens幾錢？我去食飯",
            ["早晨,glm百万tokens几钱?", "glm百万tokens几钱?我去食饭", "glm百万tokens几钱?"],
        ),
        ("rent is due; how many GLM tokens for 1 yuan", ["how many glm tokens for 1 yuan"]),
        ("唉,哪个模型最便宜", ["哪个模型最便宜"]),
    ],
)
def test_the_longest_part_that_asks_comes_first(read: Read, text: str, expected: list[str]) -> None:
    """Runs of parts that ask are given from the longest to the shortest, the whole message left out."""
    assert passing(read, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "豆包多少钱",
        "豆包，一块钱能买多少",
        "GLM rocks, how much",
        "累死了，今天吃什么",
        "GLM太贵了，我去吃饭",
        "早，困，累，饿，冷，唉，豆包多少钱",
    ],
)
def test_what_asks_nothing_in_passing(read: Read, text: str) -> None:
    """A message that is whole, leaves a name out of its question, names nothing, asks nothing or is in bits has none."""
    assert passing(read, text) == []


@given(
    st.lists(
        st.sampled_from("早 累死了 豆包 GLM 哪个模型 多少钱 便宜 吗 , 。 ? 😀 how much tokens 1元".split()), max_size=10
    )
)
def test_every_question_in_passing_names_what_the_message_names_and_asks(read: Read, words: list[str]) -> None:
    """What is left over names nothing else, and each is shorter than the message and not longer than the one before."""
    reading = read(" ".join(words))
    named: dict[str, list[tuple[int, int]]] = {token.name.id: [] for token in reading.tokens if token.name is not None}
    for token in reading.tokens:
        if token.name is not None:
            named[token.name.id].append((token.start, token.end))
    longest = len(parts(reading.text))
    for start, end in questions_in_passing(reading):
        assert named or reading.has(Cue.MODELS, Cue.TOKEN)
        for places in named.values():
            assert any(start <= left and right <= end for left, right in places)
        inside = [span for span in parts(reading.text) if start <= span[0] and span[1] <= end]
        assert len(inside) <= longest and inside != list(parts(reading.text))
        longest = len(inside)
