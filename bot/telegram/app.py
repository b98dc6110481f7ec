"""The bot on Telegram, from start to stop."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from typing import Final

from telegram import User
from telegram.error import NetworkError

from bot import __version__
from bot.settings import Settings
from bot.telegram.answering.alerts import Alerts
from bot.telegram.answering.news import Watching
from bot.telegram.answering.services import Answering, Flow, Services
from bot.telegram.answering.upkeep import NoUpkeep, Outcome, Upkeep
from bot.telegram.chats.chats import MemoryStore, SettingsStore
from bot.telegram.chats.ledger import Ledger, MemoryLedger
from bot.telegram.chats.storage import Storage
from bot.telegram.chats.unanswered import Noting, NotNoting
from bot.telegram.health.maintainers import Maintainers
from bot.telegram.health.owner import Owner
from bot.telegram.health.server import told
from bot.telegram.health.vitals import Vitals
from bot.telegram.health.watch import Watch
from bot.telegram.logs.handler import sums_written
from bot.telegram.logs.redact import guard_log, guard_loop
from bot.telegram.network.buckets import Buckets
from bot.telegram.network.counts import Counts
from bot.telegram.network.lanes import Lanes
from bot.telegram.network.limits import Limits
from bot.telegram.network.link import Link, RefusedError, persist
from bot.telegram.network.pace import Pace
from bot.telegram.network.polling import POLL_SECONDS, Poller
from bot.telegram.network.process import settle_memory, stopped_by_signals
from bot.telegram.network.proxies import proxy_to
from bot.telegram.network.transport import MOST_BYTES, Patience, Transport
from bot.telegram.network.wire import Wire
from bot.telegram.receiving.errors import UnusableError
from bot.telegram.receiving.registration import make_way, register, still_registered
from bot.telegram.receiving.webhook import Receiver
from bot.telegram.sending.conversations import Conversations
from bot.telegram.sending.delivery import Delivery
from bot.telegram.texts.profile import introduce
from bot.telegram.updates.intake import Intake
from bot.telegram.updates.reading import ALLOWED_UPDATES

OK: Final = 0
FAILED: Final = 1
UNUSABLE: Final = 2
"""Exit status where the settings cannot work: no token, or one that Telegram refuses."""

USUAL_PACE: Final = Pace(first=1.0, longest=20.0)
"""How long to wait between tries to reach Telegram."""

FAREWELL_SECONDS: Final = 2.0
"""What is left of the time to stop when the work in hand has had its share: half of it to tell Telegram what is
finished, half to close the database."""

WARM_UP_SECONDS: Final = 1.0
"""How long after the start the bot begins to load what hardly any question needs: those that waited go first."""

CONNECTIONS: Final = 640
"""As many as messages that hang can be under way, at the pace at which the bot may send them."""

ASKED_AT_ONCE: Final = 15
SECONDS_PER_QUESTION: Final = 3.0
"""What one person may ask, and what may be asked in one group, which takes 20 messages a minute."""

PRESSED_AT_ONCE: Final = 20
SECONDS_PER_PRESS: Final = 1.0

_NEEDY: Final = ("豆苞多少钱", "豆苞幾多錢呀")
"""A name with another character of the same sound, in both scripts."""

_log = logging.getLogger(__name__)


async def run_bot(
    settings: Settings,
    engine: Answering,
    *,
    store: SettingsStore | None = None,
    ledger: Ledger | None = None,
    stop: asyncio.Event | None = None,
    pace: Pace = USUAL_PACE,
    limits: Limits | None = None,
    storage: Storage | None = None,
    take_over: bool = False,
    upkeep: Upkeep | None = None,
    unanswered: Noting | None = None,
    watching: Watching | None = None,
) -> int:
    """Answer on Telegram until SIGTERM, SIGINT, SIGHUP or ``stop``; the exit status for the process.

    Args:
        store: where chats' settings are kept; by default in memory.
        ledger: where it is kept which updates were answered; by default in memory.
        stop: where given, it ends the run, and signals are left to the caller.
        pace: how long to wait between tries to reach Telegram.
        limits: how fast to call Telegram; by default as fast as Telegram allows and the settings say.
        storage: the database behind store and ledger, to tell how it is.
        take_over: whether a webhook may be taken away where the bot is to poll.
        upkeep: what keeps the engine's knowledge up to date; by default nothing does.
        unanswered: where questions are noted that could not be answered; by default nowhere.
        watching: where it is kept which prices chats watch, and what tells of changes; by default none can be watched.
    """
    guard_log(settings.token)
    if settings.token is None:
        _log.error("TELEGRAM_BOT_TOKEN is not set: write the token that @BotFather gave you.")
        return UNUSABLE
    guard_loop(asyncio.get_running_loop())
    limits = limits or Limits(asyncio.get_running_loop().time, overall=settings.messages_per_second)
    parts = _Parts(
        settings,
        engine,
        store or MemoryStore(),
        ledger or MemoryLedger(),
        pace,
        limits,
        storage,
        take_over,
        upkeep or NoUpkeep(),
        unanswered or NotNoting(),
        watching,
    )
    try:
        if stop is not None:
            await _run(parts, stop)
        else:
            async with stopped_by_signals() as stop:
                await _run(parts, stop)
    except (RefusedError, UnusableError) as error:
        _log.error("%s", error)
        return UNUSABLE
    except Exception:  # noqa: BLE001 - printed by Python itself, its text could show the token
        _log.exception("The bot cannot go on")
        return FAILED
    return OK


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a run is made of."""

    settings: Settings
    engine: Answering
    store: SettingsStore
    ledger: Ledger
    pace: Pace
    limits: Limits
    storage: Storage | None
    take_over: bool
    upkeep: Upkeep
    unanswered: Noting
    watching: Watching | None


