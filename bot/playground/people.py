"""What people do: write, edit, type inline queries, press buttons."""

from __future__ import annotations

import re
import time
from typing import Any, Final

from bot.playground.alone import told
from bot.playground.arguments import formatted
from bot.playground.methods import Methods
from bot.playground.queries import Query
from bot.playground.world import Chat, Json, User, World, marks

_START_PAYLOAD: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")


class People:
    """The people of a world and what they do; each deed becomes an update for the bot."""

    def __init__(self, world: World, methods: Methods) -> None:
        self.world = world
        self.methods = methods

    def user(
        self, first_name: str = "Ada", username: str | None = None, language_code: str | None = "zh-hans", **more: Any
    ) -> User:
        """Somebody new; ``is_bot=True`` makes it another bot."""
        return self.world.add_user(first_name, username, language_code, **more)

    def group(self, title: str = "Prices", *, kind: str = "supergroup", forum: bool = False) -> Chat:
        """A group that the bot is a member of."""
        return self.world.add_chat(kind, title, is_forum=forum)

    def topic(self, group: Chat, name: str = "Models") -> int:
        """A new topic of a forum; its id."""
        return int(self.world.open_topic(group, name)["message_id"])

    def private_message(self, user: User, text: str, **more: Any) -> Json:
        """Somebody writes to the bot."""
        user.started = True
        return self.group_message(self.world.chats[user.id], user, text, **more)

    def document(
        self,
        user: User,
        content: bytes,
        caption: str = "",
        *,
        name: str = "text.txt",
        kind: str = "text/plain",
        **more: Any,
    ) -> Json:
        """Somebody sends the bot a file."""
        more["document"] = self.methods.files.take(name, kind, content)
        if caption:
            more |= {"caption": caption, "caption_entities": marks(caption)}
        return self.private_message(user, "", **more)

    def start(self, user: User, payload: str) -> Json:
        """Somebody follows a deep link to the bot. Clients drop a payload of any other form."""
        if not _START_PAYLOAD.fullmatch(payload):
            raise ValueError(f"not a start payload: {payload!r}")
        return self.private_message(user, f"/start {payload}")

    def group_message(
        self,
        group: Chat,
        user: User,
        text: str,
        *,
        reply_to: Json | None = None,
        entities: list[Json] | None = None,
        thread: int | None = None,
        **more: Any,
    ) -> Json:
        """Somebody writes into a group. ``more`` are further fields of the message, such as ``via_bot``."""
        found = marks(text) if entities is None else entities
        if thread is not None and reply_to is None:
            reply_to = group.messages.get(thread)
        message = self.world.post(group, user, text, found, reply_to=reply_to, thread=thread, **more)
        if self._reaches_bot(group, message):
            self.methods.updates.add("message", dict(message))
        return message

    def edit_message(self, message: Json, text: str, after: int = 1) -> None:
        """Somebody edits what they wrote, so many seconds after it was written."""
        self.world.rewrite(
            message, {"text": text, "entities": marks(text), "edit_date": message["date"] + max(after, 1)}
        )
        if self._reaches_bot(self.world.chats[message["chat"]["id"]], message):
            self.methods.updates.add("edited_message", dict(message))

    def _reaches_bot(self, chat: Chat, message: Json) -> bool:
        """Whether the bot is in the chat and, in privacy mode, gets this message of it.

        Those are commands, its name, replies to it, and its own cards; an administrator gets all.
        """
        if not chat.has_bot:
            return False
        bot = self.world.bot
        if chat.type == "private" or self.methods.reads_all_group_messages or bot.id in chat.administrators:
            return True
        if bot.id in (
            message.get("via_bot", {}).get("id"),
            message.get("reply_to_message", {}).get("from", {}).get("id"),
        ):
            return True
        return any(self._calls_bot(message.get("text", ""), entity) for entity in message.get("entities", ()))

    def _calls_bot(self, text: str, entity: Json) -> bool:
        """Whether an entity is the bot's name, or a command that may be for it."""
        start, end = 2 * entity["offset"], 2 * (entity["offset"] + entity["length"])
        name = text.encode("utf-16-le")[start:end].decode("utf-16-le", "replace").casefold()
        own = f"@{self.world.bot.username}".casefold()
        if entity["type"] == "bot_command":
            return "@" not in name or name.endswith(own)
        return name == own or entity.get("user", {}).get("id") == self.world.bot.id

    def channel_post(self, channel: Chat, text: str) -> None:
        """A channel posts."""
        message = self.world.post(channel, self.world.bot, text, marks(text), sender_chat=channel.json())
        del message["from"]
        self.methods.updates.add("channel_post", dict(message))

    def inline_query(self, user: User, text: str, offset: str = "", chat_type: str = "group") -> Query:
        """Somebody types the bot's name and a text into any chat; ``sender`` is the type of the one with the bot."""
        content: Json = {"from": user.json(), "query": text, "offset": offset, "chat_type": chat_type}
        query = self.methods.inline_queries.open(content)
        self.methods.updates.add("inline_query", content)
        return query

    def choose(self, user: User, query: Query, place: int, chat: Chat, thread: int | None = None) -> Json:
        """Somebody picks a card: it is sent into the chat in their name, via the bot."""
        result = (query.answer or {})["results"][place]
        content = result["input_message_content"]
        text, entities = formatted(content["message_text"], content.get("parse_mode"))
        more: Json = {"via_bot": self.world.bot.json()}
        if result.get("reply_markup"):
            more["reply_markup"] = result["reply_markup"]
        message = self.group_message(chat, user, text, entities=entities, thread=thread, **more)
        inline_id = f"card-{message['message_id']}"
        chosen = {"result_id": result["id"], "from": user.json(), "query": query.content["query"]}
        self.methods.updates.add("chosen_inline_result", chosen | {"inline_message_id": inline_id})
        self.world.cards[inline_id] = message | {"inline_message_id": inline_id}
        return self.world.cards[inline_id]

    def guest_message(self, user: User, text: str, chat: Chat | None = None, reply_to: Json | None = None) -> Query:
        """Somebody calls the bot by name in a chat that it is no member of, by default a new one."""
        if chat is None:
            chat = self.world.add_chat("supergroup", "Elsewhere")
            chat.foreign = True
        message = self.world.post(chat, user, text, marks(text), reply_to=reply_to)
        query = self.methods.guest_queries.open({"chat_id": chat.id, "message_id": message["message_id"]})
        self.methods.updates.add("guest_message", message | {"guest_query_id": query.id})
        return query

    def press(self, user: User, message: Json, data: str) -> Query:
        """Somebody presses a button below a message or card.

        Raises:
            ValueError: the message has no such button.
        """
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        if not any(button.get("callback_data") == data for row in rows for button in row):
            raise ValueError(f"no button with {data!r}")
        content: Json = {"from": user.json(), "chat_instance": "1", "data": data}
        if "inline_message_id" in message:
            content["inline_message_id"] = message["inline_message_id"]
        else:
            content["message"] = dict(told(message))
        query = self.methods.callback_queries.open(content)
        self.methods.updates.add("callback_query", content)
        return query

    def add_bot(self, group: Chat, by: User) -> None:
        """Somebody adds the bot to a group."""
        group.removed = False
        self.world.post(group, by, "", [], new_chat_members=[self.world.bot.json()])
        self._membership(group, by, "left", "member")

    def remove_bot(self, group: Chat, by: User) -> None:
        """Somebody removes the bot from a group."""
        group.removed = True
        self.world.post(group, by, "", [], left_chat_member=self.world.bot.json())
        self._membership(group, by, "member", "kicked")

    def _membership(self, group: Chat, by: User, old: str, new: str) -> None:
        bot = self.world.bot.json()
        members: list[Json] = [{"status": status, "user": bot} for status in (old, new)]
        for member in members:
            if member["status"] == "kicked":
                member["until_date"] = 0
        self.methods.updates.add(
            "my_chat_member",
            {
                "chat": group.json(),
                "from": by.json(),
                "date": int(time.time()),
                "old_chat_member": members[0],
                "new_chat_member": members[1],
            },
        )

    def upgrade(self, group: Chat) -> Chat:
        """A group becomes a supergroup."""
        new = self.world.add_chat("supergroup", group.title or "")
        group.migrated_to = new.id
        service = self.world.post(group, self.world.bot, "", [], migrate_to_chat_id=new.id)
        self.methods.updates.add("message", dict(service))
        arrival = self.world.post(new, self.world.bot, "", [], migrate_from_chat_id=group.id)
        self.methods.updates.add("message", dict(arrival))
        return new
