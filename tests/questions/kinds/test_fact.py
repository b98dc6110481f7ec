"""What the articles state."""

from __future__ import annotations

import pytest

from bot.knowledge.entries import Knowledge
from tests.conftest import Asked, values


@pytest.mark.parametrize(
    ("text", "fact", "value", "unit"),
    [
        ("百舸吞吐提升多少", "baige-throughput", ("30", "60"), "percent"),
        ("文心推理成本降到多少", "wenxin-inference-cost", "1", "percent"),
        ("Angel 训练效率", "angel-training", "2.6", "times"),
        ("豆包是什么时候发布的", "doubao-launch", "2024-05-15", "date"),
        ("Veo 是谁发布的", "google-veo", None, "text"),
        ("为什么能降价", "why-cheaper", None, "text"),
        ("这么低的价格能持续吗", "outlook-sustain", "0.0008", "CNY"),
        ("how much does Angel save on training", "angel-cost", "50", "percent"),
        ("谁打响了价格战", "price-war-starter", None, "text"),
    ],
)
def test_facts(asked: Asked, text: str, fact: str, value: str | tuple[str, str] | None, unit: str) -> None:
    reply = asked(text)
    assert (reply["status"], reply["kind"]) == ("answered", "fact")
    assert reply["facts"][0] == fact
    ((_, got, got_unit), *_) = values(reply)
    assert (got, got_unit) == (value, unit)


def test_figures_beside_the_first_are_said_too(asked: Asked) -> None:
    reply = asked("文心现在每天能调用多少次")
    assert reply["facts"][0] == "wenxin-calls"
    assert [(value, unit) for _, value, unit in values(reply)] == [("100", "times")]
    assert [(value, unit) for _, value, unit in values(reply, "also")] == [("1000000", "call")]


def test_what_does_not_add_up_is_pointed_out(asked: Asked) -> None:
    assert "99.2%" in asked("99.3%是怎么来的")["text"]
    assert "对不上" in asked("百舸吞吐提升多少")["text"]


def test_the_speaker_is_named(asked: Asked) -> None:
    assert "李彦宏" in asked("文心推理成本降到多少")["text"]
    assert "Robin Li" in asked("what is the inference cost of ERNIE down to")["text"]


def test_every_fact_is_found_by_the_ways_people_ask_for_it(asked: Asked, frozen: Knowledge) -> None:
    asks = [(fact.id, text) for fact in frozen.facts.values() for text in fact.asks]
    assert len(asks) > 200
    assert [(id_, text) for id_, text in asks if id_ not in asked(text)["facts"]] == []
