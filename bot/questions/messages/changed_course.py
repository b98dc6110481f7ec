"""What a fragment asks of prices that were said to have changed, of the vendor's own list, or of the hours of prices."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from bot.language.basics.cues import Cue
from bot.quantities import DAY, PERCENT
from bot.question import Baseline, Kind, Order, Question, Terms
from bot.questions.kinds import window
from bot.questions.kinds.history import CHANGE
from bot.questions.kinds.recent_changes import latest_changes
from bot.questions.kinds.side_changes import PRICE_BEFORE
from bot.questions.kinds.status import RELEASED
from bot.questions.messages.changed_terms import is_bare, says_then
from bot.questions.phrases.slots import Slots
from bot.questions.phrases.subjects import names_own_list
from bot.questions.working.sellers import own_of

_MOST: Final = 3
"""Models of which the days of changes are told at once."""
_CHANGED: Final = (Kind.HISTORY, Kind.DISCOUNT, Kind.PRICE)


def with_course(previous: Question, slots: Slots) -> Question | None:
    """The question that the fragment asks on from such an answer; ``None`` where it asks nothing of the kind."""
    return next(filter(None, (change(previous, slots) for change in _CHANGES)), None)


def _when(previous: Question, slots: Slots) -> Question | None:
    """The days on which the prices changed: 什么时候, when did it?"""
    if Cue.WHEN not in slots.reading.cues or not is_bare(slots, Cue.WHEN, Cue.CUT, Cue.RAISE, Cue.MAYBE, Cue.PRICE):
        return None
    if previous.kind is Kind.PRICE and not slots.reading.has(Cue.CUT, Cue.RAISE, Cue.MAYBE):
        return None
    if previous.kind not in _CHANGED or not previous.subjects:
        return None
    if previous.order is not None and previous.kind is Kind.DISCOUNT:
        return previous  # each change is told with its day
    return Question(Kind.HISTORY, previous.subjects, target=DAY) if len(previous.subjects) <= _MOST else None


def _who_said(previous: Question, slots: Slots) -> Question | None:
    """The same once more, for every answer names who said it, or where it is from: 谁说的, who said that?"""
    return previous if Cue.WHO in slots.reading.cues and is_bare(slots, Cue.WHO, Cue.SAY) else None


def _price_before(previous: Question, slots: Slots) -> Question | None:
    """What the price was before it changed: 降之前多少."""
    before = Cue.BEFORE in slots.reading.cues and is_bare(slots, Cue.BEFORE, Cue.CUT, Cue.RAISE, Cue.HOW_MANY, *_PRICES)
    told = previous.kind is Kind.HISTORY or (previous.kind is Kind.DISCOUNT and previous.target == PERCENT)
    if not told or not previous.subjects or not before:
        return None
    return Question(Kind.DISCOUNT, previous.subjects, target=PRICE_BEFORE, baseline=Baseline.BEFORE)


def _at_launch(previous: Question, slots: Slots) -> Question | None:
    """What a model cost when it came out, after it was told when: how much was it then?"""
    then = previous.kind is Kind.STATUS and previous.target == RELEASED and says_then(slots)
    return Question(Kind.PRICE, previous.subjects, terms=Terms(launch=True)) if then and not slots.named else None


_PRICES: Final = (Cue.HOW_MUCH_MONEY, Cue.PRICE, Cue.WHAT)


def _by_how_much(previous: Question, slots: Slots) -> Question | None:
    """How far the price of the day spoken of is from that of now: 贵了多少, how much more is that?"""
    if previous.kind is not Kind.PRICE or previous.as_of is None or not previous.subjects:
        return None
    if Cue.DIFFERENCE not in slots.reading.cues or not is_bare(slots, Cue.DIFFERENCE, Cue.CONVERT, Cue.MAYBE):
        return None
    if previous.as_of > slots.market.day:
        return Question(
            Kind.DISCOUNT, previous.subjects, target=PERCENT, baseline=Baseline.BEFORE, as_of=previous.as_of
        )
    return Question(Kind.HISTORY, previous.subjects, target=CHANGE, side=previous.side, since=previous.as_of)


def _by_hours(previous: Question, slots: Slots) -> Question | None:
    """How far prices at peak and off peak are apart: 差多少."""
    if previous.kind is not Kind.PRICE or previous.as_of is not None or len(previous.subjects) != 1:
        return None
    if Cue.DIFFERENCE not in slots.reading.cues or not is_bare(slots, Cue.DIFFERENCE, Cue.CONVERT, Cue.MAYBE):
        return None
    differs = slots.market.windows_of(previous.subjects[0]) is not None
    return Question(Kind.WINDOW, previous.subjects, target=PERCENT) if differs else None


def _other_way(previous: Question, slots: Slots) -> Question | None:
    """Those that fell after those that rose, and the reverse: 降价的呢."""
    if previous.kind is not Kind.DISCOUNT or previous.order is None or not is_bare(slots, Cue.CUT, Cue.RAISE):
        return None
    if (Cue.CUT in slots.reading.cues) == (Cue.RAISE in slots.reading.cues):
        return None
    return latest_changes(slots.market, Order.CHEAPEST if Cue.CUT in slots.reading.cues else Order.DEAREST)


def _cheaper_ones(previous: Question, slots: Slots) -> Question | None:
    """Those that are cheaper than the one model spoken of: 有便宜点的吗, anything cheaper?"""
    asks = slots.reading.has(Cue.EXISTS, Cue.KNOW) and Cue.CHEAP in slots.reading.cues
    if not asks or not is_bare(slots, Cue.EXISTS, Cue.KNOW, Cue.CHEAP, Cue.MAYBE, Cue.MODELS):
        return None
    of_one = previous.kind in (Kind.PRICE, Kind.COST, Kind.BUDGET, Kind.STATUS) and len(previous.subjects) == 1
    return Question(Kind.RANK, order=Order.CHEAPEST, cheaper_than=previous.subjects[0]) if of_one else None


def _free_of_its_make(previous: Question, slots: Slots) -> Question | None:
    """Which of the vendor's models are free, after one that is not: 哪个是免费的."""
    asks = slots.reading.has(Cue.WHICH, Cue.WHO) and Cue.FREE in slots.reading.cues
    if not asks or not is_bare(slots, Cue.WHICH, Cue.WHO, Cue.FREE, Cue.CONVERT, Cue.MODELS, Cue.MAYBE):
        return None
    entries = [slots.market.entry(model) for model in previous.subjects]
    makers = {entry.vendor for entry in entries if entry is not None and entry.vendor is not None}
    return Question(Kind.RANK, tuple(makers), order=Order.FREE) if len(makers) == 1 else None


def _on_own_list(previous: Question, slots: Slots) -> Question | None:
    """The price of the vendor's own list after that of a seller: 官网呢."""
    if not names_own_list(slots) or not is_bare(slots):
        return None
    own = tuple(own_of(slots.market, model) for model in previous.subjects)
    return replace(previous, subjects=own) if own != previous.subjects else None


_CHANGES: Final[tuple[Callable[[Question, Slots], Question | None], ...]] = (
    _who_said,
    _when,
    _price_before,
    _at_launch,
    _by_how_much,
    _by_hours,
    _other_way,
    _cheaper_ones,
    _free_of_its_make,
    _on_own_list,
    window.follow_up,
)
