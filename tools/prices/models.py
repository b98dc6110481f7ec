"""The entries of models: their names, their lives and their price lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from bot.knowledge.build_prices import line_prices, prices_of
from bot.knowledge.build_vendors import model_of
from bot.knowledge.names import spellings
from bot.knowledge.schema import ModelShape
from bot.knowledge.yaml_text import read_yaml
from bot.maintain.new.writing import scalar
from tools.prices.lines import Line, lines_of, written
from tools.prices.tables import Row, Source, Status
from tools.prices.writing import comment, flow_list, flow_mapping

_IN_BRACKETS: Final = re.compile(r"\s*\([^()]*\)")
_SHOWN: Final = (
    (r"(.+) on SiliconFlow", "硅基流动的 {}", "{} on SiliconFlow"),
    (r"Doubao-(.+)", "豆包 {}", "Doubao {}"),
    (r"ERNIE[ -](.+)", "文心 {}", "ERNIE {}"),
    (r"(?:hunyuan-|HY )(.+)", "混元 {}", "Hunyuan {}"),
    (r"Spark ?(.+)", "讯飞星火 {}", "Spark {}"),
)
"""How the names of the table are shown in Chinese and English."""
_SMALL: Final = re.compile(r"\b(pro|lite|turbo|vision|thinking|flash|mini|code|large|standard|role|seed)\b")
_WEAK: Final = frozenset({"R1", "K3", "QwQ", "龙猫", "即梦", "360GPT", "Pangu", "海螺 M3", "Step 3", "LongCat"})
"""Aliases that are everyday words, or names of other things, as well."""
_OF_OTHERS: Final = frozenset({"文心一言", "ERNIE Bot", "混元", "ERNIE-Bot"})
"""Aliases that are names of a family."""
_READS_PICTURES: Final = "zhipu/glm-(4|4.5|4.6|5)v|bytedance/doubao-.*vision|alibaba/qwen3?-vl|baidu/ernie-.*-vl"
_OPEN: Final = (
    "zhipu/glm-4.(5|5-air|5v|6|6v|7)|alibaba/qwen(1.5|3|3.5)-[0-9]+b.*|moonshot/kimi-k2(-thinking)?"
    "|minimax/minimax-(text-01|m1|m2)|tencent/hunyuan-large|stepfun/step-3|zeroone/yi-34b-chat"
)
"""Models whose weights their vendors have published."""
_KINDS: Final = {"image": "image", "request": "search"}


_ARTICLE: Final = ("sanyi-2024-05-16",)
"""The source of prices that stand in the files already."""


class Kept(NamedTuple):
    """What a maintainer wrote of a model: its text, line by line, and what it says. It wins over the tables."""

    lines: tuple[str, ...]
    value: Mapping[str, Any]


def entry(
    rows: Sequence[Row], status: Status, sources: Mapping[str, Source], kept: Kept | None, product: str | None
) -> str:
    """A model's part of its vendor's file."""
    said = dict(kept.value) if kept is not None else {"id": status.model}
    head = list(kept.lines) if kept is not None else [f"  - id: {status.model}"]
    own = []
    if "    prices:" in head:
        place = head.index("    prices:")
        head, own = head[:place], head[place + 1 :]
    named = next((at for at, line in enumerate(head) if line.startswith("    name:")), 0)
    head[named + 1 : named + 1] = _names(rows, said)
    if product is not None and "product" not in said:
        head.append(f"    product: {product}")
    kind = _KINDS.get(rows[0].unit)
    if kind is not None and "kind" not in said:
        head.append(f"    kind: {kind}")
    if re.match(_READS_PICTURES, status.model):
        head.append("    inputs: [image]")
    if re.fullmatch(_OPEN, status.model) and "open_weights" not in said:
        head.append("    open_weights: true")
    head += _life(status, said)
    lines = lines_of(row for row in rows if row.sources != _ARTICLE)
    head.append("    prices:")
    return "\n".join([*head, *own, *_prices("\n".join(head[:-1]), lines, sources)])


def _names(rows: Sequence[Row], said: Mapping[str, Any]) -> Iterator[str]:
    """Its name and aliases, without those that a name already stands for or that the maintainer left out."""
    row = rows[0]
    plain = _IN_BRACKETS.sub("", row.names).strip()
    name = said.get("name") or _shown(plain)
    if "name" not in said:
        yield f"    name: {_name(name)}"
    known = {spelling for text in _texts({**said, "name": name}) for spelling in spellings(text)}
    slug = row.model.partition("/")[2]
    others = (slug,) if re.search(r"\d", slug) and "of" not in said else ()
    aliases: list[str] = []
    for alias in (plain, *row.aliases, *others):
        if spellings(alias).isdisjoint(known) and alias not in _OF_OTHERS:
            aliases.append(alias)
            known |= spellings(alias)
    for key, found in (
        ("aliases", [alias for alias in aliases if alias not in _WEAK]),
        ("weak_aliases", [alias for alias in aliases if alias in _WEAK]),
    ):
        if found and key not in said:
            yield flow_list(key, found, 4)


def _shown(plain: str) -> str | dict[str, str]:
    """The name of the table as answers show it."""
    for pattern, zh, en in _SHOWN:
        if found := re.fullmatch(pattern, plain):
            rest = _SMALL.sub(lambda word: word[0].capitalize(), found[1]).replace("-", " ")
            return {"zh": zh.format(rest), "en": en.format(rest)}
    return plain


def _name(name: str | Mapping[str, str]) -> str:
    if isinstance(name, str):
        return scalar(name)
    return "{" + ", ".join(f"{language}: {scalar(text)}" for language, text in name.items()) + "}"


def _texts(said: Mapping[str, Any]) -> Iterator[str]:
    name = said.get("name", ())
    yield from (name,) if isinstance(name, str) else name.values() if isinstance(name, dict) else ()
    for key in ("aliases", "weak_aliases"):
        yield from said.get(key, ())


def _life(status: Status, said: Mapping[str, Any]) -> Iterator[str]:
    """Its days; what the maintainer says of one of them stands alone."""
    if status.note:
        yield comment(status.note, 4)
    if status.released and "released" not in said:
        yield f"    released: {status.released}"
    if "superseded" not in said and (status.superseded_by or status.status == "superseded"):
        parts = (("on", status.superseded_on), ("by", status.superseded_by))
        pairs = [f"{key}: {value}" for key, value in parts if value]
        yield f"    superseded: {{{', '.join(pairs)}}}" if pairs else "    superseded: true"
    if status.status == "retired" and "retired" not in said and "stands_for" not in said:
        yield f"    retired: {status.retired_on or 'true'}"
    if status.status == "unknown":
        yield "    status: unknown"
    ids = status.sources
    yield f"    status_source: {ids[0] if len(ids) == 1 else '[' + ', '.join(ids) + ']'}"
    if status.confidence != "B":
        yield f"    confidence: {status.confidence}"


def _prices(head: str, lines: Sequence[Line], sources: Mapping[str, Source]) -> Iterator[str]:
    ends = _ends(head, lines, sources) if lines else []
    for line, end in zip(lines, ends, strict=True):
        for note in line.notes:
            yield comment(note, 6)
        yield flow_mapping(written(line, sources, end), 6)


def _ends(head: str, lines: Sequence[Line], sources: Mapping[str, Source]) -> list[tuple[date, str] | None]:
    """The ends to be written: those that do not follow from later lines or from the model's life.

    Raises:
        ValueError: an end that follows is not that of the table.
    """
    text = "\n".join(
        ["models:", head, "    prices:", *(flow_mapping(written(line, sources, None), 6) for line in lines)]
    )
    value = read_yaml("tables", text.encode()).value
    assert isinstance(value, dict) and isinstance(value["models"], tuple)
    shape = ModelShape.model_validate(value["models"][0])
    known = {
        (price.side, price.since, price.amount, price.conditions): price
        for price in prices_of(shape.id, shape.prices, model_of(shape, None).life)
    }
    ends: list[tuple[date, str] | None] = []
    for line, price in zip(lines, shape.prices, strict=True):
        stated = [known[each.side, each.since, each.amount, each.conditions] for each in line_prices(shape.id, price)]
        derived = {(each.until, each.until_basis or "") for each in stated}
        if derived == {(line.until, line.first.until_basis)}:
            ends.append(None)
            continue
        early = [until for until, _ in derived if until is not None and (line.until is None or until < line.until)]
        if early or line.until is None:
            raise ValueError(f"{shape.id} from {line.since}: ends on {early}, in the table on {line.until}")
        ends.append((line.until, line.first.until_basis))
    return ends
