"""What the owner of the bot is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot.text import Language


@dataclass(frozen=True, slots=True)
class OwnerWords:
    """One language's words. ``{...}`` stands for what is told."""

    started: str
    refused: str
    failed: str
    """The bot ended by a fault of its own."""
    lost: str
    problem: str
    over: str
    problems: Mapping[str, str]
    """By name of the problem."""


OWNER_WORDS: Final[Mapping[Language, OwnerWords]] = {
    Language.ZH_HANS: OwnerWords(
        started="已启动（版本 {version}）。价格最近核对于 {checked}。",
        refused="无法运行，已停止：{reason}",
        failed="因自身故障停止（{reason}），详情见日志。",
        lost="有 {number} 条消息没能回答，详情见日志。",
        problem="出了问题，已持续 {minutes} 分钟：{what}",
        over="已恢复，持续了 {minutes} 分钟：{what}",
        problems={
            "telegram": "收不到 Telegram 的更新。",
            "sending": "消息发不出去；先存着，恢复后再发。",
            "database": "数据库用不了；照常回答，但改动的设置只保留到重启。",
        },
    ),
    Language.ZH_HANT: OwnerWords(
        started="已啟動（版本 {version}）。價格最近核對於 {checked}。",
        refused="無法運行，已停止：{reason}",
        failed="因自身故障停止（{reason}），詳情見日誌。",
        lost="有 {number} 則訊息沒能回答，詳情見日誌。",
        problem="出了問題，已持續 {minutes} 分鐘：{what}",
        over="已恢復，持續了 {minutes} 分鐘：{what}",
        problems={
            "telegram": "收不到 Telegram 的更新。",
            "sending": "訊息發不出去；先存著，恢復後再發。",
            "database": "資料庫用不了；照常回答，但改動的設定只保留到重啟。",
        },
    ),
    Language.EN: OwnerWords(
        started="Started (version {version}). Prices were last checked on {checked}.",
        refused="Cannot run, so stopped: {reason}",
        failed="Stopped by a fault of its own ({reason}); the log says more.",
        lost="{number} messages could not be answered; the log says why.",
        problem="Something has been wrong for {minutes} minutes: {what}",
        over="Right again, after {minutes} minutes: {what}",
        problems={
            "telegram": "Telegram's updates do not come.",
            "sending": "Messages cannot be sent; they are kept and sent later.",
            "database": "The database cannot be used; answers go on, but settings that are changed last only until a restart.",
        },
    ),
}
