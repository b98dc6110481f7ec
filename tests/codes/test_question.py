"""The short text form of a Question reads back to the same Question, and takes nothing else for one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from string import ascii_letters, digits
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.codes.ids import IdTable
from bot.codes.question import MOST_KEPT, decode, encode
from bot.knowledge.entries import Knowledge
from bot.quantities import CALL, CHARACTER, COPY, DAY, PERCENT, TOKEN, WORD, Money, Quantity, Range
from bot.question import Baseline, Kind, Load, Order, Question, Terms, Topic, Trait, UnitPrice, Unpriced
from bot.questions.frames.handler import Handler
from bot.questions.kinds.handlers import handlers
from bot.well_formed import is_well_formed
from tests.conftest import DOUBAO, GLM, MINI, TINY

MODELS = (GLM, DOUBAO, TINY, MINI)
FACTS = ("glm-price", "doubao-why", "baige-throughput")
UNITS = (TOKEN, CHARACTER, WORD, CALL, COPY, DAY)
OTHER = "openai/gpt-of-the-catalogue"


class Ids:
    """A wider catalogue of one model."""

    def __init__(self, *ids: str) -> None:
        self._ids = ids

    def ids(self) -> tuple[str, ...]:
        return self._ids


@pytest.fixture(scope="module")
def ids(frozen: Knowledge) -> IdTable:
    return IdTable(frozen, Ids(OTHER))


def some(values: Sequence[Any], most: int = 2) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(st.sampled_from(values), max_size=most, unique=True).map(tuple)


numbers = st.decimals(0, 10**9, places=4) | st.builds(
    lambda digits, exponent: Decimal(digits).scaleb(exponent), st.integers(0, 10**12), st.integers(-12, 20)
)
ranges = (
    numbers.map(Range.exactly)
    | numbers.map(Range.at_least)
    | numbers.map(Range.at_most)
    | st.tuples(numbers, numbers).map(lambda ends: Range(min(ends), max(ends)))
)
money = st.builds(Money, ranges, st.sampled_from(["CNY", "USD", "HKD"]))
sides = st.none() | st.sampled_from(["input", "output", "cached_input"])
loads = st.builds(
    Load,
    st.builds(Quantity, ranges, st.sampled_from(UNITS)),
    st.lists(numbers, max_size=2).map(tuple),
    st.none() | st.sampled_from(["three-body", "analects"]),
    sides | st.just("thinking"),
    st.none(),
    free=st.none() | numbers,
    heads=st.none() | numbers,
    every=st.none() | numbers,
    lasting=st.none() | numbers,
)
terms = st.builds(
    Terms,
    st.none() | st.sampled_from(["batch", "flex", "priority", "fast", "thinking"]),
    st.none() | st.sampled_from(["5m", "1h"]),
    st.none() | st.sampled_from(["peak", "off-peak"]),
    st.none() | numbers,
    st.booleans(),
    st.none() | numbers,
).filter(lambda found: found != Terms())
slots: dict[str, st.SearchStrategy[Any]] = {
    "terms": st.none() | terms,
    "subjects": some((*MODELS, OTHER)),
    "money": st.lists(money, max_size=2).map(tuple),
    "loads": st.lists(loads, max_size=1).map(tuple),
    "unit_price": st.none() | st.builds(UnitPrice, money, numbers.filter(bool)),
    "target": st.none() | st.sampled_from([*UNITS, PERCENT, "price", "CNY", "USD", "li"]),
    "per": st.none() | numbers,
    "side": sides,
    "size": st.none() | loads,
    "order": st.none() | st.sampled_from(Order),
    "limit": st.none() | st.integers(1, 99),
    "nth": st.none() | st.integers(2, 99),
    "excluded": some(MODELS),
    "paid_only": st.booleans(),
    "cheaper_than": st.none() | st.sampled_from(MODELS),
    "dearer": st.booleans(),
    "below": st.booleans(),
    "everything": st.booleans(),
    "sellers": st.booleans(),
    "traits": st.lists(st.sampled_from(Trait), unique=True, max_size=2).map(tuple),
    "baseline": st.none() | st.sampled_from(Baseline),
    "alongside": st.none() | st.sampled_from(MODELS),
    "versus": st.none() | st.sampled_from(MODELS),
    "facts": some(FACTS),
    "topic": st.none() | st.sampled_from(Topic),
    "since": st.none() | st.dates(date(1970, 1, 1), date(2100, 1, 1)),
    "as_of": st.none() | st.dates(date(1970, 1, 1), date(2100, 1, 1)),
    "whole": st.booleans(),
}


def with_slots(kind: Kind, names: Iterable[str]) -> st.SearchStrategy[Question]:
    return st.builds(Question, st.just(kind), **{name: slots[name] for name in names if name in slots})


KINDS = tuple(handlers().values())
questions = st.sampled_from(KINDS).flatmap(lambda each: with_slots(each.kind, slots))
fitting = st.sampled_from(KINDS).flatmap(lambda each: with_slots(each.kind, each.slots))
ONE_YUAN = Money(Range.exactly(1), "CNY")
PLAIN = Question(Kind.BUDGET, (GLM,), (ONE_YUAN,), target=TOKEN)
FILLED: dict[str, Any] = {
    "subjects": (DOUBAO, OTHER),
    "money": (Money(Range.at_most(Decimal("0.0008")), "USD"), ONE_YUAN),
    "loads": (Load(Quantity(Range.exactly(2), COPY), (Decimal(3),), "three-body", "output", request=True),),
    "unit_price": UnitPrice(Money(Range.exactly(Decimal("0.0008")), "CNY"), Decimal(1000)),
    "other_price": UnitPrice(Money(Range.exactly(Decimal("0.5")), "USD"), Decimal(1_000_000)),
    "target": "price",
    "per": Decimal(1000),
    "side": "cached_input",
    "days": Decimal(30),
    "size": Load(Quantity(Range(Decimal(3), Decimal(5)), CALL)),
    "order": Order.DESCENDING,
    "limit": 3,
    "nth": 2,
    "factor": Decimal("0.8"),
    "supposed_of": "zhipu/glm-3-turbo",
    "unpriced": Unpriced.CACHE,
    "excluded": (MINI,),
    "earlier": (MINI,),
    "paid_only": True,
    "cheaper_than": DOUBAO,
    "dearer": True,
    "apart": True,
    "times": Decimal(40),
    "among": Decimal(5),
    "below": True,
    "everything": True,
    "sellers": True,
    "traits": (Trait.OPEN_WEIGHTS, Trait.PICTURES),
    "baseline": Baseline.INDUSTRY,
    "alongside": GLM,
    "versus": GLM,
    "facts": ("glm-price", "glm-cut", "glm-novel"),
    "topic": Topic.SOURCES,
    "terms": Terms("batch", "1h", "off-peak", Decimal(32_000), launch=True, blend=Decimal(3)),
    "since": date(2024, 1, 1),
    "as_of": date(2024, 5, 16),
    "whole": True,
}


BESIDE = {
    "supposed_of": ("factor",), "alongside": ("subjects",), "apart": ("money", "subjects"), "days": ("money",), "times": ("money",), "among": ("money",),
    "other_price": ("unit_price",), "dearer": ("cheaper_than",),
}  # fmt: skip
"""What another slot says something of."""
FILLS = [(handler, slot) for handler in KINDS for slot in sorted(handler.slots)]


def with_slot(handler: Handler, slot: str) -> Question:
    """The shortest question of a kind that fills a slot."""
    one_of = handler.needs_one if handler.needs_one.isdisjoint({slot}) else set[str]()
    beside = (handler.beside[slot],) if slot in handler.beside else ()
    names = {slot, *handler.needs, *sorted(one_of)[:1], *handler.slots.intersection(BESIDE.get(slot, ())), *beside}
    filled = {name: FILLED[name] for name in names}
    if "target" in filled:
        filled["target"] = min(handler.targets, default="USD")
    return Question(handler.kind, **filled)


@pytest.mark.parametrize(("handler", "slot"), FILLS)
def test_every_slot_of_a_kind_is_kept(handler: Handler, slot: str, ids: IdTable) -> None:
    question = with_slot(handler, slot)
    code = encode(question, ids)
    assert code is not None
    assert decode(code, ids) == question


def test_every_slot_belongs_to_some_kind() -> None:
    assert {slot for _, slot in FILLS} == {field.name for field in fields(Question)} - {"kind"} == set(FILLED)


def test_an_everyday_question_is_short(ids: IdTable) -> None:
    assert encode(PLAIN, ids) == "b-sbAxg-m1CNY-tt"


def test_loads_of_models_of_their_own_read_back(ids: IdTable) -> None:
    loads = tuple(Load(Quantity(Range.exactly(size), TOKEN), subject=model) for size, model in ((1, GLM), (2, DOUBAO)))
    question = Question(Kind.COST, (GLM, DOUBAO), loads=loads)
    code = encode(question, ids)
    assert code is not None
    assert decode(code, ids) == question


@given(questions | fitting)
def test_what_fits_and_holds_together_reads_back(ids: IdTable, question: Question) -> None:
    code = encode(question, ids)
    assume(code is not None)
    assert code is not None
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,60}", code)
    assert decode(code, ids) == (question if is_well_formed(question) else None)


@given(st.builds(Question, st.just(Kind.BUDGET), some(MODELS), st.tuples(money), target=st.sampled_from(UNITS)))
def test_a_budget_of_one_sum_fits(ids: IdTable, question: Question) -> None:
    code = encode(question, ids)
    assert code is not None
    assert decode(code, ids) == question


@pytest.mark.parametrize(
    "question",
    [
        Question(Kind.PRICE, tuple(f"vendor/model-{number}" for number in range(20))),
        Question(Kind.BUDGET, (GLM,), (Money(Range.exactly(-5), "CNY"),)),
        Question(Kind.BUDGET, (GLM,), (Money(Range.exactly(Decimal("1E+400")), "CNY"),)),
        Question(Kind.BUDGET, (GLM,), (Money(Range.exactly(10**45 + 1), "CNY"),)),
        Question(Kind.COST, loads=(Load(Quantity(Range.exactly(1), "parsec")),)),
    ],
)
def test_what_would_not_read_back_gets_no_code(question: Question, ids: IdTable) -> None:
    assert encode(question, ids) is None


@pytest.mark.parametrize("digits", ["99999999999999999999999999999999", "1234567890123456789012345678.9"])
def test_no_digit_is_lost(digits: str, ids: IdTable) -> None:
    question = replace(PLAIN, money=(Money(Range.exactly(Decimal(digits)), "CNY"),))
    code = encode(question, ids)
    assert code is not None
    assert decode(code, ids) == question


FOREIGN = [
    "", "-", "x", "bb", "b-", "b-s", "b-sbAx", "b-sZZZZ", "b-sbAxg-q", "b-sbAxg-m", "b-sbAxg-mCNY", "b-m1cny", "b-m1e999CNY",
    "b-m1__1CNY", "b-m5r1CNY", "b-u1CNY", "c-l5", "c-l5q", "c-l5tW", "c-l5tWzzzz", "p-p", "p-pfoo", "p-dx", "r-ox", "h-hx",
    "p-a20240230", "p-a2024051", "p-a２０２４０５１６", "b-m١CNY", "b-sbAxg-m1CNY-" + "t" * 60, "start", "refresh:1", "b-sbAxg m1CNY", "\x00", "豆包",
    "b-E1CNY-tt", "b-E-m1CNY-tt", "b-m1CNY", "b-tt-tt-m1CNY", "b-m1CNY-tCNY", "b-m1CNY-tt-ow", "d-l1e6c-tCNY", "d-sbAxg-l1e6c", "d-sbAxg-tp",
    "d-l1e6c-bb", "m-l1e6t", "r-sbAxg", "r-oc-D", "p-sbAxg-k0", "p-sbAxg-l1t", "v-tt", "v-w1e3q1CNY", "f", "f-sbAxg", "h", "c-tt", "c-fbAxg",
    "p-sbAxg-KbAxg", "b-x2-tt",
]  # fmt: skip


@pytest.mark.parametrize("code", FOREIGN)
def test_foreign_codes_are_no_questions(code: str, ids: IdTable) -> None:
    assert decode(code, ids) is None


alphabet = f"{ascii_letters}{digits}-_"


@given(st.text(max_size=70) | st.text(alphabet, max_size=MOST_KEPT + 9))
def test_any_text_is_taken_in_stride(ids: IdTable, text: str) -> None:
    question = decode(text, ids)
    assert question is None or len(text) <= MOST_KEPT


def test_a_model_that_is_gone_makes_a_code_stale(frozen: Knowledge, ids: IdTable) -> None:
    code = encode(Question(Kind.PRICE, (OTHER,)), ids)
    assert code is not None
    assert decode(code, ids) is not None
    assert decode(code, IdTable(frozen, Ids())) is None
