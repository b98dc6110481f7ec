"""A text that a message asks about, and that takes no part in what the message says."""

from __future__ import annotations

from bot.language.basics.sizes import Sizes, sizes_of
from bot.language.basics.tokenizers import exact_tokens
from bot.lazy import once


class TextBeside:
    """A text, measured when its measures are first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    @once
    def sizes(self) -> Sizes:
        return sizes_of(self._text)

    @once
    def tokens(self) -> int | None:
        """How many tokens it is by the vocabulary that is known; ``None`` where none is."""
        return exact_tokens(self._text)
