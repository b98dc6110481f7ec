"""A folder becomes one immutable knowledge base, with what was published turned into what answers need."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import FrozenInstanceError
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.knowledge import folder
from bot.knowledge.entries import Against, EntryKind, PublishedChange
from bot.knowledge.load import load_knowledge
from bot.knowledge.price_entries import Side
from bot.knowledge.problems import KnowledgeError, Problem
from bot.knowledge.selection import prices_on
from bot.knowledge.yaml_text import Document, read_yaml
from bot.quantities import Range
from tests.knowledge.conftest import FILES, ZHIPU

Write = Callable[..., Path]

THOUSAND = Decimal(1000)
PRICES = ZHIPU.split("    prices:\n")[0] + "    prices:\n"


def test_small_folder(write: Write) -> None:
    knowledge = load_knowledge(write())
    assert list(knowledge.entries) == ["zhipu", "zhipu/glm-3-turbo"]
    model = knowledge.entries["zhipu/glm-3-turbo"]
    assert (model.kind, model.vendor, model.parent, model.reference) == (EntryKind.MODEL, "zhipu", "zhipu", False)
    (price,) = knowledge.prices["zhipu/glm-3-turbo"]
    assert (price.amount, price.currency, price.per, price.published_per) == (
        Decimal("0.0005"),
        "CNY",
        THOUSAND,
        THOUSAND,
    )
    assert (price.since, price.until, price.free, price.side, price.source) == (
        date(2024, 5, 16),
        None,
        False,
        None,
        "report",
    )
    (rate,) = knowledge.rates["zhipu"]
    assert rate.per_token == Range.exactly(Decimal("0.5"))
    assert knowledge.facts["glm-price"].source == "report"
    assert knowledge.facts["glm-price"].keywords == (frozenset({"价格", "price"}),)
    assert knowledge.sources["report"].date == date(2024, 5, 16)


def test_a_file_that_is_as_it_was_is_not_read_again(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def noted(shown: str, content: bytes) -> Document:
        read.append(shown)
        return read_yaml(shown, content)

    monkeypatch.setattr(folder, "read_yaml", noted)
    load_knowledge(write())
    read.clear()
    edited = write({"vendors/zhipu.yaml": ZHIPU.replace("0.0005", "0.0004")})
    assert load_knowledge(edited).prices["zhipu/glm-3-turbo"][0].amount == Decimal("0.0004")
    assert read == ["knowledge/vendors/zhipu.yaml"]
    copied = Path(shutil.copytree(edited, "copied"))
    (copied / "articles/report.yaml").unlink()
    with pytest.raises(KnowledgeError) as error:
        load_knowledge(copied)
    assert {problem.file for problem in error.value.problems} == {"copied/vendors/zhipu.yaml"}
    assert len(read) == 1


@pytest.mark.parametrize(
    ("written", "amount", "per", "shown_per", "free"),
    [
        ("buys: 2000000, for: 1, currency: CNY", "1", "2000000", "1000000", False),
        ("buys: 500, for: 2, currency: USD", "2", "500", "1000", False),
        ("amount: 0.8, per: 1000000, currency: CNY", "0.8", "1000000", "1000000", False),
        ("free: true", "0", "1000", "1000", True),
    ],
)
def test_price_as_published(write: Write, written: str, amount: str, per: str, shown_per: str, free: bool) -> None:
    text = f"{PRICES}      - {{{written}, from: 2024-05-16, source: report}}\n"
    (price,) = load_knowledge(write({"vendors/zhipu.yaml": text})).prices["zhipu/glm-3-turbo"]
    assert (price.amount, price.per, price.published_per) == (Decimal(amount), Decimal(per), Decimal(shown_per))
    assert price.free is free


def prices(write: Write, *lines: str) -> Any:
    text = PRICES + "".join(f"      - {{amount: {number}, currency: CNY, per: 1000, source: report, {line}}}\n"
                            for number, line in enumerate(lines, start=1))  # fmt: skip
    return load_knowledge(write({"vendors/zhipu.yaml": text}))


def test_a_new_price_ends_the_one_before_it(write: Write) -> None:
    knowledge = prices(write, "from: 2024-01-01", "from: 2024-05-01", "from: 2024-06-01, until: 2024-07-01")
    days = {
        date(2023, 12, 31): [],
        date(2024, 1, 1): [1],
        date(2024, 4, 30): [1],
        date(2024, 5, 1): [2],
        date(2024, 6, 30): [3],
        date(2024, 7, 1): [],
    }
    for day, amounts in days.items():
        assert [price.amount for price in prices_on(knowledge, "zhipu/glm-3-turbo", day)] == amounts


def test_prices_by_side_replace_the_one_for_both(write: Write) -> None:
    knowledge = prices(write, "from: 2024-01-01", "from: 2024-05-01, side: input", "from: 2024-05-01, side: output")
    held = prices_on(knowledge, "zhipu/glm-3-turbo", date(2024, 5, 1))
    assert [(price.amount, price.side) for price in held] == [(Decimal(2), Side.INPUT), (Decimal(3), Side.OUTPUT)]


def test_rate_that_is_a_lower_bound_stays_one(write: Write) -> None:
    rate = "{tokens: 1000, characters: 1500, at_least: true, source: report}"
    text = ZHIPU.replace("{tokens: 2, characters: 1, source: report}", rate)
    (found,) = load_knowledge(write({"vendors/zhipu.yaml": text})).rates["zhipu"]
    assert found.per_token == Range.at_least(Decimal("1.5"))
    assert (found.nominal, found.unit) == (Decimal("1.5"), "character")


def test_currencies_units_and_works(write: Write) -> None:
    files = {
        "currencies.yaml": "currencies:\n  - {code: CNY, before: [¥], after: [元, 塊], generic: [塊],"
        " parts: [{of: 10, after: [角]}]}\n",
        "units.yaml": "units: [{unit: day, words: [天], multiples: [{times: 30, words: [个月]}]}]\n",
        "works.yaml": "works:\n  - {id: red, name: 红楼梦, length: {min: 700000, max: 800000}, unit: character,"
        " source: report}\n",
    }
    knowledge = load_knowledge(write(files))
    words = {word.text: word for word in knowledge.currency_words if word.currency == "CNY"}
    assert (words["¥"].before, words["元"].after, words["块"].generic, words["元"].generic) == (True, True, True, False)
    assert words["角"].factor == Decimal("0.1")
    assert {word.text: (word.unit, word.factor) for word in knowledge.unit_words} == {
        "天": ("day", Decimal(1)),
        "个月": ("day", Decimal(30)),
    }
    assert knowledge.works["red"].length == Range(Decimal(700_000), Decimal(800_000))


def test_version_follows_the_contents(write: Write) -> None:
    first = load_knowledge(write()).version
    assert load_knowledge(write()).version == first
    assert load_knowledge(write({"vendors/zhipu.yaml": ZHIPU + "# checked again\n"})).version != first


def test_knowledge_cannot_be_changed(write: Write) -> None:
    knowledge: Any = load_knowledge(write())
    with pytest.raises(TypeError):
        knowledge.prices["zhipu/glm-3-turbo"] = ()
    with pytest.raises(FrozenInstanceError):
        knowledge.version = "other"


@st.composite
def spoilt(draw: st.DrawFn) -> dict[str, bytes]:
    """A right file with a stretch of it replaced by anything."""
    name = draw(st.sampled_from(sorted(FILES)))
    content = FILES[name].encode()
    start = draw(st.integers(0, len(content)))
    end = draw(st.integers(start, min(len(content), start + 30)))
    piece = draw(st.one_of(st.binary(max_size=20), st.text("ab :-[]{},&*'\"\n1.0", max_size=20).map(str.encode)))
    return {name: content[:start] + piece + content[end:]}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(spoilt())
def test_a_spoilt_folder_loads_or_says_what_is_wrong(write: Write, changed: dict[str, bytes]) -> None:
    problems: tuple[Problem, ...] = ()
    try:
        load_knowledge(write(changed))
    except KnowledgeError as error:
        problems = error.problems
    assert problems == tuple(sorted(problems))
    assert all(problem.words()[0] and problem.words()[1] and problem.line >= 1 for problem in problems)


def test_a_folder_without_words_for_money_goes_by_the_programs_own(write: Write) -> None:
    words = {word.text: word.currency for word in load_knowledge(write()).currency_words}
    assert words["人民币"] == "CNY"
    assert any(word.unit == "token" for word in load_knowledge(write()).unit_words)


def test_what_a_fact_states_of_a_price(write: Write) -> None:
    article = FILES["articles/report.yaml"]

    def change(written: str) -> PublishedChange | None:
        changed = article.replace("    keywords:", f"    change: {written}\n    keywords:")
        return load_knowledge(write({"articles/report.yaml": changed})).facts["glm-price"].change

    assert load_knowledge(write()).facts["glm-price"].change is None
    assert change("{percent: 90, of: both, against: before, bound: up_to}") == PublishedChange(
        Decimal(90), Against.BEFORE, up_to=True
    )
    assert change("{percent: 97, of: input, against: before, direction: up, from: 2024-05-21}") == PublishedChange(
        Decimal(97), Against.BEFORE, Side.INPUT, rises=True, since=date(2024, 5, 21)
    )
    assert change("{percent: 99.3, of: output, against: industry}") == PublishedChange(
        Decimal("99.3"), Against.INDUSTRY, Side.OUTPUT
    )
