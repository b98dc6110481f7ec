"""Corpora of questions with their expected replies, and how a reply is held against them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from bot.answers import BEIJING, Context
from bot.engine import Engine
from bot.replies.layout import MOST_LINES
from bot.replies.machine import reply_object
from tests.corpus_keys import refuse_unknown_keys

CORPUS = Path(__file__).parent / "corpus"
MARKET = CORPUS / "market"
"""The knowledge that the cases are about, whatever the program comes with."""

TODAY = date(2026, 11, 28)
"""The day on which all is asked that names no other."""

CLOCK = Context(today=TODAY)
"""When the cases of the article's market are asked."""

TODAYS_CORPUS = CORPUS / "today"
TODAYS_MARKET = TODAYS_CORPUS / "market"
"""The knowledge of the day below as it was shipped then, for cases about what holds today; the locked catalogue serves."""

TODAYS_CLOCK = Context(now=datetime(2026, 11, 28, 12, tzinfo=BEIJING))
"""When those are asked, unless a case says ``now`` itself: noon of a Saturday."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@lru_cache(maxsize=64)
def read_yaml(path: Path) -> Any:
    """What a file holds, read once, and in a tenth of the time of PyYAML's own loader."""
    return yaml.load(path.read_text(encoding="utf-8"), _LOADER)


@lru_cache(maxsize=64)
def load_cases(path: Path) -> list[dict[str, Any]]:
    """The cases of a file, read once; a mere text stands under ``text``, a list under ``turns``.

    A key of a question or conversation that means nothing is an error.
    """
    cases = read_yaml(path) or []
    refuse_unknown_keys(path, cases)
    return [case if isinstance(case, dict) else {"turns" if isinstance(case, list) else "text": case} for case in cases]


def mismatches(engine: Engine, case: dict[str, Any], clock: Context = CLOCK) -> list[str]:
    """What is wrong with the reply to a question; empty where it is as expected."""
    context = replace(clock, addressed=not case.get("group", False))
    if "now" in case:
        context = replace(context, now=datetime.fromisoformat(case["now"]).replace(tzinfo=BEIJING))
    reply = reply_object(engine.ask(case["ask"], context))
    if too_long := [part for part in reply["text"].split("\n\n") if len(part.splitlines()) > MOST_LINES]:
        return [f"more than {MOST_LINES} lines for one question: {too_long}"]
    found = []
    if "lang" in case and reply["lang"] != case["lang"]:
        found.append(f"lang is {reply['lang']}, not {case['lang']}")
    expected = case["expect"]
    if isinstance(expected, list):
        for part in expected:
            found += _part_mismatches(reply, part)
        return found
    for key in ("status", "kind", "winner"):
        if key in expected and reply[key] not in _listed(expected[key]):
            found.append(f"{key} is {reply[key]}, not {expected[key]}")
    for role, key in (("answer", "results"), ("also", "also"), ("difference", "difference")):
        if key in expected:
            got = [result for result in reply["results"] if result["role"] == role]
            found += _results(got, expected[key], in_order=key == "results")
    return found + _among(reply, expected) + _facts(reply, expected) + _texts(reply, expected)


def _listed(expected: Any) -> Any:
    return expected if isinstance(expected, list) else [expected]


def _among(reply: dict[str, Any], expected: dict[str, Any]) -> list[str]:
    """What ``first``, ``some`` and ``none`` ask: of the first answer, of any result, and of no answer."""
    answers = [result for result in reply["results"] if result["role"] == "answer"]
    found = _results(reply["results"], expected.get("some", []), in_order=False)
    if "first" in expected and not any(same(one, want) for one in answers[:1] for want in _listed(expected["first"])):
        found.append(f"the first answer is {[_short(one) for one in answers[:1]]}, not {expected['first']}")
    return found + [
        f"{_short(one)} is {unwanted}"
        for unwanted in expected.get("none", [])
        for one in answers
        if same(one, unwanted)
    ]


def _part_mismatches(reply: dict[str, Any], part: dict[str, Any]) -> list[str]:
    """One of several expected answers: its results and facts are among those of the reply."""
    found = []
    if "status" in part and reply["status"] != part["status"]:
        found.append(f"status is {reply['status']}, not {part['status']}")
    for key in ("results", "also", "difference"):
        found += _results(reply["results"], part.get(key, []), in_order=False)
    missing = [fact for fact in part.get("facts", []) if fact not in reply["facts"]]
    return found + [f"fact {fact} is missing" for fact in missing] + _texts(reply, part)


def _results(got: list[dict[str, Any]], wanted: list[dict[str, Any]], in_order: bool) -> list[str]:
    if not in_order:
        return [f"no result {want} among {got}" for want in wanted if not any(same(one, want) for one in got)]
    if len(got) != len(wanted):
        return [f"{len(got)} results, not {len(wanted)}: {[_short(one) for one in got]}"]
    return [f"{_short(one)} is not {want}" for one, want in zip(got, wanted, strict=True) if not same(one, want)]


def _short(result: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in result.items() if value is not None and key not in ("as_of", "source")}


def same(got: Any, want: Any) -> bool:
    if isinstance(want, dict):
        return isinstance(got, dict) and all(same(_of(got, key), value) for key, value in want.items())
    if isinstance(got, str) and isinstance(want, (str, int)) and not isinstance(want, bool):
        return got == str(want) or _same_number(got, str(want))
    return bool(got == want)


def _of(got: dict[str, Any], key: str) -> Any:
    """A key of a result; ``million`` is its price made one of a million tokens."""
    if key != "million" or not got.get("per") or got.get("value") is None:
        return got.get(key)
    return str(Decimal(got["value"]) / Decimal(got["per"]["value"]) * 1_000_000)


def _same_number(got: str, want: str) -> bool:
    try:
        one, other = Decimal(got), Decimal(want)
    except ArithmeticError:
        return False
    digits = max(12, len(other.as_tuple().digits) - 1)
    return one == other or abs(one - other) <= abs(other).scaleb(-min(digits, 12))


def _facts(reply: dict[str, Any], expected: dict[str, Any]) -> list[str]:
    wanted = expected.get("facts")
    if not wanted:
        return []
    if reply["facts"][:1] != wanted[:1] or not set(wanted) <= set(reply["facts"]):
        return [f"facts are {reply['facts']}, not {wanted}"]
    return []


def _texts(reply: dict[str, Any], expected: dict[str, Any]) -> list[str]:
    text = reply["text"].casefold()
    wanted = [_listed(each) for each in expected.get("text_has", [])]
    return [f"text lacks {each}" for each in wanted if not any(one.casefold() in text for one in each)]
