"""What models cost, put in the order of a ranking."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Final

from bot.answers import Remark
from bot.knowledge.price_entries import Price, Side
from bot.quantities import ARITHMETIC, MILLION, ZERO, Range
from bot.question import Load, Order, Question
from bot.questions.kinds.cost import cost_of_sides
from bot.questions.working.moments import wider_moment_of
from bot.questions.working.ordering import Figure, Trial, at_one_end, one_amount
from bot.questions.working.standings import blend, is_blended
from bot.questions.working.working import Working, given_of

_MOST_KEPT: Final = 8
"""Things that models are ranked by, of which the figures are kept."""


def descends(question: Question) -> bool:
    return question.order in (Order.DEAREST, Order.DESCENDING)


class Ranking:
    """Puts models in the asked order."""

    def __init__(self, working: Working, loads: tuple[Load, ...]) -> None:
        self.working = working
        self.loads = loads
        amount = one_amount(working, loads)
        self._base = at_one_end(amount) if amount is not None else None

    def of(self, models: Iterable[str]) -> list[Figure]:
        """The figures of models, in order."""
        return self.sorted(figure for model in models if (figure := self.figure(model)) is not None)

    def tried(self, models: Iterable[str]) -> list[Figure]:
        """The same in no order, and without saying how they come about, except for the exchange rates."""
        known = self._known_trials()
        found = []
        for model in models:
            trial = known.get(model)
            if trial is None:
                trial = known[model] = self._trial(model)
            if trial.figure is not None:
                found.append(trial.figure)
            if trial.rates:
                self.working.notes |= dict.fromkeys(trial.rates)
        return found

    def _trial(self, model: str) -> Trial:
        working = Working(self.working.market, self.working.question)
        figure = Ranking(working, self.loads).figure(model)
        return Trial(figure, tuple(note for note in working.notes if note.remark is Remark.EXCHANGED))

    def _known_trials(self) -> dict[str, Trial]:
        """What other questions of the same moment tried, that rank models by just the same."""
        question, market = self.working.question, self.working.market
        if self.loads or question.money:
            return {}
        by = replace(question, subjects=(), order=None, limit=None, nth=None, excluded=(), versus=None, traits=())
        kept, key = wider_moment_of(market).trials, (by, market.exchange)
        if key not in kept and len(kept) >= _MOST_KEPT:
            kept.clear()
        return kept.setdefault(key, {})

    def sorted(self, figures: Iterable[Figure]) -> list[Figure]:
        return sorted(figures, key=_place, reverse=descends(self.working.question))

    def figure(self, model: str) -> Figure | None:
        """A model's price or the cost of the load with it; ``None`` where there is none."""
        working, question = self.working, self.working.question
        if question.side == Side.CACHED_INPUT and not _is_cached(working, model):
            return None
        price = working.one_price(model)
        if price is None or (price.free and question.paid_only):
            return None
        if not self.loads:
            per = question.per or MILLION
            amount = ZERO if price.free else working.quote(price, per)
            value = Range.exactly(amount)
            result = working.made(price.currency, value, model, price, per=per, free=price.free)
            goes_by = amount if price.free or not is_blended(question) else self._blended(model, price, amount)
            return Figure(Range.exactly(working.in_common(goes_by, price.currency)), result, price.fact)
        load = self.loads[0]
        if load.side is not None:
            return self._of_sides(model)
        cost = _cost(working, load, model, price)
        if cost is None:
            return None
        given = given_of(load, working.amount_of(load))
        result = working.made(price.currency, cost, model, price, given=given, free=price.free)
        compared = cost
        if self._base is not None:
            compared = _cost(Working(working.market, question), self._base, model, price) or cost
        ends = (None if end is None else working.in_common(end, price.currency) for end in compared)
        return Figure(Range(*ends), result, price.fact)

    def _blended(self, model: str, price: Price, amount: Decimal) -> Decimal:
        """What a model goes by: the prices of its sides together, said so, or its only one."""
        found = blend(self.working.market.prices(model)) if price.side is not None else None
        if found is None:
            return amount
        self.working.note(Remark.BLENDED)
        return ARITHMETIC.divide(ARITHMETIC.multiply(found, self.working.question.per or MILLION), MILLION)

    def _of_sides(self, model: str) -> Figure | None:
        """What work on its sides costs with a model; ``None`` where a side has no price."""
        found = cost_of_sides(self.working, model, self.loads)
        if found is None:
            return None
        cost, _, price, given = found
        result = self.working.made(price.currency, cost, model, price, given=given, free=price.free)
        ends = (None if end is None else self.working.in_common(end, price.currency) for end in cost)
        return Figure(Range(*ends), result, price.fact)


def _is_cached(working: Working, model: str) -> bool:
    """Whether a model has a price of its own for what comes from the cache."""
    return any(price.side is Side.CACHED_INPUT for price in working.market.prices(model))


def _cost(working: Working, load: Load, model: str, price: Price) -> Range | None:
    tokens = working.tokens_of(load, model)
    if tokens is None:
        return None
    return Range.exactly(ZERO) if price.free else working.cost_of(tokens, price)


def _place(figure: Figure) -> Decimal:
    """What a figure is put in order by: its lower end, or the one that it has."""
    low, high = figure.compared
    return low if low is not None else high or ZERO
