"""The first lines of a reply to a conversion, or to two prices that are compared."""

from __future__ import annotations

from decimal import Decimal

from bot.answers import Answer, Result, Role
from bot.quantities import PARTS_OF_YUAN, ZERO
from bot.question import UnitPrice
from bot.replies.contrasts import brief
from bot.replies.layout import Line, Style
from bot.replies.speech import Speech


def word_convert(answer: Answer, speech: Speech) -> list[Line]:
    """What was converted, each result on a line; or which of two prices is the lower one."""
    question = answer.question
    if question.unit_price is not None and question.other_price is not None and len(_main(answer)) > 1:
        return _two_prices(answer, (question.unit_price, question.other_price), speech)
    texts = [_converted(result, answer, speech) for result in _main(answer)]
    return [Line(text, Style.HEADLINE if place == 0 else Style.PLAIN) for place, text in enumerate(texts)]


def _two_prices(answer: Answer, prices: tuple[UnitPrice, UnitPrice], speech: Speech) -> list[Line]:
    """Which of two prices is the lower one, and both for as many tokens."""
    phrases, results = speech.phrases, _main(answer)
    names = [speech.rate(price.money.value, price.money.currency, price.per) for price in prices]
    difference = next((result for result in answer.results if result.role is Role.DIFFERENCE), None)
    if difference is None or difference.value is None:
        head = phrases.same_price.format(names=speech.listed(names))
    else:
        first = _low(results[0]) <= _low(results[1])
        cheap, dear = names if first else reversed(names)
        less = phrases.less_percent.format(other=dear, n=brief(difference.value.low or ZERO))
        head = phrases.cheaper.format(name=cheap, differences=less)
    pairs = zip(names, (speech.price(result) for result in results), strict=True)
    return [Line(head, Style.HEADLINE)] + [
        Line(speech.equation(name, price), Style.ITEM) for name, price in pairs if name != price
    ]


def _main(answer: Answer) -> list[Result]:
    return [result for result in answer.results if result.role is Role.ANSWER]


def _low(result: Result) -> Decimal:
    return (result.value.low if result.value else None) or ZERO


def _converted(result: Result, answer: Answer, speech: Speech) -> str:
    question = answer.question
    given = speech.given(result.given) if result.given else ""
    if question.unit_price is not None and result.per is not None:
        price = question.unit_price
        part = question.target if question.target in PARTS_OF_YUAN else None
        wanted = speech.prices([result], part)
        text = speech.equation(speech.rate(price.money.value, price.money.currency, price.per), wanted)
    else:
        size = question.size
        amount = speech.amount(result.value, result.unit, size.work if size else None) if result.value else ""
        if question.target in PARTS_OF_YUAN and result.value is not None:
            text = speech.equation(given, speech.in_part(result.value, question.target))
        elif given == amount:
            text = _small_money(result, amount, speech)
        else:
            text = speech.equation(given, amount)
    if result.subject is not None:
        text = speech.phrases.only_for.format(text=text, name=speech.name(result.subject))
    return text


def _small_money(result: Result, amount: str, speech: Speech) -> str:
    """A sum in its own currency: what it is in the small unit that was spoken of (0.8 厘 = 0.0008 元)."""
    exact = result.value.exact if result.value and result.unit == "CNY" else None
    small = speech.small_change(exact) if exact is not None else None
    return speech.equation(small, amount) if small else amount
