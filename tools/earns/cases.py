"""The cases of the corpus, each with its text and whether the bot gets it right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any, Final

import yaml

from bot.engine import Engine
from bot.language.amounts.amounts import AmountFinder
from bot.language.tokens.reader import Reader
from bot.language.tokens.reading import Reading
from bot.quantities import Range
from bot.text import normalize
from tests.corpus_cases import CORPUS
from tests.corpus_run import CONVERSATION_GAP, GAP, SILENCE_GAP, corpus_cases, problems, todays_cases
from tests.corpus_run import Case as CorpusCase

_AMOUNT: Final = "amount"
_NO_AMOUNT: Final = "no amount"


@dataclass(frozen=True)
class Case:
    """A message, or several in turn, with what the bot is to make of it."""

    kind: str
    text: str
    right: Callable[[], bool]
    read: Callable[[], object]
    """Takes its words apart, and does no more."""

    @property
    def is_message(self) -> bool:
        """Whether it is asked; of others the amounts alone are looked for."""
        return self.kind not in (_AMOUNT, _NO_AMOUNT)

    def __str__(self) -> str:
        return f"{self.kind}: {self.text}"


def all_cases(engine: Engine, todays: Engine) -> list[Case]:
    """Questions, silence, conversations and amounts; known gaps, which nothing wins, are left out.

    Each is asked the engine of its market: that of the article, or that of today.
    """
    finder = engine._shelf.reader._amounts
    return [*_messages(engine, corpus_cases()), *_messages(todays, todays_cases()), *_amounts(finder)]


def _messages(engine: Engine, cases: Iterable[CorpusCase]) -> Iterator[Case]:
    reader = engine._shelf.reader
    for case in cases:
        if case.kind not in (GAP, SILENCE_GAP, CONVERSATION_GAP):
            yield Case(
                case.label, case.text, partial(_is_answered, engine, case), partial(_words_of, reader, case.text)
            )


def _words_of(reader: Reader, text: str) -> Reading:
    return reader.read(normalize(text))


def _is_answered(engine: Engine, case: CorpusCase) -> bool:
    return not problems(engine, case)


def _amounts(finder: AmountFinder) -> Iterator[Case]:
    for group in _load("amounts.yaml"):
        for marked in group["texts"]:
            before, _, rest = marked.rpartition("«") if "«" in marked else ("", "", marked)
            inside, _, after = rest.partition("»")
            text, span = before + inside + after, (len(before), len(before + inside))
            yield Case(_AMOUNT, text, partial(_is_found, finder, text, span, group), str)
    for texts in _load("not_amounts.yaml").values():
        for text in texts:
            yield Case(_NO_AMOUNT, text, partial(_holds_none, finder, text), str)


def _load(name: str) -> Any:
    return yaml.load((CORPUS / name).read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def _holds_none(finder: AmountFinder, text: str) -> bool:
    return not finder.find(normalize(text))


def _is_found(finder: AmountFinder, text: str, span: tuple[int, int], group: dict[str, Any]) -> bool:
    normalized = normalize(text)
    found = finder.find(normalized)
    if len(found) != 1 or normalized.source_span(found[0].start, found[0].end) != span:
        return False
    low, high = (group["value"],) * 2 if "value" in group else group["range"]
    value = Range(None if low is None else Decimal(low), None if high is None else Decimal(high))
    kind, unit, rough = group["kind"], group.get("unit"), group.get("rough", False)
    return (found[0].kind.value, found[0].unit, found[0].value, found[0].approximate) == (kind, unit, value, rough)
