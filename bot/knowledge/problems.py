"""What is wrong in the knowledge base, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from bot.knowledge.characters import harmless
from bot.knowledge.messages import Message, filled

Path = tuple[str | int, ...]
"""The way to a value in a file: keys and places in lists, such as ``("models", 0, "prices", 1, "amount")``."""

MAX_SHOWN: Final = 200
"""Problems that are shown of one folder; of the others their number."""

_LONGEST_KEY: Final = 60
_LONGEST_PATH: Final = 600
_LONGEST_PART: Final = 300


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
    """One thing that is wrong: ``path`` (``models[0].id``) says at which value, ``advice`` what to do.

    A ``warning`` is what may be meant as it stands. Texts are of bounded length, and safe to print.
    """

    file: str
    line: int
    column: int
    path: str
    said: Message
    parts: tuple[tuple[str, str], ...] = ()
    """What fills the message's wording in."""
    warning: bool = False

    @classmethod
    def at(cls, place: Place, path: Path, said: Message, **parts: object) -> Problem:
        filling = tuple((name, harmless(str(part), _LONGEST_PART)) for name, part in parts.items())
        return cls(place.file, place.line, place.column, harmless(path_text(path), _LONGEST_PATH), said, filling)

    @classmethod
    def maybe(cls, place: Place, path: Path, said: Message, **parts: object) -> Problem:
        """A warning."""
        return replace(cls.at(place, path, said, **parts), warning=True)

    @property
    def message(self) -> str:
        """What is wrong, in English."""
        return filled(self.said.problem, dict(self.parts))

    @property
    def advice(self) -> str:
        """What to do, in English."""
        return filled(self.said.advice, dict(self.parts))

    def __str__(self) -> str:
        where = f"{self.path}: " if self.path else ""
        weight = "warning: " if self.warning else ""
        return f"{self.file}:{self.line}:{self.column}: {weight}{where}{self.message}; {self.advice}"


class KnowledgeError(Exception):
    """The knowledge base does not load; ``problems`` are all that were found, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(listed(self.problems)))


def listed(problems: Iterable[Problem]) -> list[str]:
    """The problems one a line; beyond the first few hundred only their number."""
    lines = [str(problem) for problem in problems]
    left_out = len(lines) - MAX_SHOWN
    return lines if left_out <= 0 else [*lines[:MAX_SHOWN], f"... and {left_out:,} more"]


def path_text(path: Path) -> str:
    """The path as people write it: ``models[0].prices[1].amount``."""
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step}]"
        else:
            key = harmless(step, _LONGEST_KEY)
            text += f".{key}" if text else key
    return text
