"""Cheapest, dearest, the free ones, all of them in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from bot.answers import Answer, Remark, Result
from bot.language.amounts.ranks import limit_in, limit_spans, nth_in
from bot.language.basics.cues import Cue
from bot.language.basics.entities import EntityKind
from bot.language.basics.vocabulary import words_under
from bot.language.basics.wordset import WordSet
from bot.language.words.expressions import expressions
from bot.quantities import MILLION, ZERO, Money, Range
from bot.question import Kind, Load, Order, Question
from bot.questions.frames.first_place import asked_first, confirm_first
from bot.questions.frames.handler import COMMON, Candidate, Handler
from bot.questions.frames.priced_at import models_priced_at
from bot.questions.kinds.contestants import contestants, within
from bot.questions.kinds.ranked_models import named_alike, versions_asked, whole_range
from bot.questions.kinds.ranked_order import asks_for_all_of_one, compares, order_asked
from bot.questions.kinds.ranked_prices import in_currency, other_sides
from bot.questions.kinds.ranking import Ranking, descends
from bot.questions.phrases.slots import Slots
from bot.questions.phrases.terms import TEXT
from bot.questions.phrases.work_per_model import alike
from bot.questions.working.families import models_of
from bot.questions.working.market import INDUSTRY, Market
from bot.questions.working.open_amounts import settled
from bot.questions.working.ordering import Figure, contenders, overlapping, tied
from bot.questions.working.sellers import sellers_of
from bot.questions.working.standings import MOST_NAMED, MOST_OFFERED
from bot.questions.working.traits import are_known
from bot.questions.working.working import Working

_SIGNS: Final = (
    Cue.CHEAPEST, Cue.DEAREST, Cue.CHEAP, Cue.DEAR, Cue.FREE, Cue.LIST, Cue.ORDER, Cue.DESCENDING, Cue.EXCEPT, Cue.COSTS_MONEY,
)  # fmt: skip
_WEAK_SIGNS: Final = (Cue.WHICH, Cue.WHO, Cue.ALL, Cue.PRICE, Cue.MODELS, Cue.VENDORS, Cue.UNDER, Cue.OVER, Cue.THAN)
_WORDS: Final = COMMON.union(
    _SIGNS, _WEAK_SIGNS, (Cue.FUNDS, Cue.BUY, Cue.HOW_MUCH_MONEY, Cue.HOW_MANY, Cue.WRITE, Cue.SELLERS)
)  # fmt: skip


def read(slots: Slots) -> Candidate | None:
    if _asks_who_sells(slots):
        side = None if slots.loads[0] else slots.plain_side
        return Candidate(Question(Kind.RANK, slots.models, side=side, order=Order.CHEAPEST, sellers=True))
    order = order_asked(slots)
    if (
        order is None
        or slots.claim is not None
        or not are_known(slots.traits[0])
        or models_priced_at(slots) is not None
        or _asks_by_context(slots)
        or _asks_of_ended(slots)
    ):
        return None
    reading = slots.reading
    excluded, _, paid_only = slots.excluded
    owner = whole_range(slots)
    traits, trait_spans = slots.traits
    versions = versions_asked(slots)
    named = [id_ for id_ in slots.subjects if id_ not in excluded] if owner is None else [owner]
    if order in (Order.CHEAPEST, Order.DEAREST) and len(named) > 1 and not slots.of_version:
        return None
    pivot = None
    weighed = compares(slots, Cue.CHEAP) or compares(slots, Cue.DEAR)
    if weighed and Cue.THAN in reading.cues and len(named) == 1 and not slots.industry:
        pivot = named[0]
    loads = alike(slots.loads[0])
    if loads is None or _asks_what_a_sum_buys(slots, loads):
        return None
    sided = any(load.side for load in loads)
    side = None if loads else slots.plain_side
    per = slots.per[1] if slots.per else None
    money = tuple(money for _, money in slots.money[:1])
    dearer = compares(slots, Cue.DEAR) and not compares(slots, Cue.CHEAP)
    places = slots.name_places | {place for place, _ in slots.money}
    below = slots.strictly_below
    if slots.unit_price is not None and slots.limits_price:
        priced, (price, per) = slots.unit_price
        money = (price._replace(value=Range(price.value.low, None) if dearer else Range(None, price.value.high)),)
        places, below = places | priced, True
    limit = limit_in(reading.text)
    if limit is not None:
        places |= {place for place, _ in reading.counted[EntityKind.NUMBER]}
    subjects = tuple(named) if (len(named) > 1 or owner is not None) and pivot is None else ()
    alike_named, name_spans = named_alike(slots)
    if slots.unknown_versions and not (alike_named or named):
        return None  # neither are they where a version is named that is not known
    if (versions or alike_named) and pivot is None:
        subjects = versions or alike_named
    versus = _reference(slots, order)
    if any(not models_of(slots.market, id_) for id_ in named if id_ != INDUSTRY):
        return None  # all models are no answer where something else is named, as a plan
    question = Question(
        Kind.RANK,
        subjects,
        money=money,
        loads=tuple(loads if sided else loads[:1]),
        per=per,
        side=side,
        order=order,
        limit=limit,
        nth=nth_in(reading.text),
        excluded=excluded,
        paid_only=paid_only,
        cheaper_than=pivot,
        dearer=pivot is not None and dearer,
        below=below,
        everything=slots.everything,
        traits=traits,
        versus=versus,
        as_of=slots.as_of,
    )
    bounded = slots.caps and reading.has(Cue.INPUT, Cue.OUTPUT, Cue.PRICE)
    implied = not (bounded or reading.has(*_SIGNS, Cue.FUNDS) or asks_for_all_of_one(slots))
    sold = tuple(_SOLD.spans(reading.text)) if asks_for_all_of_one(slots) else ()
    spans = (*trait_spans, *name_spans, *limit_spans(reading.text), *sold)
    return Candidate(question, frozenset(places), implied=implied, spans=spans)


_SOLD: Final = expressions("selling")


def _asks_by_context(slots: Slots) -> bool:
    """Whether models are wanted by how much they can read at once, of which nothing is known: with 1m context."""
    reading, terms = slots.reading, slots.terms[0]
    words = (reading.tokens[place] for place in reading.places(Cue.TERM))
    said = any(reading.text[word.start : word.end] in TEXT for word in words)
    return said and (terms is None or terms.tokens is None)


def _asks_what_a_sum_buys(slots: Slots, loads: Sequence[Load]) -> bool:
    """Whether a sum is there to be spent, on an amount that is asked for: 除了免费的，10元各能买多少token."""
    asked = slots.target_unit is not None and Cue.HOW_MANY in slots.reading.cues
    return (
        bool(slots.money) and not loads and asked and slots.excluded[2] and not slots.reading.has(Cue.ORDER, Cue.LIST)
    )


def _asks_of_ended(slots: Slots) -> bool:
    """Whether models are asked for that are sold no more, or soon, of which a ranking knows none: which are retired."""
    sold = (slots.tokens[place] for place in slots.reading.cues.get(Cue.SOLD, ()))
    return any(not slots.reading.text.startswith(_ON_SALE, token.start) for token in sold)


_ON_SALE: Final = words_under("questions", "rank, on sale")


def _asks_who_sells(slots: Slots) -> bool:
    """Whether those who sell the one model named are asked for: who sells it, which of them is the cheapest."""
    reading = slots.reading
    if not reading.has(Cue.SELLERS, Cue.CHEAPEST):
        return False
    if (
        len(slots.models) != 1
        or len(slots.named) != 1
        or slots.families
        or slots.money
        or slots.loads[0]
        or slots.sales
    ):
        return False
    if slots.unit_price is not None or reading.has(Cue.THAN, Cue.DEAREST):
        return False
    if Cue.SELLERS in reading.cues or _is_cheapest_alone(slots):
        return True
    asked = (slots.tokens[place] for place in reading.places(Cue.WHICH, Cue.VENDORS))
    of_sellers = any(_SELLING.stands_in(reading.text[token.start : token.end]) for token in asked)
    return of_sellers and Cue.CHEAPEST in reading.cues and len(sellers_of(slots.market, slots.models[0])) > 1


def _is_cheapest_alone(slots: Slots) -> bool:
    """Whether the cheapest of one model is asked for, which only its sellers can be: cheapest llama 4 maverick."""
    reading, (_, named) = slots.reading, slots.named[0]
    others = reading.has(Cue.WHICH, Cue.WHO, Cue.WHAT, Cue.MODELS, Cue.VENDORS, Cue.EXISTS, Cue.LIST, Cue.ALL, Cue.NOT)
    if others or Cue.CHEAPEST not in reading.cues or slots.exclusion.places or nth_in(reading.text) is not None:
        return False
    return slots.models == (named,) and not versions_asked(slots) and asked_first(slots, Order.CHEAPEST) is None


_SELLING: Final = WordSet(words_under("questions", "rank, selling"))
"""What words for which hold that ask for sellers rather than models: 哪家."""


def _reference(slots: Slots, order: Order) -> str | None:
    """The industry's level, where it is to be among the models, or the one model asked about: is it the first."""
    if slots.industry:
        return INDUSTRY if INDUSTRY not in slots.exclusion.names else None
    return asked_first(slots, order)


