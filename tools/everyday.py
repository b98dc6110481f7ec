"""Writes the everyday words of group chats, which make poor names: ``python -m tools.everyday``.

They are found in the silence corpus: Latin words that come up in several messages, and runs of Chinese characters that
do, that belong together (each part calls for the other) and that stand between many different neighbours. Names that
the bot knows are left out.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import yaml

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.load import load_knowledge
from bot.language.tokens.reader import Reader
from bot.text import normalize

LEAST: Final = 5
"""Messages that a word stands in."""
LONGEST: Final = 4
"""Characters of a Chinese word."""
COHESION: Final = 20
"""How many times more often than by chance the parts of a word stand together."""
NEIGHBOURS: Final = 4
"""Different characters on either side of a word."""

_ROOT: Final = Path(__file__).parents[1]
_MESSAGES: Final = _ROOT / "tests" / "corpus" / "silence.yaml"
_WORDS: Final = _ROOT / "bot" / "maintain" / "everyday.txt"
_HAN: Final = re.compile("[\u3400-\u9fff]+")
_LATIN: Final = re.compile("[a-z]{2,}")


def everyday_words(messages: Iterable[str]) -> list[str]:
    """The words, sorted."""
    knowledge, catalogue = load_knowledge(), Catalogue.load()
    reader = Reader(knowledge, catalogue)
    names = {name.text for name in (*knowledge.names, *catalogue.names())}
    texts = [_without_names(reader, message) for message in messages]
    latin = Counter(word for text in texts for word in set(_LATIN.findall(text)))
    words = {word for word, times in latin.items() if times >= LEAST} | _chinese_words(texts)
    return sorted(words - names)


def _without_names(reader: Reader, message: str) -> str:
    reading = reader.read(normalize(message))
    text = reading.text
    for _, name in reading.names:
        text = f"{text[: name.start]}{' ' * (name.end - name.start)}{text[name.end :]}"
    return text


def _chinese_words(texts: Iterable[str]) -> set[str]:
    times: Counter[str] = Counter()
    messages: Counter[str] = Counter()
    before: dict[str, set[str]] = defaultdict(set)
    after: dict[str, set[str]] = defaultdict(set)
    for number, text in enumerate(texts):
        pieces = list(_pieces(text, number))
        messages.update({piece for piece, _, _ in pieces})
        for piece, left, right in pieces:
            times[piece] += 1
            before[piece].add(left)
            after[piece].add(right)
    whole = sum(count for piece, count in times.items() if len(piece) == 1)

    def holds_together(piece: str) -> bool:
        parts = ((piece[:place], piece[place:]) for place in range(1, len(piece)))
        return all(times[piece] * whole >= COHESION * times[left] * times[right] for left, right in parts)

    return {
        piece
        for piece, count in messages.items()
        if len(piece) > 1 and count >= LEAST and min(len(before[piece]), len(after[piece])) >= NEIGHBOURS
        if holds_together(piece)
    }


def _pieces(text: str, number: int) -> Iterator[tuple[str, str, str]]:
    """All runs of Chinese characters that may be words, with their neighbours; the end of a text is one of its own."""
    for run in _HAN.findall(text):
        for start in range(len(run)):
            for end in range(start + 1, min(start + LONGEST, len(run)) + 1):
                left = run[start - 1] if start else f"^{number}"
                right = run[end] if end < len(run) else f"${number}"
                yield run[start:end], left, right


def main() -> None:
    messages = yaml.load(_MESSAGES.read_text("utf-8"), yaml.CSafeLoader)
    words = everyday_words(str(message["text"] if isinstance(message, dict) else message) for message in messages)
    _WORDS.write_text("".join(f"{word}\n" for word in words), "utf-8")


if __name__ == "__main__":
    main()
