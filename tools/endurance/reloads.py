"""A knowledge folder that is edited again and again while people ask."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import tempfile
import time
from pathlib import Path
from typing import Final

from bot.playground.world import Json
from tools.endurance.stage import Check, Stage

RELOADS: Final = int(os.environ.get("RELOADS", "1000"))

QUESTION: Final = "星河 Max 多少钱"
_VENDOR: Final = """\
id: xinghe
name: {{zh: 星河, en: Xinghe}}
sources:
  - {{id: notice, publisher: Xinghe, title: Prices, date: 2026-03-01}}
models:
  - id: xinghe/max
    name: {{zh: 星河 Max, en: Xinghe Max}}
    prices:
      - {{from: 2026-03-01, currency: CNY, per: 1000000, input: {input}, output: {output}, source: notice}}
"""
"""The price of output is twice that of input in every edition: an answer by halves of two would show."""
_PRICES: Final = re.compile(r"输入 ([\d,]+)、输出 ([\d,]+)")
_PEOPLE: Final = 30
_EVERY: Final = 0.1
"""Seconds between two questions."""
_PATIENCE: Final = 60.0
"""Seconds after which an edit that was not taken over is given up."""
_FLAT: Final = 1.1
"""How many times the memory after a tenth of the edits it may be at the end."""


async def reloads(stage: Stage) -> list[Check]:
    """A thousand edits of the knowledge, each taken over by the running bot, while people ask ten times a second."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write(folder, 1)
        stage.bot.reads(folder)
        await stage.bot.start()
        over = asyncio.Event()
        asking = asyncio.create_task(_ask(stage, over))
        taken, memory, seconds = await _edit(stage, folder)
        over.set()
        questions = await asking
        await stage.server.answered(questions)
        missing, twice = stage.server.count(questions)
        status, _ = await stage.bot.end(signal.SIGTERM)
    told = [_PRICES.search(re.sub("<[^>]*>", "", sent.result.get("text", ""))) for sent in stage.server.sent]
    whole = [found and int(found[2].replace(",", "")) == 2 * int(found[1].replace(",", "")) for found in told]
    return [
        Check(f"{taken} of {RELOADS} edits taken over, in {seconds:.0f} s", taken == RELOADS),
        Check(f"{len(questions) - missing} of {len(questions)} questions answered, {twice} twice", not missing and not twice),
        Check(f"{whole.count(True)} of {len(whole)} answers from one edition", all(whole)),
        Check(f"{memory[0]:.0f} MB in memory after a tenth of the edits, {memory[-1]:.0f} MB at the end, {max(memory):.0f} MB at most",
              memory[-1] < _FLAT * memory[0]),
        Check(f"stopped with status {status}", status == 0),
    ]  # fmt: skip


async def _edit(stage: Stage, folder: Path) -> tuple[int, list[float], float]:
    """How many edits were taken over, the memory after each from the tenth part on, and the seconds that all took."""
    started, memory = time.monotonic(), list[float]()
    for number in range(RELOADS):
        _write(folder, number + 2)
        if not await _taken(stage, number + 1):
            return number, memory or [stage.bot.memory()], time.monotonic() - started
        if number + 1 >= RELOADS // 10:
            memory.append(stage.bot.memory())
    return RELOADS, memory, time.monotonic() - started


async def _taken(stage: Stage, number: int) -> bool:
    """Whether the bot says in time that it took so many edits over."""
    last = time.monotonic() + _PATIENCE
    while await stage.bot.counted('pricebot_knowledge_reloads_total{result="taken"}') < number:
        if time.monotonic() > last:
            return False
        await asyncio.sleep(_EVERY)
    return True


async def _ask(stage: Stage, over: asyncio.Event) -> list[Json]:
    people, questions = stage.server.people(_PEOPLE), list[Json]()
    while not over.is_set():
        questions += stage.server.ask([people[len(questions) % _PEOPLE]], QUESTION)
        await asyncio.sleep(_EVERY)
    return questions


def _write(folder: Path, edition: int) -> None:
    """Put an edition in the place of the one before, as an editor does that writes beside and renames."""
    (folder / "vendors").mkdir(exist_ok=True)
    beside = folder / "vendors" / ".xinghe"
    beside.write_text(_VENDOR.format(input=edition, output=2 * edition), encoding="utf-8")
    beside.rename(folder / "vendors" / "xinghe.yaml")
