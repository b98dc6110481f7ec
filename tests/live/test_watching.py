"""Every way in which a folder is changed is noticed."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from contextlib import aclosing
from pathlib import Path
from shutil import move

import pytest

from bot.knowledge.folder import packaged_folder
from bot.live.watching import changes, look, watched_folder

LOOKED_AFTER = 0.3


async def noticed(folder: Path, change: Callable[[], object]) -> None:
    """Make a change, and wait until it is noticed.

    Raises:
        TimeoutError: it was not noticed in time.
    """
    seen = look(folder)
    following = changes(folder, seen, LOOKED_AFTER)
    async with asyncio.timeout(60):
        async with aclosing(following):
            waiting = asyncio.ensure_future(anext(following))
            await asyncio.sleep(0.1)
            change()
            now = await waiting
            assert now != seen


def edit(path: Path) -> None:
    path.write_text("id: b\n", "utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "real"
    (made / "vendors").mkdir(parents=True)
    (made / "vendors" / "a.yaml").write_text("id: a\n", "utf-8")
    return made


async def test_a_file_that_is_written(folder: Path) -> None:
    await noticed(folder, lambda: edit(folder / "vendors" / "a.yaml"))


async def test_a_file_that_is_new_in_a_new_folder(folder: Path) -> None:
    def change() -> None:
        (folder / "articles").mkdir()
        edit(folder / "articles" / "b.yaml")

    await noticed(folder, change)


async def test_a_file_that_is_taken_away(folder: Path) -> None:
    await noticed(folder, (folder / "vendors" / "a.yaml").unlink)


async def test_a_file_that_is_renamed_over_another(folder: Path) -> None:
    def change() -> None:
        edit(folder / ".a.yaml.new")
        (folder / ".a.yaml.new").replace(folder / "vendors" / "a.yaml")

    await noticed(folder, change)


async def test_the_data_link_that_kubernetes_swaps(tmp_path: Path, folder: Path) -> None:
    mount = tmp_path / "mount"
    mount.mkdir()
    shutil.copytree(folder, mount / "..1")
    (mount / "..data").symlink_to("..1")
    (mount / "vendors").symlink_to("..data/vendors")

    def change() -> None:
        shutil.copytree(mount / "..1", mount / "..2")
        edit(mount / "..2" / "vendors" / "a.yaml")
        (mount / "..data_tmp").symlink_to("..2")
        (mount / "..data_tmp").replace(mount / "..data")
        shutil.rmtree(mount / "..1")

    await noticed(mount, change)


async def test_a_link_above_the_folder_that_is_swapped(tmp_path: Path, folder: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(folder)

    def change() -> None:
        shutil.copytree(folder, tmp_path / "next")
        (tmp_path / "new").symlink_to(tmp_path / "next")
        (tmp_path / "new").replace(link)

    await noticed(link, change)


async def test_a_folder_that_goes_and_comes_again(tmp_path: Path, folder: Path) -> None:
    following, away = changes(folder, look(folder), LOOKED_AFTER), tmp_path / "away"
    async with asyncio.timeout(60):
        move(folder, away)
        assert (await anext(following)).files == ()
        move(away, folder)
        assert (await anext(following)).files != ()


async def test_what_changed_before_it_is_listened_for(folder: Path) -> None:
    seen = look(folder)
    edit(folder / "vendors" / "a.yaml")
    async with asyncio.timeout(60):
        assert await anext(changes(folder, seen, LOOKED_AFTER)) != seen


def test_what_a_package_brings_is_not_watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert watched_folder(tmp_path) == tmp_path
    assert watched_folder(None) == packaged_folder()
    monkeypatch.setattr("bot.live.watching.packaged_folder", lambda: tmp_path / "knowledge_data")
    assert watched_folder(None) is None
