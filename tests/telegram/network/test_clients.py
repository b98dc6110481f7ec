"""Of the HTTP clients that are installed the bot uses one."""

from __future__ import annotations

import httpx
import httpx2
import pytest

from tests.telegram.conftest import Rig


async def test_the_clients_that_others_bring_are_not_used(parked: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    def used(*_arguments: object, **_options: object) -> None:
        raise AssertionError("another HTTP client than aiohttp was made")

    for module in (httpx, httpx2):
        for name in ("Client", "AsyncClient"):
            monkeypatch.setattr(getattr(module, name), "__init__", used)
    async with parked.running():
        parked.server.private_message(parked.server.user(), "多少")
        parked.server.inline_query(parked.server.user(), "多少")
        await parked.server.wait_for_sent(2)
