"""Whether an overheard message certainly asks the bot's business."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import Kind
from bot.language.tokens.reader import Reader
from bot.language.tokens.reading import Reading
from bot.questions.frames.handler import Candidate, unknown
from bot.questions.messages.understand import Ranked, understand
from bot.questions.overheard.certainty import Verdict, asks_plainly, judge
from bot.questions.overheard.signs import signs_against
from tests.questions.conftest import Read, Slotted

Best = Callable[[str], Ranked]
Judged = Callable[[str], Verdict]

LACKS_SUM, LACKS_SIZE = "it does not say the sum", "it does not say the size"
IMPLIED = "nothing in it says what is asked"
UNKNOWN = "it holds words that are not understood"
SHARE = "of it is understood"
STATES = "it does not ask"
NO_SUM = "it names no sum of money"
ELSE = "it may compare something else than prices"
NO_MODEL = "nothing in it certainly speaks of language models"


@pytest.fixture(scope="module")
def best(slotted: Slotted) -> Best:
    """The best reading of a text."""
    return lambda text: understand(slotted(text))[0]


@pytest.fixture(scope="module")
def judged(read: Read, reader: Reader, best: Best) -> Judged:
    """The verdict on a text, as it is understood best."""

    def verdict(text: str) -> Verdict:
        ranked, reading = best(text), read(text)
        return judge(ranked.candidate, ranked.score, unknown(ranked.candidate, reading), reading, reader.weak_names)

    return verdict


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Kind.BUDGET, "1元能买多少GLM tokens"),
        (Kind.BUDGET, "一蚊可以買幾多豆包 tokens"),
        (Kind.BUDGET, "how many ERNIE Tiny tokens can I buy for 5 yuan"),
        (Kind.COST, "10块钱够不够豆包处理100万tokens"),
        (Kind.COST, "1500字用豆包多少钱"),
        (Kind.COST, "豆包写一本三体多少钱"),
        (Kind.COST, "买100万tokens要多少钱"),
        (Kind.COMPARE, "GLM比豆包便宜吗"),
        (Kind.COMPARE, "豆包同GLM邊個平"),
        (Kind.PRICE, "GLM price"),
        (Kind.RANK, "rank the models by price"),
        (Kind.RANK, "最便宜的模型是哪個"),
        (Kind.DISCOUNT, "GLM比行业便宜多少"),
        (Kind.CONVERT, "200万tokens大概多少汉字"),
        (Kind.FACT, "百舸吞吐提升多少"),
        (Kind.FACT, "why is there a price war between models"),
    ],
)
def test_a_plain_question_is_certain(judged: Judged, best: Best, kind: Kind, text: str) -> None:
    """Every kind of question has no doubt and no sign against it where all of it is said."""
    assert best(text).candidate.question.kind is kind
    assert judged(text) == Verdict((), ())
    assert judged(text).certain


@pytest.mark.parametrize(
    ("doubt", "doubtful", "certain"),
    [
        (LACKS_SUM, "能买多少GLM tokens", "1元能买多少GLM tokens"),
        (LACKS_SIZE, "調用GLM一千次幾錢", "調用GLM一千次,每次500 tokens,幾錢"),
        (LACKS_SIZE, "how many GLM calls can I make with 1 yuan", "how many GLM tokens can I buy with 1 yuan"),
        (IMPLIED, "2 million tokens of ERNIE Tiny", "what do 2 million tokens of ERNIE Tiny cost"),
        (IMPLIED, "豆包 0.8元 好吃", "豆包 0.8元 多少tokens"),
        (UNKNOWN, "豆包同GLM邊個平 zxqv zxqv zxqv", "豆包同GLM邊個平 zxqv"),
        (SHARE, "zxqv zxqv zxqv what does GLM cost", "zxqv what does GLM cost"),
        (STATES, "GLM比豆包便宜三倍", "GLM比豆包便宜幾倍"),
        (STATES, "豆包肯定比GLM便宜", "豆包是不是比GLM便宜"),
        (STATES, "Doubao is cheaper than GLM", "is Doubao cheaper than GLM"),
        (ELSE, "豆包和GLM哪个好", "豆包和GLM哪个便宜"),
        (ELSE, "豆包和GLM差距多大", "豆包和GLM价格差距多大"),
        (ELSE, "豆包和GLM差距多大", "豆包和GLM差多少钱"),
        (ELSE, "what's the gap between Doubao and GLM", "what's the price gap between Doubao and GLM"),
        (NO_MODEL, "豆包多少钱", "GLM多少钱"),
        (NO_MODEL, "豆包多少錢", "豆包多少錢一百萬tokens"),
        (NO_MODEL, "豆包降价多少", "豆包大模型降价多少"),
        (NO_MODEL, "哪个最便宜", "哪个模型最便宜"),
        (NO_MODEL, "5美元合多少人民币", "0.0008元/千tokens是每百万多少"),
        (NO_MODEL, "what can you do", "what does GLM cost"),
    ],
)
def test_each_doubt_is_had_and_is_resolved_by_what_it_misses(
    judged: Judged, doubt: str, doubtful: str, certain: str
) -> None:
    """A doubt is told of the message that gives cause for it, and not of one like it that says more."""
    assert any(doubt in reason for reason in judged(doubtful).doubts)
    assert not any(doubt in reason for reason in judged(certain).doubts)


def test_a_budget_without_a_sum_must_ask_how_many(judged: Judged, best: Best, read: Read, reader: Reader) -> None:
    """Where the money is left out and nothing asks how many, no sum is what is asked for."""
    budget = best("1元能买多少GLM tokens").candidate
    for text, doubts in (("GLM price?", (NO_SUM,)), ("how many GLM tokens?", ()), ("GLM tokens for 5 yuan?", ())):
        assert judge(budget, 1.0, 0.0, read(text), reader.weak_names).doubts == doubts


def doubts_of(
    candidate: Candidate, share: float, unknown_weight: float, reading: Reading, reader: Reader
) -> tuple[str, ...]:
    return judge(candidate, share, unknown_weight, reading, reader.weak_names).doubts


@pytest.mark.parametrize(
    ("text", "share", "most"),
    [
        ("1元能买多少GLM tokens", 0.6, 4.0),
        ("what would 2 million tokens of ERNIE Tiny cost", 0.6, 4.0),
        ("10块钱够不够豆包处理100万tokens", 0.6, 4.0),
        ("100万tokens豆包是不是要0.8元", 0.9, 1.0),
        ("买100万tokens要多少钱", 0.9, 1.0),
        ("最便宜的模型是哪個", 0.9, 1.0),
        ("豆包多少錢一百萬tokens", 0.9, 1.0),
        ("GLM多少钱", 0.75, 2.0),
        ("豆包同GLM邊個平", 0.75, 2.0),
        ("百舸吞吐提升多少", 0.8, 1.0),
        ("大模型为什么打价格战", 0.8, 0.9),
        ("豆包和GLM差多少", 0.9, 0.4),
        ("豆包降价多少", 0.9, 0.4),
        ("为什么豆包能便宜这么多", 0.9, 0.4),
    ],
)
def test_how_much_must_be_understood(
    read: Read, reader: Reader, best: Best, text: str, share: float, most: float
) -> None:
    """Each kind of message has its bar: at it nothing is doubted, below the share and above the unknown each is."""
    candidate, reading = best(text).candidate, read(text)
    at_bar = doubts_of(candidate, share, most, reading, reader)
    assert UNKNOWN not in at_bar and not any(SHARE in doubt for doubt in at_bar)
    assert UNKNOWN in doubts_of(candidate, share, most + 0.01, reading, reader)
    assert f"only {share - 0.01:.0%} {SHARE}" in doubts_of(candidate, share - 0.01, most, reading, reader)


def test_doubts_and_signs_are_both_against(judged: Judged, read: Read) -> None:
    """What speaks against a message is every doubt and every sign, the doubts first."""
    text = "@bob 豆包多少钱"
    verdict = judged(text)
    assert verdict.signs == signs_against(read(text)) != ()
    assert NO_MODEL in verdict.doubts
    assert verdict.against == verdict.doubts + verdict.signs
    assert not verdict.certain


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0, 8), st.floats(0, 8))
def test_to_understand_more_never_adds_a_doubt(
    read: Read, reader: Reader, best: Best, one: float, other: float, few: float, many: float
) -> None:
    """Who is sure of a message with less of it understood is sure with more."""
    reading, candidate = read("豆包同GLM邊個平"), best("豆包同GLM邊個平").candidate
    worse = judge(candidate, min(one, other), max(few, many), reading, reader.weak_names)
    better = judge(candidate, max(one, other), min(few, many), reading, reader.weak_names)
    assert len(better.doubts) <= len(worse.doubts)
    assert better.certain or not worse.certain


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("1元能买多少GLM tokens", True),
        ("豆包一百萬tokens幾多錢", True),
        ("1500字用豆包多少钱", True),
        ("最便宜的模型是哪個", True),
        ("what does GLM cost", True),
        ("百舸吞吐提升多少", True),
        ("大模型为什么打价格战", True),
        ("GLM price", False),
        ("1元GLM tokens", False),
        ("豆包多少钱", False),
        ("200万tokens大概多少汉字", True),
        ("为什么豆包能便宜这么多", False),
        ("谁说了豆包便宜", False),
        ("哪个最便宜", False),
    ],
)
def test_what_a_part_of_a_message_must_ask(read: Read, reader: Reader, best: Best, text: str, plain: bool) -> None:
    """A part asks plainly in words about models that are named or meant, or counts tokens in text; an everyday word or a bare query is not enough."""
    assert asks_plainly(best(text).candidate.question, read(text), reader.weak_names) is plain


def test_a_name_is_weak_only_alone_and_as_written(read: Read, reader: Reader, best: Best) -> None:
    """Two everyday words that are names as well make each other sure, a misspelt name makes nothing sure."""
    question = replace(best("GLM多少钱").candidate.question, kind=Kind.COMPARE)
    for text, plain in (
        ("豆包哪个便宜", False),
        ("豆包和文心哪个便宜", True),
        ("GML哪个便宜", False),
        ("GLM哪个便宜", True),
    ):
        assert asks_plainly(question, read(text), reader.weak_names | {"文心"}) is plain
