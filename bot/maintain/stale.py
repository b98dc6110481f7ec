"""``pricebot stale``: prices, lives and plans that nobody has checked for long, what is asked most first, and where to look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Protocol

from bot.engine import Engine
from bot.knowledge.days import RoughDay
from bot.knowledge.entries import Entry, Knowledge, Source, Wording
from bot.knowledge.model_entries import ModelStatus
from bot.knowledge.price_entries import Conditions, Price, Side
from bot.knowledge.selection import day_of, noon
from bot.maintain.lane_words import lane_words
from bot.maintain.markdown import bullets, code, heading, joined, said, table
from bot.text import Language

_RANKS: Final = (ModelStatus.CURRENT, ModelStatus.SUPERSEDED, ModelStatus.UNKNOWN)

TITLE: Final = Wording(zh="{days} 天没有核对过的", en="Not checked for {days} days")
DAY: Final = Wording(zh="按 {day} 这一天算，共 {n} 项。", en="As of {day}: {n} in all.")
NOTHING: Final = Wording(
    zh="没有：所有在售价格都在 {days} 天内核对过。", en="Nothing: all that is sold was checked within {days} days."
)
HEAD: Final = Wording(zh="模型或套餐|状态|最近核对|天数|哪些", en="Model or plan|Status|Last checked|Days|What")
ASKED: Final = Wording(zh="没答上的提问", en="Asked in vain")
PAGES: Final = Wording(zh="要打开的来源", en="Sources to open")
PRICES: Final = Wording(zh="价格：{what}", en="prices: {what}")
ALL_PRICES: Final = Wording(zh="全部价格", en="all prices")
STATUS: Final = Wording(zh="是否在售", en="whether it is sold")
PLAN: Final = Wording(zh="套餐价格", en="prices of the plan")
STATUSES: Final = {
    ModelStatus.CURRENT: Wording(zh="在售", en="current"),
    ModelStatus.SUPERSEDED: Wording(zh="有新型号", en="superseded"),
    ModelStatus.UNKNOWN: Wording(zh="不清楚", en="unknown"),
}
_MOST_LANES: Final = 4


class Kept(Protocol):
    """A question that was asked in vain, and how often."""

    @property
    def text(self) -> str: ...
    @property
    def count(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Due:
    """A model or plan of which something was last checked on ``day``; ``sources`` are the ids of what to open."""

    id: str
    status: ModelStatus
    day: date
    prices: tuple[Price, ...] = ()
    """Those that were not checked for long; ``all_prices``: none was."""
    all_prices: bool = False
    life: bool = False
    """Whether it is still sold was not checked either."""
    plan: bool = False
    sources: tuple[str, ...] = ()


def due(knowledge: Knowledge, today: date, days: int) -> list[Due]:
    """All that was not checked in so many days, up to a day. What is no longer sold needs no check, nor do reports."""
    oldest = today - timedelta(days=days)
    models = (
        _due_model(knowledge, entry.id, today, oldest) for entry in knowledge.entries.values() if not entry.reference
    )
    return [*filter(None, models), *_due_plans(knowledge, today, oldest)]


def _due_model(knowledge: Knowledge, id_: str, today: date, oldest: date) -> Due | None:
    model = knowledge.models.get(id_)
    if model is None:
        return None
    here = day_of(knowledge, id_, noon(knowledge, id_, today))
    status = model.life.status_on(here)
    if status is ModelStatus.RETIRED:
        return None
    held = [price for price in knowledge.prices.get(id_, ()) if price.holds_on(here)]
    days = {price: _checked(price, knowledge) for price in held}
    old = tuple(price for price in held if days[price] < oldest)
    checked = model.life.checked
    life = checked if checked is not None and checked < oldest else None
    since = [days[price] for price in old] + ([life] if life is not None else [])
    if not since:
        return None
    told = [_to_open(price, knowledge) for price in old]
    sources = dict.fromkeys((*told, *(model.life.sources[:1] if life is not None else ())))
    return Due(id_, status, min(since), old, 0 < len(old) == len(held), life is not None, sources=tuple(sources))


def _to_open(price: Price, knowledge: Knowledge) -> str:
    """The source of a price that can be opened, the first one before others."""
    named = (price.source, *price.other_sources)
    with_address = (id_ for id_ in named if id_ in knowledge.sources and knowledge.sources[id_].url is not None)
    return next(with_address, price.source)


def _due_plans(knowledge: Knowledge, today: date, oldest: date) -> Iterator[Due]:
    for plan in knowledge.plans.values():
        held = [price for price in plan.prices if price.holds_on(today)]
        old: dict[str, date] = {}
        for price in held:
            day = price.checked.first if price.checked is not None else None
            day = day or _published(knowledge.sources.get(price.source)) or price.since
            if day is not None and day < oldest:
                old[price.source] = min(day, old.get(price.source, day))
        if old:
            yield Due(plan.id, ModelStatus.CURRENT, min(old.values()), plan=True, sources=tuple(old))


def _checked(price: Price, knowledge: Knowledge) -> date:
    """The day on which a price was last seen: checked, else published, else in force."""
    return price.checked or _published(knowledge.sources.get(price.source)) or price.since


def _published(source: Source | None) -> date | None:
    if source is None:
        return None
    return source.date or (RoughDay.read(source.rough).first if source.rough is not None else None)


def times_asked(engine: Engine, kept: Sequence[Kept]) -> Counter[str]:
    """How often each model was asked about in vain; the name of a line or vendor stands for its models of today."""
    entries: Mapping[str, Entry] = engine.knowledge.entries
    counts: Counter[str] = Counter()
    for question in kept:
        named = [entries[id_] for id_ in engine.named(question.text) if id_ in entries]
        for id_ in {model for entry in named for model in (entry.today or (entry.id,))}:
            counts[id_] += question.count
    return counts


def report(knowledge: Knowledge, found: Sequence[Due], asked: Mapping[str, int], wish: Wish) -> Iterator[str]:
    """What is due, in Markdown: what was asked most first, then what is current, then what was not checked longest."""
    language, days = wish.language, f"{wish.days:,}"
    found = sorted(found, key=lambda each: (-asked.get(each.id, 0), _RANKS.index(each.status), each.day, each.id))
    yield f"# {TITLE.within(language).format(days=days)}"
    yield ""
    if not found:
        yield NOTHING.within(language).format(days=days)
        return
    yield DAY.within(language).format(day=wish.today, n=f"{len(found):,}")
    yield ""
    head = HEAD.within(language).split("|")
    rows = [_row(each, knowledge, wish) for each in found]
    if asked:
        head.insert(2, ASKED.within(language))
        for row, each in zip(rows, found, strict=True):
            row.insert(2, f"{asked.get(each.id, 0):,}")
    yield from table(head, rows, wish.most, language)
    pages = _pages(found, knowledge, wish)
    if pages:
        yield from heading(PAGES.within(language))
        yield from bullets(pages, wish.most, language)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for: not checked for ``days`` up to ``today``, told in a language, ``most`` items a section."""

    days: int
    today: date
    language: Language
    most: int


