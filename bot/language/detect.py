"""The language of a message, from its script and words."""

from __future__ import annotations

from typing import Final

from bot.text import Language, Normalized, normal_form

_CANTONESE: Final = frozenset("嘅啲咁喺冇佢哋嚟咗唔乜嘢嗰冚攞睇瞓喎㗎噉蚊")
"""Characters that Cantonese writes and Mandarin does not, in either script."""


def detect_language(text: Normalized) -> Language | None:
    """The language that the text is written in, or ``None`` where it leaves that open (digits, a bare Latin name).

    Chinese is Simplified unless a character is Traditional only, or one that Cantonese alone writes.
    """
    han = {character for character in text.original if "\u3400" <= character <= "\u9fff"}
    if han:
        traditional = sum(normal_form(character) != character for character in han)
        if traditional or not _CANTONESE.isdisjoint(han):
            return Language.ZH_HANT
        return Language.ZH_HANS
    return Language.EN if _latin_words(text.text) >= 2 else None


def _latin_words(text: str) -> int:
    return sum(word.isascii() and word.strip(".,?!'\"()").isalpha() for word in text.split())
