"""Messages in groups that one person alone sees, as the Bot API has them since version 10.3 ("ephemeral messages")."""

from __future__ import annotations

from typing import Any

from bot.playground.errors import bad_request
from bot.playground.queries import Queries
from bot.playground.world import Chat, Json, User, World


def reader_of(given: object, chat: Chat, world: World, presses: Queries) -> User | None:
    """Who is to see a message alone; ``None`` where all are.

    Raises:
        ApiError: it cannot be seen by that one alone.
    """
    if given is None:
        return None
    wanted: dict[str, Any] = given if isinstance(given, dict) else {}
    reader = world.users.get(wanted.get("receiver_user_id", 0))
    if reader is None or reader.is_bot or chat.type not in ("group", "supergroup"):
        raise bad_request("ephemeral messages go to one person in a group")
    if world.bot.id not in chat.administrators:
        presses.fresh(str(wanted.get("callback_query_id")))
    return reader


def told(message: Json) -> Json:
    """A message as the bot is told of it: what one person alone sees has a number of its own."""
    return message | {"message_id": 0} if "ephemeral_message_id" in message else message


def of_reader(chat: Chat, number: int, reader: int) -> Json:
    """The message of this number that somebody alone sees.

    Raises:
        ApiError: there is none.
    """
    message = chat.messages.get(number, {})
    if "ephemeral_message_id" not in message or message["receiver_user"]["id"] != reader:
        raise bad_request("message to edit not found")
    return message
