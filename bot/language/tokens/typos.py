"""Forgives small typos in names, where the rest of the message leaves no doubt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from operator import eq
from typing import Final

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from bot.knowledge.entries import Name, NameKind
from bot.language.basics.cues import Cue
from bot.language.basics.entities import EntityKind, Named
from bot.language.basics.likeness import Begun, Lengths
from bot.language.basics.sounds import Sounds, same_sound
from bot.language.tokens.reading import Reading
from bot.lazy import remembered
from bot.quantities import TOKEN

_MIN_LATIN: Final = 3
_HEAD: Final = re.compile("[a-z]{5,}(?![a-z0-9])")
"""The first word of a name."""
_MIN_HEAD: Final = 4
_LONG_HEAD: Final = 8
"""Letters of a first word from which on two slips are forgiven in it."""
_MANY: Final = 5
"""Names that begin with a word which says what family of models is meant."""
_MOST_WORDS: Final = 5
_LONGEST_HAN: Final = 6
_NUMBERED: Final = re.compile(r"([a-z]{3,})[0-9][0-9.]*")
"""A name with a number right behind, which is that of another version: glm4."""
_NUMBERED_END: Final = re.compile(r"[0-9]+(?:\.[0-9]+)*[a-z]{2,}[a-z0-9]*(?![a-z0-9])")
"""A version with a word glued to it: 5.3flahs."""
_NUMBERED_WHOLE: Final = re.compile(r"([a-z]{3,})[0-9]+(?:\.[0-9]+)+[a-z]{2,}[a-z0-9]*(?![a-z0-9])")
_AROUND: Final = 3
"""Characters on each side of an unknown stretch that may be part of the misspelt name."""

_MOST_SLIPS: Final = 2
_KNOWN_WORDS: Final = 10_000
"""Words of which it is remembered what they may mean."""
_LETTERS: Final = re.compile("[a-z]+")
_ENDS_OF_WORDS: Final = re.compile("[ _.-]")

_MIN_WORD: Final = 6
"""Letters of a word other than a name that is respelled."""

_SHORTEST: Final = ("yuan", "cost")
_SHORT_WORD: Final = 5
"""Letters of a word that is respelled where two are swapped, or where it lacks one of a longer word: inptu, promt."""

ASKING: Final = (
    Cue.TOKEN, Cue.HOW_MUCH_MONEY, Cue.PRICE, Cue.HOW_MANY, Cue.CHEAP, Cue.CHEAPEST, Cue.FREE, Cue.COSTS_MONEY,
    Cue.SPEND, Cue.CHARACTER, Cue.BUY, Cue.CUT, Cue.BEFORE, Cue.DEAR, Cue.WRITE, Cue.DIFFERENCE, Cue.WHY, Cue.WHO,
    Cue.WHEN, Cue.WHAT, Cue.WHICH, Cue.QUESTION, Cue.VERSUS, Cue.SAVE,
)  # fmt: skip
"""Without a word that asks or an amount of tokens, a message has its names as they are written."""


class Typos:
    """Finds the name that a misspelt stretch of text most likely means.

    ``names`` are the curated ones, ``more`` those of the catalogue. Of these a typo is forgiven in the first word alone,
    where many names begin with it (deepseek, claude): that says which family is meant, and the rest which model.
    """

    def __init__(
        self, names: Iterable[Name], more: Iterable[Name], kinds: Mapping[str, EntityKind], words: Iterable[str]
    ) -> None:
        known = [word for word in words if word.isascii()]
        parts = dict.fromkeys(word for phrase in known for word in phrase.split())
        self._words = Lengths(filter(_is_respelled, known))
        self._spelt = frozenset(parts)
        self._in_phrases = Lengths(filter(_is_respelled, parts))
        self._swaps = _by_letters(word for word in parts if word in _SHORTEST or len(word) == _SHORT_WORD)
        self._kinds = kinds
        usable = [name for name in names if name.kind is NameKind.ENTRY and name.id in kinds]
        others = [name for name in more if name.kind is NameKind.ENTRY and name.id in kinds]
        self._more = {name.text: name.id for name in others}
        heads = Counter(head[0] for name in others if (head := _HEAD.match(name.text)))
        self._heads = Lengths(head for head, count in heads.items() if count >= _MANY)
        self._latin = {name.text: name.id for name in usable if name.text.isascii() and len(name.text) >= _MIN_LATIN}
        self._names = Lengths(self._latin)
        self._begun = Begun(self._latin)
        self._parts = frozenset(part for name in self._latin for part in _ENDS_OF_WORDS.split(name))
        self._in_names = lru_cache(_KNOWN_WORDS)("\n".join(self._latin).__contains__)
        self._beginning = remembered(self._distance_of_beginning, _KNOWN_WORDS)
        self._closest = remembered(self._closest_name, _KNOWN_WORDS)
        self._beginnings = Begun({name[:end] for name in (*self._latin, *heads) for end in range(1, len(name) + 1)})
        self._swapped: dict[str, str] = {}
        for name, id_ in self._latin.items():
            if len(name) == _MIN_LATIN:
                self._swapped.setdefault("".join(sorted(name)), id_)
        han = (name for name in (*others, *usable) if not name.text.isascii() and 2 <= len(name.text) <= _LONGEST_HAN)
        self._han = {name.text: name.id for name in han}
        self._rank = {name: place for place, name in enumerate(self._han)}

    def corrections(self, reading: Reading) -> list[Named]:
        """Names for misspelt stretches; none unless the message asks something."""
        counted = any(amount.unit == TOKEN for _, amount in reading.counted[EntityKind.QUANTITY])
        if not counted and not reading.has(*ASKING):
            return []
        return [*self._latin_corrections(reading), *self._han_corrections(reading)]

    def respellings(self, reading: Reading) -> list[tuple[int, int, str]]:
        """Unknown Latin words that are one slip away from a known one: bandwith, cheepest."""
        meant = ((start, end, self.respelt(reading.text[start:end])) for start, end in reading.residue)
        return [(start, end, word) for start, end, word in meant if word is not None]

    def respelt(self, word: str) -> str | None:
        """The known word that an unknown one stands for."""
        swapped = self._swaps.get("".join(sorted(word)))
        if swapped is not None and swapped[0] == word[0] and OSA.distance(swapped, word) <= 1:
            return swapped if swapped != word else None
        if len(word) < _SHORT_WORD or not word.isalpha():
            return None
        found = _meant_by(word, self._words.near(word, 1)) or _meant_by(word, self._in_phrases.near(word, 1))
        return found if found is not None and (word not in self._spelt or found.startswith(word)) else None

    def may_begin_name(self, word: str) -> bool:
        """Whether an unknown Latin word may be a misspelt name, or the first word of one."""
        return self._beginning(word) <= _MOST_SLIPS

    def may_name(self, text: str, start: int, end: int) -> bool:
        """Whether a name may be meant by what begins with an unknown Latin word, or with a part of that word."""
        numbered = _NUMBERED.match(text, start)
        if numbered is not None and numbered[1] in self._latin:
            return True
        spans = {(start, end), *(part.span() for part in _LETTERS.finditer(text, start, end))}
        phrases = (text[first:stop] for first, last in spans for stop in self._likely_ends(text, first, last))
        return any(self._closest(phrase) is not None for phrase in phrases) or (
            self._of_family(text, start, end) is not None
        )

    def sounds_like_name(self, text: str) -> bool:
        """Whether Chinese characters sound like a name, and some of them are its own."""
        return any(written != name for name, _, written in self._sounding(text))

    def _sounding(self, text: str) -> Iterator[tuple[str, int, str]]:
        """Names that sound like what stands in a text and share a character with it, each with where and what that is: 豆苞
        for 豆包, not 会打 for 辉达."""
        for name, at in self._sounds.places(text):
            written = text[max(0, at) : at + len(name)]
            if any(map(eq, written, name)) and same_sound(written, name):
                yield name, at, written

    @cached_property
    def _sounds(self) -> Sounds:
        return Sounds(self._han)

    def _likely_ends(self, text: str, start: int, end: int) -> Iterable[int]:
        """Where a misspelt name may end: behind other words only where these are right, if the first one is far off."""
        far = self._beginning(text[start:end]) == _MOST_SLIPS
        for stop in _ends(text, end):
            others = _ENDS_OF_WORDS.split(text[end + 1 : stop])
            if stop == end or not far or all(map(self._in_names, others)):
                yield stop

    def _distance_of_beginning(self, word: str) -> float:
        """How many slips a word is away from the beginning of any name; more than are forgiven, where that is far."""
        return min(self._beginnings.distances(word, _MOST_SLIPS), default=_MOST_SLIPS + 1)

    def _latin_corrections(self, reading: Reading) -> Iterable[Named]:
        text = reading.text
        done = -1
        for start, end in reading.residue:
            if start < done or not text[start].isascii():
                continue
            joined = self._with_its_number(reading, start) or self._whole(text, start)
            if joined is not None:
                yield joined
                done = joined.end
                continue
            numbered = _NUMBERED.fullmatch(text, start, end)
            if numbered is not None and (id_ := self._latin.get(numbered[1])) is not None:
                yield Named(self._kinds[id_], start, numbered.end(1), id_)
                continue
            for stop in _ends(text, end):
                id_ = self._closest(text[start:stop])
                if id_ is not None:
                    yield Named(self._kinds[id_], start, stop, id_, corrected=True)
                    done = stop
                    break
            else:
                found = self._of_family(text, start, end)
                if found is not None:
                    yield found
                    done = found.end

    def _whole(self, text: str, start: int) -> Named | None:
        """The name that a word with a number and more letters in it means: glm5.3flahs; its family's, of no known version."""
        written = _NUMBERED_WHOLE.match(text, start)
        if written is None:
            return None
        id_ = self._closest(written[0])
        if id_ is not None:
            return Named(self._kinds[id_], start, written.end(), id_, corrected=True)
        family = self._latin.get(written[1])
        version = written[0].removeprefix(written[1])
        return Named(self._kinds[family], start, written.end(), family, version=version) if family else None

    def _with_its_number(self, reading: Reading, start: int) -> Named | None:
        """The name that is meant by one with a number and letters right behind it, or it with a version that is not known."""
        name = next((token.name for token in reading.tokens if token.end == start and token.name is not None), None)
        behind = _NUMBERED_END.match(reading.text, start)
        if name is None or behind is None or name.version is not None or reading.normalized.is_apart(start):
            return None
        id_ = self._closest(reading.text[name.start : behind.end()])
        if id_ is not None:
            return Named(self._kinds[id_], name.start, behind.end(), id_, corrected=True)
        return name._replace(end=behind.end(), version=behind[0])

    def _of_family(self, text: str, start: int, end: int) -> Named | None:
        """The name of the catalogue whose first word is misspelt, and whose others follow: depseek v3, gemni3.8flash."""
        letters = _LETTERS.match(text, start, end)
        word = letters[0] if letters is not None else ""
        if len(word) < _MIN_HEAD or (not text[start + len(word) : end].isdecimal() and start + len(word) < end):
            return None
        allowed = 1 if len(word) < _LONG_HEAD else 2
        found = extractOne(word, self._heads.near(word, allowed), scorer=OSA.distance, score_cutoff=allowed)
        if found is None or found[0][0] != word[0] or word in (f"{found[0]}s", found[0]):
            return None
        if len(word) == len(found[0]) < _MIN_WORD and sorted(word) != sorted(found[0]):
            return None  # gamma is no gemma
        for stop in _ends(text, end, _MOST_WORDS):
            id_ = self._more.get(found[0] + text[start + len(word) : stop])
            if id_ is not None:
                return Named(self._kinds[id_], start, stop, id_, corrected=True)
        return None

    def _closest_name(self, word: str) -> str | None:
        if len(word) < _MIN_LATIN or word.isdigit() or word in self._parts:
            return None  # coder is a part of names, and no slip in another one
        allowed = 1 if len(word) < 6 else 2
        if len(word) == _MIN_LATIN:
            return self._swapped.get("".join(sorted(word)))
        if next(self._begun.distances(word, allowed), None) is None:
            return None
        near = (name for name in self._names.near(word, allowed) if _digits(name) == _digits(word))
        found = extractOne(word, near, scorer=OSA.distance, score_cutoff=allowed)
        if found is None or not found[1] or not _begin_alike(found[0], word, slips=int(found[1])):
            return None  # a name as it is written stands in a lookalike here
        return self._latin[found[0]]

    def _han_corrections(self, reading: Reading) -> Iterable[Named]:
        """Names that sound the same: 豆苞 for 豆包."""
        text = reading.text
        for start, end in reading.residue:
            if text[start].isascii():
                continue
            first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
            for name, place, written in sorted(self._sounding(text[first:last]), key=lambda each: self._rank[each[0]]):
                at, to = first + place, first + place + len(name)
                beside = at >= end or to <= start or written == name
                if not beside and self._is_unknown(reading, at, written, name):
                    id_ = self._han[name]
                    yield Named(self._kinds[id_], at, to, id_, corrected=True)
                    return

    @staticmethod
    def _is_unknown(reading: Reading, at: int, written: str, name: str) -> bool:
        """Whether the characters that are not the name's own are no known words: not 前问 in 下班前问一嘴, not 都包 in 都包含.

        In a longer name one may be a word of its own, whole: 小钢跑.
        """
        alone = {token.start for token in reading.tokens if token.end - token.start == 1} if len(name) > 2 else set()
        return all(
            one == other or place in alone or any(start <= place < end for start, end in reading.residue)
            for place, (one, other) in enumerate(zip(written, name, strict=True), at)
        )


