"""What a message names that nobody here knows: words that no reading owns, where a name may stand.

Who names something asks about that, and not about what was spoken of before: hunyuan turbo多少钱, how much is foobar.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from typing import Final

from bot.language.basics.cues import UNIT_CUES, Cue
from bot.language.basics.entities import EntityKind
from bot.language.numbers.chinese_sections import ONES, TENS
from bot.language.tokens.reading import Reading, Token

Span = tuple[int, int]

_BREAK: Final = re.compile(r"[,;:?!\n。]|\.(?=\s|$)")
"""What parts a message: beyond it something may be said aside."""
_PARTICLES: Final = frozenset("呢吗么嘛吧啊呀㗎咩")
"""Words that end a question in Chinese: what follows is said to somebody, or aside."""
_NAMES: Final = re.compile(r"[\u3400-\u9fff]{2}|[^\W\d_]{2}")
"""What a stretch must hold to be a name: two letters, or two characters of Chinese, side by side."""
_JOINT: Final = ("", *" ./_-")
"""What may stand between the parts of one name."""
_JOINTS: Final = frozenset("比和跟与同")
_DOES: Final = re.compile(
    rf"第[{ONES}{TENS}]|加上|加入|加埋|外加|连同|仲有|繁体|正体|简体"
    r"|add|adding|include|including|plus|back|too|first|second|third|english|chinese|traditional|simplified"
)
"""Unknown words that say what to do with a name, or with the last answer."""
_VERBS: Final = frozenset({Cue.ASK, Cue.KNOW, Cue.SAY})
"""What such words belong to that tell how something is done: 随便问问."""


_ARTICLES: Final = frozenset({"a", "an", "per", "each", "every"})
_SHORT: Final = 2
"""Characters of a Chinese word that may happen to stand in a name."""
_WORKING: Final = frozenset({
    Cue.VERSUS, Cue.THAN, Cue.BUY, Cue.SWITCH, Cue.CONVERT, Cue.QUESTION, Cue.PRICE, Cue.HOW_MUCH_MONEY, Cue.HOW_MANY, Cue.WHICH,
    Cue.EXCEPT, Cue.NOT,
})  # fmt: skip
"""What words say that work on the names around them, and are no part of one."""


_MEASURES: Final = frozenset({*UNIT_CUES, Cue.HOURLY, Cue.DAILY, Cue.WEEKLY, Cue.MONTHLY})
"""What words say that measure or repeat: without a number, one may as well open a name (天工, 日日新)."""


def unknown_names(reading: Reading) -> tuple[Span, ...]:
    """The stretches of a message that may name something and that nothing explains; none of what is said aside."""
    if not reading.residue:
        return ()
    ends = clause_ends(reading)
    asking = {bisect_left(ends, token.end) for token in reading.tokens if _asks(token)}
    starting = {token.start: token for token in reading.tokens}
    ending = {token.end: token for token in reading.tokens}
    return tuple(
        span
        for span in (_without_joint(reading.text, span, starting) for span in _stretches(reading))
        if _may_name(reading, span, ending.get(span[0]), starting.get(span[1]))
        and (not asking or bisect_left(ends, span[1]) in asking)
    )


def clause_ends(reading: Reading) -> list[int]:
    """Where the clauses of a message end, in order."""
    marks = (match.end() for match in _BREAK.finditer(reading.text))
    particles = (token.end for token in reading.tokens if reading.text[token.start : token.end] in _PARTICLES)
    return sorted({*marks, *particles, len(reading.text)})


def _asks(token: Token) -> bool:
    """Whether a word is more than one that only fills, or may end a question."""
    return token.name is not None or token.amount is not None or not {Cue.FILLER, Cue.MAYBE}.issuperset(token.cues)


def _stretches(reading: Reading) -> list[Span]:
    """Unknown words, each with all that stands beside it as a part of one name, in order."""
    ends = {end for _, end in reading.residue}
    starts = {start for start, _ in reading.residue}
    known = [
        (token.start, token.end)
        for token, before in zip(reading.tokens, (None, *reading.tokens), strict=False)
        if _joins(reading.text, token, before, starts, ends)
    ]
    found: list[Span] = []
    for start, end in sorted((*reading.residue, *known)):
        if found and reading.text[found[-1][1] : start] in _JOINT:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _joins(text: str, token: Token, before: Token | None, starts: set[int], ends: set[int]) -> bool:
    """Whether a known word may be a part of the name that an unknown one beside it belongs to: the 天 of 天工.

    ``starts`` and ``ends`` are those of unknown words.
    """
    if token.name is not None or (token.amount is not None and token.amount.kind is not EntityKind.NUMBER):
        return False
    follows = token.start in ends or (token.start - 1 in ends and text[token.start - 1] in _JOINT)
    leads = token.end in starts
    if text[token.start].isdigit():
        return follows
    if not token.cues:
        return (follows or leads) and token.amount is None
    if token.end - token.start > _SHORT or text[token.start].isascii():
        return False
    measures = not _MEASURES.isdisjoint(token.cues) and (before is None or before.amount is None)
    return leads and ((token.start in ends and _WORKING.isdisjoint(token.cues)) or measures)


def _without_joint(text: str, span: Span, starting: Mapping[int, Token]) -> Span:
    """A stretch without the word at its end that sets it beside the name behind it: 百川比豆包."""
    start, end = span
    behind = starting.get(end)
    joined = behind is not None and behind.name is not None and text[end - 1] in _JOINTS
    return (start, end - 1) if joined else span


def _may_name(reading: Reading, span: Span, before: Token | None, after: Token | None) -> bool:
    """Whether a stretch may be a name, by itself and by the words right before and after it."""
    text = reading.text[slice(*span)]
    if not _NAMES.search(text) or _DOES.fullmatch(text):
        return False
    if (before is not None and _counts(before) and Cue.BUY not in reading.cues) or _is_one_of(reading, span[0]):
        return False
    if after is None:
        return True
    return _VERBS.isdisjoint(after.cues) and not (_counts(after) and not reading.has(*UNIT_CUES))


def _is_one_of(reading: Reading, start: int) -> bool:
    """Whether an amount is told for each of what is named from ``start``: 400 tokens a page."""
    amount, _, article = reading.text[:start].rstrip().rpartition(" ")
    return article in _ARTICLES and any(token.end == len(amount) for token in reading.tokens if token.amount)


def _counts(token: Token) -> bool:
    """Whether a word asks how many, or how many times.

    What stands beside it is counted, or done, rather than named: 几多毫子, 提效几倍.
    """
    return Cue.DIFFERENCE in token.cues or (Cue.HOW_MANY in token.cues and Cue.HOW_MUCH_MONEY not in token.cues)
