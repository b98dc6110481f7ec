"""Which models a ranking weighs: a stretch of the order, found without a look at each."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bot.quantities import Range
from bot.questions.kinds.contestants import _within, within
from bot.questions.working.standings import Standing

AMOUNTS = st.integers(0, 9).map(Decimal)


@given(st.lists(AMOUNTS).map(sorted), AMOUNTS, st.booleans(), st.booleans())
def test_a_limit_is_a_stretch_of_the_order(
    amounts: list[Decimal], end: Decimal, is_upper: bool, strictly: bool
) -> None:
    """What keeps to a limit lies between the two places, and nothing else does."""
    order = [Standing(amount, str(place)) for place, amount in enumerate(amounts)]
    limit = Range(None, end) if is_upper else Range(end, None)
    first, last = _within(order, limit, strictly=strictly)
    assert order[first:last] == [each for each in order if within(each.amount, limit, strictly=strictly)]
