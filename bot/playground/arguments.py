"""Reads and checks the arguments of calls, as strictly as Telegram does."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final

from telegram.constants import BotCommandLimit, InlineKeyboardButtonLimit, MessageLimit

from bot.playground.errors import bad_request
from bot.playground.markup import parse_html, utf16_length

Json = dict[str, Any]

_BUTTON_ACTIONS: Final = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)


_COMMAND: Final = re.compile(r"[a-z0-9_]{1,32}")


class Arguments:
    """The arguments of one call, and the files that came with it. Values may come as JSON or as strings that hold JSON."""

    def __init__(self, values: Json, files: Mapping[str, bytes] | None = None) -> None:
        self.values = values
        self.files = files or {}

    def text(self, name: str, default: str = "") -> str:
        value = self.values.get(name, default)
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)

    def integer(self, name: str, default: int = 0) -> int:
        value = self.values.get(name, default)
        try:
            return int(value)
        except (TypeError, ValueError):
            raise bad_request(f"can't parse {name}: expected an integer") from None

    def flag(self, name: str) -> bool:
        return self.values.get(name) in (True, 1, "true", "True", "1")

    def structure(self, name: str) -> Any:
        """A nested value; ``None`` where it is missing."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value) if value else None
        except ValueError:
            raise bad_request(f"can't parse {name} JSON object") from None


def formatted(source: str, parse_mode: str | None) -> tuple[str, list[Json]]:
    """Text and entities of a message to be sent, within Telegram's limits."""
    text, entities = _parsed(source, parse_mode)
    if not text.strip():
        raise bad_request("message text is empty")
    if utf16_length(text) > MessageLimit.MAX_TEXT_LENGTH:
        raise bad_request("message is too long")
    return text, entities


def captioned(values: Mapping[str, Any]) -> Json:
    """Caption and entities of a picture to be sent, where it has any."""
    text, entities = _parsed(str(values.get("caption") or ""), values.get("parse_mode") or None)
    if utf16_length(text) > MessageLimit.CAPTION_LENGTH:
        raise bad_request("message caption is too long")
    return ({"caption": text} if text else {}) | ({"caption_entities": entities} if entities else {})


def _parsed(source: str, parse_mode: str | None) -> tuple[str, list[Json]]:
    if parse_mode and parse_mode.casefold() != "html":
        raise bad_request("unsupported parse_mode")
    return parse_html(source) if parse_mode else (source.rstrip(), [])


def inline_keyboard(markup: Any) -> Json | None:
    """A checked inline keyboard; ``None`` where none was given."""
    if markup is None:
        return None
    rows = markup.get("inline_keyboard") if isinstance(markup, dict) else None
    if not isinstance(rows, list):
        raise bad_request("object expected as reply markup")
    for row in rows:
        if not isinstance(row, list):
            raise bad_request('can\'t parse inline keyboard button: Field "inline_keyboard" must be an Array of Arrays')
        for button in row:
            _check_button(button)
    return {"inline_keyboard": rows} if any(rows) else None


def checked_commands(commands: Any) -> list[Json]:
    """The commands of setMyCommands."""
    if not isinstance(commands, list) or not all(isinstance(command, dict) for command in commands):
        raise bad_request("can't parse commands: Expected an Array")
    if len(commands) > BotCommandLimit.MAX_COMMAND_NUMBER:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not _COMMAND.fullmatch(str(command.get("command"))):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(str(command.get("description") or "")) <= BotCommandLimit.MAX_DESCRIPTION:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return commands


def _check_button(button: Any) -> None:
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise bad_request('can\'t parse inline keyboard button: Field "text" must be of type String')
    if not button["text"].strip():
        raise bad_request("can't parse inline keyboard button: Button text must be non-empty")
    actions = [name for name in _BUTTON_ACTIONS if name in button]
    if not actions:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if "callback_data" in button:
        size = len(str(button["callback_data"]).encode())
        if not InlineKeyboardButtonLimit.MIN_CALLBACK_DATA <= size <= InlineKeyboardButtonLimit.MAX_CALLBACK_DATA:
            raise bad_request("BUTTON_DATA_INVALID")
    if "url" in button and not str(button["url"]).startswith(("http://", "https://", "tg://")):
        raise bad_request("BUTTON_URL_INVALID")
