"""Newer prices and rates are fetched from a server, checked, kept, and taken over; what is wrong changes nothing."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from bot.engine import Engine
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.exchange import ExchangeRates
from bot.knowledge.load import load_knowledge
from bot.live.daily_rates import LEAST_CURRENCIES, read_daily
from bot.live.errors import RefreshError
from bot.live.refreshing import CATALOGUE, RATES, Refresher
from bot.quantities import ONE
from bot.settings import Refresh
from tests.waiting import eventually

TODAY = datetime.now(UTC).date()
CODES = ("USD", "CNY", "HKD", "GBP", "JPY", "AUD", "BRL", "CAD", "CHF", "CZK", "DKK", "HUF", "IDR", "ILS", "INR", "ISK",
         "KRW", "MXN", "MYR", "NOK", "NZD", "PHP")  # fmt: skip

Answer = Callable[[], web.StreamResponse]


def rates_xml(day: date, changed: dict[str, str] | None = None, codes: tuple[str, ...] = CODES) -> str:
    """A daily file in which all currencies are what they were last, but those changed."""
    packaged = ExchangeRates.load()
    rates = {}
    for code in codes:
        known = packaged.convert(ONE, "EUR", code, day)
        rates[code] = f"{known.amount:.6f}" if known is not None else "1.5"
    cubes = "".join(f"<Cube currency='{code}' rate='{rate}'/>" for code, rate in {**rates, **(changed or {})}.items())
    return (
        "<?xml version='1.0'?><gesmes:Envelope xmlns:gesmes='g' xmlns='e'><gesmes:subject>Rates</gesmes:subject>"
        f"<Cube><Cube time='{day}'>{cubes}</Cube></Cube></gesmes:Envelope>"
    )


def price_of(amount: float) -> dict[str, Any]:
    return {"input_mtok": amount, "output_mtok": 2 * amount}


def providers(prices: dict[str, float], day: date = TODAY) -> list[dict[str, Any]]:
    """A maker's list, and that of a seller whose changes are observed, the last on a day; in the form of the file."""
    return [
        {"id": "openai", "name": "OpenAI", "api_pattern": "openai", "models": _models("", prices, day)},
        {"id": "openrouter", "name": "Router", "api_pattern": "router", "models": _models("openai/", prices, day)},
    ]


def _models(before: str, prices: dict[str, float], day: date) -> list[dict[str, Any]]:
    from_day = {"type": "start_date", "start_date": str(day)}
    return [
        {
            "id": f"{before}{name}",
            "match": {"equals": f"{before}{name}"},
            "prices": [{"prices": price_of(1)}, {"constraint": from_day, "prices": price_of(amount)}],
        }
        for name, amount in prices.items()
    ]


class Shop:
    """A server of both files."""

    def __init__(self) -> None:
        self.answers: dict[str, Callable[[], web.Response]] = {}
        self.port = 0

    def url(self, name: str) -> str:
        return f"http://127.0.0.1:{self.port}/{name}"

    def serve(self, name: str, text: str | bytes, status: int = 200) -> None:
        body = text.encode() if isinstance(text, str) else text
        self.answers[name] = lambda: web.Response(body=body, status=status)

    async def handle(self, request: web.Request) -> web.Response:
        name = request.match_info["name"]
        if name == "slow":
            await asyncio.sleep(30)
        return self.answers.get(name, lambda: web.Response(status=404))()


@pytest.fixture
async def shop() -> AsyncIterator[Shop]:
    made = Shop()
    app = web.Application()
    app.router.add_get("/{name}", made.handle)
    runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    made.port = runner.addresses[0][1]
    yield made
    await runner.cleanup()


@pytest.fixture
def engine(folder: Path) -> Engine:
    """Beside what the packages bring, and a catalogue of one seller."""
    return Engine(load_knowledge(folder), catalogue_of({"gpt-4o": 2.5, "gpt-4o-mini": 0.15}), ExchangeRates.load())


