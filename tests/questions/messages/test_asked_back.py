"""What is asked back where a message was understood only in part, and the ways on that are offered."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import Context, Reply, Status
from bot.codes.ids import IdTable
from bot.codes.question import decode, encode
from bot.engine import Engine
from bot.quantities import CALL, CHARACTER, COPY, DAY, TOKEN, Money, Quantity, Range
from bot.question import Baseline, Kind, Load, Question
from bot.text import Language
from tests.conftest import DOUBAO, GLM, MINI, TINY, TODAY
from tests.frozen import frozen_catalogue

CONTEXT = Context(today=TODAY)
YUAN = (Money(Range.exactly(1), "CNY"),)
CALLS = Load(Quantity(Range.exactly(1), CALL), (Decimal(10_000),))
SIZES_ASKED_BACK = (
    "调用10000次豆包多少钱",
    "1塊錢可以調用豆包幾次",
    "1000 calls of GLM, how much in yuan",
    "1元豆包能用几天",
    "how many copies can GLM write for 1 yuan",
)


def tokens(number: int) -> Load:
    return Load(Quantity(Range.exactly(number), TOKEN))


@pytest.fixture(scope="module")
def ids(price_bot: Engine) -> IdTable:
    return IdTable(price_bot.knowledge, frozen_catalogue())


def pressed(bot: Engine, ids: IdTable, question: Question) -> Reply:
    code = encode(question, ids)
    assert code is not None
    return bot.press(code, CONTEXT)


def offered(reply: Reply, ids: IdTable) -> list[Question]:
    """The questions under the buttons of a reply."""
    found = [decode(button.code, ids) for row in reply.buttons for button in row]
    return [question for question in found if question is not None]


@pytest.mark.parametrize(
    ("question", "lacks"),
    [
        (Question(Kind.COST, (GLM,), loads=(CALLS,)), "size"),
        (Question(Kind.COST, (GLM,), loads=(tokens(500),)), None),
        (Question(Kind.COST, (GLM,), loads=(tokens(500), CALLS)), "size"),
        (Question(Kind.COST, (GLM,)), "size"),
        (Question(Kind.BUDGET, (GLM,), YUAN, target=CALL), "size"),
        (Question(Kind.BUDGET, (GLM,), YUAN, target=DAY), "size"),
        (Question(Kind.BUDGET, (GLM,), YUAN, target=COPY), "size"),
        (Question(Kind.BUDGET, (GLM,), YUAN, target=CALL, size=tokens(500)), None),
        (Question(Kind.BUDGET, (GLM,), YUAN, target=TOKEN), None),
        (Question(Kind.BUDGET, (GLM,), YUAN, target=CHARACTER), None),
        (Question(Kind.BUDGET, (GLM,), target=TOKEN), "sum"),
        (Question(Kind.BUDGET, (GLM,), target=CALL), "sum"),
        (Question(Kind.DISCOUNT, baseline=Baseline.BEFORE), "subject"),
        (Question(Kind.PRICE), None),
    ],
)
def test_what_only_the_reader_can_add_is_asked_for(
    price_bot: Engine, ids: IdTable, question: Question, lacks: str | None
) -> None:
    """A sum, whose price, or how much a call, a day or a copy is; the buttons give it."""
    reply = pressed(price_bot, ids, question)
    assert reply.status is (Status.CLARIFY if lacks else Status.ANSWERED)
    if lacks == "sum":
        assert [each.money[0].value.exact for each in offered(reply, ids)] == [1, 10, 100]
    if lacks == "subject":
        assert {each.subjects for each in offered(reply, ids)} == {(GLM,), (DOUBAO,), (TINY,), (MINI,)}


def test_sizes_of_calls_are_offered_as_often_as_they_are_made(price_bot: Engine, ids: IdTable) -> None:
    """Each offer fills in a length of the calls and keeps their number, whose they are and the currency."""
    questions = offered(pressed(price_bot, ids, Question(Kind.COST, (DOUBAO,), loads=(CALLS,), target="CNY")), ids)
    assert [[(load.amount, load.times) for load in each.loads] for each in questions] == [
        [(Quantity(Range.exactly(size), TOKEN), (Decimal(10_000),))] for size in (500, 1_000, 2_000)
    ]
    assert {(each.kind, each.subjects, each.target) for each in questions} == {(Kind.COST, (DOUBAO,), "CNY")}


@pytest.mark.parametrize(("target", "sizes"), [(CALL, [500, 1_000, 2_000]), (DAY, [100_000, 1_000_000, 10_000_000])])
def test_sizes_are_offered_for_what_a_sum_pays_for(
    price_bot: Engine, ids: IdTable, target: str, sizes: list[int]
) -> None:
    """A call is some hundred tokens, a day some hundred thousand."""
    questions = offered(pressed(price_bot, ids, Question(Kind.BUDGET, (GLM,), YUAN, target=target)), ids)
    assert [each.size for each in questions] == [tokens(size) for size in sizes]


def test_works_are_offered_for_copies(price_bot: Engine, ids: IdTable) -> None:
    """Each copy offered is one of a known work, at most four."""
    questions = offered(pressed(price_bot, ids, Question(Kind.BUDGET, (GLM,), YUAN, target=COPY)), ids)
    works = [each.size.work for each in questions if each.size is not None]
    assert set(works) == set(list(price_bot.knowledge.works)[:4])
    assert len(works) == 4


def test_a_name_alone_asks_for_its_price(price_bot: Engine) -> None:
    reply = price_bot.ask("GLM", CONTEXT)
    assert (reply.status, reply.kind) == (Status.ANSWERED, Kind.PRICE)


def test_a_name_with_a_word_that_asks_nothing_is_asked_about(price_bot: Engine, ids: IdTable) -> None:
    """For a model its price, what a yuan buys and its facts are offered."""
    reply = price_bot.ask("预算GLM", CONTEXT)
    assert reply.status is Status.CLARIFY
    assert [each.kind for each in offered(reply, ids)] == [Kind.PRICE, Kind.BUDGET, Kind.FACT]


@pytest.mark.parametrize("language", Language)
def test_the_code_of_a_question_without_its_size_asks_for_it(price_bot: Engine, language: Language) -> None:
    """Who presses on to a question that lacks a size is asked back as who types it."""
    context = Context(today=TODAY, language=language)
    asked_back = price_bot.ask("调用10000次豆包多少钱", context)
    assert asked_back.code is not None
    again = price_bot.press(asked_back.code, context)
    assert (again.status, again.text, again.buttons) == (Status.CLARIFY, asked_back.text, asked_back.buttons)


@pytest.mark.parametrize("text", SIZES_ASKED_BACK)
def test_a_button_gives_the_size_as_typing_its_words_does(price_bot: Engine, text: str) -> None:
    """Every button under the question that is asked back is answered, as its words typed are."""
    asked_back = price_bot.ask(text, CONTEXT)
    buttons = [button for row in asked_back.buttons for button in row]
    assert buttons
    for button in buttons:
        chosen = price_bot.press(button.code, CONTEXT)
        typed = price_bot.ask(button.label, Context(today=TODAY, previous=asked_back.code))
        assert (chosen.status, chosen.kind) == (Status.ANSWERED, asked_back.kind)
        assert (typed.results, typed.code) == (chosen.results, button.code)


@given(st.integers(1, 10**6), st.sampled_from(["{}", "每次{}", "{} tokens", "{} tokens each"]))
def test_every_number_is_taken_for_the_size(price_bot: Engine, number: int, words: str) -> None:
    """Whatever number is typed becomes the tokens of a call: 10,000 of them cost so much, and a sum pays for so many."""
    for text, value in (
        ("调用10000次豆包多少钱", Decimal(number) * 10_000 * Decimal("0.0008") / 1_000),
        ("8元可以调用豆包几次", Decimal(8) / Decimal("0.0008") * 1_000 / number),
    ):
        code = price_bot.ask(text, CONTEXT).code
        (answer,) = price_bot.ask(words.format(number), Context(today=TODAY, previous=code)).results[:1]
        assert answer.value is not None
        assert answer.value.exact is not None
        assert abs(answer.value.exact - value) <= value * Decimal("1e-20")


def test_a_long_message_is_no_size(price_bot: Engine) -> None:
    code = price_bot.ask("调用10000次豆包多少钱", CONTEXT).code
    reply = price_bot.ask("x" * 100 + " 500", Context(today=TODAY, previous=code))
    assert reply.status is Status.UNKNOWN
