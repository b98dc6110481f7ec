"""A question in passing: which part of an overheard message is answered, and what is said of it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import Context, Explanation, Reply, Status
from bot.engine import Engine
from bot.quantities import Range
from bot.question import Kind
from bot.replies.machine import explanation_object, reply_object
from bot.text import Language
from tests.conftest import DOUBAO, GLM, MINI, TINY, TODAY
from tests.reply_objects import breaches

TELLS = "it tells what somebody asked"
ADDRESSED, OVERHEARD = Context(today=TODAY), Context(today=TODAY, addressed=False)

IN_PASSING = [
    ("今晚加班好累...豆包和GLM哪个便宜?有没有人一起打游戏", "豆包和GLM哪个便宜?有没有人一起打游戏", Kind.COMPARE),
    ("吐槽一下，今天地铁挤成狗，豆包跟GLM哪个便宜", "豆包跟GLM哪个便宜", Kind.COMPARE),
    ("同事刚才问我，豆包1元能买多少tokens", "豆包1元能买多少tokens", Kind.BUDGET),
    ("老板問我，豆包一百萬tokens幾多錢？我點知", "豆包一百萬tokens幾多錢？我點知", Kind.PRICE),
    ("my boss asked me: how many GLM tokens for 1 yuan?", "how many GLM tokens for 1 yuan?", Kind.BUDGET),
    (
        "我老婆昨天刚给我买了一台空气炸锅，烤红薯特别香，GLM一百万tokens几块钱",
        "烤红薯特别香，GLM一百万tokens几块钱",
        Kind.PRICE,
    ),
]


def heard(bot: Engine, text: str) -> tuple[Reply, Explanation]:
    """The reply to an overheard message, and what is seen in it."""
    return bot.ask(text, OVERHEARD), bot.explain(text, OVERHEARD)


@pytest.mark.parametrize(("text", "part", "kind"), IN_PASSING)
def test_a_part_is_answered_as_if_it_were_the_message(price_bot: Engine, text: str, part: str, kind: Kind) -> None:
    """The longest part that certainly asks is answered, in words and figures, as it is alone; the question stays whole."""
    reply, seen = heard(price_bot, text)
    alone = price_bot.ask(part, OVERHEARD)
    assert (reply.status, reply.kind, reply.question) == (Status.ANSWERED, kind, text)
    assert (reply.text, reply.results, reply.code) == (alone.text, alone.results, alone.code)
    assert (seen.part, seen.speaks_up) == (part, True)
    assert seen.against
    assert breaches(reply_object(reply)) == []


@pytest.mark.parametrize(("text", "part", "kind"), IN_PASSING)
def test_the_part_and_what_speaks_against_the_whole_are_explained(
    price_bot: Engine, text: str, part: str, kind: Kind
) -> None:
    """The explanation as data holds the part, that it is answered, and every reason against the whole."""
    seen = price_bot.explain(text, OVERHEARD)
    group = explanation_object(seen)["group"]
    assert group == {"speaks": True, "against": list(seen.against), "part": part}


@pytest.mark.parametrize(
    "text",
    ["1元能买多少GLM tokens", "早晨，GLM一百萬tokens幾錢", "morning all; what does 1 million GLM tokens cost? ta"],
)
def test_a_message_that_is_certain_is_answered_as_a_whole(price_bot: Engine, text: str) -> None:
    """Where nothing speaks against the message no part of it is looked for."""
    reply, seen = heard(price_bot, text)
    assert reply.status is Status.ANSWERED
    assert (seen.part, seen.speaks_up, seen.against) == (None, True, ())
    assert reply.text == price_bot.ask(text, ADDRESSED).text


@pytest.mark.parametrize(
    "text",
    [
        "@bob 在吗，GLM一百万tokens几块钱",
        "吐槽一下，今天地铁挤成狗，https://a.example GLM一百万tokens几块钱",
        "老王，今天地铁挤成狗，GLM一百万tokens几块钱",
        "今天地铁挤成狗\n豆包跟GLM哪个便宜",
        "he asked me how many GLM tokens for 1 yuan",
        "同事刚问我豆包一百万tokens几块钱，你说呢",
        "今天地铁挤成狗，累死了，豆包多少钱",
        "ugh, traffic jam downtown, GLM price",
        "今天地铁挤成狗，豆包比GLM便宜",
        "今天地铁挤成狗，豆包肯定比GLM便宜",
        "豆包馅真好吃，今天吃什么",
    ],
)
def test_no_part_is_answered(price_bot: Engine, text: str) -> None:
    """A sign against the message, an everyday word, a bare query or a statement leave the bot silent, with its reasons."""
    reply, seen = heard(price_bot, text)
    assert (reply.status, reply.text, reply.results) == (Status.IGNORED, "", ())
    assert (seen.part, seen.speaks_up) == (None, False)
    assert seen.against
    group = explanation_object(seen)["group"]
    assert group == {"speaks": False, "against": list(seen.against), "part": None}


def test_what_somebody_asked_is_answered_only_behind_a_mark(price_bot: Engine) -> None:
    """A question that is told of is answered where it stands apart, and not as the rest of the sentence that tells it."""
    for start, mark in (("同事问我", "，"), ("佢頭先問我", "："), ("lol 老板问我", "... ")):
        question = "豆包1元能买多少tokens"
        apart, seen = heard(price_bot, f"{start}{mark} {question}")
        within, unseen = heard(price_bot, f"{start} {question}")
        assert TELLS in seen.against and TELLS in unseen.against
        assert (apart.status, within.status) == (Status.ANSWERED, Status.IGNORED)


def test_the_context_goes_with_the_part(price_bot: Engine) -> None:
    """The part is answered in the language and as of the day that are asked for."""
    text, part, _ = IN_PASSING[0]
    for context in (
        Context(today=TODAY, addressed=False, language=Language.EN),
        Context(today=TODAY, addressed=False, as_of=date(2024, 5, 20), currency="USD"),
    ):
        assert price_bot.ask(text, context).text == price_bot.ask(part, context).text
    assert price_bot.ask(text, Context(today=TODAY, addressed=False, language=Language.EN)).language is Language.EN


@pytest.mark.parametrize(("text", "part", "kind"), IN_PASSING)
def test_a_message_to_the_bot_is_never_cut(price_bot: Engine, text: str, part: str, kind: Kind) -> None:
    """Who speaks to the bot gets the reply to all that was said, with the same figures."""
    reply = price_bot.ask(text, ADDRESSED)
    assert reply.status is Status.ANSWERED
    assert reply.results == price_bot.ask(part, ADDRESSED).results


@given(
    st.lists(
        st.sampled_from(
            "早，|今天地铁挤成狗，|同事问我，|ugh, |lol |@bob |1元能买多少GLM tokens|豆包和GLM哪个便宜？|GLM price?|豆包好吃。|我去吃饭|\n".split(
                "|"
            )
        ),
        max_size=6,
    ).map("".join)
)
def test_what_is_explained_is_what_is_done(price_bot: Engine, text: str) -> None:
    """Whatever the message, the bot speaks up just where the explanation says so, and a part is a part of the text."""
    reply, seen = heard(price_bot, text)
    assert (reply.status is not Status.IGNORED) is seen.speaks_up
    assert seen.speaks_up == (not seen.against or seen.part is not None)
    assert seen.part is None or (seen.part in text and seen.part != text)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("按行业价100万tokens多少钱，按豆包呢", ["100", "0.8"]),
        ("cost of 500k GLM tokens in yuan? and of 5 million?", ["0.25", "2.5"]),
        ("how many yuan is 40M tokens at doubao, and 90M?", ["32", "72"]),
        ("what would 10 yuan buy at ernie tiny, and 20 yuan?", ["10000000", "20000000"]),
        ("以前1块钱买GLM多少tokens，现在呢", ["200000", "2000000"]),
        ("GLM 1块钱能买多少tokens，降价前呢", ["2000000", "200000"]),
    ],
)
def test_what_the_last_part_changes_is_answered_as_well(price_bot: Engine, text: str, values: list[str]) -> None:
    """Where a question and its afterthought make no single question, each has its answer."""
    reply = reply_object(price_bot.ask(text, ADDRESSED))
    assert [result["value"] for result in reply["results"] if result["role"] == "answer"] == values


def test_an_afterthought_that_belongs_to_the_question_is_no_second_one(price_bot: Engine) -> None:
    """Two models asked about in two clauses stand in one answer."""
    reply = price_bot.ask("豆包多少钱，GLM呢", ADDRESSED)
    assert [result.subject for result in reply.results] == ["bytedance/doubao-main", "zhipu/glm-3-turbo"]
    assert reply.text.count("来源") == 1


@pytest.mark.parametrize(
    "text", ["how much is 500 tokens per call at doubao, and 1000 calls?", "price of doubao, and glm?"]
)
def test_what_belongs_to_the_sum_is_no_second_question(price_bot: Engine, text: str) -> None:
    assert price_bot.ask(text, ADDRESSED).text.count("\n\n") == 0


def test_what_is_beyond_prices_goes_on_from_no_answer(price_bot: Engine) -> None:
    """How good a model is gets no sum of the answer before."""
    before = price_bot.ask("10元能买多少GLM tokens", ADDRESSED)
    reply = price_bot.ask("豆包好用吗", Context(today=TODAY, previous=before.code))
    assert reply.status is Status.UNKNOWN


def told_after(bot: Engine, *messages: str) -> Reply:
    """The reply to the last of several messages, each of which follows the one before."""
    reply = bot.ask(messages[0], Context(today=TODAY))
    for message in messages[1:]:
        reply = bot.ask(message, Context(today=TODAY, previous=reply.code))
    return reply


def test_now_leaves_a_comparison_with_the_industry_one(price_bot: Engine) -> None:
    before, now = (told_after(price_bot, "豆包比行业便宜多少", *more) for more in ((), ("现在呢",)))
    assert (now.kind, now.results) == (Kind.DISCOUNT, before.results)


def test_calls_after_a_price_in_li_are_paid_in_yuan(price_bot: Engine) -> None:
    asked_back = told_after(price_bot, "豆包每千token多少厘", "1000次呢")
    assert asked_back.status is Status.CLARIFY
    sized = price_bot.press(asked_back.buttons[0][0].code, Context(today=TODAY))
    assert [(each.unit, each.value) for each in sized.results] == [("CNY", Range.exactly(Decimal("0.4")))]


def test_all_models_get_each_sum_once(price_bot: Engine) -> None:
    apart = told_after(price_bot, "30元平分给豆包和GLM各能买多少")
    reply = told_after(price_bot, apart.question, "所有模型呢")
    given = [(each.subject, each.given and each.given.value) for each in reply.results]
    assert sorted(given) == [(model, Range.exactly(15)) for model in sorted((TINY, DOUBAO, MINI, GLM))]


def test_a_sum_that_is_still_missing_is_asked_for_again(price_bot: Engine) -> None:
    reply = told_after(price_bot, "能买多少GLM token", "那豆包呢")
    assert (reply.status, reply.kind) == (Status.CLARIFY, Kind.BUDGET)
    assert [each.subject for each in told_after(price_bot, "能买多少GLM token", "那豆包呢", "10块").results] == [DOUBAO]
