"""Every amount of the corpus is found with its exact place and value, and nothing else in the text."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from bot.language.amounts.amounts import AmountFinder
from bot.language.basics.entities import Amount
from bot.quantities import Range
from bot.text import normalize
from tests.corpus_cases import CORPUS, read_yaml

POSITIVES: list[dict[str, Any]] = read_yaml(CORPUS / "amounts.yaml")
NEGATIVES: dict[str, list[str]] = read_yaml(CORPUS / "not_amounts.yaml")
MARKED = [(group, text) for group in POSITIVES for text in group["texts"]]
TRAPS = [(trap, text) for trap, texts in NEGATIVES.items() for text in texts]


def found_in(finder: AmountFinder, text: str) -> list[tuple[str, Amount]]:
    """The amounts of a text, each with the original characters that it covers."""
    normalized = normalize(text)
    spans = [(amount, normalized.source_span(amount.start, amount.end)) for amount in finder.find(normalized)]
    return [(text[start:end], amount) for amount, (start, end) in spans]


def expected_range(group: dict[str, Any]) -> Range:
    if "value" in group:
        return Range.exactly(Decimal(group["value"]))
    low, high = (None if end is None else Decimal(end) for end in group["range"])
    return Range(low, high)


def test_amounts_are_found_with_their_places_and_values(finder: AmountFinder) -> None:
    """Each in its text; all that are found otherwise are listed."""
    wrong = {}
    for group, marked in MARKED:
        before, _, rest = marked.rpartition("«") if "«" in marked else ("", "", marked)
        inside, _, after = rest.partition("»")
        found = found_in(finder, before + inside + after)
        value = expected_range(group)
        expected = [(inside, group["kind"], group.get("unit"), value, group.get("rough", False))]
        told = [(text, each.kind.value, each.unit, each.value, each.approximate) for text, each in found]
        if told != expected:
            wrong[marked] = told
    assert wrong == {}


def test_what_is_no_amount_is_passed_over(finder: AmountFinder) -> None:
    wrong = {text: (trap, found) for trap, text in TRAPS if (found := found_in(finder, text))}
    assert wrong == {}


def test_corpus_is_as_large_as_it_says() -> None:
    assert len(MARKED) >= 700
    assert len(TRAPS) >= 400
