"""Secrets: strings that hide themselves, read from a variable or from the file that another variable names."""

from __future__ import annotations

import hmac
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from bot.settings.errors import SettingsError

MOST_BYTES: Final = 4096
"""No secret is longer: more is the wrong file."""

MASK: Final = "<token>"

_ANY_TOKEN: Final = re.compile(r"(?<![0-9])[0-9]{4,20}:[A-Za-z0-9_-]{30,64}")
"""The shape of a token: also one of another bot, or one that was mistyped."""


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


def secret_value(environ: Mapping[str, str], name: str) -> str:
    """The value of a variable, or what stands in the file that ``NAME_FILE`` names, without blanks around it.

    Raises:
        SettingsError: both are set, or the file cannot be read, is empty, or holds more than a secret.
    """
    value, named = environ.get(name, "").strip(), environ.get(f"{name}_FILE", "").strip()
    if not named:
        return value
    if value:
        raise SettingsError(f"{name} and {name}_FILE are both set: write one of them alone.")
    return _content(f"{name}_FILE", named)


def without_tokens(text: str) -> str:
    """The text with everything in it that looks like a bot's token masked."""
    return _ANY_TOKEN.sub(MASK, text)


def _content(name: str, named: str) -> str:
    try:
        with Path(named).expanduser().open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except (OSError, ValueError, RuntimeError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "no path"
        raise SettingsError(
            f"{name} names no file that can be read ({reason}): write the path of a file that holds nothing but the secret."
        ) from None
    try:
        text = content.decode("utf-8-sig").strip()
    except UnicodeDecodeError:
        text = ""
    if not text or len(content) > MOST_BYTES or len(text.split()) > 1:
        raise SettingsError(f"{name} names a file that holds no secret: write it there, alone, on one line.")
    return text
