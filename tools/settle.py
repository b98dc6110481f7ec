"""Moves the known gaps about today's market that are answered right by now to the questions: ``python -m tools.settle``.

A case goes to the file of the kind that it is answered as, as it stands.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import yaml

from bot.engine import Engine
from bot.knowledge.load import load_knowledge
from bot.replies.machine import reply_object
from tests.corpus_cases import TODAYS_CLOCK, TODAYS_CORPUS, TODAYS_MARKET, mismatches

_CASE: Final = re.compile(r"^- .*\n(?:  .*\n)*", re.MULTILINE)


def main() -> int:
    """The command: says how many moved."""
    engine = Engine(load_knowledge(TODAYS_MARKET))
    gaps = TODAYS_CORPUS / "known_gaps.yaml"
    text = gaps.read_text(encoding="utf-8")
    moved = list(_right(engine, text))
    for block, kind in moved:
        _append(TODAYS_CORPUS / "questions" / f"{kind}.yaml", block)
        text = text.replace(block, "", 1)
    gaps.write_text(text, encoding="utf-8")
    print(f"{len(moved)} moved to the questions")
    return 0


def _right(engine: Engine, text: str) -> Iterator[tuple[str, str]]:
    """The cases that are right, as they are written, with the kinds of their answers."""
    for block in _CASE.findall(text):
        (case,) = yaml.safe_load(block)
        if not mismatches(engine, case, TODAYS_CLOCK):
            yield block, reply_object(engine.ask(case["ask"], TODAYS_CLOCK))["kind"] or "unknown"


def _append(path: Path, block: str) -> None:
    before = path.read_text(encoding="utf-8") if path.exists() else "# Questions about the market of today.\n"
    path.write_text(before + block, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
