"""Holds a reply object against the interface that scripts rely on, to the letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

KEYS = ["question", "status", "kind", "lang", "results", "facts", "winner", "steps", "sources", "text"]
RESULT_KEYS = ["subject", "value", "range", "unit", "per", "side", "free", "role", "given", "as_of", "source",
               "seller", "condition", "from", "until", "checked", "model_status"]  # fmt: skip
CONDITIONS = ["mode", "cache_life", "window", "input_tokens", "output_tokens", "promotion"]
SIDES = {"input", "output", "cached_input", "cache_write", "thinking",
         "audio_input", "audio_output", "image_input", "image_output"}  # fmt: skip
STATUSES = {"answered", "clarify", "unknown", "ignored"}
KINDS = {"budget", "cost", "price", "compare", "rank", "discount", "convert", "fact", "help", "status", "window",
         "history", "plan", "count"}  # fmt: skip
PRICED = {"token", "character", "image", "hour", "minute", "page", "request", "month", "year"}
UNITS = PRICED | {"word", "call", "copy", "day", "percent", "times", "date", "text"}
PLAIN = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?")
CURRENCY = re.compile(r"[A-Z]{3}")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
ROUGH = re.compile(r"[0-9]{4}(-[0-9]{2})?|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[+-][0-9]{2}:[0-9]{2}")


def breaches(reply: dict[str, Any]) -> list[str]:
    """Everything in which a reply object breaks the interface."""
    return list(_breaches(reply))


def _breaches(reply: dict[str, Any]) -> Iterator[str]:
    if list(reply) != KEYS:
        yield f"keys are {list(reply)}"
        return
    if not isinstance(reply["question"], str) or not isinstance(reply["text"], str):
        yield "question or text is no text"
    if reply["status"] not in STATUSES:
        yield f"status {reply['status']!r}"
    if (reply["kind"] is None) is not (reply["status"] in ("unknown", "ignored")):
        yield f"kind {reply['kind']!r} with status {reply['status']}"
    if reply["kind"] is not None and reply["kind"] not in KINDS:
        yield f"kind {reply['kind']!r}"
    if reply["lang"] not in ("zh-Hans", "zh-Hant", "en"):
        yield f"lang {reply['lang']!r}"
    yield from _silence(reply)
    yield from _lists(reply)
    for result in reply["results"]:
        for breach in _result(result, reply):
            yield f"{breach} in {result}"


def _silence(reply: dict[str, Any]) -> Iterator[str]:
    if reply["status"] == "ignored":
        if any(reply[key] for key in ("results", "facts", "winner", "steps", "sources", "text")):
            yield "something is said in silence"
    elif not reply["text"].strip():
        yield "nothing is said"
    if reply["status"] == "clarify" and reply["results"]:
        yield "results where it is asked back"
    if reply["status"] == "unknown" and any(result["role"] == "answer" for result in reply["results"]):
        yield f"results with status {reply['status']}"


def _lists(reply: dict[str, Any]) -> Iterator[str]:
    for key in ("results", "facts", "steps", "sources"):
        if not isinstance(reply[key], list):
            yield f"{key} is no list"
    for key in ("facts", "steps"):
        if not all(isinstance(each, str) and each for each in reply[key]) or len(set(reply[key])) < len(reply[key]):
            yield f"{key} {reply[key]}"
    ids = []
    for source in reply["sources"]:
        if list(source) != ["id", "title", "date"] or not source["id"] or not source["title"]:
            yield f"source {source}"
        if source["date"] is not None and not _is_day(source["date"]):
            yield f"date of {source}"
        ids.append(source["id"])
    if len(set(ids)) < len(ids):
        yield f"sources twice: {ids}"
    if reply["winner"] is not None:
        if reply["kind"] not in ("compare", "rank"):
            yield f"winner of a {reply['kind']}"
        if reply["winner"] not in {result["subject"] for result in reply["results"]}:
            yield f"winner {reply['winner']!r} is in no result"


def _result(result: dict[str, Any], reply: dict[str, Any]) -> Iterator[str]:
    if list(result) != RESULT_KEYS:
        yield f"keys {list(result)}"
        return
    money = CURRENCY.fullmatch(result["unit"]) is not None
    if not money and result["unit"] not in UNITS:
        yield "unit"
    if not isinstance(result["free"], bool):
        yield "free"
    if result["subject"] is not None and not (isinstance(result["subject"], str) and result["subject"]):
        yield "subject"
    if result["side"] is not None and result["side"] not in SIDES:
        yield "side"
    if result["role"] not in ("answer", "difference", "also"):
        yield "role"
    if result["role"] == "difference" and (
        reply["kind"] not in ("compare", "discount", "history")
        or (result["subject"] is None and reply["winner"] is not None and result["side"] is None)
    ):  # on the side of a tie there is no winner to name
        yield "difference"
    yield from _offer(result)
    yield from _amount(result, money)
    yield from _measure(result["given"], "given", ranged=True)
    yield from _measure(result["per"], "per", ranged=False)
    if result["per"] is not None and not (money and result["per"]["unit"] in PRICED):
        yield "per of no price"
    if result["as_of"] is not None and not _is_day(result["as_of"]):
        yield "as_of"
    if result["source"] is not None and result["source"] not in {source["id"] for source in reply["sources"]}:
        yield "source is not listed"


def _offer(result: dict[str, Any]) -> Iterator[str]:
    for key in ("from", "until", "checked"):
        if result[key] is not None and not _is_day(result[key]):
            yield key
    if result["from"] and result["until"] and result["from"] >= result["until"]:
        yield "ends before it begins"
    if result["seller"] is not None and not result["subject"].startswith(f"{result['seller']}/"):
        yield "seller"
    if result["model_status"] not in (None, "current", "superseded", "retired", "unknown"):
        yield "model_status"
    condition = result["condition"]
    if condition is not None and (not condition or not set(condition) <= set(CONDITIONS)):
        yield "condition"


def _amount(result: dict[str, Any], money: bool) -> Iterator[str]:
    value, range_ = result["value"], result["range"]
    if value is not None and range_ is not None:
        yield "value and range"
    told = result["unit"] == "text" and value == result["model_status"]
    dated = result["unit"] == "date"
    if value is not None and not told and not (_is_time(value) if dated else _is_plain(value)):
        yield "value"
    if range_ is not None:
        yield from _range(range_)
    if value is None and range_ is None and result["unit"] != "text" and not (result["free"] and not money):
        yield "no value"
    if result["free"] and (value not in ((None, "0") if not money else ("0",)) or range_ is not None):
        yield "not free"


def _range(range_: Any) -> Iterator[str]:
    if list(range_) != ["min", "max"]:
        yield "keys of the range"
        return
    ends = [end for end in range_.values() if end is not None]
    if not ends or not all(_is_plain(end) for end in ends):
        yield "ends of the range"
    elif len(ends) == 2 and Decimal(ends[0]) >= Decimal(ends[1]):
        yield "order of the range"


def _measure(measure: Any, name: str, ranged: bool) -> Iterator[str]:
    if measure is None:
        return
    keys = list(measure)
    if keys not in (["value", "unit"], ["value", "unit", "range"]):
        yield f"keys of {name}"
        return
    has_range = len(keys) == 3
    if has_range and not ranged:
        yield f"range of {name}"
    if (measure["value"] is None) is not has_range or (
        measure["value"] is not None and not _is_plain(measure["value"])
    ):
        yield f"value of {name}"
    if has_range:
        yield from _range(measure["range"])
    if measure["unit"] not in UNITS and not CURRENCY.fullmatch(measure["unit"]):
        yield f"unit of {name}"


def _is_plain(text: Any) -> bool:
    return isinstance(text, str) and PLAIN.fullmatch(text) is not None and text != "-0"


def _is_time(text: str) -> bool:
    """A day, one known by its month or year, or a moment."""
    return _is_day(text) or ROUGH.fullmatch(text) is not None


def _is_day(text: Any) -> bool:
    if not isinstance(text, str) or not DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
