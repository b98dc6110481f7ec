"""Lists of all that is on record, page by page: /models by vendor, and /sources with their days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape
from typing import Final, NamedTuple

from telegram import CallbackQuery as Press

from bot.answers import Context
from bot.replies.overviews import Maker
from bot.telegram.answering.services import Services
from bot.telegram.answering.thinking import MANY
from bot.telegram.chats.chats import context_for
from bot.telegram.sending.jobs import Job
from bot.telegram.sending.keyboards import LANGUAGES, Key, Markup, markup
from bot.telegram.sending.places import Place, Target
from bot.telegram.texts.overviews import OVERVIEW_WORDS
from bot.telegram.updates.commands import argument, command_message, context_of
from bot.text import Language

_MARK: Final = "@"
"""Stands first in the data of a button that turns to another page; no code of a Question begins with it."""

_MAKERS: Final = "m"
_MODELS: Final = "v"
_SOURCES: Final = "s"

_MAKERS_OF_PAGE: Final = 6
_NAMES_OF_MAKER: Final = 5
_MODELS_OF_PAGE: Final = 20
_SOURCES_OF_PAGE: Final = 8

_IN_ROW: Final = 3
_MOST_DATA: Final = 64


class _Wish(NamedTuple):
    """A page of a list, counted from 0; ``maker`` is the vendor whose models it lists."""

    list: str
    page: int = 0
    maker: str = ""

    def data(self, language: Language) -> str:
        return f"{_MARK}{LANGUAGES[language]}{self.list}{self.page}.{self.maker}"


async def on_models(services: Services, job: Job) -> None:
    """/models: what is on sale, by vendor; with a name, the models of that vendor."""
    message = command_message(services, job)
    if message is None:
        return
    context = await context_of(services, message)
    text = argument(message)
    maker = _maker(services, text, context) if text else ""
    await _send(services, job, _Wish(_MODELS if maker else _MAKERS, maker=maker))


async def on_sources(services: Services, job: Job) -> None:
    """/sources: all sources with their days."""
    await _send(services, job, _Wish(_SOURCES))


def is_page(data: str) -> bool:
    """Whether a pressed button turns to another page of a list."""
    return data.startswith(_MARK)


async def on_page(services: Services, job: Job, press: Press, data: str) -> None:
    """Turn to another page, in the place of the one that is shown."""
    message, wish, language = press.message, *_read(data)
    fresh = await services.delivery.answer_press(job, press.id)
    if message is None or wish is None or not fresh:
        return
    settings = await services.store.load(message.chat.id)
    context = replace(context_for(settings, press.from_user, services.usual_language), language=language)
    text, buttons = await services.thinking.of(lambda: _shown(services, wish, context), MANY)
    await services.delivery.edit_html(job, Place(message.chat.id, message.message_id), text, buttons)


async def _send(services: Services, job: Job, wish: _Wish) -> None:
    message = command_message(services, job)
    if message is None:
        return
    context = await context_of(services, message)
    text, buttons = await services.thinking.of(lambda: _shown(services, wish, context), MANY)
    await services.delivery.send_html(job, Target.answering(message), text, buttons)


def _maker(services: Services, text: str, context: Context) -> str:
    """The vendor that a text names, or whose model it names; empty where it names none."""
    named = {id_ for entry in services.engine.subjects_of(text) for id_ in (entry, entry.partition("/")[0])}
    return next((maker.id for maker in services.engine.makers(context) if maker.id in named), "")


def _read(data: str) -> tuple[_Wish | None, Language | None]:
    """What is in the data of a button; no wish where it is of another version."""
    text = data.removeprefix(_MARK)
    language = next((language for language, mark in LANGUAGES.items() if text.startswith(mark)), None)
    text = text.removeprefix(LANGUAGES[language]) if language is not None else ""
    page, _, maker = text[1:].partition(".")
    known = text[:1] in (_MAKERS, _MODELS, _SOURCES) and page.isascii() and page.isdecimal() and len(page) < 4
    return (_Wish(text[0], int(page), maker) if known else None), language


def _shown(services: Services, wish: _Wish, context: Context) -> tuple[str, Markup | None]:
    """A page, the last one where there are fewer by now, and the buttons to turn it."""
    language = context.language or context.usual_language
    words = OVERVIEW_WORDS[language]
    makers = services.engine.makers(context) if wish.list != _SOURCES else ()
    maker = next((maker for maker in makers if maker.id == wish.maker), None)
    if wish.list == _SOURCES:
        sources = services.engine.sources(context)
        head, most = words.sources.format(n=len(sources)), _SOURCES_OF_PAGE
        lines = [f"· {escape(source, quote=False)}" for source in sources]
    elif maker is not None:
        head = words.maker.format(name=escape(maker.name, quote=False), models=len(maker.models))
        lines, most = [f"· {escape(name, quote=False)}" for name in maker.models], _MODELS_OF_PAGE
    else:
        wish = wish._replace(list=_MAKERS, maker="")
        head = words.makers.format(vendors=len(makers), models=sum(len(each.models) for each in makers))
        lines, most = [_line(each, language) for each in makers], _MAKERS_OF_PAGE
    pages = max(1, -(-len(lines) // most))
    wish = wish._replace(page=min(wish.page, pages - 1))
    first = wish.page * most
    rows = list(_rows(wish, makers[first : first + most] if wish.list == _MAKERS else (), pages, language))
    return "\n".join((head, *lines[first : first + most])), markup(rows) if rows else None


def _line(maker: Maker, language: Language) -> str:
    words = OVERVIEW_WORDS[language]
    names = words.comma.join(maker.models[:_NAMES_OF_MAKER]) + words.more * (len(maker.models) > _NAMES_OF_MAKER)
    name, names = escape(maker.name, quote=False), escape(names, quote=False)
    return words.names.format(name=name, models=len(maker.models), names=names)


def _rows(wish: _Wish, makers: Sequence[Maker], pages: int, language: Language) -> Iterator[list[Key]]:
    """Buttons for the vendors on the page, and to the pages before and after."""
    keys = [_key(maker.name, _Wish(_MODELS, maker=maker.id), language) for maker in makers]
    keys = [key for key in keys if len(key["callback_data"].encode()) <= _MOST_DATA]
    yield from (keys[place : place + _IN_ROW] for place in range(0, len(keys), _IN_ROW))
    turning = []
    if wish.list == _MODELS:
        turning.append(_key(OVERVIEW_WORDS[language].all_makers, _Wish(_MAKERS), language))
    if pages > 1:
        turning.append(_key("‹", wish._replace(page=(wish.page - 1) % pages), language))
        turning.append(_key(f"{wish.page + 1} / {pages} ›", wish._replace(page=(wish.page + 1) % pages), language))
    if turning:
        yield turning


def _key(label: str, wish: _Wish, language: Language) -> Key:
    return {"text": label, "callback_data": wish.data(language)}
