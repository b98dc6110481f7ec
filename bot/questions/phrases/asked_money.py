"""The currency that a message wants its answer in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.knowledge.entries import CurrencyWord
from bot.language.basics.cues import Cue
from bot.language.words.currency_cues import ASKED_WITH
from bot.quantities import PARTS_OF_YUAN

if TYPE_CHECKING:
    from bot.questions.phrases.slots import Slots


def asked_currency(slots: Slots) -> str | None:
    """The currency that the answer is wanted in: the last that is named without a number."""
    return slots.asked_money.currency if slots.asked_money is not None else None


def asked_part_of_yuan(slots: Slots) -> str | None:
    """The small unit that a sum in CNY is wanted in: 厘, fen."""
    word = slots.asked_money
    if word is None or word.currency != "CNY":
        return None
    return next((part for part, size in PARTS_OF_YUAN.items() if size == word.factor), None)


def asked_money(slots: Slots) -> CurrencyWord | None:
    """The last word for money that is named without a number."""
    words = slots.market.money_words
    for place in reversed(slots.reading.places(Cue.MONEY_WORD, Cue.HOW_MUCH_MONEY)):
        token = slots.tokens[place]
        if place and Cue.NOT in slots.tokens[place - 1].cues:
            continue
        word = slots.reading.text[token.start : token.end]
        for prefix in ("", "多少", "几多", "几", "how many ", "how much ", *ASKED_WITH):
            if word.startswith(prefix) and word[len(prefix) :] in words:
                return words[word[len(prefix) :]]
        last = word.rpartition(" ")[2] if " " in word else _behind_amount(word)
        if last != word and last in words:
            return words[last]
    return None


def _behind_amount(word: str) -> str:
    """What stands behind 多少 or 几: 美元 in 收多少美元."""
    return next((word.rpartition(amount)[2] for amount in ("多少", "几多", "几") if amount in word), word)
