"""Sums that are asked for without what they are to be made of: my Doubao bill, running our helpdesk on GLM."""

from __future__ import annotations

import re
from typing import Final

from bot.language.basics.cues import Cue
from bot.language.basics.vocabulary import words_under
from bot.questions.phrases.slots import Slots

_ASKED: Final = (Cue.HOW_MANY, Cue.HOW_MUCH_MONEY, Cue.SPEND, Cue.WHAT)
_OTHERWISE: Final = (
    Cue.WHY, Cue.WHO, Cue.WHEN, Cue.BEFORE, Cue.CUT, Cue.RAISE, Cue.CHEAP, Cue.CHEAPEST, Cue.DEAR, Cue.DEAREST,
    Cue.DIFFERENCE, Cue.SAVE, Cue.PER_MILLION, Cue.PER_THOUSAND, Cue.FREE, Cue.LIST,
)  # fmt: skip
_SERVICES: Final = r"(?:chat ?)?bots?|helpdesk|help desk|support|assistants?|agents?|apps?|websites?|sites?|services?|startups?|platforms?"
_OWN: Final = re.compile(
    r"\b(?:my|our|their|your|his|her|next month's|this month's|monthly) (?:[a-z0-9.'-]+ ){0,4}(?:bills?|invoice)\b"
    r"|\bbills? (?:be|look like|come to|for (?:my|our))\b"
    rf"|\b(?:run|runn?ing|power|powering|build|building|operate|operating|host|hosting) (?:(?:my|our|their) [a-z]|an? (?:[a-z]+ )?(?:{_SERVICES})\b)"
    r"|(?:我|咱|俺|佢|他|她|公司|这个?月|下个?月|每月)[^,;.?!]{0,10}[账帐]单"
    r"|[账帐]单(?:会|将|大概|大约|估计|要)?(?:是|系)?(?:多少|几多)"
    r"|(?:用|拿|靠|跑|上)[^,;.?!]{0,8}(?:做|跑|搭|搞|弄|运营|养|撑)(?:个|一个|套|一套|我们的?|咱们?的?|自家的?)?"
    r"(?:客服|聊天机器人|机器人|助手|知识库|网站|小程序|系统|平台|app)"
)
"""Work of one's own that is not measured."""
_FUNDS: Final = words_under("questions", "open work, funds")


def open_work(slots: Slots) -> tuple[int, int] | None:
    """Where work is spoken of whose cost is asked for, and no amount of it is named: 我的豆包账单会是多少."""
    reading = slots.reading
    if not slots.models or slots.works or reading.amounts:
        return None
    if not reading.has(*_ASKED) or reading.has(*_OTHERWISE):
        return None
    match = _OWN.search(reading.text)
    return match.span() if match is not None else None


def names_no_sum(slots: Slots) -> bool:
    """Whether it is asked what a budget buys of which it is not said how much it is."""
    reading = slots.reading
    if Cue.HOW_MANY not in reading.cues or not reading.has(Cue.BUY, Cue.ENOUGH) or reading.amounts:
        return False
    return any(word in reading.text for word in _FUNDS)
