"""Settings, read from environment variables: every one of them, and what is wrong where one is."""

from __future__ import annotations

import hmac
import logging
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NoReturn
from urllib.parse import urlsplit

from bot.text import Language

TELEGRAM_API: Final = "https://api.telegram.org"
"""The Bot API server that Telegram runs."""

MESSAGES_PER_SECOND: Final = 30
"""What Telegram lets a bot send that does not pay for more."""

DRAIN_SECONDS: Final = 8.0
"""Docker kills what has not stopped after 10 seconds."""

LOG_LEVELS: Final = ("DEBUG", "INFO", "WARNING", "ERROR")

_TOKEN_SHAPE: Final = re.compile(r"[0-9]{4,20}:[A-Za-z0-9_-]{30,64}")


class SettingsError(ValueError):
    """An environment variable that cannot be used; the message names it and says what to write."""


class Secret:
    """A string that shows itself only when asked: ``repr`` and ``str`` hide it."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        return self._value

    def __repr__(self) -> str:
        return "Secret(…)"

    __str__ = __repr__

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and hmac.compare_digest(self._value.encode(), other._value.encode())

    def __hash__(self) -> int:
        return hash(self._value)


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


def from_environment(environ: Mapping[str, str]) -> Settings:
    """The settings in these environment variables. An empty variable counts as none.

    Raises:
        SettingsError: where a variable cannot be used.
    """
    return Settings(
        token=_token(_value(environ, "TELEGRAM_BOT_TOKEN")),
        api_base_url=_api_base_url(_value(environ, "TELEGRAM_API_BASE_URL")),
        knowledge=_folder("PRICEBOT_KNOWLEDGE", _value(environ, "PRICEBOT_KNOWLEDGE")),
        language=_language(_value(environ, "PRICEBOT_LANG")),
        log_level=_log_level(_value(environ, "PRICEBOT_LOG_LEVEL")),
        messages_per_second=_rate(_value(environ, "PRICEBOT_MESSAGES_PER_SECOND")),
        drain_seconds=_seconds("PRICEBOT_DRAIN_SECONDS", _value(environ, "PRICEBOT_DRAIN_SECONDS"), DRAIN_SECONDS),
        database=_database("DATABASE_URL", _value(environ, "DATABASE_URL"))
        or _database("PRICEBOT_DATABASE", _value(environ, "PRICEBOT_DATABASE")),
    )


def default_database(environ: Mapping[str, str]) -> Path:
    """Where it is kept if nobody says otherwise: in the user's folder for the state of programs."""
    state = environ.get("XDG_STATE_HOME", "")
    root = Path(state) if Path(state).is_absolute() else Path(environ.get("HOME") or "/") / ".local" / "state"
    return root / "pricebot" / "chats.sqlite"


def _value(environ: Mapping[str, str], name: str) -> str:
    return environ.get(name, "").strip()


def _token(value: str) -> Secret | None:
    if not value:
        return None
    if not _TOKEN_SHAPE.fullmatch(value):
        raise SettingsError(
            "TELEGRAM_BOT_TOKEN does not look like a bot token: write the one that @BotFather gave you, digits, "
            "a colon and about 35 letters, digits, - or _, with nothing around it."
        )
    return Secret(value)


def _api_base_url(value: str) -> str:
    if not value:
        return TELEGRAM_API
    root = value.rstrip("/").removesuffix("/bot")
    try:
        parts = urlsplit(root)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and not parts.query and not parts.fragment
        _ = parts.port
    except ValueError:
        usable = False
    if not usable:
        raise SettingsError(
            "TELEGRAM_API_BASE_URL is not the address of a Bot API server: write its root, such as "
            "http://localhost:8081, or leave the variable out for Telegram's own."
        )
    return root


def _folder(name: str, value: str) -> Path | None:
    if not value:
        return None
    folder = _path(name, value)
    try:
        is_folder, reason = stat.S_ISDIR(folder.stat().st_mode), ""
    except FileNotFoundError:
        is_folder, reason = False, ""
    except (OSError, ValueError) as error:
        is_folder, reason = False, f" ({getattr(error, 'strerror', None) or error})"
    if not is_folder:
        advice = "write the path of a folder with the YAML files"
        raise SettingsError(f"{name} names no folder{reason}: {advice}, not {value!r}.")
    return folder


def _path(name: str, value: str) -> Path:
    """The path that a variable names; ``~`` and ``~user`` stand for a home folder."""
    try:
        return Path(value).expanduser()
    except RuntimeError:
        raise SettingsError(
            f"{name} begins with a home folder that nobody has: write the whole path, not {value!r}."
        ) from None


def _database(name: str, value: str) -> Path | Secret | None:
    """A path, or a URL as SQLAlchemy writes it: ``sqlite:///`` before the path, or ``postgresql://``."""
    scheme, separator, rest = value.partition("://")
    if separator and scheme.partition("+")[0] in ("postgresql", "postgres"):
        return Secret(f"postgresql://{rest}") if _is_server(value) else _refuse_database(name)
    path = rest.removeprefix("/") if separator else value
    if separator and (scheme not in ("sqlite", "sqlite+aiosqlite") or not rest.startswith("/") or "?" in rest):
        return _refuse_database(name)
    return _path(name, path) if path else None


def _is_server(address: str) -> bool:
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return False
    return bool(parts.path.strip("/")) and not parts.fragment


def _refuse_database(name: str) -> NoReturn:
    raise SettingsError(
        f"{name} names no database that the bot can use: write the path of a SQLite file, sqlite:///PATH, or "
        "postgresql://USER:PASSWORD@HOST/NAME."
    )


def _language(value: str) -> Language:
    if not value:
        return Language.ZH_HANS
    for language in Language:
        if value.casefold().replace("_", "-") == language.value.casefold():
            return language
    choices = ", ".join(language.value for language in Language)
    raise SettingsError(f"PRICEBOT_LANG names no language of the bot: write one of {choices}, not {value!r}.")


def _log_level(value: str) -> str:
    level = value.upper() or "INFO"
    if level not in LOG_LEVELS or not isinstance(logging.getLevelName(level), int):
        raise SettingsError(f"PRICEBOT_LOG_LEVEL is no level: write one of {', '.join(LOG_LEVELS)}, not {value!r}.")
    return level


def _rate(value: str) -> int:
    if not value:
        return MESSAGES_PER_SECOND
    if not (value.isascii() and value.isdigit() and 1 <= len(value) <= 6 and int(value) > 0):
        raise SettingsError(
            f"PRICEBOT_MESSAGES_PER_SECOND is no rate: write a whole number from 1 to 999999, not {value!r}; "
            f"Telegram takes {MESSAGES_PER_SECOND}, more of bots that pay for it."
        )
    return int(value)


def _seconds(name: str, value: str, usual: float) -> float:
    if not value:
        return usual
    if not (value.isascii() and value.isdigit() and 1 <= len(value) <= 4 and int(value) > 0):
        raise SettingsError(f"{name} is no time: write whole seconds from 1 to 9999, not {value!r}.")
    return float(value)
