"""Is it peak now or at some hour, when does it get cheaper, is it cheaper at night or at the weekend."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from bot.answers import Answer, Remark, Result, Role
from bot.knowledge.catalogue_windows import OFF_PEAK, PEAK
from bot.knowledge.price_entries import Price
from bot.knowledge.selection import Wanted
from bot.language.basics.cues import Cue
from bot.language.words.expressions import expressions
from bot.quantities import DATE, MILLION, PERCENT, Range
from bot.question import BOTH, Kind, Question, Terms
from bot.questions.frames.coverage import worded
from bot.questions.frames.handler import COMMON, Candidate, Handler
from bot.questions.kinds.from_cache import add_share_saved
from bot.questions.phrases.asking import WHETHER, asks_since_when
from bot.questions.phrases.slots import Slots
from bot.questions.working.market import Market
from bot.questions.working.working import Working

_SUMS: Final = (
    Cue.HOW_MUCH_MONEY,
    Cue.HOW_MANY,
    Cue.DIFFERENCE,
    Cue.SPEND,
    Cue.INPUT,
    Cue.OUTPUT,
)
"""Words that ask for a figure rather than for the hours."""
_TURNED: Final = frozenset({Cue.RAISE, Cue.CUT})
_TURNING: Final = (*_TURNED, Cue.CHEAP, Cue.DEAR, Cue.CHEAPEST, Cue.DEAREST)


def read(slots: Slots) -> Candidate | None:
    """A question about the hours of a vendor that charges by them."""
    reading = slots.reading
    if not reading.has(Cue.TERM, Cue.PART_OF_WEEK, Cue.WHEN, *_TURNING) or not charge_by_hours(
        slots.models, slots.market
    ):
        return None
    if slots.money or slots.loads[0] or asks_since_when(reading):
        return None
    terms, places = slots.terms
    when = slots.times_of_day
    named = (terms is not None and terms.window is not None) or bool(when)
    if named and _asks_by_how_much(slots):
        return Candidate(Question(Kind.WINDOW, slots.models, target=PERCENT), places | when)
    if reading.has(*_SUMS):
        return None
    hours = asks_hour(slots)
    asked_when = Cue.WHEN in reading.cues and reading.has(Cue.CHEAP, Cue.DEAR, Cue.CHEAPEST, Cue.DEAREST)
    asked_when = asked_when or (bool(hours) and reading.has(*_TURNING))
    asked = reading.has(Cue.QUESTION, Cue.WHEN, Cue.CHEAP, Cue.DEAR) or asks_whether(slots)
    asked = asked or (terms is not None and terms.window == BOTH and slots.moment is not None)
    if not (asked_when or (named and asked)):
        return None
    if slots.moment is None:
        turns = tuple(_TURNS.spans(reading.text)) if hours or Cue.WHEN in reading.cues else ()
        turned = worded(slots, _TURNED) if hours else frozenset[int]()
        return Candidate(Question(Kind.WINDOW, slots.models), places | when | turned, spans=(*turns, *hours))
    window, span = slots.moment
    return Candidate(Question(Kind.WINDOW, slots.models, terms=Terms(window=window)), places | when, spans=(span,))


def asks_hour(slots: Slots) -> tuple[tuple[int, int], ...]:
    """Where the hour is asked for at which prices turn, of models that are charged by hours: 几点变贵."""
    return tuple(_HOUR.spans(slots.reading.text)) if charge_by_hours(slots.models, slots.market) else ()


_HOUR: Final = expressions("what hour")


def _asks_by_how_much(slots: Slots) -> bool:
    """Whether it is asked by how much the hours of what is named differ: 高峰比平时贵多少, what does off-peak save."""
    reading = slots.reading
    compared = reading.has(Cue.CHEAP, Cue.DEAR, Cue.CUT) and Cue.HOW_MANY in reading.cues
    return len({id_ for _, id_ in slots.named}) == 1 and (compared or reading.has(Cue.DIFFERENCE, Cue.SAVE))


_TURNS: Final = expressions("turns")
"""What hours do of which it is asked when: the next peak starts, kicks in."""


def follow_up(previous: Question, slots: Slots) -> Question | None:
    """Whether an hour is a dear one for the models spoken of, where that is plainly asked: 现在是高峰吗, is it peak now."""
    terms, text = slots.terms[0], slots.reading.text
    if terms is None or terms.window is None or slots.named or slots.reading.has(*_SUMS):
        return None
    asked = asks_whether(slots) or (Cue.QUESTION in slots.reading.cues and not text.isascii() and "呢" not in text)
    return (
        Question(Kind.WINDOW, previous.subjects) if asked and charge_by_hours(previous.subjects, slots.market) else None
    )


def charge_by_hours(models: tuple[str, ...], market: Market) -> bool:
    """Whether the prices of all of some models hang on the hour."""
    return bool(models) and all(market.windows_of(model) is not None for model in models)


def asks_whether(slots: Slots) -> bool:
    """Whether a message asks by more than its mark whether something is so."""
    reading = slots.reading
    return Cue.MAYBE in reading.cues or WHETHER.search(reading.text) is not None or reading.text.endswith(_OR_NOT)


_OR_NOT: Final = ("不", "没", "未", "冇")
"""What ends a message that asks whether something is so: 算高峰不."""


def answer(question: Question, market: Market) -> Answer:
    working = Working(market, question)
    for model in question.subjects:
        windows = market.windows_of(model)
        if windows is None:
            continue
        here = market.moment(model).astimezone(market.zone_of(model))
        own = {price.conditions.window for price in market.offers(model)}
        then = question.terms.window if question.terms is not None else None
        opened = [each for each in windows.open_at(here) if each in own]
        now = opened if then is None else [then]
        for window in (*now, *(each for each in windows.by_id if each in own and each not in now)):
            role = Role.ANSWER if window in now else Role.ALSO
            _add_prices(working, model, market.listed(model, Wanted(window=window)), role)
        if question.target == PERCENT:
            _add_saving(working, model)
        changes = (windows.next_change(each, here) for each in opened)
        _add_next_change(working, model, min(filter(None, changes), default=None))
    return working.answer()


def _add_prices(working: Working, model: str, prices: tuple[Price, ...], role: Role) -> None:
    for price in prices:
        working.use_price(price)
        working.add(
            price.currency,
            Range.exactly(price.for_tokens(MILLION)),
            model,
            price,
            per=MILLION,
            role=role,
            free=price.free,
        )


def _add_saving(working: Working, model: str) -> None:
    """By how many per cent less than at the dearer hours is charged at the cheaper ones; said where all sides agree."""
    dear = {price.side: price for price in working.market.listed(model, Wanted(window=PEAK))}
    cheap = working.market.listed(model, Wanted(window=OFF_PEAK))
    found = (add_share_saved(working, model, dear[price.side], price) for price in cheap if price.side in dear)
    shares = {share for share in found if share is not None}
    if len(shares) == 1:
        working.note(Remark.BY_HOURS, model, figures=(*shares,))


def _add_next_change(working: Working, model: str, moment: datetime | None) -> None:
    if moment is not None:
        status = working.market.status(model)
        working.results.append(Result(DATE, subject=model, day=moment, status=status))


HANDLER: Final = Handler(
    kind=Kind.WINDOW,
    letter="w",
    words=COMMON.union(
        (
            Cue.CHEAP,
            Cue.DEAR,
            Cue.CHEAPEST,
            Cue.DEAREST,
            Cue.CUT,
            Cue.BUY,
            Cue.WHEN,
            Cue.HOUR,
            Cue.TERM,
            Cue.HOW,
            Cue.PRICE,
        ),
        (Cue.DIFFERENCE, Cue.SAVE, Cue.HOW_MANY, Cue.THAN, Cue.VERSUS),
    ),
    read=read,
    answer=answer,
    examples=("现在用DeepSeek V4 Pro是高峰吗", "is DeepSeek V4 Pro cheaper on weekends?"),
    precedence=30,
    place=9,
    slots=frozenset({"subjects", "terms", "target"}),
    targets=frozenset({PERCENT}),
    needs=frozenset({"subjects"}),
)
