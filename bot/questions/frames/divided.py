"""One sum of money, or one amount of work, that is divided among models: 一半买GLM一半买豆包, 70% on one and the rest on the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Final, NamedTuple

from bot.language.basics.cues import Cue
from bot.language.basics.entities import EntityKind
from bot.language.basics.vocabulary import words_under
from bot.language.numbers.chinese_sections import ONES
from bot.quantities import ARITHMETIC, ONE, ZERO, Money, Range
from bot.questions.frames.handler import Candidate
from bot.questions.phrases.shares import EVENLY, RATIO, figure_of
from bot.questions.phrases.slots import Slots
from bot.questions.phrases.work_per_model import named_models, own_sums

_REST: Final = re.compile(
    r"(?:剩下|剩低|剩余|其余|余下|余低|剩)(?:的|嘅)?(?:钱|部分)?(?:都|全|全部)?|\b(?:the )?(?:rest|remainder|remaining|others?)\b|\bwhat's left\b"
)
_DIVIDING: Final = words_under("questions", "divided, dividing")
_BETWEEN: Final = ("between", "among", "across")
_WHOLES: Final = (10, 100)
_OPEN_RATIO: Final = re.compile(rf"([{ONES}])([{ONES}])(?:开|分)")
_OF_EACH: Final = words_under("questions", "divided, of each")
_HUNDRED: Final = Decimal(100)
_TEN: Final = 10
_FEW: Final = 6
"""Names beyond which a sum is hardly divided among them."""


def each_with_its_sum(candidate: Candidate, slots: Slots) -> Candidate:
    """The question for a budget with each model's own sum of money, or share of the one sum, where it has one."""
    own = own_sums(slots)
    shares = divided(slots) if own is None else None
    if own is not None:
        pairs, places = own
    elif shares is not None:
        pairs, places = shares.sums, shares.places
    else:
        return candidate
    models, sums = zip(*pairs, strict=True)
    return candidate._replace(
        question=replace(candidate.question, subjects=models, money=sums, apart=True),
        used=candidate.used | places,
        implied=candidate.implied and shares is None,
        spans=candidate.spans + (shares.spans if shares is not None else ()),
    )


def each_with_its_work(candidate: Candidate, slots: Slots) -> Candidate:
    """The question for a cost with each model's share of the work, where it is divided among them."""
    loads = candidate.question.loads
    owners = _owners(slots)
    if (
        owners is None
        or not loads
        or any(load.subject for load in loads)
        or len({load.side for load in loads}) < len(loads)
    ):
        return candidate
    evenly = [match.span() for match in EVENLY.finditer(slots.reading.text)]
    if any(not _covered(slots, place, evenly) for place, _ in slots.money):
        return candidate
    parts = _parts(slots, owners, evenly)
    if parts is None:
        return candidate
    own = tuple(
        load._replace(amount=load.amount._replace(value=_share_of(load.amount.value, share, parts.of)), subject=model)
        for (_, model), share in zip(owners, parts.shares, strict=True)
        for load in loads
    )
    return candidate._replace(
        question=replace(candidate.question, subjects=tuple(model for _, model in owners), money=(), loads=own),
        spans=candidate.spans + tuple(parts.spans),
    )


def _share_of(whole: Range, share: Decimal, of: Decimal) -> Range:
    return whole.scaled(share).over(Range.exactly(of))


class Divided(NamedTuple):
    """Each model with its own sum, and the places and stretches that they were read from."""

    sums: list[tuple[str, Money]]
    places: frozenset[int]
    spans: tuple[tuple[int, int], ...]


class _Parts(NamedTuple):
    """How many of the parts ``of`` the whole each model gets, and where in the text they are spoken of."""

    shares: list[Decimal]
    spans: list[tuple[int, int]]
    of: Decimal = ONE


def divided(slots: Slots) -> Divided | None:
    """The one sum of a message as each model's share of it; ``None`` where it is not clearly divided."""
    owners = _owners(slots)
    if owners is None:
        return None
    evenly = [match.span() for match in EVENLY.finditer(slots.reading.text)]
    sums = [
        pair
        for pair in slots.reading.counted[EntityKind.MONEY]
        if pair[0] not in slots.priced_places and not _covered(slots, pair[0], evenly)
    ]
    if not 1 <= len(sums) <= 2:
        return None
    whole = Money(sums[0][1].value, sums[0][1].unit or slots.currency)
    if len(sums) == 1:
        parts = _parts(slots, owners, evenly)
    else:
        place, part = sums[1]
        parts = _part_and_rest(slots, owners, whole, Money(part.value, part.unit or slots.currency), place)
    if parts is None:
        return None
    own = [
        (model, Money(_share_of(whole.value, share, parts.of), whole.currency))
        for (_, model), share in zip(owners, parts.shares, strict=True)
    ]
    return Divided(own, frozenset(place for place, _ in sums), tuple(parts.spans))


def _owners(slots: Slots) -> Sequence[tuple[int, str]] | None:
    """The models that a whole may be divided among, with where they are named; ``None`` where it hardly is."""
    if not 2 <= len(slots.named) <= _FEW or slots.reading.has(Cue.CUT, Cue.RAISE):
        return None
    owners = [(place, models[0]) for place, models in named_models(slots) if len(models) == 1]
    return owners if len(owners) == len(slots.named) else None


