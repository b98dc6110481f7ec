"""Which parts have a say in which cases, and which cases come out wrong without each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from contextlib import ExitStack
from functools import partial

from bot.engine import Engine
from bot.knowledge.load import load_knowledge
from bot.text import normal_form
from tests.corpus_cases import MARKET
from tools.earns.cases import Case, all_cases
from tools.earns.patterns import pattern_parts, watched_patterns
from tools.earns.rules import rule_parts, watched_rules
from tools.earns.spread import spread
from tools.earns.words import CueWords, list_parts


class Ledger:
    """The parts of one engine, the cases, and where each part has a say; ``jobs`` processes share the work."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        engine = Engine(load_knowledge(MARKET))
        engine.warm()
        self._words = CueWords(engine)
        self.cases: list[Case] = all_cases(engine, engine._shelf.reader._amounts)
        parts = (*pattern_parts(), *rule_parts(), *self._words.parts(), *list_parts())
        self.parts = {part.key: part for part in parts}
        self.said: dict[str, list[int]] = defaultdict(list)
        """The places of the cases in which a part has a say, by its key."""
        self.wrong: set[int] = set()
        """The places of the cases that come out wrong with all parts there."""

    def record(self) -> None:
        """Ask all cases once."""
        share = -(-len(self.cases) // self._jobs)
        spans = [range(start, min(start + share, len(self.cases))) for start in range(0, len(self.cases), share)]
        for said, wrong in spread(self._recorded, spans, self._jobs):
            self.wrong.update(wrong)
            for key, places in said.items():
                self.said[key] += places
        texts = [normal_form(case.text) for case in self.cases]
        for part in self.parts.values():
            if part.text is not None:
                word = part.text.strip()
                self.said[part.key] = [place for place, text in enumerate(texts) if word in text]

    def _recorded(self, places: range) -> tuple[dict[str, list[int]], list[int]]:
        said: dict[str, list[int]] = defaultdict(list)
        wrong: list[int] = []
        seen: set[str] = set()
        with ExitStack() as stack:
            for watched in (watched_patterns, watched_rules, self._words.watched):
                stack.enter_context(watched(seen.add))
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

    def _lost_without(self, key: str, most: int) -> tuple[str, list[int]]:
        lost: list[int] = []
        with self.parts[key].off():
            for place in self.said[key]:
                if place not in self.wrong and not _is_right(self.cases[place]):
                    lost.append(place)
                    if len(lost) >= most:
                        break
        return key, lost


def _is_right(case: Case) -> bool:
    """Whether a case still comes out right; without a part, the bot may break."""
    try:
        return case.right()
    except Exception:  # noqa: BLE001 - whatever breaks, the case is lost
        return False
