"""A difference in words, as Markdown for a review: what it comes to first, then section by section."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from bot.knowledge.entries import Entry, Wording
from bot.knowledge.price_entries import Side
from bot.maintain.diff import words
from bot.maintain.diff.changes import DatedChange, Difference, NameChange, PriceChange, State
from bot.maintain.diff.questions import Answered, Asked
from bot.maintain.diff.thing_words import RANKS, thing_items, verb_of
from bot.maintain.diff.things import Topic
from bot.maintain.lane_words import lane_words
from bot.maintain.lanes import Lane, Paid
from bot.maintain.markdown import after_colon, bullets, code, heading, joined, said, table
from bot.maintain.told import percent, rate
from bot.quantities import ARITHMETIC, MILLION, ONE, TOKEN
from bot.text import Language

Row = tuple[tuple[Lane, date | None], Paid | None, Paid | None]


class Report:
    """Words a difference in one language, with at most so many items in each section."""

    def __init__(self, before: State, after: State, language: Language, most: int) -> None:
        self._labels = {"before": code(before.label), "after": code(after.label)}
        self._entries: Mapping[str, Entry] = {
            **(before.knowledge.catalogue.entries if before.knowledge.catalogue else {}),
            **(after.knowledge.catalogue.entries if after.knowledge.catalogue else {}),
            **before.knowledge.entries,
            **after.knowledge.entries,
        }
        self._language = language
        self._most = most

    def lines(self, found: Difference, asked: Asked | None, day: date) -> Iterator[str]:
        """The whole report."""
        yield f"# {self._say(words.TITLE).format(**self._labels)}"
        yield ""
        yield self._say(words.DAY).format(day=day)
        summary = list(self._summary(found, asked))
        yield ""
        yield from (f"- {line}" for line in summary)
        yield from ([] if summary else [self._say(words.NOTHING)])
        for section in (self._prices(found), self._things(found), self._names(found), self._answers(asked)):
            yield from section
        yield from self._rest(found)

    def _say(self, wording: Wording) -> str:
        return wording.within(self._language)

    def _name(self, id_: str) -> str:
        entry = self._entries.get(id_)
        return said(entry.name.within(self._language)) if entry is not None else code(id_)

    # --- what it comes to -----------------------------------------------------------------------------------------

    def _summary(self, found: Difference, asked: Asked | None) -> Iterator[str]:
        """What it comes to: a line for each section."""
        steps = Counter(_kind(change) for change in found.now)
        kinds = (words.DOWN, words.UP, words.ADDED_PRICES, words.GONE, words.OTHERWISE)
        yield from self._counted(
            words.NOW, [self._say(kind).format(n=f"{steps[kind]:,}") for kind in kinds if steps[kind]]
        )
        for title, changes in ((words.LATER, found.later), (words.ONCE, found.once)):
            yield from self._counted(title, [f"{len(changes):,}"] if changes else [])
        for topic in Topic:
            verbs = Counter(verb_of(topic, change) for change in found.things if change.key.topic is topic)
            told = [(self._say(verb).lower(), verbs[verb]) for verb in RANKS if verbs[verb]]
            parts = [self._say(words.COUNTED).format(what=what, n=f"{n:,}") for what, n in told]
            yield from self._counted(words.TOPICS[topic], parts)
        yield from self._counted(words.NAMES, [f"{len(found.names):,}"] if found.names else [])
        if asked is not None and asked.answers:
            share = self._say(words.OF_ALL).format(n=f"{asked.number:,}", changed=f"{len(asked.answers):,}")
            yield from self._counted(words.QUESTIONS, [share])

    def _counted(self, title: Wording, parts: Sequence[str]) -> Iterator[str]:
        if parts:
            yield after_colon(self._say(title), joined(parts, self._language), self._language)

    # --- prices ---------------------------------------------------------------------------------------------------

    def _prices(self, found: Difference) -> Iterator[str]:
        now: list[Row] = [((change.key, None), change.before, change.after) for change in found.now]
        yield from self._table(words.NOW, words.PRICES, now, self._changed)
        yield from self._table(words.LATER, words.ANNOUNCED, list(map(_row, found.later)), self._announced)
        yield from self._table(words.ONCE, words.PAST, list(map(_row, found.once)), self._changed)

    def _table(
        self, title: Wording, head: Wording, rows: Sequence[Row], cells: Callable[[Row], list[str]]
    ) -> Iterator[str]:
        """Prices that only their sides tell apart stand in one row."""
        if not rows:
            return
        groups = [list(group) for _, group in groupby(rows, key=_alike)]
        told = [[*self._cells(group), *cells(group[0])] for group in groups]
        yield from heading(self._say(title))
        yield from table(self._say(head).split("|"), told, self._most, self._language)

    def _cells(self, rows: Sequence[Row]) -> list[str]:
        """What a row is of."""
        lane, day = rows[0][0]
        sides = [row[0][0].side for row in rows]
        seller = self._name(lane.model.partition("/")[0])
        return [*([] if day is None else [str(day)]), self._name(lane.model), seller, self._what(lane, sides)]

    def _changed(self, row: Row) -> list[str]:
        """What a price was and becomes."""
        (lane, _), before, after = row
        return [self._paid(lane, before, after), self._paid(lane, after, before), self._change(before, after)]

    def _announced(self, row: Row) -> list[str]:
        """What is paid until then and from then on, and what an edit makes of that."""
        (lane, _), before, after = row
        told = after or before
        assert told is not None
        edit = self._say(words.ADDED if before is None else words.REMOVED)
        if before is not None and after is not None:
            edit = self._say(words.WAS).format(price=self._paid(lane, before, after))
        step = self._change(told.instead, told)
        return [self._paid(lane, told.instead, told), self._paid(lane, told, told.instead), step, edit]

    def _what(self, lane: Lane, sides: Sequence[Side | None]) -> str:
        tier = said(lane.tier.within(self._language)) if lane.tier is not None else ""
        reported = self._say(words.REPORTED) if lane.reported else ""
        told = lane_words(sides, lane.unit, lane.conditions, self._language) if lane.tier is None else ""
        return joined([tier, told, reported], self._language) or words.NOTHING_THERE

    def _paid(self, lane: Lane, paid: Paid | None, other: Paid | None) -> str:
        """A price, for as many tokens as the newer of the two is published for."""
        if paid is None:
            return words.NOTHING_THERE
        if paid.amount is None:
            return self._say(words.NO_PRICE)
        offer = self._say(words.OFFER) if paid.promotion else ""
        if paid.free:
            return self._say(words.FREE) + offer
        per = max(paid.per, other.per) if other is not None and other.amount is not None else paid.per
        each = MILLION if lane.unit == TOKEN else ONE
        amount = ARITHMETIC.divide(ARITHMETIC.multiply(paid.amount, per), each)
        return self._say(rate(amount, paid.currency, per, lane.unit)) + offer

    def _change(self, before: Paid | None, after: Paid | None) -> str:
        if before is None or after is None:
            return self._say(words.ADDED if before is None else words.REMOVED)
        return self._step(before, after)

    def _step(self, before: Paid, after: Paid) -> str:
        if before.amount is None or after.amount is None:
            return self._say(words.REMOVED if after.amount is None else words.ADDED)
        if before.amount == after.amount and before.currency == after.currency:
            return self._say(words.OFFER_NOW if after.promotion else words.NO_OFFER_NOW)
        if before.free or after.free:
            return self._say(words.BECOMES_FREE if after.free else words.NO_LONGER_FREE)
        if before.currency != after.currency:
            return self._say(words.OTHER_CURRENCY)
        return percent(before.amount, after.amount)

    # --- things and names -----------------------------------------------------------------------------------------

    def _things(self, found: Difference) -> Iterator[str]:
        for topic in Topic:
            changes = [change for change in found.things if change.key.topic is topic]
            if changes:
                yield from heading(self._say(words.TOPICS[topic]))
                yield from bullets(thing_items(topic, changes, self._language), self._most, self._language)

    def _names(self, found: Difference) -> Iterator[str]:
        groups = groupby(found.names, key=lambda change: change.key[0])
        items = [
            after_colon(f"**{self._name(id_)}**", joined(map(self._named, group), self._language), self._language)
            for id_, group in groups
        ]
        if items:
            yield from heading(self._say(words.NAMES))
            yield from bullets(items, self._most, self._language)

    def _named(self, change: NameChange) -> str:
        kind = self._say(words.NAME_KINDS[change.after or change.before or "alias"])
        sign = "+" if change.before is None else "−" if change.after is None else "→"
        return f"{sign} {code(change.key[1])}{kind}"

    # --- questions and the rest -----------------------------------------------------------------------------------

    def _answers(self, asked: Asked | None) -> Iterator[str]:
        if asked is None or not asked.answers:
            return
        yield from heading(self._say(words.QUESTIONS))
        yield self._say(words.FIRST_LINES)
        yield ""
        rows = [self._answer(answer) for answer in asked.answers]
        yield from table(self._say(words.ANSWERS).split("|"), rows, self._most, self._language)

    def _answer(self, answer: Answered) -> list[str]:
        told = (said(line) or self._say(words.NO_LINE) for line in (answer.before, answer.after))
        return [said(answer.question), *told]

    def _rest(self, found: Difference) -> Iterator[str]:
        """What users hardly notice: days on which prices were checked, and files."""
        checked = [
            after_colon(self._name(change.key), f"{change.before} → {change.after}", self._language)
            for change in found.checked
            if change.before is not None and change.after is not None
        ]
        files = [code(change.key) for change in found.files]
        for title, items in ((words.CHECKED, checked), (words.FILES, files)):
            if items:
                yield from heading(self._say(title))
                yield from bullets(items, self._most, self._language)


def _row(change: DatedChange) -> Row:
    return change.key, change.before, change.after


def _alike(row: Row) -> object:
    """What rows share that stand in one: all but the side, which differs."""
    (lane, day), before, after = row
    return lane.order[:-1], day, before, after


def _kind(change: PriceChange) -> Wording:
    """What became of a price, for the summary."""
    before, after = change.before, change.after
    if before is None or after is None:
        return words.ADDED_PRICES if before is None else words.GONE
    if before.amount is None or after.amount is None or before.currency != after.currency:
        return words.OTHERWISE
    if before.amount == after.amount:
        return words.OTHERWISE
    return words.DOWN if after.amount < before.amount else words.UP
