"""What the bots on Telegram are given to do: questions, chatter and inline queries, from the tests' corpus."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any, Final

import yaml

from bot.engine import Engine
from bot.knowledge.load import load_knowledge

_CORPUS: Final = Path(__file__).parents[1] / "tests" / "corpus"
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

CHATTER_FOR_A_QUESTION: Final = 19
"""Lines that are overheard for each question that is asked, where both come."""


def questions(number: int) -> list[str]:
    """Questions of all kinds that are said to the bot and answered, evenly from the corpus."""
    files = sorted((_CORPUS / "questions").glob("*.yaml"))
    asked = [
        case["ask"]
        for file in files
        for case in _cases(file)
        if not case.get("group") and isinstance(case["expect"], dict) and case["expect"].get("status") == "answered"
    ]
    return _evenly(asked, number)


def chatter(number: int) -> list[str]:
    """What people say in groups and deserves silence: half of it is nearly a question, and speaks of models."""
    return _evenly(list(_texts(_cases(_CORPUS / "silence.yaml"))), number)


def everyday(number: int) -> list[str]:
    """Of these, what is told by its words alone, as most of what people say to each other is."""
    engine = Engine(load_knowledge())
    engine.warm()
    said = dict.fromkeys(_texts(_cases(_CORPUS / "silence.yaml")))
    return _evenly([text for text in said if not engine.may_concern(text)], number)


def mixed(number: int) -> list[tuple[str, str]]:
    """Chatter, and a question to the bot now and then: kind and text."""
    said, asked = iter(chatter(number)), cycle(questions(500))
    every = CHATTER_FOR_A_QUESTION + 1
    return [("overheard", next(said)) if place % every else ("message", next(asked)) for place in range(number)]


def queries(number: int) -> list[str]:
    """What people type into inline queries, letter by letter: many begin alike."""
    whole = [text for amount in (1, 5, 10, 50, 100) for text in (f"{amount}块 豆包", f"{amount} yuan GLM")]
    whole += ["GLM 多少钱", "豆包和GLM哪个便宜", "cheapest", "price of Doubao", "MiniCPM"]
    typed = [text[:end] for text in whole for end in range(1, len(text) + 1)]
    return [typed[place * 7 % len(typed)] for place in range(number)]


def _cases(file: Path) -> list[Any]:
    return list(yaml.load(file.read_text(encoding="utf-8"), _LOADER))


def _texts(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict | list):
        for item in node.values() if isinstance(node, dict) else node:
            yield from _texts(item)


def _evenly(texts: list[str], number: int) -> list[str]:
    """So many of the texts, from all parts of the corpus in turn; all of them several times where they are too few."""
    step = max(1, len(texts) // number)
    return [texts[place * step % len(texts)] for place in range(number)]
