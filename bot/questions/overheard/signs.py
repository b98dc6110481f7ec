"""What speaks against answering an overheard message, whatever it asks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.language.basics.cues import Cue
from bot.language.basics.lexicon import is_han
from bot.language.tokens.reading import Reading, Token
from bot.language.words.expressions import expressions, worded
from bot.questions.overheard.speech import TELLS, acts
from bot.text import Normalized

MAX_LENGTH: Final = 70
"""Characters of an overheard message, two Latin ones counting as one: a question to all is short."""


def signs_against(reading: Reading) -> tuple[str, ...]:
    """Every sign that a message is meant for somebody else, or passes something on."""
    against = []
    if any(name.version is not None for _, name in reading.names):
        against.append("it names a version of a model that is not known")
    if _calls_somebody(reading):
        against.append(_CALLS)
    if _quotes_somebody(reading):
        against.append("it quotes somebody")
    if _speaks_of_paper(reading):
        against.append("it speaks of a bill or a quotation, not of a price")
    if any(_ASKS_FOR.intersection(token.cues) for token in _quoted(reading)):
        against.append(TELLS)
    return tuple(dict.fromkeys((*against, *acts(reading), *signs_in_text(reading.normalized))))


_CALLS: Final = "it speaks to somebody"
_PAPER: Final = expressions("paper")
_SUMS_ASKED: Final = (
    Cue.HOW_MANY, Cue.HOW_MUCH_MONEY, Cue.DIFFERENCE, Cue.CHEAP, Cue.CHEAPEST, Cue.DEAR, Cue.DEAREST, Cue.ENOUGH,
    Cue.WHICH, Cue.LIST, Cue.DURATION,
)  # fmt: skip


def _speaks_of_paper(reading: Reading) -> bool:
    """Whether a bill or a quotation is spoken of as a paper, and no sum is asked for: 账单发我."""
    if reading.has(*_SUMS_ASKED) or not _PAPER.stands_in(reading.text):
        return False
    return all(Cue.WHEN in reading.tokens[place].cues for place in reading.cues.get(Cue.WHAT, ()))


def signs_in_text(normalized: Normalized) -> tuple[str, ...]:
    """Those of the signs that the text alone shows, before anything is recognized in it."""
    text = normalized.text
    against = []
    if len(text) - len(text.encode("ascii", "ignore")) / 2 > MAX_LENGTH:
        against.append("it is long")
    if "@" in text:
        against.append(_CALLS)
    if len(_SPEAKER.findall(text)) > 1:
        against.append("it is a dialogue")
    if "\n" in text:
        against.append("it has several lines")
    if text.startswith(("/", "!", "#", ">")):
        against.append("it is a command or quotation")
    against += [sign for sign, pattern in _SAYING if pattern.search(text)]
    return tuple(dict.fromkeys(against))


_SAYING: Final = tuple(
    (sign, re.compile(pattern))
    for sign, pattern in (
        (
            "it quotes a link or code",
            r"://|```|www\.|[\w.]\([\"'\w][^()]{0,40}\)\s*[=;{]|=>|===|\{\s*\"|\w(?:error|exception)\b",
        ),
        ("it is a riddle", r"你们?猜|猜猜|猜下|估下我|\bguess (?:what|how|who|which)\b"),
        ("it passes on news", r"^\s*(?:[【\[]|转[发载]?:|快讯|rt\b|icymi|breaking|fyi)"),
        (_CALLS, r"(?:问下|问问|提醒|告诉|通知|催下|催一下|跟|找)[^\W\d_](?:总|经理|工|老师|姐|哥|部长|主任)(?!说)"),
    )
)
"""What the words of a message tell: what else is sold of the same names, or whom somebody is to speak to (问下李总)."""
_QUOTATION: Final = re.compile(r"[\"「『][^\"「」『』]*[\"」』]|(?<!\w)'(?:[^']|(?<=\w)'(?=\w))*'(?!\w)")
_ASKS_FOR: Final = frozenset({Cue.HOW_MANY, Cue.HOW_MUCH_MONEY, Cue.WHICH, Cue.DIFFERENCE, Cue.WHY, Cue.WHO, Cue.WHEN})


def _quotes_somebody(reading: Reading) -> bool:
    """Whether a message opens with a word that nobody here knows, or that says who speaks, and a colon: 老板:AI不是免费的吗."""
    speaker = _SPEAKER.match(reading.text)
    if speaker is None:
        return False
    end = speaker.end() - 1 - reading.text[: speaker.end()].endswith(" ")
    return any(start == 0 and last == end for start, last in reading.residue) or reading.text[:end] in _WHO_SPEAKS


_SPEAKER: Final = re.compile(r"(?:^|[\s,.?!;])[^\W\d]{1,12}: ?(?=[^\s:/])")


_WHO_SPEAKS: Final = frozenset(worded("who speaks"))


_CALL: Final = re.compile(
    r"(?:(?:hey|hi|hello|yo|morning|嗨|哈喽|你好)[ ,]+)?(?P<name>[a-z]+|[老小阿][^\W\d_]{1,3}), ?"
    r"|(?P<before_you>[^\W\d_]{2,3})(?=[你妳您](?!好|们))"
)


def _calls_somebody(reading: Reading) -> bool:
    """Whether a message opens with a name that is none of a model: Mike, what do you pay for GLM? 小李你上个月……"""
    called = _CALL.match(reading.text)
    if called is None or not reading.residue:
        return False
    start, end = called.span(called.lastgroup or 0)
    first = reading.residue[0]
    if called.lastgroup == "name":
        written = reading.normalized.source(start, end)
        return (written.istitle() or is_han(written, 0)) and first[
            0
        ] <= start + 1  # the 小 of 小李 is a word of its own
    return first[1] == end and first[0] <= start + 1


_MARKS: Final = " ?!.,"


def _quoted(reading: Reading) -> Iterator[Token]:
    """The tokens between quotation marks, where the message is more than the quotation."""
    for quotation in _QUOTATION.finditer(reading.text):
        if len(quotation[0]) < len(reading.text.strip(_MARKS)):
            yield from (token for token in reading.tokens if quotation.start() < token.start < quotation.end())
