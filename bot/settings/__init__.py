"""Settings, read from environment variables: every one of them, and what is wrong where one is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.settings import values
from bot.settings.errors import SettingsError
from bot.settings.health import Health, health
from bot.settings.refresh import NO_REFRESH, Refresh, refresh
from bot.settings.secret import Secret, secret_value
from bot.settings.values import MESSAGES_PER_SECOND, TELEGRAM_API
from bot.settings.webhook import Webhook, webhook
from bot.text import Language

__all__ = [
    "DRAIN_SECONDS",
    "TELEGRAM_API",
    "Health",
    "Refresh",
    "Secret",
    "Settings",
    "SettingsError",
    "Webhook",
    "default_database",
    "from_environment",
]

DRAIN_SECONDS: Final = 8.0
"""Docker kills what has not stopped after 10 seconds."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How the bot is to run."""

    token: Secret | None = None
    """The bot's token; ``None`` where there is none, and then the bot cannot run on Telegram."""
    api_base_url: str = TELEGRAM_API
    """Root of the Bot API server, without a slash at its end."""
    knowledge: Path | None = None
    """Folder of the knowledge base; ``None`` is the one that the package brings."""
    language: Language = Language.ZH_HANS
    """The language to reply in where neither the message nor the reader's own tells."""
    log_level: str = "INFO"
    messages_per_second: int = MESSAGES_PER_SECOND
    """Messages that the bot sends a second to all chats together."""
    drain_seconds: float = DRAIN_SECONDS
    """How long work in hand may take after the bot was told to stop."""
    database: Path | Secret | None = None
    """SQLite file, or address of PostgreSQL, with what outlives the process; ``None`` is :func:`default_database`."""
    webhook: Webhook | None = None
    """Where updates are delivered to; ``None`` where the bot polls."""
    health: Health | None = None
    """Where the bot tells how it is; ``None`` where nowhere."""
    owner: int | None = None
    """The chat that is told when the bot starts, cannot run, or does not work for long."""
    maintainers: frozenset[int] = frozenset()
    """Ids of the people who are told of edits that cannot be used, and may ask how the bot is."""
    keep_unanswered: bool = True
    """Whether questions that could not be answered are kept, without who asked."""
    rich_messages: bool = True
    """Whether lists of prices go as rich messages with a table, where Telegram takes them."""
    refresh: Refresh = NO_REFRESH
    """What the running bot refreshes by itself."""
    log_format: str | None = None
    """``text`` or ``json``; ``None`` is text on a terminal and JSON elsewhere."""


def from_environment(environ: Mapping[str, str]) -> Settings:
    """The settings in these environment variables. An empty variable counts as none.

    Raises:
        SettingsError: where a variable cannot be used.
    """

    def value(name: str) -> str:
        return environ.get(name, "").strip()

    server = values.api_base_url(value("TELEGRAM_API_BASE_URL"))
    return Settings(
        token=values.token(secret_value(environ, "TELEGRAM_BOT_TOKEN")),
        api_base_url=server,
        knowledge=values.folder("PRICEBOT_KNOWLEDGE", value("PRICEBOT_KNOWLEDGE")),
        language=values.language(value("PRICEBOT_LANG")),
        log_level=values.log_level(value("PRICEBOT_LOG_LEVEL")),
        messages_per_second=values.rate(value("PRICEBOT_MESSAGES_PER_SECOND")),
        drain_seconds=values.seconds("PRICEBOT_DRAIN_SECONDS", value("PRICEBOT_DRAIN_SECONDS"), DRAIN_SECONDS),
        database=values.database("DATABASE_URL", secret_value(environ, "DATABASE_URL"))
        or values.database("PRICEBOT_DATABASE", value("PRICEBOT_DATABASE")),
        webhook=webhook(environ, server),
        health=health(environ),
        owner=values.chat_id("PRICEBOT_OWNER", value("PRICEBOT_OWNER")),
        maintainers=values.user_ids("PRICEBOT_MAINTAINERS", value("PRICEBOT_MAINTAINERS")),
        keep_unanswered=values.switch("PRICEBOT_KEEP_UNANSWERED", value("PRICEBOT_KEEP_UNANSWERED"), usual=True),
        rich_messages=values.switch("PRICEBOT_RICH_MESSAGES", value("PRICEBOT_RICH_MESSAGES"), usual=True),
        refresh=refresh(environ),
        log_format=values.log_format(value("PRICEBOT_LOG_FORMAT")),
    )


def default_database(environ: Mapping[str, str]) -> Path:
    """Where it is kept if nobody says otherwise: in the user's folder for the state of programs."""
    state = environ.get("XDG_STATE_HOME", "")
    root = Path(state) if Path(state).is_absolute() else Path(environ.get("HOME") or "/") / ".local" / "state"
    return root / "pricebot" / "chats.sqlite"
