"""Names and words that are misspelt a little, and those that are not."""

from __future__ import annotations

import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.load import load_knowledge
from bot.language.basics.sounds import same_sound
from bot.language.tokens.reader import Reader
from bot.text import normalize
from tests.corpus_cases import MARKET
from tests.frozen import frozen_catalogue


@pytest.mark.parametrize("text", ["豆包多少钱", "GLM多少钱", "ernie tiny price"])
def test_a_name_as_written_is_not_corrected(reader: Reader, text: str) -> None:
    assert [name.corrected for _, name in reader.read(normalize(text)).names] == [False]


@pytest.mark.parametrize("word", ["token", "price", "cheap", "yuan"])
def test_two_letters_may_be_swapped_behind_the_first(reader: Reader, word: str) -> None:
    """Where two neighbours have changed places the word that is meant is found; the first letter must stand first."""
    for at in range(1, len(word) - 1):
        mixed = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        assert reader.read(normalize(f"豆包 {mixed}")).residue == (), mixed


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("豆包", "豆苞", True), ("豆包", "逗宝", True), ("豆包", "豆", False), ("豆包", "面包", False), ("", "", True)],
)
def test_same_sound(one: str, other: str, same: bool) -> None:
    assert same_sound(one, other) is same


@given(st.text("豆苞包多少钱gmlernei tiny价?x", max_size=30))
def test_corrections_never_overlap_other_tokens(reader: Reader, text: str) -> None:
    place = 0
    for token in reader.read(normalize(text)).tokens:
        assert place <= token.start < token.end
        place = token.end


QWEN = """\
id: ali
name: {zh: 阿里, en: Ali}
models:
  - {id: ali/qwen-long, name: Qwen-Long, aliases: [千问, 通义千问]}
"""


@pytest.fixture(scope="module")
def with_qwen(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """With a model by the name of 千问, which sounds like what may stand side by side: 前问."""
    folder = tmp_path_factory.mktemp("names")
    shutil.copytree(MARKET, folder, dirs_exist_ok=True)
    (folder / "vendors" / "ali.yaml").write_text(QWEN, encoding="utf-8")
    return Reader(load_knowledge(folder), frozen_catalogue())


def named(reader: Reader, text: str) -> list[tuple[str, str]]:
    """The ids of names in a text for which a typo is forgiven, with the words as they are written."""
    reading = reader.read(normalize(text))
    return [(name.id, reading.text[name.start : name.end]) for _, name in reading.names if name.corrected]


@pytest.mark.parametrize(
    "text",
    [
        "下班前问一嘴,文心Tiny多少钱",
        "下班前问一嘴文心Tiny100万多少钱",
        "开会前问一下GLM的价格",
        "都包含哪些模型多少钱",
        "价格都包含什么",
    ],
)
def test_no_name_is_heard_across_words(with_qwen: Reader, text: str) -> None:
    assert named(with_qwen, text) == []


@pytest.mark.parametrize(
    ("text", "id_", "written"),
    [
        ("豆苞多少钱", "bytedance/doubao-main", "豆苞"),
        ("小钢跑收多少钱", "modelbest/minicpm", "小钢跑"),
        ("小刚炮收費嗎", "modelbest/minicpm", "小刚炮"),
        ("dobao多少钱", "bytedance/doubao-main", "dobao"),
        ("depseek v4 pro price", "deepseek/deepseek-v4-pro", "depseek v4 pro"),
        ("cluade opus 5.5 多少钱", "anthropic/claude-opus-5-5", "cluade opus 5.5"),
        ("how much is geminni", "google/gemini", "geminni"),
        ("anthopic价格", "anthropic", "anthopic"),
    ],
)
def test_names_with_a_slip(with_qwen: Reader, text: str, id_: str, written: str) -> None:
    assert named(with_qwen, text) == [(id_, written)]


@pytest.mark.parametrize(
    "text", ["price of 3 haikus", "gpt-99 price", "what do dolphins cost", "gamma price", "step price"]
)
def test_other_words_are_no_names_with_a_slip(with_qwen: Reader, text: str) -> None:
    assert named(with_qwen, text) == []
