"""Where the figures of an answer are from: in one line, and in full."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from bot.answers import Answer, Remark, Role
from bot.knowledge.entries import Source
from bot.knowledge.price_entries import Price
from bot.question import Kind
from bot.replies.layout import Line, Style
from bot.replies.listing import other_list
from bot.replies.speech import Speech

_NAMED: Final = 2
"""Sources that the one line names."""
_OLD_AFTER_DAYS: Final = 90
"""A price that its source showed longer ago is called old."""


def source_line(answer: Answer, speech: Speech, today: date) -> Line | None:
    """Whose prices they are, and where and when that was last seen."""
    seen = _seen(answer, speech)
    if not seen:
        return None
    phrases, many = speech.phrases, seen if len(seen) > _NAMED else ()
    days = sorted([day for source, offers in many if (day := _last_seen(source, offers))])
    if days:
        text = _lists(len(seen), days[0], days[-1], speech)
    else:
        briefs = [_brief(source, offers, answer, speech, today) for source, offers in seen[:_NAMED]]
        text = phrases.clause_end.join(briefs)
    whose = _whose(answer, speech)
    text = phrases.whose.format(whose=whose, source=text) if whose else phrases.sourced.format(source=text)
    return Line(text, Style.SMALL)


def _lists(n: int, first: date, last: date, speech: Speech) -> str:
    """Many price lists, and the days on which they last showed the prices."""
    phrases, lists = speech.phrases, speech.phrases.price_lists.format(n=n)
    if first == last:
        return phrases.source_checked.format(publisher=lists, day=first.isoformat())
    return phrases.several_sources.format(lists=lists, first=first.isoformat(), last=last.isoformat())


def all_sources(answer: Answer, speech: Speech) -> list[Line]:
    """A line for each source, with its title."""
    found = map(speech.library.source, answer.sources)
    return [word_source(source, speech) for source in found if source is not None]


def word_source(source: Source, speech: Speech) -> Line:
    """The line that names a source."""
    return Line(speech.phrases.sourced.format(source=cited(source, speech)), Style.SMALL)


def cited(source: Source, speech: Speech) -> str:
    """A source with its publisher, title and, where it has one, date."""
    template = speech.phrases.source if source.date else speech.phrases.source_undated
    day = source.date.isoformat() if source.date else ""
    return template.format(publisher=speech.pick(source.publisher), title=source.title, day=day)


def _seen(answer: Answer, speech: Speech) -> list[tuple[Source, list[Price]]]:
    """Who publishes the figures, each once, with the prices that they are for; where no price is, all sources."""
    found: dict[str, tuple[Source, list[Price]]] = {}
    for result in answer.results:
        beside = result.role is Role.ALSO and not speech.library.abroad
        if beside and result in other_list(answer, result.subject):
            continue
        source = speech.library.source(result.source) if result.source and result.offer is not None else None
        if source is not None and result.offer is not None:
            found.setdefault(speech.pick(source.publisher), (source, []))[1].append(result.offer)
    if found:
        return list(found.values())
    cited_ = (speech.library.source(id_) for id_ in answer.sources)
    return [(source, []) for source in cited_ if source is not None]


def _last_seen(source: Source, offers: Sequence[Price]) -> date | None:
    """The last day on which a source showed the prices."""
    return max([offer.checked for offer in offers if offer.checked is not None], default=source.date)


def _brief(source: Source, offers: Sequence[Price], answer: Answer, speech: Speech, today: date) -> str:
    """A report with its title; of a price list who keeps it and when it last showed the prices."""
    phrases, facts = speech.phrases, speech.library.knowledge.facts
    reports = {facts[id_].source for id_ in answer.facts if id_ in facts}
    if source.id in reports or (not offers and answer.question.kind is not Kind.STATUS):
        return cited(source, speech)
    kept_by = source.title if source.id == _catalogue(speech) else speech.pick(source.publisher)
    day = _last_seen(source, offers)
    if day is None:
        return kept_by
    text = phrases.source_checked.format(publisher=kept_by, day=day.isoformat())
    old = (today - day).days > _OLD_AFTER_DAYS and any(offer.holds_on(today) for offer in offers)
    return phrases.long_ago.format(source=text) if old else text


def _catalogue(speech: Speech) -> str | None:
    source = speech.library.catalogue.source()
    return source.id if source is not None else None


def _whose(answer: Answer, speech: Speech) -> str:
    """Whose price it is, where an entry says so and there is one answer to it."""
    notes = [note for note in answer.notes if note.remark is Remark.SELLER]
    if not notes:
        return ""
    entries = [speech.library.whose_list(note.about[0]) for note in notes]
    said = {speech.phrases.whose_part(speech.pick(entry.note)) for entry in entries if entry is not None and entry.note}
    models = {result.subject for result in answer.results if result.offer is not None}
    return said.pop() if len(said) == 1 and models <= {note.about[0] for note in notes} else ""
