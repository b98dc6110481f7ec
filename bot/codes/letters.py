"""The letters by which the values of a fixed list stand in codes; one never changes its meaning."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bot.codes.errors import BadCodeError
from bot.quantities import CALL, CHARACTER, COPY, DAY, HOUR, IMAGE, PAGE, PERCENT, REQUEST, TIMES, TOKEN, WORD
from bot.question import Baseline, Order, Topic, Trait, Unpriced

UNITS: Final = {
    TOKEN: "t", CHARACTER: "c", WORD: "w", CALL: "k", COPY: "y", DAY: "d", HOUR: "h", IMAGE: "m", PAGE: "a", REQUEST: "u",
}  # fmt: skip
TRAITS: Final = {
    Trait.OPEN_WEIGHTS: "o", Trait.PICTURES: "p", Trait.CHINESE: "c", Trait.AMERICAN: "u", Trait.ABROAD: "a",
}  # fmt: skip
ORDERS: Final = {
    Order.CHEAPEST: "c",
    Order.DEAREST: "d",
    Order.ASCENDING: "a",
    Order.DESCENDING: "z",
    Order.FREE: "f",
    Order.OFFER: "o",
}
TOPICS: Final = {Topic.ABILITIES: "a", Topic.MODELS: "m", Topic.SOURCES: "s"}
BASELINES: Final = {Baseline.BEFORE: "b", Baseline.INDUSTRY: "i"}
UNPRICED: Final = {
    Unpriced.TUNING: "t", Unpriced.TRAINING: "n", Unpriced.SEARCH: "w", Unpriced.HOSTING: "h",
    Unpriced.BATCH: "b", Unpriced.LONG: "l", Unpriced.IMAGES: "i", Unpriced.SPEECH: "s",
    Unpriced.EMBEDDING: "e", Unpriced.SUBSCRIPTION: "p", Unpriced.SHARES: "k", Unpriced.QUOTA: "q", Unpriced.CACHE: "c", Unpriced.DISCOUNT: "d",
    Unpriced.SUPPOSITION: "x", Unpriced.FLEX: "f", Unpriced.PRIORITY: "r", Unpriced.FAST: "a",
}  # fmt: skip
SIDES: Final = {
    "input": "i", "output": "o", "cached_input": "c", "thinking": "t", "cache_write": "w", "audio_input": "a",
    "audio_output": "b", "image_input": "p", "image_output": "q",
}  # fmt: skip
TARGETS: Final = {
    **UNITS,
    PERCENT: "p",
    TIMES: "x",
    "price": "q",
    "change": "g",
    "jiao": "j",
    "fen": "f",
    "li": "l",
    "released": "z",
    "successor": "s",
}
MODES: Final = {"batch": "b", "flex": "f", "priority": "p", "fast": "q", "thinking": "t"}
LIVES: Final = {"5m": "m", "1h": "h"}
WINDOWS: Final = {"peak": "p", "off-peak": "o", "both": "b", "any": "a"}


def value_of(letters: Mapping[Any, str], letter: str) -> Any:
    """The value of a letter.

    Raises:
        BadCodeError: it stands for none.
    """
    for value, known in letters.items():
        if known == letter:
            return value
    raise BadCodeError(letter)
