"""What pip was told on this machine, uv is told as well, or pip installs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.install import pip_settings, uv_environ

MIRROR = {
    "index-url": "https://mirror.example/simple",
    "extra-index-url": "https://a.example/simple file:///srv/b",
    "find-links": "/srv/wheels /srv/more",
    "cert": "/etc/ssl/own.pem",
    "disable-pip-version-check": "1",
}


def test_indexes_and_mirrors_are_told() -> None:
    assert uv_environ(MIRROR) == {
        "UV_INDEX_STRATEGY": "unsafe-best-match",
        "UV_DEFAULT_INDEX": "https://mirror.example/simple",
        "UV_INDEX": "https://a.example/simple file:///srv/b",
        "UV_FIND_LINKS": "/srv/wheels,/srv/more",
        "SSL_CERT_FILE": "/etc/ssl/own.pem",
    }


@pytest.mark.parametrize("key", ["proxy", "client-cert", "target", "no-binary"])
def test_what_uv_cannot_be_told_leaves_it_to_pip(key: str) -> None:
    assert uv_environ({**MIRROR, key: "something"}) is None


def test_variables_are_stronger_than_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("PIP_INDEX_URL", "PIP_FIND_LINKS", "PIP_EXTRA_INDEX_URL"):
        monkeypatch.delenv(name, raising=False)
    file = tmp_path / "pip.conf"
    file.write_text(
        "[global]\nindex-url = https://everywhere.example/simple\nfind-links =\n    /srv/wheels\n    /srv/more\n"
        "[install]\nindex-url = https://install.example/simple\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("PIP_CONFIG_FILE", str(file))
    settings = pip_settings()
    assert (settings["index-url"], settings["find-links"]) == (
        "https://install.example/simple",
        "/srv/wheels /srv/more",
    )
    monkeypatch.setenv("PIP_INDEX_URL", "https://variable.example/simple")
    assert pip_settings()["index-url"] == "https://variable.example/simple"
