"""The one door: a message goes in, a reply comes out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import Context, Status
from bot.engine import Engine
from bot.knowledge.entries import Knowledge
from bot.question import Kind
from bot.replies.machine import explanation_object, reply_object
from bot.text import MAX_TEXT_LENGTH, Language
from tests.conftest import DOUBAO, GLM, MINI, TINY, TODAY, Asked, answers, values
from tests.reply_objects import breaches

QUESTION = "1元能买多少GLM tokens"


def context(**changes: Any) -> Context:
    return Context(**{"today": TODAY, **changes})


# Who is asked, in which language and currency


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (QUESTION, Language.ZH_HANS),
        ("一塊錢可以買多少豆包 tokens", Language.ZH_HANT),
        ("how many ERNIE Tiny tokens can I buy for 5 yuan", Language.EN),
    ],
)
def test_the_reply_is_in_the_language_of_the_message(price_bot: Engine, text: str, language: Language) -> None:
    assert price_bot.ask(text, context()).language is language


def test_the_chats_language_counts_where_the_message_leaves_it_open(price_bot: Engine) -> None:
    assert price_bot.ask("GLM 1 RMB tokens", context(usual_language=Language.EN)).language is Language.EN
    assert price_bot.ask(QUESTION, context(usual_language=Language.EN)).language is Language.ZH_HANS
    assert price_bot.ask(QUESTION, context(language=Language.EN)).language is Language.EN


def test_the_chats_currency_counts_for_words_that_name_no_country(asked: Asked) -> None:
    (dollars,) = answers(asked("how many GLM tokens can I buy for $1"))
    assert dollars["given"]["unit"] == "USD"
    (yuan,) = answers(asked("¥1能买多少GLM tokens"))
    assert yuan["given"]["unit"] == "CNY"
    (cost,) = answers(asked("how much do 1 million GLM tokens cost", currency="EUR"))
    assert cost["unit"] == "EUR"


def test_overheard_only_certain_questions_are_answered(asked: Asked) -> None:
    assert asked(QUESTION, addressed=False)["status"] == "answered"
    for text in ("豆包真好吃", "刚用GLM写了个脚本", "今天天气怎么样", "豆包多少钱一个", "token多少钱"):
        assert asked(text, addressed=False)["status"] == "ignored", text


def test_silence_says_nothing(asked: Asked) -> None:
    reply = asked("豆包真好吃", addressed=False)
    assert breaches(reply) == []
    assert reply["text"] == ""


# What becomes of a message


def test_what_is_not_understood_is_said_with_examples(asked: Asked) -> None:
    reply = asked("今天天气怎么样")
    assert (reply["status"], reply["kind"]) == ("unknown", None)
    assert QUESTION.replace("1元", "1 元").replace("GLM", " GLM") in reply["text"]


def test_a_version_that_is_not_known_is_said_with_the_one_that_is(asked: Asked) -> None:
    reply = asked("GLM-4多少钱")
    assert (reply["status"], reply["results"]) == ("unknown", [])
    assert "GLM-4" in reply["text"] and "GLM-3 Turbo" in reply["text"]


def test_only_a_name_is_asked_back_or_told_about(asked: Asked) -> None:
    for text in ("GLM", "豆包", "文心"):
        reply = asked(text)
        assert reply["status"] in ("clarify", "answered"), text
        assert breaches(reply) == []


def test_two_questions_get_two_answers(asked: Asked) -> None:
    reply = asked("1元能买多少豆包tokens？GLM降价前多少钱？")
    assert breaches(reply) == []
    got = values(reply)
    assert (DOUBAO, "1250000", "token") in got
    assert (GLM, "0.005", "CNY") in got
    assert "\n\n" in reply["text"]


def test_two_sentences_about_one_subject(asked: Asked) -> None:
    reply = asked("豆包什么价？1元能买多少tokens？")
    assert [subject for subject, _, _ in values(reply)] == [DOUBAO, DOUBAO]


# Follow-ups


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        ("那豆包呢", [(DOUBAO, "1250000", "token")]),
        ("换成10块", [(GLM, "20000000", "token")]),
        ("按汉字算", [(GLM, "1000000", "character")]),
        ("how about ERNIE?", [(TINY, "1000000", "token")]),
    ],
)
def test_a_fragment_changes_one_slot(price_bot: Engine, fragment: str, expected: list[tuple[str, str, str]]) -> None:
    first = price_bot.ask(QUESTION, context())
    reply = reply_object(price_bot.ask(fragment, context(previous=first.code)))
    assert values(reply) == expected


def test_the_language_can_be_changed(price_bot: Engine) -> None:
    first = price_bot.ask(QUESTION, context())
    reply = price_bot.ask("in English please", context(previous=first.code))
    assert (reply.language, reply.results) == (Language.EN, first.results)


def test_a_whole_question_is_no_follow_up(price_bot: Engine) -> None:
    first = price_bot.ask(QUESTION, context())
    reply = price_bot.ask("百舸吞吐提升多少", context(previous=first.code))
    assert reply.kind is Kind.FACT


def test_a_foreign_previous_question_is_left_aside(price_bot: Engine) -> None:
    assert price_bot.ask(QUESTION, context(previous="nonsense")) == price_bot.ask(QUESTION, context())


# Buttons and cards


def test_a_press_asks_the_coded_question(price_bot: Engine) -> None:
    reply = price_bot.press("b-sbAxg-m1CNY-tt", context())
    assert reply.text == price_bot.ask(QUESTION, context()).text


@pytest.mark.parametrize("code", ["", "nonsense", "p-sZZZZ", "b-sbAxg-m1CNY-" + "t" * 80])
def test_a_stale_or_foreign_press_is_answered_politely(price_bot: Engine, code: str) -> None:
    reply = price_bot.press(code, context())
    assert reply.status is Status.UNKNOWN
    assert breaches(reply_object(reply)) == []


@given(st.text("bcpmrdvfh-_smltupdzoecPDBAvfatT0123456789enrxqWCNYUSD", max_size=30))
def test_no_code_makes_a_press_fail(price_bot: Engine, code: str) -> None:
    assert breaches(reply_object(price_bot.press(code, context()))) == []


@pytest.mark.parametrize(
    "code",
    ["v-u0q5CNY-p1e6", "v-u1e3q0CNY-m5CNY", "b-sbAxg-m0CNY-tt", "b-sbAxg-m1CNY-tk-z0t", "c-sbAxg-l0t", "p-sbAxg-p0",
     "m-sbAxg", "d-sbAxg-bi-p0", "f", "c", "v", "m", "d", "v-l5t-ty-z1y", "b-sbAxg-m1e99CNY-tc", "c-sb70B-l1e99cx1e99x1e99",
     "m-sbAxgb70B-p0", "r-oa-p0", "v-l0rc-tt", "b-sbAxg-mr1CNY-tk-z1t", "b-sbAxg-m1rCNY-tk-z1rt", "c-sbAxg-l1e5yWREPd"],
)  # fmt: skip
def test_odd_questions_are_answered_or_declined(price_bot: Engine, code: str) -> None:
    reply = reply_object(price_bot.press(code, context()))
    assert breaches(reply) == []
    assert len(reply["text"]) < 4096


def test_cards_for_a_question(price_bot: Engine) -> None:
    cards = price_bot.suggest(QUESTION, context())
    assert cards[0].results == price_bot.ask(QUESTION, context()).results
    assert all(card.status is Status.ANSWERED and card.title and card.html for card in cards)
    assert len({card.code for card in cards}) == len(cards)


def test_only_so_many_cards(price_bot: Engine) -> None:
    assert len(price_bot.suggest(QUESTION, context(), most=1)) == 1


# As of a day, and another knowledge


def test_prices_are_those_of_the_day(price_bot: Engine) -> None:
    before = price_bot.ask("GLM什么价", context(as_of=date(2024, 5, 1)))
    assert before.status is Status.UNKNOWN
    assert price_bot.ask("GLM什么价", context(as_of=date(2024, 5, 16))).status is Status.ANSWERED


def test_an_old_price_is_said_to_be_old(price_bot: Engine) -> None:
    fresh = price_bot.ask("GLM什么价", context(today=date(2024, 5, 16))).title
    old = price_bot.ask("GLM什么价", context(today=date(2025, 6, 1))).title
    assert "2024-05-16" in old and "2024-05-16" not in fresh


def test_another_knowledge_is_taken_over_whole(frozen: Knowledge) -> None:
    engine = Engine(frozen)
    code = engine.ask(QUESTION, context()).code
    assert code is not None
    without = replace(
        frozen,
        prices={model: prices for model, prices in frozen.prices.items() if model != GLM},
        entries={id_: entry for id_, entry in frozen.entries.items() if id_ != GLM},
        names=tuple(name for name in frozen.names if name.id != GLM),
    )
    engine.replace(without)
    assert engine.knowledge is without
    assert engine.press(code, context()).status is Status.UNKNOWN
    engine.replace(frozen)
    assert engine.press(code, context()).status is Status.ANSWERED


def test_what_may_concern_it_follows_the_knowledge(frozen: Knowledge) -> None:
    engine = Engine(frozen)
    assert engine.may_concern("今天吃什么"), "nothing is passed over before all is loaded"
    engine.warm()
    assert not engine.may_concern("今天吃什么")
    assert not engine.may_concern("哈啰贝塔多少钱")
    name = next(name for name in frozen.names if name.id == GLM)
    engine.replace(replace(frozen, names=(*frozen.names, replace(name, text="哈啰贝塔"))))
    assert engine.may_concern("哈啰贝塔多少钱")
    assert not engine.may_concern("今天吃什么")


# What is seen


def test_an_explanation_shows_what_was_seen(price_bot: Engine) -> None:
    text = "1元能买多少ＧＬＭ tokens"
    shown = explanation_object(price_bot.explain(text, context()))
    assert shown["text"] == text
    money, model = shown["entities"]
    assert (money["kind"], money["value"], money["unit"], money["start"], money["end"]) == ("money", "1", "CNY", 0, 2)
    assert (model["kind"], model["id"], text[model["start"] : model["end"]]) == ("model", GLM, "ＧＬＭ")
    assert shown["candidates"][0]["kind"] == "budget"


def test_open_ends_are_shown_as_ranges(price_bot: Engine) -> None:
    (entity,) = explanation_object(price_bot.explain("三到五百万", context()))["entities"]
    assert (entity["value"], entity["range"]) == (None, {"min": "3000000", "max": "5000000"})


def test_an_explanation_says_why_the_bot_keeps_silent(price_bot: Engine) -> None:
    silent = price_bot.explain("豆包真好吃", context(addressed=False))
    assert not silent.speaks_up and silent.against
    certain = price_bot.explain(QUESTION, context(addressed=False))
    assert certain.speaks_up and not certain.against


# Whatever the text


PIECES = (
    "豆包 GLM 文心 MiniCPM GPT-4o claude 行业 混元 百舸 三体 1元 10块 0.8厘 $5 -3元 0元 100万tokens 50万字 每次500tokens 每天 一个月 能买多少 多少钱 "
    "什么价 便宜 最便宜 最贵 免费 降价前 比 和 为什么 谁 哪些 汉字 tokens 单词 调用 几次 几本 输入 输出 除了 所有模型 how many cheaper price ? ， 2024年 按"
).split()


@given(
    st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join)
    | st.lists(st.sampled_from(PIECES), max_size=8).map("".join)
)
def test_whatever_is_put_together_keeps_to_the_interface(price_bot: Engine, text: str) -> None:
    for addressed in (True, False):
        reply = price_bot.ask(text, context(addressed=addressed))
        assert breaches(reply_object(reply)) == [], text


@given(st.text(max_size=100), st.sampled_from(Language))
def test_any_text_gets_a_reply(price_bot: Engine, text: str, language: Language) -> None:
    reply = reply_object(price_bot.ask(text, context(language=language)))
    assert breaches(reply) == []
    assert reply["question"] == text


@pytest.mark.parametrize(
    "text",
    ["9" * 10_000 + "元GLM", "(" * 5000, "豆包" * 3000, "一" * 5000, "万" * 5000, "1e" * 3000, "\u202e" * 5000, "a" * 10_000,
     "豆苞" * 2000, "1元 " * 1500, "😀" * 5000, "\x00" * 100],
)  # fmt: skip
def test_no_long_text_makes_it_fail(price_bot: Engine, text: str) -> None:
    assert len(text) > 99
    assert breaches(reply_object(price_bot.ask(text, context()))) == []


def test_a_text_is_read_up_to_its_limit(price_bot: Engine) -> None:
    text = QUESTION + " " * MAX_TEXT_LENGTH + "豆包"
    assert {result.subject for result in price_bot.ask(text, context()).results} == {GLM}


CHATTER = "今天天气不错，大家中午吃了什么，晚上要不要一起去看电影。" * 60


@pytest.mark.parametrize("text", [f"GLM什么价？{CHATTER}", f"{CHATTER}GLM什么价？", f"{CHATTER}GLM什么价？谢谢大家。"])
def test_a_question_is_found_at_the_ends_of_a_long_message(price_bot: Engine, text: str) -> None:
    """Of a message longer than any question, the first and last sentences are read."""
    reply = price_bot.ask(text, context())
    assert (reply.kind, {result.subject for result in reply.results}) == (Kind.PRICE, {GLM})


def test_no_sum_is_worked_out_of_a_part_of_a_long_message(price_bot: Engine) -> None:
    """What is not read may hold an amount that belongs to the sum."""
    assert price_bot.ask(f"每天要跑30次。{CHATTER}GLM处理100万token多少钱？", context()).status is Status.UNKNOWN


def test_free_models_and_money(asked: Asked) -> None:
    reply = asked("1元能买多少MiniCPM tokens")
    assert [result["subject"] for result in reply["results"]] == [MINI]
    assert breaches(reply) == []
