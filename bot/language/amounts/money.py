"""Sums of money: ¥300, 三块五, 12.5 million yuan, 人民币五十元, thirteen dollars and forty-five cents."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from bot.knowledge.entries import CurrencyWord
from bot.language.amounts.coins import next_part, with_parts
from bot.language.amounts.currencies import LENGTH_OF_NAME, Before, currency_after, currency_before
from bot.language.amounts.vocabulary import Source, Term, Vocabulary, added, measured
from bot.language.basics.entities import EntityKind
from bot.language.basics.lexicon import Lexicon, skip_space
from bot.language.basics.vocabulary import characters
from bot.language.numbers.arabic_numbers import Figure
from bot.language.numbers.chinese_sections import ASCII_DIGITS
from bot.language.numbers.english_words import SCALES
from bot.language.numbers.not_units import is_score
from bot.language.numbers.numbers import LETTERS, number
from bot.quantities import ONE

_SCALE_BEHIND: Final = Lexicon({f" {word}": Decimal(scale) for word, scale in SCALES.items()})
"""The scale behind the currency: 40 USD million."""
_SPACED_SCALE: Final = Lexicon({f" {letter}": Decimal(LETTERS[letter]) for letter in ("k", "m", "mm", "b", "bn")})
"""A letter of scale apart from a number that a currency stands before: US$ 4.5 m."""
_NO_SCALE_BEFORE: Final = frozenset("0123456789'")
_OPENS_NAME: Final = characters("sums", "opens a name")


def money(source: Source, vocabulary: Vocabulary, start: int, figure: Figure, floor: int) -> Term | None:
    """The sum whose first number is ``figure``; no word before ``floor`` belongs to it."""
    before = currency_before(source, vocabulary, start, floor)
    after = currency_after(source, vocabulary, figure.end)
    if after is None and source.text[figure.end - 1] in _OPENS_NAME:
        figure, after = _before_name(source, vocabulary, start, figure)
    if after is not None and (
        is_score(source.text, start, after[0].text, figure)
        or _opens_next(source.text, after, figure.end, behind_another=before is not None)
    ):
        after = None
    if after is None:
        return None if before is None else _prefixed(source, vocabulary, before, figure)
    word, end = after
    scale = _SCALE_BEHIND.starting(source.text, end) if figure.scale == ONE else None
    if scale is not None:
        figure = _times(figure, scale[0])
        end = scale[1]
    found = measured(EntityKind.MONEY, figure, start, end, word.currency, word.factor, word.generic, after=True)
    if end < len(source.text):
        found = with_parts(source, vocabulary, found)
        named = before is not None and not before.word.generic
        found = _with_name(source, vocabulary, found) if found.generic and not named else found
    return found if before is None else _with_before(found, before)


def _before_name(
    source: Source, vocabulary: Vocabulary, start: int, figure: Figure
) -> tuple[Figure, tuple[CurrencyWord, int] | None]:
    """The number before a currency whose name begins like a numeral: 50百慕大元, 50多米尼加比索, 50几内亚法郎."""
    end = figure.end - 1
    after = vocabulary.after.starting(source.text, end) if end > start else None
    shorter = number(source.text[:end], start) if after is not None and after[1] - end > LENGTH_OF_NAME else None
    return (figure, None) if shorter is None or shorter.end != end else (shorter, after)


def with_currency_before(source: Source, vocabulary: Vocabulary, found: Term, start: int, floor: int) -> Term:
    """A sum whose number begins at ``start``, with the currency that may stand before it: 港纸四个三毫六."""
    before = currency_before(source, vocabulary, start, floor)
    return found if before is None else _with_before(found, before)


def _with_before(found: Term, before: Before) -> Term:
    if not (found.generic or found.unit == before.word.currency):
        return found
    return found._replace(
        start=before.start,
        before=True,
        unit=before.word.currency,
        generic=found.generic and before.word.generic,
    )


def _times(figure: Figure, scale: Decimal) -> Figure:
    high = None if figure.high is None else figure.high * scale
    return figure._replace(low=figure.low * scale, high=high, scale=scale)


def _opens_next(text: str, after: tuple[CurrencyWord, int], number_end: int, *, behind_another: bool) -> bool:
    """Whether a currency stands before the next number, rather than behind this one: ¥1 ¥5, rmb 30 usd 5, 2 $5 cards."""
    word, end = after
    if not word.before or not end < len(text):
        return False
    if text[end] in ASCII_DIGITS:
        return behind_another or text[number_end] == " "
    return behind_another and text[end] == " " and text[end + 1 : end + 2] in ASCII_DIGITS and end + 1 < len(text)


def _prefixed(source: Source, vocabulary: Vocabulary, before: Before, figure: Figure) -> Term:
    """$5, US$ 4.5 m, $5 and 30 cents."""
    text, word = source.text, before.word
    scale = _SPACED_SCALE.starting(text, figure.end) if figure.plain or figure.scale == ONE else None
    if scale is not None and text[scale[1] : scale[1] + 1] not in _NO_SCALE_BEFORE:
        figure = _times(figure, scale[0])._replace(end=scale[1])
    found = measured(
        EntityKind.MONEY, figure, before.start, figure.end, word.currency, word.factor, word.generic, before=True
    )
    if found.low != found.high or not text.startswith(" ", found.end):
        return found
    part = next_part(source, vocabulary, found, word.factor)
    return found if part is None else added(found, part[0], part[1])


def _with_name(source: Source, vocabulary: Vocabulary, found: Term) -> Term:
    """100块人民币, 50元港币, 20块(美金): the currency's name after a word that names no country."""
    text = source.text
    at = skip_space(text, found.end)
    bracket = text[at : at + 1] == "("
    named = vocabulary.after.starting(text, at + bracket)
    if named is None or named[0].generic or named[0].factor != ONE:
        return found
    word, end = named
    if word.capitals and not source.is_upper(at + bracket, end):
        return found
    if bracket:
        if text[end : end + 1] != ")":
            return found
        end += 1
    return found._replace(unit=word.currency, generic=False, end=end)
