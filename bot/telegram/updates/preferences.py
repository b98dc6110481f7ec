"""Settings of a chat, shown and changed by buttons."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Final

from telegram import CallbackQuery as Press
from telegram import Message

from bot.telegram.answering.services import Services
from bot.telegram.chats.chats import ChatSettings, Mode, StoreError, is_group, language_of
from bot.telegram.sending.jobs import Job
from bot.telegram.sending.keyboards import Key, Markup, markup
from bot.telegram.sending.places import Place, Target
from bot.telegram.texts.about import WORDS, Words
from bot.telegram.updates.rights import is_administrator, may_change
from bot.text import Language

_MARK: Final = "="
"""Stands before the choice in the data of a settings button; no code of a Question begins with it."""

_LANGUAGES: Final = {Language.ZH_HANS: "简体中文", Language.ZH_HANT: "繁體中文", Language.EN: "English"}
_CURRENCIES: Final = ("CNY", "USD", "HKD", "TWD", "EUR")


async def on_settings(services: Services, job: Job) -> None:
    """/settings and /language: show the chat's settings, with buttons to change them."""
    message = job.update.message
    if message is None:
        return
    settings = await services.store.load(message.chat.id)
    words = _words(services, settings, message)
    title = words.settings if is_group(message.chat) else words.settings_private
    buttons = _buttons(words, settings, is_group(message.chat))
    await services.delivery.send_html(job, Target.answering(message), title, buttons)


async def on_forget(services: Services, job: Job) -> None:
    """/forget: the chat's settings go at once, and so does what the bot remembers of its answers there."""
    message = job.update.message
    if message is None:
        return
    words = _words(services, await services.store.load(message.chat.id), message)
    if not await may_change(services, message):
        await services.delivery.send_html(job, Target.answering(message), words.admins_only)
        return
    kept = await services.store.save(message.chat.id, ChatSettings())
    services.conversations.forget(message.chat.id)
    if services.watching is not None:
        with suppress(StoreError):  # where it cannot be reached, that was said
            await services.watching.watches.drop(message.chat.id)
    services.recent.pop(message.chat.id)  # in private the chat has the number of the person
    await services.delivery.send_html(job, Target.answering(message), words.forgotten if kept else words.saved_for_now)


def is_choice(data: str) -> bool:
    """Whether a pressed button is one of the settings."""
    return data.startswith(_MARK)


async def on_choice(services: Services, job: Job, press: Press, data: str) -> None:
    """Change a setting, where the one who presses may."""
    message = press.message
    if message is None:
        await services.delivery.answer_press(job, press.id)
        return
    settings = await services.store.load(message.chat.id)
    words = WORDS[settings.language or language_of(press.from_user, services.usual_language)]
    if is_group(message.chat) and not await is_administrator(services, message.chat, press.from_user.id):
        await services.delivery.answer_press(job, press.id, words.admins_only)
        return
    changed = _changed(settings, data)
    kept = await services.store.save(message.chat.id, changed)
    words = WORDS[changed.language or language_of(press.from_user, services.usual_language)]
    await services.delivery.answer_press(job, press.id, words.saved if kept else words.saved_for_now)
    title = words.settings if is_group(message.chat) else words.settings_private
    buttons = _buttons(words, changed, is_group(message.chat))
    await services.delivery.edit_html(job, Place(message.chat.id, message.message_id), title, buttons)


def _changed(settings: ChatSettings, data: str) -> ChatSettings:
    """The settings after a choice; unchanged where the choice is none, as on a button of an older version."""
    name, _, value = data.removeprefix(_MARK).partition(":")
    if name == "mode" and value in set(Mode):
        return replace(settings, mode=Mode(value))
    if name == "language" and (not value or value in set(Language)):
        return replace(settings, language=Language(value) if value else None)
    if name == "currency" and (not value or value in _CURRENCIES):
        return replace(settings, currency=value or None)
    return settings


def _buttons(words: Words, settings: ChatSettings, group: bool) -> Markup:
    return markup(_rows(words, settings, group))


def _rows(words: Words, settings: ChatSettings, group: bool) -> Iterator[list[Key]]:
    if group:
        for mode, label in words.modes.items():
            yield [_button(label, f"mode:{mode}", settings.mode is mode)]
    yield [_button(words.automatic_language, "language:", settings.language is None)]
    yield [_button(label, f"language:{key}", settings.language is key) for key, label in _LANGUAGES.items()]
    yield [_button(words.automatic_currency, "currency:", settings.currency is None)]
    yield [_button(code, f"currency:{code}", settings.currency == code) for code in _CURRENCIES]


def _button(label: str, choice: str, chosen: bool) -> Key:
    return {"text": f"✓ {label}" if chosen else label, "callback_data": f"{_MARK}{choice}"}


def _words(services: Services, settings: ChatSettings, message: Message) -> Words:
    return WORDS[settings.language or language_of(message.from_user, services.usual_language)]
