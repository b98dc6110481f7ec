"""What is asked of something that nobody here knows by its name: no answer of anything else is one to that."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from rapidfuzz.distance import OSA

from bot.language.basics.cues import UNIT_CUES, Cue
from bot.language.basics.entities import EntityKind as NamedKind
from bot.language.tokens.reading import Token
from bot.questions.phrases.asking import asks_whether
from bot.questions.phrases.slots import Slots
from bot.questions.phrases.unknown_names import clause_ends
from bot.questions.working.curated import resold

Span = tuple[int, int]


def named_in_vain(slots: Slots) -> Span | None:
    """Where something is named that no other name beside it answers for: beside a known one, as a part, at a seller."""
    return compared_in_vain(slots) or named_in_part(slots) or sold_in_vain(slots) or _supposed_first(slots)


def _supposed_first(slots: Slots) -> Span | None:
    """Where something is named of which nobody knows whether it is the cheapest, or the dearest: foobar是最便宜的吗."""
    reading = slots.reading
    unknown = () if slots.named else _unknown(slots)
    if len(unknown) != 1 or not reading.has(Cue.CHEAPEST, Cue.DEAREST) or reading.has(*_AMONG):
        return None
    return unknown[0] if asks_whether(reading) else None


_AMONG: Final = (Cue.WHICH, Cue.WHO, Cue.WHAT, Cue.MODELS, Cue.VENDORS, Cue.EXISTS, Cue.LIST, Cue.ALL)
"""Words that ask for the one that comes first, among all."""


def names_another(slots: Slots) -> bool:
    """Whether a message names what nobody here knows, so that it does not ask of what was spoken of before."""
    if slots.unknown_versions or named_in_vain(slots) is not None:
        return True
    return bool(slots.unknown_names) and not slots.subjects


def unknown_name(slots: Slots, *, goes_on: bool = False) -> Span | None:
    """Where the one thing is named that nobody knows and a price is asked of: 讯飞星火价格, price of foobar-7.

    In a message that goes on from another one, nothing need be asked of it: 那百川呢.
    """
    reading = slots.reading
    if slots.named or len(slots.unknown_names) != 1:
        return None
    start, end = slots.unknown_names[0]
    if any(last <= start or first >= end for first, last in reading.residue):
        return None
    priced = bool(reading.amounts) or reading.has(Cue.PRICE, Cue.HOW_MUCH_MONEY)
    if not (goes_on or priced) or reading.has(Cue.EACH, Cue.ALL):
        return None
    others = (token for token in reading.tokens if token.end <= start or token.start >= end)
    return (start, end) if all(_goes_with_name(token) for token in others) else None


def _unknown(slots: Slots) -> tuple[Span, ...]:
    """Where names stand that nobody knows, and known ones with a version that nobody knows."""
    if not slots.unknown_versions:
        return slots.unknown_names
    versions = ((token.start, token.end) for token in slots.tokens if _has_unknown_version(token))
    return tuple(sorted((*slots.unknown_names, *versions)))


def _has_unknown_version(token: Token) -> bool:
    return token.name is not None and token.name.version is not None


def asked_apart(slots: Slots) -> tuple[Span, ...]:
    """Where something is named that nobody knows, in a part of the message that asks of it alone: 豆包多少钱，百川呢."""
    unknown = _unknown(slots) if slots.named else ()
    ends = clause_ends(slots.reading) if unknown else []
    found = []
    for start, end in unknown:
        place = bisect_left(ends, end)
        first, last = ends[place - 1] if place else 0, ends[place]
        beside = [token for token in slots.tokens if first <= token.start < last and not start <= token.start < end]
        asks = any(not _ASKS_OF_IT.isdisjoint(token.cues) and _is_word(slots, token) for token in beside)
        if asks and all(_goes_with_name(token) for token in beside):
            found.append((start, end))
    return tuple(found[:_MOST])


_ASKS_OF_IT: Final = frozenset({Cue.QUESTION, Cue.PRICE, Cue.HOW_MUCH_MONEY, Cue.VERSUS, Cue.WHAT})
_MOST: Final = 3
"""Unknown names that a reply tells of."""


def _is_word(slots: Slots, token: Token) -> bool:
    """Whether a token is more than a mark at the end of a sentence."""
    return slots.reading.text[token.start].isalnum()


def compared_in_vain(slots: Slots) -> Span | None:
    """Where something is named that nobody knows, side by side with what is known: 豆包和foobar, cheaper than foobar."""
    unknown = _unknown(slots) if slots.named else ()
    if not unknown:
        return None
    text, tokens = slots.reading.text, slots.tokens
    names = [tokens[place] for place in slots.name_places if not _has_unknown_version(tokens[place])]
    starts, ends = {name.start for name in names}, {name.end for name in names}
    apart = [span for span in unknown if _next(text, span[1]) not in starts and _last(text, span[0]) not in ends]
    before, after = {span[1]: span for span in apart}, {span[0]: span for span in apart}
    for start, end, than in _joints(slots):
        left, right = _last(text, start), _next(text, end)
        if left in ends and right in after:
            return after[right]
        if right in starts and left in before and not (than and _says_what(text, before[left])):
            return before[left]
    return None


def named_in_part(slots: Slots) -> Span | None:
    """Where a name goes on that is known only in part: claude-instant-1.2, qwen-foo; of a family, claude instant too."""
    if not slots.unknown_names or not slots.named:
        return None
    text, families = slots.reading.text, set(slots.families)
    for place, id_ in slots.named:
        if place < 0:
            continue
        name = slots.tokens[place]
        for start, end in slots.unknown_names:
            behind = text[name.end : start] if text[start].isascii() else ""
            goes_on = behind == " " and (id_ in families or _before_price(slots, start, end))
            if behind in _JOINING_PARTS or goes_on:
                return name.start, end
            if end < name.start and text[end : name.start] in _BEHIND_OWNER:
                return start, name.end
    return None


def _before_price(slots: Slots, start: int, end: int) -> bool:
    """Whether a word in Latin letters stands right before what is asked of a price: gpt-5 hyper多少钱."""
    behind = _next(slots.reading.text, end)
    asked = any(token.start == behind and not _ASKED_OF_NAME.isdisjoint(token.cues) for token in slots.tokens)
    word = slots.reading.text[start:end]
    return asked and word.isalpha() and not slots.hints_at_prices and not _is_typo(word)


def _is_typo(word: str) -> bool:
    """Whether a word is typed in haste for one that may stand there: ernie tinny, glm trubo pric."""
    return any(OSA.distance(word, known, score_cutoff=_SLIPS) <= _SLIPS for known in _MAY_STAND_THERE)


_SLIPS: Final = 2
_MAY_STAND_THERE: Final = (
    "price", "pricing", "cost", "token", "tokens", "turbo", "tiny", "mini", "nano", "flash", "lite", "sonnet", "haiku",
    "opus", "model", "please",
)  # fmt: skip


_ASKED_OF_NAME: Final = frozenset({Cue.PRICE, Cue.HOW_MUCH_MONEY})
_JOINING_PARTS: Final = frozenset("-/._:")
"""What joins the parts of a model's id."""
_BEHIND_OWNER: Final = frozenset("/.")
"""What stands in an id behind the region or owner: eu.anthropic."""


