"""A fact is found by what it says and is asked with: nobody has to list the words that people use."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import Final

import yaml

from bot.answers import Context
from bot.engine import Engine
from bot.knowledge.folder import packaged_folder
from bot.knowledge.load import load_knowledge

_NEW: Final = Path(__file__).with_name("new_facts.yaml")
_TODAY: Final = Context(today=dt.date(2026, 11, 28))
_FOUND: Final = 66
"""Of 78. By facts: 19 of 24 of the first two, 25 of 30 of the next three, 22 of 24 of the last two, which nothing was tuned to."""


def test_facts_without_keywords_answer_other_wordings(tmp_path: Path) -> None:
    new = yaml.load(_NEW.read_bytes(), yaml.CSafeLoader)
    folder = tmp_path / "knowledge"
    shutil.copytree(packaged_folder(), folder)
    article = {
        "sources": [{"id": "notice", "publisher": "notice", "title": "notice", "date": "2026-11-01"}],
        "facts": new["facts"],
    }
    text = yaml.safe_dump(article, allow_unicode=True).replace("'", "")
    (folder / "articles" / "notice.yaml").write_text(text, encoding="utf-8")
    engine = Engine(load_knowledge(folder))

    asked = [(question, id_) for id_, questions in new["asked"].items() for question in questions]
    missed = [question for question, id_ in asked if id_ not in engine.ask(question, _TODAY).facts]

    assert len(asked) - len(missed) >= _FOUND, missed
