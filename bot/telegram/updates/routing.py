"""Which handler takes which update."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Final, TypeAlias

from telegram import Message, Update
from telegram.constants import ChatType

from bot.telegram.answering.answering import withdraw
from bot.telegram.answering.services import Services
from bot.telegram.sending.addressing import command_for
from bot.telegram.texts.fixed import BY_COMMAND
from bot.telegram.updates import buttons, commands, guests, inline, membership, messages, preferences

Handler: TypeAlias = Callable[[Services, Update], Awaitable[None]]

ASKING: Final[Mapping[str, Handler]] = {
    "ask": commands.on_ask,
    "price": commands.on_price,
    "compare": commands.on_compare,
    "changes": commands.on_changes,
    **dict.fromkeys(BY_COMMAND, commands.on_fixed),
}
"""Commands that ask something, so that an edit of one changes its answer."""

TELLING: Final[Mapping[str, Handler]] = {
    "start": commands.on_start,
    "help": commands.on_help,
    "privacy": commands.on_privacy,
    "settings": preferences.on_settings,
    "language": preferences.on_settings,
}
"""Commands that show something about the bot."""


async def handle(services: Services, update: Update) -> None:
    """Let the handler work that the update is for; nothing where it is for none."""
    handler = handler_of(services, update)
    if handler is not None:
        await handler(services, update)


def handler_of(services: Services, update: Update) -> Handler | None:
    """The handler that takes an update. Messages of channels and businesses, and whatever is new, have none."""
    message = update.message or update.edited_message
    if message is not None:
        return _for_message(services, message, edited=update.message is None)
    if update.callback_query is not None:
        return buttons.on_press
    if update.inline_query is not None:
        return inline.on_inline_query
    if update.guest_message is not None:
        return guests.on_guest_message
    return membership.on_membership if update.my_chat_member is not None else None


def _for_message(services: Services, message: Message, *, edited: bool) -> Handler | None:
    if message.migrate_to_chat_id or message.migrate_from_chat_id:
        return None if edited else membership.on_migration
    name = command_for(message, services.me)
    if name is None:
        return messages.on_message
    if name in ASKING:
        return ASKING[name]
    if edited:
        return _let_go
    if name in TELLING:
        return TELLING[name]
    return commands.on_help if message.chat.type == ChatType.PRIVATE else None


async def _let_go(services: Services, update: Update) -> None:
    """An edit into what asks nothing."""
    if update.edited_message is not None:
        await withdraw(services, update.edited_message)
