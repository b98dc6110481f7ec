"""A message that changes one slot or more of an earlier question: 那豆包呢, 换成10块, 一年呢, how about ERNIE."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from bot.language.basics.cues import Cue
from bot.language.basics.vocabulary import words_under
from bot.language.basics.wordset import WordSet
from bot.quantities import PERCENT
from bot.question import Baseline, Kind, Question
from bot.questions.frames.then_and_now import with_other_time
from bot.questions.frames.unknown_subjects import names_another
from bot.questions.kinds.count import of_today
from bot.questions.kinds.handlers import handlers
from bot.questions.kinds.plan import tier_named
from bot.questions.messages.changed_models import asks_in_all, place_picked, with_models, with_order, with_pick
from bot.questions.messages.changed_terms import (
    as_of_now,
    bounds_requests,
    is_bare,
    is_dated,
    says_now,
    says_ordinary,
    with_currency,
    with_day,
    with_hours,
    with_side,
    with_supposed,
    with_terms,
    with_units,
)
from bot.questions.messages.changed_work import heads_in, with_amounts
from bot.questions.phrases.slots import Slots
from bot.text import Language

MAX_LENGTH: Final = 40
"""Characters of a message that is still taken as a fragment."""

_LANGUAGES: Final = {
    Language.EN: ("english", "英文", "英语"),
    Language.ZH_HANT: ("繁体", "正体", "traditional chinese"),
    Language.ZH_HANS: ("简体", "中文", "汉语", "普通话", "in chinese", "simplified chinese"),
}
_LANGUAGE_WORDS: Final = frozenset().union(*_LANGUAGES.values())
_COUNTED: Final = (Cue.WORD, Cue.CHARACTER)


def language_wish(slots: Slots) -> Language | None:
    """The language that a fragment asks for, as in "in English please"; ``None`` where it counts words or characters."""
    reading, text = slots.reading, slots.reading.text
    if len(text) > MAX_LENGTH or Cue.HOW_MANY in reading.cues or reading.amounts:
        return None
    spans = [(slots.tokens[place].start, slots.tokens[place].end) for place in reading.places(*_COUNTED)]
    said = {text[start:end] for start, end in (*spans, *reading.residue)}
    found = next((language for language, words in _LANGUAGES.items() if any(word in text for word in words)), None)
    return found if all(any(word in known for known in _LANGUAGE_WORDS) for word in said) else None


_NOT: Final = words_under("questions", "followup, not so")
_SLIPS: Final = words_under("questions", "followup, slips")
_RATHER: Final = WordSet(words_under("questions", "followup, rather"))


def correction(text: str) -> int | None:
    """Where what is right begins in a message that takes something back: 不是一个月，是一年, 打错了 500块, not input but output."""
    slip = max((len(word) for word in _SLIPS if text.startswith(word)), default=0)
    if slip:
        return slip if text[slip:].strip(" ,.;:!") else None
    denied = max((len(word) for word in _NOT if text.startswith(word)), default=0)
    if not denied:
        return None
    comma, rather = text.find(","), _RATHER.first(text[denied:])
    if comma > 0:
        return comma + 1
    return denied + rather[1] if rather is not None and rather[0] > 0 else None


def reaction(slots: Slots) -> int | None:
    """Where what is asked begins in a message that opens with what its writer thinks of a price: 咁貴?luna呢."""
    text = slots.reading.text
    end = next((at for at, mark in enumerate(text) if mark in _ENDS), len(text))
    told = [token for token in slots.tokens if token.start < end]
    only = all(token.amount is None and not _REACTS.isdisjoint(token.cues) for token in told)
    known = all(start > end for start, _ in slots.reading.residue)
    weighs = any(not _WEIGHS.isdisjoint(token.cues) for token in told)
    reacts = weighs and only and known and place_picked(text[:end]) is None
    return end + 1 if reacts and text[end:].strip(_ENDS) else None


_ENDS: Final = "?!,~"
_WEIGHS: Final = frozenset({Cue.CHEAP, Cue.DEAR})
_REACTS: Final = frozenset({Cue.FILLER, *_WEIGHS})


def leans_back(slots: Slots) -> bool:
    """Whether a message says no more than what to compare with, or how much of it: 比行业便宜多少, half a billion?"""
    reading = slots.reading
    than = reading.places(Cue.THAN)
    compared = bool(than) and all(place > than[0] for place in slots.name_places)
    bare = all(token.amount or not _PASSED.isdisjoint(token.cues) for token in slots.tokens) and not reading.residue
    return compared or bare


_PASSED: Final = frozenset({Cue.FILLER, Cue.QUESTION})
_MARKS: Final = ("那", "咁", "噉", "换", "改", "如果", "要是", "how about", "what about", "and ", "make it", "what if")


def opener(text: str) -> int:
    """How long the word is by which a message says that it goes on, where it may hide what stands behind: 那一个月呢."""
    return 1 if text.startswith(_OPENERS) and len(text) > 1 else 0


_OPENERS: Final = ("那", "咁", "噉")


def is_marked(text: str) -> bool:
    """Whether a message in normal form says that it goes on from an earlier one: 那…呢, how about …."""
    return "呢" in text or text.startswith(_MARKS)


_CHANGES: Final[tuple[Callable[[Question, Slots], Question], ...]] = (
    with_pick,
    with_models,
    with_terms,
    with_hours,
    with_amounts,
    with_units,
    with_side,
    with_currency,
    with_day,
)
"""What a fragment may put in the place of what was asked before, slot by slot."""


def follow_up(previous: Question, slots: Slots) -> Question | None:
    """The earlier question with what the fragment names put in; ``None`` where it names nothing that fits."""
    if len(slots.reading.text) > MAX_LENGTH:
        return None
    if with_order(previous, slots) != previous:
        return with_order(previous, slots)
    supposed = with_supposed(previous, slots)
    if supposed != previous:
        return supposed
    heads = heads_in(slots)
    known = (heads is not None and heads[2]) or says_ordinary(slots) or tier_named(slots, previous.subjects)[0]
    if names_another(slots) and not known:
        return None
    if says_now(slots):
        return as_of_now(previous)
    earlier = _before_the_cut(previous, slots)
    if earlier is not None:
        return earlier
    changed = previous
    for change in _CHANGES:
        if change is not with_amounts or not bounds_requests(previous, slots):
            changed = change(changed, slots)
    if changed.subjects != previous.subjects and "alongside" in handlers()[changed.kind].slots:
        changed = with_other_time(changed, slots)
    elif changed.kind is Kind.HISTORY and changed.subjects != previous.subjects:
        changed = replace(changed, subjects=of_today(slots))
    if changed.kind is Kind.COUNT and changed.subjects != previous.subjects:
        changed = replace(changed, subjects=of_today(slots))
    again = is_dated(previous) and (asks_for_age(slots) or says_ordinary(slots) or slots.hour is not None)
    again = again or (previous.kind is Kind.COST and bool(previous.subjects) and asks_in_all(slots))
    again = again or (slots.asked_currency is not None and slots.asked_currency == changed.target)
    return changed if changed != previous or again else None


_TAKEN_OVER: Final = ("side", "per", "loads", "terms", "as_of", "money", "size")


def taken_over(previous: Question, question: Question) -> Question:
    """A question of the same kind and models as the one before with all that it leaves open as it was there."""
    if question.subjects != previous.subjects:
        return question
    if (previous.kind, question.kind) == (Kind.PRICE, Kind.COST) and question.terms is None and question.as_of is None:
        return replace(question, terms=previous.terms, as_of=previous.as_of)
    if question.kind is not previous.kind:
        return question
    left_open = {slot: getattr(previous, slot) for slot in _TAKEN_OVER if not getattr(question, slot)}
    return replace(question, **left_open)


def _before_the_cut(previous: Question, slots: Slots) -> Question | None:
    """The price before the cut, or by how much it fell; sums by the earlier price."""
    if not slots.reading.has(Cue.BEFORE, Cue.CUT):
        return None
    if previous.kind is Kind.PRICE and not slots.subjects:
        target = "price" if Cue.BEFORE in slots.reading.cues else PERCENT
        return Question(Kind.DISCOUNT, previous.subjects, target=target, baseline=Baseline.BEFORE)
    summed = previous.kind in (Kind.BUDGET, Kind.COST) and bool(previous.subjects)
    if summed and Cue.BEFORE in slots.reading.cues and is_bare(slots, Cue.BEFORE, Cue.CUT):
        return replace(previous, baseline=Baseline.BEFORE)
    return None


def asks_for_age(slots: Slots) -> bool:
    """Whether a message that names nothing asks of when a price is, which every answer says: 它是什么时候的价格."""
    reading = slots.reading
    asked = Cue.WHEN in reading.cues and Cue.PRICE in reading.cues
    return asked and not slots.named and not reading.has(Cue.CUT, Cue.RAISE)
