"""What the other one of a vendor's two lists says: that of its home, or that in dollars."""

from __future__ import annotations

from bot.answers import Role
from bot.quantities import MILLION, Range
from bot.questions.working.working import Working


def add_other_list(working: Working, model: str) -> None:
    """Add what the vendor's list in another currency asks for the sides that were told of a model."""
    told = {result.side: result for result in working.results if result.subject == model and result.offer is not None}
    for price in working.market.other_list(model):
        beside = told.get(price.side)
        if beside is not None and beside.offer is not None and beside.offer.currency != price.currency:
            working.cite(price.source)
            per = working.question.per or MILLION
            amount = Range.exactly(price.for_tokens(per))
            working.add(price.currency, amount, model, price, per=per, role=Role.ALSO, free=price.free)
