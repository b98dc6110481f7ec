"""A proxy on loopback that hands requests to whichever process is there: HAProxy, where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from tools.loopback import free_port, wait_for

_START_SECONDS: Final = 60.0

_CONFIGURATION: Final = """
defaults
    mode http
    timeout connect 1s
    timeout client 70s
    timeout server 70s
    retries 3
    option redispatch 1
    retry-on conn-failure

frontend telegram
    bind 127.0.0.1:{port}
    default_backend bots

backend bots
    balance roundrobin
    default-server check inter 200ms fall 2 rise 1
"""


def program() -> str | None:
    """The server's program, which Debian keeps off the path of most users; ``None`` where it is not installed."""
    return shutil.which("haproxy") or shutil.which("haproxy", path="/usr/sbin:/usr/local/sbin")


class Proxy:
    """A proxy before these ports, as a context manager."""

    def __init__(self, backends: Iterable[int]) -> None:
        found = program()
        if found is None:
            raise FileNotFoundError("HAProxy is not installed: on Debian it is the package haproxy")
        self._program = found
        self._backends = tuple(backends)
        self.port = free_port()

    def __enter__(self) -> Self:
        self._folder = tempfile.TemporaryDirectory(prefix="pricebot-haproxy-")
        file = Path(self._folder.name) / "haproxy.cfg"
        servers = "".join(f"    server bot{port} 127.0.0.1:{port}\n" for port in self._backends)
        file.write_text(_CONFIGURATION.format(port=self.port) + servers, encoding="utf-8")
        self._process = subprocess.Popen(
            [self._program, "-db", "-q", "-f", str(file)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        wait_for(self._process, self.port, _START_SECONDS)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()
        self._folder.cleanup()
