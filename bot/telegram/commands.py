"""Commands: /start, /help, /ask and /price."""

from __future__ import annotations

from typing import Final

from telegram import BotCommand, Message, Update

from bot.answers import Status
from bot.telegram.addressing import quoted_text, sent_via
from bot.telegram.chats import context_for
from bot.telegram.delivery import Target
from bot.telegram.help import send_help
from bot.telegram.messages import answer
from bot.telegram.services import Services
from bot.text import Language

ALL_PRICES: Final = {
    Language.ZH_HANS: "所有模型的价格",
    Language.ZH_HANT: "所有模型的價格",
    Language.EN: "prices of all models",
}
"""What /price asks where nothing follows it."""

PRICE_OF: Final = {Language.ZH_HANS: "{}的价格", Language.ZH_HANT: "{}的價格", Language.EN: "price of {}"}

MENUS: Final = {
    Language.ZH_HANS: (
        BotCommand("ask", "问一个价格问题"),
        BotCommand("price", "模型的价格"),
        BotCommand("help", "能问什么,怎么问"),
    ),
    Language.ZH_HANT: (
        BotCommand("ask", "問一個價格問題"),
        BotCommand("price", "模型的價格"),
        BotCommand("help", "能問什麼,怎麼問"),
    ),
    Language.EN: (
        BotCommand("ask", "Ask a question about prices"),
        BotCommand("price", "Prices of models"),
        BotCommand("help", "What you can ask, and how"),
    ),
}
"""The commands that clients offer, per language."""


async def on_start(services: Services, update: Update) -> None:
    """/start, in a deep link with a Question as its payload."""
    message = _message(services, update)
    if message is None:
        return
    payload = _argument(message)
    if not payload:
        await send_help(services, message)
        return
    settings = await services.store.load(message.chat.id)
    context = context_for(settings, message.from_user, services.usual_language)
    await services.delivery.send(Target.answering(message), services.engine.press(payload, context))


async def on_help(services: Services, update: Update) -> None:
    message = _message(services, update)
    if message is not None:
        await send_help(services, message)


async def on_ask(services: Services, update: Update) -> None:
    """/ask with a question, or as the answer to a message that holds one."""
    message = _message(services, update)
    if message is None:
        return
    text = _argument(message) or quoted_text(message)
    if text:
        await answer(services, message, text)
    else:
        await send_help(services, message)


async def on_price(services: Services, update: Update) -> None:
    """/price with the name of a model or a question, or alone for all prices."""
    message = _message(services, update)
    if message is None:
        return
    settings = await services.store.load(message.chat.id)
    context = context_for(settings, message.from_user, services.usual_language)
    text = _argument(message)
    if not text:
        reply = services.engine.ask(ALL_PRICES[context.usual_language], context)
    else:
        reply = services.engine.ask(text, context)
        if reply.status is not Status.ANSWERED:
            asked = services.engine.ask(PRICE_OF[reply.language].format(text), context)
            reply = asked if asked.status is Status.ANSWERED else reply
    await services.delivery.send(Target.answering(message), reply)


async def on_unknown(services: Services, update: Update) -> None:
    """A command in a private chat that the bot does not have."""
    await on_help(services, update)


def _message(services: Services, update: Update) -> Message | None:
    """The message with the command. One sent through inline mode or by a bot is no command."""
    message = update.message
    if message is None or sent_via(message, services.me):
        return None
    robot = message.from_user is not None and message.from_user.is_bot and message.sender_chat is None
    return None if robot or message.forward_origin is not None else message


def _argument(message: Message) -> str:
    """What follows the command, as it was typed."""
    parts = (message.text or "").split(maxsplit=1)
    return parts[1].strip() if len(parts) > 1 else ""
