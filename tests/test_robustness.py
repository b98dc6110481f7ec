"""Nothing that people or machines send makes the bot raise, or work more than in proportion to the text.

``make fuzz`` runs the same tests with many more examples.
"""

from __future__ import annotations

import os
import re
import sys
from functools import lru_cache
from itertools import pairwise
from string import ascii_letters, digits
from types import FrameType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answers import Context, Reply, Status
from bot.codes.question import MAX_CODE_LENGTH, MOST_KEPT
from bot.engine import Engine
from bot.question import Kind
from bot.replies.machine import reply_object
from bot.text import MAX_TEXT_LENGTH, Language
from tests.corpus_cases import CORPUS, load_cases
from tests.frozen import frozen_engine
from tests.reply_objects import breaches

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "25"))
FUZZ = settings(suppress_health_check=list(HealthCheck), print_blob=True)
CODE = re.compile(rf"[A-Za-z0-9_-]{{1,{MAX_CODE_LENGTH}}}")

REPEATED = (
    "一", "万", "千万", "百分之", "1", "1 ", "1,", "1.", "1-", "1/", "1元", "$1 ", "50% ", "½", "①", "打八折", "2024年5月15日",
    "豆包", "豆包?", "豆包,", "GLM ", "GLM", "gpt-4.1 ", "三体", "除了豆包", "豆苞多少钱", "ernei glmm ", "cheepest tokns ",
    "多少", "多少1000次", "doubo 漢字", "为什么降价", "每百万", "输入1输出2", "以内", "比", "和1", "1、", "还有", " also", ", ", " ",
    "\n", "?", "(", "()", "[", "\u202e豆包\u202c", "\u200b", "\u0301", "\ufdfa", "\U0001f600", "\x00", "\ud800", "@", "http://",
    "`", "```", "a@", "a", "a ", "ab,",
)  # fmt: skip
"""Pieces that once made something slow, or might: each is repeated to the length of the longest message."""

FRAGMENTS = (
    *REPEATED,
    "tokens", "token", "多少钱", "便宜", "哪个", "最便宜", " vs ", "10块", "每天", "1000次", "一个月", "文心", "混元", "行业", "what",
    "how much", "cheaper than ", "claude ", "free", "免费", "写", "字", "几百", "三块五", "1e9", "9" * 40, "元/千tokens", "用", "换成",
    "为什么", "谁", "什么时候", "之前", "降价", "不到", "以上", "至少", "按", "输入", "输出", "百万", "亿", "-5", "0", "0.0000001",
    "每0天", "every 0 days", "per 0 hours", "0个月",
)  # fmt: skip

PARTS_OF_NUMBERS = (
    *"零〇一二两三五八九十廿卅卌百千万亿兆几数半俩仨打壹参拾佰仟白儿点又第上近过多余来把成折%‰元块毛角分蚊个负",
    "分之", "百分之", "或", "或者", "至", "到", "和", "、", ",", ".", "-", "–", "~", "/", "×", "^", " ", "to", " to ", " or ", " and ",
    "between ", "0", "1", "5", "12", "000", "1,5", ".5", "1e", "k", "w", "m", "wan", " a", " half", " third", " quarter", " point",
    " couple", " few", " dozen", " hundred", " thousand", " million", " one", " two", " twenty", " nineteen", " minus", "$", "¥", "€", "½",
)  # fmt: skip
"""Pieces of numbers, sums and ranges, most of which end in the middle of one wherever they are cut."""

FOR_MODELS = ("", "", "豆包", "GLM ", "豆包多少钱", " how much on GLM", "能买多少token")


@pytest.fixture(scope="module")
def engine() -> Engine:
    return frozen_engine()


messages = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join),
    st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=4)), max_size=30).map(" ".join),
    st.tuples(st.lists(st.sampled_from(PARTS_OF_NUMBERS), max_size=10).map("".join), st.sampled_from(FOR_MODELS)).map(
        "".join
    ),
    st.tuples(st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=4), st.integers(1, 200)).map(
        lambda pair: ("".join(pair[0]) * pair[1])[:MAX_TEXT_LENGTH]
    ),
)
SLOTS = {
    "bound": ("", "", "至少", "最多", "不到", "超过", "over ", "at least ", "up to ", "between 2 and "),
    "number": ("1", "100万", "三到五百", "几百", "半", "两千五", "1.5", "10k ", "2 million ", "十几", "0", "一亿半", "20%", "八"),
    "unit": ("字", " tokens", "本三体", "次", "元", "块钱", "美元", " words", " characters", " USD", "折", "天", "封邮件", "个", ""),
    "tail": ("", "", "以上", "以内", "左右", "多", " or more"),
    "model": (
        "豆包", "GLM", "文心", "MiniCPM", "混元", "GPT-4o", "Claude Sonnet 4", "deepseek", "行业", "OpenAI", "doubao", "ernie", "最贵的模型",
    ),
    "join": ("和", "跟", "比", " vs ", " or ", "，", "加"),
    "ask": (
        "多少钱", "哪个便宜", "哪个贵", "能买多少", "能写多少字", "最便宜的", "便宜多少", "降价前", "按价格排名", "够吗", "什么时候", "为什么", "多少倍",
        "how much", "which is cheaper", "how many tokens", "cost", "rank by price", "in dollars", "一共",
    ),
    "more": (
        "", "输入", "输出", "每天", "一个月", "每次500 tokens", "每百万", "的话", "除了免费的", "比", "如果", "打八折", "涨价一倍", "换成港币",
        " a day", " per month", " each", "except free ones", "half input", "2024-05-16",
    ),
}  # fmt: skip
"""What questions are made of, to be put together at random: most such messages mean something."""

