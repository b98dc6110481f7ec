"""What all handlers share."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Protocol

from telegram import User

from bot.answers import Context, Reply, Status
from bot.charts.making.charting import Charted
from bot.knowledge.entries import Knowledge
from bot.question import Question
from bot.replies.overviews import Maker
from bot.telegram.answering.news import Watching
from bot.telegram.answering.thinking import Thinking
from bot.telegram.answering.upkeep import NoUpkeep, Upkeep
from bot.telegram.chats.chats import SettingsStore
from bot.telegram.chats.memory import Bounded, Recently
from bot.telegram.chats.unanswered import Noting, NotNoting
from bot.telegram.network.buckets import Buckets
from bot.telegram.network.counts import Counts
from bot.telegram.network.lanes import Lanes
from bot.telegram.sending.cards import Asked, Cards, Shown
from bot.telegram.sending.conversations import Conversations
from bot.telegram.sending.delivery import Delivery
from bot.telegram.sending.jobs import Kind
from bot.telegram.texts.completion import Completer
from bot.text import Language

REPEAT_SECONDS: Final = 300.0
"""The same question, unasked, is answered once within this time in a group."""

MOVE_SECONDS: Final = 3600.0

TEXTLESS_SECONDS: Final = 3600.0

MOST_QUERIES: Final = 512
"""Inline queries whose cards are remembered: some ten megabytes."""


class Answering(Protocol):
    """What the handlers need of the engine."""

    @property
    def knowledge(self) -> Knowledge: ...

    @property
    def edition(self) -> str: ...

    @property
    def failures(self) -> Mapping[str, int]: ...

    def ask(self, text: str, context: Context = ...) -> Reply: ...

    def may_concern(self, text: str) -> bool: ...

    def press(self, code: str, context: Context = ...) -> Reply: ...

    def picture(self, text: str, context: Context = ...) -> Charted: ...

    def press_picture(self, code: str, context: Context = ...) -> Charted: ...

    def code_of(self, question: Question) -> str | None: ...

    def latest_changes(self, context: Context = ...) -> Question | None: ...

    def at_a_glance(self, context: Context = ...) -> Question | None: ...

    def makers(self, context: Context) -> tuple[Maker, ...]: ...

    def sources(self, context: Context) -> tuple[str, ...]: ...

    def subjects_of(self, text: str) -> tuple[str, ...]: ...

    def suggest(self, text: str, context: Context = ..., most: int = ...) -> tuple[Reply, ...]: ...

    def examples(self, language: Language) -> tuple[str, ...]: ...

    def best_known(self, context: Context = ...) -> tuple[str, ...]: ...

    def warm(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Answered:
    """What was answered to a message."""

    ids: tuple[int, ...]
    """The bot's messages."""
    text: str
    """What the message said, to tell a change of it from other news about it."""
    previous: str | None
    """The Question that it followed up."""
    pictured: bool = False
    """Whether it was answered with a picture, which no text can be put in the place of."""


@dataclass(frozen=True, slots=True)
class Flow:
    """What keeps people out of each other's way."""

    lanes: Lanes
    people: Buckets
    """What one person may ask."""
    presses: Buckets
    """How often one person may press buttons."""
    groups: Buckets
    """What may be asked in one group."""
    counts: Counts


@dataclass(frozen=True, slots=True)
class Services:
    """The engine, the memory of chats, and the way out."""

    engine: Answering
    store: SettingsStore
    conversations: Conversations
    delivery: Delivery
    me: User
    usual_language: Language
    flow: Flow
    upkeep: Upkeep = field(default_factory=NoUpkeep)
    maintainers: frozenset[int] = frozenset()
    """Ids of the people who may look after the bot."""
    unanswered: Noting = field(default_factory=NotNoting)
    watching: Watching | None = None
    """Where prices can be watched; ``None`` where nothing is kept."""
    pictures: str | None = None
    """The address under which Telegram can fetch the pictures of cards; ``None`` where nobody from outside reaches the bot."""
    started: float = field(default_factory=time.monotonic)
    thinking: Thinking = field(default_factory=Thinking)
    answers: Bounded[tuple[int, int], Answered] = field(default_factory=Bounded)
    """What was answered, by the question's chat and message."""
    answering: set[tuple[int, int]] = field(default_factory=set)
    """Overheard questions whose answers wait to be sent, by chat and message."""
    pressers: Bounded[tuple[int, int], int] = field(default_factory=Bounded)
    """Who pressed the button that a message of the bot in a group answers, by chat and message."""
    repeats: Recently = field(default_factory=lambda: Recently(REPEAT_SECONDS, time.monotonic))
    """Questions that the bot answered unasked."""
    moved: Recently = field(default_factory=lambda: Recently(MOVE_SECONDS, time.monotonic))
    """Groups that became supergroups."""
    textless: Recently = field(default_factory=lambda: Recently(TEXTLESS_SECONDS, time.monotonic))
    """Private chats that were told that the bot reads text."""
    examples: Bounded[tuple[str, Language, date], tuple[Reply, ...]] = field(default_factory=lambda: Bounded(8))
    """Answered examples, by edition of the engine, language and day."""
    cards: Bounded[tuple[str, date, str, Language], Cards] = field(default_factory=lambda: Bounded(MOST_QUERIES))
    """What inline queries were answered with, by edition of the engine, day, text and language."""
    shown: Bounded[str, Shown] = field(default_factory=Bounded)
    """Cards that were shown, by their ids."""
    recent: Bounded[int, tuple[Asked, ...]] = field(default_factory=Bounded)
    """What people asked last, by their ids; never stored."""
    completers: Bounded[str, Completer] = field(default_factory=lambda: Bounded(1))
    """By edition of the engine."""

    def note(self, reply: Reply, asked: Kind) -> None:
        """Count what became of a question, by the way it was asked."""
        kind = str(reply.kind or "none")
        self.flow.counts.add("answers", asked, reply.status, kind, reply.language)

    def note_unanswered(self, reply: Reply) -> None:
        """Keep a question that was put to the bot, where it could not answer it."""
        if reply.status is Status.UNKNOWN:
            self.unanswered.note(reply.question, reply.language)
