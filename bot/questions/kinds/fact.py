"""Anything else that the articles state: who, when, why, how much."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.answers import Answer, Remark, Role
from bot.knowledge.entries import EntryKind, Fact, Figure
from bot.language.amounts.dates import names_day
from bot.language.basics.cues import Cue
from bot.language.basics.entities import EntityKind
from bot.language.basics.wordset import WordSet
from bot.language.words.cue_words import cue_words
from bot.language.words.expressions import expressions
from bot.quantities import DATE, TEXT, Range
from bot.question import Kind, Question
from bot.questions.frames.coverage import worded
from bot.questions.frames.handler import Candidate, Handler
from bot.questions.kinds.fact_index import FIELD, SURELY_ALIKE, FactMatch, denies
from bot.questions.kinds.fact_matches import YEAR, fact_matches, years_of
from bot.questions.kinds.own_words import characters_known
from bot.questions.phrases.asking import asks_for_something
from bot.questions.phrases.slots import Slots
from bot.questions.working.families import models_of
from bot.questions.working.market import Market
from bot.questions.working.working import Working

_MOST: Final = 3
"""Facts stated in one answer."""

_AS_GOOD: Final = 0.94
"""Facts whose weight is this share of the best one's are stated with it."""

_THEME: Final = frozenset(
    {Cue.PRICE, Cue.CHEAP, Cue.DEAR, Cue.CUT, Cue.BEFORE, Cue.TOKEN, Cue.MODELS, Cue.VENDORS, Cue.SPEND}
)
"""Words that any of the facts may be asked with, though they name none."""

_NEARBY: Final = frozenset(
    {Cue.RAISE, Cue.SAVE, Cue.FREE, Cue.CHEAPEST, Cue.DEAREST, Cue.DAILY, Cue.CALL, Cue.CHARACTER, Cue.BUY, Cue.WRITE,
     Cue.THAN, Cue.VERSUS, Cue.UNDER, Cue.OVER, Cue.COSTS_MONEY, Cue.DAY, Cue.SWITCH, Cue.COPY}
)  # fmt: skip
"""Words that a fact may be asked with, though they speak rather for another kind of question."""
_ASKING: Final = (
    Cue.WHO, Cue.WHEN, Cue.WHY, Cue.WHAT, Cue.HOW, Cue.HOW_MANY, Cue.QUESTION, Cue.WHICH, Cue.ASK, Cue.SAY, Cue.LIST,
    Cue.DIFFERENCE, Cue.DURATION,
)  # fmt: skip
_ASKED: Final = frozenset(_ASKING)
_DENIAL: Final = frozenset({Cue.NOT})
_DATE: Final = frozenset({Cue.DATE})
_WORDS: Final = frozenset({*_ASKING, Cue.KNOW, Cue.CONVERT, Cue.MAYBE, Cue.EXISTS, Cue.ALL, Cue.PER})


def read(slots: Slots) -> Candidate | None:
    matches = fact_matches(slots)
    compared = [id_ for id_ in slots.subjects if models_of(slots.market, id_)] if not slots.families else []
    if not matches or len([id_ for id_ in compared if _is_curated(slots, id_)]) > 1:
        return None
    matches = _of_the_year(slots, _that_deny(slots, _that_rise(slots, _that_say_why(slots, matches))))
    if not matches:
        return None
    chosen = [match for match in matches if match.weight >= matches[0].weight * _AS_GOOD][:_MOST]
    spans = _explained(slots, chosen)
    places = {place for place, _ in slots.reading.amounts if is_of(slots, place, chosen[0].fact)} | slots.name_places
    works = slots.reading.named[EntityKind.WORK]
    places |= {place for place, work in works if any(start < work.end and work.start < end for start, end in spans)}
    topic = _names_topic(slots, spans)
    if not (topic or _is_plain(slots, chosen)):
        return None
    if denies(chosen[0].fact):
        places |= worded(slots, _DENIAL)
    is_of_now = slots.as_of is None and not slots.reading.residue
    dated = Cue.DATE in slots.reading.cues and (
        names_day(slots.reading.text) or _year_named(slots) in years_of(chosen[0].fact)
    )
    places |= worded(slots, _DATE) if dated or is_of_now else frozenset[int]()
    question = Question(Kind.FACT, facts=tuple(match.fact.id for match in chosen))
    told = topic or slots.named or dated or slots.reading.has(*_OPEN, Cue.RIVALRY) or bool(slots.reading.amounts)
    if not (told or any(FIELD in match.fact.subjects for match in chosen)):
        return None
    sure = matches[0].sure and (slots.reading.has(*_ASKING) or asks_for_something(slots.reading))
    doubtful = not (topic or slots.reading.has(*_OPEN))
    return Candidate(question, frozenset(places), implied=not sure, spans=spans, doubtful=doubtful)


