"""Prints what each pattern, alternative, word and rule of the bot wins: ``make earns``.

``ARGS="periods suppositions"`` looks at the parts that hold one of these in their names, ``ARGS="--kinds rule"`` at
some kinds alone. With ``--check``, only what is refused is printed: patterns and rules without which no case comes out
wrong, and words that no case reads, but for those that ``allowed.txt`` names with a reason. This is quick, since of
each pattern and rule a few cases are kept in ``witnesses.tsv``, and no others are tried; ``--write`` looks for them among
all cases where they are missing or tell nothing any more.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from typing import Final

from tools.earns.check import allowances, idle_parts
from tools.earns.ledger import Ledger

KINDS: Final = ("pattern", "alternative", "rule", "word", "phrase", "entry")
_MOST: Final = 10
_SHOWN: Final = 3
_WIDTH: Final = 160


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; its exit status is 1 where something is refused."""
    parser = argparse.ArgumentParser(prog="python -m tools.earns", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("only", nargs="*", help="texts of which the names of parts must hold one")
    parser.add_argument("--kinds", default=",".join(KINDS), help="kinds of parts")
    parser.add_argument("--most", type=int, default=_MOST, help="won cases after which no more are looked for")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes")
    parser.add_argument("--check", action="store_true", help="tell only of what is refused")
    parser.add_argument("--write", action="store_true", help="the same, and keep a few cases that each part wins")
    options = parser.parse_args(arguments)
    gc.set_threshold(50_000, 20, 50)  # the engines and cases live as long as the process
    ledger = Ledger(options.jobs)
    gc.freeze()  # nor need the forks look through them
    if options.check or options.write:
        return _check(ledger, options.write)
    ledger.record()
    for place in sorted(ledger.wrong):
        print(f"wrong as it is: {ledger.cases[place]}")
    kinds = options.kinds.split(",")
    for beginning in allowances():
        if not any(key.startswith(beginning) for key in ledger.parts):
            print(f"allowed, but there is none: {beginning}")
    _tell(ledger, [key for key in ledger.parts if _is_wanted(key, kinds, options.only)], options.most)
    return 0


def _is_wanted(key: str, kinds: Sequence[str], only: Sequence[str]) -> bool:
    return key.partition(" ")[0] in kinds and (not only or any(text in key for text in only))


def _tell(ledger: Ledger, keys: Sequence[str], most: int) -> None:
    """How many cases each part wins and in how many it has a say, those that win the fewest first, and some of them."""
    won = ledger.won(keys, most)
    for key in sorted(keys, key=lambda key: (len(won.get(key, ())), len(ledger.said[key]), key)):
        lost = won.get(key, [])
        print(f"{len(lost)}{'+' if len(lost) == most else ''} of {len(ledger.said[key])}\t{key}")
        for place in lost[:_SHOWN]:
            print(f"\t\t{str(ledger.cases[place])[:_WIDTH]!r}")


def _check(ledger: Ledger, write: bool) -> int:
    idle = idle_parts(ledger, write)
    for key in idle:
        print(f"wins nothing: {key}")
    if idle and not write:
        print("make earns ARGS=--write looks for what wins them among all cases")
    return 1 if idle else 0


if __name__ == "__main__":
    sys.exit(main())
