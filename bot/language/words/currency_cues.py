"""Words by which an answer is wanted in a currency, without an amount: in rupees, INR, 换成卢比."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from bot.knowledge.entries import CurrencyWord
from bot.language.basics.vocabulary import table
from bot.quantities import ONE

ASKED_WITH: Final = ("in ", "into ", "to ")
"""What stands before a currency's Latin name that an answer is wanted in."""


def asked_currencies(words: Iterable[CurrencyWord]) -> Iterator[str]:
    """The texts, in normal form, that ask for a whole unit of a currency."""
    # Codes and names of currencies that are everyday words, or a company and a language, as well.
    everyday = table("everyday", "currencies")
    for word in words:
        text = word.text
        if not word.after or word.factor != ONE or text in everyday:
            continue
        if not text.isascii():
            if len(text) > 1 and text.isalpha():
                yield text
        elif text.replace(" ", "").isalpha():
            yield from (before + text for before in ASKED_WITH)
            if text == word.currency.lower():
                yield text
