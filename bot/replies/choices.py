"""The buttons under a question back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.answers import Button
from bot.codes.ids import IdCodes
from bot.question import Kind, Question
from bot.replies.labels import LABELS
from bot.replies.speech import Speech
from bot.replies.told import Way, rows_of_ways

_MOST_ROWS: Final = 3


def choices(options: Sequence[Question], speech: Speech, ids: IdCodes) -> tuple[tuple[Button, ...], ...]:
    """The buttons under a question back, one an option, named by what sets it apart."""
    sizes = len({option.loads for option in options}) > 1
    several = len({option.subjects for option in options if option.money}) > 1
    ways = (Way(_load_label(each, speech) if sizes else _option_label(each, speech, several), each) for each in options)
    return rows_of_ways(ways, speech, ids, _MOST_ROWS)


def _load_label(option: Question, speech: Speech) -> str:
    amount = option.loads[0].amount
    return speech.amount(amount.value, amount.unit)


def _option_label(option: Question, speech: Speech, several: bool) -> str:
    """What sets an option apart; ``several``: sums are to be spent on one of several models."""
    labels = LABELS[speech.language]
    if option.kind is Kind.FACT:
        return labels.facts
    if option.size is not None:
        size = option.size
        return speech.amount(size.amount.value, size.amount.unit, size.work)
    if option.kind is Kind.PRICE:
        return labels.price.format(name=speech.names(option.subjects))
    if option.kind is Kind.BUDGET and option.money:
        sum_ = speech.amount(option.money[0].value, option.money[0].currency)
        label = labels.buys_of if several else labels.buys if option.money[0].value.exact == 1 else "{money}"
        return label.format(money=sum_, name=speech.names(option.subjects))
    return speech.names(option.subjects)
