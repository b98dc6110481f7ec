"""What is wrong in the knowledge base, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from bot.knowledge.characters import harmless
from bot.knowledge.messages.message import Message, Term, filled
from bot.text import Language

Path = tuple[str | int, ...]
"""The way to a value in a file: keys and places in lists, such as ``("models", 0, "prices", 1, "amount")``."""

MAX_SHOWN: Final = 200
"""Problems that are shown of one folder; of the others their number."""

_LONGEST_KEY: Final = 60
_LONGEST_PATH: Final = 600
_LONGEST_PART: Final = 300

_WARNING: Final = Term("warning", "警告")
_MORE: Final = Term("... and {number} more", "……还有 {number} 处")
_BREAK: Final = Term("; ", "；")


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
    """One thing that is wrong: ``path`` (``models[0].id``) says at which value.

    A ``warning`` is what may be meant as it stands. Texts are of bounded length, and safe to print.
    """

    file: str
    line: int
    column: int
    path: str
    said: Message
    parts: tuple[tuple[str, Term], ...] = ()
    """What fills the message's wording in."""
    warning: bool = False

    @classmethod
    def at(cls, place: Place, path: Path, said: Message, **parts: object) -> Problem:
        """A problem; a part that is a :class:`Term` is told in the reader's language, any other as it is."""
        filling = tuple((name, _harmless(part)) for name, part in parts.items())
        return cls(place.file, place.line, place.column, harmless(path_text(path), _LONGEST_PATH), said, filling)

    @classmethod
    def maybe(cls, place: Place, path: Path, said: Message, **parts: object) -> Problem:
        """A warning."""
        return replace(cls.at(place, path, said, **parts), warning=True)

    def words(self, language: Language = Language.EN) -> tuple[str, str]:
        """What is wrong, and what to do."""
        parts = {name: term.word(language) for name, term in self.parts}
        problem, advice = self.said.wording(language)
        return filled(problem, parts), filled(advice, parts)

    @property
    def place(self) -> Place:
        return Place(self.file, self.line, self.column)

    def sentence(self, language: Language) -> str:
        """The value, what is wrong, and what to do."""
        where = f"{self.path}: " if self.path else ""
        return where + _BREAK.word(language).join(self.words(language))

    def told(self, language: Language) -> str:
        """All of it in one line, beginning with the place."""
        weight = f"{_WARNING.word(language)}: " if self.warning else ""
        return f"{self.place}: {weight}{self.sentence(language)}"

    def __str__(self) -> str:
        return self.told(Language.EN)


def _harmless(part: object) -> Term:
    term = part if isinstance(part, Term) else Term(str(part), str(part))
    return Term(harmless(term.en, _LONGEST_PART), harmless(term.zh, _LONGEST_PART))


class KnowledgeError(Exception):
    """The knowledge base does not load; ``problems`` are all that were found, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(listed(self.problems)))


def listed(problems: Iterable[Problem], language: Language = Language.EN) -> list[str]:
    """The problems one a line; beyond the first few hundred only their number."""
    lines = [problem.told(language) for problem in problems]
    left_out = len(lines) - MAX_SHOWN
    return lines if left_out <= 0 else [*lines[:MAX_SHOWN], more(left_out, language)]


def more(number: int, language: Language) -> str:
    """The line that stands for so many problems that are not shown."""
    return _MORE.word(language).format(number=f"{number:,}")


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
