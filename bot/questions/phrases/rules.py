"""Rules that make typed phrases out of the words of a message, stage by stage.

A rule is a record: its name in notation, the pattern of what must stand side by side, and what is made of it. The rules
of one stage look at what the stages before have made; of the phrases that a stage finds, those are kept that together
cover the most words and lie closest. So the time is linear in the length of a message, and the order of rules within
a stage decides nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any, Final, NamedTuple

from bot.language.amounts.bounds import bounding_from
from bot.language.basics.cues import Cue
from bot.language.tokens.reading import Reading
from bot.lazy import Worked, once

Element = Cue | str | type | tuple["Cue | str | type", ...]
"""What may stand at one place of a pattern: a word with a cue, a certain word, or a phrase whose value is of a type;
or one of several."""


class Phrase(NamedTuple):
    """A typed stretch of a message.

    ``first`` and ``end`` are places of tokens, end exclusive. ``mask`` has a bit for each token that the value was made
    from; words that only stand between (fillers) are none of them. ``rule`` names the rule; a single token has none.
    """

    value: Any
    first: int
    end: int
    mask: int
    rule: str = ""
    parts: tuple[Phrase, ...] = ()

    def tree(self, depth: int = 0) -> Iterator[str]:
        """The rules that made it, one a line, each under the one that used it."""
        if self.rule:
            yield f"{'  ' * depth}{self.rule}: {self.value}"
        for part in self.parts:
            yield from part.tree(depth + bool(self.rule))


class Rule(NamedTuple):
    """``pattern`` over neighbouring phrases, and ``make``, which gets their values (of a word, its cue) in order.

    ``make`` returns ``None`` where the values do not go together. ``joints`` are the marks that may stand between two
    neighbours beside blanks; ``between`` the words, or kinds of words, that may be passed over there.
    """

    name: str
    pattern: tuple[Element, ...]
    make: Callable[..., Any]
    joints: str = "-"
    between: frozenset[Cue | str | type] = frozenset({Cue.FILLER})


@dataclass(frozen=True)
class Stage:
    """Rules that are tried together. With ``again`` they may use one another's phrases, as lists do."""

    rules: tuple[Rule, ...]
    again: bool = False

    @once
    def openings(self) -> Openings:
        return Openings(self.rules)


class Openings:
    """The rules of a stage by what stands first in their patterns, since most words of a message begin no phrase."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self._rules = rules
        self._words: dict[str, int] = {}
        self._cues: dict[Cue, int] = {}
        self._types: dict[type, int] = {}
        """The rules that each may begin, as the bits of a mask."""
        for place, rule in enumerate(rules):
            first = rule.pattern[0]
            for one in first if isinstance(first, tuple) else (first,):
                by: dict[Any, int] = (
                    self._cues if isinstance(one, Cue) else self._words if isinstance(one, str) else self._types
                )
                by[one] = by.get(one, 0) | 1 << place
        self._by_type = Worked[type, int](self._of_type)
        """The same, of values by their very type."""
        self._by_cues = Worked[tuple[Cue, ...], int](self._of_cues)
        """The same, of words by all their cues."""
        self._by_mask = Worked[int, tuple[Rule, ...]](self._of_mask)

    def are_in(self, reading: Reading, types: Iterable[type], written: Iterable[str]) -> bool:
        """Whether any of the rules may begin at all, among values of some types and the words: mostly none does."""
        if any(map(self._by_type.__getitem__, types)) or not self._cues.keys().isdisjoint(reading.cues):
            return True
        return not self._words.keys().isdisjoint(written)

    def of(self, reading: Reading, phrase: Phrase) -> tuple[Rule, ...]:
        """The rules whose patterns a phrase may begin."""
        mask = self._by_type[type(phrase.value)]
        if not phrase.rule:
            token = reading.tokens[phrase.first]
            mask |= self._by_cues[token.cues]
            if self._words:
                mask |= self._words.get(reading.text[token.start : token.end], 0)
        return self._by_mask[mask]

    def _of_type(self, kind: type) -> int:
        return reduce(or_, (mask for type_, mask in self._types.items() if issubclass(kind, type_)), 0)

    def _of_cues(self, cues: tuple[Cue, ...]) -> int:
        return reduce(or_, (self._cues.get(cue, 0) for cue in cues), 0)

    def _of_mask(self, mask: int) -> tuple[Rule, ...]:
        return tuple(rule for place, rule in enumerate(self._rules) if mask >> place & 1)


Terminal = Callable[[Reading, int], Any]
"""The value of a token as a phrase, ``None`` where only its cues count."""

_ROUNDS: Final = 4
"""How often a stage whose rules use one another's phrases is gone through."""
_PER_TOKEN: Final = 1_000
"""How much covering one more word outweighs lying a character closer."""


def parse(reading: Reading, stages: Sequence[Stage], terminal: Terminal) -> tuple[Phrase, ...]:
    """The phrases that the stages make of a message, in its order, with the tokens that none of them took."""
    return parse_words(reading, stages, words_of(reading, terminal))


