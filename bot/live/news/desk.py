"""Tells chats on Telegram what changes of the prices that they watch, by the knowledge of a running engine."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from bot.answers import BEIJING
from bot.engine import Engine
from bot.knowledge.entries import EntryKind
from bot.live.news.changes import Change, Fate, changes
from bot.live.news.states import Listed, catalogue_day, listed, read, state_of, written
from bot.live.news.wording import NewsWording
from bot.questions.working.market import Market
from bot.telegram.answering.news import Told
from bot.text import Language

_WATCHABLE: Final = (EntryKind.MODEL, EntryKind.PRODUCT, EntryKind.VENDOR, EntryKind.PLAN)


class NewsDesk:
    """A :class:`~bot.telegram.answering.news.News` of an engine; ``clock`` tells the moment, with its zone."""

    def __init__(self, engine: Engine, clock: Callable[[], datetime] = lambda: datetime.now(BEIJING)) -> None:
        self._engine = engine
        self._clock = clock

    def entries(self, text: str) -> tuple[str, ...]:
        market = self._market()
        found = ((id_, market.entry(id_)) for id_ in self._engine.subjects_of(text))
        return tuple(id_ for id_, entry in found if entry is not None and entry.kind in _WATCHABLE)

    def name(self, entry: str, language: Language) -> str:
        known = self._market().entry(entry)
        return known.name.within(language) if known is not None else entry

    def now(self) -> Edition:
        return Edition(self._market())

    def _market(self) -> Market:
        engine, now = self._engine, self._clock()
        return Market(engine.knowledge, engine.catalogue, engine.exchange, now.astimezone(BEIJING).date(), now)


class Edition:
    """A :class:`~bot.telegram.answering.news.Bulletin` of one market."""

    def __init__(self, market: Market) -> None:
        self._market = market
        self._listed: dict[str, dict[str, Listed]] = {}

    def state(self, entry: str) -> str:
        return written(state_of(self._market, self._now(entry)))

    def precedes(self, state: str) -> bool:
        known, day = read(state), catalogue_day(self._market)
        return known is not None and known.day is not None and (day is None or day < known.day)

    def told(self, known: Mapping[str, str], language: Language) -> Told | None:
        found: dict[str, Change] = {}
        for entry, text in known.items():
            before = read(text)
            if before is not None:
                found |= {change.model: change for change in changes(before, self._now(entry), self._market)}
        if not found:
            return None
        telling = sorted(found.values(), key=lambda change: _ORDER.index(change.fate))
        sold = tuple(change.model for change in telling if change.fate not in (Fate.RETIRED, Fate.UNLISTED))
        return Told(NewsWording(self._market, language).html(telling), sold)

    def _now(self, entry: str) -> dict[str, Listed]:
        if entry not in self._listed:
            self._listed[entry] = listed(self._market, entry)
        return self._listed[entry]


_ORDER: Final = (Fate.RETIRED, Fate.MOVED, Fate.RECAST, Fate.NEW, Fate.BACK, Fate.UNLISTED)
"""What is told first."""
