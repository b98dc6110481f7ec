"""Is this message for the bot? And if so, what does it ask?"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum, auto

from telegram import Message, MessageEntity, User
from telegram.constants import ChatType, MessageEntityType


class Ear(Enum):
    """How the bot heard a message."""

    DEAF = auto()
    """Not for the bot: it must not react, whatever the text says."""
    OVERHEARD = auto()
    """Said into a group, to nobody in particular: the bot may speak only where it is certain."""
    ADDRESSED = auto()
    """Said to the bot."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A message as the bot heard it: ``text`` without the bot's own name."""

    ear: Ear
    text: str = ""


def hear(message: Message, me: User) -> Heard:
    """How the bot, ``me``, hears a message that is no command.

    In a private chat everything that a person writes is for it, but for the bot's own cards. In a group it is addressed by its name or by a
    reply to it; what names or answers somebody else, comes from a bot or was forwarded is none of its business.
    """
    text = message.text or message.caption or ""
    if not text or sent_via(message, me):
        return Heard(Ear.DEAF)
    own, others = _mentions(message, me)
    if message.chat.type == ChatType.PRIVATE:
        robot = message.from_user is not None and message.from_user.is_bot
        return Heard(Ear.DEAF) if robot else Heard(Ear.ADDRESSED, _without(text, own))
    if message.chat.type not in (ChatType.GROUP, ChatType.SUPERGROUP) or _not_from_a_person(message):
        return Heard(Ear.DEAF)
    if own:
        return Heard(Ear.ADDRESSED, _without(text, own) or quoted_text(message))
    if others:
        return Heard(Ear.DEAF)
    return Heard(_ear_by_reply(message, me), text)


def command_for(message: Message, me: User) -> str | None:
    """The command that a text or caption begins with, in small letters; ``None`` where none does.

    One that names another bot is none of ours, and empty.
    """
    first = next(iter(message.entities or message.caption_entities), None)
    if first is None or first.type != MessageEntityType.BOT_COMMAND or first.offset:
        return None
    name, at, bot = _spoken(message, first).removeprefix("/").casefold().partition("@")
    return "" if at and bot != (me.username or "").casefold() else name


def sent_via(message: Message, me: User) -> bool:
    """Whether the message is a card of the bot itself, sent by somebody through inline mode."""
    return message.via_bot is not None and message.via_bot.id == me.id


def replied_to(message: Message) -> Message | None:
    """The message that this one answers. In a topic every message "answers" the one that opened the topic: not that."""
    target = message.reply_to_message
    if target is None or target.forum_topic_created is not None:
        return None
    if message.is_topic_message and target.message_id == message.message_thread_id:
        return None
    return target


def quoted_text(message: Message) -> str:
    """What the replied-to message says: the question where somebody answers it with the bot's name alone."""
    if message.quote is not None:
        return message.quote.text
    target = replied_to(message)
    return (target.text or target.caption or "") if target is not None else ""


def _not_from_a_person(message: Message) -> bool:
    """Bots, forwards, a linked channel's posts, and cards of other bots. An anonymous administrator is a person."""
    if message.is_automatic_forward or message.forward_origin is not None or message.via_bot is not None:
        return True
    sender = message.from_user
    return sender is not None and sender.is_bot and message.sender_chat is None


def _ear_by_reply(message: Message, me: User) -> Ear:
    if message.external_reply is not None:
        return Ear.DEAF
    target = replied_to(message)
    if target is None or target.is_automatic_forward:  # a comment below a channel's post answers nobody
        return Ear.OVERHEARD
    author = target.from_user
    if author is not None and author.id == me.id:
        return Ear.ADDRESSED
    alone = author is not None and message.from_user is not None and author.id == message.from_user.id
    return Ear.OVERHEARD if alone and message.sender_chat is None else Ear.DEAF


def _mentions(message: Message, me: User) -> tuple[list[MessageEntity], list[MessageEntity]]:
    """Mentions of the bot, and of others; commands that name another bot are among the others."""
    name = f"@{me.username}".casefold()
    own: list[MessageEntity] = []
    others: list[MessageEntity] = []
    for entity in message.entities or message.caption_entities:
        text = _spoken(message, entity)
        if entity.type == MessageEntityType.MENTION:
            (own if text.casefold() == name else others).append(entity)
        elif entity.type == MessageEntityType.TEXT_MENTION and entity.user is not None:
            (own if entity.user.id == me.id else others).append(entity)
        elif entity.type == MessageEntityType.BOT_COMMAND and "@" in text:
            (own if text.casefold().endswith(name) else others).append(entity)
    return own, others


def _spoken(message: Message, entity: MessageEntity) -> str:
    """What an entity marks. Offsets count UTF-16 code units, and may point anywhere, into a character too."""
    units = _units(message.text or message.caption or "")
    return units[2 * max(entity.offset, 0) : 2 * max(entity.offset + entity.length, 0)].decode("utf-16-le", "replace")


def _units(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


def _without(text: str, entities: Collection[MessageEntity]) -> str:
    """The text without these entities, whose offsets count UTF-16 code units."""
    if not entities:
        return text.strip()
    units = _units(text)
    for entity in sorted(entities, key=lambda item: item.offset, reverse=True):
        start, end = 2 * max(entity.offset, 0), 2 * max(entity.offset + entity.length, 0)
        units = units[:start] + " ".encode("utf-16-le") + units[end:]
    return units.decode("utf-16-le", "replace").strip()
