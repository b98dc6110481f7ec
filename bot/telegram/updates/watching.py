"""Commands and buttons by which a chat watches prices."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from html import escape
from typing import Final

from telegram import CallbackQuery as Press
from telegram import MaybeInaccessibleMessage, Message

from bot.answers import Context, Status
from bot.telegram.answering.answering import respond
from bot.telegram.answering.news import News, Watching
from bot.telegram.answering.services import Services
from bot.telegram.chats.chats import StoreError, context_for, is_group
from bot.telegram.chats.watches import MOST_WATCHED
from bot.telegram.sending.addressing import quoted_text
from bot.telegram.sending.jobs import Job
from bot.telegram.sending.keyboards import WATCH, Key, Markup, markup, pressed
from bot.telegram.sending.places import Place, Target
from bot.telegram.texts.watching import WATCHING_WORDS, WatchingWords
from bot.telegram.updates.commands import argument, command_message, context_of, priced
from bot.telegram.updates.rights import is_administrator, may_change
from bot.text import Language

_STOP: Final = "-"
"""Stands before the id of what is watched no more, in the data of a button; no code of a Question begins with it."""

_MOST_DATA: Final = 64
"""Bytes in the data of a button."""

_LONGEST_NOTICE: Final = 200
"""Characters of the notice that a pressed button shows."""


async def on_watch(services: Services, job: Job) -> None:
    """/watch with a name: the chat is told when its price changes."""
    message = command_message(services, job)
    if message is None:
        return
    context = await context_of(services, message)
    words = WATCHING_WORDS[context.usual_language]
    text = argument(message) or quoted_text(message)
    if not await may_change(services, message):
        await _say(services, job, message, words.admins_only)
    elif not text:
        await _say(services, job, message, words.how)
    elif services.watching is None:
        await _say(services, job, message, words.not_kept)
    else:
        await _watch(services, services.watching, job, message, text, context)


async def _watch(
    services: Services, watching: Watching, job: Job, message: Message, text: str, context: Context
) -> None:
    words, language = WATCHING_WORDS[context.usual_language], context.usual_language
    reply = await services.thinking.of(partial(priced, services, text, context), len(text))
    entries = watching.news.entries(text) if reply.status is Status.ANSWERED else ()
    if not entries:
        services.note_unanswered(reply)
        if reply.status is Status.ANSWERED:
            await _say(services, job, message, words.how)
        else:
            await respond(services, job, message, reply)
        return
    said = await _added(services, watching, message, entries, language)
    said = said or words.watched.format(names=_names(watching.news, entries, words, language))
    await _say(services, job, message, said)


async def on_unwatch(services: Services, job: Job) -> None:
    """/unwatch with a name; alone it shows what is watched."""
    message = command_message(services, job)
    if message is None:
        return
    text, watching = argument(message), services.watching
    if not text or watching is None:
        await on_watching(services, job)
        return
    language = (await context_of(services, message)).usual_language
    words = WATCHING_WORDS[language]
    if not await may_change(services, message):
        await _say(services, job, message, words.admins_only)
        return
    try:
        watched = await watching.watches.of(message.chat.id)
        dropped = [entry for entry in watching.news.entries(text) if entry in watched]
        if dropped:
            await watching.watches.drop(message.chat.id, dropped)
            said = words.unwatched.format(names=_names(watching.news, dropped, words, language))
            await _say(services, job, message, said)
            return
    except StoreError:
        await _say(services, job, message, words.not_kept)
        return
    await on_watching(services, job)


async def on_watching(services: Services, job: Job) -> None:
    """/watching: what the chat watches, with buttons to stop."""
    message = command_message(services, job)
    if message is None:
        return
    language = (await context_of(services, message)).usual_language
    said, buttons = await _list(services, message.chat.id, language)
    await services.delivery.send_html(job, Target.answering(message), said, buttons)


def is_watch(data: str) -> bool:
    """Whether a pressed button is one to watch what an answer tells of."""
    return data.startswith(WATCH)


async def on_watch_press(services: Services, job: Job, press: Press, data: str) -> None:
    """Watch the model whose price an answer tells, where the one who presses may change that; a notice says so."""
    message, watching = press.message, services.watching
    if message is None:
        await services.delivery.answer_press(job, press.id)
        return
    settings = await services.store.load(message.chat.id)
    context = context_for(settings, press.from_user, services.usual_language)
    words, language = WATCHING_WORDS[context.usual_language], context.usual_language
    reply = await services.thinking.of(partial(services.engine.press, pressed(data).code, context))
    entries = tuple(dict.fromkeys(result.subject for result in reply.results if result.subject is not None))
    if is_group(message.chat) and not await is_administrator(services, message.chat, press.from_user.id):
        said = words.admins_only
    elif watching is None or not entries:
        said = words.not_kept
    else:
        said = await _added(services, watching, message, entries, language)
        said = said or words.watched_briefly.format(names=_plain_names(watching.news, entries, words, language))
    await services.delivery.answer_press(job, press.id, said[:_LONGEST_NOTICE])


async def _added(
    services: Services,
    watching: Watching,
    message: MaybeInaccessibleMessage,
    entries: Sequence[str],
    language: Language,
) -> str:
    """What is to be said where these cannot be watched as well; nothing where they are, and told where that was asked."""
    words, bulletin = WATCHING_WORDS[language], watching.news.now()
    states = await services.thinking.apart(lambda: {entry: bulletin.state(entry) for entry in entries})
    try:
        thread = Target.answering(message).thread_id if isinstance(message, Message) else None
        added = await watching.watches.add(message.chat.id, language, states, thread)
    except StoreError:
        return words.not_kept
    return "" if added else words.too_many.format(most=MOST_WATCHED)


def is_stop(data: str) -> bool:
    """Whether a pressed button is one to watch something no more."""
    return data.startswith(_STOP)


async def on_stop(services: Services, job: Job, press: Press, data: str) -> None:
    """Watch something no more, where the one who presses may change that."""
    message, watching = press.message, services.watching
    if message is None or watching is None:
        await services.delivery.answer_press(job, press.id)
        return
    settings = await services.store.load(message.chat.id)
    language = context_for(settings, press.from_user, services.usual_language).usual_language
    words = WATCHING_WORDS[language]
    if is_group(message.chat) and not await is_administrator(services, message.chat, press.from_user.id):
        await services.delivery.answer_press(job, press.id, words.admins_only)
        return
    try:
        await watching.watches.drop(message.chat.id, [data.removeprefix(_STOP)])
    except StoreError:
        await services.delivery.answer_press(job, press.id, words.not_kept)
        return
    await services.delivery.answer_press(job, press.id)
    said, buttons = await _list(services, message.chat.id, language)
    await services.delivery.edit_html(job, Place(message.chat.id, message.message_id), said, buttons)


async def _list(services: Services, chat_id: int, language: Language) -> tuple[str, Markup | None]:
    """What a chat watches, and a button for each to stop."""
    words, watching = WATCHING_WORDS[language], services.watching
    try:
        watched = await watching.watches.of(chat_id) if watching is not None else ()
    except StoreError:
        return words.not_kept, None
    if watching is None or not watched:
        return words.nothing, None
    keys = [_key(watching.news.name(entry, language), entry) for entry in watched]
    fitting = [[key] for key in keys if len(key["callback_data"].encode()) <= _MOST_DATA]
    return words.list.format(names=_names(watching.news, watched, words, language)), markup(fitting)


def _key(name: str, entry: str) -> Key:
    return {"text": f"✕ {name}", "callback_data": f"{_STOP}{entry}"}


def _names(news: News, entries: Sequence[str], words: WatchingWords, language: Language) -> str:
    return escape(_plain_names(news, entries, words, language), quote=False)


def _plain_names(news: News, entries: Sequence[str], words: WatchingWords, language: Language) -> str:
    return words.comma.join(news.name(entry, language) for entry in entries)


async def _say(services: Services, job: Job, message: Message, text: str) -> None:
    await services.delivery.send_html(job, Target.answering(message), text)
