"""Whatever is done to the files, the knowledge base loads or says what is wrong, in words and in bounded time."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.knowledge.load import load_knowledge
from bot.knowledge.problems import KnowledgeError
from tests.knowledge.conftest import FILES

TYPED: Final = st.one_of(
    st.sampled_from(
        "： ， 、 ； “ ” 【 】 ｛ ｝ \u3000 \u00a0 \u200b \u202e \u0085 \u2028 \t # & * ! | > @ ` % ? ~ - --- ... : [ ] { } , ' \" \\ "
        "<<: <<<<<<< ======= >>>>>>> !!python/object:os.system 1,000 0,3 1e9 .5 007 ０ 元 null true yes 2024-02-30 \ud800 \udcff \x00 \x1b".split(
            " "
        )
    ),
    st.text(max_size=3),
    st.integers(1, 60).map("9".__mul__),
    st.integers(1, 2_000).map("[".__mul__),
    st.integers(1, 2_000).map("- ".__mul__),
    st.just("\n"),
)


@st.composite
def edited(draw: st.DrawFn) -> dict[str, str]:
    """The files after some slips: something typed, something gone, a line twice or elsewhere."""
    files = dict(FILES)
    for _ in range(draw(st.integers(1, 4))):
        name = draw(st.sampled_from(sorted(files)))
        text = files[name]
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.sampled_from((0, 0, 0, 1, 2, 8, 40))))
        if draw(st.integers(0, 4)):
            files[name] = text[:start] + draw(TYPED) + text[end:]
        else:
            lines = text.splitlines(keepends=True)
            line = draw(st.sampled_from(lines)) if lines else ""
            files[name] = text[:start] + line + text[end:]
    return files


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edited())
@example({"vendors/zhipu.yaml": "id: zhipu\nname: Z\naliases: ['\u200b', '\ufe0f', '\u0301']\n"})
@example({"vendors/zhipu.yaml": f"id: zhipu\nname: {'9' * 900_000}\n"})
@example({"vendors/zhipu.yaml": f"id: zhipu\n{'k' * 400_000}: 1\n{'[' * 300_000}\n"})
@example({"vendors/zhipu.yaml": f"id: zhipu\nname: {'{a：' * 200_000}\n"})
@example({"vendors/zhipu.yaml": "id: zhipu\nname: Z\n" + "aliases: [a]\n" * 60_000})
@example({"articles/report.yaml": "\ud800"})
def test_edits_are_read_or_told_of(write: Callable[..., Path], files: dict[str, str]) -> None:
    folder = write({name: text.encode("utf-8", "surrogatepass") for name, text in files.items()})
    try:
        knowledge = load_knowledge(folder)
    except KnowledgeError as error:
        told = error
    else:
        assert all(name.text for name in knowledge.names)
        return
    assert len(str(told)) < 500_000
    for problem in told.problems:
        assert problem.words()[0]
        assert problem.words()[1]
        assert problem.line >= 1
        assert problem.column >= 1
        assert str(problem).isprintable()
        assert len(str(problem)) < 2_000
        assert set(re.findall(r"\{([a-z_]+)\}", "".join(problem.said))) <= dict(problem.parts).keys()
