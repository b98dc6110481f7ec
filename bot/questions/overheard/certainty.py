"""Whether an overheard message certainly asks the bot's business: one rule, each part of it with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bot.language.basics.cues import Cue
from bot.language.basics.entities import EntityKind
from bot.language.tokens.reading import Reading
from bot.question import Kind, Question
from bot.questions.frames.handler import Candidate
from bot.questions.overheard.demands import may_demand
from bot.questions.overheard.doubts import PRICE_WORDS, doubts_of, is_measured
from bot.questions.overheard.signs import signs_against
from bot.questions.overheard.topics import counts_text, counts_tokens, has_strong_name, has_topic, names_topic
from bot.questions.phrases.asking import (
    MAY_ASK,
    asks,
    asks_for_something,
    asks_in_words,
)


@dataclass(frozen=True, slots=True)
class Bar:
    """What the best reading of an overheard message must reach: the least share that it explains, the most unknown."""

    share: float
    unknown: float


_USUAL: Final = Bar(0.9, 1.0)
_NARROW: Final = Bar(0.9, 0.4)
"""For what is easily asked of the same names in another sense: which is better, what is new."""
_STATED: Final = Bar(0.6, 4.0)
"""For a message that says all that the sum needs: who adds why he asks is still answered."""
_TOLD: Final = Bar(0.8, 0.9)
"""For a fact about a name that is nothing else."""
_TOLD_IN_DETAIL: Final = Bar(0.8, 1.0)
"""For a fact of which more is named than whom it is about."""
_PRICED: Final = Bar(0.75, 2.0)
"""For a message that certainly asks for prices, of names that are nothing else."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What speaks against answering: ``doubts`` about what is asked, and ``signs`` that it is not asked of all."""

    doubts: tuple[str, ...]
    signs: tuple[str, ...]

    @property
    def against(self) -> tuple[str, ...]:
        return self.doubts + self.signs

    @property
    def certain(self) -> bool:
        return not self.against

    def but(self, doubt: str) -> Verdict:
        """The same with one more doubt."""
        return Verdict((*self.doubts, doubt), self.signs)


def is_out_of_question(reading: Reading) -> bool:
    """Whether a message shows, before it is understood, a doubt that no way of understanding it can lift."""
    asking = bool(reading.marked(MAY_ASK)) or asks(reading) or may_demand(reading)
    return not asking or not has_topic(reading)


def judge(candidate: Candidate, score: float, unknown: float, reading: Reading, weak: frozenset[str]) -> Verdict:
    """Decide on an overheard message; ``unknown`` is the weight of what nothing explains, ``weak``
    are names that are everyday words as well."""
    question = candidate.question
    doubts = []
    if candidate.missing is not None:
        doubts.append(f"it does not say the {candidate.missing}")
    if candidate.implied:
        doubts.append("nothing in it says what is asked")
    bar = _bar(question, reading, weak)
    if unknown > bar.unknown:
        doubts.append("it holds words that are not understood")
    if score < bar.share:
        doubts.append(f"only {score:.0%} of it is understood")
    doubts += doubts_of(candidate, reading)
    if not _speaks_of_models(question, reading, weak):
        doubts.append(_OF_SOMETHING_ELSE)
    return Verdict(tuple(doubts), signs_against(reading))


def judge_known(question: Question, reading: Reading, weak: frozenset[str]) -> Verdict:
    """The same on a message that is one of the questions beside a fact: all that is in doubt is what it speaks of."""
    sure = has_topic(reading) and _speaks_of_models(question, reading, weak)
    return Verdict(() if sure else (_OF_SOMETHING_ELSE,), signs_against(reading))


_OF_SOMETHING_ELSE: Final = "nothing in it certainly speaks of language models"


def asks_plainly(question: Question, reading: Reading, weak: frozenset[str]) -> bool:
    """Whether a part of a message asks so plainly about models that the rest can be an aside."""
    strong = has_strong_name(reading, weak)
    if question.kind is Kind.FACT:
        topic = names_topic(reading)
        prices = (
            Cue.RIVALRY in reading.cues
            or (topic and Cue.MODELS in reading.cues and Cue.VENDORS in reading.cues)
            or (Cue.MODELS in reading.cues and reading.has(Cue.PRICE, Cue.CHEAP))
        )
        named = strong or prices or (topic and any(reading.names))
        return named and asks_for_something(reading) and asks_in_words(reading)
    text, tokens = counts_text(reading), counts_tokens(reading)
    named = bool(reading.names) and (text or tokens)
    return asks_in_words(reading) and (named or strong or (text and tokens) or Cue.MODELS in reading.cues)


