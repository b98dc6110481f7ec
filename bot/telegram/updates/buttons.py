"""Buttons below the bot's messages and cards."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from telegram import CallbackQuery, Message
from telegram.constants import ChatType

from bot.answers import Reply
from bot.telegram.answering.pictures import Pictured, pictured
from bot.telegram.answering.services import Services
from bot.telegram.chats.chats import ChatSettings, context_for
from bot.telegram.sending.contents import Photo
from bot.telegram.sending.jobs import Job
from bot.telegram.sending.keyboards import Pressed, pressed
from bot.telegram.sending.places import Place, Presser, Sent, Target, ephemeral_id
from bot.telegram.updates.overviews import is_page, on_page
from bot.telegram.updates.preferences import is_choice, on_choice
from bot.telegram.updates.watching import is_stop, is_watch, on_stop, on_watch_press

_OTHERS: Final[
    Sequence[tuple[Callable[[str], bool], Callable[[Services, Job, CallbackQuery, str], Awaitable[None]]]]
] = (
    (is_choice, on_choice),
    (is_watch, on_watch_press),
    (is_stop, on_stop),
    (is_page, on_page),
)
"""Buttons that ask no Question, told by their data, and what each does."""


async def on_press(services: Services, job: Job) -> None:
    """Put the answer to the button's Question where the reader looks.

    An answer changes in its place, with a way back, so that trying units and models does not fill the chat. In a group it
    changes for whoever asked alone: what somebody else presses is answered below it, in a message that is then his, and
    that he alone sees where Telegram knows such messages. A
    help text stays, and its examples are answered below it. What comes of a press that is too old to be answered would
    surprise: it is let go.
    """
    query = job.update.callback_query
    if query is None:
        return
    other = next((handler for concerns, handler in _OTHERS if query.data and concerns(query.data)), None)
    if other is not None:
        await other(services, job, query, query.data or "")
        return
    seen = asyncio.create_task(services.delivery.answer_press(job, query.id))
    try:
        button = pressed(query.data) if query.data else None
        reply, photo = await _reply(services, query, button) if button is not None else (None, None)
    finally:
        fresh = await seen
    if reply is not None:
        services.note(reply, job.kind)
    if not fresh or button is None or reply is None:
        return
    if photo is not None:
        await _show_photo(services, job, query, reply, photo)
    else:
        await _show(services, job, query, reply, button)


async def _reply(services: Services, query: CallbackQuery, button: Pressed) -> Pictured:
    chat = query.message.chat if query.message is not None else None
    settings = await services.store.load(chat.id) if chat is not None else ChatSettings()
    context = replace(context_for(settings, query.from_user, services.usual_language), language=button.language)
    if button.picture is not None:
        make = partial(services.engine.press_picture, button.code, context)
        return await pictured(services, make, dark=button.picture)
    return Pictured(await services.thinking.of(partial(services.engine.press, button.code, context)))


async def _show_photo(services: Services, job: Job, query: CallbackQuery, reply: Reply, photo: Photo) -> None:
    """Put a picture into the place of one, or send it below a text."""
    message = query.message
    if not isinstance(message, Message):  # too old to be answered below, or a card, which has no such button
        return
    if message.photo and _is_his(services, message, query):
        await services.delivery.edit_photo(job, Place.of(message, query.from_user.id), photo, reply)
    else:
        await _below(services, query, message, lambda target: services.delivery.send_photo(job, target, photo, reply))


async def _show(services: Services, job: Job, query: CallbackQuery, reply: Reply, button: Pressed) -> None:
    message = query.message
    if message is None:
        await services.delivery.edit(job, Place(card_id=query.inline_message_id), reply, button.trail)
    elif not isinstance(message, Message):
        await services.delivery.edit(job, Place.of(message, query.from_user.id), reply, button.trail)
    elif button.below or button.picture is not None or not _is_his(services, message, query):
        await _below(services, query, message, lambda target: services.delivery.send(job, target, reply))
    else:
        await services.delivery.edit(job, Place.of(message, query.from_user.id), reply, button.trail)


def _is_his(services: Services, message: Message, query: CallbackQuery) -> bool:
    """Whether a message of the bot answers the one who presses: he wrote what it replies to, or pressed for it before."""
    if message.chat.type == ChatType.PRIVATE or ephemeral_id(message) is not None:
        return True
    presser = services.pressers.get((message.chat.id, message.message_id))
    if presser is not None:
        return presser == query.from_user.id
    asked = message.reply_to_message
    return asked is not None and asked.from_user == query.from_user


async def _below(
    services: Services, query: CallbackQuery, message: Message, send: Callable[[Target], Awaitable[tuple[Sent, ...]]]
) -> None:
    """Answer below a message, where the chat has room for that, and note for whom."""
    if services.flow.lanes.is_full(message.chat.id):
        return
    target, person = Target.answering(message), query.from_user.id
    if ephemeral_id(message) is not None or not _is_his(services, message, query):
        target = replace(target, alone=Presser(person, query.id))
    async with services.flow.lanes.turn(message.chat.id):
        sent = await send(target)
    if message.chat.type != ChatType.PRIVATE:
        for each in filter(lambda each: each.message_id, sent):
            services.pressers.put((each.chat_id, each.message_id), person)
