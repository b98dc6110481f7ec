"""What the bot remarks on its answers in English: notes to figures, and what prices that are not known are called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.answers import Remark
from bot.question import Unpriced

REMARKS: Final[Mapping[Remark, str]] = {
    Remark.UP_TO_CUT: "The report says “up to {n}%”; the price before assumes the whole cut.",
    Remark.BY_REPORT: "The price before follows from the change of {n}% that the report states.",
    Remark.BORROWED_RATES: "No rate of {name} is published; this goes by what {others} published.",
    Remark.LEFT_OUT: "Not worked in: {name}.",
    Remark.EXCHANGED: "Exchange rate: {rate}, {day}",
    Remark.SELLER: "{name}: {note}",
    Remark.NOT_KNOWN_YET: "The price of {name} at that time is not known; the first on record is of {day}.",
    Remark.UNDATED: "The price of {name} at that time is not known; the first on record is undated (in force on {day}).",
    Remark.NO_SIDE: "No price of {name} for {side} is on record.",
    Remark.AS_OUTPUT: "{name} bills thinking tokens as output.",
    Remark.NO_PLAN: "No subscription of {name} is on record, only API prices by the token.",
    Remark.NO_PRICE: "No price of {name} is known.",
    Remark.NO_EARLIER_PRICE: "No price of {name} before a cut is on record.",
    Remark.NO_CHANGE: "No change of the price of {name} is on record since {day}.",
    Remark.NO_VERSION: "No price of “{name}” is known.",
    Remark.ABOUT_LENGTH: "{work} is taken as about {amount}.",
    Remark.WITHIN_BUDGET: "Yes, the budget is enough ({name}).",
    Remark.OVER_BUDGET: "No, the budget is not enough ({name}).",
    Remark.OPEN_BUDGET: "Whether the budget is enough is open ({name}): only bounds of the cost are known, and it lies within them.",
    Remark.CONFIRMED: "Yes.",
    Remark.DENIED: "No.",
    Remark.UNKNOWN_CURRENCY: "No exchange rate between {currency} and {other} is known.",
    Remark.LONG_INPUT: "A request of more than {n} input tokens: {name} at the price for long input.",
    Remark.SUPPOSED: "If the price were {n}% of the published one (only supposed; no such price is published):",
    Remark.SUPPOSED_OF: "If the price of {name} were {n}% of the published one (only supposed; no such price is published):",
    Remark.EARLIER: "At the price of {name} {before}:",
    Remark.NONE_MOVED: "No price on record {move}. On record:",
    Remark.SIDE_KEPT: "The report does not say that the {side} price of {name} changed; this goes by today's.",
    Remark.ONE_PRICE_BEFORE: "{name} had one price for input and output before.",
    Remark.ONE_PRICE_NOW: "{name} has one price for input and output now.",
    Remark.TWO_CURRENCIES: "The prices of {name} before and after are in different currencies, so no percentage is given.",
    Remark.NOT_EARLIER: "No price of {name} before a cut is known; this goes by today's:",
    Remark.NOT_SUPPOSED: "That supposition is not worked in; by the published prices:",
    Remark.UNPRICED: "No price {topic} is known, only the ordinary one by tokens:",
    Remark.OFFER_RUNS: "Yes, the offer for {name} still runs.",
    Remark.OFFER_ENDED: "No: the offer for {name} ended on {day}.",
    Remark.NO_OFFER: "No offer for {name} is on record.",
    Remark.BLENDED: "In order of input and output at 3 to 1.",
    Remark.BY_INPUT: "Where input and output are priced apart, input is compared.",
    Remark.OVERLAP: "Where the ranges overlap, it is open which is cheaper.",
    Remark.NO_BOUND: "No bound follows here for “at least” or “at most”, so this is for exactly {amount}.",
    Remark.VENDOR_CLAIM: "This is the vendor's own claim.",
    Remark.ONE_MENTION: "Mentioned in one place only, and not confirmed.",
    Remark.NO_SPLIT: "{name}: one price for input and output.",
}
UNPRICED: Final[Mapping[Unpriced, str]] = {
    Unpriced.TUNING: "for fine-tuning",
    Unpriced.TRAINING: "for training",
    Unpriced.SEARCH: "for web search",
    Unpriced.HOSTING: "for hosting or hardware",
    Unpriced.BATCH: "for batch processing",
    Unpriced.FLEX: "for flex processing",
    Unpriced.PRIORITY: "for priority processing",
    Unpriced.FAST: "for fast mode",
    Unpriced.LONG: "for long context",
    Unpriced.IMAGES: "for images or video",
    Unpriced.SPEECH: "for speech",
    Unpriced.EMBEDDING: "for embeddings",
    Unpriced.SUBSCRIPTION: "for a subscription",
    Unpriced.SHARES: "of shares",
    Unpriced.CACHE: "for cached input",
    Unpriced.DISCOUNT: "with a discount",
}
