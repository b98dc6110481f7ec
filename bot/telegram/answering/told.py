"""What is said of a try to take a knowledge folder over, in plain text."""

from __future__ import annotations

from typing import Final

from bot.telegram.answering.upkeep import Outcome, Result
from bot.telegram.texts.upkeep import UPKEEP_WORDS
from bot.text import Language

LONGEST: Final = 3_500
"""Characters of one message, below Telegram's limit of 4,096."""

_MOST_TOLD: Final = 10
_LONGEST_LINE: Final = 400


def outcome_text(outcome: Outcome, language: Language) -> str:
    """What became of the try, with the problems one a line."""
    words = UPKEEP_WORDS[language]
    if outcome.result is Result.TAKEN:
        summary = outcome.summary.word(language) if outcome.summary is not None else ""
        return words.taken.format(version=outcome.version, summary=summary)
    if outcome.result is Result.SAME:
        return words.same.format(version=outcome.version)
    if outcome.fault:
        return words.fault.format(fault=outcome.fault, version=outcome.version)
    lines = [words.failed.format(version=outcome.version, number=len(outcome.problems))]
    for line in outcome.shown_problems(language, _MOST_TOLD):
        cut = line if len(line) <= _LONGEST_LINE else f"{line[: _LONGEST_LINE - 1]}…"
        if sum(map(len, lines)) + len(lines) + len(cut) > LONGEST:
            break
        lines.append(cut)
    return "\n".join(lines)
