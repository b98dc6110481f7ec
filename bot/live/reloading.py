"""Loads a knowledge folder beside the running engine, checks it, and swaps it in whole or not at all."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Final

from bot.engine import Engine
from bot.knowledge.derived import forget
from bot.knowledge.folder import Folder, read_folder
from bot.knowledge.load import knowledge_of
from bot.knowledge.messages.message import Term
from bot.knowledge.problems import KnowledgeError, Problem
from bot.live.watching import look
from bot.telegram.answering.upkeep import Outcome, Result
from bot.text import Language

READS: Final = 5
"""How often a folder is read that changes while it is read, before what was read counts all the same."""

_log = logging.getLogger(__name__)


class Reloader:
    """Brings an engine up to date with a folder. Its methods take seconds: they are for threads."""

    def __init__(self, engine: Engine, folder: Path) -> None:
        self._engine = engine
        self._folder = folder
        self._one_at_a_time = Lock()

    def reload(self) -> Outcome:
        """Load and check the folder, and take it over where nothing is wrong. Nothing is raised: the engine goes on with
        the last good knowledge, whatever the folder holds."""
        with self._one_at_a_time:
            try:
                return self._reloaded()
            except Exception as error:  # noqa: BLE001 - whatever ails an edit, the last good knowledge answers
                _log.exception("The knowledge folder could not be tried")
                return self._outcome(Result.FAILED, "", fault=type(error).__name__)

    def _reloaded(self) -> Outcome:
        from bot.maintain.check import check_loaded, probe_of

        read = read_settled(self._folder)
        if not read.problems and read.digest == self._engine.knowledge.version:
            return self._outcome(Result.SAME, read.digest)
        try:
            knowledge = knowledge_of(read)
        except KnowledgeError as error:
            return self._refused(read, error.problems)
        trial = self._engine.trial(knowledge)
        report = check_loaded(
            read, knowledge, lambda checked: probe_of(trial if checked is knowledge else self._engine.trial(checked))
        )
        if not report.ok:
            forget(knowledge)
            return self._refused(read, report.problems)
        self._engine.adopt(trial)
        _log.info("Knowledge %s is in use: %s", knowledge.version, report.summary.en)
        return self._outcome(Result.TAKEN, read.digest, summary=report.summary)

    def _refused(self, read: Folder, problems: tuple[Problem, ...]) -> Outcome:
        outcome = self._outcome(Result.FAILED, read.digest, problems=problems)
        _log.error(
            "Knowledge %s cannot be used as it is, and %s goes on answering:\n%s",
            outcome.digest,
            outcome.version,
            "\n".join(outcome.shown_problems(Language.EN)),
        )
        return outcome

    def _outcome(
        self,
        result: Result,
        digest: str,
        *,
        problems: tuple[Problem, ...] = (),
        summary: Term | None = None,
        fault: str = "",
    ) -> Outcome:
        return Outcome(result, datetime.now(UTC), digest, self._engine.knowledge.version, problems, summary, fault)


def read_settled(folder: Path) -> Folder:
    """The files of a folder as they were all at one time: what changes while it is read is read again."""
    before, read = look(folder), read_folder(folder)
    for _ in range(READS):
        after = look(folder)
        if after == before:
            return read
        before, read = after, read_folder(folder)
    _log.info("The knowledge folder kept changing while it was read.")
    return read
