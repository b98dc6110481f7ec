"""Every rule has examples, each of which it alone reads as one phrase over the whole text."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.engine import Engine
from bot.language.basics.cues import Cue
from bot.language.tokens.reading import Reading
from bot.questions.phrases import work
from bot.questions.phrases.rules import Phrase, parse
from bot.text import normalize

FOLDER = Path(work.__file__).parent
EXAMPLES: dict[str, Any] = yaml.safe_load((FOLDER / "work.yaml").read_text(encoding="utf-8"))
RULES = [rule.name for stage in work.STAGES for rule in stage.rules]


def phrases(price_bot: Engine, text: str) -> tuple[Reading, list[Phrase]]:
    """The phrases of a text, fillers apart."""
    reading = price_bot._shelf.reader.read(normalize(text))
    found = parse(reading, work.STAGES, work.terminal)
    telling = [phrase for phrase in found if phrase.rule or Cue.FILLER not in reading.tokens[phrase.first].cues]
    return reading, telling


CASES = [
    (example["rule"], meaning, text)
    for example in EXAMPLES["examples"]
    for meaning, texts in example["means"].items()
    for text in texts
]


@pytest.mark.parametrize(("rule", "meaning", "text"), CASES, ids=[text for _, _, text in CASES])
def test_an_example_is_one_phrase(price_bot: Engine, rule: str, meaning: str, text: str) -> None:
    reading, found = phrases(price_bot, text)
    seen = [(phrase.rule, str(phrase.value)) for phrase in found]
    assert seen == [(rule, meaning)], [reading.text[t.start : t.end] for t in reading.tokens]


def test_every_rule_has_examples() -> None:
    """Three at least, in Chinese and in English where the words exist there."""
    counted = Counter(rule for rule, _, _ in CASES)
    assert set(RULES) == set(counted)
    assert not [rule for rule, count in counted.items() if count < 3]


def test_rules_have_names_of_their_own() -> None:
    assert not [name for name, count in Counter(RULES).items() if count > 1]


@pytest.mark.parametrize("text", EXAMPLES["traps"])
def test_a_trap_is_no_phrase(price_bot: Engine, text: str) -> None:
    _, found = phrases(price_bot, text)
    assert not [phrase.rule for phrase in found if phrase.rule]
