"""What the running bot may refresh by itself, and from where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from bot.settings.errors import SettingsError

_KINDS: Final = ("prices", "rates")
_ALL: Final = ("all", "on")


@dataclass(frozen=True, slots=True)
class Refresh:
    """Which of both is refreshed; addresses are ``None`` for the usual ones."""

    prices: bool = False
    rates: bool = False
    prices_url: str | None = None
    rates_url: str | None = None


NO_REFRESH: Final = Refresh()


def refresh(environ: Mapping[str, str]) -> Refresh:
    """What may be refreshed; by default nothing.

    Raises:
        SettingsError: where a variable cannot be used.
    """
    words = environ.get("PRICEBOT_REFRESH", "").replace(",", " ").casefold().split()
    wanted = set() if words in ([], ["off"]) else set(_KINDS) if len(words) == 1 and words[0] in _ALL else set(words)
    if not wanted <= set(_KINDS):
        raise SettingsError("PRICEBOT_REFRESH names nothing to refresh: write prices, rates, all or off.")
    return Refresh(
        "prices" in wanted,
        "rates" in wanted,
        _address(environ, "PRICEBOT_REFRESH_PRICES_URL"),
        _address(environ, "PRICEBOT_REFRESH_RATES_URL"),
    )


def _address(environ: Mapping[str, str], name: str) -> str | None:
    value = environ.get(name, "").strip()
    if not value:
        return None
    try:
        parts = urlsplit(value)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname)
        _ = parts.port
    except ValueError:
        usable = False
    if not usable:
        raise SettingsError(f"{name} is no address to fetch from: write one that begins with https://.")
    return value
