"""The wider catalogue: whose price counts, from when it is known, and what people call the models."""

from __future__ import annotations

import logging
import re
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest
from genai_prices.data import providers as packaged
from genai_prices.types import (
    ClauseEquals,
    ClauseOr,
    ConditionalPrice,
    ModelInfo,
    ModelPrice,
    Provider,
    StartDateConstraint,
    Tier,
    TieredPrices,
    TimeOfDateConstraint,
)
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.catalogue import Catalogue, checked_on
from bot.knowledge.catalogue_models import words_of
from bot.knowledge.catalogue_names import MAX_NAME_LENGTH, is_weak
from bot.knowledge.entries import EntryKind, NameKind
from bot.knowledge.price_entries import Basis, Price, Side
from bot.text import normal_form

CATALOGUE = Catalogue.load()
NAMES = {name.text: name for name in CATALOGUE.names()}
CHECKED = checked_on(packaged)

SEEN = date(2026, 3, 1)
"""The day that the made-up catalogues below were last checked."""


def model(model_id: str, prices: ModelPrice | list[ConditionalPrice], name: str | None = None) -> ModelInfo:
    return ModelInfo(id=model_id, match=ClauseEquals(equals=model_id), name=name, prices=prices)


def flat(amount: str) -> ModelPrice:
    return ModelPrice(input_mtok=Decimal(amount), output_mtok=Decimal(amount) * 2)


def seller(provider_id: str, *models: ModelInfo) -> Provider:
    return Provider(id=provider_id, name=provider_id.title(), api_pattern="", models=list(models))


def from_day(day: date, prices: ModelPrice) -> ConditionalPrice:
    return ConditionalPrice(StartDateConstraint(start_date=day), prices=prices)


CLOCK = seller("openrouter", model("nobody/clock", [ConditionalPrice(prices=flat("1")), from_day(SEEN, flat("2"))]))


def catalogue(*providers: Provider) -> Catalogue:
    return Catalogue.load(lambda: [*providers, CLOCK])


def amounts(prices: Sequence[Price]) -> dict[Side | None, Decimal]:
    return {price.side: price.amount for price in prices}


# The package as it is


@pytest.mark.parametrize(
    ("text", "identity"),
    [
        *((text, "openai/gpt-4o") for text in ("gpt-4o", "gpt 4o", "gpt4o", "4o", "gpt-4o-2024-08-06")),
        *(
            (text, "openai/gpt-4o-mini")
            for text in ("gpt 4o mini", "gpt4o mini", "gpt-4o-mini", "4o mini", "gpt4omini")
        ),
        ("gpt-4o-2024-05-13", "openai/gpt-4o-2024-05-13"),
        ("o1", "openai/o1"),
        ("o3 mini", "openai/o3-mini"),
        *((text, "anthropic/claude-sonnet-4-0") for text in ("claude sonnet 4", "claude 4 sonnet", "sonnet 4")),
        *(
            (text, "anthropic/claude-3-5-sonnet")
            for text in (
                "claude 3.5 sonnet",
                "claude sonnet 3.5",
                "claude-3-5-sonnet",
                "claude-3.5-sonnet",
                "3.5 sonnet",
            )
        ),
        ("sonnet 3.7", "anthropic/claude-3-7-sonnet-latest"),
        ("gemini 2.5 pro", "google/gemini-2.5-pro"),
        ("gemini 2.5 flash-lite", "google/gemini-2.5-flash-lite"),
        ("composer 2.5", "cursor/composer-2.5"),
        ("gemini 3 pro", "google/gemini-3-pro-preview"),
        ("deepseek chat", "deepseek/deepseek-chat"),
        ("deepseek v3", "deepseek/deepseek-chat"),
        ("deepseek r1", "deepseek/deepseek-reasoner"),
        ("grok 4", "x-ai/grok-4-0709"),
        ("mistral large 3", "mistral/mistral-large-2512"),
        ("llama 3.3 70b", "groq/llama-3.3-70b-versatile"),
        ("llama3.3 70b", "groq/llama-3.3-70b-versatile"),
        ("llama 4 maverick", "groq/llama-4-maverick-17b-128e-instruct"),
        ("command r plus", "cohere/command-r-plus"),
        ("nova pro", "aws/nova-pro"),
        ("phi 4", "azure/phi-4"),
    ],
)
def test_an_everyday_name_leads_to_the_model(text: str, identity: str) -> None:
    assert NAMES[text].id == identity


