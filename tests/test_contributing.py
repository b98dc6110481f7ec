"""What CONTRIBUTING shows can be written as it stands there, and comes out as it says."""

from __future__ import annotations

import asyncio
import json
import os
import re
import shlex
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.answers import BEIJING, Context
from bot.cli import main
from bot.engine import Engine
from bot.knowledge.load import load_knowledge
from bot.knowledge.schema import ChangeShape
from bot.knowledge.schema_things import NamedShape
from bot.knowledge.yaml_text import read_yaml
from bot.maintain.check import check_knowledge, engine_probe
from bot.maintain.schema import first_line

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
BLOCKS = re.findall(r"^```yaml\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
WHOLE = {
    block.split("\n", 1)[0].removeprefix("# "): block.split("\n", 1)[1] for block in BLOCKS if block.startswith("# ")
}
NOTIONS = re.findall(r"^\| ([^|`]+) \| [^|]+ \| ([^|]+) \| ([^|]+) \|$", TEXT.partition("| Notion |")[2], re.MULTILINE)
CONSOLE = re.findall(r"^```console\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
COMMANDS = re.findall(r"^\$ ((?:.*\\\n)*.*)\n((?:(?!\$ ).*\n)*)", "".join(CONSOLE), re.MULTILINE)
NOW = datetime(2026, 11, 30, 10, tzinfo=BEIJING)
QUESTION = "星河Lite多少钱"
PATIENCE = 60.0


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The files that CONTRIBUTING shows, in a folder."""
    for name, content in WHOLE.items():
        path = tmp_path / "knowledge" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    return tmp_path / "knowledge"


def test_files_that_are_shown_whole_are_right(folder: Path) -> None:
    assert set(WHOLE) == {"vendors/xinghe.yaml", "vendors/modelshop.yaml", "articles/2026-11-21-wanbao.yaml"}
    for name, content in WHOLE.items():
        assert content.splitlines()[0] == first_line(name)
    report = check_knowledge(folder, engine_probe)
    assert [str(problem) for problem in (*report.problems, *report.warnings)] == []


def test_every_notion_is_answered_as_the_table_says(folder: Path) -> None:
    engine = Engine(load_knowledge(folder))
    told = {
        name.strip(): (question, engine.ask(question, Context(now=NOW)).text.splitlines()[0])
        for name, question, _ in NOTIONS
    }
    assert told == {name.strip(): (question, answer) for name, question, answer in NOTIONS}
    assert {"window", "tier", "promotion", "announced price", "plan", "seller", "status", "fact"} <= set(told)


def test_lines_of_changes_and_names_are_right() -> None:
    changes = re.findall(r"^ +change: (\{.*?\})", TEXT, re.MULTILINE)
    assert len(changes) > 3
    for change in changes:
        ChangeShape.model_validate(read_yaml("change", change.encode()).value)
    names = next(block for block in BLOCKS if "lookalikes:" in block and not block.startswith("#"))
    value = read_yaml("names", re.sub("^    ", "", names, flags=re.MULTILINE).encode()).value
    assert isinstance(value, dict)
    NamedShape.model_validate({"name": "豆包", **value})


def _environ(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PRICEBOT_", "LC_", "LANG"))}
    return kept | {"PRICEBOT_KNOWLEDGE": folder.name, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}


def _commit(folder: Path) -> None:
    """Put the folder into a repository of its own."""
    who = ["-c", "user.name=A", "-c", "user.email=a@example.com"]
    for words in (["init", "--quiet"], ["add", "--all"], [*who, "commit", "--quiet", "--message", "One"]):
        subprocess.run(["git", *words], cwd=folder.parent, check=True)


class Playground:
    """A playground that is open in a browser."""

    def __init__(self, session: aiohttp.ClientSession, address: str, person: int) -> None:
        self._session = session
        self._address = address
        self._person = person

    async def say(self, text: str) -> None:
        wish = {"as": self._person, "chat": self._person, "text": text}
        async with self._session.post(f"{self._address}/playground/send", json=wish) as response:
            assert response.status == 200

    async def asked(self, text: str) -> str:
        """The bot's answer to a private message."""
        before = await self.state(self._session, self._address)
        await self.say(text)
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            texts = self._heard(await self.state(self._session, self._address))
            if len(texts) > len(self._heard(before)):
                return texts[-1]
            await asyncio.sleep(0.1)
        raise AssertionError("no answer")

    def _heard(self, state: dict[str, Any]) -> list[str]:
        chat = next(chat for chat in state["chats"] if chat["id"] == self._person)
        return [message["text"] for message in chat["messages"] if message["from"]["id"] != self._person]

    @staticmethod
    async def state(session: aiohttp.ClientSession, address: str) -> dict[str, Any]:
        """All that the page shows, as it gets it when it is opened."""
        async with session.get(f"{address}/playground/events") as response:
            assert await response.content.readline() == b"event: state\n"
            state: dict[str, Any] = json.loads((await response.content.readuntil(b"\n")).removeprefix(b"data: "))
            return state


@asynccontextmanager
async def open_playground(folder: Path) -> AsyncIterator[Playground]:
    """A playground on a free port, a process of its own as whoever maintains the folder has it."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "playground", "--port", "0",
        cwd=folder.parent, env=_environ(folder), stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        async with asyncio.timeout(PATIENCE):
            said = (await process.stdout.readline()).decode()
        address = re.findall(r"http://\S+", said)[0].rstrip("/")
        async with aiohttp.ClientSession(read_bufsize=2**22) as session:
            state = await Playground.state(session, address)
            yield Playground(session, address, state["people"][0]["id"])
    finally:
        process.terminate()
        await process.wait()


async def test_the_minute(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A notice is written down, and the playground that has been open all along answers by it."""
    _commit(folder)
    monkeypatch.chdir(folder.parent)
    monkeypatch.setattr(os, "environ", _environ(folder))
    async with open_playground(folder) as playground:
        assert "0.002 元 / 千 tokens" in await playground.asked(QUESTION)
        for command, shown in COMMANDS:
            name, *words = shlex.split(command.replace("\\\n", " "))
            assert (name, await asyncio.to_thread(main, words)) == ("pricebot", 0)
            said = capsys.readouterr().out
            missing = [line for line in shown.splitlines() if line not in said]
            assert not missing, f"{command}:\n{said}"
        deadline = time.monotonic() + PATIENCE
        while "输入 1、输出 4 元 / 百万 tokens" not in (answer := await playground.asked(QUESTION)):
            assert time.monotonic() < deadline, answer
            await asyncio.sleep(0.2)
