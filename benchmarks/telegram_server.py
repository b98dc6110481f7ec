"""A bare Bot API server: hands out updates as fast as they are taken, and counts the answers.

Run by `benchmarks/telegram.py`, which writes a line of JSON for each load to standard input and reads a line with the
measured time from standard output. It checks nothing, so that it costs as little as can be. A load is done when all that
was asked is answered and all that was said is confirmed: by the offset of a poll, or by the answers to webhook requests.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
import time
from collections import Counter
from typing import Any, Final

from benchmarks.telegram_delivery import deliver

MOST_UPDATES: Final = 100
_LENGTH: Final = re.compile(rb"\r\ncontent-length: *([0-9]+)", re.IGNORECASE)
_OFFSET: Final = re.compile(rb'offset"?[=:] ?([0-9]+)')
_NO_WAIT: Final = re.compile(rb'timeout"?[=:] ?0(?![0-9])')
_IN_GROUP: Final = re.compile(rb'"?chat_id"?[=:] ?-')
_MESSAGES: Final = (b"sendMessage", b"sendRichMessage")
_ANSWERS: Final = (*_MESSAGES, b"answerInlineQuery")

_BOT: Final = {
    "id": 123456789,
    "is_bot": True,
    "first_name": "Bot",
    "username": "bench_bot",
    "can_join_groups": True,
    "can_read_all_group_messages": True,
    "supports_inline_queries": True,
}
_SENT: Final = {
    "message_id": 1,
    "date": 1_700_000_000,
    "chat": {"id": 1, "type": "private", "first_name": "Ada"},
    "from": _BOT,
    "text": "ok",
}


def _response(result: Any) -> bytes:
    body = json.dumps({"ok": True, "result": result}).encode()
    return _with_head(body)


def _with_head(body: bytes) -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body)


_RESPONSES: Final = {
    b"getMe": _response(_BOT),
    **dict.fromkeys(_MESSAGES, _response(_SENT)),
    b"getMyDescription": _response({"description": ""}),
    b"getMyShortDescription": _response({"short_description": ""}),
}
_TRUE: Final = _response(True)


class Load:
    """The updates of one measurement."""

    def __init__(self) -> None:
        self.updates: list[bytes] = []
        self.first_id = 1
        self.people = 1000
        """Every load comes from people of its own: nobody asks so much that the bot has to slow down."""
        self.wanted = 0
        self.answers = 0
        self.confirmed = 0
        self.began = 0.0
        self.sample = b""
        self.poll: Poll | None = None

    def begin(self, items: list[tuple[str, str]], chats: int, ports: list[int]) -> None:
        """Hand out these, each of which has a kind and a text; to webhooks on the ports, if there are any."""
        self.first_id += len(self.updates)
        self.people += chats
        seen: Counter[str] = Counter()
        self.updates = []
        for number, (kind, text) in enumerate(items, self.first_id):
            # Who types on gets cards for the last letters alone, so each query is of somebody else.
            person = seen[kind] if kind == "inline" else seen[kind] % chats
            self.updates.append(json.dumps(_update(kind, number, text, self.people + person)).encode())
            seen[kind] += 1
        self.wanted = sum(kind != "overheard" for kind, _ in items)
        self.answers, self.confirmed, self.began = 0, 0, 0.0
        if ports:
            self.began = time.perf_counter()
            self.delivering = asyncio.create_task(deliver(self.updates, ports, self.acknowledged))
            self.delivering.add_done_callback(asyncio.Task.result)  # a failure is told on standard error
        elif self.poll is not None and not self.poll.transport.is_closing():
            poll, self.poll = self.poll, None
            poll.transport.write(self.batch(poll.offset))

    def batch(self, offset: int) -> bytes:
        if not self.began:
            self.began = time.perf_counter()
        start = max(0, offset - self.first_id)
        return _with_head(b'{"ok":true,"result":[%b]}' % b",".join(self.updates[start : start + MOST_UPDATES]))

    def has(self, offset: int) -> bool:
        return max(offset, self.first_id) < self.first_id + len(self.updates)

    def polled(self, offset: int) -> None:
        if self.confirmed < len(self.updates):
            self.confirmed = max(0, min(offset - self.first_id, len(self.updates)))
            self._look()

    def acknowledged(self) -> None:
        self.confirmed += 1
        self._look()

    def answered(self, body: bytes) -> None:
        if _IN_GROUP.search(body) is None:
            self.answers += 1
            self.sample = body
            self._look()

    def _look(self) -> None:
        """Tell the time, where that was the last thing to be done."""
        if self.updates and self.answers >= self.wanted and self.confirmed == len(self.updates) and self.began:
            seconds, self.began = time.perf_counter() - self.began, 0.0
            measured = {"seconds": seconds, "at": time.time(), "sample": self.sample.decode("utf-8", "replace")}
            self.updates, self.first_id = [], self.first_id + len(self.updates)
            print(json.dumps(measured), flush=True)


class Poll:
    """A getUpdates that is held open."""

    def __init__(self, transport: asyncio.Transport, offset: int) -> None:
        self.transport = transport
        self.offset = offset


class Connection(asyncio.Protocol):
    """One connection, whose requests come one after the other."""

    def __init__(self, load: Load) -> None:
        self._load = load
        self._buffer = b""
        self._transport: asyncio.Transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        head_end = self._buffer.find(b"\r\n\r\n")
        if head_end < 0:
            return
        found = _LENGTH.search(self._buffer, 0, head_end)
        end = head_end + 4 + (int(found[1]) if found else 0)
        if len(self._buffer) < end:
            return
        method = self._buffer.split(b" ", 2)[1].rsplit(b"/", 1)[-1].partition(b"?")[0]
        body, self._buffer = self._buffer[head_end + 4 : end], self._buffer[end:]
        self._serve(method, body)

    def _serve(self, method: bytes, body: bytes) -> None:
        if method == b"getUpdates":
            found = _OFFSET.search(body)
            offset = int(found[1]) if found else 0
            self._load.polled(offset)
            if self._load.has(offset):
                self._transport.write(self._load.batch(offset))
            elif b"timeout" not in body or _NO_WAIT.search(body):
                self._transport.write(_with_head(b'{"ok":true,"result":[]}'))
            else:
                self._load.poll = Poll(self._transport, offset)
            return
        self._transport.write(_RESPONSES.get(method, _TRUE))
        if method in _ANSWERS:
            self._load.answered(body)


def _update(kind: str, number: int, text: str, person: int) -> dict[str, Any]:
    user = {"id": person, "is_bot": False, "first_name": "Ada", "language_code": "zh-hans"}
    if kind == "inline":
        return {"update_id": number, "inline_query": {"id": str(number), "from": user, "query": text, "offset": ""}}
    chat = {"id": person, "type": "private", "first_name": "Ada"}
    if kind == "overheard":
        chat = {"id": -1_000_000_000_000 - person, "type": "supergroup", "title": "Group"}
    message = {"message_id": number, "date": int(time.time()), "chat": chat, "from": user, "text": text}
    return {"update_id": number, "message": message}


async def main() -> None:
    loop = asyncio.get_running_loop()
    load = Load()
    server = await loop.create_server(lambda: Connection(load), "127.0.0.1", 0)
    print(json.dumps({"port": server.sockets[0].getsockname()[1]}), flush=True)
    commands = asyncio.StreamReader(limit=2**26)
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(commands), sys.stdin)
    while line := await commands.readline():
        load.begin(**json.loads(line))
    server.close()


if __name__ == "__main__":
    asyncio.run(main())
