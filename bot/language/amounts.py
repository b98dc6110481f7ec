"""Finds every number, percentage, sum of money and quantity in a text.

The scan goes from one place where a number may begin to the next; a recursive descent reads the number there, the
words around it make an amount of it, and what names something else (a date, a version, an order) is passed over.
Time and memory are linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import localcontext
from typing import Final

from bot.knowledge.entries import CurrencyWord, UnitWord
from bot.language import not_amounts
from bot.language.bounds import OPEN, bare_is_bounded, bounded
from bot.language.english_numbers import AFTER_ARTICLE, OPENERS
from bot.language.entities import Amount, EntityKind
from bot.language.figures import Standing
from bot.language.lexicon import LATIN, WORD_CHARACTERS
from bot.language.lone_words import counts_in_english
from bot.language.masking import masked
from bot.language.numbers import number
from bot.language.ranges import range_from
from bot.language.terms import Source, Term, Vocabulary, coin_without_number, leading_percent, term
from bot.quantities import ARITHMETIC, Range
from bot.text import Language, Normalized

MAX_CANDIDATES: Final = 400
"""Most places of a text at which a number is looked for: a bound on time, beyond any real message."""

_PRICED_BY_ONE: Final = (
    "dollar", "buck", "yuan", "euro", "pound", "cent", "penny", "dime", "kuai", "quid", "yen", "day", "week", "month", "year",
)  # fmt: skip

_START: Final = re.compile(
    r"[0-9]|\.(?=[0-9])"
    r"|[〇零○一二三四五六七八九十百千万亿廿卅卌两壹贰叁肆伍陆柒捌玖拾佰仟幺弌弍弎]"
    r"|[几数](?=[十百千万亿拾佰仟])|参(?=[拾佰仟万亿元圆角分])|半|[俩仨](?=[块毛个月天年字次本元])|对(?=折)"
    r"|[块毛](?=把|儿?[一二三四五六七八九]毛)|(?<![\u3400-\u9fff0-9])个(?=半)|个(?=把)"
    rf"|(?<![a-z0-9_'])(?:{'|'.join(sorted(OPENERS))}|an?(?= (?:{'|'.join((*AFTER_ARTICLE, *_PRICED_BY_ONE))})\b))(?![a-z0-9_])"
    r"|(?:(?<=[/每])|(?<=/ )|(?<=per )|(?<![a-z0-9_']))[kmw](?=tok|\ ?tok|\b(?<=/.)|\b(?<=/\ .)|\b(?<=per .))"
)
_DIGITS: Final = frozenset("0123456789.")
_AGAINST: Final = frozenset("#@№&=_\\")
_SIZES: Final = re.compile(
    r" ?-?(?:上下文|长上下文|长文本|context|ctx|窗口|window|电视|超清|高清|屏|视频|分辨率|显示器|画质|参数|模型|model|param|parameter|hz|运动|pro\b|字节)"
)


class AmountFinder:
    """Finds amounts by the words for money and units of one knowledge base; built once, used from any thread."""

    def __init__(self, currency_words: Sequence[CurrencyWord], unit_words: Sequence[UnitWord]) -> None:
        self._vocabulary = Vocabulary(currency_words, unit_words)

    def find(
        self,
        normalized: Normalized,
        blocked: Sequence[tuple[int, int]] = (),
        language: Language | None = None,  # noqa: ARG002
    ) -> tuple[Amount, ...]:
        """The amounts of a text from left to right, without overlap, as offsets into ``normalized.text``.

        No amount starts, ends or runs inside a span of ``blocked``. The languages of this program agree on the bare
        signs ($ is USD, ¥ is CNY), so ``language`` changes nothing yet.
        """
        if _START.search(normalized.text) is None:
            return ()
        source = Source(masked(normalized, blocked), normalized.original, normalized.offsets)
        with localcontext(ARITHMETIC):
            return tuple(_amount(found) for found in self._scan(source))

    def _scan(self, source: Source) -> Iterator[Term]:
        text = source.text
        pos = floor = 0
        for _ in range(MAX_CANDIDATES):
            match = _START.search(text, pos)
            if match is None:
                return
            start = match.start()
            found = self.term_at(source, start, floor)
            if isinstance(found, int):
                pos = max(found, start + 1)
                continue
            found = range_from(source, found, floor, self.term_at, _START) or found
            whole = bare_is_bounded(text, found, floor)
            found = whole if whole is not None else bounded(text, found, floor)
            pos = found.end
            if counts(text, found, floor):
                floor = found.end
                yield found
            elif text[start] in _DIGITS:
                pos = rest_of_token(text, start)

    def term_at(self, source: Source, start: int, floor: int) -> Term | int:
        """The amount whose number starts at ``start``, or the place to go on from where there is none."""
        text = source.text
        character = text[start]
        if character in _DIGITS:
            if not self._may_start(source, start, floor):
                return rest_of_token(text, start)
            end = not_amounts.not_figures_end(text, start)
            if end is not None:
                return end
        elif character in LATIN:
            return self._latin(source, start, floor)
        else:
            end = not_amounts.idiom_end(text, start)
            if end is not None:
                return end
            special = leading_percent(text, start) or coin_without_number(text, start, self._vocabulary)
            if special is not None:
                return special
        figure = number(text, start)
        if figure is None:
            return start + 1
        if figure.standing is Standing.NEVER or (start > 0 and text[start - 1] == "第"):
            return figure.end
        end = not_amounts.date_or_time_end(text, start, figure)
        return end if end is not None else term(source, self._vocabulary, start, figure, floor)

    def _latin(self, source: Source, start: int, floor: int) -> Term | int:
        """A number in English words, or a letter for one: per M tokens, /k."""
        text = source.text
        from bot.language.lone_words import article, letter

        figure = letter(text, start) or number(text, start) or article(text, start)
        if figure is None:
            return start + 1
        if figure.standing is Standing.NEVER:
            return figure.end
        return term(source, self._vocabulary, start, figure, floor)

    def _may_start(self, source: Source, start: int, floor: int) -> bool:
        """Whether digits at ``start`` are no part of a word, version or identifier."""
        text = source.text
        if start == floor or start == 0:
            return True
        before = text[start - 1]
        if before in WORD_CHARACTERS:
            return self._vocabulary.before.ending(text, start, floor) is not None
        if before in "-.~":
            earlier = text[start - 2] if start >= 2 else " "
            return start - 1 == floor or earlier not in WORD_CHARACTERS or (before == "~" and earlier not in LATIN)
        return before not in _AGAINST


def counts(text: str, found: Term, floor: int) -> bool:
    """Whether a term is an amount where it stands, not a part of a word or the number of something."""
    figure = found.figure
    if found.end < len(text) and text[found.end] in WORD_CHARACTERS and not _times(text, found):
        if found.end == figure.end or text[found.end - 1] in LATIN:
            return False
    if found.kind is not EntityKind.NUMBER:
        return found.kind is EntityKind.PERCENT or not _is_determined(text, found)
    if figure.standing is Standing.BARE:
        return figure.low >= 1000 and found.before
    start = min(found.start, figure.end)
    if figure.standing is Standing.LONE:
        if text[found.start] in LATIN:
            return counts_in_english(text, found.start, found.end)
        return not_amounts.stands_alone(text, start, found.end)
    if text[found.start] in LATIN:
        return counts_in_english(text, found.start, found.end)
    if not_amounts.is_adverb(text, found.start, found.end):
        return False
    if figure.end < len(text) or text[figure.end - 1] == "b":
        if text[figure.end - 1] == "b" or (_SIZES.match(text, found.end) is not None and text[found.end - 1] in "kmb"):
            return False
    return not not_amounts.is_bare_identifier(text, start, figure, floor)


def _times(text: str, found: Term) -> bool:
    """2.5x: a factor."""
    return text[found.end] == "x" and (found.end + 1 == len(text) or text[found.end + 1] not in WORD_CHARACTERS)


_DETERMINERS: Final = frozenset("这那哪某另任何上下同第唯样有其再又头")


def _is_determined(text: str, found: Term) -> bool:
    """这一次, 哪一本, 上一条: one of them, not an amount."""
    return (
        found.kind is EntityKind.QUANTITY
        and text[found.start] == "一"
        and found.figure.end == found.start + 1
        and found.start > 0
        and text[found.start - 1] in _DETERMINERS
        and not (text[found.start - 1] in "有再又" and text.startswith(("个月", "天", "年"), found.start + 1))
    )


def rest_of_token(text: str, start: int) -> int:
    """The end of the identifier that the digits at ``start`` belong to."""
    match = not_amounts.REST_OF_TOKEN.match(text, start)
    return match.end() if match is not None else start + 1


def _amount(found: Term) -> Amount:
    low = None if found.low == OPEN else found.low
    return Amount(
        found.kind,
        found.start,
        found.end,
        Range(low, found.high),
        found.unit,
        found.generic,
        found.rough,
    )


__all__ = ["MAX_CANDIDATES", "AmountFinder"]
