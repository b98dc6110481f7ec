"""What stands on buttons, in each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot.text import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """Labels, with gaps to fill: ``name`` and ``names`` are of models, ``money`` is a sum."""

    price: str
    history: str
    """All prices of the one model that is spoken of; ``history_of``: of one among several."""
    history_of: str
    rivals: str
    """The one model that is spoken of beside ``names``; ``rivals_of``: one that is not, or not alone."""
    rivals_of: str
    together: str
    """Several models beside each other, which the reply told of one by one; ``together_all``: where they are too many
    to be named."""
    together_all: str
    add: str
    currencies: Mapping[str, str]
    """The same in another currency, by its ISO code."""
    sides: Mapping[str, str]
    """The price of one side alone."""
    both_sides: str
    order_by: Mapping[str, str]
    """A ranking by the price of one side; ``order_by_both``: by both together."""
    order_by_both: str
    cheapest_first: str
    dearest_first: str
    paid_only: str
    free_only: str
    batch: str
    peak: str
    windows: str
    """When a model costs more, and when less."""
    million: str
    """Prices for a million tokens."""
    buys: str
    buys_of: str
    whole_sum: str
    all_terms: str
    """The prices on all terms: at all hours, for requests of any length, in all modes."""
    text: str
    """What money buys in Chinese characters, or in English words."""
    tokens: str
    facts: str
    models: str
    sources: str
    answer: str
    """Another length of the answer to a text: gap ``amount``."""


_CHINESE: Final = Labels(
    price="{name}价格",
    history="历次价格",
    history_of="{name}历次价格",
    rivals="和{names}比",
    rivals_of="{name}和{names}比",
    together="{names}对比",
    together_all="这 {n} 个对比",
    add="＋ {name}",
    currencies={"CNY": "换成人民币", "USD": "换成美元"},
    sides={"input": "只看输入", "output": "只看输出"},
    both_sides="输入和输出",
    order_by={"input": "按输入价排", "output": "按输出价排"},
    order_by_both="输入输出合着排",
    cheapest_first="从便宜到贵",
    dearest_first="从贵到便宜",
    paid_only="不算免费的",
    free_only="免费的有哪些",
    batch="批处理价",
    peak="按高峰算",
    windows="高峰时段",
    million="每百万 tokens",
    buys="{money}能买多少",
    buys_of="{money}能买多少{name}",
    whole_sum="完整算式",
    all_terms="全部价位",
    text="按汉字算",
    tokens="按 tokens 算",
    facts="还知道什么",
    models="有哪些模型",
    sources="数据来源",
    answer="回答{amount}",
)

_ENGLISH: Final = Labels(
    price="{name} price",
    history="Past prices",
    history_of="{name}: past prices",
    rivals="vs {names}",
    rivals_of="{name} vs {names}",
    together="Compare {names}",
    together_all="Compare these {n}",
    add="+ {name}",
    currencies={"CNY": "In yuan", "USD": "In dollars"},
    sides={"input": "Input only", "output": "Output only"},
    both_sides="Input and output",
    order_by={"input": "By input", "output": "By output"},
    order_by_both="By both sides",
    cheapest_first="Cheapest first",
    dearest_first="Dearest first",
    paid_only="Without free ones",
    free_only="Free ones",
    batch="By batch",
    peak="At peak hours",
    windows="Peak hours",
    million="Per million",
    buys="What {money} buys",
    buys_of="What {money} buys of {name}",
    whole_sum="Whole sum",
    all_terms="All rates",
    text="In words",
    tokens="In tokens",
    facts="What else is known",
    models="Which models",
    sources="Sources",
    answer="Answer of {amount}",
)

LABELS: Final[Mapping[Language, Labels]] = {
    Language.ZH_HANS: _CHINESE,
    Language.ZH_HANT: _CHINESE,
    Language.EN: _ENGLISH,
}
