"""Words for what else is sold under a model's name: pictures, speech, fine-tuning, a server for it."""

from __future__ import annotations

from typing import Final

from bot.language.words.vocabulary import table


def _spelled(word: str) -> tuple[str, ...]:
    """A word in its spellings: fine tuning, fine-tuning."""
    return (word, word.replace(" ", "-")) if word.isascii() and " " in word else (word,)


SERVICES: Final = {
    spelling: service for word, service in table("services", "services").items() for spelling in _spelled(word)
}
"""Which service a word is for."""
TEXT_ABOUT: Final = tuple(sorted(table("services", "of text"), key=len, reverse=True))
"""Right behind a word for a picture or for speech, these make text of it: 视频脚本."""
