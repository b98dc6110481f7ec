"""Whether two Chinese words sound alike: the way in which most Chinese typos come about."""

from __future__ import annotations

from functools import lru_cache


def same_sound(one: str, other: str) -> bool:
    """Whether the words are of one length and can be read with the same syllables, tones apart."""
    return len(one) == len(other) and all(
        left == right or not _syllables(left).isdisjoint(_syllables(right))
        for left, right in zip(one, other, strict=True)
    )


@lru_cache(maxsize=8192)
def _syllables(character: str) -> frozenset[str]:
    # Loaded only when a text has a stretch that nothing explains: its tables take a third of a second to read.
    from pypinyin import Style, pinyin

    readings = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
    return frozenset(reading for group in readings for reading in group)
