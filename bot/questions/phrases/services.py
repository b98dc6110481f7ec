"""What else than text is asked the price of under a model's name: pictures, speech, fine-tuning, a server for it."""

from __future__ import annotations

from bot.language.basics.cues import Cue
from bot.language.words.services import SERVICES, TEXT_ABOUT
from bot.question import Unpriced

if TYPE_CHECKING:
    from bot.questions.phrases.slots import Slots


def service_in(message: Slots) -> Unpriced | None:
    """The first service that a message speaks of; text about one is none (视频脚本), nor is a side of a request (audio input)."""
    text = message.reading.text
    for token in message.tokens:
        service = (
            SERVICES.get(text[token.start : token.end])
            if token.name is None and Cue.OWN_SIDE not in token.cues
            else None
        )
        if service is not None and not text.startswith(TEXT_ABOUT, _behind(text, token.end)):
            return Unpriced(service)
    return None


def _behind(text: str, end: int) -> int:
    """The place of the next word, past a blank and 的."""
    while text.startswith((" ", "的"), end):
        end += 1
    return end
