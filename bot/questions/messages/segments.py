"""Sentences of a message that may each hold a question of its own."""

from __future__ import annotations

import re
from itertools import chain, pairwise
from typing import Final

from bot.language.basics.cues import Cue
from bot.language.basics.entities import EntityKind
from bot.language.basics.lexicon import is_han
from bot.language.basics.vocabulary import words_under
from bot.language.tokens.reading import Reading
from bot.quantities import TOKEN
from bot.text import Normalized

_MARK: Final = r"[?!。;\n]+|\.(?=\s)"
_MOREOVER: Final = words_under("questions", "segments, moreover")
_MARK_OR_LINK: Final = (
    rf"{_MARK}|(?<![,、 ])[,、 ]*+(?={'|'.join(_MOREOVER)})"
    r"|(?<![,. ])[,. ]++(?=(?:and )?also[ ,]|plus[ ,]"
    r"|(?:and|n|&) (?:what|how|who|when|why|which|where|(?:is|does|was|did) (?:it|that)|(?:are|do|were|did) they)\b)"
)
_LINKS: Final = (*_MOREOVER, "also", "and", "plus", " n ", "&")
"""Without any of them, only marks end a sentence."""
_END: Final = re.compile(_MARK)
_END_OR_LINK: Final = re.compile(_MARK_OR_LINK)
_COMMA: Final = re.compile(r",(?![0-9])|(?<![0-9]),")
_MOST: Final = 4
_FIRST_OF_LONG: Final = 2
_LAST_OF_LONG: Final = 6
_LAST_CLAUSES: Final = 2
_LONG_SENTENCE: Final = 60
"""Characters of a sentence of which the question may be only the end."""
_LONGEST_SENTENCE: Final = 300
"""Characters of a sentence that may be a question."""


def sentences(message: Normalized) -> tuple[Normalized, ...]:
    """The sentences of a message, at most four; one alone where nothing divides it."""
    end = _END_OR_LINK if any(map(message.text.__contains__, _LINKS)) else _END
    found = _divided(message, end) if end.search(message.text) else ()
    return found if 1 < len(found) <= _MOST else (message,)


def long_parts(message: Normalized) -> tuple[Normalized, ...]:
    """The first and the last sentences of a long message, and its last clauses where its last sentence is long."""
    found = _divided(message, _END)
    if not found:
        return ()
    last = found[-1]
    ends = [match.end() for match in _COMMA.finditer(last.text)][-_LAST_CLAUSES:]
    clauses = [last.part(end, len(last.text)) for end in ends if len(last.text) > _LONG_SENTENCE]
    chosen = {part.text: part for part in (*found[:_FIRST_OF_LONG], *found[-_LAST_OF_LONG:], *clauses)}
    return tuple(part for part in chosen.values() if len(part.text) <= _LONGEST_SENTENCE)


def clauses(message: Normalized) -> tuple[Normalized, ...]:
    """The parts of a message between commas, at most four; none where no comma divides it."""
    found = _divided(message, _COMMA) if "," in message.text else ()
    return found if 1 < len(found) <= _MOST else ()


