"""From an Answer to lines: the answer first, then the sum, what it means, what to mind, and the source."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from bot.answers import Answer, Note, Remark, Result, Role
from bot.knowledge.entries import Source
from bot.quantities import CHARACTER, TEXT, TOKEN, Range
from bot.question import Kind, Order, Topic, Unpriced
from bot.replies.contrasts import brief
from bot.replies.figures import shortened
from bot.replies.headlines import first_lines, others_lines
from bot.replies.layout import Line, Style
from bot.replies.listing import MOST_ITEMS
from bot.replies.speech import Speech
from bot.replies.steps import shown_step, told_steps
from bot.text import Language

_OLD_AFTER_DAYS: Final = 90
"""A price older than this is called old."""

_PICTURE: Final = "long-novel"
"""The work whose length pictures an amount of text."""

_VERDICTS: Final = (
    Remark.WITHIN_BUDGET, Remark.OVER_BUDGET, Remark.OPEN_BUDGET, Remark.CONFIRMED, Remark.DENIED,
)  # fmt: skip
_SAID_FIRST: Final = (
    *_VERDICTS,
    Remark.SUPPOSED,
    Remark.SUPPOSED_OF,
    Remark.NOT_SUPPOSED,
    Remark.NOT_EARLIER,
    Remark.EARLIER,
    Remark.NONE_MOVED,
    Remark.UNPRICED,
)
_PRICED: Final = (Kind.BUDGET, Kind.COST, Kind.PRICE, Kind.COMPARE, Kind.RANK, Kind.DISCOUNT)


def word_answer(answer: Answer, speech: Speech, today: date, more: Sequence[Line] = ()) -> list[Line]:
    """All lines of the reply to an answered question; ``more`` come before the sources."""
    lines = _caveat_lines(answer, speech, first_lines(answer, speech))
    lines += _working_lines(answer, speech)
    lines += _speaker_lines(answer, speech)
    lines += _note_lines(answer, speech)
    if answer.question.topic is Topic.SOURCES:
        sources = (speech.library.source(id_) for id_ in answer.sources)
        items = [Line(cited(source, speech), Style.ITEM) for source in sources if source is not None]
        return [*lines, *items, *others_lines(answer, speech), *more]
    return [*lines, *more, *_source_lines(answer, speech), *_age_lines(answer, speech, today)]


def _caveat_lines(answer: Answer, speech: Speech, lines: list[Line]) -> list[Line]:
    """The first lines, after those that say that they are not just what was asked for."""
    first = _said_first(answer)
    heads = _note_texts([note for note in answer.notes if note.remark in first], speech)
    if not heads:
        return lines
    rest = [Line(line.text) if line.style is Style.HEADLINE else line for line in lines]
    return [*(Line(text, Style.HEADLINE) for text in heads), *rest]


def _said_first(answer: Answer) -> tuple[Remark, ...]:
    exchanged = answer.question.kind in (Kind.COST, Kind.PRICE)
    return (*_SAID_FIRST, Remark.UNKNOWN_CURRENCY) if exchanged else _SAID_FIRST


def _main(answer: Answer, *roles: Role) -> list[Result]:
    wanted = roles or (Role.ANSWER,)
    return [result for result in answer.results if result.role in wanted]


def _working_lines(answer: Answer, speech: Speech) -> list[Line]:
    """The sums, and what tokens mean in characters."""
    lines = []
    steps, example = told_steps(answer)
    if steps and any(not result.free for result in answer.results):
        phrases = speech.phrases
        text = "；" if speech.language is not Language.EN else "; "
        text = text.join([shown_step(step, phrases) for step in steps])
        name = speech.name(example)
        lines.append(
            Line(phrases.sum_example.format(steps=text, name=name) if name else phrases.sum.format(steps=text))
        )
    meaning = _meaning(answer, speech)
    if meaning:
        lines.append(Line(meaning))
    return lines


def _meaning(answer: Answer, speech: Speech) -> str | None:
    """What the tokens of a budget come to in characters by the vendor's own rate, or how many tokens were bought."""
    results = _main(answer) if answer.question.kind is Kind.BUDGET else []
    if len(results) != 1 or results[0].value is None:
        return None
    result = results[0]
    if result.unit == TOKEN and result.value is not None:
        entry = speech.library.entry(result.subject or "")
        rates = speech.library.knowledge.rates.get(entry.vendor or "", ()) if entry else ()
        rate = next((rate for rate in rates if rate.unit == CHARACTER), None)
        if rate is None:
            return None
        text = result.value.times(rate.per_token)
        if text.low is None and text.high is None:
            return None
        return speech.phrases.in_characters.format(amount=speech.amount(text, CHARACTER)) + _pictured(text, speech)
    also = next((each.value for each in _main(answer, Role.ALSO) if each.unit == TOKEN and each.value), None)
    if also is None:
        return None
    pictured = _pictured(result.value, speech) if result.unit == CHARACTER and result.value is not None else ""
    return speech.phrases.in_characters.format(amount=speech.amount(also, TOKEN)) + pictured