def _of_the_year(slots: Slots, matches: list[FactMatch]) -> list[FactMatch]:
    """The facts but for those that tell of other years than the message names: 24年9月, in 2025."""
    year = _year_named(slots)
    if year is None:
        return matches
    told = {match.fact.id: years_of(match.fact) for match in matches}
    return [match for match in matches if not told[match.fact.id] or year in told[match.fact.id]]


def _year_named(slots: Slots) -> int | None:
    """The year that is named by its number."""
    text, period = slots.reading.text, slots.period
    places = (slots.tokens[place] for place in slots.reading.cues.get(Cue.DATE, ()))
    if period is None or not any(YEAR.search(text, token.start, token.end) for token in places):
        return None
    return period[1].year


def _is_plain(slots: Slots, chosen: list[FactMatch]) -> bool:
    """Whether the facts are asked for though no word is there that only they know."""
    if slots.named and not any(match.direct for match in chosen):
        return slots.reading.has(*_OPEN, Cue.RIVALRY)
    if _asks_else(slots, chosen):
        return False
    if slots.reading.has(*_OPEN, Cue.RIVALRY) or any(match.pointed for match in chosen):
        return True
    entries = (slots.market.entry(id_) for _, id_ in slots.named)
    sold = Cue.MODELS in slots.reading.cues or any(entry and entry.kind is EntryKind.MODEL for entry in entries)
    return bool(slots.named) and chosen[0].likeness >= (_PLAINLY_ALIKE if sold else _ALIKE_ON_VENDOR)


def _asks_else(slots: Slots, chosen: list[FactMatch]) -> bool:
    """Whether what is asked is just a word that the facts do not have, beside words that any question holds: 谁是 CEO."""
    reading = slots.reading
    own = "\n".join(match.own for match in chosen)
    if Cue.WHY in reading.cues or reading.amounts:
        return False
    asking = (frozenset(cue_words().get(word, ())) for match in chosen for word in match.words)
    if not slots.named or not all(cues and _ASKED.issuperset(cues) for cues in asking):
        return False
    return bool(reading.residue) and not any(characters_known(reading.text, *span, own) for span in reading.residue)


def _is_curated(slots: Slots, id_: str) -> bool:
    """Whether an entry has a price of its own here: models of the wider catalogue are what others are set against."""
    return any(model in slots.market.curated_models() for model in models_of(slots.market, id_))


_NEARLY: Final = 0.9


def _that_say_why(slots: Slots, matches: list[FactMatch]) -> list[FactMatch]:
    """Where it is asked why of nobody in particular: those that are reasons, if they fit nearly as well as the best."""
    if slots.named or Cue.WHY not in slots.reading.cues:
        return matches
    asked = (slots.tokens[place] for place in slots.reading.cues.get(Cue.WHY, ()))
    why = {"@why", *(slots.reading.text[token.start : token.end] for token in asked)}
    if not why.isdisjoint(matches[0].words):
        return matches
    reasons = [match for match in matches if not why.isdisjoint(match.words)]
    return reasons if reasons and reasons[0].weight >= _NEARLY * matches[0].weight else matches


def _that_deny(slots: Slots, matches: list[FactMatch]) -> list[FactMatch]:
    """Where it is asked who did not do something: those facts alone that tell of what was not done."""
    asking = slots.reading.places(Cue.WHO, Cue.WHICH)
    behind = slots.reading.text[slots.tokens[asking[0]].end :] if asking else ""
    if not behind or not slots.reading.has(Cue.CUT, Cue.RAISE, Cue.RIVALRY) or not _DENIALS.stands_in(behind):
        return matches
    told = slots.reading.has(Cue.CUT, Cue.RIVALRY)  # of prices that did not rise nothing tells
    return [match for match in matches if told and _DENIALS.stands_in(match.own)]


def _that_rise(slots: Slots, matches: list[FactMatch]) -> list[FactMatch]:
    """Where prices are spoken of that rose: those facts alone that tell of that, and of no fall."""
    if Cue.RAISE not in slots.reading.cues or Cue.CUT in slots.reading.cues:
        return matches
    return [match for match in matches if _RISES.stands_in(match.own)]


_RISES: Final = WordSet(word for word, cues in cue_words().items() if Cue.RAISE in cues)
_DENIALS: Final = expressions("denied")
_OPEN: Final = (Cue.WHY, Cue.WHO, Cue.WHEN, Cue.SAY)
"""What only facts answer."""


