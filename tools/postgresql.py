"""A PostgreSQL server on loopback, for tests and measurements: Debian's, where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from tools.loopback import free_port

USER: Final = "pricebot"
_START_SECONDS: Final = "60"


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
        self._runs = False

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
        """Start the server; it takes connections when this returns."""
        settings = {"listen_addresses": "127.0.0.1", "port": self._port, "unix_socket_directories": "", "fsync": "off"}
        options = " ".join(f"-c {name}='{value}'" for name, value in settings.items())
        self._control("start", "--wait", "--timeout", _START_SECONDS, "--log", str(self._folder / "log"), "-o", options)
        self._runs = True

    def stop(self) -> None:
        """Stop at once, as in a crash."""
        if self._runs:
            self._control("stop", "--wait", "--mode", "immediate")
            self._runs = False

    def _control(self, action: str, *arguments: str) -> None:
        self._call("pg_ctl", action, "--silent", "--pgdata", str(self._folder / "data"), *arguments)

    def _call(self, program: str, *arguments: str) -> None:
        command = [*_as_user(), str(self._programs / program), *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/")


def _as_user() -> list[str]:
    return ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"] if os.getuid() == 0 else []
