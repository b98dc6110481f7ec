"""Entities, phrases and words of a message as the explanation shows them."""

from __future__ import annotations

from bot.answers import SeenEntity, SeenPhrase
from bot.language.basics.entities import EntityKind
from bot.language.tokens.reading import Reading
from bot.questions.frames.coverage import is_known
from bot.questions.frames.handler import Candidate
from bot.questions.phrases.rules import Phrase
from bot.questions.phrases.slots import Slots
from bot.questions.phrases.weights import weights

_SHOWN = {
    EntityKind.NUMBER,
    EntityKind.PERCENT,
    EntityKind.MONEY,
    EntityKind.QUANTITY,
    EntityKind.MODEL,
    EntityKind.VENDOR,
    EntityKind.SUBJECT,
}


def seen_entities(reading: Reading) -> tuple[SeenEntity, ...]:
    """Names and amounts in the order of the text, with offsets into the text as given."""
    found = []
    for token in reading.tokens:
        start, end = reading.normalized.source_span(token.start, token.end)
        text = reading.normalized.original[start:end]
        if token.amount is not None:
            amount = token.amount
            unit = None if amount.kind is EntityKind.PERCENT else amount.unit
            found.append(SeenEntity(amount.kind, text, start, end, amount.value, unit))
        elif token.name is not None and token.name.kind in _SHOWN:
            found.append(SeenEntity(token.name.kind, text, start, end, id=token.name.id))
    return tuple(found)


def seen_phrases(slots: Slots) -> tuple[SeenPhrase, ...]:
    """The phrases that rules made of a message: prices named, and amounts of work."""
    made = (*slots.quotes, *slots.phrases)
    return tuple(_seen(phrase, slots.reading) for phrase in made if phrase.rule)


def _seen(phrase: Phrase, reading: Reading) -> SeenPhrase:
    value = str(phrase.value) if phrase.value is not None else ""
    parts = tuple(_seen(part, reading) for part in phrase.parts)
    return SeenPhrase(phrase.rule, _written(reading, phrase.first, phrase.end), value, parts)


def _written(reading: Reading, first: int, end: int) -> str:
    """Some tokens as they are written."""
    return reading.normalized.source(reading.tokens[first].start, reading.tokens[end - 1].end)


def words_used_and_left(candidate: Candidate, reading: Reading) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words that a way to understand a message accounts for, and the telling ones and unknown stretches it does not."""
    used: list[tuple[int, str]] = []
    left: list[tuple[int, str]] = []
    for place, (token, weight) in enumerate(zip(reading.tokens, weights(reading), strict=True)):
        if place in candidate.used or weight > 0:
            into = used if place in candidate.used else left
            into.append((token.start, _written(reading, place, place + 1)))
    for span in reading.residue:
        into = used if is_known(candidate, reading.text, span) else left
        into.append((span[0], reading.normalized.source(*span)))
    return tuple(text for _, text in sorted(used)), tuple(text for _, text in sorted(left))
