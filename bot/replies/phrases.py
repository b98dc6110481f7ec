"""The sentences of a language, with gaps to fill; each language is one file that fills in all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from bot.answers import Remark
from bot.quantities import Range


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """Templates for :meth:`str.format`; the gaps are named where they stand."""

    # Numbers
    number: Callable[[Decimal], str]
    """A bare number, shortened (200万, 2 million), marked as about where it was rounded."""
    money: Callable[[Decimal, str], str]
    """An amount of a currency, its ISO code given."""
    units: Mapping[str, str]
    """A quantity of each unit: gap ``n``."""
    copies: str
    at_least: str
    at_most: str
    between: str
    about: str
    exact_figure: str
    per: str
    per_names: Mapping[Decimal, str]
    free: str
    sides: Mapping[str, str]
    comma: str
    colon: str
    with_side: str

    # First lines
    buys: str
    buys_free: str
    buys_several: str
    costs: str
    costs_free: str
    costs_several: str
    priced: str
    price_free: str
    priced_several: str
    cheaper: str
    dearer: str
    same_price: str
    difference_percent: str
    difference_times: str
    difference_money: str
    cheapest: str
    cheapest_free: str
    dearest: str
    in_order: str
    in_order_down: str
    free_ones: str
    none_found: str
    below_industry: str
    published_percent: str
    computed_percent: str
    computed_times: str
    below_before: str
    price_before: str
    converted: str
    equals: str
    price_equals: str
    item: str
    only_for: str

    # Further lines
    sum: str
    sum_example: str
    in_characters: str
    long_novel: str
    speaker: str
    caveat: str
    source: str
    source_undated: str
    old_price: str
    remarks: Mapping[Remark, str]

    # Talk
    abilities: str
    try_asking: str
    models_known: str
    facts_known: str
    sources_known: str
    not_understood: str
    silent_hint: str
    no_price: str
    no_version: str
    known_about: str
    ask_subject: str
    ask_size: str
    ask_sum: str
    ask_which: str
    stale: str
    also_asked: str

    # Buttons
    button_price: str
    button_buys: str
    button_characters: str
    button_tokens: str
    button_compare: str
    button_all: str
    button_facts: str


def range_words(phrases: Phrases, value: Range, one: Callable[[Decimal], str]) -> str:
    """A range in words; ``one`` words a single value."""
    if value.exact is not None:
        return one(value.exact)
    if value.low is None:
        return phrases.at_most.format(n=one(value.high)) if value.high is not None else "?"
    if value.high is None:
        return phrases.at_least.format(n=one(value.low))
    return phrases.between.format(low=one(value.low), high=one(value.high))
