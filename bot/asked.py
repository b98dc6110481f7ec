"""One message on its way from its text to the reply."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from bot.answers import BEIJING, Answer, Context, Kind, Note, Question, Remark, Reply, Status
from bot.codes import decode
from bot.idcodes import IdTable
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.entries import Knowledge
from bot.knowledge.exchange import ExchangeRates
from bot.language.basics.cues import Cue
from bot.language.tokens.reader import Reader
from bot.language.tokens.reading import Reading
from bot.lazy import once
from bot.questions.frames.handler import unknown
from bot.questions.frames.left_out import amounts_left_out, beside_the_question
from bot.questions.frames.unknown_subjects import compared_in_vain, unknown_name
from bot.questions.kinds.fact import unpriced_topic
from bot.questions.kinds.handlers import handlers
from bot.questions.messages.clarify import missing_in, options, ways_to_ask
from bot.questions.messages.courtesy import greets, thanks
from bot.questions.messages.followup import (
    ABOUT_MODELS,
    asks_for_age,
    asks_for_text,
    follow_up,
    is_marked,
    language_wish,
)
from bot.questions.messages.known_asks import known_asks
from bot.questions.messages.parts import WHOLE, Parts
from bot.questions.messages.understand import Ranked, understand, with_asked
from bot.questions.overheard.beyond import asks_beyond, states_report
from bot.questions.overheard.certainty import BEYOND, Verdict, asks_plainly, judge, judge_known
from bot.questions.overheard.signs import signs_against
from bot.questions.phrases.slots import Slots
from bot.questions.working.market import Market
from bot.replies.compose import Composer
from bot.replies.heard import heard_in
from bot.text import MAX_TEXT_LENGTH, Language, normalize

ANSWERABLE: Final = 0.45
"""The share of a message to the bot that its best reading must explain to be answered."""

_LONGEST_QUESTION: Final = 1_000
"""Characters of a message that is read as a whole: of a longer one, the end alone and some sentences."""


@dataclass(frozen=True)
class Shelf:
    """All that hangs on one knowledge base, swapped as a whole."""

    knowledge: Knowledge
    reader: Reader
    ids: IdTable
    catalogue: Catalogue
    exchange: ExchangeRates

    def market(self, day: dt.date) -> Market:
        """What is known on a day."""
        return Market(self.knowledge, self.catalogue, self.exchange, day)


def today_of(context: Context) -> dt.date:
    """The day of the clock: the context's, or else the system's."""
    if context.today is None and context.now is not None:
        return context.now.astimezone(BEIJING).date()
    return context.today or dt.date.today()


def answer_to(question: Question, market: Market) -> Answer:
    if question.as_of is not None and question.as_of != market.day:
        market = Market(market.knowledge, market.catalogue, market.exchange, question.as_of)
    return handlers()[question.kind].answer(question, market)


ABOUT_PRICES: Final = (
    Cue.PRICE, Cue.HOW_MUCH_MONEY, Cue.HOW_MANY, Cue.BUY, Cue.SPEND, Cue.CHEAP, Cue.DEAR, Cue.FREE, Cue.TOKEN,
)  # fmt: skip
"""Words that ask for a price or an amount rather than for a fact."""


_COMPARES_PRICES: Final = (Cue.PRICE, Cue.HOW_MUCH_MONEY, Cue.CHEAP, Cue.CHEAPEST, Cue.DEAR, Cue.DEAREST)


class Asked:
    """One message on its way through the layers; ``every`` reading of it is looked for, or only down to a whole one."""

    def __init__(self, shelf: Shelf, market: Market, text: str, context: Context, *, every: bool = False) -> None:
        self.text = text
        self.context = context
        self._shelf = shelf
        self._market = market
        self._every = every
        self._heard = text[:MAX_TEXT_LENGTH].rstrip()
        start = 0 if every else max(0, len(self._heard) - _LONGEST_QUESTION)
        self._whole = start == 0
        self.normalized = normalize(self._heard, start)

    @once
    def reading(self) -> Reading:
        return self._shelf.reader.read(self.normalized)

    @once
    def ranked(self) -> tuple[Ranked, ...]:
        """The ways to understand it, the best first."""
        found = understand(self._slots, every=self._every)
        return with_asked(found, self._nearly, self._slots) if self.context.addressed else found

    def _nearly(self, _: str) -> tuple[str, ...]:
        """The facts that it asks for, as a message to the bot, by nearly their own questions."""
        asks = known_asks(self._shelf.knowledge)
        return asks.nearly(self.reading, lambda text: self._shelf.reader.read(normalize(text)))

    @property
    def is_written(self) -> bool:
        """Whether it is, to the letter, one of the questions that are written beside facts."""
        return bool(known_asks(self._shelf.knowledge).exactly(self.normalized.text))

    @once
    def verdict(self) -> Verdict:
        """Whether it would be answered, had it been overheard."""
        weak = self._shelf.reader.weak_names
        if not self.ranked:
            return Verdict(("no kind of question fits it",), signs_against(self.reading))
        best = self.ranked[0]
        if best.candidate.asked:
            return judge_known(best.candidate.question, self.reading, weak)
        verdict = judge(best.candidate, best.score, unknown(best.candidate, self.reading), self.reading, weak)
        if beside_the_question(best.candidate, self._slots):
            verdict = Verdict((*verdict.doubts, "it holds amounts that are not worked in"), verdict.signs)
        if self._names_in_vain:
            return verdict.but("it names what is not known")
        return verdict.but(BEYOND) if verdict.certain and self._is_beyond else verdict

    def asks_plainly(self) -> bool:
        """Whether this, as a part of a message, certainly asks something."""
        if not self.verdict.certain:
            return False
        return asks_plainly(self.ranked[0].candidate.question, self.reading, self._shelf.reader.weak_names)

    def part(self, start: int, end: int) -> Asked:
        """A stretch of the normalized text as a message of its own."""
        first, last = self.reading.normalized.source_span(start, end)
        return Asked(self._shelf, self._market, self.text[first:last], self.context)

    @once
    def _language(self) -> Language:
        return self.context.language or self.reading.language or self.context.usual_language

    @once
    def _currency(self) -> str:
        written = self.reading.language or self._language
        return self.context.currency or ("USD" if written is Language.EN else "CNY")

    @once
    def _slots(self) -> Slots:
        return self._slots_of(self.reading)

    def _slots_of(self, reading: Reading, inherited: tuple[str, ...] = ()) -> Slots:
        return Slots(reading, self._market, self._currency, inherited)

    @once
    def _parts(self) -> Parts:
        return Parts(self._heard, self._shelf.reader, self._slots_of)

    def _composer(self, language: Language | None = None, *, again: bool = False) -> Composer:
        """Words replies to the message; ``again`` where what it is taken for was said already."""
        today = self._market.day if self.context.as_of is None else today_of(self.context)
        heard = None if again else heard_in(self.reading)
        return Composer(self._market, language or self._language, today, self._shelf.ids, heard)

    def answered(self) -> Reply:
        """The reply to it as a message to the bot."""
        if self.ranked and self.ranked[0].candidate.asked:
            return self._reply_to(self.ranked[0].candidate.question, None)
        known = self._courtesy() or self._followed_up() or self._unknown_version()
        return known or self._in_turn() or self._best()

    def _courtesy(self) -> Reply | None:
        """The answer to a message that only greets or thanks."""
        text = self.reading.text
        thanked = thanks(text)
        if not thanked and not greets(text):
            return None
        return self._composer().courtesy(self.text, self._examples()[0], thanked=thanked)

    def _unknown_version(self) -> Reply | None:
        """For a model named with a version that is not known: say so, and give the price of the one that is."""
        versions = self._slots.unknown_versions
        asked = self._previous is not None or self.reading.has(*ABOUT_PRICES)
        if not versions or self._slots.subjects or not asked:
            return None
        id_, written = versions[0]
        models = self._market.models_of(id_)[:1]
        known = answer_to(Question(Kind.PRICE, models or (id_,)), self._market)
        return self._composer().unknown_version(self.text, written, known)

    def _best(self) -> Reply:
        best = self.ranked[0] if self.ranked else None
        if self._is_beyond:
            known = answer_to(Question(Kind.PRICE, self._slots.models), self._market)
            return self._composer().beyond(self.text, known)
        if best is None or best.score < ANSWERABLE:
            buried = self._parts.buried(self.reading, whole=self._whole)
            if buried is not None:
                return self._reply_to(buried, None)
            return (
                self._reply_to_names() or self._unknown_name() or self._composer().unknown(self.text, self._examples())
            )
        question = best.candidate.question
        if self._names_in_vain:
            return self._unknown_name() or self._composer().unknown(self.text, self._examples())
        topic = unpriced_topic(question, self._slots) if question.kind is Kind.FACT else None
        if topic is not None:
            start, end = self.reading.normalized.source_span(*topic)
            return self._composer().unknown_version(
                self.text, self._heard[start:end], answer_to(question, self._market)
            )
        return self._reply_to(question, best.candidate.missing, left_out=self._left_out)

    @once
    def _left_out(self) -> tuple[str, ...]:
        """The amounts, as they are written, that the best reading makes nothing of."""
        spans = amounts_left_out(self.ranked[0].candidate, self._slots) if self.ranked else ()
        sources = (self.reading.normalized.source_span(*span) for span in spans)
        return tuple(self._heard[start:end] for start, end in sources)

    def _reply_to(
        self,
        question: Question,
        missing: str | None,
        language: Language | None = None,
        left_out: tuple[str, ...] = (),
        *,
        again: bool = False,
    ) -> Reply:
        composer = self._composer(language, again=again)
        if missing is not None:
            return composer.clarify(self.text, question, missing, options(question, missing, self._market))
        answer = answer_to(question, self._market)
        if left_out:
            answer = answer._replace(notes=(*answer.notes, Note(Remark.LEFT_OUT, left_out)))
        return composer.answered(self.text, answer, self._examples())

    def _reply_to_names(self) -> Reply | None:
        """Ask back what is wanted of the models or vendors that were only named."""
        subjects = self._slots.subjects
        offered = ways_to_ask(subjects, self._market)
        if not offered or len(self.reading.residue) > len(subjects) or compared_in_vain(self._slots) is not None:
            return None
        if offered[0].kind is Kind.FACT:
            return self._reply_to(offered[0], None)
        return self._composer().clarify(self.text, Question(Kind.PRICE, subjects), "wish", offered)

    @once
    def _is_beyond(self) -> bool:
        """Whether something else than prices and reports is asked of models."""
        return asks_beyond(self._slots, self.ranked[0].candidate if self.ranked else None)

    @once
    def _names_in_vain(self) -> bool:
        """Whether the best reading leaves out what is not known by its name, and would be told of other models instead."""
        best = self.ranked[0].candidate
        question = best.question
        if compared_in_vain(self._slots) is not None:
            priced = self.reading.has(*_COMPARES_PRICES) and not states_report(best, self.reading)
            return question.kind in ABOUT_MODELS or priced
        of_price = question.kind in (Kind.BUDGET, Kind.COST, Kind.PRICE) and not question.subjects
        of_price = of_price or (question.kind is Kind.FACT and not any(True for _ in self.reading.amounts()))
        return of_price and unknown_name(self._slots) is not None

    def _unknown_name(self) -> Reply | None:
        """For a price asked of something that is not known by its name: say so, and which models are."""
        goes_on = self._previous is not None
        place = compared_in_vain(self._slots) or unknown_name(self._slots, goes_on=goes_on)
        if place is None:
            return None
        start, end = self.reading.normalized.source_span(*place)
        return self._composer().unknown_name(self.text, self._heard[start:end])

    @once
    def _previous(self) -> Question | None:
        """The question that this message may go on from."""
        return decode(self.context.previous, self._shelf.ids) if self.context.previous else None

    def _followed_up(self) -> Reply | None:
        """The earlier question with one slot changed, where the message is no whole question of its own."""
        previous = self._previous
        if previous is None:
            return None
        language = language_wish(self.reading.text)
        if language is not None:
            return self._reply_to(previous, None, language)
        best = self.ranked[0] if self.ranked else None
        if self._is_beyond:
            return None
        whole = best is not None and best.score >= WHOLE and not best.candidate.implied and not best.candidate.missing
        if whole and best is not None:
            own = best.candidate.question
            changes = is_marked(self.reading.text) and previous.kind is not Kind.FACT
            changes = changes or (previous.kind is Kind.BUDGET and asks_for_text(self._slots))
            changes = changes or (previous.kind is not Kind.FACT and asks_for_age(self._slots))
            if own.subjects or (own.facts and not changes):
                return None
        question = follow_up(previous, self._slots)
        if question is None and not self._slots.names_unknown:
            ranked = understand(self._slots_of(self.reading, previous.subjects))
            complete = ranked and ranked[0].score >= WHOLE and ranked[0].candidate.missing is None
            question = ranked[0].candidate.question if complete else None
        language = self.context.language or self.reading.language or self.context.usual_language
        if question is None:
            return None
        return self._reply_to(question, missing_in(question), language)

    def _in_turn(self) -> Reply | None:
        """Answers to two or more questions in one message, or to the one that is asked in one of its sentences."""
        questions = self._parts.questions(self.reading, self.ranked) if self._whole else ()
        if len(questions) == 1:
            return self._reply_to(questions[0], None)
        replies = [self._reply_to(question, None, again=place > 0) for place, question in enumerate(questions)]
        answered = any(reply.status is Status.ANSWERED for reply in replies)
        return self._composer().joined(self.text, replies) if len(replies) > 1 and answered else None

    def cards(self, most: int) -> tuple[Reply, ...]:
        likely = [ranked.candidate for ranked in self.ranked[:most] if _is_likely(ranked)]
        replies = [self._reply_to(candidate.question, candidate.missing) for candidate in likely]
        found = {reply.code or reply.text: reply for reply in replies if reply.status is Status.ANSWERED}
        return tuple(found.values())[:most]

    def _examples(self) -> tuple[str, ...]:
        return _one_of_each_kind(self._language is Language.EN)


@lru_cache(maxsize=2)
def _one_of_each_kind(english: bool) -> tuple[str, ...]:
    kinds = (handlers()[kind].examples for kind in Kind)
    return tuple(next(text for text in examples if text.isascii() is english) for examples in kinds)


def _is_likely(ranked: Ranked) -> bool:
    """Whether a reading of a text that may be unfinished is worth a card; facts are found too easily in half a text."""
    least = ANSWERABLE if ranked.candidate.question.kind is Kind.FACT else ANSWERABLE / 2
    return ranked.score >= least
