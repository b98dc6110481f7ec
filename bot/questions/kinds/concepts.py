"""What news of companies speak of, in any words and languages: 裁员, 炒人 and laid off are one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import Final

from bot.language.basics.cues import Cue
from bot.language.basics.vocabulary import table
from bot.language.basics.wordset import WordSet
from bot.language.tokens.reading import Reading

_OF_COMPANIES: Final = table("concepts", "companies")
_SUMS: Final = table("concepts", "sums")
_BESIDE: Final = table("concepts", "beside")
"""Words in normal form, with what they mean; a Latin one stands for its other forms, too."""
_LATIN: Final = re.compile("[0-9a-z]+")
_SHORTEST_STEM: Final = 3
_ENDINGS: Final = (("ies", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""), ("e", ""))


def stem(word: str) -> str:
    """An English word without the endings of number and tense: universities and university, renamed and renaming."""
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and not word.endswith("ss") and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)] + instead
    return word


def stemmed(text: str) -> str:
    """A text with its Latin words as stems."""
    return _LATIN.sub(lambda word: stem(word[0]), text)


def concepts_in(text: str) -> list[str]:
    """What a text in normal form speaks of."""
    return [concept for _, concept in _found(text)]


def asked_of_companies(reading: Reading) -> dict[str, str]:
    """The words, as stems, by which a message asks of companies and of no price, each with what it means."""
    found = [] if has_said(reading, PRICED - _WITH_SUMS) else _found(reading.text)
    priced = has_said(reading, PRICED - {Cue.CONVERT})
    return {
        word: concept
        for word, concept in found
        if word in _stems(sums=True) or (not priced and word in _stems(sums=False))
    }


def has_said(reading: Reading, cues: frozenset[Cue]) -> bool:
    """Whether a word with one of the cues is there that is more than grammar."""
    return not reading.marked(cues).issubset(reading.cues.get(Cue.FILLER, ()))


PRICED: Final = frozenset({
    Cue.HOW_MUCH_MONEY, Cue.PRICE, Cue.CHEAP, Cue.DEAR, Cue.CHEAPEST, Cue.DEAREST, Cue.SPEND, Cue.COSTS_MONEY, Cue.FREE,
    Cue.BUY, Cue.FUNDS, Cue.SAVE, Cue.CUT, Cue.RAISE, Cue.TOKEN, Cue.CONVERT,
})  # fmt: skip
"""Words that ask for prices."""
_WITH_SUMS: Final = frozenset(
    {Cue.CONVERT, Cue.HOW_MUCH_MONEY, Cue.SPEND, Cue.COSTS_MONEY, Cue.FUNDS, Cue.BUY, Cue.RAISE}
)
"""Those that are asked of the sums of companies, too."""


def _found(text: str) -> list[tuple[str, str]]:
    """The words for what a text speaks of, whatever marks stand between Latin ones, each with what it means."""
    stems, words = stemmed(text), _words()
    both = f"{stems}\n{' '.join(_LATIN.findall(stems))}"
    return [(word, words[word]) for word in dict.fromkeys([both[start:end] for start, end in _ALL.spans(both)])]


@cache
def words_for(concept: str) -> tuple[str, ...]:
    """The words for what a text speaks of, the Latin ones as stems."""
    return _by_concept()[concept]


@cache
def _words() -> Mapping[str, str]:
    return {stemmed(word): concept for words in (_OF_COMPANIES, _SUMS, _BESIDE) for word, concept in words.items()}


_ALL: Final = WordSet(stemmed(word) for words in (_OF_COMPANIES, _SUMS, _BESIDE) for word in words)


@cache
def _stems(*, sums: bool) -> frozenset[str]:
    return frozenset(map(stemmed, _SUMS if sums else _OF_COMPANIES))


@cache
def _by_concept() -> Mapping[str, tuple[str, ...]]:
    words: defaultdict[str, list[str]] = defaultdict(list)
    for word, concept in _words().items():
        words[concept].append(word)
    return {concept: tuple(each) for concept, each in words.items()}
