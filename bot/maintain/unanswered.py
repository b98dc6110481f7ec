"""``pricebot unanswered``: what people asked the bot in vain, most asked first, by what was not understood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Protocol

from bot.answers import Context, Status
from bot.engine import Engine
from bot.text import Language

SHOWN: Final = 5
"""Questions that are shown of each group."""


class Kept(Protocol):
    """A question that was asked in vain, how often, and on which day last."""

    @property
    def text(self) -> str: ...
    @property
    def language(self) -> Language: ...
    @property
    def day(self) -> date: ...
    @property
    def count(self) -> int: ...


@dataclass
class Group:
    """Questions of which the same was not understood; ``words`` are none where nothing in them is known."""

    words: tuple[str, ...]
    questions: list[Kept] = field(default_factory=list)

    @property
    def count(self) -> int:
        return sum(question.count for question in self.questions)

    def lines(self) -> Iterator[str]:
        """The group in lines: what was not understood, and the questions asked most."""
        named = "、".join(f"「{word}」" for word in self.words) or "(nothing in it is understood)"
        yield f"{self.count:>6,}×  {named}"
        for question in self.questions[:SHOWN]:
            yield f"{question.count:>14,}×  {question.text}  ({question.language.value}, last on {question.day})"
        if len(self.questions) > SHOWN:
            yield f"{'…':>15}  {len(self.questions) - SHOWN:,} more like these"


def grouped(engine: Engine, kept: Sequence[Kept]) -> tuple[list[Group], int]:
    """Questions that the engine still cannot answer, in groups, and how many it answers by now; most asked first."""
    groups: dict[tuple[str, ...], Group] = {}
    answered = 0
    for question in kept:
        context = Context(usual_language=question.language)
        if engine.ask(question.text, context).status is not Status.UNKNOWN:
            answered += 1
            continue
        words = engine.not_understood(question.text, context)
        groups.setdefault(words, Group(words)).questions.append(question)
    return sorted(groups.values(), key=lambda group: -group.count), answered


def report(engine: Engine, kept: Sequence[Kept], most: int) -> Iterator[str]:
    """The ``most`` groups in lines, and a last one of how many questions there are."""
    groups, answered = grouped(engine, kept)
    for group in groups[:most]:
        yield from group.lines()
    left_out = f"; {len(groups) - most:,} more groups (--most)" if len(groups) > most else ""
    yield f"{len(kept):,} questions kept, {answered:,} of them answered by now{left_out}."
