"""Who may change what a group wants: its administrators."""

from __future__ import annotations

from telegram import Chat, Message
from telegram.constants import ChatMemberStatus
from telegram.error import TelegramError

from bot.telegram.answering.services import Services
from bot.telegram.chats.chats import is_group
from bot.telegram.network.calls import call


async def may_change(services: Services, message: Message) -> bool:
    """Whether who wrote a message may change what its chat wants; an administrator may write in the group's name."""
    if not is_group(message.chat) or message.sender_chat == message.chat:
        return True
    return message.from_user is not None and await is_administrator(services, message.chat, message.from_user.id)


async def is_administrator(services: Services, chat: Chat, user_id: int) -> bool:
    wanted = {"chat_id": chat.id, "user_id": user_id}
    try:
        member = await call(lambda: services.delivery.wire.call("getChatMember", wanted), repeatable=True)
    except TelegramError:
        return False
    return isinstance(member, dict) and member.get("status") in (ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.OWNER)
