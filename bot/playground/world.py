"""People, chats and messages of a small Telegram that one bot lives in."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import count
from typing import Any, Final

from bot.playground.errors import bad_request, forbidden
from bot.playground.markup import utf16_length

Json = dict[str, Any]

_SUPERGROUPS: Final = -1_000_000_000_000
_MARKS: Final = re.compile(r"(?<![\w/@])(?:@[A-Za-z0-9_]{4,32}|/[A-Za-z0-9_]{1,32}(?:@[A-Za-z0-9_]{4,32})?)(?!\w)")


class Event(StrEnum):
    """What can happen in a chat, as those who look at it are told."""

    MESSAGE = "message"
    """A message is new, or was changed."""
    DELETED = "deleted"
    """A message is gone; of it only ``message_id`` is told."""
    ACTION = "action"
    """The bot says what it is doing: ``action``, as sendChatAction names it."""
    PROFILE = "profile"
    """The bot told about itself: all that it told so far, in no chat."""


@dataclass(slots=True)
class User:
    """Somebody who writes to the bot, or the bot itself."""

    id: int
    first_name: str
    username: str | None = None
    language_code: str | None = None
    is_bot: bool = False
    blocked: bool = False
    """Whether this person has blocked the bot."""
    started: bool = True
    """Whether this person ever wrote to the bot; before, the bot cannot write to them."""

    def json(self) -> Json:
        shown: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        if self.username:
            shown["username"] = self.username
        if self.language_code and not self.is_bot:
            shown["language_code"] = self.language_code
        return shown


@dataclass(slots=True)
class Chat:
    """A private chat (same id as its person), a group, a supergroup (perhaps with topics) or a channel."""

    id: int
    type: str
    title: str | None = None
    person: User | None = None
    is_forum: bool = False
    removed: bool = False
    """Whether the bot was removed from this group."""
    foreign: bool = False
    """Whether the bot never was in this group: it knows nothing of it but what is sent to it as a guest."""
    text_only: bool = False
    """Whether the bot may send no pictures here."""
    migrated_to: int | None = None
    administrators: set[int] = field(default_factory=set)
    topics: dict[int, str] = field(default_factory=dict)
    messages: dict[int, Json] = field(default_factory=dict)

    @property
    def has_bot(self) -> bool:
        return not (self.removed or self.foreign)

    def json(self) -> Json:
        if self.person is not None:
            shown = self.person.json()
            return {"id": self.id, "type": "private"} | {
                key: shown[key] for key in ("first_name", "username") if key in shown
            }
        shown = {"id": self.id, "type": self.type, "title": self.title}
        return shown | ({"is_forum": True} if self.is_forum else {})


class World:
    """Who and what there is."""

    def __init__(self, bot: User) -> None:
        self.bot = bot
        self.users: dict[int, User] = {bot.id: bot}
        self.chats: dict[int, Chat] = {}
        self.cards: dict[str, Json] = {}
        """Messages sent through inline mode or as a guest, by their inline message id."""
        self.listeners: list[Callable[[Event, Chat | None, Json], None]] = []
        """Called with everything that happens in chats."""
        self._user_ids = count(10_001)
        self._group_ids = count(501)
        self._message_ids = count(1)

    def add_user(self, first_name: str, username: str | None, language_code: str | None, is_bot: bool = False) -> User:
        user = User(next(self._user_ids), first_name, username, language_code, is_bot)
        self.users[user.id] = user
        self.chats[user.id] = Chat(user.id, "private", person=user)
        return user

    def add_chat(self, kind: str, title: str, *, is_forum: bool = False) -> Chat:
        number = next(self._group_ids)
        chat = Chat(-number if kind == "group" else _SUPERGROUPS - number, kind, title, is_forum=is_forum)
        self.chats[chat.id] = chat
        return chat

    def chat_to_write(self, chat_id: object) -> Chat:
        """The chat that the bot wants to write to, where it may."""
        chat = self.chats.get(_integer(chat_id, "chat_id is empty"))
        if chat is None or chat.foreign:
            raise bad_request("chat not found")
        if chat.migrated_to is not None:
            raise bad_request("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to)
        if chat.removed:
            raise forbidden(f"bot was kicked from the {chat.type} chat")
        if chat.person is not None and chat.person.blocked:
            raise forbidden("bot was blocked by the user")
        if chat.person is not None and chat.person.is_bot:
            raise forbidden("bot can't send messages to bots")
        if chat.person is not None and not chat.person.started:
            raise forbidden("bot can't initiate conversation with a user")
        return chat

    def post(
        self,
        chat: Chat,
        author: User,
        text: str,
        entities: list[Json],
        *,
        reply_to: Json | None = None,
        thread: int | None = None,
        **more: Any,
    ) -> Json:
        """A new message in a chat, as updates show it."""
        message: Json = {
            "message_id": next(self._message_ids),
            "date": int(time.time()),
            "chat": chat.json(),
            "from": author.json(),
        }
        if text:
            message["text"] = text
        if entities:
            message["entities"] = entities
        if reply_to is not None:
            message["reply_to_message"] = {key: reply_to[key] for key in reply_to if key != "reply_to_message"}
        if thread is not None:
            message |= {"message_thread_id": thread, "is_topic_message": True}
        message |= more
        chat.messages[message["message_id"]] = message
        self.tell(Event.MESSAGE, chat, message)
        return message

    def rewrite(self, message: Json, new: Json) -> None:
        """Change fields of a message or card, and of what people see of it; empty ones are left out."""
        chat = self.chats.get(message.get("chat", {}).get("id", 0))
        shown = chat.messages.get(message["message_id"]) if chat is not None else None
        for copy in [message] if shown is None or shown is message else [message, shown]:
            for key, value in new.items():
                copy.pop(key, None)
                if value:
                    copy[key] = value
        if chat is not None and shown is not None:
            self.tell(Event.MESSAGE, chat, shown)

    def delete(self, chat: Chat, message_id: int) -> None:
        """Take a message away, for all who are in the chat."""
        del chat.messages[message_id]
        self.tell(Event.DELETED, chat, {"message_id": message_id})

    def tell(self, event: Event, chat: Chat | None, content: Json) -> None:
        """Tell all listeners what happened."""
        for listener in self.listeners:
            listener(event, chat, content)

    def card_below(self, message: Json) -> Json | None:
        """The card that a message in a chat shows, where it was sent through inline mode or as a guest."""
        place = message["chat"]["id"], message["message_id"]
        cards = (card for card in self.cards.values() if "chat" in card)
        return next((card for card in cards if (card["chat"]["id"], card["message_id"]) == place), None)

    def open_topic(self, chat: Chat, name: str) -> Json:
        """A new topic of a forum: the service message that opens it, whose id is the topic's."""
        message = self.post(chat, self.bot, "", [], forum_topic_created={"name": name, "icon_color": 7322096})
        message |= {"message_thread_id": message["message_id"], "is_topic_message": True}
        chat.topics[message["message_id"]] = name
        return message


def marks(text: str) -> list[Json]:
    """Entities that clients find in what people type: mentions and commands."""
    return [
        {
            "type": "mention" if found.group().startswith("@") else "bot_command",
            "offset": utf16_length(text[: found.start()]),
            "length": utf16_length(found.group()),
        }
        for found in _MARKS.finditer(text)
    ]


def _integer(value: object, missing: str) -> int:
    try:
        return int(str(value))
    except ValueError:
        raise bad_request(missing if value in (None, "") else "chat not found") from None


RIGHTS: Final = dict.fromkeys(
    (
        "can_be_edited",
        "is_anonymous",
        "can_manage_chat",
        "can_delete_messages",
        "can_manage_video_chats",
        "can_restrict_members",
        "can_promote_members",
        "can_change_info",
        "can_invite_users",
        "can_post_stories",
        "can_edit_stories",
        "can_delete_stories",
    ),
    False,
)
"""What an administrator may do here: nothing but be one."""
