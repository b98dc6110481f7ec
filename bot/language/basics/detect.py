"""The language of a message, from its script and words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from bot.text import Language, Normalized, normal_form

_CANTONESE: Final = frozenset("嘅啲咁喺冇佢哋嚟咗唔乜嘢嗰冚攞睇瞓喎㗎噉蚊")
"""Characters that Cantonese writes and Mandarin does not, in either script."""


_IN_BOTH_SCRIPTS: Final = frozenset("昇")
"""Characters with a simplified form that names are written with in Simplified text as well: 昇腾."""
_OF_ANY_LANGUAGE: Final = frozenset(
    {"token", "tokens", "rmb", "cny", "usd", "api", "vs", "ok", "llm", "pk", "k", "w", "m", "ai", "bot"}
)
_HAN: Final = re.compile("[\u3400-\u9fff]")
_WORD: Final = re.compile(r"(?<![a-z0-9])[a-z]{2,}(?![a-z0-9])")


def detect_language(text: Normalized, names: Iterable[tuple[int, int]] = ()) -> Language | None:
    """The language that the text is written in, or ``None`` where it leaves that open (digits, names alone).

    Chinese is Simplified unless a character is Traditional only, or one that Cantonese alone writes. Closing thanks tell
    the script as well, and the language where all else leaves it open. ``names`` are spans of the normal form that tell
    nothing of the language.
    """
    if _HAN.search(text.text) is None:
        named = bytearray(len(text.text))
        for start, end in names:
            named[start:end] = b"\1" * (end - start)
        for match in _WORD.finditer(text.text):
            if not any(named[match.start() : match.end()]) and match[0] not in _OF_ANY_LANGUAGE:
                return Language.EN
    han = set(_HAN.findall(text.original)) - _IN_BOTH_SCRIPTS
    if han:
        written = "".join(han)
        traditional = normal_form(written) != written
        return Language.ZH_HANT if traditional or not _CANTONESE.isdisjoint(han) else Language.ZH_HANS
    return None
