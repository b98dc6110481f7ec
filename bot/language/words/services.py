"""Words for what else is sold under a model's name: pictures, speech, fine-tuning, a server for it."""

from __future__ import annotations

from functools import cache

from bot.language.words.vocabulary import table


def _spelled(word: str) -> tuple[str, ...]:
    """A word in its spellings: fine tuning, fine-tuning."""
    return (word, word.replace(" ", "-")) if word.isascii() and " " in word else (word,)


@cache
def services() -> dict[str, str]:
    """Which service a word is for."""
    return {spelling: service for word, service in table("services", "services").items() for spelling in _spelled(word)}


@cache
def text_about() -> tuple[str, ...]:
    """Right behind a word for a picture or for speech, these make text of it: 视频脚本."""
    return tuple(sorted(table("services", "of text"), key=len, reverse=True))
