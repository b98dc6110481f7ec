"""This project's transport as python-telegram-bot takes one, for the echo bot that it is compared with."""

from __future__ import annotations

import json
from typing import Any

from telegram.request import BaseRequest, RequestData

from bot.telegram.network.transport import Patience, Transport


class LibraryRequest(BaseRequest):
    """Calls without files, which is all that an echo bot makes."""

    def __init__(self, *, connections: int) -> None:
        self._transport = Transport(connections=connections, patience=Patience(answer=60.0))

    @property
    def read_timeout(self) -> float | None:
        return 60.0

    async def initialize(self) -> None:
        await self._transport.open()

    async def shutdown(self) -> None:
        await self._transport.close()

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_patience: Any, **_named_patience: Any
    ) -> tuple[int, bytes]:
        """As the library calls it; of its timeouts none counts, for the transport has one patience for all calls."""
        if method != "POST":
            raise ValueError(f"{method}: an echo bot fetches no files")
        return await self._transport.post(url, json.dumps(request_data.parameters if request_data else {}).encode())
