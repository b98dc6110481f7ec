"""Whether an overheard message certainly asks the bot's business: one rule, each part of it with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bot.answers import Kind, Question
from bot.language.cues import Cue
from bot.language.entities import EntityKind
from bot.language.reading import Reading
from bot.quantities import CHARACTER, TOKEN, WORD
from bot.questions.handler import Candidate

MIN_SCORE: Final = 0.9
"""The share of an overheard message that its best reading must explain."""

MAX_LENGTH: Final = 70
"""Characters of an overheard message, two Latin ones counting as one: a question to all is short."""


_MOST_UNKNOWN: Final = {Kind.FACT: 0.4, Kind.COMPARE: 0.4, Kind.DISCOUNT: 0.4}
"""How much may be unknown in an overheard message, by weight; less where much else is said of the same names."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether to speak up, and every reason against it."""

    certain: bool
    against: tuple[str, ...]


def judge(candidate: Candidate, score: float, unknown: float, reading: Reading, weak: frozenset[str]) -> Verdict:
    """Decide on an overheard message; ``unknown`` is the weight of what nothing explains, ``weak``
    are names that are everyday words as well."""
    against = []
    if any(name.version is not None for _, name in reading.names()):
        against.append("it names a version of a model that is not known")
    if candidate.missing is not None:
        against.append(f"it does not say the {candidate.missing}")
    if candidate.implied:
        against.append("nothing in it says what is asked")
    if unknown > _MOST_UNKNOWN.get(candidate.question.kind, 1.0):
        against.append("it holds words that are not understood")
    if score < MIN_SCORE:
        against.append(f"only {score:.0%} of it is understood")
    if sum(0.5 if character.isascii() else 1 for character in reading.text) > MAX_LENGTH:
        against.append("it is long")
    if not asks(reading):
        against.append("it does not ask")
    if not _speaks_of_models(candidate.question, reading, weak):
        against.append("nothing in it certainly speaks of language models")
    against.extend(_signs_against(reading))
    return Verdict(not against, tuple(against))


_ASKING: Final = (
    Cue.HOW_MANY, Cue.HOW_MUCH_MONEY, Cue.WHICH, Cue.WHY, Cue.WHO, Cue.WHEN, Cue.WHAT, Cue.HOW, Cue.QUESTION, Cue.ASK,
    Cue.DURATION, Cue.DIFFERENCE,
)  # fmt: skip


def asks(reading: Reading) -> bool:
    """Whether a message asks, by its words, its mark, or its bareness."""
    opens_with_verb = bool(reading.tokens) and Cue.MAYBE in reading.tokens[0].cues and reading.text[:1].isascii()
    if reading.has(*_ASKING) or "?" in reading.text or opens_with_verb:
        return True
    return any(word in reading.text for word in _OR) or _is_query(reading)


_OR: Final = ("还是", "定系", "抑或", "定")


def _is_query(reading: Reading) -> bool:
    """Whether a message is nothing but a model and a word for its price, as one types into a search box."""
    telling = [token for token in reading.tokens if Cue.FILLER not in token.cues]
    plain = all(
        token.name is not None
        or token.amount is not None
        or {Cue.PRICE, Cue.SPEND, Cue.TOKEN, Cue.MONEY_WORD, Cue.PER, Cue.PER_MILLION, Cue.PER_THOUSAND}
        & set(token.cues)
        for token in telling
    )
    priced = reading.has(Cue.PRICE, Cue.SPEND)
    budget = reading.has(Cue.TOKEN) and any(True for _ in reading.amounts(EntityKind.MONEY))
    return plain and (priced or budget) and len(reading.tokens) - len(telling) <= _FEW_FILLERS


_FEW_FILLERS: Final = 2


def _speaks_of_models(question: Question, reading: Reading, weak: frozenset[str]) -> bool:
    strong = any(
        not name.corrected and reading.text[name.start : name.end] not in weak
        for _, name in reading.names(EntityKind.MODEL, EntityKind.VENDOR, EntityKind.SUBJECT)
    )
    if strong:
        return True
    named = any(True for _ in reading.names(EntityKind.MODEL, EntityKind.VENDOR, EntityKind.SUBJECT))
    tokens = reading.has(Cue.TOKEN) or any(amount.unit == TOKEN for _, amount in reading.amounts())
    in_domain = tokens or reading.has(Cue.MODELS)
    if question.kind is Kind.HELP:
        return False
    if named and (question.kind is Kind.FACT or _counts_text(reading)):
        return True
    return in_domain and (named or question.kind in (Kind.CONVERT, Kind.RANK, Kind.FACT))


def _counts_text(reading: Reading) -> bool:
    """Whether an amount of characters or words is named or asked for: nobody counts buns by them."""
    counted = any(amount.unit in (CHARACTER, WORD) for _, amount in reading.amounts())
    return counted or reading.has(Cue.CHARACTER, Cue.WORD)


def _signs_against(reading: Reading) -> list[str]:
    text = reading.normalized.original
    against = []
    if "@" in text:
        against.append("it speaks to somebody")
    if "://" in text or "```" in text or "www." in text:
        against.append("it quotes a link or code")
    if "\n" in text.strip():
        against.append("it has several lines")
    if text.lstrip().startswith(("/", "!", "！", "#", ">")):
        against.append("it is a command or quotation")
    return against
