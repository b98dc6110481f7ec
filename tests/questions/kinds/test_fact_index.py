"""The facts that a message is answered with are the same in every process, whatever order its sets have."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.corpus_cases import MARKET

_ASKED = "便宜没好货 说的就是某些免费模型"
"""Nearly as like a second fact as it must be to be answered with both."""


def test_answers_hang_on_no_order_of_sets() -> None:
    command = [sys.executable, "-m", "bot", "ask", "--json", "--knowledge", str(MARKET), _ASKED]
    replies = {
        subprocess.run(
            command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True, text=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(replies) == 1
