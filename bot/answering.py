"""The reply to one message that is meant for the bot, or certainly asks it something."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Final

from bot.answers import Note, Remark, Reply, Status
from bot.asked import Asked, today_of
from bot.codes.question import MOST_KEPT, encode
from bot.computed import answer_to, market_of
from bot.language.basics.cues import Cue
from bot.question import Kind, Question
from bot.questions.frames.unknown_subjects import asked_apart, named_in_vain, sold_instead, unknown_name
from bot.questions.kinds.fact import unpriced_topic
from bot.questions.kinds.handlers import shown
from bot.questions.kinds.status import spoken_of
from bot.questions.messages.astray import leads_astray
from bot.questions.messages.both import earlier_than, taken_together
from bot.questions.messages.changed_course import with_course
from bot.questions.messages.changed_facts import is_bare_of_topics, of_another, of_the_same
from bot.questions.messages.changed_models import ABOUT_MODELS, place_picked
from bot.questions.messages.changed_terms import with_time_before
from bot.questions.messages.clarify import missing_in, options, ways_to_ask
from bot.questions.messages.courtesy import greets, thanks
from bot.questions.messages.followup import (
    MAX_LENGTH,
    asks_for_age,
    follow_up,
    is_marked,
    language_wish,
    leans_back,
    taken_over,
)
from bot.questions.messages.one_before import speaks_of_one_before
from bot.questions.messages.parts import WHOLE
from bot.questions.messages.understand import ANSWERABLE, Ranked, understand
from bot.questions.phrases.asking import asks
from bot.questions.phrases.slots import Slots
from bot.questions.working.market import Market
from bot.questions.working.relatives import relatives
from bot.replies.compose import Composer
from bot.replies.heard import heard_in
from bot.text import Language

ABOUT_PRICES: Final = (
    Cue.PRICE, Cue.HOW_MUCH_MONEY, Cue.HOW_MANY, Cue.BUY, Cue.SPEND, Cue.CHEAP, Cue.DEAR, Cue.FREE, Cue.TOKEN,
)  # fmt: skip
"""Words that ask for a price or an amount rather than for a fact."""

_EMPTY: Final = frozenset({Cue.FILLER, Cue.QUESTION, Cue.MAYBE, Cue.VERSUS, Cue.ASK})
"""Words that tell nothing of what is asked about a name."""


class Answering:
    """Answers one message."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked

    def _composer(
        self, language: Language | None = None, *, again: bool = False, market: Market | None = None
    ) -> Composer:
        """Words replies to the message; ``again`` where what it is taken for was said already."""
        today = self.asked.market.day if self.asked.context.as_of is None else today_of(self.asked.context)
        heard = None if again else heard_in(self.asked.reading)
        market = market or self.asked.market
        return Composer(market, language or self.asked.language, today, self.asked.shelf.ids, heard)

    def answered(self) -> Reply:
        """The reply to it as a message to the bot."""
        if self.asked.ranked and self.asked.ranked[0].candidate.asked:
            return self._reply_to(self.asked.ranked[0].candidate.question, None)
        if speaks_of_one_before(self.asked.reading.text):
            return self._of_one_before()
        known = self._courtesy() or self.followed_up() or self._unknown_version()
        return self._with_unknown(known or self._in_turn() or self._best())

    def _of_one_before(self) -> Reply:
        """The answer about the model that came before the one spoken of, or that none is known."""
        other = self.asked.with_one_before()
        if other is None:
            return self._composer().unknown(self.asked.text, self._examples())
        return replace(Answering(other).answered(), question=self.asked.text)

    def _with_unknown(self, reply: Reply) -> Reply:
        """The reply, and a line for each thing that the message asks of beside it and nobody knows: …, and foobar?"""
        asked = self.asked
        places = asked_apart(asked.slots) if asked.context.addressed and reply.status is Status.ANSWERED else ()
        if not places or reply.kind not in ABOUT_MODELS:
            return reply
        unknown = [self._composer(again=True).unknown_name(asked.text, asked.written(*place)) for place in places]
        return self._composer(again=True).joined(asked.text, [reply, *unknown])

    def _courtesy(self) -> Reply | None:
        """The answer to a message that only greets or thanks."""
        text = self.asked.reading.text
        thanked = thanks(text)
        if not thanked and not greets(text):
            return None
        return self._composer().courtesy(self.asked.text, self._examples()[0], thanked=thanked)

    def _unknown_version(self) -> Reply | None:
        """For a model named with a version that is not known: say so, and name those that are known."""
        versions = self.asked.slots.unknown_versions
        slots, reading = self.asked.slots, self.asked.reading
        asked = self.asked.previous is not None or reading.has(*ABOUT_PRICES)
        asked = asked or slots.per is not None or slots.asked_currency is not None or slots.plain_side is not None
        asked = asked or self._only_names
        if not versions or self.asked.slots.subjects or not asked:
            return None
        id_, written = versions[0]
        found = relatives(self.asked.market, id_, written)
        if found:
            return self._composer().unknown_model(self.asked.text, written, found)
        known = answer_to(Question(Kind.PRICE, (id_,)), self.asked.market)
        return self._composer().unknown_version(self.asked.text, written, known)

    def _best(self) -> Reply:
        best = self.asked.ranked[0] if self.asked.ranked else None
        if self.asked.is_beyond:
            known = answer_to(Question(Kind.PRICE, self.asked.slots.models), self.asked.market)
            return self._composer().beyond(self.asked.text, known)
        if best is None or best.score < ANSWERABLE:
            buried = self.asked.parts.buried(self.asked.reading, whole=self.asked.whole)
            if buried is not None:
                return self._reply_to(buried, None)
            return (
                self._reply_to_names()
                or self._unknown_name()
                or self._composer().unknown(self.asked.text, self._examples())
            )
        question = best.candidate.question
        if self.asked.names_in_vain:
            return self._unknown_name() or self._composer().unknown(self.asked.text, self._examples())
        if leads_astray(question, best.score, self.asked.previous, self.asked.slots):
            return self._composer().unknown(self.asked.text, self._examples())
        topic = unpriced_topic(question, self.asked.slots) if question.kind is Kind.FACT else None
        if topic is not None:
            known = answer_to(question, self.asked.market)
            return self._composer().unknown_version(self.asked.text, self.asked.written(*topic), known)
        return self._reply_to(question, best.candidate.missing, left_out=self.asked.left_out)

    def _reply_to(
        self,
        question: Question,
        missing: str | None,
        language: Language | None = None,
        left_out: tuple[str, ...] = (),
        *,
        again: bool = False,
    ) -> Reply:
        market = market_of(question, self.asked.market, self.asked.currency)
        composer = self._composer(language, again=again, market=market)
        notes = (Note(Remark.LEFT_OUT, left_out),) if left_out else ()
        if missing is not None:
            choices = options(question, missing, self.asked.market)
            return composer.clarify(self.asked.text, question, missing, choices, notes)
        answer = answer_to(question, market)
        if notes:
            answer = answer._replace(notes=(*answer.notes, *notes))
        return self._remembering(question, composer.answered(self.asked.text, answer, self._examples()))

    def _remembering(self, question: Question, reply: Reply) -> Reply:
        """The reply, whose code keeps what was spoken of before, too."""
        previous = self.asked.previous
        earlier = earlier_than(question, previous, self.asked.earlier) if previous is not None else ()
        if not earlier:
            return reply
        return replace(reply, code=encode(replace(question, earlier=earlier), self.asked.shelf.ids, MOST_KEPT))

    def _reply_to_names(self) -> Reply | None:
        """Ask back what is wanted of the models or vendors that were only named."""
        subjects = self.asked.slots.subjects
        offered = ways_to_ask(subjects, self.asked.market)
        if (
            not offered
            or len(self.asked.reading.residue) > len(subjects)
            or named_in_vain(self.asked.slots) is not None
        ):
            return None
        if self._only_names and offered[0].kind is not Kind.FACT:
            return self._reply_to(Question(Kind.PRICE, subjects), None)
        return self._ask_back_of_names()

    def _ask_back_of_names(self) -> Reply | None:
        """What is known of the models or vendors named, or, where they have prices, what is wanted of them."""
        subjects = self.asked.slots.subjects
        offered = ways_to_ask(subjects, self.asked.market)
        if not offered:
            return None
        if offered[0].kind is Kind.FACT:
            return self._reply_to(offered[0], None)
        return self._composer().clarify(self.asked.text, Question(Kind.PRICE, subjects), "wish", offered)

    @property
    def _only_names(self) -> bool:
        """Whether a message holds names and nothing else that tells: it asks for their prices."""
        reading = self.asked.reading
        bare = all(token.name is not None or not _EMPTY.isdisjoint(token.cues) for token in reading.tokens)
        return bare and not reading.residue

    def _unknown_name(self) -> Reply | None:
        """For a price asked of something that is not known by its name: say so, and which models are."""
        goes_on = self.asked.previous is not None
        slots = self.asked.slots
        place = named_in_vain(slots) or unknown_name(slots, goes_on=goes_on)
        if place is None:
            return None
        instead = sold_instead(slots)
        if instead:
            return self._composer().unknown_model(self.asked.text, self.asked.written(*place), instead)
        return self._composer().unknown_name(self.asked.text, self.asked.written(*place))

    def followed_up(self) -> Reply | None:
        """The earlier question with one slot changed, where the message is no whole question of its own."""
        previous = self.asked.previous
        if previous is None or self.asked.is_beyond:
            return None
        other = self.asked.corrected() or self.asked.with_sibling() or self.asked.with_models()
        if other is not None:
            return replace(Answering(other).answered(), question=self.asked.text)
        language = language_wish(self.asked.slots)
        if language is not None:
            changed = follow_up(previous, self.asked.slots) if self.asked.slots.subjects else None
            return self._reply_to(changed or previous, None, language)
        fact = self._other_fact(previous)
        if fact is not None:
            return self._reply_to(fact, None)
        both = self._of_both(previous)
        if both is not None:
            return self._reply_to(both, missing_in(both))
        course = with_course(previous, self.asked.slots)
        if course is not None:
            return self._reply_to(course, None)
        if self._asks_anew(previous):
            return self._at_that_time(previous)
        question = follow_up(previous, self.asked.slots) or self._with_inherited(previous)
        behind = self.asked.behind_opener() if question is None else None
        if behind is not None:
            return Answering(behind).followed_up()
        if question is None and previous.facts and is_bare_of_topics(self.asked.slots):
            return self._ask_back_of_names()
        return None if question is None else self._reply_to(question, missing_in(question))

    def _other_fact(self, previous: Question) -> Question | None:
        """The fact of the same, or the same of somebody else, that the message asks for after a fact."""
        asked = self.asked
        best = asked.ranked[0] if asked.ranked else None
        told = best is not None and best.candidate.question.kind is Kind.FACT
        if len(asked.reading.text) > MAX_LENGTH or (best is not None and best.score >= WHOLE and not told):
            return None
        found = of_the_same(previous, asked.slots, self._with_names_before(previous))
        if found is not None:
            return found.question
        return None if told or not previous.facts else of_another(previous, asked.slots, asked.read)

    def _with_names_before(self, previous: Question) -> Slots:
        """The slots of the message with what the question before was about where it names nothing."""
        facts = (self.asked.market.knowledge.facts.get(id_) for id_ in previous.facts)
        told_of = tuple(id_ for fact in facts if fact is not None for id_ in fact.subjects)
        return self.asked.slots_of(self.asked.reading, spoken_of(previous, self.asked.market) or told_of)

    def _of_both(self, previous: Question) -> Question | None:
        """The same of the model spoken of and of the one before it, where the message takes them together."""
        if self.asked.earlier and place_picked(self.asked.reading.text) is not None and previous.kind is Kind.PRICE:
            compared = replace(previous, kind=Kind.COMPARE, subjects=(*self.asked.earlier[-1:], *previous.subjects))
            return follow_up(compared, self.asked.slots)
        several = len(previous.subjects) > 1 and previous.kind is not Kind.COMPARE
        rest = taken_together(self.asked.slots) if self.asked.earlier or several else None
        if rest is None or previous.as_of is not None:
            return None
        subjects = previous.subjects if several else (*self.asked.earlier[-1:], *previous.subjects)
        return follow_up(previous, self.asked.slots_of(self.asked.read(rest), subjects))

    def _asks_anew(self, previous: Question) -> bool:
        """Whether the message is a whole question by itself, of what it names or of a fact, and changes nothing."""
        best, reading = self.asked.ranked[0] if self.asked.ranked else None, self.asked.reading
        if best is None or best.score < WHOLE or best.candidate.implied or best.candidate.missing:
            return False
        if self.asked.left_out:
            return False
        own = best.candidate.question
        if own.kind is Kind.RANK and reading.has(Cue.WHO, Cue.VENDORS) and not is_marked(reading.text):
            return True
        if own.facts and previous.subjects and not self.asked.slots.named:
            inherited = self._with_inherited(previous)
            if inherited is not None and inherited.kind is not Kind.FACT:
                return False
        changes = is_marked(reading.text) or asks_for_age(self.asked.slots) or leans_back(self.asked.slots)
        return bool(own.subjects or (own.facts and (previous.kind is Kind.FACT or not changes)))

    def _at_that_time(self, previous: Question) -> Reply | None:
        """The answer to a whole question that speaks of the hours or the day which the one before was about."""
        own = self.asked.ranked[0].candidate.question
        question = with_time_before(own, previous, self.asked.slots)
        return None if question is own else self._reply_to(question, missing_in(question))

    def _with_inherited(self, previous: Question) -> Question | None:
        """The question of a message that speaks of the models spoken of before, without their names."""
        slots = self.asked.slots
        if slots.names_unknown or not (asks(slots.reading) or slots.named or Cue.MAYBE in slots.reading.cues):
            return None
        ranked = understand(self._with_names_before(previous))
        complete = ranked and ranked[0].score >= WHOLE and ranked[0].candidate.missing is None
        return taken_over(previous, ranked[0].candidate.question) if complete else None

    def _in_turn(self) -> Reply | None:
        """Answers to two or more questions in one message, or to the one that is asked in one of its sentences."""
        questions = self.asked.parts.questions(self.asked.reading, self.asked.ranked) if self.asked.whole else ()
        if len(questions) == 1:
            return self._reply_to(questions[0], None)
        replies = [self._reply_to(question, None, again=place > 0) for place, question in enumerate(questions)]
        answered = any(reply.status is Status.ANSWERED for reply in replies)
        return self._composer().joined(self.asked.text, replies) if len(replies) > 1 and answered else None

    def cards(self, most: int) -> tuple[Reply, ...]:
        likely = [ranked.candidate for ranked in self.asked.ranked[:most] if _is_likely(ranked)]
        replies = [self._reply_to(candidate.question, candidate.missing) for candidate in likely]
        found = {reply.code or reply.text: reply for reply in replies if reply.status is Status.ANSWERED}
        return tuple(found.values())[:most]

    def _examples(self) -> tuple[str, ...]:
        return _one_of_each_kind(self.asked.language is Language.EN)


@lru_cache(maxsize=2)
def _one_of_each_kind(english: bool) -> tuple[str, ...]:
    kinds = (handler.examples for handler in shown())
    return tuple(next(text for text in examples if text.isascii() is english) for examples in kinds)


def _is_likely(ranked: Ranked) -> bool:
    """Whether a reading of a text that may be unfinished is worth a card; facts are found too easily in half a text."""
    least = ANSWERABLE if ranked.candidate.question.kind is Kind.FACT else ANSWERABLE / 2
    return ranked.score >= least
