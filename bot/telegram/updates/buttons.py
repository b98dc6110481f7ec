"""Buttons below the bot's messages and cards."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial

from telegram import CallbackQuery, Message

from bot.answers import Reply
from bot.telegram.answering.pictures import Pictured, pictured
from bot.telegram.answering.services import Services
from bot.telegram.chats.chats import ChatSettings, context_for
from bot.telegram.sending.contents import Photo
from bot.telegram.sending.delivery import Place, Target
from bot.telegram.sending.jobs import Job
from bot.telegram.sending.keyboards import Pressed, pressed
from bot.telegram.updates.preferences import is_choice, on_choice
from bot.telegram.updates.watching import is_stop, on_stop


async def on_press(services: Services, job: Job) -> None:
    """Put the answer to the button's Question where the reader looks.

    An answer changes in its place, so that trying units and models does not fill the chat; a help text stays, and its
    examples are answered below it. What comes of a press that is too old to be answered would surprise: it is let go.
    """
    query = job.update.callback_query
    if query is None:
        return
    if query.data and is_choice(query.data):
        await on_choice(services, job, query, query.data)
        return
    if query.data and is_stop(query.data):
        await on_stop(services, job, query, query.data)
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
        await _show(services, job, query, reply, below=button.below or button.picture is not None)


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
    if message.photo:
        await services.delivery.edit_photo(job, Place(message.chat.id, message.message_id), photo, reply)
    elif not services.flow.lanes.is_full(message.chat.id):
        async with services.flow.lanes.turn(message.chat.id):
            await services.delivery.send_photo(job, Target.answering(message), photo, reply)


async def _show(services: Services, job: Job, query: CallbackQuery, reply: Reply, *, below: bool) -> None:
    message = query.message
    if message is None:
        await services.delivery.edit(job, Place(card_id=query.inline_message_id), reply)
    elif not below or not isinstance(message, Message):
        await services.delivery.edit(job, Place(message.chat.id, message.message_id), reply)
    elif not services.flow.lanes.is_full(message.chat.id):
        async with services.flow.lanes.turn(message.chat.id):
            await services.delivery.send(job, Target.answering(message), reply)
