"""The whole program, ``python -m bot run`` with its real engine and knowledge, as a process of its own."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import pytest
import pytest_asyncio

from bot.playground.faults import Trouble
from bot.playground.queries import Query
from bot.playground.server import TOKEN, PlaygroundServer, Sent
from tests.corpus_cases import MARKET

ROOT: Final = Path(__file__).parents[2]
QUESTION: Final = "1元能买多少GLM tokens"
FOLLOW_UP: Final = "那豆包呢"
COMPARED: Final = "豆包和GLM哪个便宜"
ASKED: Final = (QUESTION, FOLLOW_UP, COMPARED)


@dataclass
class Program:
    """A process that was started; ``log`` is complete once it has ended."""

    process: asyncio.subprocess.Process
    log: str = ""


@asynccontextmanager
async def program(server: PlaygroundServer, state: Path, token: str = TOKEN, **more: str) -> AsyncIterator[Program]:
    """The program, told to stop by SIGTERM at the end."""
    variables = {
        "TELEGRAM_BOT_TOKEN": token,
        "TELEGRAM_API_BASE_URL": server.base_url,
        "XDG_STATE_HOME": str(state),
        "PRICEBOT_KNOWLEDGE": str(MARKET),
        **more,
    }
    usual = {name: value for name, value in os.environ.items() if not name.startswith(("TELEGRAM_", "PRICEBOT_"))}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"), env=usual | variables, cwd=ROOT, stderr=asyncio.subprocess.PIPE
    )
    running = Program(process)
    reading = asyncio.create_task(process.communicate())
    try:
        polling = asyncio.ensure_future(_polled(server))
        await asyncio.wait({polling, reading}, return_when=asyncio.FIRST_COMPLETED)
        polling.cancel()
        yield running
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(60):
            _, errors = await reading
        running.log = errors.decode()


async def _polled(server: PlaygroundServer) -> None:
    await server.wait_for(lambda: any(method == "getUpdates" for method, _ in server.calls), 60)


@dataclass
class Life:
    """A program on a server, that can be stopped and started again; ``log`` is of all that was stopped."""

    server: PlaygroundServer
    state: Path
    log: str = ""
    _running: Program | None = None
    _stack: AsyncExitStack = field(default_factory=AsyncExitStack)

    async def start(self) -> None:
        self.server.calls.clear()
        started = program(self.server, self.state, PRICEBOT_LOG_LEVEL="DEBUG")
        self._running = await self._stack.enter_async_context(started)

    async def stop(self) -> None:
        """It ends as it should, and leaves nothing."""
        await self._stack.aclose()
        assert self._running is not None
        assert self._running.process.returncode == 0
        assert self.server.methods.updates.waiting == 0
        self.log += self._running.log


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def life(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Life]:
    """The one program of all tests which take it.

    Its log at debug, after some trouble at the start, holds neither the token nor what was asked.
    """
    async with PlaygroundServer() as server:
        for method in ("getMe", "getWebhookInfo", "sendMessage"):
            server.fault(method, Trouble.RESET)
        made = Life(server, tmp_path_factory.mktemp("state"))
        await made.start()
        yield made
        await made.stop()
        assert "DEBUG" in made.log
        assert "Cannot reach Telegram" in made.log
        assert not [private for private in (TOKEN, TOKEN.split(":")[1], *ASKED) if private in made.log]


@pytest.fixture(scope="module")
def served(life: Life) -> PlaygroundServer:
    return life.server


def shown(server: PlaygroundServer) -> list[Sent]:
    """The messages and edits so far."""
    return [sent for sent in server.sent if sent.method in ("sendMessage", "editMessageText")]


async def sent_after(server: PlaygroundServer, before: int) -> Sent:
    """The next message or edit after so many, which nobody waits for longer than a busy machine needs."""
    await server.wait_for(lambda: len(shown(server)) > before)
    return shown(server)[before]


async def answer_to(server: PlaygroundServer, query: Query) -> dict[str, Any]:
    await server.wait_for(lambda: query.answer is not None)
    assert query.answer is not None
    return query.answer


def joined(sent: Sent) -> str:
    """Its text without spaces and the separators of thousands, which are a matter of taste."""
    return sent.text.replace(" ", "").replace(",", "")


def buttons(message: dict[str, Any]) -> dict[str, str]:
    rows = message["reply_markup"]["inline_keyboard"]
    return {button["text"]: button["callback_data"] for row in rows for button in row if "callback_data" in button}


@pytest.mark.asyncio(loop_scope="module")
async def test_a_conversation_in_private(served: PlaygroundServer) -> None:
    asker, before = served.user(), len(shown(served))
    question = served.private_message(asker, QUESTION)
    answer = await sent_after(served, before)
    assert "200万tokens" in joined(answer)
    assert "三易生活" in answer.text
    assert "2024-05-16" in answer.text
    assert answer.result["reply_to_message"]["message_id"] == question["message_id"]
    served.private_message(asker, FOLLOW_UP, reply_to=answer.result)
    assert "125万tokens" in joined(await sent_after(served, before + 1))
    served.private_message(asker, "换成10块")
    assert "1250万tokens" in joined(await sent_after(served, before + 2))
    code = next(iter(buttons(answer.result).values()))
    query = served.press(asker, answer.result, code)
    await answer_to(served, query)
    changed = await sent_after(served, before + 3)
    assert changed.method == "editMessageText"
    assert changed.result["message_id"] == answer.result["message_id"]
    assert changed.text != answer.text


@pytest.mark.asyncio(loop_scope="module")
async def test_a_group_and_inline_mode(served: PlaygroundServer) -> None:
    group, asker, before = served.group(), served.user(language_code="en"), len(shown(served))
    served.group_message(group, asker, "今天吃豆包还是包子")
    served.group_message(group, asker, "GLM is so good lately")
    served.group_message(group, asker, f"@price_bot {COMPARED}")
    mentioned = await sent_after(served, before)
    assert mentioned.text.startswith("GLM-3 Turbo")
    served.group_message(group, asker, "how many GLM tokens can I buy for 1 yuan")
    assert "2milliontokens" in joined(await sent_after(served, before + 1))
    given = await answer_to(served, served.inline_query(asker, "100块 豆"))
    assert any("1.25亿" in card["title"].replace(" ", "") for card in given["results"])
    assert await answer_to(served, served.inline_query(asker, ""))
    guest = await answer_to(served, served.guest_message(asker, "@price_bot MiniCPM要钱吗"))
    assert "免费" in guest["result"]["input_message_content"]["message_text"]
    assert len(shown(served)) == before + 2, "small talk is none of its business"


COMMANDS: Final = (
    "/cheapest",
    "/models",
    "/sources",
    "/changes",
    "/compare GLM Doubao",
    "/price GLM",
    "/help",
    "/start",
)
SHOWN: Final = {
    "zh-hans": ["免费", "豆包", "三易生活", "GLM-3 Turbo", "便宜", "0.5"],
    "zh-hant": ["免費", "豆包", "三易生活", "GLM-3 Turbo", "便宜", "0.5"],
    "en": ["free", "Doubao", "Sanyi", "GLM-3 Turbo", "cheaper", "0.5"],
}
"""What the replies to the commands hold, by the language of who sends them; the last two have buttons."""


@pytest.mark.asyncio(loop_scope="module")
async def test_commands(served: PlaygroundServer) -> None:
    """One program answers people of three languages, each in theirs."""
    before = len(shown(served))
    texts: dict[str, list[Sent]] = {}
    for tag in SHOWN:
        asker = served.user(language_code=tag)
        texts[tag] = []
        for command in COMMANDS:
            served.private_message(asker, command)
            texts[tag].append(await sent_after(served, before + sum(map(len, texts.values()))))
    for tag, words_of in SHOWN.items():
        *told, guide, start = texts[tag]
        for words, sent in zip(words_of, told, strict=True):
            assert words in sent.text, sent.text
        for sent in (guide, start):
            assert len(buttons(sent.result)) >= 4
            assert all(data.startswith("+") for data in buttons(sent.result).values())


@pytest.mark.asyncio(loop_scope="module")
async def test_settings_and_follow_ups_outlive_a_restart(life: Life) -> None:
    server = life.server
    group, admin = server.group(), server.user()
    group.administrators.add(admin.id)
    server.sent.clear()
    server.group_message(group, admin, "/settings")
    menu = (await sent_after(server, 0)).result
    await answer_to(server, server.press(admin, menu, "=mode:quiet"))
    server.group_message(group, admin, f"@price_bot {QUESTION}")
    await server.wait_for(lambda: len(server.sent) >= 4)
    answer = next(sent for sent in server.sent if "200万" in joined(sent))
    await life.stop()
    assert (life.state / "pricebot" / "chats.sqlite").is_file()
    server.sent.clear()
    await life.start()
    server.group_message(group, admin, QUESTION)
    server.group_message(group, admin, FOLLOW_UP, reply_to=answer.result)
    assert "125万tokens" in joined(await sent_after(server, 0))
    await server.settled()
    assert len(server.sent) == 1, "quiet, it does not answer unasked"


async def test_a_wrong_token_is_one_sentence_and_status_2(server: PlaygroundServer, tmp_path: Path) -> None:
    token = "123456789:" + "x" * 35
    async with program(server, tmp_path, token) as running:
        await running.process.wait()
    assert running.process.returncode == 2
    assert len(running.log.splitlines()) == 1
    assert "does not accept the token" in running.log
    assert token not in running.log
