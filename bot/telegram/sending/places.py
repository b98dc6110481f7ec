"""Where messages go, and where they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from telegram import MaybeInaccessibleMessage, Message
from telegram.error import BadRequest

from bot.telegram.network.checked import whole
from bot.telegram.network.errors import AnswerLostError
from bot.telegram.sending.refusals import is_of_topic


class Presser(NamedTuple):
    """Who pressed a button, and the query by which the bot was told."""

    person: int
    query_id: str


@dataclass(frozen=True, slots=True)
class Target:
    """Where a reply goes: the chat, its topic, and the message that it quotes.

    ``alone``: the one who is to see it alone, where Telegram knows such messages (Bot API 10.3); elsewhere all see it.
    """

    chat_id: int
    thread_id: int | None = None
    reply_to: int | None = None
    alone: Presser | None = None

    @classmethod
    def answering(cls, message: Message) -> Target:
        """The place below a message. Outside of forums a thread is only a chain of replies, which is no place."""
        thread = message.message_thread_id if message.is_topic_message else None
        return cls(message.chat.id, thread, message.message_id or None)

    def arguments(self) -> Mapping[str, Any]:
        """The place as the Bot API takes it."""
        quoted = {"message_id": self.reply_to, "allow_sending_without_reply": True} if self.reply_to else None
        alone = (
            {"receiver_user_id": self.alone.person, "callback_query_id": self.alone.query_id} if self.alone else None
        )
        return {
            "chat_id": self.chat_id,
            "reply_parameters": quoted,
            "message_thread_id": self.thread_id,
            "ephemeral_message_parameters": alone,
        }


@dataclass(frozen=True, slots=True)
class Place:
    """A text of the bot that can be changed: a message, or a card that was sent through inline mode."""

    chat_id: int | None = None
    message_id: int | None = None
    card_id: str | None = None
    ephemeral_id: int | None = None
    """The number of a message that one person alone sees: ``seen_by``."""
    seen_by: int | None = None

    @classmethod
    def of(cls, message: MaybeInaccessibleMessage, person: int) -> Place:
        """The place of a message below which somebody pressed a button."""
        number = ephemeral_id(message)
        if number is None:
            return cls(message.chat.id, message.message_id)
        return cls(message.chat.id, ephemeral_id=number, seen_by=person)

    def arguments(self) -> Mapping[str, Any]:
        """The place as the Bot API takes it."""
        return {
            "chat_id": self.chat_id,
            "message_id": self.message_id,
            "inline_message_id": self.card_id,
            "receiver_user_id": self.seen_by,
            "ephemeral_message_id": self.ephemeral_id,
        }


def ephemeral_id(message: MaybeInaccessibleMessage) -> int | None:
    """The number of a message that one person alone sees; ``None`` for others."""
    return whole(message.api_kwargs.get("ephemeral_message_id")) if message.message_id == 0 else None


class Sent(NamedTuple):
    """A message that was sent. The chat is another than was meant where a group has become a supergroup; the number is 0
    where one person alone sees it."""

    chat_id: int
    message_id: int


def sent_by(result: object) -> Sent:
    """What was sent, by the message that came back.

    Raises:
        AnswerLostError: none came back; it is not known under which number the message was sent.
    """
    message = result if isinstance(result, dict) else {}
    chat = message.get("chat")
    chat_id = whole(chat.get("id"), least=-(2**63)) if isinstance(chat, dict) else None
    message_id = whole(message.get("message_id"), least=0)
    if chat_id is None or message_id is None:
        raise AnswerLostError("What answered sends back no message")
    return Sent(chat_id, message_id)


def without_the_lost(target: Target, error: BadRequest) -> Target:
    """The target without what is no longer there: the quoted message, or the topic."""
    words = error.message.casefold()
    if "repl" in words and "not found" in words:
        return replace(target, reply_to=None)
    if is_of_topic(error):
        return replace(target, thread_id=None, reply_to=None)
    return replace(target, alone=None)
