"""Ways to go on from an answer: the same question with one slot changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from bot.answers import Answer, Button, Kind, Load, Order, Question
from bot.codes import IdCodes, encode
from bot.quantities import CHARACTER, TOKEN, Money, Quantity, Range
from bot.replies.speech import Speech

_A_ROW: Final = 2
_MOST: Final = 4
ONE_YUAN: Final = Money(Range.exactly(1), "CNY")
A_MILLION: Final = Load(Quantity(Range.exactly(1_000_000), TOKEN))


def buttons_for(answer: Answer, speech: Speech, ids: IdCodes) -> tuple[tuple[Button, ...], ...]:
    """The buttons under an answer, at most four, each asking something else than was asked."""
    return _rows(_ways(answer, speech), answer.question, speech, ids)


def choices(options: Sequence[Question], speech: Speech, ids: IdCodes) -> tuple[tuple[Button, ...], ...]:
    """The buttons under a question back, one an option, named by what sets it apart."""
    return _rows([(_option_label(option, speech), option) for option in options], None, speech, ids, most=8)


def _option_label(option: Question, speech: Speech) -> str:
    phrases = speech.phrases
    if option.kind is Kind.FACT:
        return phrases.button_facts
    if option.size is not None:
        size = option.size
        return speech.amount(size.amount.value, size.amount.unit, size.work)
    if option.kind is Kind.PRICE:
        return phrases.button_price.format(name=speech.names(option.subjects))
    if option.kind is Kind.BUDGET and option.money == (ONE_YUAN,):
        return phrases.button_buys
    if option.kind is Kind.BUDGET and option.money:
        return speech.amount(option.money[0].value, option.money[0].currency)
    return speech.names(option.subjects)


def _ways(answer: Answer, speech: Speech) -> Iterable[tuple[str, Question]]:
    question, phrases = answer.question, speech.phrases
    models = [result.subject for result in answer.results if result.subject in speech.library.knowledge.prices]
    one = models[0] if models and len(set(models)) == 1 else None
    if question.kind is Kind.BUDGET:
        if question.target in (None, TOKEN):
            yield phrases.button_characters, replace(question, target=CHARACTER, size=None)
        else:
            yield phrases.button_tokens, replace(question, target=TOKEN, size=None)
        if question.subjects:
            yield phrases.button_all, replace(question, subjects=())
    if question.kind is Kind.COST and question.subjects:
        yield phrases.button_all, replace(question, subjects=())
    if one is not None and question.kind is not Kind.PRICE:
        yield phrases.button_price.format(name=speech.name(one)), Question(Kind.PRICE, (one,))
    free = any(result.free for result in answer.results)
    if one is not None and question.kind is not Kind.BUDGET and not free:
        yield phrases.button_buys, Question(Kind.BUDGET, (one,), (ONE_YUAN,), target=TOKEN)
    if question.kind is not Kind.RANK:
        yield phrases.button_compare, Question(Kind.RANK, order=Order.ASCENDING)


def _rows(
    ways: Iterable[tuple[str, Question]], asked: Question | None, speech: Speech, ids: IdCodes, most: int = _MOST
) -> tuple[tuple[Button, ...], ...]:
    buttons = []
    for label, question in ways:
        code = encode(question, ids)
        if code is not None and question != asked:
            buttons.append(Button(speech.shown(label), code))
    buttons = buttons[:most]
    return tuple(tuple(buttons[at : at + _A_ROW]) for at in range(0, len(buttons), _A_ROW))
