"""Sums of money: ¥300, 三块五, 12.5 million yuan, 人民币五十元, thirteen dollars and forty-five cents."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final, NamedTuple

from bot.knowledge.entries import CurrencyWord
from bot.language.amounts.vocabulary import Source, Term, Vocabulary, added, measured
from bot.language.basics.entities import EntityKind
from bot.language.basics.lexicon import LATIN, Lexicon, is_han, skip_space, skip_space_back
from bot.language.numbers.arabic_numbers import Figure, Standing
from bot.language.numbers.chinese_sections import ASCII_DIGITS, DIGITS, NUMERALS
from bot.language.numbers.english_words import SCALES, TEENS, TENS, word_at
from bot.language.numbers.not_units import is_half_word, is_more, is_other_word, is_pence, is_score
from bot.language.numbers.numbers import LETTERS, number
from bot.quantities import ONE

_HALF: Final = Decimal("0.5")
_TENTH: Final = Decimal("0.1")
_HUNDREDTH: Final = Decimal("0.01")
_AND: Final = " and "
_AND_PARTS: Final = {" and a half": _HALF, " and a quarter": Decimal("0.25")}
_ARTICLES: Final = ("of ", "a ")
"""Half a dollar, a quarter of a dollar, two million of dollars."""
_MAX_PARTS: Final = 4
"""元, 角, 分 and 厘."""
_JOIN: Final = re.compile(r"(?: ?, ?| )?and |, | ?零| ")
_MEASURED: Final = frozenset(
    "个平斤次天本字条篇份轮台只张瓶杯包袋箱件部人位岁年月日号点时分秒米公克千百十万亿度层元块蚊毛角厘折成倍%词册家种吨碗碟盘串顿晚头匹颗粒支枝根双套枚场趟卷束棵朵扎打桶罐壶课节段首"
)
_IN_ALL: Final = ("一共", "一起", "一并")
"""Words whose 一 ends no sum: 50块一共."""
_TWO_DIGITS: Final = re.compile(r"[1-9][0-9](?![0-9])")
_ENDS_SUM: Final = re.compile(
    r"(?![-–~/%:]|[.,][0-9])(?!\ ?[a-z\u3400-\u9fff0-9])|\ (?:each|apiece|per|an?|for|in|on|at|and|or|but|is|was|to|from|with|if|please|only"
    r"|total|change|extra|more|less|all|now|today|the|this|that|i|you|he|she|it|we|they|what|how|so|then|lol|lmao|tho|though|cash|left|here|there"
    r"|does|can|could|would|will|gets?|buys?|worth|of|max|tops|spare|u|ya|bruh|bro)(?![a-z])"
)
"""What may follow fifty in "two dollars fifty": nothing that it could count."""
_SAID_COINS: Final = frozenset("块蚊刀")
"""Words of everyday speech, after which a digit ends the sum before the currency is named: 10块5美元."""
_NO_DIGIT_AFTER: Final = frozenset("._:-~/") | LATIN


_SCALE_BEHIND: Final = Lexicon({f" {word}": Decimal(scale) for word, scale in SCALES.items()})
"""The scale behind the currency: 40 USD million."""
_SPACED_SCALE: Final = Lexicon({f" {letter}": Decimal(LETTERS[letter]) for letter in ("k", "m", "mm", "b", "bn")})
"""A letter of scale apart from a number that a currency stands before: US$ 4.5 m."""
_NO_SCALE_BEFORE: Final = frozenset("0123456789'")
_LETTER_OF_SCALE: Final = {"k": Decimal(10**3), "m": Decimal(10**6)}
_LENGTH_OF_NAME: Final = 2
_OPENS_NAME: Final = frozenset("百千多几")
_LENGTH_OF_CODE: Final = 3
_DETERMINERS: Final = ("a ", "per ", "the ", "one ", "each ", "every ", "many ", "much ", "this ", "that ")
"""Before a currency's name these make it a noun of its own: how many tokens per dollar, 5 million of them."""

_WANTED_IN: Final = ("in ", "to ", "into ")
"""Before a currency these say in what something is wanted: the cost in usd, 5 million tokens."""
_OPENS_CLAUSE: Final = frozenset(",;:(\n。、")


class _Before(NamedTuple):
    word: CurrencyWord
    start: int


def money(source: Source, vocabulary: Vocabulary, start: int, figure: Figure, floor: int) -> Term | None:
    """The sum whose first number is ``figure``; no word before ``floor`` belongs to it."""
    before = _currency_before(source, vocabulary, start, floor)
    after = _currency_after(source, vocabulary, figure.end)
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
        found = _with_parts(source, vocabulary, found)
        named = before is not None and not before.word.generic
        found = _with_name(source, vocabulary, found) if found.generic and not named else found
    return found if before is None else _with_before(found, before)


def _before_name(
    source: Source, vocabulary: Vocabulary, start: int, figure: Figure
) -> tuple[Figure, tuple[CurrencyWord, int] | None]:
    """The number before a currency whose name begins like a numeral: 50百慕大元, 50多米尼加比索, 50几内亚法郎."""
    end = figure.end - 1
    after = vocabulary.after.starting(source.text, end) if end > start else None
    shorter = number(source.text[:end], start) if after is not None and after[1] - end > _LENGTH_OF_NAME else None
    return (figure, None) if shorter is None or shorter.end != end else (shorter, after)


def with_currency_before(source: Source, vocabulary: Vocabulary, found: Term, start: int, floor: int) -> Term:
    """A sum whose number begins at ``start``, with the currency that may stand before it: 港纸四个三毫六."""
    before = _currency_before(source, vocabulary, start, floor)
    return found if before is None else _with_before(found, before)


def _with_before(found: Term, before: _Before) -> Term:
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


def _prefixed(source: Source, vocabulary: Vocabulary, before: _Before, figure: Figure) -> Term:
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
    part = _part(source, vocabulary, found, word.factor)
    return found if part is None else added(found, part[0], part[1])


def _currency_before(source: Source, vocabulary: Vocabulary, start: int, floor: int) -> _Before | None:
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
    return _Before(*found) if named is None or named[0].generic else _Before(*named)


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


def _currency_after(source: Source, vocabulary: Vocabulary, pos: int) -> tuple[CurrencyWord, int] | None:
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
    return found if found is not None and found[1] - pos > _LENGTH_OF_NAME and not found[0].text.isascii() else None


def _with_parts(source: Source, vocabulary: Vocabulary, found: Term) -> Term:
    """三块五毛二, 12块8, 3块零5分, 三块半, 三块多, five dollars and 25 cents."""
    text, factor = source.text, found.factor
    for _ in range(_MAX_PARTS):
        if found.end >= len(text) or found.low != found.high:
            return found
        part = _part(source, vocabulary, found, factor)
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
    named = _currency_after(source, vocabulary, after)
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
    for words, value in _AND_PARTS.items():
        if text.startswith(words, found.end):
            return added(found, value, found.end + len(words))
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
        return single and (following in _MEASURED or following in LATIN or following == "半")
    if following == " ":
        return text[end + 1 : end + 2] in LATIN or text[end + 1 : end + 2] in _MEASURED
    return following in _NO_DIGIT_AFTER or following in _MEASURED


def _part(source: Source, vocabulary: Vocabulary, found: Term, factor: Decimal) -> tuple[Decimal, int, Decimal] | None:
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
    after = _currency_after(source, vocabulary, figure.end)
    if after is None or after[0].factor >= factor:
        return None
    word, end = after
    if word.currency != found.unit and not word.generic:
        return None
    value = figure.low * word.factor
    return (value, end, word.factor) if value < factor else None


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
