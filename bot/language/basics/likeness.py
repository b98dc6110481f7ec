"""Words that may be meant by one with a few slips in it, without looking at all words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne


class Lengths:
    """Words by their length, those of neighbouring lengths together as they were given."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = tuple(words)
        self._near: dict[tuple[int, int], tuple[str, ...]] = {}

    def near(self, word: str, most: int) -> tuple[str, ...]:
        """The words whose length allows so few slips."""
        key = (len(word), most)
        found = self._near.get(key)
        if found is None:
            found = self._near[key] = tuple(known for known in self._words if abs(len(known) - len(word)) <= most)
        return found


class Begun:
    """Names by their first letters, which are nearly the same where one is misspelt."""

    def __init__(self, names: Iterable[str]) -> None:
        places: tuple[dict[str, list[str]], ...] = ({}, {})
        for name in names:
            for letter, begun in zip(name, places, strict=False):
                begun.setdefault(letter, []).append(name)
        self._names = tuple({letter: Lengths(begun) for letter, begun in place.items()} for place in places)

    def distances(self, word: str, most: int) -> Iterator[float]:
        """How many slips the nearest of the names that begin in the same way are away, where these are so few."""
        near = (names[letter].near(word, most) for names in self._names for letter in word[:2] if letter in names)
        found = (extractOne(word, names, scorer=OSA.distance, score_cutoff=most) for names in near)
        return (closest[1] for closest in found if closest is not None)
