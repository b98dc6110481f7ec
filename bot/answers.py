"""Value types between the layers: what was asked, what was worked out, and what is said."""

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
from bot.quantities import Money, Quantity, Range
from bot.text import Language

BEIJING: Final = timezone(timedelta(hours=8))
"""The zone of days and times that come without one."""


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
    WINDOW = "window"
    STATUS = "status"
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
    """``None`` is the day of ``now``, or else of the system's clock."""
    now: datetime | None = None
    """What the clock says, with its zone; ``None`` is the system's clock."""
    previous: str | None = None
    """Code of the Question that this message follows up: the one that the replied-to message answers."""


class Order(StrEnum):
    """How a ranking runs, or which part of it is asked for."""

    CHEAPEST = "cheapest"
    DEAREST = "dearest"
    ASCENDING = "ascending"
    DESCENDING = "descending"
    FREE = "free"
    """In a question for a price: whether it is free."""


class Baseline(StrEnum):
    """What a discount is measured against, or, in sums and comparisons, the price that they go by."""

    BEFORE = "before"
    INDUSTRY = "industry"


class Unpriced(StrEnum):
    """Kinds of prices that may be asked for, and that no entry holds."""

    TUNING = "tuning"
    BATCH = "batch"
    FLEX = "flex"
    PRIORITY = "priority"
    FAST = "fast"
    LONG = "long context"
    IMAGES = "images"
    SPEECH = "speech"
    EMBEDDING = "embedding"
    SUBSCRIPTION = "subscription"
    CACHE = "cache"
    DISCOUNT = "discount"
    SUPPOSITION = "supposition"
    """A change of prices that is supposed, and not worked in."""


class Topic(StrEnum):
    """What a question about the bot itself is about."""

    ABILITIES = "abilities"
    MODELS = "models"
    SOURCES = "sources"


class Load(NamedTuple):
    """An amount of work: so many tokens, characters, words, calls or copies, ``times`` over (calls, days).

    ``work`` is the known work whose copies are meant, ``side`` the side that the tokens are on, ``subject`` the one
    model that does it where each has work of its own. ``request``: the amount is that of one request. ``free`` is what of
    the whole is not charged, in the unit of ``amount``.
    """

    amount: Quantity
    times: tuple[Decimal, ...] = ()
    work: str | None = None
    side: str | None = None
    subject: str | None = None
    request: bool = False
    free: Decimal | None = None


class Terms(NamedTuple):
    """On what terms prices are asked for; what is left open is that of an ordinary call.

    ``mode`` is batch, flex, priority, fast or thinking, ``cache_life`` 5m or 1h, ``window`` peak or off-peak, ``tokens``
    the input of one request. ``launch``: on the day on which the model came out.
    """

    mode: str | None = None
    cache_life: str | None = None
    window: str | None = None
    tokens: Decimal | None = None
    launch: bool = False


class UnitPrice(NamedTuple):
    """A price named in the question: ``money`` for ``per`` tokens."""

    money: Money
    per: Decimal


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked: a kind, and the slots that the kind uses. An empty slot was left open.

    ``subjects`` are entry ids in the order of the text (models wherever a name stands for one). ``target`` is what the
    answer is to be in: a unit, or an ISO code for money. ``per`` is the number of tokens that a price is wanted for.
    ``size`` is the load of one call, day or copy where ``target`` is that unit. ``days`` are those that ``money`` is for,
    where what it buys is wanted by the day.
    """

    kind: Kind
    subjects: tuple[str, ...] = ()
    money: tuple[Money, ...] = ()
    loads: tuple[Load, ...] = ()
    unit_price: UnitPrice | None = None
    other_price: UnitPrice | None = None
    """A second price named, to be compared with ``unit_price``."""
    target: str | None = None
    per: Decimal | None = None
    side: str | None = None
    size: Load | None = None
    days: Decimal | None = None
    order: Order | None = None
    limit: int | None = None
    """How many of a ranking are wanted, from its beginning."""
    nth: int | None = None
    """The one place of a ranking that is wanted: 2 for the second cheapest."""
    excluded: tuple[str, ...] = ()
    paid_only: bool = False
    cheaper_than: str | None = None
    dearer: bool = False
    """``cheaper_than`` is meant the other way round."""
    apart: bool = False
    """Each of the sums in ``money`` is for the subject at its place alone."""
    times: Decimal | None = None
    """How many have each sum in ``money``, which is to be multiplied by it."""
    among: Decimal | None = None
    """How many share each sum in ``money``, where one's share of it is to be spent."""
    below: bool = False
    """A limit in ``money`` or ``unit_price`` is itself left out (低于, under), rather than kept (以内, at most)."""
    everything: bool = False
    baseline: Baseline | None = None
    versus: str | None = None
    """What the others are compared with; in a ranking, the one of which it is asked whether it comes first."""
    facts: tuple[str, ...] = ()
    topic: Topic | None = None
    as_of: date | None = None
    factor: Decimal | None = None
    """What published prices are multiplied by, where another price is only supposed."""
    supposed_of: str | None = None
    """The one model whose price ``factor`` or ``baseline`` puts another one for; ``None`` where they do so for all."""
    unpriced: Unpriced | None = None
    """The kind of price that was asked for, and is not known."""
    terms: Terms | None = None


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
    UP_TO_CUT = "up to cut"
    BY_REPORT = "a price that follows from a published change"
    NO_SPLIT = "no split between input and output"
    BORROWED_RATES = "rates of other vendors"
    CAVEAT = "a fact that does not add up"
    EXCHANGED = "exchanged"
    SELLER = "seller"
    FREE_APART = "free ones apart"
    NOT_KNOWN_YET = "not known at that date"
    UNDATED = "not known at that date, and no day on record from which it is"
    NO_PRICE = "no price known"
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
    BY_INPUT = "compared by the price of input"
    OVERLAP = "ranges that overlap"
    TIED = "the same price for several"
    NO_BOUND = "no bound follows from two bounds"
    WITHIN_BUDGET = "the budget covers the cost"
    OVER_BUDGET = "the cost is over the budget"
    OPEN_BUDGET = "whether the budget covers the cost is open"
    CONFIRMED = "what was supposed is so"
    DENIED = "what was supposed is not so"
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


class Button(NamedTuple):
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
    sources: tuple[Source, ...] = ()
    text: str = ""
    html: str = ""
    title: str = ""
    summary: str = ""
    buttons: tuple[tuple[Button, ...], ...] = ()
    code: str | None = None


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
class SeenCandidate:
    """A way in which the text could be understood, with its score from 0 to 1 and the reasons."""

    kind: Kind
    score: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the bot sees in a text, and whether it would speak up unasked, with every reason against it.

    ``part`` is the part of the text that it would answer where it would not answer the whole.
    """

    text: str
    normalized: str
    entities: tuple[SeenEntity, ...]
    candidates: tuple[SeenCandidate, ...]
    speaks_up: bool
    against: tuple[str, ...]
    part: str | None = None
