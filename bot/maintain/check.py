"""``pricebot check``: is the knowledge base right, and do its names and example questions still lead home?

A folder that loads is not yet right: a new alias can take a name away from another model, a new keyword can answer a
question that belongs to another fact. So every name and every question of the files is put to the engine, and each one
that no longer leads to its own entry is a problem with file, line and column like any other.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path as FilePath

from bot.answers import BEIJING, Context, Reply, Status
from bot.engine import Engine
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.entries import EntryKind, Knowledge
from bot.knowledge.files import shown_name
from bot.knowledge.folder import Folder, read_folder
from bot.knowledge.load import knowledge_of
from bot.knowledge.messages.message import Message
from bot.knowledge.names import written_names
from bot.knowledge.problems import KnowledgeError, Path, Place, Problem
from bot.knowledge.schema import ArticleFile
from bot.maintain import messages as says
from bot.maintain.check_report import CheckReport
from bot.maintain.edited import edited_prices
from bot.maintain.names import (
    common_names,
    misleading_names,
    names_that_are_words,
    own_names,
    second_truths,
    without,
)
from bot.maintain.prices import contradicted_prices, doubtful_prices
from bot.maintain.words import Words
from bot.question import Kind
from bot.questions.messages.known_asks import letters


@dataclass(frozen=True, slots=True)
class Probe:
    """What the check asks of an engine.

    ``resolve`` gives the ids of the entries and works that are seen in a text, ``ask`` the reply to a question on a day
    (``None``: today); ``catalogue`` is what the engine knows beside the knowledge base.
    """

    resolve: Callable[[str], set[str]]
    ask: Callable[[str, date | None], Reply]
    catalogue: Catalogue


def check_knowledge(
    folder: FilePath,
    engine_factory: Callable[[Knowledge], Probe],
    files: Sequence[FilePath] = (),
    before: Folder | None = None,
) -> CheckReport:
    """Check a folder down to its last alias and question.

    Where ``files`` of it are named, only what is found in them counts. ``before`` is the folder as it was before an edit,
    or those of its files that were other then.
    """
    read = read_folder(folder)
    named = {shown_name(file) for file in files}
    if strange := named - {file.document.file for file in read.files} - {problem.file for problem in read.problems}:
        return CheckReport(tuple(sorted(_is_strange(file, folder) for file in strange)), ())
    report = _checked(read, engine_factory, named)
    if before is not None and report.counts:
        edited = edited_prices(before, read, datetime.now(BEIJING).date())
        report = replace(report, warnings=tuple(sorted({*report.warnings, *edited})))
    return report.of(named) if named else report


def _is_strange(file: str, folder: FilePath) -> Problem:
    return Problem.at(Place(file, 1, 1), (), says.NO_SUCH_FILE, folder=shown_name(folder))


def _checked(read: Folder, engine_factory: Callable[[Knowledge], Probe], named: set[str]) -> CheckReport:
    try:
        knowledge = knowledge_of(read)
    except KnowledgeError as error:
        return CheckReport(error.problems, read.warnings)
    return check_loaded(read, knowledge, engine_factory, named)


def check_loaded(
    read: Folder, knowledge: Knowledge, engine_factory: Callable[[Knowledge], Probe], named: Collection[str] = ()
) -> CheckReport:
    """What is wrong in a knowledge base that loads, made of the files that were read; all of it, where none is named."""
    part = replace(read, files=tuple(file for file in read.files if file.document.file in named)) if named else read
    refused = names_that_are_words(read, knowledge, Words(knowledge))
    probe = engine_factory(without(knowledge, refused))
    names = [name for name in written_names(part) if name not in refused]
    problems = {
        *refused.values(),
        *misleading_names(names, part, probe.resolve),
        *contradicted_prices(read),
        *_check_questions(part, knowledge, probe),
    }
    own = [name for name in own_names(part, knowledge) if name not in refused]
    common = common_names(own, knowledge, probe.catalogue)
    warnings = {
        *read.warnings,
        *common.values(),
        *second_truths((name for name in own if name not in common), knowledge, probe.catalogue),
        *doubtful_prices(read),
    }
    return CheckReport(tuple(sorted(problems)), tuple(sorted(warnings)), _counts(read, knowledge))


def _check_questions(folder: Folder, knowledge: Knowledge, probe: Probe) -> Iterator[Problem]:
    """Questions are asked on the day of the source of their fact: a newer price does not make an old report wrong."""
    first: dict[str, tuple[str, Place]] = {}
    for file in folder.files:
        if not isinstance(file.typed, ArticleFile):
            continue
        for number, fact in enumerate(file.typed.facts):
            day = knowledge.sources[knowledge.facts[fact.id].source].date
            for at, question in enumerate(fact.asks):
                path: Path = ("facts", number, "asks", at)
                place = file.document.place(path)
                other, there = first.setdefault(letters(question), (fact.id, place))
                if other != fact.id:
                    yield Problem.at(place, path, says.ASKED_TWICE, text=question, other=other, there=there)
                elif not answers(reply := probe.ask(question, day), fact.id):
                    said = _otherwise(reply)
                    parts = {"kind": reply.kind, "others": ", ".join(reply.facts), "fact": fact.id}
                    yield Problem.at(place, path, said, text=question, **parts)


def _otherwise(reply: Reply) -> Message:
    if reply.kind is None:
        return says.NOT_UNDERSTOOD
    return says.OTHER_FACTS if reply.kind is Kind.FACT else says.COMPUTED


def answers(reply: Reply, fact: str) -> bool:
    """Whether a reply states the fact: first, where it is about facts; among others, where it computes a price."""
    if reply.kind is Kind.FACT:
        return reply.facts[:1] == (fact,)
    return reply.status is Status.ANSWERED and fact in reply.facts


def _counts(folder: Folder, knowledge: Knowledge) -> dict[str, int]:
    counts = {
        "vendor": sum(entry.kind is EntryKind.VENDOR for entry in knowledge.entries.values()),
        "model": sum(entry.kind is EntryKind.MODEL and not entry.reference for entry in knowledge.entries.values()),
        "price": sum(map(len, knowledge.prices.values())),
        "fact": len(knowledge.facts),
        "name": sum(1 for _ in written_names(folder)),
        "question": sum(len(fact.asks) for fact in knowledge.facts.values()),
    }
    if knowledge.catalogue is not None:
        counts["listed model"] = len(knowledge.catalogue.prices)
    if knowledge.exchange is not None:
        counts["exchange rate"] = sum(map(len, knowledge.exchange.rates.values()))
    return counts


def folder_of(file: FilePath) -> FilePath:
    """The knowledge folder that a file belongs to, by where it lies."""
    return file.parent.parent if file.absolute().parent.name in ("vendors", "articles") else file.parent


def engine_probe(knowledge: Knowledge) -> Probe:
    """What an engine with this knowledge sees and says."""
    return probe_of(Engine(knowledge))


def probe_of(engine: Engine) -> Probe:
    """What this engine sees and says."""
    return Probe(engine.named, lambda text, day: engine.ask(text, Context(today=day)), engine.catalogue)
