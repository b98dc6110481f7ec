"""How much cheaper than before or than the industry, and the price before a cut."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from bot.answers import Answer, Remark, Role
from bot.knowledge.entries import Against
from bot.knowledge.price_entries import Price
from bot.language.basics.cues import Cue
from bot.language.basics.entities import EntityKind
from bot.language.basics.vocabulary import words_under
from bot.language.basics.wordset import WordSet
from bot.language.words.expressions import expressions
from bot.quantities import ARITHMETIC, PERCENT, TIMES, TOKEN, ZERO, Range, exact_text
from bot.question import Baseline, Kind, Order, Question
from bot.questions.frames.before_cut import before_cut
from bot.questions.frames.coverage import worded
from bot.questions.frames.handler import COMMON, SUPPOSED, Candidate, Handler
from bot.questions.frames.ratios import asked_ratio
from bot.questions.frames.suppositions import supposes
from bot.questions.kinds import cut_costs
from bot.questions.kinds.from_cache import asks_what_the_cache_saves
from bot.questions.kinds.history_times import unchanged_within
from bot.questions.kinds.recent_changes import latest_changes
from bot.questions.kinds.side_changes import (
    PRICE_BEFORE,
    add_change,
    add_percent,
    only_those_that_moved,
    stated_percent,
    told_per,
)
from bot.questions.phrases.becoming import becomes
from bot.questions.phrases.offers import offer_asked
from bot.questions.phrases.slots import Slots
from bot.questions.working.earlier import last_change
from bot.questions.working.market import INDUSTRY, Market, quoted
from bot.questions.working.published import covers, published
from bot.questions.working.working import Working

_SIGNS: Final = (Cue.BEFORE, Cue.CUT, Cue.RAISE)
_INDUSTRY_SIGNS: Final = (Cue.CHEAP, Cue.DIFFERENCE, Cue.THAN, Cue.VERSUS, Cue.CUT, Cue.DEAR, Cue.SAVE)
_ASKING: Final = (
    Cue.HOW_MANY, Cue.WHAT, Cue.HOW_MUCH_MONEY, Cue.PRICE, Cue.DIFFERENCE, Cue.QUESTION, Cue.CHEAP, Cue.SPEND,
)  # fmt: skip
_WORDS: Final = COMMON.union(_SIGNS, _INDUSTRY_SIGNS, _ASKING, (Cue.SAY, Cue.BUY, Cue.WRITE))
_HUNDRED: Final = Decimal(100)
CHANGE: Final = "change"
"""The target of a question that asks whether a price has changed."""
_MEASURED: Final = (Cue.HOW_MANY, Cue.HOW_MUCH_MONEY, Cue.DIFFERENCE, Cue.BEFORE, Cue.WHY, Cue.WHO, Cue.WHEN, Cue.CALL)
_WHETHER: Final = (Cue.QUESTION, Cue.MAYBE, Cue.EXISTS)
_CHANGED: Final = WordSet(words_under("questions", "discount, changed"))


def read(slots: Slots) -> Candidate | None:
    reading = slots.reading
    of_work = cut_costs.read(slots)
    if of_work is not None:
        return of_work
    changed = _asks_for_change(slots)
    if changed is not None:
        question = Question(Kind.DISCOUNT, slots.subjects, target=CHANGE, baseline=Baseline.BEFORE)
        return Candidate(question, spans=changed)
    lately = _asks_what_changed(slots)
    if lately is not None:
        return lately
    against_industry = slots.industry and reading.has(*_INDUSTRY_SIGNS)
    if not (against_industry or reading.has(*_SIGNS)) or (supposes(slots) and not against_industry):
        return None
    stated = _industrys_own(slots) if against_industry else frozenset[int]()
    if (slots.loads[0] and not stated) or (slots.money and not against_industry):
        return None
    if (
        slots.as_of is not None
        and not against_industry
        and (not reading.has(Cue.CUT, Cue.RAISE) or unchanged_within(slots))
    ):
        return None
    if against_industry and slots.subjects and asked_ratio(slots) is not None:
        return None
    if against_industry and Cue.BEFORE in reading.cues and slots.subjects and before_cut(slots) is not None:
        return None
    if slots.terms[0] is not None and slots.terms[0].mode is not None and not reading.has(Cue.BEFORE, Cue.RAISE):
        return None  # what is taken off in a batch is the price of that
    if Cue.CALL in reading.cues or len(slots.subjects) > 1 or (slots.industry and not slots.subjects):
        return None
    if asks_what_the_cache_saves(slots) or _is_of_an_offer(slots, against_industry=against_industry):
        return None
    wants_price = _wants_price(slots)
    told = (*slots.money, *slots.numbers, *slots.reading.counted[EntityKind.PERCENT], *slots.sides)
    places = stated.union(place for place, _ in told)
    per = slots.per[1] if slots.per else None
    question = Question(
        Kind.DISCOUNT,
        slots.subjects,
        per=per,
        target=PRICE_BEFORE if wants_price else PERCENT,
        baseline=Baseline.INDUSTRY if against_industry else Baseline.BEFORE,
        side=slots.one_side,
        as_of=slots.as_of,
    )
    missing = None if slots.subjects else "subject"
    return Candidate(question, places, missing, implied=not reading.has(*_ASKING))


def _is_of_an_offer(slots: Slots, *, against_industry: bool) -> bool:
    """Whether an offer is asked about, which is told with the price, or the price at launch, which was there before no cut."""
    if slots.terms[0] is not None and slots.terms[0].launch:
        return True
    return bool(slots.subjects) and not against_industry and offer_asked(slots.reading.text) is not None


def _industrys_own(slots: Slots) -> frozenset[int]:
    """The places of the industry's price, where the message states it as it is published: 行业价一千token一毛."""
    if slots.unit_price is not None:
        places, (money, per) = slots.unit_price
    elif len(slots.money) == 1 and len(slots.loads[0]) == 1 and slots.loads[0][0].amount.unit == TOKEN:
        load, money = slots.loads[0][0], slots.money[0][1]
        places, per = slots.loads[1] | {slots.money[0][0]}, load.amount.value.exact or ZERO
    else:
        return frozenset()
    amount = money.value.exact
    known = slots.market.prices(INDUSTRY)
    if amount is None or not any(price.currency == money.currency for price in known):
        return frozenset()
    same = any(ARITHMETIC.multiply(amount, price.per) == ARITHMETIC.multiply(price.amount, per) for price in known)
    return places if same else frozenset()


