"""Words for the sides that have prices of their own beside input, output and what the cache gives back."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product

from bot.language.basics.vocabulary import documents


def _sides() -> Iterator[tuple[str, str]]:
    for document in documents("sides"):
        for side, rows in document["sides"].items():
            yield from (("".join(chosen), side) for row in rows for chosen in product(*row))


def _lives() -> Iterator[tuple[str, str]]:
    """A length of time beside a word for the cache, on either side of it."""
    for document in documents("sides"):
        for life, times in document["lives"].items():
            for time, joint, kept in product(times, document["joints"], document["kept"]):
                yield from (
                    (text, life) for text in (f"{time}{joint}{kept}", f"{kept}{joint}{time}") if _is_tight(text)
                )


def _is_tight(text: str) -> bool:
    """Whether no blank stands beside a Chinese character, as none does in the normal form."""
    return text.isascii() or " " not in text


@cache
def lives() -> dict[str, str]:
    """How long a cache keeps what is written into it, by the words for it."""
    return dict(_lives())


@cache
def own_sides() -> dict[str, str]:
    """The sides, by the words for them; that of the life of a cache is writing into it."""
    return dict(_sides()) | dict.fromkeys(lives(), "cache_write")
