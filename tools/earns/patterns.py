"""Regular expressions and the alternatives in them: which matter in a text, and how one is switched off."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any, Final

from tools.earns.parts import Note, Part, Wanted, any_part
from tools.earns.places import Place, constants, steps

NEVER: Final = "(?!)"
_OPENING: Final = re.compile(r"\((?:\?(?:P<\w+>|<[=!]|[:=!>]|[a-zA-Z-]+:))?")
_CHANGING: Final = ("split", "sub", "subn")


def pattern_parts() -> Iterator[Part]:
    """All patterns, and the alternatives of each."""
    for place, pattern in _patterns():
        yield Part("pattern", str(place), partial(place.holding, re.compile(NEVER)))
        for name, way in _ways(place, pattern):
            yield Part("alternative", name, partial(_holding_rest, place, way))


def _holding_rest(place: Place, way: Way) -> AbstractContextManager[None]:
    return place.holding(way.without)


@contextmanager
def watched_patterns(note: Note, wanted: Wanted = any_part) -> Iterator[None]:
    """Tell of the patterns that match, and of the alternatives without which they would match otherwise."""
    with ExitStack() as stack:
        for place, pattern in list(_patterns()):
            watched = _Watched(pattern, place, note, wanted)
            if watched.has_part:
                stack.enter_context(place.holding(watched))
        yield


def _patterns() -> Iterator[tuple[Place, re.Pattern[str]]]:
    for module, name, _ in constants():
        yield from _leaves(Place(module, name), vars(module)[name])


def _leaves(place: Place, value: object) -> Iterator[tuple[Place, re.Pattern[str]]]:
    if isinstance(value, re.Pattern):
        yield place, value
        return
    for step, each in steps(value):
        if isinstance(each, (re.Pattern, tuple)):
            yield from _leaves(Place(place.module, place.name, (*place.path, step)), each)


@dataclass(frozen=True)
class Way:
    """One of the ways through a pattern, and what is left of it without.

    ``denied`` tells that it stands where the pattern says what must not be there: without it more is matched.
    """

    text: str
    denied: bool
    rest: str
    flags: int

    @cached_property
    def without(self) -> re.Pattern[str]:
        """The pattern that never goes this way."""
        return re.compile(self.rest, self.flags)


def ways(pattern: re.Pattern[str]) -> Iterator[Way]:
    """The outermost alternatives of a pattern; none where there is one way through it only."""
    source = pattern.pattern
    for start, end, denied in _spans(source, bool(pattern.flags & re.VERBOSE)):
        yield Way(source[start:end].strip(), denied, source[:start] + NEVER + source[start:], pattern.flags)


def _ways(place: Place, pattern: re.Pattern[str]) -> Iterator[tuple[str, Way]]:
    """The alternatives by name; of those that are written alike the later ones are numbered."""
    seen: dict[str, int] = {}
    for way in ways(pattern):
        seen[way.text] = count = seen.get(way.text, 0) + 1
        yield f"{place} | {way.text}" + (f" ({count})" if count > 1 else ""), way


@dataclass
class _Group:
    denied: bool
    starts: list[int]
    inner: list[tuple[int, int, bool]] = field(default_factory=list)
    """The alternatives of the groups inside, which count where this one has none of its own."""

    def closed(self, end: int) -> list[tuple[int, int, bool]]:
        if len(self.starts) == 1:
            return self.inner
        ends = [start - 1 for start in self.starts[1:]] + [end]
        return [(start, stop, self.denied) for start, stop in zip(self.starts, ends, strict=True)]


def _spans(source: str, verbose: bool) -> list[tuple[int, int, bool]]:
    """Where each alternative stands in the text of a pattern."""
    groups = [_Group(False, [0])]
    at = 0
    while at < len(source):
        character = source[at]
        if character == "\\":
            at += 2
            continue
        if character == "[":
            at = _class_end(source, at)
            continue
        if character == "#" and verbose:
            at = (source.find("\n", at) + 1) or len(source)
            continue
        if character == "(":
            opening = _OPENING.match(source, at)
            assert opening is not None
            groups.append(_Group(groups[-1].denied ^ opening.group().endswith("!"), [opening.end()]))
            at = opening.end()
            continue
        if character == "|":
            groups[-1].starts.append(at + 1)
        elif character == ")":
            closed = groups.pop().closed(at)
            groups[-1].inner += closed
        at += 1
    return groups.pop().closed(len(source))


def _class_end(source: str, at: int) -> int:
    at += 2 if source.startswith("[^", at) else 1
    at += source.startswith("]", at)
    while source[at] != "]":
        at += 2 if source[at] == "\\" else 1
    return at + 1


class _Watched:
    """A pattern that tells when it matches."""

    def __init__(self, pattern: re.Pattern[str], place: Place, note: Note, wanted: Wanted) -> None:
        self._pattern, self._note, self._key = pattern, note, f"pattern {place}"
        ways = ((f"alternative {name}", way) for name, way in _ways(place, pattern))
        self._ways = [(key, way) for key, way in ways if wanted(key)]
        self._denied = [pair for pair in self._ways if pair[1].denied]
        self.has_part = wanted(self._key) or bool(self._ways)
        """Whether it tells of anything that is wanted."""
        self.pattern, self.flags = pattern.pattern, pattern.flags

    def __getattr__(self, method: str) -> Callable[..., Any]:
        return partial(self._call, method)

    def _call(self, method: str, *arguments: Any) -> Any:
        call = getattr(self._pattern, method)
        plain = _plain(call(*arguments))
        matched = self._pattern.search(arguments[-1]) is not None if method in _CHANGING else bool(plain)
        if matched:
            self._note(self._key)
        for key, way in self._ways if matched else self._denied:
            if _plain(getattr(way.without, method)(*arguments)) != plain:
                self._note(key)
        return call(*arguments)


def _plain(result: Any) -> Any:
    """What a call found, to be compared: the places of matches, or the text that it made."""
    if result is None or isinstance(result, (str, list)):
        return result
    return result.regs if isinstance(result, re.Match) else [match.regs for match in result]
