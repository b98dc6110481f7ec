"""Words for whether a model is still sold, for what came after it, and for subscriptions."""

from __future__ import annotations

from typing import Final


def _words(listed: str) -> tuple[str, ...]:
    return tuple(word.replace("_", " ") for word in listed.split())


SOLD: Final = _words(
    """还能用 还能买 还能买到 还能调用 还能调 还用得了 还买得到 还在卖 还卖 还有卖 还有得卖 仲有得卖 仲用得 仲卖 还在售 在售 还开放 还活着 还在吗 还在不在
    下线 下架 停用 停服 停售 退役 关停 弃用 淘汰 停止服务 停止维护 落架
    still_available still_sold still_on_sale still_offered still_supported still_around still_usable still_alive still_buy still_use still_get
    discontinued retired deprecated sunset sunsetted shut_down shut_off end_of_life eol phased_out withdrawn"""
)
"""Whether one can still buy it."""

SUCCESSORS: Final = _words(
    """替代 替代品 代替 接替 接班 接班人 继任 继任者 后继 后续型号 下一代 新一代 取代
    successor successors replaced_by replacement replacements superseded supersedes came_after comes_after followed_by"""
)
"""What its vendor sells in its place."""

PLANS: Final = _words(
    """会员 会员费 会员价 月费 年费 月卡 年卡 月租 包月 包年 连续包月 订阅 订阅费 订阅价 月订阅 套餐 套餐价 编程套餐 coding_plan token_plan code_plan
    subscription subscriptions subscription_plan subscribe subscribing membership monthly_plan annual_plan yearly_plan monthly_fee annual_fee
    monthly_subscription paid_plan paid_plans pricing_plans pro_plan plus_plan team_plan flat_fee"""
)
"""Paying by the month or year, rather than by what is used."""