def clause_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where the parts of a text between commas begin and end."""
    commas = [match.start() for match in _COMMA.finditer(text)]
    return tuple((start + 1, end) for start, end in pairwise([-1, *commas, len(text)]))


def _divided(message: Normalized, by: re.Pattern[str]) -> tuple[Normalized, ...]:
    """The parts of more than one character between the marks."""
    edges = [0, *(edge for match in by.finditer(message.text) for edge in match.span()), len(message.text)]
    parts = (message.part(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True))
    return tuple(part for part in parts if len(part.text) > 1)


_AFTERTHOUGHT: Final = re.compile(
    r"(?<![,;?])[,;?][,;? ]*+([^,;?]{1,30}呢)[?!~ ]*$"
    r"|[,;?] *+((?:and (?:for|of|with|on|in)\b|and what about\b|(?:and )?how about\b|what about\b)[^,;?]{2,40}|and [^,;?]{1,30})[?! ]*$"
)


def afterthought(message: Normalized) -> tuple[Normalized, Normalized] | None:
    """A message and the last part of it that goes on from the one before: …, 按豆包呢; … and of 5 million?"""
    text = message.text
    if "呢" not in text and " about " not in text and "and " not in text:
        return None
    match = _AFTERTHOUGHT.search(text)
    if match is not None and match.start() > 0:
        return message.part(0, match.start()), message.part(*match.span(match.lastindex or 0))
    blanks = (at for at, character in enumerate(text) if character == " ")
    apart = sorted({at for at in (*message.gaps(), *blanks) if _parts_clauses(text, at)})
    later = next((found for at in apart if (found := _WITH_PARTICLE.match(text, at))), None)
    return None if later is None else (message.part(0, later.start()), message.part(*later.span(1)))


def _parts_clauses(text: str, at: int) -> bool:
    """Whether a blank may stand between two clauses, rather than in a name: a Chinese character is beside it."""
    return is_han(text, at - 1) or is_han(text, at + (text[at] == " "))


_WITH_PARTICLE: Final = re.compile(r" ?([^,;?]{1,30}呢)[?!~ ]*$")
_MARKS_APART: Final = frozenset({Cue.FILLER, Cue.VERSUS, Cue.QUESTION, Cue.TOKEN})


def is_bare(reading: Reading) -> bool:
    """Whether a part holds nothing but one name, or one amount of tokens or money: and 90M?"""
    told = [token for token in reading.tokens if token.name is not None or token.amount is not None]
    if len(told) != 1 or reading.residue:
        return False
    amount = told[0].amount
    if amount is not None and amount.unit is not None and amount.unit != TOKEN and amount.kind is not EntityKind.MONEY:
        return False
    return all(token is told[0] or not _MARKS_APART.isdisjoint(token.cues) for token in reading.tokens)


_LEADS: Final = tuple(
    f"{word} "
    for word in (
        "and for",
        "and of",
        "and with",
        "and on",
        "and in",
        "and what about",
        "what about",
        "how about",
    )
)


def goes_on(part: str) -> bool:
    """Whether a part goes on from the one before, or changes it: 换成汉字, 如果每天2000次."""
    return leads_on(part) or part.lstrip(" ,").startswith(_CHANGES)


_CHANGES: Final = ("换", "改", "如果", "要是", "若", "转", "make it", "what if", "if ")


def leads_on(part: str) -> bool:
    """Whether words say that a part goes on from the one before: …呢, and for, what about."""
    return part.endswith("呢") or part.startswith(_LEADS)


_ASKS: Final = frozenset({
    Cue.HOW_MANY, Cue.HOW_MUCH_MONEY, Cue.WHICH, Cue.WHO, Cue.DIFFERENCE, Cue.QUESTION,
})  # fmt: skip
_LEANS: Final = frozenset({Cue.THAN, Cue.VERSUS})


_DEMANDS: Final = frozenset({
    Cue.HOW_MANY, Cue.HOW_MUCH_MONEY, Cue.WHICH, Cue.WHO, Cue.WHEN, Cue.DIFFERENCE, Cue.CHEAPEST, Cue.DEAREST,
})  # fmt: skip


def all_demand(reading: Reading) -> bool:
    """Whether each part between commas has a word that asks for something by itself, which 吗 and 呢 do not."""
    demanding = [token.start for token in reading.tokens if not _DEMANDS.isdisjoint(token.cues)]
    spans = ((start, end) for start, end in clause_spans(reading.text) if end - start > 1)
    return bool(demanding) and all(any(start <= at < end for at in demanding) for start, end in spans)


def all_ask(reading: Reading) -> bool:
    """Whether each part of a message between commas asks and names what it asks about, the others' left aside."""
    if "," not in reading.text:
        return False
    for start, end in clause_spans(reading.text):
        tokens = [token for token in reading.tokens if start <= token.start < end]
        names = sum(token.name is not None for token in tokens)
        cues = {cue for token in tokens for cue in token.cues}
        if not names or _ASKS.isdisjoint(cues) or (names == 1 and not _LEANS.isdisjoint(cues)):
            return False
    return True


_ASKED_APART: Final = frozenset({Cue.WHEN, Cue.HOW_MUCH_MONEY, Cue.CHEAPEST, Cue.DEAREST, Cue.HOW_MANY})
"""Words for things of which one answer holds only one."""


def halves_differ(reading: Reading) -> bool:
    """Whether the two halves of a sentence ask for different things: when and how much, the cheapest and the dearest."""
    commas = [match.start() for match in _COMMA.finditer(reading.text)]
    if len(commas) != 1:
        return False
    asked: tuple[set[Cue], set[Cue]] = (set(), set())
    for token in reading.tokens:
        asked[token.start > commas[0]].update(_ASKED_APART.intersection(token.cues))
    first, second = asked
    return bool(first) and bool(second) and first != second


_BACK: Final = frozenset(words_under("questions", "segments, back"))


def points_back(reading: Reading) -> bool:
    """Whether a sentence speaks of something that the one before named."""
    words = [reading.text[token.start : token.end].split() for token in reading.tokens]
    return not _BACK.isdisjoint(chain.from_iterable(words))


_MANY: Final = 20
"""A bare number from which on it may count what is to be worked on."""


def weighty_amounts(reading: Reading) -> int:
    """How many amounts a text holds that may belong to a sum; a sum that leaves one out may be wrong."""
    return sum(
        1
        for _, amount in reading.amounts
        if amount.unit is not None or amount.value.exact is None or amount.value.exact >= _MANY
    )
