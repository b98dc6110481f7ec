"""Hours, free tokens and rates go into the lists of their vendor's file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.maintain.conftest import VENDOR
from tests.maintain.new.conftest import New
from tests.maintain.new.test_new import VENDOR_FILE, is_right, read

pytestmark = pytest.mark.usefixtures("without_catalogue")


def test_hours_bring_the_others_along_and_prices_name_them(write: New, folder: Path) -> None:
    said = write("window", "--vendor", "星河", "--hours", "09:00-12:00", "--hours", "14:00-18:00", "--day", "mon")
    assert (said.status, said.complaints) == (0, [])
    windows = (
        "windows:\n"
        "  - {id: peak, days: [mon], hours: [09:00-12:00, 14:00-18:00]}\n"
        "  - {id: off-peak, other_than: peak}\n"
    )
    assert windows in read(VENDOR_FILE)
    price = [
        "--model",
        "星河Lite",
        "--from",
        "2026-11-20",
        "--currency",
        "CNY",
        "--per",
        "1000000",
        "--source",
        "notice",
    ]
    assert write("price", *price, "--input", "0.4", "--output", "1.6", "--window", "peak").status == 0
    assert write("price", *price, "--input", "0.2", "--output", "0.8", "--window", "off-peak").status == 0
    assert is_right(folder)


def test_what_is_free_and_the_rate_are_answered_at_once(write: New, folder: Path) -> None:
    quota = ["--vendor", "xinghe", "--tokens", "500000", "--for", "新账号", "--for-en", "new accounts"]
    said = write("quota", *quota, "--model", "星河Max", "--source", "notice")
    assert (said.status, said.complaints) == (0, [])
    assert "models: [xinghe/max]" in read(VENDOR_FILE)
    assert "500,000 tokens" in said.output
    rate = ["--vendor", "xinghe", "--tokens", "1000", "--characters", "1600", "--source", "notice"]
    assert "1,600" in write("rate", *rate).output
    assert is_right(folder)


def test_what_is_missing_is_said(write: New) -> None:
    assert write("window", "--vendor", "xinghe").complaints == [
        "--hours missing; pricebot new window --help explains them"
    ]
    assert "--tokens, --for, --source missing" in write("quota", "--vendor", "xinghe").complaints[-1]
    assert "--tokens, --characters, --source missing" in write("rate", "--vendor", "xinghe").complaints[-1]
    assert read(VENDOR_FILE) == VENDOR
