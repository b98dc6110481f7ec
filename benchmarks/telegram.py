"""How fast the bot is on Telegram, against echo bots that work out nothing: `make bench-telegram`.

All poll the same bare server, which runs in a process of its own. Each is started anew for every round, in turns, and
the best round counts: on a busy machine the others measure what else runs.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
import tempfile
import time
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any, Final

ROUNDS: Final = int(os.environ.get("ROUNDS", "3"))
QUESTIONS: Final = 1000
CHATS: Final = 250
WARM_UP: Final = 100
TOKEN: Final = "123456789:AABench-token-of-no-use-at-all-0123"

AIOGRAM: Final = "echo, aiogram"

CONTENDERS: Final = {
    "this bot": ("-m", "bot", "run"),
    "echo, this project's transport": ("-m", "benchmarks.telegram_echo", "ours"),
    "echo, default transport": ("-m", "benchmarks.telegram_echo", "default"),
    AIOGRAM: ("-m", "benchmarks.telegram_echo", "aiogram"),
}
_ROOT: Final = Path(__file__).parents[1]
_WITH_AIOGRAM: Final = Path("build/aiogram/bin/python")
"""It asks for an older pydantic than the bot has, so it lives in an environment of its own."""

_TICKS: Final = os.sysconf("SC_CLK_TCK")


@dataclass
class Figures:
    """What was measured of one contender, a figure for each round."""

    questions: list[float] = field(default_factory=list)
    """Answers a second."""
    inline: list[float] = field(default_factory=list)
    work: list[float] = field(default_factory=list)
    """Milliseconds of processor time an answer."""
    inline_work: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)
    """Most megabytes in memory at once."""
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

    async def load(self, kind: str, texts: list[str]) -> dict[str, Any]:
        """Hand these out to the bot that polls, and wait until all are answered."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        command = {"kind": kind, "texts": texts, "chats": CHATS}
        self._process.stdin.write(json.dumps(command).encode() + b"\n")
        async with asyncio.timeout(300):
            return dict(json.loads(await self._process.stdout.readline()))

    async def stop(self) -> None:
        self._process.terminate()
        await self._process.wait()


async def measure(server: Server, name: str, state: str, figures: Figures) -> str:
    """Start a bot, measure it, stop it; one of its answers."""
    command = CONTENDERS[name]
    python = str(_WITH_AIOGRAM) if name == AIOGRAM else sys.executable
    echo = (server.base_url, TOKEN) if "bot" not in command else ()
    variables = {
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_BASE_URL": server.base_url,
        "PRICEBOT_MESSAGES_PER_SECOND": "999999",
        "PRICEBOT_LOG_LEVEL": "ERROR",
        "XDG_STATE_HOME": state,
    }
    started = time.time()
    process = await asyncio.create_subprocess_exec(
        *(python, *command, *echo), cwd=_ROOT, env=os.environ | variables, stderr=asyncio.subprocess.DEVNULL
    )
    try:
        figures.first.append((await server.load("message", questions(1)))["at"] - started)
        sample = await server.load("message", questions(WARM_UP))
        await server.load("inline", queries(WARM_UP))
        for kind, texts, rates, work in (
            ("message", questions(QUESTIONS), figures.questions, figures.work),
            ("inline", queries(QUESTIONS), figures.inline, figures.inline_work),
        ):
            before = _processor_seconds(process.pid)
            measured = await server.load(kind, texts)
            rates.append(len(texts) / measured["seconds"])
            work.append((_processor_seconds(process.pid) - before) / len(texts) * 1000)
        figures.memory.append(_most_memory(process.pid))
    finally:
        process.send_signal(signal.SIGTERM)
        await process.wait()
    return str(sample["sample"])


def questions(number: int) -> list[str]:
    """Questions of several kinds in two languages, hardly one of them twice."""
    amounts = range(1, 80)
    chinese = ("{}元能买多少{} tokens", "{}块钱用{}能写多少字", "{}万tokens {}多少钱")
    english = ("how many {1} tokens can I buy for {0} yuan", "what would {0} million tokens of {1} cost")
    made = [
        *(form.format(amount, name) for amount, form, name in product(amounts, chinese, ("GLM", "豆包", "文心"))),
        *(form.format(amount, name) for amount, form, name in product(amounts, english, ("GLM", "Doubao", "ERNIE"))),
    ]
    return [made[place * 31 % len(made)] for place in range(number)]


def queries(number: int) -> list[str]:
    """What people type into inline queries, letter by letter: many begin alike."""
    whole = [text for amount in (1, 5, 10, 50, 100) for text in (f"{amount}块 豆包", f"{amount} yuan GLM")]
    whole += ["GLM 多少钱", "豆包和GLM哪个便宜", "cheapest", "price of Doubao", "MiniCPM"]
    typed = [text[:end] for text in whole for end in range(1, len(text) + 1)]
    return [typed[place * 7 % len(typed)] for place in range(number)]


def _processor_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def _most_memory(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def report(found: dict[str, Figures]) -> None:
    own = found["this bot"]
    print(f"{'':32}{'questions':>10}{'CPU':>9}{'inline':>10}{'CPU':>9}{'memory':>9}{'first':>9}")
    print(f"{'':32}{'a second':>10}{'ms each':>9}{'a second':>10}{'ms each':>9}{'MB':>9}{'s':>9}")
    for name, figures in found.items():
        print(
            f"{name:32}{max(figures.questions):10.0f}{min(figures.work):9.2f}{max(figures.inline):10.0f}"
            f"{min(figures.inline_work):9.2f}{max(figures.memory):9.0f}{min(figures.first):9.2f}"
        )
    print()
    print(f"{'this bot against':32}{'questions':>10}{'':9}{'inline':>10}")
    for name, figures in found.items():
        if figures is not own:
            rate = max(own.questions) / max(figures.questions)
            print(f"{name:32}{rate:9.2f}x{'':9}{max(own.inline) / max(figures.inline):9.2f}x")


async def main() -> None:
    names = [name for name in CONTENDERS if len(sys.argv) < 2 or any(word in name for word in sys.argv[1:])]
    found = {name: Figures() for name in names}
    for turn in range(ROUNDS):
        for name in names:
            server = await Server.start()
            try:
                with tempfile.TemporaryDirectory() as state:  # each server counts its updates from one again
                    sample = await measure(server, name, state, found[name])
            finally:
                await server.stop()
            if not turn:
                print(f"{name} answers: {sample[:160]!r}", file=sys.stderr)
    if "this bot" in found:
        report(found)


if __name__ == "__main__":
    asyncio.run(main())
