"""What changes of the prices that chats watch, as the bot on Telegram sees it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, Protocol

from bot.telegram.chats.watches import Watches
from bot.text import Language


class Told(NamedTuple):
    """What is to be told of changes, and of which models, the most telling first."""

    html: str
    models: tuple[str, ...]


class Bulletin(Protocol):
    """What is known at one moment."""

    def state(self, entry: str) -> str:
        """A text for all that is watched of a name; another one after each change."""
        ...

    def precedes(self, state: str) -> bool:
        """Whether the state is of newer prices than these, as right after a start, before they were fetched again."""
        ...

    def told(self, known: Mapping[str, str], language: Language) -> Told | None:
        """What is new to those who know these states, by the names that they watch; ``None`` where nothing is."""
        ...


class News(Protocol):
    """Tells what changes."""

    def entries(self, text: str) -> tuple[str, ...]:
        """The ids of what a text names that can be watched: models, families, vendors, plans."""
        ...

    def name(self, entry: str, language: Language) -> str: ...

    def now(self) -> Bulletin:
        """What is known now. It may take a while to ask it."""
        ...


class Watching(NamedTuple):
    """What chats watch, and what is new of it."""

    watches: Watches
    news: News
