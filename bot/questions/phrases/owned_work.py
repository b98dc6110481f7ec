"""Whose own each amount of work is, where every model that a message names has some: 豆包100万，GLM 200万."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.language.basics.vocabulary import words_under
from bot.quantities import ONE, TOKEN
from bot.questions.phrases.bare_tokens import FEWEST_TOKENS
from bot.questions.phrases.rules import Phrase
from bot.questions.phrases.values import Number, Size
from bot.questions.working.families import models_of

if TYPE_CHECKING:
    from bot.questions.phrases.slots import Slots

IN_ALL: Final = words_under("questions", "owned work, in all")
"""Words for the sum of several."""
_EACH: Final = words_under("questions", "owned work, each")


class Part(NamedTuple):
    """An amount of text: where it is said, on which side, and which model's own it is."""

    phrase: Phrase
    size: Size
    side: str | None = None
    owner: str | None = None


def owned(slots: Slots, phrases: Sequence[Phrase], parts: list[Part]) -> list[Part]:
    """The amounts with the model whose own each is, where every model named has some: behind its name, or before it."""
    names = [(place, models_of(slots.market, id_)) for place, id_ in slots.named if place >= 0]
    several = len(names) >= 2 and len(names) == len(slots.named) and not slots.money
    if not several or any(len(models) != 1 for _, models in names):
        return _distinct(parts)
    owners, starts = [models[0] for _, models in names], [place for place, _ in names]
    if len(set(owners)) < 2:
        return _distinct(parts)
    parts = _of_each(slots, _with_bare(slots, phrases, parts, len(owners)), owners)
    if not parts or all(part.owner for part in parts):
        return parts
    behind = parts[0].phrase.first > starts[0]
    if not behind and parts[-1].phrase.first > starts[-1]:
        return _distinct(parts)
    found = []
    for part in parts:
        at = sum(start < part.phrase.first for start in starts) - behind
        found.append(part._replace(owner=owners[at]))
    if {part.owner for part in found} != set(owners) or not _distinct(found):
        return _distinct(parts)
    return found


def _of_each(slots: Slots, parts: list[Part], owners: list[str]) -> list[Part]:
    """One amount that each of the models named has, where all together are asked for: GLM和豆包各100万,一共."""
    text = slots.reading.text
    if len(parts) == 1 and any(word in text for word in _EACH) and any(word in text for word in IN_ALL):
        return [parts[0]._replace(owner=owner) for owner in owners]
    return parts


def _with_bare(slots: Slots, phrases: Sequence[Phrase], parts: list[Part], owners: int) -> list[Part]:
    """The amounts, with large bare numbers that share their unit where every model then has one: 豆包100万加GLM200万."""
    if len(parts) >= owners or any(part.side for part in parts) or len({part.size.unit for part in parts}) > 1:
        return parts
    unit = parts[0].size.unit if parts else TOKEN
    least = ONE if parts else FEWEST_TOKENS
    bare = [
        Part(phrase, Size(phrase.value.value, unit))
        for phrase in phrases
        if isinstance(phrase.value, Number) and all(phrase is not part.phrase for part in parts)
        if (phrase.value.value.exact or 0) >= least and not slots.is_fund(phrase.first)
        if phrase.value.value.exact != owners
    ]
    both = sorted([*parts, *bare], key=lambda part: part.phrase.first)
    return both if len(both) == owners else parts


def _distinct(parts: list[Part]) -> list[Part]:
    """The amounts, where no model has two on one side."""
    sides = [(part.side, part.owner) for part in parts if part.side is not None]
    return [] if len(set(sides)) < len(sides) else parts
