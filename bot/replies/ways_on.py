"""Ways to go on from an answer: the same question with one slot changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from bot.answers import Answer, Button
from bot.codes.ids import IdCodes
from bot.codes.question import Draft, encode
from bot.quantities import CHARACTER, TOKEN, Money, Range
from bot.question import Kind, Order, Question
from bot.replies.speech import Speech

_A_ROW: Final = 2
_MOST: Final = 4
_MOST_CHOICES: Final = 8
ONE_YUAN: Final = Money(Range.exactly(1), "CNY")


_PRICE: Final = Draft(Question(Kind.PRICE))
_BUYS: Final = Draft(Question(Kind.BUDGET, money=(ONE_YUAN,), target=TOKEN))
_ALL_COMPARED: Final = Draft(Question(Kind.RANK, order=Order.ASCENDING))


def buttons_for(answer: Answer, asked: Draft, speech: Speech, ids: IdCodes) -> tuple[tuple[Button, ...], ...]:
    """The buttons under an answer, at most four, each asking something else than was ``asked``."""
    return _rows(_ways(answer, asked, speech, ids), speech, _MOST)


def choices(options: Sequence[Question], speech: Speech, ids: IdCodes) -> tuple[tuple[Button, ...], ...]:
    """The buttons under a question back, one an option, named by what sets it apart."""
    sizes = len({option.loads for option in options}) > 1
    labels = (_load_label(option, speech) if sizes else _option_label(option, speech) for option in options)
    codes = (encode(option, ids) for option in options)
    return _rows(zip(labels, codes, strict=True), speech, _MOST_CHOICES)


def _load_label(option: Question, speech: Speech) -> str:
    amount = option.loads[0].amount
    return speech.amount(amount.value, amount.unit)


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


def _ways(answer: Answer, asked: Draft, speech: Speech, ids: IdCodes) -> Iterable[tuple[str, str | None]]:
    """Labels and codes of what to ask next; the code is ``None`` where it does not fit."""
    question, phrases = answer.question, speech.phrases
    kind, priced = question.kind, speech.library.knowledge.prices
    models = {result.subject for result in answer.results if result.subject in priced}
    one = models.pop() if len(models) == 1 else None
    if kind is Kind.BUDGET:
        if question.target in (None, TOKEN):
            yield phrases.button_characters, asked.code(ids, target=CHARACTER, size=None)
        else:
            yield phrases.button_tokens, asked.code(ids, target=TOKEN, size=None)
    shared = not any(load.subject for load in question.loads)
    if kind in (Kind.BUDGET, Kind.COST) and question.subjects and shared:
        yield (
            phrases.button_all,
            asked.code(ids, subjects=(), alongside=None, money=_each_once(question.money), apart=False, versus=None),
        )
    if one is not None and kind is not Kind.PRICE:
        yield phrases.button_price.format(name=speech.name(one)), _PRICE.code(ids, subjects=(one,))
    if one is not None and kind is not Kind.BUDGET and not any(result.free for result in answer.results):
        yield phrases.button_buys, _BUYS.code(ids, subjects=(one,))
    if kind is not Kind.RANK:
        yield phrases.button_compare, _ALL_COMPARED.code(ids)


def _each_once(money: tuple[Money, ...]) -> tuple[Money, ...]:
    return tuple(dict.fromkeys(money))


def _rows(ways: Iterable[tuple[str, str | None]], speech: Speech, most: int) -> tuple[tuple[Button, ...], ...]:
    buttons = [Button(speech.label(label), code) for label, code in ways if code is not None][:most]
    return tuple(tuple(buttons[at : at + _A_ROW]) for at in range(0, len(buttons), _A_ROW))
