"""What is frozen of the installed packages says what they say, when it is read back from a folder."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.entries import Knowledge
from bot.knowledge.exchange import ExchangeRates
from bot.knowledge.load import load_knowledge
from tests.frozen import frozen_catalogue, frozen_knowledge
from tools.freeze import SIDES, main
from tools.freeze import frozen_catalogue as catalogue_text
from tools.freeze import frozen_rates as rates_text

INSTALLED = Catalogue.load()
VENDOR = "id: nobody\nname: Nobody\n"


def read_back(folder: Path, **files: str) -> Knowledge:
    (folder / "vendors").mkdir()
    (folder / "vendors" / "nobody.yaml").write_text(VENDOR, encoding="utf-8")
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return load_knowledge(folder)


def names(catalogue: Catalogue, ids: Iterable[str]) -> dict[str, tuple[str, bool]]:
    """All names of some ids but those that are ids, which every frozen model answers to."""
    wanted = set(ids)
    return {name.text: (name.id, name.weak) for name in catalogue.names() if name.id in wanted - {name.text}}


def test_the_whole_catalogue_is_read_back_as_it_was(tmp_path: Path) -> None:
    again = Catalogue.beside(read_back(tmp_path, catalogue=catalogue_text(INSTALLED)))
    models = {model for model in INSTALLED.models() if told(INSTALLED, model)}
    further = {identity for identity in INSTALLED.ids() if INSTALLED.book.prices.get(identity)} - models
    only_sell = {id_ for id_ in set(INSTALLED.ids()) - models if further >= set(INSTALLED.vendor_models(id_))} - further
    assert set(again.ids()) == set(INSTALLED.ids()) - further - only_sell
    assert again.source() == INSTALLED.source()
    assert names(again, again.ids()) == names(INSTALLED, again.ids())
    for identity in again.ids():
        assert again.entry(identity) == INSTALLED.entry(identity)
        assert told(again, identity) == told(INSTALLED, identity)
        assert set(again.vendor_models(identity)) == set(INSTALLED.vendor_models(identity)) - further
        if "/" in identity:
            left = tuple(model for model in INSTALLED.vendor_models(identity) if model not in further)
            assert again.vendor_models(identity) == left


def told(catalogue: Catalogue, identity: str) -> set[tuple[object, ...]]:
    """What a catalogue in a file holds of a model's prices."""
    return {
        (price.side, price.amount, price.since, price.until, price.long)
        for price in catalogue.prices(identity)
        if price.side in SIDES
    }


def test_what_was_frozen_can_be_frozen_again(tmp_path: Path) -> None:
    knowledge = frozen_knowledge()
    again = read_back(tmp_path, catalogue=catalogue_text(frozen_catalogue()))
    assert again.catalogue == knowledge.catalogue


def test_a_few_models_come_with_their_vendors_sellers_and_lines(tmp_path: Path) -> None:
    market = frozen_catalogue()
    again = Catalogue.beside(
        read_back(
            tmp_path, catalogue=catalogue_text(market, ["google/gemini-flash-lite", "groq/llama-3.3-70b-versatile"])
        )
    )
    assert set(again.models()) == {*market.vendor_models("google/gemini-flash-lite"), "groq/llama-3.3-70b-versatile"}
    groups = {
        "google/gemini-flash-lite",
        "google/gemini-flash",
        "google/gemini",
        "google",
        "groq",
        "meta",
        "meta/llama",
    }
    assert set(again.ids()) - set(again.models()) == groups
    assert names(again, again.ids()) == names(market, again.ids())


def test_rates_are_read_back_exactly(tmp_path: Path) -> None:
    bank = ExchangeRates.load()
    again = ExchangeRates.beside(read_back(tmp_path, rates=rates_text(bank, [date(2024, 5, 18)])))
    for currency in ("USD", "CNY", "JPY"):
        before, after = (rates.convert(Decimal(7), currency, "EUR", date(2024, 5, 18)) for rates in (bank, again))
        assert before is not None
        assert after is not None
        assert (after.amount, after.rate, after.day) == (before.amount, before.rate, date(2024, 5, 17))


@pytest.mark.parametrize("arguments", [["catalogue", "nobody/nothing"], ["rates", "1990-01-01"], ["rates", "x"]])
def test_what_is_not_there_is_refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    shown = capsys.readouterr()
    assert not shown.out
    assert shown.err


def test_the_command_writes_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rates", "2024-05-16"]) == 0
    assert "  - {date: 2024-05-16, currency: CNY, rate: 7.843}\n" in capsys.readouterr().out
