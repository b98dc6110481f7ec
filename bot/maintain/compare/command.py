"""``pricebot compare-sources``: the curated prices against the wider catalogue, and against price lists given as files."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from bot.engine import Engine
from bot.maintain.compare.lists import read_list
from bot.maintain.compare.mapping import ListError, read_mapping
from bot.maintain.compare.matching import Findings, compare, of_catalogue, of_list
from bot.maintain.compare.report import Report
from bot.text import Language, to_traditional


class Output(Protocol):
    """Where the command writes."""

    def say(self, text: str) -> None: ...
    def complain(self, text: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be compared: price lists in ``files``, read by a mapping; without any, the wider catalogue."""

    files: Sequence[Path]
    mapping: Path | None
    options: Mapping[str, str]
    """Of the mapping, over what its file says: seller, currency, per, rows, format."""
    columns: Sequence[str]
    """Of the mapping: ``input=Price in``."""
    day: date
    language: Language
    most: int
    as_json: bool


def compare_sources(engine: Engine, wish: Wish, output: Output) -> int:
    """The command; gives the exit status."""
    try:
        found = list(_findings(engine, wish))
    except ListError as error:
        output.complain(f"{error}.")
        return 2
    report = Report(engine.knowledge, engine.exchange, wish.day)
    if wish.as_json:
        output.say(json.dumps(report.machine(found), ensure_ascii=False, indent=2))
        return 0
    text = "\n".join(report.lines(found, wish.language, wish.most))
    output.say(to_traditional(text) if wish.language is Language.ZH_HANT else text)
    return 0


def _findings(engine: Engine, wish: Wish) -> Iterator[Findings]:
    knowledge = engine.knowledge
    if not wish.files:
        source = engine.catalogue.source()
        label = f"{source.title} ({source.date})" if source is not None else "-"
        yield compare(label, of_catalogue(engine.catalogue, knowledge, wish.day), knowledge, wish.day, ())
        return
    mapping = read_mapping(wish.mapping, wish.options, wish.columns)
    for file in wish.files:
        found = read_list(file, mapping)
        yield compare(found.label, of_list(found, knowledge), knowledge, wish.day, found.complaints)