def _pictured(text: Range, speech: Speech) -> str:
    """An amount of characters as long novels; nothing for less than one."""
    novel = speech.library.knowledge.works.get(_PICTURE)
    length = novel.length.exact if novel else None
    if not length or text.low is None or text.low < length:
        return ""
    low = shortened(text.low / length, 1)[0]
    high = shortened(text.high / length, 1)[0] if text.high and text.high != text.low else low
    if low == high == 1:
        return speech.phrases.novel
    return speech.phrases.novels.format(n=speech.amount(Range(low, high), "").removeprefix(speech.phrases.about))


def _speaker_lines(answer: Answer, speech: Speech) -> list[Line]:
    """Who gave the figures; a fact that is stated as such says so itself."""
    if answer.question.kind is Kind.FACT or answer.question.factor is not None:
        return []
    known = speech.library.knowledge.facts
    facts = [fact for id_ in answer.facts if (fact := known.get(id_)) is not None and fact.speaker is not None]
    if not facts:
        return []
    subjects = {result.subject for result in _shown(answer)}
    spoken = [fact for fact in facts if None in subjects or not subjects.isdisjoint(fact.subjects)]
    speakers = dict.fromkeys((fact.subjects[0], fact.speaker) for fact in spoken if fact.speaker)
    template = speech.phrases.figure_of if len(subjects) > 1 else speech.phrases.figure_by
    return [
        Line(template.format(name=speech.name(subject), speaker=speech.pick(speaker))) for subject, speaker in speakers
    ]


def _shown(answer: Answer) -> tuple[Result, ...]:
    """The results that the first lines name: of one long list, its beginning."""
    return answer.results[:MOST_ITEMS] if answer.question.kind is Kind.RANK else answer.results


def _note_lines(answer: Answer, speech: Speech) -> list[Line]:
    if not answer.notes:
        return []
    discount = answer.question.kind is Kind.DISCOUNT
    said = (*_SAID_FIRST, Remark.NO_EARLIER_PRICE, Remark.NO_CHANGE) if discount else _said_first(answer)
    said = (*said, Remark.OVERLAP) if _says_overlap_first(answer) else said
    notes = [note for note in answer.notes if note.remark not in said]
    if len(answer.results) > MOST_ITEMS and answer.question.kind is Kind.RANK:
        shown = {result.subject for result in _shown(answer)}
        notes = [note for note in notes if note.remark is not Remark.SELLER or note.about[0] in shown]
    return [Line(text) for text in _note_texts(notes, speech)]


def _note_texts(notes: Sequence[Note], speech: Speech) -> list[str]:
    """Notes as sentences, each said once: those that say the same of several names in one, whose prices they are last."""
    together: dict[tuple[object, ...], list[Note]] = {}
    for note in sorted(notes, key=_is_of_seller):
        together.setdefault(_same_words(note, speech), []).append(note)
    texts = (
        word_note(alike[0], speech, [note.about[0] for note in alike if note.about]) for alike in together.values()
    )
    return list(dict.fromkeys(text for text in texts if text))


def _is_of_seller(note: Note) -> bool:
    return note.remark is Remark.SELLER


def _says_overlap_first(answer: Answer) -> bool:
    """Whether the first line of a ranking says already what overlaps."""
    listed = answer.question.order in (Order.ASCENDING, Order.DESCENDING)
    named = any(note.remark is Remark.OVERLAP and note.about for note in answer.notes)
    return answer.question.kind is Kind.RANK and named and not listed


_NAMED_TOGETHER: Final = (
    Remark.BY_INPUT, Remark.NO_SPLIT, Remark.NO_PRICE, Remark.SELLER, Remark.WITHIN_BUDGET, Remark.OVER_BUDGET,
    Remark.OPEN_BUDGET, Remark.BORROWED_RATES, Remark.LONG_INPUT, Remark.NOT_KNOWN_YET, Remark.UNDATED, Remark.NO_EARLIER_PRICE, Remark.NO_CHANGE,
    Remark.EARLIER, Remark.NOT_EARLIER,
)  # fmt: skip
"""Remarks on an entry, which may be true of several."""


