"""The one door: a text goes in, a reply comes out."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from dataclasses import replace
from functools import partial
from threading import Lock

from bot.answering import Answering
from bot.answers import Context, Explanation, Reply, Status
from bot.asked import Asked, Shelf, today_of
from bot.charts.making.charting import Charted
from bot.codes.ids import IdTable
from bot.codes.question import decode, encode
from bot.computed import answer_to, currency_of, market_of
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.derived import forget
from bot.knowledge.entries import Fact, Knowledge
from bot.knowledge.exchange import ExchangeRates
from bot.language.basics.detect import detect_language
from bot.language.tokens.reader import Reader
from bot.missed import not_understood
from bot.net import Net
from bot.overheard import explanation, may_concern, reply_to
from bot.picturing import charted
from bot.question import Kind, Question
from bot.questions.kinds.fact_matches import facts_like
from bot.questions.kinds.handlers import shown
from bot.questions.kinds.recent_changes import latest_changes
from bot.questions.messages.clarify import missing_in, options
from bot.questions.working.best_known import at_a_glance, best_known
from bot.replies.compose import Composer
from bot.replies.overviews import Maker, all_sources, makers
from bot.replies.speech import Speech
from bot.text import Language, normalize, to_traditional


class Engine:
    """Answers questions from one immutable :class:`Knowledge`; ``replace`` swaps it in whole."""

    def __init__(
        self, knowledge: Knowledge, catalogue: Catalogue | None = None, exchange: ExchangeRates | None = None
    ) -> None:
        """``catalogue`` and ``exchange`` serve where the knowledge base brings none; else the installed packages do."""
        self._catalogue = catalogue or Catalogue.load()
        self._exchange = exchange or ExchangeRates.load()
        self._shelf = self._shelve(knowledge)
        self._net = Net()
        self._swapping = Lock()
        self._swaps = 0

    @property
    def knowledge(self) -> Knowledge:
        return self._shelf.knowledge

    @property
    def catalogue(self) -> Catalogue:
        """The wider catalogue that serves beside the knowledge base."""
        return self._shelf.catalogue

    @property
    def exchange(self) -> ExchangeRates:
        return self._shelf.exchange

    @property
    def edition(self) -> str:
        """What all answers rest on, as a word: it changes with every swap, and no answer before it holds after it."""
        return f"{self._shelf.knowledge.version}-{self._swaps}"

    @property
    def failures(self) -> Mapping[str, int]:
        """How often each of ask, press, picture, suggest and explain failed and gave its apology instead."""
        return self._net.caught

    def replace(
        self,
        knowledge: Knowledge | None = None,
        catalogue: Catalogue | None = None,
        exchange: ExchangeRates | None = None,
    ) -> None:
        """Take over another knowledge base, wider catalogue or exchange rates; what is not given stays.

        Questions under way finish with what they began with. It may take seconds, and be called from any thread.
        """
        with self._swapping:
            self._catalogue = catalogue or self._catalogue
            self._exchange = exchange or self._exchange
            if knowledge is None and catalogue is None:  # what reads texts stays as it is
                shelf = self._shelf
                fixed = shelf.knowledge.exchange is not None
                self._swap(shelf if fixed else replace(shelf, exchange=self._exchange))
            else:
                self._swap(self._shelve(knowledge or self._shelf.knowledge))

    def trial(self, knowledge: Knowledge) -> Engine:
        """An engine with another knowledge base beside the same catalogue and exchange rates, to be tried out."""
        return Engine(knowledge, self._catalogue, self._exchange)

    def with_facts(self, facts: Mapping[str, Fact]) -> Engine:
        """An engine that knows these facts instead, to be tried out; they are of the same things, with no new keywords."""
        trial: Engine = copy(self)
        trial._shelf = replace(self._shelf, knowledge=replace(self.knowledge, facts=facts))
        return trial

    def adopt(self, trial: Engine) -> None:
        """Take over the knowledge base of another engine, as :meth:`replace` does, and what that worked out already."""
        with self._swapping:
            same = trial._catalogue is self._catalogue and trial._exchange is self._exchange
            shelf = trial._shelf if same else self._shelve(trial.knowledge)
            self._swap(shelf)

    def warm(self) -> None:
        """Load what the first question that needs it would otherwise wait for.

        That is the catalogue, exchange rates, and how Traditional Chinese is written.
        """
        self.ask("gpt 1 usd")
        to_traditional("价")
        self._shelf.reader.warm()

    def may_concern(self, text: str) -> bool:
        """Whether :meth:`ask` may have an answer to a message that was overheard: ``False`` is certain, and soon told.

        Before :meth:`warm` was called every message may. Never raises.
        """
        shelf = self._shelf
        if not shelf.reader.is_warm:
            return True
        return self._net.under(
            "overhear", text, lambda: may_concern(text, shelf.reader, shelf.knowledge), lambda _: True
        )

    def ask(self, text: str, context: Context | None = None) -> Reply:
        """The reply to a message. Never raises, whatever the text."""
        context = context or Context()
        return self._net.under(
            "ask",
            text,
            lambda: reply_to(self._asked(text, context)),
            lambda number: self._net.failed_reply(text, context, number),
        )

    def press(self, code: str, context: Context | None = None) -> Reply:
        """The reply to a button, deep link or other coded Question; a stale or foreign code gets a polite one.

        Never raises.
        """
        context = context or Context()
        return self._net.under(
            "press",
            code,
            lambda: self._pressed(code, context),
            lambda number: self._net.failed_reply(code, context, number),
        )

    def picture(self, text: str, context: Context | None = None) -> Charted:
        """The reply to a message that wants a picture, with the chart; without one where there is nothing to draw.

        Names alone stand for what their models cost. Never raises.
        """
        context = context or Context()
        reply = self.ask(text, context)
        code = reply.code
        if reply.status is not Status.ANSWERED or reply.kind is Kind.FACT:
            code = self._net.under(
                "picture", text, lambda: self._code_of_named(text, context, Kind.PRICE), lambda _: None
            )
        if code is None:
            return Charted(reply)
        return self.press_picture(code, replace(context, language=context.language or reply.language))

    def history(self, text: str, context: Context | None = None) -> Reply:
        """The reply how the prices of the models went that a text names; the usual one where it names none. Never raises."""
        context = context or Context()
        reply = self.ask(text, context)
        if reply.kind is Kind.HISTORY and reply.status is Status.ANSWERED:
            return reply
        code = self._net.under("ask", text, lambda: self._code_of_named(text, context, Kind.HISTORY), lambda _: None)
        return (
            reply if code is None else self.press(code, replace(context, language=context.language or reply.language))
        )

    def press_picture(self, code: str, context: Context | None = None) -> Charted:
        """The same for a coded Question."""
        context = context or Context()
        return self._net.under(
            "picture",
            code,
            lambda: charted(code, context, self._shelf) or Charted(self._pressed(code, context)),
            lambda number: Charted(self._net.failed_reply(code, context, number)),
        )

    def suggest(self, text: str, context: Context | None = None, most: int = 10) -> tuple[Reply, ...]:
        """The best readings of a text that may be unfinished, the best first: the cards of an inline query.

        Never raises: where it fails there are no cards.
        """
        asked = partial(self._asked, text, context or Context(), every=True)
        return self._net.under("suggest", text, lambda: Answering(asked()).cards(most), lambda _: ())

    def explain(self, text: str, context: Context | None = None) -> Explanation:
        """What is seen in the text, how it could be understood, and whether the bot would speak up unasked.

        Never raises: where it fails, that is what speaks against an answer.
        """
        asked = partial(self._asked, text, context or Context(), every=True)
        return self._net.under(
            "explain",
            text,
            lambda: explanation(asked()),
            lambda number: Explanation(text, "", (), (), (), False, (f"to explain it failed, noted as {number}",)),
        )

    def not_understood(self, text: str, context: Context | None = None) -> tuple[str, ...]:
        """The names in a text that nobody here knows, or else its words that nothing is made of; never raises."""
        asked = partial(self._asked, text, context or Context())
        return self._net.under("explain", text, lambda: not_understood(asked()), lambda _: ())

    def named(self, text: str) -> set[str]:
        """The ids of all that a text names."""
        return {name.id for _, name in self._shelf.reader.read(normalize(text)).names}

    def subjects_of(self, text: str) -> tuple[str, ...]:
        """The ids of what a text names, in its order; none where it names what is not known, too. Never raises."""
        return self._net.under("explain", text, lambda: _subjects(self._asked(text, Context())), lambda _: ())

    def facts_like(self, text: str, context: Context | None = None) -> tuple[str, ...]:
        """The ids of the facts that a text may ask for by their words, the best first; never raises."""
        asked = partial(self._asked, text, context or Context())
        return self._net.under("explain", text, lambda: facts_like(asked().slots), lambda _: ())

    def code_of(self, question: Question) -> str | None:
        """The code that :meth:`press` reads back to a question; ``None`` where it does not fit into one."""
        return encode(question, self._shelf.ids)

    def latest_changes(self, context: Context | None = None) -> Question | None:
        """The question by how much the prices changed that did so last; ``None`` where no change is known."""
        return latest_changes(self._shelf.market(context or Context()))

    def at_a_glance(self, context: Context | None = None) -> Question | None:
        """The question what the best-known models cost today; ``None`` where hardly any is on record."""
        return at_a_glance(self._shelf.market(context or Context()))

    def makers(self, context: Context) -> tuple[Maker, ...]:
        """The models on sale, by vendor."""
        return makers(self._shelf.market(context), context.language or context.usual_language)

    def sources(self, context: Context) -> tuple[str, ...]:
        """All sources with their days, those seen last first."""
        return all_sources(self._shelf.market(context), context.language or context.usual_language)

    def examples(self, language: Language) -> tuple[str, ...]:
        """Questions that the bot answers, in the reader's script, for help texts and empty inline queries."""
        english = language is Language.EN
        found = [example for handler in shown() for example in handler.examples if example.isascii() is english]
        if language is Language.ZH_HANT:
            return tuple(dict.fromkeys(map(to_traditional, found)))
        return tuple(each for each in found if detect_language(normalize(each)) is not Language.ZH_HANT)

    def best_known(self, context: Context | None = None) -> tuple[str, ...]:
        """The names of the models that most people mean where they name none, in the language of the context."""
        context = context or Context()
        language = context.language or context.usual_language
        shelf = self._shelf
        market = replace(shelf.market(context), abroad=language is Language.EN)
        return tuple(Speech(market, language).name(id_) for id_ in best_known(market))

    def _pressed(self, code: str, context: Context) -> Reply:
        shelf = self._shelf
        language = context.language or context.usual_language
        question, market = decode(code, shelf.ids), shelf.market(context)
        if question is not None:
            market = market_of(question, market, currency_of(context, language))
        composer = Composer(market, language, today_of(context), shelf.ids)
        if question is None:
            return composer.stale(code)
        missing = missing_in(question)
        if missing is not None:
            return composer.clarify(code, question, missing, options(question, missing, market))
        return composer.answered(code, answer_to(question, market), self.examples(context.usual_language))

    def _code_of_named(self, text: str, context: Context, kind: Kind) -> str | None:
        """The code of a question about the models that a text names; ``None`` where it names what is not known, too."""
        slots = self._asked(text, context).slots
        unknown = not slots.models or slots.names_unknown or slots.unknown_versions
        return None if unknown else self.code_of(Question(kind, slots.models))

    def _asked(self, text: str, context: Context, *, every: bool = False) -> Asked:
        shelf = self._shelf
        return Asked(shelf, shelf.market(context), text, context, every=every)

    def _swap(self, shelf: Shelf) -> None:
        if self._shelf.reader.is_warm:
            shelf.reader.warm()
        before = self._shelf.knowledge
        self._shelf = shelf
        self._swaps += 1
        if shelf.knowledge is not before:
            forget(before)

    def _shelve(self, knowledge: Knowledge) -> Shelf:
        catalogue = Catalogue.beside(knowledge) if knowledge.catalogue is not None else self._catalogue
        catalogue = catalogue.ending(knowledge.listed)
        exchange = ExchangeRates.beside(knowledge) if knowledge.exchange is not None else self._exchange
        return Shelf(knowledge, Reader(knowledge, catalogue), IdTable(knowledge, catalogue), catalogue, exchange)


def _subjects(asked: Asked) -> tuple[str, ...]:
    slots = asked.slots
    in_vain = slots.names_unknown or slots.unknown_versions
    return () if in_vain else tuple(dict.fromkeys(id_ for _, id_ in slots.named))
