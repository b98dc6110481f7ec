"""English."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Final

from babel.numbers import get_currency_name

from bot.answers import Remark
from bot.quantities import CALL, CHARACTER, COPY, DAY, PERCENT, TIMES, TOKEN, WORD
from bot.replies.figures import grouped, scaled, shortened
from bot.replies.phrases import Phrases

_STEPS: Final = ((Decimal(10) ** 12, " trillion"), (Decimal(10) ** 9, " billion"), (Decimal(10) ** 6, " million"))


def number(value: Decimal) -> str:
    """2 million, 10,000, about 33.33 million."""
    digits, word, rounded = scaled(value, _STEPS)
    return f"about {digits}{word}" if rounded else f"{digits}{word}"


def money(value: Decimal, currency: str) -> str:
    """0.0008 yuan, $12.50, about 3.2 euros."""
    if value >= 1_000_000:
        text = number(value)
    else:
        small, rounded = shortened(value)
        text = f"{'about ' if rounded else ''}{grouped(small)}"
    if currency == "USD":
        return f"about ${text.removeprefix('about ')}" if text.startswith("about ") else f"${text}"
    return f"{text} {_currency(currency, value == 1)}"


@lru_cache(maxsize=256)
def _currency(code: str, one: bool) -> str:
    return "yuan" if code == "CNY" else get_currency_name(code, count=1 if one else 2, locale="en")


PHRASES: Final = Phrases(
    number=number,
    money=money,
    units={
        TOKEN: "{n} tokens",
        CHARACTER: "{n} Chinese characters",
        WORD: "{n} English words",
        CALL: "{n} calls",
        COPY: "{n} copies",
        DAY: "{n} days",
        PERCENT: "{n}%",
        TIMES: "{n} times",
    },
    copies="{n} copies of {work}",
    at_least="at least {n}",
    at_most="at most {n}",
    between="{low} to {high}",
    about="about {n}",
    exact_figure=" ({n})",
    per="{money} per {per} tokens",
    per_names={Decimal(1000): "1,000", Decimal(1_000_000): "million"},
    free="free",
    sides={"input": "input", "output": "output", "cached_input": "cached input"},
    comma=", ",
    colon=": ",
    with_side="{name} ({side})",
    buys="{money} buys {amount} of {name}",
    buys_free="{name} is free: {money} is more than it takes",
    buys_several="{money} buys:",
    costs="{amount} with {name}: {money}",
    costs_free="{name} is free: {amount} cost nothing",
    costs_several="{amount} cost:",
    priced="{name}: {price}",
    price_free="{name} is free",
    priced_several="Prices:",
    cheaper="{name} is cheaper{differences}",
    dearer="{name} is dearer{differences}",
    same_price="{names} cost the same",
    difference_percent=": {n}% less than {other}",
    difference_times=", {other} costs {n} times as much",
    difference_money=", a difference of {money}",
    cheapest="The cheapest is {name}: {price}",
    cheapest_free="The cheapest is {name}, which is free; of those that cost money it is {paid}: {price}",
    dearest="The dearest is {name}: {price}",
    in_order="From cheapest to dearest:",
    in_order_down="From dearest to cheapest:",
    free_ones="Free: {names}",
    none_found="None of the models on record meets that.",
    below_industry="{name} is {n}% cheaper than the industry",
    published_percent="As announced: {n}% cheaper",
    computed_percent="By the report's own industry level of 0.1 yuan per 1,000 tokens: {n}% cheaper",
    computed_times="The industry level is {n} times the price",
    below_before="{name} was cut by {n}%",
    price_before="{name} before the cut: {price}",
    converted="{given} = {amount}",
    equals="{given} = {amount}",
    price_equals="{given} = {price}",
    item="{name}: {text}",
    only_for="{text}, at the rate of {name}",
    sum_example="Sum (for {name}): {steps}",
    sum="Sum: {steps}",
    in_characters="That is {amount}",
    long_novel="about the length of a long novel",
    speaker="Said by {speaker}.",
    caveat="Note: {text}",
    source="Source: {publisher}, “{title}”, {day}",
    source_undated="Source: {publisher}, “{title}”",
    old_price="This is the price of {day}; it may have changed since.",
    remarks={
        Remark.UP_TO_CUT: "The report says “up to {n}%”; the price before assumes the whole cut.",
        Remark.BORROWED_RATES: "{name} publishes no rate of its own; the range comes from the rates of {others}.",
        Remark.EXCHANGED: "Exchange rate: 1 {currency} = {n} {other}, {day}",
        Remark.SELLER: "{name}: {note}",
        Remark.CORRECTED: "Read as “{name}”.",
        Remark.NOT_KNOWN_YET: "The price of {name} on that day is not known; the first on record is of {day}.",
        Remark.NO_PRICE: "No price of {name} is known.",
        Remark.NO_EARLIER_PRICE: "No earlier price of {name} is on record.",
        Remark.NO_VERSION: "No price of “{name}” is known.",
        Remark.ABOUT_LENGTH: "{work} is taken as about {amount}.",
        Remark.WITHIN_BUDGET: "The budget is enough ({name}).",
        Remark.OVER_BUDGET: "The budget is not enough ({name}).",
        Remark.UNKNOWN_CURRENCY: "No exchange rate between {currency} and {other} is known.",
        Remark.BY_INPUT: "{name} has separate prices for input and output; input is compared here.",
        Remark.VENDOR_CLAIM: "This is the vendor's own claim.",
        Remark.NO_SPLIT: "The report does not split input from output.",
    },
    abilities="I answer questions about the prices of large language models: what a sum buys, what work costs, prices, "
    "comparisons, rankings, cuts, conversions, and the facts of the reports behind them.",
    try_asking="Try:",
    models_known="Models with a price: {names}",
    facts_known="And {n} facts from the reports.",
    sources_known="The figures come from:",
    not_understood="I cannot answer that. I only know the prices of language models and the reports about them.",
    silent_hint="",
    no_price="No price of {names} is known.",
    no_version="No price of “{written}” is known. On record:",
    known_about="What is known about {name}:",
    ask_subject="Which model do you mean?",
    ask_size="How many tokens or characters does one take? Add something like “500 tokens each”.",
    ask_sum="How much money do you want to spend?",
    ask_which="What about {names}?",
    stale="What this button asked for is no longer on record; please ask again.",
    also_asked="{text}",
    button_price="Price of {name}",
    button_buys="What 1 yuan buys",
    button_characters="In characters",
    button_tokens="In tokens",
    button_compare="Compare all models",
    button_all="All models",
    button_facts="What else is known",
)