def _asks_what_changed(slots: Slots) -> Candidate | None:
    """Which models became cheaper, where none is named; or by how much, of nobody knows what, to be asked back."""
    reading = slots.reading
    if slots.named or not reading.has(Cue.CUT, Cue.RAISE, Cue.DIFFERENCE, Cue.CHEAP, Cue.DEAR, Cue.SAVE):
        return None
    if slots.money or slots.loads[0] or slots.unit_price is not None:
        return None
    of_models = reading.has(*_OF_MODELS) or (reading.has(Cue.EXISTS, Cue.WHAT) and not reading.residue)
    if reading.has(Cue.CUT, Cue.RAISE) and reading.has(Cue.WHICH, Cue.WHO, Cue.WHAT, Cue.EXISTS) and of_models:
        both = (Cue.CUT in reading.cues) == (Cue.RAISE in reading.cues)
        order = None if both else Order.CHEAPEST if Cue.CUT in reading.cues else Order.DEAREST
        otherwise = reading.has(*_OTHERWISE) or _is_denied(slots)
        changes = None if otherwise else latest_changes(slots.market, order, slots.period)
        return Candidate(changes, worded(slots, _OF_ALL)) if changes is not None else None
    if reading.residue or not reading.has(Cue.DIFFERENCE, Cue.CHEAP, Cue.DEAR, Cue.SAVE):
        return None
    bare = reading.has(Cue.DIFFERENCE, Cue.HOW_MANY, Cue.SAVE) and not any(
        token.amount is not None or _BARE.isdisjoint(token.cues) for token in slots.tokens
    )
    unsaid = Question(Kind.DISCOUNT, target=PERCENT, baseline=Baseline.BEFORE)
    return Candidate(unsaid, missing="subject") if bare else None


def _is_denied(slots: Slots) -> bool:
    """Whether it is asked which prices did not fall or rise: 哪些没涨价, which did not cut."""
    moved = min(slots.reading.places(Cue.CUT, Cue.RAISE))
    denials = _DENIALS.spans(slots.reading.text[: slots.tokens[moved].start])
    return bool(denials) and Cue.EXISTS not in slots.reading.cues


_DENIALS: Final = expressions("denied")
_BARE: Final = frozenset(
    {Cue.DIFFERENCE, Cue.CHEAP, Cue.DEAR, Cue.SAVE, Cue.HOW_MANY, Cue.QUESTION, Cue.ASK, Cue.MAYBE, Cue.FILLER}
)
_OF_MODELS: Final = (Cue.MODELS, Cue.VENDORS, Cue.WHICH)
_OTHERWISE: Final = (
    Cue.WHY, Cue.WHEN, Cue.CHEAPEST, Cue.DEAREST, Cue.RIVALRY, Cue.FREE, Cue.BEFORE, Cue.THAN, Cue.VERSUS,
)  # fmt: skip
_OF_ALL: Final = frozenset({Cue.WHICH, Cue.WHO, Cue.ALL, Cue.VENDORS, Cue.LIST})


def _asks_for_change(slots: Slots) -> tuple[tuple[int, int], ...] | None:
    """The stretches of the words for a change, where it is asked whether a price has changed: 豆包涨价了吗."""
    reading = slots.reading
    became = becomes(reading)
    if not (became or reading.has(Cue.RAISE, Cue.PRICE, Cue.CUT)) or reading.has(*_MEASURED):
        return None
    if not reading.has(*_WHETHER) or len(slots.subjects) != 1 or slots.industry or slots.loads[0] or slots.money:
        return None
    if became:
        return ()
    said = tuple(_CHANGED.spans(reading.text))
    return said if said or Cue.RAISE in reading.cues else None


