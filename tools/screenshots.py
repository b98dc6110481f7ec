"""Takes the README's screenshots of the playground: ``make screenshots``.

The real bot answers what is typed here. Needs a Chromium, and fonts that look like a phone's: on Debian the packages
chromium, fonts-roboto-unhinted, fonts-noto-cjk and fonts-noto-color-emoji.
"""

from __future__ import annotations

import asyncio
import io
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, Final

from PIL import Image
from playwright.async_api import Browser, expect

from bot.engine import Engine
from bot.knowledge.load import load_knowledge
from bot.playground.session import playground
from bot.settings import Secret, Settings
from bot.telegram.app import run_bot
from tests.playground.chromium import Screen, browser, screen

FOLDER: Final = Path(__file__).parent.parent / "docs" / "screenshots"
COLOURS: Final = 256
WHITE: Final = (255, 255, 255)
DARK: Final = (23, 33, 43)
"""The largest areas of the two themes, which are to be exactly of their colour."""
GROUP: Final = "AI 省钱小组"
WITHOUT_BOT: Final = "周末骑行"

WINDOW: Final[dict[str, Any]] = {"width": 1080, "height": 880, "device_scale_factor": 1.5}
PHONE: Final[dict[str, Any]] = {
    "width": 390,
    "height": 780,
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}


async def private(shown: Screen) -> None:
    """A question, and what it costs the other way round."""
    await shown.go("Price bot")
    await _asked(shown, "1元能买多少GLM tokens")
    await _asked(shown, "那豆包呢")
    await shown.field.blur()


async def group(shown: Screen) -> None:
    """People talk; the bot answers who calls it, and leaves the rest alone."""
    await shown.go(GROUP)
    await shown.page.get_by_role("tab", name="模型价格").click()
    await shown.be("Ada")
    await shown.say("We want to summarise all our meeting notes with an LLM 🤖")
    await shown.be("佩珊")
    await shown.say("中午吃豆包嗎 😋")
    await shown.be("Tom")
    await _asked(shown, "@price_bot which is cheaper, Doubao or GLM")
    await shown.be("小林")
    await shown.say("那就用 GLM，谢谢！")
    await shown.field.blur()


async def inline(shown: Screen) -> None:
    """Cards while somebody types, in a group where the bot is not."""
    await shown.go(WITHOUT_BOT)
    await shown.be("Ada")
    await shown.say("Who writes the report of our last ride? Or do we let a model do it?")
    await shown.field.fill("@price_bot how many GLM tokens can I buy for 1 yuan")
    await shown.cards.first.click()
    await expect(shown.own.last).to_contain_text("via @price_bot")
    await shown.be("Tom")
    await shown.say("Two million tokens for one yuan?!")
    await shown.say("That is many reports 🚴")
    await shown.be("Ada")
    await shown.say("And what about Doubao?")
    await shown.be("小林")
    await shown.say("我查一下")
    await shown.field.fill("@price_bot 100块 豆包")
    await expect(shown.cards.nth(2)).to_be_visible()
    await shown.field.press("ArrowDown")


async def phone(shown: Screen) -> None:
    """A chat on a phone."""
    await shown.be("小林")
    await shown.go("Price bot")
    await _asked(shown, "10块钱用豆包能写多少字")
    await shown.field.blur()


async def table(shown: Screen) -> None:
    """A comparison as a table, in Traditional characters, with one more model, on a narrow phone in the dark."""
    await shown.be("佩珊")
    await shown.go("Price bot")
    await _asked(shown, "kimi k3和glm5.3哪個便宜")
    await shown.page.locator(".keyboard").last.get_by_role("button").first.click()
    await shown.page.get_by_role("button", name="‹ 返回").wait_for()
    await shown.field.blur()


async def chart(shown: Screen) -> None:
    """A comparison with one more model in its place, and its picture."""
    await shown.be("小林")
    await shown.go("Price bot")
    await _asked(shown, "GPT-5和Claude Opus 5哪个便宜")
    await shown.page.locator(".keyboard").last.get_by_role("button").first.click()
    await shown.page.get_by_role("button", name="‹ 返回").wait_for()
    await shown.page.get_by_role("button", name="图表").click()
    await shown.page.locator(".photo img").wait_for()
    await shown.field.blur()


async def _asked(shown: Screen, question: str) -> None:
    """Ask, and wait for the answer."""
    before = await shown.page.locator(".keyboard").count()
    await shown.say(question)
    await expect(shown.page.locator(".keyboard")).to_have_count(before + 1)


PICTURES: Final[dict[str, tuple[Callable[[Screen], Awaitable[None]], dict[str, Any]]]] = {
    "private": (private, WINDOW | {"theme": "light"}),
    "group": (group, WINDOW | {"theme": "dark"}),
    "inline": (inline, WINDOW | {"theme": "light"}),
    "phone": (phone, PHONE | {"theme": "light"}),
    "table": (table, PHONE | {"width": 360, "theme": "dark"}),
    "chart": (chart, PHONE | {"height": 1180, "theme": "light"}),
}


async def take(launched: Browser, engine: Engine, name: str) -> Path:
    """Take one picture, in a playground of its own; its file."""
    play, size = PICTURES[name]
    stop = asyncio.Event()
    async with playground() as server:
        token = Secret(server.token)
        bot = asyncio.create_task(run_bot(Settings(token=token, api_base_url=server.base_url), engine, stop=stop))
        try:
            await server.wait_for_sent(seconds=60)
            async with screen(launched, server.base_url, **size) as shown:
                await play(shown)
                await shown.page.mouse.move(0, 0)
                await shown.page.wait_for_timeout(600)  # until what moves has come to rest
                picture = await shown.page.screenshot(animations="disabled", caret="hide")
        finally:
            stop.set()
            await bot
    return _saved(picture, FOLDER / f"{name}.png")


def _saved(picture: bytes, file: Path) -> Path:
    """Save a picture with a palette, which makes it less than half as large."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with Image.open(io.BytesIO(picture)) as image:
        full = image.convert("RGB")
        palette = full.quantize(COLOURS - 2, kmeans=2)
        palette.putpalette([*(palette.getpalette() or ())[: 3 * (COLOURS - 2)], *WHITE, *DARK])
        full.quantize(palette=palette, dither=Image.Dither.FLOYDSTEINBERG).save(file, optimize=True)
    return file


async def main() -> None:
    engine = Engine(load_knowledge())
    async with browser() as launched:
        for name in PICTURES:
            file = await take(launched, engine, name)
            sys.stdout.write(f"{file}: {file.stat().st_size / 1024:.0f} KiB\n")


if __name__ == "__main__":
    asyncio.run(main())
