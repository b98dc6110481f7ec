"""Buttons below the bot's messages and cards."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from telegram import CallbackQuery, Message, Update

from bot.telegram.answering.services import Services
from bot.telegram.chats.chats import ChatSettings, context_for
from bot.telegram.sending.delivery import Place, Target
from bot.telegram.sending.keyboards import pressed
from bot.telegram.updates.preferences import is_choice, on_choice


async def on_press(services: Services, update: Update) -> None:
    """Put the answer to the button's Question where the reader looks.

    An answer changes in its place, so that trying units and models does not fill the chat; a help text stays, and its
    examples are answered below it.
    """
    query = update.callback_query
    if query is None:
        return
    if query.data and is_choice(query.data):
        await on_choice(services, query, query.data)
        return
    seen = asyncio.create_task(services.delivery.answer_press(query.id))
    try:
        await _answer(services, query)
    finally:
        await seen


async def _answer(services: Services, query: CallbackQuery) -> None:
    if not query.data:
        return
    button = pressed(query.data)
    chat = query.message.chat if query.message is not None else None
    settings = await services.store.load(chat.id) if chat is not None else ChatSettings()
    context = context_for(settings, query.from_user, services.usual_language)
    reply = services.engine.press(button.code, replace(context, language=button.language))
    if query.message is None:
        await services.delivery.edit(Place(card_id=query.inline_message_id), reply)
    elif button.below and isinstance(query.message, Message):
        await services.delivery.send(Target.answering(query.message), reply)
    else:
        await services.delivery.edit(Place(query.message.chat.id, query.message.message_id), reply)
