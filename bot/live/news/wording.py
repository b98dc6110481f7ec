"""Changes of prices in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Final, NamedTuple

from bot.answers import Given
from bot.knowledge.price_entries import Conditions, Price, Side
from bot.knowledge.selection import noon, offers
from bot.live.news.changes import Change, Fate
from bot.live.news.phrases import NEWS_PHRASES
from bot.live.news.states import Listed, Quote, book_of, quote_of
from bot.maintain.lane_words import lane_words
from bot.maintain.lanes import Lane, Paid
from bot.maintain.told import percentage
from bot.quantities import ARITHMETIC, MILLION, ONE, TOKEN, Range
from bot.questions.working.market import Market
from bot.replies.contrasts import brief
from bot.replies.layout import Line, Style, fitted, html
from bot.replies.speech import Speech
from bot.text import Language

_NAMED: Final = 3
"""Models that the title names."""
_SOURCES: Final = 2
"""Sources that are named."""
_SIDES: Final = (None, Side.INPUT, Side.OUTPUT, Side.CACHED_INPUT)
"""The sides that are told of a price that is all new."""


class _Row(NamedTuple):
    """A price to be told, and the one before it, where there is one."""

    lane: Lane
    before: Quote | None
    after: Quote
    paid: Paid


class NewsWording:
    """One language on one market."""

    def __init__(self, market: Market, language: Language) -> None:
        self._market = market
        self._language = language
        self._speech = Speech(market, language)
        self._phrases = NEWS_PHRASES[language]

    def html(self, changes: Sequence[Change]) -> str:
        """All changes, a line or some for each; those beyond a few lines folded."""
        models = [change.model for change in changes]
        names = self._speech.names_and(models[:_NAMED], Decimal(max(0, len(models) - _NAMED)))
        lines = [Line(self._phrases.title.format(names=names), Style.HEADLINE)]
        lines += [Line(text, Style.ITEM) for change in changes for text in self._told(change)]
        lines += [Line(text, Style.SMALL) for text in (self._sources(changes), self._phrases.stop) if text]
        return html(self._speech.finish(fitted(lines)))

    def _told(self, change: Change) -> list[str]:
        name, phrases = self._speech.name(change.model), self._phrases
        if change.fate is Fate.MOVED:
            return self._moved(change, name)
        if change.fate is Fate.RETIRED:
            return [self._retired(change, name)]
        if change.fate is Fate.UNLISTED or change.listed is None:
            return [phrases.unlisted.format(name=name)]
        template = {Fate.NEW: phrases.new, Fate.BACK: phrases.back, Fate.RECAST: phrases.recast}[change.fate]
        rows = _rows_of(change.listed)
        return [template.format(name=name, what=self._prices(rows))]

    def _moved(self, change: Change, name: str) -> list[str]:
        """A line for each kind of calls that costs something else, the first with the day."""
        rows = [_Row(move.lane, move.before, move.after, move.paid) for move in change.moves]
        groups = [(key, list(group)) for key, group in groupby(rows, key=lambda row: _kind_of(row.lane))]
        told = []
        for (conditions, unit, _), group in groups:
            tier = group[0].lane.tier
            calls = self._speech.pick(tier) if tier is not None else self._calls(conditions, unit)
            what = self._prices(group) + ("" if change.corrected else self._percent(group))
            told.append(self._speech.phrases.item.format(name=calls, text=what) if calls else what)
        template = self._dated(change)
        return [template.format(name=name, what=told[0], day=change.since), *told[1:]]

    def _calls(self, conditions: Conditions, unit: str) -> str:
        return lane_words((), unit, conditions, self._language)

    def _dated(self, change: Change) -> str:
        if change.corrected:
            return self._phrases.corrected
        if change.since is None:
            return self._phrases.since_unknown
        return self._phrases.from_tomorrow if self._is_to_come(change.model, change.since) else self._phrases.from_day

    def _is_to_come(self, model: str, day: date) -> bool:
        return day > self._market.day_at(model)

    def _retired(self, change: Change, name: str) -> str:
        phrases, day = self._phrases, change.since
        if day is None:
            text = phrases.retired_some_day.format(name=name)
        else:
            template = phrases.retired_tomorrow if self._is_to_come(change.model, day) else phrases.retired
            text = template.format(name=name, day=day)
        life = self._market.life(change.model)
        after = life.successors if life is not None else ()
        return text + phrases.successors.format(names=self._speech.names(after)) if after else text

    # --- prices -------------------------------------------------------------------------------------------------------

    def _prices(self, rows: Sequence[_Row]) -> str:
        """The prices of some sides of the same calls, with those before them."""
        phrases = self._speech.phrases
        if not any(row.after.amount or row.before for row in rows):
            return phrases.free
        quotes = [quote for row in rows for quote in (row.before, row.after) if quote is not None]
        alike = all(quote.amount for quote in quotes) and len({quote.currency for quote in quotes}) == 1
        per = max(row.paid.per for row in rows)
        texts = [self._sum(quote, per, rows[0].lane.unit, alone=not alike) for quote in quotes]
        told = iter(self._speech.unit_once(texts) if alike else texts)
        parts = []
        for row in rows:
            price = next(told)
            if row.before is not None:
                price = phrases.market.from_to.format(before=price, now=next(told))
            side = phrases.sides.get(row.lane.side or "", "")
            several = len(rows) > 1 or row.lane.side not in (None, Side.INPUT)
            parts.append(phrases.of_side.format(side=side, price=price) if side and several else price)
        joined = phrases.comma.join(parts)
        what = self._per(joined, per, rows[0].lane.unit) if alike else joined
        return what + self._offer(rows)

    def _sum(self, quote: Quote, per: Decimal, unit: str, *, alone: bool) -> str:
        if not quote.amount:
            return self._speech.phrases.free
        each = MILLION if unit == TOKEN else ONE
        amount = ARITHMETIC.divide(ARITHMETIC.multiply(quote.amount, per), each)
        text = self._speech.amount(Range.exactly(amount), quote.currency)
        return self._per(text, per, unit) if alone else text

    def _per(self, text: str, per: Decimal, unit: str) -> str:
        return self._speech.for_units(text, Given(Range.exactly(per), unit))

    def _offer(self, rows: Sequence[_Row]) -> str:
        if all(row.after.promotion for row in rows):
            return self._phrases.promotion
        over = all(row.before is not None and row.before.promotion for row in rows)
        return self._phrases.promotion_over if over else ""

    def _percent(self, rows: Sequence[_Row]) -> str:
        """By how much all of them moved, where that is the same."""
        moved = {_percent(row.before, row.after) for row in rows}
        by = moved.pop() if len(moved) == 1 else None
        if not by:
            return ""
        market = self._speech.phrases.market
        move = (market.fell if by < 0 else market.rose).format(n=brief(abs(by)))
        return self._phrases.percent.format(move=move)

    # --- sources ------------------------------------------------------------------------------------------------------

    def _sources(self, changes: Sequence[Change]) -> str:
        """Whose figures they are, and when they were last seen."""
        phrases, days = self._speech.phrases, dict[str, date | None]()
        for change in changes:
            for price in self._offers(change):
                source = self._market.source(price.source)
                if source is not None:
                    name, seen = self._speech.pick(source.publisher), price.checked or source.date
                    days[name] = max(filter(None, (days.get(name), seen)), default=None)
        if not days:
            return ""
        if len(days) > _SOURCES:
            return phrases.sourced.format(source=phrases.price_lists.format(n=len(days)))
        told = [phrases.source_checked.format(publisher=name, day=day) if day else name for name, day in days.items()]
        return phrases.sourced.format(source=phrases.clause_end.join(told))

    def _offers(self, change: Change) -> Sequence[Price]:
        if change.listed is None or change.listed.gone:
            return ()
        book = book_of(self._market, change.model)
        return offers(book, change.model, noon(book, change.model, change.listed.day))


def _kind_of(lane: Lane) -> tuple[Conditions, str, str]:
    """What lanes share that are told in one line: all but the side."""
    return lane.conditions, lane.unit, lane.tier.en if lane.tier is not None else ""


def _rows_of(listed: Listed) -> list[_Row]:
    """The plain prices of the first kind of calls on a list."""
    lanes = sorted(listed.lanes, key=lambda lane: lane.order)
    first = [lane for lane in lanes if _kind_of(lane) == _kind_of(lanes[0])]
    told = [lane for lane in first if lane.side in _SIDES] or first
    quoted = ((lane, quote_of(listed.lanes[lane]), listed.lanes[lane]) for lane in told)
    return [_Row(lane, None, quote, paid) for lane, quote, paid in quoted if quote is not None]


def _percent(before: Quote | None, after: Quote) -> Decimal | None:
    if before is None or not before.amount or not after.amount or before.currency != after.currency:
        return None
    return percentage(before.amount, after.amount)
