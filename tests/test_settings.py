"""Settings from the environment."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import (
    TELEGRAM_API,
    Health,
    Refresh,
    Secret,
    Settings,
    SettingsError,
    Webhook,
    default_database,
    from_environment,
)
from bot.settings.secret import MOST_BYTES
from bot.settings.variables import SECRETS, VARIABLES
from bot.text import Language

TOKEN = "123456789:" + "Aa-_0" * 7


def test_nothing_set_is_usable() -> None:
    assert from_environment({}) == Settings()
    assert from_environment({"TELEGRAM_BOT_TOKEN": " "}).token is None


def test_everything_set(tmp_path: Path) -> None:
    settings = from_environment(
        {
            "TELEGRAM_BOT_TOKEN": f" {TOKEN}\n",
            "TELEGRAM_API_BASE_URL": "http://localhost:8081/",
            "PRICEBOT_KNOWLEDGE": str(tmp_path),
            "PRICEBOT_LANG": "ZH_hant",
            "PRICEBOT_LOG_LEVEL": "debug",
            "PRICEBOT_MESSAGES_PER_SECOND": "1000",
            "PRICEBOT_DRAIN_SECONDS": "25",
            "PRICEBOT_DATABASE": "chats.sqlite",
            "PRICEBOT_HEALTH_ADDRESS": "0.0.0.0",
            "PRICEBOT_HEALTH_PORT": "8090",
            "PRICEBOT_OWNER": "-1001234567890",
            "PRICEBOT_LOG_FORMAT": "JSON",
            "PRICEBOT_MAINTAINERS": "123456789, 42",
            "PRICEBOT_KEEP_UNANSWERED": "Off",
            "PRICEBOT_RICH_MESSAGES": "off",
            "PRICEBOT_REFRESH": "rates",
            "PRICEBOT_REFRESH_RATES_URL": "http://localhost:8000/rates.xml",
        }
    )
    assert settings == Settings(
        token=Secret(TOKEN),
        api_base_url="http://localhost:8081",
        knowledge=tmp_path,
        language=Language.ZH_HANT,
        log_level="DEBUG",
        log_format="json",
        messages_per_second=1000,
        drain_seconds=25.0,
        database=Path("chats.sqlite"),
        health=Health(8090, "0.0.0.0"),
        owner=-1001234567890,
        maintainers=frozenset({123456789, 42}),
        keep_unanswered=False,
        rich_messages=False,
        refresh=Refresh(rates=True, rates_url="http://localhost:8000/rates.xml"),
    )


@pytest.mark.parametrize(
    ("words", "refreshed"),
    [
        ("all", Refresh(True, True)),
        ("prices, rates", Refresh(True, True)),
        ("Prices", Refresh(prices=True)),
        ("off", Refresh()),
    ],
)
def test_what_may_be_refreshed(words: str, refreshed: Refresh) -> None:
    assert from_environment({"PRICEBOT_REFRESH": words}).refresh == refreshed


class Seen(dict[str, str]):
    """An environment that remembers what it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def get(self, name: str, *otherwise: str) -> str:  # type: ignore[override]
        self.names.add(name)
        return ""


def test_every_variable_is_listed() -> None:
    environ = Seen()
    from_environment(environ)
    assert environ.names == set(VARIABLES)


def test_a_secret_can_stand_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text(f"\ufeff{TOKEN}\r\n", encoding="utf-8")
    assert from_environment({"TELEGRAM_BOT_TOKEN_FILE": str(file)}).token == Secret(TOKEN)
    file.write_text("postgresql://db/chats\n", encoding="utf-8")
    assert from_environment({"DATABASE_URL_FILE": str(file)}).database == Secret("postgresql://db/chats")


