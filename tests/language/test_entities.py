"""What is seen in a text: every amount and name, where it stands, and what it means."""

from __future__ import annotations

from typing import Any

import pytest

from bot.answers import SeenEntity
from bot.engine import Engine
from bot.language.basics.entities import EntityKind
from bot.quantities import exact_text
from tests.corpus_cases import CORPUS, load_cases

CASES = load_cases(CORPUS / "entities.yaml")


def shown(entity: SeenEntity) -> str:
    """An entity as the corpus writes it."""
    if entity.id is not None:
        return f"{entity.text} = {entity.id}"
    value = entity.value
    assert value is not None
    ends = [value.exact] if value.exact is not None else [value.low, value.high]
    unit = "percent" if entity.kind == EntityKind.PERCENT else entity.unit
    number = "..".join("" if end is None else exact_text(end) for end in ends)
    return " ".join(filter(None, (entity.text, "=", number, unit)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_every_entity_is_seen_and_nothing_else(price_bot: Engine, case: dict[str, Any]) -> None:
    seen = price_bot.explain(case["text"]).entities
    assert [shown(entity) for entity in seen] == case["sees"]
    assert all(case["text"][entity.start : entity.end] == entity.text for entity in seen)
