"""Each id has a code of its own, whatever else is known and in whatever order; codes once given out keep their meaning."""

from __future__ import annotations

import random
import re
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise

import pytest

from bot.codes.ids import CODE, IdTable, codes_of, short_code
from bot.codes.question import MAX_CODE_LENGTH, decode, encode
from bot.knowledge.entries import Entry, EntryKind, Knowledge, Wording
from bot.quantities import COPY, TOKEN, Quantity, Range
from bot.question import Kind, Load, Question
from tests.conftest import DOUBAO, GLM
from tests.frozen import frozen_catalogue

THOUSANDS = [f"vendor/model-{number}" for number in range(30_000)]
IN_ORDER = sorted(THOUSANDS, key=short_code)
TWINS = next((one, other) for one, other in pairwise(IN_ORDER) if short_code(one) == short_code(other))
"""Two ids that would share a short code."""


class Ids:
    def __init__(self, *ids: str) -> None:
        self._ids = ids

    def ids(self) -> tuple[str, ...]:
        return self._ids


def knowing(knowledge: Knowledge, *ids: str) -> Knowledge:
    """The knowledge with models of these ids as well."""
    models = {id_: Entry(id_, EntryKind.MODEL, Wording(id_, id_)) for id_ in ids}
    return replace(knowledge, entries={**knowledge.entries, **models})


def test_codes_that_buttons_out_there_carry_are_still_right(frozen: Knowledge) -> None:
    table = IdTable(frozen, Ids())
    assert table.code_of(GLM) == "bAxg"
    assert table.id_of("bAxg") == GLM
    known = (*frozen.entries, *frozen.facts, *frozen.works)
    assert [table.id_of(short_code(id_)) for id_ in known] == list(known)


def test_ids_that_would_share_a_code_have_longer_ones_each(frozen: Knowledge) -> None:
    table = IdTable(knowing(frozen, *TWINS), Ids())
    codes = [table.code_of(id_) for id_ in TWINS]
    assert all(re.fullmatch("_[0-9A-Za-z]{8}", code) for code in codes)
    assert [table.id_of(code) for code in codes] == list(TWINS)
    assert table.id_of(short_code(TWINS[0])) is None, "an old button must not mean the other one"
    assert table.code_of(GLM) == "bAxg"


def test_the_order_in_which_ids_are_known_decides_nothing() -> None:
    codes = codes_of(THOUSANDS)
    assert len(set(codes.values())) == len(THOUSANDS)
    assert all(re.fullmatch(CODE, code) for code in codes.values())
    assert sum(len(code) > 4 for code in codes.values()) < 200
    shuffled = THOUSANDS.copy()
    random.Random(7).shuffle(shuffled)
    assert codes_of(shuffled) == codes
    fewer = codes_of(shuffled[:20_000])
    assert all(codes[id_] == code or len(codes[id_]) > 4 for id_, code in fewer.items())


def test_a_curated_id_keeps_its_code_beside_one_of_the_catalogue(frozen: Knowledge) -> None:
    curated, other = TWINS
    table = IdTable(knowing(frozen, curated), Ids(other, "openai/gpt"))
    assert table.code_of(curated) == short_code(curated)
    assert len(table.code_of(other)) == 9
    assert [table.id_of(table.code_of(id_)) for id_ in (curated, other, "openai/gpt")] == [curated, other, "openai/gpt"]


def test_all_of_the_catalogue_reads_back(frozen: Knowledge) -> None:
    catalogue = frozen_catalogue()
    table = IdTable(frozen, catalogue)
    assert [table.id_of(table.code_of(id_)) for id_ in catalogue.ids()] == list(catalogue.ids())


@pytest.mark.parametrize(
    "question",
    [
        Question(Kind.COMPARE, TWINS),
        Question(Kind.COMPARE, (GLM, TWINS[1], DOUBAO, TWINS[0]), versus=TWINS[0]),
        Question(
            Kind.COST,
            (TWINS[0], GLM),
            loads=(
                Load(Quantity(Range.exactly(2), COPY), work="three-body", subject=TWINS[0]),
                Load(Quantity(Range.exactly(5), TOKEN), subject=GLM),
            ),
        ),
        Question(
            Kind.COST, (GLM,), loads=tuple(Load(Quantity(Range.exactly(n), TOKEN), subject=TWINS[1]) for n in (1, 2))
        ),
    ],
)
def test_questions_with_longer_codes_read_back(frozen: Knowledge, question: Question) -> None:
    table = IdTable(knowing(frozen, *TWINS), Ids())
    code = encode(question, table)
    assert code is not None
    assert re.fullmatch(f"[A-Za-z0-9_-]{{1,{MAX_CODE_LENGTH}}}", code)
    assert decode(code, table) == question


@pytest.mark.parametrize("code", ["c-l5tM_", "c-l5tM_abcdefg", "c-l5t__6t", "m-s_abc", "m-s_bAxgbAxg_", "c-l_5t"])
def test_what_is_no_code_is_refused(frozen: Knowledge, code: str) -> None:
    assert decode(code, IdTable(knowing(frozen, *TWINS), Ids())) is None


def test_codes_need_neither_the_schema_nor_the_currencies() -> None:
    told = "import sys, bot.codes.ids, bot.codes.question; print(sorted({'pydantic', 'babel'} & {*sys.modules}))"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