def _same_words(note: Note, speech: Speech) -> tuple[object, ...]:
    """What notes share that are said in one sentence, of several names."""
    if note.remark not in _NAMED_TOGETHER:
        return (note,)
    entry = speech.library.entry(note.about[0]) if note.remark is Remark.SELLER else None
    named = note.about[:1] not in ((), ("",))
    return note.remark, named, note.about[1:], note.figures, note.day, entry.note if entry else None


def word_note(note: Note, speech: Speech, names: Sequence[str] = ()) -> str | None:
    """A remark as a sentence; ``None`` for remarks that other lines have said already.

    ``names`` are the entries that it is made of, where those are more than the note's own.
    """
    phrases, knowledge = speech.phrases, speech.library.knowledge
    first = note.about[0] if note.about else ""
    if note.remark is Remark.CAVEAT:
        fact = knowledge.facts.get(first)
        return phrases.caveat.format(text=speech.pick(fact.caveat)) if fact and fact.caveat else None
    template = phrases.remarks.get(note.remark)
    if note.remark is Remark.LEFT_OUT and template is not None:
        return template.format(name=speech.listed(note.about))
    work = knowledge.works.get(first)
    if note.remark is Remark.BORROWED_RATES and not first:
        template = phrases.borrowed_rates
    if work is not None and not work.about:
        template = phrases.exact_length
    if template is None:
        return None
    entry = speech.library.entry(first)
    length = speech.amount(work.length, work.unit) if work else ""
    if note.remark is Remark.NO_BOUND:
        length = speech.amount(Range.exactly(note.figures[0]), first, note.about[1] if len(note.about) > 1 else None)
    return template.format(
        name=speech.names(names or (first,)),
        others=speech.names(note.about[1:]),
        note=speech.pick(entry.note) if entry and entry.note else "",
        work=speech.pick(work.name) if work else "",
        amount=length.removeprefix(phrases.about),
        currency=phrases.currency(first) if note.remark is Remark.UNKNOWN_CURRENCY else "",
        other=phrases.currency(note.about[1]) if note.remark is Remark.UNKNOWN_CURRENCY else "",
        rate=_rate(note, speech) if note.remark is Remark.EXCHANGED else "",
        topic=phrases.unpriced[Unpriced(first)] if note.remark is Remark.UNPRICED else "",
        n=brief(note.figures[0]) if note.figures else "",
        before=phrases.before_move.get(note.about[1], "") if note.remark is Remark.EARLIER else "",
        move=phrases.went.get(first, ""),
        side=phrases.sides.get(note.about[1], "") if len(note.about) > 1 else "",
        day=note.day.isoformat() if note.day else "",
    )


def _rate(note: Note, speech: Speech) -> str:
    one, other = (
        speech.amount(Range.exactly(figure), currency)
        for figure, currency in zip((Decimal(1), note.figures[0]), note.about, strict=True)
    )
    return speech.equation(one, other)


def _source_lines(answer: Answer, speech: Speech) -> list[Line]:
    sources = (speech.library.source(id_) for id_ in answer.sources)
    return [word_source(source, speech) for source in sources if source is not None]


def word_source(source: Source, speech: Speech) -> Line:
    """The line that names a source."""
    return Line(speech.phrases.sourced.format(source=cited(source, speech)), Style.SMALL)


def cited(source: Source, speech: Speech) -> str:
    """A source with its publisher, title and, where it has one, date."""
    template = speech.phrases.source if source.date else speech.phrases.source_undated
    day = source.date.isoformat() if source.date else ""
    return template.format(publisher=speech.pick(source.publisher), title=source.title, day=day)


def _age_lines(answer: Answer, speech: Speech, today: date) -> list[Line]:
    """A warning where prices are old; it names the models where others are newer."""
    if answer.question.kind not in _PRICED:
        return []
    shown = [(result.as_of, result.subject or "") for result in _shown(answer) if result.unit != TEXT]
    if answer.question.kind is Kind.DISCOUNT:  # a price before a change is meant to be old
        newest = {subject: day for day, subject in sorted((day, subject) for day, subject in shown if day is not None)}
        shown = [(day, subject) for subject, day in newest.items()]
    priced: dict[date, dict[str, None]] = {}
    for day, subject in shown:
        if day is not None:
            priced.setdefault(day, {})[subject] = None
    old = [day for day in sorted(priced) if (today - day).days > _OLD_AFTER_DAYS]
    if len(priced) == 1:
        return [Line(speech.phrases.old_price.format(day=day.isoformat()), Style.SMALL) for day in old]
    template = speech.phrases.old_prices
    return [Line(template.format(day=day.isoformat(), names=speech.names(priced[day])), Style.SMALL) for day in old]
