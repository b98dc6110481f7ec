"""Asks the whole corpus on its frozen markets, and says what is wrong, by kind: ``python -m tools.corpus``.

With ``--against REV``, the code of another revision is asked the same, and the cases are told that are won or lost
since; then the cases of that revision's own corpus that are no more, or expect something else today.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Final

from bot.engine import Engine
from bot.knowledge.entries import Knowledge
from bot.knowledge.load import KnowledgeError, load_knowledge
from tests.corpus_cases import MARKET, TODAYS_MARKET
from tests.corpus_run import (
    CONVERSATION,
    CONVERSATION_GAP,
    GAP,
    SILENCE,
    SILENCE_GAP,
    Case,
    corpus_cases,
    problems,
    todays_cases,
)

ROOT: Final = Path(__file__).parent.parent
_HARNESS: Final = (
    "tools/__init__.py",
    "tools/corpus.py",
    "tests/corpus_cases.py",
    "tests/corpus_conversations.py",
    "tests/corpus_run.py",
)
"""What asks the code of another revision, so that it need not know how to do so itself."""

_SHOWN: Final = 300
"""Characters of what is wrong with a case that are shown."""

_CASES: Final = "cases.json"
_MARKETS: Final = (MARKET, TODAYS_MARKET)

Problems = list[list[str]]
"""What is wrong with each of several cases."""


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; its exit status is 1 where a case is wrong, 2 where a revision cannot be asked."""
    parser = argparse.ArgumentParser(prog="python -m tools.corpus", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--against", metavar="REV", help="a git revision to compare with")
    parser.add_argument("--markets", type=Path, nargs=2, default=_MARKETS, help=argparse.SUPPRESS)
    parser.add_argument("--cases", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.cases:
        _answer_to_another(options.cases, options.markets)
        return 0
    cases = [*corpus_cases(), *todays_cases()]
    if options.against is None:
        return _tell(cases, _asked(cases, _engines()))
    try:
        with tempfile.TemporaryDirectory(prefix="corpus-") as folder:
            return _compare(cases, options.against, Path(folder))
    except (OSError, subprocess.CalledProcessError) as error:
        parser.error(f"{options.against} cannot be asked: {getattr(error, 'stderr', None) or error}")


def _engines(markets: Sequence[Path] = _MARKETS) -> tuple[Engine, ...]:
    return tuple(Engine(load_knowledge(market)) for market in markets)


def _asked(cases: Iterable[Case], engines: Sequence[Engine]) -> Problems:
    return [problems(engines[case.today], case) for case in cases]


def _tell(cases: Sequence[Case], found: Problems) -> int:
    """What is wrong, and how many of each kind are right."""
    for case, wrong in zip(cases, found, strict=True):
        if wrong:
            _show(f"{case.label}: {case.text}", wrong)
    total = Counter(case.label for case in cases)
    bad = Counter(case.label for case, wrong in zip(cases, found, strict=True) if wrong)
    print(f"{'':21}{'cases':>7}{'right':>7}")
    for kind, count in [*total.items(), ("all", total.total())]:
        print(f"{kind:21}{count:7,}{count - (bad.total() if kind == 'all' else bad[kind]):7,}")
    turns = sum(len(case.body["turns"]) for case in cases if case.kind == CONVERSATION)
    kinds = Counter(case.kind for case in cases)
    others = (SILENCE, CONVERSATION, GAP, SILENCE_GAP, CONVERSATION_GAP)
    questions = kinds.total() - sum(kinds[kind] for kind in others)
    print(
        f"{questions:,} questions, {kinds[SILENCE]:,} messages that deserve silence, {kinds[CONVERSATION]:,} "
        f"conversations of {turns:,} messages; known gaps: {kinds[GAP]:,} questions, {kinds[SILENCE_GAP]:,} "
        f"messages, {kinds[CONVERSATION_GAP]:,} conversations"
    )
    return 1 if bad else 0


def _show(head: str, lines: Iterable[str]) -> None:
    print("\n    ".join((head, *(line[:_SHOWN] for line in lines))))


def _compare(cases: Sequence[Case], revision: str, folder: Path) -> int:
    """What is wrong here, and what was won and lost since the revision, whose files are put into the folder."""
    _check_out(revision, folder)
    known = set(map(_key, cases))
    theirs = (*corpus_cases(folder / "tests/corpus"), *todays_cases(folder / "tests/corpus/today"))
    gone = [case for case in theirs if _key(case) not in known]
    every = [*cases, *gone]
    there = _ask_there(every, folder)
    here = _asked(every, _engines())
    status = _tell(cases, here[: len(cases)])
    changes = list(zip(every, _problems_there(there, folder), here, strict=True))
    ours, of_theirs = changes[: len(cases)], changes[len(cases) :]
    won = [(case, then) for case, then, now in ours if then and not now]
    lost = [(case, now) for case, then, now in ours if now and not then]
    other = [(case, now) for case, then, now in of_theirs if now and not then]
    print(f"\nagainst {revision}: {len(won):,} won, {len(lost):,} lost")
    print(f"{len(gone):,} cases only in {revision}: {len(other):,} of them right there and otherwise here")
    for what, found in (("won", won), ("lost", lost), ("otherwise", other)):
        for kind, count in Counter(case.label for case, _ in found).most_common():
            print(f"  {what:10}{count:5,}  {kind}")
    for what, found in (("won", won), ("lost", lost), ("otherwise", other)):
        for case, wrong in found:
            _show(f"{what}: {case.label}: {case.text}", wrong)
    return status


def _key(case: Case) -> str:
    return json.dumps(case.body, sort_keys=True, ensure_ascii=False, default=str)


def _check_out(revision: str, folder: Path) -> None:
    """The files of a revision, with what asks them as it is here."""
    archive = folder / "revision.zip"
    command = ["git", "-C", str(ROOT), "archive", "--format=zip", f"--output={archive}", revision]
    subprocess.run(command, check=True, capture_output=True, text=True)
    shutil.unpack_archive(archive, folder)
    for file in _HARNESS:
        (folder / file).parent.mkdir(exist_ok=True)
        shutil.copyfile(ROOT / file, folder / file)


def _ask_there(cases: Iterable[Case], folder: Path) -> subprocess.Popen[str]:
    """Begins to ask the code in a folder."""
    (folder / _CASES).write_text(json.dumps([asdict(case) for case in cases], default=str), encoding="utf-8")
    command = [sys.executable, "-m", "tools.corpus", "--cases", _CASES, "--markets", *map(str, _MARKETS)]
    return subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True)


def _problems_there(asked: subprocess.Popen[str], folder: Path) -> Problems:
    _, complaint = asked.communicate()
    if asked.returncode:
        raise subprocess.CalledProcessError(asked.returncode, asked.args, stderr=complaint)
    found: Problems = json.loads((folder / _CASES).read_text(encoding="utf-8"))
    return found


def _answer_to_another(file: Path, markets: Sequence[Path]) -> None:
    """In the other revision: what is wrong with the cases in a file, in their place.

    Code that cannot read a market goes by its own, or else by the knowledge that it came with.
    """
    engines = [Engine(_readable((ours, its_own))) for ours, its_own in zip(markets, _MARKETS, strict=True)]
    cases = [Case(**one) for one in json.loads(file.read_text(encoding="utf-8"))]
    file.write_text(json.dumps(_asked(cases, engines), ensure_ascii=False), encoding="utf-8")


def _readable(folders: Iterable[Path]) -> Knowledge:
    for folder in folders:
        with suppress(KnowledgeError):
            return load_knowledge(folder)
    return load_knowledge()


if __name__ == "__main__":
    sys.exit(main())
