"""Finds every number, percentage, sum of money and quantity in a text.

The scan goes from one place where a number may begin to the next; a recursive descent reads the number there, the
words around it make an amount of it, and what names something else (a date, a version, an order) is passed over.
Time and memory are linear in the length of the text.

Conventions: 几, a few and several are 2 to 9; 3000多 is 3,000 to the next step of its last figure that is not zero;
三块多 is 3 to 4; 左右, about and 几近 leave the figure as it is and mark it rough; a word after an amount that bounds
it (以上, or more) belongs to its span, one before it (至少, up to) does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import localcontext
from typing import Final

from bot.knowledge.entries import CurrencyWord, UnitWord
from bot.language.amounts.bounds import OPEN, bounded
from bot.language.amounts.candidates import Candidates
from bot.language.amounts.genuine import counts
from bot.language.amounts.masking import masked
from bot.language.amounts.ranges import range_from
from bot.language.amounts.two_ends import with_two_ends
from bot.language.amounts.vocabulary import Source, Term, Vocabulary
from bot.language.basics.entities import Amount
from bot.quantities import ARITHMETIC, Range
from bot.text import Normalized

MAX_CANDIDATES: Final = 64
"""Most places of a text at which a number is looked for: a bound on time, twice what the longest real messages hold."""


class AmountFinder:
    """Finds amounts by the words for money and units of one knowledge base; built once, used from any thread."""

    def __init__(self, currency_words: Sequence[CurrencyWord], unit_words: Sequence[UnitWord]) -> None:
        self._candidates = Candidates(Vocabulary(currency_words, unit_words))

    def find(
        self,
        normalized: Normalized,
        blocked: Sequence[tuple[int, int]] = (),
    ) -> tuple[Amount, ...]:
        """The amounts of a text from left to right, without overlap, as offsets into ``normalized.text``.

        No amount starts, ends or runs inside a span of ``blocked``. The languages of this program agree on the bare
        signs: $ is USD, ¥ is CNY.
        """
        source = Source(masked(normalized, blocked), normalized.original, normalized.offsets)
        if self._candidates.next_place(source.text, 0) < 0:
            return ()
        with localcontext(ARITHMETIC):
            return tuple([_amount(found) for found in with_two_ends(source.text, list(self._scan(source)))])

    def _scan(self, source: Source) -> Iterator[Term]:
        text, candidates = source.text, self._candidates
        pos = floor = 0
        for _ in range(MAX_CANDIDATES):
            start = candidates.next_place(text, pos)
            if start < 0:
                return
            found = candidates.term_at(source, start, floor)
            if isinstance(found, int):
                pos = max(found, start + 1)
                continue
            found = bounded(text, range_from(source, found, candidates) or found, floor)
            pos = found.end
            if counts(text, found, floor):
                floor = pos
                yield found
            else:
                pos = candidates.rest_of_token(text, start, pos)


def _amount(found: Term) -> Amount:
    low = None if found.low is OPEN else found.low
    return Amount(found.kind, found.start, found.end, Range(low, found.high), found.unit, found.generic, found.rough)
