"""Where messages go, and where they are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from telegram import Message
from telegram.error import BadRequest

from bot.telegram.network.checked import whole
from bot.telegram.network.errors import AnswerLostError
from bot.telegram.sending.refusals import is_of_topic


@dataclass(frozen=True, slots=True)
class Target:
    """Where a reply goes: the chat, its topic, and the message that it quotes."""

    chat_id: int
    thread_id: int | None = None
    reply_to: int | None = None

    @classmethod
    def answering(cls, message: Message) -> Target:
        """The place below a message. Outside of forums a thread is only a chain of replies, which is no place."""
        thread = message.message_thread_id if message.is_topic_message else None
        return cls(message.chat.id, thread, message.message_id)


@dataclass(frozen=True, slots=True)
class Place:
    """A text of the bot that can be changed: a message, or a card that was sent through inline mode."""

    chat_id: int | None = None
    message_id: int | None = None
    card_id: str | None = None


class Sent(NamedTuple):
    """A message that was sent. The chat is another than was meant where a group has become a supergroup."""

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
    message_id = whole(message.get("message_id"))
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
    return target
