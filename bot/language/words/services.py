"""Words for what else is sold under a model's name: pictures, speech, fine-tuning, a server for it."""

from __future__ import annotations

from functools import cache
from typing import Final

from bot.language.basics.vocabulary import table

_COUNTED: Final = ("fee", "plan")
"""How words end of which there may be several."""


def _spelled(word: str) -> tuple[str, ...]:
    """A word in its spellings: fine tuning, fine-tuning; yearly fee, yearly fees."""
    if not word.isascii() or " " not in word:
        return (word,)
    return (word, word.replace(" ", "-"), *((f"{word}s",) if word.endswith(_COUNTED) else ()))


@cache
def services() -> dict[str, str]:
    """Which service a word is for."""
    return {spelling: service for word, service in table("services", "services").items() for spelling in _spelled(word)}


@cache
def text_about() -> tuple[str, ...]:
    """Right behind a word for a picture or for speech, these make text of it: 视频脚本."""
    return tuple(sorted(table("services", "of text"), key=len, reverse=True))
