"""What a message leaves out: 除了豆包和免费的, anything but the free ones, GLM不算."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.language.basics.cues import Cue
from bot.language.basics.vocabulary import words_under

if TYPE_CHECKING:
    from bot.questions.phrases.slots import Slots

_BEHIND: Final = words_under("questions", "exclusions, behind")
"""Words that stand behind what they leave out."""
_ON_EITHER_SIDE: Final = words_under("questions", "exclusions, on either side")
_BEFORE_OUTSIDE: Final = "除"
_OUTSIDE: Final = words_under("questions", "exclusions, outside")
_NOT_USED: Final = (
    *(f"{no}{again}{use}" for no in "不唔别没" for again in ("", "再", "想") for use in "用使买"),
    *(f" {no} {use}" for no in ("not", "stop", "quit") for use in ("", "using ")),
)
_WEIGHED: Final = (Cue.SAVE, Cue.DIFFERENCE, Cue.CHEAP, Cue.CHEAPEST, Cue.DEAR)
_PASSED: Final = frozenset({Cue.FILLER, Cue.VERSUS, Cue.EXISTS, Cue.MODELS, Cue.VENDORS, Cue.ALL, Cue.NOT})
_JOINS: Final = frozenset({Cue.VERSUS, Cue.EXCEPT})


class Exclusion(NamedTuple):
    """``names`` are the ids left out as they are named, ``places`` those of the words, ``free`` whether the free ones are."""

    names: tuple[str, ...]
    places: frozenset[int]
    free: bool


_NOTHING: Final = Exclusion((), frozenset(), False)


def exclusion(slots: Slots) -> Exclusion:
    if not slots.reading.has(Cue.EXCEPT, Cue.SWITCH) and " out" not in slots.reading.text:
        return _NOTHING
    names: dict[str, None] = {}
    places: set[int] = set()
    free = False
    for place in slots.reading.cues.get(Cue.EXCEPT, ()):
        if _asks_whether_not(slots, place):
            continue
        found = _left_out(slots, place, _word(slots, place) in _BEHIND)
        for at in found:
            name = slots.tokens[at].name
            free = free or name is None
            if name is not None:
                names[name.id] = None
        if found:
            places |= {place, *found}
    for place, id_ in _given_up(slots):
        names[id_] = None
        places.add(place)
    for place, taken in _taken_out(slots):
        places.add(place)
        if taken is not None:
            names[taken] = None
    return Exclusion(tuple(names), frozenset(places), free)


def _asks_whether_not(slots: Slots, place: int) -> bool:
    """Whether a denial only asks for a yes, and leaves nothing out: AI不是免费的吗, isn't GLM free?"""
    if _word(slots, place) not in _DENYING or slots.reading.has(*_CHOOSING):
        return False
    return place == 0 or any(_word(slots, at) in _WHETHER for at in range(place + 1, len(slots.tokens)))


_DENYING: Final = frozenset(words_under("questions", "exclusions, denying"))
_WHETHER: Final = frozenset(words_under("questions", "exclusions, whether"))
_CHOOSING: Final = (
    Cue.WHICH,
    Cue.WHO,
    Cue.HOW_MANY,
    Cue.HOW_MUCH_MONEY,
    Cue.CHEAPEST,
    Cue.DEAREST,
    Cue.LIST,
    Cue.EXISTS,
)


def _given_up(slots: Slots) -> Iterator[tuple[int, str]]:
    """What is no longer to be used, where only the cost of what comes in its place is asked for: 不用GLM转用豆包多少钱."""
    if Cue.SWITCH not in slots.reading.cues or slots.reading.has(*_WEIGHED):
        return
    for place, id_ in slots.named:
        if place >= 0 and f" {slots.reading.text[: slots.tokens[place].start]}".endswith(_NOT_USED):
            yield place, id_


_TAKEN: Final = re.compile(
    r"\b(?:leav(?:e|ing)|tak(?:e|ing)|rul(?:e|ing)|keep(?:ing)?) (.{2,60}?) out\b(?! of (?!it\b|this\b|that\b))"
)
_BESIDE: Final = frozenset({Cue.FILLER, Cue.VERSUS, Cue.MODELS})


def _taken_out(slots: Slots) -> Iterator[tuple[int, str | None]]:
    """Places of the names and words of "leave GLM out", where nothing but names stands between; the ids of the names."""
    text = slots.reading.text
    match = _TAKEN.search(text) if slots.named and " out" in text else None
    if match is None:
        return
    start, end = match.span(1)
    between = [token for token in slots.tokens if start <= token.start < end]
    if not any(token.name for token in between):
        return
    if any(token.name is None and _BESIDE.isdisjoint(token.cues) for token in between):
        return
    for place, token in enumerate(slots.tokens):
        if match.start() <= token.start < match.end():
            yield place, token.name.id if token.name is not None else None


def _word(slots: Slots, place: int) -> str:
    token = slots.tokens[place]
    return slots.reading.text[token.start : token.end]


def _left_out(slots: Slots, place: int, behind: bool) -> list[int]:
    """Places of names, and of words for free, on the side of the word that leaves them out."""
    if _word(slots, place) == _BEFORE_OUTSIDE and not _ends_outside(slots, place):
        return []
    step = -1 if behind else 1
    found = list(_listed(slots, place, step))
    either = behind or _word(slots, place) in _ON_EITHER_SIDE
    return found or (list(_listed(slots, place, -step)) if either else [])


def _listed(slots: Slots, place: int, step: int) -> Iterator[int]:
    """Places of the names and words for free from a place on, as far as they make a list."""
    tokens = slots.tokens
    joined, free = True, False
    at = place + step
    while 0 <= at < len(tokens) and not _is_cut(slots, at, at - step):
        token = tokens[at]
        if (token.name is not None and not (free and not joined)) or (joined and Cue.FREE in token.cues):
            yield at
            joined, free = False, token.name is None
        elif _PASSED.isdisjoint(token.cues):
            return
        joined = joined or not _JOINS.isdisjoint(token.cues)
        at += step


def _is_cut(slots: Slots, one: int, other: int) -> bool:
    """Whether a comma, or something that is not understood, stands between two tokens that are neighbours."""
    first, second = min(one, other), max(one, other)
    text = slots.reading.text
    between = text[slots.tokens[first].end : slots.tokens[second].start]
    listed = text.isascii() and slots.tokens[second].name is not None and slots.tokens[first].name is not None
    return bool(between.strip(" 、(\"'" + ("," if listed else "")))


def _ends_outside(slots: Slots, place: int) -> bool:
    """Whether 除 has its 外: 除豆包外."""
    return any(_word(slots, at) in _OUTSIDE for at in range(place + 1, min(place + 8, len(slots.tokens))))
