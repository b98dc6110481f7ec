"""From an Answer to lines: the answer first, then the sum, what it means, what to mind, and the source."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from bot.answers import Answer, Note, Remark
from bot.knowledge.price_entries import Basis
from bot.quantities import Range
from bot.question import Kind, Order, Topic, Unpriced
from bot.replies.contrasts import brief
from bot.replies.figures import grouped
from bot.replies.headlines import first_lines
from bot.replies.layout import Line, Style, fitted, folded
from bot.replies.listing import others_of
from bot.replies.pricedays import age_lines, dated, days_of
from bot.replies.sources import all_sources, cited, source_line
from bot.replies.speech import Speech
from bot.replies.sums import working_lines

_VERDICTS: Final = (
    Remark.WITHIN_BUDGET, Remark.OVER_BUDGET, Remark.OPEN_BUDGET, Remark.CONFIRMED, Remark.DENIED, Remark.OFFER_RUNS,
    Remark.OFFER_RUNS_TILL, Remark.OFFER_ENDED, Remark.NO_OFFER,
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
    Remark.NO_SIDE,
)


def word_answer(answer: Answer, speech: Speech, today: date, more: Sequence[Line] = ()) -> list[Line]:
    """All lines of the reply to an answered question, those that do not fit folded; ``more`` come before the sources."""
    if answer.question.topic is Topic.SOURCES:
        sources = (speech.library.source(id_) for id_ in answer.sources)
        items = [Line(cited(source, speech), Style.ITEM) for source in sources if source is not None]
        return [*first_lines(answer, speech), *items]
    days = days_of(answer, today)
    lines = _caveat_lines(answer, speech, dated(first_lines(answer, speech), answer, speech, today, days))
    lines += _alongside(answer, speech, today)
    lines += _remark_lines(answer, speech)
    lines += working_lines(answer, speech)
    lines += [*age_lines(answer, speech, today, days), *more]
    source = source_line(answer, speech, today)
    lines += [source] if source is not None else []
    shown = [line._replace(folded=False) for line in lines] if answer.question.whole else fitted(lines)
    return [*_with_others(shown, answer, speech), *_folded_lines(answer, speech, source)]


def _alongside(answer: Answer, speech: Speech, today: date) -> list[Line]:
    """The first line of the answer that is told beside this one: of today's model, said to be, or of the reported price."""
    other = answer.alongside
    if other is None:
        return []
    line = dated(first_lines(other, speech), other, speech, today, days_of(other, today))[0]
    reported = any(result.source and result.offer and result.offer.basis is Basis.REPORT for result in other.results)
    text = line.text if reported else speech.phrases.by_now.format(text=line.text)
    return [Line(text, Style.REMARK)]


def _with_others(lines: list[Line], answer: Answer, speech: Speech) -> list[Line]:
    """The lines, the last with how many others there are, those of its list that are folded among them."""
    others = others_of(answer) + len([line for line in lines if line.folded and line.style is Style.ITEM])
    if not others or answer.question.kind is Kind.HELP:
        return lines
    words = speech.phrases.more.format(n=grouped(Decimal(others)))
    place = next((place for place, line in enumerate(lines) if line.style is Style.SMALL), None)
    if place is None:
        return [*lines, Line(words, Style.SMALL)]
    last = lines[place]._replace(text=speech.phrases.sentence_end.join((words, lines[place].text)))
    return [*lines[:place], last, *lines[place + 1 :]]


def _folded_lines(answer: Answer, speech: Speech, source: Line | None) -> list[Line]:
    """What else is known: whose prices, the exchange rate that they were put in order by, and the sources in full."""
    sellers = [note for note in answer.notes if note.remark is Remark.SELLER]
    lines = [Line(text) for text in _note_texts(sellers, speech)]
    sources = all_sources(answer, speech)
    if len(sources) > 1 or (source is not None and sources != [source]):
        lines += sources
    return folded(lines)


def _caveat_lines(answer: Answer, speech: Speech, lines: list[Line]) -> list[Line]:
    """The first lines, after those that say that they are not just what was asked for."""
    if not answer.notes:
        return lines
    first = _said_first(answer)
    heads = _note_texts([note for note in answer.notes if note.remark in first], speech)
    if not heads:
        return lines
    rest = [Line(line.text) if line.style is Style.HEADLINE else line for line in lines]
    return [*(Line(text, Style.HEADLINE) for text in heads), *rest]


def _said_first(answer: Answer) -> tuple[Remark, ...]:
    exchanged = answer.question.kind in (Kind.COST, Kind.PRICE)
    return (*_SAID_FIRST, Remark.UNKNOWN_CURRENCY) if exchanged else _SAID_FIRST


