"""Whether a message asks if a vendor's offer still runs: glm-5.3-flash半价还有吗, is it still half price."""

from __future__ import annotations

import re
from typing import Final

Span = tuple[int, int]

_OFFER: Final = r"半价|半折|[五5]折|折扣|优惠|促销|活动价?|特价|打折|减价|限时价?"
_ASKED: Final = re.compile(
    rf"(?:{_OFFER})[^,;?!。]{{0,6}}?(?:还有|还在|仲有|仲喺|结束|到期|完咗|完了|过咗|过了|没了|冇咗)[^,;?!。]{{0,3}}"
    rf"|(?:还|仲)(?:是|有|在|系|喺|做)?[^,;?!。]{{0,4}}?(?:{_OFFER})"
    r"|\bstill (?:at |on |in |running )?(?:the |a |its )?(?:half[- ]price|half off|on sale|discount(?:ed)?|offer|promo(?:tion)?"
    r"|promotional price|sale|\d{1,2} ?% off)\b"
    r"|\b(?:promo(?:tion)?|discount|offer|sale|half[- ]price)\b(?: \w+){0,4}? (?:still (?:on|running|there|valid)|over|ended|expired?)\b"
)


def offer_asked(text: str) -> Span | None:
    """Where a text in normal form asks whether an offer still runs."""
    match = _ASKED.search(text)
    return match.span() if match is not None else None
