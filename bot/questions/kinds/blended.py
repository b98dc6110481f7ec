"""The price of input and output together, at so many tokens in for each one out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from bot.answers import Role
from bot.knowledge.price_entries import MAIN_SIDES, Price, Side
from bot.quantities import ARITHMETIC, MILLION, ONE, Range, exact_text
from bot.questions.working.working import Working


def add_blend(working: Working, model: str) -> bool:
    """Add the price of both together, and beside it those of each; false where they have one price, or one none."""
    question = working.question
    ratio = question.terms.blend if question.terms is not None and question.terms.blend is not None else ONE
    by_side = main_sides(working.price_of(model))
    if by_side is None:
        return False
    per = question.per or MILLION
    price = mixed(working, by_side, ratio, per)
    working.add(price.currency, Range.exactly(price.amount), model, price, per=per)
    for each in by_side:
        working.add(each.currency, Range.exactly(working.quote(each, per)), model, each, per=per, role=Role.ALSO)
    return True


def main_sides(prices: Iterable[Price]) -> tuple[Price, Price] | None:
    """The prices of input and of output; ``None`` where one price is for both, or one of them has none."""
    by_side = {price.side: price for price in prices}
    return (by_side[Side.INPUT], by_side[Side.OUTPUT]) if by_side.keys() >= set(MAIN_SIDES) else None


def mixed(working: Working, sides: tuple[Price, Price], ratio: Decimal, per: Decimal) -> Price:
    """The price of ``per`` tokens, so many of them in for each one out, with the step that leads to it."""
    amounts = [working.quote(price, per) for price in sides]
    total = ARITHMETIC.add(ARITHMETIC.multiply(ratio, amounts[0]), amounts[1])
    whole = ARITHMETIC.add(ratio, ONE)
    amount = ARITHMETIC.divide(total, whole)
    terms = f"({exact_text(ratio)} × {exact_text(amounts[0])} + {exact_text(amounts[1])}) ÷ {exact_text(whole)}"
    working.step(f"{terms} = {exact_text(amount)}")
    return replace(sides[0], side=None, amount=amount, per=per)
