"""Sums and comparisons by the price before a cut: GLM降价前1元能买多少."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, NamedTuple

from bot.language.basics.cues import Cue
from bot.language.basics.vocabulary import words_under
from bot.question import Baseline, Kind
from bot.questions.frames.handler import Candidate, Handler
from bot.questions.frames.whose import is_joined, model_of, named_beside
from bot.questions.phrases.clauses import CLAUSE_END
from bot.questions.phrases.slots import Slots

_CUT: Final = words_under("questions", "before cut, cut")
_BEFORE_CUT: Final = frozenset(words_under("questions", "before cut, before cut"))
"""Words that mean nothing else, beside 降价前 and the like."""
_OPEN: Final = ("before", "prior to")
_REACH: Final = 5
"""Words from "before" to that of a cut."""
_FORMERLY: Final = frozenset(words_under("questions", "before cut, formerly"))


class BeforeCut(NamedTuple):
    """Where it is said, and of which model alone (``None``: of all)."""

    start: int
    end: int
    owner: str | None


def by_earlier_price(candidate: Candidate, handler: Handler, slots: Slots) -> Candidate:
    """The candidate by the price before a cut, where the message asks for it."""
    question = candidate.question
    if (
        "baseline" not in handler.slots - handler.needs
        or question.factor is not None
        or Cue.BEFORE not in slots.reading.cues
    ):
        return candidate
    if question.as_of is not None or not slots.subjects or (question.kind is Kind.PRICE and len(slots.subjects) < 2):
        return candidate
    found = before_cut(slots)
    if found is None:
        return candidate
    question = replace(question, baseline=Baseline.BEFORE, supposed_of=found.owner)
    return candidate._replace(question=question, spans=(*candidate.spans, (found.start, found.end)))


def before_cut(slots: Slots) -> BeforeCut | None:
    """The words for "before the cut", where the message has them."""
    text = slots.reading.text
    for place in slots.reading.cues.get(Cue.BEFORE, ()):
        token = slots.tokens[place]
        word, start, end = text[token.start : token.end], token.start, token.end
        cut = _cut_beside(slots, place, behind=word in _OPEN) if word.endswith((*_OPEN, "前")) else None
        if cut is not None:
            start, end = cut
        elif not _means_cut(word):
            if word not in _FORMERLY:
                continue
            paid = place + 1 < len(slots.tokens) and slots.tokens[place + 1].amount is not None
            if not (word.isascii() or named_beside(slots, start, end) or (paid and not slots.industry)):
                continue
        return BeforeCut(start, end, _owner(slots, start, end))
    return None


def _means_cut(word: str) -> bool:
    """Whether a word says by itself that what is before a cut is meant: 降价前, 原价, pre-cut."""
    return (word.startswith(_CUT) and word.endswith("前")) or word in _BEFORE_CUT


def _cut_beside(slots: Slots, place: int, *, behind: bool) -> tuple[int, int] | None:
    """The stretch with the word for a cut that "before" is one of: before it was cut, 降了90%之前."""
    text, tokens = slots.reading.text, slots.tokens
    cuts = [at for at in slots.reading.cues.get(Cue.CUT, ()) if 0 < abs(at - place) <= _REACH]
    at = next((at for at in cuts if (at > place) is behind), None)
    if at is None:
        return None
    first, last = tokens[min(at, place)], tokens[max(at, place)]
    return None if CLAUSE_END.search(text, first.end, last.start) else (first.start, last.end)


def _owner(slots: Slots, start: int, end: int) -> str | None:
    """The one model of several that is spoken of; ``None`` for all of them, as always in English."""
    if (len(slots.subjects) < 2 and not slots.industry) or slots.reading.text[start:end].isascii():
        return None
    beside = named_beside(slots, start, end)
    if len(beside) != 1 or is_joined(slots, beside[0], -1 if slots.tokens[beside[0]].start < start else 1):
        return None
    return model_of(slots, beside[0])
