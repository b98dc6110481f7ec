"""Prices of several models beside each other as a table: what the list of a reply says, in columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from bot.answers import Answer, Result
from bot.question import Kind
from bot.replies.conditions import named_conditions
from bot.replies.layout import Line, Style
from bot.replies.listing import by_subject, main_results
from bot.replies.rankings import groups_of
from bot.replies.speech import Speech

_TABLED: Final = (Kind.COMPARE, Kind.RANK, Kind.PRICE)
_NONE: Final = "–"


class Table(NamedTuple):
    """The headings of the columns, of which one says what the amounts are, and a row for each model.

    ``leads``: the first line of the reply says no more than its first row.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    leads: bool


def table_of(answer: Answer, lines: Sequence[Line], speech: Speech) -> Table | None:
    """The table of an answer whose reply has these lines; ``None`` where its list is no prices of one unit."""
    question = answer.question
    listed = [line.text for line in lines if line.style is Style.ITEM and not line.folded]
    if question.kind not in _TABLED or question.loads or question.unit_price is not None or not listed:
        return None
    results = main_results(answer)
    groups = groups_of(answer, results) if question.kind is Kind.RANK else by_subject(results)
    names = [named_conditions(group, speech, in_list=True) for group in groups]
    first = 0 if question.kind is Kind.COMPARE else _told(lines[0].text, names)
    shown = first + len(listed)
    if len(groups) < shown or not _are_listed(names[first:shown], listed):
        return None
    return _table(groups[:shown], names, speech, leads=question.kind is Kind.PRICE and first == 1)


def _told(head: str, names: Sequence[str]) -> int:
    """How many of the models, from the first on, the first line of a reply names."""
    return next((place for place, name in enumerate(names) if name not in head), len(names))


def _are_listed(names: Sequence[str], lines: Sequence[str]) -> bool:
    return all(line.startswith(name) for name, line in zip(names, lines, strict=True))


def _table(groups: Sequence[Sequence[Result]], names: Sequence[str], speech: Speech, *, leads: bool) -> Table | None:
    paid = [result for group in groups for result in group if not result.free]
    if len(groups) < 2 or not paid or any(each.value is None or each.per is None for each in paid):
        return None
    if len({(each.unit, each.per) for each in paid}) > 1:
        return None
    sides: list[str | None] = list(dict.fromkeys(result.side for result in paid if result.side is not None)) or [None]
    texts = [[_price(group, side, speech) for side in sides] for group in groups]
    unit = _unit_of([text for row in texts for text in row if text not in (_NONE, speech.phrases.free)])
    head = (speech.for_units(unit, paid[0].per).strip(), *(speech.phrases.sides.get(side or "", "") for side in sides))
    head = head if all(head) else ("", head[0])
    rows = ((name, *(text.removesuffix(unit).strip() for text in row)) for name, row in zip(names, texts, strict=False))
    return Table(head, tuple(rows), leads)


def _price(group: Sequence[Result], side: str | None, speech: Speech) -> str:
    """The price of a model on one side; one price for all sides is that of each."""
    found = next((each for each in group if each.side in (None, side)), None)
    if found is None:
        return _NONE
    return speech.phrases.free if found.free or found.value is None else speech.amount(found.value, found.unit)


def _unit_of(texts: Sequence[str]) -> str:
    """The word that stands behind all amounts."""
    words = {text.rpartition(" ")[2] for text in texts if " " in text}
    return words.pop() if len(words) == 1 and all(" " in text for text in texts) else ""
