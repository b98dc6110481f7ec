"""Words for the currencies that nobody curated: ISO codes, and the names and symbols of Unicode's CLDR.

Source: CLDR as packaged by Babel (zh, zh-Hant, en).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name, get_currency_symbol, list_currencies

from bot.knowledge.entries import CurrencyWord
from bot.quantities import ONE
from bot.text import normal_form

_LOCALES: Final = tuple(Locale.parse(identifier) for identifier in ("zh", "zh_Hant", "en"))
_NOT_MONEY: Final = frozenset(
    {"XXX", "XTS", "XAU", "XAG", "XPT", "XPD", "XBA", "XBB", "XBC", "XBD", "XRE", "XUA", "XSU"}
)
"""Codes for no currency, for tests, metals and units of account."""
_SHORTEST_NAME: Final = 3
"""Shorter names are words of other meanings as well."""


def currency_words(curated: Sequence[CurrencyWord]) -> tuple[CurrencyWord, ...]:
    """The curated words, and those of all other ISO 4217 currencies; a curated word is never overridden.

    Codes and symbols stand on both sides of a number, names after it; of currencies that are no more only names count.
    """
    words = {word.text: word for word in curated}
    current = _current() - _NOT_MONEY
    for code in sorted(list_currencies() - _NOT_MONEY, key=lambda code: (code not in current, code)):
        for name in _names(code):
            words.setdefault(name, CurrencyWord(name, code, ONE, before=False, after=True, generic=False))
        if code in current:
            for sign in _signs(code):
                words.setdefault(sign, CurrencyWord(sign, code, ONE, before=True, after=True, generic=False))
            own = words[normal_form(code)]
            words[own.text] = replace(own, before=True, after=True)
    for name, code in _units_of_one(current):
        words.setdefault(name, CurrencyWord(name, code, ONE, before=False, after=True, generic=False))
    return tuple(words.values())


def _units_of_one(codes: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What a currency's name says beside its country, where no other currency is called so: quetzals, 科多巴."""
    named: dict[str, set[str]] = {}
    for code in codes:
        for name in _names(code):
            unit = name.rpartition(" ")[2] if name.isascii() else _without_country(name)
            if unit != name and len(unit) >= (_SHORTEST_UNIT if name.isascii() else 2):
                named.setdefault(unit, set()).add(code)
    for unit, meant in sorted(named.items()):
        if len(meant) == 1 and unit not in _EVERYDAY_UNITS:
            yield unit, next(iter(meant))


def _without_country(name: str) -> str:
    countries = (country for country in _COUNTRIES if name.startswith(country))
    return name.removeprefix(max(countries, key=len, default=""))


_COUNTRIES: Final = frozenset(
    normal_form(country) for locale in _LOCALES if locale.language == "zh" for country in locale.territories.values()
)
_SHORTEST_UNIT: Final = 4
_EVERYDAY_UNITS: Final = frozenset("mark marks gold real reals sols all unit units dollar dollars".split())


def _current() -> frozenset[str]:
    """The currencies that are legal tender somewhere today."""
    return frozenset(
        code
        for currencies in get_global("territory_currencies").values()
        for code, _, until, tender in currencies
        if tender and until is None
    )


def _names(code: str) -> Iterator[str]:
    for locale in _LOCALES:
        for count in (1, 2) if locale.language == "en" else (None,):
            name = normal_form(get_currency_name(code, count, locale))
            if len(name) >= _SHORTEST_NAME and name != normal_form(code) and not any(mark in name for mark in "(（"):
                yield name


def _signs(code: str) -> Iterator[str]:
    yield normal_form(code)
    for locale in _LOCALES:
        symbol = normal_form(get_currency_symbol(code, locale))
        if not symbol.isalpha() and not symbol.isspace():
            yield symbol
