"""How fast the bot is on Telegram, against echo bots that work out nothing: `make bench-telegram`.

All are served by the same bare server, which runs in a process of its own. Each is started anew for every round, in
turns, and the best round counts: on a busy machine the others measure what else runs. Arguments choose by name.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from benchmarks.telegram_delivery import PATH, SECRET
from benchmarks.telegram_loads import chatter, everyday, mixed, queries, questions
from tools.loopback import free_port
from tools.postgresql import PostgreSQL, programs

ROUNDS: Final = int(os.environ.get("ROUNDS", "3"))
QUESTIONS: Final = 1000
CHATTER: Final = 20_000
CHATS: Final = 250
WARM_UP: Final = 200
QUIET: Final = 1.5, 0.1
"""After its first answer the bot loads what few questions need: it is done when so many seconds cost no more than these."""

TOKEN: Final = "123456789:AABench-token-of-no-use-at-all-0123"

_ROOT: Final = Path(__file__).parents[1]
_WITH_AIOGRAM: Final = Path("build/aiogram/bin/python")
"""It asks for an older pydantic than the bot has, so it lives in an environment of its own."""

_TICKS: Final = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Contender:
    """What is measured: how many processes of which program, and how updates reach them."""

    command: tuple[str, ...] = ("-m", "bot", "run")
    processes: int = 1
    webhook: bool = False
    python: str = sys.executable

    @property
    def is_bot(self) -> bool:
        return "bot" in self.command


OWN: Final = "this bot"
CONTENDERS: Final = {
    OWN: Contender(),
    "this bot, webhook": Contender(webhook=True),
    "this bot, two with PostgreSQL": Contender(webhook=True, processes=2),
    "echo, this project's transport": Contender(("-m", "benchmarks.telegram_echo", "ours")),
    "echo, default transport": Contender(("-m", "benchmarks.telegram_echo", "default")),
    "echo, aiogram": Contender(("-m", "benchmarks.telegram_echo", "aiogram"), python=str(_WITH_AIOGRAM)),
}

LOADS: Final = {
    "questions": [("message", text) for text in questions(QUESTIONS)],
    "inline": [("inline", text) for text in queries(QUESTIONS)],
    "overheard": [("overheard", text) for text in chatter(CHATTER)],
    "everyday": [("overheard", text) for text in everyday(CHATTER)],
    "both": mixed(CHATTER),
}
OF_ECHO_BOTS: Final = ("questions", "inline")
"""The other loads are mostly silence, which echo bots do not know."""


@dataclass
class Figures:
    """What was measured of one contender, a figure for each round."""

    rates: dict[str, list[float]] = field(default_factory=dict)
    """Updates a second, by load."""
    work: dict[str, list[float]] = field(default_factory=dict)
    """Milliseconds of processor time an update, of all processes together."""
    memory: list[float] = field(default_factory=list)
    """Most megabytes in memory at once, of one process."""
    first: list[float] = field(default_factory=list)
    """Seconds from the start of the process to the first answer."""


class Server:
    """The bare server, in its process."""

    def __init__(self, process: asyncio.subprocess.Process, port: int) -> None:
        self._process = process
        self.base_url = f"http://127.0.0.1:{port}"

    @classmethod
    async def start(cls) -> Server:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "benchmarks.telegram_server"),
            cwd=_ROOT,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            limit=2**26,
        )
        assert process.stdout is not None
        return cls(process, json.loads(await process.stdout.readline())["port"])

    async def load(self, items: list[tuple[str, str]], ports: list[int]) -> dict[str, Any]:
        """Hand these out, and wait until all is done."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        command = {"items": items, "chats": CHATS, "ports": ports}
        self._process.stdin.write(json.dumps(command).encode() + b"\n")
        async with asyncio.timeout(120):
            return dict(json.loads(await self._process.stdout.readline()))

    async def stop(self) -> None:
        self._process.terminate()
        await self._process.wait()


