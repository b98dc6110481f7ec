"""Price lists of others, read by a mapping."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.price_entries import Side
from bot.maintain.compare.lists import PriceList, read_list
from bot.maintain.compare.mapping import ListError, amount, charged, read_mapping

CSV = """\
Model,Vendor,In,Out,Batch in,Long in
Xinghe Max,Xinghe,$4.00,12,2,8
Lite,,"1,200.5",-,,
,,1,1,,
Wrong,,about 3,1,,
Free,,0,0,,
"""
COLUMNS = (
    "model=Model",
    "seller=Vendor",
    "input=In",
    "output=Out",
    "batch input=Batch in",
    "input above 200000=Long in",
)


def read(folder: Path, name: str, content: str, mapping: str | None = None, *columns: str, **options: str) -> PriceList:
    file = folder / name
    file.write_text(content, "utf-8")
    told = None
    if mapping is not None:
        told = folder / "map.yaml"
        told.write_text(mapping, "utf-8")
    return read_list(file, read_mapping(told, options, columns))


def rows(found: PriceList) -> list[tuple[str, str | None, dict[str, str]]]:
    """Model, seller and, by what is charged, amount and currency."""
    listed = []
    for row in found.rows:
        prices = {}
        for what, price in row.prices.items():
            tier = what.conditions.input_tokens
            words = (
                what.conditions.mode,
                what.conditions.window,
                what.side or "amount",
                f"above {tier.low}" if tier is not None else None,
            )
            prices[" ".join(filter(None, words))] = f"{price.amount.normalize():f} {price.currency}"
        listed.append((row.model, row.seller, prices))
    return listed


def test_a_table(tmp_path: Path) -> None:
    found = read(tmp_path, "list.csv", CSV, None, *COLUMNS, currency="usd")
    assert rows(found) == [
        ("Xinghe Max", "Xinghe", {
            "input": "4 USD", "output": "12 USD", "batch input": "2 USD", "input above 200000": "8 USD",
        }),
        ("Lite", None, {"input": "1200.5 USD"}),
        ("Free", None, {"input": "0 USD", "output": "0 USD"}),
    ]  # fmt: skip
    assert found.complaints == ("4: `In`: `about 3` is no amount",)


def test_a_table_with_semicolons_and_a_mark(tmp_path: Path) -> None:
    text = "\ufeffname;per;cur;price\nA;1K;CNY;0.5\nB;;;2\nC;0;EUR;1\nD;1M;yuan;1\n"
    columns = ("model=name", "per=per", "currency=cur", "amount=price")
    found = read(tmp_path, "list.csv", text, None, *columns, currency="USD", per="1000000", seller="x")
    assert rows(found) == [("A", "x", {"amount": "500 CNY"}), ("B", "x", {"amount": "2 USD"})]
    assert found.complaints == ("3: a price for 0 tokens", "4: `yuan` is no currency code such as USD")


LITELLM = """\
{"deepseek/deepseek-chat": {"input_cost_per_token": 1.4e-07, "output_cost_per_token": 2.8E-7, "litellm_provider": "deepseek"},
 "sample_spec": {"mode": "one of chat, embedding"}}
"""
LITELLM_MAP = """\
rows: "*"
currency: USD
per: 1
columns: {model: "@1", seller: litellm_provider, input: input_cost_per_token, output: output_cost_per_token}
"""
OPENROUTER = """\
{"data": [{"id": "z-ai/glm-5", "pricing": {"prompt": "0.0000006", "completion": "0.0000022", "request": "0"}},
          {"id": "openrouter/auto", "pricing": {"prompt": "-1", "completion": "-1"}}]}
