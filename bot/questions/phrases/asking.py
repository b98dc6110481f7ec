"""Whether a message asks for something."""

from __future__ import annotations

import re
from typing import Final

from bot.language.basics.cues import Cue
from bot.language.basics.entities import EntityKind
from bot.language.basics.vocabulary import words_under
from bot.language.tokens.reading import Reading
from bot.language.words.expressions import expressions

_ASKING: Final = (
    Cue.HOW_MANY, Cue.HOW_MUCH_MONEY, Cue.WHICH, Cue.WHY, Cue.WHO, Cue.WHEN, Cue.WHAT, Cue.HOW, Cue.QUESTION, Cue.ASK,
    Cue.DURATION, Cue.DIFFERENCE,
)  # fmt: skip


WHETHER: Final = re.compile(r"([\u3400-\u9fff])[不唔冇]\1")
"""A word with its denial asks whether it holds: 够不够, 贵唔贵."""

_ASKS_IN_CHINESE: Final = frozenset({*_ASKING, Cue.EXISTS})
WORDS_THAT_ASK: Final = _ASKS_IN_CHINESE - {Cue.QUESTION}


MAY_ASK: Final = frozenset({*_ASKING, Cue.EXISTS, Cue.PRICE, Cue.SPEND, Cue.MAYBE})
"""Words without any of which no part of a message asks."""


def may_ask_in_words(text: str, cues: frozenset[Cue]) -> bool:
    """Whether a stretch of a message, with these cues in it, may ask in words when it is read alone."""
    if "?" in text or text.isascii():
        return not MAY_ASK.isdisjoint(cues)
    return not _ASKS_IN_CHINESE.isdisjoint(cues) or WHETHER.search(text) is not None


def asks(reading: Reading) -> bool:
    """Whether a message asks, by its words, its mark, or its bareness."""
    if reading.has(*_ASKING) or "?" in reading.text or WHETHER.search(reading.text) or _opens_with_verb(reading):
        return True
    return offers_a_choice(reading) or is_query(reading)


def asks_in_words(reading: Reading) -> bool:
    """Whether a message asks by more than its mark; in English by its first telling word, or by a mark as well."""
    if _opens_with_verb(reading):
        return True
    marked = "?" in reading.text
    if not reading.text.isascii():
        asking = reading.has(*_ASKS_IN_CHINESE) or WHETHER.search(reading.text) is not None
        return asking or (marked and is_query(reading))
    telling = next((token for token in reading.tokens if token.name or not _POLITE.issuperset(token.cues)), None)
    first = telling is not None and not WORDS_THAT_ASK.isdisjoint(telling.cues)
    return first or (marked and (reading.has(*WORDS_THAT_ASK) or is_query(reading)))


def asks_for_something(reading: Reading) -> bool:
    """Whether a word says what is asked for: who, why, how many; or an English verb asks whether."""
    return reading.has(*WORDS_THAT_ASK) or _opens_with_verb(reading)


_CONFIRM: Final = expressions("to confirm")
_HEARD: Final = expressions("heard", "to confirm")


def says_to_have_heard(text: str) -> bool:
    """Whether a text in normal form tells what somebody has heard, thinks or remembers, or asks to confirm it."""
    return _HEARD.stands_in(text)


def says_to_confirm(text: str) -> bool:
    """Whether a figure in a text in normal form is one that somebody has heard of, to be confirmed: 是不是要0.8厘."""
    return _CONFIRM.stands_in(text)


_SINCE_WHEN: Final = expressions("since when")


def asks_since_when(reading: Reading) -> bool:
    """Whether it is asked since when something is so: since when, 从哪天起."""
    return Cue.WHEN in reading.cues and _SINCE_WHEN.stands_in(reading.text)


def asks_whether(reading: Reading) -> bool:
    """Whether a word, and not only a mark, asks whether something is so: 是不是, is GLM …."""
    asking = (reading.tokens[place] for place in reading.cues.get(Cue.QUESTION, ()))
    return _opens_with_verb(reading) or any(reading.text[token.start : token.end] != "?" for token in asking)


_OPENERS: Final = (
    "also",
    "and",
    "so",
    "but",
    "ok",
    "hi",
    "hey",
    "hello",
    "yo",
    "btw",
    "please",
    "sorry",
    "wait",
    "hmm",
    "lol",
    "haha",
    "um",
    "well",
)


