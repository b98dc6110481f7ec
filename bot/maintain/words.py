"""Words that make poor names: those that questions are made of, parts of many names, everyday words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.entries import EntryKind, Knowledge
from bot.knowledge.messages.message import Message
from bot.language.amounts.amounts import AmountFinder
from bot.language.basics.cues import Cue
from bot.language.words.cue_words import cue_words
from bot.language.words.currency_cues import asked_currencies
from bot.maintain import messages as says
from bot.text import normalize

SHARED: Final = 3
"""Vendors in whose models' names a word stands that tells none of them."""

Reason = tuple[Message, dict[str, str]]
"""What is said of a name, and its parts beside the name itself."""

_LIST: Final = Path(__file__).with_name("everyday.txt")
_LATIN: Final = re.compile("[a-z]+")


class Words:
    """The words that a knowledge base is asked with. Texts are looked up in any spelling."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._cues = cue_words()
        self._measures = {word.text for word in knowledge.currency_words}
        self._measures.update(word.text for word in knowledge.unit_words)
        self._measures.update(asked_currencies(knowledge.currency_words))
        self._amounts = AmountFinder(knowledge.currency_words, knowledge.unit_words)

    def taken(self, name: str) -> Reason | None:
        """Why a name cannot be this word, which means something else in every question."""
        text = normalize(name)
        if len(text.text) == 1:
            return says.SINGLE_CHARACTER, {}
        if text.text in self._measures:
            return says.MEASURE, {}
        if cues := self._cues.get(text.text):
            meanings = [cue.value for cue in cues if cue is not Cue.FILLER]
            return (says.QUESTION_WORD, {"meaning": ", ".join(meanings)}) if meanings else (says.EVERY_QUESTION, {})
        if any((amount.start, amount.end) == (0, len(text.text)) for amount in self._amounts.find(text)):
            return says.AMOUNT, {}
        return None


class CommonWords:
    """Words that tell no model from another."""

    def __init__(self, knowledge: Knowledge, catalogue: Catalogue) -> None:
        self._shared = _vendors_by_word(knowledge, catalogue)

    def common(self, name: str) -> Reason | None:
        """Why a name that is this word says nothing by itself."""
        text = normalize(name).text
        vendors = len(self._shared.get(text, ()))
        if vendors >= SHARED:
            return says.SHARED, {"vendors": str(vendors)}
        return (says.EVERYDAY, {}) if text in everyday_words() else None


def _vendors_by_word(knowledge: Knowledge, catalogue: Catalogue) -> Mapping[str, set[str]]:
    """The vendors of the models in whose names each word of Latin letters stands."""
    vendors: dict[str, set[str]] = {}
    entries = [entry for entry in knowledge.entries.values() if entry.kind is EntryKind.MODEL]
    for entry in (*entries, *filter(None, map(catalogue.entry, catalogue.models()))):
        for word in _LATIN.findall(entry.name.en.casefold()):
            vendors.setdefault(word, set()).add(entry.vendor or entry.id)
    return vendors


@cache
def everyday_words() -> frozenset[str]:
    """Words that come up in group chats, as ``tools.everyday`` has gathered them."""
    return frozenset(_LIST.read_text("utf-8").split())
