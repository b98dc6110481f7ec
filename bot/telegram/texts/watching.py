"""What is said to somebody who watches prices. Gaps: ``names``, what is watched; ``most``, how many may be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot.text import Language


@dataclass(frozen=True, slots=True)
class WatchingWords:
    """One language's words, in HTML."""

    how: str
    watched: str
    watched_briefly: str
    """In the notice that a pressed button shows, in plain text."""
    unwatched: str
    all_unwatched: str
    list: str
    nothing: str
    too_many: str
    admins_only: str
    not_kept: str
    """Where nothing can be kept now."""
    comma: str


WATCHING_WORDS: Final[Mapping[Language, WatchingWords]] = {
    Language.ZH_HANS: WatchingWords(
        how="关注哪个模型、系列或厂商？比如：<code>/watch GPT-5</code>、<code>/watch 豆包</code>",
        watched="🔔 已关注：{names}\n调价、优惠开始或结束、上新、下线，我会来说一声；预告的提前一天说。一天最多一条。/watching 看关注了什么",
        watched_briefly="🔔 已关注：{names}。价格变了来说一声；/watching 取消",
        unwatched="不再关注：{names}",
        all_unwatched="都不关注了。",
        list="关注着：{names}\n点一下取消：",
        nothing="还没有关注什么。比如：<code>/watch GPT-5</code>、<code>/watch 豆包</code>",
        too_many="最多关注 {most} 个。先用 /watching 取消几个。",
        admins_only="只有群管理员能改这个群关注什么。",
        not_kept="现在存不下来，请过一会儿再试。",
        comma="、",
    ),
    Language.ZH_HANT: WatchingWords(
        how="關注哪個模型、系列或廠商？比如：<code>/watch GPT-5</code>、<code>/watch 豆包</code>",
        watched="🔔 已關注：{names}\n調價、優惠開始或結束、上新、下線，我會來說一聲；預告的提前一天說。一天最多一則。/watching 看關注了什麼",
        watched_briefly="🔔 已關注：{names}。價格變了來說一聲；/watching 取消",
        unwatched="不再關注：{names}",
        all_unwatched="都不關注了。",
        list="關注著：{names}\n點一下取消：",
        nothing="還沒有關注什麼。比如：<code>/watch GPT-5</code>、<code>/watch 豆包</code>",
        too_many="最多關注 {most} 個。先用 /watching 取消幾個。",
        admins_only="只有群管理員能改這個群關注什麼。",
        not_kept="現在存不下來，請過一會兒再試。",
        comma="、",
    ),
    Language.EN: WatchingWords(
        how="Which model, family or vendor? For example: <code>/watch GPT-5</code>, <code>/watch Doubao</code>",
        watched=(
            "🔔 Watching: {names}\nI will say so when a price changes, a promotion begins or ends, a model is new or "
            "retired; what is announced, a day before. One message a day at most. /watching lists what is watched"
        ),
        watched_briefly="🔔 Watching {names}: I will say so when its price changes. To stop: /watching",
        unwatched="No longer watched: {names}",
        all_unwatched="Nothing is watched any more.",
        list="Watching: {names}\nTap one to stop:",
        nothing="Nothing is watched yet. For example: <code>/watch GPT-5</code>, <code>/watch Doubao</code>",
        too_many="A chat may watch {most} at most. Stop some with /watching first.",
        admins_only="Only administrators of the group can change what it watches.",
        not_kept="That cannot be kept now; please try again in a while.",
        comma=", ",
    ),
}
