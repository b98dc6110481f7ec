"""Charts of answers: what is drawn for which question, and that it is what the reply says."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from bot.answers import Context, Status
from bot.charts.chart import Bars, Chart, Steps
from bot.charts.making.bars import MOST_BARS
from bot.charts.making.charting import Charted
from bot.question import Kind, Question
from bot.text import Language
from tests.charts.words import words_in
from tests.corpus_cases import TODAYS_CLOCK
from tests.frozen import todays_engine

TODAY = date(2026, 11, 28)


def charted(text: str, language: Language | None = Language.ZH_HANS) -> Charted:
    context = Context(language=language, now=TODAYS_CLOCK.now)
    return todays_engine().picture(text, context)


def chart(text: str, language: Language | None = Language.ZH_HANS) -> Chart:
    made = charted(text, language).chart
    assert made is not None
    return made


def steps(text: str) -> Steps:
    [part] = chart(text).parts
    assert isinstance(part, Steps)
    return part


def bars(text: str) -> Bars:
    [part] = chart(text).parts
    assert isinstance(part, Bars)
    return part


def test_one_model_is_drawn_as_its_prices_went() -> None:
    part = steps("DeepSeek V4 Pro")
    assert [told.when for told in part.told] == ["2026-04-24 起", "2026-04-26 起", "2026-08-17 起"]
    assert part.days == (date(2026, 4, 26), date(2026, 8, 17))
    assert [course.label for course in part.courses] == ["4.5 元", "13.5 元"]
    assert [stretch.amount for stretch in part.courses[0].stretches] == [12, 3, Decimal("4.5")]
    assert (part.first, part.last) == (date(2026, 4, 24), TODAY)
    assert chart("DeepSeek V4 Pro").title == "DeepSeek V4 Pro 的历次价格"


def test_the_stretches_of_a_course_follow_each_other() -> None:
    for course in steps("deepseek chat").courses:
        for before, after in zip(course.stretches, course.stretches[1:], strict=False):
            assert before.first < before.last <= after.first


def test_a_price_whose_first_day_nobody_knows_is_drawn_without_one() -> None:
    part = steps("GPT-5")
    assert part.open
    assert part.days == ()
    assert [told.when for told in part.told] == ["有记录以来"]
    before, after = steps("o3").courses[0].stretches
    assert before.last == after.first == date(2025, 6, 10)
    assert after.first - before.first > timedelta(days=30)


def test_several_histories_are_drawn_one_below_the_other() -> None:
    made = chart("o3和GPT-4o价格走势")
    assert [part.name for part in made.parts if isinstance(part, Steps)] == ["o3", "GPT-4o"]
    assert made.title == "历次价格"


def test_models_are_drawn_beside_each_other_with_both_sides() -> None:
    part = bars("GPT-5和Claude Opus 5哪个便宜")
    assert [row.name for row in part.rows] == ["GPT-5", "Claude Opus 5"]
    assert [[bar.label for bar in row.bars] for row in part.rows] == [["1.25 美元", "10 美元"], ["5 美元", "25 美元"]]
    assert not part.scale.logarithmic
    made = chart("GPT-5和Claude Opus 5哪个便宜")
    assert (made.unit, made.series) == ("美元 / 百万 tokens，2026-11-28", ("输入", "输出"))


def test_what_differs_too_much_is_drawn_on_a_logarithmic_scale_and_said_so() -> None:
    assert bars("豆包 GPT-5").scale.logarithmic
    assert any("对数刻度" in note for note in chart("豆包 GPT-5").notes)


def test_two_currencies_are_drawn_in_one_at_the_rate_that_is_named() -> None:
    part, notes = bars("豆包主力模型和GPT-5哪个便宜"), chart("豆包主力模型和GPT-5哪个便宜").notes
    doubao, gpt = part.rows
    assert (doubao.bars[0].high, doubao.bars[0].label) == (Decimal("0.8"), "0.8 元")
    assert gpt.bars[0].label == "1.25 美元"
    assert gpt.bars[0].high > 5
    assert any(note.startswith("汇率：1 美元") for note in notes)
    in_dollars = chart("豆包主力模型和GPT-5哪个便宜", Language.EN)
    assert in_dollars.unit == "US dollars per million tokens, 2026-11-28"


def test_a_ranking_leaves_out_what_is_free_and_says_so_in_words_too() -> None:
    made = charted("最便宜的是哪家")
    assert made.chart is not None
    assert "免费的不算在内。" in made.chart.notes
    assert "免费的不算在内。" in made.reply.text
    assert "免费" not in {bar.label for row in bars("最便宜的是哪家").rows for bar in row.bars}


def test_a_range_is_drawn_from_what_is_sure_to_what_is_possible() -> None:
    wide = [bar for row in bars("写一本50万字的小说要花多少钱").rows for bar in row.bars if bar.low < bar.high]
    assert wide
    assert all("到" in bar.label for bar in wide)


def test_there_are_a_dozen_bars_at_most() -> None:
    engine = todays_engine()
    question = Question(Kind.COMPARE, engine.knowledge.priced_models()[:12])
    made = engine.press_picture(
        engine.code_of(question) or "", Context(language=Language.ZH_HANS, now=TODAYS_CLOCK.now)
    )
    assert made.chart is not None
    [part] = made.chart.parts
    assert isinstance(part, Bars)
    assert 6 < sum(len(row.bars) for row in part.rows) <= MOST_BARS
    assert any("另外还有" in note for note in made.chart.notes)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("foobar 9", Status.UNKNOWN),
        ("1元能买多少GLM tokens", Status.ANSWERED),
        ("免费的有哪些", Status.ANSWERED),
        ("你好", Status.UNKNOWN),
        ("", Status.UNKNOWN),
    ],
)
def test_where_there_is_nothing_to_draw_there_is_the_usual_reply(text: str, status: Status) -> None:
    made = charted(text)
    assert made.chart is None
    assert made.reply.status is status
    assert made.reply.text == todays_engine().ask(text, Context(language=Language.ZH_HANS, now=TODAYS_CLOCK.now)).text


@pytest.mark.parametrize("text", ["DeepSeek V4 Pro", "GPT-5和Claude Opus 5哪个便宜", "最便宜的是哪家"])
def test_the_code_of_a_picture_reads_back_to_the_same(text: str) -> None:
    made = charted(text)
    assert made.reply.code is not None
    again = todays_engine().press_picture(made.reply.code, Context(language=Language.ZH_HANS, now=TODAYS_CLOCK.now))
    assert (again.chart, again.reply.text) == (made.chart, made.reply.text)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("text", ["deepseek chat", "豆包 GPT-5", "最便宜的是哪家"])
def test_every_picture_names_its_source_and_days_in_the_language_asked_for(text: str, language: Language) -> None:
    made = chart(text, language)
    assert str(TODAY) in made.unit
    word = {Language.ZH_HANS: "来源", Language.ZH_HANT: "來源", Language.EN: "Source"}[language]
    assert any(note.startswith(word) and "20" in note for note in made.notes)
    if language is Language.ZH_HANT:
        assert "输入" not in "".join(words_in(made))
    if language is Language.EN:
        assert "输" not in "".join(words_in(made))


def test_a_stale_code_gets_the_usual_reply() -> None:
    made = todays_engine().press_picture("nonsense")
    assert made.chart is None
    assert made.reply.status is Status.UNKNOWN


def test_a_history_has_all_prices_on_record() -> None:
    context = Context(language=Language.ZH_HANS, now=TODAYS_CLOCK.now)
    reply = todays_engine().history("deepseek chat", context)
    assert reply.kind is Kind.HISTORY
    assert reply.full.count("起：") == 6
    assert reply.text.count("起：") == 4