"""
OPENROUTER_MAP = """\
rows: data
seller: openrouter
currency: USD
per: 1
columns: {model: id, input: pricing.prompt, output: pricing.completion}
"""
MODELS_DEV = """\
{"zhipuai": {"models": {"glm-5.1": {"cost": {"input": 1, "output": 3.2, "cache_read": 0.2}}}}, "other": {}}
"""
MODELS_DEV_MAP = """\
rows: "*.models.*"
currency: USD
columns: {seller: "@1", model: "@2", input: cost.input, output: cost.output, cached_input: cost.cache_read}
"""


@pytest.mark.parametrize(
    ("text", "mapping", "expected", "complaints"),
    [
        (
            LITELLM,
            LITELLM_MAP,
            [("deepseek/deepseek-chat", "deepseek", {"input": "0.14 USD", "output": "0.28 USD"})],
            0,
        ),
        (OPENROUTER, OPENROUTER_MAP, [("z-ai/glm-5", "openrouter", {"input": "0.6 USD", "output": "2.2 USD"})], 1),
        (
            MODELS_DEV,
            MODELS_DEV_MAP,
            [("glm-5.1", "zhipuai", {"input": "1 USD", "output": "3.2 USD", "cached_input": "0.2 USD"})],
            0,
        ),
        (
            '[{"m": "a.b", "p.x": 1}]',
            "{currency: USD, columns: {model: m, input: p.x}}",
            [("a.b", None, {"input": "1 USD"})],
            0,
        ),
    ],
)
def test_lists_as_they_are_published(
    tmp_path: Path, text: str, mapping: str, expected: list[Any], complaints: int
) -> None:
    found = read(tmp_path, "list.json", text, mapping)
    assert rows(found) == expected
    assert len(found.complaints) == complaints


MAP = "{currency: USD, columns: {model: Model, input: In}}"


@pytest.mark.parametrize(
    ("name", "content", "mapping", "said"),
    [
        ("a.csv", "x,y\n1,2\n", MAP, "has no column `Model`; it has x, y"),
        ("a.csv", "", MAP, "has no column `Model`"),
        ("a.csv", "Model,In\n,\n", MAP, "has no rows with a model and a price"),
        ("a.json", "{", MAP, "is no JSON"),
        ("a.json", "[" * 100_000, MAP, "is no JSON"),
        ("a.json", '{"a": 1}', MAP, "has no rows with a model and a price"),
        ("a.csv", "Model,In\na,1\n", "{currency: USD, columns: {input: In}}", "no column for `model`"),
        ("a.csv", "Model,In\na,1\n", "{currency: USD, columns: {model: Model}}", "no column of a price"),
        ("a.csv", "Model,In\na,1\n", "{columns: {model: Model, input: In}}", "no currency"),
        (
            "a.csv",
            "Model,In\na,1\n",
            "{currency: USD, per: 0, columns: {model: Model, input: In}}",
            "is no number of tokens",
        ),
        (
            "a.csv",
            "Model,In\na,1\n",
            "{currency: USD, columns: {model: Model, inputs: In}}",
            "`inputs` is none of amount, input",
        ),
        ("a.csv", "Model,In\na,1\n", "{currency: USD, columns: {model: Model, batch: In}}", "names no side"),
        ("a.csv", "Model,In\na,1\n", "{currency: USD, colums: {model: Model}}", "unknown key colums"),
        (
            "a.csv",
            "Model,In\na,1\n",
            "{currency: USD, format: xml, columns: {model: Model, input: In}}",
            "is none of csv, json",
        ),
        ("a.csv", "Model,In\na,1\n", "[1]", "is no mapping"),
        ("a.csv", "Model,In\na,1\n", "{columns: [1]}", "columns: is no mapping"),
        ("a.csv", "Model,In\na,1\n", "{currency: [USD]}", "currency: is no text"),
        ("a.csv", "Model,In\na,1\n", "a: [", "map.yaml:"),
    ],
)
def test_what_cannot_be_used(tmp_path: Path, name: str, content: str, mapping: str, said: str) -> None:
    with pytest.raises(ListError) as error:
        read(tmp_path, name, content, mapping)
    assert said in str(error.value)
    assert str(error.value).isprintable()


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ListError, match="cannot be read"):
        read_mapping(tmp_path / "gone.yaml", {}, ())
    with pytest.raises(ListError, match="write WHAT=COLUMN"):
        read_mapping(None, {"currency": "USD"}, ["input"])
    mapping = read_mapping(None, {"currency": "USD"}, ["model=m", "input=i"])
    with pytest.raises(ListError, match="cannot be read"):
        read_list(tmp_path / "gone.csv", mapping)
    (tmp_path / "latin.csv").write_bytes(b"m,i\n\xe9,1\n")
    with pytest.raises(ListError, match="is not in UTF-8"):
        read_list(tmp_path / "latin.csv", mapping)


def test_options_go_over_the_file(tmp_path: Path) -> None:
    found = read(tmp_path, "a.csv", "Model,In,Better\na,1,2\n", MAP, "input=Better", currency="CNY", per="1K")
    assert rows(found) == [("a", None, {"input": "2000 CNY"})]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1", "1"), ("$1,200.50", "1200.50"), ("¥ 3", "3"), ("1e-06", "0.000001"), ("2M", "2000000"), ("1k", "1000"),
        (".5", "0.5"), ("1_000", "1000"), ("", None), ("-1", None), ("abc", None), ("1e999999999", None), ("NaN", None),
        ("Infinity", None), ("1" * 50, None), ("１", None), ("1.2.3", None), ("k", None), ("1e-31", None),
    ],
)  # fmt: skip
def test_amounts_as_lists_write_them(text: str, value: str | None) -> None:
    assert amount(text) == (None if value is None else Decimal(value))


@given(st.text(max_size=60))
def test_no_text_is_too_odd_for_an_amount(text: str) -> None:
    found = amount(text)
    assert found is None or (found >= 0 and found.is_finite())


@given(st.decimals(0, 10**9, allow_nan=False, allow_infinity=False, places=6))
def test_an_amount_is_read_exactly(value: Decimal) -> None:
    assert amount(f"{value:f}") == value == amount(f"${value:,f}")


def test_what_words_before_a_column_mean() -> None:
    found = charged("batch off-peak output above 32K")
    assert (found.side, found.conditions.mode, found.conditions.window) == (Side.OUTPUT, "batch", "off-peak")
    assert found.conditions.input_tokens is not None and found.conditions.input_tokens.low == 32_000
    assert charged("amount").side is None
