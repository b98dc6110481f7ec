"""Value types between the layers: what was asked, what was worked out, and what is said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.quantities import Range
from bot.text import Language


class Kind(StrEnum):
    """The kinds of questions."""

    BUDGET = "budget"
    COST = "cost"
    PRICE = "price"
    COMPARE = "compare"
    RANK = "rank"
    DISCOUNT = "discount"
    CONVERT = "convert"
    FACT = "fact"
    HELP = "help"


class Status(StrEnum):
    """What became of a message."""

    ANSWERED = "answered"
    CLARIFY = "clarify"
    UNKNOWN = "unknown"
    IGNORED = "ignored"


class Role(StrEnum):
    """What a result is in its answer."""

    ANSWER = "answer"
    DIFFERENCE = "difference"
    ALSO = "also"


@dataclass(frozen=True, slots=True)
class Context:
    """What is known beside the text: who is asked, in which language and currency, and as of when."""

    addressed: bool = True
    """False: overheard in a group; the bot speaks only when it is certain."""
    language: Language | None = None
    """The language to reply in; ``None`` follows the message."""
    usual_language: Language = Language.ZH_HANS
    """The language to reply in where the message leaves it open: the chat's setting."""
    currency: str | None = None
    """The chat's currency, for words that name no country (块, $); ``None`` goes by the language."""
    as_of: date | None = None
    """The day whose prices count; ``None`` is ``today``."""
    today: date | None = None
    """``None`` is the day of the system's clock."""
    previous: str | None = None
    """Code of the Question that this message follows up: the one that the replied-to message answers."""


@dataclass(frozen=True, slots=True)
class Given:
    """The amount that a result is for."""

    value: Range
    unit: str


@dataclass(frozen=True, slots=True)
class Result:
    """One computed result; fields as in the machine-readable output."""

    unit: str
    value: Range | None = None
    subject: str | None = None
    per: Given | None = None
    side: str | None = None
    free: bool = False
    role: Role = Role.ANSWER
    given: Given | None = None
    as_of: date | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Button:
    """A way to go on: ``code`` is the Question that pressing it asks, at most 60 characters of ``A-Za-z0-9_-``."""

    label: str
    code: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What the bot says to one message.

    ``text`` is plain; ``html`` is the same in Telegram's HTML, everything escaped. ``title`` and ``summary`` are the
    two plain lines of an inline card. ``code`` is the Question that was answered, for follow-ups; ``None`` where none
    was understood.
    """

    question: str
    status: Status
    language: Language
    kind: Kind | None = None
    results: tuple[Result, ...] = ()
    facts: tuple[str, ...] = ()
    winner: str | None = None
    steps: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    text: str = ""
    html: str = ""
    title: str = ""
    summary: str = ""
    buttons: tuple[tuple[Button, ...], ...] = ()
    code: str | None = None
