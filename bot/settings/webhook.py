"""The webhook: where Telegram delivers updates, where they are taken in, and what tells that they are Telegram's."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import SplitResult, urlsplit

from bot.settings import values
from bot.settings.errors import SettingsError
from bot.settings.secret import Secret, secret_value, without_tokens
from bot.settings.values import LOOPBACK, TELEGRAM_API

PORT: Final = 8080

_TELEGRAMS_PORTS: Final = (443, 80, 88, 8443)
"""Telegram delivers to no others."""

_SECRET: Final = re.compile(r"[A-Za-z0-9_-]{16,256}")
"""What Telegram takes, and what nobody guesses."""

_PATH: Final = re.compile(r"/[A-Za-z0-9/._~-]*")

_ROUNDS: Final = 100_000


@dataclass(frozen=True, slots=True)
class Webhook:
    """How updates reach the bot, where it does not poll."""

    url: str
    """Where Telegram delivers; whoever ends TLS there hands the requests on under the same path."""
    secret: Secret
    """What Telegram sends along in a header of each request."""
    address: str = LOOPBACK
    port: int = PORT
    """Where the bot listens; 0 stands for any free port."""

    @property
    def path(self) -> str:
        return urlsplit(self.url).path or "/"

    @property
    def registered_url(self) -> str:
        """The URL as Telegram is given it: a short fingerprint tells whether the secret there is still this one."""
        digest = hashlib.pbkdf2_hmac("sha256", self.secret.reveal().encode(), self.url.encode(), _ROUNDS)
        return f"{self.url}?v={digest.hex()[:8]}"


def webhook(environ: Mapping[str, str], api_base_url: str) -> Webhook | None:
    """The webhook that is set; ``None`` where the bot is to poll.

    Raises:
        SettingsError: where a variable cannot be used, or the secret is missing.
    """
    url = environ.get("PRICEBOT_WEBHOOK_URL", "").strip()
    secret = secret_value(environ, "PRICEBOT_WEBHOOK_SECRET")
    address = values.address("PRICEBOT_WEBHOOK_ADDRESS", environ.get("PRICEBOT_WEBHOOK_ADDRESS", "").strip())
    port = values.port("PRICEBOT_WEBHOOK_PORT", environ.get("PRICEBOT_WEBHOOK_PORT", "").strip())
    if not url:
        return None
    if not _SECRET.fullmatch(secret):
        raise SettingsError(
            "PRICEBOT_WEBHOOK_SECRET is no secret for a webhook: write 16 to 256 letters, digits, - or _ that nobody "
            "can guess, such as `openssl rand -hex 32` prints, there or into a file that PRICEBOT_WEBHOOK_SECRET_FILE names."
        )
    _check_url(url, telegrams_own=api_base_url == TELEGRAM_API)
    return Webhook(url, Secret(secret), address, PORT if port is None else port)


def _check_url(url: str, *, telegrams_own: bool) -> None:
    if without_tokens(url) != url:
        raise SettingsError("PRICEBOT_WEBHOOK_URL holds a bot's token: write a path without it, others can see it.")
    parts = _parts(url)
    schemes = ("https",) if telegrams_own else ("https", "http")
    if parts is None or parts.scheme not in schemes or not _PATH.fullmatch(parts.path or "/"):
        raise SettingsError(
            "PRICEBOT_WEBHOOK_URL is no address that Telegram can deliver to: write one such as "
            "https://bot.example.org/telegram, without query."
        )
    if telegrams_own and (parts.port or 443) not in _TELEGRAMS_PORTS:
        ports = ", ".join(map(str, _TELEGRAMS_PORTS))
        raise SettingsError(f"PRICEBOT_WEBHOOK_URL has a port that Telegram does not deliver to: write one of {ports}.")


def _parts(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return None
    plain = bool(parts.hostname) and "@" not in parts.netloc and "?" not in url and "#" not in url
    return parts if plain else None
