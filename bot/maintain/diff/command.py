"""``pricebot diff``: what changes for those who ask, from one knowledge base to another, for whoever reviews an edit."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

from bot.engine import Engine
from bot.knowledge.entries import Knowledge
from bot.knowledge.files import shown_name
from bot.knowledge.folder import packaged_folder
from bot.knowledge.messages.message import Term
from bot.knowledge.problems import KnowledgeError, Problem
from bot.maintain.diff.changes import State, difference
from bot.maintain.diff.questions import Asked, QuestionsError, asked, read_questions
from bot.maintain.diff.report import Report
from bot.maintain.diff.revisions import RevisionError, write_revision
from bot.text import Language, to_traditional


class Output(Protocol):
    """Where the command writes."""

    def say(self, text: str) -> None: ...
    def complain(self, text: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be compared, and how it is to be told.

    ``before`` and ``after`` are folders or git revisions; without ``after`` it is the folder as it is. ``questions``
    are files of further ones; ``None``: none are asked at all. ``most`` items are shown of each section.
    """

    before: str
    after: str | None
    questions: Sequence[Path] | None
    language: Language
    most: int
    now: datetime


def diff(folder: Path | None, wish: Wish, output: Output, engine_of: Callable[[Knowledge], Engine] = Engine) -> int:
    """The command, on the knowledge in a folder (``None``: that which came with the program); gives the exit status.

    Raises:
        KnowledgeError: one of the two does not load.
    """
    folder = folder if folder is not None else packaged_folder()
    try:
        further = [question for file in wish.questions or () for question in read_questions(file)]
        before = _state(wish.before, folder)
        after = State.read(shown_name(folder), folder) if wish.after is None else _state(wish.after, folder)
    except (RevisionError, QuestionsError) as error:
        output.complain(f"{error}.")
        return 2
    found = difference(before, after, wish.now.date())
    report = Report(before, after, wish.language, wish.most)
    text = "\n".join(report.lines(found, _answers(before, after, further, wish, engine_of), wish.now.date()))
    output.say(to_traditional(text) if wish.language is Language.ZH_HANT else text)
    return 0


def _answers(
    before: State, after: State, further: Sequence[str], wish: Wish, engine_of: Callable[[Knowledge], Engine]
) -> Asked | None:
    if wish.questions is None or before.knowledge.version == after.knowledge.version:
        return None
    engine = engine_of(before.knowledge)
    return asked(engine, engine.trial(after.knowledge), further, wish.now)


def _state(text: str, folder: Path) -> State:
    """The knowledge in another folder, or in this one as it was in a revision."""
    if Path(text).is_dir():
        return State.read(text, Path(text))
    with tempfile.TemporaryDirectory(prefix="pricebot-") as scratch:
        written = Path(scratch)
        write_revision(folder, text, written)
        try:
            return State.read(text, written)
        except KnowledgeError as error:
            raise KnowledgeError(
                _of_revision(problem, text, shown_name(written)) for problem in error.problems
            ) from None


def _of_revision(problem: Problem, revision: str, written: str) -> Problem:
    """A problem told of as it stands in the revision, rather than in the files that were written of it."""

    def there(text: str) -> str:
        return text.replace(f"{written}/", f"{revision}:")

    parts = tuple((name, Term(there(term.en), there(term.zh))) for name, term in problem.parts)
    return replace(problem, file=there(problem.file), parts=parts)
