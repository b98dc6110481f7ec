"""Collects the results of an answer, with the steps, facts, sources and notes that belong to them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Final

from bot.answers import Answer, Given, Note, Remark, Result, Role, Status
from bot.knowledge.entries import Fact, Figure, Rate
from bot.knowledge.price_entries import Basis, Price, Side
from bot.quantities import (
    ARITHMETIC,
    TOKEN,
    Range,
    exact_text,
)
from bot.question import Baseline, Kind, Question, Unpriced
from bot.questions.working.dated import first_price, is_undated
from bot.questions.working.earlier import SideChange, last_change
from bot.questions.working.market import INDUSTRY, Market, quoted
from bot.questions.working.standings import is_blended, main_price, offer, usual_prices

MANY: Final = 3
"""From so many results on, the steps of the first stand for all."""


@dataclass
class Record:
    """Collects the results of one answer, with steps, facts, sources and notes as they come up."""

    market: Market
    question: Question
    results: list[Result] = field(default_factory=list)
    steps: dict[str, None] = field(default_factory=dict)
    facts: dict[str, None] = field(default_factory=dict)
    sources: dict[str, None] = field(default_factory=dict)
    notes: dict[Note, None] = field(default_factory=dict)
    winner: str | None = None
    _first_steps: int = 0
    _answers: int = 0

    def answer(self, status: Status = Status.ANSWERED) -> Answer:
        if self.question.unpriced is Unpriced.SUPPOSITION:
            self.note(Remark.NOT_SUPPOSED)
        elif self.question.unpriced is not None:
            self.note(Remark.UNPRICED, self.question.unpriced)
        return Answer(
            self.question,
            tuple(self.results),
            status,
            tuple(self.facts),
            self.winner,
            tuple(self.steps),
            self._first_steps if self._answers >= MANY and self.question.kind in (Kind.BUDGET, Kind.COST) else None,
            tuple(self.sources),
            tuple(self.notes),
        )

    def step(self, text: str) -> None:
        if not self.question.everything:
            self.steps[text] = None

    def note(self, remark: Remark, *about: str, figures: tuple[Decimal, ...] = (), day: date | None = None) -> None:
        self.notes[Note(remark, about, figures, day)] = None

    def cite(self, source: str, fact: str | None = None) -> None:
        """Name a source, and the fact that the figure stands in."""
        self.sources[source] = None
        if fact is not None:
            self.facts[fact] = None

    def use_price(self, price: Price) -> None:
        self.sources[price.source] = None
        if price.fact is not None:
            self.facts[price.fact] = None

    def add(
        self,
        unit: str,
        value: Range | None = None,
        subject: str | None = None,
        price: Price | None = None,
        *,
        role: Role = Role.ANSWER,
        given: Given | None = None,
        per: Decimal | None = None,
        free: bool = False,
        rate: Rate | None = None,
    ) -> None:
        """Add a result, its day and source those of the price or rate that it comes from.

        An amount that may be anything says nothing, and is left out.
        """
        if value is not None and value.low is None and value.high is None:
            return
        if role is Role.ANSWER and not free:
            self._answers += 1
            self._first_steps = self._first_steps or len(self.steps)
        self.results.append(
            self.made(unit, value, subject, price, role=role, given=given, per=per, free=free, rate=rate)
        )

    def made(
        self,
        unit: str,
        value: Range | None,
        subject: str | None,
        price: Price | None = None,
        *,
        role: Role = Role.ANSWER,
        given: Given | None = None,
        per: Decimal | None = None,
        free: bool = False,
        rate: Rate | None = None,
    ) -> Result:
        """A result that is not added yet, its day and source those of the price or rate that it comes from."""
        source = price.source if price else rate.source if rate else None
        return Result(
            unit,
            value,
            subject,
            Given(Range(per, per), TOKEN) if per is not None else None,
            price.side if price else None,
            free,
            role,
            given,
            self._told_day(price) if price else self._day_of(source),
            source,
            offer=price,
            status=self.market.status(subject) if subject is not None else None,
        )

    def _told_day(self, price: Price) -> date:
        """The day that is told of a price: the market's for one that holds, its own for one of a report or of the past."""
        if price.fact is not None or price.basis is Basis.REPORT or price.model not in self.market.knowledge.models:
            return price.since
        today = self.market.day_at(price.model)
        if price.early or price.holds_on(today):
            return self.market.day
        return price.checked or price.since

    def state(self, figure: Figure, fact: Fact, role: Role) -> None:
        """Add a figure of a fact as published."""
        source = self.market.source(fact.source)
        per = Given(Range.exactly(figure.per), TOKEN) if figure.per is not None else None
        subject = fact.subjects[0] if fact.subjects else None
        self.results.append(
            Result(
                figure.unit,
                figure.value,
                subject,
                per,
                role=role,
                as_of=source.date if source else None,
                source=fact.source,
                day=figure.day,
            )
        )

    def _day_of(self, source: str | None) -> date | None:
        found = self.market.source(source) if source else None
        return found.date if found else None

    def models(self) -> tuple[str, ...]:
        """The models that the question is about: those named, or those to tell of where none was, with a note of the others."""
        found = offer(self.market, self._asked_side, self.question.subjects)
        self.note_others(found.others)
        return found.models

    def note_others(self, others: int) -> None:
        """Say how many models there are beside those that are told of."""
        if others > 0:
            self.note(Remark.OTHERS, figures=(Decimal(others),))

    def price_of(self, model: str) -> tuple[Price, ...]:
        """The model's prices on the day; where there are none, a note that says so."""
        prices = self.market.prices(model)
        if prices:
            for price in prices:
                self.use_price(price)
            self.remark_on(model)
            self._mind_day(model, prices)
            self._mind_terms(model, prices)
            if self.question.side == Side.CACHED_INPUT and all(price.side is not Side.CACHED_INPUT for price in prices):
                self.note(Remark.UNPRICED, Unpriced.CACHE)
            return self._supposed(model, self._before(model, prices))
        first = first_price(self.market, model)
        if first is not None and first.since > self.market.day:
            undated = is_undated(self.market, first)
            self.note(Remark.UNDATED if undated else Remark.NOT_KNOWN_YET, model, day=first.since)
        else:
            self.note(Remark.NO_PRICE, model)
        return ()

    def _mind_day(self, model: str, prices: tuple[Price, ...]) -> None:
        """Say where the prices are not known to have held on the day asked for, as nothing says since when they do."""
        day, asked = self.market.day, self.market.asked_day
        if not asked:
            return
        undated = [price for price in prices if price.is_undated]
        if len(undated) == len(prices) and day < undated[0].since:
            self.note(Remark.UNDATED, model, day=undated[0].since)

    def _mind_terms(self, model: str, prices: tuple[Price, ...]) -> None:
        """Say where no price is known on the terms that the question names, so that that of an ordinary call stands in."""
        wanted, terms = self.market.wanted, self.question.terms
        if terms is not None and terms.window is not None and self.market.windows_of(model) is None:
            self.note(Remark.ALL_HOURS, model)
        if wanted.mode is not None and not all(map(self.market.is_as_wanted, prices)):
            self.note(Remark.UNPRICED, Unpriced(wanted.mode))
        length = wanted.input_tokens
        if length is not None and not any(price.is_for_input(length) for price in prices):
            self.note(Remark.UNPRICED, Unpriced.LONG)

    def _before(self, model: str, prices: tuple[Price, ...]) -> tuple[Price, ...]:
        """The prices before the cut, where a sum or a comparison is to go by them; today's where none is known."""
        question = self.question
        if question.baseline is not Baseline.BEFORE or question.kind is Kind.DISCOUNT or model == INDUSTRY:
            return prices
        if question.supposed_of not in (None, model):
            return prices
        change, asked = last_change(self.market, model), self._asked_side
        sides = [side for side in change.sides if side.before and asked in (None, side.side)] if change else []
        if change is None or not sides:
            self.note(Remark.NOT_EARLIER, model)
            return prices
        before = change.before if asked is None else tuple(side.before for side in sides if side.before is not None)
        if before == prices:
            self.note(Remark.NOT_EARLIER, model)
            return prices
        if change.stated:
            self._lead_all_back(model, sides, before)
        for price in before:
            self.use_price(price)
        self.note(Remark.EARLIER, model, change.move)
        return before

    def _lead_all_back(self, model: str, sides: list[SideChange], before: tuple[Price, ...]) -> None:
        """Say how prices before follow from what was published, and which sides it was not published of."""
        for side in sides:
            if side.fact is not None and side.before is not None and side.after is not None:
                self.lead_back(model, side.fact, side.after, side.before, side.after.published_per)
        changed = {side.side for side in sides}
        for price in before:
            if price.side not in changed and price.side is not None:
                self.note(Remark.SIDE_KEPT, model, price.side)

    def lead_back(self, model: str, fact: Fact, price: Price, before: Price, per: Decimal) -> None:
        """Say how a price before follows from the change of it that a fact states."""
        change = fact.change
        if change is None:
            return
        was, now = quoted(before, per), quoted(price, per)
        sign = "+" if change.rises else "−"
        self.step(f"{exact_text(now)} ÷ (100% {sign} {exact_text(change.percent)}%) = {exact_text(was)}")
        self.cite(fact.source, fact.id)
        self.note(Remark.UP_TO_CUT if change.up_to else Remark.BY_REPORT, model, figures=(change.percent,))

    def _supposed(self, model: str, prices: tuple[Price, ...]) -> tuple[Price, ...]:
        """The prices as the question supposes them, where it does."""
        factor, owner = self.question.factor, self.question.supposed_of
        if factor is None or owner not in (None, model):
            return prices
        percent = ARITHMETIC.multiply(factor, Decimal(100))
        if owner is None:
            self.note(Remark.SUPPOSED, figures=(percent,))
        else:
            self.note(Remark.SUPPOSED_OF, owner, figures=(percent,))
        found = []
        for price in prices:
            long = tuple((start, ARITHMETIC.multiply(amount, factor)) for start, amount in price.long)
            other = replace(price, amount=ARITHMETIC.multiply(price.amount, factor), long=long)
            if not price.free:
                was, now = (quoted(each, each.published_per) for each in (price, other))
                self.step(f"{exact_text(was)} × {exact_text(factor)} = {exact_text(now)}")
            found.append(other)
        return tuple(found)

    def usual_prices(self, model: str) -> tuple[Price, ...]:
        """The prices of the side that is asked for; else all but cached input, which is nobody's usual case."""
        return usual_prices(self.price_of(model), self._asked_side)

    def mind_one_price(self, model: str, price: Price) -> None:
        """Note that a price is the same for input and output, where it is asked for as that of one of them."""
        if price.side is None and not price.free and self.question.side in (Side.INPUT, Side.OUTPUT):
            self.note(Remark.NO_SPLIT, model)

    @property
    def _asked_side(self) -> str | None:
        """The side asked for: the question's own, or the one that all of its work is on."""
        sides = {load.side for load in self.question.loads}
        return self.question.side or (sides.pop() if len(sides) == 1 else None)

    def one_price(self, model: str) -> Price | None:
        """The price to compare a model by: its only one, or that of the side asked for, or else of input."""
        price = main_price(self.usual_prices(model))
        sided = self.question.side is not None or any(load.side for load in self.question.loads)
        if price is not None and price.side is not None and not sided and not is_blended(self.question):
            self.note(Remark.BY_INPUT, *(() if self.question.everything else (model,)))
        return price

    def remark_on(self, model: str) -> None:
        """Say whose price it is, where it is of the wider catalogue."""
        entry = self.market.whose_list(model)
        if entry is not None and not entry.curated and not self.question.everything:
            self.note(Remark.SELLER, model)
