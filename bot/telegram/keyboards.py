"""Buttons: the Question that each carries, there and back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message
from telegram.constants import InlineKeyboardButtonLimit

from bot.answers import Button, Kind, Reply

NEW_MESSAGE: Final = "+"
"""Stands before the code in buttons whose answer is to be a message of its own: those of a help text, which stays."""


def keyboard(reply: Reply) -> InlineKeyboardMarkup | None:
    """The reply's buttons; ``None`` where it has none."""
    return rows_of(reply.buttons, keep=reply.kind is Kind.HELP)


def rows_of(rows: Iterable[Iterable[Button]], keep: bool = False) -> InlineKeyboardMarkup | None:
    """Buttons in rows. ``keep``: pressing one leaves the message as it is and answers in another."""
    prefix = NEW_MESSAGE if keep else ""
    made = [[InlineKeyboardButton(button.label, callback_data=prefix + button.code) for button in row] for row in rows]
    made = [[button for button in row if _fits(button)] for row in made]
    made = [row for row in made if row]
    return InlineKeyboardMarkup(made) if made else None


def pressed(data: str) -> tuple[str, bool]:
    """Code of the Question in a pressed button, and whether its answer is to be a message of its own."""
    return data.removeprefix(NEW_MESSAGE), data.startswith(NEW_MESSAGE)


def code_under(message: Message) -> str | None:
    """The first Question in a message's buttons: what it was about, without any memory of it."""
    rows = message.reply_markup.inline_keyboard if message.reply_markup else ()
    for row in rows:
        for button in row:
            if isinstance(button.callback_data, str):
                return pressed(button.callback_data)[0]
    return None


def _fits(button: InlineKeyboardButton) -> bool:
    data = button.callback_data
    return isinstance(data, str) and 0 < len(data.encode()) <= InlineKeyboardButtonLimit.MAX_CALLBACK_DATA
