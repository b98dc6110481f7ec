"""Installs what lock files name into the environment that runs this: ``python tools/install.py run.lock build.lock``.

With uv, which takes a tenth of pip's time, where this environment has it and pip's own settings (indexes, mirrors,
certificates) are all such as uv can be told of; else, or where uv fails, with pip. ``--editable`` installs this project.
It needs nothing but the standard library, since it runs before anything is there.
"""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent
UV: Final = Path(sys.executable).with_name("uv")

_OF_UV: Final = {
    "index-url": "UV_DEFAULT_INDEX",
    "extra-index-url": "UV_INDEX",
    "find-links": "UV_FIND_LINKS",
    "no-index": "UV_NO_INDEX",
    "trusted-host": "UV_INSECURE_HOST",
    "cert": "SSL_CERT_FILE",
    "default-timeout": "UV_HTTP_TIMEOUT",
    "timeout": "UV_HTTP_TIMEOUT",
}
"""The variables that tell uv what a setting of pip's tells pip."""
_NOTHING_TO_UV: Final = ("config-file", "constraint", "disable-pip-version-check", "no-color", "progress-bar", "quiet")
"""Settings that change nothing where versions and hashes are locked."""
_BY_COMMA: Final = ("UV_FIND_LINKS",)


def main(arguments: Sequence[str]) -> int:
    """Install the lock files that are named, or this project; the exit status is the installer's."""
    options = ["--no-deps"]
    if "--editable" in arguments:
        options += ["--no-build-isolation", "--editable", str(ROOT)]
    else:
        options += ["--require-hashes", *(part for name in arguments for part in ("-r", name))]
    environ = uv_environ(pip_settings()) if UV.exists() else None
    if environ is not None:
        command = [str(UV), "pip", "install", "--quiet", "--no-config", "--python", sys.executable, *options]
        if subprocess.run(command, env={**os.environ, **environ}, check=False).returncode == 0:
            return 0
        print("uv could not install that; trying with pip", file=sys.stderr)
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-compile"]
    return subprocess.run([*pip, *options], check=False).returncode


def pip_settings() -> dict[str, str]:
    """What files and variables tell pip, the strongest of those that tell of the same thing."""
    listed = subprocess.run(
        [sys.executable, "-m", "pip", "--disable-pip-version-check", "config", "list"],
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout
    settings: dict[str, dict[str, str]] = {}
    for line in listed.splitlines():
        name, _, value = line.partition("=")
        scope, _, key = name.rpartition(".")
        settings.setdefault(scope, {})[key] = " ".join(str(ast.literal_eval(value)).split())
    return settings.get("global", {}) | settings.get("install", {}) | settings.get(":env:", {})


def uv_environ(settings: Mapping[str, str]) -> dict[str, str] | None:
    """The variables that tell uv the same; ``None`` where it cannot be told all."""
    told = {"UV_INDEX_STRATEGY": "unsafe-best-match"}  # as pip does: the hashes are what makes that safe
    for key, value in settings.items():
        if key in _NOTHING_TO_UV:
            continue
        if key not in _OF_UV:
            return None
        variable = _OF_UV[key]
        told[variable] = ",".join(value.split()) if variable in _BY_COMMA else value
    return told


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
