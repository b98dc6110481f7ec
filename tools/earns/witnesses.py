"""Cases that win the patterns and rules, kept beside their keys, so that not all cases need be asked to find one anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

PATH: Final = Path(__file__).parent / "witnesses.tsv"
MOST: Final = 3
"""Cases kept for a part: one is enough, and another is there when that changes."""


def load() -> dict[str, list[str]]:
    """The cases of each part, as they are shown."""
    if not PATH.exists():
        return {}
    lines = (line.split("\t") for line in PATH.read_text(encoding="utf-8").splitlines())
    return {key: cases for key, *cases in lines}


def save(cases: Mapping[str, Sequence[str]]) -> None:
    """Write the cases down, a line a part."""
    PATH.write_text("".join("\t".join([key, *cases[key]]) + "\n" for key in sorted(cases)), encoding="utf-8")


def shown(case: object) -> str:
    """A case in one field of a line."""
    return str(case).translate(_ESCAPED)


_ESCAPED: Final = {ord("\t"): "\\t", ord("\n"): "\\n", ord("\r"): "\\r"}