def _names_topic(slots: Slots, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether what the facts explain stands where no other kind of question has a word."""
    reading = slots.reading
    # A day beside a model is rather that of a price.
    telling: tuple[tuple[Cue, ...], ...] = ((),) if any(reading.named[EntityKind.MODEL]) else ((), (Cue.DATE,))
    free = (token for token in reading.tokens if token.cues in telling and token.amount is None)
    unclaimed = [(token.start, token.end) for token in free]
    places = [*unclaimed, *reading.residue]
    return any(from_ < end and start < to for start, end in places for from_, to in spans)


def unpriced_topic(question: Question, slots: Slots) -> tuple[int, int] | None:
    """Where the word stands that a fact was found by, where its price is asked for and the fact has none: Sora多少钱."""
    facts = [slots.market.knowledge.facts[id_] for id_ in question.facts]
    if slots.named or Cue.HOW_MUCH_MONEY not in slots.reading.cues or any(_has_sum(fact) for fact in facts):
        return None
    keywords = frozenset().union(*(group for fact in facts for group in fact.keywords))
    starts = {token.start for token in slots.tokens if not (token.cues or token.amount or token.name)}
    found = (each for each in slots.reading.keywords if each.word in keywords and each.start in starts)
    return next(((each.start, each.end) for each in found), None)


def _has_sum(fact: Fact) -> bool:
    return any(figure.unit.isupper() for figure in fact.figures)


_ALIKE_ON_VENDOR: Final = 0.7
"""The same, where what is named has no price of its own."""
_PLAINLY_ALIKE: Final = 1.2
"""The likeness from which it needs no word that only facts know."""


def _explained(slots: Slots, chosen: list[FactMatch]) -> tuple[tuple[int, int], ...]:
    """The stretches that the keywords cover, or that stand in the facts' own words."""
    reading, text = slots.reading, slots.reading.text
    words = frozenset().union(*(match.words for match in chosen))
    own = "\n".join(match.own for match in chosen)
    spans = [(start, end) for start, end, word in reading.keywords if word in words]
    likely = "\n".join(match.own for match in chosen if match.likeness >= SURELY_ALIKE)
    words_of_it = (token for token in reading.tokens if not (token.name or token.amount))
    spans += [
        (token.start, token.end)
        for token in words_of_it
        if text[token.start : token.end] in (likely if token.cues else own)
    ]
    for start, end in reading.residue:
        if text[start].isascii():
            spans += [(start, end)] if text[start:end] in own else []
        else:
            spans += [(at, at + 2) for at in range(start, end - 1) if text[at : at + 2] in own]
    return tuple(spans)


def is_of(slots: Slots, place: int, fact: Fact) -> bool:
    """Whether an amount of the text is one of the fact's own figures."""
    amount = slots.tokens[place].amount
    known = [figure.value for figure in fact.figures]
    known += [Range.exactly(figure.per) for figure in fact.figures if figure.per is not None]
    return amount is not None and amount.value in known


def answer(question: Question, market: Market) -> Answer:
    working = Working(market, question)
    for id_ in question.facts:
        fact = market.knowledge.facts.get(id_)
        if fact is not None:
            state_fact(working, fact)
    return working.answer()


def state_fact(working: Working, fact: Fact) -> None:
    """Add a fact with its figures as published: the first as the answer, the others beside it."""
    working.cite(fact.source, fact.id)
    for place, figure in enumerate(fact.figures or (Figure(TEXT),)):
        working.state(figure, fact, Role.ANSWER if place == 0 else Role.ALSO)
    if fact.day is not None and all(figure.day is None for figure in fact.figures):
        working.state(Figure(DATE, day=fact.day), fact, Role.ALSO)
    if fact.claim:
        working.note(Remark.VENDOR_CLAIM)
    if fact.weak:
        working.note(Remark.ONE_MENTION)
    if fact.caveat is not None:
        working.note(Remark.CAVEAT, fact.id)


HANDLER: Final = Handler(
    kind=Kind.FACT,
    letter="f",
    words=_WORDS,
    near=_THEME | _NEARBY,
    read=read,
    answer=answer,
    examples=(
        "百舸吞吐提升多少",
        "文心推理成本降到多少",
        "Veo 是谁发布的",
        "为什么能降价",
        "这么低的价格能持续吗",
        "how much does Angel save on training",
    ),
    precedence=110,
    place=8,
    slots=frozenset({"facts"}),
    needs=frozenset({"facts"}),
)
