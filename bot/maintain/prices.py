"""Prices that may be slips: a digit, a unit or a year beside what their neighbours have."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import groupby
from typing import Final, NamedTuple

from bot.knowledge.build_prices import line_prices
from bot.knowledge.folder import File, Folder
from bot.knowledge.messages.message import Message, Term
from bot.knowledge.price_entries import Basis, Conditions, Price, Side
from bot.knowledge.problems import Path, Problem
from bot.knowledge.schema import ArticleFile, FactShape, ModelShape, SourcesFile, SourceShape, VendorFile
from bot.maintain import messages as says
from bot.quantities import ARITHMETIC, ONE, TOKEN, exact_text

MILLION: Final = Decimal(1_000_000)
STEP: Final = Decimal(8)
"""How many times dearer or cheaper than the one before it a price is that looks like a slip."""

BESIDE: Final = {
    (Side.OUTPUT, Side.INPUT): (Decimal(1), Decimal(15)),
    (Side.CACHED_INPUT, Side.INPUT): (Decimal("0.005"), Decimal(1)),
}
"""The least and the most that the price of one side is of another's. Wider than what 700 models in the catalogue have."""

APART: Final = Decimal(20)
"""How many times the nearest price of another model of the vendor, dearer or cheaper, a price is at most: as above."""

OLD: Final = 180
"""Days after its publication from which a source hardly tells of a price that begins then."""


class _Written(NamedTuple):
    """A price with where it stands, and what a million tokens cost by it."""

    file: File
    model: int
    number: int
    place: int
    """Among the prices that cost something."""
    price: Price
    each: Decimal
    before: _Written | None
    """The price for the same tokens that it takes the place of."""

    @property
    def words(self) -> Term:
        return price_words(self.price)

    def path(self, *key: str) -> Path:
        return ("models", self.model, "prices", self.number, *key)

    def doubt(self, said: Message, *key: str, **parts: object) -> Problem:
        """A warning of it, or of one of its keys."""
        return Problem.maybe(
            self.file.document.place(self.path(*key)), self.path(*key), said, price=self.words, **parts
        )


def price_words(price: Price) -> Term:
    """What so many tokens, or so many of what else is paid for, cost."""
    if price.free:
        return Term("free", "免费")
    amount, per = f"{exact_text(price.amount)} {price.currency}", f"{price.per:,f}"
    if price.unit == TOKEN:
        return Term(f"{amount} for {per} tokens", f"每 {per} token {amount}")
    return Term(f"{amount} for {per} {price.unit}", f"每 {per} {price.unit} {amount}")


def doubtful_prices(folder: Folder) -> Iterator[Problem]:
    """Warnings of prices that are far from their neighbours or do not fit their sources."""
    sources = {source.id: source for file in folder.files for source in _sources(file)}
    vendors = [models for file in folder.files if (models := _models(file))]
    everybody = _Neighbours(price for models in vendors for prices in models for price in prices)
    for models in vendors:
        others = _Neighbours(price for prices in models for price in prices) if len(models) > 1 else everybody
        for prices in models:
            found = {
                price.place: doubt for price in prices if (doubt := _leap(price, prices) or _outlier(price, others))
            }
            found |= {price.place: doubt for price, doubt in _disproportions(prices, frozenset(found))}
            yield from found.values()
            yield from _hours_without(prices)
        yield from _misdated([price for prices in models for price in prices], sources)


def contradicted_prices(folder: Folder) -> Iterator[Problem]:
    """Prices that are not what the fact says that is named as stating them: one of the two was changed."""
    facts = {fact.id: fact for file in folder.files if isinstance(file.typed, ArticleFile) for fact in file.typed.facts}
    for file in folder.files:
        for price in (price for prices in _models(file) for price in prices):
            fact = facts.get(price.price.fact or "")
            stated = _stated(fact, price.price) if fact is not None else []
            if stated and price.each not in stated:
                place = file.document.place(price.path())
                yield Problem.at(place, price.path(), says.CONTRADICTED, price=price.words, fact=price.price.fact)


