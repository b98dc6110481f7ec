"""Sums that each of so many people has, and one that they share."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from bot.questions.frames.sums_per_person import people
from bot.questions.phrases.slots import Slots
from tests.conftest import GLM, Asked, answers


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("5个人每人出10块买GLM能买多少", 5),
        ("我和5个朋友每人10块买GLM能买多少", 6),
        ("全班45人人均1块钱GLM能买多少", 45),
        ("3个班每班40人每人1块钱GLM一共多少token", 120),
        ("20 students, 3 yuan each on glm", 20),
        ("each of the 8 interns gets 10 yuan of glm, how many tokens", 8),
        ("10 devs at 5 yuan per person on glm", 10),
    ],
)
def test_what_all_have(slotted: Callable[[str], Slots], text: str, times: int) -> None:
    found = people(slotted(text))
    assert found is not None
    assert (found.times, found.among) == (Decimal(times), None)


@pytest.mark.parametrize(
    ("text", "among"),
    [
        ("100块给5个人用GLM，每人多少token", 5),
        ("5 people share 10 yuan of glm, how many tokens each?", 5),
        ("我们仨凑了12块买豆包，平分的话一个人多少token", 3),
        ("我哋四個夾埋100蚊買GLM，每人分到幾多token", 4),
        ("班费40块5个小组平分去买GLM，每组有多少token", 5),
    ],
)
def test_what_each_gets_of_one_sum(slotted: Callable[[str], Slots], text: str, among: int) -> None:
    found = people(slotted(text))
    assert found is not None
    assert (found.times, found.among) == (None, Decimal(among))


def test_a_share_is_shown_with_its_sum(asked: Asked) -> None:
    reply = asked("我们仨凑了12块买GLM，平分的话一个人多少token")
    assert "12 ÷ 3 = 4" in reply["steps"]
    assert answers(reply)[0]["value"] == "8000000"


@pytest.mark.parametrize(
    "text",
    [
        "40个人每人每月2块钱GLM，每人能用多少token",
        "每人10块GLM能买多少",
        "10块GLM够5个人用吗",
        "5个模型每个10块能买多少token",
    ],
)
def test_the_sum_as_it_is(slotted: Callable[[str], Slots], text: str) -> None:
    assert people(slotted(text)) is None


def test_several_numbers_of_people_are_not_guessed_at(slotted: Callable[[str], Slots]) -> None:
    found = people(slotted("10个老师40个学生每人2块GLM多少token"))
    assert found is not None
    assert found.unclear


def test_a_monthly_sum_of_each_over_a_year(asked: Asked) -> None:
    (found,) = answers(asked("15个人每人每月10元GLM，一年一共多少token"))
    assert (found["subject"], found["given"]["value"]) == (GLM, "1800")


def test_how_many_there_are_does_not_count_the_size_of_a_call(asked: Asked) -> None:
    (found,) = answers(asked("20个人每人充10块GLM，每次对话2000token，总共能聊多少次"))
    assert found["value"] == "200000"
