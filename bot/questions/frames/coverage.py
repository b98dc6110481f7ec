"""How much of a message a way to understand it accounts for: one rule for all kinds of questions.

A candidate accounts for the phrases that its slots are filled from, for the words of its kind, and for what it names
itself; whatever else the message holds speaks against it, each token and each unknown stretch by its weight.
"""

from __future__ import annotations

from operator import attrgetter
from typing import Final

from bot.language.basics.cues import Cue
from bot.language.tokens.reading import Reading
from bot.question import Kind, Question
from bot.questions.frames.handler import Candidate, Handler
from bot.questions.phrases.slots import Slots


def residue_weight(reading: Reading, span: tuple[int, int]) -> float:
    """How much an unknown stretch of text speaks against being understood."""
    start, end = span
    return 1.0 if reading.text[start].isascii() else 0.5 * (end - start)


_NAMING: Final = attrgetter("subjects", "excluded", "cheaper_than", "versus", "facts")
"""Slots that names fill."""
_DESPITE_WHY: Final = 0.8
"""What is left of a score where the message asks why, which no sum answers."""
_WITHOUT: Final = {"subject": 0.6}
"""What is left of a score where a slot is missing; the subject is the one that most often shows a misreading."""
_WITHOUT_ANOTHER: Final = 0.85
_IMPLIED: Final = 0.7
_DOUBTFUL: Final = 0.9
_NEAR: Final = 0.85
"""The share of its weight that a word which speaks rather for another kind adds."""


def accounted(candidate: Candidate, handler: Handler, slots: Slots) -> Candidate:
    """The candidate with the words of its kind and the phrases of its slots among what it explains."""
    used = candidate.used | worded(slots, handler.words) | _filled(candidate.question, slots)
    return candidate._replace(used=used)


def worded(slots: Slots, cues: frozenset[Cue]) -> frozenset[int]:
    """Places of all words with any of the cues; a word for when (什么时候) is explained by nothing less than its time."""
    marked = slots.reading.marked(cues)
    return marked if Cue.WHEN in cues else marked.difference(slots.reading.cues.get(Cue.WHEN, ()))


def _filled(question: Question, slots: Slots) -> frozenset[int]:
    """Places of the phrases that the slots of a question are filled from."""
    places: set[int] = set()
    if any(_NAMING(question)):
        places |= slots.name_places
    if question.excluded or question.paid_only or question.subjects:
        places |= slots.excluded[1]
    if question.money:
        places.update(place for place, _ in slots.money)
    if question.loads or question.size is not None:
        places |= slots.loads[1]
    if question.unit_price is not None and slots.unit_price is not None:
        places |= slots.unit_price[0]
    if question.per is not None and slots.per is not None:
        places |= slots.per[0]
    if question.side is not None:
        places.update(place for place, _ in slots.sides)
    if question.target is not None and question.target.isupper():
        places |= slots.reading.marked(frozenset({Cue.MONEY_WORD}))
    if question.limit is not None:
        places.update(place for place, _ in slots.numbers)
    return frozenset(places)


def with_spans(candidate: Candidate, reading: Reading) -> Candidate:
    """The candidate with the tokens in the stretches that it explains, but for names, among those that it explains."""
    if not candidate.spans:
        return candidate
    inside = [
        place
        for start, end in candidate.spans
        for place, token in enumerate(reading.tokens)
        if token.name is None and start < token.end and token.start < end
    ]
    return candidate._replace(used=candidate.used.union(inside))


def score(candidate: Candidate, handler: Handler, slots: Slots) -> float:
    """The share of the message, by weight, that the candidate explains: from 0 to 1."""
    reading, weights = slots.reading, slots.weights
    near = reading.marked(handler.near) - candidate.used if handler.near else ()
    known = _known(candidate, reading)
    total = sum(weights) + sum(residue_weight(reading, span) for span in reading.residue)
    explained = sum(map(weights.__getitem__, candidate.used)) + _NEAR * sum(map(weights.__getitem__, near))
    share = min(1.0, (explained + known) / total) if total else 0.0
    if candidate.missing is not None:
        share *= _WITHOUT.get(candidate.missing, _WITHOUT_ANOTHER)
    if candidate.implied:
        share *= _IMPLIED
    if candidate.doubtful:
        share *= _DOUBTFUL
    if candidate.question.kind is not Kind.FACT and Cue.WHY in reading.cues:
        share *= _DESPITE_WHY
    return share


def unknown(candidate: Candidate, reading: Reading) -> float:
    """The weight of the stretches that neither a token nor the candidate explains."""
    return sum(residue_weight(reading, span) for span in reading.residue) - _known(candidate, reading)


def is_known(candidate: Candidate, text: str, span: tuple[int, int]) -> bool:
    """Whether a candidate explains a whole unknown stretch."""
    return bool(candidate.spans) and _share(text, span, candidate.spans) >= 1


def _known(candidate: Candidate, reading: Reading) -> float:
    """The weight of unknown stretches that lie in those that the candidate explains: of Latin words as a whole."""
    if not candidate.spans:
        return 0.0
    return sum(_share(reading.text, span, candidate.spans) * residue_weight(reading, span) for span in reading.residue)


def _share(text: str, span: tuple[int, int], spans: tuple[tuple[int, int], ...]) -> float:
    start, end = span
    covered = {at for first, last in spans for at in range(max(start, first), min(end, last))}
    return float(bool(covered)) if text[start].isascii() else len(covered) / (end - start)
