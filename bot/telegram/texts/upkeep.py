"""What maintainers are told: what became of their edits, and how the bot is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot.text import Language


@dataclass(frozen=True, slots=True)
class UpkeepWords:
    """One language's words. ``{...}`` stands for what is told."""

    taken: str
    same: str
    failed: str
    """Above the problems."""
    fault: str
    no_folder: str
    program: str
    knowledge: str
    checked: str
    folder: str
    packaged: str
    beside: str
    old: str
    wrong: str
    never: str
    last: str
    answered: str
    no_day: str


UPKEEP_WORDS: Final[Mapping[Language, UpkeepWords]] = {
    Language.ZH_HANS: UpkeepWords(
        taken="已换上新的知识库 {version}。\n{summary}",
        same="知识库没有变化，用的还是 {version}。",
        failed="知识库改动有误，没有换上；照旧用 {version} 回答。要改的有 {number} 处：",
        fault="知识库改动没有换上：程序自身出错（{fault}），详情见日志；照旧用 {version} 回答。",
        no_folder="知识库是随程序安装的，没有可重新读取的文件夹（PRICEBOT_KNOWLEDGE 没有设置）。",
        program="版本 {version}，已运行 {uptime}",
        knowledge="知识库 {version}：厂商 {vendors} 家，模型 {models} 个，价格 {prices} 条，事实 {facts} 条",
        checked="价格最近核对于 {day}",
        folder="文件夹 {folder}，改动会自动换上",
        packaged="知识库随程序安装，不会自己变",
        beside="{name}：截至 {day}",
        old="⚠️ 已是 {days} 天前的",
        wrong="⚠️ 更新失败：{reason}",
        never="上次改动：启动以来没有",
        last="上次改动（{at}）：",
        answered="启动以来答了 {answered} 条，没听懂 {unknown} 条，请人选择 {clarify} 条",
        no_day="日期不明",
    ),
    Language.ZH_HANT: UpkeepWords(
        taken="已換上新的知識庫 {version}。\n{summary}",
        same="知識庫沒有變化，用的還是 {version}。",
        failed="知識庫改動有誤，沒有換上；照舊用 {version} 回答。要改的有 {number} 處：",
        fault="知識庫改動沒有換上：程式自身出錯（{fault}），詳情見日誌；照舊用 {version} 回答。",
        no_folder="知識庫是隨程式安裝的，沒有可重新讀取的資料夾（PRICEBOT_KNOWLEDGE 沒有設定）。",
        program="版本 {version}，已運行 {uptime}",
        knowledge="知識庫 {version}：廠商 {vendors} 家，模型 {models} 個，價格 {prices} 條，事實 {facts} 條",
        checked="價格最近核對於 {day}",
        folder="資料夾 {folder}，改動會自動換上",
        packaged="知識庫隨程式安裝，不會自己變",
        beside="{name}：截至 {day}",
        old="⚠️ 已是 {days} 天前的",
        wrong="⚠️ 更新失敗：{reason}",
        never="上次改動：啟動以來沒有",
        last="上次改動（{at}）：",
        answered="啟動以來答了 {answered} 條，沒聽懂 {unknown} 條，請人選擇 {clarify} 條",
        no_day="日期不明",
    ),
    Language.EN: UpkeepWords(
        taken="Knowledge {version} is in use now.\n{summary}",
        same="The knowledge has not changed: {version} is in use.",
        failed="The edit was not taken: {version} goes on answering. To be put right, {number} in all:",
        fault="The edit was not taken, by a fault of the program ({fault}); the log says more. {version} goes on answering.",
        no_folder="The knowledge came with the program: there is no folder to read again (PRICEBOT_KNOWLEDGE is not set).",
        program="Version {version}, up for {uptime}",
        knowledge="Knowledge {version}: {vendors} vendors, {models} models, {prices} prices, {facts} facts",
        checked="Prices were last checked on {day}",
        folder="Folder {folder}; edits are taken by themselves",
        packaged="The knowledge came with the program and stays as it is",
        beside="{name}: as of {day}",
        old="⚠️ that is {days} days ago",
        wrong="⚠️ could not be refreshed: {reason}",
        never="Last edit: none since the start",
        last="Last edit ({at}):",
        answered="Since the start: {answered} answered, {unknown} not understood, {clarify} asked back",
        no_day="day not known",
    ),
}
