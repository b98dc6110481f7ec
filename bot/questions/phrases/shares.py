"""How the parts of a whole are told: as a ratio, or evenly."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from bot.language.numbers.chinese_sections import ONES, TENS
from bot.language.numbers.numbers import value_of

_FIGURE: Final = rf"(?<![\d.])(\d{{1,3}}(?:\.\d+)?|[{ONES}{TENS}])"
RATIO: Final = re.compile(rf"{_FIGURE} ?(?::|比|/|to|-to-) ?{_FIGURE}(?![\d.%]|[万千百亿])")
EVENLY: Final = re.compile(
    r"平分|平均分(?:配|成|给|到|开|摊)?|平摊|均分|等分|对半(?:分|开|买)?|对分|五五(?:开|分|分成)|一半一半|各[自买用占花分充投给放要拿来攞使去得啲]*一半|各半"
    r"|一[人样边家个]一半|\b(?:evenly|equally|half and half|half[- ]half|fifty[- ]fifty|50[/-]50"
    r"|half (?:the money |of it |of that )?(?:on |to |for |with |in )?(?:each|both)|in half|equal (?:parts|shares|halves))\b"
    r"|\b(?:split|divid(?:e|ed|ing)|shar(?:e|ed|ing))\b(?=.{0,40}\b(?:between|among|across)\b)"
)
"""As much for each; what is split between some is so where nothing else is said."""


def figure_of(text: str) -> Decimal:
    """One of the two figures of a ratio."""
    return value_of(text)
