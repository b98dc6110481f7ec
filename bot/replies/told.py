"""What was told of, and what may be asked of it next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Final, NamedTuple

from bot.answers import Answer, Button
from bot.codes.ids import IdCodes
from bot.codes.question import encode
from bot.knowledge.model_entries import ModelStatus
from bot.lazy import once
from bot.quantities import TOKEN, Money, Range
from bot.question import Kind, Question
from bot.questions.working.families import models_of_today
from bot.questions.working.market import Market
from bot.questions.working.rivals import rivals
from bot.replies.button_rows import WIDEST, in_rows, width
from bot.replies.conditions import under_other_conditions
from bot.replies.labels import LABELS, Labels
from bot.replies.layout import MOST_LINES
from bot.replies.listing import IS_FREE, main_results
from bot.replies.speech import Speech
from bot.replies.sums import is_cut_short
from bot.text import Language

MOST_NAMED: Final = 3
"""Models that have buttons of their own."""
_MOST_ADDED: Final = 4
"""Models beside each other to which one more is offered."""


class Way(NamedTuple):
    """A label and the question behind it."""

    label: str
    question: Question


def rows_of_ways(
    ways: Iterable[Way], speech: Speech, ids: IdCodes, most: int, asked: Question | None = None
) -> tuple[tuple[Button, ...], ...]:
    """The ways as buttons in so many rows, those left out that ask what was ``asked``, or what does not fit behind one."""
    labelled = [(speech.label(label), question) for label, question in ways if question != asked]
    return in_rows(labelled, partial(encode, ids=ids), most)


def together(models: Sequence[str], speech: Speech) -> str:
    """What stands on the button for models beside each other: their names, or how many they are."""
    labels = LABELS[speech.language]
    named = labels.together.format(names=speech.names(models))
    return named if width(named) < WIDEST[0] else labels.together_all.format(n=len(models))


class Told:
    """An answer, and what is to be known of the models that it told of."""

    def __init__(self, answer: Answer, market: Market, speech: Speech) -> None:
        self.answer = answer
        self.question = replace(answer.question, whole=False) if answer.question.whole else answer.question
        self.results = main_results(answer)
        self.market = market
        self.speech = speech
        self.labels: Labels = LABELS[speech.language]

    @once
    def models(self) -> tuple[str, ...]:
        """The models that have a price, in the order in which they were told of."""
        subjects = dict.fromkeys([result.subject for result in self.results if result.subject is not None])
        return tuple(filter(self.market.prices, subjects))

    @property
    def one(self) -> str | None:
        """The model, where the answer is about one."""
        return self.models[0] if len(self.models) == 1 else None

    @property
    def is_free(self) -> bool:
        return any(map(IS_FREE, self.results))

    @property
    def sides(self) -> set[str | None]:
        return {result.side for result in self.results}

    def price(self, model: str) -> Way:
        return Way(self.labels.price.format(name=self.speech.name(model)), Question(Kind.PRICE, (model,)))

    def history(self, model: str) -> Iterator[Way]:
        """The course of its prices, where they changed."""
        if len({price.since for price in self.market.history(model)}) > 1:
            label = self.labels.history if model == self.one else self.labels.history_of
            yield Way(label.format(name=self.speech.name(model)), Question(Kind.HISTORY, (model,)))

    def of_today(self, model: str) -> str | None:
        """The model that serves today in the place of one that is gone, or of which a report alone tells."""
        market, entry = self.market, self.market.entry(model)
        gone = market.status(model) is ModelStatus.RETIRED or market.answering_report(model)
        if entry is None or not gone or market.asked_day or self.question.as_of is not None:
            return None
        family = market.entry(entry.parent or entry.vendor or "")
        today = models_of_today(market, family) if family is not None else ()
        return next((each for each in today if each != model), None)

    def today_together(self) -> Iterator[Way]:
        """What serves today in the place of the models, where one of them is gone or only reported, beside each other."""
        served = [self.of_today(model) for model in self.models]
        today = tuple(dict.fromkeys(each or model for each, model in zip(served, self.models, strict=True)))
        if any(served) and 1 < len(today) <= _MOST_ADDED:
            yield Way(together(today, self.speech), Question(Kind.COMPARE, today))

    def in_other_currency(self, question: Question) -> Iterator[Way]:
        """The question in yuan where it was answered in dollars, and the reverse."""
        shown = {result.unit for result in self.results if not result.free}
        if question.target in self.labels.currencies:
            shown = {question.target or ""}
        for currency, label in self.labels.currencies.items():
            if currency not in shown and not shown.isdisjoint(self.labels.currencies):
                yield Way(label, replace(question, target=currency))

    def beside(self, model: str, asked: Callable[[tuple[str, ...]], Question]) -> Iterator[Way]:
        """The model, or the one that serves today in its place, beside those nearest in price, as many as fit on a button."""
        if self.market.asked_day or self.question.as_of is not None:
            return
        model = self.of_today(model) or model
        found = rivals(self.market, model)
        label = self.labels.rivals if model == self.one else self.labels.rivals_of
        for number in range(len(found), 0, -1):
            name, names = self.speech.name(model), self.speech.names(found[:number])
            words = label.format(name=name, names=names)
            if width(words) < WIDEST[0]:
                yield Way(words, asked((model, *found[:number])))
                return

    def one_more(self, asked: Callable[[tuple[str, ...]], Question]) -> Iterator[Way]:
        """The models and one more, which is nearest in price to the first."""
        if not 1 < len(self.models) <= _MOST_ADDED or self.market.asked_day or self.question.as_of is not None:
            return
        for model in rivals(self.market, self.models[0], self.models, most=1):
            yield Way(self.labels.add.format(name=self.speech.name(model)), asked((*self.models, model)))

    def together(self) -> Iterator[Way]:
        """The models beside each other."""
        if 1 < len(self.models) <= _MOST_ADDED:
            yield Way(together(self.models, self.speech), Question(Kind.COMPARE, self.models))

    def buys(self, model: str) -> Iterator[Way]:
        sum_ = Money(Range.exactly(1), "USD" if self.speech.language is Language.EN else "CNY")
        label = self.labels.buys.format(money=self.speech.amount(sum_.value, sum_.currency))
        yield Way(label, Question(Kind.BUDGET, (model,), (sum_,), target=TOKEN))

    def whole(self) -> Iterator[Way]:
        """The same with what is folded: the whole sum, the prices on all terms."""
        if is_cut_short(self.answer, self.speech):
            yield Way(self.labels.whole_sum, replace(self.question, whole=True))
        if self.has_more_terms:
            yield Way(self.labels.all_terms, replace(self.question, whole=True))

    @once
    def has_more_terms(self) -> bool:
        """Whether the price of the one model hangs on more than is shown at once."""
        if self.question.kind is not Kind.PRICE or self.one is None or self.answer.question.whole:
            return False
        others = under_other_conditions(self.results, self.speech, self.question.as_of)
        return sum(line.folded for line in others) > 1 or len(others) > MOST_LINES - 2

    def has_mode(self, model: str, mode: str) -> bool:
        return any(price.conditions.mode == mode for price in self.market.offers(model))