def catalogue_of(prices: dict[str, float], day: date = TODAY - timedelta(days=9)) -> Catalogue:
    from genai_prices.types import _providers_from_raw

    read = _providers_from_raw(providers(prices, day))
    return Catalogue.load(lambda: read)


def refresher(engine: Engine, shop: Shop, folder: Path, prices: str = "prices", rates: str = "rates") -> Refresher:
    settings = Refresh(True, True, shop.url(prices), shop.url(rates))
    return Refresher(engine, settings, folder / "state", seconds=0.5)


async def refusal(made: Refresher, name: str) -> str:
    """Why what the server has of a name is not taken."""
    assert not await made.refresh(name)
    return next(item.wrong for item in made.beside() if item.name == name)


def euro_in(engine: Engine, currency: str) -> Decimal:
    found = engine.exchange.convert(ONE, "EUR", currency, TODAY)
    assert found is not None
    return found.amount


def cost(engine: Engine, model: str) -> list[Decimal]:
    return [price.amount for price in engine.catalogue.prices_on(model, TODAY)]


async def test_newer_rates_are_taken_kept_and_known_after_a_restart(
    engine: Engine, shop: Shop, tmp_path: Path, folder: Path
) -> None:
    shop.serve("rates", rates_xml(TODAY, {"USD": "1.2345"}))
    assert await refresher(engine, shop, tmp_path).refresh(RATES)
    assert euro_in(engine, "USD") == Decimal("1.2345")
    source = engine.exchange.source()
    assert source is not None
    assert source.date == TODAY
    before = engine.exchange.convert(ONE, "EUR", "USD", date(2024, 5, 15))
    assert before is not None
    assert before.day == date(2024, 5, 15)

    again = Engine(load_knowledge(folder), engine.catalogue, ExchangeRates.load())
    refresher(again, shop, tmp_path).restore()
    assert euro_in(again, "USD") == Decimal("1.2345")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("<html>not found</html>", "not of one day"),
        ("{}", "no XML"),
        (rates_xml(TODAY + timedelta(days=9)), "still to come"),
        (rates_xml(TODAY, {"USD": "9.9"}), "USD is"),
        (rates_xml(TODAY, {"USD": "0"}), "lacks rates"),
        (rates_xml(TODAY, {"USD": "1e9"}), "lacks rates"),
        (rates_xml(TODAY, {"USD": "-1"}), "lacks rates"),
        (rates_xml(TODAY, codes=CODES[: LEAST_CURRENCIES - 1]), "lacks rates"),
        (rates_xml(TODAY).replace(str(TODAY), "2026-13-01"), "not of one day"),
        (rates_xml(TODAY)[:-40], "no XML"),
        ("<!DOCTYPE a [<!ENTITY b 'cc'>]>" + rates_xml(TODAY).partition("?>")[2], "declares"),
        ("x" * (1024 * 1024 + 1), "larger than"),
    ],
)
async def test_rates_that_cannot_be_used_change_nothing(
    engine: Engine, shop: Shop, tmp_path: Path, text: str, why: str
) -> None:
    shop.serve("rates", text)
    before = engine.exchange
    assert why in await refusal(refresher(engine, shop, tmp_path), RATES)
    assert engine.exchange is before
    assert not (tmp_path / "state" / "rates.csv").exists()


