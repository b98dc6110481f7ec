"""Whether a vendor's offer still runs, said beside the price."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from bot.answers import Remark
from bot.questions.working.working import Working

_ONE_DAY: Final = timedelta(days=1)


def tell_offer(working: Working, model: str) -> None:
    """Say whether a vendor's offer for a model still runs, and till when the last one did."""
    today = working.market.day_at(model)
    offers = [price for price in working.market.history(model) if price.conditions.promotion]
    ended = [price.until for price in offers if price.until is not None and price.until <= today]
    running = [price.until for price in offers if price.holds_on(today)]
    ends = [until for until in running if until is not None]
    if ends:
        working.note(Remark.OFFER_RUNS_TILL, model, day=max(ends) - _ONE_DAY)
    elif running:
        working.note(Remark.OFFER_RUNS, model)
    elif ended:
        working.note(Remark.OFFER_ENDED, model, day=max(ended) - _ONE_DAY)
    else:
        working.note(Remark.NO_OFFER, model)
