"""How long work takes, and how much of it there is: times of contestants side by side, and exact counts."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from types import FrameType
from typing import Any, Final

ROUNDS: Final = 5
RUNS: Final = 8
SEED: Final = 1
"""The shuffled stream is the same in every run."""

Ask = Callable[[str], Any]


@dataclass(frozen=True)
class Timing:
    """Microseconds a question: the median and the mean over the questions; ``share`` of them got an answer."""

    median: float
    mean: float
    share: float


@dataclass(frozen=True)
class Work:
    """Calls of Python functions and instructions of the interpreter a question, on average: the same in every run."""

    calls: float
    instructions: float


def timed(asks: Mapping[str, Ask], questions: Sequence[str], rounds: int = ROUNDS) -> dict[str, Timing]:
    """All contestants on all questions, turn by turn, so that a slow moment of the machine meets them alike.

    Each question is asked again and again and counts with its best time: all that it needs is at hand then.
    """
    found: dict[str, list[float]] = {name: [] for name in asks}
    answered = dict.fromkeys(asks, 0)
    for question in questions:
        for name, ask in asks.items():
            answered[name] += bool(ask(question))
        turns = [[best(ask, question) for ask in asks.values()] for _ in range(rounds)]
        for name, times in zip(asks, zip(*turns, strict=True), strict=True):
            found[name].append(min(times))
    return {name: _timing(times, answered[name]) for name, times in found.items()}


def streamed(asks: Mapping[str, Ask], questions: Sequence[str], rounds: int = ROUNDS) -> dict[str, Timing]:
    """All contestants on the questions in a mixed order, each asked once a round: no question is met warm.

    Of a question the best round counts, so that what else the machine does stays out.
    """
    order = list(questions)
    found: dict[str, Timing] = {}
    for name, ask in asks.items():
        answered = sum(bool(ask(question)) for question in order)
        mixed = random.Random(SEED)
        best_of: dict[str, float] = {}
        for _ in range(rounds):
            mixed.shuffle(order)
            for question in order:
                took = once(ask, question)
                best_of[question] = min(took, best_of.get(question, took))
        found[name] = _timing(list(best_of.values()), answered * len(best_of) // max(1, len(order)))
    return found


def _timing(times: Sequence[float], answered: int) -> Timing:
    return Timing(median(times), sum(times) / len(times), answered / len(times))


def best(ask: Ask, question: str) -> float:
    """Microseconds of the quickest of several answers in a row."""
    return min(once(ask, question) for _ in range(RUNS))


def once(ask: Ask, question: str) -> float:
    """Microseconds of one answer."""
    start = time.perf_counter_ns()
    ask(question)
    return (time.perf_counter_ns() - start) / 1_000


def counted(ask: Ask, questions: Sequence[str]) -> Work:
    """The work of answering the questions, each of which was asked before."""
    for question in questions:
        ask(question)
    calls = sum(_calls(ask, question) for question in questions)
    instructions = sum(_instructions(ask, question) for question in questions)
    return Work(calls / len(questions), instructions / len(questions))


def _calls(ask: Ask, question: str) -> int:
    calls = 0

    def count(_: FrameType, event: str, __: Any) -> None:
        nonlocal calls
        calls += event == "call"

    sys.setprofile(count)
    try:
        ask(question)
    finally:
        sys.setprofile(None)
    return calls


def _instructions(ask: Ask, question: str) -> int:
    steps = 0

    def count(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal steps
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        steps += event == "opcode"
        return count

    sys.settrace(count)
    try:
        ask(question)
    finally:
        sys.settrace(None)
    return steps
