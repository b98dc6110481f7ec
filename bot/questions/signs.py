"""What speaks against answering an overheard message, whatever it asks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.language.cues import Cue
from bot.language.reading import Reading, Token


def signs_against(reading: Reading) -> list[str]:
    """Every sign that a message is meant for somebody else, or passes something on."""
    text = reading.normalized.original
    against = []
    if "@" in text or _calls_somebody(reading):
        against.append("it speaks to somebody")
    if "://" in text or "```" in text or "www." in text:
        against.append("it quotes a link or code")
    if any(_ASKS_FOR.intersection(token.cues) for token in _quoted(reading)) or _reports(reading.text):
        against.append("it tells what somebody asked")
    if "\n" in text.strip():
        against.append("it has several lines")
    if text.lstrip().startswith(("/", "!", "！", "#", ">")):
        against.append("it is a command or quotation")
    if _NEWS.match(text):
        against.append("it passes on news")
    return against


_QUOTATION: Final = re.compile(r"[\"“「『‘][^\"“”「」『』‘’]*[\"”」』’]")
_REPORTED: Final = re.compile(
    r"(?<![请想])问(?:过|起|了)?(?:[我他她佢]|俺|咱|大家|老板|客服|店员)|\b(?:ask(?:ed|s|ing)|told) (?:me|him|her|them|us|if|whether)\b"
)
_NEWS: Final = re.compile(r"\s*(?:【|\[|转[发發載载]?[:：]|快[讯訊]|RT\b|ICYMI|BREAKING|FYI)", re.IGNORECASE)
_ASKS_FOR: Final = frozenset({Cue.HOW_MANY, Cue.HOW_MUCH_MONEY, Cue.WHICH, Cue.DIFFERENCE, Cue.WHY, Cue.WHO, Cue.WHEN})


_SPEAKER: Final = re.compile(r"(?:^|[\s,.?!;])[^\W\d]{1,12}: ?(?=[^\s:/])")


def _reports(text: str) -> bool:
    """Whether a message reports a question, or is a dialogue."""
    return _REPORTED.search(text) is not None or len(_SPEAKER.findall(text)) > 1


_CALL: Final = re.compile(r"\s*([A-Z][a-z]+), ")


def _calls_somebody(reading: Reading) -> bool:
    """Whether a message opens with a name that is none of a model: Mike, what do you pay for GLM?"""
    called = _CALL.match(reading.normalized.original)
    return called is not None and bool(reading.residue) and reading.residue[0][0] <= called.start(1)


def _quoted(reading: Reading) -> Iterator[Token]:
    """The tokens between quotation marks, where the message is more than the quotation."""
    for quotation in _QUOTATION.finditer(reading.text):
        if len(quotation[0]) < len(reading.text.strip()):
            yield from (token for token in reading.tokens if quotation.start() < token.start < quotation.end())
