"""Sums and comparisons by the price before a cut: GLM降价前1元能买多少."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final, NamedTuple

from bot.answers import Baseline, Kind
from bot.language.basics.cues import Cue
from bot.language.basics.entities import EntityKind
from bot.questions.frames.handler import Candidate
from bot.questions.phrases.slots import Slots

_KINDS: Final = (Kind.BUDGET, Kind.COST, Kind.COMPARE, Kind.PRICE)
_BEFORE_CUT: Final = re.compile(
    r"[降减调打没未跌砍劈削].*前|原价|旧价|老价格|没降价?|未[降减]价|没打折|before (?:the cut|they cut|the reduction)|pre[- ]cut|old price|original price"
)
"""Words that mean nothing else."""
_CUT_BEHIND: Final = re.compile(
    r" (?:(?:the|its|their|that|this|any|last|recent|[a-z0-9'-]+'s)? ?(?:price |big |may )*(?:cuts?|reductions?|drops?|discounts?)\b"
    r"|(?:it|they|he|[a-z0-9 .-]{2,24}?) (?:was |were |got |had been |has been )?(?:cut|reduced|dropped|lowered|slashed)\b)"
)
"""What makes "before" one of a cut."""
_CUT_AHEAD: Final = re.compile(r"(?:降|减|跌|下调|打折|劈)[^,;.?!]{0,8}$")
_FORMERLY: Final = re.compile(
    r"以前|之前|从前|过去|原先|当初|previously|originally|formerly|used to|used to (?:cost|charge)"
)
_OURSELVES: Final = re.compile(r"[我咱]|\b(?:i|we|my|our|us|me)\b")
_AFTER_AS_WELL: Final = re.compile(r"后|之后| and after")
_JOINED: Final = re.compile(r" ?(?:和|跟|与|同|及|、|,|and\b|or\b|vs\b|还是)")
_JOINED_BEFORE: Final = re.compile(r"(?:和|跟|与|同|及|、|还是)[^,;.?!比]{1,24}$")
_BESIDE: Final = re.compile(r" ?(?:的|嘅|在|api|价格|价|'s|price| )*")


class BeforeCut(NamedTuple):
    """Where it is said, and of which model alone (``None``: of all)."""

    start: int
    end: int
    owner: str | None


def by_earlier_price(candidate: Candidate, slots: Slots) -> Candidate:
    """The candidate by the price before a cut, where the message asks for it."""
    question = candidate.question
    if question.kind not in _KINDS or question.factor is not None or not slots.reading.has(Cue.BEFORE):
        return candidate
    if question.as_of is not None or not slots.subjects or (question.kind is Kind.PRICE and len(slots.subjects) < 2):
        return candidate
    found = before_cut(slots)
    if found is None:
        return candidate
    tokens = enumerate(slots.tokens)
    places = {
        place for place, token in tokens if token.start < found.end and found.start < token.end and not token.name
    }
    question = replace(question, baseline=Baseline.BEFORE, supposed_of=found.owner)
    return candidate._replace(question=question, used=candidate.used | places)


def before_cut(slots: Slots) -> BeforeCut | None:
    """The words for "before the cut", where the message has them."""
    text = slots.reading.text
    for place in slots.reading.places(Cue.BEFORE):
        token = slots.tokens[place]
        word, start, end = text[token.start : token.end], token.start, token.end
        if _AFTER_AS_WELL.match(text, end):
            continue
        behind = _CUT_BEHIND.match(text, end) if word in ("before", "prior to") else None
        ahead = _CUT_AHEAD.search(text, max(0, start - 12), start) if word.endswith("前") else None
        if behind is not None:
            end = behind.end()
        elif ahead is not None:
            start = ahead.start()
        elif not _BEFORE_CUT.fullmatch(word):
            if not _FORMERLY.fullmatch(word) or _OURSELVES.search(text):
                continue
            summed = not slots.industry and _is_followed_by_sum(slots, place)
            if not word.isascii() and not (summed or _names_beside(slots, start, end)):
                continue
        return BeforeCut(start, end, _owner(slots, start, end))
    return None


def _is_followed_by_sum(slots: Slots, place: int) -> bool:
    """Whether an amount stands right behind: 以前1块钱."""
    return (
        place + 1 < len(slots.tokens)
        and slots.tokens[place + 1].amount is not None
        and slots.gap(place, place + 1) == 0
    )


def _names_beside(slots: Slots, start: int, end: int) -> list[tuple[int, str]]:
    """The ends and ids of the names right before or right after a stretch of the text."""
    text = slots.reading.text
    found = []
    for place, name in slots.reading.names(EntityKind.MODEL, EntityKind.VENDOR, EntityKind.SUBJECT):
        token = slots.tokens[place]
        before = token.end <= start and _BESIDE.fullmatch(text, token.end, start)
        after = token.start >= end and _BESIDE.fullmatch(text, end, token.start)
        if before or after:
            found.append((token.end, name.id))
    return found


def _owner(slots: Slots, start: int, end: int) -> str | None:
    """The one model of several that is spoken of; ``None`` for all of them, as always in English."""
    text = slots.reading.text
    if (len(slots.subjects) < 2 and not slots.industry) or text[start:end].isascii():
        return None
    beside = _names_beside(slots, start, end)
    if len(beside) != 1 or (beside[0][0] > end and _JOINED.match(text, beside[0][0])):
        return None
    if beside[0][0] <= start and _JOINED_BEFORE.search(text, 0, beside[0][0]):
        return None
    models = slots.market.models_of(beside[0][1])
    model = models[0] if len(models) == 1 else beside[0][1]
    return model if model in slots.subjects else None
