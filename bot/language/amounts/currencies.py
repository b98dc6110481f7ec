"""The currency that stands before or behind a number: HK$ 50, 人民币五十, rmb 30, 95 MEUR, 一百个大洋."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final, NamedTuple

from bot.knowledge.entries import CurrencyWord
from bot.language.amounts.vocabulary import Source, Vocabulary
from bot.language.basics.lexicon import LATIN, skip_space_back
from bot.language.basics.vocabulary import words_under
from bot.language.numbers.not_units import is_other_word, is_pence
from bot.quantities import ONE

_ARTICLES: Final = tuple(f"{word} " for word in words_under("sums", "of a coin"))
"""Half a dollar, a quarter of a dollar, two million of dollars."""
_LETTER_OF_SCALE: Final = {"k": Decimal(10**3), "m": Decimal(10**6)}
LENGTH_OF_NAME: Final = 2
_LENGTH_OF_CODE: Final = 3
_DETERMINERS: Final = tuple(f"{word} " for word in words_under("sums", "determiners"))
"""Before a currency's name these make it a noun of its own: how many tokens per dollar, 5 million of them."""
_WANTED_IN: Final = tuple(f"{word} " for word in words_under("sums", "wanted in"))
"""Before a currency these say in what something is wanted: the cost in usd, 5 million tokens."""
_OPENS_CLAUSE: Final = frozenset(",;:(\n。、")


class Before(NamedTuple):
    word: CurrencyWord
    start: int


def currency_before(source: Source, vocabulary: Vocabulary, start: int, floor: int) -> Before | None:
    """The currency before a number, a minus between them (¥-5) passed over."""
    if start <= floor:
        return None
    text = source.text
    end = skip_space_back(text, start - 1 if text[start - 1] in "-−" else start, floor)
    found = vocabulary.before.ending(text, end, floor)
    found = _name_before(text, vocabulary, end, floor, found) or found
    if found is None or (found[0].capitals and not source.is_upper(found[1], end)):
        return None
    word, at = found
    if end - at > _LENGTH_OF_CODE and text.endswith(_DETERMINERS, floor, at):
        return None
    if word.text[-1] in LATIN and text.endswith(_WANTED_IN, floor, at):
        return None
    named = vocabulary.before.ending(text, at, floor) if word.generic and at > floor else None
    return Before(*found) if named is None or named[0].generic else Before(*named)


def _name_before(
    text: str, vocabulary: Vocabulary, end: int, floor: int, shorter: tuple[CurrencyWord, int] | None
) -> tuple[CurrencyWord, int] | None:
    """A currency's name before the number that opens what is said, or is more of one: Finnish markka 10, 瑞士法郎100."""
    found = vocabulary.after.ending(text, end, floor)
    if found is None or found[0].factor != ONE:
        return None
    word, at = found
    if shorter is not None:
        return found if at < shorter[1] else None
    at_start = at == 0 or text[skip_space_back(text, at) - 1] in _OPENS_CLAUSE
    return found if at_start and end - at > (_LENGTH_OF_CODE if word.text.isascii() else 1) else None


def currency_after(source: Source, vocabulary: Vocabulary, pos: int) -> tuple[CurrencyWord, int] | None:
    text = source.text
    if pos >= len(text):
        return None
    if text[pos] == " " or (text[pos] == "-" and text[pos + 1 : pos + 2] in LATIN):
        pos += 1
        if text.startswith(_ARTICLES, pos):
            pos = text.index(" ", pos) + 1
            pos += 2 if text.startswith("a ", pos) else 0
    found = vocabulary.after.starting(text, pos) or _scaled_code(source, vocabulary, pos)
    if found is None:
        return _behind_measure(text, vocabulary, pos)
    word, end = found
    if word.text == "圆" and vocabulary.yen is not None and source.original[source.offsets[pos]] == "円":
        return vocabulary.yen, end
    if word.text == "p" and not is_pence(text, pos):
        return None
    if is_other_word(text, pos, end) or (word.capitals and not source.is_upper(pos, end)):
        return None
    return found


def _scaled_code(source: Source, vocabulary: Vocabulary, pos: int) -> tuple[CurrencyWord, int] | None:
    """The code of a currency with a letter for thousands or millions before it, all in capitals: MEUR, KUSD."""
    scale = _LETTER_OF_SCALE.get(source.text[pos : pos + 1])
    found = vocabulary.after.starting(source.text, pos + 1) if scale is not None else None
    if scale is None or found is None or found[0].text != found[0].currency.lower():
        return None
    word, end = found
    return (replace(word, factor=word.factor * scale), end) if source.is_upper(pos + 1, end) else None


def _behind_measure(text: str, vocabulary: Vocabulary, pos: int) -> tuple[CurrencyWord, int] | None:
    """A currency's name behind a measure word: 一百个大洋, 五十个港币."""
    if text[pos] != "个":
        return None
    found = vocabulary.after.starting(text, pos + 1)
    return found if found is not None and found[1] - pos > LENGTH_OF_NAME and not found[0].text.isascii() else None
