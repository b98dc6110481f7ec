"""Cue words: what a message wants, in the words people use for it.

Words are in normal form (simplified, lower case). Where a longer word contains a shorter one, the longer one counts.
Words in Latin letters match whole words only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from bot.language.basics.cues import Cue
from bot.language.basics.vocabulary import listed
from bot.language.words.cue_phrases import cue_phrases
from bot.language.words.factors import factors
from bot.language.words.own_sides import lives, own_sides
from bot.language.words.services import services
from bot.language.words.terms import modes, windows

WEIGHTLESS: Final = ("function_words", "passed_over")
"""The files of words that weigh nothing: those of closed classes, and a few others."""
_PRICES: Final = ("price", "prices", "pricing", "rate", "rates", "fee", "fees", "价", "费")
"""How a word for terms, or a service, ends that asks for the price on them: batch price."""


@cache
def cue_words() -> Mapping[str, tuple[Cue, ...]]:
    """Every cue word and its cues, the first named the more telling one."""
    words: dict[str, list[Cue]] = {}
    for cue, word in (*_typed(), *cue_phrases()):
        cues = words.setdefault(word, [])
        if cue not in cues:
            cues.append(cue)
    for word in [word for word in words if " tokens" in word and word.isascii()]:
        words.setdefault(word.replace(" ", "_"), words[word])  # as an API names its fields: prompt_tokens
    return {word: tuple(cues) for word, cues in words.items()}


def _typed() -> Iterator[tuple[Cue, str]]:
    for heading, word in listed("cues"):
        for cue in heading.split(" + "):
            yield Cue(cue), word
    for name in WEIGHTLESS:
        for _, word in listed(name):
            yield Cue.FILLER, word
    for word in services():
        yield Cue.SERVICE, word
        if word.endswith(_PRICES):
            yield Cue.PRICE, word
    for word in factors():
        yield Cue.FACTOR, word
    for word in own_sides():
        yield Cue.OWN_SIDE, word
    for word in (*modes(), *windows(), *lives()):
        yield Cue.TERM, word
        if word.endswith(_PRICES):
            yield Cue.PRICE, word
