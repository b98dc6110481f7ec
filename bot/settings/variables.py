"""Every environment variable that the program reads for itself, by name."""

from __future__ import annotations

from typing import Final

SECRETS: Final = ("TELEGRAM_BOT_TOKEN", "DATABASE_URL", "PRICEBOT_WEBHOOK_SECRET")
"""What stands in the variable itself, or in the file that the same name with ``_FILE`` names."""

FOR_ALL: Final = ("PRICEBOT_KNOWLEDGE", "PRICEBOT_LANG")
"""Read by every command."""

FOR_TELEGRAM: Final = (
    *SECRETS,
    *(f"{name}_FILE" for name in SECRETS),
    "TELEGRAM_API_BASE_URL",
    "PRICEBOT_DATABASE",
    "PRICEBOT_DRAIN_SECONDS",
    "PRICEBOT_HEALTH_ADDRESS",
    "PRICEBOT_HEALTH_PORT",
    "PRICEBOT_KEEP_UNANSWERED",
    "PRICEBOT_LOG_FORMAT",
    "PRICEBOT_LOG_LEVEL",
    "PRICEBOT_MAINTAINERS",
    "PRICEBOT_MESSAGES_PER_SECOND",
    "PRICEBOT_OWNER",
    "PRICEBOT_REFRESH",
    "PRICEBOT_REFRESH_PRICES_URL",
    "PRICEBOT_REFRESH_RATES_URL",
    "PRICEBOT_RICH_MESSAGES",
    "PRICEBOT_WEBHOOK_URL",
    "PRICEBOT_WEBHOOK_ADDRESS",
    "PRICEBOT_WEBHOOK_PORT",
)
"""Read by ``pricebot run`` alone, so that they cannot fail another command."""

FOR_DATABASE: Final = ("DATABASE_URL", "DATABASE_URL_FILE", "PRICEBOT_DATABASE")
"""Of those what tells where the database is."""

FOR_HEALTH: Final = ("PRICEBOT_HEALTH_ADDRESS", "PRICEBOT_HEALTH_PORT")
"""Of those what ``pricebot health`` reads as well: where to ask."""

VARIABLES: Final = (*FOR_ALL, *FOR_TELEGRAM)
