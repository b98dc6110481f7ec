"""The sentences in which changes of prices are told, with gaps to fill; Traditional Chinese is made of the Simplified."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot.text import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsPhrases:
    """Gaps: ``name``, a model; ``day``; ``what``, its prices; ``names``, several models."""

    title: str
    from_day: str
    """Of a price that holds since a day."""
    from_tomorrow: str
    since_unknown: str
    corrected: str
    """Of a price that was never what it was said to be."""
    promotion: str
    """Behind a price: it is one now."""
    promotion_over: str
    new: str
    recast: str
    retired: str
    retired_tomorrow: str
    retired_some_day: str
    successors: str
    """Behind what is retired: gap ``names``."""
    back: str
    unlisted: str
    percent: str
    """Behind prices, by how much they moved: gap ``move``."""
    stop: str


_CHINESE: Final = NewsPhrases(
    title="🔔 {names}：关注的价格有变化",
    from_day="{name} {day} 起：{what}",
    from_tomorrow="{name} 明天（{day}）起：{what}",
    since_unknown="{name}：{what}",
    corrected="{name}（更正，不是调价）：{what}",
    promotion="（优惠价）",
    promotion_over="（优惠结束）",
    new="新上架：{name}，{what}",
    recast="{name}换了计价方式，现在：{what}",
    retired="{name} {day} 起下线",
    retired_tomorrow="{name} 明天（{day}）起下线",
    retired_some_day="{name}已下线",
    successors="，现在的替代：{names}",
    back="{name}恢复在售：{what}",
    unlisted="{name}：价目上没有它了",
    percent="（{move}）",
    stop="取消关注：/unwatch",
)
_ENGLISH: Final = NewsPhrases(
    title="🔔 {names}: prices that you watch have changed",
    from_day="{name} since {day}: {what}",
    from_tomorrow="{name} from tomorrow ({day}): {what}",
    since_unknown="{name}: {what}",
    corrected="{name} (a correction, not a new price): {what}",
    promotion=" (promotion)",
    promotion_over=" (promotion over)",
    new="New: {name}, {what}",
    recast="{name} is priced in another way, now: {what}",
    retired="{name} is no longer sold since {day}",
    retired_tomorrow="{name} is no longer sold from tomorrow ({day})",
    retired_some_day="{name} is no longer sold",
    successors="; after it came {names}",
    back="{name} is sold again: {what}",
    unlisted="{name} is on no list any more",
    percent=" ({move})",
    stop="To stop: /unwatch",
)

NEWS_PHRASES: Final[Mapping[Language, NewsPhrases]] = {
    Language.ZH_HANS: _CHINESE,
    Language.ZH_HANT: _CHINESE,
    Language.EN: _ENGLISH,
}
