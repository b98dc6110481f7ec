"""Whether a message asks for something, or demands it."""

from __future__ import annotations

from typing import Final

from bot.answers import Kind, Question
from bot.language.cues import Cue
from bot.language.entities import EntityKind
from bot.language.reading import Reading

_ASKING: Final = (
    Cue.HOW_MANY, Cue.HOW_MUCH_MONEY, Cue.WHICH, Cue.WHY, Cue.WHO, Cue.WHEN, Cue.WHAT, Cue.HOW, Cue.QUESTION, Cue.ASK,
    Cue.DURATION, Cue.DIFFERENCE,
)  # fmt: skip


def asks(reading: Reading) -> bool:
    """Whether a message asks, by its words, its mark, or its bareness."""
    opens_with_verb = bool(reading.tokens) and Cue.MAYBE in reading.tokens[0].cues and reading.text[:1].isascii()
    if reading.has(*_ASKING) or "?" in reading.text or opens_with_verb:
        return True
    return any(word in reading.text for word in _OR) or is_query(reading)


def demands(question: Question, reading: Reading) -> bool:
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


def is_query(reading: Reading) -> bool:
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
