"""The machine-readable form keeps to its interface, whatever is asked."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from bot.replies.machine import value_and_range
from bot.text import Language
from tests.conftest import CATALOGUE_DAY, TODAY, Asked
from tests.reply_objects import breaches

QUESTIONS = """
1元能买多少GLM tokens
1元能买多少MiniCPM tokens
1元能买多少tokens
3到5块钱能买多少文心字
1美元能买多少GPT-4o tokens
100元能用豆包写几本三体
10块钱GLM能调用多少次
10块钱GLM能调用多少次,每次300 tokens
100万tokens豆包多少钱
100万tokens MiniCPM多少钱
100万字用文心多少钱
GPT-4o输入10万输出2万多少钱
写一本红楼梦用豆包多少钱
GLM什么价
MiniCPM要钱吗
GPT-4o什么价
claude多少钱
谷歌多少钱
混元多少钱
GLM-4多少钱
豆包和GLM哪个便宜
豆包和GLM哪个贵
豆包和MiniCPM哪个便宜
GPT-4o和豆包哪个便宜
混元和豆包哪个便宜
写50万字用豆包还是GLM划算
最便宜的是哪家
哪些模型免费
比GLM便宜的付费模型有哪些
所有厂商的模型按价格排序
豆包比行业便宜多少
GLM降价前多少钱
文心降价前多少钱
0.0008元/千tokens是每百万多少
200万tokens大概多少汉字
100万tokens等于几本三体
0.8厘是多少元
5美元合多少人民币
百舸吞吐提升多少
豆包是什么时候发布的
文心现在每天能调用多少次
为什么能降价
你知道哪些模型
你会什么
数据来源是什么
豆包
今天天气怎么样
how many words can I get from Doubao for $2
what does it cost to write 100,000 words with ERNIE Tiny
1元能买多少豆包tokens？GLM降价前多少钱？
""".strip().splitlines()


@pytest.mark.parametrize("text", QUESTIONS)
@pytest.mark.parametrize("today", [TODAY, CATALOGUE_DAY], ids=["then", "now"])
def test_every_reply_keeps_to_the_interface(asked: Asked, text: str, today: Any) -> None:
    for language in (None, *Language):
        reply = asked(text, language=language, today=today)
        assert breaches(reply) == []
        assert reply["question"] == text
        if language is not None:
            assert reply["lang"] == language.value


def test_the_questions_meet_every_kind_and_status(asked: Asked) -> None:
    replies = [asked(text, today=CATALOGUE_DAY) for text in QUESTIONS]
    assert {reply["kind"] for reply in replies} == {
        None, "budget", "cost", "price", "compare", "rank", "discount", "convert", "fact", "help",
    }  # fmt: skip
    assert {reply["status"] for reply in replies} == {"answered", "clarify", "unknown"}
    results = [result for reply in replies for result in reply["results"]]
    assert {result["role"] for result in results} == {"answer", "difference", "also"}
    assert {result["side"] for result in results} >= {None, "input", "output", "cached_input"}


def test_no_amount_is_no_value() -> None:
    assert value_and_range(None) == (None, None)


SPOILT: list[tuple[str, Any]] = [
    ("value", "1e6"), ("value", "2,000,000"), ("value", 2), ("value", "2.50"), ("value", None), ("unit", "tokens"), ("unit", "cny"),
    ("side", "in"), ("role", "main"), ("free", 0), ("free", True), ("range", {"min": "1", "max": "2"}), ("as_of", "16.5.2024"),
    ("as_of", "2024-02-30"), ("source", "nowhere"), ("given", {"value": "1"}), ("per", {"value": "1000", "unit": "token"}),
]  # fmt: skip


@pytest.mark.parametrize(("key", "value"), SPOILT)
def test_the_check_sees_what_is_wrong(asked: Asked, key: str, value: Any) -> None:
    reply = copy.deepcopy(asked("1元能买多少GLM tokens"))
    assert breaches(reply) == []
    reply["results"][0][key] = value
    assert breaches(reply) != []
