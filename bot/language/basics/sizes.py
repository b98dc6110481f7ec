"""How long a text is, in the units of which vendors say how many tokens they take."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_LONGEST_WORD: Final = 24
"""Letters of a word; what is longer is a key, an address or a picture as text, of which nobody publishes a rate."""
_CHARACTER: Final = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff\u3001-\u303f\uff01-\uff65]")
"""Chinese characters and the marks that are set between them."""
_WORD: Final = re.compile(r"[^\W_\u0250-\uffff]+(?:['’][^\W\d_\u0250-\uffff]+)?")
"""Words of Latin letters and numbers."""
_OF_ALL: Final = 20
"""One letter among so many that is of neither kind does not change what the others come to."""


class Sizes(NamedTuple):
    """How many Chinese characters, their marks among them, and how many English words and numbers a text holds.

    ``foreign``: much of it is of neither kind, so that rates of tokens say nothing of it.
    """

    characters: int
    words: int
    foreign: bool = False


def sizes_of(text: str) -> Sizes:
    """The sizes of a text, in time linear in its length."""
    characters = len(_CHARACTER.findall(text))
    latin = _WORD.findall(_CHARACTER.sub(" ", text))
    words = [word for word in latin if len(word) <= _LONGEST_WORD]
    letters = sum(map(str.isalnum, text))
    measured = sum(map(str.isalnum, "".join(_CHARACTER.findall(text)))) + sum(
        sum(map(str.isalnum, word)) for word in words
    )
    return Sizes(characters, len(words), (letters - measured) * _OF_ALL > letters or not (characters or words))
