"""One message as far as it is understood: what it holds, what it may be asking, and what speaks against an answer."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from typing import Final

from bot.answers import BEIJING, Context
from bot.codes.ids import IdTable
from bot.codes.question import decode
from bot.computed import currency_of
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.entries import Knowledge
from bot.knowledge.exchange import ExchangeRates
from bot.language.basics.beside import TextBeside
from bot.language.basics.cues import Cue
from bot.language.tokens.reader import Reader
from bot.language.tokens.reading import Reading
from bot.language.words.expressions import expressions
from bot.lazy import once
from bot.question import Kind, Question
from bot.questions.frames.coverage import unknown
from bot.questions.frames.left_out import amounts_left_out, beside_the_question
from bot.questions.frames.unknown_subjects import named_in_vain, unknown_name
from bot.questions.kinds.count import may_be_of_no_text
from bot.questions.messages.changed_models import ABOUT_MODELS
from bot.questions.messages.courtesy import without_closing
from bot.questions.messages.followup import correction, opener, reaction
from bot.questions.messages.known_asks import known_asks
from bot.questions.messages.one_before import one_before
from bot.questions.messages.parts import WHOLE, Parts
from bot.questions.messages.set_apart import is_one_question, set_apart
from bot.questions.messages.understand import Ranked, understand, with_asked, with_told
from bot.questions.overheard.beyond import asks_beyond, states_report
from bot.questions.overheard.certainty import Verdict, asks_plainly, judge, judge_known
from bot.questions.overheard.doubts import BEYOND
from bot.questions.overheard.others import tells_of_others
from bot.questions.overheard.signs import signs_against
from bot.questions.phrases.slots import Slots
from bot.questions.working.market import Market
from bot.questions.working.sellers import is_reseller
from bot.questions.working.siblings import sibling_of
from bot.text import MAX_TEXT_LENGTH, Language, Normalized, normalize, to_traditional

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

    def market(self, context: Context) -> Market:
        """What is known on the day that is asked for, or else by the clock."""
        if context.as_of is not None:
            return Market(self.knowledge, self.catalogue, self.exchange, context.as_of, asked_day=True)
        now = context.now or (dt.datetime.now(BEIJING) if context.today is None else None)
        return Market(self.knowledge, self.catalogue, self.exchange, today_of(context), now)


def today_of(context: Context) -> dt.date:
    """The day of the clock: the context's, or else the system's."""
    return context.today or (context.now or dt.datetime.now(BEIJING)).astimezone(BEIJING).date()


def _only_word(slots: Slots) -> tuple[int, int] | None:
    """Where the one name of a message stands, or its one word or number that is more than filler: opus呢, plus呢, 4.1?"""
    spans = [(slots.tokens[place].start, slots.tokens[place].end) for place in slots.name_places]
    if not spans:
        telling = (token for token in slots.tokens if _PASSED.isdisjoint(token.cues) or token.amount is not None)
        spans = [*((token.start, token.end) for token in telling), *slots.reading.residue]
    if not spans:  # a word that says little elsewhere: plus
        spans = [(token.start, token.end) for token in slots.tokens if Cue.QUESTION not in token.cues]
    text = slots.reading.text
    joined = all(text[one[1] : other[0]] in _JOINTS for one, other in pairwise(spans))
    return (spans[0][0], spans[-1][1]) if spans and joined and text[spans[0][0]].isascii() else None


def _one_unknown(slots: Slots) -> tuple[int, int] | None:
    """Where the one thing stands that nobody knows by its name: lite的缓存多少钱."""
    alone = not slots.named and len(slots.unknown_names) == len(slots.reading.residue) == 1
    return slots.unknown_names[0] if alone else None


_PASSED: Final = frozenset({Cue.FILLER, Cue.QUESTION})
_JOINTS: Final = (".", "-")


def _slots(
    market: Market, currency: str, beside: TextBeside | None, reading: Reading, inherited: tuple[str, ...] = ()
) -> Slots:
    return Slots(reading, market, currency, inherited, beside)


def as_read(text: str, *, every: bool = False) -> tuple[Normalized, bool]:
    """A message as it is read, in normal form and without closing thanks, and whether that is all of it.

    Of a long one it is the end alone, unless ``every`` reading is looked for.
    """
    heard = text[:MAX_TEXT_LENGTH].rstrip()
    start = 0 if every else max(0, len(heard) - _LONGEST_QUESTION)
    return without_closing(normalize(heard, start)), start == 0


_NEW_TOPIC: Final = expressions("a new topic")
_COMPARES_PRICES: Final = (Cue.PRICE, Cue.HOW_MUCH_MONEY, Cue.CHEAP, Cue.CHEAPEST, Cue.DEAR, Cue.DEAREST)


_TOLD: Final = 0.6
"""The share of a message from which on a report answers it, whatever is named that nobody knows."""


class Asked:
    """One message on its way through the layers; ``every`` reading of it is looked for, or only down to a whole one."""

    def __init__(self, shelf: Shelf, market: Market, text: str, context: Context, *, every: bool = False) -> None:
        self.text = text
        self.context = context
        self.shelf = shelf
        self.market = market
        self._every = every
        self._beside = TextBeside(context.beside) if context.beside else None
        self.normalized, self.whole = as_read(text, every=every)
        self.heard = self.normalized.original

    @once
    def reading(self) -> Reading:
        return self.shelf.reader.read(self.normalized)

    @once
    def ranked(self) -> tuple[Ranked, ...]:
        """The ways to understand it, the best first."""
        found = understand(self.slots, every=self._every)
        if not self.context.addressed:
            return found
        found = with_asked(found, self._nearly, self.slots)
        goes_on = self.previous is not None and not self.slots.named
        return found if goes_on else with_told(found, self.slots)

    def _nearly(self, _: str) -> tuple[str, ...]:
        """The facts that it asks for, as a message to the bot, by nearly their own questions."""
        asks = known_asks(self.shelf.knowledge)
        return asks.nearly(self.reading, self.read)

    def read(self, text: str) -> Reading:
        """Another text as this one is read."""
        return self.shelf.reader.read(normalize(text))

    @property
    def is_written(self) -> bool:
        """Whether it is, to the letter, one of the questions that are written beside facts."""
        return bool(known_asks(self.shelf.knowledge).exactly(self.normalized.text))

    @once
    def verdict(self) -> Verdict:
        """Whether it would be answered, had it been overheard."""
        weak = self.shelf.reader.weak_names
        if not self.ranked:
            return Verdict(("no kind of question fits it",), signs_against(self.reading))
        best = self.ranked[0]
        if best.candidate.asked:
            return judge_known(best.candidate.question, self.reading, weak)
        verdict = judge(best.candidate, best.score, unknown(best.candidate, self.reading), self.reading, weak)
        if beside_the_question(best.candidate, self.slots):
            verdict = Verdict((*verdict.doubts, "it holds amounts that are not worked in"), verdict.signs)
        if self.names_in_vain:
            return verdict.but("it names what is not known")
        if verdict.certain and tells_of_others(best.candidate.question, self.slots, self.shelf.knowledge):
            return verdict.but("what is known of it is about somebody else")
        return verdict.but(BEYOND) if verdict.certain and self.is_beyond else verdict

    def asks_plainly(self) -> bool:
        """Whether this, as a part of a message, certainly asks something."""
        if not self.verdict.certain:
            return False
        return asks_plainly(self.ranked[0].candidate.question, self.reading, self.shelf.reader.weak_names)

    def without_its_text(self) -> Asked:
        """The question alone of a message that asks about a text which it holds; else the message."""
        for question, text in set_apart(self.text):
            found = Asked(self.shelf, self.market, question, replace(self.context, beside=text))
            best = found.ranked[0] if found.ranked else None
            if best is None or best.candidate.question.kind is not Kind.COUNT:
                continue
            if may_be_of_no_text(found.slots) and is_one_question(self.ranked, best.candidate.question):
                continue  # how much is this: 1M tokens on gpt-5
            if best.score >= WHOLE or found.slots.names_unknown or found.slots.unknown_versions:
                return found
        return self

    def part(self, start: int, end: int) -> Asked:
        """A stretch of the normalized text as a message of its own."""
        return Asked(self.shelf, self.market, self.written(start, end), self.context)

    def written(self, start: int, end: int) -> str:
        """A stretch of the normalized text as it was written."""
        return self.reading.normalized.source(start, end)

    @once
    def language(self) -> Language:
        """The language to reply in; what both scripts of Chinese write alike is in that of the talk."""
        own, usual = self.reading.language, self.context.usual_language
        if own is Language.EN and self.previous is not None and not any(token.cues for token in self.reading.tokens):
            own = usual  # a word of Latin letters, which may be a part of a name
        if own is Language.ZH_HANS and usual is Language.ZH_HANT and to_traditional(self.heard) == self.heard:
            own = usual
        return self.context.language or own or usual

    @once
    def currency(self) -> str:
        return currency_of(self.context, self.reading.language or self.language)

    @once
    def slots(self) -> Slots:
        return self.slots_of(self.reading)

    def slots_of(self, reading: Reading, inherited: tuple[str, ...] = ()) -> Slots:
        return _slots(self.market, self.currency, self._beside, reading, inherited)

    @once
    def parts(self) -> Parts:
        message = self.normalized if self.whole else without_closing(normalize(self.heard))
        slots_of = partial(
            _slots, self.market, self.currency, self._beside
        )  # not a method of this message, which would live on with it
        return Parts(message, self.shelf.reader, slots_of)

    def corrected(self) -> Asked | None:
        """What is right, as a message of its own, of one that takes something back: 不是一个月，是一年.

        Or what is asked behind what somebody thinks of a price: 这么贵?k2.6呢.
        """
        start = correction(self.reading.text)
        start = reaction(self.slots) if start is None else start
        return self.part(start, len(self.reading.text)) if start is not None else None

    def behind_opener(self) -> Asked | None:
        """What stands behind a word that goes on, as a message of its own: 一个月呢 of 那一个月呢."""
        text = self.reading.text
        return self.part(opener(text), len(text)) if opener(text) else None

    def with_sibling(self) -> Asked | None:
        """The message with a part of a model's name written out: mini呢 after GPT-4o is GPT-4o mini呢.

        ``None`` where none of the models spoken of before has such a sibling.
        """
        place = unknown_name(self.slots, goes_on=True) or _only_word(self.slots) or _one_unknown(self.slots)
        if place is None or self.previous is None:
            return None
        start, end = self.reading.normalized.source_span(*place)
        spoken_of = self.previous.subjects or tuple(filter(None, (self.previous.cheaper_than,)))
        siblings = (sibling_of(model, self.heard[start:end], self.market) for model in spoken_of)
        sibling = next(filter(None, siblings), None)
        known = sibling is None or self.slots.subjects == (sibling,)
        entry = None if known else self.market.entry(sibling or "")
        if entry is None:
            return None
        text = f"{self.heard[:start]}{entry.name.en}{self.heard[end:]}"
        found = Asked(self.shelf, self.market, text, self.context)
        return found if found.slots.subjects == (sibling,) and not found.slots.names_unknown else None

    def with_models(self) -> Asked | None:
        """The message with the models spoken of before, where it names nothing but who sells them: 硅基流动上的呢."""
        sellers = [id_ for _, id_ in self.slots.named]
        if self.previous is None or not sellers or not all(is_reseller(self.market, seller) for seller in sellers):
            return None
        entries = filter(None, map(self.market.entry, self.previous.subjects))
        names = ", ".join(entry.name.en for entry in entries if entry.vendor not in sellers)
        return Asked(self.shelf, self.market, f"{names} {self.heard}", self.context) if names else None

    def with_one_before(self) -> Asked | None:
        """The message with the name of the model that it speaks of as the one before another; ``None`` if none is known."""
        found = one_before(self.slots, self.previous.subjects if self.previous is not None else ())
        entry = self.market.entry(found[0]) if found is not None else None
        if found is None or entry is None:
            return None
        start, end = self.reading.normalized.source_span(*found[1:])
        text = f"{self.heard[:start]} {entry.name.en} {self.heard[end:]}"
        return Asked(self.shelf, self.market, text, self.context)

    @once
    def previous(self) -> Question | None:
        """The question that this message may go on from."""
        question = None if self._opens_anew else self._decoded
        return question and replace(question, whole=False, earlier=())

    @property
    def earlier(self) -> tuple[str, ...]:
        """What was spoken of before that question, and may be set beside what it is about."""
        return self._decoded.earlier if self._decoded is not None else ()

    @once
    def _decoded(self) -> Question | None:
        code = self.context.previous
        return decode(code, self.shelf.ids) if code else None

    @property
    def _opens_anew(self) -> bool:
        """Whether it says that it is about something else, and of what: 顺便问下Kimi."""
        told = bool(self.slots.named) or self.reading.has(Cue.CHEAPEST, Cue.DEAREST)
        return told and _NEW_TOPIC.stands_in(self.reading.text)

    @once
    def left_out(self) -> tuple[str, ...]:
        """The amounts, as they are written, that the best reading makes nothing of."""
        spans = amounts_left_out(self.ranked[0].candidate, self.slots) if self.ranked else ()
        return tuple(self.written(*span) for span in spans)

    @once
    def is_beyond(self) -> bool:
        """Whether something else than prices and reports is asked of models."""
        return asks_beyond(self.slots, self.ranked[0].candidate if self.ranked else None)

    @once
    def names_in_vain(self) -> bool:
        """Whether the best reading leaves out what is not known by its name, and would be told of other models instead."""
        best = self.ranked[0].candidate
        question = best.question
        if named_in_vain(self.slots) is not None:
            reported = states_report(best, self.reading) and self.ranked[0].score >= _TOLD
            priced = self.reading.has(*_COMPARES_PRICES) and not reported
            return question.kind in ABOUT_MODELS or priced
        of_price = question.kind in (Kind.BUDGET, Kind.COST, Kind.PRICE) and not question.subjects
        of_price = of_price or (question.kind is Kind.FACT and not self.reading.amounts)
        return of_price and unknown_name(self.slots) is not None
