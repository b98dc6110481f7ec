"""The end of a model goes into its vendor's file, whether its prices stand there or in the wider catalogue."""

from __future__ import annotations

from pathlib import Path

from tests.maintain.conftest import VENDOR
from tests.maintain.new.conftest import New
from tests.maintain.new.test_new import VENDOR_FILE, is_right, read

END = ["--model", "星河Lite", "--retired", "2026-12-31"]


def test_a_model_ends_and_another_follows(write: New, folder: Path) -> None:
    said = write("end", *END, "--successor", "星河Max", "--source", "notice")
    assert (said.status, said.complaints) == (0, [])
    name = "    name: 星河 Lite\n"
    life = "    retired: 2026-12-31\n    successors: [xinghe/max]\n    status_source: notice\n"
    assert read(VENDOR_FILE) == VENDOR.replace(name, name + life)
    assert "→ 星河 Lite 还在卖，2026-12-31 下线" in said.output
    assert is_right(folder)
    assert write("end", *END, "--source", "notice").complaints == [
        "xinghe/lite has a `retired` in vendors/xinghe.yaml already; change it there"
    ]


def test_its_source_goes_behind_those_of_its_other_days(write: New, folder: Path) -> None:
    for written, expected in (("notice", "[notice, report]"), ("[notice, report]", "[notice, report]")):
        known = f"    superseded: true\n    status_source: {written}\n"
        text = VENDOR.replace("    name: 星河 Lite\n", f"    name: 星河 Lite\n{known}")
        Path(VENDOR_FILE).write_text(text, "utf-8")
        assert write("end", *END, "--source", "report").status == 0
        assert f"    retired: 2026-12-31\n    status_source: {expected}\n" in read(VENDOR_FILE)
    assert is_right(folder)


def test_a_model_of_the_catalogue_is_listed(write: New, folder: Path) -> None:
    end = ["--model", "gpt-4-turbo", "--retired", "2027-01-01", "--source", "notice", "--confidence", "A"]
    Path("vendors/openai.yaml").write_text("id: openai\nname: OpenAI\n", "utf-8")
    said = write("end", *end, "--remark", "their notice names no successor")
    assert (said.status, said.complaints) == (0, [])
    assert read("vendors/openai.yaml").endswith(
        "\nlisted:\n  # their notice names no successor\n  - models: [openai/gpt-4-turbo]\n    retired: 2027-01-01\n"
        "    status_source: notice\n    confidence: A\n"
    )
    assert "is GPT-4 Turbo still available" in said.output
    assert is_right(folder)
    assert write("end", *end).complaints == [
        "openai/gpt-4-turbo has a `listed` in vendors/openai.yaml already; change it there"
    ]


def test_what_is_missing_or_unknown_is_said(write: New) -> None:
    assert "--model, --retired missing" in write("end").complaints[-1]
    assert write("end", "--model", "nosuch", "--retired", "2027-01-01", "--source", "notice").complaints == [
        "there is no model `nosuch`"
    ]
