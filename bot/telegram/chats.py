"""What the bot knows of a chat: its settings, and the Question last answered in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from telegram import Chat, Message, User
from telegram.constants import ChatType

from bot.answers import Context
from bot.telegram.addressing import replied_to
from bot.telegram.keyboards import code_under
from bot.telegram.memory import MOST, Bounded
from bot.text import Language


class Mode(StrEnum):
    """Whether the bot speaks unasked in a group."""

    QUIET = "quiet"
    HELPFUL = "helpful"


@dataclass(frozen=True, slots=True)
class ChatSettings:
    """How a chat wants the bot; ``None`` leaves it to the message and the person."""

    mode: Mode = Mode.HELPFUL
    language: Language | None = None
    currency: str | None = None


class StoreError(Exception):
    """Settings could not be read or kept; the text says why, without a stop at its end."""


class SettingsStore(Protocol):
    """Where chats' settings are kept. What can fail raises :class:`StoreError`."""

    async def load(self, chat_id: int) -> ChatSettings: ...

    async def save(self, chat_id: int, settings: ChatSettings) -> None: ...

    async def move(self, chat_id: int, new_chat_id: int) -> None:
        """A group became a supergroup: its settings go with it."""
        ...


class MemoryStore:
    """Settings that last as long as the process."""

    def __init__(self) -> None:
        self._settings: dict[int, ChatSettings] = {}

    async def load(self, chat_id: int) -> ChatSettings:
        return self._settings.get(chat_id, ChatSettings())

    async def save(self, chat_id: int, settings: ChatSettings) -> None:
        self._settings[chat_id] = settings

    async def move(self, chat_id: int, new_chat_id: int) -> None:
        if chat_id in self._settings:
            self._settings[new_chat_id] = self._settings.pop(chat_id)


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


def context_for(
    settings: ChatSettings,
    user: User | None,
    usual: Language,
    *,
    addressed: bool = True,
    previous: str | None = None,
) -> Context:
    """The context of a question. The reply's language follows the question; where that leaves it open, the chat's
    setting counts, and then the language of the asker's client."""
    return Context(
        addressed=addressed,
        usual_language=settings.language or language_of(user, usual),
        currency=settings.currency,
        previous=previous,
    )


def language_of(user: User | None, usual: Language) -> Language:
    """The language for somebody, by the language of their client: an IETF tag such as ``zh-hans`` or ``pt-br``."""
    tag = (user.language_code or "").casefold().replace("_", "-") if user is not None else ""
    if not tag:
        return usual
    parts = tag.split("-")
    if parts[0] == "yue":
        return Language.ZH_HANT
    if parts[0] != "zh":
        return Language.EN
    if "hans" in parts:
        return Language.ZH_HANS
    return Language.ZH_HANT if {"hant", "hk", "tw", "mo"} & set(parts) else Language.ZH_HANS


def is_group(chat: Chat) -> bool:
    return chat.type in (ChatType.GROUP, ChatType.SUPERGROUP)