async def measure(server: Server, contender: Contender, database: str | None, figures: Figures) -> str:
    """Start a contender, measure it, stop it; one of its answers."""
    ports = [free_port() for _ in range(contender.processes)] if contender.webhook else []
    started = time.time()
    with tempfile.TemporaryDirectory() as state:  # each server counts its updates from one again
        async with _running(server, contender, ports, _variables(server, state, database)) as pids:
            figures.first.append((await server.load(LOADS["questions"][:1], ports))["at"] - started)
            await _quiet(pids)
            sample = await server.load(LOADS["questions"][-WARM_UP:], ports)
            await server.load(LOADS["inline"] * len(pids), ports)  # each process remembers the cards that it made
            for name, items in LOADS.items():
                if contender.is_bot or name in OF_ECHO_BOTS:
                    before = _processor_seconds(pids)
                    seconds = (await server.load(items, ports))["seconds"]
                    figures.rates.setdefault(name, []).append(len(items) / seconds)
                    work = (_processor_seconds(pids) - before) / len(items) * 1000
                    figures.work.setdefault(name, []).append(work)
            figures.memory.append(max(map(_most_memory, pids)))
    return str(sample["sample"])


@asynccontextmanager
async def _running(
    server: Server, contender: Contender, ports: list[int], variables: Mapping[str, str]
) -> AsyncIterator[list[int]]:
    """The processes of a contender, by their numbers."""
    echo = () if contender.is_bot else (server.base_url, TOKEN)
    processes = [
        await asyncio.create_subprocess_exec(
            *(contender.python, *contender.command, *echo),
            cwd=_ROOT,
            env=os.environ | dict(variables) | (_webhook(ports[place]) if ports else {}),
            stderr=asyncio.subprocess.DEVNULL,
        )
        for place in range(contender.processes)
    ]
    try:
        yield [process.pid for process in processes]
    finally:
        for process in processes:
            process.send_signal(signal.SIGTERM)
            await process.wait()


def _variables(server: Server, state: str, database: str | None) -> dict[str, str]:
    return {
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_BASE_URL": server.base_url,
        "PRICEBOT_MESSAGES_PER_SECOND": "999999",
        "PRICEBOT_LOG_LEVEL": "ERROR",
        "XDG_STATE_HOME": state,
        **({"DATABASE_URL": database} if database else {}),
    }


def _webhook(port: int) -> dict[str, str]:
    return {
        "PRICEBOT_WEBHOOK_URL": f"https://bot.example.org{PATH}",
        "PRICEBOT_WEBHOOK_SECRET": SECRET,
        "PRICEBOT_WEBHOOK_PORT": str(port),
    }


async def _quiet(pids: list[int]) -> None:
    """Wait until the processes have nothing to do."""
    seconds, most = QUIET
    before, worked = -most, 0.0
    while worked - before >= most:
        await asyncio.sleep(seconds)
        before, worked = worked, _processor_seconds(pids)


def _processor_seconds(pids: list[int]) -> float:
    fields = (Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in pids)
    return sum(int(of_one[11]) + int(of_one[12]) for of_one in fields) / _TICKS


def _most_memory(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def report(found: Mapping[str, Figures]) -> None:
    print("updates a second, and milliseconds of processor time each")
    print(f"{'':32}" + "".join(f"{name:>17}" for name in LOADS) + f"{'memory':>9}{'first':>8}")
    for name, figures in found.items():
        cells = (
            f"{max(figures.rates[load]):10.0f}{min(figures.work[load]):7.2f}" if load in figures.rates else " " * 17
            for load in LOADS
        )
        print(f"{name:32}{''.join(cells)}{max(figures.memory):6.0f} MB{min(figures.first):6.2f} s")
    own = found.get(OWN)
    if own is None:
        return
    print("\nthis bot against the others: rate (processor time)")
    for name, figures in found.items():
        if figures is not own:
            ratios = (
                f"{max(own.rates[load]) / max(figures.rates[load]):9.2f} ({min(figures.work[load]) / min(own.work[load]):.2f})"
                if load in figures.rates
                else ""
                for load in LOADS
            )
            print(f"{name:32}" + "".join(f"{ratio:>17}" for ratio in ratios))


async def main() -> None:
    chosen = [name for name in CONTENDERS if len(sys.argv) < 2 or any(word in name for word in sys.argv[1:])]
    with_database = programs() is not None
    names = [name for name in chosen if with_database or CONTENDERS[name].processes == 1]
    found = {name: Figures() for name in names}
    for turn in range(ROUNDS):
        for name in names:
            sample = await _round(CONTENDERS[name], found[name])
            if not turn:
                print(f"{name} answers: {sample[:160]!r}", file=sys.stderr)
    report(found)


async def _round(contender: Contender, figures: Figures) -> str:
    server = await Server.start()
    try:
        if contender.processes == 1:
            return await measure(server, contender, None, figures)
        with PostgreSQL() as postgresql:
            return await measure(server, contender, postgresql.new_database("bench"), figures)
    finally:
        await server.stop()


if __name__ == "__main__":
    asyncio.run(main())
