"""What a message does not say as it is taken, which the reply says."""

from __future__ import annotations

from typing import NamedTuple

from bot.language.tokens.reading import Reading


class Heard(NamedTuple):
    """Misspelt names as they are written, with their ids; and whether an amount is a rough one."""

    misspelt: tuple[tuple[str, str], ...] = ()
    roughly: bool = False


def heard_in(reading: Reading) -> Heard:
    """What is taken otherwise than it is written."""
    normalized = reading.normalized
    corrected = (name for _, name in reading.names if name.corrected)
    spans = ((normalized.source_span(name.start, name.end), name.id) for name in corrected)
    roughly = any(amount.approximate and amount.value.exact is not None for _, amount in reading.amounts)
    return Heard(tuple((normalized.original[start:end], id_) for (start, end), id_ in spans), roughly)
