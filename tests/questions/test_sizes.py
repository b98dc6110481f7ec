"""What was asked back about calls, days and copies of unknown size, and how it is answered."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import Context, Kind, Load, Question, Reply, Status
from bot.engine import Engine
from bot.quantities import CALL, TOKEN, Money, Quantity, Range
from bot.questions.messages.followup import MAX_LENGTH, follow_up, is_marked, language_wish
from bot.replies.machine import reply_object
from bot.text import Language, normal_form
from tests.conftest import DOUBAO, GLM, TODAY, values
from tests.questions.conftest import Slotted


def talk(bot: Engine, *messages: str) -> Reply:
    """The reply to the last of the messages, each of which follows up the one before."""
    reply = bot.ask(messages[0], Context(today=TODAY))
    for message in messages[1:]:
        reply = bot.ask(message, Context(today=TODAY, previous=reply.code))
    return reply


CALLS = "调用10000次豆包多少钱"
AFFORDED = "1塊錢可以調用豆包幾次"


@pytest.mark.parametrize(
    ("messages", "expected"),
    [
        ((CALLS, "500"), (DOUBAO, "4", "CNY")),
        ((CALLS, "500 tokens"), (DOUBAO, "4", "CNY")),
        ((CALLS, "每次800"), (DOUBAO, "6.4", "CNY")),
        ((CALLS, "五百"), (DOUBAO, "4", "CNY")),
        ((CALLS, "1.5k tokens"), (DOUBAO, "12", "CNY")),
        (("調用GLM一萬次幾錢", "每次2000字"), (GLM, "20", "CNY")),
        (("每天调用100次GLM,一个月多少钱", "每次2000字"), (GLM, "6", "CNY")),
        (("1000 calls of GLM, how much in yuan", "800 characters each"), (GLM, "0.8", "CNY")),
        ((AFFORDED, "500"), (DOUBAO, "2500", "call")),
        ((AFFORDED, "每次1000 tokens"), (DOUBAO, "1250", "call")),
        ((AFFORDED, "每次500到1000 tokens"), (DOUBAO, ("1250", "2500"), "call")),
        (("how many GLM calls can I make with 1 yuan", "500 tokens per call"), (GLM, "4000", "call")),
        (("1元豆包能用几天", "每天10万tokens"), (DOUBAO, "12.5", "day")),
        (("1元豆包能用几天", "10万"), (DOUBAO, "12.5", "day")),
        (("how many copies can GLM write for 1 yuan", "三体"), (GLM, "1.136363636363636363636363636", "copy")),
    ],
)
def test_a_bare_fragment_gives_the_size(
    price_bot: Engine, messages: tuple[str, str], expected: tuple[str, Any, str]
) -> None:
    """A number, with a unit or without, or a work, answers what was asked back."""
    asked_back, answered = talk(price_bot, messages[0]), talk(price_bot, *messages)
    assert (asked_back.status, answered.status) == (Status.CLARIFY, Status.ANSWERED)
    assert values(reply_object(answered)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        CALLS,
        AFFORDED,
        "1000 calls of GLM, how much in yuan",
        "1元豆包能用几天",
        "how many copies can GLM write for 1 yuan",
    ],
)
def test_a_button_gives_the_size_as_typing_its_words_does(price_bot: Engine, text: str) -> None:
    """Every button under the question that is asked back is answered, as its words typed are."""
    asked_back = price_bot.ask(text, Context(today=TODAY))
    buttons = [button for row in asked_back.buttons for button in row]
    assert buttons
    for button in buttons:
        pressed = price_bot.press(button.code, Context(today=TODAY))
        typed = price_bot.ask(button.label, Context(today=TODAY, previous=asked_back.code))
        assert (pressed.status, pressed.kind) == (Status.ANSWERED, asked_back.kind)
        assert (typed.results, typed.code) == (pressed.results, button.code)


@pytest.mark.parametrize(
    ("messages", "expected"),
    [
        ((CALLS, "GLM呢", "500"), (GLM, "2.5", "CNY")),
        ((CALLS, "500", "那GLM呢"), (GLM, "2.5", "CNY")),
        (("1000 calls of Doubao, how much in yuan", "how about GLM?", "800 characters each"), (GLM, "0.8", "CNY")),
        ((AFFORDED, "那GLM呢", "500 tokens"), (GLM, "4000", "call")),
        ((AFFORDED, "500 tokens", "GLM呢"), (GLM, "4000", "call")),
        ((AFFORDED, "10元", "每次500"), (DOUBAO, "25000", "call")),
        (("1元豆包能用几天", "GLM呢", "10万"), (GLM, "20", "day")),
    ],
)
def test_another_model_or_sum_may_come_between(
    price_bot: Engine, messages: tuple[str, ...], expected: tuple[str, str, str]
) -> None:
    """The model or the sum may be changed before or after the size is given, and all else is kept."""
    between = talk(price_bot, *messages[:2])
    assert (between.status is Status.CLARIFY) is (messages[1] in ("GLM呢", "how about GLM?", "那GLM呢", "10元"))
    assert values(reply_object(talk(price_bot, *messages))) == [expected]


def test_the_currency_may_change_before_the_size_is_given(price_bot: Engine) -> None:
    """Another currency is kept until the size is known."""
    reply = reply_object(talk(price_bot, CALLS, "换成港币", "500"))
    ((subject, _, unit),) = values(reply)
    assert (subject, unit) == (DOUBAO, "HKD")
    assert values(reply, "also") == [(DOUBAO, "4", "CNY")]


@pytest.mark.parametrize("fragment", ["好的", "thanks", "今天天氣怎麼樣", "x" * (MAX_LENGTH + 1) + " 500"])
def test_what_gives_no_size_does_not_answer(price_bot: Engine, fragment: str) -> None:
    """Thanks, small talk and long messages are no size."""
    assert talk(price_bot, CALLS, fragment).status is Status.UNKNOWN


ONCE = Load(Quantity(Range.exactly(1), CALL))


@given(st.integers(1, 10**6), st.sampled_from(["{}", "每次{}", "{} tokens", "{} tokens each"]))
def test_every_number_is_taken_for_the_size(slotted: Slotted, number: int, words: str) -> None:
    """Whatever number is typed becomes the tokens of a call, for costs as for budgets."""
    slots = slotted(words.format(number))
    size = Load(Quantity(Range.exactly(number), TOKEN))
    sum_ = (Money(Range.exactly(1), "CNY"),)
    cost, budget = Question(Kind.COST, (GLM,), loads=(ONCE,)), Question(Kind.BUDGET, (GLM,), sum_, target=CALL)
    assert follow_up(cost, slots) == Question(Kind.COST, (GLM,), loads=(size,))
    assert follow_up(budget, slots) == Question(Kind.BUDGET, (GLM,), sum_, target=CALL, size=size)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("那豆包呢", True),
        ("豆包呢？", True),
        ("咁GLM", True),
        ("換成10塊", True),
        ("如果是GLM", True),
        ("How about GLM?", True),
        ("and Doubao", True),
        ("what if it is 10 yuan", True),
        ("豆包", False),
        ("GLM那个", False),
        ("Doubao and GLM", False),
        ("android", False),
    ],
)
def test_some_messages_say_that_they_go_on(text: str, marked: bool) -> None:
    """呢 at any place and 那, 换, how about or and at the beginning mark what goes on from an earlier question."""
    assert is_marked(normal_form(text)) is marked


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("In English please", Language.EN),
        ("用英文說", Language.EN),
        ("繁體中文", Language.ZH_HANT),
        ("traditional Chinese", Language.ZH_HANT),
        ("说中文", Language.ZH_HANS),
        ("in Chinese", Language.ZH_HANS),
        ("豆包呢", None),
        ("English breakfast", None),
        ("in english" + " please" * 10, None),
    ],
)
def test_a_language_can_be_wished_for(text: str, language: Language | None) -> None:
    """A short message that names a language of replies wishes for it."""
    assert language_wish(normal_form(text)) is language
