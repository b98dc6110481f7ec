"""Loads a knowledge folder into one immutable :class:`Knowledge`, or says all that is wrong with it."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

from bot.knowledge.build import build
from bot.knowledge.currency_words import currency_words
from bot.knowledge.entries import Knowledge
from bot.knowledge.folder import Folder, packaged_folder, read_folder
from bot.knowledge.names import collect_names
from bot.knowledge.problems import KnowledgeError, Problem
from bot.knowledge.references import check_references

__all__ = ["KnowledgeError", "Problem", "knowledge_of", "load_knowledge"]


def load_knowledge(folder: Path | None = None) -> Knowledge:
    """The knowledge base in a folder; ``None`` is the one that came with the program.

    Raises:
        KnowledgeError: something is wrong; ``problems`` says all of it.
    """
    return knowledge_of(read_folder(folder if folder is not None else packaged_folder()))


def knowledge_of(folder: Folder) -> Knowledge:
    """The knowledge base made of files that were read already.

    Raises:
        KnowledgeError: as in :func:`load_knowledge`.
    """
    problems = list(folder.problems)
    problems.extend(check_references(folder))
    names = collect_names(folder, problems)
    if problems:
        raise KnowledgeError(problems)
    parts = build(folder)
    return Knowledge(
        version=folder.digest,
        sources=MappingProxyType(parts.sources),
        entries=MappingProxyType(parts.entries),
        prices=MappingProxyType({model: tuple(prices) for model, prices in parts.prices.items()}),
        rates=MappingProxyType({vendor: tuple(rates) for vendor, rates in parts.rates.items()}),
        facts=MappingProxyType(parts.facts),
        works=MappingProxyType(parts.works),
        names=names,
        currency_words=currency_words(parts.currency_words),
        unit_words=tuple(parts.unit_words),
        lookalikes=frozenset(parts.lookalikes),
        catalogue=parts.catalogue,
        exchange=parts.exchange,
        reports=MappingProxyType({model: tuple(prices) for model, prices in parts.reports.items()}),
        vendors=MappingProxyType(parts.vendors),
        models=MappingProxyType(parts.models),
        listed=MappingProxyType(parts.listed),
        plans=MappingProxyType(parts.plans),
        calendars=MappingProxyType(parts.calendars),
    )
