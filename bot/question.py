"""What was asked: a Question, and the parts that it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar, Final, NamedTuple, Self

from bot.quantities import Money, Quantity


class Kind(str):
    """The name of a kind of question; all else about it stands in the one file that reads and answers it.

    There is one object for each name, so that kinds are compared with ``is``. Those that other modules speak of have
    an attribute here; a new kind needs none.
    """

    __slots__ = ()

    BUDGET: ClassVar[Kind]
    COST: ClassVar[Kind]
    PRICE: ClassVar[Kind]
    COMPARE: ClassVar[Kind]
    RANK: ClassVar[Kind]
    DISCOUNT: ClassVar[Kind]
    CONVERT: ClassVar[Kind]
    FACT: ClassVar[Kind]
    WINDOW: ClassVar[Kind]
    STATUS: ClassVar[Kind]
    HELP: ClassVar[Kind]
    HISTORY: ClassVar[Kind]
    PLAN: ClassVar[Kind]
    COUNT: ClassVar[Kind]

    _known: ClassVar[dict[str, Self]] = {}

    def __new__(cls, name: str) -> Self:
        return cls._known.setdefault(name, super().__new__(cls, name))


for _name in filter(str.isupper, Kind.__annotations__):
    setattr(Kind, _name, Kind(_name.lower()))


class Order(StrEnum):
    """How a ranking runs, or which part of it is asked for."""

    CHEAPEST = "cheapest"
    DEAREST = "dearest"
    ASCENDING = "ascending"
    DESCENDING = "descending"
    FREE = "free"
    """In a question for a price: whether it is free."""
    OFFER = "offer"
    """In a question for a price: whether an offer still runs."""


class Trait(StrEnum):
    """What models have in common that a ranking may be of."""

    OPEN_WEIGHTS = "open weights"
    PICTURES = "reads pictures"
    CHINESE = "made in China"
    AMERICAN = "made in the United States"
    ABROAD = "made outside China"


class Baseline(StrEnum):
    """What a discount is measured against, or, in sums and comparisons, the price that they go by."""

    BEFORE = "before"
    INDUSTRY = "industry"


class Unpriced(StrEnum):
    """Kinds of prices that may be asked for, and that no entry holds."""

    TUNING = "tuning"
    TRAINING = "training"
    BATCH = "batch"
    FLEX = "flex"
    PRIORITY = "priority"
    FAST = "fast"
    LONG = "long context"
    IMAGES = "images"
    SPEECH = "speech"
    EMBEDDING = "embedding"
    SEARCH = "search"
    HOSTING = "hosting"
    SUBSCRIPTION = "subscription"
    SHARES = "shares"
    QUOTA = "free quota"
    CACHE = "cache"
    DISCOUNT = "discount"
    SUPPOSITION = "supposition"
    """A change of prices that is supposed, and not worked in."""

    @property
    def is_service(self) -> bool:
        """Whether something else is sold at it, or on other terms, so that the ordinary price answers nothing."""
        return self not in (Unpriced.DISCOUNT, Unpriced.SUPPOSITION)


class Topic(StrEnum):
    """What a question about the bot itself is about."""

    ABILITIES = "abilities"
    MODELS = "models"
    SOURCES = "sources"


class Load(NamedTuple):
    """An amount of work: so many tokens, characters, words, calls or copies, ``times`` over.

    ``work`` is the known work whose copies are meant, ``side`` the side that the tokens are on, ``subject`` the one
    model that does it where each has work of its own. ``request``: the amount is that of one request. ``free`` is what of
    the whole is not charged, in the unit of ``amount``. So many ``heads`` have it each. It comes once in ``every`` so
    many seconds, and that period ``lasting`` times over.
    """

    amount: Quantity
    times: tuple[Decimal, ...] = ()
    work: str | None = None
    side: str | None = None
    subject: str | None = None
    request: bool = False
    free: Decimal | None = None
    heads: Decimal | None = None
    every: Decimal | None = None
    lasting: Decimal | None = None

    @property
    def factors(self) -> tuple[Decimal, ...]:
        """All that the amount is multiplied by."""
        return (*self.times, *(each for each in (self.heads, self.lasting) if each is not None))


BOTH: Final = "both"
"""The window of a question that asks for the prices at all hours."""
ANY_HOUR: Final = "any"
"""The window of a question about models that charge the same at the hour which it names as at any other."""


class Terms(NamedTuple):
    """On what terms prices are asked for; what is left open is that of an ordinary call.

    ``mode`` is batch, flex, priority, fast or thinking, ``cache_life`` 5m or 1h, ``window`` peak or off-peak, ``tokens``
    the input of one request. ``launch``: on the day on which the model came out. ``blend``: input and output together,
    so many tokens in for each one out.
    """

    mode: str | None = None
    cache_life: str | None = None
    window: str | None = None
    tokens: Decimal | None = None
    launch: bool = False
    blend: Decimal | None = None


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
    sellers: bool = False
    """Those who sell the one subject are to be put in order, rather than models."""
    traits: tuple[Trait, ...] = ()
    baseline: Baseline | None = None
    alongside: str | None = None
    """The model whose answer is told beside that of ``subjects``: that of today beside the one of a report, or the reverse."""
    versus: str | None = None
    """What the others are compared with; in a ranking, the one of which it is asked whether it comes first."""
    facts: tuple[str, ...] = ()
    topic: Topic | None = None
    as_of: date | None = None
    since: date | None = None
    """The first day of the time of which a history is asked."""
    factor: Decimal | None = None
    """What published prices are multiplied by, where another price is only supposed."""
    supposed_of: str | None = None
    """The one model whose price ``factor`` or ``baseline`` puts another one for; ``None`` where they do so for all."""
    unpriced: Unpriced | None = None
    """The kind of price that was asked for, and is not known."""
    terms: Terms | None = None
    earlier: tuple[str, ...] = ()
    """What was spoken of before the subject, and may be set beside it by what is asked next; no answer hangs on it."""
    whole: bool = False
    """All is to be told at once: each step of the sum, and the prices on all terms."""
