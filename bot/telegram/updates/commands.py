"""Commands: each is a question, or a text about the bot."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from telegram import Message

from bot.answers import Context, Reply, Status
from bot.question import Kind, Question
from bot.telegram.answering.answering import answer, respond
from bot.telegram.answering.help import HELP_PAYLOAD, send_help
from bot.telegram.answering.pictures import pictured
from bot.telegram.answering.services import Services
from bot.telegram.chats.chats import context_for
from bot.telegram.sending.addressing import command_for, quoted_text, sent_via
from bot.telegram.sending.jobs import Job
from bot.telegram.sending.places import Target
from bot.telegram.texts.about import WORDS
from bot.telegram.texts.fixed import ALL_PRICES, BY_COMMAND, code_of

MOST_COMPARED: Final = 12
"""Models in one comparison: so many ids fit into the code of a Question."""


async def on_start(services: Services, job: Job) -> None:
    """/start, in a deep link with a Question as its payload."""
    message = command_message(services, job)
    if message is None:
        return
    payload = argument(message)
    if not payload or payload == HELP_PAYLOAD:
        await send_help(services, job, message)
        return
    context = await context_of(services, message)
    await respond(services, job, message, await _pressed(services, payload, context))


async def on_help(services: Services, job: Job) -> None:
    """/help, and in private whatever else looks like a command."""
    message = command_message(services, job)
    if message is not None:
        await send_help(services, job, message)


async def on_ask(services: Services, job: Job) -> None:
    """/ask with a question, or below a message that holds one."""
    message = command_message(services, job)
    if message is None:
        return
    text = argument(message) or quoted_text(message)
    if text:
        await answer(services, job, message, text)
    elif message.edit_date is None:
        await send_help(services, job, message)


async def on_price(services: Services, job: Job) -> None:
    """/price with the name of a model or a whole question, or alone for the best-known models."""
    await _ask_about(services, job, priced, _glance)


async def on_compare(services: Services, job: Job) -> None:
    """/compare with names of models or a whole question, or alone for all."""
    await _ask_about(services, job, _comparison, _ranking)


async def on_chart(services: Services, job: Job) -> None:
    """/chart with names of models or a whole question, or alone for the cheapest."""
    message = command_message(services, job)
    if message is None:
        return
    context = await context_of(services, message)
    text = argument(message) or quoted_text(message)
    if text:
        make = partial(services.engine.picture, text, context)
    else:
        make = partial(services.engine.press_picture, code_of(ALL_PRICES), context)
    reply, photo = await pictured(services, make)
    if text:
        services.note_unanswered(reply)
    await respond(services, job, message, reply, photo=photo)


async def on_fixed(services: Services, job: Job) -> None:
    """A command that asks one fixed question."""
    message = command_message(services, job)
    if message is None:
        return
    context = await context_of(services, message)
    question = BY_COMMAND[command_for(message, services.me) or ""]
    await respond(services, job, message, await _pressed(services, code_of(question), context))


async def on_changes(services: Services, job: Job) -> None:
    """/changes: what became cheaper or dearer lately."""
    message = command_message(services, job)
    if message is None:
        return
    context = await context_of(services, message)
    question = services.engine.latest_changes(context)
    code = services.engine.code_of(question) if question is not None else None
    if code is not None:
        await respond(services, job, message, await _pressed(services, code, context))
    else:
        words = WORDS[context.usual_language].no_changes
        await services.delivery.send_html(job, Target.answering(message), words)


async def on_privacy(services: Services, job: Job) -> None:
    """/privacy: what is kept about people."""
    message = command_message(services, job)
    if message is None:
        return
    context = await context_of(services, message)
    words = WORDS[context.usual_language]
    said = words.privacy + (words.privacy_unanswered if services.unanswered.keeps else "")
    await services.delivery.send_html(job, Target.answering(message), said)


async def _ask_about(
    services: Services,
    job: Job,
    ask: Callable[[Services, str, Context], Reply],
    alone: Callable[[Services, Context], Reply],
) -> None:
    """Ask about what follows the command, or what the command asks ``alone`` where nothing does."""
    message = command_message(services, job)
    if message is None:
        return
    context = await context_of(services, message)
    text = argument(message)
    if text:
        reply = await services.thinking.of(partial(ask, services, text, context), len(text))
        services.note_unanswered(reply)
    else:
        reply = await services.thinking.of(partial(alone, services, context))
    await respond(services, job, message, reply)


async def _pressed(services: Services, code: str, context: Context) -> Reply:
    return await services.thinking.of(partial(services.engine.press, code, context))


def _glance(services: Services, context: Context) -> Reply:
    """What the best-known models cost today."""
    question = services.engine.at_a_glance(context)
    code = services.engine.code_of(question) if question is not None else None
    return services.engine.press(code, context) if code is not None else _ranking(services, context)


def _ranking(services: Services, context: Context) -> Reply:
    return services.engine.press(code_of(ALL_PRICES), context)


def priced(services: Services, text: str, context: Context) -> Reply:
    """The answer to the text where that asks about prices by itself, or else to a question put around it."""
    reply = services.engine.ask(text, context)
    if reply.status is Status.ANSWERED and reply.kind not in (Kind.FACT, Kind.HELP):
        return reply
    whole = _put(services, "price", text, context)
    return whole if whole.status is Status.ANSWERED else reply


def _comparison(services: Services, text: str, context: Context) -> Reply:
    """The same for comparisons; a single model is compared with all that have a curated price."""
    reply = services.engine.ask(text, context)
    if _compares(reply):
        return reply
    whole = _put(services, "compare", text, context)
    if _compares(whole):
        return whole
    priced = _put(services, "price", text, context)
    named = [result.subject for result in priced.results if result.subject is not None]
    if priced.status is not Status.ANSWERED or not named:
        return reply
    subjects = tuple(dict.fromkeys((*named, *services.engine.knowledge.priced_models())))[:MOST_COMPARED]
    code = services.engine.code_of(Question(Kind.COMPARE, subjects))
    return services.engine.press(code, context) if code is not None else reply


def _put(services: Services, question: str, text: str, context: Context) -> Reply:
    """The reply to a question that is put around names, in the language that they leave open."""
    return services.engine.ask(WORDS[context.usual_language].questions[question].format(text), context)


def _compares(reply: Reply) -> bool:
    several = len({result.subject for result in reply.results}) > 1
    return reply.kind in (Kind.COMPARE, Kind.RANK) or (several and reply.kind in (Kind.COST, Kind.BUDGET))


async def context_of(services: Services, message: Message) -> Context:
    settings = await services.store.load(message.chat.id)
    return context_for(settings, message.from_user, services.usual_language)


def command_message(services: Services, job: Job) -> Message | None:
    """The message with the command. One sent through inline mode, by a bot or forwarded is no command."""
    message = job.message
    if message is None or sent_via(message, services.me):
        return None
    robot = message.from_user is not None and message.from_user.is_bot and message.sender_chat is None
    return None if robot or message.forward_origin is not None else message


def argument(message: Message) -> str:
    """What follows the command, as it was typed."""
    parts = (message.text or message.caption or "").split(maxsplit=1)
    return parts[1].strip() if len(parts) > 1 else ""
