"""Text messages: in private each is a question, in groups those that are for the bot."""

from __future__ import annotations

from telegram import Message
from telegram.constants import ChatType, MessageAttachmentType

from bot.telegram.answering.answering import answer, overhear
from bot.telegram.answering.beside import text_file
from bot.telegram.answering.help import send_help
from bot.telegram.answering.services import Services
from bot.telegram.chats.chats import language_of
from bot.telegram.sending.addressing import Ear
from bot.telegram.sending.jobs import Job
from bot.telegram.sending.places import Target
from bot.telegram.texts.about import WORDS
from bot.telegram.texts.files import FILE_WORDS


async def on_message(services: Services, job: Job) -> None:
    """Answer a message that is for the bot, or that certainly asks its business; else stay silent."""
    message = job.message
    if message is None:
        return
    if job.heard.ear is Ear.OVERHEARD:
        await overhear(services, job, message, job.heard.text)
    elif job.heard.text:
        await answer(services, job, message, job.heard.text)
    elif message.edit_date is None:
        await send_help(services, job, message)


def is_textless(message: Message) -> bool:
    """Whether somebody sent the bot a picture, a voice or the like, without a word."""
    if message.chat.type != ChatType.PRIVATE or message.text or message.caption:
        return False
    return bool(message.checklist) or any(getattr(message, kind, None) for kind in MessageAttachmentType)


def is_text_file(message: Message) -> bool:
    """Whether somebody sent the bot a file of text, without a word."""
    return is_textless(message) and text_file(message) is not None


async def on_text_file(services: Services, job: Job) -> None:
    """Say how many tokens a file is."""
    message = job.message
    if message is not None:
        settings = await services.store.load(message.chat.id)
        words = FILE_WORDS[settings.language or language_of(message.from_user, services.usual_language)]
        await answer(services, job, message, words.question)


async def on_textless(services: Services, job: Job) -> None:
    """Say once in a while that the bot reads text."""
    message = job.message
    if message is None or services.textless.again(message.chat.id):
        return
    settings = await services.store.load(message.chat.id)
    words = WORDS[settings.language or language_of(message.from_user, services.usual_language)]
    await services.delivery.send_html(job, Target.answering(message), words.text_only)
