"""Echo bots to compare with: they answer every message with its own text, every inline query with one card.

python -m benchmarks.telegram_echo default|ours|aiogram BASE_URL TOKEN

"ours" has this project's transport and the event loop below it, uvloop's, as the bot itself has. The others are as
their documentation shows them, on asyncio's own loop.
"""

from __future__ import annotations

import asyncio
import sys
from typing import Any


def library(base_url: str, token: str, own_transport: bool) -> None:
    """python-telegram-bot as its documentation shows it, on its default transport or on this project's, loop and all."""
    from telegram import InlineQueryResultArticle, InputTextMessageContent, Update
    from telegram.ext import ApplicationBuilder, ContextTypes, InlineQueryHandler, MessageHandler, filters

    async def on_message(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message is not None
        await update.message.reply_text(update.message.text or "")

    async def on_inline_query(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.inline_query is not None
        content = InputTextMessageContent(update.inline_query.query)
        await update.inline_query.answer([InlineQueryResultArticle("1", update.inline_query.query, content)])

    builder: Any = ApplicationBuilder().token(token).base_url(f"{base_url}/bot").concurrent_updates(True)
    if own_transport:
        from benchmarks.telegram_transport import LibraryRequest
        from bot.telegram.network.process import loop_factory

        asyncio.set_event_loop((loop_factory() or asyncio.new_event_loop)())
        builder = builder.request(LibraryRequest(connections=128)).get_updates_request(LibraryRequest(connections=4))
    application = builder.build()
    application.add_handler(MessageHandler(filters.TEXT, on_message))
    application.add_handler(InlineQueryHandler(on_inline_query))
    application.run_polling(allowed_updates=Update.ALL_TYPES)


def aiogram(base_url: str, token: str) -> None:
    """aiogram as its documentation shows it."""
    from aiogram import Bot, Dispatcher
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer
    from aiogram.types import InlineQuery, InlineQueryResultArticle, InputTextMessageContent, Message

    dispatcher = Dispatcher()

    @dispatcher.message()
    async def on_message(message: Message) -> None:
        await message.answer(message.text or "")

    @dispatcher.inline_query()
    async def on_inline_query(query: InlineQuery) -> None:
        content = InputTextMessageContent(message_text=query.query)
        await query.answer([InlineQueryResultArticle(id="1", title=query.query, input_message_content=content)])

    async def run() -> None:
        session = AiohttpSession(api=TelegramAPIServer.from_base(base_url))
        await dispatcher.start_polling(Bot(token, session=session))

    asyncio.run(run())


if __name__ == "__main__":
    kind, base_url, token = sys.argv[1:]
    if kind == "aiogram":
        aiogram(base_url, token)
    else:
        library(base_url, token, own_transport=kind == "ours")
