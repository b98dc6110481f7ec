"""Commands: each is a question, or a text about the bot."""

from __future__ import annotations

from telegram import Message, Update

from bot.answers import Status
from bot.telegram.addressing import quoted_text, sent_via
from bot.telegram.answering import answer, respond
from bot.telegram.chats import context_for
from bot.telegram.delivery import Target
from bot.telegram.help import send_help
from bot.telegram.services import Services
from bot.telegram.wording import WORDS

WITHOUT_ARGUMENTS = ("cheapest", "models", "sources", "changes")
"""Commands that ask one fixed question."""


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
    await respond(services, message, services.engine.press(payload, context))


async def on_help(services: Services, update: Update) -> None:
    """/help, and in private whatever else looks like a command."""
    message = _message(services, update)
    if message is not None:
        await send_help(services, message)


async def on_ask(services: Services, update: Update) -> None:
    """/ask with a question, or below a message that holds one."""
    message = _message(services, update)
    if message is None:
        return
    text = _argument(message) or quoted_text(message)
    if text:
        await answer(services, message, text)
    elif message.edit_date is None:
        await send_help(services, message)


async def on_price(services: Services, update: Update) -> None:
    """/price with the name of a model or a whole question, or alone for all prices."""
    await _ask_about(services, update, "price", "prices")


async def on_compare(services: Services, update: Update) -> None:
    """/compare with names of models, or alone for all."""
    await _ask_about(services, update, "compare", "prices")


async def on_fixed(services: Services, update: Update) -> None:
    """A command that asks one fixed question."""
    message = _message(services, update)
    if message is None:
        return
    name = (message.text or "").split(maxsplit=1)[0].removeprefix("/").partition("@")[0].casefold()
    settings = await services.store.load(message.chat.id)
    context = context_for(settings, message.from_user, services.usual_language)
    question = WORDS[context.usual_language].questions[name]
    await respond(services, message, services.engine.ask(question, context))


async def on_privacy(services: Services, update: Update) -> None:
    """/privacy: what is kept about people."""
    message = _message(services, update)
    if message is None:
        return
    settings = await services.store.load(message.chat.id)
    context = context_for(settings, message.from_user, services.usual_language)
    await services.delivery.send_html(Target.answering(message), WORDS[context.usual_language].privacy)


async def _ask_about(services: Services, update: Update, some: str, everything: str) -> None:
    """Ask about what follows the command: as it stands where that is a question, else put into one."""
    message = _message(services, update)
    if message is None:
        return
    settings = await services.store.load(message.chat.id)
    context = context_for(settings, message.from_user, services.usual_language)
    text = _argument(message)
    if not text:
        question = WORDS[context.usual_language].questions[everything]
        await respond(services, message, services.engine.ask(question, context))
        return
    reply = services.engine.ask(text, context)
    if reply.status is not Status.ANSWERED:
        whole = services.engine.ask(WORDS[reply.language].questions[some].format(text), context)
        reply = whole if whole.status is Status.ANSWERED else reply
    await respond(services, message, reply)


def _message(services: Services, update: Update) -> Message | None:
    """The message with the command. One sent through inline mode, by a bot or forwarded is no command."""
    message = update.message or update.edited_message
    if message is None or sent_via(message, services.me):
        return None
    robot = message.from_user is not None and message.from_user.is_bot and message.sender_chat is None
    return None if robot or message.forward_origin is not None else message


def _argument(message: Message) -> str:
    """What follows the command, as it was typed."""
    parts = (message.text or "").split(maxsplit=1)
    return parts[1].strip() if len(parts) > 1 else ""
