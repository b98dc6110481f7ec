"""``pricebot check``: is the knowledge base right, and do its names and example questions still lead home?

A folder that loads is not yet right: a new alias can take a name away from another model, a new keyword can answer a
question that belongs to another fact. So every name and every question of the files is put to the engine, and each one
that no longer leads to its own entry is a problem with file, line and column like any other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, Protocol, TextIO

from bot.answers import Context, Kind, Reply, Status
from bot.engine import Engine
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.entries import EntryKind, Knowledge
from bot.knowledge.folder import Folder, packaged_folder, read_folder
from bot.knowledge.load import knowledge_of
from bot.knowledge.names import written_lookalikes, written_names
from bot.knowledge.problems import KnowledgeError, Problem
from bot.knowledge.schema import ArticleFile
from bot.language.tokens.reader import Reader
from bot.text import normalize

OK: Final = 0
WRONG: Final = 2
"""Exit status where something is wrong."""


@dataclass(frozen=True, slots=True)
class Probe:
    """What the check asks of an engine.

    ``resolve`` gives the ids of the entries and works that are seen in a text, ``ask`` the reply to a question on a day
    (``None``: today).
    """

    resolve: Callable[[str], set[str]]
    ask: Callable[[str, date | None], Reply]


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was found, sorted by place; ``summary`` counts what was checked, where nothing is wrong."""

    problems: tuple[Problem, ...]
    summary: str

    @property
    def ok(self) -> bool:
        return not self.problems


def check_knowledge(folder: Path | None, engine_factory: Callable[[Knowledge], Probe]) -> CheckReport:
    """Check a folder (``None``: the knowledge that came with the program) down to its last alias and question."""
    try:
        read = read_folder(folder if folder is not None else packaged_folder())
        knowledge = knowledge_of(read)
    except KnowledgeError as error:
        return CheckReport(error.problems, _failure(len(error.problems)))
    probe = engine_factory(knowledge)
    problems = sorted({*_check_names(read, probe), *_check_questions(read, knowledge, probe)})
    return CheckReport(tuple(problems), _failure(len(problems)) if problems else _success(read, knowledge))


def _check_names(folder: Folder, probe: Probe) -> Iterator[Problem]:
    for name in written_names(folder):
        seen = probe.resolve(name.text)
        if name.id not in seen:
            message = f"`{name.text}` {_led(seen)} instead of {name.id}"
            yield Problem.at(name.place, name.path, message, "remove it, or the longer or stronger word that hides it")
    for word in written_lookalikes(folder):
        if word.id in probe.resolve(word.text):
            message = f"`{word.text}` is still read as {word.id}"
            yield Problem.at(word.place, word.path, message, "write the whole of the word, or remove it")


def _led(seen: set[str]) -> str:
    return f"leads to {', '.join(sorted(seen))}" if seen else "leads nowhere"


def _check_questions(folder: Folder, knowledge: Knowledge, probe: Probe) -> Iterator[Problem]:
    """Questions are asked on the day of the source of their fact: a newer price does not make an old report wrong."""
    for file in folder.files:
        if not isinstance(file.typed, ArticleFile):
            continue
        for number, fact in enumerate(file.typed.facts):
            day = knowledge.sources[knowledge.facts[fact.id].source].date
            for place, question in enumerate(fact.asks):
                reply = probe.ask(question, day)
                if not _answers(reply, fact.id):
                    path = ("facts", number, "asks", place)
                    message = f"`{question}` {_answered(reply)}, not with {fact.id}"
                    advice = "add the words it is asked with to this fact's keywords, or make the other's narrower"
                    yield Problem.at(file.document.place(path), path, message, advice)


def _answers(reply: Reply, fact: str) -> bool:
    """Whether a reply states the fact: first, where it is about facts; among others, where it computes a price."""
    if reply.kind is Kind.FACT:
        return reply.facts[:1] == (fact,)
    return reply.status is Status.ANSWERED and fact in reply.facts


def _answered(reply: Reply) -> str:
    if reply.kind is None:
        return "is not understood"
    facts = f" with {', '.join(reply.facts)}" if reply.facts else ""
    return f"is answered as a {reply.kind} question{facts}"


def _success(folder: Folder, knowledge: Knowledge) -> str:
    vendors = sum(entry.kind is EntryKind.VENDOR for entry in knowledge.entries.values())
    models = sum(entry.kind is EntryKind.MODEL and not entry.reference for entry in knowledge.entries.values())
    prices = sum(map(len, knowledge.prices.values()))
    names = sum(1 for _ in written_names(folder))
    asks = sum(len(fact.asks) for fact in knowledge.facts.values())
    return (
        f"ok: {vendors} vendors, {models} models, {prices} prices, {len(knowledge.facts)} facts, "
        f"{names} names, {asks} questions"
    )


def _failure(count: int) -> str:
    return "1 problem" if count == 1 else f"{count} problems"


class Output(Protocol):
    """Where the command writes."""

    @property
    def errors(self) -> TextIO: ...

    def say(self, text: str) -> None: ...


def check(folder: Path | None, output: Output) -> int:
    """The command: problems on standard error, one a line, the summary on standard output; gives the exit status."""
    report = check_knowledge(folder, engine_probe)
    for problem in report.problems:
        output.errors.write(f"{problem}\n")
    output.errors.flush()
    output.say(report.summary)
    return OK if report.ok else WRONG


def engine_probe(knowledge: Knowledge) -> Probe:
    """What an engine with this knowledge sees and says."""
    catalogue = Catalogue.beside(knowledge)
    engine = Engine(knowledge, catalogue)
    reader = Reader(knowledge, catalogue)

    def resolve(text: str) -> set[str]:
        return {name.id for _, name in reader.read(normalize(text)).names()}

    return Probe(resolve, lambda text, day: engine.ask(text, Context(today=day)))
