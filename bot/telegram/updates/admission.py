"""Who may ask now: one person and one group have their share, and who asks for more is told so once."""

from __future__ import annotations

from typing import Final

from bot.telegram.answering.services import Services
from bot.telegram.chats.chats import language_of
from bot.telegram.network.buckets import Taken
from bot.telegram.sending.jobs import Job, Kind
from bot.telegram.sending.places import Target
from bot.telegram.texts.about import WORDS
from bot.telegram.updates.routing import Handler

_RATIONED: Final = (Kind.ADDRESSED, Kind.PRESS, Kind.GUEST)


def admitted(services: Services, job: Job, handler: Handler) -> Handler | None:
    """The handler, where the person and the chat may ask more now; else what says so, once; else none."""
    if job.kind not in _RATIONED or _is_correction(services, job):
        return handler
    taken = _taken(services, job)
    if taken is Taken.YES:
        return handler
    services.flow.counts.add("shed", job.kind)
    return slow_down if taken is Taken.EMPTIED and job.kind is Kind.ADDRESSED else None


async def slow_down(services: Services, job: Job) -> None:
    """Ask for patience, below the first message that was left aside."""
    message = job.message
    if message is not None:
        settings = await services.store.load(message.chat.id)
        words = WORDS[settings.language or language_of(message.from_user, services.usual_language)]
        await services.delivery.send_html(job, Target.answering(message), words.slow_down)


def _taken(services: Services, job: Job) -> Taken:
    flow = services.flow
    if job.kind is Kind.PRESS:
        return flow.presses.take(job.person)
    taken = flow.people.take(job.person)
    if taken is not Taken.YES or job.kind is not Kind.ADDRESSED or job.chat_id is None:
        return taken
    alone = job.chat_id == job.person
    if flow.lanes.is_full(job.chat_id):
        return flow.people.empty(job.person) if alone else flow.groups.empty(job.chat_id)
    return taken if alone else flow.groups.take(job.chat_id)


def _is_correction(services: Services, job: Job) -> bool:
    """Whether it changes a question that was answered: that changes its answer, and makes no new one."""
    edited = job.update.edited_message
    return edited is not None and services.answers.get((edited.chat.id, edited.message_id)) is not None
