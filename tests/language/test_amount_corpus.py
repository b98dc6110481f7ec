"""Every amount of the corpus is found with its exact place and value, and nothing else in the text."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.language.amounts.amounts import AmountFinder
from bot.language.basics.entities import Amount
from bot.quantities import Range
from bot.text import normalize

CORPUS = Path(__file__).parents[1] / "corpus"
POSITIVES: list[dict[str, Any]] = yaml.safe_load((CORPUS / "amounts.yaml").read_text("utf-8"))
NEGATIVES: dict[str, list[str]] = yaml.safe_load((CORPUS / "not_amounts.yaml").read_text("utf-8"))
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


@pytest.mark.parametrize(("group", "marked"), MARKED, ids=[text for _, text in MARKED])
def test_amount_is_found_with_its_place_and_value(finder: AmountFinder, group: dict[str, Any], marked: str) -> None:
    before, _, rest = marked.rpartition("«") if "«" in marked else ("", "", marked)
    inside, _, after = rest.partition("»")
    found = found_in(finder, before + inside + after)
    assert [covered for covered, _ in found] == [inside]
    amount = found[0][1]
    assert (amount.kind.value, amount.unit) == (group["kind"], group.get("unit"))
    assert amount.value == expected_range(group)
    assert amount.approximate == group.get("rough", False)


@pytest.mark.parametrize(("trap", "text"), TRAPS, ids=[text for _, text in TRAPS])
def test_what_is_no_amount_is_passed_over(finder: AmountFinder, trap: str, text: str) -> None:
    assert found_in(finder, text) == [], trap


def test_corpus_is_as_large_as_it_says() -> None:
    assert len(MARKED) >= 700
    assert len(TRAPS) >= 400
