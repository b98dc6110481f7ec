"""One amount with the words that belong to it: money, a percentage, a quantity or a plain number.

Each rule is a function from a text and a place to a term and its end, or ``None``.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from bot.knowledge.entries import CurrencyWord, UnitWord
from bot.language import words_around as around
from bot.language.chinese_numbers import DIGITS, NUMERALS
from bot.language.entities import EntityKind
from bot.language.figures import Figure, Standing
from bot.language.lexicon import LATIN, WORD_CHARACTERS, Lexicon, skip_space, skip_space_back
from bot.language.numbers import number, plain_number
from bot.quantities import ONE, ZERO

HALF: Final = Decimal("0.5")
TENTH: Final = Decimal("0.1")
HUNDRED: Final = Decimal(100)
_DIGITS: Final = frozenset("0123456789")


class Term(NamedTuple):
    """An amount before ranges and bounds are looked at; ``figure`` is the number as written."""

    kind: EntityKind
    low: Decimal
    high: Decimal | None
    start: int
    end: int
    figure: Figure
    unit: str | None = None
    factor: Decimal = ONE
    generic: bool = False
    rough: bool = False
    before: bool = False
    """Its currency, or 百分之, stands before it: a number that follows in a range shares it."""
    after: bool = False
    """Its unit stands after it: a number that precedes in a range shares it."""


class Vocabulary:
    """The words for money and units, ready to be looked up."""

    def __init__(self, currency_words: Sequence[CurrencyWord], unit_words: Sequence[UnitWord]) -> None:
        before: dict[str, CurrencyWord] = {}
        after: dict[str, CurrencyWord] = {}
        for word in currency_words:
            if word.before:
                before.setdefault(word.text, word)
            if word.after:
                after.setdefault(word.text, word)
        self.before = Lexicon(before)
        self.after = Lexicon(after)
        self.units = Lexicon({word.text: word for word in unit_words})
        self.coin = next((word for word in currency_words if word.text == "块"), None)
        """The word whose number may be left out: 块把钱, 块八毛."""


class Source(NamedTuple):
    """The text with names masked, and what is needed to see its original letters."""

    text: str
    original: str
    offsets: Sequence[int]

    def is_upper(self, start: int, end: int) -> bool:
        return self.original[self.offsets[start] : self.offsets[end - 1] + 1].isupper()


def term(source: Source, vocabulary: Vocabulary, start: int, figure: Figure, floor: int) -> Term | None:
    """The amount whose number is ``figure``, at ``start``; no word before ``floor`` belongs to it."""
    text = source.text
    if figure.end < len(text):
        found = _percent(text, start, figure) or _discount(text, start, figure)
        if found is not None:
            return _signed(text, found, floor)
    place = _before_sign(text, start, floor)
    currency = _currency_before(source, vocabulary, place, floor)
    if currency is None and place != start:
        currency = _currency_before(source, vocabulary, start, floor)
    found = _money(source, vocabulary, start, figure, currency)
    if found is None:
        found = _quantity(text, vocabulary, start, figure) or _plain(start, figure)
    return _signed(text, found, floor)


def _plain(start: int, figure: Figure) -> Term:
    return Term(EntityKind.NUMBER, figure.low, figure.high, start, figure.end, figure, rough=figure.rough)


def _before_sign(text: str, start: int, floor: int) -> int:
    """The place before a minus sign: -$5 and $-5."""
    return start - 1 if start > floor and text[start - 1] in "-−" else start


def _signed(text: str, found: Term, floor: int) -> Term:
    """The term with the minus, 负 or "minus" before it."""
    start = around.minus_start(text, found.start, floor)
    if start is None or found.high is None:
        return found
    return found._replace(low=-found.high, high=-found.low, start=start)


# --- percentages -------------------------------------------------------------------------------------------------------


def leading_percent(text: str, pos: int) -> Term | None:
    """百分之三十, 千分之五, 万分之三, 百分百: a percentage whose sign stands before the number."""
    for word, factor in around.PERCENT_BEFORE:
        if text.startswith(word, pos):
            figure = plain_number(text, pos + len(word))
            if figure is None or (figure.low != figure.high and figure.high is None):
                return None
            return _percentage(pos, figure, figure.end, factor)._replace(before=True)
    if text.startswith("百分百", pos):
        return _percentage(pos, Figure(HUNDRED, HUNDRED, pos + 3), pos + 3, ONE)
    if text.startswith(("对折", "半折"), pos) and around.is_discount(text, pos + 1):
        return _percentage(pos, Figure(Decimal(50), Decimal(50), pos + 2), pos + 2, ONE)
    if text.startswith("半成", pos) and around.is_share(text, pos + 1):
        return _percentage(pos, Figure(Decimal(5), Decimal(5), pos + 2), pos + 2, ONE)
    return None


def _percentage(start: int, figure: Figure, end: int, factor: Decimal) -> Term:
    high = None if figure.high is None else figure.high * factor
    return Term(
        EntityKind.PERCENT, figure.low * factor, high, start, end, figure, "percent", factor, rough=figure.rough
    )


def _percent(text: str, start: int, figure: Figure) -> Term | None:
    """50%, 50 percent, 30个百分点, 25bp."""
    end = skip_space(text, figure.end, 1)
    sign = around.PERCENT_AFTER.starting(text, end)
    if sign is None and text[end : end + 1] == "-":
        sign = around.PERCENT_AFTER.starting(text, end + 1)
    if sign is None or figure.standing is Standing.BARE:
        return None
    factor, end = sign
    return _percentage(start, figure, end, factor)._replace(after=True)


def _discount(text: str, start: int, figure: Figure) -> Term | None:
    """八折 (one pays 80%), 八五折, 8.5折; 两成 (20%), 三成半, 三成五."""
    end = figure.end
    if text[end] == "折" and figure.exact and around.is_discount(text, end):
        return _folds(start, figure)
    if text[end] == "折" and figure.high is not None and around.is_discount(text, end):
        return _percentage(start, figure, end + 1, Decimal(10))._replace(after=True)
    if text[end] != "成" or not around.is_share(text, end) or figure.low > 10 or figure.standing is Standing.BARE:
        return None
    share = _percentage(start, figure, end + 1, Decimal(10))._replace(after=True)
    following = text[end + 1 : end + 2]
    if following == "半" and figure.exact:
        return share._replace(low=share.low + 5, high=share.low + 5, end=end + 2)
    if following in DIGITS and figure.exact:
        more = share.low + DIGITS[following]
        return share._replace(low=more, high=more, end=end + 2)
    if following in ("多", "余") and figure.exact:
        return share._replace(high=share.low + 10, end=end + 2, rough=True)
    return share


def _folds(start: int, figure: Figure) -> Term | None:
    value = figure.low
    if not ZERO < value < 100:
        return None
    factor = Decimal(10) if value <= 10 else ONE
    return _percentage(start, figure, figure.end + 1, factor)._replace(after=True)


# --- money -------------------------------------------------------------------------------------------------------------


class _Before(NamedTuple):
    word: CurrencyWord
    start: int


def _currency_before(source: Source, vocabulary: Vocabulary, start: int, floor: int) -> _Before | None:
    end = skip_space_back(source.text, start, floor, 1)
    found = vocabulary.before.ending(source.text, end, floor)
    if found is None:
        return None
    word, at = found
    if around.is_everyday(word.text) and not source.is_upper(at, end):
        return None
    return _Before(word, at)


def _currency_after(source: Source, vocabulary: Vocabulary, figure_end: int) -> tuple[CurrencyWord, int] | None:
    text = source.text
    end = skip_space(text, figure_end, 1)
    if text[end : end + 1] == "-" and text[end + 1 : end + 2] in LATIN:
        end += 1
    if text.startswith("of ", end):
        end += 3
    found = vocabulary.after.starting(text, end)
    if found is None:
        return None
    word, after = found
    if around.is_other_word(text, end, after):
        return None
    if around.is_everyday(word.text) and not source.is_upper(end, after):
        return None
    return word, after


def _money(source: Source, vocabulary: Vocabulary, start: int, figure: Figure, before: _Before | None) -> Term | None:
    """¥300, 三块五, 12.5 million yuan, 人民币五十元, 5 dollars and 25 cents."""
    after = _currency_after(source, vocabulary, figure.end) if figure.end < len(source.text) else None
    if after is not None and around.is_score(source.text, start, after[0].text, figure):
        after = None
    if before is None and after is None:
        return None
    if before is not None and after is not None and not (after[0].generic or after[0].currency == before.word.currency):
        before = None
    if after is None:
        assert before is not None
        return _money_term(before.word, before.start, figure, figure.end)._replace(before=True)
    word, end = after
    found = _money_term(word, start, figure, end)._replace(after=True)
    found = _with_parts(source, vocabulary, found, word)
    found = _with_name(source, vocabulary, found)
    if before is not None:
        named = before.word if found.generic else None
        found = found._replace(start=before.start, before=True)
        if named is not None:
            found = found._replace(unit=named.currency, generic=named.generic)
    return found


def _money_term(word: CurrencyWord, start: int, figure: Figure, end: int) -> Term:
    high = None if figure.high is None else figure.high * word.factor
    return Term(
        EntityKind.MONEY,
        figure.low * word.factor,
        high,
        start,
        end,
        figure,
        word.currency,
        word.factor,
        word.generic,
        figure.rough,
    )


def _with_parts(source: Source, vocabulary: Vocabulary, money: Term, word: CurrencyWord) -> Term:
    """三块五毛二, 12块8, 3块零5分, 三块半, 三块多, five dollars and 25 cents."""
    text, factor = source.text, word.factor
    for _ in range(4):
        if money.end >= len(text) or money.low != money.high:
            return money
        ended = _last_part(text, money, factor)
        if ended is not None:
            return ended
        part = _part(source, vocabulary, money, factor)
        if part is None:
            return money
        value, end, factor = part
        money = money._replace(low=money.low + value, high=money.low + value, end=end)
    return money


def _last_part(text: str, money: Term, factor: Decimal) -> Term | None:
    """What may end a sum: 半, 多, 来钱, and one or two digits without a word of their own."""
    end = money.end
    following = text[end]
    if following == "半" and not around.is_half_word(text, end):
        return _added(money, HALF * factor, around.skip_coin(text, end + 1))
    if following in "多余" and around.is_more(text, end):
        high = money.low + factor
        return money._replace(high=high, end=around.skip_coin(text, end + 1), rough=True)
    if text.startswith("来钱", end):
        return money._replace(end=end + 2, rough=True)
    start = end + 1 if following in "零〇" else end
    digits = around.loose_digits(text, start)
    if digits is None:
        return None
    value, after = digits
    if len(str(value)) > 1 or start > end or after - start > 1:
        if factor != ONE:
            return None
        return _added(money, value * Decimal("0.01") * factor, after)
    return _added(money, value * TENTH * factor, after)


def _added(money: Term, value: Decimal, end: int) -> Term:
    return money._replace(low=money.low + value, high=money.low + value, end=end)


def _part(source: Source, vocabulary: Vocabulary, money: Term, factor: Decimal) -> tuple[Decimal, int, Decimal] | None:
    """[零] five 毛 | and 25 cents: its value, end and factor."""
    text = source.text
    at = around.skip_join(text, money.end)
    if at >= len(text):
        return None
    character = text[at]
    if not (character in _DIGITS or character in NUMERALS or (character in LATIN and at > money.end)):
        return None
    figure = number(text, at)
    if figure is None or not figure.exact or figure.standing >= Standing.BARE:
        return None
    after = _currency_after(source, vocabulary, figure.end)
    if after is None or after[0].factor >= factor:
        return None
    word, end = after
    if word.currency != money.unit and not (word.generic and word.factor < ONE):
        return None
    value = figure.low * word.factor
    return (value, end, word.factor) if value < factor else None


def _with_name(source: Source, vocabulary: Vocabulary, money: Term) -> Term:
    """100块人民币, 50元港币, 20块(美金): the currency's name after a word that names no country."""
    if not money.generic or money.end >= len(source.text):
        return money
    at = skip_space(source.text, money.end, 1)
    bracket = source.text[at : at + 1] == "("
    found = vocabulary.after.starting(source.text, at + bracket)
    if found is None or found[0].generic or found[0].factor != ONE:
        return money
    word, end = found
    if around.is_everyday(word.text) and not source.is_upper(at + bracket, end):
        return money
    if bracket:
        if source.text[end : end + 1] != ")":
            return money
        end += 1
    return money._replace(unit=word.currency, generic=False, end=end)


