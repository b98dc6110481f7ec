"""Numbers written out in words are read back as themselves, and no text makes the finder fail."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bot.language.amounts.amounts import AmountFinder
from bot.language.basics.entities import EntityKind
from bot.quantities import Range
from bot.text import normalize

CHINESE_DIGITS = "零一二三四五六七八九"
FORMAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()

whole_numbers = (
    st.integers(0, 10**15 - 1)
    | st.integers(0, 20_000)
    | st.builds(lambda d, e: d * 10**e, st.integers(1, 99), st.integers(0, 12))
)
alphabet = "零一二两三四五六七八九十百千万亿几多余半块元毛角分钱折成点第年月天次本字个百分之到至约负 0123456789.,-~%$¥€kwmb/:()abcone two"


def chinese_section(number: int) -> str:
    """A number below ten thousand, with 零 where places are left out."""
    text = ""
    for place, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            text += CHINESE_DIGITS[digit] + unit
        elif text and not text.endswith("零") and number % place:
            text += "零"
    return text


def chinese_numeral(number: int) -> str:
    """As it is written in full: 一万零二十."""
    if number == 0:
        return "零"
    text = ""
    above = 0
    for unit, name in ((10**12, "万亿"), (10**8, "亿"), (10**4, "万"), (1, "")):
        part = number // unit % 10_000
        if part:
            text += ("零" if text and (part < 1000 or above == 0) else "") + chinese_section(part) + name
        above = part
    return text


def english_section(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    words = [f"{ONES[hundreds]} hundred"] if hundreds else []
    if rest and rest < 20:
        words.append(ONES[rest])
    elif rest:
        words.append(TENS[rest // 10] + (f"-{ONES[rest % 10]}" if rest % 10 else ""))
    return " and ".join(words)


def english_numeral(number: int) -> str:
    if number == 0:
        return "zero"
    scales = ((10**12, " trillion"), (10**9, " billion"), (10**6, " million"), (1000, " thousand"), (1, ""))
    parts = [(number // unit % 1000, name) for unit, name in scales]
    return " ".join(english_section(part) + name for part, name in parts if part)


def read_money(finder: AmountFinder, text: str) -> Decimal | None:
    found = finder.find(normalize(text))
    assert [(amount.start, amount.end, amount.kind) for amount in found] == [(0, len(text), EntityKind.MONEY)], text
    return found[0].value.exact


@given(whole_numbers)
def test_chinese_numerals_are_read_back(finder: AmountFinder, number: int) -> None:
    numeral = chinese_numeral(number)
    assert read_money(finder, f"{numeral}元") == number
    assert read_money(finder, f"{numeral.translate(FORMAL)}元") == number


@given(whole_numbers)
def test_english_numerals_are_read_back(finder: AmountFinder, number: int) -> None:
    assert read_money(finder, f"{english_numeral(number)} yuan") == number


@given(whole_numbers)
def test_grouped_digits_are_read_back(finder: AmountFinder, number: int) -> None:
    assert read_money(finder, f"{number:,}元") == number
    assert read_money(finder, f"{number}元") == number


@given(st.decimals(0, 10**9, places=4))
def test_decimals_are_read_back(finder: AmountFinder, number: Decimal) -> None:
    assert read_money(finder, f"{number:f}元") == number
    assert read_money(finder, f"{number:f}万元") == number * 10_000


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_spans_are_read_back(finder: AmountFinder, one: int, other: int) -> None:
    low, high = sorted((one, other))
    if low == high:
        return
    for text in (f"{low}元到{high}元", f"{low}-{high}元", f"{chinese_numeral(low)}元至{chinese_numeral(high)}元"):
        (amount,) = finder.find(normalize(text))
        assert amount.value == Range(Decimal(low), Decimal(high)), text


@given(st.text(max_size=300) | st.text(alphabet, max_size=300))
def test_any_text_is_read_without_failure(finder: AmountFinder, text: str) -> None:
    normalized = normalize(text)
    place = 0
    for amount in finder.find(normalized):
        assert place <= amount.start < amount.end <= len(normalized.text)
        assert amount.value.low is not None or amount.value.high is not None
        place = amount.end


@given(st.text(alphabet, max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_no_amount_touches_a_name(finder: AmountFinder, text: str, one: int, other: int) -> None:
    normalized = normalize(text)
    start, end = sorted((min(one, len(normalized.text)), min(other, len(normalized.text))))
    for amount in finder.find(normalized, [(start, end)] if start < end else []):
        assert amount.end <= start or amount.start >= end or start == end
