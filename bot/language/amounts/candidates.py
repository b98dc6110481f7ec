"""Where a number may begin, and the amount that begins there."""

from __future__ import annotations

import re
from typing import Final

from bot.language.amounts.money import with_currency_before
from bot.language.amounts.not_amounts import REST_OF_TOKEN, date_or_time_end, not_figures_end
from bot.language.amounts.percentages import percent_before
from bot.language.amounts.terms import signed, term
from bot.language.amounts.unsaid_coins import cantonese_price, coin_without_number
from bot.language.amounts.vocabulary import Source, Term, Vocabulary
from bot.language.basics.lexicon import LATIN, WORD_CHARACTERS, skip_space
from bot.language.basics.vocabulary import either, words_under
from bot.language.numbers.arabic_numbers import VULGAR_FRACTIONS, Standing
from bot.language.numbers.chinese_sections import NUMERALS
from bot.language.numbers.english_idioms import english_idiom_end
from bot.language.numbers.english_words import AFTER_ARTICLE, BARE, SMALL
from bot.language.numbers.idioms import idiom_end
from bot.language.numbers.lone_words import LETTERS, article, letter
from bot.language.numbers.not_units import is_other_word
from bot.language.numbers.numbers import number

_DIGITS: Final = frozenset("0123456789.")
_PLAIN: Final = _DIGITS | LATIN
_OPENERS: Final = frozenset([*SMALL, *BARE, "dozen", "couple", "half", "quarter", "several", "point"])
_AFTER_A: Final = re.compile(rf" (?:{either((*AFTER_ARTICLE, *words_under('sums', 'after a')))})(?![a-z])")
_OPENS_IN_HAN: Final = "".join(sorted(NUMERALS)) + "".join(VULGAR_FRACTIONS)
_WEAK: Final = "几数参半俩仨对块毛蚊毫个"
"""Characters that open a number before or after certain others only."""
_WEAK_START: Final = r"""
      [几数](?=[十百千万亿拾佰仟]) | 几(?=个[半多]?亿) | (?<=[好就才了])几(?=[块元毛角蚊美欧港日])
    | 参(?=[拾佰仟万亿元圆角分]) | 半 | 对(?=折)
    | (?<![们他她它咱你我])[俩仨](?=[块毛个月天年字次本元人]|$|[^\u3400-\u9fff])
    | [块毛蚊毫](?=半)
    | [块毛](?=把|儿?[一二三四五六七八九]毛)
    | (?<![\u3400-\u9fff0-9])个(?=半|[二三四五六七八九](?:$|[^\u3400-\u9fff0-9])) | 个(?=把)
    | (?<=[了过等要花用咗])个(?=半(?:月|小时|钟|星期|礼拜|亿|万|元|块|蚊|年))
"""
_OPENING_WORD: Final = rf"(?:{'|'.join(sorted(_OPENERS))}|[{''.join(LETTERS)}](?:tok[a-z]*)?|an?)(?![a-z0-9_'])"
_PLACE: Final = re.compile(
    rf"""
    (?: [^0-9.a-z{_OPENS_IN_HAN}{_WEAK}]++
      | (?!{_OPENING_WORD}) [a-z][a-z_']*+ (?![0-9])
      | (?!{_WEAK_START}) [{_WEAK}]
      | \. (?![0-9])
    )*
    (?: (?P<place>[a-z][a-z0-9_']*|.) | $ )
    """,
    re.VERBOSE | re.DOTALL,
)
"""What no number begins in, passed over at once, and the character or Latin word behind it."""
_CPP: Final = LATIN | {"+"}
_FIELDS: Final = ("tokens", "token")
"""How the name of a field ends whose value, behind a sign of equality, is an amount: prompt_tokens=800."""
_AGAINST: Final = frozenset("#@№&=_\\双")


