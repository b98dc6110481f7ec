"""Conversations with the replies that each turn must get, and how they are held against an engine.

A conversation is a list of turns. A turn is a flat mapping: ``ask`` is the message, and every other key is what its
reply must have: ``status``, ``kind``, ``lang``, ``winner``, ``fact`` (the first), ``text_has`` (a list); of its first
answer ``subject``, ``value``, ``range``, ``unit``, ``side``, ``per`` and ``free``; of all answers ``subjects`` (in
order), ``values`` (subject to value, in any order, no others) or ``results`` (in order, each with the keys that
count); and ``some``, results of any role that must be among them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.answers import Context
from bot.engine import Engine
from bot.replies.machine import reply_object
from tests.corpus_cases import CLOCK, same

_OF_FIRST = ("subject", "value", "range", "unit", "side", "per", "free")
_OF_REPLY = ("status", "kind", "lang", "winner", "fact")


def conversation_mismatches(engine: Engine, turns: list[dict[str, Any]], clock: Context = CLOCK) -> list[str]:
    """What is wrong with the replies to the turns of a conversation; empty where all are as expected.

    Each turn is given what the local chat keeps: the code of the last Question answered, and the language of the
    last reply for a message that leaves its own open.
    """
    found: list[str] = []
    context = clock
    for turn in turns:
        reply = engine.ask(turn["ask"], context)
        found += [f"{turn['ask']}: {problem}" for problem in _turn_mismatches(reply_object(reply), turn)]
        context = replace(context, previous=reply.code or context.previous, usual_language=reply.language)
    return found


def _turn_mismatches(reply: dict[str, Any], turn: dict[str, Any]) -> list[str]:
    results = reply["results"]
    answers = [result for result in results if result["role"] == "answer"]
    first = answers[0] if answers else {}
    seen = {key: first.get(key) for key in _OF_FIRST} | {key: reply.get(key) for key in _OF_REPLY}
    seen |= {
        "fact": next(iter(reply["facts"]), None),
        "subjects": [result["subject"] for result in answers],
        "values": {result["subject"]: result["value"] for result in answers},
    }
    found = [f"{key} is {seen[key]}, not {turn[key]}" for key in turn if key in seen and not _as(seen[key], turn[key])]
    if "values" in turn and len(answers) != len(turn["values"]):
        found.append(f"{len(answers)} answers, not {len(turn['values'])}")
    if "results" in turn and not _as(answers, turn["results"]):
        found.append(f"answers are {answers}, not {turn['results']}")
    found += [f"no result {want} in {results}" for want in turn.get("some", []) if not _among(results, want)]
    return found + [f"text lacks {text!r}" for text in turn.get("text_has", []) if text not in reply["text"]]


def _among(results: list[dict[str, Any]], want: dict[str, Any]) -> bool:
    return any(same(result, want) for result in results)


def _as(got: Any, want: Any) -> bool:
    if isinstance(want, list):
        return len(got) == len(want) and all(same(one, other) for one, other in zip(got, want, strict=True))
    if isinstance(want, dict) and isinstance(got, dict) and got.keys() != want.keys():
        return False
    return same(got, want)
