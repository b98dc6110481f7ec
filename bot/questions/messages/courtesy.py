"""Greetings and thanks: messages that ask nothing, but are owed an answer by whoever they are said to."""

from __future__ import annotations

import re
from typing import Final

_GREETING: Final = re.compile(
    r"(?:你好|您好|你们好|大家好|哈喽|哈罗|嗨|早|早上好|早安|早晨|午安|下午好|晚上好|在吗|在么|在不在"
    r"|hi|hello|hey|hiya|yo|good (?:morning|afternoon|evening)|hi there|hello there|hey there)"
)
_THANKS: Final = re.compile(
    r"(?:(?:好的?|ok|okay|great|cool)?[ ,，!！]*)"
    r"(?:谢谢|谢谢[你您]|谢谢啦|谢谢了|多谢|多谢[你您晒啦]|谢了|谢啦|感谢|非常感谢|十分感谢|唔该|唔该晒|辛苦了"
    r"|thanks|thank you|thank u|thx|ty|tks|thanks a lot|thanks so much|many thanks|thank you (?:so|very) much|cheers)"
)
_AROUND: Final = " ,.!?~。，！？～、…啊呀呢哦哈"


def greets(text: str) -> bool:
    """Whether a message in normal form is a greeting and nothing else."""
    return _GREETING.fullmatch(text.strip(_AROUND)) is not None


def thanks(text: str) -> bool:
    """Whether a message in normal form says thanks and nothing else."""
    return _THANKS.fullmatch(text.strip(_AROUND)) is not None
