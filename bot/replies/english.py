"""English."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Final

from babel.numbers import get_currency_name

from bot.quantities import CALL, CHARACTER, COPY, DAY, HOUR, IMAGE, PAGE, PERCENT, REQUEST, TIMES, TOKEN, WORD
from bot.replies.english_market import PHRASES as MARKET
from bot.replies.english_remarks import REMARKS, UNPRICED
from bot.replies.figures import grouped, scaled, shortened
from bot.replies.phrases import PIECE, Phrases

_ABOUT: Final = "about "
_STEPS: Final = ((Decimal(10) ** 12, " trillion"), (Decimal(10) ** 9, " billion"), (Decimal(10) ** 6, " million"))


def number(value: Decimal) -> str:
    """2 million, 10,000, about 33.33 million."""
    digits, word, rounded = scaled(value, _STEPS)
    return f"{_ABOUT}{digits}{word}" if rounded else f"{digits}{word}"


def money(value: Decimal, currency: str) -> str:
    """0.0008 yuan, $12.50, about 3.2 euros."""
    if value >= 1_000_000:
        text = number(value)
    else:
        small, rounded = shortened(value)
        text = f"{_ABOUT if rounded else ''}{grouped(small)}"
    if currency != "USD":
        return f"{text} {_currency(currency, value == 1)}"
    about = _ABOUT if text.startswith(_ABOUT) else ""
    return f"{about}${_with_cents(text.removeprefix(_ABOUT))}"


def _with_cents(text: str) -> str:
    """2.5 as 2.50; all else as it is."""
    whole, point, fraction = text.partition(".")
    return f"{whole}{point}{fraction}0" if len(fraction) == 1 and fraction.isdigit() else text


@lru_cache(maxsize=256)
def _currency(code: str, one: bool) -> str:
    return "yuan" if code == "CNY" else get_currency_name(code, count=1 if one else 2, locale="en")


def _currency_plural(code: str) -> str:
    return _currency(code, False)


PHRASES: Final = Phrases(
    market=MARKET,
    number=number,
    money=money,
    currency=_currency_plural,
    small_money=((Decimal("0.1"), "jiao"), (Decimal("0.01"), "fen"), (Decimal("0.001"), "li")),
    units={
        TOKEN: "{n} tokens",
        CHARACTER: "{n} Chinese characters",
        WORD: "{n} English words",
        CALL: "{n} calls",
        PIECE: "{n} pieces",
        COPY: "{n} copies",
        DAY: "{n} days",
        HOUR: "{n} hours",
        IMAGE: "{n} images",
        PAGE: "{n} pages",
        REQUEST: "{n} requests",
        PERCENT: "{n}%",
        TIMES: "{n} times",
    },
    units_one={
        TOKEN: "{n} token",
        CHARACTER: "{n} Chinese character",
        WORD: "{n} English word",
        CALL: "{n} call",
        PIECE: "{n} piece",
        COPY: "{n} copy",
        DAY: "{n} day",
    },
    copies="{n} copies of {work}",
    copies_one="{n} copy of {work}",
    at_least="at least {n}",
    at_most="at most {n}",
    between="{low} to {high}",
    about=_ABOUT,
    exact_figure=" ({n})",
    per="{money} per {per} tokens",
    per_names={Decimal(1000): "1,000", Decimal(1_000_000): "million"},
    free="free",
    sides={
        "input": "input",
        "output": "output",
        "cached_input": "cached input",
        "cache_write": "cache write",
        "thinking": "thinking output",
        "audio_input": "audio input",
        "audio_output": "audio output",
        "image_input": "image input",
        "image_output": "image output",
    },
    comma=", ",
    last_comma=" and ",
    clause="; ",
    with_side="{name} ({side})",
    of_side="{side} {price}",
    buy_verbs={
        TOKEN: "buys",
        CHARACTER: "buys",
        WORD: "buys",
        CALL: "pays for",
        PIECE: "pays for",
        COPY: "pays for",
        DAY: "lasts",
    },
    buys="With {name}, {money} {verb} {amount}",
    buys_daily="With {name}, {money} {verb} {amount} a day",
    buys_by_side="With {name}, {money} {verb}: {amounts}",
    buys_by_side_daily="With {name}, {money} {verb} a day: {amounts}",
    buys_free="{name} is free, so the {money} need not be spent",
    buys_several="{money} {verb} the most with {name}: {amount}",
    buys_several_daily="{money} {verb} the most a day with {name}: {amount}",
    costs="{amount} with {name}: {money}",
    costs_bounded="{amount} with {name}: {money}",
    costs_free="{name} is free: no cost for {amount}",
    costs_several="{amount} would cost the least with {name}: {price}",
    costs_by_side="{amount} with {name}: {prices}",
    buys_more="{money}: {name} gives {amount} more than {other}",
    costs_in_all="In total: {money}",
    as_side="as {side} {price}",
    priced="{name}: {price}",
    not_free="No, {name} is not free: {price}",
    indeed_free="Yes, {name} is free",
    was_free="{name} is not sold any more; it was free while it was",
    also_priced="{price} ({other})",
    price_free="{name} is free",
    named_price="the price you named",
    cheaper="{name} is cheaper: {differences}",
    cheapest_of="{name} is the cheapest: {differences}",
    dearer="{name} is dearer: {differences}",
    dearest_of="{name} is the dearest: {differences}",
    for_amount="{amount}: {text}",
    same_price="{names} cost the same",
    tied_cheapest="{names} tie for the cheapest: {differences}",
    tied_dearest="{names} tie for the dearest: {differences}",
    side_differs="{side} {difference}",
    less_by="{n}% less",
    more_by="{n}% more",
    than_other="{differences} than {other}",
    less_percent="{n}% less than {other}",
    more_percent="{n}% more than {other}",
    other_less_percent="{other} costs {n}% less",
    other_times="{other} costs {n} times as much",
    ratio_percent="The price of {name} is {n}% of that of {other}",
    ratio_times="The price of {name} is {n} times that of {other}",
    times_other="{n} times the price of {other}",
    difference_money="a difference of {money}",
    cheapest="The cheapest is {name}: {price}",
    cheapest_free="The cheapest is {name}, which is free; of those that cost money it is {paid}: {price}",
    dearest="The dearest is {name}: {price}",
    cheapest_tied="{name} tie for the cheapest: {price}",
    dearest_tied="{name} tie for the dearest: {price}",
    undecided="The ranges of {names} overlap, so their order cannot be told:",
    nth_cheapest="Number {n} from the cheapest is {name}: {price}",
    nth_dearest="Number {n} from the dearest is {name}: {price}",
    in_order="From cheapest to dearest: {names}",
    in_order_down="From dearest to cheapest: {names}",
    cheaper_ones="Cheaper than {name}:",
    dearer_ones="Dearer than {name}:",
    free_ones="Free: {names}",
    bounded="With {side} {bound} {price}:",
    bounds=("at least", "at most"),
    bounds_left_out=("above", "below"),
    any_side="a price of",
    none_found="None of the models on record meets that.",
    windows={"peak": "peak", "off-peak": "off-peak"},
    modes={"batch": "batch", "flex": "flex", "priority": "priority", "fast": "fast mode", "thinking": "thinking mode"},
    input_length="{length} in a request",
    output_length="output {length}",
    length_up_to="up to {n} input tokens",
    length_above="over {n} input tokens",
    window_now={"peak": "{name}: peak hours now", "off-peak": "{name}: off-peak now, the cheaper hours"},
    window_then={"peak": "{name}: peak hours then", "off-peak": "{name}: off-peak then, the cheaper hours"},
    at_window={"peak": "at peak {prices}", "off-peak": "off-peak {prices}"},
    listed_abroad="Its list in dollars: {prices}",
    listed_at_home="In China: {prices}",
    peak_hours="Peak: {first} to {last}, {hours} Beijing time; all other hours, weekends among them, are off-peak",
    peak_hours_but_holidays="Peak: {first} to {last}, {hours} Beijing time; weekends and public holidays in China are off-peak",
    next_change="Next change: {weekday} {day} at {time}, Beijing time",
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    colon=": ",
    lives={
        "current": "{name} is still sold",
        "superseded": "{name} is still sold, though there is a newer model in its place",
        "retired": "{name} is no longer sold",
        "unknown": "Whether {name} is still sold is not known",
    },
    listed_lives={
        "current": "{name} is still on the price list; no day on which it ends is on record",
        "superseded": "{name} is still on the price list, though its seller calls it deprecated",
    },
    lives_since={
        "current": "{name} is still sold; it is to end on {day}",
        "superseded": "{name} is still sold; a newer model took its place on {day}",
        "retired": "{name} is no longer sold since {day}",
        "unknown": "Whether {name} is still sold is not known ({day})",
    },
    came_out="{name} has been out since {day}",
    came_after="After it came {names}",
    ended_too="{name} (no longer sold either)",
    more="And {n} more",
    and_others="{names} and {n} more",
    below_industry="{name} is {n}% cheaper than the industry",
    above_industry="{name} is {n}% dearer than the industry",
    computed_percent="By the industry level that the report gives, {level}: {n}% cheaper",
    computed_times="The industry level is {n} times that price",
    equals="{given} = {amount}",
    is_about="{given} ≈ {amount}",
    item="{name}: {text}",
    only_for="{text}, at the rate of {name}",
    gives="{name} gives {whom} {amount} for nothing{since}",
    since_day=" (since {day})",
    by_now="Now: {text}",
    sum_example="Sum (for {name}): {steps}",
    sum="Sum: {steps}",
    in_characters="That is {amount}",
    novel=", about the length of one long novel",
    novels=", about the length of {n} long novels",
    speaker="Said by {speaker}.",
    fact_of_day="{text} ({day})",
    figure_by="Figure given by {speaker}.",
    figure_of="{name}: figure given by {speaker}.",
    corrected="“{written}” is read as {name}.",
    roughly="The figure asked about is rough, and so is the result.",
    caveat="Note: {text}",
    sourced="Source: {source}",
    source="{publisher}, “{title}”, {day}",
    source_undated="{publisher}, “{title}”",
    clause_end="; ",
    sentence_end=" · ",
    of_day=", at the price of {day}",
    of_day_gone=", at the price of {day} (no longer sold)",
    of_day_ahead=", at the price published so far for {day}",
    of_day_gone_since=", at the price of {day} (no longer sold since {ended})",
    from_day=", from {day}",
    source_checked="{publisher}, checked {day}",
    long_ago="{source} (over 90 days ago; it may have changed)",
    price_lists="{n} price lists",
    several_sources="{lists}, checked {first} to {last}",
    whose="{whose} · {source}",
    whose_part=lambda note: note.partition("; ")[0],
    old_prices="The price of {names} is of {day}; it may have changed since.",
    prices_from="The price of {names} is the one from {day}.",
    prices_ahead="The price of {names} is the one published so far for {day}.",
    remarks=REMARKS,
    unpriced=UNPRICED,
    borrowed_rates="No model was named; this goes by what {others} published.",
    exact_length="{work} is taken as {amount}.",
    abilities="I answer questions about the prices of large language models: what a sum buys, what work costs, prices, "
    "comparisons, rankings, cuts, conversions, and the facts of the reports behind them.",
    details="Details",
    try_asking="Try:",
    relatives="Nearest on record: {names}",
    models_known="Models with a price: {names}",
    facts_known="And {n} facts from the reports.",
    sources_known="The figures come from:",
    not_understood="I cannot answer that. I only know the prices of language models and the reports about them.",
    beyond="That I do not know: I only know the prices of language models and the reports about them. On record:",
    greeting="Hello! I answer questions about the prices of language models, for example “{example}”.",
    welcome="You are welcome! Ask me about any other price, for example “{example}”.",
    no_version="No price of “{written}” is known. On record:",
    known_about="What is known about {name}:",
    ask_subject="Which model do you mean?",
    ask_size="How many tokens or characters {each}? Add something like “500 tokens {each}”.",
    sizes={CALL: "per call", DAY: "per day"},
    ask_amount="How many tokens or characters is it about? Add something like “5 million tokens”.",
    ask_work="Which book do you mean?",
    ask_sum="How much money do you want to spend?",
    ask_which="What about {names}?",
    ask_text="Which text? Put it in quotation marks or behind a colon, send it as a text file, or answer the message that holds it.",
    stale="What this button asked for is no longer on record; please ask again.",
    failed="Sorry, something went wrong on my side, and I could not answer. It is noted as number {number}.",
)
