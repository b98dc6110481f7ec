"""English idioms and names that hold a numeral which is no amount: square one, on cloud nine, thanks a million."""

from __future__ import annotations

from typing import Final

from bot.language.basics.lexicon import LATIN
from bot.language.basics.vocabulary import words_under
from bot.language.numbers.english_words import word_at


def _index() -> dict[str, tuple[tuple[str, int], ...]]:
    """Each idiom with the place of its first numeral, by that numeral; the longest first."""
    index: dict[str, list[tuple[str, int]]] = {}
    for marked in sorted(words_under("idioms", "phrases"), key=lambda idiom: (-len(idiom), idiom)):
        before, _, after = marked.rpartition("|")
        index.setdefault(word_at(after, 0)[0], []).append((before + after, len(before)))
    return {numeral: tuple(entries) for numeral, entries in index.items()}


_INDEX: Final = _index()


def english_idiom_end(text: str, pos: int) -> int | None:
    """The end of the idiom whose first numeral stands at ``pos``."""
    for idiom, place in _INDEX.get(word_at(text, pos)[0], ()):
        start, end = pos - place, pos - place + len(idiom)
        if start < 0 or not text.startswith(idiom, start):
            continue
        if (end == len(text) or text[end] not in LATIN) and (start == 0 or text[start - 1] not in LATIN):
            return end
    return None
