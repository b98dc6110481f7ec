"""What the page can ask for: everything that people do in chats, checked as their clients would."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from typing import Any, Final

from telegram.constants import MessageLimit

from bot.playground.markup import utf16_length
from bot.playground.queries import FRESH_SECONDS, Query
from bot.playground.scene import Scene
from bot.playground.server import PlaygroundServer
from bot.playground.world import Chat, Json, User

LONGEST_INLINE_QUERY: Final = 256
_MENTIONED: Final = "@{}"


class DeedError(ValueError):
    """Something that cannot be done; the text says why."""


class Deeds:
    """Carries out what the page asks for. ``table`` holds all of it, by name."""

    def __init__(self, server: PlaygroundServer, scene: Scene) -> None:
        self._server = server
        self._scene = scene
        self.table: dict[str, Callable[[Json], Awaitable[Json]]] = {
            "send": self._send,
            "edit": self._edit,
            "delete": self._delete,
            "press": self._press,
            "inline": self._inline,
            "choose": self._choose,
            "clear": self._clear,
            "membership": self._membership,
        }

    async def _send(self, wish: Json) -> Json:
        person, chat = self._place(wish)
        text = _text(wish)
        quoted = chat.messages.get(_number(wish, "reply_to")) if wish.get("reply_to") else None
        name = _MENTIONED.format(self._server.world.bot.username).casefold()
        if chat.foreign and name in text.casefold():
            self._server.guest_message(person, text, chat, quoted)
            return {}
        if chat.type == "private":
            person.started = True
        self._server.group_message(chat, person, text, reply_to=quoted, thread=_thread(wish, chat))
        return {}

    async def _edit(self, wish: Json) -> Json:
        person, chat = self._place(wish)
        message = self._message(wish, chat)
        text = _text(wish)
        if message["from"]["id"] != person.id or "text" not in message or "via_bot" in message:
            raise DeedError("only one's own messages can be edited")
        if text != message.get("text"):
            self._server.edit_message(message, text, int(time.time()) - int(message["date"]))
        return {}

    async def _delete(self, wish: Json) -> Json:
        person, chat = self._place(wish)
        message = self._message(wish, chat)
        own = message["from"]["id"] == person.id
        if not own and chat.type != "private" and person.id not in chat.administrators:
            raise DeedError("only administrators can delete messages of others")
        self._server.world.delete(chat, message["message_id"])
        return {}

    async def _press(self, wish: Json) -> Json:
        person, chat = self._place(wish)
        message = self._message(wish, chat)
        card = self._server.world.card_below(message)
        try:
            query = self._server.press(person, card or message, str(wish.get("data")))
        except ValueError as error:
            raise DeedError(str(error)) from None
        answer = await self._answer(query)
        return {key: answer[key] for key in ("text", "show_alert", "url") if answer.get(key)}

    async def _inline(self, wish: Json) -> Json:
        person, chat = self._place(wish)
        text = str(wish.get("text") or "")[:LONGEST_INLINE_QUERY]
        kind = "sender" if chat.type == "private" else chat.type
        query = self._server.inline_query(person, text, str(wish.get("offset") or ""), kind)
        answer = await self._answer(query)
        shown = ("id", "title", "description", "url")
        cards = [{key: card[key] for key in shown if card.get(key)} for card in answer.get("results", ())]
        return {"query": query.id, "cards": cards, "next_offset": answer.get("next_offset") or ""}

    async def _choose(self, wish: Json) -> Json:
        person, chat = self._place(wish)
        query = self._server.methods.inline_queries.get(str(wish.get("query")))
        place = _number(wish, "place")
        if query is None or query.answer is None or not 0 <= place < len(query.answer["results"]):
            raise DeedError("there is no such card")
        self._server.choose(person, query, place, chat, _thread(wish, chat))
        return {}

    async def _clear(self, wish: Json) -> Json:
        """Delete all messages of a chat, for all who are in it. Topics stay."""
        _, chat = self._place(wish)
        for number in [number for number in chat.messages if number not in chat.topics]:
            self._server.world.delete(chat, number)
        return {}

    async def _membership(self, wish: Json) -> Json:
        """An administrator adds the bot to a group, or removes it."""
        person, chat = self._place(wish)
        if person.id not in chat.administrators or chat.foreign:
            raise DeedError("only administrators of the group can do that")
        if wish.get("member") is chat.removed:
            change = self._server.add_bot if chat.removed else self._server.remove_bot
            change(chat, person)
        return {}

    async def _answer(self, query: Query) -> Json:
        """The bot's answer to a query; empty where it does not come in time."""
        try:
            await self._server.wait_for(lambda: query.answer is not None, FRESH_SECONDS)
        except TimeoutError:
            return {}
        return query.answer or {}

    def _place(self, wish: Json) -> tuple[User, Chat]:
        """Who does it, and in which of their chats."""
        person = self._server.world.users.get(_number(wish, "as"))
        if person is None or person not in self._scene.people:
            raise DeedError("there is nobody with that id")
        number = _number(wish, "chat")
        if number not in self._scene.chats_of(person):
            raise DeedError(f"{person.first_name} is in no such chat")
        return person, self._server.world.chats[number]

    def _message(self, wish: Json, chat: Chat) -> Json:
        message = chat.messages.get(_number(wish, "message"))
        if message is None:
            raise DeedError("the message is gone")
        return message


def _number(wish: Json, name: str) -> int:
    value: Any = wish.get(name)
    if not isinstance(value, int) or isinstance(value, bool):
        raise DeedError(f"{name} is to be a whole number")
    return value


def _thread(wish: Json, chat: Chat) -> int | None:
    thread = _number(wish, "topic") if wish.get("topic") else None
    if thread is not None and thread not in chat.topics:
        raise DeedError("there is no such topic")
    return thread


def _text(wish: Json) -> str:
    text = str(wish.get("text") or "").strip()
    if not text:
        raise DeedError("there is nothing to send")
    try:
        size = utf16_length(text)
    except UnicodeEncodeError:
        raise DeedError("the text holds half a character") from None
    if size > MessageLimit.MAX_TEXT_LENGTH:
        raise DeedError(f"a message holds {MessageLimit.MAX_TEXT_LENGTH} characters at most")
    return text
