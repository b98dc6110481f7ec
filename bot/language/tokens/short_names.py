"""Names that leave out what a name before them says: claude sonnet 4 vs 4.5 vs 5, GPT-5.4 mini 和 nano.

A name is made again of the beginning of the one before and of what is written, where that is a name. One that begins a
message is made where there is a single model with such an end: 4.1 nano.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Final

from bot.language.basics.cues import Cue
from bot.language.basics.entities import EntityKind, Named
from bot.language.basics.lexicon import is_han
from bot.language.basics.vocabulary import either, words_under
from bot.language.tokens.reading import Reading, Token

Find = Callable[[str], tuple[EntityKind, str] | None]

_PIECE: Final = r"[a-z]{0,2}[0-9]{1,3}(?:\.[0-9]{1,3})*[a-z]?"
_WORD: Final = either(words_under("variants", "short"))
_REST: Final = re.compile(
    rf"(?<![a-z0-9._-])(?!(?:versus|and|than|against)\b)(?:{_PIECE}|{_WORD}|[a-z]{{3,16}})(?:[-_ ]?(?:{_PIECE}|{_WORD})(?![a-z0-9.]))*(?![a-z0-9])"
)
PARTS: Final = re.compile(r"[a-z]+|[0-9]+(?:\.[0-9]+)*|[\u3400-\u9fff]+")
_JOINTS: Final = words_under("variants", "joints")
_JOINT: Final = re.compile(
    rf"[、,/&+]|{either(word for word in _JOINTS if not word.isascii())}"
    rf"|(?<![a-z])(?:{either(filter(str.isascii, _JOINTS))})(?![a-z])"
)
_IS: Final = "是"
"""It sets a name beside another, and is no figure's: 2.1 turbo 输出是 2.1 lite 的几倍."""
_LONGEST_FIGURE: Final = 2
_ENDS: Final = (*",;.?!\n", *words_under("variants", "asked before"))
"""What ends a clause: a mark, or the word that it asks with."""
_BEGINNINGS: Final = tuple(f" {word} " for word in words_under("variants", "beginnings"))
_FARTHEST: Final = 14
"""Characters between a name and one that leaves out its beginning."""
_MOST: Final = 8
_MOST_WORDS: Final = 40
_MOST_PARTS: Final = 6
_LONE: Final = re.compile(
    rf"(?<![a-z0-9.-])[0-9]{{1,2}}(?:\.[0-9]{{1,2}}|o)?[- ]?(?:{_WORD})(?:[- ](?:{_WORD}))?(?![a-z0-9])"
)
_MARKS: Final = frozenset("、/&+")
_APART: Final = str.maketrans("-_", "  ")
_BESIDE: Final = frozenset({
    Cue.VERSUS, Cue.THAN, Cue.PRICE, Cue.HOW_MUCH_MONEY, Cue.HOW_MANY, Cue.CHEAP, Cue.DEAR, Cue.CHEAPEST, Cue.DEAREST, Cue.WHICH,
    Cue.WHO, Cue.QUESTION, Cue.DIFFERENCE, Cue.INPUT, Cue.OUTPUT, Cue.EACH, Cue.CUT, Cue.RAISE,
})  # fmt: skip
"""What words say that may follow a bare number which stands for a name."""


def may_hold_short_names(reading: Reading) -> bool:
    """Whether something stands in a text that may be a name without its beginning."""
    ends = [token.end for token in reading.tokens if token.name is not None]
    if not ends:
        return _LONE.search(reading.text) is not None
    return any(
        any(_are_joined(reading.text[end : match.start()], match[0]) for end in ends if end <= match.start())
        for match in islice(_REST.finditer(reading.text, ends[0]), _MOST_WORDS)
    )


def _are_joined(between: str, rest: str) -> bool:
    """Whether what stands between two names sets them side by side: in English, its last word does.

    A number with a point may begin a clause about the other: glm-5.3 cost and is 5.2 still sold, 5.2还卖吗.
    """
    if any(map(str.isdigit, between)):
        return False
    if _is_version(rest) and _begins_clause(between):
        return True
    if len(between) > _FARTHEST:
        return False
    if _IS in between and not rest.replace(".", "").isdigit():
        return True
    last = between.rstrip().removesuffix(" the") if between.isascii() else between
    joint = next(reversed(list(_JOINT.finditer(last))), None)
    return joint is not None and (not between.isascii() or joint.end() == len(last))


def _is_version(text: str) -> bool:
    """Whether a text is two short figures with a point between them: 5.2."""
    figures = text.split(".")
    return len(figures) == 2 and all(figure.isdecimal() and len(figure) <= _LONGEST_FIGURE for figure in figures)


def _begins_clause(before: str) -> bool:
    """Whether a clause about another model may begin behind a text, or has begun with its last word."""
    apart = before.endswith(" ") and is_han(before, len(before) - 2)
    return apart or before.removesuffix(" ").endswith(_ENDS) or before.endswith(_BEGINNINGS)


def short_names(reading: Reading, find: Find) -> list[Named]:
    """The names in a text that go on from another one; ``find`` knows what a whole name stands for."""
    whole = {token.start: token for token in reading.tokens if token.name is not None}
    if not whole:
        return []
    found: list[Named] = []
    text = reading.text
    for match in islice(_REST.finditer(text), _MOST_WORDS):
        before = _before(match.start(), match[0], text, whole.values(), found, find)
        if before is None or _is_amount(match, reading) or _is_whole(match, whole):
            continue
        name = _completed(before, match, text, find)
        if name is not None and not (text[name.start : name.end].isdecimal() and not _ends_name(name.end, reading)):
            found.append(name)
    return found


