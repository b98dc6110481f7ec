"""A PostgreSQL server on loopback, for tests and measurements: Debian's, where it is installed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from tools.loopback import free_port, wait_for

USER: Final = "pricebot"
_START_SECONDS: Final = 30.0


def programs() -> Path | None:
    """The folder with the server's programs; ``None`` where it is not installed."""
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))  # Debian keeps them off the path
    on_path = shutil.which("initdb")
    if installed:
        return installed[-1].parent
    return Path(on_path).resolve().parent if on_path else None


class PostgreSQL:
    """A server with a folder of its own, as a context manager."""

    def __init__(self) -> None:
        found = programs()
        if found is None:
            raise FileNotFoundError("PostgreSQL is not installed: on Debian it is the package postgresql")
        self._programs = found
        self._folder = Path(tempfile.mkdtemp(prefix="pricebot-postgresql-"))
        self._port = free_port()
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        if os.getuid() == 0:  # it does not run as root
            shutil.chown(self._folder, "postgres")
        data = str(self._folder / "data")
        self._call("initdb", "--pgdata", data, "--auth", "trust", "--username", USER, "--no-sync", "--encoding", "UTF8")
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def url(self, database: str = "postgres") -> str:
        return f"postgresql://{USER}@127.0.0.1:{self._port}/{database}"

    def new_database(self, name: str) -> str:
        """Make an empty database; its address."""
        self._call("createdb", "--host", "127.0.0.1", "--port", str(self._port), "--username", USER, name)
        return self.url(name)

    def start(self) -> None:
        settings = {"listen_addresses": "127.0.0.1", "port": self._port, "unix_socket_directories": "", "fsync": "off"}
        options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        command = [*_as_user(), str(self._programs / "postgres"), "-D", str(self._folder / "data"), *options]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for(self._process, self._port, _START_SECONDS)

    def stop(self) -> None:
        """Stop at once, as in a crash."""
        if self._process is not None:
            self._process.send_signal(signal.SIGQUIT)
            self._process.wait()
            self._process = None

    def _call(self, program: str, *arguments: str) -> None:
        command = [*_as_user(), str(self._programs / program), *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/")


def _as_user() -> list[str]:
    return ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"] if os.getuid() == 0 else []
