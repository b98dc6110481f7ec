"""Every rule has examples, each of which it alone reads as one phrase over the whole text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from bot.engine import Engine
from bot.language.basics.cues import Cue
from bot.questions.phrases import changes, prices, terms, work
from bot.questions.phrases.rules import Phrase, Stage, parse
from bot.text import normalize
from tests.corpus_cases import read_yaml

MODULES = (work, prices, changes, terms)
EXAMPLES = [(module, read_yaml(Path(module.__file__ or "").with_suffix(".yaml"))) for module in MODULES]
"""Each module of rules with the file of examples beside it."""
CASES = [
    (module, example.get("grammar", "STAGES"), example["rule"], meaning, text, example.get("within", False))
    for module, file in EXAMPLES
    for example in file["examples"]
    for meaning, texts in example["means"].items()
    for text in texts
]
TRAPS = [(module, text) for module, file in EXAMPLES for text in file["traps"]]
FEWEST = 3
_PASSED = frozenset({Cue.FILLER, Cue.UNDER, Cue.OVER})


def grammars(module: ModuleType) -> dict[str, tuple[Stage, ...]]:
    """The sets of stages that a module defines, by name."""
    found = {name: value for name, value in vars(module).items() if name.isupper() and isinstance(value, tuple)}
    return {name: value for name, value in found.items() if value and all(isinstance(each, Stage) for each in value)}


def read(price_bot: Engine, module: ModuleType, grammar: str, text: str) -> list[Phrase]:
    """The phrases of a text, fillers and the words that bound an amount apart."""
    reading = price_bot._shelf.reader.read(normalize(text))
    found = parse(reading, grammars(module)[grammar], getattr(module, "terminal", work.terminal))
    return [each for each in found if each.rule or _PASSED.isdisjoint(reading.tokens[each.first].cues)]


def parts(phrase: Phrase) -> Iterator[Phrase]:
    """A phrase and all that it is made of."""
    yield phrase
    for part in phrase.parts:
        yield from parts(part)


def test_every_example_is_one_phrase(price_bot: Engine) -> None:
    """It covers the whole text, but where more words must stand beside it."""
    wrong = {}
    for module, grammar, rule, meaning, text, within in CASES:
        found = read(price_bot, module, grammar, text)
        if within:
            found = [part for phrase in found for part in parts(phrase) if part.rule == rule]
        told = [(phrase.rule, str(phrase.value)) for phrase in found]
        if told != [(rule, meaning)]:
            wrong[text] = told
    assert wrong == {}


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_every_rule_has_examples(module: ModuleType) -> None:
    rules = {rule.name for stages in grammars(module).values() for stage in stages for rule in stage.rules}
    counted = Counter(rule for other, _, rule, *_ in CASES if other is module)
    assert {rule for rule, count in counted.items() if count >= FEWEST} == rules


def test_rules_have_names_of_their_own() -> None:
    rules = {
        rule for module in MODULES for stages in grammars(module).values() for each in stages for rule in each.rules
    }
    assert not [name for name, count in Counter(rule.name for rule in rules).items() if count > 1]


@pytest.mark.parametrize(("module", "text"), TRAPS, ids=[text for _, text in TRAPS])
def test_a_trap_is_no_phrase(price_bot: Engine, module: ModuleType, text: str) -> None:
    assert not [phrase.rule for phrase in read(price_bot, module, "STAGES", text) if phrase.rule]
