"""A folder's own `catalogue.yaml` and `rates.yaml`: what they say, that they alone serve, and what is refused."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from bot.answers import Context
from bot.engine import Engine
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.entries import EntryKind, NameKind, Wording
from bot.knowledge.exchange import ExchangeRates
from bot.knowledge.load import load_knowledge
from bot.knowledge.price_entries import Side

SOURCE = """\
source:
  id: list
  publisher: {zh: 目录, en: A List}
  title: Prices
  date: 2026-01-10
"""
CATALOGUE = f"""\
{SOURCE}currency: USD
per: 1000000

vendors:
  - id: acme
    name: {{zh: 顶尖公司, en: Acme}}
    names: [acme corp]
  - id: host
    name: Host
lines:
  - id: acme/rocket
    name: Rocket
    vendor: acme
    names: [rocket]
  - id: acme/rocket-pro
    name: Rocket Pro
    vendor: acme
    line: acme/rocket
    weak_names: [pro]
models:
  - id: acme/rocket-2-pro
    name: Rocket 2 Pro
    vendor: acme
    line: acme/rocket-pro
    names: [rocket 2 pro]
    note: {{zh: 自己的价, en: its own price}}
    prices:
      - {{input: 3, output: 9, from: 2026-01-01, until: 2026-01-31}}
      - {{input: 2, output: 0, from: 2026-02-01}}
      - {{above: 200000, input: 4, from: 2026-02-01}}
  - id: host/rocket-1
    name: Rocket 1
    vendor: acme
    line: acme/rocket
    names: [rocket 1, r 1]
    prices:
      - {{input: 1, cached_input: 0.1, from: 2026-01-10}}
"""
RATES = f"""\
{SOURCE.replace("id: list", "id: bank")}base: EUR
rates:
  - {{date: 2026-01-02, currency: USD, rate: 1.25}}
  - {{date: 2026-01-02, currency: CNY, rate: 10}}
  - {{date: 2025-01-02, currency: CNY, rate: 5}}
  - {{date: 2025-01-02, currency: USD, rate: 1}}
  - {{date: 2026-01-05, currency: USD, rate: 2}}
