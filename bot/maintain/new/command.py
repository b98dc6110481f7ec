"""``pricebot new``: writes a new entry into the knowledge folder, checked before it replaces anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, Protocol, TextIO

from bot.knowledge.problems import KnowledgeError, listed
from bot.maintain.new import texts as says
from bot.maintain.new.desk import Desk, Trial
from bot.maintain.new.draft import Draft, Prompt, gathered
from bot.maintain.new.kinds import KINDS
from bot.maintain.new.making import Kind
from bot.maintain.new.shown import desk_engine, questions, table
from bot.maintain.new.texts import MissingError, RefusalError
from bot.text import Language

OK: Final = 0
REFUSED: Final = 2
"""Exit status where nothing is written because something is wrong or missing."""


class Output(Protocol):
    """Where the command writes."""

    @property
    def errors(self) -> TextIO: ...

    def say(self, text: str = "") -> None: ...


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked of the command."""

    kind: str
    given: Mapping[str, object]
    """Values by the names of their options."""
    folder: Path | None
    today: date
    language: Language
    dry_run: bool = False


def new(order: Order, output: Output, prompt: Prompt | None) -> int:
    """The command; gives the exit status. Where ``prompt`` is given it asks for what is missing, and before it writes."""
    try:
        desk = Desk(order.folder)
        kind = KINDS[order.kind](desk, order.today)
        draft, prompt = _draft(order, kind, prompt)
        id_ = kind.add(draft)
        return _finish(order, desk, draft, id_, output, prompt)
    except RefusalError as refusal:
        _complain(output, refusal.lines(order.language))
        return REFUSED


def _draft(order: Order, kind: Kind, prompt: Prompt | None) -> tuple[Draft, Prompt | None]:
    """The values of the entry; what asks is left out where the flags say all that is needed."""
    try:
        return gathered(order.kind, order.given, kind.hint, None, order.language), None
    except MissingError:
        if prompt is None:
            raise
    return gathered(order.kind, order.given, kind.hint, prompt, order.language), prompt


def _finish(order: Order, desk: Desk, draft: Draft, id_: str, output: Output, prompt: Prompt | None) -> int:
    """Show what is new, try it, and write it where all is well."""
    lines = list(desk.added())
    try:
        trial = desk.tried()
        problems = trial.problems
    except KnowledgeError as error:
        trial, problems = None, error.problems
    if trial is None or problems:
        for line in lines:
            output.say(line)
        _complain(
            output,
            [*listed(problems, order.language), says.NOT_WRITTEN.spoken(order.language)],
        )
        return REFUSED
    if prompt is None and not order.dry_run:
        desk.write()
        output.say(says.WRITTEN.spoken(order.language))
    else:
        output.say(says.WOULD_WRITE.spoken(order.language))
    for line in lines:
        output.say(line)
    _complain(output, listed(trial.warnings, order.language))
    if prompt is not None and not order.dry_run:
        if not _agreed(prompt, order.language):
            raise RefusalError(says.ENDED)
        desk.write()
    _tell(order, desk, draft, id_, trial, output)
    return OK


def _agreed(prompt: Prompt, language: Language) -> bool:
    answer = prompt(says.CONFIRM.spoken(language), "", "", ())
    return answer is not None and answer.strip().casefold() in ("", "y", "yes", "是", "好")


def _tell(order: Order, desk: Desk, draft: Draft, id_: str, trial: Trial, output: Output) -> None:
    """What is answered by now."""
    said = says.WOULD_NOW if order.dry_run else says.NOW
    output.say(f"\n{said.spoken(order.language)}")
    asked = questions(order.kind, id_, draft, trial.engine, order.today)
    for line in table(asked, desk_engine(desk), trial.engine, order.language):
        output.say(line)
    if order.kind == "vendor":
        output.say(f"\n{says.NEXT_MODEL.filled(id=id_).spoken(order.language)}")


def _complain(output: Output, lines: list[str]) -> None:
    for line in lines:
        output.errors.write(f"{line}\n")
    output.errors.flush()
