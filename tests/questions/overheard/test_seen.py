"""What an explanation shows of a message: the rules that made its phrases, and the words accounted for or not."""

from __future__ import annotations

from bot.engine import Engine


def test_a_phrase_is_shown_as_the_tree_of_its_rules(price_bot: Engine) -> None:
    seen = price_bot.explain("豆包输入500输出200,多少钱")
    assert [(each.rule, each.text, each.value) for each in seen.phrases] == [
        ("<side> <size>", "输入500", "500 token input"),
        ("<side> <size>", "输出200", "200 token output"),
    ]
    assert [(part.rule, part.text, part.value) for part in seen.phrases[0].parts] == [
        ("", "输入", "input"),
        ("", "500", "500"),
    ]


def test_each_way_to_understand_a_message_tells_what_it_leaves_out(price_bot: Engine) -> None:
    seen = price_bot.explain("how much is Doubao per million tokens on a fibblewock")
    best = seen.candidates[0]
    assert "Doubao" in best.used
    assert best.left == ("fibblewock",)
