"""The whole corpus: its questions, chatter, conversations and known gaps, and what is wrong with the replies to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bot.answers import Status
from bot.engine import Engine
from tests.corpus_cases import CLOCK, CORPUS, TODAYS_CLOCK, TODAYS_CORPUS, load_cases, mismatches
from tests.corpus_conversations import conversation_mismatches


@dataclass(frozen=True, slots=True)
class Case:
    """One case of the corpus: ``body`` is what its file says of it, ``kind`` what it is counted as."""

    kind: str
    """The kind of question that its file is named after, or one of the names below."""
    body: dict[str, Any]
    today: bool = False
    """It is about the market of today, rather than that of the article."""

    @property
    def label(self) -> str:
        """What it is counted as."""
        return f"today: {self.kind}" if self.today else self.kind

    @property
    def text(self) -> str:
        """What is asked, to be recognized by."""
        if "turns" in self.body:
            return " / ".join(turn["ask"] for turn in self.body["turns"])
        return str(self.body.get("ask", self.body.get("text")))


SILENCE, SILENCE_GAP, GAP = "silence", "silence gap", "known gap"
CONVERSATION, CONVERSATION_GAP = "conversation", "conversation gap"
_FILES = {
    SILENCE: "silence.yaml",
    CONVERSATION: "conversations.yaml",
    GAP: "known_gaps.yaml",
    SILENCE_GAP: "silence_gaps.yaml",
    CONVERSATION_GAP: "conversation_gaps.yaml",
}


def corpus_files(corpus: Path = CORPUS) -> dict[str, Path]:
    """The files of a corpus by the kinds of their cases, those of its market of today apart."""
    files = {path.stem: path for path in sorted((corpus / "questions").glob("*.yaml"))}
    others = {kind: corpus / name for kind, name in _FILES.items()}
    return files | {kind: path for kind, path in others.items() if path.exists()}


def corpus_cases(corpus: Path = CORPUS) -> Iterator[Case]:
    """Every case of a corpus, those of its market of today apart."""
    for kind, path in corpus_files(corpus).items():
        yield from (Case(kind, body) for body in load_cases(path))


def todays_cases(corpus: Path = TODAYS_CORPUS) -> Iterator[Case]:
    """Every case about the market of today."""
    yield from (replace(case, today=True) for case in corpus_cases(corpus))


def problems(engine: Engine, case: Case) -> list[str]:
    """What is wrong with the replies of its market's engine to a case; empty where they are as they should be."""
    before = _failures(engine)
    found = _problems(engine, case)
    return (
        found if _failures(engine) == before else [*found, "an answer failed, and an apology or silence took its place"]
    )


def _failures(engine: Engine) -> int:
    """How many answers failed so far; an engine of an older revision does not count them."""
    return sum(getattr(engine, "failures", {}).values())


def _problems(engine: Engine, case: Case) -> list[str]:
    clock = TODAYS_CLOCK if case.today else CLOCK
    if case.kind == CONVERSATION:
        return conversation_mismatches(engine, case.body["turns"], clock)
    if case.kind == CONVERSATION_GAP:
        wrong = conversation_mismatches(engine, case.body["turns"], clock)
        return [] if wrong else ["is right now: move it to the others"]
    if case.kind == GAP:
        return (
            []
            if mismatches(engine, case.body, clock)
            else ["is right now: move it to the questions (python -m tools.settle)"]
        )
    if case.kind not in (SILENCE, SILENCE_GAP):
        return mismatches(engine, case.body, clock)
    reply = engine.ask(case.body["text"], replace(clock, addressed=False))
    silent = reply.status is Status.IGNORED
    if case.kind == SILENCE:
        return [] if silent else [f"is answered: {reply.text}"]
    return ["gets no reply now: move it to the silence"] if silent else []
