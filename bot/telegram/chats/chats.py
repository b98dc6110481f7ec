"""What the bot knows of a chat: its settings, and what follows from them for a question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Protocol

from telegram import Chat, User
from telegram.constants import ChatType

from bot.answers import Context
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
    """Where chats' settings are kept. Nothing here raises: where they cannot be kept, they last until the bot stops."""

    async def load(self, chat_id: int) -> ChatSettings: ...

    async def save(self, chat_id: int, settings: ChatSettings) -> bool:
        """Change a chat's settings; whether a restart will know them. The usual ones are kept nowhere."""
        ...

    async def move(self, chat_id: int, new_chat_id: int) -> None:
        """A group became a supergroup: its settings go with it."""
        ...

    async def set_left(self, chat_id: int, *, left: bool) -> None:
        """The chat removed the bot, or has it again: some time after it left, its settings go."""
        ...


class MemoryStore:
    """Settings that last as long as the process, as is meant."""

    def __init__(self, settings: Mapping[int, ChatSettings] | None = None) -> None:
        self._settings = dict(settings or {})

    async def load(self, chat_id: int) -> ChatSettings:
        return self._settings.get(chat_id, _USUAL)

    async def save(self, chat_id: int, settings: ChatSettings) -> bool:
        if settings == _USUAL:
            self._settings.pop(chat_id, None)
        else:
            self._settings[chat_id] = settings
        return True

    async def move(self, chat_id: int, new_chat_id: int) -> None:
        if chat_id in self._settings:
            self._settings[new_chat_id] = self._settings.pop(chat_id)

    async def set_left(self, chat_id: int, *, left: bool) -> None:
        """The process ends some day."""


_USUAL: Final = ChatSettings()


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