def answer(question: Question, market: Market) -> Answer:
    working = Working(market, question)
    models, others = contestants(question, market)
    scratch = Working(market, question)
    ranking = Ranking(working, settled(working, question.loads, models))
    trial = Ranking(scratch, ranking.loads)
    tried = trial.tried(model for model in models if model not in question.excluded)
    fitting = trial.sorted(figure for figure in tried if _admitted(scratch, figure.result))
    asked = _asked_for(question, fitting)
    figures = ranking.of(_models_of(_shown(question, asked)))
    if question.nth is None and question.limit is None:
        working.note_others(len(asked) + others - len(figures))
    working.winner = _first_of(working, figures, fitting)
    if question.nth is not None and any(note.remark is Remark.OVERLAP for note in working.notes):
        figures = ranking.of(_models_of(_shown(question, fitting)))
    confirm_first(working, fitting)
    if question.order is Order.CHEAPEST and figures and figures[0].result.free:
        _set_paid_apart(working, figures)
    working.results.extend(in_currency(working, figure.result) for figure in figures)
    working.results.extend(other_sides(working, figures))
    _keep_rates(working, scratch)
    stated = [figure.fact for figure in figures if figure.fact is not None and figure.fact in working.facts]
    working.facts = dict.fromkeys([*stated, *working.facts])
    return working.answer()


