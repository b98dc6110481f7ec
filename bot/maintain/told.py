"""Amounts, prices and how far two are apart, exactly, as reports to maintainers write them."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from bot.knowledge.entries import Wording
from bot.quantities import ARITHMETIC, exact_text
from bot.replies.figures import grouped, shortened
from bot.replies.speech import wording
from bot.text import Language

ABOUT: Final = "≈ "
"""Stands before a number that was rounded."""

_MOST_DIGITS: Final = 12
_WHOLE: Final = Decimal(100)
_PLACES: Final = Decimal("0.01")


def digits(value: Decimal) -> str:
    """All digits of a number, or, where they are many, the first few, marked as rounded."""
    text = exact_text(value)
    if len(text.replace(".", "").lstrip("0")) <= _MOST_DIGITS:
        return grouped(value)
    small, rounded = shortened(value)
    return f"{ABOUT if rounded else ''}{grouped(small)}"


def money(amount: Decimal, currency: str) -> Wording:
    """``4.5 元``, ``4.5 CNY``: in English by its code, which leaves no doubt."""
    text = digits(amount)
    return Wording(zh=f"{text} {wording(Language.ZH_HANS).currency(currency)}", en=f"{text} {currency}")


def rate(amount: Decimal, currency: str, per: Decimal, unit: str) -> Wording:
    """An amount for so many tokens, or so many of what else a model is paid for."""
    sums = money(amount, currency)
    return Wording(zh=_per(sums.zh, per, unit, Language.ZH_HANS), en=_per(sums.en, per, unit, Language.EN))


def _per(sums: str, per: Decimal, unit: str, language: Language) -> str:
    phrases = wording(language)
    template = phrases.market.by_unit.get(unit)
    if template is None:
        return phrases.per.format(money=sums, per=phrases.per_names.get(per) or phrases.number(per))
    if per == 1:
        return template.format(money=sums, n="", s="", es="")
    return template.format(money=sums, n=f"{phrases.number(per)} ", s="s", es="es")


def percentage(before: Decimal, after: Decimal) -> Decimal:
    """By how many percent a price that is not zero changed."""
    return ARITHMETIC.multiply(ARITHMETIC.divide(ARITHMETIC.subtract(after, before), before), _WHOLE)


def percent(before: Decimal, after: Decimal) -> str:
    """The same in words: ``−50%``, ``≈ +33.33%``."""
    exact = percentage(before, after)
    shown = exact.quantize(_PLACES, context=ARITHMETIC) if abs(exact) >= _PLACES else exact
    about = ABOUT if shown != exact else ""
    sign = "−" if exact < 0 else "+" if exact > 0 else "±"
    return f"{about}{sign}{digits(abs(shown)).removeprefix(ABOUT)}%"
