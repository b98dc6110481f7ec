"""Brings a reply to its chat, whole, once, and in the right place."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, NamedTuple, TypeVar

from telegram import Message, User
from telegram.error import BadRequest, ChatMigrated, Forbidden

from bot.answers import Reply
from bot.telegram.chats.chats import SettingsStore
from bot.telegram.chats.ledger import Ledger
from bot.telegram.chats.memory import Bounded
from bot.telegram.network.calls import Outcome, call
from bot.telegram.network.checked import whole
from bot.telegram.network.counts import Counts
from bot.telegram.network.errors import AnswerLostError
from bot.telegram.network.limits import Limits
from bot.telegram.network.outage import Outage
from bot.telegram.network.pace import Pace
from bot.telegram.network.wire import Wire
from bot.telegram.sending.contents import AS_HTML, Content, Photo, as_media, as_photo, as_text, html_of
from bot.telegram.sending.conversations import Conversations
from bot.telegram.sending.jobs import Job, TakenError
from bot.telegram.sending.keyboards import Markup, Trail, keyboard, keyboard_of_photo
from bot.telegram.sending.refusals import is_normal, is_of_topic
from bot.telegram.texts.pages import pages

_log = logging.getLogger(__name__)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Target:
    """Where a reply goes: the chat, its topic, and the message that it quotes."""

    chat_id: int
    thread_id: int | None = None
    reply_to: int | None = None

    @classmethod
    def answering(cls, message: Message) -> Target:
        """The place below a message. Outside of forums a thread is only a chain of replies, which is no place."""
        thread = message.message_thread_id if message.is_topic_message else None
        return cls(message.chat.id, thread, message.message_id)


@dataclass(frozen=True, slots=True)
class Place:
    """A text of the bot that can be changed: a message, or a card that was sent through inline mode."""

    chat_id: int | None = None
    message_id: int | None = None
    card_id: str | None = None


class Sent(NamedTuple):
    """A message that was sent. The chat is another than was meant where a group has become a supergroup."""

    chat_id: int
    message_id: int


class Delivery:
    """Sends and edits messages of the bot, within its limits, for as long as that is of use."""

    def __init__(
        self,
        me: User,
        wire: Wire,
        conversations: Conversations,
        store: SettingsStore,
        limits: Limits,
        ledger: Ledger,
        counts: Counts,
        pace: Pace,
    ) -> None:
        self.me = me
        self.wire = wire
        self.outage = Outage()
        self._conversations = conversations
        self._store = store
        self._limits = limits
        self._ledger = ledger
        self._counts = counts
        self._pace = Pace(pace.first / 2, pace.longest / 4)
        self._newest: Bounded[Hashable, int] = Bounded()

    async def send(self, job: Job, target: Target, reply: Reply) -> tuple[Sent, ...]:
        """Send a reply, in several messages where it is long; the buttons go below the last one.

        Returns what was sent: nothing where the bot may no longer write to the chat.

        Raises:
            TakenError: another replica answers the update.
            TelegramError: it could not be sent.
        """
        return await self.send_html(job, target, html_of(reply), keyboard(reply, self.me), reply.code)

    async def send_photo(self, job: Job, target: Target, photo: Photo, reply: Reply) -> tuple[Sent, ...]:
        """Send a picture with the reply below it, as :meth:`send` does; where no picture can be sent, the reply alone."""
        await self._claim(job)
        buttons = keyboard_of_photo(reply, self.me, dark=photo.dark)
        try:
            message = await self._send_part(job, target, as_photo(photo, reply), buttons)
        except BadRequest as error:
            _log.warning("A picture was refused: %s", error.message)
            message = None
        if message is None:
            return await self.send(job, target, reply)
        if reply.code:
            self._conversations.answered(message.chat_id, message.message_id, reply.code)
        return (message,)

    async def send_html(
        self, job: Job, target: Target, text: str, buttons: Markup | None = None, code: str | None = None
    ) -> tuple[Sent, ...]:
        """Send HTML, as :meth:`send` does; ``code`` is the Question that it answers, to be remembered."""
        await self._claim(job)
        sent: list[Sent] = []
        parts = pages(text)
        for place, part in enumerate(parts):
            last = place == len(parts) - 1
            message = await self._send_part(job, target, as_text(part), buttons if last else None)
            if message is None:
                break
            target = replace(target, chat_id=message.chat_id, reply_to=None)
            sent.append(message)
            if code:
                self._conversations.answered(message.chat_id, message.message_id, code)
        return tuple(sent)

    async def edit(self, job: Job, place: Place, reply: Reply, trail: Trail = ()) -> None:
        """Put a reply into a message of the bot, or into a card that somebody sent; ``trail`` is what it leads back to."""
        text = next(iter(pages(html_of(reply))), "")
        buttons = keyboard(reply, self.me, on_card=place.card_id is not None, trail=trail)
        await self.edit_html(job, place, text, buttons, reply.code)

    async def edit_photo(self, job: Job, place: Place, photo: Photo, reply: Reply) -> None:
        """Put another picture, and the reply below it, into the place of the picture in a message; one that is refused
        leaves that as it is."""
        content, buttons = as_media(photo, reply), keyboard_of_photo(reply, self.me, dark=photo.dark)
        try:
            await self._edit(job, place, content, buttons, reply.code)
        except BadRequest as error:
            _log.warning("A picture was refused: %s", error.message)

    async def edit_html(
        self, job: Job, place: Place, text: str, buttons: Markup | None, code: str | None = None
    ) -> None:
        """Put HTML into a message or card, unless a later change of it overtakes this one while it waits.

        Args:
            code: the Question that the message answers now.
        """
        await self._edit(job, place, Content("editMessageText", {"text": text} | AS_HTML), buttons, code)

    async def _edit(self, job: Job, place: Place, content: Content, buttons: Markup | None, code: str | None) -> None:
        if not await self._newest_after(job, place, self._limits.edit(place.chat_id or place.card_id)):
            return
        edited = {
            "chat_id": place.chat_id,
            "message_id": place.message_id,
            "inline_message_id": place.card_id,
            "reply_markup": buttons,
            **content.arguments,
        }
        await self._quietly(job, lambda: self.wire.call(content.method, edited, content.files), repeatable=True)
        if place.chat_id is not None and place.message_id is not None and code:
            self._conversations.answered(place.chat_id, place.message_id, code)

    async def delete(self, job: Job, chat_id: int, message_ids: Iterable[int]) -> None:
        """Take messages of the bot away."""
        for message_id in message_ids:
            await self._limits.edit(chat_id)
            doomed = {"chat_id": chat_id, "message_id": message_id}
            await self._quietly(job, partial(self.wire.call, "deleteMessage", doomed), repeatable=True)

    async def answer_press(self, job: Job, query_id: str, notice: str | None = None) -> bool:
        """Let the client stop showing that a pressed button is at work, and perhaps show a short notice.

        Returns whether the press was still worth an answer.
        """
        answer = {"callback_query_id": query_id, "text": notice}
        return await self._answer_query(job, query_id, "answerCallbackQuery", answer, repeatable=True)

    async def answer_inline(self, job: Job, query_id: str, answer: Mapping[str, Any]) -> None:
        """Show cards to somebody who types, unless they typed on; ``answer`` is as answerInlineQuery takes it."""
        whole = {"inline_query_id": query_id, **answer}
        await self._answer_query(job, ("typed", job.person), "answerInlineQuery", whole, repeatable=True)

    async def answer_guest(self, job: Job, query_id: str, card: Mapping[str, Any]) -> None:
        """Answer a guest message: the card goes into a chat that the bot is no member of."""
        answer = {"guest_query_id": query_id, "result": card}
        await self._answer_query(job, query_id, "answerGuestQuery", answer, repeatable=False)

    async def _answer_query(
        self, job: Job, key: Hashable, method: str, answer: Mapping[str, Any], *, repeatable: bool
    ) -> bool:
        if not await self._newest_after(job, key, self._limits.query(job.person or 0)):
            return False

        async def answered() -> bool:
            await self.wire.call(method, answer)
            return True  # whatever the result is

        return await self._quietly(job, answered, repeatable=repeatable) or False

    async def _newest_after(self, job: Job, key: Hashable, turn: Awaitable[None]) -> bool:
        """Wait for a turn; whether no later job wants to put something else into the same place by then."""
        if job.order > self._newest.get(key, -1):
            self._newest.put(key, job.order)
        await turn
        newest = self._newest.get(key, job.order) == job.order
        if not newest:
            self._counts.add("sends", "overtaken")
        return newest

    async def _claim(self, job: Job) -> None:
        if not job.claimed and not job.kept:
            if not await self._ledger.claim(job.number):
                raise TakenError
            job.claimed = True

    async def _send_part(self, job: Job, target: Target, content: Content, buttons: Markup | None) -> Sent | None:
        try:
            return await self._quietly(job, lambda: self._post(job, target, content, buttons), repeatable=False)
        except ChatMigrated as error:
            await self._store.move(target.chat_id, error.new_chat_id)
            moved = Target(error.new_chat_id)
            return await self._quietly(job, lambda: self._post(job, moved, content, buttons), repeatable=False)
        except BadRequest as error:
            plainer = _without_the_lost(target, error)
            if plainer == target:
                raise
            return await self._quietly(job, lambda: self._post(job, plainer, content, buttons), repeatable=False)

    async def _post(self, job: Job, target: Target, content: Content, buttons: Markup | None) -> Sent:
        job.waits = True
        await self._limits.message(target.chat_id)
        while await self._ledger.was_away():  # what is sent while nothing can be noted, a crash would send again
            await self._limits.message(target.chat_id)
        job.waits = False
        quoted = None
        if target.reply_to is not None:
            quoted = {"message_id": target.reply_to, "allow_sending_without_reply": True}
        message = {
            "chat_id": target.chat_id,
            "reply_parameters": quoted,
            "message_thread_id": target.thread_id,
            "reply_markup": buttons,
            **content.arguments,
        }
        return _sent(await self.wire.call(content.method, message, content.files))

    async def _quietly(self, job: Job, request: Callable[[], Awaitable[T]], *, repeatable: bool) -> T | None:
        """A call whose refusal is part of normal life: blocked, removed, nothing to change, message gone."""
        try:
            told = partial(self._told, job.chat_id or 0)
            return await call(request, repeatable=repeatable, until=job.until, pace=self._pace, told=told)
        except Forbidden as error:
            _log.info("Not delivered: %s", error.message)
        except BadRequest as error:
            if not is_normal(error):
                raise
            _log.info("Not delivered: %s", error.message)
        return None

    def _told(self, chat_id: int, outcome: Outcome, wait: float, again: bool) -> None:
        self._counts.add("sends", outcome)
        if again:
            self._counts.add("retries", outcome)
        if outcome is Outcome.FLOODED:
            self._counts.add("flood seconds", "sends", by=round(wait))
        if outcome is Outcome.FAILED:
            self.outage.failed(chat_id)
        else:
            self.outage.over()


def _sent(result: object) -> Sent:
    """What was sent, by the message that came back.

    Raises:
        AnswerLostError: none came back; it is not known under which number the message was sent.
    """
    message = result if isinstance(result, dict) else {}
    chat = message.get("chat")
    chat_id = whole(chat.get("id"), least=-(2**63)) if isinstance(chat, dict) else None
    message_id = whole(message.get("message_id"))
    if chat_id is None or message_id is None:
        raise AnswerLostError("What answered sends back no message")
    return Sent(chat_id, message_id)


def _without_the_lost(target: Target, error: BadRequest) -> Target:
    """The target without what is no longer there: the quoted message, or the topic."""
    words = error.message.casefold()
    if "repl" in words and "not found" in words:
        return replace(target, reply_to=None)
    if is_of_topic(error):
        return replace(target, thread_id=None, reply_to=None)
    return target
