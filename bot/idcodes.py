"""Codes of ids and ids of codes, over the knowledge base and the wider catalogue."""

from __future__ import annotations

from functools import cached_property
from typing import Protocol

from bot.knowledge.entries import Knowledge
from bot.knowledge.load import short_code


class IdList(Protocol):
    """Ids of entries beyond the curated ones."""

    def ids(self) -> tuple[str, ...]: ...


class IdTable:
    """Looks ids up by code; the catalogue's only where the knowledge base does not have it."""

    def __init__(self, knowledge: Knowledge, catalogue: IdList) -> None:
        self._codes = knowledge.codes
        self._ids = {code: id_ for id_, code in knowledge.codes.items()}
        self._catalogue = catalogue

    def code_of(self, id_: str) -> str:
        return self._codes.get(id_) or short_code(id_)

    def id_of(self, code: str) -> str | None:
        return self._ids.get(code) or self._wider.get(code)

    @cached_property
    def _wider(self) -> dict[str, str]:
        return {short_code(id_): id_ for id_ in self._catalogue.ids()}
