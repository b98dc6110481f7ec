"""The sentences of a language about plans, sellers and the history of prices, with gaps to fill."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketPhrases:
    """Templates for :meth:`str.format`; the gaps are named where they stand."""

    by_unit: Mapping[str, str]
    """A price for what is no token: gaps ``money``, ``n`` and the endings of a plural, ``s`` and ``es``.

    For one of them these are nothing.
    """
    plan_includes: str
    """What a plan includes: gap ``text``."""
    checked: str
    """The last day on which a price was seen: gap ``day``."""

    # The tokens of a text
    text: str
    """What is counted: gap ``sizes``, which are left out where nothing is known of them."""
    text_unmeasured: str
    counted: str
    """Its tokens with one model: gaps ``text``, ``name``, ``tokens`` and ``how`` these were found."""
    counted_by_model: str
    """Its tokens with several: gaps ``text``, ``tokens``, ``how`` these were found and ``answer``, a length."""
    by_rates: str
    by_vocabulary: str
    by_both: str
    """How tokens were found: by rates, by the vocabulary of a vendor, gap ``name``, or in part by both."""
    costs_of_text: str
    """What it costs: gaps ``cost``, ``answer`` (a length) and ``total``, with the answer."""
    costs_in_list: str
    """The same of one of several models: gaps ``cost`` and ``total``."""

    # The course of prices
    changed_when: str
    """When prices changed, and how: gaps ``name``, ``day``, ``moves`` and ``prices``."""
    indeed: str
    """Before what says that it is so."""
    denied: str
    """Before what happened instead."""
    the_same: str
    """Since when prices are what they are, where it is asked when they changed: gaps ``name``, ``since`` and ``prices``."""
    not_so: str
    """That prices did not go the way asked about, in the time asked about: gaps ``name``, ``since`` and ``prices``."""
    none_to_come: str
    """That no change is announced: gaps ``name`` and ``prices``."""
    so_often: str
    """How often prices changed: gaps ``name``, ``n`` and ``moves``."""
    moved: Mapping[str, str]
    """What prices did, by the move, without a figure."""
    course: str
    """What a list of all prices begins with: gap ``name``."""
    course_ended: str
    """Its last line, of a model that is not sold any more: gap ``day``."""
    at_launch: str
    """The first price, its day known: gaps ``name``, ``day`` and ``prices``."""
    first_seen: str
    """The first price on record, which need not be that of the launch: gaps ``name``, ``day`` and ``prices``."""
    first_undated: str
    """The first price on record, of which no beginning is known: gaps ``name``, ``prices`` and ``day``, on which it ended."""
    first_held: str
    """The same where no end is known."""
    now: str
    """The prices of now: gap ``prices``."""
    from_day: str
    """The day from which prices hold: gap ``day``."""
    by_day: str
    """The day by which they held, since when is not known: gap ``day``."""
    before_day: str
    """The day before which they held: gap ``day``."""
    since_always: str
    """All the time on record."""
    on_record: str
    """The same as a label."""
    on_day: str
    """The day of a change: gap ``day``."""
    kept_until: str
    kept_from: str
    """Since when a price has stayed: gap ``day``."""
    in_hours: str
    """In which hours the prices told of hold: gap ``window``."""
    first_sighting: str
    """That a day is the first on which a price was seen, rather than that of the change: gap ``day``, the last one before."""

    # What one change did
    below_before: str
    """By how much a price was cut: gaps ``name`` and ``n``, a percentage."""
    below_before_up_to: str
    above_before: str
    above_before_up_to: str
    changed: str
    """When prices changed last, and how: gaps ``name``, ``day`` and ``moves``."""
    changed_to: str
    """The same of one price: gap ``prices`` as well."""
    side_moved: str
    """What happened to the price of one side: gaps ``side`` and ``move``."""
    fell: str
    rose: str
    unmoved: str
    charged: str
    """What happened to a price that was free before."""
    freed: str
    other_currency: str
    went: Mapping[str, str]
    """Which way prices went, by the move, where none did: a part of that remark."""
    before_move: Mapping[str, str]
    """The time before the prices went down, up, or changed otherwise, by the move."""
    side_new: str
    """The price of a side that had none of its own before: gap ``price``."""
    side_gone: str
    from_to: str
    """A price before and after: gaps ``before`` and ``now``."""
    price_before: str
    """The price before it changed: gaps ``name``, ``before`` (the time) and ``price``."""
    price_now: str
    price_reported: str
    cost_fell: str
    """By how much less an amount costs since a cut: gaps ``amount``, ``name`` and ``money``."""
    cost_rose: str
