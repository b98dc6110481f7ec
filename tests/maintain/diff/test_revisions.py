"""Folders as they were in revisions of a real repository, whose work tree is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.maintain.diff.revisions import RevisionError, write_revision
from tests.maintain.diff.conftest import FILES, edited, git, written

pytestmark = pytest.mark.usefixtures("alone")


def contents(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): path.read_text("utf-8") for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_what_a_folder_held_in_a_revision(repository: Path, tmp_path: Path) -> None:
    before = contents(repository / "knowledge")
    status = git(repository, "status", "--porcelain")
    write_revision(repository / "knowledge", "first", tmp_path / "first")
    write_revision(repository / "knowledge", "HEAD", tmp_path / "second")
    assert contents(tmp_path / "first") == FILES
    assert (
        contents(tmp_path / "second")["vendors/xinghe.yaml"] == edited(("input: 4", "input: 3"))["vendors/xinghe.yaml"]
    )
    assert contents(repository / "knowledge") == before
    assert git(repository, "status", "--porcelain") == status


def test_a_folder_that_was_elsewhere_then(repository: Path, tmp_path: Path) -> None:
    git(repository, "mv", "knowledge", "prices")
    git(repository, "commit", "-qm", "Three")
    with pytest.raises(RevisionError, match="neither a folder nor in the git repository"):
        write_revision(repository / "prices", "first", tmp_path / "none")
    write_revision(repository / "prices", "first:knowledge", tmp_path / "first")
    assert contents(tmp_path / "first")["vendors/xinghe.yaml"] == FILES["vendors/xinghe.yaml"]


def test_the_repository_is_the_folder_itself(repository: Path, tmp_path: Path) -> None:
    own = written(tmp_path / "own", FILES)
    git(tmp_path, "init", "-q", str(own))
    git(own, "add", ".")
    git(own, "commit", "-qm", "One")
    write_revision(own, "HEAD", tmp_path / "out")
    assert contents(tmp_path / "out") == FILES


@pytest.mark.parametrize(
    ("revision", "said"),
    [
        ("gone", "neither a folder nor in the git repository"),
        ("first:gone", "neither a folder nor in the git repository"),
        ("first:knowledge/vendors/xinghe.yaml", "is no folder"),
        ("first:knowledge/vendors/nothing", "neither a folder nor in the git repository"),
        ("--all", "neither a folder nor"),
        ("--output=x:y", "neither a folder nor"),
        ("", "neither a folder nor in the git repository|holds 0"),
        ("a\0b", "git does not answer"),
        ("\x1b[31m", "neither a folder nor"),
    ],
)
def test_what_is_no_revision(repository: Path, tmp_path: Path, revision: str, said: str) -> None:
    with pytest.raises(RevisionError, match=said) as error:
        write_revision(repository / "knowledge", revision, tmp_path / "out")
    assert str(error.value).isprintable()
    assert not (tmp_path / "out").exists()


def test_a_folder_in_no_repository(tmp_path: Path) -> None:
    with pytest.raises(RevisionError, match="not a git repository"):
        write_revision(written(tmp_path / "plain", FILES), "HEAD", tmp_path / "out")


def test_a_link_is_not_followed(repository: Path, tmp_path: Path) -> None:
    (repository / "knowledge" / "other.yaml").symlink_to("/etc/passwd")
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "Link")
    with pytest.raises(RevisionError, match=r"other\.yaml is a link there"):
        write_revision(repository / "knowledge", "HEAD", tmp_path / "out")


def test_git_is_not_installed(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RevisionError, match="git is not installed"):
        write_revision(repository / "knowledge", "HEAD", tmp_path / "out")
