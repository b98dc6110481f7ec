"""Asks the bot that runs how it is."""

from __future__ import annotations

import http.client
import ipaddress
from typing import Final

from bot.settings import Health
from bot.terminal.streams import Streams

PATIENCE_SECONDS: Final = 5.0
"""A bot whose loop stands still does not answer at all."""

MOST_BYTES: Final = 4096


def ask_how_it_is(where: Health, path: str, streams: Streams) -> bool:
    """Whether the bot that tells how it is there is well. What it says is shown."""
    connection = http.client.HTTPConnection(_near(where.address), where.port, timeout=PATIENCE_SECONDS)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        said = answer.read(MOST_BYTES).decode("utf-8", "replace").strip()
    except (OSError, http.client.HTTPException) as error:
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        streams.complain(f"nothing answers on port {where.port} ({reason}).")
        return False
    finally:
        connection.close()
    streams.say(said)
    return answer.status == http.client.OK


def _near(address: str) -> str:
    """Where to ask what listens on this address: on this machine, where it listens on all of its interfaces."""
    if address == "localhost" or not ipaddress.ip_address(address).is_unspecified:
        return address
    return "::1" if ":" in address else "127.0.0.1"
