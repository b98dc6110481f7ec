"""Which handler takes which update, and how it is served."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Final, NamedTuple, TypeAlias

from telegram import Message, Update
from telegram.constants import ChatType

from bot.telegram.answering.answering import is_unchanged, withdraw
from bot.telegram.answering.services import Services
from bot.telegram.sending.addressing import Ear, Heard, command_for, hear
from bot.telegram.sending.jobs import UNHEARD, Job, Kind
from bot.telegram.texts.fixed import BY_COMMAND
from bot.telegram.updates import (
    buttons,
    commands,
    guests,
    inline,
    maintaining,
    membership,
    messages,
    overviews,
    preferences,
    watching,
)

Handler: TypeAlias = Callable[[Services, Job], Awaitable[None]]

ASKING: Final[Mapping[str, Handler]] = {
    "ask": commands.on_ask,
    "price": commands.on_price,
    "compare": commands.on_compare,
    "chart": commands.on_chart,
    "changes": commands.on_changes,
    **dict.fromkeys(BY_COMMAND, commands.on_fixed),
}
"""Commands that ask something, so that an edit of one changes its answer."""

TELLING: Final[Mapping[str, Handler]] = {
    "start": commands.on_start,
    "help": commands.on_help,
    "models": overviews.on_models,
    "sources": overviews.on_sources,
    "privacy": commands.on_privacy,
    "settings": preferences.on_settings,
    "language": preferences.on_settings,
    "forget": preferences.on_forget,
    "watch": watching.on_watch,
    "unwatch": watching.on_unwatch,
    "watching": watching.on_watching,
}
"""Commands that show something about the bot."""

MAINTAINING: Final[Mapping[str, Handler]] = {
    "reload": maintaining.on_reload,
    "status": maintaining.on_status,
}
"""Commands of maintainers alone."""


class Route(NamedTuple):
    """The way of an update."""

    kind: Kind
    handler: Handler
    heard: Heard = UNHEARD


def route(services: Services, update: Update) -> Route | None:
    """The way of an update; ``None`` where it needs nothing done.

    Messages of channels and businesses need nothing, nor does whatever is new.
    """
    if update.message is not None:
        return _of_message(services, update.message)
    if update.edited_message is not None:
        unchanged = is_unchanged(services, update.edited_message)
        return None if unchanged else _of_edit(services, update.edited_message)
    if update.callback_query is not None:
        return Route(Kind.PRESS, buttons.on_press)
    if update.inline_query is not None:
        return Route(Kind.INLINE, inline.on_inline_query)
    if update.chosen_inline_result is not None:
        return Route(Kind.INLINE, inline.on_chosen)
    if update.guest_message is not None:
        return Route(Kind.GUEST, guests.on_guest_message)
    return Route(Kind.MEMBERSHIP, membership.on_membership) if update.my_chat_member is not None else None


def _of_message(services: Services, message: Message) -> Route | None:
    if message.migrate_to_chat_id or message.migrate_from_chat_id:
        return Route(Kind.MEMBERSHIP, membership.on_migration)
    if messages.is_text_file(message):
        return Route(Kind.ADDRESSED, messages.on_text_file)
    if messages.is_textless(message):
        return Route(Kind.ADDRESSED, messages.on_textless)
    name = command_for(message, services.me)
    if name is None:
        return _of_text(services, message)
    handler = ASKING.get(name) or TELLING.get(name)
    if name in MAINTAINING and maintaining.is_maintainer(services, message):
        handler = MAINTAINING[name]
    if handler is None and message.chat.type == ChatType.PRIVATE:
        handler = commands.on_help
    return Route(Kind.ADDRESSED, handler) if handler is not None else None


def _of_edit(services: Services, message: Message) -> Route:
    name = command_for(message, services.me)
    if name is None:
        return _of_text(services, message) or Route(Kind.OVERHEARD, _let_go)
    return Route(Kind.ADDRESSED, ASKING[name]) if name in ASKING else Route(Kind.OVERHEARD, _let_go)


def _of_text(services: Services, message: Message) -> Route | None:
    heard = hear(message, services.me)
    if heard.ear is Ear.DEAF:
        return None
    kind = Kind.ADDRESSED if heard.ear is Ear.ADDRESSED else Kind.OVERHEARD
    return Route(kind, messages.on_message, heard)


async def _let_go(services: Services, job: Job) -> None:
    """An edit into what is not for the bot."""
    if job.message is not None:
        await withdraw(services, job, job.message)
