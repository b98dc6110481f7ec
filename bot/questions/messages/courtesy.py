"""Greetings and thanks: messages that ask nothing, but are owed an answer by whoever they are said to."""

from __future__ import annotations

import re
from typing import Final

from bot.language.basics.vocabulary import words_under
from bot.text import Normalized

_GREETINGS: Final = frozenset(words_under("questions", "courtesy, greetings"))
_THANKED: Final = (
    r"(?:先|非常|十分|万分)?(?:谢谢|多谢|感谢|谢过|谢了|谢啦|谢谢啦|唔该|辛苦)(?:[你您大各]?[们家位]|[你您啦了晒喇哈呀啊先哦])*"
    r"|(?:many |big )?(?:thanks|thank (?:you|u|ya)|thx|thnx|tnx|ty|tysm|tks|cheers)"
    r"(?: (?:a lot|so much|very much|a million|a bunch|a ton|in advance|all|guys|everyone|everybody|folks|mate|again))*"
)
_THANKS: Final = re.compile(rf"(?:(?:好的?|ok|okay|great|cool)?[ ,!]*)(?:{_THANKED})")
_CLOSING_THANKS: Final = re.compile(rf"(?![a-z](?<=[a-z0-9].))(?:{_THANKED})$")
_LONGEST_THANKS: Final = 40
_CLOSING: Final = " ,.!?~。、\n"
"""Marks and blanks at the end of a message, of which a question mark alone says anything."""
_AROUND: Final = " ,.!?~。、啊呀呢哦哈"


def greets(text: str) -> bool:
    """Whether a message in normal form is a greeting and nothing else."""
    return text.strip(_AROUND) in _GREETINGS


def thanks(text: str) -> bool:
    """Whether a message in normal form says thanks and nothing else."""
    return _THANKS.fullmatch(text.strip(_AROUND)) is not None


def without_closing(message: Normalized) -> Normalized:
    """A message without the thanks and marks at its end, but for a question mark; as it is where it holds nothing else."""
    text = message.text
    end = len(text.rstrip(_CLOSING))
    while (thanked := _CLOSING_THANKS.search(text, max(0, end - _LONGEST_THANKS), end)) is not None:
        end = len(text[: thanked.start()].rstrip(_CLOSING))
    if end in (0, len(text)) or thanks(text):
        return message
    asked = text.find("?", end)
    return message.until(end if asked < 0 else asked + 1)
