"""The wheel, installed into an empty environment and run from another folder, answers."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
BIN = "Scripts" if os.name == "nt" else "bin"


def run(*command: str | Path, folder: Path) -> str:
    """What the command prints; it sees nothing of this checkout."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PRICEBOT", "COV"))}
    done = subprocess.run(command, cwd=folder, env=environ, capture_output=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip = (sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index", "--no-build-isolation")
    run(*pip, "--wheel-dir", folder, ROOT, folder=folder)
    [built] = folder.glob("*.whl")
    return built


def test_the_wheel_holds_the_package_and_its_knowledge_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    knowledge = {path.relative_to(ROOT / "knowledge").as_posix() for path in (ROOT / "knowledge").rglob("*.yaml")}
    assert knowledge
    assert {f"bot/knowledge_data/{name}" for name in knowledge} <= names
    assert {"bot/cli.py", "bot/py.typed", "bot/telegram/app.py"} <= names
    page = {f"bot/playground/web/{path.name}" for path in (ROOT / "bot/playground/web").iterdir()}
    assert page & names == page >= {"bot/playground/web/index.html"}
    fonts = ROOT / "bot/charts/fonts"
    assert {f"bot/charts/fonts/{path.name}" for path in fonts.iterdir() if path.is_file()} <= names
    with zipfile.ZipFile(wheel) as archive:
        licences = [name for name in archive.namelist() if ".dist-info/licenses/" in name]
        assert {Path(name).name for name in licences} == {"LICENSE", "OFL.txt"}
        metadata = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        assert "License-Expression: MIT AND OFL-1.1" in archive.read(metadata).decode()
    assert all(name.startswith("bot/") and "__pycache__" not in name for name in names)


def locked() -> Iterator[Distribution]:
    """What the lock file names for this machine, as it is installed here: each of just that version."""
    pinned = re.findall(
        r"^([a-z][^ ]*==[^ ]+(?: ;[^\\\n]+)?)", (ROOT / "requirements/run.lock").read_text("utf-8"), re.MULTILINE
    )
    for requirement in map(Requirement, pinned):
        if requirement.marker is None or requirement.marker.evaluate():
            found = distribution(requirement.name)
            assert found.version in requirement.specifier, f"{requirement} is locked, {found.version} installed"
            yield found


def lend(environment: Path) -> None:
    """Put what is locked into an environment by links to where it is installed, which needs no network and no time."""
    there = Path(sysconfig.get_path("purelib", vars={"base": str(environment), "platbase": str(environment)}))
    for each in locked():
        for top in {Path(file).parts[0] for file in each.files or ()} - {"..", "__pycache__"}:
            if not (there / top).exists():
                (there / top).symlink_to(Path(str(each.locate_file(top))))


def test_the_wheel_answers_in_an_empty_environment(wheel: Path, tmp_path: Path) -> None:
    """The environment holds what the lock file names and nothing else, as a user's does: that is enough for the wheel."""
    environment = tmp_path / "environment"
    run(sys.executable, "-m", "venv", "--without-pip", environment, folder=tmp_path)
    lend(environment)
    pip = (sys.executable, "-m", "pip", "--python", environment / BIN / "python")
    run(*pip, "install", "--quiet", "--no-index", "--no-compile", wheel, folder=tmp_path)

    asked = run(
        environment / BIN / "pricebot",
        "ask",
        "--json",
        "--as-of",
        "2024-05-16",
        "1元能买多少GLM tokens",
        folder=tmp_path,
    )
    [result, *_] = json.loads(asked)["results"]
    assert (result["subject"], result["value"], result["unit"]) == ("zhipu/glm-3-turbo", "2000000", "token")
    picture = tmp_path / "chart.png"
    run(environment / BIN / "pricebot", "chart", "DeepSeek V4 Pro", "-o", picture, folder=tmp_path)
    assert picture.read_bytes().startswith(b"\x89PNG")
    loaded_from = "import bot, bot.knowledge.folder as f; print(bot.__file__); print(f.packaged_folder())"
    for line in run(environment / BIN / "python", "-c", loaded_from, folder=tmp_path).splitlines():
        assert Path(line).is_relative_to(environment.resolve())