@pytest.mark.parametrize(
    ("text", "identity"),
    [
        ("gpt", "openai/gpt"),
        ("chatgpt", "openai/gpt"),
        ("claude", "anthropic/claude"),
        ("opus", "anthropic/claude-opus"),
        ("gemini", "google/gemini"),
        ("gemini pro", "google/gemini-pro"),
        ("gemini-flash", "google/gemini-flash"),
        ("grok", "x-ai/grok"),
        ("mistral large", "mistral/large"),
        ("mistrallarge", "mistral/large"),
        ("llama", "meta/llama"),
        ("llama 3.1", "meta/llama"),
        ("千问", "alibaba/qwen"),
        ("command", "cohere/command-family"),
    ],
)
def test_a_line_s_name_leads_to_the_line_and_never_to_one_of_its_models(text: str, identity: str) -> None:
    assert NAMES[text].id == identity
    entry = CATALOGUE.entry(identity)
    assert entry is not None
    assert entry.kind is EntryKind.PRODUCT
    assert len(CATALOGUE.vendor_models(identity)) > 1
    assert CATALOGUE.prices(identity) == ()


@pytest.mark.parametrize("text", ["深度求索", "deepseek", "openai", "谷歌", "月之暗面", "微软", "groq", "openrouter"])
def test_a_vendor_s_name_leads_to_a_vendor_with_models(text: str) -> None:
    entry = CATALOGUE.entry(NAMES[text].id)
    assert entry is not None
    assert entry.kind is EntryKind.VENDOR
    assert CATALOGUE.vendor_models(entry.id)


@pytest.mark.parametrize(
    "text",
    [
        *("o1", "o3", "4o", "grok", "nova", "command", "phi", "titan", "opus", "haiku", "sonnet", "flash", "claude"),
        *("gemini", "llama", "kimi", "mistral", "meta", "google", "sonar", "together ai"),
        *("sonnet 4", "nova pro", "command r"),
    ],
)
def test_an_everyday_word_is_weak(text: str) -> None:
    assert NAMES[text].weak


@pytest.mark.parametrize(
    "text", ["gpt", "gpt-4o", "o3-mini", "4o mini", "sonnet 3.7", "deepseek", "grok 4", "gemini pro"]
)
def test_what_can_only_be_a_model_is_not_weak(text: str) -> None:
    assert not NAMES[text].weak


def test_the_everyday_words_that_resellers_take_as_names_are_no_names() -> None:
    assert not NAMES.keys() & {"extract", "summarize", "router", "ada", "moderation", "weaver", "glimpse", "chat"}


def test_every_name_is_in_normal_form_leads_to_an_entry_and_stands_once() -> None:
    assert 3_000 < len(NAMES) < 12_000
    assert len(NAMES) == len(CATALOGUE.names())
    for name in CATALOGUE.names():
        assert name.text == normal_form(name.text).strip()
        assert len(name.text) <= MAX_NAME_LENGTH
        assert name.kind is NameKind.ENTRY
        assert CATALOGUE.entry(name.id) is not None


def test_every_entry_is_well_formed() -> None:
    assert len(CATALOGUE.models()) > 500
    for identity in CATALOGUE.models():
        entry = CATALOGUE.entry(identity)
        assert entry is not None
        assert re.fullmatch(r"[a-z0-9.-]+/[a-z0-9.-]+", identity)
        assert (entry.id, entry.kind, entry.curated) == (identity, EntryKind.MODEL, False)
        assert entry.note is not None
        assert entry.vendor is not None
        assert identity in CATALOGUE.vendor_models(entry.vendor)
        assert entry.parent is not None
        assert CATALOGUE.entry(entry.parent) is not None


def test_every_id_has_an_entry_models_lines_and_vendors_alike() -> None:
    assert set(CATALOGUE.models()) < set(CATALOGUE.ids())
    assert {"openai/gpt", "openai", "groq"} < set(CATALOGUE.ids())
    assert all(CATALOGUE.entry(identity) for identity in CATALOGUE.ids())


def test_every_price_is_an_exact_one_in_usd_for_a_million_tokens() -> None:
    for identity in CATALOGUE.models():
        assert CATALOGUE.book.prices[identity]
        for price in CATALOGUE.prices(identity):
            assert isinstance(price.amount, Decimal)
            assert (price.currency, price.per, price.source) == ("USD", Decimal(1_000_000), "genai-prices")
            assert price.free is (price.amount == 0)
            assert price.until is None or price.since < price.until


