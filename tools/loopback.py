"""Ports on loopback, for servers that are started for a test or a measurement."""

from __future__ import annotations

import socket
import subprocess
import time

_LOOKED_AFTER = 0.05


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def listens(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 0.5).close()
    except OSError:
        return False
    return True


def wait_for(process: subprocess.Popen[bytes], port: int, seconds: float) -> None:
    """Wait until a process listens on a port.

    Raises:
        TimeoutError: it ended, or did not listen in time.
    """
    until = time.monotonic() + seconds
    while not listens(port):
        if time.monotonic() > until or process.poll() is not None:
            raise TimeoutError(f"{process.args!r} does not listen on port {port}")
        time.sleep(_LOOKED_AFTER)
