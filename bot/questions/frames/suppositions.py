"""What a message supposes of prices, and kinds of prices that nobody here has noted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final, NamedTuple

from bot.knowledge.entries import Against
from bot.language.basics.cues import Cue
from bot.language.basics.entities import EntityKind
from bot.language.basics.vocabulary import words_under
from bot.language.basics.wordset import WordSet
from bot.quantities import ARITHMETIC, PERCENT
from bot.question import Baseline, Kind, Order, Question, Unpriced
from bot.questions.frames.handler import Candidate, Handler
from bot.questions.frames.whose import is_joined, model_of, named_beside
from bot.questions.phrases.asking import asks_whether
from bot.questions.phrases.clauses import clause_around
from bot.questions.phrases.price_changes import Change
from bot.questions.phrases.services import service_in
from bot.questions.phrases.slots import Slots
from bot.questions.working.earlier import last_change
from bot.questions.working.published import published

_IF: Final = re.compile(
    r"如果|假如|假设|假使|倘若|要是|若|万一|的话|嘅话|再(?=[降减平便跌砍涨加贵打])"
    r"|\b(?:if|would|suppose|supposing|assuming|with|hypothetical\w*|imagine)\b|(?:^|, ?)say\b|%(?: price)? off\b|percent off\b"
)
"""What makes a cut or a rise one that is only thought of."""
_AFTER: Final = re.compile(r"(?:了|咗)?(?:的话)?(?:之|以)?后(?!台|端|面|来)|(?:了|咗)?的话")
"""A change and what comes after it: 降价30%后."""
_NOT_SINCE: Final = (Cue.BEFORE, Cue.CHEAP, Cue.DIFFERENCE, Cue.THAN, Cue.RAISE)
_FEW: Final = 2
"""Most words between "after" and the change: after the price cut."""
_NEAR: Final = 6
_TIMES: Final = "倍"
_SUM: Final = (Cue.HOW_MANY, Cue.HOW_MUCH_MONEY, Cue.SPEND)
_LOADS: Final = words_under("questions", "suppositions, loads")
"""What may double without a price that changes."""
_ANY_LOAD: Final = WordSet(_LOADS)


_OF_COURSE: Final = frozenset({Kind.HISTORY, Kind.DISCOUNT})
"""Kinds of questions about how prices went."""


class Supposition(NamedTuple):
    """What a message supposes of prices: a factor, whose price it is (``None``: of all), and where it says so.

    Without a factor, something is supposed that is not worked in. ``published`` tells that it is just the change that was
    published.
    """

    factor: Decimal | None = None
    owner: str | None = None
    places: frozenset[int] = frozenset()
    spans: tuple[tuple[int, int], ...] = ()
    published: bool = False


def considered(candidate: Candidate, handler: Handler, slots: Slots) -> Candidate:
    """The candidate with what the message supposes of prices, or with the kind of price that it asks for in vain."""
    question = candidate.question
    service = service_in(slots)
    if service is not None and question.kind in _OF_COURSE:
        return _of_something_else(candidate, service, slots)
    if "unpriced" not in handler.slots or question.order is Order.OFFER:
        return candidate
    if service is Unpriced.SUBSCRIPTION and question.loads:
        service = None  # what so much work costs in a month: 月费
    if not (slots.hints_at_prices or service) or (question.kind is Kind.PRICE and question.target == PERCENT):
        return candidate
    supposed = supposition(slots)
    if question.kind is Kind.DISCOUNT:
        works = supposed is not None and supposed.factor is not None and question.baseline is Baseline.INDUSTRY
        return _worked_in(candidate, supposed) if works and supposed is not None else candidate
    if supposed is not None:
        if "factor" not in handler.slots or not (supposed.published or supposed.factor is not None):
            question = replace(question, unpriced=Unpriced.SUPPOSITION)
            return candidate._replace(question=question, spans=candidate.spans + supposed.spans)
        return _worked_in(candidate, supposed)
    if question.cheaper_than is not None:
        return candidate
    unpriced = service
    if unpriced is None:
        split = any(load.side for load in question.loads)
        unpriced = _not_worked_in(slots, candidate.used if split else frozenset())
    if unpriced is None:
        return candidate
    question = replace(question, unpriced=unpriced)
    if unpriced is Unpriced.SUBSCRIPTION and question.kind is Kind.COST and candidate.missing is not None:
        return candidate._replace(question=replace(question, kind=Kind.PRICE, loads=(), target=None), missing=None)
    return candidate._replace(question=question, used=candidate.used.union(slots.reading.cues.get(Cue.SERVICE, ())))


def _of_something_else(candidate: Candidate, service: Unpriced, slots: Slots) -> Candidate:
    """How the price of a service went, which is known as little as that price."""
    if not candidate.question.subjects:
        return candidate
    asked = Question(Kind.PRICE, candidate.question.subjects, unpriced=service)
    return Candidate(asked, candidate.used.union(slots.reading.cues.get(Cue.SERVICE, ())), spans=candidate.spans)


def _worked_in(candidate: Candidate, supposed: Supposition) -> Candidate:
    question = candidate.question
    if supposed.factor is not None:
        question = replace(question, factor=supposed.factor, supposed_of=supposed.owner)
    return candidate._replace(
        question=question,
        used=candidate.used | supposed.places,
        spans=candidate.spans + supposed.spans,
    )


def supposes(slots: Slots) -> bool:
    """Whether the message supposes another price than the published one, or speaks of what holds since the cut."""
    return supposition(slots) is not None


def supposition(slots: Slots) -> Supposition | None:
    """What the message supposes of prices, where it does."""
    text = slots.reading.text
    if not slots.hints_at_prices or Cue.WHEN in slots.reading.cues:
        return None  # when there was a discount is no price with one
    changes = [change for change in slots.changes if not _compares(change, slots) and not _is_of_load(change, slots)]
    told = [change for change in changes if _is_supposed(change, slots)]
    if told:
        owner = _owner(told[0], slots) if len(told) == 1 else None
        return Supposition(told[0].factor if owner is not None else None, owner or None, spans=_spans(told))
    if not changes:
        return _since_cut(slots)
    if len(changes) != 1 or not _is_published(changes[0], slots):
        return None
    if not (_AFTER.match(text, changes[0].end) or slots.money or slots.loads[0]):
        return None
    return Supposition(spans=_spans(changes), published=True)


def _since_cut(slots: Slots) -> Supposition | None:
    """The price asked for is the one since a cut that was published: GLM降价后多少钱."""
    reading = slots.reading
    if len(slots.subjects) != 1 or not reading.has(*_SUM, Cue.PRICE) or reading.has(*_NOT_SINCE):
        return None
    if not _says_after(slots) or last_change(slots.market, slots.subjects[0]) is None:
        return None
    return Supposition(places=frozenset(reading.cues.get(Cue.CUT, ())), published=True)


def _says_after(slots: Slots) -> bool:
    """Whether what comes after a change is spoken of: 降价后, after the cut."""
    text, tokens = slots.reading.text, slots.tokens
    for place in (*slots.reading.places(Cue.CUT, Cue.RAISE), *_multiples(slots)):
        ahead = text[: tokens[place].start].rpartition("after ")[2]
        end = tokens[place].end
        if _AFTER.search(text, end, end + _NEAR) or (len(ahead) < tokens[place].start and len(ahead.split()) <= _FEW):
            return True
    return False


def _multiples(slots: Slots) -> list[int]:
    """Places of the words for "times" behind a number: 翻两倍."""
    text, tokens = slots.reading.text, slots.tokens
    return [
        place
        for place in range(1, len(tokens))
        if text.startswith(_TIMES, tokens[place].start) and tokens[place - 1].amount is not None
    ]


def _is_of_load(change: Change, slots: Slots) -> bool:
    """Whether the work changes rather than a price: 用量翻倍."""
    text = slots.reading.text
    start, _ = clause_around(text, change.start, change.end)
    return _ANY_LOAD.stands_in(text[start : change.start]) or text.startswith(_LOADS, change.end)


def _compares(change: Change, slots: Slots) -> bool:
    """Whether two models are compared, rather than a price changed: 豆包比GLM便宜两成."""
    if not change.compares:
        return False
    clause, _ = clause_around(slots.reading.text, change.start, change.end)
    for place in slots.reading.cues.get(Cue.THAN, ()):
        than = slots.tokens[place].start
        if clause <= than < change.start and any(than < slots.tokens[at].start < change.start for at, _ in slots.named):
            return True
    return False


def _is_supposed(change: Change, slots: Slots) -> bool:
    """Whether a change is only thought of: by its words, or because nobody has published it and a sum is asked for."""
    text = slots.reading.text
    if _asks_whether_it_holds(change, slots) or asks_of_mode(slots):
        return False
    if change.offer or _IF.search(text):
        return True
    if _is_published(change, slots):
        return False
    if change.rise and slots.reading.has(*_SUM, Cue.THAN, Cue.VERSUS):
        return True
    return bool(_AFTER.match(text, change.end) or slots.loads[0] or slots.money or slots.per)


def _asks_whether_it_holds(change: Change, slots: Slots) -> bool:
    """Whether it is asked if an offer of the vendor is still on: 半价还有吗, is it still half price."""
    start, end = clause_around(slots.reading.text, change.start, change.end)
    asks = slots.reading.has(Cue.QUESTION, Cue.MAYBE)
    return asks and _STILL.stands_in(slots.reading.text[start:end])


def asks_of_mode(slots: Slots) -> bool:
    """Whether it is asked what a mode with prices of its own takes off, or if that is so: is batch half price."""
    terms, reading = slots.terms[0], slots.reading
    if terms is None or terms.mode is None or slots.loads[0] or slots.money:
        return False
    whether = bool(slots.changes) and (asks_whether(reading) or "?" in reading.text)
    return whether or (Cue.CUT in reading.cues and reading.has(Cue.HOW_MANY, Cue.DIFFERENCE))


def _is_published(change: Change, slots: Slots) -> bool:
    """Whether a price has fallen by just this share, as reports say."""
    if change.share is None or len(slots.subjects) != 1:
        return False
    share = ARITHMETIC.multiply(change.share, _HUNDRED)
    facts = (fact for against in Against for fact in published(slots.market, slots.subjects[0], against))
    said = (fact.change for fact in facts if fact.change is not None)
    return any(each.percent == share and each.rises == change.rise for each in said)


def _owner(change: Change, slots: Slots) -> str | None:
    """The model whose price changes: beside the change, or alone in its clause; "" for all, ``None`` where it is not clear."""
    start, end = clause_around(slots.reading.text, change.start, change.end)
    clause = [place for place, token in enumerate(slots.tokens) if start <= token.start < end]
    of_all = any(Cue.ALL in slots.tokens[place].cues for place in clause if slots.tokens[place].start < change.end)
    if not slots.industry and (len(slots.subjects) <= 1 or of_all):
        return ""
    names = [place for place in clause if place in slots.name_places]
    models = {model_of(slots, place) for place in names}
    if len(models) != 1:
        beside = (at for at in named_beside(slots, change.start, change.end) if at in names)
        alone = (at for at in beside if slots.tokens[at].start >= change.start or not is_joined(slots, at, -1))
        models = {model_of(slots, place) for place in alone}
    return models.pop() if len(models) == 1 else None


def _spans(changes: Sequence[Change]) -> tuple[tuple[int, int], ...]:
    """The stretches of the words of changes."""
    return tuple((change.start, change.end) for change in changes)


def _not_worked_in(slots: Slots, explained: frozenset[int]) -> Unpriced | None:
    """A discount or a supposition spoken of that is not worked in: no sum may pass for the one under it.

    ``explained`` are places of words that are taken for shares of the work instead.
    """
    if asks_of_mode(slots):
        return None
    text, tokens = slots.reading.text, slots.tokens
    terms = slots.terms[0]
    if any(word in text for word in _DISCOUNT) and (terms is None or terms.mode is None):
        return Unpriced.DISCOUNT
    supposed = _IF.search(text) is not None
    for place, _ in slots.reading.counted[EntityKind.PERCENT]:
        if place in explained:
            continue
        if text.startswith("折", tokens[place].end - 1) or Cue.CUT in slots.reading.cues:
            return Unpriced.DISCOUNT
        if supposed:
            return Unpriced.SUPPOSITION
    halved = any(amount.value.exact == _HALF and place not in explained for place, amount in slots.bare_numbers)
    moved = slots.reading.has(Cue.CUT, Cue.RAISE, Cue.FACTOR) or bool(_multiples(slots))
    if (supposed and (halved or moved)) or (moved and _says_after(slots)):
        return Unpriced.SUPPOSITION
    return None


_STILL: Final = WordSet(words_under("questions", "suppositions, still"))
_HUNDRED: Final = Decimal(100)
_HALF: Final = Decimal("0.5")
_DISCOUNT: Final = words_under("questions", "suppositions, discount")