def _before(
    start: int, rest: str, text: str, whole: Iterable[Token], found: Iterable[Named], find: Find
) -> tuple[str, int] | None:
    """The name, in full, that stands before a place with a word for "and" or "than" between, and where it ends."""
    ends = [(token.end, text[token.start : token.end]) for token in whole if token.end <= start]
    ends += [(name.end, _full(name, text, ends, find)) for name in found if name.end <= start]
    if not ends:
        return None
    end, name = max(ends)
    return (name, end) if _are_joined(text[end:start], rest) else None


def _full(name: Named, text: str, ends: Iterable[tuple[int, str]], find: Find) -> str:
    """What a name that leaves out its beginning is in full."""
    written = text[name.start : name.end]
    for _, before in sorted(ends, reverse=True):
        for start in _beginnings(before):
            if (known := _known(before[:start] + written, find)) is not None and known[1] == name.id:
                return before[:start] + written
    return written


def _completed(before: tuple[str, int], match: re.Match[str], text: str, find: Find) -> Named | None:
    """The longest beginning of what is written that makes a name with the beginning of the one before."""
    whole, _ = before
    own = find(whole)
    stops = [match.start() + part.end() for part in islice(PARTS.finditer(match[0]), _MOST_PARTS)]
    for stop in reversed([stop for stop in stops if not is_latin(text[stop : stop + 1])]):
        for start in (*_beginnings(whole), None):
            known = _known(f"{whole[:start]}{' ' if start is None else ''}" + text[match.start() : stop], find)
            if known is not None and known != own:
                return Named(known[0], match.start(), stop, known[1])
    return None


def is_latin(character: str) -> bool:
    """Whether a character, or none, is a letter or digit of a Latin word."""
    return character.isascii() and character.isalnum()


def _beginnings(name: str) -> list[int]:
    """Where the parts of a name begin, the last first, all but the first."""
    return [part.start() for part in PARTS.finditer(name)][:0:-1]


def pieces_of(name: str) -> list[str]:
    """What stands between the hyphens, underscores and blanks of a name."""
    return name.translate(_APART).split()


def _known(name: str, find: Find) -> tuple[EntityKind, str] | None:
    """What a name stands for, whatever stands between its parts."""
    forms = (name, *(blank.join(pieces_of(name)) for blank in (" ", "-", "")))
    found = (find(form) for form in dict.fromkeys(forms))
    return next((each for each in found if each is not None and each[0] is not EntityKind.WORK), None)


def _is_amount(match: re.Match[str], reading: Reading) -> bool:
    """Whether what is written counts something: 5万, 4 元."""
    tokens = (token for token in reading.tokens if token.amount is not None)
    return any(
        token.start < match.end() and token.end > match.start()
        and token.amount is not None
        and token.amount.kind is not EntityKind.NUMBER
        and not (token.start == match.start() and token.end <= match.end())
        for token in tokens
    )  # fmt: skip


def _is_whole(match: re.Match[str], whole: Mapping[int, Token]) -> bool:
    """Whether a model's name stands there already that is as long, or that it is a part of."""
    token = whole.get(match.start())
    inside = any(token.start < match.start() < token.end for token in whole.values())
    subject = token is not None and token.name is not None and token.name.kind is EntityKind.SUBJECT
    return inside or (token is not None and token.end >= match.end() and not subject)


def _ends_name(end: int, reading: Reading) -> bool:
    """Whether behind a bare number there is nothing that it may count."""
    if reading.text[end : end + 1] in _MARKS:
        return True
    if any(0 <= start - end <= 1 for start, _ in reading.residue):
        return False
    behind = next((token for token in reading.tokens if token.start >= end), None)
    if behind is None or behind.start - end > 1:
        return True
    return behind.name is not None or not _BESIDE.isdisjoint(behind.cues)


def lone_names(reading: Reading, ends: Mapping[str, tuple[EntityKind, str] | None]) -> Iterator[Named]:
    """Names without their beginning in a text that holds no other: 4.1 nano, marked as not written in full."""
    if reading.names:
        return
    for match in lone_ends(reading.text):
        known = ends.get("".join(pieces_of(match[0])))
        if known is not None:
            yield Named(known[0], *match.span(), known[1], corrected=True)


def holds_lone_name(text: str, ends: Mapping[str, tuple[EntityKind, str] | None]) -> bool:
    """Whether a name without its beginning stands in a text."""
    return any(ends.get("".join(pieces_of(match[0]))) for match in lone_ends(text))


def lone_ends(text: str) -> Iterator[re.Match[str]]:
    """What stands in a text that may be the end of a name: 4.1 nano."""
    return islice(_LONE.finditer(text), _MOST)


def ends_of_names(names: Iterable[tuple[str, tuple[EntityKind, str]]]) -> dict[str, tuple[EntityKind, str] | None]:
    """What the ends of names stand for that begin with a number; ``None`` where they do for several."""
    found: dict[str, tuple[EntityKind, str] | None] = {}
    for text, known in names:
        parts = [part.start() for part in islice(PARTS.finditer(text), 2)]
        if len(parts) < 2 or known[0] is not EntityKind.MODEL or not text[parts[1]].isdigit():
            continue
        end = "".join(pieces_of(text[parts[1] :]))
        found[end] = known if found.get(end, known) == known else None
    return found
