"""The values of an entry, gathered from flags and, at a terminal, from answers to questions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple, Protocol

from bot.knowledge.problems import KnowledgeError
from bot.knowledge.yaml_text import Value
from bot.maintain.new import texts as says
from bot.maintain.new.fields import ASKED, FIELDS, Field
from bot.maintain.new.texts import MissingError, RefusalError, Said, told_of
from bot.text import Language

_COMMAS: Final = re.compile(r"\s*[,，、]\s*")
_LISTED: Final = frozenset({"alias", "subject", "hours", "day"})
"""Flags of which several values may be typed on one line at a terminal."""


class Prompt(Protocol):
    """Asks for a line at a terminal; nothing where the input has ended."""

    def __call__(self, label: str, explained: str, proposed: str, known: Sequence[str]) -> str | None: ...


class Hint(NamedTuple):
    """What is known of a field before it is given."""

    proposed: str = ""
    """What is taken where nothing else is given."""
    known: Sequence[str] = ()
    """What it may be, among other things."""
    needed: bool = False
    offered: bool = False
    """Whether what is proposed is only shown at a terminal, and taken nowhere else."""
    skipped: bool = False
    """Whether it is not to be asked for."""
    because: Said | None = None
    """Why it is needed, where that is not plain."""


Hints = Callable[[str, "Draft"], Hint]
"""What is known of the field with this flag, by what has been given before it."""


class Draft(dict[str, Value]):
    """The values by the flags of their fields; those of fields that are given several times are lists."""

    def text(self, flag: str) -> str:
        """The value as a text; empty where there is none."""
        value = self.get(flag)
        return "" if value is None else str(value)

    def texts(self, flag: str) -> tuple[str, ...]:
        value = self.get(flag)
        return tuple(str(one) for one in value) if isinstance(value, tuple) else ()

    def under(self, keys: Mapping[str, str]) -> dict[str, Value]:
        """The values of some flags under the keys that they have in a file, in this order."""
        return {key: self[flag] for flag, key in keys.items() if flag in self}

    def words(self, flag: str) -> Value:
        """A text in two languages: one where both are the same or one is missing."""
        zh, en = self.get(flag), self.get(f"{flag}-en")
        if zh is None or en is None or zh == en:
            return zh if zh is not None else en
        return {"zh": zh, "en": en}


def gathered(kind: str, given: Mapping[str, object], hints: Hints, prompt: Prompt | None, language: Language) -> Draft:
    """The values of an entry: what was given by flags, what is asked for where somebody is there, what is proposed.

    Raises:
        RefusalError: a value is wrong, or one is missing that cannot be asked for.
    """
    draft = _given(kind, given)
    missing, because = [], []
    for field in FIELDS[kind]:
        if field.flag in draft:
            continue
        hint = hints(field.flag, draft)
        if hint.skipped:
            continue
        if prompt is not None and field.flag in ASKED[kind]:
            _ask(field, hint, prompt, language, draft)
        elif hint.proposed and not hint.offered:
            _take(field, hint.proposed, draft)
        elif hint.needed:
            missing.append(f"--{field.flag}")
            because += [hint.because] if hint.because else []
    if missing:
        raise MissingError(*because, says.MISSING.filled(flags=", ".join(missing), kind=kind))
    return draft


def _given(kind: str, given: Mapping[str, object]) -> Draft:
    """The values that flags give; all that is wrong with them is told at once."""
    draft, wrong = Draft(), list[Said]()
    for field in FIELDS[kind]:
        value = given.get(field.name)
        if not value:
            continue
        try:
            if isinstance(value, list):
                draft[field.flag] = tuple(field.read(str(one)) for one in value)
            else:
                draft[field.flag] = True if value is True else field.read(str(value))
        except KnowledgeError as error:
            wrong += _wrong(field, error)
    if wrong:
        raise RefusalError(*wrong)
    return draft


def _wrong(field: Field, error: KnowledgeError) -> Iterator[Said]:
    return (says.WRONG.filled(flag=field.flag, problem=told_of(problem)) for problem in error.problems)


def _ask(field: Field, hint: Hint, prompt: Prompt, language: Language, draft: Draft) -> None:
    """Ask for a field until the answer is a value of it, or empty where it may be left out."""
    explained = field.explained(language)
    if field.many and field.flag not in _LISTED:
        explained += f" ({says.MORE.spoken(language)})"
    elif not hint.needed and not hint.proposed:
        explained += f" ({says.SKIP.spoken(language)})"
    values: list[Value] = []
    while True:
        answer = prompt(field.flag, explained, "" if values else hint.proposed, hint.known)
        if answer is None:
            raise RefusalError(says.ENDED)
        answer = answer.strip()
        if not answer and (values or not hint.needed):
            break
        try:
            values += [field.read(part) for part in _parts(field, answer)] if answer else []
        except KnowledgeError as error:
            explained = "\n".join(said.spoken(language) for said in _wrong(field, error))
            continue
        if answer and (not field.many or field.flag in _LISTED):
            break
        explained = ""
    if values:
        draft[field.flag] = tuple(values) if field.many else values[0]


def _take(field: Field, proposed: str, draft: Draft) -> None:
    try:
        values = tuple(field.read(part) for part in _parts(field, proposed))
    except KnowledgeError as error:
        raise RefusalError(*_wrong(field, error)) from None
    draft[field.flag] = values if field.many else values[0]


def _parts(field: Field, text: str) -> Sequence[str]:
    return [part for part in _COMMAS.split(text) if part] if field.flag in _LISTED else (text,)
