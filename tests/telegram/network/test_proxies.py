"""The proxy to the Bot API, by the environment."""

from __future__ import annotations

import pytest

from bot.telegram.network.proxies import proxy_to

TELEGRAM = "https://api.telegram.org"
PROXY = "http://ada:secret@proxy.example:3128"


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    monkeypatch.setenv("https_proxy", PROXY)


def test_the_proxy_for_https_leads_to_telegram() -> None:
    assert proxy_to(TELEGRAM) == PROXY


def test_a_server_of_ones_own_has_the_proxy_of_its_scheme(monkeypatch: pytest.MonkeyPatch) -> None:
    assert proxy_to("http://bots.example:8081") is None
    monkeypatch.setenv("http_proxy", "other.example:8080")
    assert proxy_to("http://bots.example:8081") == "http://other.example:8080"


@pytest.mark.parametrize("near", ["https://localhost:8081", "https://127.0.0.1", "https://[::1]:8081"])
def test_no_proxy_leads_to_this_machine(near: str) -> None:
    assert proxy_to(near) is None


def test_no_proxy_leads_where_the_environment_forbids_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "telegram.org")
    assert proxy_to(TELEGRAM) is None


def test_a_proxy_of_another_kind_is_left_out_with_a_word(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("https_proxy", "socks5://ada:secret@proxy.example:1080")
    assert proxy_to(TELEGRAM) is None
    assert len(caplog.records) == 1
    assert "secret" not in caplog.text