def sold_in_vain(slots: Slots) -> Span | None:
    """Where a model is asked for at a seller whose price of it nobody knows: openrouter deepseek v3.2."""
    unknown = next((sale for sale in slots.sales if sale.id is None), None)
    if unknown is None:
        return None
    places = sorted(slots.name_places)
    return slots.tokens[places[0]].start, slots.tokens[places[-1]].end


def sold_instead(slots: Slots) -> tuple[str, ...]:
    """The model that a seller is asked for in vain, where that is, and what the seller has of the same maker."""
    unknown = next((sale for sale in slots.sales if sale.id is None), None)
    if unknown is None:
        return ()
    owner = unknown.model.partition("/")[0]
    others = (
        id_ for model, sold in resold(slots.market.knowledge).items() if model.startswith(f"{owner}/") for id_ in sold
    )
    return (unknown.model, *(id_ for id_ in others if id_.startswith(f"{unknown.seller}/")))


def _joints(slots: Slots) -> Iterator[tuple[int, int, bool]]:
    """Where words and marks stand that set one thing beside another, and whether it is a word for than."""
    for token in slots.tokens:
        if not _JOINING.isdisjoint(token.cues):
            yield token.start, token.end, Cue.THAN in token.cues
    for at, character in enumerate(slots.reading.text):
        if character in _LISTING:
            yield at, at + 1, False


_JOINING: Final = frozenset({Cue.VERSUS, Cue.THAN})
_LISTING: Final = frozenset("、/&+比和跟与同")


def _next(text: str, end: int) -> int:
    """The place of what comes next."""
    while end < len(text) and text[end] == " ":
        end += 1
    return end


def _last(text: str, start: int) -> int:
    """The end of what comes before."""
    while start > 0 and text[start - 1] == " ":
        start -= 1
    return start


_ASKS_WHETHER: Final = re.compile(r"(?:^|[,.;!?])\s*(?:(?:is|are|was|does|will|would)\s+(?:the\s+)?)?$")


def _says_what(text: str, span: Span) -> bool:
    """Whether an English word before "cheaper than" is none that is compared: anything thats cheaper, way below."""
    return text[span[0]].isascii() and not _ASKS_WHETHER.search(text, max(0, span[0] - _BEFORE), span[0])


_BEFORE: Final = 20
"""Characters before a word that tell whether a question begins there."""


def _goes_with_name(token: Token) -> bool:
    if token.name is not None:
        return token.name.kind is NamedKind.WORK
    return token.amount is not None or not _WITH_NAME.isdisjoint(token.cues)


_WITH_NAME: Final = frozenset({
    Cue.PRICE, Cue.HOW_MUCH_MONEY, Cue.FILLER, Cue.QUESTION, Cue.MODELS, Cue.ASK, Cue.WHAT, Cue.MAYBE, Cue.BUY, Cue.SPEND, Cue.WRITE,
    Cue.COSTS_MONEY, Cue.SWITCH, Cue.HOW_MANY, Cue.MONEY_WORD, Cue.PER, Cue.PER_MILLION, Cue.PER_THOUSAND, *UNIT_CUES,
})  # fmt: skip
"""Words that may stand beside the name of what a price is asked of."""
