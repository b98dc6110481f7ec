"""Whether a message asks for something, or demands it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import Kind, Question
from bot.questions.phrases.asking import asks, asks_for_something, asks_in_words, demands, is_query
from tests.questions.conftest import Read

STATEMENTS = [
    "豆包便宜",
    "豆包好平啲啩",
    "不是不便宜",
    "GLM已經降價",
    "GLM is cheaper than Doubao",
    "Doubao has got cheaper",
    "GLM tokens are cheap",
]


@pytest.mark.parametrize(
    "text",
    [
        "GLM几钱",
        "豆包點解平",
        "豆包能用几天",
        "which GLM",
        "豆包便宜嗎",
        "豆包便宜？",
        "10块钱够不够豆包用",
        "GLM貴唔貴",
        "Doubao got cheaper?",
        "can GLM write a novel for 1 yuan",
        "so, does GLM cost anything",
        "豆包价格",
        "100 yuan GLM tokens",
    ],
)
def test_a_message_asks_by_its_words_its_mark_or_its_bareness(read: Read, text: str) -> None:
    """A question word, a question mark, an English verb first, or nothing but what to look up makes a question."""
    assert asks(read(text))


@pytest.mark.parametrize("text", STATEMENTS)
def test_what_states_does_not_ask(read: Read, text: str) -> None:
    """Words of price and an English verb behind its subject make no question."""
    reading = read(text)
    assert not asks(reading)
    assert not asks_in_words(reading)
    assert not asks_for_something(reading)


@pytest.mark.parametrize(
    "text",
    [
        "豆包还是GLM便宜",
        "豆包還是GLM平",
        "GLM抑或豆包",
        "GLM定係豆包平啲",
        "豆包平定GLM平",
        "豆包便宜还是贵",
        "豆包收費還是免費",
        "輸入平定輸出平",
    ],
)
def test_a_choice_asks(read: Read, text: str) -> None:
    """A word for "or" between two names, or between two words for what is asked, makes a question."""
    assert asks(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "豆包肯定比GLM便宜",
        "豆包一定比GLM平",
        "GLM肯定豆包平过它",
        "豆包還是比GLM貴",
        "GLM还是这么便宜",
        "豆包的定价比GLM便宜",
        "GLM決定降價",
        "还是豆包便宜",
        "豆包定",
    ],
)
def test_what_is_still_so_or_part_of_a_word_is_no_choice(read: Read, text: str) -> None:
    """还是 for "still", and 定 within 肯定, 一定, 定价 and 决定, make no question."""
    assert not asks(read(text))


@pytest.mark.parametrize(
    ("text", "in_words"),
    [
        ("GLM几钱", True),
        ("豆包便宜嗎", True),
        ("豆包夠唔夠平", True),
        ("豆包价格？", True),
        ("豆包价格", False),
        ("how many tokens does GLM sell", True),
        ("please, how many tokens does GLM sell", True),
        ("I know how many tokens GLM sells", False),
        ("I know how many tokens GLM sells?", True),
        ("does GLM cost anything", True),
        ("GLM price?", True),
        ("GLM price", False),
        ("GLM rocks?", False),
    ],
)
def test_words_ask_anywhere_in_chinese_and_first_in_english(read: Read, text: str, in_words: bool) -> None:
    """In English a word asks as the first telling one, or with a mark; a mark alone asks only of what is a query."""
    assert asks_in_words(read(text)) is in_words


@pytest.mark.parametrize(
    ("text", "something"),
    [
        ("谁说豆包便宜", True),
        ("豆包點解平", True),
        ("有冇平過GLM嘅", True),
        ("I forgot how many tokens GLM sells", True),
        ("is GLM free", True),
        ("豆包便宜吗", False),
        ("豆包便宜？", False),
        ("GLM price?", False),
    ],
)
def test_a_word_says_what_is_asked_for(read: Read, text: str, something: bool) -> None:
    """Who, why, how many, whether there is any and an English verb first do; 吗 and a mark do not."""
    assert asks_for_something(read(text)) is something


@pytest.mark.parametrize(
    "opener", ["so", "and", "ok,", "hey", "btw", "wait,", "hmm", "haha", "also", "please", "so um", "ok so", "hi there"]
)
def test_an_english_question_may_open_with_a_word_that_says_nothing(read: Read, opener: str) -> None:
    """What people say before the verb of a question leaves it a question, where a subject would not."""
    assert asks_for_something(read(f"{opener} is GLM free")) is (opener != "hi there")


@pytest.mark.parametrize(
    ("kind", "text", "demanded"),
    [
        (Kind.RANK, "模型从便宜到贵", True),
        (Kind.RANK, "模型由貴到平", True),
        (Kind.RANK, "models from cheapest to dearest", True),
        (Kind.RANK, "rank the models", True),
        (Kind.RANK, "models rank", False),
        (Kind.RANK, "the cheapest models", False),
        (Kind.COMPARE, "compare GLM and Doubao", True),
        (Kind.COMPARE, "请列出豆包和GLM", True),
        (Kind.COMPARE, "GLM compare Doubao", False),
        (Kind.PRICE, "列出豆包价格", True),
        (Kind.PRICE, "please list GLM prices", True),
        (Kind.PRICE, "GLM list prices", False),
        (Kind.PRICE, "模型从便宜到贵", False),
        (Kind.CONVERT, "convert 5 yuan to dollars", True),
        (Kind.CONVERT, "5 yuan convert to dollars", True),
        (Kind.CONVERT, "GLM cost convert", False),
        (Kind.BUDGET, "list GLM prices", False),
        (Kind.FACT, "compare GLM and Doubao", False),
    ],
)
def test_a_verb_first_demands_what_it_says(read: Read, kind: Kind, text: str, demanded: bool) -> None:
    """A verb before everything else demands the kind that does it; an order of prices demands a ranking anywhere."""
    assert demands(Question(kind), read(text)) is demanded


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("豆包价格", True),
        ("豆包價錢", True),
        ("GLM price per million tokens", True),
        ("2 million GLM tokens cost", True),
        ("100 yuan GLM tokens", True),
        ("豆包 tokens 100元", True),
        ("1 million GLM tokens in yuan", True),
        ("1元 豆包", False),
        ("1元 2000字 豆包", False),
        ("1元 价格 豆包", False),
        ("1 million GLM tokens", False),
        ("豆包", False),
        ("豆包便宜 价格", False),
        ("GLM, why the price", False),
        ("", False),
    ],
)
def test_a_query_is_nothing_but_what_to_work_out(read: Read, text: str, query: bool) -> None:
    """Names and amounts with what is wanted of them are a query; a sum with a quantity, or any other word, is none."""
    assert is_query(read(text)) is query


def test_a_query_has_few_words_that_say_nothing(read: Read) -> None:
    """Six fillers are borne beside a query, seven make a sentence."""
    assert is_query(read("the of the and for me GLM price"))
    assert not is_query(read("the of the and for me you GLM price"))


@given(
    st.lists(
        st.sampled_from("豆包 GLM 1元 100万tokens 价格 多少 why is does 吗 ? the 的 便宜 还是 定 compare".split()),
        max_size=8,
    )
)
def test_who_asks_in_words_or_for_something_asks(read: Read, words: list[str]) -> None:
    """The stricter tests hold only of what asks at all."""
    reading = read(" ".join(words))
    assert asks(reading) or not (asks_in_words(reading) or asks_for_something(reading) or is_query(reading))
