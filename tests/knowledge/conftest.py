"""A small knowledge folder that is right, to be broken by one change at a time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.knowledge.load import load_knowledge
from bot.knowledge.problems import KnowledgeError

ZHIPU = """\
id: zhipu
name: {zh: 智谱 AI, en: Zhipu AI}
aliases: [智谱]

rates:
  - {tokens: 2, characters: 1, source: report}

models:
  - id: zhipu/glm-3-turbo
    name: GLM-3 Turbo
    aliases: [GLM]
    prices:
      - amount: 0.0005
        currency: CNY
        per: 1000
        from: 2024-05-16
        source: report
"""

ARTICLE = """\
sources:
  - id: report
    publisher: {zh: 报社, en: The Paper}
    title: 价格战
    date: 2024-05-16

facts:
  - id: glm-price
    subjects: [zhipu/glm-3-turbo]
    statement: {zh: 很便宜。, en: It is cheap.}
    keywords:
      - [价格, price]
    asks:
      - GLM什么价
"""

FILES = {"vendors/zhipu.yaml": ZHIPU, "articles/report.yaml": ARTICLE}


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Writes the files into ``knowledge/`` of an empty current directory, those given in place of the right ones."""
    monkeypatch.chdir(tmp_path)

    def written(changed: dict[str, str | bytes] | None = None) -> Path:
        folder = Path("knowledge")
        for name, content in {**FILES, **(changed or {})}.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return folder

    return written


@pytest.fixture
def complaints(write: Callable[..., Path]) -> Callable[..., list[str]]:
    """The problems, as lines, of the folder with some files changed."""

    def said(changed: dict[str, str | bytes]) -> list[str]:
        with pytest.raises(KnowledgeError) as error:
            load_knowledge(write(changed))
        return [str(problem) for problem in error.value.problems]

    return said
