"""Text messages: in private each is a question, in groups those that are for the bot."""

from __future__ import annotations

from telegram import Update

from bot.telegram.answering.answering import answer, withdraw
from bot.telegram.answering.help import send_help
from bot.telegram.answering.services import Services
from bot.telegram.sending.addressing import Ear, hear


async def on_message(services: Services, update: Update) -> None:
    """Answer a message that is for the bot, or that certainly asks its business; else stay silent."""
    message = update.message or update.edited_message
    if message is None:
        return
    heard = hear(message, services.me)
    if heard.ear is Ear.DEAF:
        await withdraw(services, message)
    elif heard.text:
        await answer(services, message, heard.text, addressed=heard.ear is Ear.ADDRESSED)
    elif message.edit_date is None:
        await send_help(services, message)
