"""Pictures as they are drawn: letters and no boxes, small, and never higher than the sheet."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageFont

from bot.charts.chart import Bar, Bars, Chart, Course, Row, Steps, Stretch, Told
from bot.charts.drawing.canvas import TALLEST, WIDTH
from bot.charts.drawing.png import png
from bot.charts.drawing.themes import DARK, LIGHT
from bot.charts.fonts.files import FONT
from bot.charts.scales import scale_for
from bot.text import Language
from tests.charts.test_charting import chart
from tests.charts.words import words_in

MOST_BYTES = 60 * 1024
QUESTIONS = [
    "deepseek chat",
    "GPT-5",
    "豆包 GPT-5",
    "最便宜的是哪家",
    "写一本50万字的小说要花多少钱",
    "o3和GPT-4o价格走势",
]
NOT_THERE = "\U0010ffff"


def opened(file: bytes) -> Image.Image:
    return Image.open(BytesIO(file)).convert("RGB")


@pytest.mark.parametrize(("language", "dark"), [*((language, False) for language in Language), (Language.EN, True)])
@pytest.mark.parametrize("text", QUESTIONS)
def test_a_picture_is_as_wide_as_a_phone_and_small(text: str, language: Language, dark: bool) -> None:
    file = png(chart(text, language), dark=dark)
    assert file.startswith(b"\x89PNG")
    assert len(file) <= MOST_BYTES
    picture = opened(file)
    assert picture.width == 3 * WIDTH
    assert picture.height < 3 * TALLEST
    assert picture.getpixel((0, 0)) == (DARK if dark else LIGHT).ground


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("text", QUESTIONS)
def test_no_letter_of_a_picture_is_a_box(text: str, language: Language) -> None:
    font = ImageFont.truetype(FONT, 36, layout_engine=ImageFont.Layout.BASIC)
    box = bytes(font.getmask(NOT_THERE))
    letters = set("".join(words_in(chart(text, language)))) - {" "}
    assert {"价", "價", "e"} & letters
    assert [letter for letter in letters if bytes(font.getmask(letter)) == box] == []


def test_letters_of_the_title_are_drawn_as_the_font_has_them() -> None:
    """Another title makes another picture, in the place of the title alone; one of letters unknown shows question marks."""
    made = chart("GPT-5")
    shown, other = (opened(png(made._replace(title=title))) for title in ("豆包的价格", "壹贰叁肆伍"))
    changed = ImageChops.difference(shown, other).convert("L").point(lambda each: 255 * (each > 40)).getbbox()
    assert changed is not None
    assert changed[3] < 3 * 45
    unknown, marks = (png(made._replace(title=title)) for title in (NOT_THERE * 3, "???"))
    assert unknown == marks


def test_a_longer_bar_has_more_of_its_colour() -> None:
    def blue(amount: int) -> int:
        row = Row("A", (Bar(0, Decimal(amount), Decimal(amount), ""),))
        scale = scale_for([Decimal(100)])
        picture = opened(png(Chart("", "", (), (Bars((row,), scale, tuple("" for _ in scale.ticks)),), ())))
        counted = picture.getcolors(1 << 24)
        assert counted is not None
        return sum(count for count, colour in counted if isinstance(colour, tuple) and colour[2] - colour[0] > 100)

    assert 3.8 < blue(80) / blue(20) < 4.2


NAMES = st.text(max_size=60)
AMOUNTS = st.decimals(Decimal(0), Decimal(10) ** 9, allow_nan=False, allow_infinity=False, places=4)
DAYS = st.dates(date(2022, 1, 1), date(2027, 1, 1))


@st.composite
def courses(draw: st.DrawFn) -> Steps:
    days = sorted(draw(st.sets(DAYS, min_size=2, max_size=13)))
    stretches = tuple(Stretch(first, last, draw(AMOUNTS)) for first, last in pairwise(days))
    scale = scale_for(stretch.amount for stretch in stretches)
    told = tuple(Told(draw(NAMES), draw(NAMES)) for _ in stretches)
    ticks = tuple(str(tick) for tick in scale.ticks)
    today = draw(st.sampled_from([None, days[-1] - timedelta(days=1)]))
    return Steps(
        draw(NAMES),
        (Course(0, stretches, draw(NAMES)),),
        scale,
        ticks,
        days[0],
        days[-1],
        tuple(days[1:-1]),
        told,
        today=today,
    )


@st.composite
def contests(draw: st.DrawFn) -> Bars:
    sides = draw(st.integers(1, 3))
    amounts = draw(st.lists(st.lists(AMOUNTS, min_size=sides, max_size=sides), min_size=1, max_size=12 // sides))
    scale = scale_for(amount for row in amounts for amount in row)
    rows = tuple(
        Row(draw(NAMES), tuple(Bar(side, amount / 2, amount, draw(NAMES)) for side, amount in enumerate(row)))
        for row in amounts
    )
    return Bars(rows, scale, tuple(str(tick) for tick in scale.ticks))


@given(
    st.lists(contests(), min_size=1, max_size=1) | st.lists(courses(), min_size=1, max_size=1),
    NAMES,
    st.lists(st.text(max_size=300), max_size=5),
    st.booleans(),
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_stands_in_a_chart_it_is_drawn_whole(
    parts: list[Bars | Steps], title: str, notes: list[str], dark: bool
) -> None:
    made = Chart(title, title, ("a", "b", "c"), tuple(parts), tuple(notes))
    picture = opened(png(made, dark=dark))
    assert picture.width == 3 * WIDTH
    assert picture.height < 3 * TALLEST