def _parts(slots: Slots, owners: Sequence[tuple[int, str]], evenly: Sequence[tuple[int, int]]) -> _Parts | None:
    text = slots.reading.text
    fractions = _fractions(slots)
    if fractions is None:
        return None
    rest = _REST.search(text)
    spoken = [(start, end, share) for start, end, share in fractions]
    total = sum((share for *_, share in fractions), ZERO)
    if rest is not None and len(fractions) == len(owners) - 1 and total < ONE:
        spoken.append((*rest.span(), ARITHMETIC.subtract(ONE, total)))
        total = ONE
    spoken.sort()
    if len(spoken) == len(owners) and total <= ONE and _in_turns(slots, owners, [start for start, _, _ in spoken]):
        return _Parts([share for *_, share in spoken], [(start, end) for start, end, _ in spoken])
    ratio = _ratio(slots) if len(owners) == 2 else None
    if ratio is not None:
        return ratio
    return _evenly(slots, len(owners), fractions, evenly)


def _evenly(
    slots: Slots, owners: int, fractions: list[tuple[int, int, Decimal]], evenly: Sequence[tuple[int, int]]
) -> _Parts | None:
    """As much for each: 平分, 各占50%, split between; nothing where other numbers are named."""
    text = slots.reading.text
    share = ARITHMETIC.divide(ONE, Decimal(owners))
    spans = [*evenly, *((start, end) for start, end, _ in fractions)]
    each = len(fractions) == 1 and any(word in text for word in _OF_EACH)
    if not spans or any(part != share for *_, part in fractions) or (len(spans) == len(fractions) and not each):
        return None
    if any(not _covered(slots, place, spans) for place, _ in slots.numbers):
        return None
    return _Parts([ONE] * owners, spans, Decimal(owners))


def _ratio(slots: Slots) -> _Parts | None:
    """Shares as a ratio of two: 按3:7分, 七三开."""
    text = slots.reading.text
    match = _OPEN_RATIO.search(text) or RATIO.search(text)
    if match is None:
        return None
    if any(token.name and token.start < match.end() and match.start() < token.end for token in slots.tokens):
        return None
    one, other = (figure_of(figure) for figure in match.groups())
    if not one or not other or (match.re is _OPEN_RATIO and one + other != _TEN):
        return None
    total = ARITHMETIC.add(one, other)
    whole = total in _WHOLES and any(word in text for word in _BETWEEN)
    if not whole and not any(word in text for word in _DIVIDING):
        return None
    return _Parts([one, other], [match.span()], total)


def _part_and_rest(
    slots: Slots, owners: Sequence[tuple[int, str]], whole: Money, part: Money, place: int
) -> _Parts | None:
    """A sum for one model out of the whole, and what is left of it for the other: 100块，30块买豆包剩下的买GLM."""
    rest = _REST.search(slots.reading.text)
    all_, one = whole.value.exact, part.value.exact
    if rest is None or len(owners) != 2 or part.currency != whole.currency or not all_ or one is None:
        return None
    token = slots.tokens[place]
    if one >= all_ or not _in_turns(slots, owners, sorted((token.start, rest.start()))):
        return None
    shares = [one, ARITHMETIC.subtract(all_, one)]
    if rest.start() < token.start:
        shares.reverse()
    return _Parts(shares, [rest.span(), (token.start, token.end)], all_)


def _in_turns(slots: Slots, owners: Sequence[tuple[int, str]], starts: Sequence[int]) -> bool:
    """Whether the names, where they are first or last mentioned, and the shares take turns, in the same order."""
    ids = [id_ for _, id_ in slots.named]
    last = {name.id: place for place, name in slots.reading.names if name.id in ids}
    for places in ([place for place, _ in owners], [last[id_] for id_ in ids]):
        turns = sorted([(slots.tokens[place].start, True) for place in places] + [(start, False) for start in starts])
        if places == sorted(places) and all(one != other for (_, one), (_, other) in pairwise(turns)):
            return True
    return False


def _fractions(slots: Slots) -> list[tuple[int, int, Decimal]] | None:
    """Percentages and halves, with where they stand; ``None`` where one is a change of a price."""
    found = []
    changes = slots.changes if slots.hints_at_prices else ()
    for place, amount in slots.reading.amounts_of(EntityKind.PERCENT, EntityKind.NUMBER):
        token, value = slots.tokens[place], amount.value.exact
        if value is None or (amount.kind is EntityKind.NUMBER and not ZERO < value < ONE):
            continue
        if any(change.start < token.end and token.start < change.end for change in changes):
            return None
        share = ARITHMETIC.divide(value, _HUNDRED) if amount.kind is EntityKind.PERCENT else value
        if not ZERO < share < ONE:
            return None
        found.append((token.start, token.end, share))
    return sorted(found)


def _covered(slots: Slots, place: int, spans: Sequence[tuple[int, int]]) -> bool:
    token = slots.tokens[place]
    return any(start <= token.start and token.end <= end for start, end in spans)
