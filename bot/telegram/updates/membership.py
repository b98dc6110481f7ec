"""The bot comes into a group, a group becomes a supergroup."""

from __future__ import annotations

from contextlib import suppress
from html import escape
from typing import Final

from telegram.constants import ChatMemberStatus

from bot.telegram.answering.services import Services
from bot.telegram.chats.chats import StoreError, is_group, language_of
from bot.telegram.sending.jobs import Job
from bot.telegram.sending.places import Target
from bot.telegram.texts.about import WORDS

_OUTSIDE: Final = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)
_INSIDE: Final = (ChatMemberStatus.MEMBER, ChatMemberStatus.ADMINISTRATOR)


async def on_membership(services: Services, job: Job) -> None:
    """Greet a group that the bot was added to. Of a chat that removed or blocked it the settings go after a while."""
    change = job.update.my_chat_member
    if change is None:
        return
    was_out, is_out = (member.status in _OUTSIDE for member in (change.old_chat_member, change.new_chat_member))
    if was_out != is_out:
        await services.store.set_left(change.chat.id, left=is_out)
        await _set_left(services, change.chat.id, left=is_out)
    added = was_out and change.new_chat_member.status in _INSIDE and is_group(change.chat)
    if not added or services.moved.again(change.chat.id):
        return
    settings = await services.store.load(change.chat.id)
    words = WORDS[settings.language or language_of(change.from_user, services.usual_language)]
    text = words.greeting.format(name=escape(services.me.username or ""))
    if not services.me.can_read_all_group_messages and change.new_chat_member.status == ChatMemberStatus.MEMBER:
        text = f"{text}\n\n{words.privacy_mode}"
    await services.delivery.send_html(job, Target(change.chat.id), text)


async def on_migration(services: Services, job: Job) -> None:
    """Take a group's settings along to the supergroup that it became. Both chats tell it; once is enough."""
    message = job.update.message
    if message is None:
        return
    old = message.migrate_from_chat_id or message.chat.id
    new = message.migrate_to_chat_id or message.chat.id
    if old != new:
        services.moved.again(new)
        await services.store.move(old, new)
        if services.watching is not None:
            with suppress(StoreError):  # the first message that does not arrive tells it again
                await services.watching.watches.move(old, new)


async def _set_left(services: Services, chat_id: int, *, left: bool) -> None:
    """What it watches is of no interest while the bot is out."""
    if services.watching is not None:
        with suppress(StoreError):  # the first message that does not arrive tells it again
            await services.watching.watches.set_left(chat_id, left=left)
