"""Takes updates in hand, whether they were polled or came to a webhook, and tells when each is finished.

The way of an update:

1. It is read alone. One that cannot be read, that came twice, that is too old or that is for nobody is finished at once.
2. What is overheard, pressed or typed into an inline query is worked on right away. What is said to the bot waits for its
   turn in its chat; what one person or chat asks beyond their share is shed, with one polite line.
3. An answer is claimed before it is sent, and noted afterwards; then the update is finished. One that takes longer than a
   second is kept in the database, and counts as finished from then on.
4. At the end some seconds are left for the work in hand. What is not done by then was left, and whoever handed it over
   gets it again.
"""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from telegram import Update
from telegram.error import InvalidToken, TelegramError

from bot.telegram.answering.services import Services
from bot.telegram.chats.ledger import KeptUpdate, Ledger
from bot.telegram.chats.memory import Bounded
from bot.telegram.logs.subject import about
from bot.telegram.network.errors import AnswerLostError
from bot.telegram.network.pace import pause
from bot.telegram.network.polling import Raw
from bot.telegram.sending.jobs import SECONDS_OF_USE, Job, Kind, TakenError
from bot.telegram.updates.admission import admitted
from bot.telegram.updates.chatter import is_chatter
from bot.telegram.updates.reading import kind_of, read, written_at
from bot.telegram.updates.routing import Handler, Route, route

KEPT_AFTER: Final = 1.0
"""Seconds after which an update that is not finished is kept in the database."""

HURRIED_AFTER: Final = 0.05
"""Seconds after which it is kept where others cannot be fetched before it is finished; what waits in a lane: at once."""

LOOKED_AFTER: Final = 0.25
LOOKED_SOON: Final = 0.01
"""Seconds between looks at what is in hand: usually, and where others cannot be fetched."""

ADOPTED_AFTER: Final = 5.0
"""Seconds between looks for kept updates that nobody works on."""

LONGEST_PAUSE: Final = 30.0
"""Seconds without fetching updates, where messages cannot be sent."""

MOST_IN_HAND: Final = 10_000
"""Updates in memory; the rest stays with Telegram until there is room."""

CHATTER: Final = "chatter"
NOTHING: Final = "nothing"
"""How an update is served that needs nothing done."""

_REMEMBERED: Final = 4_096
"""Finished updates of which it is known without asking the database."""

_QUEUED: Final = (Kind.ADDRESSED, Kind.MEMBERSHIP)
_FLEETING: Final = (Kind.PRESS, Kind.INLINE, Kind.GUEST)

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Hand:
    """A job in hand: what it was made from, when it was begun, by the loop's clock, and the task that works on it."""

    job: Job
    raw: Raw
    begun: float
    task: asyncio.Task[None]
    _body: str = ""

    def body(self) -> str:
        """The update as it is kept: written down once, however often no database takes it."""
        self._body = self._body or json.dumps(self.raw)
        return self._body