def test_today_s_price_is_the_one_that_the_package_itself_works_out() -> None:
    sold = {provider.id: provider for provider in packaged}
    now = datetime.combine(CHECKED, time(23, 0), tzinfo=UTC)
    compared = 0
    for vendor in ("openai", "anthropic", "x-ai", "cohere"):
        theirs = {entry.id: entry for entry in sold[vendor].models}
        for identity in CATALOGUE.vendor_models(vendor):
            if not (native := theirs.get(identity.removeprefix(f"{vendor}/"))):
                continue
            stored = vars(native.get_prices(now)).get("input_mtok")
            expected = stored.base if isinstance(stored, TieredPrices) else stored
            assert amounts(CATALOGUE.prices_on(identity, CHECKED)).get(Side.INPUT) == expected
            compared += 1
    assert compared > 100


def test_vendors_whose_list_is_converted_from_cny_are_left_out() -> None:
    assert not [identity for identity in CATALOGUE.models() if identity.startswith("zhipuai/")]
    assert CATALOGUE.entry("minimax/minimax-m2") is None
    assert CATALOGUE.entry("minimax/minimax-m2.1-highspeed") is None
    assert CATALOGUE.entry("minimax/minimax-m3") is not None


def test_what_its_maker_sells_is_not_also_a_reseller_s() -> None:
    for identity in CATALOGUE.models():
        assert re.match(r"(openai|anthropic|google|x-ai)/", identity) or not re.search(
            r"/(gpt-[345]|claude|gemini|grok|o1|o3)", identity
        )


def test_the_note_says_whose_price_it_is() -> None:
    own, resold = CATALOGUE.entry("openai/gpt-4o"), CATALOGUE.entry("groq/llama-3.3-70b-versatile")
    assert own is not None
    assert own.note is not None
    assert own.note.zh.startswith("OpenAI 自己的")
    assert resold is not None
    assert resold.note is not None
    assert "Groq" in resold.note.zh
    assert "，不是 Meta 自己的价" in resold.note.zh
    assert (resold.vendor, resold.parent) == ("meta", "meta/llama")


def test_a_price_that_a_maker_s_list_took_from_another_seller_is_not_the_maker_s() -> None:
    assert CATALOGUE.entry("openai/gpt-oss-120b") is None
    assert NAMES["gpt-oss-120b"].id.partition("/")[0] not in ("openai", "zhipuai")


def test_a_cut_is_known_by_its_day() -> None:
    before, after = (CATALOGUE.prices_on("openai/o3", day) for day in (date(2025, 6, 9), date(2025, 6, 10)))
    assert amounts(before)[Side.INPUT] == 10
    assert amounts(after)[Side.INPUT] == 2


def test_the_source_names_the_catalogue_and_its_day() -> None:
    source = CATALOGUE.source()
    assert source is not None
    assert (source.id, source.date) == ("genai-prices", CHECKED)
    assert date(2026, 1, 1) < CHECKED


@given(st.sampled_from(CATALOGUE.models()), st.dates())
def test_on_any_day_there_is_at_most_one_price_a_side(identity: str, day: date) -> None:
    held = CATALOGUE.prices_on(identity, day)
    assert len({price.side for price in held}) == len(held)
    assert all(price.early or price.holds_on(day) for price in held)


# From when a price is known


def test_an_undated_price_holds_on_the_day_of_the_catalogue_and_since_when_is_not_known() -> None:
    one = catalogue(seller("openai", model("gpt-x1", flat("3"))))
    for price in one.prices("openai/gpt-x1"):
        assert (price.basis, price.since, price.checked, price.until) == (Basis.UNDATED, SEEN, SEEN, None)
    assert amounts(one.prices_on("openai/gpt-x1", SEEN)) == {Side.INPUT: 3, Side.OUTPUT: 6}
    assert amounts(one.prices_on("openai/gpt-x1", date(2030, 1, 1))) == {Side.INPUT: 3, Side.OUTPUT: 6}
    assert all(price.early for price in one.prices_on("openai/gpt-x1", SEEN - timedelta(days=1)))
    assert one.prices_on("openai/gpt-x1", date(2020, 1, 1)) == ()


def test_the_first_price_holds_before_the_change_that_follows_it() -> None:
    change = date(2026, 1, 15)
    one = catalogue(
        seller("openai", model("gpt-x1", [ConditionalPrice(prices=flat("3")), from_day(change, flat("1"))]))
    )
    for days in (1, 2, 60):
        assert amounts(one.prices_on("openai/gpt-x1", change - timedelta(days=days)))[Side.INPUT] == 3
    assert amounts(one.prices_on("openai/gpt-x1", change))[Side.INPUT] == 1
    first = one.prices("openai/gpt-x1")[0]
    assert (first.basis, first.until, first.checked) == (Basis.UNDATED, change, None)


