"""What stands above lists of all that is on record, in HTML. Gaps: ``vendors``, ``models`` and ``n``, how many; ``name``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot.text import Language


@dataclass(frozen=True, slots=True)
class OverviewWords:
    """One language's words."""

    makers: str
    maker: str
    sources: str
    names: str
    """A vendor and its models: gaps ``name``, ``models`` and ``names``."""
    more: str
    """Behind names: how many others there are."""
    comma: str
    all_makers: str
    """The button that leads back to all vendors."""


OVERVIEW_WORDS: Final[Mapping[Language, OverviewWords]] = {
    Language.ZH_HANS: OverviewWords(
        makers="<b>在售的模型：{vendors} 家，{models} 个</b>",
        maker="<b>{name}：在售 {models} 个</b>",
        sources="<b>数据来自 {n} 处，最近见到的在前</b>",
        names="<b>{name}</b>（{models}）：{names}",
        more="…",
        comma="、",
        all_makers="‹ 全部厂商",
    ),
    Language.ZH_HANT: OverviewWords(
        makers="<b>在售的模型：{vendors} 家，{models} 個</b>",
        maker="<b>{name}：在售 {models} 個</b>",
        sources="<b>資料來自 {n} 處，最近見到的在前</b>",
        names="<b>{name}</b>（{models}）：{names}",
        more="…",
        comma="、",
        all_makers="‹ 全部廠商",
    ),
    Language.EN: OverviewWords(
        makers="<b>Models on sale: {models}, of {vendors} vendors</b>",
        maker="<b>{name}: {models} models on sale</b>",
        sources="<b>The figures come from {n} sources; those seen last come first</b>",
        names="<b>{name}</b> ({models}): {names}",
        more="…",
        comma=", ",
        all_makers="‹ All vendors",
    ),
}
