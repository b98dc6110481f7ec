"""What is offered where a message was understood only in part."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.answers import Baseline, Context, Kind, Load, Question, Status
from bot.codes import encode
from bot.engine import Engine
from bot.quantities import CALL, CHARACTER, COPY, DAY, TOKEN, Money, Quantity, Range
from bot.questions.messages.clarify import lacks_size, missing_in, options, ways_to_ask
from bot.questions.working.market import Market
from bot.text import Language
from tests.conftest import DOUBAO, GLM, TODAY

YUAN = (Money(Range.exactly(1), "CNY"),)
CALLS = Load(Quantity(Range.exactly(1), CALL), (Decimal(10_000),))


def tokens(number: int) -> Load:
    return Load(Quantity(Range.exactly(number), TOKEN))


@pytest.mark.parametrize(
    ("question", "lacks"),
    [
        (Question(Kind.COST, (GLM,), loads=(CALLS,)), True),
        (Question(Kind.COST, (GLM,), loads=(tokens(500),)), False),
        (Question(Kind.COST, (GLM,), loads=(tokens(500), CALLS)), True),
        (Question(Kind.COST, (GLM,)), True),
        (Question(Kind.BUDGET, (GLM,), YUAN, target=CALL), True),
        (Question(Kind.BUDGET, (GLM,), YUAN, target=DAY), True),
        (Question(Kind.BUDGET, (GLM,), YUAN, target=COPY), True),
        (Question(Kind.BUDGET, (GLM,), YUAN, target=CALL, size=tokens(500)), False),
        (Question(Kind.BUDGET, (GLM,), YUAN, target=TOKEN), False),
        (Question(Kind.BUDGET, (GLM,), YUAN, target=CHARACTER), False),
        (Question(Kind.PRICE, (GLM,), target=CALL), False),
    ],
)
def test_calls_days_and_copies_need_a_size(question: Question, lacks: bool) -> None:
    """What calls cost, and how many calls, days or copies a sum pays for, depends on how much each of them is."""
    assert lacks_size(question) is lacks


def test_sizes_of_calls_are_offered_as_often_as_they_are_made(market: Market) -> None:
    """Each offer fills in a length of the calls and keeps their number."""
    question = Question(Kind.COST, (DOUBAO,), loads=(CALLS,), target="CNY")
    offered = options(question, "size", market)
    assert [[(load.amount, load.times) for load in each.loads] for each in offered] == [
        [(Quantity(Range.exactly(size), TOKEN), (Decimal(10_000),))] for size in (500, 1_000, 2_000)
    ]
    assert {(each.kind, each.subjects, each.target) for each in offered} == {(Kind.COST, (DOUBAO,), "CNY")}


@pytest.mark.parametrize(
    ("target", "sizes"), [(CALL, [500, 1_000, 2_000]), (DAY, [100_000, 1_000_000, 10_000_000]), (TOKEN, []), (None, [])]
)
def test_sizes_are_offered_for_what_a_sum_pays_for(market: Market, target: str | None, sizes: list[int]) -> None:
    """A call is some hundred tokens, a day some hundred thousand, and tokens have no size."""
    offered = options(Question(Kind.BUDGET, (GLM,), YUAN, target=target), "size", market)
    assert [each.size for each in offered] == [tokens(size) for size in sizes]


def test_works_are_offered_for_copies(market: Market) -> None:
    """Each copy offered is one of a known work, at most four."""
    offered = options(Question(Kind.BUDGET, (GLM,), YUAN, target=COPY), "size", market)
    works = [each.size.work for each in offered if each.size is not None]
    assert works == list(market.knowledge.works)[:4]
    assert not any(lacks_size(each) for each in offered)


def test_sums_and_models_are_offered(market: Market) -> None:
    """Where the sum is missing sums are offered, where the model is every curated one, and else nothing."""
    question = Question(Kind.BUDGET, (GLM,), target=TOKEN)
    assert [each.money[0].value.exact for each in options(question, "sum", market)] == [1, 10, 100]
    assert [each.subjects for each in options(question, "subject", market)] == [
        (model,) for model in market.curated_models()
    ]
    assert options(question, "wish", market) == ()


def test_a_name_alone_can_be_asked_about(market: Market) -> None:
    """For a model its price, what a yuan buys and its facts are offered; for what has no price, facts alone."""
    assert [each.kind for each in ways_to_ask((GLM,), market)] == [Kind.PRICE, Kind.BUDGET, Kind.FACT]
    assert [each.kind for each in ways_to_ask(("baidu/baige",), market)] == [Kind.FACT]
    assert ways_to_ask((), market) == ()


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("调用10000次豆包多少钱", Kind.COST, "每次要用多少 tokens 或字？"),
        ("調用豆包一萬次幾錢", Kind.COST, "每次要用多少 tokens 或字？"),
        ("1000 calls of Doubao, how much in yuan", Kind.COST, "How many tokens or characters per call?"),
        ("1塊錢可以調用豆包幾次", Kind.BUDGET, "每次要用多少 tokens 或字？"),
        ("how many Doubao calls can I make with 1 yuan", Kind.BUDGET, "How many tokens or characters per call?"),
        ("1元豆包能用几天", Kind.BUDGET, "每天要用多少 tokens 或字？"),
    ],
)
def test_the_size_is_asked_back(price_bot: Engine, text: str, kind: Kind, words: str) -> None:
    """Where the size is not said it is asked for, with sizes to choose from, in the language of the message."""
    reply = price_bot.ask(text, Context(today=TODAY))
    assert (reply.status, reply.kind, reply.results) == (Status.CLARIFY, kind, ())
    assert reply.text.startswith(words)
    assert len([button for row in reply.buttons for button in row]) == 3


@pytest.mark.parametrize("text", ["每天1万次,每次500 tokens,一个月用豆包要多少钱", "1元豆包每次500 tokens能调用几次"])
def test_a_size_that_is_said_is_not_asked_for(price_bot: Engine, text: str) -> None:
    """A message with the size of its calls is answered at once."""
    assert price_bot.ask(text, Context(today=TODAY)).status is Status.ANSWERED


@pytest.mark.parametrize("language", Language)
def test_the_code_of_a_question_without_its_size_asks_for_it(price_bot: Engine, language: Language) -> None:
    """Who presses on to a question that lacks a size is asked back as who types it."""
    context = Context(today=TODAY, language=language)
    asked_back = price_bot.ask("调用10000次豆包多少钱", context)
    assert asked_back.code is not None
    pressed = price_bot.press(asked_back.code, context)
    assert (pressed.status, pressed.text, pressed.buttons) == (Status.CLARIFY, asked_back.text, asked_back.buttons)


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        (Question(Kind.BUDGET, (GLM,), target=TOKEN), "sum"),
        (Question(Kind.BUDGET, (GLM,), target=CALL), "sum"),
        (Question(Kind.BUDGET, (GLM,), YUAN, target=CALL), "size"),
        (Question(Kind.DISCOUNT, baseline=Baseline.BEFORE), "subject"),
        (Question(Kind.COST, (GLM,)), "size"),
        (Question(Kind.PRICE), None),
    ],
)
def test_what_only_the_reader_can_add(question: Question, missing: str | None, price_bot: Engine) -> None:
    assert missing_in(question) == missing
    code = encode(question, price_bot._shelf.ids)
    assert code is not None
    pressed = price_bot.press(code, Context(today=TODAY)).status
    assert pressed is (Status.CLARIFY if missing else Status.ANSWERED)