def test_the_date_in_a_model_s_id_bounds_its_undated_price() -> None:
    one = catalogue(seller("openai", model("gpt-x1-2025-03-04", flat("3"))))
    assert one.prices_on("openai/gpt-x1-2025-03-04", date(2025, 3, 3)) == ()
    assert one.prices_on("openai/gpt-x1-2025-03-04", date(2025, 3, 4))


def test_a_price_announced_ahead_holds_from_its_day_only() -> None:
    change = SEEN + timedelta(days=100)
    one = catalogue(
        seller("openai", model("gpt-x1", [ConditionalPrice(prices=flat("3")), from_day(change, flat("1"))]))
    )
    assert amounts(one.prices_on("openai/gpt-x1", change - timedelta(days=1)))[Side.INPUT] == 3
    assert amounts(one.prices_on("openai/gpt-x1", change))[Side.INPUT] == 1
    source = one.source()
    assert source is not None
    assert source.date == SEEN


def test_a_step_that_repeats_a_price_dates_it() -> None:
    repeated = date(2026, 1, 15)
    prices = [ConditionalPrice(prices=flat("3")), from_day(repeated, flat("3"))]
    one = catalogue(seller("openai", model("gpt-x1", prices)))
    assert [(price.since, price.until) for price in one.prices("openai/gpt-x1")] == [
        (repeated - timedelta(days=1), None)
    ] * 2


def test_a_price_dated_from_the_start_is_not_known_before() -> None:
    one = catalogue(seller("openai", model("gpt-x1", [from_day(date(2026, 1, 15), flat("3"))])))
    assert one.prices_on("openai/gpt-x1", date(2026, 1, 14)) == ()
    assert len(one.prices_on("openai/gpt-x1", date(2026, 1, 15))) == 2


def test_the_catalogue_s_day_is_that_of_the_newest_change_seen() -> None:
    assert checked_on([CLOCK]) == SEEN
    assert checked_on([]) == date.today()


# What a price depends on


def test_a_long_input_is_said_in_the_note() -> None:
    tiered = TieredPrices(base=Decimal("0.2"), tiers=[Tier(start=200_000, price=Decimal("0.4"))])
    one = catalogue(seller("openai", model("gpt-x1", ModelPrice(input_mtok=tiered, output_mtok=Decimal(1)))))
    assert amounts(one.prices_on("openai/gpt-x1", SEEN))[Side.INPUT] == Decimal("0.2")
    entry = one.entry("openai/gpt-x1")
    assert entry is not None
    assert entry.note is not None
    assert "超过 200,000 tokens 时：输入 $0.4、输出 $1（每百万 tokens）" in entry.note.zh
    assert "above 200,000 input tokens in one request: input $0.4, output $1" in entry.note.en


@pytest.mark.parametrize(
    ("start", "end", "price", "note"),
    [
        pytest.param(time(1), time(4), "1", "01:00–04:00 UTC every day: input $2", id="a few hours differ"),
        pytest.param(time(22), time(2), "1", "22:00–02:00 UTC every day: input $2", id="over midnight"),
        pytest.param(time(0, 30), time(16, 30), "2", "16:30–00:30 UTC every day: input $1", id="most of the day"),
    ],
)
def test_the_price_of_most_hours_counts_and_the_other_is_said(start: time, end: time, price: str, note: str) -> None:
    window = ConditionalPrice(TimeOfDateConstraint(start_time=start, end_time=end), prices=flat("2"))
    one = catalogue(seller("deepseek", model("deepseek-x", [ConditionalPrice(prices=flat("1")), window])))
    assert amounts(one.prices_on("deepseek/deepseek-x", SEEN))[Side.INPUT] == Decimal(price)
    entry = one.entry("deepseek/deepseek-x")
    assert entry is not None
    assert entry.note is not None
    assert note in entry.note.en


def test_nothing_is_free_but_what_costs_nothing() -> None:
    one = catalogue(seller("google", model("gemma-x", ModelPrice(input_mtok=Decimal(0), output_mtok=Decimal("0.1")))))
    assert [price.free for price in one.prices_on("google/gemma-x", SEEN)] == [True, False]


# Whose price counts


