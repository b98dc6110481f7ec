"""Words for the terms on which a price holds: how a request is made, at which hours."""

from __future__ import annotations

from typing import Final

from bot.language.words.vocabulary import table

MODES: Final = table("terms", "modes")
"""How a request is made, by the words for it."""
WINDOWS: Final = table("terms", "windows")
"""At which hours of a vendor that charges by them."""
