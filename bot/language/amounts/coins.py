"""What ends a sum behind its coin: 三块五毛二, 12块8, 三块半, 三块多, five dollars and 25 cents, two dollars fifty."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from bot.language.amounts.currencies import currency_after
from bot.language.amounts.vocabulary import Source, Term, Vocabulary, added
from bot.language.basics.lexicon import LATIN, is_han
from bot.language.basics.vocabulary import characters, either, words_under
from bot.language.numbers.arabic_numbers import Standing
from bot.language.numbers.chinese_sections import ASCII_DIGITS, DIGITS, NUMERALS
from bot.language.numbers.english_words import TEENS, TENS, word_at
from bot.language.numbers.not_units import is_half_word, is_more
from bot.language.numbers.numbers import number
from bot.quantities import ONE

_HALF: Final = Decimal("0.5")
_TENTH: Final = Decimal("0.1")
_HUNDREDTH: Final = Decimal("0.01")
_AND: Final = " and "
_AND_PARTS: Final = {" and a half": _HALF, " and a quarter": Decimal("0.25")}
_MAX_PARTS: Final = 4
"""元, 角, 分 and 厘."""
_JOIN: Final = re.compile(r"(?: ?, ?| )?and |, | ?零| ")
_COUNTED: Final = characters("sums", "counted behind")
_IN_ALL: Final = words_under("sums", "in all")
"""Words whose 一 ends no sum: 50块一共."""
_TWO_DIGITS: Final = re.compile(r"[1-9][0-9](?![0-9])")
_ENDS_SUM: Final = re.compile(
    r"(?![-–~/%:]|[.,][0-9])(?!\ ?[a-z\u3400-\u9fff0-9])"
    rf"|\ (?:{either(words_under('sums', 'after cents'))})(?![a-z])"
)
"""What may follow fifty in "two dollars fifty": nothing that it could count."""
_SAID_COINS: Final = characters("sums", "said coins")
"""Words of everyday speech, after which a digit ends the sum before the currency is named: 10块5美元."""
_NO_DIGIT_AFTER: Final = frozenset("._:-~/") | LATIN


def with_parts(source: Source, vocabulary: Vocabulary, found: Term) -> Term:
    """三块五毛二, 12块8, 3块零5分, 三块半, 三块多, five dollars and 25 cents."""
    text, factor = source.text, found.factor
    for _ in range(_MAX_PARTS):
        if found.end >= len(text) or found.low != found.high:
            return found
        part = next_part(source, vocabulary, found, factor)
        if part is None:
            return _last_part(source, vocabulary, found, factor) or _cents_in_words(text, found, factor) or found
        value, end, factor = part
        found = added(found, value, end)
    return found


def _last_part(source: Source, vocabulary: Vocabulary, found: Term, factor: Decimal) -> Term | None:
    """What may end a sum: 半, 多, 来钱, and one or two digits without a word of their own."""
    text, end = source.text, found.end
    following = text[end]
    if following == "半":
        return None if is_half_word(text, end) else added(found, _HALF * factor, _skip_coin(text, end + 1))
    if following in "多余几":
        if not is_more(text, end) or (following == "几" and is_han(text, end + 1) and text[end + 1] != "钱"):
            return None
        return found._replace(high=found.low + factor, end=_skip_coin(text, end + 1), rough=True)
    if text.startswith("来钱", end):
        return found._replace(end=end + 2, rough=True)
    zero = following in "零〇"
    digits = _loose_digits(text, end + zero) if is_han(text, end - 1) else None
    if digits is None:
        return None
    value, count, after = digits
    named = currency_after(source, vocabulary, after)
    if named is None and _counts_others(text, end + zero, after):
        return None
    if named is not None and (
        count > 1 or text[end - 1] not in _SAID_COINS or named[0].generic or named[0].factor != ONE
    ):
        return None
    if count > 1 or zero:
        return added(found, value * _HUNDREDTH, after) if factor == ONE else None
    return added(found, value * _TENTH * factor, after)


def _cents_in_words(text: str, found: Term, factor: Decimal) -> Term | None:
    """Two dollars fifty, 5 pounds 50 each, 12 dollars and 30, a dollar and a half."""
    if factor != ONE or text[found.end] != " " or text[found.end - 1] not in LATIN:
        return None
    for ending, value in _AND_PARTS.items():
        if text.startswith(ending, found.end):
            return added(found, value, found.end + len(ending))
    start = found.end + (len(_AND) if text.startswith(_AND, found.end) else 1)
    word, end = word_at(text, start)
    if not (word in TENS or word in TEENS or _TWO_DIGITS.match(text, start)):
        return None
    figure = number(text, start)
    if figure is None or not figure.exact or not 10 <= figure.low < 100 or figure.end < end:
        return None
    if not _ENDS_SUM.match(text, figure.end):
        return None
    return added(found, figure.low * _HUNDREDTH, figure.end)


def _skip_coin(text: str, pos: int) -> int:
    return pos + 1 if text.startswith("钱", pos) else pos


def _loose_digits(text: str, pos: int) -> tuple[int, int, int] | None:
    """One or two digits that may end a sum (三块五, 12块8, 一块二五): their value, how many they are, and their end."""
    if pos >= len(text):
        return None
    if text[pos] in ASCII_DIGITS:
        end = pos
        while end < len(text) and text[end] in ASCII_DIGITS and end < pos + 3:
            end += 1
        return (int(text[pos:end]), end - pos, end) if end - pos < 3 else None
    first = DIGITS.get(text[pos])
    if first is None or text[pos] in "零〇两幺" or text.startswith(_IN_ALL, pos):
        return None
    following = text[pos + 1 : pos + 2]
    if following and following in DIGITS and following not in "零〇":
        if is_han(text, pos + 2):
            return (first, 1, pos + 1) if text[pos + 1] in "一两" else None
        return first * 10 + DIGITS[following], 2, pos + 2
    return first, 1, pos + 1


def _counts_others(text: str, start: int, end: int) -> bool:
    """Whether the digits count what stands behind them, rather than end the sum before them: 5块3个."""
    following = text[end : end + 1]
    if text[start - 1] == "钱":
        return True
    if not following or text.startswith("包邮", end):
        return False
    if text[start] not in ASCII_DIGITS:
        single = end - start == 1 and following not in DIGITS
        return single and (following in _COUNTED or following in LATIN or following == "半")
    if following == " ":
        return text[end + 1 : end + 2] in LATIN or text[end + 1 : end + 2] in _COUNTED
    return following in _NO_DIGIT_AFTER or following in _COUNTED


def next_part(
    source: Source, vocabulary: Vocabulary, found: Term, factor: Decimal
) -> tuple[Decimal, int, Decimal] | None:
    """[零] 五毛 | and 25 cents: its value, end and factor."""
    text = source.text
    join = _JOIN.match(text, found.end)
    at = join.end() if join is not None else found.end
    if at >= len(text):
        return None
    character = text[at]
    if not (character in ASCII_DIGITS or character in NUMERALS or (character in LATIN and at > found.end)):
        return None
    figure = number(text, at)
    if figure is None or not figure.exact or (figure.standing >= Standing.BARE and character not in DIGITS):
        return None
    after = currency_after(source, vocabulary, figure.end)
    if after is None or after[0].factor >= factor:
        return None
    word, end = after
    if word.currency != found.unit and not word.generic:
        return None
    value = figure.low * word.factor
    return (value, end, word.factor) if value < factor else None
