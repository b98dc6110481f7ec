"""The machine-readable form of replies and explanations: plain objects for JSON."""

from __future__ import annotations

from typing import Any

from bot.answers import Explanation, Given, Reply, Result, SeenEntity
from bot.knowledge.entries import Source
from bot.quantities import DATE, Range, exact_text


def reply_object(reply: Reply) -> dict[str, Any]:
    """One object of ``pricebot ask --json``."""
    return {
        "question": reply.question,
        "status": reply.status.value,
        "kind": reply.kind.value if reply.kind else None,
        "lang": reply.language.value,
        "results": [_result(result) for result in reply.results],
        "facts": list(reply.facts),
        "winner": reply.winner,
        "steps": list(reply.steps),
        "sources": [_source(source) for source in reply.sources],
        "text": reply.text,
    }


def _result(result: Result) -> dict[str, Any]:
    value, range_ = value_and_range(result.value)
    if result.unit == DATE and result.day is not None:
        value = result.day.isoformat()
    return {
        "subject": result.subject,
        "value": value,
        "range": range_,
        "unit": result.unit,
        "per": _given(result.per),
        "side": str(result.side) if result.side else None,
        "free": result.free,
        "role": result.role.value,
        "given": _given(result.given),
        "as_of": result.as_of.isoformat() if result.as_of else None,
        "source": result.source,
    }


def _given(given: Given | None) -> dict[str, Any] | None:
    if given is None:
        return None
    value, range_ = value_and_range(given.value)
    shown: dict[str, Any] = {"value": value, "unit": given.unit}
    return shown | {"range": range_} if range_ is not None else shown


def value_and_range(value: Range | None) -> tuple[str | None, dict[str, str | None] | None]:
    """A range as the two keys of the interface: an exact value, or both ends."""
    if value is None:
        return None, None
    if value.exact is not None:
        return exact_text(value.exact), None
    low = exact_text(value.low) if value.low is not None else None
    high = exact_text(value.high) if value.high is not None else None
    return None, {"min": low, "max": high}


def _source(source: Source) -> dict[str, Any]:
    return {"id": source.id, "title": source.title, "date": source.date.isoformat() if source.date else None}


def explanation_object(explanation: Explanation) -> dict[str, Any]:
    """One object of ``pricebot explain --json``."""
    return {
        "text": explanation.text,
        "normalized": explanation.normalized,
        "entities": [_entity(entity) for entity in explanation.entities],
        "candidates": [
            {"kind": candidate.kind.value, "score": round(candidate.score, 3), "why": "; ".join(candidate.why)}
            for candidate in explanation.candidates
        ],
        "group": {"speaks": explanation.speaks_up, "against": list(explanation.against), "part": explanation.part},
    }


def _entity(entity: SeenEntity) -> dict[str, Any]:
    value, range_ = value_and_range(entity.value)
    return {
        "kind": entity.kind,
        "text": entity.text,
        "start": entity.start,
        "end": entity.end,
        "value": value,
        "range": range_,
        "unit": entity.unit,
        "id": entity.id,
    }