async def _run(parts: _Parts, stop: asyncio.Event) -> None:
    settings = parts.settings
    proxy = proxy_to(settings.api_base_url)
    polls = Patience(answer=POLL_SECONDS + 20.0)
    counts = Counts()
    vitals = Vitals(parts.engine, Link(parts.pace, counts), counts, stop, parts.storage)
    async with (
        Transport(connections=CONNECTIONS, proxy=proxy) as transport,
        Transport(connections=4, proxy=proxy, patience=polls, most_bytes=MOST_BYTES) as polling,
    ):
        wire = _wire(settings, transport)
        owner = Owner(settings.owner, settings.language, wire, parts.limits, parts.ledger)
        async with owner.told_of_the_end(), told(settings.health, vitals):
            await _serve(parts, vitals, Watch(vitals, owner), wire, _wire(settings, polling), stop)
    _log.info("Stopped.")


async def _serve(parts: _Parts, vitals: Vitals, watch: Watch, wire: Wire, polling: Wire, stop: asyncio.Event) -> None:
    """Take updates in and answer them until ``stop`` is set, and then finish."""
    link = vitals.link
    me = await persist(lambda: _introduced(wire), link, stop)
    if me is None or await _way_made(parts, wire, link, stop) is None:
        return
    services = _services(parts, wire, me, vitals.counts)
    intake = Intake(services, parts.ledger)
    source = _source(parts.settings, wire, polling, intake, services, link)
    vitals.began(services, intake)
    _log.info("Running as @%s: version %s, knowledge %s.", me.username, __version__, parts.engine.knowledge.version)
    maintainers = Maintainers(parts.settings.maintainers, parts.settings.language, wire, parts.limits, parts.ledger)

    async def told_of_edit(outcome: Outcome) -> None:
        vitals.counts.add("reloads", outcome.result)
        await maintainers.tell(outcome)

    async with _beside(
        introduce(wire),
        intake.look_after(),
        _warm_up(services),
        sums_written(),
        vitals.feel(),
        watch.run(),
        parts.upkeep.run(told_of_edit),
        *([Alerts(services, parts.watching, parts.limits).run()] if parts.watching is not None else ()),
    ):
        try:
            await source.run(stop)
        finally:
            await _finish(intake, source, parts.settings.drain_seconds)
            services.thinking.close()