def coin_without_number(text: str, pos: int, vocabulary: Vocabulary) -> Term | None:
    """块把钱 (about one), 块八毛 (0.8 to 1), 毛把钱."""
    word = vocabulary.coin
    if word is None:
        return None
    match = around.COIN_ABOUT.match(text, pos)
    if match is None:
        return None
    unit = ONE if text[pos] == "块" else TENTH
    low = unit if match.group("digit") is None else TENTH * DIGITS[match.group("digit")]
    figure = Figure(low, unit, match.end(), True)
    return Term(EntityKind.MONEY, low, unit, pos, match.end(), figure, word.currency, unit, True, True)


# --- quantities --------------------------------------------------------------------------------------------------------


def _quantity(text: str, vocabulary: Vocabulary, start: int, figure: Figure) -> Term | None:
    """100万tokens, 五十万个汉字, 两年半, 1,000-token, 20k input tokens (its span then ends with the number)."""
    half, end = around.half_measure(text, figure)
    low, high = figure.low + half, None if figure.high is None else figure.high + half
    at = around.skip_measure(text, end)
    found = vocabulary.units.starting(text, at)
    if found is None or around.is_other_word(text, at, found[1]):
        return _apart(text, vocabulary, start, figure) or _half_number(start, figure, half, end)
    word, after = found
    if at == figure.end and around.is_date_unit(text, at, after, figure):
        return None
    quantity = Term(
        EntityKind.QUANTITY,
        low * word.factor,
        None if high is None else high * word.factor,
        start,
        after,
        figure,
        word.unit,
        word.factor,
        rough=figure.rough,
        after=True,
    )
    if after < len(text) and quantity.low == quantity.high:
        if text[after] == "半" and word.unit == "day" and not around.is_half_word(text, after):
            return _added(quantity, HALF * word.factor, after + 1)
        if text[after] in "多余" and around.is_more(text, after):
            return quantity._replace(high=quantity.low + word.factor, end=after + 1, rough=True)
    return quantity


def _half_number(start: int, figure: Figure, half: Decimal, end: int) -> Term | None:
    """五个半: a plain number, 5.5."""
    if not half:
        return None
    value = figure.low + half
    return Term(EntityKind.NUMBER, value, value, start, end, figure._replace(standing=Standing.FIRM, end=end))


def _apart(text: str, vocabulary: Vocabulary, start: int, figure: Figure) -> Term | None:
    """20k input tokens, 10万输出token, 100万 (a name) tokens: the unit stands after another word."""
    at = around.skip_qualifier(text, figure.end)
    if at is None:
        return None
    found = vocabulary.units.starting(text, at)
    if found is None or around.is_other_word(text, at, found[1]) or found[0].unit == "day":
        return None
    word = found[0]
    high = None if figure.high is None else figure.high * word.factor
    return Term(
        EntityKind.QUANTITY,
        figure.low * word.factor,
        high,
        start,
        figure.end,
        figure,
        word.unit,
        word.factor,
        rough=figure.rough,
        after=True,
    )


__all__ = ["WORD_CHARACTERS", "Source", "Term", "Vocabulary", "coin_without_number", "leading_percent", "term"]
