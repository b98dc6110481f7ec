"""What charts say beside names, amounts and sources. Traditional Chinese is made of Simplified Chinese, as in replies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot.text import Language


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words; what stands in braces is filled in."""

    history: str
    histories: str
    """The title where several models have theirs."""
    compared: str
    upwards: str
    downwards: str
    cost: str
    bought: str
    both_sides: str
    """The legend of one price for input and output."""
    of_day: str
    """Behind what the amounts are: the day whose prices they are."""
    powers: str
    """That the scale is logarithmic: each line is so many times the one before."""
    earlier: str
    to_come: str
    """What the dashed line between the past and announced prices is."""


_CHINESE: Final = Words(
    history="{name}的历次价格",
    histories="历次价格",
    compared="价格对比",
    upwards="从便宜到贵",
    downwards="从贵到便宜",
    cost="费用：{given}",
    bought="{given}能买多少",
    both_sides="输入输出同价",
    of_day="{unit}，{day}",
    powers="对数刻度：每条线是前一条的 {n} 倍，长短不按比例",
    earlier="更早的 {n} 次没有列出",
    to_come="竖虚线是今天，右边是已公布的价格",
)

_ENGLISH: Final = Words(
    history="Prices of {name} over time",
    histories="Prices over time",
    compared="Prices compared",
    upwards="From cheap to dear",
    downwards="From dear to cheap",
    cost="Cost of {given}",
    bought="What {given} buys",
    both_sides="input and output alike",
    of_day="{unit}, {day}",
    powers="Logarithmic scale: each line is {n} times the one before; lengths are not in proportion",
    earlier="{n} earlier ones are not shown",
    to_come="The dashed line is today; what is announced lies to its right",
)

WORDS: Final[Mapping[Language, Words]] = {
    Language.ZH_HANS: _CHINESE,
    Language.ZH_HANT: _CHINESE,
    Language.EN: _ENGLISH,
}
