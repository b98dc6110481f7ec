"""What is told beside prices of a vendor's own list in dollars."""

from __future__ import annotations

from datetime import date

from bot.answers import Context
from tests.frozen import todays_engine


def test_what_is_told_of_a_list_in_dollars_is_that_list_s_own() -> None:
    reply = todays_engine().ask("price of DeepSeek V4.1 Flash and Kimi K3", Context(today=date(2026, 11, 28)))
    lines = reply.full.split("\n")
    assert "Kimi K3: Moonshot AI's own price in USD" in lines
    assert any(line.startswith("DeepSeek V4.1 Flash: DeepSeek's own price in USD; ") for line in lines)