def _models_of(figures: Iterable[Figure]) -> Iterable[str]:
    return (figure.result.subject or "" for figure in figures)


def _first_of(working: Working, figures: list[Figure], fitting: list[Figure]) -> str | None:
    """The first of a ranking; ``None``, with a note that names them, where several are tied or it cannot be told."""
    question = working.question
    if not figures:
        return None
    first = figures[0].result
    if question.order is Order.FREE or question.cheaper_than is not None:
        return first.subject
    if question.nth is not None and len(figures) == 1:
        rivals = [figure for figure in fitting if figure.result.subject == first.subject]
        rivals += overlapping(rivals[0], fitting)
    else:
        rivals = contenders(fitting, dearest=descends(question))
    is_tie = tied(rivals)
    if len(rivals) > 1:
        working.note(Remark.TIED if is_tie else Remark.OVERLAP, *(figure.result.subject or "" for figure in rivals))
    elif question.order in (Order.ASCENDING, Order.DESCENDING) and any(map(_overlap, fitting, fitting[1:])):
        working.note(Remark.OVERLAP)
    return first.subject if len(rivals) == 1 else None


def _overlap(one: Figure, other: Figure) -> bool:
    return bool(overlapping(one, (other,)))


def _set_paid_apart(working: Working, figures: list[Figure]) -> None:
    """Name the cheapest of those that cost money, where it can be told which that is."""
    paid = [figure for figure in figures if not figure.result.free]
    first = contenders(paid, dearest=False)
    if paid and paid[0].result.subject and (len(first) == 1 or tied(first)):
        working.note(Remark.FREE_APART, *(figure.result.subject or "" for figure in first))
    elif paid:
        working.note(Remark.OVERLAP)


