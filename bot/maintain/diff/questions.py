"""Questions whose answers differ between two knowledge bases: those of the articles, of all names, and of a file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice, zip_longest
from pathlib import Path
from typing import Final, NamedTuple

import yaml

from bot.answers import Context
from bot.engine import Engine
from bot.knowledge.characters import harmless
from bot.knowledge.entries import EntryKind, Knowledge
from bot.text import MAX_TEXT_LENGTH

MOST_ASKED: Final = 20_000
"""Questions that are asked of each side; of more, the first."""
MAX_BYTES: Final = 20_000_000
"""The longest file of questions."""

_NAMED: Final = (EntryKind.VENDOR, EntryKind.PRODUCT, EntryKind.MODEL, EntryKind.PLAN)
_KEYS: Final = ("ask", "asks", "q", "question", "text", "turns", "questions")
"""Under which keys of a file questions stand."""
_EXPECTED: Final = "expect"
"""Under which key of a corpus it stands what is to be answered."""
_MOST_DEEP: Final = 12


class QuestionsError(Exception):
    """A file of questions cannot be used; the text says why."""


class Answered(NamedTuple):
    """A question that is answered otherwise: the first line that differs of each reply, ``place`` from 0 on."""

    question: str
    before: str
    after: str
    place: int


@dataclass(frozen=True, slots=True)
class Asked:
    """How many questions were asked, and those that are answered otherwise."""

    number: int
    answers: tuple[Answered, ...]


def asked(before: Engine, after: Engine, further: Iterable[str], now: datetime) -> Asked:
    """Ask both engines the questions of their articles and names, and further ones, at one moment."""
    both = (before.knowledge, after.knowledge)
    everything = (*further, *_of_articles(both), *_of_names(both))
    questions = list(islice(dict.fromkeys(everything), MOST_ASKED))
    context = Context(now=now)
    answers = []
    for question in questions:
        one, other = (engine.ask(question, context).text.split("\n") for engine in (before, after))
        pairs = enumerate(zip_longest(one, other, fillvalue=""))
        first = next(((place, was, becomes) for place, (was, becomes) in pairs if was != becomes), None)
        if first is not None:
            answers.append(Answered(question, first[1], first[2], first[0]))
    return Asked(len(questions), tuple(sorted(answers, key=lambda answer: answer.place > 0)))


def _of_articles(both: Iterable[Knowledge]) -> Iterator[str]:
    for knowledge in both:
        for fact in knowledge.facts.values():
            yield from fact.asks


def _of_names(both: Iterable[Knowledge]) -> Iterator[str]:
    """What each vendor, line, model and plan costs, in Chinese and English."""
    for knowledge in both:
        for entry in knowledge.entries.values():
            if entry.kind in _NAMED and not entry.reference:
                yield f"{entry.name.zh}多少钱"
                yield f"how much is {entry.name.en}"


def read_questions(file: Path) -> list[str]:
    """The questions in a file: a corpus in YAML or JSON, JSON lines, or plain text with a question a line.

    Raises:
        QuestionsError: it cannot be read, or holds none.
    """
    try:
        with file.open("rb") as opened:
            content = opened.read(MAX_BYTES + 1)
        text = content.decode("utf-8-sig")
    except OSError as error:
        raise QuestionsError(f"{harmless(str(file))} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise QuestionsError(f"{harmless(str(file))} is not in UTF-8") from None
    if len(content) > MAX_BYTES:
        raise QuestionsError(f"{harmless(str(file))} has more than {MAX_BYTES:,} bytes")
    try:
        found = list(islice(_questions(file.suffix.lower(), text), MOST_ASKED))
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        said = harmless(str(error).partition("\n")[0], 200)
        raise QuestionsError(f"{harmless(str(file))} cannot be understood: {said}") from None
    if not found:
        raise QuestionsError(f"{harmless(str(file))} holds no questions (under {', '.join(_KEYS)})")
    return found


def _questions(suffix: str, text: str) -> Iterator[str]:
    if suffix in (".yaml", ".yml"):
        yield from _inside(yaml.load(text, yaml.CSafeLoader), set())
    elif suffix == ".json":
        yield from _inside(json.loads(text), set())
    elif suffix == ".jsonl":
        for line in filter(str.strip, text.splitlines()):
            yield from _inside(json.loads(line), set())
    else:
        yield from (line.strip()[:MAX_TEXT_LENGTH] for line in text.splitlines() if line.strip())


def _inside(value: object, seen: set[int], depth: int = 0, *, asked: bool = True) -> Iterator[str]:
    """The texts in a list, and those under the keys of questions; what an alias repeats is looked at once."""
    if isinstance(value, str):
        if asked and value.strip():
            yield value[:MAX_TEXT_LENGTH]
    elif isinstance(value, (list, dict)) and id(value) not in seen and depth < _MOST_DEEP:
        seen.add(id(value))
        for key, inner in value.items() if isinstance(value, dict) else ((None, each) for each in value):
            if key != _EXPECTED:
                yield from _inside(inner, seen, depth + 1, asked=key in _KEYS if key is not None else asked)
