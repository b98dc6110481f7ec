"""Builds whole replies: words, both formats, the lines of an inline card, and buttons to go on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from bot.answers import Answer, Button, Note, Remark, Reply, Result, Role, Status
from bot.codes.ids import IdCodes
from bot.codes.question import MOST_KEPT, encode
from bot.question import Kind, Question, Unpriced
from bot.questions.working.market import Market
from bot.replies.choices import choices
from bot.replies.heard import Heard
from bot.replies.layout import Line, Style, fitted, folded_under, html, is_small, parts_of, plain, whole
from bot.replies.lines import word_answer, word_note
from bot.replies.pictured import offers_a_picture
from bot.replies.rich import rich
from bot.replies.sources import word_source
from bot.replies.speech import Speech, shown
from bot.replies.tables import Table, table_of
from bot.replies.ways_on import buttons_for, buttons_for_several, buttons_instead
from bot.text import Language

_EXAMPLES_SHOWN: Final = 4
_FACTS_SHOWN: Final = 3
_UNPRICED: Final = (Remark.NO_PRICE, Remark.NOT_KNOWN_YET, Remark.UNDATED)


def _also(answer: Answer | None) -> tuple[Result, ...]:
    """The results of an answer that is told beside another."""
    return () if answer is None else tuple(result._replace(role=Role.ALSO) for result in answer.results)


def _with(answer: Answer, part: str) -> tuple[str, ...]:
    """A part of an answer, and of the one that is told beside it: its facts, steps or sources."""
    own, other = getattr(answer, part), answer.alongside
    return tuple(dict.fromkeys((*own, *getattr(other, part)) if other is not None else own))


def _says_something(answer: Answer) -> bool:
    """Whether there is an answer, be it that no model meets what was asked."""
    if answer.results or answer.question.kind is Kind.HELP:
        return True
    if answer.question.kind is Kind.FACT:
        return bool(answer.facts)
    return answer.question.kind is Kind.RANK and not any(note.remark in _UNPRICED for note in answer.notes)


def _first_line(reply: Reply) -> Reply:
    """A reply that gives no answer, cut down to the line that says so."""
    return replace(
        reply,
        text=reply.title,
        full=reply.title,
        html=html([Line(reply.title, Style.HEADLINE)]),
        rich="",
        facts=(),
        sources=(),
        buttons=(),
    )


def _each_line_once(replies: Sequence[Reply]) -> list[list[tuple[str, str]]]:
    """The lines of several replies, plain and in HTML; of small ones that are alike, the last alone."""
    parts: list[list[tuple[str, str]]] = []
    said: set[str] = set()
    for reply in reversed(replies):
        lines = list(zip(reply.text.split("\n"), parts_of(reply.html)[0], strict=True))
        parts.insert(0, [line for line in lines if line[1] not in said])
        said |= {marked for _, marked in lines if is_small(marked)}
    return parts


class Composer:
    """Words replies in one language, as of one day; each says what of the message was not taken to the letter."""

    def __init__(
        self, market: Market, language: Language, today: date, ids: IdCodes, heard: Heard | None = None
    ) -> None:
        self._heard = heard or Heard()
        self._market = market
        self._language = language
        self._today = today
        self._ids = ids
        self._speech = Speech(market, language)

    def answered(self, text: str, answer: Answer, examples: Sequence[str] = ()) -> Reply:
        """The reply to a question that was understood, whether or not it could be answered."""
        if not _says_something(answer):
            return self._nothing_known(text, answer)
        if answer.status is Status.UNKNOWN:
            return self._prices_instead(text, answer)
        if _is_of_another_service(answer):
            return self._price_of_text_instead(text, answer)
        helping = answer.question.kind is Kind.HELP
        more = self._example_lines(examples) if helping else []
        if self._heard.roughly and any(result.given for result in answer.results if result.role is Role.ANSWER):
            more.append(Line(self._speech.phrases.roughly))
        lines = word_answer(answer, self._speech, self._today, more)
        return self._reply(
            text,
            Status.ANSWERED,
            lines,
            all_at_once=answer.question.whole,
            table=table_of(answer, lines, self._speech),
            kind=answer.question.kind,
            results=(*answer.results, *_also(answer.alongside)),
            facts=_with(answer, "facts"),
            winner=answer.winner,
            steps=_with(answer, "steps"),
            sources=tuple(filter(None, map(self._market.source, _with(answer, "sources")))),
            buttons=buttons_for(answer, self._market, self._speech, self._ids),
            code=encode(answer.question, self._ids, MOST_KEPT),
            charted=offers_a_picture(answer),
        )

    def joined(self, text: str, replies: Sequence[Reply]) -> Reply:
        """One reply to a message with several questions; of one without an answer, its first line says so."""
        first = next(reply for reply in replies if reply.status is Status.ANSWERED)
        replies = [reply if reply.status is Status.ANSWERED else _first_line(reply) for reply in replies]
        parts = _each_line_once(replies)
        results = tuple(result for reply in replies for result in reply.results)
        folded = [line for reply in replies for line in parts_of(reply.html)[1]]
        shown = "\n\n".join("\n".join(marked for _, marked in lines) for lines in parts)
        return replace(
            first,
            question=text,
            results=results,
            facts=tuple(dict.fromkeys(fact for reply in replies for fact in reply.facts)),
            steps=tuple(dict.fromkeys(step for reply in replies for step in reply.steps)),
            sources=tuple(dict.fromkeys(source for reply in replies for source in reply.sources)),
            text="\n\n".join("\n".join(text for text, _ in lines) for lines in parts),
            full="\n\n".join(reply.full for reply in replies),
            html=folded_under(shown, list(dict.fromkeys(folded))),
            rich="",
            buttons=buttons_for_several(results, self._market, self._speech, self._ids),
            stays=True,
        )

    def clarify(
        self, text: str, question: Question, missing: str, options: Sequence[Question], notes: Sequence[Note] = ()
    ) -> Reply:
        """Ask back for what is missing, with choices."""
        noted = [Line(words) for note in notes if (words := word_note(note, self._speech))]
        return self._reply(
            text,
            Status.CLARIFY,
            [Line(self._asked_back(question, missing), Style.HEADLINE), *noted],
            kind=question.kind,
            buttons=choices(options, self._speech, self._ids),
            code=encode(question, self._ids, MOST_KEPT),
        )

    def _asked_back(self, question: Question, missing: str) -> str:
        phrases = self._speech.phrases
        if missing == "size" and question.kind is Kind.COST and not question.loads:
            return phrases.ask_amount
        if missing == "size":
            unsized = question.loads[0].amount.unit if question.kind is Kind.COST else question.target
            each = phrases.sizes.get(unsized or "")
            return phrases.ask_size.format(each=each) if each else phrases.ask_work
        asked = {"subject": phrases.ask_subject, "sum": phrases.ask_sum, "text": phrases.ask_text}.get(missing)
        return asked or phrases.ask_which.format(names=self._speech.names(question.subjects))

    def unknown(self, text: str, examples: Sequence[str]) -> Reply:
        """What is known instead, for a message that was not understood."""
        lines = [Line(self._speech.phrases.not_understood, Style.HEADLINE), *self._example_lines(examples)]
        return self._reply(text, Status.UNKNOWN, lines)

    def courtesy(self, text: str, example: str, *, thanked: bool) -> Reply:
        """The answer to thanks or to a greeting, with a way to go on."""
        phrases = self._speech.phrases
        words = (phrases.welcome if thanked else phrases.greeting).format(example=example)
        return self._reply(text, Status.UNKNOWN, [Line(words, Style.HEADLINE)])

    def stale(self, code: str) -> Reply:
        """For a button whose question names what is no longer known."""
        return self._reply(code, Status.UNKNOWN, [Line(self._speech.phrases.stale, Style.HEADLINE)])

    def _nothing_known(self, text: str, answer: Answer, head: str | None = None) -> Reply:
        """No price: say so, in the words of ``head`` or of the notes, and what is known about the same subjects instead."""
        speech = self._speech
        told = [head] if head is not None else [word_note(note, speech) for note in answer.notes]
        lines = [Line(words) for words in told if words]
        if lines:
            lines[0] = Line(lines[0].text, Style.HEADLINE)
        about = next((note.about[0] for note in answer.notes if note.remark is Remark.NO_PRICE), None)
        facts = [fact for fact in speech.library.knowledge.facts.values() if about in fact.subjects][:_FACTS_SHOWN]
        if facts:
            lines.append(Line(speech.phrases.known_about.format(name=speech.name(about))))
            lines += [Line(speech.pick(fact.statement), Style.ITEM) for fact in facts]
        lines.append(Line(speech.phrases.models_known.format(names=speech.offered())))
        sources = dict.fromkeys(fact.source for fact in facts)
        found = tuple(source for id_ in sources if (source := self._market.source(id_)) is not None)
        lines += [word_source(source, speech) for source in found]
        return self._reply(
            text,
            Status.UNKNOWN,
            lines,
            facts=tuple(fact.id for fact in facts),
            sources=found,
            buttons=self._instead(answer),
            code=encode(answer.question, self._ids, MOST_KEPT),
        )

    def _prices_instead(self, text: str, answer: Answer) -> Reply:
        """A sum that cannot be exchanged: say so, and give the prices in their own currencies."""
        notes = [note for note in answer.notes if note.remark is Remark.UNKNOWN_CURRENCY]
        lines = [Line(words, Style.HEADLINE) for note in notes if (words := word_note(note, self._speech))]
        prices = answer._replace(
            question=replace(answer.question, kind=Kind.PRICE),
            notes=tuple(note for note in answer.notes if note not in notes),
        )
        lines += [Line(line.text) if line.style is Style.HEADLINE else line for line in self._words(prices)]
        return self._reply(
            text,
            Status.UNKNOWN,
            lines,
            facts=answer.facts,
            sources=tuple(source for id_ in answer.sources if (source := self._market.source(id_)) is not None),
            buttons=self._instead(answer),
            code=encode(answer.question, self._ids, MOST_KEPT),
        )

    def _price_of_text_instead(self, text: str, answer: Answer) -> Reply:
        """The price of something else than text is asked of a model: say so, and what its text costs."""
        code = encode(answer.question, self._ids)
        lines = word_answer(answer, self._speech, self._today)
        return self._reply(text, Status.UNKNOWN, lines, buttons=self._instead(answer), code=code)

    def unknown_version(self, text: str, written: str, known: Answer) -> Reply:
        """A model or version that has no price, and the answer to the same for the one that has, or what is known of it."""
        phrases = self._speech.phrases
        if not _says_something(known):
            return self._nothing_known(text, known, phrases.remarks[Remark.NO_VERSION].format(name=written))
        if known.question.kind is Kind.FACT:
            words = phrases.remarks[Remark.NO_VERSION].format(name=written)
        else:
            words = phrases.no_version.format(written=written)
        return self._known_instead(text, words, known)

    def unknown_model(self, text: str, written: str, relatives: Sequence[str]) -> Reply:
        """A version that nobody here knows: say so, and name the nearest that have a price, without their figures."""
        phrases, speech = self._speech.phrases, self._speech
        lines = [
            Line(phrases.remarks[Remark.NO_VERSION].format(name=written), Style.HEADLINE),
            Line(phrases.relatives.format(names=speech.names(relatives))),
        ]
        options = [Question(Kind.PRICE, (id_,)) for id_ in relatives]
        return self._reply(text, Status.UNKNOWN, lines, buttons=choices(options, speech, self._ids))

    def unknown_name(self, text: str, written: str) -> Reply:
        """Something that is not known by its name: say so, and which models have a price."""
        phrases, speech = self._speech.phrases, self._speech
        lines = [
            Line(phrases.remarks[Remark.NO_VERSION].format(name=written), Style.HEADLINE),
            Line(phrases.models_known.format(names=speech.offered())),
        ]
        return self._reply(text, Status.UNKNOWN, lines, buttons=self._instead(Answer(Question(Kind.PRICE))))

    def beyond(self, text: str, prices: Answer) -> Reply:
        """Something else than prices and reports is asked of models: say so, and give their prices."""
        return self._known_instead(text, self._speech.phrases.beyond, prices)

    def _known_instead(self, text: str, words: str, known: Answer) -> Reply:
        head = Line(words, Style.HEADLINE)
        rest = [Line(line.text) if line.style is Style.HEADLINE else line for line in self._words(known)]
        buttons = buttons_for(known, self._market, self._speech, self._ids)
        return self._reply(text, Status.UNKNOWN, [head, *rest], buttons=buttons)

    def _instead(self, answer: Answer) -> tuple[tuple[Button, ...], ...]:
        return buttons_instead(answer, self._market, self._speech, self._ids)

    def _words(self, answer: Answer) -> list[Line]:
        return word_answer(answer, self._speech, self._today)

    def _example_lines(self, examples: Sequence[str]) -> list[Line]:
        shown = [Line(example, Style.ITEM) for example in examples[:_EXAMPLES_SHOWN]]
        return [Line(self._speech.phrases.try_asking), *shown] if shown else []

    def _with_heard(self, lines: Sequence[Line], *, all_at_once: bool) -> list[Line]:
        """The lines, with what names were taken for before the sources."""
        taken = [
            Line(self._speech.phrases.corrected.format(written=written, name=self._speech.name(id_)))
            for written, id_ in self._heard.misspelt
        ]
        place = next((place for place, line in enumerate(lines) if line.style is Style.SMALL), len(lines))
        whole = [*lines[:place], *taken, *lines[place:]]
        return whole if all_at_once else fitted(whole)

    def _reply(
        self,
        text: str,
        status: Status,
        lines: Sequence[Line],
        *,
        all_at_once: bool = False,
        table: Table | None = None,
        **more: Any,
    ) -> Reply:
        """A reply of these lines, however many where ``all_at_once`` is set; ``more`` are other fields of it."""
        finished = self._speech.finish(self._with_heard(lines, all_at_once=all_at_once))
        title = finished[0].text if finished else ""
        summary = next((line.text for line in finished[1:] if not line.folded), "")
        return Reply(
            text,
            status,
            self._language,
            text=plain(finished),
            full=whole(finished),
            html=html(finished),
            rich=self._rich(finished, table),
            title=title,
            summary=summary,
            sourced=next((line.text for line in finished if line.style is Style.SMALL and not line.folded), ""),
            **more,
        )

    def _rich(self, lines: Sequence[Line], table: Table | None) -> str:
        """The same as a rich message, where it has a table."""
        if table is None:
            return ""
        cells = [self._speech.phrases.details, *(cell for row in (table.head, *table.rows) for cell in row)]
        details, *texts = shown(cells, self._language)
        rows = list(zip(*[iter(texts)] * len(table.head), strict=True))
        return rich(lines, table._replace(head=rows[0], rows=tuple(rows[1:])), details)


def _is_of_another_service(answer: Answer) -> bool:
    """Whether the price of another service is asked for, or one on terms of which none is known, of no several models."""
    unpriced = answer.question.unpriced
    if unpriced is not None and unpriced.is_service:
        return True
    if answer.question.kind is not Kind.PRICE:
        return False
    services = (note.about for note in answer.notes if note.remark is Remark.UNPRICED)
    withheld = any(Unpriced(topic).is_service for topics in services for topic in topics)
    return withheld and len({result.subject for result in answer.results}) == 1
