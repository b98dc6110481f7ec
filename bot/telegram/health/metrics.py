"""The numbers of the running bot, as Prometheus reads them. No label is of a person: all are words of this program."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Final, NamedTuple

from prometheus_client import CollectorRegistry, GCCollector, ProcessCollector
from prometheus_client.exposition import choose_encoder
from prometheus_client.metrics_core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.registry import Collector

from bot import __version__
from bot.knowledge.entries import Knowledge, last_checked
from bot.telegram.chats.storage import State
from bot.telegram.health.vitals import MEMORY, Problem, Vitals
from bot.telegram.network.counts import STEPS


class _Shown(NamedTuple):
    """A metric: its name behind ``pricebot_``, what it tells, and the names of its labels."""

    name: str
    help: str
    labels: tuple[str, ...] = ()


COUNTED: Final[Mapping[str, _Shown]] = {
    "updates": _Shown("updates", "Updates that were read, by type and by how they are served", ("type", "served")),
    "passed over": _Shown("updates_passed_over", "Updates that were not worked on", ("reason",)),
    "answers": _Shown(
        "answers",
        "Questions by the way they were asked, what became of them, their kind and the language of the reply",
        ("asked", "status", "kind", "language"),
    ),
    "inline": _Shown("inline_queries", "Inline queries, by whether there were cards for them", ("result",)),
    "chosen": _Shown("inline_chosen", "Inline cards that people sent, by the kind of question", ("kind",)),
    "shed": _Shown("shed", "Work beyond what one person or chat may ask", ("served",)),
    "sends": _Shown("sends", "Tries to send or change a message or to answer a query", ("outcome",)),
    "retries": _Shown("send_retries", "Tries that were followed by another one", ("after",)),
    "flood seconds": _Shown("flood_wait_seconds", "Seconds that Telegram asked to wait (429)", ("calls",)),
    "lost": _Shown("lost_answers", "Updates that could not be answered", ("reason",)),
    "polls": _Shown("polls", "Polls, and other calls that have to succeed, by what came of them", ("outcome",)),
    "reloads": _Shown("knowledge_reloads", "Edits of the knowledge folder, by what became of them", ("result",)),
    "webhook": _Shown("webhook_requests", "Requests to the webhook by the status of the answer", ("status",)),
}
"""What :class:`~bot.telegram.network.counts.Counts` knows, by its names."""

TIMED: Final[Mapping[str, _Shown]] = {
    "age": _Shown("update_age_seconds", "Age of updates when they were taken in hand", ("served",)),
}

DATABASE_STATES: Final = (*State, MEMORY)


def exposition(vitals: Vitals, accept: str) -> tuple[bytes, str]:
    """All numbers, and the type of that text, in the format that fits best to an ``Accept`` header."""
    registry = CollectorRegistry()
    registry.register(_Numbers(vitals))
    ProcessCollector(registry=registry)
    GCCollector(registry=registry)
    encode, content_type = choose_encoder(accept)
    return encode(registry), content_type


class _Numbers(Collector):
    """What is known of a run, read when it is asked for."""

    def __init__(self, vitals: Vitals) -> None:
        self._vitals = vitals

    def collect(self) -> Iterator[Metric]:
        yield from self._counted()
        yield from self._timed()
        yield from _of_state(self._vitals)
        yield from _of_knowledge(self._vitals.engine.knowledge)

    def _counted(self) -> Iterator[Metric]:
        numbers = self._vitals.counts.all()
        for name, shown in COUNTED.items():
            family = CounterMetricFamily(f"pricebot_{shown.name}", shown.help, labels=shown.labels)
            for (counted, labels), number in sorted(numbers.items()):
                if counted == name:
                    family.add_metric(labels, number)
            yield family
        failed = CounterMetricFamily("pricebot_faults", "Questions that raised, and got an apology", labels=("deed",))
        for deed, number in self._vitals.engine.failures.items():
            failed.add_metric((deed,), number)
        yield failed

    def _timed(self) -> Iterator[Metric]:
        for name, shown in TIMED.items():
            family = HistogramMetricFamily(f"pricebot_{shown.name}", shown.help, labels=shown.labels)
            for (timed, labels), times in sorted(self._vitals.counts.times().items()):
                if timed == name:
                    steps = zip((*map(str, STEPS), "+Inf"), _running(times.steps), strict=True)
                    family.add_metric(labels, list(steps), times.seconds)
            yield family


def _running(numbers: list[int]) -> Iterator[int]:
    """The sums of all numbers up to each."""
    total = 0
    for number in numbers:
        total += number
        yield total


def _of_state(vitals: Vitals) -> Iterator[Metric]:
    in_hand = GaugeMetricFamily(
        "pricebot_updates_in_hand",
        "Updates in hand, by how they are served and their stage",
        labels=("served", "stage"),
    )
    for labels, number in vitals.in_hand().items():
        in_hand.add_metric(labels, number)
    yield in_hand
    problems = GaugeMetricFamily("pricebot_problem", "Whether there is this problem", labels=("problem",))
    for problem in Problem:
        problems.add_metric((problem,), problem in vitals.problems())
    yield problems
    database = GaugeMetricFamily("pricebot_database", "Whether the database is in this state", labels=("state",))
    for state in DATABASE_STATES:
        database.add_metric((state,), vitals.database == state)
    yield database
    silence = "Seconds since Telegram was heard from, or since the start"
    yield GaugeMetricFamily("pricebot_silence_seconds", silence, vitals.link.silence)
    lag = "The longest that the event loop was held up within the last minute"
    yield GaugeMetricFamily("pricebot_loop_lag_seconds", lag, vitals.lag)
    yield GaugeMetricFamily("pricebot_ready", "Whether updates should be handed to this process", vitals.is_ready())


def _of_knowledge(knowledge: Knowledge) -> Iterator[Metric]:
    info = GaugeMetricFamily(
        "pricebot_info", "The version of the program and of the knowledge base", labels=("version", "knowledge")
    )
    info.add_metric((__version__, knowledge.version), 1)
    yield info
    checked = last_checked(knowledge)
    midnight = datetime.combine(checked, datetime.min.time(), UTC).timestamp() if checked else math.nan
    yield GaugeMetricFamily(
        "pricebot_prices_checked_timestamp_seconds",
        "The last day on which a price was checked, in seconds since 1970",
        midnight,
    )