def _sources(file: File) -> tuple[SourceShape, ...]:
    return file.typed.sources if isinstance(file.typed, (VendorFile, ArticleFile, SourcesFile)) else ()


def _models(file: File) -> list[list[_Written]]:
    """The prices of each model of a vendor that has any; those of reference levels and what is free are left out."""
    if not isinstance(file.typed, VendorFile):
        return []
    models = (_prices(file, place, model) for place, model in enumerate(file.typed.models) if not model.reference)
    return [prices for prices in models if prices]


def _prices(file: File, place: int, model: ModelShape) -> list[_Written]:
    found: list[_Written] = []
    latest: dict[_Like, _Written] = {}
    for number, line in enumerate(model.prices):
        for price in line_prices(model.id, line):
            if price.free or price.unit != TOKEN:
                continue
            before = latest.get(_like(price))
            written = _Written(file, place, number, len(found), price, price.for_tokens(MILLION), before)
            latest[_like(price)] = written
            found.append(written)
    return found


_Like = tuple[Side | None, str, Conditions, bool]


def _like(price: Price) -> _Like:
    """What a price shares with those that come before and after it."""
    return price.side, price.currency, price.conditions, price.basis is Basis.REPORT


def _stated(fact: FactShape, price: Price) -> list[Decimal]:
    """What a million tokens cost by the figures of a fact, in the currency of the price."""
    values = ((figure.value, figure.per) for figure in fact.figures if figure.unit == price.currency)
    return [
        ARITHMETIC.divide(ARITHMETIC.multiply(value, MILLION), per)
        for value, per in values
        if value is not None and per is not None
    ]


def _leap(price: _Written, prices: list[_Written]) -> Problem | None:
    """Whether a price is a leap from the one before it that no fact and no second source states and no other side shares."""
    if price.before is None or price.price.fact is not None or price.price.other_sources:
        return None
    step = ARITHMETIC.divide(price.each, price.before.each)
    if ONE / STEP < step < STEP or any(_leaps_along(step, other) for other in _same_day(price, prices)):
        return None
    said = says.DEARER_THAN_BEFORE if step > 1 else says.CHEAPER_THAN_BEFORE
    return price.doubt(said, times=_times(step), other=price.before.words)


def _same_day(price: _Written, prices: list[_Written]) -> Iterator[_Written]:
    """The prices of other sides that begin on the same day, which stand around it."""
    place = price.place
    for near in prices[max(0, place - _AROUND) : place + _AROUND]:
        if near.price.since == price.price.since and near.price.side != price.price.side:
            yield near


def _leaps_along(step: Decimal, other: _Written) -> bool:
    if other.before is None:
        return False
    along = ARITHMETIC.divide(other.each, other.before.each)
    return along >= STEP / 2 if step > 1 else along <= 2 / STEP


def _disproportions(prices: list[_Written], doubted: Container[int]) -> Iterator[tuple[_Written, Problem]]:
    """Prices to which another side's is out of proportion on the day they begin, unless either is in doubt already."""
    held: dict[_Like, _Written] = {}
    for _, begun in groupby(sorted(prices, key=lambda price: price.price.since), key=lambda price: price.price.since):
        day = list(begun)
        held |= {_like(price.price): price for price in day}
        for rest in dict.fromkeys(_like(price.price)[1:] for price in day):
            for (dear, base), (least, most) in BESIDE.items():
                one, two = held.get((dear, *rest)), held.get((base, *rest))
                if one is None or two is None or one.place in doubted or two.place in doubted:
                    continue
                begun_now = [price for price in (one, two) if price in day]
                if begun_now and not least <= ARITHMETIC.divide(one.each, two.each) <= most:
                    first, other = (one, two) if begun_now[0] is one else (two, one)
                    sides = {"side": first.price.side, "other_side": other.price.side}
                    yield first, first.doubt(says.OUT_OF_PROPORTION, other=other.words, **sides)