def _speaker_lines(answer: Answer, speech: Speech) -> list[Line]:
    """Who gave the figures; a fact that is stated as such says so itself."""
    if answer.question.kind in (Kind.FACT, Kind.COUNT) or answer.question.factor is not None:
        return []
    known = speech.library.knowledge.facts
    facts = [fact for id_ in answer.facts if (fact := known.get(id_)) is not None and fact.speaker is not None]
    if not facts:
        return []
    subjects = {result.subject for result in answer.results}
    spoken = [fact for fact in facts if None in subjects or not subjects.isdisjoint(fact.subjects)]
    speakers = dict.fromkeys((fact.subjects[0], fact.speaker) for fact in spoken if fact.speaker)
    template = speech.phrases.figure_of if len(subjects) > 1 else speech.phrases.figure_by
    return [
        Line(template.format(name=speech.name(subject), speaker=speech.pick(speaker))) for subject, speaker in speakers
    ]


def _remark_lines(answer: Answer, speech: Speech) -> list[Line]:
    """What is to be minded beside the first lines, then who gave the figures."""
    if not answer.notes:
        return _speaker_lines(answer, speech)
    discount = answer.question.kind is Kind.DISCOUNT
    said = (*_SAID_FIRST, Remark.NO_EARLIER_PRICE, Remark.NO_CHANGE) if discount else _said_first(answer)
    said = (*said, Remark.OVERLAP) if _says_overlap_first(answer) else said
    notes = [note for note in answer.notes if note.remark not in (*said, Remark.SELLER, Remark.EXCHANGED)]
    counting = answer.question.kind is Kind.COUNT  # whose first line says it in short
    known = [note for note in notes if counting and note.remark in _HOW_COUNTED]
    lines = [Line(text, Style.REMARK) for text in _note_texts([note for note in notes if note not in known], speech)]
    lines += [Line(text, folded=True) for text in _note_texts(known, speech)]
    rates = [note for note in answer.notes if note.remark is Remark.EXCHANGED]
    hidden = answer.question.kind in (Kind.COMPARE, Kind.RANK) and answer.question.target is None
    lines += [Line(text, folded=hidden) for text in _note_texts(rates, speech)]
    return [*lines, *_speaker_lines(answer, speech)]


_HOW_COUNTED: Final = (Remark.BORROWED_RATES, Remark.COUNTED)


def _note_texts(notes: Sequence[Note], speech: Speech) -> list[str]:
    """Notes as sentences, each said once: those that say the same of several names in one, whose prices they are last."""
    if not notes:
        return []
    together: dict[tuple[object, ...], list[Note]] = {}
    for note in notes:
        together.setdefault(_same_words(note, speech), []).append(note)
    texts = (
        word_note(alike[0], speech, [note.about[0] for note in alike if note.about]) for alike in together.values()
    )
    return list(dict.fromkeys(text for text in texts if text))


def _says_overlap_first(answer: Answer) -> bool:
    """Whether the first line of a ranking says already what overlaps."""
    listed = answer.question.order in (Order.ASCENDING, Order.DESCENDING)
    named = any(note.remark is Remark.OVERLAP and note.about for note in answer.notes)
    return answer.question.kind is Kind.RANK and named and not listed


_NAMED_TOGETHER: Final = (
    Remark.BY_INPUT, Remark.NO_SPLIT, Remark.NO_PRICE, Remark.SELLER, Remark.WITHIN_BUDGET, Remark.OVER_BUDGET,
    Remark.OPEN_BUDGET, Remark.BORROWED_RATES, Remark.LONG_INPUT, Remark.NOT_KNOWN_YET, Remark.UNDATED, Remark.NO_EARLIER_PRICE, Remark.NO_CHANGE,
    Remark.ENDS, Remark.BY_HOURS, Remark.ALL_HOURS, Remark.EARLIER, Remark.NOT_EARLIER,
)  # fmt: skip
"""Remarks on an entry, which may be true of several."""


def _same_words(note: Note, speech: Speech) -> tuple[object, ...]:
    """What notes share that are said in one sentence, of several names."""
    if note.remark not in _NAMED_TOGETHER:
        return (note,)
    entry = speech.library.whose_list(note.about[0]) if note.remark is Remark.SELLER else None
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
    find = speech.library.whose_list if note.remark is Remark.SELLER else speech.library.entry
    entry = find(first)
    if note.remark in (Remark.BY_THE_MONTH, Remark.SHARED):
        money = phrases.comma.join(speech.amount(Range.exactly(each), note.about[1]) for each in note.figures)
        return template.format(name=speech.name(first), amount=money, n=note.about[-1])
    if note.remark is Remark.MIXED:
        return template.format(n=brief(note.figures[0]), amount=speech.phrases.number(note.figures[1]))
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
        before=phrases.market.before_move.get(note.about[1], "") if note.remark is Remark.EARLIER else "",
        move=phrases.market.went.get(first, ""),
        side=phrases.sides.get(note.about[1], "") if len(note.about) > 1 else "",
        day=note.day.isoformat() if note.day else "",
    )


def _rate(note: Note, speech: Speech) -> str:
    one, other = (
        speech.amount(Range.exactly(figure), currency)
        for figure, currency in zip((Decimal(1), note.figures[0]), note.about, strict=True)
    )
    return speech.equation(one, other)