AMOUNT = ("bound", "number", "unit", "tail")
SHAPES = (
    (*AMOUNT, "model", "ask"),
    ("model", *AMOUNT, "ask"),
    (*AMOUNT, "model", "join", "model", "ask"),
    ("model", "join", "model", *AMOUNT, "ask"),
    ("model", *AMOUNT, "join", "model", *AMOUNT, "ask"),
    ("more", *AMOUNT, "more", "model", "ask"),
    ("more", "model", "join", "model", "more", "ask"),
    (*AMOUNT, *AMOUNT, "model", "more", "ask"),
    (*AMOUNT, "ask", "more"),
    ("more", "model", "ask", "join", "ask"),
)

questions = st.sampled_from(SHAPES).flatmap(
    lambda shape: st.tuples(*(st.sampled_from(SLOTS[slot]) for slot in shape)).map("".join)
)
contexts = st.builds(
    Context,
    language=st.sampled_from([None, *Language]),
    currency=st.sampled_from([None, "CNY", "USD", "HKD", "XXX"]),
    addressed=st.booleans(),
    previous=st.sampled_from([None, "", "p", "b-sXXXX", "-" * 60]),
)
FIELDS = (
    "sbAxg", "sb70B", "sbAxgb70B", "sZZZZ", "s", "m1CNY", "m5e6USD_8n4CNY", "mr5CNY", "m0CNY", "l1e6t", "l1e6c", "l1kx0", "l5td", "l1yWbAxg",
    "l2e3tsi_5e2tsoR", "l1tMbAxg", "u1e3q8n4CNY", "u1q0CNY", "w1e6q5n1USD", "tt", "tc", "tk", "td", "ty", "tp", "tx", "tq", "tg", "tj", "tUSD", "p1e3", "p0",
    "di", "do", "dc", "z500t", "z5e2r1e3c", "y30", "y0", "oc", "od", "oa", "oz", "of", "n3", "n99", "N2", "N99", "ebAxg", "P", "cb70B", "D", "B", "E",
    "x4", "X5", "A", "bb", "bi", "vb70B", "fbAxg", "ha", "hm", "hs", "k2", "k0", "k1e40", "KbAxg", "qc", "qx", "a20240601", "a00010101", "a99991231",
)  # fmt: skip
"""Fields of codes, of which some fit some kinds, and some none."""
codes = st.one_of(
    st.text(alphabet=f"{ascii_letters}{digits}-_", max_size=MAX_CODE_LENGTH + 4),
    st.text(max_size=80),
    st.tuples(st.sampled_from("bcpmrdvfh"), st.lists(st.sampled_from(FIELDS), max_size=7)).map(
        lambda pair: "-".join((pair[0], *pair[1]))
    ),
)


UNFINISHED = (
    "1或", "GLM 1或", "豆包100万或", "三或", "½或", "1 or", "GLM 1 or ", "1或者", "三到", "GLM 3至", "between 5 and", "$3 to", "3-", "百分之", "五又",
    "十块八", "千卅百块", "百廿十", "每0天3次，每次500 token，豆包一个月多少钱", "3 calls every 0 days, 500 tokens each, doubao per month cost",
    "豆包每0小时100次，每次1000 token，一天多少钱", "doubao: 0 calls per 0 days, cost per 0 months",
)  # fmt: skip
"""What people have typed on their way to a number or a range, and what counts by nothing."""


@lru_cache(maxsize=1)
def asked() -> list[str]:
    """The questions of the corpus."""
    return [case["ask"] for path in sorted((CORPUS / "questions").glob("*.yaml")) for case in load_cases(path)]


@st.composite
def mutilated(draw: st.DrawFn) -> str:
    """A question of the corpus that ends, begins or goes on where it should not."""
    text = draw(st.sampled_from(asked()))
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.sampled_from((start, start + 1, start + 3, len(text))))
        text = text[:start] + draw(st.sampled_from((*PARTS_OF_NUMBERS, ""))) + text[end:]
    return text


def check(engine: Engine, reply: Reply) -> None:
    """What holds of any reply."""
    if reply.status is Status.IGNORED:
        return
    assert reply.text.strip()
    assert reply.code is None or (CODE.match(reply.code) and len(reply.code) <= MOST_KEPT)
    assert all(CODE.fullmatch(button.code) for row in reply.buttons for button in row)


