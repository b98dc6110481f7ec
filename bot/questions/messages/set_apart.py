"""A question and the text that it asks about, where marks set the one apart from the other.

What is set apart takes no part in reading the question: no name or number in it is the question's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from bot.question import Question
from bot.questions.messages.understand import Ranked

_LONGEST_QUESTION: Final = 100
"""Characters of a question that is set apart."""

_QUOTES: Final = (("「", "」"), ("『", "』"), ("“", "”"), ("```", "```"), ('"', '"'))
_MARKS: Final = (":", "\n")
_PLAIN: Final = str.maketrans("：", ":")


_UNDERSTOOD: Final = 0.8
"""The share of a message that makes it a question as a whole, though a part of it may be a text that it asks about."""


class SetApart(NamedTuple):
    """One way to divide a message."""

    question: str
    text: str


def set_apart(message: str) -> Iterator[SetApart]:
    """The ways to divide a message: by one quotation, behind a first colon or line, and above its last line."""
    for way in _ways(message.strip()):
        question, text = way.question.strip(), way.text.strip()
        if text and 0 < len(question) <= _LONGEST_QUESTION:
            yield SetApart(question, text)


def _ways(message: str) -> Iterator[SetApart]:
    for opening, closing in _QUOTES:
        often = 2 if opening == closing else 1
        if message.count(opening) == message.count(closing) == often:
            before, _, rest = message.partition(opening)
            text, _, after = rest.partition(closing)
            yield SetApart(f"{before} {after}", text)
    plain = message.translate(_PLAIN)
    marks = [at for each in _MARKS if (at := plain.find(each)) >= 0]
    if marks:
        yield SetApart(message[: min(marks)], message[min(marks) + 1 :])
    if "\n" in message:
        before, _, last = message.rpartition("\n")
        yield SetApart(last, before)


def is_one_question(ranked: Sequence[Ranked], apart: Question) -> bool:
    """Whether a message is understood as a whole: of an amount in it, or of models that the question apart does not name."""
    if not ranked or ranked[0].score < _UNDERSTOOD:
        return False
    return bool(ranked[0].candidate.question.loads) or not apart.subjects
