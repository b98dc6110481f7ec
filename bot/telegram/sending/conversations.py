"""The Question last answered in a chat or by a message, so that the next message can follow it up."""

from __future__ import annotations

from telegram import Message, User
from telegram.constants import ChatType

from bot.telegram.chats.memory import MOST, Bounded
from bot.telegram.sending.addressing import replied_to
from bot.telegram.sending.keyboards import code_under


class Conversations:
    """Remembers which Question a message of the bot answers, for some thousand messages.

    A convenience only: the Questions in a message's buttons serve where this does not reach, after a restart or on
    another replica.
    """

    def __init__(self, most: int = MOST) -> None:
        self._by_message: Bounded[tuple[int, int], str] = Bounded(most)
        self._by_chat: Bounded[int, str] = Bounded(most)

    def answered(self, chat_id: int, message_id: int, code: str) -> None:
        """The bot's message answers the Question of this code."""
        self._by_message.put((chat_id, message_id), code)
        self._by_chat.put(chat_id, code)

    def forget(self, chat_id: int) -> None:
        """Nothing was answered in this chat."""
        self._by_chat.pop(chat_id)
        for key in [key for key in self._by_message if key[0] == chat_id]:
            self._by_message.pop(key)

    def previous(self, message: Message, me: User) -> str | None:
        """The Question that this message follows up, where it can be one."""
        target = replied_to(message)
        if target is not None:
            ours = target.from_user is not None and target.from_user.id == me.id
            ours = ours or (target.via_bot is not None and target.via_bot.id == me.id)
            if not ours:
                return None
            return self._by_message.get((message.chat.id, target.message_id)) or code_under(target)
        bare = message.chat.type == ChatType.PRIVATE and message.edit_date is None
        return self._by_chat.get(message.chat.id) if bare else None
