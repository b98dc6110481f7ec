"""Tells chats what changes of the prices that they watch: all of it in one message, one a day at most, and each once.

A chat is claimed in the database right before its message is sent, with what it knows from then on. Where the message
certainly was not sent, the claim is taken back; where that is not known, as after a crash, nothing is told twice.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import Final

from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.answers import BEIJING, Button
from bot.question import Kind, Question
from bot.telegram.answering.news import Bulletin, Told, Watching
from bot.telegram.answering.services import Services
from bot.telegram.chats.chats import StoreError
from bot.telegram.chats.watches import Known, Watcher
from bot.telegram.network.calls import Outcome
from bot.telegram.network.checked import flood_wait
from bot.telegram.network.errors import UnsentError, UnsentTimeoutError
from bot.telegram.network.limits import Limits
from bot.telegram.sending.contents import AS_HTML, one_page
from bot.telegram.sending.keyboards import Markup, rows_of
from bot.telegram.sending.refusals import is_of_topic
from bot.text import Language

LOOKED_AFTER: Final = 30.0
"""Seconds between looks whether anything may have changed."""

PAUSE_SECONDS: Final = 0.2
"""Between two messages, so that those who ask hardly wait for those who are told."""

FAREWELL_SECONDS: Final = 1.0
"""How long a message that is under way may take when the bot stops."""

AWAKE: Final = range(8, 22)
"""Hours of Beijing in which a message may make a sound."""

MOST_BUTTONS: Final = 3

_log = logging.getLogger(__name__)


def now_in_beijing() -> datetime:
    return datetime.now(BEIJING)


@dataclass
class _Look:
    """What is told at one moment: what is new to whom, worded once for all who know the same."""

    bulletin: Bulletin
    known: Mapping[Known, str]
    moment: datetime
    states: dict[str, str] = field(default_factory=dict)
    """All that is watched, as it is now."""
    changed: set[Known] = field(default_factory=set)
    same: set[Known] = field(default_factory=set)
    """What is another text now, and says nothing new."""
    worded: dict[tuple[tuple[Known, ...], Language], Told | None] = field(default_factory=dict)

    @property
    def day(self) -> date:
        return self.moment.date()

    def compare(self) -> None:
        """See what changed. It may take a while."""
        for known, before in self.known.items():
            entry = known.entry
            if entry not in self.states:
                self.states[entry] = self.bulletin.state(entry)
            if self.states[entry] != before and not self.bulletin.precedes(before):
                told = self.bulletin.told({entry: before}, Language.EN)
                (self.same if told is None else self.changed).add(known)

    def told(self, known: tuple[Known, ...], language: Language) -> Told | None:
        key = known, language
        if key not in self.worded:
            self.worded[key] = self.bulletin.told({each.entry: self.known[each] for each in known}, language)
        return self.worded[key]


class Alerts:
    """Looks whenever the knowledge changed, and once an hour for what was announced."""

    def __init__(self, services: Services, watching: Watching, limits: Limits) -> None:
        self._services = services
        self._watches, self._news = watching
        self._limits = limits
        self._untold: list[tuple[Watcher, Mapping[str, str]]] = []
        """Claims that could not be taken back yet."""

    async def run(self) -> None:
        """Look and tell, without end. Nothing is raised."""
        done = None
        while True:
            await asyncio.sleep(LOOKED_AFTER)
            now = self._services.engine.edition, now_in_beijing().replace(minute=0, second=0, microsecond=0)
            if now != done and await self.look():
                done = now

    async def look(self) -> bool:
        """Tell what is new; whether nothing is left that could be told if one looked again."""
        try:
            return await self._look()
        except StoreError:
            return False
        except Exception:  # noqa: BLE001 - whatever ails the news, questions are answered
            _log.exception("What changed of watched prices could not be told")
            return True

    async def _look(self) -> bool:
        while self._untold:
            await self._watches.release(*self._untold[-1])
            self._untold.pop()
        known = await self._watches.known()
        if not known:
            return True
        look = _Look(self._news.now(), known, now_in_beijing())
        await self._services.thinking.apart(look.compare)
        for same in look.same:
            await self._watches.settle(same, look.states[same.entry])
        if not look.changed:
            return True
        complete = True
        for watcher in await self._watches.due(look.changed, look.day):
            complete = await self._tell(watcher, look) and complete
            await asyncio.sleep(PAUSE_SECONDS)
        return complete

    async def _tell(self, watcher: Watcher, look: _Look) -> bool:
        """Tell a chat, unless somebody else does; whether it needs not be tried again."""
        settings = await self._services.store.load(watcher.chat_id)
        language = settings.language or watcher.language
        told = await self._services.thinking.apart(partial(look.told, watcher.known, language))
        if told is None:
            return True
        await self._limits.message(watcher.chat_id)
        telling = asyncio.create_task(self._claim_and_send(watcher, look, told, language))
        try:
            return await asyncio.shield(telling)
        except asyncio.CancelledError:  # the bot stops: what is claimed is to be sent
            await asyncio.wait({telling}, timeout=FAREWELL_SECONDS)
            raise

    async def _claim_and_send(self, watcher: Watcher, look: _Look, told: Told, language: Language) -> bool:
        if not await self._watches.claim(watcher, look.states, look.day):
            return True
        try:
            await self._send(watcher, told, language, silently=look.moment.hour not in AWAKE)
        except TelegramError as error:
            return await self._failed(watcher, look, error)
        self._services.flow.counts.add("sends", Outcome.DONE)
        return True

    async def _send(self, watcher: Watcher, told: Told, language: Language, *, silently: bool) -> None:
        message = {
            "chat_id": watcher.chat_id,
            "message_thread_id": watcher.thread_id,
            "text": one_page(told.html),
            "disable_notification": silently or None,
            "reply_markup": self._buttons(told, language),
            **AS_HTML,
        }
        try:
            await self._services.delivery.wire.call("sendMessage", message)
        except BadRequest as error:
            if watcher.thread_id is None or not is_of_topic(error):
                raise
            await self._services.delivery.wire.call("sendMessage", message | {"message_thread_id": None})

    def _buttons(self, told: Told, language: Language) -> Markup | None:
        """The prices of the models told of, each answered below."""
        coded = ((model, self._services.engine.code_of(Question(Kind.PRICE, (model,)))) for model in told.models)
        found = [Button(self._news.name(model, language), code) for model, code in coded if code is not None]
        return rows_of(([button] for button in found[:MOST_BUTTONS]), language)

    async def _failed(self, watcher: Watcher, look: _Look, error: TelegramError) -> bool:
        """What a failure means; whether the chat needs not be tried again now."""
        chat_id = watcher.chat_id
        if isinstance(error, ChatMigrated):
            await self._take_back(watcher, look)
            await self._services.store.move(chat_id, error.new_chat_id)
            await self._watches.move(chat_id, error.new_chat_id)
            return False
        if isinstance(error, Forbidden) or (
            isinstance(error, BadRequest) and "chat not found" in error.message.lower()
        ):
            await self._take_back(watcher, look)
            await self._watches.set_left(chat_id, left=True)
            return True
        if isinstance(error, RetryAfter | UnsentError | UnsentTimeoutError):
            await self._take_back(watcher, look)
            self._services.flow.counts.add(
                "sends", Outcome.FLOODED if isinstance(error, RetryAfter) else Outcome.FAILED
            )
            if isinstance(error, RetryAfter):
                await asyncio.sleep(flood_wait(error))
            return False
        self._services.flow.counts.add("sends", Outcome.REFUSED if isinstance(error, BadRequest) else Outcome.FAILED)
        _log.warning("A chat may not have been told of prices that it watches: %s", error.message)
        return True

    async def _take_back(self, watcher: Watcher, look: _Look) -> None:
        self._untold.append((watcher, look.states))
        await self._watches.release(watcher, look.states)
        self._untold.pop()
