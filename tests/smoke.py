"""Reads questions with the Python that runs this, and prints what it made of them: ``python -m tests.smoke < TASK``.

The task (JSON) holds the questions, their normal forms, the words for money and units, and those of the vocabulary. Where the program's
dependencies are installed, every question is answered; elsewhere the amounts in them are found, for which the standard
library does.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from bot.knowledge.entries import CurrencyWord, UnitWord
from bot.language.basics import vocabulary
from bot.text import Normalized

TODAY = date(2024, 6, 1)
MARKET = Path(__file__).parent / "corpus" / "market"


def answered(questions: list[str]) -> list[str]:
    """The replies to questions, as texts."""
    from bot.answers import Context
    from bot.engine import Engine
    from bot.knowledge.load import load_knowledge

    engine = Engine(load_knowledge(MARKET))
    return [engine.ask(question, Context(today=TODAY)).text for question in questions]


def amounts_in(task: dict[str, Any]) -> list[list[str]]:
    """The amounts of questions, as texts."""
    vars(vocabulary)["documents"] = task["vocabulary"].__getitem__  # a Python without the dependencies reads no YAML
    from bot.language.amounts.amounts import AmountFinder

    finder = AmountFinder(
        [CurrencyWord(**{**word, "factor": Decimal(word["factor"])}) for word in task["currency_words"]],
        [UnitWord(**{**word, "factor": Decimal(word["factor"])}) for word in task["unit_words"]],
    )
    return [[str(amount) for amount in finder.find(Normalized(*normalized))] for normalized in task["normalized"]]


def main() -> None:
    task = json.load(sys.stdin)
    try:
        import bot.engine
    except ImportError as missing:
        done: dict[str, Any] = {"ran": "amounts", "without": str(missing)}
    else:
        done = {"ran": "answers", "of": bot.engine.__name__, "answers": answered(task["questions"])}
    done |= {"version": sys.version, "amounts": amounts_in(task)}
    json.dump(done, sys.stdout)


if __name__ == "__main__":
    main()
