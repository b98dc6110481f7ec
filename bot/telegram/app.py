"""The bot on Telegram, from start to stop."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import partial
from typing import Final

from telegram import User
from telegram.error import NetworkError

from bot.settings import Settings
from bot.telegram.answering.services import Answering, Services
from bot.telegram.chats.chats import MemoryStore, SettingsStore
from bot.telegram.network.dispatch import Dispatcher
from bot.telegram.network.limits import Limits
from bot.telegram.network.link import Link, RefusedError, persist
from bot.telegram.network.pace import Pace
from bot.telegram.network.polling import POLL_SECONDS, Poller, Raw
from bot.telegram.network.process import settle_memory
from bot.telegram.network.proxies import proxy_to
from bot.telegram.network.redact import guard_log, guard_loop
from bot.telegram.network.transport import MOST_BYTES, Patience, Transport
from bot.telegram.network.wire import Wire
from bot.telegram.sending.conversations import Conversations
from bot.telegram.sending.delivery import Delivery
from bot.telegram.texts.profile import introduce
from bot.telegram.updates.reading import ALLOWED_UPDATES, read
from bot.telegram.updates.routing import handle

OK: Final = 0
FAILED: Final = 1
UNUSABLE: Final = 2
"""Exit status where the settings cannot work: no token, or one that Telegram refuses."""

USUAL_PACE: Final = Pace()

GRACE_SECONDS: Final = 20.0
"""How long work in hand may take after the bot was told to stop."""

WARM_UP_SECONDS: Final = 1.0
"""How long after the first poll the bot begins to load what hardly any question needs: those that waited go first."""

_log = logging.getLogger(__name__)


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
    guard_loop(asyncio.get_running_loop())
    proxy = proxy_to(settings.api_base_url)
    polls = Patience(answer=POLL_SECONDS + 20.0)
    try:
        async with (
            Transport(connections=128, proxy=proxy) as transport,
            Transport(connections=4, proxy=proxy, patience=polls, most_bytes=MOST_BYTES) as polling,
        ):
            await _answer(
                settings, engine, store, stop, Link(pace), _wire(settings, transport), _wire(settings, polling)
            )
            return OK
    except RefusedError as error:
        _log.error("%s", error)
        return UNUSABLE
    except Exception:  # noqa: BLE001 - printed by Python itself, its text could show the token
        _log.exception("The bot cannot go on")
        return FAILED


async def _answer(
    settings: Settings,
    engine: Answering,
    store: SettingsStore,
    stop: asyncio.Event,
    link: Link,
    wire: Wire,
    polling: Wire,
) -> None:
    me = await persist(lambda: _introduced(wire), link, stop)
    if me is None or await persist(lambda: wire.call("deleteWebhook"), link, stop) is None:
        return
    services = _services(settings, engine, store, wire, me)
    dispatcher = Dispatcher(partial(handle, services))

    async def take(raw: Raw) -> None:
        update = read(raw)
        if update is not None:
            await dispatcher.submit(update)

    poller = Poller(polling, take, ALLOWED_UPDATES, link)
    background = {asyncio.create_task(introduce(wire)), asyncio.create_task(_warm_up(engine))}
    _log.info("Running as @%s.", me.username)
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


def _wire(settings: Settings, transport: Transport) -> Wire:
    assert settings.token is not None
    return Wire(transport, f"{settings.api_base_url}/bot{settings.token.reveal()}")


def _services(settings: Settings, engine: Answering, store: SettingsStore, wire: Wire, me: User) -> Services:
    conversations = Conversations()
    limits = Limits(asyncio.get_running_loop().time, overall=settings.messages_per_second)
    delivery = Delivery(me, wire, conversations, store, limits)
    return Services(engine, store, conversations, delivery, me, settings.language)


async def _introduced(wire: Wire) -> User:
    """The bot itself, as the server knows it."""
    told = await wire.call("getMe")
    try:
        return User.de_json(told, None)
    except Exception:  # noqa: BLE001 - whatever it is, it is no bot
        raise NetworkError("What answered knows no bot") from None


async def _warm_up(engine: Answering) -> None:
    await asyncio.sleep(WARM_UP_SECONDS)
    await asyncio.to_thread(engine.warm)
    settle_memory()


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
