"""The files as a whole: what maintainers wrote, with the models of the tables in their places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import yaml

from bot.maintain.new.writing import scalar
from tools.prices.models import Kept, entry
from tools.prices.tables import FOLDER, Row, Source, price_rows, sources, statuses

_ELSEWHERE: Final = re.compile(r"bk-.*|openai-tok|sanyi-.*|gz-0618")
"""Sources that other files of the knowledge base declare."""
_FAMILIES: Final = (
    ("zhipu/(chat)?glm-(?!image)", "zhipu/glm"),
    ("bytedance/doubao-", "bytedance/doubao"),
    ("alibaba/qw", "alibaba/qwen"),
    ("baidu/ernie-", "baidu/wenxin"),
    ("tencent/(hunyuan-|hy)", "tencent/hunyuan"),
    ("iflytek/spark-", "iflytek/spark"),
    ("moonshot/(kimi-|moonshot-)", "moonshot/kimi"),
    ("xiaomi/mimo-", "xiaomi/mimo"),
)
_TITLE: Final = "price list"
"""What a source without a title of its own is called."""


def knowledge_files() -> dict[str, str]:
    """The text of each file, by its name in the knowledge folder. The same tables give the same texts."""
    known = sources()
    models: dict[str, dict[str, list[Row]]] = {}
    for row in price_rows():
        models.setdefault(row.vendor, {}).setdefault(row.model, []).append(row)
    files = {"sources.yaml": _sources(known)}
    for vendor, rows in sorted(models.items()):
        files[f"vendors/{vendor}.yaml"] = _vendor(FOLDER / "vendors" / f"{vendor}.yaml", rows, known)
    return files


def _sources(known: Mapping[str, Source]) -> str:
    parts = ["# Where the prices, days and facts of the market come from.", "sources:"]
    for source in known.values():
        if _ELSEWHERE.fullmatch(source.id):
            continue
        parts += [f"  - id: {source.id}", f"    publisher: {scalar(source.publisher)}"]
        parts.append(f"    title: {scalar(source.title or _TITLE)}")
        parts += [f"    date: {source.date}"] if source.date else []
        url = _url(source.address)
        parts += [f"    url: {url}"] if url else []
    return "\n".join(parts) + "\n"


def _url(address: str) -> str | None:
    """The page's address, where it is one; of a version in a repository, the repository's."""
    first, _, rest = address.partition(" ")
    whole = not rest or first.startswith("github.com/")
    return f"https://{first}" if whole and re.fullmatch(r"[\w.-]+\.[a-z]+(/\S*)?", first) else None


def _vendor(path: Path, rows: Mapping[str, list[Row]], known: Mapping[str, Source]) -> str:
    text = path.read_text(encoding="utf-8")
    before, _, behind = text.partition("\nmodels:\n")
    kept_text, tail = _split(behind)
    kept = dict(_kept(kept_text))
    status = statuses()
    parts = []
    for model, of_model in rows.items():
        product = next((family for pattern, family in _FAMILIES if re.match(pattern, model)), None)
        parts.append(entry(of_model, status[model], known, kept.pop(model, None), product))
    parts += ["\n".join(other.lines) for other in kept.values()]
    return f"{before.rstrip()}\n\nmodels:\n" + "\n\n".join(parts) + "\n" + (f"\n{tail}" if tail else "")


def _split(text: str) -> tuple[str, str]:
    """The models of a file, and the sections behind them."""
    found = re.search(r"^[a-z]", text, re.MULTILINE)
    return (text[: found.start()], text[found.start() :]) if found else (text, "")


def _kept(text: str) -> Iterator[tuple[str, Kept]]:
    for block in re.split(r"^(?=  - id: )", text, flags=re.MULTILINE):
        if block.strip():
            value = yaml.load(block, yaml.CBaseLoader)[0]
            yield value["id"], Kept(tuple(block.rstrip().splitlines()), value)
