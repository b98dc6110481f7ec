"""The whole program in webhook mode, its secrets in files, as a process of its own."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from pathlib import Path

from bot.playground.server import TOKEN
from tests.corpus_cases import MARKET
from tests.telegram.conftest import Rig
from tests.telegram.health.conftest import Asker, numbers
from tests.telegram.receiving.conftest import PATH, SECRET, Deliverer, free_port

ROOT = Path(__file__).parents[3]


async def test_it_answers_what_is_delivered_and_stops_when_told_to(
    listening: Rig, deliverer: Deliverer, tmp_path: Path
) -> None:
    server = listening.server
    asker = Asker(deliverer.session, free_port())
    for name, secret in (("token", TOKEN), ("secret", SECRET)):
        (tmp_path / name).write_text(f"{secret}\n", encoding="utf-8")
    usual = {name: value for name, value in os.environ.items() if not name.startswith(("TELEGRAM_", "PRICEBOT_"))}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"),
        env=usual
        | {
            "TELEGRAM_BOT_TOKEN_FILE": str(tmp_path / "token"),
            "TELEGRAM_API_BASE_URL": server.base_url,
            "XDG_STATE_HOME": str(tmp_path),
            "PRICEBOT_KNOWLEDGE": str(MARKET),
            "PRICEBOT_LOG_LEVEL": "DEBUG",
            "PRICEBOT_WEBHOOK_URL": f"https://bot.example.org{PATH}",
            "PRICEBOT_WEBHOOK_SECRET_FILE": str(tmp_path / "secret"),
            "PRICEBOT_WEBHOOK_PORT": str(deliverer.port),
            "PRICEBOT_HEALTH_PORT": str(asker.port),
        },
        cwd=ROOT,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        await server.wait_for(lambda: bool(server.methods.updates.webhook), 60)
        question = "1元能买多少GLM tokens"
        server.private_message(server.user(), question)
        assert await deliverer.all(times=2, tries=1) == [200, 200]
        said = await asker.until(200, "/readyz")
        assert said["database"] in ("new", "open")
        text = await asker.metrics()
        assert numbers(text)["pricebot_webhook_requests_total", frozenset({"200"})] == 2
        assert numbers(text)["pricebot_answers_total", frozenset({"addressed", "answered", "budget", "zh-Hans"})] == 1
    finally:
        process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(60):
            _, log = await process.communicate()
    assert process.returncode == 0
    assert ["200万 tokens" in sent.text for sent in server.sent] == [True]
    shown = log.decode()
    assert "Stopped." in [line["message"] for line in map(json.loads, shown.splitlines())]
    for private in (TOKEN, SECRET, question):
        assert private not in shown + text
