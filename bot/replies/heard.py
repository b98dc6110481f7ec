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
    source = reading.normalized.source
    misspelt = [(source(name.start, name.end), name.id) for _, name in reading.names if name.corrected]
    rough = [amount for _, amount in reading.amounts if amount.approximate and amount.value.exact is not None]
    return Heard(tuple(misspelt), bool(rough))