"""

Write = Callable[..., Path]
Complaints = Callable[..., list[str]]


@pytest.fixture
def catalogue(write: Write) -> Catalogue:
    return Catalogue.beside(load_knowledge(write({"catalogue.yaml": CATALOGUE})))


@pytest.fixture
def rates(write: Write) -> ExchangeRates:
    return ExchangeRates.beside(load_knowledge(write({"rates.yaml": RATES})))


def test_a_model_has_its_prices_day_by_day(catalogue: Catalogue) -> None:
    early = catalogue.prices_on("acme/rocket-2-pro", date(2026, 1, 31))
    late = catalogue.prices_on("acme/rocket-2-pro", date(2026, 2, 1))
    assert [(price.side, str(price.amount), price.free) for price in early] == [
        (Side.INPUT, "3", False),
        (Side.OUTPUT, "9", False),
    ]
    assert [(price.side, str(price.amount), price.free) for price in late] == [
        (Side.INPUT, "2", False),
        (Side.OUTPUT, "0", True),
    ]
    assert [price.long for price in late] == [((Decimal(200_000), Decimal(4)),), ()]
    assert catalogue.prices_on("acme/rocket-2-pro", date(2025, 12, 31)) == ()
    assert {(price.currency, price.per, price.source) for price in early + late} == {
        ("USD", Decimal(1_000_000), "list")
    }


def test_a_model_has_its_maker_its_line_and_its_note(catalogue: Catalogue) -> None:
    entry = catalogue.entry("acme/rocket-2-pro")
    assert entry is not None
    assert (entry.kind, entry.vendor, entry.parent, entry.curated) == (
        EntryKind.MODEL,
        "acme",
        "acme/rocket-pro",
        False,
    )
    assert entry.note == Wording("自己的价", "its own price")


def test_vendors_lines_and_sellers_have_their_models(catalogue: Catalogue) -> None:
    both = ("acme/rocket-2-pro", "host/rocket-1")
    assert catalogue.vendor_models("acme") == catalogue.vendor_models("acme/rocket") == both
    assert catalogue.vendor_models("acme/rocket-pro") == both[:1]
    assert catalogue.vendor_models("host") == both[1:]


def test_a_seller_s_own_models_come_before_those_of_others(write: Write) -> None:
    own = "  - {id: host/hostling, name: Hostling, vendor: host, prices: [{input: 1, from: 2026-01-10}]}\n"
    found = Catalogue.beside(load_knowledge(write({"catalogue.yaml": CATALOGUE + own})))
    assert found.vendor_models("host") == ("host/hostling", "host/rocket-1")


def test_a_blank_in_a_name_stands_for_a_hyphen_or_for_nothing(catalogue: Catalogue) -> None:
    names = {name.text: (name.id, name.weak) for name in catalogue.names()}
    assert all(name.kind is NameKind.ENTRY for name in catalogue.names())
    for text in ("rocket 2 pro", "rocket2pro", "rocket-2-pro", "rocket-2 pro", "acme/rocket-2-pro"):
        assert names[text] == ("acme/rocket-2-pro", False)
    assert names["acmecorp"] == ("acme", False)
    assert names["pro"] == ("acme/rocket-pro", True)
    assert names["r1"] == ("host/rocket-1", True), "short ones that are not written out are everyday words"


def test_a_name_as_written_goes_before_what_another_stands_for(write: Write) -> None:
    taken = CATALOGUE.replace("names: [acme corp]", "names: [acme corp, rocket-1]")
    names = {name.text: name.id for name in Catalogue.beside(load_knowledge(write({"catalogue.yaml": taken}))).names()}
    assert (names["rocket-1"], names["rocket1"]) == ("acme", "host/rocket-1")


def test_the_last_rate_holds_until_the_next(rates: ExchangeRates) -> None:
    for day, amount, quoted in (
        (date(2025, 1, 1), None, None),
        (date(2025, 12, 31), Decimal(5), date(2025, 1, 2)),
        (date(2026, 1, 2), Decimal(8), date(2026, 1, 2)),
        (date(2030, 1, 1), Decimal(8), date(2026, 1, 2)),
    ):
        found = rates.convert(Decimal(1), "USD", "CNY", day)
        assert (found.amount, found.day) == (amount, quoted) if found else amount is None


def test_the_base_is_a_currency_and_others_are_not_known(rates: ExchangeRates) -> None:
    found = rates.convert(Decimal(3), "EUR", "USD", date(2026, 2, 1))
    assert found is not None
    assert (found.amount, found.day, found.source.id) == (Decimal(6), date(2026, 1, 5), "bank")
    assert rates.currencies() == {"EUR", "USD", "CNY"}
    assert rates.convert(Decimal(1), "EUR", "JPY", date(2026, 2, 1)) is None


def test_they_serve_alone_and_go_with_their_knowledge(write: Write) -> None:
    plain = load_knowledge(write())
    brought = load_knowledge(write({"catalogue.yaml": CATALOGUE, "rates.yaml": RATES}))
    engine = Engine(brought)
    context = Context(today=date(2026, 3, 1))

    def subjects(text: str) -> list[str | None]:
        return [result.subject for result in engine.ask(text, context).results]

    assert set(subjects("Rocket 2 Pro多少钱")) == {"acme/rocket-2-pro"}
    assert not subjects("GPT-4o多少钱")
    engine.replace(plain)
    assert not subjects("Rocket 2 Pro多少钱")
    engine.replace(replace(brought, exchange=None))
    assert set(subjects("Rocket 2 Pro多少钱")) == {"acme/rocket-2-pro"}


def test_the_examples_of_contributing_are_right(write: Write) -> None:
    text = (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text(encoding="utf-8")
    blocks: list[str] = re.findall(r"^```yaml\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    [rates] = [block for block in blocks if block.startswith("base:")]
    [listed] = [block for block in blocks if block.startswith("currency:")]
    around = "vendors: [{id: google, name: Google}]\nlines: [{id: google/gemini-pro, name: Pro, vendor: google}]\n"
    files = {"catalogue.yaml": SOURCE + around + listed, "rates.yaml": SOURCE.replace("id: list", "id: bank") + rates}
    knowledge = load_knowledge(write(files))
    assert knowledge.catalogue is not None
    assert knowledge.exchange is not None
    assert [name.id for name in knowledge.catalogue.names if name.text == "gemini2.5-pro"] == ["google/gemini-2.5-pro"]


@pytest.mark.parametrize(
    ("written", "wrong", "said"),
    [
        (
            "currency: USD",
            "currency: USB",
            "6:11: currency: no currency has the code `USB`; write the ISO 4217 code, e.g. CNY",
        ),
        (
            "{input: 1, cached",
            "{inputs: 1, cached",
            "42:10: models[1].prices[0].inputs: unknown key `inputs`; did you mean `input`?",
        ),
        (
            "{input: 1, cached_input: 0.1, from",
            "{from",
            "42:9: models[1].prices[0]: says no price; write e.g. {input: 2.5, output: 10, from: 2026-11-09}",
        ),
        (
            "until: 2026-01-31",
            "until: 2025-01-31",
            "33:56: models[0].prices[0].until: ends before it begins; `until` is the last day on which the price holds",
        ),
        (
            ", until: 2026-01-31",
            "",
            (
                "34:9: models[0].prices[1]: overlaps the prices above that hold from 2026-01-01; "
                "let one end (`until`) before the other begins; list them oldest first"
            ),
        ),
        (
            "above: 200000, input: 4",
            "above: 200000, cached_input: 4",
            (
                "35:9: models[0].prices[2]: says what long requests cost, and not what others do; "
                "put a line without `above` and with the same days before it"
            ),
        ),
        (
            "above: 200000, input: 4, from: 2026-02-01",
            "above: 200000, input: 4, from: 2026-02-02",
            (
                "35:9: models[0].prices[2]: says what long requests cost, and not what others do; "
                "put a line without `above` and with the same days before it"
            ),
        ),
        (
            "id: host/rocket-1",
            "id: acme/rocket-pro",
            (
                "36:9: models[1].id: the id `acme/rocket-pro` is taken already "
                "(knowledge/catalogue.yaml:20:9); choose another id"
            ),
        ),
        (
            "names: [rocket 1, r 1]",
            "names: [Rocket]",
            (
                "40:13: models[1].names[0]: `Rocket` already leads to acme/rocket (knowledge/catalogue.yaml:19:13); "
                "one name leads to one thing: remove one of the two"
            ),
        ),
        (
            "    vendor: acme\n    line: acme/rocket\n    weak",
            "    vendor: acne\n    line: acme/rocket\n    weak",
            "22:13: lines[1].vendor: no vendor has the id `acne`; list it under `vendors`",
        ),
        (
            "    line: acme/rocket\n    weak",
            "    line: acme/rocket-pro\n    weak",
            "23:11: lines[1].line: no line above has the id `acme/rocket-pro`; list it under `lines`, the wider ones first",
        ),
        ("id: list", "id: report", "2:7: source.id: the id `report` is taken already"),
    ],
)
def test_what_is_wrong_in_a_catalogue_is_said(complaints: Complaints, written: str, wrong: str, said: str) -> None:
    assert CATALOGUE.count(written) == 1
    found = complaints({"catalogue.yaml": CATALOGUE.replace(written, wrong)})
    assert [line for line in found if line.startswith(f"knowledge/catalogue.yaml:{said}")], found


@pytest.mark.parametrize(
    ("written", "wrong", "said"),
    [
        ("base: EUR", "base: EUX", "6:7: base: no currency has the code `EUX`; write the ISO 4217 code, e.g. CNY"),
        (
            "date: 2025-01-02, currency: CNY",
            "date: 2026-01-02, currency: CNY",
            "10:5: rates[2]: the rate of CNY on 2026-01-02 is given twice (first on line 9); keep one of the two",
        ),
        (
            "2026-01-05, currency: USD",
            "2026-01-05, currency: EUR",
            "12:5: rates[4]: EUR is the base itself; remove the line",
        ),
        (
            "rate: 10",
            "rate: 0",
            "9:45: rates[1].rate: must be more than zero; write the figure as published, e.g. 1000",
        ),
        ("rate: 10", 'rate: "10"', "9:45: rates[1].rate: is no number"),
    ],
)
def test_what_is_wrong_in_rates_is_said(complaints: Complaints, written: str, wrong: str, said: str) -> None:
    assert RATES.count(written) == 1
    found = complaints({"rates.yaml": RATES.replace(written, wrong)})
    assert [line for line in found if line.startswith(f"knowledge/rates.yaml:{said}")], found
