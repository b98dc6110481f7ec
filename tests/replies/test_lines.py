"""The words of replies: the answer first, then the sum, what it means, what to mind, and the source."""

from __future__ import annotations

import re
from datetime import date

import pytest

from bot.answers import Context
from bot.engine import Engine
from bot.replies.layout import MOST_LINES
from bot.text import Language
from tests.conftest import CATALOGUE_DAY, TODAY
from tests.replies.test_machine import QUESTIONS


def lines(price_bot: Engine, text: str, language: Language, today: date = TODAY) -> list[str]:
    return price_bot.ask(text, Context(language=language, today=today)).text.splitlines()


def test_a_whole_reply(price_bot: Engine) -> None:
    assert lines(price_bot, "1元能买多少GLM tokens", Language.ZH_HANS) == [
        "用 GLM-3 Turbo，1 元能买 200万 tokens（2,000,000），按 2024-05-16 的价",
        "算式：1 ÷ 0.5 × 1,000,000 = 2,000,000",
        "也就是 100万汉字，大约一本长篇小说的篇幅",
        "来源：三易生活《百模大戰進入新階段,先把價格給大家打下來》，2024-05-16",
    ]


UNDATED = ("GLM-3 Turbo降了多少", "0.8厘是多少元")
"""Questions whose answers are no price of a day."""


@pytest.mark.parametrize(
    ("text", "hans", "hant", "en"),
    [
        (
            "10块钱用豆包能写多少字",
            "用豆包主力模型，10 元能写至少 1875万汉字",
            "用豆包主力模型，10 元能寫至少 1875萬漢字",
            "With Doubao main model, 10 yuan buys at least 18.75 million Chinese characters",
        ),
        (
            "100万tokens豆包多少钱",
            "100万 tokens 用豆包主力模型要 0.8 元",
            "100萬 tokens 用豆包主力模型要 0.8 元",
            "1 million tokens with Doubao main model: 0.8 yuan",
        ),
        (
            "用GLM写一本三体要多少钱",
            "1 本《三体》三部曲用 GLM-3 Turbo 要 0.88 元",
            "1 本《三體》三部曲用 GLM-3 Turbo 要 0.88 元",
            "1 copy of the Three-Body trilogy with GLM-3 Turbo: 0.88 yuan",
        ),
        (
            "GLM什么价",
            "GLM-3 Turbo：0.5 元 / 百万 tokens",
            "GLM-3 Turbo：0.5 元 / 百萬 tokens",
            "GLM-3 Turbo: 0.5 yuan per million tokens",
        ),
        ("MiniCPM要钱吗", "MiniCPM 免费", "MiniCPM 免費", "MiniCPM is free"),
        (
            "豆包和GLM哪个便宜",
            "GLM-3 Turbo 更便宜：比豆包主力模型便宜 37.5%，豆包主力模型是它的 1.6 倍",
            "GLM-3 Turbo 更便宜：比豆包主力模型便宜 37.5%，豆包主力模型是它的 1.6 倍",
            "GLM-3 Turbo is cheaper: 37.5% less than Doubao main model; Doubao main model costs 1.6 times as much",
        ),
        (
            "豆包和GLM哪个贵",
            "豆包主力模型更贵：是 GLM-3 Turbo 的 1.6 倍，GLM-3 Turbo 比它便宜 37.5%",
            "豆包主力模型更貴：是 GLM-3 Turbo 的 1.6 倍，GLM-3 Turbo 比它便宜 37.5%",
            "Doubao main model is dearer: 1.6 times the price of GLM-3 Turbo; GLM-3 Turbo costs 37.5% less",
        ),
        (
            "豆包比GLM贵多少",
            "豆包主力模型更贵：比 GLM-3 Turbo 贵 60%，是 GLM-3 Turbo 的 1.6 倍",
            "豆包主力模型更貴：比 GLM-3 Turbo 貴 60%，是 GLM-3 Turbo 的 1.6 倍",
            "Doubao main model is dearer: 60% more than GLM-3 Turbo; 1.6 times the price of GLM-3 Turbo",
        ),
        (
            "豆包和MiniCPM哪个便宜",
            "MiniCPM 更便宜：免费，比豆包主力模型便宜 100%",
            "MiniCPM 更便宜：免費，比豆包主力模型便宜 100%",
            "MiniCPM is cheaper: free; 100% less than Doubao main model",
        ),
        (
            "GLM-3 Turbo降了多少",
            "GLM-3 Turbo 最多降价 90%",
            "GLM-3 Turbo 最多降價 90%",
            "GLM-3 Turbo was cut by up to 90%",
        ),
        ("0.8厘是多少元", "0.8 厘 = 0.0008 元", "0.8 釐 = 0.0008 元", "0.8 li = 0.0008 yuan"),
    ],
)
def test_the_first_line_is_the_answer_with_its_day(price_bot: Engine, text: str, hans: str, hant: str, en: str) -> None:
    for language, said, day in (
        (Language.ZH_HANS, hans, "，按 2024-05-16 的价"),
        (Language.ZH_HANT, hant, "，按 2024-05-16 的價"),
        (Language.EN, en, ", at the price of 2024-05-16"),
    ):
        first = lines(price_bot, text, language)[0]
        assert first == said + day if text not in UNDATED else first == said


