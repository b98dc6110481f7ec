"""Which of the words found in a text are taken where they overlap: those that cover the most, with the fewest words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Final, TypeAlias

from bot.language.basics.cues import Cue
from bot.language.basics.entities import EntityKind
from bot.language.tokens.reading import Token


@dataclass(slots=True, eq=False)
class Word:
    """What a word of the automaton may mean."""

    length: int
    latin_start: bool
    latin_end: bool
    name: tuple[EntityKind, str] | None = None
    cues: tuple[Cue, ...] = ()
    keyword: str | None = None
    lookalike: bool = False
    takes_name: bool = field(init=False)
    """Whether it is a name, or stands where one would be read."""
    covers: bool = field(init=False)
    """Whether it may stand between the names and amounts."""
    idiom: bool = field(init=False)
    worth: int = field(init=False)

    def __post_init__(self) -> None:
        self.takes_name = self.name is not None or self.lookalike
        self.covers = bool(self.cues) or (self.keyword is not None and self.length > 1)
        self.idiom = _is_idiom(self)
        self.worth = _worth(self)


Match: TypeAlias = tuple[int, int, Word]
"""Where a word of the automaton stands in a text: its start, its end and the word. Plain, since a text has many."""


def best_cover(text: str, tokens: Sequence[Token], matches: Sequence[Match]) -> list[Match]:
    """Of matches that lie between the tokens, those that cover the most together, left to right."""
    if not matches:
        return []
    taken = bytearray(len(text))
    for token in tokens:
        taken[token.start : token.end] = b"\1" * (token.end - token.start)
    ends, values, picked = [0], [0], [matches[0]]
    for match in sorted(matches, key=_end):
        start, end, word = match
        if tokens and 1 in taken[start:end]:
            continue
        value = values[bisect_right(ends, start) - 1] + word.worth
        if value > values[-1]:
            if ends[-1] == end:
                values[-1], picked[-1] = value, match
            else:
                ends.append(end)
                values.append(value)
                picked.append(match)
    chosen = []
    at = len(ends) - 1
    while at > 0:
        chosen.append(picked[at])
        at = bisect_right(ends, picked[at][0]) - 1
    return chosen[::-1]


_end: Final = itemgetter(1)

_COVER: Final = 10
"""How much covering one more character outweighs using one word more."""


def _worth(word: Word) -> int:
    """What a word adds: what it covers, less for more words; those that only facts know cover half."""
    if word.name is not None or word.lookalike:
        return _COVER * word.length - 1
    if not word.cues:
        return _COVER * word.length // 2
    return _COVER * word.length - (2 if word.cues == (Cue.FILLER,) else 1)


_IDIOMATIC: Final = frozenset({Cue.FREE, Cue.FACTOR, Cue.OWN_SIDE})


def _is_idiom(word: Word) -> bool:
    """Whether a word may hold a numeral that is no amount: 0元购, 一分钱不花, 5分钟缓存, buy one get one."""
    latin = word.latin_start and word.latin_end
    return not _IDIOMATIC.isdisjoint(word.cues) and word.length >= (6 if latin else 2)


def longest_first(matches: list[Match]) -> list[Match]:
    """Matches from left to right, of those that start at one place the longest first."""
    return sorted(matches, key=lambda match: (match[0], -match[1]))


def fill(tokens: list[Token], more: Iterable[Token]) -> list[Token]:
    """Put those of ``more`` (left to right, the preferred first) between ``tokens`` that overlap nothing."""
    result: list[Token] = []
    place = 0
    end = 0
    for token in more:
        if token.start < end:
            continue
        while place < len(tokens) and tokens[place].end <= token.start:
            result.append(tokens[place])
            place += 1
        if place < len(tokens) and tokens[place].start < token.end:
            continue
        result.append(token)
        end = token.end
    result.extend(tokens[place:])
    return result
