"""Questions get the replies that the corpus expects, and overheard chatter gets none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.answers import Context, Status
from bot.engine import Engine
from bot.knowledge.load import load_knowledge
from tests.corpus_cases import CORPUS, load_cases, mismatches
from tests.corpus_conversations import conversation_mismatches

QUESTIONS = [case for path in sorted((CORPUS / "questions").glob("*.yaml")) for case in load_cases(path)]
SILENCE = [case["text"] for case in load_cases(CORPUS / "silence.yaml")]
KNOWN_GAPS = load_cases(CORPUS / "known_gaps.yaml")
SILENCE_GAPS = [case["text"] for case in load_cases(CORPUS / "silence_gaps.yaml")]
README = Path(__file__).parent.parent / "README.md"


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(load_knowledge())


def test_the_corpus_is_as_large_as_the_readme_says() -> None:
    """The README states how many questions and how much chatter the corpus holds."""
    text = README.read_text(encoding="utf-8")
    assert f"{len(QUESTIONS):,} questions" in text
    assert f"{len(SILENCE):,} messages" in text


@pytest.mark.parametrize("case", QUESTIONS, ids=lambda case: case["ask"][:60])
def test_question_gets_the_expected_reply(engine: Engine, case: dict[str, Any]) -> None:
    """The reply to a question has the results, facts and language that the corpus says."""
    assert mismatches(engine, case) == []


@pytest.mark.parametrize("text", SILENCE, ids=lambda text: text[:60])
def test_chatter_gets_no_reply(engine: Engine, text: str) -> None:
    """An overheard message that asks nothing of the bot is passed over."""
    assert engine.ask(text, Context(addressed=False)).status is Status.IGNORED


@pytest.mark.parametrize("case", KNOWN_GAPS, ids=lambda case: case["ask"][:60])
def test_known_gap_is_still_one(engine: Engine, case: dict[str, Any]) -> None:
    """A gap that closes is to be moved to the questions."""
    assert mismatches(engine, case) != []


@pytest.mark.parametrize("text", SILENCE_GAPS, ids=lambda text: text[:60])
def test_known_interruption_is_still_one(engine: Engine, text: str) -> None:
    """An interruption that stops is to be moved to the silence."""
    assert engine.ask(text, Context(addressed=False)).status is not Status.IGNORED


CONVERSATIONS = yaml.safe_load((CORPUS / "conversations.yaml").read_text(encoding="utf-8"))
CONVERSATION_GAPS = yaml.safe_load((CORPUS / "conversation_gaps.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("turns", CONVERSATIONS, ids=lambda turns: turns[0]["ask"])
def test_conversation_goes_on_from_the_last_answer(engine: Engine, turns: list[dict[str, Any]]) -> None:
    """Each message goes on from the question before it, given that question's code and the language of its reply."""
    assert conversation_mismatches(engine, turns) == []


@pytest.mark.parametrize("turns", CONVERSATION_GAPS, ids=lambda turns: turns[0]["ask"])
def test_known_conversation_gap_is_still_one(engine: Engine, turns: list[dict[str, Any]]) -> None:
    """A gap that closes is to be moved to the conversations."""
    assert conversation_mismatches(engine, turns) != []