def words_of(reading: Reading, terminal: Terminal) -> tuple[Phrase, ...]:
    """Each token as a phrase of its own."""
    return tuple(
        [Phrase(terminal(reading, place), place, place + 1, 1 << place) for place in range(len(reading.tokens))]
    )


def parse_words(reading: Reading, stages: Sequence[Stage], words: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """As :func:`parse`, of tokens that are phrases already."""
    phrases = list(words)
    types, text = {type(phrase.value) for phrase in phrases}, reading.text
    written = [text[token.start : token.end] for token in reading.tokens]
    for stage in stages:
        for _ in range(_ROUNDS if stage.again else 1):
            if not stage.openings.are_in(reading, types, written):
                break
            found = _found(reading, stage.openings, phrases)
            if not found:
                break
            phrases = _with(phrases, _cover(reading, found))
            types.update([type(phrase.value) for phrase in found])
    return tuple(phrases)


def _found(reading: Reading, openings: Openings, phrases: Sequence[Phrase]) -> list[Phrase]:
    found = []
    for at, first in enumerate(phrases):
        for rule in openings.of(reading, first):
            phrase = _applied(reading, rule, phrases, at)
            if phrase is not None:
                found.append(phrase)
    return found


def _applied(reading: Reading, rule: Rule, phrases: Sequence[Phrase], at: int) -> Phrase | None:
    """The phrase that a rule makes from a place on."""
    parts: list[Phrase] = []
    values: list[Any] = []
    for element in rule.pattern:
        while True:
            if at >= len(phrases) or (parts and not _joined(reading, phrases[at - 1], phrases[at], rule.joints)):
                return None
            value = _fitting(reading, phrases[at], element)
            if value is not None:
                break
            if not parts or not _passed(reading, phrases[at], rule.between):
                return None
            at += 1
        parts.append(phrases[at])
        values.append(value)
        at += 1
    value = rule.make(*values)
    if value is None:
        return None
    mask = 0
    for part in parts:
        mask |= part.mask
    return Phrase(value, parts[0].first, parts[-1].end, mask, rule.name, tuple(parts))


def _fitting(reading: Reading, phrase: Phrase, element: Element) -> Any:
    """What a phrase is to an element of a pattern: its value, a cue of its word, or ``None``."""
    for one in element if isinstance(element, tuple) else (element,):
        if isinstance(one, str):
            if phrase.rule:
                continue
            token = reading.tokens[phrase.first]
            if one in token.cues if isinstance(one, Cue) else reading.text[token.start : token.end] == one:
                return one
        elif isinstance(phrase.value, one):
            return phrase.value
    return None


def _passed(reading: Reading, phrase: Phrase, between: frozenset[Cue | str | type]) -> bool:
    """Whether a phrase may be passed over: a word of a kind, or a value of a type."""
    if phrase.value is not None:
        return type(phrase.value) in between
    token = reading.tokens[phrase.first]
    return not between.isdisjoint(token.cues) or reading.text[token.start : token.end] in between


def _joined(reading: Reading, left: Phrase, right: Phrase, joints: str) -> bool:
    """Whether nothing but blanks, joints and words that bound an amount stands between two neighbours."""
    end, start = reading.tokens[left.end - 1].end, reading.tokens[right.first].start
    if start <= end:
        return True
    start = bounding_from(reading.text, start, end)
    return not reading.text[end:start].strip(" " + joints)


def _cover(reading: Reading, found: Sequence[Phrase]) -> list[Phrase]:
    """Of phrases that may overlap, those that together cover the most tokens and lie closest, left to right."""
    ends, values, picked = [0], [0], [found[0]]
    for phrase in sorted(found, key=lambda each: (each.end, each.first)):
        value = values[bisect_right(ends, phrase.first) - 1] + _worth(reading, phrase)
        if value <= values[-1]:
            continue
        if ends[-1] == phrase.end:
            values[-1], picked[-1] = value, phrase
        else:
            ends.append(phrase.end)
            values.append(value)
            picked.append(phrase)
    chosen: list[Phrase] = []
    at = len(ends) - 1
    while at > 0:
        chosen.append(picked[at])
        at = bisect_right(ends, picked[at].first) - 1
    return chosen[::-1]


def _worth(reading: Reading, phrase: Phrase) -> int:
    tokens = reading.tokens
    apart = sum(
        tokens[right.first].start - tokens[left.end - 1].end
        for left, right in zip(phrase.parts, phrase.parts[1:], strict=False)
    )
    return _PER_TOKEN * phrase.mask.bit_count() - apart - 1


def _with(phrases: Sequence[Phrase], chosen: Sequence[Phrase]) -> list[Phrase]:
    """The phrases with the chosen ones in the place of their parts and of what they pass over."""
    result: list[Phrase] = []
    at = 0
    for phrase in chosen:
        while at < len(phrases) and phrases[at].end <= phrase.first:
            result.append(phrases[at])
            at += 1
        result.append(phrase)
        while at < len(phrases) and phrases[at].first < phrase.end:
            at += 1
    return [*result, *phrases[at:]]
