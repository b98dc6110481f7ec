"""What speaks against answering an overheard message, whatever it asks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.questions.overheard.signs import MAX_LENGTH, TELLS, signs_against
from tests.questions.conftest import Read

VERSION = "it names a version of a model that is not known"
LONG = "it is long"
SPEAKS = "it speaks to somebody"
QUOTES = "it quotes a link or code"
DIALOGUE = "it is a dialogue"
LINES = "it has several lines"
COMMAND = "it is a command or quotation"
NEWS = "it passes on news"


@pytest.mark.parametrize(
    "text",
    [
        "1元能买多少GLM tokens",
        "一塊錢可以買幾多豆包 tokens",
        "how many ERNIE Tiny tokens can I buy for 5 yuan?",
        "GLM-3 Turbo多少钱",
        "请问豆包多少钱",
        "Doubao, how much is it?",
        "“豆包”能买多少",
    ],
)
def test_a_question_to_all_has_no_sign_against_it(read: Read, text: str) -> None:
    """Nothing speaks against a short question that is put to everybody."""
    assert signs_against(read(text)) == ()


SIGNS = [
    (VERSION, "GLM-4多少钱", "GLM-3 Turbo多少钱"),
    (VERSION, "how much is GLM 7", "how much is GLM"),
    (SPEAKS, "@bob 豆包多少钱", "bob 豆包多少钱"),
    (SPEAKS, "Mike, what do you pay for GLM?", "GLM, what do you pay?"),
    (SPEAKS, "Hey Tom, what do you pay for GLM?", "Hey guys, what do you pay for GLM?"),
    (SPEAKS, "老王，GLM多少钱", "老师，GLM多少钱"),
    (SPEAKS, "小李，豆包多少錢", "小伙伴们，豆包多少錢"),
    (SPEAKS, "阿强, 豆包几钱", "阿里, 豆包几钱"),
    (SPEAKS, "Zhang，豆包多少钱", "豆包，Zhang 说多少钱"),
    (QUOTES, "https://a.example 豆包多少钱", "a.example 豆包多少钱"),
    (QUOTES, "www.glm.example GLM price?", "glm.example GLM price?"),
    (QUOTES, "```GLM price```", "`GLM price`"),
    (QUOTES, 'print("GLM price");', "GLM (turbo) price"),
    (QUOTES, "x => GLM price", "GLM price >= 5?"),
    (QUOTES, "if GLM === 5", "GLM = 5?"),
    (QUOTES, '{"GLM": 5}', "{GLM} 5"),
    (QUOTES, "GLM多少钱 ValueError", "is it an error that GLM costs this much"),
    (TELLS, "同事刚问豆包多少钱", "有同事刚好用豆包，多少钱"),
    (TELLS, "佢問我豆包幾錢", "想問我豆包幾錢"),
    (TELLS, "客户又问GLM多少钱", "客户问题：GLM多少钱"),
    (TELLS, "昨天问了老板豆包多少钱", "请问大家豆包多少钱"),
    (TELLS, "she asked me how much GLM is", "may I ask how much GLM is"),
    (TELLS, "my son asks if GLM is free", "is GLM free if I ask nicely"),
    (TELLS, "I told them how much GLM is", "tell them how much GLM is"),
    (TELLS, "老板说“豆包多少钱”", "老板说“豆包”多少钱"),
    (TELLS, "佢話「豆包幾多錢」", "「豆包幾多錢」"),
    (TELLS, 'she went "how much is GLM"', '"how much is GLM"'),
    (TELLS, "my boss said ‘how much is GLM’", "what's GLM's price, and how much is 5 users' share"),
    (TELLS, "she went 'what's the price, how many tokens' lol", "rock 'n roll, how many tokens is GLM"),
    (DIALOGUE, "甲: 豆包多少钱 乙: 0.8元", "问: 豆包多少钱"),
    (DIALOGUE, "Ann: GLM price? Bob: no idea", "Ann: GLM price at 10:30?"),
    (LINES, "豆包多少钱\nGLM多少钱", "\n豆包多少钱\n"),
    (COMMAND, "/price 豆包", "豆包 price/token"),
    (COMMAND, "!price GLM", "GLM price!"),
    (COMMAND, "！豆包多少钱", "豆包多少钱！"),
    (COMMAND, "#豆包 多少钱", "豆包#多少钱"),
    (COMMAND, "> how much is GLM", "how much > 5 is GLM"),
    (NEWS, "【快讯】豆包降价多少", "豆包降价多少【快讯】"),
    (NEWS, "转发：豆包降价多少", "转用豆包要多少钱"),
    (NEWS, "快讯 豆包降价多少", "豆包快讯"),
    (NEWS, "RT how much cheaper is GLM", "rtx how much cheaper is GLM"),
    (NEWS, "BREAKING: how much is GLM", "how much is GLM, breaking even"),
    (NEWS, "FYI GLM costs how much", "how much is GLM fyi"),
]  # fmt: skip


@pytest.mark.parametrize(("sign", "against", "harmless"), SIGNS)
def test_each_sign_speaks_against_its_message_and_not_against_one_like_it(
    read: Read, sign: str, against: str, harmless: str
) -> None:
    """Each sign is seen where it stands, and not where only its words or marks do."""
    assert sign in signs_against(read(against))
    assert sign not in signs_against(read(harmless))


@pytest.mark.parametrize("character", ["字", "豆"])
def test_a_chinese_message_is_long_beyond_seventy_characters(read: Read, character: str) -> None:
    """Seventy Chinese characters are borne, one more is long."""
    assert signs_against(read(character * MAX_LENGTH)) == ()
    assert signs_against(read(character * (MAX_LENGTH + 1))) == (LONG,)


def test_two_latin_characters_count_as_one(read: Read) -> None:
    """Twice as many Latin characters are borne, and a mixture counts by what it holds."""
    assert signs_against(read("a" * 2 * MAX_LENGTH)) == ()
    assert signs_against(read("a" * (2 * MAX_LENGTH + 1))) == (LONG,)
    assert signs_against(read("字" * (MAX_LENGTH - 1) + "aa")) == ()
    assert signs_against(read("字" * (MAX_LENGTH - 1) + "aaa")) == (LONG,)


def test_every_sign_is_told(read: Read) -> None:
    """A message with several signs against it gives each of them once."""
    signs = signs_against(read("/@bob ```豆包9```\n他问我「多少钱」" + "?" * 2 * MAX_LENGTH))
    assert sorted(signs) == sorted([VERSION, LONG, SPEAKS, QUOTES, TELLS, LINES, COMMAND])


@given(st.text("小老阿李'\"“”‘’「」: ,，问我他@/#>豆包多少钱GLM asked me?\n", max_size=80))
def test_signs_are_told_once_whatever_the_text(read: Read, text: str) -> None:
    """No text makes the search for signs fail, or tell one twice."""
    signs = signs_against(read(text))
    assert len(set(signs)) == len(signs)
    assert (SPEAKS in signs) >= ("@" in text)


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("GLM的账单发我", True),
        ("百度的报价单什么时候给我们", True),
        ("did Zhipu ever send the quote?", True),
        ("跑完七千万token的豆包账单是多少", False),
        ("报价单上写的豆包多少钱", False),
        ("what is the bill for 1M tokens of GLM", False),
    ],
)
def test_a_bill_as_a_paper_is_no_price(read: Read, text: str, speaks: bool) -> None:
    """A bill or quotation that is to be sent is none to be worked out, unless a sum is asked for."""
    assert ("it speaks of a bill or a quotation, not of a price" in signs_against(read(text))) is speaks


def test_a_colleague_to_be_spoken_to(read: Read) -> None:
    """A name with a rank behind 问下 is somebody else to be asked."""
    assert SPEAKS in signs_against(read("问下李总豆包多少钱"))
    assert SPEAKS not in signs_against(read("问下豆包多少钱"))