def _digits(text: str) -> str:
    """The digits of a name, in which no slip is forgiven: they tell its version."""
    return "".join(filter(str.isdigit, text))


def _begin_alike(name: str, word: str, *, slips: int) -> bool:
    """Whether the first letters are nearly the same: a slip there is rare, and another one beside it is none."""
    return name[0] == word[0] or (slips == 1 and OSA.distance(name[:2], word[:2]) <= 1)


def _by_letters(words: Iterable[str]) -> dict[str, str]:
    """Words by their letters in order."""
    return {"".join(sorted(word)): word for word in words}


def _meant_by(word: str, known: Iterable[str]) -> str | None:
    """The known word with one slip in it; thank and questions are none of thanks and question."""
    closest = extractOne(word, known, scorer=OSA.distance, score_cutoff=1)
    if closest is None or not closest[1] or closest[0][0] != word[0] or word.startswith(closest[0]):
        return None
    return None if len(word) == _SHORT_WORD and closest[0].startswith(word) else closest[0]


def _is_respelled(word: str) -> bool:
    return len(word) >= _MIN_WORD and word.isascii() and word.isalpha()


def _ends(text: str, end: int, most: int = 2) -> Iterable[int]:
    """Where a misspelt name of several words may end: after the most words first."""
    ends = [end]
    at = end
    for _ in range(most):
        if at >= len(text) or text[at] not in " -_.":
            break
        at += 1
        while at < len(text) and text[at].isascii() and text[at].isalnum():
            at += 1
        ends.append(at)
    return reversed(ends)