def _keep_rates(working: Working, scratch: Working) -> None:
    """Say by which exchange rates the models were chosen."""
    rates = [note for note in scratch.notes if note.remark is Remark.EXCHANGED]
    source = working.market.exchange.source()
    if rates and source is not None:
        working.notes |= dict.fromkeys(rates)
        working.cite(source.id)


def _asked_for(question: Question, fitting: list[Figure]) -> list[Figure]:
    """Those of the figures that the question is after: the free ones, the first few, the one in a certain place."""
    if question.order is Order.FREE:
        fitting = [figure for figure in fitting if figure.result.free]
    if question.nth is not None:
        return fitting[question.nth - 1 : question.nth] or fitting
    return fitting if question.limit is None else fitting[: question.limit]


def _shown(question: Question, figures: list[Figure]) -> list[Figure]:
    """The first few of a ranking; where those are all free, the first that costs money in the place of the last."""
    named = len(question.subjects) > 1 or question.limit is not None
    most = MOST_NAMED if named else MOST_OFFERED
    if question.money and not question.loads and question.order is Order.ASCENDING and question.limit is None:
        of_free, of_paid = ([each for each in figures if each.result.free is is_free] for is_free in (True, False))
        return [*of_free[:MOST_OFFERED], *of_paid[:most]]
    shown, rest = figures[:most], figures[most:]
    if question.order is Order.CHEAPEST and rest and all(figure.result.free for figure in shown):
        paid = next((figure for figure in rest if not figure.result.free), None)
        return shown if paid is None else [*shown[:-1], paid]
    return shown


def _admitted(working: Working, result: Result) -> bool:
    """Whether a result meets the question's conditions: cheaper than a model, within a budget."""
    question = working.question
    value = result.value or Range.exactly(ZERO)
    amount = value.low if value.low is not None else value.high or ZERO
    pivot = question.cheaper_than
    if pivot is not None and (result.subject == pivot or not _beats(working, pivot, amount, result.unit)):
        return False
    for money in question.money:
        limit_range = working.exchange(Money(money.value, money.currency), result.unit)
        if limit_range is not None and not within(amount, limit_range, strictly=question.below):
            return False
    return True


def _beats(working: Working, model: str, amount: Decimal, currency: str) -> bool:
    """Whether an amount of a currency lies on the asked side of a model's price."""
    price = working.one_price(model)
    if price is None:
        return False
    limit = Money(Range.exactly(price.for_tokens(working.question.per or MILLION)), price.currency)
    edge = working.exchange(limit, currency)
    if edge is None or edge.exact is None:
        return False
    return amount > edge.exact if working.question.dearer else amount < edge.exact


HANDLER: Final = Handler(
    kind=Kind.RANK,
    letter="r",
    words=_WORDS,
    verbs=frozenset({Cue.LIST}),
    read=read,
    answer=answer,
    examples=(
        "最便宜的是哪家", "哪些模型免费", "which model is the most expensive", "把所有模型按价格从低到高排一下", "比豆包便宜的有哪些",
    ),
    precedence=90,
    place=5,
    slots=frozenset({"unpriced", "terms"}).union(
        ("subjects", "money", "loads", "target", "per", "side", "order", "limit", "nth", "excluded", "paid_only"),
        ("cheaper_than", "dearer", "below", "everything", "traits", "sellers", "versus", "as_of"),
    ),
    needs=frozenset({"order"}),
)  # fmt: skip
