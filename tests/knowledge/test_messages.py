"""Every message to maintainers is told somewhere, with its parts filled in, and its wording is tried."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import bot.knowledge.messages
import bot.maintain.messages
from bot.knowledge.messages import Message, filled

ROOT = Path(__file__).parents[2]
SAID = {name for path in (ROOT / "bot").rglob("*.py") for name in re.findall(r"\bsays\.(\w+)", path.read_text("utf-8"))}
"""The messages that the code tells."""
TOLD = re.sub(
    r'"\s*\n\s*[fr]?"',
    "",
    "\n".join(
        path.read_text("utf-8")
        for folder in ("knowledge", "maintain")
        for path in (ROOT / "tests" / folder).iterdir()
        if path.suffix in (".yaml", ".py")
    ),
)
"""What tests quote, with what is broken over lines put together."""
NOT_TRIED = {
    "NO_KNOWLEDGE",  # an installation that lacks its files
    "TOO_MANY_FILES",  # would take thousands of files
    "REFUSED",  # what pydantic says of itself where we say nothing better
    "UNPARSED",  # what the parser says where we say nothing better
}
"""Messages whose wording no test quotes, each for a reason."""


def messages(module: ModuleType) -> Iterator[tuple[str, Message]]:
    yield from ((name, value) for name, value in vars(module).items() if isinstance(value, Message))


ALL = [*messages(bot.knowledge.messages), *messages(bot.maintain.messages)]


@pytest.mark.parametrize(("name", "said"), ALL, ids=[name for name, _ in ALL])
def test_each_message_is_told_and_tried(name: str, said: Message) -> None:
    assert name in SAID
    assert said.problem
    assert said.advice
    if name not in NOT_TRIED:
        parts = re.split(r"\{[a-z_]+\}", said.problem.removeprefix("`{text}` "))
        assert re.search(".+?".join(map(re.escape, parts)), TOLD)


def test_parts_are_filled_in_and_other_braces_stand() -> None:
    assert filled("`{key}` of {free: true} and {other}", {"key": "{other}", "more": "x"}) == (
        "`{other}` of {free: true} and {other}"
    )