def _hours_without(prices: list[_Written]) -> Iterator[Problem]:
    """The first price of each window beside which nothing is charged in the other hours from its day on."""
    told = set()
    for written in prices:
        price, window = written.price, written.price.conditions.window
        other = _OTHER_HOURS.get(window or "")
        if other is None or window in told or price.conditions.promotion:
            continue
        beside = replace(price.conditions, window=other)
        same = (one.price for one in prices if one.price.conditions == beside and one.price.side == price.side)
        if not any(one.since <= price.since and (one.until is None or one.until > price.since) for one in same):
            told.add(window)
            yield written.doubt(says.HOURS_WITHOUT_PRICE, "window", window=other, day=price.since)


_OTHER_HOURS: Final = {"peak": "off-peak", "off-peak": "peak"}


class _Neighbours:
    """Prices by side and currency, in order, to find those nearest to one."""

    def __init__(self, prices: Iterable[_Written]) -> None:
        self._sorted: dict[tuple[Side | None, str], list[_Written]] = {}
        self._own: Counter[tuple[object, ...]] = Counter()
        for price in prices:
            self._sorted.setdefault((price.price.side, price.price.currency), []).append(price)
            self._own[price.file.name, price.model, price.price.side, price.price.currency] += 1
        for alike in self._sorted.values():
            alike.sort(key=lambda price: price.each)

    def outnumber(self, price: _Written) -> bool:
        """Whether there are more prices of other models than of its own; of two models the later one is in doubt."""
        key = (price.price.side, price.price.currency)
        own = self._own[price.file.name, price.model, *key]
        others = len(self._sorted[key]) - own
        return others > own or (others == own and price.model > 0)

    def nearest(self, price: _Written) -> list[_Written]:
        """The next cheaper and the next dearer price of another model."""
        alike = self._sorted.get((price.price.side, price.price.currency), [])
        place = bisect_left(alike, price.each, key=lambda other: other.each)
        cheaper = (alike[at] for at in range(place - 1, max(-1, place - _MOST_LOOKED_AT), -1))
        dearer = (alike[at] for at in range(place, min(len(alike), place + _MOST_LOOKED_AT)))
        found = (next((other for other in side if _of_another(other, price)), None) for side in (cheaper, dearer))
        return [other for other in found if other is not None]


def _of_another(other: _Written, price: _Written) -> bool:
    return other.model != price.model or other.file is not price.file


def _outlier(price: _Written, others: _Neighbours) -> Problem | None:
    """Whether no other model has a price anywhere near, and no fact states this one."""
    nearest = others.nearest(price) if price.price.fact is None else []
    steps = [ARITHMETIC.divide(price.each, other.each) for other in nearest]
    if not steps or any(ONE / APART <= step <= APART for step in steps) or not others.outnumber(price):
        return None
    step, other = min(zip(steps, nearest, strict=True), key=lambda pair: max(pair[0], ONE / pair[0]))
    said = says.DEARER_THAN_OTHERS if step > 1 else says.CHEAPER_THAN_OTHERS
    return price.doubt(said, times=_times(step), other=other.words)


def _misdated(prices: Iterable[_Written], sources: Mapping[str, SourceShape]) -> Iterator[Problem]:
    """Prices whose day does not fit that of their source; the first of each source."""
    told = set()
    for price in prices:
        source, begins = sources.get(price.price.source), price.price.since
        if source is None or source.date is None or source.id in told:
            continue
        published = source.date.last
        exact = source.date.exact is not None
        if exact and begins.year != published.year and (begins.month, begins.day) == (published.month, published.day):
            said = says.OTHER_YEAR
        elif (begins - published).days > OLD:
            said = says.OLD_SOURCE
        else:
            continue
        told.add(source.id)
        days = (begins - published).days
        yield price.doubt(said, "from", day=begins, days=days, source=source.id, published=published)


_AROUND: Final = 8
"""Lines above and below a price among which those of its day stand."""
_MOST_LOOKED_AT: Final = 50
"""Prices on either side among which one of another model is looked for."""


def _times(step: Decimal) -> str:
    """How many times dearer or cheaper: ``2,000``."""
    return f"{max(step, ARITHMETIC.divide(ONE, step)):,.0f}"
