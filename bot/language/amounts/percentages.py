"""Percentages: 50%, 百分之三十, 千分之五, 八折 (one pays 80%), 两成 (20%), 25bp."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from bot.language.amounts.vocabulary import Term, measured
from bot.language.basics.entities import EntityKind
from bot.language.basics.lexicon import LATIN, Lexicon, skip_space
from bot.language.basics.vocabulary import characters, either, table, words_under
from bot.language.numbers.arabic_numbers import Figure, Standing
from bot.language.numbers.chinese_sections import ASCII_DIGITS, DIGITS
from bot.language.numbers.numbers import plain_number
from bot.quantities import ONE, PERCENT

_TEN: Final = Decimal(10)
_TENTH: Final = Decimal("0.1")
_HUNDREDTH: Final = Decimal("0.01")


def _decimals(section: str) -> dict[str, Decimal]:
    return {word: Decimal(heading) for word, heading in table("percentages", section).items()}


_AFTER: Final = Lexicon(_decimals("behind") | {"%": ONE, "‰": _TENTH, "‱": _HUNDREDTH})
_PARTS: Final = _decimals("before")
_SIGN: Final = re.compile(rf"({either(_PARTS)}) ?[分份] ?之 ?")
_WORDS: Final = _decimals("whole")
_OPENERS: Final = frozenset(word[0] for word in (*_PARTS, *_WORDS))

_GOES_ON: Final = frozenset(".,:-~/%")
_NOT_DISCOUNT: Final = characters("percentages", "no discount")
_NOT_SHARE: Final = words_under("percentages", "no share")


def percent_before(text: str, pos: int) -> Term | None:
    """百分之三十, 千分之五, 百分百, 对折: what begins with its sign, or is one word."""
    if text[pos] not in _OPENERS:
        return None
    sign = _SIGN.match(text, pos)
    if sign is not None:
        return _after_sign(text, sign)
    for word, value in _WORDS.items():
        if text.startswith(word, pos) and _is_whole(text, pos + 1):
            figure = Figure(value, value, pos + len(word))
            return measured(EntityKind.PERCENT, figure, pos, figure.end, PERCENT, ONE)
    return None


def _after_sign(text: str, sign: re.Match[str]) -> Term | None:
    start = sign.end()
    negative = text[start : start + 1] in ("负", "-")
    figure = plain_number(text, start + negative)
    if figure is None or figure.high is None:
        return None
    factor = _PARTS[sign[1]]
    found = measured(EntityKind.PERCENT, figure, sign.start(), figure.end, PERCENT, factor, before=True)
    return found._replace(low=-figure.high * factor, high=-found.low) if negative else found


def _is_whole(text: str, pos: int) -> bool:
    """Whether the word whose second character stands at ``pos`` is no part of a longer one."""
    if text[pos] == "折":
        return is_discount(text, pos)
    return text[pos] != "成" or is_share(text, pos)


def percent_after(text: str, start: int, figure: Figure) -> Term | None:
    """50%, 50 percent, 30个百分点, 25bp, 八折, 三成半."""
    end = figure.end
    sign = text[end]
    if sign == "折":
        return _folds(text, start, figure)
    if sign == "成":
        return _tenths(text, start, figure)
    if sign == "个":
        end = skip_space(text, end + 1)
    elif sign == " " or (sign == "-" and text[end + 1 : end + 2] in LATIN):
        end += 1
    found = _AFTER.starting(text, end)
    if found is None or figure.standing is Standing.BARE:
        return None
    factor, end = found
    return measured(EntityKind.PERCENT, figure, start, end, PERCENT, factor, after=True)


def _folds(text: str, start: int, figure: Figure) -> Term | None:
    """八折 is 80%, 八五折 and 85折 are 85%, 8.5折 is 85%, 七八折 is 78% (个七八折 is 70% to 80%)."""
    end, high = figure.end, figure.high
    if high is None or not 0 < figure.low < 100 or not is_discount(text, end):
        return None
    if figure.rough and end - start == 2 and text[start - 1 : start] != "个" and text[start] in DIGITS:
        value = Decimal(10 * DIGITS[text[start]] + DIGITS[text[start + 1]])
        return measured(EntityKind.PERCENT, Figure(value, value, end), start, end + 1, PERCENT, ONE, after=True)
    factor = _TEN if high <= 10 else ONE
    return measured(EntityKind.PERCENT, figure, start, end + 1, PERCENT, factor, after=True)


def _tenths(text: str, start: int, figure: Figure) -> Term | None:
    """两成 is 20%, 三成半 and 三成五 are 35%, 三成多 is 30% to 40%."""
    end = figure.end
    if figure.low > 10 or figure.standing is Standing.BARE or not is_share(text, end):
        return None
    share = measured(EntityKind.PERCENT, figure, start, end + 1, PERCENT, _TEN, after=True)
    following = text[end + 1 : end + 2]
    if not following or not figure.exact:
        return share
    if following in DIGITS or following == "半":
        low = share.low + DIGITS.get(following, 5)
        return share._replace(low=low, high=low, end=end + 2)
    if following in ASCII_DIGITS and not text[end + 2 : end + 3].isalnum() and text[end + 2 : end + 3] not in _GOES_ON:
        low = share.low + int(following)
        return share._replace(low=low, high=low, end=end + 2)
    if following in "多余":
        return share._replace(high=share.low + 10, end=end + 2, rough=True)
    return share


def is_discount(text: str, pos: int) -> bool:
    """Whether the 折 at ``pos`` is a discount: not in 折叠, 折合."""
    return text[pos + 1 : pos + 2] not in _NOT_DISCOUNT


def is_share(text: str, pos: int) -> bool:
    """Whether the 成 at ``pos`` is tenths: 三成员工 is, 三成员 is not."""
    if text.startswith("员", pos + 1):
        return text.startswith("员工", pos + 1)
    return not text.startswith(_NOT_SHARE, pos + 1)
