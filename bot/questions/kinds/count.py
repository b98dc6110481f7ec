"""How many tokens is this very text, and what would it cost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import ROUND_CEILING, Decimal
from functools import reduce
from typing import Final

from bot.answers import Answer, Given, Remark, Role
from bot.knowledge.price_entries import Price, Side
from bot.language.basics.beside import TextBeside
from bot.language.basics.cues import Cue
from bot.language.basics.tokenizers import DEEPSEEK
from bot.language.words.expressions import expressions
from bot.quantities import CHARACTER, TOKEN, WORD, Money, Quantity, Range
from bot.question import Kind, Load, Question
from bot.questions.frames.handler import COMMON, Candidate, Handler
from bot.questions.kinds.cost import cost_of_sides, together
from bot.questions.phrases.slots import Slots
from bot.questions.working.best_known import best_known
from bot.questions.working.families import told_of
from bot.questions.working.market import Market
from bot.questions.working.working import Working

_AT_HAND: Final = expressions("text at hand")
_SPOKEN_OF: Final = expressions("text spoken of")
_TO_COUNT: Final = expressions("to count")
_PAYING: Final = (Cue.HOW_MUCH_MONEY, Cue.PRICE, Cue.SPEND, Cue.COSTS_MONEY)
_LENGTH_OF_ANSWER: Final = Load(Quantity(Range.exactly(1_000), TOKEN), side=Side.OUTPUT)
"""The answer that is reckoned with where the question names none."""


def read(slots: Slots) -> Candidate | None:
    """A question how long a text is in tokens, or what it costs, which points at the text that is beside it.

    Of no text beside it, it has to speak as of one.
    """
    reading, beside = slots.reading, slots.beside
    pointed = _AT_HAND.first(reading.text)
    if pointed is None and beside is None:
        return None
    counting = _TO_COUNT.first(reading.text)
    counts = Cue.TOKEN in reading.cues and (Cue.HOW_MANY in reading.cues or counting is not None)
    if not (counts or reading.has(*_PAYING)) or slots.money or slots.unit_price is not None:
        return None
    if pointed is None:
        pointed = _SPOKEN_OF.first(reading.text) or ((0, 0) if counts else None)
    length = _length_of_answer(slots)
    if pointed is None or length is None:
        return None
    question = Question(
        Kind.COUNT,
        of_today(slots),
        loads=_loads(beside) if beside is not None else (),
        target=slots.asked_currency or slots.currency,
        size=length,
        as_of=slots.as_of,
    )
    spans = tuple(span for span in (pointed, counting) if span is not None)
    return Candidate(question, slots.loads[1], None if beside is not None else "text", spans=spans)


def may_be_of_no_text(slots: Slots) -> bool:
    """Whether nothing but "this" or "it" speaks of a text, and money is asked for, which may be for something else."""
    return Cue.TOKEN not in slots.reading.cues and not _AT_HAND.stands_in(slots.reading.text)


def _length_of_answer(slots: Slots) -> Load | None:
    """The one amount that is named, which has to be that of an answer; where none is, the usual one."""
    loads, places = slots.loads
    if any(place not in places for place, _ in slots.reading.amounts):
        return None
    if not loads:
        return _LENGTH_OF_ANSWER
    answered = any(side == Side.OUTPUT for _, side in slots.sides)
    return loads[0]._replace(side=Side.OUTPUT) if answered and len(loads) == 1 else None


def with_changed(question: Question, slots: Slots) -> Question:
    """The question about the same text with another length of the answer, where a fragment names one."""
    length = _length_of_answer(slots) if slots.loads[0] else None
    return question if length is None else replace(question, size=length)


def of_today(slots: Slots) -> tuple[str, ...]:
    """The models that are named; for a family of which a price was once reported, the first of its models of today."""
    told = [told_of(slots.market, id_) for _, id_ in slots.named]
    now = {each.reported: each.today[0] for each in told if each.today}
    return tuple(dict.fromkeys(now.get(model, model) for model in slots.subjects))


def _loads(text: TextBeside) -> tuple[Load, ...]:
    """The measures of a text as work, the tokens that were counted last; what no rate is known of measures nothing."""
    sizes = text.sizes
    known = (0, 0) if sizes.foreign else (sizes.characters, sizes.words)
    loads = [Load(_quantity(n, unit)) for n, unit in zip(known, (CHARACTER, WORD), strict=True) if n]
    tokens = text.tokens
    counted = [Load(_quantity(tokens, TOKEN))] if tokens is not None else []
    return (*(loads or [Load(_quantity(0, CHARACTER))]), *counted)


def _quantity(amount: int, unit: str) -> Quantity:
    return Quantity(Range.exactly(Decimal(amount)), unit)


def answer(question: Question, market: Market) -> Answer:
    working = Working(market, question)
    models = working.models() if question.subjects else best_known(market)
    measured = [(model, tokens) for model in models if (tokens := _tokens_with(working, model)) is not None]
    for model, tokens in measured:
        working.add(TOKEN, tokens, model)
    for model, tokens in measured:
        for load, role in _sides(question, tokens):
            found = cost_of_sides(working, model, load)
            if found is not None:
                _add_cost(working, *found, role)
    return working.answer()


def _sides(question: Question, tokens: Range) -> Iterator[tuple[tuple[Load, ...], Role]]:
    """What goes in, and beside it the same with an answer."""
    text = Load(Quantity(tokens, TOKEN), side=Side.INPUT, request=True)
    yield (text,), Role.ANSWER
    if question.size is not None:
        yield (text, question.size), Role.ALSO


def _add_cost(working: Working, cost: Range, model: str, price: Price, given: Given, role: Role) -> None:
    target = working.question.target or price.currency
    shown = cost if price.free else working.exchange(Money(cost, price.currency), target)
    unit, value = (target, shown) if shown is not None else (price.currency, cost)
    working.add(unit, value, model, price, role=role, given=given, free=price.free)


def _tokens_with(working: Working, model: str) -> Range | None:
    """The tokens of the text with a model: counted, or by the published rates of what it is made of."""
    entry = working.market.entry(model)
    vendor = entry.vendor if entry is not None else None
    counted = [load for load in working.question.loads if load.amount.unit == TOKEN]
    if counted and vendor == DEEPSEEK:
        working.note(Remark.COUNTED, vendor)
        return counted[0].amount.value
    measured = [load for load in working.question.loads if load not in counted and load.amount.value.low]
    tokens = [working.tokens_of(load, model) for load in measured]
    known = [each for each in tokens if each is not None]
    if not known or len(known) < len(tokens):
        working.note(Remark.NO_RATE)
        return None
    total = reduce(together, known)
    return Range(*(None if end is None else end.to_integral_value(ROUND_CEILING) for end in total))


HANDLER: Final = Handler(
    kind=Kind.COUNT,
    letter="t",
    words=COMMON.union(_PAYING, (Cue.HOW_MANY, Cue.MONEY_WORD, Cue.OUTPUT)),
    read=read,
    answer=answer,
    examples=("这段话有多少 tokens：今天天气不错，适合出门走走", "how many tokens is this text: The quick brown fox"),
    precedence=12,
    place=12,
    slots=frozenset({"subjects", "loads", "target", "size", "as_of"}),
)
