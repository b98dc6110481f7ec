"""Amounts of work of which each is for a model of its own: 豆包100万加GLM200万."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from bot.answers import Load
from bot.language.basics.cues import Cue
from bot.language.basics.entities import EntityKind
from bot.quantities import CALL, CHARACTER, TOKEN, WORD, Money, Quantity
from bot.questions.phrases.funds import Sums
from bot.questions.phrases.side_amounts import in_and_out, paired, plain_sides
from bot.questions.phrases.subjects import NOWHERE

_FEWEST_TOKENS: Final = 1_000
"""A number without a unit that is smaller is hardly one of tokens."""
_TWO: Final = 2
_ASKED: Final = (Cue.HOW_MUCH_MONEY, Cue.SPEND, Cue.PRICE, Cue.HOW_MANY, Cue.TOKEN)
_OF_EACH: Final = ("各", "each", "both")
_IN_ALL: Final = (
    "一共", "总共", "合计", "共计", "加起来", "加埋", "埋单", "总和", "total", "altogether", "in all", "together", "combined",
)  # fmt: skip


def shares(slots: Sums) -> tuple[list[Load], set[int]]:
    """Each model's own load, and the places of the amounts; nothing unless every model clearly has one of its own.

    Models and amounts must take turns, as in "1M of Doubao and 2M of GLM"; calls are counted for each, or for all.
    """
    if len(slots.named) < _TWO:
        return [], set()
    owners = [(place, models[0]) for place, models in named_models(slots) if len(models) == 1]
    if len(owners) != len(slots.named) or slots.money:
        return [], set()
    if slots.sides:
        return _by_sides(slots, owners)
    amounts = _amounts(slots)
    if len(amounts) == 1 and _says(slots, _OF_EACH) and _says(slots, _IN_ALL):
        place, quantity = amounts[0]
        return [Load(quantity, subject=model) for _, model in owners], {place}
    if not take_turns(owners, amounts):
        return [], set()
    calls = slots.quantities(CALL)
    times: list[tuple[Decimal, ...]] = [()] * len(owners)
    if take_turns(owners, calls) and all(call.value.exact is not None for _, call in calls):
        times = [(call.value.exact,) for _, call in calls if call.value.exact is not None]
    elif len(calls) > 1:
        return [], set()
    loads = [
        Load(quantity, often, subject=model)
        for (_, model), (_, quantity), often in zip(owners, amounts, times, strict=True)
    ]
    counted = [place for place, _ in calls] if any(times) else []
    return loads, {place for place, _ in amounts}.union(counted)


def _by_sides(slots: Sums, owners: Sequence[tuple[int, str]]) -> tuple[list[Load], set[int]]:
    """Amounts on sides of each model's own: all behind its name, or all before it."""
    amounts = dict(slots.quantities(TOKEN, CHARACTER, WORD)) | {
        place: Quantity(amount.value, TOKEN)
        for place, amount in slots.bare_numbers
        if amount.value.exact is not None and amount.value.exact >= 1
    }
    plain = plain_sides(slots)
    words = plain + in_and_out(slots, amounts, plain)
    if not words or len(amounts) != len(words):
        return [], set()
    names = [place for place, _ in owners]
    behind = min(*amounts, *(place for place, _ in words)) > names[0]
    starts = names if behind else [NOWHERE, *names[:-1]]
    ends = [*names[1:], len(slots.tokens)] if behind else names
    loads: list[Load] = []
    used: set[int] = set()
    for (_, model), start, end in zip(owners, starts, ends, strict=True):
        own = [pair for pair in words if start < pair[0] < end]
        pairs = paired(slots, own, sorted(place for place in amounts if start < place < end)) if own else []
        if not pairs or len({side for _, _, side in pairs}) < len(pairs):
            return [], set()
        loads += [Load(amounts[place], (), None, side, model) for place, _, side in sorted(pairs)]
        used |= {at for place, word, _ in pairs for at in (place, word)}
    return (loads, used) if amounts.keys() <= used else ([], set())


def own_sums(slots: Sums) -> tuple[list[tuple[str, Money]], frozenset[int]] | None:
    """Each model's own sum of money, and the places of the sums; ``None`` unless every model clearly has one."""
    if len(slots.named) < _TWO or not slots.money:
        return None
    owners = [(place, models[0]) for place, models in named_models(slots) if len(models) == 1]
    sums = [
        (place, Money(amount.value, amount.unit or slots.currency))
        for place, amount in slots.reading.amounts(EntityKind.MONEY)
        if place not in slots.priced_places
    ]
    if len(owners) != len(slots.named) or not take_turns(owners, sums):
        return None
    pairs = [(model, money) for (_, model), (_, money) in zip(owners, sums, strict=True)]
    return pairs, frozenset(place for place, _ in sums)


def alike(loads: Sequence[Load]) -> list[Load] | None:
    """The loads as the same for every model; ``None`` where models have different ones of their own."""
    plain = list(dict.fromkeys(load._replace(subject=None) for load in loads))
    return None if len(plain) > 1 and any(load.subject for load in loads) else plain


def named_models(slots: Sums) -> list[tuple[int, tuple[str, ...]]]:
    return [(place, slots.market.models_of(id_)) for place, id_ in slots.named if place != NOWHERE]


def _amounts(slots: Sums) -> list[tuple[int, Quantity]]:
    """Amounts of text, and large numbers beside them that share their unit: 1M tokens of one and 500k of the other."""
    counted = slots.quantities(TOKEN, CHARACTER, WORD)
    units = {quantity.unit for _, quantity in counted} or {TOKEN}
    if len(units) > 1 or not (counted or slots.reading.has(*_ASKED)):
        return sorted(counted, key=lambda pair: pair[0])
    unit, least = units.pop(), 1 if counted else _FEWEST_TOKENS
    bare = [
        (place, Quantity(amount.value, unit))
        for place, amount in slots.bare_numbers
        if amount.value.exact is not None and amount.value.exact >= least
        if not (slots.is_fund(place) or _counts_owners(slots, place))
    ]
    return sorted([*counted, *bare], key=lambda pair: pair[0])


_COUNTED: Final = frozenset({Cue.SPEND, Cue.PRICE, Cue.MODELS, Cue.VENDORS})
_POINTING: Final = ("the ", "these ", "those ", "all ", "这", "那")


def _counts_owners(slots: Sums, place: int) -> bool:
    """Whether a number says how many models, or costs, there are: what are the two costs."""
    token, amount = slots.tokens[place], slots.reading.amount_at(place)
    if amount is None or amount.value.exact != len(slots.named):
        return False
    following = slots.tokens[place + 1].cues if place + 1 < len(slots.tokens) else ()
    return slots.reading.text[: token.start].endswith(_POINTING) or not _COUNTED.isdisjoint(following)


def take_turns(owners: Sequence[tuple[int, str]], amounts: Sequence[tuple[int, Quantity | Money]]) -> bool:
    if len(owners) != len(amounts):
        return False
    turns = sorted([(place, True) for place, _ in owners] + [(place, False) for place, _ in amounts])
    return all(one != other for (_, one), (_, other) in pairwise(turns))


def _says(slots: Sums, words: tuple[str, ...]) -> bool:
    return any(word in slots.reading.text for word in words)