def _row(each: Due, knowledge: Knowledge, wish: Wish) -> list[str]:
    name = said(knowledge.entries[each.id].name.within(wish.language))
    status = STATUSES[each.status].within(wish.language)
    return [name, status, str(each.day), f"{(wish.today - each.day).days:,}", _what(each, wish.language)]


def _what(each: Due, language: Language) -> str:
    parts = [PLAN] if each.plan else [ALL_PRICES] if each.all_prices else []
    told = [part.within(language) for part in parts]
    if each.prices and not each.all_prices:
        told.append(PRICES.within(language).format(what=_lanes(each.prices, language)))
    return joined([*told, STATUS.within(language) if each.life else ""], language)


def _lanes(prices: Sequence[Price], language: Language) -> str:
    """What prices are for, those that only their sides tell apart together."""
    sides: dict[tuple[str, Conditions], list[Side | None]] = {}
    for price in prices:
        sides.setdefault((price.unit, price.conditions), []).append(price.side)
    told = [lane_words(group, unit, conditions, language) for (unit, conditions), group in sides.items()]
    more = "…" if len(told) > _MOST_LANES else ""
    return "; ".join(filter(None, (*told[:_MOST_LANES], more))) or "—"


def _pages(found: Sequence[Due], knowledge: Knowledge, wish: Wish) -> list[str]:
    """Each address with what it tells of; those of what comes first above."""
    sources: dict[str, Source] = {}
    names: dict[str, dict[str, None]] = {}
    for each in found:
        name = said(knowledge.entries[each.id].name.within(wish.language))
        for source in filter(None, map(knowledge.sources.get, each.sources)):
            if source.url is not None:
                known = sources.setdefault(source.url, source)
                if (source.date or date.min) > (known.date or date.min):
                    sources[source.url] = source
                names.setdefault(source.url, {})[name] = None
    return [
        f"{_link(source, wish.language)} — {_few(list(names[url]), wish.language)}" for url, source in sources.items()
    ]


def _few(names: Sequence[str], language: Language) -> str:
    return joined([*names[:_MOST_NAMES], "…" if len(names) > _MOST_NAMES else ""], language)


def _link(source: Source, language: Language) -> str:
    title = said(f"{source.publisher.within(language)}: {source.title}")
    if source.url is None or not source.url.isprintable() or not _UNSAFE.isdisjoint(source.url):
        return f"{title} {code(source.url or source.id)}"
    return f"[{title}](<{source.url}>)"


_MOST_NAMES: Final = 8
_UNSAFE: Final = frozenset("<> \\")
"""What may not stand in the address of a link."""


class Output(Protocol):
    """Where the command writes."""

    def say(self, text: str) -> None: ...


def stale(
    knowledge: Knowledge,
    kept: Sequence[Kept],
    wish: Wish,
    output: Output,
    engine_of: Callable[[Knowledge], Engine] = Engine,
) -> int:
    """The command: ``kept`` are the questions that the bot could not answer, by which the report is ordered."""
    asked = times_asked(engine_of(knowledge), kept) if kept else Counter()
    output.say("\n".join(report(knowledge, due(knowledge, wish.today, wish.days), asked, wish)))
    return 0