class Candidates:
    """Goes through a text from one possible beginning of an amount to the next."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def next_place(self, text: str, pos: int) -> int:
        """The first place from ``pos`` on where a number may begin; -1 where there is none."""
        for match in _PLACE.finditer(text, pos):
            start, end = match.span("place")
            if start < 0:
                return -1
            if text[start] not in LATIN or self._opens(text, start, end):
                return start
            at = self._digits_in(text, start, end)
            if at < end:
                return at
        return -1

    def _digits_in(self, text: str, start: int, end: int) -> int:
        """The place of the digits in usd50 where a currency's word ends before them; else the end of the word."""
        at = start
        while at < end and text[at] in LATIN:
            at += 1
        if at < end and text[at] in _DIGITS and self._vocabulary.before.ending(text, at) is not None:
            return at
        return end

    @staticmethod
    def _opens(text: str, start: int, end: int) -> bool:
        if start and text[start - 1] in WORD_CHARACTERS:
            return False
        if end - start <= 2 and text[start:end] in ("a", "an"):
            return _AFTER_A.match(text, end) is not None
        return text[start:end] in _OPENERS or (text[start] in LETTERS and letter(text, start) is not None)

    def term_at(self, source: Source, start: int, floor: int) -> Term | int:
        """The amount whose number starts at ``start``, or the place to go on from where there is none."""
        text = source.text
        passed = self._passed_over(source, start, floor)
        if passed is not None:
            return passed
        special = self._without_number(text, start) if text[start] not in _PLAIN else None
        if special is not None:
            return signed(source, special, start, floor)
        figure = number(text, start)
        if figure is None and text[start] in LATIN:
            figure = letter(text, start) or article(text, start)
        if figure is None:
            return start + 1
        if figure.standing is Standing.NEVER or (start and text[start - 1] == "第"):
            return figure.end
        end = date_or_time_end(text, start, figure)
        if end is not None and not self._opens_currency(text, start, figure.end):
            return end
        price = cantonese_price(text, start, figure, self._vocabulary) if text.startswith("个", figure.end) else None
        if price is not None:
            return with_currency_before(source, self._vocabulary, price, start, floor)
        return term(source, self._vocabulary, start, figure, floor)

    def _opens_currency(self, text: str, start: int, pos: int) -> bool:
        """Whether the 日 after a number opens a currency's name: 30日元, but 10月1日元旦."""
        found = self._vocabulary.after.starting(text, skip_space(text, pos))
        return found is not None and text[start - 1 : start] != "月" and not is_other_word(text, found[1] - 1, found[1])

    def _passed_over(self, source: Source, start: int, floor: int) -> int | None:
        """The end of what only looks like an amount: an identifier, a date, an idiom."""
        text = source.text
        if text[start] not in _PLAIN:
            return idiom_end(text, start)
        if text[start] in LATIN:
            return english_idiom_end(text, start)
        if not self._may_start(source, start, floor):
            return self.rest_of_token(text, start, start + 1)
        return not_figures_end(text, start)

    def _without_number(self, text: str, start: int) -> Term | None:
        vocabulary = self._vocabulary
        return (
            percent_before(text, start)
            or coin_without_number(text, start, vocabulary)
            or cantonese_price(text, start, None, vocabulary)
        )

    def _may_start(self, source: Source, start: int, floor: int) -> bool:
        """Whether digits at ``start`` are no part of a word, version or identifier."""
        text = source.text
        if start == floor or (text[start - 1] == "-" and source.is_dash(start - 1)):
            return True
        before = text[start - 1]
        if before in WORD_CHARACTERS:
            return self._vocabulary.before.ending(text, start, floor) is not None
        if before in "-.~":
            earlier = text[start - 2] if start >= 2 else " "
            return start - 1 == floor or earlier not in WORD_CHARACTERS or (before == "~" and earlier not in LATIN)
        if before == "=" and text.endswith(_FIELDS, 0, start - 1):
            return True
        return before not in _AGAINST and not (before == "+" and start >= 2 and text[start - 2] in _CPP)

    @staticmethod
    def rest_of_token(text: str, start: int, end: int) -> int:
        """The end of the identifier that the digits at ``start`` belong to; at least ``end``."""
        if text[start] not in _DIGITS:
            return end
        match = REST_OF_TOKEN.match(text, start)
        return max(end, match.end()) if match is not None else end