def test_the_sides_of_a_model_share_a_line(price_bot: Engine) -> None:
    first = lines(price_bot, "GPT-4o什么价", Language.EN, CATALOGUE_DAY)[0]
    assert re.fullmatch(r"GPT-4o: input \$[\d.]+, output \$[\d.]+, cached input \$[\d.]+ per million tokens", first)


def test_an_equation_of_rounded_figures_says_so(price_bot: Engine) -> None:
    first = lines(price_bot, "5美元合多少人民币", Language.ZH_HANS)[0]
    assert re.fullmatch(r"5 美元 ≈ [\d.]+ 元", first)


def test_only_prices_that_are_old_are_called_old(price_bot: Engine) -> None:
    *_, remark, _ = lines(price_bot, "GPT-4o和豆包哪个便宜", Language.ZH_HANS, CATALOGUE_DAY)
    assert remark == "豆包主力模型是 2024-05-16 的价格，现在可能已经变了。"


def test_who_gave_a_figure_is_named(price_bot: Engine) -> None:
    assert "数字由火山引擎总裁谭待公布。" in lines(price_bot, "豆包什么价", Language.ZH_HANS)
    assert not any("谭待" in line for line in lines(price_bot, "GLM什么价", Language.ZH_HANS))


@pytest.mark.parametrize("text", QUESTIONS)
def test_nothing_is_left_unfilled_or_untranslated(price_bot: Engine, text: str) -> None:
    for language in Language:
        reply = price_bot.ask(text, Context(language=language, today=CATALOGUE_DAY))
        for shown in (reply.text, *(button.label for row in reply.buttons for button in row)):
            assert not re.search(r"[{}]|None(?! of the)|\bE[+-]\d|  |约\s*约|about about|^\W*$", shown), shown
        own = [line for line in reply.text.splitlines() if not re.search(r"^·|来源|來源|Source", line)]
        if language is Language.EN:
            assert not re.search(r"[\u4e00-\u9fff]", "\n".join(own).replace(text, "")), own
        assert not re.search(r"\b1 (tokens|copies|days|calls|words)\b", reply.text)


@pytest.mark.parametrize("text", QUESTIONS)
def test_sources_come_last_and_sums_before_them(price_bot: Engine, text: str) -> None:
    for part in price_bot.ask(text, Context(language=Language.EN, today=TODAY)).text.split("\n\n"):
        found = part.splitlines()
        sums = [place for place, line in enumerate(found) if line.startswith("Sum")]
        sources = [place for place, line in enumerate(found) if line.startswith("Source: ")]
        if sources:
            assert max(sums, default=0) < sources[0]
            rest = found[sources[0] :]
            assert len(rest) == 1


def test_a_long_list_says_how_much_is_left_out_and_stays_short(price_bot: Engine) -> None:
    found = lines(price_bot, "所有厂商的模型按价格排序", Language.ZH_HANS, CATALOGUE_DAY)
    assert len(found) <= MOST_LINES
    assert re.match(r"另外还有 \d+ 个。来源", found[-1])


@pytest.mark.parametrize("text", QUESTIONS)
def test_what_does_not_fit_is_folded_and_nothing_is_lost(price_bot: Engine, text: str) -> None:
    reply = price_bot.ask(text, Context(today=TODAY))
    for part, whole in zip(reply.text.split("\n\n"), reply.full.split("\n\n"), strict=True):
        assert len(part.splitlines()) <= MOST_LINES
        assert {line for line in part.splitlines() if not line.startswith("来源")} <= set(whole.splitlines())
