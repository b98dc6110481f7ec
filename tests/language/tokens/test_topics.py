"""What is told beforehand to have no topic never has one when it is read: nothing that would be answered is passed over."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import Context, Status
from bot.asked import as_read
from bot.engine import Engine
from bot.language.tokens.reader import Reader
from bot.questions.overheard.topics import has_topic
from tests.corpus_cases import CORPUS, MARKET, TODAYS_CORPUS, TODAYS_MARKET, read_yaml
from tests.frozen import frozen_catalogue, frozen_engine, frozen_knowledge, todays_engine

_MARKETS = (MARKET, TODAYS_MARKET)

QUESTIONS = (
    "{}多少钱",
    "{}1元能买多少tokens?",
    "how much is {}",
    "what does {} cost per million?",
    "1蚊買到幾多{}",
    "{}?",
)


@cache
def engine() -> Engine:
    """The article's market, and its catalogue."""
    made = frozen_engine()
    made.warm()
    return made


def reader() -> Reader:
    return engine()._shelf.reader


def missed(text: str, reader: Reader) -> bool:
    """Whether a text is told to have no topic, and has one."""
    normalized, _ = as_read(text)
    return not reader.topics.may_stand_in(normalized) and has_topic(reader.read(normalized))


def texts(node: Any) -> Iterator[str]:
    """All texts in the cases of a corpus: messages, and whatever else is written there."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict | list):
        for item in node.values() if isinstance(node, dict) else node:
            yield from texts(item)


def corpus(today: bool) -> set[str]:
    found: set[str] = set()
    for path in sorted((TODAYS_CORPUS if today else CORPUS).rglob("*.yaml")):
        of_today = path.is_relative_to(TODAYS_CORPUS)
        if of_today is today and not any(path.is_relative_to(market) for market in _MARKETS):
            found.update(texts(read_yaml(path)))
    return found


def test_no_text_of_the_corpus_is_passed_over() -> None:
    said = corpus(today=False)
    assert len(said) > 10_000
    assert [text for text in said if missed(text, reader())] == []


def test_no_text_of_today_is_passed_over() -> None:
    todays = todays_engine()
    todays.warm()
    assert [text for text in corpus(today=True) if missed(text, todays._shelf.reader)] == []


def test_no_question_that_the_corpus_answers_unasked_is_passed_over() -> None:
    asked = [
        case["ask"]
        for path in sorted((CORPUS / "questions").glob("*.yaml"))
        for case in read_yaml(path)
        if case.get("group") and case["expect"] != {"status": "ignored"}
    ]
    assert len(asked) > 500
    assert [text for text in asked if not engine().may_concern(text)] == []


def test_no_name_is_passed_over() -> None:
    """Each with some question around it, some in capitals, some in full width."""
    names = sorted({name.text for name in (*frozen_knowledge().names, *frozen_catalogue().names())})
    wide = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)})
    for place, name in enumerate(names):
        written = (name, name.upper(), name.translate(wide))[place % 3]
        assert not missed(QUESTIONS[place % len(QUESTIONS)].format(written), reader()), name


@st.composite
def misspelt(draw: st.DrawFn) -> str:
    """A name with a slip or two."""
    letters = list(draw(st.sampled_from(sorted({name.text for name in frozen_knowledge().names}))))
    for _ in range(draw(st.integers(1, 2))):
        at = draw(st.integers(0, len(letters) - 1))
        slip = draw(st.sampled_from(("swap", "leave out", "double", "another", "blank")))
        if slip == "swap" and at + 1 < len(letters):
            letters[at], letters[at + 1] = letters[at + 1], letters[at]
        elif slip == "leave out" and len(letters) > 1:
            del letters[at]
        elif slip == "double":
            letters.insert(at, letters[at])
        elif slip == "another":
            letters[at] = draw(st.sampled_from("aeiknrst0145豆报文新之通 -."))
        elif slip == "blank":
            letters.insert(at, " ")
    return "".join(letters)


@given(st.sampled_from(QUESTIONS), misspelt(), st.sampled_from(("", "5", "大家 ", "hey ", "5k", "xy")))
def test_no_misspelt_name_is_passed_over(question: str, name: str, before: str) -> None:
    assert not missed(question.format(before + name), reader())


@given(st.text(alphabet="abcdeghiklmnoprstu0145 .-豆包文心一言多少钱能买?万元tokenGPT", max_size=40))
def test_no_random_text_is_passed_over(text: str) -> None:
    assert not missed(text, reader())


@pytest.mark.parametrize(
    "text",
    [
        "今天吃什么",
        "哈哈哈哈",
        "谁有空一起打球？",
        "这个多少钱啊",
        "how was your weekend?",
        "lol what",
        "can somebody send me the slides please",
        "房租一个月三千五，你觉得贵吗",
    ],
)
def test_chatter_is_told(text: str) -> None:
    assert not engine().may_concern(text)


@pytest.mark.parametrize(
    "text", ["glm多少钱", "豆苞多少钱", "how much is ernei tiny", "哪个大模型便宜", "5万toekn", "ＧＬＭ"]
)
def test_what_may_ask_is_let_through(text: str) -> None:
    assert engine().may_concern(text)


@pytest.mark.parametrize(
    "text", ["/glm多少钱", "【快讯】GLM 1元能买多少tokens", "见 https://example.org GLM多少钱", "GLM多少钱\n明天说"]
)
def test_what_its_text_alone_speaks_against_is_told(text: str) -> None:
    assert reader().topics.may_stand_in(as_read(text)[0])
    assert engine().ask(text, Context(addressed=False)).status is Status.IGNORED
    assert not engine().may_concern(text)


def test_most_chatter_is_told() -> None:
    silence = read_yaml(CORPUS / "silence.yaml")
    said = list(texts(silence))
    told = sum(not reader().topics.may_stand_in(as_read(text)[0]) for text in said)
    assert told > 0.4 * len(said), "of messages that were chosen because they are nearly questions"
