"""Runs the bot on telegram-test-api, an emulator of Telegram by somebody else: ``make emulator``.

It is installed from npm into a temporary folder. The bot is asked one question there, and a button of its answer is
pressed. Exit status 0 where both went well or npm is missing, which is said; 1 else.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
import sys
import tempfile
from pathlib import Path
from typing import Final

from tools.loopback import free_port

EMULATOR: Final = "telegram-test-api@4.2.1"
TOKEN: Final = "123456789:AAEmulator-token-of-no-use-at-all-00"
QUESTION: Final = "1元能买多少GLM tokens"
ANSWER: Final = "2,000,000"

_ROOT: Final = Path(__file__).parents[1]
_DRIVER: Final = Path(__file__).with_suffix(".js")


async def main() -> int:
    if shutil.which("npm") is None or shutil.which("node") is None:
        _say("Skipped: npm and node are needed for the emulator; on Debian they are in the package npm.")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        install = ("npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, EMULATOR)
        if await (await asyncio.create_subprocess_exec(*install)).wait():
            _say("The emulator could not be installed from npm.")
            return 1
        driver = shutil.copy(_DRIVER, folder)
        return await _ask(driver, free_port(), folder)


async def _ask(driver: str, port: int, folder: str) -> int:
    emulator = await asyncio.create_subprocess_exec(
        *("node", driver, str(port), TOKEN, QUESTION), stdout=asyncio.subprocess.PIPE
    )
    assert emulator.stdout is not None
    await emulator.stdout.readline()
    variables = {
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_BASE_URL": f"http://127.0.0.1:{port}",
        "PRICEBOT_LOG_LEVEL": "WARNING",
        "XDG_STATE_HOME": folder,
    }
    bot = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"), cwd=_ROOT, env=os.environ | variables
    )
    try:
        async with asyncio.timeout(120):
            said = await emulator.stdout.readline()
    except TimeoutError:
        said = b""
    finally:
        for process in (bot, emulator):
            if process.returncode is None:
                process.send_signal(signal.SIGTERM)
            await process.wait()
    return _judge(said)


def _judge(said: bytes) -> int:
    if not said:
        _say("The bot did not answer on the emulator.")
        return 1
    seen = json.loads(said)
    _say(f"{QUESTION}\n\n{seen['answer']}\n\nAfter the button {seen['pressed']}:\n\n{seen['changed']}")
    return 0 if ANSWER in seen["answer"] and seen["changed"] != seen["answer"] else 1


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
