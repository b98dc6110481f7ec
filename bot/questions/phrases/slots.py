"""What the questions share, taken out of a reading once for all handlers: each slot is worked out when first asked for."""

from __future__ import annotations

from bot.lazy import once
from bot.questions.phrases import asked_money as money_asked
from bot.questions.phrases import (
    asked_unit,
    conditions,
    funds,
    lengths,
    named_prices,
    price_changes,
    quoting,
    traits,
    weights,
)
from bot.questions.phrases import subjects as names
from bot.questions.phrases.exclusions import exclusion
from bot.questions.phrases.recognized import Message
from bot.questions.phrases.workload import workload


class Slots(Message):
    """The slots of one message, by what they are read from."""

    named = once(names.named)
    names_unknown = once(names.names_unknown)
    unknown_names = once(names.unknown_names_of)
    unknown_versions = once(names.unknown_versions)
    name_places = once(names.name_places)
    subjects = once(names.subjects)
    of_version = once(names.of_version)
    sales = once(names.sales)
    is_person = names.is_person
    families = once(names.families)
    subjects_or_industry = once(names.subjects_or_industry)
    models = once(names.models)
    industry = once(names.industry)
    asked_currency = once(money_asked.asked_currency)
    asked_part_of_yuan = once(money_asked.asked_part_of_yuan)
    asked_money = once(money_asked.asked_money)
    as_of = once(names.as_of)
    traits = once(traits.traits)
    works = once(names.works)
    work = once(names.work)

    weights = once(weights.weights)
    words = once(quoting.words)
    quotes = once(quoting.quotes)
    unit_price = once(quoting.unit_price)
    unit_prices = once(quoting.unit_prices)
    heard_price = once(quoting.heard_price)
    paid_for = once(quoting.paid_for)
    per = once(quoting.per)
    priced_places = once(quoting.priced_places)

    money = once(funds.money)
    repeat = once(funds.repeat)
    listed_before = funds.listed_before
    bare_numbers = once(funds.bare_numbers)
    course = once(funds.course)
    numbers = once(funds.numbers)
    quantities = funds.quantities
    counts_others = funds.counts_others
    counted_until = funds.counted_until
    counts_unknown = funds.counts_unknown
    is_fund = funds.is_fund
    sides = once(funds.sides)
    one_side = once(funds.one_side)
    phrases = once(funds.phrases)
    plain_side = once(funds.plain_side)

    named_price = once(named_prices.named_price)
    price_apart = once(named_prices.price_apart)
    compared_with_price = once(named_prices.compared_with_price)
    claim = once(named_prices.claim)
    strictly_below = once(named_prices.strictly_below)

    compared_with = once(conditions.compared_with)
    compares = once(conditions.compares)
    asks_for_money = once(conditions.asks_for_money)
    caps = once(conditions.caps)
    limits_price = once(conditions.limits_price)
    everything = once(conditions.everything)
    meant = once(conditions.meant)
    terms = once(conditions.terms)
    period = once(conditions.period)
    hour = once(conditions.hour)
    moment = once(conditions.moment)
    times_of_day = once(conditions.times_of_day)
    exclusion = once(exclusion)
    excluded = once(conditions.excluded)

    hints_at_prices = once(price_changes.hints_at_prices)
    changes = once(price_changes.changes)

    all_work = once(workload)
    request_size = once(lengths.request_size)
    long_request = once(lengths.long_request)
    loads = once(asked_unit.loads)
    calls = once(asked_unit.calls)
    workload = once(asked_unit.of_all_work)
    target_unit = once(asked_unit.target_unit)
