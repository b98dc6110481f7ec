"""The machine-readable form of replies and explanations: plain objects for JSON."""

from __future__ import annotations

from typing import Any

from bot.answers import Explanation, Given, Reply, Result, SeenEntity, SeenPhrase
from bot.knowledge.days import RoughDay
from bot.knowledge.entries import Source
from bot.knowledge.price_entries import Basis, Conditions, TokenRange
from bot.quantities import DATE, TEXT, TOKEN, Range, exact_text
from bot.question import Kind


def reply_object(reply: Reply) -> dict[str, Any]:
    """One object of ``pricebot ask --json``."""
    return {
        "question": reply.question,
        "status": reply.status.value,
        "kind": reply.kind,
        "lang": reply.language.value,
        "results": [_result(result, reply.kind) for result in reply.results],
        "facts": list(reply.facts),
        "winner": reply.winner,
        "steps": list(reply.steps),
        "sources": [_source(source) for source in reply.sources],
        "text": reply.text,
    }


def _result(result: Result, kind: Kind | None) -> dict[str, Any]:
    value, range_ = value_and_range(result.value)
    if result.unit == DATE and result.day is not None:
        value = result.day.text if isinstance(result.day, RoughDay) else result.day.isoformat()
    if kind is Kind.STATUS and result.unit == TEXT and result.status is not None:
        value = result.status.value
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
        **_offer(result),
        "model_status": result.status.value if result.status is not None else None,
    }


def _offer(result: Result) -> dict[str, Any]:
    """Whose price it is, what it hangs on and its days; a level that is no model's is nobody's price."""
    price = result.offer
    if price is None or (result.status is None and price.unit == TOKEN):
        return dict.fromkeys(("seller", "condition", "from", "until", "checked"))
    return {
        "seller": price.seller,
        "condition": _condition(price.conditions),
        "from": None if price.early or price.basis is Basis.UNDATED else price.since.isoformat(),
        "until": price.until.isoformat() if price.until is not None else None,
        "checked": price.checked.isoformat() if price.checked is not None else None,
    }


def _condition(conditions: Conditions) -> dict[str, Any] | None:
    """What a price hangs on, only what applies; the ends of ranges as the vendor names them."""
    tiers = {"input_tokens": conditions.input_tokens, "output_tokens": conditions.output_tokens}
    told: dict[str, Any] = {
        "mode": conditions.mode,
        "cache_life": conditions.cache_life,
        "window": conditions.window,
        **{key: _tier(tier) for key, tier in tiers.items() if tier is not None},
        "promotion": conditions.promotion or None,
    }
    return {key: value for key, value in told.items() if value is not None} or None


def _tier(tier: TokenRange) -> dict[str, str | None]:
    low, high = (exact_text(end) if end is not None else None for end in (tier.low, tier.high))
    return {"min": low, "max": high}


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
            {
                "kind": candidate.kind,
                "score": round(candidate.score, 3),
                "why": "; ".join(candidate.why),
                "used": list(candidate.used),
                "left": list(candidate.left),
            }
            for candidate in explanation.candidates
        ],
        "phrases": [_phrase(phrase) for phrase in explanation.phrases],
        "group": {"speaks": explanation.speaks_up, "against": list(explanation.against), "part": explanation.part},
    }


def _phrase(phrase: SeenPhrase) -> dict[str, Any]:
    """A phrase as the tree of the rules that made it."""
    parts = [_phrase(part) for part in phrase.parts]
    return {"rule": phrase.rule, "text": phrase.text, "value": phrase.value, "parts": parts}


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