def longest(piece: str) -> str:
    return (piece * MAX_TEXT_LENGTH)[:MAX_TEXT_LENGTH]


@pytest.mark.parametrize("piece", REPEATED, ids=ascii)
def test_a_piece_repeated_to_the_longest_message_gets_a_reply(engine: Engine, piece: str) -> None:
    check(engine, engine.ask(longest(piece)))


@pytest.mark.parametrize("text", UNFINISHED)
def test_what_breaks_off_gets_a_reply(engine: Engine, text: str) -> None:
    check(engine, engine.ask(text))
    for end in range(len(text)):
        check(engine, engine.ask(text[:end]))
        check(engine, engine.ask(text[end:]))


@FUZZ
@given(text=mutilated(), context=contexts)
def test_a_mutilated_question_gets_a_reply(engine: Engine, text: str, context: Context) -> None:
    check(engine, engine.ask(text, context))
    for card in engine.suggest(text, context):
        check(engine, card)


def test_a_question_gets_a_reply_wherever_it_breaks_off(engine: Engine) -> None:
    """So that the cards of inline mode never go blank while somebody types."""
    for text in asked()[:: max(1, len(asked()) // EXAMPLES)]:
        for end in range(len(text)):
            check(engine, engine.ask(text[:end]))


@FUZZ
@given(text=messages, context=contexts)
def test_any_message_gets_a_reply(engine: Engine, text: str, context: Context) -> None:
    check(engine, engine.ask(text, context))


@FUZZ
@given(text=questions, context=contexts)
def test_any_question_gets_a_reply_that_says_something(engine: Engine, text: str, context: Context) -> None:
    reply = engine.ask(text, context)
    check(engine, reply)
    assert breaches(reply_object(reply)) == []
    if reply.status is Status.ANSWERED:
        assert reply.results or reply.kind in (Kind.HELP, Kind.RANK)
    for card in engine.suggest(text, context):
        check(engine, card)


@FUZZ
@given(text=messages)
def test_any_text_can_be_explained(engine: Engine, text: str) -> None:
    seen = engine.explain(text)
    places = [(entity.start, entity.end) for entity in seen.entities]
    assert all(text[entity.start : entity.end] == entity.text for entity in seen.entities)
    assert places == sorted(places)
    assert all(end <= start for (_, end), (start, _) in pairwise(places))
    assert all(0 <= candidate.score <= 1 for candidate in seen.candidates)


@FUZZ
@given(text=messages, context=contexts)
def test_any_unfinished_text_has_cards(engine: Engine, text: str, context: Context) -> None:
    for card in engine.suggest(text, context):
        check(engine, card)


@FUZZ
@given(code=codes, context=contexts)
def test_any_code_gets_a_reply(engine: Engine, code: str, context: Context) -> None:
    check(engine, engine.press(code, context))


@FUZZ
@given(text=messages, context=contexts, cut=st.integers(0, MAX_CODE_LENGTH), wrong=st.text(max_size=3))
def test_codes_of_replies_get_replies_even_when_broken(
    engine: Engine, text: str, context: Context, cut: int, wrong: str
) -> None:
    reply = engine.ask(text)
    for code in [reply.code, *(button.code for row in reply.buttons for button in row)]:
        if code is not None:
            check(engine, engine.press(code, context))
            check(engine, engine.press(code[:cut] + wrong + code[cut:], context))


@FUZZ
@given(first=messages, then=messages)
def test_any_message_may_follow_any_reply(engine: Engine, first: str, then: str) -> None:
    check(engine, engine.ask(then, Context(previous=engine.ask(first).code)))


GROWING = (
    "豆包", "GLM ", "1元", "多少1000次", "doubo 漢字", "为什么降价", "百分之", "ernei glmm ", "除了豆包", "输入1输出2", "1、", "每百万", "和1",
    "豆包比文心便宜多少?", "how much is 1 token,",
)  # fmt: skip
SHORT = 500
MOST_GROWTH = 3.2
"""Twice the text may take twice the work and a little more; what is quadratic takes four times as much."""


@pytest.mark.parametrize("piece", GROWING)
def test_work_grows_in_proportion_to_the_text(engine: Engine, piece: str) -> None:
    texts = [(piece * length)[:length] for length in (SHORT, 2 * SHORT)]
    for text in texts:
        engine.ask(text)
    short, long = (_steps(engine, text) for text in texts)
    assert long < MOST_GROWTH * short, f"{short:,} steps for {SHORT:,} characters, {long:,} for twice as many"


def _steps(engine: Engine, text: str) -> int:
    """How many lines of Python an answer runs, one again each time around: the same every time, unlike the time."""
    steps = 0

    def count(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal steps
        steps += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        engine.ask(text)
    finally:
        sys.settrace(before)
    return steps
