"""A real Chromium, headless, and somebody who looks at the playground with it."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from playwright.async_api import Browser, ConsoleMessage, Locator, Page, Request, async_playwright, expect

NAMES: Final = ("chromium", "chromium-browser", "google-chrome")
SECONDS: Final = 30.0
FEW_PROCESSES: Final = (
    "--disable-gpu",
    "--disable-features=IsolateOrigins,site-per-process",
    "--renderer-process-limit=1",
)
"""All pages are of this machine, and none needs to be kept from another."""


def chromium() -> str | None:
    """The program, where this machine has it."""
    return next((found for found in map(shutil.which, NAMES) if found), None)


@asynccontextmanager
async def browser() -> AsyncIterator[Browser]:
    """A browser without a window."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    expect.set_options(timeout=1000 * SECONDS)
    async with async_playwright() as playwright:
        arguments = ["--no-sandbox"] if root else []  # Chromium has no sandbox for root, as in containers
        launched = await playwright.chromium.launch(executable_path=chromium(), args=[*arguments, *FEW_PROCESSES])
        try:
            yield launched
        finally:
            await launched.close()


@dataclass
class Screen:
    """The playground as somebody sees it. ``problems`` are what must never happen on it."""

    page: Page
    address: str
    problems: list[str] = field(default_factory=list)

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[Screen]:
        """With the page open, on which nothing goes wrong; what it keeps is gone afterwards."""
        self.page.on("console", self._console)
        self.page.on("pageerror", self._failed)
        self.page.on("request", self._requested)
        try:
            await self.page.goto(self.address)
            await expect(self.page.locator("#app")).to_be_visible()
            yield self
            assert self.problems == []
        finally:
            self.page.remove_listener("console", self._console)
            self.page.remove_listener("pageerror", self._failed)
            self.page.remove_listener("request", self._requested)
            await self.page.evaluate("() => [localStorage, sessionStorage].forEach(each => each.clear())")
            await self.page.goto("about:blank")

    def _console(self, said: ConsoleMessage) -> None:
        if said.type in ("error", "warning"):
            self.problems.append(f"console: {said.text}")

    def _failed(self, error: object) -> None:
        self.problems.append(f"error: {error}")

    def _requested(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:")):
            self.problems.append(f"request: {request.url}")

    @property
    def field(self) -> Locator:
        return self.page.get_by_role("combobox")

    @property
    def messages(self) -> Locator:
        return self.page.get_by_role("article")

    @property
    def own(self) -> Locator:
        return self.page.locator("article.own")

    @property
    def others(self) -> Locator:
        return self.page.locator("article:not(.own)")

    @property
    def cards(self) -> Locator:
        return self.page.get_by_role("option")

    async def be(self, name: str) -> None:
        """Write as somebody."""
        await self.page.get_by_role("radio", name=name).check()

    async def go(self, chat: str) -> None:
        """Open a chat."""
        title = self.page.locator(".row-title", has_text=chat)
        await self.page.get_by_role("navigation").get_by_role("link").filter(has=title).click()
        await expect(self.page.locator("#room-title")).to_contain_text(chat)

    async def say(self, text: str) -> None:
        await self.field.fill(text)
        await self.field.press("Enter")
        await expect(self.own.last).to_contain_text(text)

    async def choose_in_menu(self, message: Locator, entry: str) -> None:
        """Right-click a message, and take an entry of its menu."""
        await message.locator(".bubble").click(button="right")
        await self.page.get_by_role("menuitem", name=entry).click()

    async def fits(self) -> bool:
        """Whether nothing is wider than the window."""
        script = "() => [document.scrollingElement, document.querySelector('#scroller')].every(e => e.scrollWidth <= innerWidth)"
        return bool(await self.page.evaluate(script))


@asynccontextmanager
async def screen(
    browser: Browser,
    address: str,
    **more: Any,
) -> AsyncIterator[Screen]:
    """The playground on a screen of that size; asserts that nothing went wrong on it."""
    async with a_page(browser, **more) as page, Screen(page, address).opened() as shown:
        yield shown


@asynccontextmanager
async def a_page(
    browser: Browser,
    *,
    width: int = 1100,
    height: int = 760,
    theme: Literal["light", "dark"] = "light",
    **more: Any,
) -> AsyncIterator[Page]:
    """An empty page of that size."""
    context = await browser.new_context(viewport={"width": width, "height": height}, color_scheme=theme, **more)
    try:
        yield await context.new_page()
    finally:
        await context.close()


def words(text: str) -> re.Pattern[str]:
    """These words, wherever they are and whatever their case."""
    return re.compile(re.escape(text), re.IGNORECASE)
