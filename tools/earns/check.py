"""What wins nothing: patterns and rules without which no case comes out wrong, and words that no case reads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tools.earns import witnesses
from tools.earns.ledger import Ledger

WINNING: Final = ("pattern", "rule")
READ: Final = ("word", "entry")
"""Kinds of which it is enough that some case reads them: a synonym need not be the only one."""
_ALLOWED: Final = Path(__file__).parent / "allowed.txt"


def idle_parts(ledger: Ledger, write: bool = False) -> list[str]:
    """The keys of what wins nothing that is kept, and is not allowed to; what is allowed is not looked at any closer.

    With ``write``, parts whose witnesses tell nothing any more are tried on all cases, and what wins them is kept.
    """
    allowed = tuple(allowances())
    keys = [key for key in ledger.parts if not key.startswith(allowed)]
    winning = [key for key in keys if ledger.parts[key].kind in WINNING]
    known = ledger.proven(winning, witnesses.load())
    if write:
        known |= ledger.found([key for key in winning if key not in known], witnesses.MOST)
        witnesses.save(known)
    idle = [key for key in winning if key not in known]
    return idle + ledger.unread([key for key in keys if ledger.parts[key].kind in READ])


def allowances() -> Iterator[str]:
    """What the keys of parts begin with that may win nothing; words behind a colon stand for a key each."""
    for line in _ALLOWED.read_text(encoding="utf-8").splitlines():
        beginning, _, reason = line.partition("  # ")
        if not beginning.strip():
            continue
        if not reason.strip():
            raise ValueError(f"{_ALLOWED.name}: no reason is given for {beginning.strip()}")
        head, _, words = beginning.partition(": ")
        yield from (f"{head} {word.replace('_', ' ')}" for word in words.split()) if words else (beginning.strip(),)
