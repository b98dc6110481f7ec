"""The sentences of a language, with gaps to fill; each language fills in all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from bot.answers import Remark
from bot.quantities import Range
from bot.question import Unpriced
from bot.replies.market_phrases import MarketPhrases

PIECE: Final = "piece"
"""What calls are called whose size is given as text: letters, articles, reviews."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """Templates for :meth:`str.format`; the gaps are named where they stand."""

    market: MarketPhrases
    """Sentences about plans, sellers and the history of prices."""

    # Numbers
    number: Callable[[Decimal], str]
    """A bare number, shortened (200万, 2 million), marked as about where it was rounded."""
    money: Callable[[Decimal, str], str]
    """An amount of a currency, its ISO code given."""
    currency: Callable[[str], str]
    """What people call the currency of an ISO code."""
    small_money: tuple[tuple[Decimal, str], ...]
    """Parts of a yuan with their names, the largest first."""
    units: Mapping[str, str]
    """A quantity of each unit: gap ``n``."""
    units_one: Mapping[str, str]
    """The same for exactly one, where it reads otherwise."""
    copies: str
    copies_one: str
    at_least: str
    at_most: str
    between: str
    about: str
    """What stands before a number that was rounded."""
    exact_figure: str
    per: str
    per_names: Mapping[Decimal, str]
    free: str
    sides: Mapping[str, str]
    comma: str
    last_comma: str
    clause: str
    """What stands between the parts of a sentence."""
    with_side: str
    of_side: str
    """A price of one side among those of the others: gaps ``side`` and ``price``."""

    # First lines
    buy_verbs: Mapping[str, str]
    """What money does that turns into each unit."""
    buys: str
    buys_daily: str
    buys_by_side: str
    """What a sum buys of one model whose price has sides: gap ``amounts``."""
    buys_by_side_daily: str
    buys_free: str
    buys_several: str
    buys_several_daily: str
    buys_more: str
    """How much more a sum buys of one model than of another: gaps ``money``, ``name``, ``other`` and ``amount``."""
    costs: str
    costs_bounded: str
    """For a cost that is only known to be at most or at least so much."""
    costs_free: str
    costs_several: str
    costs_by_side: str
    """What a load costs with one model whose price has sides: gap ``prices``."""
    costs_in_all: str
    """What the work of several models costs together: gap ``money``."""
    as_side: str
    priced: str
    also_priced: str
    """A price in the currency asked for: gaps ``price`` and ``other``, which is the published one."""
    price_free: str
    not_free: str
    """The answer to whether a model is free that costs money."""
    indeed_free: str
    was_free: str
    named_price: str
    """The price that the question names, beside those of models."""
    cheaper: str
    cheapest_of: str
    dearer: str
    dearest_of: str
    same_price: str
    for_amount: str
    """What is said of one of several amounts: gaps ``amount`` and ``text``."""
    tied_cheapest: str
    tied_dearest: str
    side_differs: str
    """How far prices of a side are apart: gaps ``side`` and ``difference``."""
    less_by: str
    """How far a price of a side is below another, which is not named again: gap ``n``."""
    more_by: str
    than_other: str
    """How far the prices of several sides are from those of another: gaps ``other`` and ``differences``."""
    less_percent: str
    more_percent: str
    other_less_percent: str
    other_times: str
    times_other: str
    ratio_percent: str
    ratio_times: str
    difference_money: str
    cheapest: str
    cheapest_free: str
    dearest: str
    cheapest_tied: str
    """Several at the one lowest price: gaps ``name``, their names, and ``price``."""
    dearest_tied: str
    undecided: str
    """Where it cannot be told which of several comes first: gap ``names``."""
    nth_cheapest: str
    nth_dearest: str
    in_order: str
    in_order_down: str
    cheaper_ones: str
    dearer_ones: str
    free_ones: str
    bounded: str
    """What keeps to a bound of its price: ``bounds`` are at least and at most, ``bounds_left_out`` above and below."""
    bounds: tuple[str, str]
    bounds_left_out: tuple[str, str]
    any_side: str
    none_found: str
    window_now: Mapping[str, str]
    window_then: Mapping[str, str]
    """Which window is open, by its id: gap ``name``."""
    windows: Mapping[str, str]
    """What windows are called, by their ids."""
    modes: Mapping[str, str]
    """What modes of a call are called, by their ids."""
    input_length: str
    """How long a request is: gap ``length``."""
    output_length: str
    length_up_to: str
    length_above: str
    at_window: Mapping[str, str]
    """The prices of another window, by its id: gap ``prices``."""
    listed_abroad: str
    listed_at_home: str
    peak_hours: str
    """When the peak is, by the clock of Beijing: gaps ``first`` and ``last``, days of the week, and ``hours``."""
    peak_hours_but_holidays: str
    next_change: str
    """When a window next opens or closes, by the clock of Beijing: gaps ``day``, ``weekday`` and ``time``."""
    weekdays: tuple[str, ...]
    """From Monday."""
    colon: str
    lives: Mapping[str, str]
    """Whether a model is still sold, by its status: gap ``name``."""
    listed_lives: Mapping[str, str]
    """What a price list tells of it that says nothing of the end of models: gap ``name``."""
    lives_since: Mapping[str, str]
    """The same where the day is known from which it is so: gaps ``name`` and ``day``."""
    came_out: str
    """When a model came out: gaps ``name`` and ``day``."""
    came_after: str
    """What its vendor sells, or sold, in its place: gap ``names``."""
    ended_too: str
    """One of these that is not sold any more either: gap ``name``."""
    more: str
    """The last line of a list that is cut short: gap ``n``."""
    and_others: str
    """Names, and how many others there are: gaps ``names`` and ``n``."""
    below_industry: str
    above_industry: str
    computed_percent: str
    computed_times: str
    equals: str
    is_about: str
    item: str
    only_for: str

    # Further lines
    sum: str
    sum_example: str
    by_now: str
    gives: str
    since_day: str
    in_characters: str
    novel: str
    novels: str
    speaker: str
    fact_of_day: str
    figure_by: str
    figure_of: str
    corrected: str
    """What a misspelt name was taken for: gaps ``written`` and ``name``."""
    roughly: str
    """Said where an amount is rough by the message's own words."""
    caveat: str
    sourced: str
    source: str
    source_undated: str
    clause_end: str
    """What stands between sums and between sources."""
    sentence_end: str
    """What stands between two remarks in one line."""
    of_day: str
    """Behind the first line: the day of its prices: gap ``day``."""
    of_day_gone: str
    of_day_gone_since: str
    """The same of a model that is no longer sold."""
    of_day_ahead: str
    from_day: str
    """The same of a day to come."""
    source_checked: str
    """A price list and the day on which it last showed the prices: gaps ``publisher`` and ``day``."""
    long_ago: str
    """A source that was last seen long ago: gap ``source``."""
    price_lists: str
    """So many price lists: gap ``n``."""
    several_sources: str
    """Many price lists: gaps ``lists``, and ``first`` and ``last``, the days on which they last showed the prices."""
    whose: str
    """Whose prices they are, and by which source: gaps ``whose`` and ``source``."""
    whose_part: Callable[[str], str]
    """What a seller's note says of whose price it is, without what else it says."""
    old_prices: str
    prices_from: str
    prices_ahead: str
    remarks: Mapping[Remark, str]
    unpriced: Mapping[Unpriced, str]
    """What kinds of prices that are not known are called in the remark that says so: gap ``topic``."""
    borrowed_rates: str
    """The remark on borrowed rates where no model is spoken of."""
    exact_length: str
    """The remark on a work's length where that is no round figure."""

    # Talk
    abilities: str
    details: str
    """What stands on what is folded."""
    try_asking: str
    models_known: str
    relatives: str
    """Models that are known, beside one that is not: gap ``names``."""
    facts_known: str
    sources_known: str
    not_understood: str
    beyond: str
    """Said where something else is asked of models than their prices, which follow."""
    greeting: str
    """The answer to a greeting: gap ``example``, a question to ask."""
    welcome: str
    """The answer to thanks: gap ``example``."""
    no_version: str
    known_about: str
    ask_subject: str
    ask_size: str
    sizes: Mapping[str, str]
    ask_amount: str
    ask_work: str
    ask_sum: str
    ask_which: str
    ask_text: str
    stale: str
    failed: str
    """Said where an answer failed: gap ``number``, by which the log knows the message."""


def range_words(phrases: Phrases, value: Range, one: Callable[[Decimal], str]) -> str:
    """A range in words; ``one`` words a single value."""
    if value.exact is not None:
        return one(value.exact)
    if value.low is None:
        return phrases.at_most.format(n=one(value.high)) if value.high is not None else "?"
    if value.high is None:
        return phrases.at_least.format(n=one(value.low))
    low, high = one(value.low), one(value.high)
    if low.startswith(phrases.about):
        high = high.removeprefix(phrases.about)
    return phrases.between.format(low=low, high=high)
