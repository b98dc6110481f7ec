"""What the texts of options mean; each function refuses a text that means nothing, with a word on what does."""

from __future__ import annotations

import re
from argparse import ArgumentTypeError
from contextlib import suppress
from datetime import date, datetime, time
from typing import Final

from bot.answers import BEIJING
from bot.settings.errors import SettingsError
from bot.settings.values import language as of_tag
from bot.text import Language

_NOON: Final = time(12)
_MOMENT: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?P<time>[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:[0-9]{2})?)?"
)


def language(text: str) -> Language:
    """A language by its tag, which may name a region or leave the script out: zh, zh-TW."""
    if text:
        with suppress(SettingsError):
            return of_tag(text)
    raise ArgumentTypeError(f"{text!r} is none of {', '.join(known.value for known in Language)}")


def port(text: str) -> int:
    """The number of a TCP port; 0 stands for any free one."""
    if not (text.isascii() and text.isdigit() and len(text) < 6 and int(text) <= 65_535):
        raise ArgumentTypeError(f"{text!r} is no port; write a number from 1 to 65535, or 0 for any free one")
    return int(text)


def number(text: str) -> int:
    """A whole number from 1 to 99999."""
    if not (text.isascii() and text.isdigit() and len(text) < 6 and int(text) > 0):
        raise ArgumentTypeError(f"{text!r} is no number; write one from 1 to 99999")
    return int(text)


def day(text: str) -> date:
    """A day in ISO form."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.isoformat() != text:
        raise ArgumentTypeError(f"{text!r} is no day; write it as 2024-05-16")
    return found


def moment(text: str) -> datetime:
    """A day and time in ISO form, in Beijing's where no offset is given; a day alone is its noon there."""
    form = _MOMENT.fullmatch(text)
    try:
        if form is not None:
            found = datetime.fromisoformat(text)
            if form["time"] is None:
                found = datetime.combine(found, _NOON)
            return (found if found.tzinfo else found.replace(tzinfo=BEIJING)).astimezone(BEIJING)
    except (ValueError, OverflowError):
        pass
    raise ArgumentTypeError(f"{text!r} is no time; write it as 2026-11-28, 2026-11-28T20:30 or 2026-11-28T12:30Z")
