"""Value types between the layers: who asks, what was worked out, and what is said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from enum import StrEnum
from typing import Final, NamedTuple

from bot.knowledge.days import RoughDay
from bot.knowledge.entries import Source
from bot.knowledge.model_entries import ModelStatus
from bot.knowledge.price_entries import Price
from bot.quantities import Range
from bot.question import Kind, Question
from bot.text import Language

BEIJING: Final = timezone(timedelta(hours=8))
"""The zone of days and times that come without one."""


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
    """``None`` is the day of ``now``, or else of the system's clock."""
    now: datetime | None = None
    """What the clock says, with its zone; ``None`` is the system's clock."""
    previous: str | None = None
    """Code of the Question that this message follows up: the one that the replied-to message answers."""
    beside: str | None = None
    """A text that the message may ask about: the one that it answers, or that of a file."""


class Given(NamedTuple):
    """The amount that a result is for; of copies, those of ``work``."""

    value: Range
    unit: str
    work: str | None = None


class Result(NamedTuple):
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
    day: date | RoughDay | None = None
    """The value of a result whose unit is ``date``: a day, one known by its month or year, or a moment."""
    offer: Price | None = None
    """The price that it rests on: whose it is, what it hangs on, and its days."""
    status: ModelStatus | None = None
    """Whether the model is still sold; the value of a result whose unit is ``text`` in an answer about that."""


class Remark(StrEnum):
    """What an answer has to say beside its numbers; wording turns each into a sentence."""

    VENDOR_CLAIM = "vendor claim"
    ONE_MENTION = "mentioned in one place only"
    UP_TO_CUT = "up to cut"
    BY_REPORT = "a price that follows from a published change"
    NO_SPLIT = "no split between input and output"
    BORROWED_RATES = "rates of other vendors"
    CAVEAT = "a fact that does not add up"
    COUNTED = "tokens counted by the vendor's own vocabulary"
    NO_RATE = "no rate of tokens known for a text"
    EXCHANGED = "exchanged"
    SELLER = "seller"
    FREE_APART = "free ones apart"
    NOT_KNOWN_YET = "not known at that date"
    UNDATED = "not known at that date, and no day on record from which it is"
    ALL_HOURS = "a list without prices of hours"
    ENDS = "a model that is to end soon"
    NO_PRICE = "no price known"
    NO_SIDE = "no price of a side known"
    AS_OUTPUT = "thinking is billed as output"
    NO_QUOTA = "no free quota known"
    BY_THE_MONTH = "what the price of a month comes to in a year"
    NEWER = "which model took the place of one that is still sold"
    FROM_CACHE = "how much less input from the cache costs"
    IN_MODE = "how much less a call in a mode costs"
    BY_HOURS = "how much less is charged off peak"
    SHARED = "what each of those pays who share a plan"
    NO_PLAN = "no subscription known"
    CHANGED = "how and when prices changed last"
    NONE_MOVED = "no price went that way"
    SIDE_KEPT = "a side whose price is not known to have changed"
    SIDE_NEW = "a side without a price of its own before"
    SIDE_GONE = "a side without a price of its own after"
    ONE_PRICE_BEFORE = "one price for input and output before"
    ONE_PRICE_NOW = "one price for input and output after"
    TWO_CURRENCIES = "prices before and after in two currencies"
    NO_EARLIER_PRICE = "no earlier price known"
    NO_CHANGE = "no change of the price known"
    NO_VERSION = "version not known"
    ABOUT_LENGTH = "length of the work is approximate"
    OFFER_RUNS = "an offer that still runs"
    OFFER_RUNS_TILL = "an offer that still runs, and its last day"
    OFFER_ENDED = "an offer that has ended"
    NO_OFFER = "no offer known"
    BY_INPUT = "compared by the price of input"
    BLENDED = "put in order by the prices of input and output together"
    FREE_LEFT_OUT = "free ones are left out"
    OVERLAP = "ranges that overlap"
    TIED = "the same price for several"
    NO_BOUND = "no bound follows from two bounds"
    WITHIN_BUDGET = "the budget covers the cost"
    OVER_BUDGET = "the cost is over the budget"
    OPEN_BUDGET = "whether the budget covers the cost is open"
    CONFIRMED = "what was supposed is so"
    DENIED = "what was supposed is not so"
    MIXED = "so many tokens in for each one out"
    AS_MUCH_OUT = "as much comes out as goes in"
    LONG_INPUT = "the price for long input"
    SUPPOSED = "a price that is only supposed"
    SUPPOSED_OF = "a price of one model that is only supposed"
    EARLIER = "a price before a cut"
    NOT_EARLIER = "today's price for want of an earlier one"
    NOT_SUPPOSED = "a supposition that is not worked in"
    UNPRICED = "a kind of price that is not known"
    UNKNOWN_CURRENCY = "currency without a rate"
    LEFT_OUT = "words of the question that are not worked in"
    OTHERS = "others that are not told of"


