"""Sums that are asked for without what they are to be made of, and what is asked back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.answers import Context, Status
from bot.engine import Engine
from bot.questions.frames.open_work import names_no_sum, open_work
from bot.questions.phrases.slots import Slots
from tests.conftest import Asked, values


@pytest.mark.parametrize(
    "text",
    [
        "how much will my doubao bill be",
        "what would it cost us to run our helpdesk on ernie tiny",
        "how much would it cost to build a chatbot on doubao?",
        "我的豆包账单会是多少",
        "用豆包做客服要多少钱",
    ],
)
def test_work_of_no_amount(slotted: Callable[[str], Slots], asked: Asked, text: str) -> None:
    assert open_work(slotted(text)) is not None
    assert (asked(text)["status"], asked(text)["kind"]) == ("clarify", "cost")


@pytest.mark.parametrize(
    "text",
    [
        "what does it cost to run doubao",
        "how much is doubao",
        "what would my glm bill be for 5 million tokens",
        "用豆包跑要多少钱",
        "用豆包写一本三体多少钱",
    ],
)
def test_a_price_or_an_amount_is_nothing_to_ask_back_for(slotted: Callable[[str], Slots], text: str) -> None:
    assert open_work(slotted(text)) is None


def test_a_budget_of_no_sum(slotted: Callable[[str], Slots]) -> None:
    assert names_no_sum(slotted("my boss gave me a budget for glm, how many tokens can i buy with it"))
    assert not names_no_sum(slotted("my budget for glm is 5 yuan, how many tokens can i buy with it"))


def test_the_amount_that_was_asked_back_for(price_bot: Engine) -> None:
    back = price_bot.ask("how much will my doubao bill be in yuan", Context())
    assert (back.status, len([button for row in back.buttons for button in row])) == (Status.CLARIFY, 3)
    reply = price_bot.ask("5 million tokens", Context(previous=back.code))
    assert [result.value.exact for result in reply.results if result.value] == [4]


def test_the_work_of_a_book_is_known(asked: Asked) -> None:
    assert values(asked("用GLM写一本三体多少钱"))[0][1] == "0.88"
