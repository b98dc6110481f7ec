"""What all handlers share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from telegram import User

from bot.answers import Context, Reply
from bot.telegram.chats import Conversations, SettingsStore
from bot.telegram.delivery import Delivery
from bot.text import Language


class Answering(Protocol):
    """What the handlers need of the engine."""

    def ask(self, text: str, context: Context = ...) -> Reply: ...

    def press(self, code: str, context: Context = ...) -> Reply: ...

    def suggest(self, text: str, context: Context = ..., most: int = ...) -> tuple[Reply, ...]: ...

    def examples(self, language: Language) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True)
class Services:
    """The engine, the memory of chats, and the way out."""

    engine: Answering
    store: SettingsStore
    conversations: Conversations
    delivery: Delivery
    me: User
    usual_language: Language
