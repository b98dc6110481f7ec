"""What is wrong in the knowledge base, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

Path = tuple[str | int, ...]
"""The way to a value in a file: keys and places in lists, such as ``("models", 0, "prices", 1, "amount")``."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file; line and column count from 1, the column in characters."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong: ``path`` (``models[0].id``) says at which value, ``advice`` what to do."""

    file: str
    line: int
    column: int
    path: str
    message: str
    advice: str

    @classmethod
    def at(cls, place: Place, path: Path | str, message: str, advice: str) -> Problem:
        shown = path if isinstance(path, str) else path_text(path)
        return cls(place.file, place.line, place.column, shown, message, advice)

    def __str__(self) -> str:
        where = f"{self.path}: " if self.path else ""
        advice = f"; {self.advice}" if self.advice else ""
        return f"{self.file}:{self.line}:{self.column}: {where}{self.message}{advice}"


class KnowledgeError(Exception):
    """The knowledge base does not load; ``problems`` are all that were found, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


def path_text(path: Path) -> str:
    """The path as people write it: ``models[0].prices[1].amount``."""
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step}]"
        else:
            text += f".{step}" if text else step
    return text
