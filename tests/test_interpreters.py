"""A hundred questions are read alike, and in bounded time, by every Python of 3.11 and later that this machine has."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bot.answers import Context
from bot.language.amounts.amounts import AmountFinder
from bot.language.basics.vocabulary import documents
from bot.text import normalize
from tests.corpus_cases import CORPUS, load_cases
from tests.frozen import frozen_engine, frozen_knowledge
from tests.smoke import TODAY

ROOT = Path(__file__).parent.parent
PYTHON = re.compile(r"python3\.(\d+)")
OLDEST = 11
VOCABULARY = ROOT / "bot" / "language" / "vocabulary"
FIRST = "1元能买多少GLM tokens"
"""The README's first question: a build of 3.11.2 once went on for ever with it."""
QUESTIONS = 100
LIMIT = 300
"""Seconds after which one Python is taken to go on for ever with the questions: they take it two or three."""


def pythons() -> list[Path]:
    """The interpreters in the folders of the path, in /usr/bin, and beside the one that runs this."""
    beside = Path(sys.base_prefix).parent.glob("*/bin")
    folders = [*os.get_exec_path(), "/usr/bin", "/usr/local/bin", *sorted(map(str, beside))]
    found = {Path(sys.executable).resolve(): None}
    for folder in map(Path, folders):
        for path in sorted(folder.glob("python3.*")) if folder.is_dir() else ():
            match = PYTHON.fullmatch(path.name)
            if match is not None and int(match[1]) >= OLDEST and os.access(path, os.X_OK):
                found.setdefault(path.resolve())
    return list(found)


FOUND = pythons()


def questions() -> list[str]:
    """The README's first question and others of the corpus, evenly spread over its files."""
    paths = sorted((CORPUS / "questions").glob("*.yaml"))
    asked = [case["ask"] for path in paths for case in load_cases(path)]
    return [FIRST, *asked[:: len(asked) // (QUESTIONS - 1)]][:QUESTIONS]


def expected() -> tuple[str, dict[str, list[Any]]]:
    """The task for the others, and what this Python makes of it."""
    knowledge, asked = frozen_knowledge(), questions()
    engine, finder = frozen_engine(), AmountFinder(knowledge.currency_words, knowledge.unit_words)
    normalized = [normalize(text) for text in asked]
    task = {
        "questions": asked,
        "normalized": [[each.original, each.text, list(each.offsets)] for each in normalized],
        "currency_words": [asdict(word) for word in knowledge.currency_words],
        "unit_words": [asdict(word) for word in knowledge.unit_words],
        "vocabulary": {name: documents(name) for name in sorted({path.stem for path in VOCABULARY.glob("*/*.yaml")})},
    }
    made: dict[str, list[Any]] = {
        "answers": [engine.ask(text, Context(today=TODAY)).text for text in asked],
        "amounts": [[str(amount) for amount in finder.find(each)] for each in normalized],
    }
    return json.dumps(task, default=str), made


def test_one_of_the_pythons_is_the_one_that_runs_this() -> None:
    assert Path(sys.executable).resolve() in FOUND


def version_of(python: Path) -> str | None:
    """All that a Python tells of its build; ``None`` where it does not start."""
    told = subprocess.run(
        [python, "-c", "import sys; sys.stdout.write(sys.version)"],
        check=False,
        capture_output=True,
        text=True,
        timeout=LIMIT,
    )
    return None if told.returncode else told.stdout


def test_questions_are_read_alike(record_property: Callable[[str, object], None], tmp_path: Path) -> None:
    """By each build of Python once, but for this one: with the dependencies that this environment has, where they fit, every
    question is answered; else amounts are found."""
    builds = {version: python for python in reversed(FOUND) if (version := version_of(python))}
    del builds[sys.version]
    task, made = expected() if builds else ("", {})
    for version, python in builds.items():
        done = read_by(python, task, tmp_path, same := version.startswith("{}.{}.".format(*sys.version_info)))
        record_property(str(python), f"{version}: {done['ran']}")
        assert done["amounts"] == made["amounts"], python
        assert done["ran"] == "answers" or not same, python
        if done["ran"] == "answers":
            assert done["answers"] == made["answers"], python


def read_by(python: Path, task: str, home: Path, same: bool) -> dict[str, Any]:
    """What a Python makes of the task; ``same`` where what is installed here fits it."""
    ran = subprocess.run(
        [python, "-m", "tests.smoke"],
        check=False,
        input=task,
        capture_output=True,
        text=True,
        timeout=LIMIT,
        cwd=ROOT,
        env={
            "PATH": os.defpath,
            "PYTHONPATH": sysconfig.get_path("purelib") if same else "",
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONUTF8": "1",
            "HOME": str(home),
        },
    )
    assert ran.returncode == 0, ran.stderr
    done: dict[str, Any] = json.loads(ran.stdout)
    return done
