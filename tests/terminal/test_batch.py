"""What ``pricebot explain`` shows of a text to people."""

from __future__ import annotations

import pytest

from bot.answers import Context
from bot.engine import Engine
from bot.replies.machine import explanation_object
from bot.terminal.batch import explanation_text
from tests.conftest import TODAY


def in_a_group(bot: Engine, text: str) -> str:
    """The line on what the bot does in a group."""
    shown = explanation_text(explanation_object(bot.explain(text, Context(today=TODAY))))
    head, line = shown.removesuffix("\n").rsplit("\n", 1)
    assert head.startswith(f"text        {text}\nnormalized  ")
    assert line.startswith("in a group  ")
    return line.removeprefix("in a group  ")


@pytest.mark.parametrize(
    "text", ["1元能买多少GLM tokens", "一塊錢可以買多少豆包 tokens", "how many ERNIE Tiny tokens can I buy for 5 yuan"]
)
def test_what_is_certain_is_answered(price_bot: Engine, text: str) -> None:
    """Of a question that the bot would answer unasked, the line says just that."""
    assert in_a_group(price_bot, text) == "answers"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("豆包多少錢", "is silent: nothing in it certainly speaks of language models"),
        (
            "@bob what does GLM cost",
            "is silent: the price may be of something that is not understood; it speaks to somebody",
        ),
        (
            "豆包馅真好吃",
            "is silent: no kind of question fits it",
        ),
        (
            "/豆包多少钱",
            "is silent: nothing in it certainly speaks of language models; it is a command or quotation",
        ),
    ],
)
def test_why_the_bot_is_silent(price_bot: Engine, text: str, line: str) -> None:
    """Of what the bot would not answer, the line gives every reason, one after the other."""
    assert in_a_group(price_bot, text) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "同事刚才问我，豆包1元能买多少tokens",
            "answers 「豆包1元能买多少tokens」; against the whole: it tells what somebody asked",
        ),
        (
            "my boss asked me: how many GLM tokens for 1 yuan?",
            "answers 「how many GLM tokens for 1 yuan?」; against the whole: it tells what somebody asked",
        ),
        (
            "老板問我，豆包一百萬tokens幾多錢？我點知",
            "answers 「豆包一百萬tokens幾多錢？我點知」; against the whole: it tells what somebody asked",
        ),
        (
            "吐槽一下，今天地铁挤成狗，豆包跟GLM哪个便宜",
            (
                "answers 「豆包跟GLM哪个便宜」; against the whole: "
                "it holds words that are not understood; only 67% of it is understood"
            ),
        ),
    ],
)
def test_which_part_is_answered(price_bot: Engine, text: str, line: str) -> None:
    """Of a question in passing the line gives the part that is answered, and what speaks against the whole."""
    assert in_a_group(price_bot, text) == line


@pytest.mark.parametrize("group", [None, True, "answers", []])
def test_what_is_not_told_is_unknown(group: object) -> None:
    """An explanation of another version, without what is done in a group, is shown all the same."""
    seen = {"text": "x", "normalized": "x", "entities": [], "candidates": [], "group": group}
    assert explanation_text(seen) == (
        "text        x\nnormalized  x\nentities\n  none\ncandidates\n  none\nin a group  unknown\n"
    )