def _opens_with_verb(reading: Reading) -> bool:
    """Whether an English message begins as a question does: is, does, also can."""
    if not reading.text[:1].isascii():
        return False
    words = (token for token in reading.tokens if reading.text[token.start : token.end] not in _OPENERS)
    first = next(words, None)
    return first is not None and Cue.MAYBE in first.cues


def first_verb(reading: Reading) -> tuple[Cue, ...]:
    """The cues of the first word that is more than polite."""
    verb = next((token for token in reading.tokens if token.name or not _POLITE.issuperset(token.cues)), None)
    return verb.cues if verb is not None else ()


def pleads(reading: Reading) -> bool:
    """Whether a message ends with please, and so says what is wanted."""
    return _PLEASE.search(reading.text) is not None


_POLITE: Final = frozenset({Cue.FILLER, Cue.MAYBE})


_OR: Final = words_under("questions", "asking, or")


def offers_a_choice(reading: Reading) -> bool:
    """Whether a word for "or" stands between names, or between words for what is asked: 豆包定GLM平, 便宜还是贵.

    Before 比, or right behind the only name, it means "still"; behind what nothing explains it ends a word: 肯定.
    """
    tokens = reading.tokens
    ends = {end for _, end in reading.residue}
    for place in range(1, len(tokens) - 1):
        start, end = tokens[place].start, tokens[place].end
        if reading.text[start:end] not in _OR or start in ends or not _COMPARING.isdisjoint(tokens[place + 1].cues):
            continue
        between = any(token.name for token in tokens[:place]) and any(token.name for token in tokens[place + 1 :])
        if between or tokens[place - 1].name is None:
            return True
    return False


_COMPARING: Final = frozenset({Cue.THAN, Cue.VERSUS})


def is_query(reading: Reading) -> bool:
    """Whether a message is nothing but what to work out, as one types into a search box: names, an amount, "cost"."""
    if len(reading.residue) > 1 and not pleads(reading):
        return False
    if any(Cue.MAYBE in token.cues for token in reading.tokens[1:] if reading.text.isascii()):
        return False  # it states something: my bill was high
    if _BIDDING.match(reading.text):
        return False
    if any(reading.text[token.start : token.end] in _OF_SENTENCES for token in reading.tokens):
        return False
    telling = [token for token in reading.tokens if Cue.FILLER not in token.cues]
    plain = all(
        token.name is not None or token.amount is not None or not _SEARCHED.isdisjoint(token.cues) for token in telling
    )
    if not plain or len(reading.tokens) - len(telling) > _MOST_FILLERS:
        return False
    paid = bool(reading.counted[EntityKind.MONEY])
    measured = bool(reading.counted[EntityKind.QUANTITY])
    if paid:
        return not measured and reading.has(Cue.TOKEN, Cue.CHARACTER, Cue.WORD)
    return reading.has(Cue.PRICE, Cue.SPEND) or (measured and Cue.MONEY_WORD in reading.cues)


_OF_SENTENCES: Final = frozenset(words_under("questions", "asking, of sentences"))
"""Words that only sentences have: who says or does something, and when."""
_PLEASE: Final = re.compile(r"\b(?:please|pls|plz)\b(?=\s*(?:$|[^\w\s]))")
"""At the end of what is wanted; before a verb it asks somebody to do something: please review."""
_BIDDING: Final = re.compile(r"(?:please|pls|plz) (?!the\b|your\b|price|cost|rate)")
"""At the beginning, before a verb, it bids somebody do something."""
_SEARCHED: Final = frozenset(
    {Cue.PRICE, Cue.SPEND, Cue.TOKEN, Cue.MONEY_WORD, Cue.PER, Cue.PER_MILLION, Cue.PER_THOUSAND, Cue.VERSUS, Cue.INPUT,
     Cue.OUTPUT, Cue.CHARACTER, Cue.WORD, Cue.CALL, Cue.EACH, Cue.DAILY, Cue.MONTHLY, Cue.WRITE, Cue.ALL, Cue.MODELS,
     Cue.QUESTION}
)  # fmt: skip
_MOST_FILLERS: Final = 6
