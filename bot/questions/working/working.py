"""Arithmetic that shows its working: every number comes with the sum that led to it and where its figures are from."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from bot.answers import Given, Remark
from bot.knowledge.entries import Rate, Work
from bot.knowledge.price_entries import Price
from bot.quantities import (
    ARITHMETIC,
    CHARACTER,
    COPY,
    HOUR,
    IMAGE,
    PAGE,
    REQUEST,
    TOKEN,
    WORD,
    ZERO,
    Money,
    Range,
    exact_text,
)
from bot.question import Load
from bot.questions.working.market import quoted
from bot.questions.working.record import Record
from bot.questions.working.standings import COMMON_CURRENCY


def operand(value: Range) -> str:
    """A range as a part of a sum: in brackets where it has two ends."""
    text = range_text(value)
    return f"({text})" if "–" in text else text


def range_text(value: Range) -> str:
    """A range in a sum: ``5``, ``≥ 5``, ``≤ 5``, ``5–8``."""
    exact = value.exact
    if exact is not None:
        return exact_text(exact)
    if value.low is None:
        return "?" if value.high is None else f"≤ {exact_text(value.high)}"
    return f"≥ {exact_text(value.low)}" if value.high is None else f"{exact_text(value.low)}–{exact_text(value.high)}"


METERED: Final = (HOUR, IMAGE, PAGE, REQUEST)
"""What is paid for beside text."""


class Working(Record):
    """Works the numbers of an answer out, and records how."""

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
        # Of thousands of models no step is kept, and none need be written.
        if price.per != per and not self.question.everything:
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
        else:
            self.note(Remark.OPEN_BUDGET, model)

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
        return Range(min(rate.nominal for rate in rates), max(rate.per_token.high or rate.nominal for rate in rates))

    def text_of(self, tokens: Range, model: str | None, unit: str) -> Range | None:
        """Characters or words that tokens hold."""
        rate = self.per_token(model, unit)
        return self._told(tokens, "×", rate, tokens.times(rate)) if rate is not None else None

    def tokens_of_text(self, amount: Range, model: str | None, unit: str) -> Range | None:
        """Tokens that characters or words take."""
        rate = self.per_token(model, unit)
        return self._told(amount, "÷", rate, amount.over(rate)) if rate is not None else None

    def _told(self, amount: Range, sign: str, rate: Range, found: Range) -> Range | None:
        """What comes of an amount and a rate, with its step; ``None`` where that may be anything."""
        if found.low is None and found.high is None:
            return None
        self.step(f"{operand(amount)} {sign} {_rate_text(rate)} = {range_text(found)}")
        return found

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
        if (each.low is not None and each.low <= 0) or each.high == 0:
            return None
        times = total.over(each)
        if times.low is None and times.high is None:
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
        elif unit not in (TOKEN, CHARACTER, WORD, *METERED):
            return None
        total = value
        for factor in load.factors:
            total = total.scaled(factor)
        if load.factors:
            factors = " × ".join([operand(value), *(exact_text(factor) for factor in load.factors)])
            self.step(f"{factors} = {range_text(total)}")
        return (total if load.free is None else self._charged(total, load.free)), unit

    def _charged(self, total: Range, free: Decimal) -> Range:
        """What is left of an amount to be paid for."""
        low, high = (None if end is None else max(ZERO, ARITHMETIC.subtract(end, free)) for end in total)
        charged = Range(low, high)
        self.step(f"{operand(total)} − {exact_text(free)} = {range_text(charged)}")
        return charged

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

    def in_common(self, value: Decimal, currency: str) -> Decimal:
        """An amount in the currency that amounts are compared in; unchanged where no rate is known."""
        if currency == COMMON_CURRENCY or not value:
            return value
        exchanged = self.exchange(Money(Range.exactly(value), currency), COMMON_CURRENCY)
        return exchanged.exact if exchanged is not None and exchanged.exact is not None else value


def given_of(load: Load, total: tuple[Range, str] | None) -> Given:
    """The amount that a result is for, as multiplied out."""
    if total is None or (load.amount.unit == COPY and not load.factors):
        return Given(load.amount.value, load.amount.unit, load.work)
    return Given(*total)


def _rate_text(rate: Range) -> str:
    text = range_text(rate)
    return text if rate.exact is not None else f"({text})"