@pytest.mark.parametrize("content", [b"", b" \n", b"\xff\xfe", b"x" * (MOST_BYTES + 1), f"{TOKEN}\n{TOKEN}".encode()])
@pytest.mark.parametrize("name", SECRETS)
def test_a_file_that_holds_no_secret_is_named(name: str, content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_bytes(content)
    with pytest.raises(SettingsError, match=f"{name}_FILE names a file that holds no secret"):
        from_environment({f"{name}_FILE": str(file)})


@pytest.mark.parametrize("path", ["/no/such/file", "/", "~nosuchuser/token", "a\0b"])
def test_a_file_that_cannot_be_read_is_named(path: str) -> None:
    with pytest.raises(SettingsError, match=r"TELEGRAM_BOT_TOKEN_FILE names no file that can be read \("):
        from_environment({"TELEGRAM_BOT_TOKEN_FILE": path})


def test_a_secret_and_a_file_are_one_too_many(tmp_path: Path) -> None:
    both = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_BOT_TOKEN_FILE": str(tmp_path / "token")}
    with pytest.raises(SettingsError, match="are both set") as raised:
        from_environment(both)
    assert TOKEN not in str(raised.value)


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        *((tag, Language.ZH_HANS) for tag in ("zh", "ZH", "zh-CN", "zh_cn", "zh-SG", "zh-Hans-HK", "zh_CN.UTF-8")),
        *((tag, Language.ZH_HANT) for tag in ("zh-TW", "zh_HK", "ZH-MO", "zh-hant", "zh-Hant-TW")),
        *((tag, Language.EN) for tag in ("en", "EN_us", "en-GB")),
    ],
)
def test_a_language_can_be_named_with_its_country(tag: str, language: Language) -> None:
    assert from_environment({"PRICEBOT_LANG": tag}).language is language


@pytest.mark.parametrize("url", ["https://api.example.org", "https://api.example.org/bot", "https://api.example.org//"])
def test_the_root_of_the_server_is_found(url: str) -> None:
    assert from_environment({"TELEGRAM_API_BASE_URL": url}).api_base_url == "https://api.example.org"
    assert from_environment({"TELEGRAM_API_BASE_URL": ""}).api_base_url == TELEGRAM_API


@pytest.mark.parametrize(
    ("value", "path"),
    [
        ("/var/lib/chats.sqlite", "/var/lib/chats.sqlite"),
        ("sqlite:////var/lib/chats.sqlite", "/var/lib/chats.sqlite"),
        ("sqlite:///chats.sqlite", "chats.sqlite"),
        ("sqlite+aiosqlite:///chats.sqlite", "chats.sqlite"),
    ],
)
def test_the_database_is_a_path_or_an_address(value: str, path: str) -> None:
    assert from_environment({"PRICEBOT_DATABASE": value}).database == Path(path)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+asyncpg"])
def test_the_database_can_be_a_server_whose_password_is_kept_secret(scheme: str) -> None:
    settings = from_environment({"DATABASE_URL": f"{scheme}://ada:geheim@db:5433/chats?sslmode=require"})
    assert settings.database == Secret("postgresql://ada:geheim@db:5433/chats?sslmode=require")
    assert "geheim" not in repr(settings)
    both = {"DATABASE_URL": f"{scheme}://db/chats", "PRICEBOT_DATABASE": "chats.sqlite"}
    assert from_environment(both).database == Secret("postgresql://db/chats")