def _bar(question: Question, reading: Reading, weak: frozenset[str]) -> Bar:
    """How much must be understood: less where the message holds all that its sum needs."""
    if (
        question.kind is Kind.CONVERT
        and has_strong_name(reading, weak)
        and is_measured(reading)
        and counts_tokens(reading)
    ):
        return _PRICED
    measured = is_measured(reading) or any(load.work for load in question.loads)
    if question.kind in (Kind.BUDGET, Kind.COST) and question.subjects and measured:
        told = len({amount.kind for _, amount in reading.amounts_of(EntityKind.MONEY, EntityKind.QUANTITY)}) > 1
        return _USUAL if told and not reading.has(*_AMOUNT_ASKED) else _STATED
    if question.kind in _OF_PRICES and has_strong_name(reading, weak) and reading.has(*PRICE_WORDS, Cue.CUT):
        if question.kind is not Kind.DISCOUNT:
            return _PRICED
        # The shares of a vendor rise and fall as well, and much was asked before.
        cut = any(reading.named[EntityKind.MODEL]) and reading.has(Cue.CUT, Cue.CHEAP, Cue.DIFFERENCE)
        return _PRICED if cut else _NARROW
    price_war = Cue.RIVALRY in reading.cues and Cue.MODELS in reading.cues
    if question.kind is Kind.FACT and (price_war or has_strong_name(reading, weak)) and not _compares(reading):
        return _TOLD_IN_DETAIL if names_topic(reading) and asks_for_something(reading) else _TOLD
    return _NARROW if question.kind in (Kind.FACT, Kind.COMPARE, Kind.DISCOUNT) else _USUAL


def _compares(reading: Reading) -> bool:
    """Whether something is asked of several names: which of them is better is no fact."""
    several = len({name.id for _, name in reading.names}) > 1 or reading.has(Cue.WHICH, Cue.WHO)
    return several and Cue.VERSUS in reading.cues


_AMOUNT_ASKED: Final = (Cue.HOW_MANY, Cue.HOW_MUCH_MONEY, Cue.ENOUGH, Cue.DURATION, Cue.COSTS_MONEY)
_OF_PRICES: Final = (Kind.COMPARE, Kind.PRICE, Kind.RANK, Kind.DISCOUNT)


def _names_vendors_only(reading: Reading) -> bool:
    """Whether all names are of companies, whose shares and profits go up and down as well."""
    names = [name.kind for _, name in reading.entries]
    return bool(names) and all(kind is EntityKind.VENDOR for kind in names)


def _speaks_of_models(question: Question, reading: Reading, weak: frozenset[str]) -> bool:
    named = bool(reading.entries)
    tokens = counts_tokens(reading)
    in_domain = tokens or Cue.MODELS in reading.cues
    if question.kind in (Kind.DISCOUNT, Kind.COMPARE) and _names_vendors_only(reading):
        return (
            in_domain
            or any(sign in reading.text for sign in "价降")
            or reading.has(Cue.PRICE, Cue.CHEAP, Cue.DEAR, Cue.SPEND)
        )
    if has_strong_name(reading, weak):
        return True
    if question.kind is Kind.HELP:
        return False
    if named and (question.kind is Kind.FACT or counts_text(reading)):
        return True
    if tokens and question.kind in (Kind.BUDGET, Kind.COST) and not reading.residue and is_measured(reading):
        return True
    if question.kind is Kind.FACT and not tokens and not named:
        return names_topic(reading) or Cue.RIVALRY in reading.cues or _names_models(reading)
    return in_domain and (named or question.kind in (Kind.CONVERT, Kind.RANK, Kind.FACT))


def _names_models(reading: Reading) -> bool:
    """Whether models are spoken of by a word that means nothing else: AI is on everybody's lips."""
    words = (reading.tokens[place] for place in reading.cues.get(Cue.MODELS, ()))
    return any(reading.text[token.start : token.end] != "ai" for token in words)
