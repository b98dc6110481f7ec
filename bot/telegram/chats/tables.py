"""The tables of the database: what is kept about chats, and about updates for a day at most."""

from __future__ import annotations

from typing import Final

from sqlalchemy import BigInteger, Column, Date, Float, Index, MetaData, String, Table, Text

METADATA: Final = MetaData()

SETTINGS_COUNTER: Final = "settings"

CHATS: Final = Table(
    "chats",
    METADATA,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("mode", String(16), nullable=False),
    Column("language", String(16)),
    Column("currency", String(3)),
    Column("revision", BigInteger, nullable=False, server_default="0"),
    Column("left_at", Float),
    Index("chats_by_revision", "revision"),
)
"""Settings of chats that changed them. ``left_at``: when the chat removed the bot, in seconds since 1970."""

COUNTERS: Final = Table(
    "counters",
    METADATA,
    Column("name", String(16), primary_key=True),
    Column("number", BigInteger, nullable=False),
)
"""``settings`` counts the changes of settings: whoever changes some raises it first, so changes come one by one."""

ANSWERS: Final = Table(
    "answers",
    METADATA,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("owner", String(16), nullable=False),
    Column("until", Float, nullable=False),
    Index("answers_by_owner", "owner", "until"),
)
"""Updates that are answered by ``owner``, or were, where that is empty. ``until`` then the row counts; nothing else of
the update is in it."""

WAITING: Final = Table(
    "waiting",
    METADATA,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),
    Column("expires", Float, nullable=False),
)
"""Updates whose answers have to wait, as they came; each goes as soon as it is answered or of no use any more."""

UNANSWERED: Final = Table(
    "unanswered",
    METADATA,
    Column("text", String(200), primary_key=True),
    Column("language", String(16), primary_key=True),
    Column("day", Date, nullable=False),
    Column("times", BigInteger, nullable=False),
)
"""Questions to the bot that it could not answer, how often each was asked and on which day last; nothing of who asked."""

WATCHERS: Final = Table(
    "watchers",
    METADATA,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("language", String(16), nullable=False),
    Column("told_on", Date),
    Column("left_at", Float),
    Column("thread_id", BigInteger),
)
"""Chats that watch prices, the language in which they asked for it, the topic of a forum in which they did so last, and the
day on which they were told of changes last."""

WATCHES: Final = Table(
    "watches",
    METADATA,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("entry", String(200), primary_key=True),
    Column("state", String(32), nullable=False),
    Index("watches_by_state", "entry", "state"),
)
"""What a chat watches, and the state of it that the chat knows."""

WATCHED_STATES: Final = Table(
    "watched_states",
    METADATA,
    Column("digest", String(32), primary_key=True),
    Column("body", Text, nullable=False),
)
"""The states that chats know, each once, however many chats know it; none that nobody knows any more."""
