"""Whether an overheard message certainly asks the bot's business: one rule, each part of it with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bot.answers import Kind, Question
from bot.language.cues import Cue
from bot.language.entities import EntityKind
from bot.language.reading import Reading, Token
from bot.quantities import CHARACTER, TOKEN, WORD
from bot.questions.handler import Candidate


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
_TOLD: Final = Bar(0.8, 1.0)
"""For a fact about a name that is nothing else."""
_PRICED: Final = Bar(0.75, 2.0)
"""For a message that certainly asks for prices, of names that are nothing else."""

MAX_LENGTH: Final = 70
"""Characters of an overheard message, two Latin ones counting as one: a question to all is short."""


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
    bar = _bar(candidate.question, reading, weak)
    if unknown > bar.unknown:
        against.append("it holds words that are not understood")
    if score < bar.share:
        against.append(f"only {score:.0%} of it is understood")
    if sum(0.5 if character.isascii() else 1 for character in reading.text) > MAX_LENGTH:
        against.append("it is long")
    if not asks(reading) and not _demands(candidate.question, reading):
        against.append("it does not ask")
    if not _speaks_of_models(candidate.question, reading, weak):
        against.append("nothing in it certainly speaks of language models")
    against.extend(_signs_against(reading))
    return Verdict(not against, tuple(against))


def _bar(question: Question, reading: Reading, weak: frozenset[str]) -> Bar:
    """How much must be understood: less where the message holds all that its sum needs."""
    if question.kind in (Kind.BUDGET, Kind.COST) and question.subjects and _measured(reading):
        return _STATED
    if question.kind in (Kind.COMPARE, Kind.PRICE) and _has_strong_name(reading, weak) and reading.has(*_PRICE_WORDS):
        return _PRICED
    if question.kind is Kind.FACT and _has_strong_name(reading, weak) and not _compares(reading):
        return _TOLD
    return _NARROW if question.kind in (Kind.FACT, Kind.COMPARE, Kind.DISCOUNT) else _USUAL


def _compares(reading: Reading) -> bool:
    """Whether something is asked of several names: which of them is better is no fact."""
    several = len({name.id for _, name in reading.names()}) > 1 or reading.has(Cue.WHICH, Cue.WHO)
    return several and reading.has(Cue.VERSUS)


def _measured(reading: Reading) -> bool:
    """Whether a sum of money or a quantity is named with its unit."""
    return any(True for _ in reading.amounts(EntityKind.MONEY, EntityKind.QUANTITY))


_PRICE_WORDS: Final = (Cue.CHEAP, Cue.DEAR, Cue.PRICE, Cue.HOW_MUCH_MONEY, Cue.SPEND, Cue.TOKEN)


def _has_strong_name(reading: Reading, weak: frozenset[str]) -> bool:
    """Whether a name is there that is no everyday word as well."""
    return any(
        not name.corrected and reading.text[name.start : name.end] not in weak
        for _, name in reading.names(EntityKind.MODEL, EntityKind.VENDOR, EntityKind.SUBJECT)
    )


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


def _demands(question: Question, reading: Reading) -> bool:
    """Whether a message wants something done: models put in order, or a verb first that says what to do."""
    if question.kind is Kind.RANK and reading.has(Cue.ORDER, Cue.DESCENDING):
        return True
    verb = next((token for token in reading.tokens if token.name or not _POLITE.issuperset(token.cues)), None)
    return verb is not None and not _DEMANDS.get(question.kind, _NONE).isdisjoint(verb.cues)


_POLITE: Final = frozenset({Cue.FILLER, Cue.MAYBE})
_NONE: Final = frozenset[Cue]()
_DEMANDS: Final = {
    Kind.RANK: frozenset({Cue.LIST}),
    Kind.COMPARE: frozenset({Cue.VERSUS, Cue.LIST}),
    Kind.CONVERT: frozenset({Cue.CONVERT}),
    Kind.PRICE: frozenset({Cue.LIST}),
}


_OR: Final = ("还是", "定系", "抑或", "定")


def _is_query(reading: Reading) -> bool:
    """Whether a message is nothing but what to work out, as one types into a search box: names, an amount, "cost"."""
    telling = [token for token in reading.tokens if Cue.FILLER not in token.cues]
    plain = all(
        token.name is not None or token.amount is not None or not _SEARCHED.isdisjoint(token.cues) for token in telling
    )
    if not plain or len(reading.tokens) - len(telling) > _MOST_FILLERS:
        return False
    paid = any(True for _ in reading.amounts(EntityKind.MONEY))
    measured = any(True for _ in reading.amounts(EntityKind.QUANTITY))
    if paid:
        return not measured and reading.has(Cue.TOKEN, Cue.CHARACTER, Cue.WORD)
    return reading.has(Cue.PRICE, Cue.SPEND) or (measured and reading.has(Cue.MONEY_WORD))


_SEARCHED: Final = frozenset(
    {Cue.PRICE, Cue.SPEND, Cue.TOKEN, Cue.MONEY_WORD, Cue.PER, Cue.PER_MILLION, Cue.PER_THOUSAND, Cue.VERSUS, Cue.INPUT,
     Cue.OUTPUT, Cue.CHARACTER, Cue.WORD, Cue.CALL, Cue.EACH, Cue.DAILY, Cue.MONTHLY, Cue.WRITE, Cue.ALL, Cue.MODELS}
)  # fmt: skip
_MOST_FILLERS: Final = 6


def _speaks_of_models(question: Question, reading: Reading, weak: frozenset[str]) -> bool:
    if _has_strong_name(reading, weak):
        return True
    named = any(True for _ in reading.names(EntityKind.MODEL, EntityKind.VENDOR, EntityKind.SUBJECT))
    tokens = reading.has(Cue.TOKEN) or any(amount.unit == TOKEN for _, amount in reading.amounts())
    in_domain = tokens or reading.has(Cue.MODELS)
    if question.kind is Kind.HELP:
        return False
    if named and (question.kind is Kind.FACT or _counts_text(reading)):
        return True
    if tokens and question.kind in (Kind.BUDGET, Kind.COST) and not reading.residue and _measured(reading):
        return True
    return in_domain and (named or question.kind in (Kind.CONVERT, Kind.RANK, Kind.FACT))


def _counts_text(reading: Reading) -> bool:
    """Whether an amount of characters or words is named or asked for: nobody counts buns by them."""
    counted = any(amount.unit in (CHARACTER, WORD) for _, amount in reading.amounts())
    return counted or reading.has(Cue.CHARACTER, Cue.WORD) or any(True for _ in reading.names(EntityKind.WORK))


_QUOTATION: Final = re.compile(r"[\"“「『‘][^\"“”「」『』‘’]*[\"”」』’]")
_REPORTED: Final = re.compile(
    r"(?<![请想])问(?:过|起|了)?(?:[我他她佢]|俺|咱|大家|老板|客服|店员)|\b(?:ask(?:ed|s|ing)|told) (?:me|him|her|them|us|if|whether)\b"
)
_NEWS: Final = re.compile(r"\s*(?:【|\[|转[发發載载]?[:：]|快[讯訊]|RT\b|ICYMI|BREAKING|FYI)", re.IGNORECASE)
_ASKS_FOR: Final = frozenset({Cue.HOW_MANY, Cue.HOW_MUCH_MONEY, Cue.WHICH, Cue.DIFFERENCE, Cue.WHY, Cue.WHO, Cue.WHEN})


_CALL: Final = re.compile(r"\s*([A-Z][a-z]+), ")


def _calls_somebody(reading: Reading) -> bool:
    """Whether a message opens with a name that is none of a model: Mike, what do you pay for GLM?"""
    called = _CALL.match(reading.normalized.original)
    return called is not None and bool(reading.residue) and reading.residue[0][0] <= called.start(1)


def _quoted(reading: Reading) -> Iterator[Token]:
    """The tokens between quotation marks, where the message is more than the quotation."""
    for quotation in _QUOTATION.finditer(reading.text):
        if len(quotation[0]) < len(reading.text.strip()):
            yield from (token for token in reading.tokens if quotation.start() < token.start < quotation.end())


def _signs_against(reading: Reading) -> list[str]:
    text = reading.normalized.original
    against = []
    if "@" in text or _calls_somebody(reading):
        against.append("it speaks to somebody")
    if "://" in text or "```" in text or "www." in text:
        against.append("it quotes a link or code")
    if any(_ASKS_FOR.intersection(token.cues) for token in _quoted(reading)) or _REPORTED.search(reading.text):
        against.append("it tells what somebody asked")
    if "\n" in text.strip():
        against.append("it has several lines")
    if text.lstrip().startswith(("/", "!", "！", "#", ">")):
        against.append("it is a command or quotation")
    if _NEWS.match(text):
        against.append("it passes on news")
    return against
