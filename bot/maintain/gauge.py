"""How well facts are found in other words than those written beside them: the maintainer's gauge.

Each question of each fact is left out, and asked: then the fact has to be found by what it says and by its other questions, as
when somebody asks in words that nobody wrote down. The first question of every fact is left out at once, then the second of every
fact, and so on, so that a few sets of facts do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path as FilePath
from typing import Final

from bot.answers import Context, Reply
from bot.engine import Engine
from bot.knowledge.derived import forget
from bot.knowledge.entries import Fact, Knowledge
from bot.knowledge.files import shown_name
from bot.knowledge.folder import Folder, read_folder
from bot.knowledge.load import knowledge_of
from bot.knowledge.messages.message import Term
from bot.knowledge.problems import Path, Place, Problem
from bot.knowledge.schema import ArticleFile
from bot.maintain import messages as says
from bot.maintain.check import answers
from bot.maintain.check_report import CheckReport
from bot.question import Kind


@dataclass(frozen=True, slots=True)
class Tried:
    """A question that was left out and asked."""

    at: Place
    path: Path
    fact: str
    question: str
    reply: Reply
    ranked: tuple[str, ...]
    """The facts that fit it, the best first."""

    @property
    def answered(self) -> bool:
        """Whether the answer was its own fact, or a sum or price that rests on it."""
        return answers(self.reply, self.fact)

    @property
    def place(self) -> int | None:
        """Of its own fact among those that fit, from 1; ``None`` where it does not."""
        return self.ranked.index(self.fact) + 1 if self.fact in self.ranked else None

    def warning(self) -> Problem:
        """What became of it, where it was not answered."""
        return Problem.maybe(
            self.at,
            self.path,
            says.WITHOUT_IT,
            text=self.question,
            answer=self._answer(),
            fact=self.fact,
            where=_NOWHERE if self.place is None else Term(f"as number {self.place}", f"排第 {self.place}"),
        )

    def _answer(self) -> Term:
        if self.reply.kind is None:
            return Term("not understood", "听不懂")
        if self.reply.kind is Kind.FACT:
            others = ", ".join(self.reply.facts)
            return Term(f"answered with {others}", f"答成 {others}")
        return Term(f"answered as a {self.reply.kind} question", f"被当成 {self.reply.kind} 类的问题")


_NOWHERE: Final = Term("nowhere", "找不到")


def gauge(folder: FilePath, files: Sequence[FilePath] = ()) -> CheckReport:
    """How well the facts of a folder that loads, or of some of its files, are found."""
    read = read_folder(folder)
    return gauged(tried_questions(read, Engine(knowledge_of(read)), {shown_name(file) for file in files}))


def gauged(tried: Sequence[Tried]) -> CheckReport:
    """The questions that would not be answered, and in a line how many of them there are."""
    lower = sum(not each.answered and each.place is not None for each in tried)
    nowhere = sum(not each.answered and each.place is None for each in tried)
    answered = len(tried) - lower - nowhere
    shown = [f"{fact} ({of} / {all_})" for fact, of, all_ in _weakest(tried)]
    heading = Term(
        f"{len(tried):,} questions, each left out in turn: {answered:,} are still answered, of {lower:,} the fact comes lower, "
        f"of {nowhere:,} nowhere; found least: {', '.join(shown) or 'none'}",
        f"{len(tried):,} 个问题，轮流去掉再问：{answered:,} 个仍答得对，{lower:,} 个的事实排在后面，"
        f"{nowhere:,} 个的找不到；最难问到的：{'、'.join(shown) or '没有'}",
    )
    counts = {"question": len(tried), "answered": answered, "lower": lower, "nowhere": nowhere}
    return CheckReport((), tuple(each.warning() for each in tried if not each.answered), counts, heading=heading)


def _weakest(tried: Sequence[Tried]) -> list[tuple[str, int, int]]:
    """The facts of which fewest questions are answered, with how many of how many; those of which all are left out."""
    asked = Counter(each.fact for each in tried)
    answered = Counter(each.fact for each in tried if each.answered)
    missed = [(fact, answered[fact], number) for fact, number in asked.items() if answered[fact] < number]
    return sorted(missed, key=lambda each: (each[1] / each[2], -each[2]))[:_WEAKEST]


_WEAKEST: Final = 5


@dataclass(frozen=True, slots=True)
class _Ask:
    fact: Fact
    number: int
    place: Place
    path: Path


def tried_questions(read: Folder, engine: Engine, files: Collection[str] = ()) -> tuple[Tried, ...]:
    """All questions of the facts of a folder, or of some files of it, tried on an engine with its knowledge."""
    asks = sorted(_asks(read, engine.knowledge, files), key=lambda ask: ask.number)
    found = []
    for number, alike in groupby(asks, key=lambda ask: ask.number):
        trial = engine.with_facts({id_: _without(fact, number) for id_, fact in engine.knowledge.facts.items()})
        found += [_tried(trial, ask) for ask in alike]
        forget(trial.knowledge)
    return tuple(sorted(found, key=lambda tried: tried.at))


def _asks(read: Folder, knowledge: Knowledge, files: Collection[str]) -> Iterator[_Ask]:
    for file in read.files:
        if isinstance(file.typed, ArticleFile) and (not files or file.document.file in files):
            for number, fact in enumerate(file.typed.facts):
                for at in range(len(fact.asks)):
                    path: Path = ("facts", number, "asks", at)
                    yield _Ask(knowledge.facts[fact.id], at, file.document.place(path), path)


def _without(fact: Fact, number: int) -> Fact:
    return replace(fact, asks=(*fact.asks[:number], *fact.asks[number + 1 :]))


def _tried(engine: Engine, ask: _Ask) -> Tried:
    question, id_ = ask.fact.asks[ask.number], ask.fact.id
    context = Context(today=engine.knowledge.sources[ask.fact.source].date)
    return Tried(
        ask.place, ask.path, id_, question, engine.ask(question, context), engine.facts_like(question, context)
    )