class Note(NamedTuple):
    """A remark with what it is about: entry, fact, source or currency ids, and figures."""

    remark: Remark
    about: tuple[str, ...] = ()
    figures: tuple[Decimal, ...] = ()
    day: date | None = None


class Answer(NamedTuple):
    """What was worked out for a Question: numbers and where they come from, no words."""

    question: Question
    results: tuple[Result, ...] = ()
    status: Status = Status.ANSWERED
    facts: tuple[str, ...] = ()
    winner: str | None = None
    steps: tuple[str, ...] = ()
    telling_steps: int | None = None
    """Where there are many results: the steps of the first, which show how the others were reached."""
    sources: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    options: tuple[Question, ...] = ()
    """Questions to choose from, where ``status`` is ``clarify``."""
    alongside: Answer | None = None
    """The answer to the same question of the model that the question has ``alongside``."""


class Button(NamedTuple):
    """A way to go on: ``code`` is the Question that pressing it asks, at most 60 characters of ``A-Za-z0-9_-``."""

    label: str
    code: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What the bot says to one message.

    ``text`` is plain, what matters in few lines; ``full`` is all that is known; ``html`` is the latter in Telegram's
    HTML, what ``text`` lacks folded, everything escaped; ``rich`` is the same as a rich message with a table, where it has
    one. ``question`` leaves out a text that stood beside the question. ``title`` and ``summary`` are the
    two plain lines of an inline card, ``sourced`` the line that says whose figures they are, and of which day. ``code`` is the
    Question that was answered, for follow-ups; ``None`` where none was understood. ``charted``: a picture shows what it
    says. ``stays``: it answers several questions, to which no button leads back, so that what its buttons lead to stands
    below it.
    """

    question: str
    status: Status
    language: Language
    kind: Kind | None = None
    results: tuple[Result, ...] = ()
    facts: tuple[str, ...] = ()
    winner: str | None = None
    steps: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    text: str = ""
    full: str = ""
    html: str = ""
    rich: str = ""
    title: str = ""
    summary: str = ""
    sourced: str = ""
    buttons: tuple[tuple[Button, ...], ...] = ()
    code: str | None = None
    charted: bool = False
    stays: bool = False


@dataclass(frozen=True, slots=True)
class SeenEntity:
    """An entity found in a text; ``start`` and ``end`` are offsets into the text as given, end exclusive."""

    kind: str
    text: str
    start: int
    end: int
    value: Range | None = None
    unit: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class SeenPhrase:
    """A phrase that a rule made of ``parts``, with its value in notation; of a part that is one word, ``rule`` is empty."""

    rule: str
    text: str
    value: str
    parts: tuple[SeenPhrase, ...] = ()


@dataclass(frozen=True, slots=True)
class SeenCandidate:
    """A way in which the text could be understood, with its score from 0 to 1 and the reasons.

    ``used`` are the words and stretches that it accounts for, ``left`` the telling ones that it does not.
    """

    kind: Kind
    score: float
    why: tuple[str, ...]
    used: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the bot sees in a text, and whether it would speak up unasked, with every reason against it.

    ``part`` is the part of the text that it would answer where it would not answer the whole.
    """

    text: str
    normalized: str
    entities: tuple[SeenEntity, ...]
    phrases: tuple[SeenPhrase, ...]
    candidates: tuple[SeenCandidate, ...]
    speaks_up: bool
    against: tuple[str, ...]
    part: str | None = None
