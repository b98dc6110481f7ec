"""Entities of a reading as the machine-readable explanation shows them."""

from __future__ import annotations

from bot.answers import SeenEntity
from bot.language.basics.entities import EntityKind
from bot.language.tokens.reading import Reading

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
