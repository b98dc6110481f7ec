"""Codes of ids and ids of codes, over the knowledge base and the wider catalogue.

An id has a short code of its own, 4 of ``0-9A-Za-z``. Those that would share one have longer codes instead, ``_`` and 8
of the same, so that each code means one id, whatever the order in which ids are known; a curated id keeps its short
code where it shares that with one of the catalogue. The code of an id that shares its own with none never changes.
"""

from __future__ import annotations

import hashlib
import re
import string
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from typing import Final, Protocol

from bot.codes.errors import BadCodeError
from bot.knowledge.entries import Knowledge
from bot.lazy import Worked

CODE: Final = "(?:[0-9A-Za-z]{4}|_[0-9A-Za-z]{8})"
"""A code of an id, as a pattern; several may stand in a row."""

_DIGITS: Final = string.digits + string.ascii_uppercase + string.ascii_lowercase
_SHORT: Final = 4
_LONG: Final = 8


def short_code(identity: str) -> str:
    """The usual code of an id."""
    return _digest(identity.encode(), _SHORT)


def codes_of(identities: Iterable[str], taken: Collection[str] = frozenset()) -> dict[str, str]:
    """A code for each id that is not among those ``taken``: the short one where no other id has it, else a long one."""
    short = {identity: short_code(identity) for identity in identities}
    shared = Counter(short.values())
    codes = {identity: code for identity, code in short.items() if shared[code] == 1 and code not in taken}
    rest, turn = sorted(short.keys() - codes.keys()), 0
    while rest:
        turn += 1
        long = {identity: "_" + _digest(f"{identity}\0{turn}".encode(), _LONG) for identity in rest}
        shared = Counter(long.values())
        used = {*codes.values(), *taken}
        codes |= {identity: code for identity, code in long.items() if shared[code] == 1 and code not in used}
        rest = [identity for identity in rest if identity not in codes]
    return codes


def _digest(data: bytes, length: int) -> str:
    number = int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "big")
    code = ""
    for _ in range(length):
        number, digit = divmod(number, len(_DIGITS))
        code += _DIGITS[digit]
    return code


class IdList(Protocol):
    """Ids of entries beyond the curated ones."""

    def ids(self) -> tuple[str, ...]: ...


class IdTable:
    """Looks ids up by code; the catalogue's only where the knowledge base does not have it."""

    def __init__(self, knowledge: Knowledge, catalogue: IdList) -> None:
        self._knowledge = knowledge
        self._catalogue = catalogue
        self.code_of = Worked(self._code_of).__getitem__
        """The code of an id; of one that is not known, the short one."""

    def id_of(self, code: str) -> str | None:
        return self._ids.get(code) or self._wider_ids.get(code)

    def _code_of(self, id_: str) -> str:
        return self._codes.get(id_) or self._wider_codes.get(id_) or short_code(id_)

    @cached_property
    def _codes(self) -> Mapping[str, str]:
        return codes_of([*self._knowledge.entries, *self._knowledge.facts, *self._knowledge.works])

    @cached_property
    def _ids(self) -> Mapping[str, str]:
        return {code: id_ for id_, code in self._codes.items()}

    @cached_property
    def _wider_codes(self) -> Mapping[str, str]:
        return codes_of((id_ for id_ in self._catalogue.ids() if id_ not in self._codes), self._ids.keys())

    @cached_property
    def _wider_ids(self) -> Mapping[str, str]:
        return {code: id_ for id_, code in self._wider_codes.items()}


class IdCodes(Protocol):
    """Codes of ids and ids of codes."""

    def code_of(self, id_: str, /) -> str: ...
    def id_of(self, code: str) -> str | None: ...


def ids_code(ids: Iterable[str], table: IdCodes) -> str:
    """The codes of ids in a row."""
    return "".join(map(table.code_of, ids))


_FIND_CODES: Final = re.compile(CODE).findall
_IS_CODES: Final = re.compile(f"{CODE}+").fullmatch


def read_ids(text: str, table: IdCodes) -> tuple[str, ...]:
    """The ids of codes in a row.

    Raises:
        BadCodeError: they are none, or one is of no id that is known.
    """
    if not _IS_CODES(text):
        raise BadCodeError(text)
    found = tuple(table.id_of(code) for code in _FIND_CODES(text))
    if None in found:
        raise BadCodeError(text)
    return tuple(id_ for id_ in found if id_ is not None)


def read_id(text: str, table: IdCodes) -> str:
    """The id of a code; raises as :func:`read_ids`."""
    return read_ids(text, table)[0]