def _wants_price(slots: Slots) -> bool:
    """Whether the price before is asked for, rather than how much it fell."""
    reading = slots.reading
    if Cue.BEFORE not in reading.cues or reading.has(Cue.DIFFERENCE, Cue.CHEAP):
        return False
    before_cut = Cue.CUT in reading.cues and reading.cues[Cue.BEFORE][0] < reading.cues[Cue.CUT][0]
    asks_price = reading.has(Cue.HOW_MUCH_MONEY, Cue.PRICE, Cue.SPEND)
    return Cue.CUT not in reading.cues or asks_price or before_cut


def answer(question: Question, market: Market) -> Answer:
    if question.loads:
        return cut_costs.answer(question, market)
    working = Working(market, question)
    for model in question.subjects:
        prices = working.price_of(model)
        if not prices:
            continue
        if question.target == CHANGE:
            _since_when(working, model, prices)
        elif question.baseline is Baseline.INDUSTRY:
            for price in prices:
                _against_industry(working, model, price)
        else:
            _against_before(working, model, prices)
    if question.order is not None:
        only_those_that_moved(working)
    return working.answer()


def _against_industry(working: Working, model: str, price: Price) -> None:
    """The percentage as published where there is one, and what the report's own level of prices gives."""
    facts = published(working.market, model, Against.INDUSTRY) if working.question.factor is None else ()
    fact = next((fact for fact in facts if fact.change is not None and covers(fact.change, price.side)), None)
    if fact is not None and fact.change is not None:
        working.facts = {fact.id: None} | working.facts
        working.cite(fact.source)
        working.add(PERCENT, stated_percent(fact.change), model, price)
        if fact.claim:
            working.note(Remark.VENDOR_CLAIM)
    for level in working.price_of(INDUSTRY):
        per = level.published_per
        was, now = quoted(level, per), quoted(price, per)
        percent = _cheaper(working, was, now)
        add_percent(working, model, price, percent, asked=fact is None)
        if now:
            times = ARITHMETIC.divide(was, now)
            working.step(f"{exact_text(was)} ÷ {exact_text(now)} = {exact_text(times)}")
            working.add(TIMES, Range.exactly(times), model, price, role=Role.DIFFERENCE)


def _cheaper(working: Working, was: Decimal, now: Decimal) -> Decimal:
    percent = ARITHMETIC.multiply(ARITHMETIC.divide(ARITHMETIC.subtract(was, now), was), _HUNDRED)
    working.step(f"({exact_text(was)} − {exact_text(now)}) ÷ {exact_text(was)} × 100% = {exact_text(percent)}%")
    return percent


def _against_before(working: Working, model: str, prices: tuple[Price, ...]) -> None:
    """By how much the price of each side fell or rose when it last did; without a change, what is known instead."""
    change, side = last_change(working.market, model), working.question.side
    sides = [each for each in change.sides if side is None or each.side in (None, side)] if change else []
    if change is not None and sides:
        add_change(working, model, change._replace(sides=tuple(sides)))
        return
    working.note(Remark.NO_EARLIER_PRICE, model)
    for price in prices:
        if published(working.market, model, Against.INDUSTRY):
            _against_industry(working, model, price)
        elif side is None or price.side in (None, side):
            _add_price(working, model, price, Role.ALSO)


def _add_price(working: Working, model: str, price: Price, role: Role) -> None:
    per = told_per(working, price)
    amount = ZERO if price.free else working.quote(price, per)
    working.add(price.currency, Range.exactly(amount), model, price, per=per, role=role, free=price.free)


def _since_when(working: Working, model: str, prices: tuple[Price, ...]) -> None:
    """Since when no change is known, with the price; and the change before, where one is."""
    change = last_change(working.market, model)
    if change is not None and not change.stated:
        working.note(Remark.NO_CHANGE, model, day=change.day)
        add_change(working, model, change)
        return
    for price in prices:
        working.note(Remark.NO_CHANGE, model, day=price.since)
    if change is not None:
        add_change(working, model, change)
        return
    for price in prices:
        _add_price(working, model, price, Role.ANSWER)


HANDLER: Final = Handler(
    kind=Kind.DISCOUNT,
    letter="d",
    words=_WORDS,
    read=read,
    answer=answer,
    examples=(
        "豆包比行业便宜多少",
        "GLM降价前多少钱",
        "GLM-3 Turbo降了多少",
        "how much cheaper than the industry is Doubao",
    ),
    precedence=40,
    place=6,
    slots=SUPPOSED.union(("subjects", "loads", "target", "per", "side", "order", "as_of")),
    needs=frozenset({"baseline"}),
    beside={"loads": "subjects"},
    targets=frozenset({PERCENT, TIMES, "price", "change"}),
)