def test_of_several_sellers_the_first_in_order_counts() -> None:
    offer = model("llama-9-70b-instruct", flat("1"))
    one = catalogue(seller("openrouter", model("meta-llama/llama-9-70b", flat("5"))), seller("groq", offer))
    assert [identity for identity in one.models() if "llama" in identity] == ["groq/llama-9-70b-instruct"]


def test_a_deprecated_offer_gives_way_to_another_seller_s() -> None:
    offer = model("llama-9-70b-instruct", flat("1"))
    offer.deprecated = True
    one = catalogue(seller("groq", offer), seller("novita", model("meta-llama/llama-9-70b", flat("5"))))
    assert [identity for identity in one.models() if "llama" in identity] == ["novita/llama-9-70b"]


def test_variants_that_are_no_models_are_left_out() -> None:
    unpriced = model("gpt-x1", ModelPrice())
    one = catalogue(
        seller("openai", unpriced, model("gpt-x2:batch", flat("1")), model("ft:gpt-x3", flat("1"))),
        seller("groq", model("llama-9-70b:free", flat("1")), model("~meta-llama/llama-latest", flat("1"))),
    )
    assert not one.vendor_models("openai")
    assert not one.vendor_models("groq")


def test_two_models_that_share_a_short_form_leave_it_to_their_line() -> None:
    one = catalogue(seller("groq", *(model(f"llama-9-{size}b", flat("1")) for size in (8, 70))))
    assert {name.text: name.id for name in one.names()}["llama 9"] == "meta/llama"


def test_a_short_form_of_models_that_nobody_here_knows_the_maker_of_is_no_name() -> None:
    one = catalogue(seller("groq", *(model(f"somebody/chatty-9-{size}b", flat("1")) for size in (8, 70))))
    names = {name.text: name.id for name in one.names()}
    assert names["chatty 9 8b"] == "groq/chatty-9-8b"
    assert "chatty 9" not in names


def test_other_ids_of_a_model_lead_to_it() -> None:
    known = model("grok-9-0101", flat("1"), name="Grok 9")
    known.match = ClauseOr(or_=[ClauseEquals(equals="grok-9-0101"), ClauseEquals(equals="grok-nine")])
    names = {name.text: name.id for name in catalogue(seller("x-ai", known)).names()}
    assert names["grok 9"] == names["grok-nine"] == names["grok-9-0101"] == "x-ai/grok-9-0101"


@pytest.mark.parametrize(
    ("slug", "words"),
    [
        ("claude-3-5-haiku-latest", ("claude", "3.5", "haiku")),
        ("claude-opus-4-0", ("claude", "opus", "4")),
        ("llama3-3-70b-instruct", ("llama", "3.3", "70b")),
        ("gpt-4o-2024-05-13", ("gpt", "4o", "2024-05-13")),
        ("gemini-1.0-pro", ("gemini", "1.0", "pro")),
        ("Qwen3 Coder 30B (free)", ("qwen", "3", "coder", "30b")),
        ("", ()),
    ],
)
def test_the_words_of_a_model_s_name(slug: str, words: tuple[str, ...]) -> None:
    assert words_of(slug) == words


@given(st.text())
def test_any_text_has_words_and_is_weak_or_not(text: str) -> None:
    assert all(words_of(text))
    assert is_weak(text) in (True, False)


# Without the package


@pytest.mark.parametrize("failure", [ImportError("no such package"), AttributeError("another shape"), OSError("disk")])
def test_without_the_package_the_catalogue_is_empty(failure: Exception, caplog: pytest.LogCaptureFixture) -> None:
    calls = 0

    def read() -> Sequence[Provider]:
        nonlocal calls
        calls += 1
        raise failure

    empty = Catalogue.load(read)
    assert calls == 0
    with caplog.at_level(logging.WARNING):
        assert empty.names() == ()
        assert empty.models() == ()
        assert empty.entry("openai/gpt-4o") is None
        assert empty.vendor_models("openai") == ()
        assert empty.prices_on("openai/gpt-4o", SEEN) == ()
        assert empty.source() is None
    assert calls == 1
    assert str(failure) in caplog.text


def test_a_package_of_another_shape_is_no_catalogue() -> None:
    broken = seller("openai", model("gpt-x1", flat("1")))
    del broken.models[0].prices
    assert Catalogue.load(lambda: [broken]).names() == ()


def test_the_package_is_not_imported_before_it_is_asked() -> None:
    code = (
        "import sys; from bot.knowledge.catalogue import Catalogue; from bot.knowledge.exchange import ExchangeRates;"
        "Catalogue.load(); ExchangeRates.load();"
        "sys.exit('genai_prices' in sys.modules or 'currency_converter' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