async def _way_made(parts: _Parts, wire: Wire, link: Link, stop: asyncio.Event) -> bool | None:
    """``True`` as soon as updates can be received as the settings say; ``None`` where ``stop`` came first."""
    if parts.settings.webhook is not None:
        return True
    return await persist(lambda: make_way(wire, take_over=parts.take_over), link, stop)


def _source(
    settings: Settings, wire: Wire, polling: Wire, intake: Intake, services: Services, link: Link
) -> Poller | Receiver:
    """Where updates come from."""
    webhook = settings.webhook
    if webhook is None:
        return Poller(polling, intake, ALLOWED_UPDATES, link)

    def answered(status: HTTPStatus) -> None:
        services.flow.counts.add("webhook", str(status.value))
        if status is HTTPStatus.OK:
            link.heard()

    return Receiver(
        webhook,
        intake,
        lambda: register(wire, webhook, ALLOWED_UPDATES),
        lambda: still_registered(wire, webhook),
        link,
        answered,
    )


async def _finish(intake: Intake, source: Poller | Receiver, seconds: float) -> None:
    """Finish the work in hand, and tell Telegram what is finished, all within these seconds."""
    left = await intake.drain(max(0.0, seconds - FAREWELL_SECONDS))
    if left:
        _log.warning("%d updates were left, and are handed out again after the next start.", left)
    try:
        async with asyncio.timeout(FAREWELL_SECONDS / 2):
            await source.acknowledge()
    except TimeoutError:
        _log.warning("Could not acknowledge the last updates in time.")


@asynccontextmanager
async def _beside(*work: Coroutine[None, None, None]) -> AsyncIterator[None]:
    """Let these run beside the rest, until it is done."""
    tasks = {asyncio.create_task(item) for item in work}
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)


def _wire(settings: Settings, transport: Transport) -> Wire:
    assert settings.token is not None
    server, token = settings.api_base_url, settings.token.reveal()
    return Wire(transport, f"{server}/bot{token}", f"{server}/file/bot{token}")


def _services(parts: _Parts, wire: Wire, me: User, counts: Counts) -> Services:
    clock = asyncio.get_running_loop().time
    flow = Flow(
        Lanes(),
        people=Buckets(clock, ASKED_AT_ONCE, SECONDS_PER_QUESTION),
        presses=Buckets(clock, PRESSED_AT_ONCE, SECONDS_PER_PRESS),
        groups=Buckets(clock, ASKED_AT_ONCE, SECONDS_PER_QUESTION),
        counts=counts,
    )
    conversations = Conversations()
    delivery = Delivery(
        me,
        wire,
        conversations,
        parts.store,
        parts.limits,
        parts.ledger,
        counts,
        parts.pace,
        rich=parts.settings.rich_messages,
    )
    return Services(
        parts.engine,
        parts.store,
        conversations,
        delivery,
        me,
        parts.settings.language,
        flow,
        parts.upkeep,
        parts.settings.maintainers,
        parts.unanswered,
        parts.watching,
        parts.settings.webhook.url if parts.settings.webhook is not None else None,
    )


async def _introduced(wire: Wire) -> User:
    """The bot itself, as the server knows it."""
    told = await wire.call("getMe")
    try:
        return User.de_json(told, None)
    except (AttributeError, KeyError, TypeError, ValueError):  # it has another shape
        raise NetworkError("What answered knows no bot") from None


async def _warm_up(services: Services) -> None:
    await asyncio.sleep(WARM_UP_SECONDS)
    await services.thinking.warm(partial(_load, services.engine))
    settle_memory()


def _load(engine: Answering) -> None:
    """Load all that some question needs: catalogue and rates, how characters sound, the other script."""
    engine.warm()
    for text in _NEEDY:
        engine.ask(text)
