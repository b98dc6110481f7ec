"""Words for the terms on which a price holds: how a request is made, at which hours."""

from __future__ import annotations

from functools import cache

from bot.language.basics.vocabulary import table


@cache
def modes() -> dict[str, str]:
    """How a request is made, by the words for it."""
    return table("terms", "modes")


@cache
def windows() -> dict[str, str]:
    """At which hours of a vendor that charges by them, by the words for these."""
    return table("terms", "windows")
