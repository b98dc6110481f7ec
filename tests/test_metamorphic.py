"""What carries no meaning changes nothing: blanks, hyphens, widths, pictures, thanks and closing marks, over the corpus.

Of the messages of the corpus one in twenty is asked again with changes of two or three families, all taken in turn;
``make fuzz`` asks every one with all of them. What changes a reply all the same is listed in ``corpus/changed.yaml``, with the reason.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from functools import cache, partial
from zlib import crc32

import pytest

from bot.answers import Context, Reply
from tests.corpus_cases import CORPUS, TODAY, load_cases
from tests.corpus_run import GAP, SILENCE, corpus_cases
from tests.frozen import frozen_engine

Change = Callable[[str], str]

EVERY = "FUZZ_EXAMPLES" in os.environ
SAMPLE = 20
"""Of so many messages one is asked, always the same one whatever joins the corpus, unless all are."""

IN_TURN = 3
"""Each family is tried on every third of them, the next family on the next, unless all are tried on all."""

MOST = 0.001
"""The share of messages of which a change may change the reply: each of them is listed."""


def put(there: str, instead: str, text: str) -> str:
    """The text with other characters instead of one."""
    return text.replace(there, instead)


def end(added: str, text: str) -> str:
    return text + added


def begin(added: str, text: str) -> str:
    return added + text


_HALF = "".join(map(chr, range(0x21, 0x7F)))
_WIDE = str.maketrans({character: chr(ord(character) + 0xFEE0) for character in _HALF} | {" ": "\u3000"})
_WIDE_WORDS = {code: wide for code, wide in _WIDE.items() if chr(code).isalnum()}
_NARROW = str.maketrans("，？！：；（）", ",?!:;()")
_BORDER = re.compile(r"(?<=[\u3400-\u9fff])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=[\u3400-\u9fff])")
_SPACED_BORDER = re.compile(r"(?<=[\u3400-\u9fff]) +(?=[A-Za-z0-9])|(?<=[A-Za-z0-9]) +(?=[\u3400-\u9fff])")

FAMILIES: dict[str, dict[str, Change]] = {
    "blanks": {
        "two": partial(put, " ", "  "),
        "tabs": partial(put, " ", "\t"),
        "no-break": partial(put, " ", "\u00a0"),
        "ideographic": partial(put, " ", "\u3000"),
        "thin": partial(put, " ", "\u2009"),
        "narrow no-break": partial(put, " ", "\u202f"),
        "of all kinds": partial(put, " ", " \u3000\t\u00a0"),
        "around it": lambda text: f" \u3000{text}\n \n",
    },
    "borders": {
        "spaced": lambda text: _BORDER.sub(" ", text),
        "closed up": lambda text: _SPACED_BORDER.sub("", text),
        "with ideographic blanks": lambda text: _BORDER.sub("\u3000", text),
    },
    "hyphens": {
        f"U+{code:04X}": partial(put, "-", chr(code))
        for code in (0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0xFE63, 0xFF0D)
    },
    "widths": {
        "full": lambda text: text.translate(_WIDE),
        "full letters and digits": lambda text: text.translate(_WIDE_WORDS),
        "half": lambda text: text.translate(_NARROW),
    },
    "thanks": {
        added: partial(end, added)
        for added in (", thanks", " thx!", ". Thank you so much!", " cheers mate", "，谢谢", "，谢谢大家！", " 多謝晒", "！唔該！", "先谢了")
    },
    "pictures": {
        "a smile": partial(end, "😂"),
        "hands": partial(end, " 🙏🏻"),
        "several": partial(end, " 😂😂👍🏽❤️"),
        "first": partial(begin, "🤔 "),
        "a flag": partial(end, "🇨🇳"),
    },
    "marks": {
        mark: partial(end, mark) for mark in ("!", "！！", "。", ".", "…", "...", "……", "~", "～", "？", "?", "？！", " ?", "??")
    },
}  # fmt: skip

_ASKING = "?？"


def changes_nothing(kind: str, change: str, text: str) -> bool:
    """Whether a change must leave a reply as it was: a question mark makes a question of what somebody states in a group."""
    return not (kind == SILENCE and any(mark in change for mark in _ASKING)) or text.endswith(("?", "？"))


def number(text: str) -> int:
    """A number that a message has for ever, to take some messages and changes by."""
    return crc32(text.encode("utf-8", "surrogatepass"))


@cache
def messages() -> dict[tuple[str, bool], str]:
    """The kinds of the messages of the corpus, by text and whether it is said to the bot."""
    return {
        (case.text, "ask" in case.body and not case.body.get("group", False)): case.kind
        for case in corpus_cases()
        if "turns" not in case.body
    }


@cache
def replies() -> dict[tuple[str, bool], tuple[str, Reply]]:
    """The replies to the messages that are asked, by text and whether it is said to the bot, with their kinds."""
    return {
        (text, addressed): (kind, ask(text, addressed))
        for (text, addressed), kind in messages().items()
        if EVERY or number(text) % SAMPLE == 0
    }


def ask(text: str, addressed: bool) -> Reply:
    return frozen_engine().ask(text, Context(addressed=addressed, today=TODAY))


def same(one: Reply, other: Reply) -> bool:
    """Whether two replies say the same of the same things."""
    return (one.status, one.kind, one.results, one.winner, one.facts) == (
        other.status,
        other.kind,
        other.results,
        other.winner,
        other.facts,
    )


LISTED = [{**case, "change": change} for case in load_cases(CORPUS / "changed.yaml") for change in case["changes"]]
"""What changes a reply all the same: the family, the change, the text, and why."""


@pytest.mark.parametrize("family", FAMILIES)
def test_what_carries_no_meaning_changes_no_reply(family: str) -> None:
    changes = list(FAMILIES[family].items())
    listed = {(case["family"], case["change"], case["text"]) for case in LISTED}
    asked = 0
    wrong = []
    turn = list(FAMILIES).index(family) % IN_TURN
    for (text, addressed), (kind, reply) in replies().items():
        place = number(text) // SAMPLE
        if not EVERY and place % IN_TURN != turn:
            continue
        for name, change in changes if EVERY else [changes[place // IN_TURN % len(changes)]]:
            changed = change(text)
            if changed == text or not changes_nothing(kind, name, text):
                continue
            asked += 1
            if (family, name, text) not in listed and not same(reply, ask(changed, addressed)):
                wrong.append((name, changed))
    assert wrong == []
    assert asked > len(changes)


def test_what_is_listed_is_little_and_still_changes_a_reply() -> None:
    """At most one message in a thousand a change, each with the reason; what no longer changes is taken off the list."""
    addressed_by_text = dict(messages().keys())
    for case in LISTED:
        addressed = addressed_by_text[case["text"]]
        changed = FAMILIES[case["family"]][case["change"]](case["text"])
        assert not same(ask(case["text"], addressed), ask(changed, addressed)), f"{changed} changes nothing any more"
        assert case["why"]
    for family, changes in FAMILIES.items():
        for name in changes:
            listed = sum((case["family"], case["change"]) == (family, name) for case in LISTED)
            assert listed <= MOST * len(messages())


def test_the_gaps_are_asked_as_well() -> None:
    assert {kind for kind, _ in replies().values()} >= {SILENCE, GAP, "budget"}
