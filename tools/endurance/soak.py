"""Some minutes of everything that people do and of everything that goes wrong."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import time
from collections.abc import Callable
from typing import Any, Final

from telegram.constants import UpdateType

from bot.playground.faults import Fault, Trouble
from bot.playground.world import Chat, Json, User
from tools.endurance.stage import QUESTION, Check, Stage

SECONDS: Final = float(os.environ.get("SOAK_SECONDS", "120"))
SEED: Final = int(os.environ.get("SOAK_SEED", "1"))
"""What goes wrong when: another number is another run."""

ROUNDS_A_SECOND: Final = 10
PEOPLE: Final = 300
GROUPS: Final = 20

FLAT: Final = 15.0
"""Megabytes by which memory may differ between the second third of the time and its end."""

MORE_OPEN: Final = 64
"""Connections and threads that may be open at the end beside those of the second third of the time."""

TROUBLED: Final = {"sendMessage": 10, "editMessageText": 5, "answerCallbackQuery": 4, "getUpdates": 1}
"""Calls that something goes wrong with, by how often."""

QUIET_SECONDS: Final = 30

CHATTER: Final = ("今天吃什么", "哈哈", "GLM is so good lately", "谁有空", "ok", "明天见")


class Soak:
    """What happens in one round after another."""

    def __init__(self, stage: Stage) -> None:
        self._server = stage.server
        self._chance = random.Random(SEED)
        self._people = stage.server.people(PEOPLE)
        self._groups = [stage.server.group(f"Group {place}") for place in range(GROUPS)]
        self._faults: list[Fault] = []
        self._unseen: list[tuple[Fault, int]] = []
        self.questions: list[Json] = []

    @property
    def unseen(self) -> int:
        """Messages that were sent, but whose answers were cut off: the bot may send them again, or once they change."""
        return sum(times - fault.times for fault, times in self._unseen)

    def round(self, number: int) -> None:
        """A few questions, much chatter, a press, an inline query, an edit, an update of some kind, a trouble."""
        person = self._people[number % PEOPLE]
        self.questions.append(self._server.private_message(person, QUESTION.format(number % 97 + 1)))
        for _ in range(5):
            self._server.group_message(self._group(), self._someone(), self._chance.choice(CHATTER))
        deeds: list[Callable[[], object]] = [self._edit, self._press, self._typed, self._strange, self._trouble]
        deeds[number % len(deeds)]()

    def calm_down(self) -> None:
        self._unseen = [(fault, times - fault.times) for fault, times in self._unseen]
        for fault in self._faults:
            fault.times = 0

    def _group(self) -> Chat:
        return self._chance.choice(self._groups)

    def _someone(self) -> User:
        return self._chance.choice(self._people)

    def _edit(self) -> None:
        self._server.edit_message(
            self._chance.choice(self.questions[-20:]), QUESTION.format(self._chance.randint(1, 9))
        )

    def _press(self) -> None:
        answers = [sent.result for sent in self._server.sent[-50:] if sent.method == "sendMessage"]
        rows = answers[-1].get("reply_markup", {}).get("inline_keyboard", []) if answers else []
        data = [button["callback_data"] for row in rows for button in row if "callback_data" in button]
        if data:
            self._server.press(self._someone(), answers[-1], self._chance.choice(data))

    def _typed(self) -> None:
        self._server.inline_query(self._someone(), self._chance.choice(("", "GLM", "100块 豆", "豆包和GLM哪个便宜")))

    def _strange(self) -> None:
        """An update of any type, with nothing in it, or something that cannot be read."""
        kind = self._chance.choice(list(UpdateType))
        content: Any = self._chance.choice(({}, None, 7, {"date": 2**40, "chat": {"id": 1}}, {"message_id": "x"}))
        self._server.methods.updates._allowed = None  # noqa: SLF001 - whatever the bot asked for
        self._server.methods.updates.add(str(kind), content)

    def _trouble(self) -> None:
        method = self._chance.choices(list(TROUBLED), list(TROUBLED.values()))[0]
        if any(fault.times for fault in self._faults if fault.method == method):
            return  # one thing after the other
        trouble = self._chance.choice(list(Trouble))
        times = 1 if method == "getUpdates" else self._chance.randint(1, 3)
        status = self._chance.choice((401, 404, 500, 502, 504))
        self._faults.append(self._server.fault(method, trouble, times, 2.0, status))
        if method == "sendMessage" and trouble in (Trouble.LATE_RESET, Trouble.TRUNCATE):
            self._unseen.append((self._faults[-1], times))


async def soak(stage: Stage) -> list[Check]:
    """Minutes of questions, chatter, edits, presses and poison, while calls fail in every way."""
    await stage.bot.start()
    made = Soak(stage)
    memory: list[float] = []
    handles: list[int] = []
    started = time.monotonic()
    rounds = int(SECONDS * ROUNDS_A_SECOND)
    for number in range(rounds):
        made.round(number)
        if number * 3 > rounds and number % 50 == 0:
            memory.append(stage.bot.memory())
            handles.append(stage.bot.handles())
        await asyncio.sleep(max(0.0, started + (number + 1) / ROUNDS_A_SECOND - time.monotonic()))
    made.calm_down()
    await stage.server.answered(made.questions, seconds=120)
    await stage.server.settled()
    memory.append(stage.bot.memory())
    in_hand, left_open = await _rest(stage), stage.bot.handles()
    missing, twice = stage.server.count(made.questions)
    status, seconds = await stage.bot.end(signal.SIGTERM)
    half = len(memory) // 2
    growth = max(memory[half:]) - max(memory[:half])
    return [
        Check(f"{len(made.questions) - missing} of {len(made.questions)} questions answered", not missing),
        Check(f"{twice} twice ({made.unseen} answers were cut off unseen)", twice <= made.unseen),
        Check(f"{max(memory):.0f} MB in memory, {growth:+.0f} MB in the second half", growth < FLAT),
        Check(f"{in_hand:.0f} updates still in hand when all was quiet", not in_hand),
        Check(
            f"{left_open} files, connections and threads open then, {max(handles)} at most before",
            left_open < min(handles) + MORE_OPEN,
        ),
        Check(f"stopped with status {status} after {seconds:.1f} s", status == 0),
    ]


async def _rest(stage: Stage) -> float:
    """How many updates are still in hand when nothing more comes, and what is tried again had its time."""
    in_hand = await stage.bot.in_hand()
    for _ in range(QUIET_SECONDS):
        if not in_hand:
            break
        await asyncio.sleep(1)
        in_hand = await stage.bot.in_hand()
    return in_hand
