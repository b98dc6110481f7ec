"""Every remark that can be made has words or is told by another line, and none is worded that is never made."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

import bot
from bot.answers import Remark
from bot.replies import chinese, english
from tests.conftest import Asked, AskedOf, answers

TOLD_OTHERWISE: Final = {
    Remark.CAVEAT, Remark.FREE_APART, Remark.TIED, Remark.OTHERS, Remark.CHANGED, Remark.SIDE_NEW, Remark.SIDE_GONE,
}  # fmt: skip
"""Those that first lines, lists or the facts themselves word."""
SOURCE: Final = "\n".join(
    path.read_text(encoding="utf-8")
    for path in Path(bot.__file__).parent.rglob("*.py")
    if path.name != "answers.py" and (path.parent.name != "replies" or path.name == "compose.py")
)


@pytest.mark.parametrize("remark", Remark)
def test_every_remark_is_made_and_worded(remark: Remark) -> None:
    assert re.search(rf"\bRemark\.{remark.name}\b", SOURCE)
    for phrases in (chinese.PHRASES, english.PHRASES):
        assert (remark in phrases.remarks) is (remark not in TOLD_OTHERWISE)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("豆包比行业便宜多少", "这是厂商自己的说法。"),
        ("文心推理成本降到多少", "这是厂商自己的说法。"),
        ("百舸吞吐提升幾多", "這是廠商自己的說法。"),
        ("how much does Angel save on training", "This is the vendor's own claim."),
    ],
)
def test_what_a_vendor_says_of_itself_is_marked(asked: Asked, text: str, said: str) -> None:
    assert said in asked(text)["text"]


@pytest.mark.parametrize(
    "text", ["豆包什么时候发布的", "豆包多少钱", "GLM降了多少", "为什么能降价", "谭待公布的豆包价格是多少"]
)
def test_other_facts_and_prices_are_no_claims(asked: Asked, text: str) -> None:
    assert "厂商自己的说法" not in asked(text)["text"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("豆包输出多少钱", "豆包主力模型的输入和输出是同一个价。"),
        ("GLM輸入價幾多", "GLM-3 Turbo 的輸入和輸出是同一個價。"),
        ("output price of glm", "GLM-3 Turbo: one price for input and output."),
    ],
)
def test_one_price_for_both_sides_is_said_where_one_is_asked_for(asked: Asked, text: str, said: str) -> None:
    assert said in asked(text)["text"]
    assert len(answers(asked(text))) == 1


ARTICLE = """\
sources:
  - {id: report, publisher: {zh: 报社, en: The Paper, zh_hant: 報社}, title: 消息, date: 2026-03-01}
facts:
  - id: queen
    subjects: [nebula]
    statement: {zh: 星河在台北发布了皇后系列，只有 3 个型号。, en: Nebula launched its Queen line in Taipei., zh_hant: 星河在臺北推出皇后系列，僅3款。}
    claim: true
    caveat: {zh: 软件还没有发布。, en: The software is not out yet., zh_hant: 軟體尚未推出。}
    keywords: [[皇后系列, Queen line], [发布, 推出, launched]]
    asks: [皇后系列什么时候发布]
"""
VENDOR = "id: nebula\nname: {zh: 星河, en: Nebula, zh_hant: 星河（后里廠）}\n"
MARKET = {"vendors/nebula.yaml": VENDOR, "articles/report.yaml": ARTICLE}


def test_what_is_written_in_traditional_chinese_is_shown_as_it_is(asked_of: AskedOf) -> None:
    ask = asked_of(MARKET)
    traditional = ask("皇后系列幾時推出")["text"].splitlines()
    assert traditional[0] == "星河在臺北推出皇后系列，僅 3 款。"
    assert "這是廠商自己的說法。" in traditional
    assert "注意：軟體尚未推出。" in traditional
    assert "星河在台北发布了皇后系列，只有 3 个型号。" in ask("皇后系列什么时候发布")["text"]
    assert "Taipei" in ask("when was the Queen line launched")["text"]
    assert "星河（后里廠）" in ask("星河幾多錢")["text"], "a name is not converted either"
