"""What else than text is asked the price of under a model's name: pictures, speech, fine-tuning, a server for it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import yaml

from bot.language.basics.cues import Cue
from bot.question import Unpriced

if TYPE_CHECKING:
    from bot.questions.phrases.slots import Slots

_WORDS: Final = Path(__file__).with_suffix(".yaml")


class _Vocabulary(NamedTuple):
    services: re.Pattern[str]
    of_text: re.Pattern[str]


def service_in(message: Slots) -> Unpriced | None:
    """The first service that a message speaks of; words of a model's name or side do not count, nor text about one."""
    words, text = _vocabulary(), message.reading.text
    sided = (token for token in message.tokens if token.name is not None or Cue.OWN_SIDE in token.cues)
    names = [(token.start, token.end) for token in sided]
    for match in words.services.finditer(text):
        named = any(start < match.end() and match.start() < end for start, end in names)
        if not named and words.of_text.match(text, match.end()) is None:
            return Unpriced((match.lastgroup or "").replace("_", " "))
    return None


@cache
def _vocabulary() -> _Vocabulary:
    listed = yaml.safe_load(_WORDS.read_text(encoding="utf-8"))
    groups = (f"(?P<{name.replace(' ', '_')}>{_any_of(words)})" for name, words in listed["services"].items())
    return _Vocabulary(re.compile("|".join(groups)), re.compile(rf" ?的?(?:{_any_of(listed['of_text'])})"))


def _any_of(words: Iterable[str]) -> str:
    """A pattern of any of the words: Latin ones whole, Chinese ones wherever they stand."""
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(
        rf"(?<![a-z0-9]){word.replace(' ', '[ -]?')}(?![a-z0-9])" if word.isascii() else re.escape(word)
        for word in longest_first
    )
