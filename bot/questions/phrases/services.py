"""What else than text is asked the price of under a model's name: pictures, speech, fine-tuning, a server for it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from bot.language.basics.cues import Cue
from bot.language.words.services import services, text_about
from bot.question import Unpriced

if TYPE_CHECKING:
    from bot.questions.phrases.slots import Slots


def service_in(message: Slots) -> Unpriced | None:
    """The first service that a message speaks of; text about one is none (视频脚本), nor is a side of a request (audio input)."""
    text = message.reading.text
    known, named = services(), "\n".join([id_ for _, id_ in message.named])
    for token in message.tokens:
        if token.name is not None or Cue.OWN_SIDE in token.cues:
            continue
        word = text[token.start : token.end]
        if word in named:
            continue  # what the model itself is for: text-embedding-3-small
        service = known.get(word) if token.cues or word in known else _service_within(word)
        if service is not None and not text.startswith(text_about(), _behind(text, token.end)):
            return Unpriced(service)
    return None


@lru_cache(maxsize=4_096)
def _service_within(word: str) -> str | None:
    """The service that a part of a word is for which only facts know: video generation."""
    apart = f" {word} "  # in which Latin words are found whole
    return next((of for part, of in services().items() if (f" {part} " if part.isascii() else part) in apart), None)


def _behind(text: str, end: int) -> int:
    """The place of the next word, past a blank and 的."""
    while text.startswith((" ", "的"), end):
        end += 1
    return end