def test_settings_of_chats_are_kept_where_programs_keep_their_state() -> None:
    assert default_database({"HOME": "/home/ada"}) == Path("/home/ada/.local/state/pricebot/chats.sqlite")
    assert default_database({"XDG_STATE_HOME": "/state", "HOME": "/home/ada"}) == Path("/state/pricebot/chats.sqlite")
    assert default_database({"XDG_STATE_HOME": "state"}) == Path("/.local/state/pricebot/chats.sqlite")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_BOT_TOKEN", "hello"),
        ("TELEGRAM_BOT_TOKEN", f"bot{TOKEN}"),
        ("TELEGRAM_BOT_TOKEN", f"'{TOKEN}'"),
        ("TELEGRAM_API_BASE_URL", "localhost:8081"),
        ("TELEGRAM_API_BASE_URL", "http://"),
        ("TELEGRAM_API_BASE_URL", "http://host:port"),
        ("TELEGRAM_API_BASE_URL", "http://[::1"),
        ("PRICEBOT_KNOWLEDGE", "/no/such/folder"),
        ("PRICEBOT_KNOWLEDGE", "/" + "x" * 5_000),
        ("PRICEBOT_KNOWLEDGE", __file__),
        ("PRICEBOT_KNOWLEDGE", "~nosuchuser/prices"),
        ("PRICEBOT_LANG", "fr"),
        ("PRICEBOT_LANG", "english"),
        ("PRICEBOT_LANG", "zh CN"),
        ("PRICEBOT_LANG", "zh-"),
        ("PRICEBOT_LOG_LEVEL", "loud"),
        ("PRICEBOT_MESSAGES_PER_SECOND", "0"),
        ("PRICEBOT_MESSAGES_PER_SECOND", "²"),
        ("PRICEBOT_DRAIN_SECONDS", "-1"),
        ("PRICEBOT_DRAIN_SECONDS", "0.5"),
        ("PRICEBOT_DATABASE", "postgresql://localhost"),
        ("PRICEBOT_DATABASE", "postgresql://localhost:port/chats"),
        ("DATABASE_URL", "mysql://localhost/chats"),
        ("PRICEBOT_DATABASE", "sqlite://chats.sqlite"),
        ("PRICEBOT_DATABASE", "~nosuchuser/chats.sqlite"),
        ("PRICEBOT_DATABASE", "sqlite:///~nosuchuser/chats.sqlite"),
        ("PRICEBOT_HEALTH_PORT", "65536"),
        ("PRICEBOT_HEALTH_PORT", "tcp://10.0.0.1:80"),
        ("PRICEBOT_HEALTH_ADDRESS", "everywhere"),
        ("PRICEBOT_OWNER", "@ada"),
        ("PRICEBOT_OWNER", "0"),
        ("PRICEBOT_OWNER", "9" * 30),
        ("PRICEBOT_LOG_FORMAT", "xml"),
        ("PRICEBOT_MAINTAINERS", "@ada"),
        ("PRICEBOT_MAINTAINERS", "-100123"),
        ("PRICEBOT_MAINTAINERS", ",".join(map(str, range(1, 52)))),
        ("PRICEBOT_KEEP_UNANSWERED", "maybe"),
        ("PRICEBOT_REFRESH", "everything"),
        ("PRICEBOT_REFRESH", "all, rates"),
        ("PRICEBOT_REFRESH_PRICES_URL", "ftp://host/x"),
        ("PRICEBOT_REFRESH_RATES_URL", "http://[::1"),
    ],
)
def test_what_cannot_be_used_is_named(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=name) as raised:
        from_environment({name: value})
    assert "write" in str(raised.value)
    assert TOKEN not in str(raised.value)


def test_a_secret_shows_itself_only_when_asked() -> None:
    secret = Secret(TOKEN)
    assert TOKEN not in f"{secret} {secret!r} {Settings(token=secret)!r}"
    assert secret.reveal() == TOKEN
    assert secret == Secret(TOKEN)
    assert secret != Secret(TOKEN + "x")
    assert len({secret, Secret(TOKEN)}) == 1


WEBHOOK = {
    "PRICEBOT_WEBHOOK_URL": "https://bot.example.org/telegram",
    "PRICEBOT_WEBHOOK_SECRET": "0123456789abcdef",
    "PRICEBOT_WEBHOOK_ADDRESS": "0.0.0.0",
    "PRICEBOT_WEBHOOK_PORT": "9000",
}


def test_a_webhook_can_be_set() -> None:
    found = from_environment(WEBHOOK).webhook
    assert found == Webhook(WEBHOOK["PRICEBOT_WEBHOOK_URL"], Secret("0123456789abcdef"), "0.0.0.0", 9000)
    assert found.path == "/telegram"
    assert "0123456789abcdef" not in repr(found) + found.registered_url
    own = {"PRICEBOT_WEBHOOK_URL": "http://bot:8000", "TELEGRAM_API_BASE_URL": "http://telegram:8081"}
    near = from_environment({**WEBHOOK, **own}).webhook
    assert near is not None
    assert near.path == "/"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(
            ("PRICEBOT_WEBHOOK_URL", url)
            for url in (
                "bot.example.org",
                "http://bot.example.org/telegram",
                "https://bot.example.org:8080/telegram",
                "https://bot.example.org/telegram?x=1",
                "https://bot.example.org/telegram#x",
                "https://ada@bot.example.org/telegram",
                "https://bot.example.org/{telegram}",
                f"https://bot.example.org/{TOKEN}",
                "https://[::1/telegram",
            )
        ),
        *(("PRICEBOT_WEBHOOK_SECRET", secret) for secret in ("", "short", "with a space in it", "x" * 257)),
        *(("PRICEBOT_WEBHOOK_PORT", port) for port in ("0x50", "65536", "-1", "tcp://10.0.0.1:80")),
        *(("PRICEBOT_WEBHOOK_ADDRESS", address) for address in ("everywhere", "1.2.3", "0.0.0.0:80")),
    ],
)
def test_a_webhook_that_cannot_be_used_is_named(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=name) as raised:
        from_environment({**WEBHOOK, name: value})
    assert "write" in str(raised.value)
    assert TOKEN not in str(raised.value)
