"""What a word may say about the question that holds it."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Cue(StrEnum):
    """What a word says about the question that holds it."""

    HOW_MANY = "how many"
    HOW_MUCH_MONEY = "how much money"
    PRICE = "price"
    SPEND = "spend"
    BUY = "buy"
    FUNDS = "funds"
    PER_MILLION = "per million"
    PER_THOUSAND = "per thousand"
    ENOUGH = "enough"
    WRITE = "write"
    DURATION = "how long"
    CHEAP = "cheap"
    CHEAPEST = "cheapest"
    DEAR = "dear"
    DEAREST = "dearest"
    WHICH = "which"
    EXISTS = "is there any"
    VERSUS = "versus"
    THAN = "than"
    DIFFERENCE = "difference"
    SAVE = "save"
    SWITCH = "switch"
    FREE = "free"
    COSTS_MONEY = "costs money"
    EXCEPT = "except"
    NOT = "not"
    BEFORE = "before"
    CUT = "price cut"
    RAISE = "price rise"
    RIVALRY = "price war"
    CONVERT = "convert"
    PER = "per"
    EACH = "each"
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    WHOLE_MONTH = "a whole month"
    WHOLE_YEAR = "a whole year"
    INPUT = "input"
    OUTPUT = "output"
    CACHED = "cached input"
    TOKEN = "tokens"
    CHARACTER = "characters"
    WORD = "words"
    CALL = "calls"
    COPY = "copies"
    DAY = "days"
    MONEY_WORD = "currency"
    WHY = "why"
    WHO = "who"
    WHEN = "when"
    DATE = "a day"
    WHAT = "what"
    HOW = "how"
    ALL = "all"
    LIST = "list"
    ORDER = "order"
    DESCENDING = "from dear to cheap"
    MODELS = "models"
    VENDORS = "vendors"
    HELP = "help"
    SOURCE = "source"
    KNOW = "know"
    SAY = "say"
    ASK = "ask"
    QUESTION = "question"
    MAYBE = "perhaps a question"
    UNDER = "under"
    OVER = "over"
    FILLER = "filler"


UNIT_CUES: Final = {
    Cue.TOKEN: "token",
    Cue.CHARACTER: "character",
    Cue.WORD: "word",
    Cue.CALL: "call",
    Cue.COPY: "copy",
    Cue.DAY: "day",
}
"""Cues that name a unit, and the unit."""
