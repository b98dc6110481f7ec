"""Which parts have a say in which cases, and which cases come out wrong without each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from functools import cached_property, partial
from typing import Final

from bot.engine import Engine
from bot.knowledge.load import load_knowledge
from bot.text import normal_form
from tests.corpus_cases import MARKET, TODAYS_MARKET
from tools.earns.cases import Case, all_cases
from tools.earns.parts import Wanted, any_part
from tools.earns.patterns import pattern_parts, watched_patterns
from tools.earns.rules import rule_parts, watched_rules
from tools.earns.spread import spread
from tools.earns.texts import Texts
from tools.earns.witnesses import shown
from tools.earns.words import CueWords, list_parts

_FEW: Final = 8
"""Of so many cases one is asked where most parts win many."""


class Ledger:
    """The parts of the engines of both markets, the cases, and where each part has a say; ``jobs`` processes share the work."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        engines = [Engine(load_knowledge(market)) for market in (MARKET, TODAYS_MARKET)]
        for engine in engines:
            engine.warm()
        self._words = CueWords([engine._shelf.reader for engine in engines])
        self.cases: list[Case] = all_cases(*engines)
        parts = (*pattern_parts(), *rule_parts(), *self._words.parts(), *list_parts())
        self.parts = {part.key: part for part in parts}
        self.said: dict[str, list[int]] = defaultdict(list)
        """The places of the cases in which a part has a say, by its key."""
        self.wrong: set[int] = set()
        """The places of the cases that come out wrong with all parts there."""

    def record(self, wanted: Wanted = any_part, every: int = 1) -> None:
        """Ask all cases once, or one of so many, and note in which the parts have a say whose keys are wanted."""
        spans = [range(start * every, len(self.cases), self._jobs * every) for start in range(self._jobs)]
        for said, wrong in spread(partial(self._recorded, wanted=wanted), spans, self._jobs):
            self.wrong.update(wrong)
            for key, places in said.items():
                self.said[key] += places
        for key, part in self.parts.items():
            if part.text is not None and wanted(key):
                self.said[key] = list(self._texts.holding(part.text.strip()))

    @cached_property
    def _texts(self) -> Texts:
        return Texts([normal_form(case.text) for case in self.cases])

    def _recorded(self, places: range, wanted: Wanted) -> tuple[dict[str, list[int]], list[int]]:
        said: dict[str, list[int]] = defaultdict(list)
        wrong: list[int] = []
        seen: set[str] = set()
        with ExitStack() as stack:
            for watched in (watched_patterns, watched_rules, self._words.watched):
                stack.enter_context(watched(seen.add, wanted))
            for place in places:
                seen.clear()
                if not self.cases[place].right():
                    wrong.append(place)
                for key in seen:
                    said[key].append(place)
        return said, wrong

    def won(self, keys: Iterable[str], most: int) -> dict[str, list[int]]:
        """The places of the cases that come out wrong without each part, at most so many."""
        tasks = [key for key in keys if self.said[key]]
        return dict(spread(partial(self._lost_without, most=most), tasks, self._jobs, together=4))

    def proven(self, keys: Sequence[str], witnesses: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
        """Of the parts that a witness still proves to win something, the cases that are known to be won by each."""
        places = {shown(case): place for place, case in enumerate(self.cases)}
        known = {key: [each for each in witnesses.get(key, ()) if each in places] for key in keys}
        self.said.update({key: [places[each] for each in cases] for key, cases in known.items()})
        won = {key: places[0] for key, places in self.won(keys, 1).items() if places}
        self.wrong.update(place for place in set(won.values()) if not _is_right(self.cases[place]))
        return {key: known[key] for key, place in won.items() if place not in self.wrong}

    def found(self, keys: Sequence[str], most: int) -> dict[str, list[str]]:
        """The cases that each part wins, at most so many; parts that win none are left out.

        They are looked for among some cases first, and among all for the parts that win none of those.
        """
        found: dict[str, list[str]] = {}
        for every in (_FEW, 1):
            rest = [key for key in keys if key not in found]
            self.said.update({key: [] for key in rest})
            if rest:
                self.record(frozenset(rest).__contains__, every)
            won = self.won(rest, most).items()
            found |= {key: [shown(self.cases[place]) for place in places] for key, places in won if places}
        return found

    def unread(self, keys: Sequence[str]) -> list[str]:
        """The cue words and the entries of lists that no message holds."""
        entries = {key: text for key in keys if (text := self.parts[key].text) is not None}
        messages = [case for case in self.cases if case.is_message]
        words = self._words.unread([key for key in keys if key not in entries], messages)
        return [
            *words,
            *(key for key, text in entries.items() if not any(True for _ in self._texts.holding(text.strip()))),
        ]

    def _lost_without(self, key: str, most: int) -> tuple[str, list[int]]:
        lost: list[int] = []
        with self.parts[key].off():
            for place in _from_both_ends(sorted(self.said[key])):
                if place not in self.wrong and not _is_right(self.cases[place]):
                    lost.append(place)
                    if len(lost) >= most:
                        break
        return key, sorted(lost)


def _from_both_ends(places: list[int]) -> Iterator[int]:
    """The places in an order in which those that are alike do not follow one another."""
    for first, last in zip(places, reversed(places), strict=True):
        if first > last:
            return
        yield first
        if first != last:
            yield last


def _is_right(case: Case) -> bool:
    """Whether a case still comes out right; without a part, the bot may break."""
    try:
        return case.right()
    except Exception:  # noqa: BLE001 - whatever breaks, the case is lost
        return False
