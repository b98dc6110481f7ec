"""Words for the currencies that nobody curated: ISO codes, and the names and symbols of Unicode's CLDR.

Source: CLDR as packaged by Babel (zh, zh-Hant, en).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name, get_currency_symbol, list_currencies

from bot.knowledge.entries import CurrencyWord
from bot.quantities import ONE
from bot.text import normal_form

_LOCALES: Final = tuple(Locale.parse(identifier) for identifier in ("zh", "zh_Hant", "en"))
_CHINESE, _, _ENGLISH = _LOCALES
_NOT_MONEY: Final = frozenset(
    {"XXX", "XTS", "XAU", "XAG", "XPT", "XPD", "XBA", "XBB", "XBC", "XBD", "XRE", "XUA", "XSU"}
)
"""Codes for no currency, for tests, metals and units of account."""
_SHORTEST_NAME: Final = 3
"""Shorter names are words of other meanings as well."""


def currency_words(curated: Sequence[CurrencyWord]) -> tuple[CurrencyWord, ...]:
    """The curated words, and those of all other ISO 4217 currencies; a curated word is never overridden.

    Codes and symbols stand on both sides of a number, names after it; of currencies that are no more names count, and
    the codes of those that became the euro.
    """
    words = {word.text: _on_both_sides(word) for word in curated}
    return (*words.values(), *(word for text, word in _uncurated().items() if text not in words))


def _on_both_sides(word: CurrencyWord) -> CurrencyWord:
    """A word as it is, but for codes."""
    capitals = _codes().get(word.text)
    return word if capitals is None else replace(word, before=True, after=True, capitals=capitals)


@cache
def _codes() -> Mapping[str, bool]:
    """All codes in normal form, and whether each counts in capitals alone: a word of another meaning, or of no money now."""
    current = _current()
    texts = {code: normal_form(code) for code in list_currencies() - _NOT_MONEY}
    return {text: code not in current or text in _EVERYDAY for code, text in texts.items()}


@cache
def _uncurated() -> Mapping[str, CurrencyWord]:
    """All words that nobody curated: they hang on no knowledge base, and take longer than to read one."""
    words: dict[str, CurrencyWord] = {}
    current, became_euro = _current() - _NOT_MONEY, _became_euro() - _NOT_MONEY
    for code in sorted(list_currencies() - _NOT_MONEY, key=lambda code: (code not in current, code)):
        for name in _names(code):
            words.setdefault(name, CurrencyWord(name, code, ONE, before=False, after=True, generic=False))
        for sign in _signs(code) if code in current | became_euro else ():
            words.setdefault(sign, CurrencyWord(sign, code, ONE, before=True, after=True, generic=False))
        if (own := words.get(normal_form(code))) is not None:
            words[own.text] = _on_both_sides(own)
    for name, code in (*_units_by_country(current), *_units_of_one(current)):
        words.setdefault(name, CurrencyWord(name, code, ONE, before=False, after=True, generic=False))
    return words


_EVERYDAY: Final = frozenset(
    "all amd ang aoa ars bam bnd bob cop crc cup dop etb gel gip isk lak mad mop mur nad nis pab pen php ron sar scr sdg "
    "sen sos std tnd top try ves yer zmw".split()
)
"""Codes that are a word or abbreviation in everyday use."""


def _units_by_country(codes: Iterable[str]) -> Iterator[tuple[str, str]]:
    """A currency's unit beside the name of a country where it is tender: botswana pula, 不丹努尔特鲁姆."""
    for territory, currencies in get_global("territory_currencies").items():
        for code, _, until, tender in currencies:
            if not tender or until is not None or code not in codes:
                continue
            for name in _names(code):
                locale, joint = (_CHINESE, "") if _is_chinese(name) else (_ENGLISH, " ")
                country = normal_form(locale.territories.get(territory, "")).replace(" & ", " and ")
                if country:
                    yield f"{country}{joint}{_unit(name)}", code


def _unit(name: str) -> str:
    """What a currency's name says beside its country."""
    return _without_country(name) if _is_chinese(name) else name.rpartition(" ")[2]


def _is_chinese(name: str) -> bool:
    return "\u3400" <= name[0] <= "\u9fff"


def _units_of_one(codes: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What a currency's name says beside its country, where no other currency is called so: quetzals, 科多巴."""
    named: dict[str, set[str]] = {}
    for code in codes:
        for name in _names(code):
            unit = _unit(name)
            if unit != name and len(unit) >= (2 if _is_chinese(name) else _SHORTEST_UNIT):
                named.setdefault(unit, set()).add(code)
    for unit, meant in sorted(named.items()):
        if len(meant) == 1 and unit not in _EVERYDAY_UNITS:
            yield unit, next(iter(meant))


def _without_country(name: str) -> str:
    ends = (end for end in range(len(name), 0, -1) if name[:end] in _COUNTRIES)
    return name[next(ends, 0) :]


_COUNTRIES: Final = frozenset(
    normal_form(country) for locale in _LOCALES if locale.language == "zh" for country in locale.territories.values()
)
_SHORTEST_UNIT: Final = 4
_EVERYDAY_UNITS: Final = frozenset(
    "mark marks gold golds colon colons real reals sols all unit units dollar dollars".split()
)


def _current() -> frozenset[str]:
    """The currencies that are legal tender somewhere today."""
    return frozenset(
        code
        for currencies in get_global("territory_currencies").values()
        for code, _, until, tender in currencies
        if tender and until is None
    )


def _became_euro() -> frozenset[str]:
    """The earlier currencies of the countries that pay in euro today."""
    histories = get_global("territory_currencies").values()
    euro = [history for history in histories if any(code == "EUR" and until is None for code, _, until, _ in history)]
    return frozenset(code for history in euro for code, _, until, tender in history if tender and until is not None)


@cache
def _names(code: str) -> tuple[str, ...]:
    return tuple(_named(code))


def _named(code: str) -> Iterator[str]:
    for locale in _LOCALES:
        for count in (1, 2) if locale.language == "en" else (None,):
            name = normal_form(get_currency_name(code, count, locale))
            if len(name) >= _SHORTEST_NAME and name != normal_form(code) and not any(mark in name for mark in "(（"):
                yield from (name,) if _is_chinese(name) else _spellings(name)


def _spellings(name: str) -> Iterator[str]:
    """An English name as it is typed: córdobas, cordobas; Trinidad & Tobago, Trinidad and Tobago; St., Saint."""
    yield name
    plain = "".join(mark for mark in unicodedata.normalize("NFD", name) if not unicodedata.combining(mark))
    for written, typed in _TYPED.items():
        plain = plain.replace(written, typed)
    yield plain
    if plain[-1] not in "si":
        yield f"{plain}s"


_TYPED: Final = {" & ": " and ", "st. ": "saint ", "-": " ", "\u02bb": ""}


def _signs(code: str) -> Iterator[str]:
    yield normal_form(code)
    for locale in _LOCALES:
        symbol = normal_form(get_currency_symbol(code, locale))
        if not symbol.isalpha() and not symbol.isspace():
            yield symbol
