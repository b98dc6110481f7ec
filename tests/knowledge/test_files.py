"""What keeps a file or folder from being read is told first, and alone."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.knowledge.folder import read_folder
from bot.knowledge.load import load_knowledge
from bot.knowledge.problems import KnowledgeError, Place
from tests.knowledge.conftest import ARTICLE, FILES, ZHIPU

NOBODY = 65534


def told(folder: Path) -> list[str]:
    with pytest.raises(KnowledgeError) as error:
        load_knowledge(folder)
    return [str(problem) for problem in error.value.problems]


@pytest.fixture
def readable(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of conftest.py where everybody may look; the test goes on as somebody who is not root."""
    root = Path(tempfile.mkdtemp())
    for name, content in FILES.items():
        path = root / "knowledge" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    root.chmod(0o755)
    monkeypatch.chdir(root)
    load_knowledge(Path("knowledge"))
    yield Path("knowledge")
    shutil.rmtree(root)


@pytest.fixture
def as_nobody() -> Iterator[Callable[[], None]]:
    """Gives up the rights of root, until the test is over."""
    was = os.geteuid()
    yield lambda: os.seteuid(NOBODY) if was == 0 else None
    os.seteuid(was)


@pytest.mark.parametrize(
    ("locked", "said"),
    [
        ("vendors", "knowledge/vendors:1:1: cannot be read (Permission denied); check the folder's permissions"),
        (".", "knowledge:1:1: cannot be read (Permission denied); check the folder's permissions"),
        (
            "vendors/zhipu.yaml",
            "knowledge/vendors/zhipu.yaml:1:1: cannot be read (Permission denied); check the file's permissions",
        ),
    ],
)
def test_permissions_are_named_and_nothing_that_follows_from_them(
    readable: Path, as_nobody: Callable[[], None], locked: str, said: str
) -> None:
    (readable / locked).chmod(0)
    as_nobody()
    assert told(readable) == [said]


def test_links_are_followed(write: Callable[..., Path]) -> None:
    folder = write()
    plain = load_knowledge(folder)
    (folder / "vendors").rename("elsewhere")
    (folder / "vendors").symlink_to(Path("elsewhere").resolve())
    assert load_knowledge(folder).version == plain.version
    Path("linked").symlink_to(folder)
    assert load_knowledge(Path("linked")).version == plain.version


def test_a_folder_that_holds_itself_is_read_once(write: Callable[..., Path]) -> None:
    folder = write()
    plain = load_knowledge(folder)
    (folder / "vendors" / "again").symlink_to(folder.resolve())
    assert load_knowledge(folder).version == plain.version


@pytest.mark.parametrize("target", ["nowhere.yaml", "lost.yaml"])
def test_a_link_to_nothing_is_told_of_and_nothing_that_follows(write: Callable[..., Path], target: str) -> None:
    folder = write()
    (folder / "vendors" / "zhipu.yaml").unlink()
    (folder / "vendors" / "lost.yaml").symlink_to(target)
    assert told(folder) == [
        "knowledge/vendors/lost.yaml:1:1: is a link to nothing; let it lead to a file, or delete it"
    ]


def test_a_link_to_no_folder_is_told_of(write: Callable[..., Path]) -> None:
    folder = write()
    shutil.rmtree(folder / "vendors")
    (folder / "vendors").symlink_to("nowhere")
    assert told(folder) == ["knowledge/vendors:1:1: is a link to nothing; let it lead to a file, or delete it"]


def test_what_is_no_file_is_not_waited_for(write: Callable[..., Path]) -> None:
    folder = write()
    os.mkfifo(folder / "vendors" / "pipe.yaml")
    (folder / "vendors" / "zeros.yaml").symlink_to("/dev/zero")
    advice = "is no file with contents; put a plain file in its place, or delete it"
    assert told(folder) == [f"knowledge/vendors/{name}.yaml:1:1: {advice}" for name in ("pipe", "zeros")]


def test_what_is_no_knowledge_is_left_alone(write: Callable[..., Path]) -> None:
    folder = write()
    for name in (".git/config.yaml", ".hidden.yaml", "notes.txt", "vendors/zhipu.yaml~", "vendors/.#zhipu.yaml"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("{", "utf-8")
    assert read_folder(folder).problems == ()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a\x1b[31mb.yaml", r"a\x1b[31mb.yaml"),
        ("a\nb.yaml", r"a\nb.yaml"),
        ("a\u202eb.yaml", r"a\u202eb.yaml"),
        ("a\udcffb.yaml", r"a\udcffb.yaml"),
    ],
)
def test_names_of_files_are_shown_harmlessly(write: Callable[..., Path], name: str, shown: str) -> None:
    folder = write()
    (folder / "vendors" / name).write_text("\tid: zhipu\n", "utf-8")
    [problem] = told(folder)
    assert problem.startswith(f"knowledge/vendors/{shown}:1:")
    assert problem.isprintable()


def test_the_same_prices_a_thousand_times_over_are_told_of_in_no_time(complaints: Callable[..., list[str]]) -> None:
    price = "      - {amount: 1, currency: CNY, per: 1000, from: 2024-05-16, source: report}\n"
    assert len(complaints({"vendors/zhipu.yaml": ZHIPU + price * 10_000})) == 10_000


def test_problems_beyond_the_first_few_hundred_are_counted(complaints: Callable[..., list[str]]) -> None:
    asks = "".join(f"      - '{'x' * 3_000}'\n" for _ in range(300))
    assert len(complaints({"articles/report.yaml": ARTICLE + asks})) == 300
    with pytest.raises(KnowledgeError, match=r"\n\.\.\. and 100 more$"):
        load_knowledge(Path("knowledge"))


def test_places_are_ordered_by_file_line_and_column() -> None:
    assert Place("a", 2, 1) < Place("a", 10, 1) < Place("b", 1, 1)
