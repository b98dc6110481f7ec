"""Whether a message asks if a vendor's offer still runs: glm-5.3-flash半价还有吗, is it still half price."""

from __future__ import annotations

from typing import Final

from bot.language.words.expressions import expressions

Span = tuple[int, int]

_OFFER: Final = expressions("an offer")
_OVER: Final = expressions("offer over")
_THERE: Final = expressions("offer there")
_STILL: Final = expressions("still")
_UNTIL_WHEN: Final = expressions("until when")
_FAR: Final = 24
_NEAR: Final = 6
"""Characters between an offer and what says that it goes on, or ends."""
_BREAKS: Final = ",;?!。"


def offer_asked(text: str) -> Span | None:
    """Where a text in normal form asks whether an offer still runs."""
    return (
        _UNTIL_WHEN.followed_by(_OFFER, text, _FAR, _BREAKS)
        or _OFFER.followed_by(_OVER, text, _NEAR, _BREAKS)
        or _STILL.followed_by(_OFFER, text, _NEAR, _BREAKS)
        or next(iter(_THERE.spans(text)), None)
    )
