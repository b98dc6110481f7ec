"""Phrases for changes of prices, each with what it multiplies the price by: 打八折, 翻倍, cut by half."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final, NamedTuple

from bot.language.basics.cues import Cue
from bot.language.basics.vocabulary import words_under
from bot.language.tokens.reading import Reading
from bot.language.words.factors import factors, offers
from bot.quantities import ARITHMETIC, ONE, Range, exact_text
from bot.questions.phrases.rules import Rule, Stage
from bot.questions.phrases.values import Name, Number, Percent, Way
from bot.questions.phrases.work import terminal as amount_of

_HUNDRED: Final = Decimal(100)
_TWO: Final = Decimal(2)
_FINEST: Final = -6
"""The power of ten down to which a factor is worked with: a third has no end."""
_PARTS: Final = {"quarter": Decimal("0.25"), "fifth": Decimal("0.2"), "tenth": Decimal("0.1")}
_MOVES: Final = ((Cue.CUT, False, False), (Cue.RAISE, True, False), (Cue.CHEAP, False, True), (Cue.DEAR, True, True))
_TO: Final = words_under("questions", "changes, to")
_JOINTS: Final = "-掉了咗价个得"
_BY: Final[frozenset[Cue | str | type]] = frozenset({Cue.FILLER, Cue.PRICE, Cue.PER, Cue.BEFORE, Name, Way})


class Move(NamedTuple):
    """A word for a price that falls or rises; ``to``: it names where to. ``compares``: it is used of two prices as well."""

    rises: bool
    to: bool = False
    compares: bool = False


class Moved(NamedTuple):
    """A change: what it multiplies the price by, and the share by which the price falls, where that is said.

    ``offer``: a discount by its words, which nobody has published: 打八折, 买一送一.
    """

    factor: Decimal
    share: Decimal | None = None
    rises: bool = False
    compares: bool = False
    offer: bool = False

    def __str__(self) -> str:
        return f"× {exact_text(self.factor)}" + (", an offer" if self.offer else "")


class Part(NamedTuple):
    """A price as a part of the old one, in tenths or hundredths of it: 八折."""

    factor: Decimal


def terminal(reading: Reading, place: int) -> Any:
    """The value of a token where changes of prices are looked for."""
    token = reading.tokens[place]
    written = reading.text[token.start : token.end]
    if written in factors():
        return Moved(factors()[written], rises=factors()[written] > 1, offer=written in offers())
    for cue, rises, compares in _MOVES:
        if cue in token.cues:
            return Move(rises, written.endswith(("到", "至")), compares)
    part = _PARTS.get(written.rpartition(" ")[2])
    if part is not None:
        return Number(Range.exactly(part))
    value = amount_of(reading, place)
    if isinstance(value, Percent) and written.endswith("折") and value.value.exact is not None:
        return Part(ARITHMETIC.divide(value.value.exact, _HUNDRED))
    return value


def _share(amount: Percent | Number) -> Decimal | None:
    value = amount.value.exact
    if value is None:
        return None
    share = ARITHMETIC.divide(value, _HUNDRED) if isinstance(amount, Percent) else value
    return share if isinstance(amount, Percent) or share < ONE else None


def _by(move: Move, amount: Percent | Number) -> Moved | None:
    if move.to:
        return _to(move, amount)
    share = _share(amount)
    if share is None:
        return None
    factor = ARITHMETIC.add(ONE, share) if move.rises else ARITHMETIC.subtract(ONE, share)
    return finite(Moved(factor, None if move.rises else share, move.rises, move.compares))


def _to(move: Move, amount: Percent | Number) -> Moved | None:
    share = _share(amount)
    if share is None or (move.rises and share <= ONE):
        return None
    return finite(Moved(share, None, move.rises, move.compares))


def _by_times(move: Move, number: Number) -> Moved | None:
    """涨三倍 is four times the price, 涨到三倍 three times."""
    times = number.value.exact
    if times is None or not move.rises:
        return None
    return finite(Moved(times if move.to else ARITHMETIC.add(times, ONE), None, True, move.compares))


def _times(move: Move, number: Number) -> Moved | None:
    times = number.value.exact
    return finite(Moved(times, rises=times > 1)) if times and move.rises else None


def finite(moved: Moved) -> Moved | None:
    """The change, where its factor is more than nothing and has few enough figures to be named."""
    exponent = moved.factor.normalize(ARITHMETIC).as_tuple().exponent
    return moved if moved.factor > 0 and isinstance(exponent, int) and exponent >= _FINEST else None


STAGES: Final = (
    Stage(
        (
            Rule("<n>折", (Part,), lambda part: finite(Moved(part.factor, offer=True))),
            Rule("<move> <share>", (Move, (Percent, Number)), _by, joints=_JOINTS, between=_BY),
            Rule("<move> to <share>", (Move, _TO, (Percent, Number)), lambda move, _, share: _to(move, share),
                 between=_BY),
            Rule("<share> <move>", ((Percent, Number), Move), lambda share, move: None if move.compares else _by(move, share),
                 between=frozenset({"的", "嘅", "price"})),
            Rule("<move> <n>倍", (Move, Number, "倍"), lambda move, number, _: _by_times(move, number),
                 between=_BY),
            Rule("<move> to <n>倍", (Move, _TO, Number, "倍"), lambda move, _, number, __: _by_times(move._replace(to=True), number),
                 between=_BY),
            Rule(
                "<move> 一倍",
                (Move, "一", "倍"),
                lambda move, *_: finite(Moved(_TWO, rises=True, compares=move.compares)) if move.rises else None,
                between=_BY,
            ),
            Rule(
                "<n> times as much",
                (Number, "times", "as", ("much", "expensive", "dear")),
                lambda number, *_: _times(Move(True), number),
            ),
            Rule("<move> <n> times", (Move, Number, ("times", "x", "fold")), lambda move, number, _: _times(move, number), between=_BY),
        )
    ),
)  # fmt: skip