async def test_newer_prices_are_taken_kept_and_known_after_a_restart(
    engine: Engine, shop: Shop, tmp_path: Path, folder: Path
) -> None:
    shop.serve("prices", json.dumps(providers({"gpt-4o": 2, "gpt-4o-mini": 0.1, "gpt-9": 7})))
    assert await refresher(engine, shop, tmp_path).refresh(CATALOGUE)
    assert Decimal(7) in cost(engine, "openai/gpt-9")
    source = engine.catalogue.source()
    assert source is not None
    assert source.date == TODAY

    again = Engine(load_knowledge(folder), catalogue_of({"gpt-4o": 2.5}), ExchangeRates.load())
    refresher(again, shop, tmp_path).restore()
    assert Decimal(7) in cost(again, "openai/gpt-9")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[", "no list of prices"),
        ("[" * 100_000, "no list of prices"),
        ('{"a": 1}', "no list of prices"),
        ('[{"id": "x"}]', "no list of prices"),
        ("[]", "no prices"),
        (json.dumps(providers({"gpt-9": 7})), "of 2 models"),
        (json.dumps(providers({"gpt-4o": 7, "gpt-4o-mini": 1}, TODAY - timedelta(days=30))), "older"),
    ],
)
async def test_prices_that_cannot_be_used_change_nothing(
    engine: Engine, shop: Shop, tmp_path: Path, text: str, why: str
) -> None:
    shop.serve("prices", text)
    before = engine.catalogue
    assert why in await refusal(refresher(engine, shop, tmp_path), CATALOGUE)
    assert engine.catalogue is before


@pytest.mark.parametrize(("address", "why"), [("none", "status 404"), ("slow", "within")])
async def test_a_server_that_refuses_or_hangs_changes_nothing(
    engine: Engine, shop: Shop, tmp_path: Path, address: str, why: str
) -> None:
    made = refresher(engine, shop, tmp_path, rates=address)
    assert why in await refusal(made, RATES)


async def test_nobody_there_changes_nothing_and_names_no_address(engine: Engine, tmp_path: Path) -> None:
    made = Refresher(engine, Refresh(rates=True, rates_url="http://u:secret@127.0.0.1:9/x"), tmp_path)
    wrong = await refusal(made, RATES)
    assert wrong
    assert "secret" not in wrong


async def test_after_a_failure_the_next_good_one_is_taken(engine: Engine, shop: Shop, tmp_path: Path) -> None:
    settings = Refresh(rates=True, rates_url=shop.url("rates"))
    made = Refresher(engine, settings, tmp_path / "state", every=0.05, again=0.05)
    running = asyncio.create_task(made.run())
    await eventually(lambda: any(item.wrong for item in made.beside()))
    shop.serve("rates", rates_xml(TODAY, {"USD": "1.2222"}))
    await eventually(lambda: not any(item.wrong for item in made.beside()))
    assert euro_in(engine, "USD") == Decimal("1.2222")
    running.cancel()
    await asyncio.wait({running})


async def test_what_was_kept_and_is_damaged_is_left_out(engine: Engine, shop: Shop, tmp_path: Path) -> None:
    state = tmp_path / "state"
    state.mkdir()
    (state / "rates.csv").write_bytes(b"Date,USD\nyesterday,\xff\n")
    (state / "prices.json").write_text("[", "utf-8")
    before = engine.exchange, engine.catalogue
    refresher(engine, shop, tmp_path).restore()
    assert (engine.exchange, engine.catalogue) == before


async def test_a_folder_that_cannot_be_written_loses_nothing_but_the_restart(
    engine: Engine, shop: Shop, tmp_path: Path
) -> None:
    (tmp_path / "state").write_text("a file", "utf-8")
    shop.serve("rates", rates_xml(TODAY, {"USD": "1.2345"}))
    assert await refresher(engine, shop, tmp_path).refresh(RATES)
    assert euro_in(engine, "USD") == Decimal("1.2345")


async def test_what_may_not_be_refreshed_is_not(engine: Engine, tmp_path: Path) -> None:
    await Refresher(engine, Refresh(), tmp_path).run()
    assert not (tmp_path / "rates.csv").exists()


def test_the_banks_own_form_is_read() -> None:
    with pytest.raises(RefreshError):
        read_daily(b"")
    found = read_daily(rates_xml(date(2026, 11, 27), {"USD": "1.1583"}).encode())
    assert (found.day, found.rates["USD"]) == (date(2026, 11, 27), "1.1583")
