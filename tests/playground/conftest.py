"""The playground with the real bot in it, and a browser to look at it."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page

from bot.engine import Engine
from bot.playground.server import TOKEN, PlaygroundServer
from bot.playground.session import playground
from bot.settings import Secret, Settings
from bot.telegram.app import run_bot
from tests.frozen import frozen_engine
from tests.playground.chromium import NAMES, Screen, a_page, browser, chromium


@pytest.fixture(scope="session")
def engine() -> Engine:
    return frozen_engine()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def a_browser() -> AsyncIterator[Browser]:
    if chromium() is None:
        missing = f"needs a Chromium: none of {', '.join(NAMES)} is installed"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    async with browser() as launched:
        yield launched


@pytest_asyncio.fixture(loop_scope="module")
async def empty() -> AsyncIterator[PlaygroundServer]:
    """A playground without a bot: a test speaks for it."""
    async with playground() as server:
        yield server


@pytest_asyncio.fixture(loop_scope="module")
async def lively(empty: PlaygroundServer, engine: Engine) -> AsyncIterator[PlaygroundServer]:
    """A playground where the bot has greeted the group."""
    stop = asyncio.Event()
    settings = Settings(token=Secret(TOKEN), api_base_url=empty.base_url)
    task = asyncio.create_task(run_bot(settings, engine, stop=stop))
    try:
        await empty.wait_for_sent(seconds=60)
        yield empty
    finally:
        stop.set()
        async with asyncio.timeout(30):
            assert await task == 0


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def page(a_browser: Browser) -> AsyncIterator[Page]:
    """The page on which one test after the other opens its own playground."""
    async with a_page(a_browser) as made:
        yield made


@pytest_asyncio.fixture(loop_scope="module")
async def at(page: Page, lively: PlaygroundServer) -> AsyncIterator[Screen]:
    """Ada, who reads English, looks at her chat with the bot."""
    async with Screen(page, lively.base_url).opened() as shown:
        await shown.be("Ada")
        yield shown
