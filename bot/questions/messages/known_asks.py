"""The questions that are written beside a fact lead to it by themselves, whatever else their words may mean.

A message counts as one of them where it is the same to the letter, but for marks, blanks and the script; and, where it is
meant for the bot, also where both name the same things in the same order and hold the same telling words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import Final

from rapidfuzz import fuzz, process

from bot.knowledge.derived import derived
from bot.knowledge.entries import Fact, Knowledge
from bot.language.amounts.relative_dates import named_time
from bot.language.basics.cues import Cue
from bot.language.tokens.reading import Reading, Token
from bot.question import Kind, Order, Question
from bot.questions.frames.handler import Candidate
from bot.questions.kinds.fact_index import priced_facts
from bot.text import normal_form

Facts = tuple[str, ...]
_Told = tuple[tuple[object, ...], tuple[str, ...]]

LONGEST: Final = 200
"""Characters of a message beyond which it is none of the questions."""

_ALIKE: Final = 50
"""How alike the letters of two questions are, in percent, that may hold the same telling words."""
_MOST_READ: Final = 4
"""Questions that are read to be compared with a message, the most alike first."""
_MOST_STATED: Final = 3
_LEAST_TOLD: Final = 2
"""Names and telling words of a question that can be known by them."""
_FORMS: Final = frozenset({Cue.ASK, Cue.QUESTION, Cue.MAYBE, Cue.EXISTS})
_FEW: Final = {False: 1, True: 3}
"""Characters, or Latin letters, of a word that is no more than grammar."""
_LETTERS: Final = re.compile(r"[0-9]+(?:\.[0-9]+)*%?|[^\W\d_]+")


class KnownAsks:
    """All questions of a knowledge base with the facts that they are written beside."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._facts: dict[str, Facts] = {}
        self._asks: dict[str, str] = {}
        self._read: dict[str, _Told] = {}
        for fact in facts:
            for ask in fact.asks:
                if key := letters(ask):
                    self._facts[key] = (*self._facts.get(key, ()), fact.id)
                    self._asks[key] = ask
        self._all = " ".join(self._asks)

    def exactly(self, text: str) -> Facts:
        """The facts beside which a text, in normal form, is written."""
        return self._facts.get(_letters(text), ()) if len(text) <= LONGEST else ()

    def nearly(self, reading: Reading, read: Callable[[str], Reading]) -> Facts:
        """Those beside which a question with the same names and telling words is written."""
        if len(reading.text) > LONGEST:
            return ()
        asks: Collection[str] = self._asks.keys()
        for start, end in reading.residue:
            unknown = _letters(reading.text[start:end])
            if unknown not in self._all:
                return ()
            asks = [key for key in asks if unknown in key]
        told = _told(reading)
        if sum(map(len, told)) < _LEAST_TOLD:
            return ()
        found = process.extract(_letters(reading.text), asks, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=_MOST_READ)
        for key, _, _ in found:
            if key not in self._read:
                self._read[key] = _told(read(self._asks[key]))
            if self._read[key] == told:
                return self._facts[key]
        return ()


@derived
def known_asks(knowledge: Knowledge) -> KnownAsks:
    """The questions of a knowledge base, gathered once."""
    return KnownAsks(knowledge.facts.values())


def letters(text: str) -> str:
    """What two questions have in common that are the same to the letter."""
    return _letters(normal_form(text))


def _letters(text: str) -> str:
    return "".join(_LETTERS.findall(text))


def _told(reading: Reading) -> _Told:
    """The names in their order, and whatever else tells what is asked in any order."""
    names = tuple([(name.id, name.version) for _, name in reading.names])
    others = [_telling(reading, token) for token in reading.tokens if token.name is None]
    unknown = [reading.text[start:end] for start, end in reading.residue]
    return names, tuple(sorted([*filter(None, others), *unknown]))


def _telling(reading: Reading, token: Token) -> str | None:
    """What a token tells of what is asked; a word that asks politely, of a single character or few letters: nothing."""
    if token.amount is not None and not token.cues:
        return f"{token.amount.value} {token.amount.unit}"
    if Cue.DATE in token.cues:
        named = named_time(reading.text[token.start : token.end], _ANY_DAY)
        return f"<{named.last.year if named is not None else Cue.DATE.name}>"
    written = reading.text[token.start : token.end]
    if Cue.FILLER in token.cues:
        return None if len(written) <= _FEW[written[0].isascii()] else written
    if not token.cues:
        return written
    return None if token.amount is None and _FORMS.issuperset(token.cues) else f"<{token.cues[0].name}>"


_ANY_DAY: Final = date(2001, 1, 1)
"""Two times that go by the clock are of one year wherever they are said to be."""


def asked_for(facts: Facts, best: Candidate | None, knowledge: Knowledge, reading: Reading) -> Candidate | None:
    """The reading of a message that is known to ask for facts; ``None`` where the best other one stands.

    That is a sum or price that the facts themselves are about: of such a price today's is the answer.
    """
    if not facts or (best is not None and is_computed(best) and not priced_facts(knowledge).isdisjoint(facts)):
        return None
    return Candidate(Question(Kind.FACT, facts=facts[:_MOST_STATED]), frozenset(range(len(reading.tokens))), asked=True)


def is_computed(best: Candidate) -> bool:
    """Whether a reading is a question with all that its sum or price needs; of an offer a fact tells more."""
    if best.question.order is Order.OFFER:
        return False
    return best.question.kind is not Kind.FACT and not best.implied and best.missing is None
