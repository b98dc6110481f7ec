"""Which of these is cheaper or dearer, and by how much."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from bot.language.basics.cues import Cue
from bot.language.words.expressions import expressions
from bot.quantities import PERCENT, TIMES
from bot.question import Kind, Order, Question, UnitPrice
from bot.questions.frames.coverage import worded
from bot.questions.frames.handler import COMMON, SUPPOSED, Candidate, Handler
from bot.questions.frames.moved_spending import EXPLAINED as SPENDING
from bot.questions.frames.moved_spending import spent
from bot.questions.frames.ratios import asked_ratio
from bot.questions.kinds.ranked_models import only_named
from bot.questions.kinds.side_by_side import MONEY, answer
from bot.questions.phrases.asking import offers_a_choice
from bot.questions.phrases.slots import Slots
from bot.questions.phrases.work_per_model import alike
from bot.questions.working.families import models_of
from bot.questions.working.market import INDUSTRY, Market
from bot.questions.working.standings import MOST_NAMED, standings

_SIGNS: Final = (Cue.CHEAP, Cue.DEAR, Cue.CHEAPEST, Cue.DEAREST, Cue.DIFFERENCE, Cue.SAVE, Cue.SWITCH)
_WEAK_SIGNS: Final = (Cue.VERSUS, Cue.THAN, Cue.WHICH, Cue.WHO)
_WORDS: Final = COMMON.union(
    _SIGNS, _WEAK_SIGNS,
    (Cue.PRICE, Cue.HOW_MUCH_MONEY, Cue.HOW_MANY, Cue.SPEND, Cue.BUY, Cue.WRITE, Cue.VENDORS, Cue.ALL, Cue.COPY, Cue.MONEY_WORD),
)  # fmt: skip


def read(slots: Slots) -> Candidate | None:
    if slots.price_apart is not None:
        return _read_price_apart(slots, *slots.price_apart)
    bought = spent(slots)
    if bought is not None:
        return Candidate(bought[0], worded(slots, SPENDING) | bought[1])
    return _read_models(slots)


_WITHIN: Final = (Cue.DIFFERENCE, Cue.VERSUS, Cue.WHICH, Cue.WHO)
"""Words that compare the models of one family."""


def _read_models(slots: Slots) -> Candidate | None:
    reading = slots.reading
    ratio, matched = asked_ratio(slots), _cut_to_match(slots)
    signs = reading.has(*_SIGNS) or ratio is not None or bool(matched) or _prefers(slots)
    if not signs and not (reading.has(*_WEAK_SIGNS) and (Cue.WHICH in reading.cues or slots.compares)):
        return None
    left_out = slots.excluded[0]
    subjects = tuple(id_ for id_ in slots.subjects if id_ not in left_out) if left_out else slots.subjects
    subjects += (INDUSTRY,) if slots.industry else ()
    if not subjects and _spans_all(slots):
        subjects = _all_or_ends(slots.market)
    if len(subjects) < 2 or (slots.money and not slots.loads[0]):
        return None
    if (
        slots.families
        and only_named(slots) is not None
        and (
            reading.has(Cue.CHEAPEST, Cue.DEAREST, Cue.CUT, Cue.RAISE)
            or not reading.has(*_WITHIN)
            or _lacks_a_side(slots)
        )
    ):
        return None
    priced = any(models_of(slots.market, id_) for id_ in subjects)
    if not priced or (slots.families and not signs and (Cue.WHICH in reading.cues or not slots.compares)):
        return None
    loads = slots.loads[0]
    if alike(loads) is not None:
        loads = alike(loads) or []
    elif {load.subject for load in loads} != set(subjects):
        return None
    per = slots.per[1] if slots.per else None
    side = None if loads else slots.plain_side
    places = frozenset(place for place, _ in slots.numbers) if Cue.THAN in reading.cues else frozenset[int]()
    dear = reading.has(Cue.DEAR, Cue.DEAREST) and not reading.has(Cue.CHEAP, Cue.CHEAPEST)
    dear = dear and (reading.has(Cue.WHICH, Cue.WHO, Cue.DEAREST) or _is_either(slots))
    question = Question(
        Kind.COMPARE,
        subjects,
        loads=tuple(loads),
        per=per,
        side=side,
        order=Order.DEAREST if dear else None,
        versus=slots.compared_with,
        target=slots.asked_currency or (MONEY if slots.asks_for_money else None),
        as_of=slots.as_of,
    )
    if ratio is not None:
        question = replace(question, subjects=(ratio.price, ratio.of), versus=ratio.of, target=ratio.unit, order=None)
    elif matched:
        question = replace(question, versus=None, order=None, target=None)
    return Candidate(question, places, spans=matched)


def _prefers(slots: Slots) -> bool:
    """Whether it is said what a choice between models is to be made by: grok or gemini if i only care about output."""
    chosen = slots.plain_side is not None and Cue.VERSUS in slots.reading.cues
    return chosen and _WHAT_MATTERS.stands_in(slots.reading.text)


_WHAT_MATTERS: Final = expressions("what matters")


def _lacks_a_side(slots: Slots) -> bool:
    """Whether the one name is what another is compared with, which the message does not say: 和Kimi比哪个便宜."""
    first = min(slots.name_places, default=0)
    before = slots.tokens[first - 1] if first else None
    return before is not None and _BESIDE.stands_in(slots.reading.text[before.start : before.end])


_BESIDE: Final = expressions("beside what")


def _read_price_apart(slots: Slots, priced: frozenset[int], price: UnitPrice) -> Candidate:
    """A model beside a price that the message names: 每百万10块比豆包贵多少."""
    (model,) = slots.subjects
    question = Question(
        Kind.COMPARE,
        (model,),
        unit_price=price,
        target=slots.asked_currency or (MONEY if slots.asks_for_money else None),
        per=price.per,
        side=slots.plain_side,
        versus=None if slots.compared_with_price else model,
        as_of=slots.as_of,
    )
    return Candidate(question, priced | {place for place, _ in slots.sides})


_TO_MATCH: Final = re.compile(
    r"(?:要|得|需|需要|应该|该|再)[^,;.?!]{0,4}[降减调][^,;.?!]{0,10}(?:才|先|就)"
    r"|\b(?:cut|lower|drop|reduce|slash|come down|go down)\b[^,;.?!]{0,24}? to (?:match|equal|beat|undercut|be|get|reach|tie|compete)\b"
)


def _cut_to_match(slots: Slots) -> tuple[tuple[int, int], ...]:
    """Where it is asked how much a price must fall to be like another one."""
    match = _TO_MATCH.search(slots.reading.text) if Cue.CUT in slots.reading.cues else None
    return () if match is None else (match.span(),)


def _spans_all(slots: Slots) -> bool:
    """Whether the cheapest and the dearest of all are to be compared: 最便宜和最贵差多少."""
    reading = slots.reading
    ends = Cue.CHEAPEST in reading.cues and Cue.DEAREST in reading.cues
    return ends and reading.has(Cue.DIFFERENCE, Cue.HOW_MANY) and not any(slots.excluded)


def _all_or_ends(market: Market) -> tuple[str, ...]:
    """All models, or, of very many, the cheapest and the dearest alone."""
    models = market.on_sale()
    if len(models) <= MOST_NAMED:
        return models
    ranked = standings(market)
    return (ranked[0].model, ranked[-1].model) if ranked else models[:MOST_NAMED]


def _is_either(slots: Slots) -> bool:
    """Whether it is asked which of two it is, rather than whether one is: 甲贵还是乙贵."""
    if Cue.THAN in slots.reading.cues:
        return False
    return offers_a_choice(slots.reading) or _OR in slots.reading.text


_OR: Final = " or "


HANDLER: Final = Handler(
    kind=Kind.COMPARE,
    letter="m",
    words=_WORDS,
    verbs=frozenset({Cue.VERSUS, Cue.LIST}),
    read=read,
    answer=answer,
    examples=(
        "豆包和GLM哪个便宜,便宜多少",
        "ERNIE Tiny比GLM-3 Turbo贵多少",
        "is Doubao cheaper than ERNIE Tiny",
        "写50万字用豆包还是GLM划算",
    ),
    precedence=50,
    place=4,
    slots=SUPPOSED.union(
        ("subjects", "money", "loads", "unit_price", "target", "per", "side", "order", "below", "versus", "as_of")
    ),
    needs=frozenset({"subjects"}),
    targets=frozenset({PERCENT, TIMES, "price"}),
)
