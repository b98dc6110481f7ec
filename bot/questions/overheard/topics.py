"""What in a message shows that it speaks of language models."""

from __future__ import annotations

from typing import Final

from bot.language.basics.cues import Cue
from bot.language.basics.entities import EntityKind
from bot.language.basics.vocabulary import words_under
from bot.language.tokens.reading import Reading
from bot.language.tokens.topics import TOPIC_CUES
from bot.quantities import CHARACTER, TOKEN, WORD


def has_topic(reading: Reading) -> bool:
    """Whether anything in a message may be of language models at all."""
    return bool(reading.entries) or reading.has(*TOPIC_CUES) or counts_tokens(reading)


def has_strong_name(reading: Reading, weak: frozenset[str]) -> bool:
    """Whether a name is there that is no everyday word as well, or two that are."""
    names = [name for _, name in reading.entries]
    sure = [name for name in names if not name.corrected]
    if len({name.id for name in sure}) > 1:
        return True
    return any(
        reading.text[name.start : name.end] not in weak or reading.text.startswith(_CALLED_MODEL, name.end)
        for name in sure
    )


_CALLED_MODEL: Final = words_under("questions", "topics, called model")
"""Right behind a name that is an everyday word as well, these tell which it is."""


def names_topic(reading: Reading) -> bool:
    """Whether a word is there that facts are asked with, and nothing else."""
    return any(not token.cues and token.name is None and token.amount is None for token in reading.tokens)


def counts_tokens(reading: Reading) -> bool:
    return Cue.TOKEN in reading.cues or any(amount.unit == TOKEN for _, amount in reading.amounts)


def counts_text(reading: Reading) -> bool:
    """Whether an amount of characters or words is named or asked for: nobody counts buns by them."""
    counted = any(amount.unit in (CHARACTER, WORD) for _, amount in reading.amounts)
    return counted or reading.has(Cue.CHARACTER, Cue.WORD) or bool(reading.named[EntityKind.WORK])
