"""The price of input and output together, at so many tokens in for each one out."""

from __future__ import annotations

from dataclasses import replace

from bot.answers import Role
from bot.knowledge.price_entries import MAIN_SIDES, Price, Side
from bot.quantities import ARITHMETIC, MILLION, ONE, Range, exact_text
from bot.questions.working.working import Working


def add_blend(working: Working, model: str) -> bool:
    """Add the price of both together, and beside it those of each; false where they have one price, or one none."""
    question = working.question
    ratio = question.terms.blend if question.terms is not None and question.terms.blend is not None else ONE
    by_side: dict[Side | None, Price] = {price.side: price for price in working.price_of(model)}
    if not by_side.keys() >= set(MAIN_SIDES):
        return False
    per = question.per or MILLION
    amounts = [working.quote(by_side[side], per) for side in MAIN_SIDES]
    total = ARITHMETIC.add(ARITHMETIC.multiply(ratio, amounts[0]), amounts[1])
    whole = ARITHMETIC.add(ratio, ONE)
    mixed = ARITHMETIC.divide(total, whole)
    terms = f"({exact_text(ratio)} × {exact_text(amounts[0])} + {exact_text(amounts[1])}) ÷ {exact_text(whole)}"
    working.step(f"{terms} = {exact_text(mixed)}")
    price = replace(by_side[Side.INPUT], side=None)
    working.add(price.currency, Range.exactly(mixed), model, price, per=per)
    for side, amount in zip(MAIN_SIDES, amounts, strict=True):
        working.add(price.currency, Range.exactly(amount), model, by_side[side], per=per, role=Role.ALSO)
    return True
