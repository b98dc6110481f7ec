"""Which amounts of a message are input and which output: each beside its side's word, before or after it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from bot.language.amounts.ranks import limit_in
from bot.language.basics.cues import Cue
from bot.quantities import CHARACTER, TOKEN, WORD, Quantity
from bot.questions.phrases.funds import Sums

_PLAIN: Final = re.compile(
    r"(?:input|output|completion|prompt tokens|context in|输入|输出)(?: tokens)?端?|.*(?:缓存|cache).*"
)
"""Words that mean a side and nothing else; a prompt, an answer or 提问 may be what is counted as well."""
_VERB: Final = re.compile(r" (?:in|as) ")
"""After "output": how the reply is to be written."""
_ENDS: Final = re.compile(r" ?(?:$|[,;+/&.、]|(?:and|plus|out)\b)")
_OF: Final = re.compile(r" of\b")
_MOST: Final = 6
"""Words for sides beyond which a message is no account of amounts."""

Pairs = Sequence[tuple[int, int, str]]
"""Places of an amount and of its side's word, with the side."""


def plain_sides(slots: Sums) -> list[tuple[int, str]]:
    """The words for sides that can mean nothing else, in the order of the text."""
    found: list[tuple[int, str]] = []
    for place, side in sorted(slots.sides):
        token = slots.tokens[place]
        text = slots.reading.text
        word = text[token.start : token.end]
        if not _PLAIN.fullmatch(word) or (not word.endswith("tokens") and _VERB.match(text, token.end)):
            continue
        if found and found[-1][1] == "cached_input" and side == "input" and slots.gap(found[-1][0], place) <= 1:
            continue
        found.append((place, side))
    return found


def plain_side(slots: Sums) -> str | None:
    """The side that is plainly asked for, where it is the only one."""
    sides = {side for _, side in plain_sides(slots)}
    return sides.pop() if len(sides) == 1 else None


def sided_amounts(slots: Sums, *, apart: int | None = None) -> list[tuple[int, int, Quantity, str]]:
    """Amounts with their sides: places of the amount and the word, the amount and the side. None where it is not clear.

    Every side that is named must have its own amount, and every amount of tokens its side; the word ``apart`` does not
    count.
    """
    if not slots.sides:
        return []
    counted = dict(slots.quantities(TOKEN, CHARACTER, WORD))
    limit = limit_in(slots.reading.text) if slots.bare_numbers else None
    amounts = counted | {
        place: Quantity(amount.value, TOKEN)
        for place, amount in slots.bare_numbers
        if not slots.is_fund(place)
        and (limit is None or amount.value.exact != limit)
        and (amount.value.exact is None or amount.value.exact >= 1)
    }
    plain = plain_sides(slots)
    for every in (plain + in_and_out(slots, amounts, plain), sorted(slots.sides)):
        words = [pair for pair in every if pair[0] != apart] if apart is not None else every
        if not words or len(words) > _MOST:
            continue
        pairs = paired(slots, words, sorted(amounts))
        taken = {place for place, _, _ in pairs}
        sure = len(words) > 1 or every == plain or ((words[0][0] - 1) in taken and _is_out(slots, words[0][0]))
        if pairs and sure and len({side for _, _, side in pairs}) == len(pairs) and not counted.keys() - taken:
            return [(place, word, amounts[place], side) for place, word, side in sorted(pairs)]
    return []


def _is_out(slots: Sums, place: int) -> bool:
    token = slots.tokens[place]
    return slots.reading.text[token.start : token.end] == "out" and not _OF.match(slots.reading.text, token.end)


def in_and_out(slots: Sums, amounts: Mapping[int, Quantity], plain: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """ "1M in, 500k out": the two everyday words, where they stand beside amounts."""
    text, tokens = slots.reading.text, slots.tokens
    outs = [
        (place, "output")
        for place in slots.reading.places(Cue.OUTPUT)
        if _is_out(slots, place) and (place - 1 in amounts or place + 1 in amounts)
    ]
    if not outs and not any(side == "output" for _, side in plain):
        return []
    ins = []
    for place, token in enumerate(tokens):
        if text[token.start : token.end] != "in":
            continue
        behind = place - 1 in amounts and (_ENDS.match(text, token.end) is not None or place + 1 in amounts)
        if behind or (place + 1 in amounts and place - 1 not in amounts):
            ins.append((place, "input"))
    return ins + outs


def paired(slots: Sums, words: Sequence[tuple[int, str]], amounts: Sequence[int]) -> Pairs:
    """Each word with the amount next to it, before or after, so that all have one of their own and lie closest.

    Nothing where two ways are as good, or where a word is left over.
    """
    places = sorted([*amounts, *(place for place, _ in words)])
    beside: dict[int, list[int]] = {place: [] for place, _ in words}
    for one, other in pairwise(places):
        for word, amount in ((one, other), (other, one)):
            if word in beside and amount not in beside:
                beside[word].append(amount)
    ways = [list(way) for way in _ways([place for place, _ in words], beside, frozenset())]
    spread = sorted((sum(slots.gap(*pair) for pair in way), way) for way in ways)
    if not spread or (len(spread) > 1 and spread[0][0] == spread[1][0]):
        return []
    sides = dict(words)
    return [(amount, word, sides[word]) for word, amount in spread[0][1]]


def _ways(
    words: Sequence[int], beside: Mapping[int, Sequence[int]], taken: frozenset[int]
) -> Iterator[tuple[tuple[int, int], ...]]:
    """All ways to give each word an amount beside it."""
    if not words:
        yield ()
        return
    for amount in beside[words[0]]:
        if amount not in taken:
            for rest in _ways(words[1:], beside, taken | {amount}):
                yield ((words[0], amount), *rest)
