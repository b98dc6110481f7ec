"""Changes of things in words: new and gone ones with what is known of them, others detail by detail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from bot.knowledge.entries import Wording
from bot.maintain.diff import words
from bot.maintain.diff.changes import ThingChange
from bot.maintain.diff.things import Thing, Topic
from bot.maintain.markdown import after_colon, code, said
from bot.text import Language

RANKS: Final = (words.IS_NEW, words.BEGINS, words.IS_RETIRED, words.IS_BACK, words.IS_OTHER, words.ENDS, words.IS_GONE)
"""The order of the items: what is new first, what is gone last."""

_WITHOUT_ID: Final = (Topic.FACT, Topic.WORD, Topic.EXCHANGE, Topic.HOLIDAYS)
"""Topics whose things are named by their ids."""


def thing_items(topic: Topic, changes: Sequence[ThingChange], language: Language) -> list[str]:
    """A line for each change, new things first."""
    found = [(verb_of(topic, change), change) for change in changes]
    found.sort(key=lambda pair: RANKS.index(pair[0]))
    return [after_colon(verb.within(language), _item(topic, change, language), language) for verb, change in found]


def verb_of(topic: Topic, change: ThingChange) -> Wording:
    """What became of a thing."""
    runs = topic is Topic.PROMOTION
    if change.before is None:
        return words.BEGINS if runs else words.IS_NEW
    if change.after is None:
        return words.ENDS if runs else words.IS_GONE
    if change.before.gone is not change.after.gone:
        return words.IS_RETIRED if change.after.gone else words.IS_BACK
    return words.IS_OTHER


def _item(topic: Topic, change: ThingChange, language: Language) -> str:
    thing = change.after or change.before
    assert thing is not None
    name = f"**{said(thing.name.within(language))}**"
    if topic not in _WITHOUT_ID:
        name += f" ({code(change.key.id)})"
    if change.before is not None and change.after is not None:
        details = _differences(change.before, change.after, language)
    else:
        details = _details(topic, thing, language)
    told = ("；" if language is not Language.EN else "; ").join(details)
    return f"{name} — {told}" if told else name


def _details(topic: Topic, thing: Thing, language: Language) -> Iterator[str]:
    """What is known of a thing; of a fact, what it says and by which source."""
    for label, value in thing.details.items():
        if topic is not Topic.FACT:
            yield f"{words.LABELS[label].within(language)} {said(value.within(language))}"
        elif label in ("statement", "source"):
            yield said(value.within(language))


def _differences(before: Thing, after: Thing, language: Language) -> Iterator[str]:
    if before.name != after.name:
        yield _difference(words.NAME, before.name, after.name, language)
    for label in dict.fromkeys((*before.details, *after.details)):
        one, other = before.details.get(label), after.details.get(label)
        if one != other:
            yield _difference(words.LABELS[label], one, other, language)


def _difference(label: Wording, before: Wording | None, after: Wording | None, language: Language) -> str:
    """What one detail was and becomes; of wordings that are alike in the language, that they differ elsewhere."""
    was, becomes = (words.NOTHING_THERE if each is None else said(each.within(language)) for each in (before, after))
    if was == becomes and before is not None and after is not None:
        was, becomes = (f"{said(each.zh)} / {said(each.en)}" for each in (before, after))
    return f"{label.within(language)} {was} → {becomes}"
