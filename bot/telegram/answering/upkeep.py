"""What keeps the engine's knowledge up to date, as the bot on Telegram sees it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final, Protocol

from bot.knowledge.messages.message import Term
from bot.knowledge.problems import Problem, more
from bot.text import Language

MOST_SHOWN: Final = 20
"""Problems of one folder that are logged and told; of the others their number."""


class Result(StrEnum):
    """What became of a look at the knowledge folder."""

    TAKEN = "taken"
    SAME = "same"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a try to take a knowledge folder over."""

    result: Result
    at: datetime
    digest: str
    """Of the files that were tried."""
    version: str
    """Of the knowledge that answers now."""
    problems: tuple[Problem, ...] = ()
    """All that was wrong, each with its file, line and column."""
    summary: Term | None = None
    """How much of what there is, where it was taken over."""
    fault: str = ""
    """Where the program itself failed: the kind of error."""

    def shown_problems(self, language: Language, most: int = MOST_SHOWN) -> list[str]:
        """The problems one a line; beyond ``most`` only their number."""
        left_out = len(self.problems) - most
        shown = [problem.told(language) for problem in self.problems[:most]]
        return [*shown, *([more(left_out, language)] if left_out > 0 else [])]


@dataclass(frozen=True, slots=True)
class Beside:
    """What serves beside the curated knowledge: its name, its day, and what is wrong with it, if anything."""

    name: str
    day: date | None
    wrong: str = ""


Told = Callable[[Outcome], Awaitable[None]]


class Upkeep(Protocol):
    """Keeps knowledge up to date."""

    @property
    def folder(self) -> str | None:
        """The folder that is watched; ``None`` where the package brings the knowledge."""
        ...

    @property
    def last(self) -> Outcome | None:
        """What became of the last change."""
        ...

    async def reload(self) -> Outcome | None:
        """Look at the folder now; ``None`` where there is none."""
        ...

    def beside(self) -> Sequence[Beside]:
        """What serves beside the knowledge. It may take a while at first."""
        ...

    async def run(self, told: Told) -> None:
        """Look after it without end, and tell what becomes of each change."""
        ...


class NoUpkeep:
    """The knowledge stays as it is."""

    folder: str | None = None
    last: Outcome | None = None

    async def reload(self) -> Outcome | None:
        return None

    def beside(self) -> Sequence[Beside]:
        return ()

    async def run(self, told: Told) -> None:
        """Nothing is to be done."""
