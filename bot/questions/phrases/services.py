"""What else than text is asked the price of under a model's name: pictures, speech, fine-tuning, a server for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.language.basics.cues import Cue
from bot.language.words.services import SERVICES, TEXT_ABOUT
from bot.question import Unpriced

if TYPE_CHECKING:
    from bot.questions.phrases.slots import Slots


def service_in(message: Slots) -> Unpriced | None:
    """The first service that a message speaks of; text about one is none (视频脚本), nor is a side of a request (audio input)."""
    text = message.reading.text
    for token in message.tokens:
        if token.name is not None or Cue.OWN_SIDE in token.cues:
            continue
        service = _service(text[token.start : token.end], within=not token.cues)
        if service is not None and not text.startswith(TEXT_ABOUT, _behind(text, token.end)):
            return Unpriced(service)
    return None


def _service(word: str, *, within: bool) -> str | None:
    """The service that a word is for, or, ``within`` a word that only facts know, a part of it: video generation."""
    if word in SERVICES or not within:
        return SERVICES.get(word)
    apart = f" {word} "
    for part, service in _PARTS:
        if part in apart:
            return service
    return None


_PARTS: Final = tuple((f" {part} " if part.isascii() else part, service) for part, service in SERVICES.items())
"""What a word holds that is for a service: Latin words whole."""


def _behind(text: str, end: int) -> int:
    """The place of the next word, past a blank and 的."""
    while text.startswith((" ", "的"), end):
        end += 1
    return end
