"""The bot on Telegram, from start to stop."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any, Final, TypeAlias

from telegram import Update
from telegram.constants import UpdateType
from telegram.ext import (
    Application,
    ApplicationBuilder,
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from bot.settings import Settings
from bot.telegram.answering.services import Answering, Services
from bot.telegram.chats.chats import MemoryStore, SettingsStore
from bot.telegram.network.dispatch import Dispatcher
from bot.telegram.network.limits import Limits
from bot.telegram.network.pace import Pace
from bot.telegram.network.polling import Link, Poller, RefusedError, persist
from bot.telegram.network.process import settle_memory
from bot.telegram.network.proxies import proxy_to
from bot.telegram.network.redact import guard_log
from bot.telegram.network.transport import AiohttpRequest
from bot.telegram.network.wire import Wire
from bot.telegram.sending.conversations import Conversations
from bot.telegram.sending.delivery import Delivery
from bot.telegram.texts.fixed import BY_COMMAND
from bot.telegram.texts.profile import introduce
from bot.telegram.updates import buttons, commands, guests, inline, membership, messages, preferences

OK: Final = 0
FAILED: Final = 1
UNUSABLE: Final = 2
"""Exit status where the settings cannot work: no token, or one that Telegram refuses."""

USUAL_PACE: Final = Pace()

GRACE_SECONDS: Final = 20.0
"""How long work in hand may take after the bot was told to stop."""

WARM_UP_SECONDS: Final = 1.0
"""How long after the first poll the bot begins to load what hardly any question needs: those that waited go first."""

ALLOWED_UPDATES: Final = (
    UpdateType.MESSAGE,
    UpdateType.EDITED_MESSAGE,
    UpdateType.MY_CHAT_MEMBER,
    UpdateType.INLINE_QUERY,
    UpdateType.CALLBACK_QUERY,
    UpdateType.GUEST_MESSAGE,
)

_log = logging.getLogger(__name__)

_App: TypeAlias = "Application[Any, Any, Any, Any, Any, Any]"
_Handler: TypeAlias = "BaseHandler[Any, ContextTypes.DEFAULT_TYPE, None]"
_Work: TypeAlias = Callable[[Services, Update], Awaitable[None]]


async def run_bot(
    settings: Settings,
    engine: Answering,
    *,
    store: SettingsStore | None = None,
    stop: asyncio.Event | None = None,
    pace: Pace = USUAL_PACE,
) -> int:
    """Answer on Telegram until SIGTERM, SIGINT or ``stop``; the exit status for the process.

    Args:
        store: where chats' settings are kept; by default in memory.
        stop: where given, it ends the run, and signals are left to the caller.
        pace: how long to wait between tries to reach Telegram.
    """
    guard_log(settings.token)
    if settings.token is None:
        _log.error("TELEGRAM_BOT_TOKEN is not set: write the token that @BotFather gave you.")
        return UNUSABLE
    if stop is not None:
        return await _run(settings, engine, store or MemoryStore(), stop, pace)
    stop = asyncio.Event()
    async with _stopped_by_signals(stop):
        return await _run(settings, engine, store or MemoryStore(), stop, pace)


async def _run(settings: Settings, engine: Answering, store: SettingsStore, stop: asyncio.Event, pace: Pace) -> int:
    proxy = proxy_to(settings.api_base_url)
    transport = AiohttpRequest(connections=128, proxy=proxy)
    application = build(settings, transport, AiohttpRequest(connections=4, proxy=proxy))
    bot = application.bot
    link = Link(pace)
    try:
        if await persist(lambda: _initialized(application), link, stop) is None:
            return OK
        if await persist(bot.delete_webhook, link, stop) is None:
            return OK
        limits = Limits(asyncio.get_running_loop().time, overall=settings.messages_per_second)
        services = _services(application, settings, engine, store, limits, Wire(transport, bot.base_url))
        for handler in handlers(services):
            application.add_handler(handler)
        dispatcher = Dispatcher(application.process_update)
        poller = Poller(bot, dispatcher, ALLOWED_UPDATES, link)
        background = {asyncio.create_task(introduce(bot)), asyncio.create_task(_warm_up(engine))}
        _log.info("Running as @%s.", bot.username)
        try:
            await poller.run(stop)
        finally:
            if not await dispatcher.drain(GRACE_SECONDS):
                _log.warning("Some work was not finished within %.0f seconds.", GRACE_SECONDS)
            for task in background:
                task.cancel()
            await asyncio.wait(background)
            await poller.acknowledge()
        _log.info("Stopped.")
        return OK
    except RefusedError as error:
        _log.error("%s", error)
        return UNUSABLE
    except Exception:  # noqa: BLE001 - printed by Python itself, its text could show the token
        _log.exception("The bot cannot go on")
        return FAILED
    finally:
        await application.shutdown()
        await bot.shutdown()


def build(settings: Settings, transport: AiohttpRequest, polling: AiohttpRequest) -> _App:
    """The application with its transports, before anything is sent."""
    assert settings.token is not None
    application = (
        ApplicationBuilder()
        .token(settings.token.reveal())
        .base_url(f"{settings.api_base_url}/bot")
        .base_file_url(f"{settings.api_base_url}/file/bot")
        .request(transport)
        .get_updates_request(polling)
        .updater(None)
        .build()
    )
    application.add_error_handler(_report)
    return application


def handlers(services: Services) -> list[_Handler]:
    """What takes which update: each names its update type, since the library's defaults take edits and more.

    The library asks one after the other, so what comes most often stands first; no update fits two of them.
    """
    new = filters.UpdateType.MESSAGE
    edited = filters.UpdateType.EDITED_MESSAGE

    def on(work: _Work) -> Callable[[Update, ContextTypes.DEFAULT_TYPE], Any]:
        async def callback(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
            await work(services, update)

        return callback

    text = ~filters.COMMAND & (filters.TEXT | filters.CAPTION)
    often = [
        MessageHandler((new | edited) & text, on(messages.on_message)),
        InlineQueryHandler(on(inline.on_inline_query)),
        CallbackQueryHandler(on(buttons.on_press)),
    ]
    asked = [
        CommandHandler("ask", on(commands.on_ask), filters=new | edited),
        CommandHandler("price", on(commands.on_price), filters=new | edited),
        CommandHandler("compare", on(commands.on_compare), filters=new | edited),
        CommandHandler(list(BY_COMMAND), on(commands.on_fixed), filters=new),
        CommandHandler("changes", on(commands.on_changes), filters=new),
    ]
    about = [
        CommandHandler("start", on(commands.on_start), filters=new),
        CommandHandler("help", on(commands.on_help), filters=new),
        CommandHandler("privacy", on(commands.on_privacy), filters=new),
        CommandHandler(["settings", "language"], on(preferences.on_settings), filters=new),
        MessageHandler(new & filters.ChatType.PRIVATE & filters.COMMAND, on(commands.on_help)),
    ]
    return [
        *often,
        *asked,
        *about,
        MessageHandler(new & filters.StatusUpdate.MIGRATE, on(membership.on_migration)),
        MessageHandler(filters.UpdateType.GUEST_MESSAGE, on(guests.on_guest_message)),
        ChatMemberHandler(on(membership.on_membership), ChatMemberHandler.MY_CHAT_MEMBER),
    ]


def _services(
    application: _App, settings: Settings, engine: Answering, store: SettingsStore, limits: Limits, wire: Wire
) -> Services:
    conversations = Conversations()
    delivery = Delivery(application.bot, wire, conversations, store, limits)
    return Services(engine, store, conversations, delivery, application.bot.bot, settings.language)


async def _warm_up(engine: Answering) -> None:
    await asyncio.sleep(WARM_UP_SECONDS)
    await asyncio.to_thread(engine.warm)
    settle_memory()


async def _initialized(application: _App) -> bool:
    await application.initialize()
    return True


async def _report(update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Log what a handler raised; the bot goes on. Of the update only its number: what people write stays out."""
    number = update.update_id if isinstance(update, Update) else 0
    _log.error("Update %d could not be answered", number, exc_info=context.error)


@asynccontextmanager
async def _stopped_by_signals(stop: asyncio.Event) -> AsyncIterator[None]:
    """The first signal asks the bot to stop; a second one, while it finishes its work, ends the process."""
    loop = asyncio.get_running_loop()
    numbers = (signal.SIGTERM, signal.SIGINT)

    def release() -> None:
        for number in numbers:
            with suppress(NotImplementedError):
                loop.remove_signal_handler(number)

    def ask_to_stop() -> None:
        stop.set()
        release()

    for number in numbers:
        with suppress(NotImplementedError):
            loop.add_signal_handler(number, ask_to_stop)
    try:
        yield
    finally:
        release()