class Intake:
    """All updates that are in hand. ``clock`` gives seconds since 1970, as messages are dated."""

    def __init__(self, services: Services, ledger: Ledger, clock: Callable[[], float] = time.time) -> None:
        self._services = services
        self._ledger = ledger
        self._clock = clock
        self._counts = services.flow.counts
        self._in_hand: dict[int, _Hand] = {}
        self._done: Bounded[int, bool] = Bounded(_REMEMBERED)
        self._less = asyncio.Event()
        """Set whenever something is done."""
        self._hurried = asyncio.Event()
        self._hurried_until = 0.0
        self._closed = False

    def take(self, raw: Raw) -> asyncio.Future[bool]:
        """Take an update in hand; it has a number. Nothing is raised.

        The future tells whether it is finished (``True``), and whoever handed it over may forget it, or was left.
        """
        number = raw["update_id"]
        if self._closed:
            return _settled(False)
        if number in self._in_hand:
            return self._in_hand[number].job.finished
        if self._done.get(number):
            self._counts.add("passed over", "twice")
            return _settled(True)
        if is_chatter(raw, self._services.me.id, self._services.engine.may_concern):
            self._counts.add("updates", kind_of(raw), CHATTER)
            return _settled(True)
        job = self._begin(raw)
        if job is not None:
            return job.finished
        self._done.put(number, True)
        return _settled(True)

    async def ready(self) -> None:
        """Wait while no more should be taken: there is no room, or messages cannot be sent."""
        loop = asyncio.get_running_loop()
        until = loop.time() + LONGEST_PAUSE
        outage = self._services.delivery.outage
        while len(self._in_hand) >= MOST_IN_HAND or (outage.lasts and self._in_hand and loop.time() < until):
            self._less.clear()
            await pause(LOOKED_AFTER, self._less)

    def in_hand(self) -> Mapping[tuple[str, str], int]:
        """How many updates are in hand, by kind and by what becomes of them: they are worked on, wait, or are kept."""
        return Counter((hand.job.kind.value, _stage(hand.job)) for hand in self._in_hand.values())

    def hurry(self) -> None:
        """Keep what is in hand as soon as it has to wait: others cannot be fetched before it is finished."""
        self._hurried_until = asyncio.get_running_loop().time() + LOOKED_AFTER
        self._hurried.set()

    async def look_after(self) -> None:
        """Keep what takes long, and take over what nobody works on; without end."""
        loop = asyncio.get_running_loop()
        adopt_at = loop.time()
        while True:
            try:
                self._hurried.clear()
                await self._keep(hurried=loop.time() < self._hurried_until)
                if loop.time() >= adopt_at:
                    await self._adopt()
                    adopt_at = loop.time() + ADOPTED_AFTER
            except Exception:  # noqa: BLE001 - nobody watches this loop: one failed look must not end all later ones
                _log.exception("What is in hand could not be looked after")
            await pause(LOOKED_SOON if loop.time() < self._hurried_until else LOOKED_AFTER, self._hurried)

    async def drain(self, seconds: float) -> int:
        """Finish the work in hand, for so many seconds at most; the number of updates that were left."""
        self._closed = True
        if self._in_hand:
            await asyncio.wait([hand.task for hand in self._in_hand.values()], timeout=seconds)
        late = list(self._in_hand.values())
        for hand in late:
            hand.task.cancel()
        if late:
            await asyncio.wait([hand.task for hand in late])
            await self._ledger.left([hand.job.number for hand in late if hand.job.kept or hand.job.claimed])
        return len(late)

    def _begin(self, raw: Raw, kept: KeptUpdate | None = None) -> Job | None:
        """The update in hand; ``None`` where there is nothing to do."""
        with about(raw["update_id"]):
            return self._begun(raw, kept)

    def _begun(self, raw: Raw, kept: KeptUpdate | None) -> Job | None:
        try:
            found = self._read(raw, kept)
        except Exception as error:  # noqa: BLE001 - an update may have any shape, and raised here it would end polling
            kind = type(error).__name__
            _log.error("Update %d (%s) cannot be read and is stepped over (%s)", raw["update_id"], kind_of(raw), kind)
            self._counts.add("passed over", "unreadable")
            return None
        if found is None:
            return None
        job, handler = found
        task = asyncio.create_task(self._work(job, handler), name=f"update {job.number}")
        self._in_hand[job.number] = _Hand(job, raw, asyncio.get_running_loop().time(), task)
        task.add_done_callback(lambda _task: self._drop(job.number))
        return job

    def _read(self, raw: Raw, kept: KeptUpdate | None) -> tuple[Job, Handler] | None:
        """What is to be done about an update, and by what; ``None`` where that is nothing."""
        update = read(raw)
        way = route(self._services, update)
        self._counts.add("updates", kind_of(raw), way.kind if way is not None else NOTHING)
        if way is None:
            return None
        job = self._job(raw, update, way, kept)
        if job is None:
            return None
        handler = way.handler if kept is not None else admitted(self._services, job, way.handler)
        return (job, handler) if handler is not None else None

    def _job(self, raw: Raw, update: Update, way: Route, kept: KeptUpdate | None) -> Job | None:
        """The job; ``None`` where the update is too old to be of use."""
        now = self._clock()
        age = max(0.0, now - (written_at(raw) or now))
        self._counts.took("age", age, way.kind)
        use = SECONDS_OF_USE[way.kind]
        late = way.kind is Kind.ADDRESSED and age > use
        if kept is not None:
            use = kept.expires - now
        elif way.kind is Kind.OVERHEARD:
            use -= age
        if use <= 0:
            self._counts.add("passed over", "too old")
            return None
        chat, person = update.effective_chat, update.effective_sender
        return Job(
            raw["update_id"],
            update,
            way.kind,
            asyncio.get_running_loop().time() + use,
            chat_id=chat.id if chat is not None else None,
            person=person.id if person is not None else None,
            heard=way.heard,
            late=late,
            kept=kept is not None,
        )

    async def _work(self, job: Job, handler: Handler) -> None:
        try:
            await self._serve(job, handler)
        except asyncio.CancelledError:
            job.settle(False)
            raise
        except InvalidToken:  # with another token it can be answered
            await self._ledger.left([job.number])
            job.settle(False)
            return
        except Exception as error:  # noqa: BLE001 - a task of its own: what is not noted here nobody hears of
            self._note(job, error)
        if job.claimed or job.kept:
            await self._ledger.finished(job.number)
        job.settle()

    async def _serve(self, job: Job, handler: Handler) -> None:
        """Let the handler work, in the chat's turn where that counts."""
        if job.kind not in _QUEUED or job.chat_id is None:
            await handler(self._services, job)
            return
        lanes = self._services.flow.lanes
        job.waits = lanes.is_busy(job.chat_id)
        async with lanes.turn(job.chat_id, _key(job)) as mine:
            job.waits = False
            if mine:
                await handler(self._services, job)

    def _note(self, job: Job, error: Exception) -> None:
        """Say and count what came in between; only its kind, where it is none of the Bot API's."""
        if isinstance(error, TakenError):
            self._counts.add("passed over", "answered elsewhere")
        elif isinstance(error, AnswerLostError):
            self._counts.add("sends", "unseen")
            _log.warning("Update %d was answered, but nobody saw how: %s", job.number, error.message)
        elif isinstance(error, TelegramError):
            self._counts.add("lost", type(error).__name__)
            _log.error("Update %d could not be answered: %s", job.number, error.message)
        else:
            self._counts.add("lost", "raised")
            _log.error("Update %d could not be answered", job.number, exc_info=error)

    def _drop(self, number: int) -> None:
        hand = self._in_hand.pop(number)
        if not hand.job.finished.cancelled() and hand.job.finished.done() and hand.job.finished.result():
            self._done.put(number, True)
        self._less.set()

    async def _keep(self, *, hurried: bool) -> None:
        """Keep what takes long, and let go of what will be of no use in a moment anyway."""
        at = asyncio.get_running_loop().time()
        lasting: list[_Hand] = []
        for hand in self._in_hand.values():
            job, age = hand.job, at - hand.begun
            late = age >= (HURRIED_AFTER if hurried else KEPT_AFTER) or (hurried and job.waits)
            if not late or job.kept or job.finished.done():
                continue
            if job.kind in _FLEETING:
                job.settle()
            else:
                lasting.append(hand)
        if not lasting:
            return
        then = self._clock() - at
        kept = await self._ledger.keep(
            [KeptUpdate(hand.job.number, hand.body(), hand.job.until + then) for hand in lasting]
        )
        for job in (hand.job for hand in lasting):
            if job.number in kept:
                job.kept = True
                job.settle()
                if job.number not in self._in_hand:  # it was finished meanwhile
                    await self._ledger.finished(job.number)

    async def _adopt(self) -> None:
        for update in await self._ledger.adopt():
            if update.number in self._in_hand:
                continue
            job = self._begin(_raw(update), update)
            if job is None:
                await self._ledger.finished(update.number)
            else:
                job.settle()


def _stage(job: Job) -> str:
    return "kept" if job.kept else "waiting" if job.waits else "working"


def _key(job: Job) -> tuple[int, int] | None:
    """Only the last of several edits of a message counts, and takes the place of those before."""
    edited = job.update.edited_message
    return (edited.chat.id, edited.message_id) if edited is not None else None


def _raw(update: KeptUpdate) -> Raw:
    """A kept update as it was received; of what cannot be read any more, the number alone."""
    try:
        found = json.loads(update.body)
    except ValueError:
        found = None
    return {**(found if isinstance(found, dict) else {}), "update_id": update.number}


def _settled(finished: bool) -> asyncio.Future[bool]:
    future: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
    future.set_result(finished)
    return future
