"""Arithmetic that shows its working: every number comes with the sum that led to it and where its figures are from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final

from bot.answers import Answer, Given, Kind, Load, Note, Question, Remark, Result, Role, Status
from bot.knowledge.entries import Fact, Figure, Price, Rate, Side, Work
from bot.quantities import (
    ARITHMETIC,
    CHARACTER,
    COPY,
    TOKEN,
    WORD,
    Money,
    Range,
    exact_text,
)
from bot.questions.market import Market, quoted

MILLION: Final = Decimal(1_000_000)
MANY: Final = 3
"""From so many results on, the steps of the first stand for all."""

COMMON_CURRENCY: Final = "CNY"
THOUSAND: Final = Decimal(1_000)


def operand(value: Range) -> str:
    """A range as a part of a sum: in brackets where it has two ends."""
    text = range_text(value)
    return f"({text})" if "–" in text else text


def range_text(value: Range) -> str:
    """A range in a sum: ``5``, ``≥ 5``, ``≤ 5``, ``5–8``."""
    if value.exact is not None:
        return exact_text(value.exact)
    if value.low is None:
        return "?" if value.high is None else f"≤ {exact_text(value.high)}"
    return f"≥ {exact_text(value.low)}" if value.high is None else f"{exact_text(value.low)}–{exact_text(value.high)}"


@dataclass
class Working:
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
        self.cite(price.source, price.fact)

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
        if value == Range(None, None):
            return
        if role is Role.ANSWER and not free:
            self._answers += 1
            self._first_steps = self._first_steps or len(self.steps)
        source = price.source if price else rate.source if rate else None
        self.results.append(
            Result(
                unit,
                value,
                subject,
                Given(Range.exactly(per), TOKEN) if per is not None else None,
                price.side if price else None,
                free,
                role,
                given,
                price.since if price else self._day_of(source),
                source,
            )
        )

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

    def price_of(self, model: str) -> tuple[Price, ...]:
        """The model's prices on the day; where there are none, a note that says so."""
        prices = self.market.prices(model)
        if prices:
            for price in prices:
                self.use_price(price)
            self._remark_on(model)
            return prices
        earliest = min((price.since for price in self.market.knowledge.prices.get(model, ())), default=None)
        if earliest is not None and earliest > self.market.day:
            self.note(Remark.NOT_KNOWN_YET, model, day=earliest)
        else:
            self.note(Remark.NO_PRICE, model)
        return ()

    def usual_prices(self, model: str) -> tuple[Price, ...]:
        """The prices of the side that is asked for; else all but cached input, which is nobody's usual case."""
        asked = self.question.side
        prices = self.price_of(model)
        if asked is not None:
            return tuple(price for price in prices if price.side in (None, asked))
        return tuple(price for price in prices if price.side is not Side.CACHED_INPUT)

    def one_price(self, model: str) -> Price | None:
        """The price to compare a model by: its only one, or that of the side asked for, or else of input."""
        prices = self.usual_prices(model)
        price = next((price for price in prices if price.side in (None, Side.INPUT)), None) or next(iter(prices), None)
        if price is not None and price.side is not None and self.question.side is None:
            self.note(Remark.BY_INPUT, *(() if self.question.everything else (model,)))
        return price

    def in_common(self, value: Decimal, currency: str) -> Decimal:
        """An amount in the currency that amounts are compared in; unchanged where no rate is known."""
        if currency == COMMON_CURRENCY or not value:
            return value
        exchanged = self.exchange(Money(Range.exactly(value), currency), COMMON_CURRENCY)
        return exchanged.exact if exchanged is not None and exchanged.exact is not None else value

    def _remark_on(self, model: str) -> None:
        entry = self.market.entry(model)
        if entry is not None and not entry.curated and not self.question.everything:
            self.note(Remark.SELLER, model)

    # Currencies

    def exchange(self, money: Money, currency: str) -> Range | None:
        """The money in another currency, or ``None`` (with a note) where no rate is known."""
        if money.currency == currency:
            return money.value
        ends = (money.value.low, money.value.high)
        rate = self.market.exchange.convert(Decimal(1), money.currency, currency, self.market.day)
        if rate is None:
            self.note(Remark.UNKNOWN_CURRENCY, money.currency, currency)
            return None
        low, high = (None if end is None else ARITHMETIC.multiply(end, rate.rate) for end in ends)
        self.note(Remark.EXCHANGED, money.currency, currency, figures=(rate.rate,), day=rate.day)
        source = self.market.exchange.source()
        if source is not None:
            self.cite(source.id)
        converted = Range(low, high)
        self.step(f"{operand(money.value)} {money.currency} × {exact_text(rate.rate)} = "
                  f"{range_text(converted)} {currency}")  # fmt: skip
        return converted

    # Tokens and money

    def tokens_for(self, money: Range, price: Price) -> Range:
        """Tokens that money in the price's currency buys; the price must not be zero."""
        per = price.published_per
        amount = quoted(price, per)
        tokens = money.scaled(per).over(Range.exactly(amount))
        self.step(f"{operand(money)} ÷ {exact_text(amount)} × {exact_text(per)} = {range_text(tokens)}")
        self.use_price(price)
        return tokens

    def cost_of(self, tokens: Range, price: Price) -> Range:
        """What tokens cost, in the price's currency."""
        per = price.published_per
        amount = quoted(price, per)
        cost = tokens.scaled(amount).over(Range.exactly(per))
        if not price.free:
            self.step(f"{operand(tokens)} ÷ {exact_text(per)} × {exact_text(amount)} = {range_text(cost)}")
        self.use_price(price)
        return cost

    def quote(self, price: Price, per: Decimal) -> Decimal:
        """The price of ``per`` tokens, with the step from the published figure where it is another one."""
        amount = quoted(price, per)
        if price.per != per:
            self.step(
                f"{exact_text(price.amount)} ÷ {exact_text(price.per)} × {exact_text(per)} = {exact_text(amount)}"
            )
        self.use_price(price)
        return amount

    def weigh(self, model: str, cost: Range, budget: Range) -> None:
        """Note whether a budget, in the cost's currency, covers the cost."""
        if cost.high is not None and budget.low is not None and cost.high <= budget.low:
            self.note(Remark.WITHIN_BUDGET, model)
        elif cost.low is not None and budget.high is not None and cost.low > budget.high:
            self.note(Remark.OVER_BUDGET, model)

    # Tokens and text

    def per_token(self, model: str | None, unit: str) -> Range | None:
        """Characters or words a token: the vendor's own rate, or all published ones as a range, with a note."""
        own = self.market.own_rates(model, unit) if model else ()
        rates = own or self.market.all_rates(unit)
        if not rates:
            return None
        for rate in rates:
            self.cite(rate.source, rate.fact)
        if own:
            return own[0].per_token
        self.note(
            Remark.BORROWED_RATES,
            model or "",
            *(rate.vendor for rate in rates),
            figures=tuple(r.nominal for r in rates),
        )
        return Range(min(rate.nominal for rate in rates), max(rate.nominal for rate in rates))

    def text_of(self, tokens: Range, model: str | None, unit: str) -> Range | None:
        """Characters or words that tokens hold."""
        rate = self.per_token(model, unit)
        if rate is None:
            return None
        held = tokens.times(rate)
        self.step(f"{operand(tokens)} × {_rate_text(rate)} = {range_text(held)}")
        return held

    def tokens_of_text(self, amount: Range, model: str | None, unit: str) -> Range | None:
        """Tokens that characters or words take."""
        rate = self.per_token(model, unit)
        if rate is None:
            return None
        tokens = amount.over(rate)
        self.step(f"{operand(amount)} ÷ {_rate_text(rate)} = {range_text(tokens)}")
        return tokens

    def tokens_by_rate(self, amount: Range, rate: Rate) -> Range:
        tokens = amount.over(rate.per_token)
        self.step(f"{operand(amount)} ÷ {_rate_text(rate.per_token)} = {range_text(tokens)}")
        self.cite(rate.source, rate.fact)
        return tokens

    def text_by_rate(self, tokens: Range, rate: Rate) -> Range:
        held = tokens.times(rate.per_token)
        self.step(f"{operand(tokens)} × {_rate_text(rate.per_token)} = {range_text(held)}")
        self.cite(rate.source, rate.fact)
        return held

    def count(self, total: Range, each: Range) -> Range | None:
        """How often ``each`` goes into ``total``."""
        if each.low is not None and each.low <= 0:
            return None
        times = total.over(each)
        if times == Range(None, None):
            return None
        self.step(f"{operand(total)} ÷ {operand(each)} = {range_text(times)}")
        return times

    # Loads

    def amount_of(self, load: Load) -> tuple[Range, str] | None:
        """A load multiplied out, in tokens, characters or words; ``None`` where its size is not known."""
        value, unit = load.amount.value, load.amount.unit
        if unit == COPY:
            work = self.work(load.work)
            if work is None:
                return None
            value, unit = value.times(work.length), work.unit
            if load.amount.value != Range.exactly(1):
                self.step(f"{operand(load.amount.value)} × {operand(work.length)} = {range_text(value)}")
        elif unit not in (TOKEN, CHARACTER, WORD):
            return None
        total = value
        for factor in load.times:
            total = total.scaled(factor)
        if load.times:
            factors = " × ".join([operand(value), *(exact_text(factor) for factor in load.times)])
            self.step(f"{factors} = {range_text(total)}")
        return total, unit

    def tokens_of(self, load: Load, model: str | None) -> Range | None:
        """Tokens that a load takes with a model."""
        amount = self.amount_of(load)
        if amount is None:
            return None
        value, unit = amount
        return value if unit == TOKEN else self.tokens_of_text(value, model, unit)

    def work(self, id_: str | None) -> Work | None:
        work = self.market.knowledge.works.get(id_ or "")
        if work is not None:
            self.sources[work.source] = None
            self.note(Remark.ABOUT_LENGTH, work.id)
        return work


def given_of(load: Load, total: tuple[Range, str] | None) -> Given:
    """The amount that a result is for, as multiplied out."""
    if total is None or (load.amount.unit == COPY and not load.times):
        return Given(load.amount.value, load.amount.unit)
    return Given(*total)


def _rate_text(rate: Range) -> str:
    text = range_text(rate)
    return text if rate.exact is not None else f"({text})"


__all__ = ["MILLION", "THOUSAND", "Working", "given_of", "range_text"]
