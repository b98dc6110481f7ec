"""What the values of variables mean; each function refuses a value that means nothing, with a word on what does."""

from __future__ import annotations

import ipaddress
import logging
import re
import stat
from pathlib import Path
from typing import Final, NoReturn
from urllib.parse import urlsplit

from bot.settings.errors import SettingsError
from bot.settings.secret import Secret
from bot.text import Language

TELEGRAM_API: Final = "https://api.telegram.org"
"""The Bot API server that Telegram runs."""

MESSAGES_PER_SECOND: Final = 30
"""What Telegram lets a bot send that does not pay for more."""

LOOPBACK: Final = "127.0.0.1"
"""Only what runs on the same machine reaches it."""

LOG_LEVELS: Final = ("DEBUG", "INFO", "WARNING", "ERROR")

_TOKEN_SHAPE: Final = re.compile(r"[0-9]{4,20}:[A-Za-z0-9_-]{30,64}")

LOG_FORMATS: Final = ("text", "json")

_CHAT_ID: Final = re.compile(r"-?[1-9][0-9]{0,15}")

_ON: Final = ("on", "yes", "true", "1")
_OFF: Final = ("off", "no", "false", "0")

_USER_ID: Final = re.compile(r"[1-9][0-9]{0,15}")

MOST_MAINTAINERS: Final = 50

_TRADITIONAL: Final = frozenset({"hant", "tw", "hk", "mo"})


def token(value: str) -> Secret | None:
    if not value:
        return None
    if not _TOKEN_SHAPE.fullmatch(value):
        raise SettingsError(
            "TELEGRAM_BOT_TOKEN does not look like a bot token: write the one that @BotFather gave you, digits, "
            "a colon and about 35 letters, digits, - or _, with nothing around it."
        )
    return Secret(value)


def api_base_url(value: str) -> str:
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


def folder(name: str, value: str) -> Path | None:
    if not value:
        return None
    found = _path(name, value)
    try:
        is_folder, reason = stat.S_ISDIR(found.stat().st_mode), ""
    except FileNotFoundError:
        is_folder, reason = False, ""
    except (OSError, ValueError) as error:
        is_folder, reason = False, f" ({getattr(error, 'strerror', None) or error})"
    if not is_folder:
        advice = "write the path of a folder with the YAML files"
        raise SettingsError(f"{name} names no folder{reason}: {advice}, not {value!r}.")
    return found


def _path(name: str, value: str) -> Path:
    """The path that a variable names; ``~`` and ``~user`` stand for a home folder."""
    try:
        return Path(value).expanduser()
    except RuntimeError:
        raise SettingsError(
            f"{name} begins with a home folder that nobody has: write the whole path, not {value!r}."
        ) from None


def database(name: str, value: str) -> Path | Secret | None:
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


def language(value: str) -> Language:
    """The language of a tag, in any case and with any country: zh and zh-CN are Simplified Chinese, zh-TW Traditional."""
    if not value:
        return Language.ZH_HANS
    first, *rest = value.partition(".")[0].replace("_", "-").casefold().split("-")
    if first == "zh" and all(part.isalnum() for part in rest):
        traditional = "hans" not in rest and not _TRADITIONAL.isdisjoint(rest)
        return Language.ZH_HANT if traditional else Language.ZH_HANS
    if first == "en" and all(part.isalnum() for part in rest):
        return Language.EN
    choices = ", ".join(language.value for language in Language)
    raise SettingsError(f"PRICEBOT_LANG names no language of the bot: write one of {choices}, not {value!r}.")


def log_level(value: str) -> str:
    level = value.upper() or "INFO"
    if level not in LOG_LEVELS or not isinstance(logging.getLevelName(level), int):
        raise SettingsError(f"PRICEBOT_LOG_LEVEL is no level: write one of {', '.join(LOG_LEVELS)}, not {value!r}.")
    return level


def log_format(value: str) -> str | None:
    form = value.casefold()
    if form not in ("", *LOG_FORMATS):
        raise SettingsError(
            f"PRICEBOT_LOG_FORMAT is no form of a log: write one of {', '.join(LOG_FORMATS)}, or leave the variable out "
            "for text on a terminal and JSON elsewhere."
        )
    return form or None


def chat_id(name: str, value: str) -> int | None:
    if not value:
        return None
    if not _CHAT_ID.fullmatch(value):
        raise SettingsError(f"{name} is no id of a chat: write the number alone, that of a group with its minus.")
    return int(value)


def switch(name: str, value: str, *, usual: bool) -> bool:
    """``on`` or ``off``, and what is written for them elsewhere."""
    if not value:
        return usual
    if value.casefold() not in (*_ON, *_OFF):
        raise SettingsError(f"{name} is neither on nor off: write one of them, not {value!r}.")
    return value.casefold() in _ON


def user_ids(name: str, value: str) -> frozenset[int]:
    """Ids of people, with commas or spaces between them."""
    ids = value.replace(",", " ").split()
    if len(ids) > MOST_MAINTAINERS or not all(_USER_ID.fullmatch(one) for one in ids):
        raise SettingsError(
            f"{name} is no list of people: write their numbers, {MOST_MAINTAINERS} at most, with commas between them, "
            "as in 123456789,987654321."
        )
    return frozenset(map(int, ids))


def address(name: str, value: str) -> str:
    """The address of an interface to listen on."""
    if not value or value == "localhost":
        return value or LOOPBACK
    try:
        return str(ipaddress.ip_address(value))
    except ValueError:
        raise SettingsError(
            f"{name} is no address to listen on: write that of an interface, such as {LOOPBACK}, or 0.0.0.0 for all, "
            f"not {value!r}."
        ) from None


def port(name: str, value: str) -> int | None:
    """A port; 0 stands for any that is free."""
    if not value:
        return None
    if not (value.isascii() and value.isdigit() and len(value) < 6 and int(value) <= 65_535):
        raise SettingsError(f"{name} is no port: write a number from 1 to 65535, not {value!r}.")
    return int(value)


def rate(value: str) -> int:
    if not value:
        return MESSAGES_PER_SECOND
    if not (value.isascii() and value.isdigit() and 1 <= len(value) <= 6 and int(value) > 0):
        raise SettingsError(
            f"PRICEBOT_MESSAGES_PER_SECOND is no rate: write a whole number from 1 to 999999, not {value!r}; "
            f"Telegram takes {MESSAGES_PER_SECOND}, more of bots that pay for it."
        )
    return int(value)


def seconds(name: str, value: str, usual: float) -> float:
    if not value:
        return usual
    if not (value.isascii() and value.isdigit() and 1 <= len(value) <= 4 and int(value) > 0):
        raise SettingsError(f"{name} is no time: write whole seconds from 1 to 9999, not {value!r}.")
    return float(value)
