"""Where the bot tells how it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.settings import values
from bot.settings.values import LOOPBACK


@dataclass(frozen=True, slots=True)
class Health:
    """The port on which the running bot tells of its health and its numbers; 0 stands for any free one."""

    port: int
    address: str = LOOPBACK


def health(environ: Mapping[str, str]) -> Health | None:
    """Where the bot is to tell how it is; ``None`` where nowhere.

    Raises:
        SettingsError: where a variable cannot be used.
    """
    address = values.address("PRICEBOT_HEALTH_ADDRESS", environ.get("PRICEBOT_HEALTH_ADDRESS", "").strip())
    port = values.port("PRICEBOT_HEALTH_PORT", environ.get("PRICEBOT_HEALTH_PORT", "").strip())
    return Health(port, address) if port is not None else None
