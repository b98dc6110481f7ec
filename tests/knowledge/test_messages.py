"""Every message to maintainers is told somewhere, with its parts filled in, and its wording is tried."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import bot.maintain.messages
from bot.knowledge.messages import files, meaning, relations, shapes, yaml
from bot.knowledge.messages.message import Message, Term, filled
from bot.text import Language

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


ALL = [each for module in (files, yaml, shapes, meaning, relations, bot.maintain.messages) for each in messages(module)]
PART = re.compile(r"\{[a-z_]+\}")


@pytest.mark.parametrize(("name", "said"), ALL, ids=[name for name, _ in ALL])
def test_each_message_is_told_and_tried(name: str, said: Message) -> None:
    assert name in SAID
    assert said.problem
    assert said.advice
    if name not in NOT_TRIED:
        parts = PART.split(said.problem.removeprefix("`{text}` "))
        assert re.search(".+?".join(map(re.escape, parts)), TOLD)


@pytest.mark.parametrize("said", [said for _, said in ALL], ids=[name for name, _ in ALL])
def test_each_message_is_told_in_chinese_too(said: Message) -> None:
    english, chinese = said.wording(Language.EN), said.wording(Language.ZH_HANS)
    for ours, theirs in zip(english, chinese, strict=True):
        assert set(PART.findall(theirs)) <= set(PART.findall("".join(english)))
        assert PART.fullmatch(ours) or re.search("[\u4e00-\u9fff]", theirs)
        said_only = re.sub(r"`[^`]*`|\[[^]]*\]|\{[^}]*\}", "", theirs)
        assert not re.search(r"[,;:?!](?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])[,;:?!]", said_only)
    asked = [code for wording in english for code in re.findall("`[a-z_]{2,}`", wording)]
    assert all(code in "".join(chinese) for code in asked), asked


def test_traditional_chinese_is_made_of_the_wording_and_not_of_what_is_quoted() -> None:
    assert shapes.UNKNOWN_KEY.wording(Language.ZH_HANT)[0] == "不認識的鍵 `{key}`"
    assert Term("kind", "厂商").word(Language.ZH_HANT) == "廠商"
    assert Term("价", "价").word(Language.ZH_HANT) == "价"


def test_parts_are_filled_in_and_other_braces_stand() -> None:
    assert filled("`{key}` of {free: true} and {other}", {"key": "{other}", "more": "x"}) == (
        "`{other}` of {free: true} and {other}"
    )
