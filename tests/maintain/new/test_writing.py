"""What is written is read again as what was meant, in lines that fit on the page."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.characters import CONTROL, INVISIBLE
from bot.knowledge.yaml_text import Value, read_yaml
from bot.maintain.new.writing import WIDTH, block, flow, flow_item, list_item, scalar

TEXTS = st.text(
    st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\u2028\u2029\ufeff\ufffe\uffff"), min_size=1, max_size=40
).filter(lambda text: not CONTROL.search(text) and not INVISIBLE.search(text)) | st.sampled_from(
    ["true", "no", "1", "1,000", "2024-05", "0123", "~", "a: b", "a #b", "#3", "- a", "{a}", '"', "'", "a, b", "1e3", "：", "?"]
)  # fmt: skip
NUMBERS = st.decimals(min_value=0, max_value=10**9, places=6)
LEAVES = TEXTS | NUMBERS | st.booleans()
VALUES = (
    LEAVES
    | st.lists(LEAVES, min_size=1, max_size=4).map(tuple)
    | st.dictionaries(st.sampled_from(["zh", "en", "from", "above"]), LEAVES, min_size=1)
)
MAPPINGS = st.dictionaries(
    st.sampled_from(["id", "name", "aliases", "statement", "asks", "list", "source"]), VALUES, min_size=1
)


def read(text: str) -> Value:
    document = read_yaml("file", text.encode())
    assert not document.problems
    return document.value


@given(TEXTS)
def test_a_text_stays_the_same(text: str) -> None:
    assert read(f"key: {scalar(text, in_block=True)}\n") == {"key": text}
    assert read(f"key: [{scalar(text)}, x]\n") == {"key": (text, "x")}


@given(MAPPINGS)
def test_a_mapping_stays_the_same(mapping: dict[str, Value]) -> None:
    assert read("\n".join(block(mapping, 0)) + "\n") == mapping
    assert read("\n".join(flow_item(mapping, 2)) + "\n") == (mapping,)
    assert read(flow(mapping) + "\n") == mapping


@given(MAPPINGS, st.sampled_from(["prices", "models", "figures"]))
def test_an_item_stays_the_same(mapping: dict[str, Value], key: str) -> None:
    assert read("\n".join([f"{key}:", *list_item(key, mapping, 2)]) + "\n") == {key: (mapping,)}


def test_what_needs_no_quotes_has_none() -> None:
    assert [scalar(text) for text in ("2024-05-16", "智谱 GLM-4", "zhipu/glm-4", "https://example.org/a#b")] == [
        "2024-05-16", "智谱 GLM-4", "zhipu/glm-4", "https://example.org/a#b"
    ]  # fmt: skip
    assert scalar("One, two.", in_block=True) == "One, two."
    assert scalar("One, two.") == '"One, two."'
    assert scalar(Decimal("0.00000080")) == "0.00000080"


def test_a_wide_line_is_broken_behind_a_comma() -> None:
    lines = flow_item({"from": "2026-11-01", "source": tuple(f"source-{number}" for number in range(20))}, 6)
    assert len(lines) == 2
    assert lines[0] == "      - {from: 2026-11-01,"
    lines = flow_item({f"key_{number}": "value" for number in range(20)}, 6)
    assert all(len(line) <= WIDTH for line in lines)
    assert all(line.endswith(",") for line in lines[:-1])
    assert lines[1].startswith("         key_")
