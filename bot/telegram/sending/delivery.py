"""Brings a reply to its chat, whole, once, and in the right place."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Hashable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from telegram import User
from telegram.error import BadRequest, ChatMigrated, Forbidden

from bot.answers import Reply
from bot.telegram.chats.chats import SettingsStore
from bot.telegram.chats.ledger import Ledger
from bot.telegram.chats.memory import Bounded
from bot.telegram.network.calls import Outcome, call
from bot.telegram.network.counts import Counts
from bot.telegram.network.errors import NotFoundError
from bot.telegram.network.limits import Limits
from bot.telegram.network.outage import Outage
from bot.telegram.network.pace import Pace
from bot.telegram.network.wire import Wire
from bot.telegram.sending.contents import (
    AS_HTML,
    RICH,
    Content,
    Photo,
    as_media,
    as_photo,
    as_rich,
    as_rich_edit,
    as_text,
    html_of,
)
from bot.telegram.sending.conversations import Conversations
from bot.telegram.sending.jobs import Job, TakenError
from bot.telegram.sending.keyboards import Markup, Trail, keyboard, keyboard_of_photo
from bot.telegram.sending.places import Place, Sent, Target, sent_by, without_the_lost
from bot.telegram.sending.refusals import is_normal
from bot.telegram.texts.pages import pages

_log = logging.getLogger(__name__)

T = TypeVar("T")


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
        *,
        rich: bool = True,
    ) -> None:
        """``rich``: whether rich messages are tried; where one is refused, none is any more."""
        self.me = me
        self.wire = wire
        self.outage = Outage()
        self._conversations = conversations
        self._store = store
        self._limits = limits
        self._ledger = ledger
        self._counts = counts
        self._rich = rich
        self._pace = Pace(pace.first / 2, pace.longest / 4)
        self._newest: Bounded[Hashable, int] = Bounded()

    async def send(self, job: Job, target: Target, reply: Reply) -> tuple[Sent, ...]:
        """Send a reply, in several messages where it is long; the buttons go below the last one.

        Returns what was sent: nothing where the bot may no longer write to the chat.

        Raises:
            TakenError: another replica answers the update.
            TelegramError: it could not be sent.
        """
        buttons = keyboard(reply, self.me)
        if reply.rich and self._rich:
            try:
                return await self._send_whole(job, target, as_rich(reply), buttons, reply.code)
            except BadRequest as error:
                self._without_rich(error)
        return await self.send_html(job, target, html_of(reply), buttons, reply.code)

    async def send_photo(self, job: Job, target: Target, photo: Photo, reply: Reply) -> tuple[Sent, ...]:
        """Send a picture with the reply below it, as :meth:`send` does; where no picture can be sent, the reply alone."""
        buttons = keyboard_of_photo(reply, self.me, dark=photo.dark)
        try:
            sent = await self._send_whole(job, target, as_photo(photo, reply), buttons, reply.code)
        except BadRequest as error:
            _log.warning("A picture was refused: %s", error.message)
            sent = ()
        return sent or await self.send(job, target, reply)

    async def _send_whole(
        self, job: Job, target: Target, content: Content, buttons: Markup | None, code: str | None
    ) -> tuple[Sent, ...]:
        """Send one message that may be refused."""
        await self._claim(job)
        message = await self._send_part(job, target, content, buttons)
        if message is None:
            return ()
        if code:
            self._conversations.answered(message.chat_id, message.message_id, code)
        return (message,)

    def _without_rich(self, error: BadRequest) -> None:
        _log.info("Rich messages are not taken, so tables go as lists: %s", error.message)
        self._rich = False

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
        if reply.rich and self._rich and place.card_id is None:
            try:
                await self._edit(job, place, as_rich_edit(reply), buttons, reply.code)
            except BadRequest as error:
                self._without_rich(error)
            else:
                return
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
        edited = {**place.arguments(), "reply_markup": buttons, **content.arguments}
        method = content.method.replace("edit", "editEphemeral") if place.ephemeral_id else content.method
        await self._quietly(job, lambda: self.wire.call(method, edited, content.files), repeatable=True)
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
            plainer = without_the_lost(target, error)
            if plainer == target:
                raise
            return await self._quietly(job, lambda: self._post(job, plainer, content, buttons), repeatable=False)

    async def _post(self, job: Job, target: Target, content: Content, buttons: Markup | None) -> Sent:
        job.waits = True
        await self._limits.message(target.chat_id)
        while await self._ledger.was_away():  # what is sent while nothing can be noted, a crash would send again
            await self._limits.message(target.chat_id)
        job.waits = False
        message = {**target.arguments(), "reply_markup": buttons, **content.arguments}
        return sent_by(await self._called(content, message))

    async def _called(self, content: Content, message: Mapping[str, Any]) -> object:
        try:
            return await self.wire.call(content.method, message, content.files)
        except NotFoundError as error:
            if content.method == RICH:  # an older server, which trying again would not make newer
                raise BadRequest(error.message) from error
            raise

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
